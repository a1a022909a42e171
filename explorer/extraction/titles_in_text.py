"""Finds titles where they stand in text: "prime minister", "President-elect", "counterpart".

"Japan's foreign minister" -> a title at "foreign minister"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from explorer.knowledge.language import Title, titles

COUNTERPART = "counterpart"
CIVIL = "civil"  # of people who hold no public office


@dataclass(frozen=True, slots=True)
class TitleAt:
    """A title at tokens start..end; `title` is None for "counterpart"."""

    start: int
    end: int
    title: Title | None


def titles_in(doc: Doc) -> Iterator[TitleAt]:
    """Yield the titles of a document in its order, of overlapping ones the longest."""
    lexicon, index = _lexicon(), 0
    lowered = [token.lower_ for token in doc]
    while index < len(doc):
        match = next((row for row in lexicon.get(lowered[index], ()) if _stands_at(lowered, index, row[0])), None)
        if match is None:
            index += 1
            continue
        words, title = match
        end = index + len(words)
        if title is None or _could_be_title(doc, index, end, title):
            yield _with_suffix(doc, TitleAt(index, end, _of_whom(doc, index, title)))
        index = end


def _of_whom(doc: Doc, start: int, title: Title | None) -> Title | None:
    # "union leader", "the students' leader": nobody who leads a state
    if title is None or title.office != "leader" or start == 0:
        return title
    before = doc[start - 1]
    word = doc[start - 2].lower_ if before.tag_ == "POS" and start > 1 else before.lower_
    return title.model_copy(update={"leads": False, "office": CIVIL}) if word in titles().civil else title


def _with_suffix(doc: Doc, at: TitleAt) -> TitleAt:
    # "President-elect" leads nobody yet
    end = at.end + 1 if at.end < len(doc) and doc[at.end].text == "-" else at.end
    if at.title is None or end >= len(doc) or doc[end].lower_ not in titles().suffixes:
        return at
    return TitleAt(at.start, end + 1, at.title.model_copy(update={"leads": False}))


@cache
def _lexicon() -> dict[str, list[tuple[tuple[str, ...], Title | None]]]:
    rows: dict[str, list[tuple[tuple[str, ...], Title | None]]] = {}
    for title in titles().titles:
        for text in title.words:
            words = tuple(text.replace("-", " - ").split())
            rows.setdefault(words[0], []).append((words, title))
    rows.setdefault(COUNTERPART, []).append(((COUNTERPART,), None))
    return {first: sorted(found, key=lambda row: -len(row[0])) for first, found in rows.items()}


def _stands_at(lowered: list[str], index: int, words: tuple[str, ...]) -> bool:
    return tuple(lowered[index : index + len(words)]) == words


def _could_be_title(doc: Doc, start: int, end: int, title: Title) -> bool:
    # "General Electric", "in general": ranks and short forms only before a capitalised name.
    following = doc[end] if end < len(doc) else None
    if title.office == "lawmaker" and following is not None and following.lower_ == "of":
        return True  # "the speaker of Iran's parliament"
    if title.office in {"military", "lawmaker"}:
        is_written_so = doc[start].text[0].isupper() or end - start > 1  # "army chief Asim Munir"
        return is_written_so and following is not None and following.pos_ == "PROPN"
    if title.office == "head":  # "the U.N. chief", but not "the chief reason", "head to"
        if doc[start].is_sent_start:
            return False
        return doc[start].tag_ in {"NN", "NNP"} and (following is None or following.pos_ not in {"NOUN", "ADJ"})
    return True
