"""Decides whom a name means that several actors bear, and whether it means anybody.

"Savannah, Georgia" -> country:USA; "Brussels imposed tariffs" -> organization:european-union
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc, Span

from explorer.knowledge.gazetteer import known_actors
from explorer.knowledge.language import name_words
from explorer.knowledge.names import Ambiguity, Name, NameKind, OrganizationKind
from explorer.model import ActorType

GENERAL = {OrganizationKind.INTERGOVERNMENTAL, OrganizationKind.NGO, OrganizationKind.COURT}
ETHNIC = "ethnic"  # "ethnic Albanians" are people of another state
LOCATIVE = {"in", "at", "near", "outside", "inside", "from", "around", "across", "through", "throughout"}
NEAR = 2  # tokens
PEOPLE = {"PERSON"}
PLACE_KINDS = {NameKind.CITY, NameKind.CAPITAL}


class Meanings:
    """What the clear names of a document say about the unclear ones."""

    def __init__(self, doc: Doc, matches: Iterable[tuple[int, int, Name]]) -> None:
        self.doc = doc
        clear = [(end, name) for _, end, name in matches if name.ambiguity is not Ambiguity.SHARED or not name.others]
        self.named = Counter(name.actor for _, name in clear)
        self.ending_at = {end: name for end, name in clear}
        self.told: dict[str, str] = {}  # a state once told apart keeps its meaning

    def actor(self, start: int, end: int, name: Name) -> str:
        """Give the actor that a name at tokens start..end means."""
        if name.ambiguity is not Ambiguity.SHARED or not name.others:
            return name.actor
        everyone = (name.actor, *name.others)
        before = self.ending_at.get(start - 1) if start and self.doc[start - 1].text == "," else None
        if before is not None and before.actor in everyone and before.kind in PLACE_KINDS:  # "Savannah, Georgia"
            self.told[name.text] = before.actor
            return before.actor
        if name.near or name.acting:
            is_other = name.near & self._beside(start, end) or (name.acting and self._acts(start, end, name))
            if is_other or self._is_state(start):
                self.told[name.text] = name.others[0]
            return self.told.get(name.text, name.actor) if not self.named[name.actor] or is_other else name.actor
        if self._is_state(start) and not self.named[name.actor]:
            return name.others[0]
        # "Congo" beside "Brazzaville", "National Liberation Army" beside "Macedonia"
        return next((actor for actor in everyone if self.named[actor] or self.named[_state_of(actor)]), name.actor)

    def nationality_ends_at(self, index: int) -> bool:
        """Tell whether "Ethiopian" or the like stands right before a token."""
        before = self.ending_at.get(index)
        return before is not None and before.kind is NameKind.ADJECTIVE and before.actor.startswith("country:")

    def minority_of(self, start: int, name: Name) -> str | None:
        """Give the country of "ethnic Albanians": the only other one that their sentence names."""
        if name.kind is not NameKind.PEOPLE or start == 0 or self.doc[start - 1].lower_ != ETHNIC:
            return None
        sentence = self.doc[start].sent
        near = {found.actor for end, found in self.ending_at.items() if sentence.start < end <= sentence.end}
        states = {actor for actor in near if actor.startswith("country:")} - {name.actor}
        return states.pop() if len(states) == 1 else None

    def _beside(self, start: int, end: int) -> set[str]:
        around = (*self.doc[max(0, start - NEAR) : start], *self.doc[end : end + NEAR])
        return {token.lower_ for token in around}

    def _is_state(self, start: int) -> bool:
        # "the U.S. state of Georgia"
        return [token.lower_ for token in self.doc[max(0, start - 2) : start]] == ["state", "of"]

    def _acts(self, start: int, end: int, name: Name) -> bool:
        root = self.doc[start:end].root
        is_place = root.dep_ == "pobj" and root.head.lower_ in LOCATIVE
        is_part = root.dep_ in {"compound", "amod"} and root.head.pos_ == "PROPN"  # "Brussels Airport"
        return not (is_place or is_part or self.named[name.actor])


def _state_of(actor: str) -> str:
    known = known_actors().get(actor)
    return f"country:{known.country}" if known is not None and known.country else actor


def is_of_one_state(name: Name) -> bool:
    """Tell whether a nationality before a name makes it another body: "the Ethiopian Human Rights Council"."""
    known = known_actors().get(name.actor)
    is_general = known is not None and known.country is None and known.kind in GENERAL
    return (
        is_general
        and name.kind is NameKind.NAME
        and name.text.split()[-1] in {"Council", "Crescent", "Cross", "Assembly", "Court"}
    )


def means_nobody(doc: Doc, start: int, kind: str) -> bool:
    """Tell whether the word before makes a name nobody's: "ethnic Albanians", "the carrier Ronald Reagan"."""
    if start == 0:
        return False
    before = doc[start - 1].lower_
    return (before == ETHNIC and kind in {NameKind.ADJECTIVE, NameKind.PEOPLE}) or before in name_words().vessels


def is_product(doc: Doc, end: int, name: Name) -> bool:
    """Tell whether a company's name is that of a thing it made: "a Boeing 737", "the Toyota pickup"."""
    if name.type is not ActorType.COMPANY or end >= len(doc):
        return False
    following = doc[end]
    is_model = following.text[0].isupper() or following.text[0].isdigit()
    has_digit = any(char.isdigit() for char in following.text) and following.ent_type_ not in {"DATE", "TIME", "MONEY"}
    return (is_model and has_digit) or following.lower_ in name_words().vehicles


def means_something_else(doc: Doc, start: int, end: int, name: Name, entity_at: dict[int, Span]) -> bool:
    """Tell whether a known name is part of a person's name ("Jordan Henderson") or a plain word."""
    ent = entity_at.get(start)
    following = doc[end] if end < len(doc) else None
    if name.ambiguity is Ambiguity.WORD:
        return _is_plain_word(doc, start, end, name, ent)
    if name.ambiguity is Ambiguity.PERSON_NAME or name.kind in PLACE_KINDS:
        in_longer_name = ent is not None and ent.label_ in PEOPLE and len(ent) > end - start
        return in_longer_name and following is not None and following.pos_ == "PROPN"
    return False


def _is_plain_word(doc: Doc, start: int, end: int, name: Name, ent: Span | None) -> bool:
    begins = doc[start].is_sent_start is True
    if name.kind is NameKind.ABBREVIATION:  # "WHO", unless a headline is all in capitals
        around = [token for token in doc[max(0, start - 1) : end + 1] if token.is_alpha and not start <= token.i < end]
        return any(token.is_upper and len(token) > 1 for token in around)
    if ent is not None:
        return begins and end - start == 1 and ent.label_ in PEOPLE
    following = doc[end] if end < len(doc) else None
    is_name = doc[start].pos_ == "PROPN" and (following is None or following.pos_ != "PROPN")
    return begins or not is_name
