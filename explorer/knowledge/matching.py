"""What speaks for two names being one actor, and how loudly; and how names are spelled.

matching_table().features["same_country"].weight == 1.6; one_spelling("muhammad") == "mohammed"
"""

from __future__ import annotations

from functools import cache
from typing import Self

from pydantic import model_validator

from explorer.knowledge.strict import Entry, load_yaml, refuse_repeats

FILE = "matching.yaml"


class Feature(Entry):
    """`weight` is added to the log-odds, `says` tells a person what was seen."""

    weight: float
    says: str


class MatchingTable(Entry):
    """`years_apart` are years; the three limits are probabilities, 0..1."""

    start: float
    same_from: float
    unsure_from: float
    short_margin: float
    features: dict[str, Feature]
    years_apart: int
    titles: frozenset[str]
    general_endings: frozenset[str]
    spellings: tuple[tuple[str, ...], ...]

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        if not 0 < self.unsure_from < self.same_from < 1:
            raise ValueError("unsure_from must lie below same_from, both between 0 and 1")
        return self


@cache
def matching_table() -> MatchingTable:
    """Read the table; DataFileError if a spelling stands in two groups."""
    table = load_yaml(FILE, MatchingTable)
    refuse_repeats(FILE, (word for group in table.spellings for word in group), "spelling")
    return table


@cache
def _first_spellings() -> dict[str, str]:
    return {word: group[0] for group in matching_table().spellings for word in group}


def one_spelling(word: str) -> str:
    """Give the spelling that stands for all spellings of a name's word (lower case, no accents)."""
    return _first_spellings().get(word, word)
