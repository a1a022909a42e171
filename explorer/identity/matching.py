"""Whether two actors are one, and why.

"PM Takaichi" (JPN), "Sanae Takaichi" (JPN) -> SAME, 0.91: one word of the other name; the same country
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import exp

from explorer.identity.features import Score, compare_names, other_features, score_of
from explorer.identity.keys import PLACES
from explorer.identity.names import Likeness, Side
from explorer.identity.profiles import Profile
from explorer.knowledge.matching import matching


class Verdict(StrEnum):
    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Decision:
    """The judgement on two keys, `one` before `other` in the alphabet.

    `score` is a probability, 0..1. `short` is the key whose name leaves out words or initials of the other's
    ("Takaichi", "George Bush"): it may stand for several, so a SAME holds only if there is no second.
    """

    one: str
    other: str
    verdict: Verdict
    score: float
    scores: tuple[Score, ...]
    short: str | None = None


def decide(one: Profile, other: Profile) -> Decision | None:
    """Judge two profiles by nothing but themselves; None if their names do not agree or they are places."""
    if one.type in PLACES or other.type in PLACES or one.key == other.key:
        return None
    first, second = (one, other) if one.key < other.key else (other, one)
    likeness = compare_names(first, second)
    return _decision(first, second, likeness) if likeness else None


def reasons(decision: Decision) -> tuple[tuple[str, float], ...]:
    """Say what speaks for and against, in log-odds, the heaviest first: ("the same country", 1.0)."""
    features = matching().features
    heaviest = sorted(decision.scores, key=lambda score: (-abs(score.contribution), score.feature))
    return tuple((features[score.feature].says, round(score.contribution, 2)) for score in heaviest)


def _decision(one: Profile, other: Profile, likeness: Likeness) -> Decision:
    scores = (score_of(likeness.feature, likeness.value), *other_features(one, other, likeness))
    score = 1 / (1 + exp(-sum(each.contribution for each in scores)))
    return Decision(one.key, other.key, _verdict(score), score, scores, _short(one, other, likeness))


def _verdict(score: float) -> Verdict:
    if score >= matching().same:
        return Verdict.SAME
    return Verdict.DIFFERENT if score <= matching().different else Verdict.UNSURE


def _short(one: Profile, other: Profile, likeness: Likeness) -> str | None:
    if likeness.short is None:
        return None
    return one.key if likeness.short is Side.ONE else other.key
