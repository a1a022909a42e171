"""Finds people with their offices: titles before and after names, in apposition, and alone.

"Japanese Prime Minister Sanae Takaichi" -> Takaichi, prime minister of country:JPN
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from explorer.extraction.cast import Cast, Mention
from explorer.extraction.names import SPANS, UNKNOWN_PERSON, title_ends
from explorer.knowledge.language import Title, titles
from explorer.knowledge.names import NameKind

PERSON_KINDS = {UNKNOWN_PERSON, NameKind.PERSON}
COUNTERPART = "counterpart"
LONGEST_PERSON = 5  # tokens


@dataclass(frozen=True, slots=True)
class Holding:
    """A person holds an office, said at tokens start..end (title and name)."""

    person: str
    title: Title
    holder_of: str | None
    start: int
    end: int
    past: bool
    role: str
    of_unknown: bool = False  # "the president of the union": no state or body we know


@dataclass(frozen=True, slots=True)
class _TitleAt:
    start: int
    end: int
    title: Title | None  # None for "counterpart"


def find_people(doc: Doc, cast: Cast) -> list[Holding]:
    """Introduce all people of a document to its cast, full names first, and give their offices."""
    people = {span.start: (span.end, span.kb_id_) for span in doc.spans[SPANS] if span.label_ in PERSON_KINDS}
    found = list(_titles_in(doc))
    for title in found:
        cast.add_title(title.start, title.end)
        _name_after(doc, cast, title, people)
    _introduce(doc, cast, people)
    holdings = [holding for title in found if (holding := _holding(doc, cast, title, found))]
    return [_settle(cast, holding) for holding in holdings]


def _titles_in(doc: Doc) -> Iterator[_TitleAt]:
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
            yield _with_suffix(doc, _TitleAt(index, end, title))
        index = end


def _with_suffix(doc: Doc, at: _TitleAt) -> _TitleAt:
    # "President-elect" leads nobody yet
    end = at.end + 1 if at.end < len(doc) and doc[at.end].text == "-" else at.end
    if at.title is None or end >= len(doc) or doc[end].lower_ not in titles().suffixes:
        return at
    return _TitleAt(at.start, end + 1, at.title.model_copy(update={"leads": False}))


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
    if title.office in {"military", "lawmaker"}:
        return doc[start].text[0].isupper() and following is not None and following.pos_ == "PROPN"
    return True


def _name_after(doc: Doc, cast: Cast, title: _TitleAt, people: dict[int, tuple[int, str]]) -> None:
    """Take the capitalised words right after a title for a name even if the entity recogniser missed it."""
    start = end = title.end
    if _name_start(doc, cast, title) != start or start >= len(doc) or start in people or doc[start].is_sent_start:
        return
    while end < len(doc) and end - start < LONGEST_PERSON and _is_name_word(doc, end, start) and end not in cast.at:
        end += 1
    while end > start and not doc[end - 1].text[:1].isupper():
        end -= 1
    for inside in [other for other in people if start < other < end]:
        del people[inside]
    if end > start:
        people[start] = (end, "")


def _is_name_word(doc: Doc, index: int, start: int) -> bool:
    token = doc[index]
    if token.lower_ in titles().particles and index > start:
        return index + 1 < len(doc)
    if token.text == "-" and index > start:
        return not doc[index - 1].whitespace_ and not token.whitespace_
    is_capital = token.text[0].isupper() and not token.text.isdigit()
    return is_capital and token.pos_ in {"PROPN", "NOUN", "ADJ"} and (token.ent_type_ not in {"DATE", "GPE", "NORP"})


def _introduce(doc: Doc, cast: Cast, people: dict[int, tuple[int, str]]) -> None:
    ordered = sorted(people.items(), key=lambda item: (-(item[1][0] - item[0] > 1 or bool(item[1][1])), item[0]))
    for start, (end, known) in ordered:
        words = tuple(token.text for token in doc[start:end] if not token.is_space)
        words = _without_honorifics(words)
        if not words:
            continue
        titled = start > 0 and _is_title_end(doc, start)
        person = cast.person(words, titled=titled, known=known)
        if person is None:
            continue
        cast.add(start, end, (person,), NameKind.PERSON)
        gender = _gender(doc, start)
        if gender:
            cast.member(person).gender = gender
    _bare_names(doc, cast)


def _bare_names(doc: Doc, cast: Cast) -> None:
    """Give family names that the entity recogniser missed or took for something else."""
    for token in doc:
        if token.i in cast.at or not token.text[:1].isupper() or len(token.text) < 3:
            continue
        if token.pos_ in {"PROPN", "NOUN", "ADJ"} and token.ent_type_ != "DATE":
            person = cast.same_person((token.text,))
            if person is not None:
                cast.add(token.i, token.i + 1, (person,), NameKind.PERSON)


def _without_honorifics(words: tuple[str, ...]) -> tuple[str, ...]:
    rows = titles()
    while words and words[0].lower() in rows.honorifics:
        words = words[1:]
    return words


def _is_title_end(doc: Doc, start: int) -> bool:
    return doc[start - 1].lower_ in title_ends() | {COUNTERPART}


def _gender(doc: Doc, start: int) -> str | None:
    before = {token.lower_ for token in doc[max(0, start - 2) : start + 1]}
    if before & titles().female:
        return "female"
    return "male" if before & titles().male else None


def _holding(doc: Doc, cast: Cast, at: _TitleAt, found: list[_TitleAt]) -> Holding | None:
    place, left, past = _owner(doc, cast, at)
    person_at = _person_of(doc, cast, at, left)
    if person_at is None:
        return None
    mention = cast.at[person_at]
    title = at.title or _title_before(at, found)
    place = place or _place_after(doc, cast, mention.end)
    if title is None or len(mention.actors) != 1:
        return None
    start, end = min(left, mention.start), max(at.end, mention.end)
    role = title.role if title.leads or at.title is None else doc[at.start : at.end].text
    role = role[:1].upper() + role[1:]
    return Holding(mention.actors[0], title, place, start, end, past, role, place is None and _has_owner(doc, at))


def _title_before(at: _TitleAt, found: list[_TitleAt]) -> Title | None:
    # "President Macron met his counterpart Lula": president too
    before = (other.title for other in reversed(found) if other.end <= at.start)
    return next((title for title in before if title is not None), None)


def _owner(doc: Doc, cast: Cast, at: _TitleAt) -> tuple[str | None, int, bool]:
    """Find whose office it is: before the title ("Japan's new premier") or after it ("president of Peru")."""
    rows, index, past = titles(), at.start - 1, False
    while index >= 0 and _is_between(doc[index]):
        past = past or doc[index].lower_ in rows.prefixes_past
        index -= 1
    mention = _body_at(cast, index)
    if mention is not None:
        before = doc[mention.start - 1].lower_ if mention.start > 0 else ""
        return mention.actors[0], mention.start, past or before in rows.prefixes_past
    after = at.end
    if after + 1 < len(doc) and doc[after].lower_ in {"of", "for", "to"}:
        following = after + 2 if doc[after + 1].lower_ == "the" else after + 1
        mention = _body_at(cast, following)
        if mention is not None:
            return mention.actors[0], at.start, past
    return None, at.start, past


def _place_after(doc: Doc, cast: Cast, end: int) -> str | None:
    # "President Tayyip Erdogan of Turkey"
    if end + 1 < len(doc) and doc[end].lower_ == "of":
        found = _body_at(cast, end + 1)
        return found.actors[0] if found else None
    return None


def _has_owner(doc: Doc, at: _TitleAt) -> bool:
    return at.end < len(doc) and doc[at.end].lower_ == "of"


def _is_between(token: Token) -> bool:
    rows = titles()
    if token.lower_ in rows.prefixes_past or token.lower_ in rows.prefixes_present or token.tag_ == "POS":
        return True
    return token.text == "-" or (token.pos_ in {"ADJ", "ADV"} and token.ent_type_ == "") or token.lower_ == "then"


def _body_at(cast: Cast, index: int) -> Mention | None:
    """Give the mention of a country or organization at a token."""
    mention = cast.at.get(index)
    return mention if mention is not None and mention.actors[0].startswith(("country:", "organization:")) else None


def _is_name(cast: Cast, index: int) -> bool:
    mention = cast.at.get(index)
    return mention is not None and mention.kind != NameKind.PERSON


def _name_start(doc: Doc, cast: Cast, at: _TitleAt) -> int:
    """Skip what may stand between a title and the name: "president of Peru,", "Dr"."""
    index = at.end
    if index + 1 < len(doc) and doc[index].lower_ in {"of", "for"}:
        index += 1
        while index < len(doc) and (_is_name(cast, index) or doc[index].lower_ == "the"):
            index += 1
    if index < len(doc) and doc[index].text == ",":
        index += 1
    while index < len(doc) and doc[index].lower_ in titles().honorifics:
        index += 1
    return index


def _person_of(doc: Doc, cast: Cast, at: _TitleAt, left: int) -> int | None:
    after = _name_start(doc, cast, at)
    if after < len(doc) and _is_person(cast, after) and after in range(at.start, cast.sentence_at(at.start).end):
        return after
    # "Joe Biden, the U.S. president,"
    before = left - 1
    while before >= 0 and doc[before].lower_ in {"the", "a", "'s"}:
        before -= 1
    if before > 0 and doc[before].text == "," and _is_person(cast, before - 1):
        return before - 1
    return None


def _is_person(cast: Cast, index: int) -> bool:
    mention = cast.at.get(index)
    return mention is not None and mention.kind == NameKind.PERSON


def _settle(cast: Cast, holding: Holding) -> Holding:
    person = cast.current(holding.person)
    private = holding.title.office == "executive" or holding.of_unknown
    person = person if private else cast.make_leader(person)
    member = cast.members[person]
    holder_of = holding.holder_of or member.holder_of
    person = cast.recognise(person, holding.title.office, holder_of)
    member = cast.members[person]
    office = cast.office_now(person, holding.title.office)
    if holder_of is None and office is not None and not holding.past:
        holder_of = office.holder_of
    if member.role is None or not holding.past:
        member.role = f"Former {holding.role}" if holding.past else holding.role
    if holder_of and not holding.past:
        member.holder_of = holder_of
    if holder_of and holder_of.startswith("country:") and member.country is None:
        member.country = holder_of.removeprefix("country:")
    return replace(holding, person=person, holder_of=holder_of)
