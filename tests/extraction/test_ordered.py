"""Stretches of things that stand in the order of the text."""

from __future__ import annotations

import pytest

from explorer.extraction.ordered import between


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 9, [1, 3, 3, 7]), (1, 3, [1]), (3, 4, [3, 3]), (4, 7, []), (7, 8, [7]), (8, 9, [])],
)
def test_the_start_is_in_and_the_end_is_out(start: int, end: int, expected: list[int]) -> None:
    assert between([1, 3, 3, 7], start, end, key=int) == expected
