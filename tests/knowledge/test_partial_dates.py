"""A date known to the month or year stands for all its days."""

from __future__ import annotations

from datetime import date

import pytest

from explorer.knowledge.partial_dates import first_day, last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2021-10-31", date(2021, 10, 31), date(2021, 10, 31)),
    ],
)
def test_first_and_last_day(text: str, first: date, last: date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)
