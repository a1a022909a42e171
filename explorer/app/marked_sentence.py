"""Cuts a sentence into pieces, so that the word that says so and the ends it joins can be marked.

segments("Japan thanked NATO.", (6, 13), ["Japan", "NATO"]) ->
    [["Japan", "end"], [" ", ""], ["thanked", "trigger"], [" ", ""], ["NATO", "end"], [".", ""]]
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from explorer.app.plain_text import shown

TRIGGER, END = "trigger", "end"
Mark = tuple[int, int, str]


def segments(text: str, trigger: tuple[int, int], names: Iterable[str]) -> list[list[str]]:
    """Give the sentence in pieces of [text, mark]; joined they are the sentence."""
    marks = _apart([*_trigger(text, *trigger), *_ends(text, names)])
    pieces: list[list[str]] = []
    at = 0
    for start, stop, mark in marks:
        pieces += [[text[at:start], ""], [text[start:stop], mark]]
        at = stop
    pieces.append([text[at:], ""])
    return [[shown(piece), mark] for piece, mark in pieces if piece]


def _trigger(text: str, start: int, stop: int) -> list[Mark]:
    return [(start, stop, TRIGGER)] if 0 <= start < stop <= len(text) else []


def _ends(text: str, names: Iterable[str]) -> list[Mark]:
    ordered = sorted({name for name in names if name.strip()}, key=lambda name: (-len(name), name))
    if not ordered:
        return []
    pattern = "|".join(map(re.escape, ordered))
    return [(found.start(), found.end(), END) for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text)]


def _apart(marks: list[Mark]) -> list[Mark]:
    """Leave out a mark that lies across an earlier one; the trigger comes first."""
    kept: list[Mark] = []
    for mark in marks:
        if all(mark[1] <= other[0] or mark[0] >= other[1] for other in kept):
            kept.append(mark)
    return sorted(kept)
