"""How sure an event is, from the features of its wording.

confidence_of([Doubt.PRONOUN, Doubt.NOUN]) -> 0.80
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp
from typing import Self

from pydantic import model_validator

from explorer.knowledge.strict import Entry, load_yaml
from explorer.model import Doubt


class Feature(Entry):
    """`weight` is added to the log-odds, `says` tells a person what was seen."""

    weight: float
    says: str


class Confidence(Entry):
    start: float
    features: dict[Doubt, Feature]

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        missing = [str(doubt) for doubt in Doubt if doubt not in self.features]
        if missing:
            raise ValueError(f"no weight for {', '.join(missing)}")
        return self


@cache
def confidence() -> Confidence:
    return load_yaml("confidence.yaml", Confidence)


def confidence_of(doubts: Iterable[Doubt]) -> float:
    """Give the probability, 0..1, that type and both ends of an event are right."""
    table = confidence()
    odds = table.start + sum(table.features[doubt].weight for doubt in doubts)
    return 1 / (1 + exp(-odds))


def reasons(doubts: Iterable[Doubt]) -> tuple[str, ...]:
    """Say what makes an event less sure, the heaviest first."""
    features = confidence().features
    against = [features[doubt] for doubt in doubts if features[doubt].weight < 0]
    return tuple(feature.says for feature in sorted(against, key=lambda feature: feature.weight))
