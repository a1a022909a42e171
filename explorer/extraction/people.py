"""Finds people with their offices: titles before and after names, in apposition, and alone.

"Japanese Prime Minister Sanae Takaichi" -> Takaichi, prime minister of country:JPN
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from explorer.extraction.cast import Cast
from explorer.extraction.found import UNKNOWN_PERSON
from explorer.extraction.homes import find_homes
from explorer.extraction.names import SPANS, after_titles, title_ends
from explorer.extraction.owners_of_offices import SUBJECTS, Owner, body_at, find_owner
from explorer.extraction.titles_in_text import COUNTERPART, TitleAt, titles_in
from explorer.knowledge.gazetteer import known_actors
from explorer.knowledge.language import Title, titles
from explorer.knowledge.names import NameKind, OrganizationKind

PERSON_KINDS = {UNKNOWN_PERSON, NameKind.PERSON}
PRIVATE_BODIES = {OrganizationKind.NGO, OrganizationKind.MEDIA}
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


def find_people(doc: Doc, cast: Cast) -> list[Holding]:
    """Introduce all people of a document to its cast, full names first, and give their offices."""
    people = {span.start: (span.end, span.kb_id_) for span in doc.spans[SPANS] if span.label_ in PERSON_KINDS}
    found = list(titles_in(doc))
    for title in found:
        cast.add_title(title.start, title.end)
        _name_after(doc, cast, title, people)
    _introduce(doc, cast, people)
    _after_countries(doc, cast)
    holdings = [holding for title in found if (holding := _holding(doc, cast, title, found))]
    settled = [_settle(cast, holding) for holding in holdings]
    find_homes(doc, cast)
    return settled


def _after_countries(doc: Doc, cast: Cast) -> None:
    """Recognise a family name alone behind a country that its bearer leads: "South Korea's Lee"."""
    for token in doc[2:]:
        if token.i in cast.at or token.pos_ != "PROPN" or doc[token.i - 1].tag_ != "POS":
            continue
        body = cast.at.get(token.i - 2)
        person = cast.holder_named(token.text, body.actors[0]) if body is not None else None
        if person is not None and cast.person((token.text,), titled=True, known=person):
            cast.add(token.i, token.i + 1, (person,), NameKind.PERSON)


def _name_after(doc: Doc, cast: Cast, title: TitleAt, people: dict[int, tuple[int, str]]) -> None:
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


def _holding(doc: Doc, cast: Cast, at: TitleAt, found: list[TitleAt]) -> Holding | None:
    owner = find_owner(doc, cast, at)
    person_at = _person_of(doc, cast, at, owner.left) or _family_before(doc, cast, owner)
    if person_at is None:
        return None
    mention = cast.at[person_at]
    title = at.title or _title_before(at, found)
    if title is None or len(mention.actors) != 1:
        return None
    title = title.model_copy(update={"leads": False}) if owner.is_part else title
    body = owner.body or _place_after(doc, cast, mention.end)
    if owner.by_pronoun and cast.office_now(mention.actors[0], title.office) is not None:
        body = None  # what is known is surer than what "its" may mean
    start, end = min(owner.left, mention.start), max(at.end, mention.end)
    role = title.role if title.leads or at.title is None else doc[at.start : at.end].text
    role = role[:1].upper() + role[1:]
    return Holding(mention.actors[0], title, body, start, end, owner.past, role, body is None and _has_owner(doc, at))


def _title_before(at: TitleAt, found: list[TitleAt]) -> Title | None:
    # "President Macron met his counterpart Lula": president too
    before = (other.title for other in reversed(found) if other.end <= at.start)
    return next((title for title in before if title is not None), None)


def _place_after(doc: Doc, cast: Cast, end: int) -> str | None:
    # "President Tayyip Erdogan of Turkey"
    if end + 1 < len(doc) and doc[end].lower_ == "of":
        found = body_at(cast, end + 1)
        return found.actors[0] if found else None
    return None


def _has_owner(doc: Doc, at: TitleAt) -> bool:
    return at.end < len(doc) and doc[at.end].lower_ == "of"


def _is_name(cast: Cast, index: int) -> bool:
    mention = cast.at.get(index)
    return mention is not None and mention.kind != NameKind.PERSON


def _name_start(doc: Doc, cast: Cast, at: TitleAt) -> int:
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
    return after_titles(doc, index, len(doc))  # "military ruler Gen. Assimi Goita"


def _person_of(doc: Doc, cast: Cast, at: TitleAt, left: int) -> int | None:
    after = _name_start(doc, cast, at)
    if after < len(doc) and _is_person(cast, after) and after in range(at.start, cast.sentence_at(at.start).end):
        return after
    # "Joe Biden, the U.S. president,"
    before = left - 1
    while before >= 0 and doc[before].lower_ in {"the", "a", "'s"}:
        before -= 1
    if before > 0 and doc[before].text == "," and _is_person(cast, before - 1):
        return None if _begins_clause(doc, at, before - 1) else before - 1
    return None


def _begins_clause(doc: Doc, at: TitleAt, person: int) -> bool:
    # "At talks with Zelensky, the Japanese leader promised": the comma joins nobody to his office
    return doc[at.end - 1].dep_ in SUBJECTS and doc[person].dep_ == "pobj"


def _family_before(doc: Doc, cast: Cast, owner: Owner) -> int | None:
    # "Austin, the U.S. defense secretary,"
    index = owner.left - 1
    while index > 0 and doc[index].lower_ == "the":
        index -= 1
    if owner.body is None or index < 1 or doc[index].text != "," or doc[index - 1].pos_ != "PROPN":
        return None
    family = doc[index - 1]
    person = cast.holder_named(family.text, owner.body) if family.i not in cast.at else None
    if person is None or cast.person((family.text,), titled=True, known=person) is None:
        return None
    cast.add(family.i, family.i + 1, (person,), NameKind.PERSON)
    return family.i


def _is_person(cast: Cast, index: int) -> bool:
    mention = cast.at.get(index)
    return mention is not None and mention.kind == NameKind.PERSON


def _settle(cast: Cast, holding: Holding) -> Holding:
    person = cast.current(holding.person)
    private = holding.title.office in {"executive", "civil"} or holding.of_unknown or _is_private(holding.holder_of)
    person = person if private else cast.make_leader(person)
    member = cast.members[person]
    holder_of = holding.holder_of or member.holder_of
    person = cast.recognise(person, holding.title.office, holder_of)
    member = cast.members[person]
    office = cast.office_called(person, holding.title.office)
    if holder_of is None and office is not None and not holding.past:
        holder_of = office.holder_of
    if holding.title.office == "head" and office is not None:  # "the U.N. chief" is its Secretary-General
        holding = replace(holding, role=office.role)
    if member.role is None or not holding.past:
        member.role = f"Former {holding.role}" if holding.past else holding.role
    if holder_of and not holding.past:
        member.holder_of = holder_of
    if holder_of and holder_of.startswith("country:") and member.country is None:
        member.country = holder_of.removeprefix("country:")
    return replace(holding, person=person, holder_of=holder_of)


def _is_private(body: str | None) -> bool:
    """Tell whether leading a body is no public office: a union, a charity, a newspaper."""
    if body is None or not body.startswith("organization:"):
        return False
    known = known_actors().get(body)
    return known is None or known.kind in PRIVATE_BODIES
