"""Choosing one of the values that reports give, whatever order they come in.

["deal", None, "pact", "deal"] -> "deal"
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

Text = TypeVar("Text", bound=str)
Value = TypeVar("Value")


def most_reported(votes: Mapping[Text, int], *, preferred: Iterable[Text] = ()) -> Text:
    """Take the value with most votes; of equals a preferred one, then the first in the alphabet."""
    favourites = frozenset(preferred)
    return min(votes, key=lambda value: (-votes[value], value not in favourites, value))


def choose(values: Iterable[Value | None]) -> Value | None:
    """Take the commonest value that is not missing; of equals the first in the order of their repr."""
    counts: Counter[Any] = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], repr(value))) if counts else None
