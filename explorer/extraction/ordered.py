"""Cuts a stretch out of things that stand in the order of the text, without walking all of them.

between(dates, sentence.start, sentence.end, key=attrgetter("start")) -> the dates of that sentence
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def between(items: Sequence[Item], start: int, end: int, *, key: Callable[[Item], int]) -> Sequence[Item]:
    """Give the items whose place, in the order of `key`, lies in start..end, the end exclusive."""
    return items[bisect_left(items, start, key=key) : bisect_left(items, end, key=key)]
