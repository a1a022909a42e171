"""Finds names: those of the gazetteer wherever they stand, and what the model's entity recogniser adds.

"Tokyo and Nippon Steel" -> Tokyo (capital, country:JPN) and Nippon Steel (name, company:nippon-steel)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token

from explorer.extraction.ambiguity import Meanings, is_of_one_state, is_product, means_nobody, means_something_else
from explorer.extraction.found import TRAP, UNKNOWN_BODY, Found, described_bodies
from explorer.extraction.found import UNKNOWN_PERSON as UNKNOWN_PERSON
from explorer.knowledge.gazetteer import names, resolve_place, traps
from explorer.knowledge.language import name_words, titles
from explorer.knowledge.names import Name, NameKind, slug

NAME = "explorer_names"
SPANS = "names"
PLACES = {"GPE", "NORP"}
BODIES = {"ORG"}
PEOPLE = {"PERSON"}
THINGS = {"LOC", "FAC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"}
COUNTRY_KINDS = {NameKind.NAME, NameKind.ABBREVIATION, NameKind.ADJECTIVE, NameKind.PEOPLE}
LONGEST_NAME = 8  # tokens
GIVEN_NAMES = {"sultan", "emir", "amir", "prince", "chancellor"}  # "Sultan Al Jaber"


@Language.factory(NAME, requires=["doc.ents", "token.tag"], assigns=["doc.spans"])
class NameFinder:
    """Writes the names it finds to doc.spans["names"]: label = kind, kb_id = actor ("" for an unknown person)."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.names: dict[str, Name] = {}
        for known in names():
            self.names.setdefault(known.text, known)
        self.matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
        self.matcher.add("names", [nlp.make_doc(text) for text in (*self.names, *traps())])

    def __call__(self, doc: Doc) -> Doc:
        known = list(self.match(doc))
        found = longest([*known, *self.from_entities(doc, known)])
        doc.spans[SPANS] = [Span(doc, hit.start, hit.end, label=hit.kind, kb_id=hit.actor) for hit in found]
        return doc

    def match(self, doc: Doc) -> Iterator[Found]:
        """Yield the gazetteer's names, those left out that clearly mean something else."""
        entity_at = {token.i: ent for ent in doc.ents for token in ent}
        matches = [(start, end, self.names.get(doc[start:end].text)) for _, start, end in self.matcher(doc)]
        meanings = Meanings(doc, [(start, end, name) for start, end, name in matches if name is not None])
        for start, end, name in matches:
            minority = meanings.minority_of(start, name) if name is not None else None
            if minority is not None:
                yield Found(start, end, minority, NameKind.PEOPLE)
            elif name is None or means_nobody(doc, start, name.kind) or is_product(doc, end, name):
                yield Found(start, end, "", TRAP)
            elif is_of_one_state(name) and meanings.nationality_ends_at(start):
                yield Found(start - 1, end, f"organization:{slug(doc[start - 1 : end].text)}", UNKNOWN_BODY)
            elif not means_something_else(doc, start, end, name, entity_at):
                actor = meanings.actor(start, end, name)
                yield Found(start, end, actor, name.kind if actor == name.actor else _other_kind(actor, name))

    def from_entities(self, doc: Doc, known: list[Found]) -> Iterator[Found]:
        """Yield names that only the entity recogniser found, or the noun before them."""
        yield from described_bodies(doc, known)
        for ent in doc.ents:
            inside = [hit for hit in known if hit.start < ent.end and hit.end > ent.start]
            if ent.label_ in PEOPLE:
                yield from _person(ent, inside)
            elif ent.label_ in PLACES and not inside:
                yield from _place(ent)
            elif ent.label_ in BODIES:
                yield from _body(ent, inside)
            elif ent.label_ in THINGS and inside:
                yield from _thing(ent, inside)


def _other_kind(actor: str, name: Name) -> NameKind:
    # "Brussels" is the capital of Belgium, but a seat of the European Union; the state of Georgia lies in the U.S.
    if actor.startswith("organization:"):
        return NameKind.SEAT
    return NameKind.CITY if name.near else name.kind


def longest(hits: Iterable[Found]) -> list[Found]:
    """Keep the longest of names that overlap, in the order of the text; those that name nobody go."""
    taken: set[int] = set()
    kept = []
    for hit in sorted(hits, key=lambda hit: (-hit.length, hit.start)):
        if taken.isdisjoint(range(hit.start, hit.end)):
            taken.update(range(hit.start, hit.end))
            kept.append(hit)
    return sorted((hit for hit in kept if hit.kind != TRAP), key=lambda hit: hit.start)


def _person(ent: Span, inside: list[Found]) -> Iterator[Found]:
    start, end = _name_bounds(ent)
    exact = any(hit.start <= start and hit.end >= end for hit in inside)
    person_words = [token for token in ent.doc[start:end] if token.is_alpha and token.text[0].isupper()]
    if exact or end <= start or not person_words or _is_no_actor(ent.doc[start:end]):
        return
    places = {index for hit in inside if hit.kind != NameKind.PERSON for index in range(hit.start, hit.end)}
    if start in places and any(hit.kind in COUNTRY_KINDS for hit in inside):  # "Japan Takaichi" is two names
        return
    yield Found(start, end, "", TRAP if means_nobody(ent.doc, start, UNKNOWN_PERSON) else UNKNOWN_PERSON)


