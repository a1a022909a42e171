"""Made-up articles for benchmarks: what extraction would say of them, in any number, the same for the same seed.

article(7) -> the Extraction of the seventh article; the same each time, whatever was asked for before
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

from explorer.knowledge import merging
from explorer.knowledge.gazetteer import known_actors, office_holders, slug
from explorer.knowledge.ontology import ontology, score_of
from explorer.knowledge.organizations import members
from explorer.model import (
    Actor,
    ActorType,
    Amount,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    DateSpan,
    Document,
    Event,
    EventType,
    Evidence,
    Extraction,
    Party,
    PartyRole,
    Status,
    Tie,
    TieKind,
)

# The shape of the articles: means a document and shares as our sample articles have them, with more unlisted names.
FIRST_DAY, DAYS = date(2021, 1, 1), 5 * 365
STATES, EVENTS, TIES, SENTENCES = 60, 6, 4, 18
STORIES, ALIKE = 6, 4  # of a day, and things that happen in each, between the same two states
PEOPLE, COMPANIES = 2, 1  # unlisted ones named in an article
NEW, COPIED = 0.4, 0.03  # shares of names nobody wrote before, and of articles that repeat an earlier one
GIVEN_NAMES, FAMILY_NAMES, WORDS = 800, 3000, 4000
TYPES = {
    EventType.CONSULT: 18, EventType.SUPPORT: 15, EventType.AGREE: 10, EventType.REQUEST: 9, EventType.ACCUSE: 9,
    EventType.SANCTION: 7, EventType.ASSAULT: 6, EventType.RETREAT: 4, EventType.AID: 4, EventType.REJECT: 4,
    EventType.MOBILIZE: 3, EventType.COOPERATE: 3, EventType.THREATEN: 2,
}  # fmt: skip
STATUSES = {Status.ACTUAL: 81, Status.FUTURE: 9, Status.NEGATED: 4, Status.HYPOTHETICAL: 4, Status.HISTORICAL: 2}
KINDS = {CommitmentKind.AGREEMENT: 5, CommitmentKind.SUMMIT: 2, CommitmentKind.PLEDGE: 2, CommitmentKind.ALLIANCE: 1}
TOPICS = ("economic", "military", "diplomatic", "territory", "human_rights", "natural_resource", "cyber")
ENDINGS = ("Corporation", "Industries", "Energy", "Holdings", "Steel", "Group")


@dataclass(frozen=True, slots=True)
class Happening:
    """What several articles of one day may report."""

    type: EventType
    mode: str | None
    one: str
    other: str
    topic: str


class Text:
    """An article in the making: each sentence is added and gives the evidence in it."""

    def __init__(self) -> None:
        self.sentences: list[str] = []
        self.length = 0

    def say(self, sentence: str, trigger: str = "") -> Evidence:
        """Add a sentence, and point at it and at its trigger."""
        start, begin = self.length, self.length + sentence.index(trigger)
        self.sentences.append(sentence)
        self.length += len(sentence) + 1
        return Evidence(start, start + len(sentence), sentence, (begin, begin + len(trigger)), "made-up")


def article(number: int, seed: int = 1) -> Extraction:
    """Give what the article of a number says; some nearly repeat an earlier one under another id."""
    chance = _chance(seed, "article", number)
    id, is_copy = f"{chance.getrandbits(64):016x}", chance.random() < COPIED and number > 0
    if not is_copy:
        return _written(number, seed, id, chance)
    original = article(chance.randrange(number), seed)
    text = f"{original.document.text} This report has been updated."
    source = f"Wire {chance.randrange(20)}"
    return replace(original, document=replace(original.document, id=id, text=text, source=source))


def _written(number: int, seed: int, id: str, chance: random.Random) -> Extraction:
    day = FIRST_DAY + timedelta(chance.randrange(DAYS))
    stories = _distinct(chance, 2, STORIES)
    places = [story * ALIKE + one for story in stories for one in range(ALIKE)]
    reported = [happening(seed, day, one) for one in sorted(chance.sample(places, EVENTS - 1))]
    unlisted = _unlisted(number, seed, chance)
    text = Text()
    countries = list(dict.fromkeys(id for one in reported for id in (one.one, one.other)))
    leading = [leader for country in countries for leader in _leaders(country, day)[:2]][: TIES - 1]
    ends = [(_speaker(one.one, day, chance), _speaker(one.other, day, chance)) for one in reported]
    events = [_event(one, pair, day, text, chance) for one, pair in zip(reported, ends, strict=True)]
    events.append(_event(reported[0], (unlisted[0], unlisted[-1]), day, text, chance))
    ties = [*(_leads(leader, text) for leader in leading), _based(unlisted[-1], text)]
    commitment = _commitment(seed, reported[0], day, text, chance)
    also = (*countries, ties[-1].target, *_pair(chance))
    plain = (*map(_actor, also), _body(day, chance))
    named = {one.id: one for one in (*plain, *leading, *(end for pair in ends for end in pair), *unlisted)}
    while len(text.sentences) < SENTENCES:
        text.say(_filler(chance))
    document = Document(id, f"Article {number}", " ".join(text.sentences), day.isoformat(), f"Wire {number % 40}")
    actors = tuple(replace(actor, mentions=_mentions(actor, document.text)) for actor in named.values())
    numbered = tuple(replace(one, id=f"e{place}") for place, one in enumerate(events, 1))
    return Extraction(document, actors, tuple(ties), numbered, (commitment,))


@lru_cache(maxsize=100_000)
def happening(seed: int, day: date, place: int) -> Happening:
    """Give one of the things that happened on a day."""
    chance = _chance(seed, "happening", day, place)
    kind = _choose(chance, TYPES)
    one, other = _pair(_chance(seed, "story", day, place // ALIKE))
    modes = [None, *sorted(ontology()[kind].modes)]
    return Happening(kind, chance.choice(modes), one, other, chance.choice(TOPICS))


@cache
def states() -> dict[str, Actor]:
    """Give the countries of which we list most leaders, the most written about first, by id."""
    leaders: dict[str, int] = defaultdict(int)
    for actor in known_actors().values():
        if actor.type is ActorType.LEADER and actor.country:
            leaders[f"country:{actor.country}"] += 1
    chosen = sorted(leaders, key=lambda id: (-leaders[id], id))[:STATES]
    return {id: _actor(id) for id in chosen}


def _speaker(country: str, day: date, chance: random.Random) -> Actor:
    """Name a country, or someone who leads it on a day."""
    leaders = _leaders(country, day)
    return chance.choice(leaders) if leaders and chance.random() < 0.5 else states()[country]


@lru_cache(maxsize=200_000)
def _leaders(country: str, day: date) -> tuple[Actor, ...]:
    held = [one for one in office_holders(country, None, day) if _actor(one.actor).country == country[-3:]]
    return tuple(replace(_actor(one.actor), role=one.role) for one in held[:3])


@cache
def _actor(id: str) -> Actor:
    known = known_actors()[id]
    return Actor(known.id, known.type, known.name, known.country, aliases=known.aliases[:1])


@cache
def _bodies(year: int) -> tuple[str, ...]:
    chosen = (actor.id for actor in known_actors().values() if actor.type is ActorType.ORGANIZATION)
    return tuple(id for id in sorted(chosen) if len(members(id, date(year, 1, 1))) > 2)


def _body(day: date, chance: random.Random) -> Actor:
    bodies = _bodies(day.year)
    return _actor(bodies[_skewed(chance, len(bodies))])


def _unlisted(number: int, seed: int, chance: random.Random) -> list[Actor]:
    people = [_person(seed, _one_of(number, place, PEOPLE, chance), chance) for place in range(PEOPLE)]
    return [*people, *(_company(seed, _one_of(number, place, COMPANIES, chance)) for place in range(COMPANIES))]


def _one_of(number: int, place: int, together: int, chance: random.Random) -> int:
    """Choose somebody new, or one of those whom earlier articles may have named, the first of them most often."""
    written = 20 + int(number * together * NEW)
    return written + place if chance.random() < NEW else _skewed(chance, written)


def _person(seed: int, index: int, chance: random.Random) -> Actor:
    """Name a person, now and then in another spelling, by the family name or without the country."""
    own = _chance(seed, "person", index)
    given = _name("given", _skewed(own, GIVEN_NAMES))
    family = _name("family", _skewed(own, FAMILY_NAMES))
    country = own.choice([*states()]).removeprefix("country:")
    kind = ActorType.LEADER if own.random() < 0.4 else ActorType.PERSON
    role = own.choice(["foreign minister", "envoy", "spokesperson", None]) if kind is ActorType.LEADER else None
    written = {
        f"{given} {family}": 80, f"{family} {given}": 6, f"{given} {_respelled(family)}": 6, family: 4,
        f"{given[0]}. {family}": 4,
    }  # fmt: skip
    name = _choose(chance, written)
    return Actor(f"{kind}:{slug(name)}", kind, name, country if chance.random() < 0.9 else None, role)


def _company(seed: int, index: int) -> Actor:
    own = _chance(seed, "company", index)
    name = f"{_name('company', _skewed(own, WORDS))} {own.choice(ENDINGS)}"
    country = own.choice([*states()]).removeprefix("country:")
    return Actor(f"company:{slug(name)}", ActorType.COMPANY, name, country)


def _respelled(name: str) -> str:
    middle = len(name) // 2
    return name[:middle] + name[middle - 1 : middle] + name[middle:]


def _event(one: Happening, ends: Sequence[Actor], day: date, text: Text, chance: random.Random) -> Event:
    is_mutual = merging.is_mutual(one.type)
    verb = str(one.type).lower()
    said = text.say(
        f"{ends[0].name} made a move to {verb} {ends[1].name} over {one.topic.replace('_', ' ')} matters.", verb
    )
    return Event(
        id="",
        type=one.type,
        actors=tuple(end.id for end in (ends if is_mutual else ends[:1])),
        recipients=() if is_mutual else (ends[1].id,),
        mode=one.mode if chance.random() < 0.7 else None,
        status=_choose(chance, STATUSES),
        date=DateSpan(day.isoformat(), day.isoformat(), "that day") if chance.random() < 0.4 else None,
        topics=(one.topic,),
        speaker=ends[0].id if chance.random() < 0.1 else None,
        intensity=score_of(one.type, one.mode),
        confidence=chance.choice([0.7, 0.85, 0.95]),
        evidence=(said,),
    )


def _leads(leader: Actor, text: Text) -> Tie:
    country = f"country:{leader.country}"
    said = text.say(f"{leader.name} is {leader.role} of {_actor(country).name}.", " is ")
    return Tie(TieKind.LEADS, leader.id, country, leader.role, evidence=(said,))


def _based(company: Actor, text: Text) -> Tie:
    country = f"country:{company.country}"
    said = text.say(f"{company.name} has its seat in {_actor(country).name}.", "seat")
    return Tie(TieKind.BASED_IN, company.id, country, evidence=(said,))


def _commitment(seed: int, one: Happening, day: date, text: Text, chance: random.Random) -> Commitment:
    """Let two states promise what articles of that month on them speak of too."""
    own = _chance(seed, "commitment", one.one, one.other, day.year, day.month)
    kind, names = _choose(own, KINDS), (states()[one.one].name, states()[one.other].name)
    billions = own.choice([1, 2, 5, 10, 40]) if kind is CommitmentKind.PLEDGE else None
    what = f"{_name('treaty', own.randrange(40))} Accord" if own.random() < 0.05 else f"{'–'.join(names)} {kind}"
    roles = (PartyRole.PLEDGER, PartyRole.BENEFICIARY) if billions else (PartyRole.PARTY, PartyRole.PARTY)
    said = text.say(f"The {kind} of {names[0]} and {names[1]} was named the {what}.", str(kind))
    return Commitment(
        "c1",
        kind,
        f"${billions} billion pledge" if billions else what,
        (Party(one.one, roles[0]), Party(one.other, roles[1])),
        status=CommitmentStatus.ACTIVE if chance.random() < 0.7 else CommitmentStatus.PLANNED,
        date=DateSpan(day.isoformat(), day.isoformat(), "that day") if chance.random() < 0.3 else None,
        amount=Amount(billions * 1e9, "USD", f"${billions} billion") if billions else None,
        topics=(own.choice(TOPICS),),
        evidence=(said,),
    )


def _mentions(actor: Actor, text: str) -> tuple[tuple[int, int], ...]:
    start = max(text.find(actor.name), 0)
    return ((start, start + len(actor.name)),)


def _pair(chance: random.Random) -> tuple[str, str]:
    codes = [*states()]
    one, other = _distinct(chance, 2, len(codes))
    return codes[one], codes[other]


def _filler(chance: random.Random) -> str:
    words = [_name("word", _skewed(chance, WORDS)).lower() for _ in range(12)]
    return f"{' '.join(words).capitalize()}."


@lru_cache(maxsize=20_000)
def _name(kind: str, index: int) -> str:
    """Make up a word of two or three syllables."""
    chance = random.Random(f"{kind} {index}")
    syllables = (chance.choice("bdfghjklmnprstvz") + chance.choice("aeiou") for _ in range(chance.choice([2, 3, 3])))
    return "".join(syllables).capitalize() + chance.choice(["", "n", "r", "s", "k"])


def _chance(seed: int, *what: object) -> random.Random:
    return random.Random(f"{seed} {' '.join(map(str, what))}")


def _skewed(chance: random.Random, count: int) -> int:
    """Choose a number below `count`, the first ones often and the last ones seldom."""
    return int(count * chance.random() ** 2)


def _distinct(chance: random.Random, many: int, count: int) -> list[int]:
    found: dict[int, None] = {}
    while len(found) < many:
        found[_skewed(chance, count)] = None
    return [*found]


def _choose(chance: random.Random, weights: dict[Any, int]) -> Any:
    return chance.choices([*weights], [*weights.values()])[0]
