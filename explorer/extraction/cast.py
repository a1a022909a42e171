"""The cast of one document: who is in it, under which names, and which token means whom.

"Sanae Takaichi … Takaichi" -> one Member leader:sanae-takaichi with two mentions
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from rapidfuzz import fuzz
from spacy.tokens import Doc, Span

from explorer.knowledge.gazetteer import known_actors
from explorer.knowledge.names import fold, slug
from explorer.knowledge.offices import Office, RoleClass, in_office, office_holders, office_names, offices_of
from explorer.knowledge.partial_dates import first_day
from explorer.model import Actor, ActorType

RANKS = tuple(RoleClass)  # heads of state first
SHORT, LONG, SAME_WORD = 5, 5, 82  # letters, letters, of 100
SAME_SPELLING = 84  # of 100; "Takaiichi" is "Takaichi", "Wang Wentao" is not "Wang Yi"


@dataclass(slots=True)
class Member:
    """An actor while the document is read."""

    id: str
    type: ActorType
    name: str
    country: str | None = None
    role: str | None = None
    holder_of: str | None = None
    known_role: str | None = None  # what the knowledge files say, where the text says nothing
    gender: str | None = None
    aliases: dict[str, None] = field(default_factory=dict)
    mentions: set[tuple[int, int]] = field(default_factory=set)

    def actor(self) -> Actor:
        """Give the finished record."""
        aliases = tuple(alias for alias in self.aliases if alias != self.name)
        role = self.role or self.known_role
        return Actor(self.id, self.type, self.name, self.country, role, aliases, tuple(sorted(self.mentions)))


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens start..end mean `actors`: several for "both leaders". `kind` says how they are called."""

    start: int
    end: int
    actors: tuple[str, ...]
    kind: str