def _place(ent: Span) -> Iterator[Found]:
    start, end = _name_bounds(ent)
    if end <= start:
        return
    country = resolve_place(ent.doc[start:end].text, ent.label_)
    if country:
        yield Found(start, end, country, NameKind.ADJECTIVE if ent.label_ == "NORP" else NameKind.NAME)


def _body(ent: Span, inside: list[Found]) -> Iterator[Found]:
    start, end = _name_bounds(ent)
    while end - start > 1 and ent.doc[start].lower_ in name_words().company_nouns | name_words().body_nouns:
        start += 1  # "Chipmaker TSMC"
    span = ent.doc[start:end]
    if end <= start or _is_no_actor(span) or any(hit.start <= start and hit.end >= end for hit in inside):
        return
    words = name_words()
    rest = [token for token in span if not any(hit.start <= token.i < hit.end for hit in inside)]
    if all(token.lower_ in words.state_bodies for token in rest):
        return
    if inside and all(token.is_lower for token in rest):  # "KCNA news agency", "Georgian Dream party"
        return
    if any(token.text in "-–/" for token in rest) and inside:
        return
    if start > 0 and ent.doc[start - 1].lower_ in title_ends() and not inside:  # "Chancellor Olaf Scholz"
        yield Found(start, end, "", UNKNOWN_PERSON)
        return
    is_company = span[-1].lower_ in words.company_endings and len(span) > 1
    if not is_company and len(span) == 1 and not span[0].text.isupper() and not _is_company_context(span):
        return
    kind = "company" if is_company or _is_company_context(span) else "organization"
    yield Found(start, end, f"{kind}:{slug(span.text)}", UNKNOWN_BODY)


def after_titles(doc: Doc, start: int, end: int) -> int:
    """Skip a title that the entity recogniser took for a part of the name: "King Abdullah", "Gen. Assimi Goita"."""
    for words in _title_words().get(doc[start].lower_, ()) if start < end else ():
        after = start + len(words)
        if after < end and tuple(token.lower_ for token in doc[start:after]) == words:
            return after_titles(doc, after, end)
    return start


@cache
def _title_words() -> dict[str, list[tuple[str, ...]]]:
    rows: dict[str, list[tuple[str, ...]]] = {}
    listed = (words.split() for title in titles().titles for words in title.words if "-" not in words)
    for words in sorted((tuple(words) for words in listed), key=len, reverse=True):
        if words[0] not in GIVEN_NAMES:
            rows.setdefault(words[0], []).append(words)
    return rows


@cache
def title_ends() -> frozenset[str]:
    """Give the words that a name may follow as the last of a title: "minister" of "foreign minister"."""
    return frozenset(words.replace("-", " ").split()[-1] for title in titles().titles for words in title.words)


def _thing(ent: Span, inside: list[Found]) -> Iterator[Found]:
    # "the Sea of Japan" is not Japan; but the model also calls "Japan-U.S. alliance" an event.
    start, end = _name_bounds(ent)
    rest = [token for token in ent.doc[start:end] if not any(hit.start <= token.i < hit.end for hit in inside)]
    covers = any(hit.start <= start and hit.end >= end for hit in inside)
    if not covers and len(inside) == 1 and rest and all(_is_name_part(token) for token in rest):
        yield Found(start, end, "", TRAP)


def _name_bounds(ent: Span) -> tuple[int, int]:
    """Cut "the", titles, possessives and punctuation off a name."""
    start, end = ent.start, ent.end
    doc = ent.doc
    skipped = titles().honorifics | {"the", "a", "an", "its", "their", "near", "inside", "outside", "'", '"'}
    while start < end and (doc[start].lower_ in skipped or doc[start].pos_ in {"SPACE", "PUNCT", "ADP"}):
        start += 1
    start = after_titles(doc, start, end)
    while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_space or _is_stray(doc[end - 1])):
        end -= 1
    broken = next((token.i for token in doc[start:end] if token.is_space and "\n" in token.text), None)
    end = broken if broken is not None else end
    return (start, end) if end - start <= LONGEST_NAME else (start, start)


def _is_stray(token: Token) -> bool:
    return token.is_punct and not token.text.endswith(".")


def _is_name_part(token: Token) -> bool:
    return token.text[:1].isupper() or token.lower_ in {"of", "the", "and"}


def _is_no_actor(span: Span) -> bool:
    words = name_words()
    text = span.text.lower()
    if {text, span[-1].lower_} & words.not_actors or span[-1].lower_ in words.not_actor_endings:
        return True
    followers = zip(span, span[1:], strict=False) if len(span) > 1 else ()
    if any(word.lower_ in words.not_actor_heads and after.pos_ == "ADP" for word, after in followers):
        return True
    return any(char.isdigit() for char in text) and len(span) == 1 or len(text) < 2


def _is_company_context(span: Span) -> bool:
    # "chipmaker TSMC", "the carmaker Renault", "Hanwha, a defence contractor"
    head = span.root.head
    nouns = name_words().company_nouns
    before = span.doc[span.start - 1] if span.start else None
    if before is not None and before.lemma_.lower() in nouns:
        return True
    return any(child.dep_ == "appos" and child.lemma_.lower() in nouns for child in span.root.children) or (
        span.root.dep_ in {"appos", "compound"} and head.lemma_.lower() in nouns
    )
