"""Whether two keys are one actor: named features, each with its weight, so that the answer explains itself.

decide(Takaichi Sanae of JPN, Sanae Takaichi of JPN) -> SAME, 0.92, (other_order +2.8, same_country +1.6, …)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import exp
from typing import NamedTuple

from explorer.identity.blocking import full_names
from explorer.identity.names import (
    PersonName,
    acronym,
    are_initials_apart,
    body_key,
    fits_initials,
    is_acronym,
    is_near_body,
    is_part_of,
    is_same_person,
    person_name,
)
from explorer.identity.profiles import BODIES, PEOPLE, Profile
from explorer.knowledge.matching import matching_table
from explorer.knowledge.names import fold
from explorer.model import ActorType


class Verdict(StrEnum):
    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Score:
    """`value` (-1 to 1) says how much a feature holds; it adds value × weight to the log-odds."""

    feature: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Decision:
    """`one` < `other` are keys, `score` is a probability; `short` is the key whose name may stand for several."""

    one: str
    other: str
    verdict: Verdict
    score: float
    scores: tuple[Score, ...]
    short: str | None = None


class Names(NamedTuple):
    """What two names have in common; `shorter` is 0 or 1, the one that leaves something out."""

    feature: str
    shorter: int | None = None


# The best of several readings counts; what stands first tells most.
RANK = (
    *("same_name", "other_order", "written_together", "same_alias", "respelled", "general_ending", "words_left_out"),
    *("initials", "acronym", "shortened", "respelled_body", "family_name", "house_name", "other_initials"),
)
FULL = {"same_name", "other_order", "written_together", "same_alias", "respelled", "other_initials"}
ONLY_OF_A_COUNTRY = {"family_name"}  # says nothing as long as the country of one is unknown
STANDS_FOR_ONE = {"general_ending"}
NEVER_STANDS_FOR = {"house_name", "respelled_body"}


def decide(one: Profile, other: Profile) -> Decision | None:
    """Compare two profiles; None if their names have nothing in common, or if both are listed (never one)."""
    if one.key > other.key:
        one, other = other, one
    names = _names(one, other)
    if names is None or (one.is_listed and other.is_listed):
        return None
    scores = tuple(_scores(one, other, names))
    score = _probability(scores)
    verdict = _verdict(score)
    if verdict is Verdict.SAME and names.shorter is not None and names.feature not in STANDS_FOR_ONE:
        verdict = Verdict.UNSURE  # the clustering joins it if it fits no other
    if verdict is Verdict.DIFFERENT and names.feature not in FULL:
        return None
    short = _short(one, other, names) if verdict is Verdict.UNSURE else None
    return Decision(one.key, other.key, verdict, round(score, 4), scores, short)


def reasons(decision: Decision) -> tuple[tuple[str, float], ...]:
    """Say what speaks for one actor (+) and against it (-), in log-odds, the weightiest first."""
    features = matching_table().features
    said = [(features[one.feature].says, round(one.value * one.weight, 2)) for one in decision.scores]
    return tuple(sorted(said, key=lambda reason: -abs(reason[1])))


def _probability(scores: Iterable[Score]) -> float:
    odds = matching_table().start + sum(score.value * score.weight for score in scores)
    return 1 / (1 + exp(-odds))


def _verdict(score: float) -> Verdict:
    table = matching_table()
    if score >= table.same_from:
        return Verdict.SAME
    return Verdict.UNSURE if score >= table.unsure_from else Verdict.DIFFERENT


def _short(one: Profile, other: Profile, names: Names) -> str | None:
    """Give the key that may stand for the other, and for others like it.

    A family name says whose it is only within a country; a full name without a country may be any namesake.
    """
    if one.country and other.country and one.country != other.country:
        return None
    if names.shorter is not None:
        is_clear = one.country == other.country != "" or names.feature not in ONLY_OF_A_COUNTRY
        return (one, other)[names.shorter].key if is_clear and names.feature not in NEVER_STANDS_FOR else None
    if bool(one.country) != bool(other.country) and names.feature in FULL:
        return one.key if other.country else other.key
    return None


def _scores(one: Profile, other: Profile, names: Names) -> Iterator[Score]:
    yield _score(names.feature)
    if one.country and other.country:
        yield _score("same_country" if one.country == other.country else "other_country")
    elif not one.country and not other.country:
        yield _score("no_country")
    if one.type is other.type:
        yield _score("same_type")
    elif (one.type in PEOPLE) != (other.type in PEOPLE):
        yield _score("other_type")
    if one.roles and other.roles:
        yield _score("same_office" if _share_words(one.roles, other.roles) else "other_office")
    if one.years and other.years and _gap(one.years, other.years) > matching_table().years_apart:
        yield _score("far_in_time")
    shared = len({*one.beside} & {*other.beside})
    if shared:
        yield _score("same_company", shared / min(len(one.beside), len(other.beside)))


def _score(feature: str, value: float = 1.0) -> Score:
    return Score(feature, round(value, 3), matching_table().features[feature].weight)


def _share_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether an office of each is called alike, but for "former" and its place: "prime minister"."""
    return bool({fold(role) for role in one} & {fold(role) for role in other})


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0], other[0]) - min(one[1], other[1])


