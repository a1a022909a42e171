"""A view can be written down as an address and read back."""

from __future__ import annotations

import pytest

from explorer.app.address import START, from_query, to_query
from explorer.graph import Filters


@pytest.mark.parametrize(
    ("filters", "selected"),
    [
        (START, None),
        (Filters(), "event:call"),
        (Filters(actor=("country:JPN", "country:USA"), topic=("military",), since="2025-10", min_reports=2), None),
        (Filters(focus=("leader:donald-trump",), hops=2, status=("future",), min_confidence=0.75), "country:JPN"),
    ],
)
def test_there_and_back(filters: Filters, selected: str | None) -> None:
    assert from_query(to_query(filters, selected)) == (filters, selected, [])


def test_the_start_needs_no_words() -> None:
    assert to_query(START, None) == {}


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ({"event_type": ["DANCE"]}, "DANCE"),
        ({"since": ["soon"]}, "soon"),
        ({"min_reports": ["many"]}, "min_reports"),
        ({"min_confidence": ["7"]}, "min_confidence"),
        ({"since": ["2025"], "until": ["2024"]}, "2025"),
    ],
)
def test_what_makes_no_sense_is_left_out_and_named(query: dict[str, list[str]], word: str) -> None:
    filters, _, problems = from_query({**query, "actor": ["country:JPN"], "unknown": ["1"]})
    assert filters == Filters(actor=("country:JPN",), min_confidence=START.min_confidence)
    assert len(problems) == 1 and word in problems[0]
