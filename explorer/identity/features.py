"""What speaks for and against two profiles being one actor, one named feature at a time.

"PM Takaichi" (JPN), "Sanae Takaichi" (JPN) -> family_name, type_agrees, country_agrees, office_agrees
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from explorer.identity.bodies import BodyName, body_name, compare_bodies
from explorer.identity.keys import id_of
from explorer.identity.names import Likeness, PersonName, Side, compare_people, person_name
from explorer.identity.profiles import BODIES, PEOPLE, Profile
from explorer.knowledge.language import titles
from explorer.knowledge.matching import Feature, matching
from explorer.knowledge.names import fold
from explorer.model import ActorType

REMEMBERED = 1 << 14
WEAK_OFFICE = 0.25  # offices change; they tell two people apart only where little of the name is known
YEARS_OF_OFFICE = 10
YEARS_OF_LIFE = 50
LEAST_BESIDE = 4  # one actor in common of one or two is chance


@dataclass(frozen=True, slots=True)
class Score:
    """One thing seen: `value` is −1…1, `weight` in log-odds, and value times weight is what it adds."""

    feature: Feature
    value: float
    weight: float

    @property
    def contribution(self) -> float:
        return self.value * self.weight


def score_of(feature: Feature, value: float = 1.0) -> Score:
    """Weigh a feature; `value` is how strongly it is seen, its sign comes from the data."""
    weighed = matching().features[feature]
    return Score(feature, abs(value) * weighed.sign, weighed.weight)


def compare_names(one: Profile, other: Profile) -> Likeness | None:
    """Give the strongest agreement between any two of the names; None if they have too little in common."""
    if one.type in PEOPLE and other.type in PEOPLE:
        found = [compare_people(*pair) for pair in product(people_names(one.names), people_names(other.names))]
    elif one.type in BODIES and other.type in BODIES:
        found = [compare_bodies(*pair) for pair in product(bodies_names(one.names), bodies_names(other.names))]
    else:
        found = [_compare_misread(one, other)]
    likenesses = [likeness for likeness in found if likeness]
    if likenesses:
        return max(likenesses, key=lambda each: (score_of(each.feature, each.value).contribution, each.feature))
    return Likeness(Feature.SAME_ID) if id_of(one.key) == id_of(other.key) else None


def _compare_misread(one: Profile, other: Profile) -> Likeness | None:
    """Compare a person with an organisation that no list knows: a rare name is easily taken for one."""
    if not is_misreading(one, other):
        return None
    names, others = ({name.words for name in people_names(each.names)} for each in (one, other))
    return Likeness(Feature.SAME_WORDS) if any(len(words) > 1 for words in names & others) else None


def is_misreading(one: Profile, other: Profile) -> bool:
    """Tell whether one is a person, and the other an organisation only as far as a name in a text looked like one."""
    body = one if one.type in BODIES else other
    return {one.type, other.type} & PEOPLE != set() and body.type is ActorType.ORGANIZATION and not body.is_listed


def other_features(one: Profile, other: Profile, likeness: Likeness) -> Iterator[Score]:
    """Yield what is seen besides the names."""
    yield from _type(one, other)
    yield from _country(one, other)
    yield from _office(one, other, is_weak=likeness.short is None)
    yield from _years(one, other)
    yield from _beside(one, other)
    if one.is_listed and other.is_listed:
        yield score_of(Feature.BOTH_LISTED)


def fullness(profile: Profile) -> tuple[int, int]:
    """Order actors by how many words and initials of their name are known; an acronym has none."""
    if profile.type in PEOPLE:
        return max((name.fullness for name in people_names(profile.names)), default=(0, 0))
    if profile.type in BODIES:
        return max((_body_fullness(name) for name in bodies_names(profile.names)), default=(0, 0))
    return 0, 0


@lru_cache(maxsize=REMEMBERED)
def people_names(texts: tuple[str, ...]) -> tuple[PersonName, ...]:
    """Take names apart and leave out those that are short for another: "Bush" says nothing beside "George W. Bush"."""
    names = tuple(dict.fromkeys(map(person_name, texts)))
    return tuple(name for name in names if not any(_is_short(compare_people(name, full)) for full in names))


@lru_cache(maxsize=REMEMBERED)
def bodies_names(texts: tuple[str, ...]) -> tuple[BodyName, ...]:
    """Take names apart and leave out those that are short for another; acronyms stay."""
    names = tuple(dict.fromkeys(map(body_name, texts)))
    return tuple(name for name in names if not any(_is_short(compare_bodies(name, full)) for full in names))


def _is_short(likeness: Likeness | None) -> bool:
    return likeness is not None and likeness.short is Side.ONE and likeness.feature is not Feature.ACRONYM


def _body_fullness(name: BodyName) -> tuple[int, int]:
    return (0 if name.acronym else len(name.words)), 0


def _type(one: Profile, other: Profile) -> Iterator[Score]:
    if one.type == other.type:
        yield score_of(Feature.TYPE_AGREES)
    elif is_misreading(one, other):
        yield score_of(Feature.TAKEN_FOR_BODY)
    elif not any({one.type, other.type} <= compatible for compatible in (PEOPLE, BODIES)):
        yield score_of(Feature.TYPE_DIFFERS)


def _country(one: Profile, other: Profile) -> Iterator[Score]:
    if one.country and other.country:
        yield _two_countries(one, other)
    elif is_homeless(one) != is_homeless(other):
        yield score_of(Feature.COUNTRY_UNKNOWN)


def is_homeless(profile: Profile) -> bool:
    """Tell whether the country is not known; a listed actor without one, as the European Union, belongs to none."""
    return not profile.country and not profile.is_listed


def _two_countries(one: Profile, other: Profile) -> Score:
    if one.country == other.country:
        return score_of(Feature.COUNTRY_AGREES)
    are_companies = one.type == other.type == ActorType.COMPANY
    return score_of(Feature.COMPANY_ABROAD if are_companies else Feature.COUNTRY_DIFFERS)


def _office(one: Profile, other: Profile, *, is_weak: bool) -> Iterator[Score]:
    first, second = offices(one.roles), offices(other.roles)
    vague = matching().vague_roles
    if (first & second) - vague:
        yield score_of(Feature.OFFICE_AGREES)
    elif first and second and not (first | second) & vague:
        yield score_of(Feature.OFFICE_DIFFERS, WEAK_OFFICE if is_weak else 1.0)


@lru_cache(maxsize=REMEMBERED)
def offices(roles: tuple[str, ...]) -> frozenset[str]:
    """Give the offices that roles name, in one form for all their titles: PM -> Prime Minister."""
    return frozenset(_titles().get(fold(role), role) for role in roles)


@cache
def _titles() -> dict[str, str]:
    return {fold(word): title.role for title in titles().titles for word in (title.role, *title.words)}


def _years(one: Profile, other: Profile) -> Iterator[Score]:
    if one.years is None or other.years is None:
        return
    gap = max(one.years[0] - other.years[1], other.years[0] - one.years[1]) - YEARS_OF_OFFICE
    if gap > 0:
        yield score_of(Feature.YEARS_APART, min(1.0, gap / (YEARS_OF_LIFE - YEARS_OF_OFFICE)))


def _beside(one: Profile, other: Profile) -> Iterator[Score]:
    shared = len(set(one.beside) & set(other.beside) - {one.key, other.key})
    if shared:
        fewest = max(LEAST_BESIDE, min(len(one.beside), len(other.beside)))
        yield score_of(Feature.BESIDE, min(1.0, shared / fewest))
