"""Prepares text for the pipeline without moving a character: offsets stay those of the document.

"ties between\\nJapan and Peru" -> "ties between Japan and Peru"; long runs without a space are blanked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST_RUN = 200  # characters without a space; the tokeniser takes quadratic time on such runs
LONGEST_CHUNK = 10_000  # characters; memory grows steeply beyond
SHORT_WORD = 3  # characters; "of" and "the" stay small in headlines
MOSTLY = 0.7
FULL_LINE = 60  # characters; a shorter line that ends without a full stop is a heading
RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
LINE_BREAK = re.compile(r"(?<=[^\n])\r?\n(?=[^\r\n])")
SENTENCE_END = re.compile(r"[.!?:\"”)]\s*$")
CUTS = (re.compile(r"\n\s*\n"), re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])"), re.compile(r"\n"), re.compile(r"\s"))


def prepare(text: str) -> str:
    """Blank what would stall the tokeniser and join lines that were wrapped; the length does not change."""
    return _join_wrapped_lines(RUN.sub(lambda match: " " * len(match.group()), text))


def chunks(text: str, *, longest: int = LONGEST_CHUNK) -> Iterator[str]:
    """Cut text at paragraph or sentence ends; the pieces joined are the text again."""
    start = 0
    while len(text) - start > longest:
        end = _cut(text, start, longest)
        yield text[start:end]
        start = end
    if start < len(text) or not text:
        yield text[start:]


def _cut(text: str, start: int, longest: int) -> int:
    window = text[start : start + longest]
    for pattern in CUTS:
        ends = [match.end() for match in pattern.finditer(window) if match.end() > longest // 4]
        if ends:
            return start + ends[-1]
    return start + longest


def _join_wrapped_lines(text: str) -> str:
    pieces, last = [], 0
    for match in LINE_BREAK.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        is_first = not text[:line_start].strip()
        if _is_wrapped(text[line_start : match.start()], text[match.end() : match.end() + 1], is_first=is_first):
            pieces.append(text[last : match.start()] + " " * len(match.group()))
            last = match.end()
    return "".join(pieces) + text[last:]


def _is_wrapped(line: str, following: str, *, is_first: bool) -> bool:
    if SENTENCE_END.search(line):
        return False
    return following.islower() or (len(line) >= FULL_LINE and not is_first and not _is_headline(line))


def _is_headline(line: str) -> bool:
    words = [word for word in line.split() if len(word) > SHORT_WORD]
    return sum(word[0].isupper() for word in words) > MOSTLY * len(words)