class Cast:
    """Members by id, and mentions by token."""

    def __init__(self, doc: Doc, on: date | None) -> None:
        self.doc = doc
        self.on = on
        self.sentences = tuple(doc.sents)  # each look-up of spaCy's own walks the whole document
        self._sentence_of = [number for number, sentence in enumerate(self.sentences) for _ in sentence]
        self.members: dict[str, Member] = {}
        self.mentions: list[Mention] = []
        self.at: dict[int, Mention] = {}
        self.narrator: str | None = None  # who tells the whole text: a speech, a statement
        self.quoted: dict[int, str] = {}  # who speaks a quoted token
        self._titles: set[int] = set()
        self._family: dict[str, list[str]] = {}
        self._moved: dict[str, str] = {}

    def current(self, actor: str) -> str:
        """Follow an id to the one it was recognised as."""
        while actor in self._moved:
            actor = self._moved[actor]
        return actor

    def sentence_at(self, index: int) -> Span:
        """Give the sentence a token stands in."""
        return self.sentences[self._sentence_of[index]]

    def number_of(self, index: int) -> int:
        """Give the number of the sentence a token stands in, from 0."""
        return self._sentence_of[index]

    def add_title(self, start: int, end: int) -> None:
        """Remember that tokens start..end are a title: "Prime Minister"."""
        self._titles.update(range(start, end))

    def is_title(self, index: int) -> bool:
        return index in self._titles

    def add(self, start: int, end: int, actors: tuple[str, ...], kind: str, *, named: bool = True) -> Mention:
        """Let tokens mean actors; `named` mentions count as names (aliases) of a single actor."""
        mention = Mention(start, end, actors, kind)
        self.mentions.append(mention)
        for index in range(start, end):
            self.at[index] = mention
        if named and len(actors) == 1:
            self._record(actors[0], start, end)
        return mention

    def type_of(self, actor: str) -> ActorType:
        return ActorType(actor.split(":", 1)[0])

    def member(self, actor: str) -> Member:
        """Give the member with an id, introduced from the knowledge files if it is known there."""
        if actor not in self.members:
            known = known_actors().get(actor)
            name = known.name if known else actor.split(":", 1)[1].replace("-", " ").title()
            country = known.country if known else None
            self.members[actor] = member = Member(actor, self.type_of(actor), name, country)
            self._give_office(member)
        return self.members[actor]

    def _give_office(self, member: Member) -> None:
        """Say what office a known leader holds on the document's date."""
        if self.on is None or member.type is not ActorType.LEADER:
            return
        held = [office for office in offices_of(member.id) if office.includes(self.on)]
        if not held:
            return
        leading = min(held, key=lambda office: RANKS.index(office.classes[0]))
        member.holder_of, member.known_role = leading.holder_of, leading.role

    def country_of(self, actor: str) -> str | None:
        """Give the id of the country an actor belongs to; a country belongs to itself."""
        if actor.startswith("country:"):
            return actor
        code = self.members[actor].country if actor in self.members else None
        return f"country:{code}" if code else None

    def people(self) -> Iterator[Member]:
        return (member for member in self.members.values() if member.type in {ActorType.LEADER, ActorType.PERSON})

    def person(self, words: tuple[str, ...], *, titled: bool, known: str = "") -> str | None:
        """Find or introduce the person called by `words`; a bare family name must belong to somebody here."""
        identifier = known or self.same_person(words) or _known_person(words)
        if identifier is None and len(words) == 1 and not titled:
            return None
        if identifier is None:
            identifier = self._introduce(words)
        self._remember(identifier, words)
        return identifier

    def recognise(self, actor: str, office: str | None, holder_of: str | None) -> str:
        """Use title, country and date: "Prime Minister Takaiichi Sanae" of Japan in 2025 is Sanae Takaichi."""
        if actor in known_actors() or not (office and self.on):
            return actor
        member = self.members[actor]
        if holder_of is None:
            fitting = [held for held in in_office(self.on) if held.matches(office)]
            found = [held for held in fitting if _bears(held, member.name)]
            found = found or [held for held in fitting if _bears_nearly(held, member.name)]
            return self._rename(actor, found[0]) if len({held.actor for held in found}) == 1 else actor
        for held in office_holders(holder_of, None, self.on):
            if _same_name(member.name, held.person):
                return self._rename(actor, held)
        return actor

    def make_leader(self, actor: str) -> str:
        """Turn a person into a leader once a title says so."""
        if not actor.startswith("person:"):
            return actor
        return self._move(actor, f"leader:{actor.split(':', 1)[1]}")

    def office_now(self, actor: str, office_class: str) -> Office | None:
        """Give the office a known person holds on the document's date; of several the one of the class, if any."""
        if self.on is None:
            return None
        held = [office for office in offices_of(actor) if office.includes(self.on)]
        return next((office for office in held if office.matches(office_class)), held[0] if held else None)

    def office_called(self, actor: str, office_class: str) -> Office | None:
        """Give the office a title tells of, also one that ended before: "President Bazoum" detained by soldiers."""
        now = self.office_now(actor, office_class)
        if now is not None or self.on is None:
            return now
        on = self.on
        begun = [held for held in offices_of(actor) if held.matches(office_class) and first_day(held.start) <= on]
        return begun[-1] if begun else None

    def in_office_since(self, actor: str) -> date:
        """Give the day a person took office, of several the last before the document's date."""
        begun = [first_day(held.start) for held in offices_of(actor)]
        return max((day for day in begun if self.on is None or day <= self.on), default=date.min)

    def holder_named(self, name: str, body: str) -> str | None:
        """Find who is called `name` among those in office in a country or body; None if nobody or several are."""
        if self.on is None:
            return None
        found = {held.actor for held in office_holders(body, None, self.on) if fold(name) in fold(held.person).split()}
        return found.pop() if len(found) == 1 else None

    def _introduce(self, words: tuple[str, ...]) -> str:
        name = " ".join(words).replace(" - ", "-")
        identifier = f"{ActorType.PERSON}:{slug(name)}"
        member = self.member(identifier)
        if identifier not in known_actors():
            member.name = name
        return identifier

    def same_person(self, words: tuple[str, ...]) -> str | None:
        folded = [fold(word) for word in words]
        if len(words) == 1:
            found = self._family.get(folded[0], [])
            return found[-1] if found else None
        for candidate in dict.fromkeys(self._family.get(folded[-1], []) + self._family.get(folded[0], [])):
            parts = {fold(part) for alias in self._names(candidate) for part in alias.split()}
            if set(folded) <= parts:
                return candidate
        return None

    def _names(self, actor: str) -> tuple[str, ...]:
        member = self.members[actor]
        return (member.name, *member.aliases)

    def _remember(self, actor: str, words: tuple[str, ...]) -> None:
        self.member(actor)
        for word in words:
            folded = fold(word)
            listed = self._family.setdefault(folded, [])
            if len(folded) > 2 and actor not in listed:
                listed.append(actor)

    def _record(self, actor: str, start: int, end: int) -> None:
        span = self.doc[start:end]
        member = self.member(actor)
        member.mentions.add((span.start_char, span.end_char))
        member.aliases[" ".join(span.text.split())] = None

    def _rename(self, actor: str, held: Office) -> str:
        self._move(actor, held.actor)
        member = self.members[held.actor]
        member.aliases[member.name] = None
        member.name = held.person
        return held.actor

    def _move(self, old: str, new: str) -> str:
        if old == new:
            return new
        member = self.members.pop(old)
        self._moved[old] = new
        if new in self.members:
            kept = self.members[new]
            kept.mentions |= member.mentions
            kept.aliases |= member.aliases | {member.name: None}
        else:
            member.id, member.type = new, self.type_of(new)
            self.members[new] = member
        for listed in self._family.values():
            if old in listed:
                listed[listed.index(old)] = new
        self._retarget(old, new)
        return new

    def _retarget(self, old: str, new: str) -> None:
        for position, mention in enumerate(self.mentions):
            if old in mention.actors:
                actors = tuple(new if actor == old else actor for actor in mention.actors)
                self.mentions[position] = moved = Mention(mention.start, mention.end, actors, mention.kind)
                for index in range(moved.start, moved.end):
                    self.at[index] = moved


@cache
def _folded_people() -> dict[str, str]:
    """Give known people by their full names without accents, and in either order."""
    people: dict[str, str] = {}
    for name in office_names():
        parts = fold(name.text).split()
        if len(parts) > 1:
            people.setdefault(" ".join(parts), name.actor)
    return people


def _known_person(words: tuple[str, ...]) -> str | None:
    parts = fold(" ".join(words)).split()
    turned = (*parts[1:], *parts[:1])
    return next((found for order in (parts, turned) if (found := _folded_people().get(" ".join(order)))), None)


def _bears(held: Office, name: str) -> bool:
    known, written = fold(held.person).split(), fold(name).split()
    return set(written) <= set(known) and bool({known[0], known[-1]} & set(written))


def _bears_nearly(held: Office, name: str) -> bool:
    """Tell whether all words of a name are those of an office holder but for a letter or two: "Bouteflicka"."""
    known, written = fold(held.person).split(), fold(name).split()
    longest = max((len(word) for word in written), default=0)
    return longest >= LONG and all(
        word in known if len(word) < SHORT else any(fuzz.ratio(word, other) >= SAME_WORD for other in known)
        for word in written
    )


def _same_name(written: str, known: str) -> bool:
    one, other = fold(written), fold(known)
    if " " not in one:  # a family name alone
        return max(fuzz.ratio(one, part) for part in other.split()) >= SAME_SPELLING
    return fuzz.token_sort_ratio(one, other) >= SAME_SPELLING or set(one.split()) <= set(other.split())
