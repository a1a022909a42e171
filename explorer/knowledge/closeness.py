"""How much records say about the closeness of those they join: by status, by kind of tie, and by age.

closeness().recency(730) -> 0.5
"""

from __future__ import annotations

from functools import cache
from math import exp2
from typing import Annotated, Self

from pydantic import Field, model_validator

from explorer.knowledge.strict import Entry, load_yaml
from explorer.model import Status, TieKind

Share = Annotated[float, Field(ge=0, le=1)]


class Closeness(Entry):
    status: dict[Status, Share]
    tie: dict[TieKind, Share]
    half_life_days: Annotated[int, Field(gt=0)]
    oldest: Share
    undated: Share

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        missing = [str(one) for one in Status if one not in self.status]
        missing += [str(one) for one in TieKind if one not in self.tie]
        if missing:
            raise ValueError(f"no share for {', '.join(missing)}")
        return self

    def recency(self, days: int) -> float:
        """Give the share, from `oldest` to 1, of what lies so many days back; what is to come counts as today's."""
        return max(self.oldest, exp2(-max(0, days) / self.half_life_days))


@cache
def closeness() -> Closeness:
    return load_yaml("closeness.yaml", Closeness)