def _names(one: Profile, other: Profile) -> Names | None:
    if one.type in PEOPLE and other.type in PEOPLE:
        found = [
            names
            for first in full_names(one)
            for second in full_names(other)
            if (names := _people(person_name(first), person_name(second)))
        ]
    elif one.type in BODIES and other.type in BODIES:
        found = list(_bodies(one, other))
    else:
        found = list(_misread(one, other))
    return min(found, key=lambda names: (RANK.index(names.feature), names.shorter or 0), default=None)


def _people(one: PersonName, other: PersonName) -> Names | None:
    if one == other:
        return Names("same_name")
    if is_same_person(one, other):
        if sorted(one.words) == sorted(other.words):
            return Names("other_order")
        return Names("written_together" if sorted("".join(one.words)) == sorted("".join(other.words)) else "respelled")
    if are_initials_apart(one, other) and sorted(one.words) == sorted(other.words):
        return Names("other_initials")
    for shorter, (short, full) in enumerate(((one, other), (other, one))):
        if fits_initials(short, full):
            return Names("initials", shorter)
        if is_part_of(short, full):
            return Names("family_name" if len(short.words) == 1 else "words_left_out", shorter)
    return None


def _bodies(one: Profile, other: Profile) -> Iterator[Names]:
    keys = body_key(one.name), body_key(other.name)
    if keys[0] == keys[1]:
        yield Names("same_name")
        return
    if is_near_body(*keys):
        yield Names("respelled_body")
    if _is_alias(one, other) or _is_alias(other, one):
        yield Names("same_alias")
    for shorter, (short, full) in enumerate(((one, other), (other, one))):
        if is_acronym(short.name) and fold(short.name.replace(".", "")) in map(acronym, full.names):
            yield Names("acronym", shorter)
        yield from _beginning(keys[shorter], keys[1 - shorter], shorter)


def _misread(one: Profile, other: Profile) -> Iterator[Names]:
    """Compare a person with an organisation that no list knows: a rare name is easily taken for one."""
    for person, body in ((one, other), (other, one)):
        is_guess = body.type is ActorType.ORGANIZATION and not body.is_listed
        if person.type in PEOPLE and is_guess and person_name(person.name) == person_name(body.name):
            if len(person_name(person.name).words) > 1:
                yield Names("same_name")


def _is_alias(one: Profile, other: Profile) -> bool:
    """Tell whether the name of one is a name of the other: "TSMC (Taiwan Semiconductor Manufacturing Co.)"."""
    return body_key(one.name) in {body_key(name) for name in other.names}


def _beginning(short: str, full: str, shorter: int) -> Iterator[Names]:
    if not full.startswith(f"{short} "):
        return
    left_out = full[len(short) :].split()
    if set(left_out) <= matching_table().general_endings:
        yield Names("general_ending", shorter)
    elif " " in short:
        yield Names("shortened", shorter)
    else:
        yield Names("house_name", shorter)
