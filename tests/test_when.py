"""Records count for their own days, or for those of their reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from explorer.model import CommitmentStatus, Tie, TieKind
from explorer.when import days_of, in_words, span_of
from tests.worlds import ALLIANCE, small_world


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016-10-05", date(2016, 10, 5), date(2016, 10, 5)),
        ("2025-10-25T09:30:00Z", date(2025, 10, 25), date(2025, 10, 25)),
        (" 2025-10-25 09:30 ", date(2025, 10, 25), date(2025, 10, 25)),
    ],
)
def test_partial_dates_are_spans(text: str, first: date, last: date) -> None:
    assert days_of(text) == (first, last)


@pytest.mark.parametrize("text", [None, "", "Tuesday", "2025-00", "2025-2-3", "0000", "2023-02-29", "20251025"])
def test_what_is_no_date_is_nothing(text: str | None) -> None:
    assert days_of(text) is None


def test_an_event_without_date_counts_with_its_reports() -> None:
    events = {event.id: event for event in small_world().events}
    assert span_of(events["event:sanctions"]) == (date(2025, 2, 1), date(2025, 2, 28))
    assert span_of(events["event:missiles"]) == (date(2022, 2, 24), date(2022, 2, 24))
    assert span_of(replace(events["event:sanctions"], evidence=())) is None


def test_what_is_in_force_counts_until_its_latest_report() -> None:
    alliance = next(item for item in small_world().commitments if item.id == ALLIANCE)
    assert span_of(alliance) == (date(1951, 1, 1), date(2025, 10, 29))
    assert span_of(replace(alliance, status=CommitmentStatus.ENDED)) == (date(1951, 1, 1), date(1951, 12, 31))


def test_a_tenure_without_end_is_open() -> None:
    assert span_of(Tie(TieKind.LEADS, "a", "b", since="2025-01")) == (date(2025, 1, 1), date.max)
    assert span_of(Tie(TieKind.LEADS, "a", "b")) is None


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2025-10-25", "2025-10-25", "25 October 2025"),
        ("2025-10-01", "2025-10-31", "October 2025"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2021-01-01", "2023-12-31", "2021–2023"),
        ("2025-10-27", "2025-11-02", "27 October – 2 November 2025"),
        ("2025-12-29", "2026-01-04", "29 December 2025 – 4 January 2026"),
        ("2025-10-01", "2025-10-10", "1 October – 10 October 2025"),
    ],
)
def test_spans_are_said_as_people_do(first: str, last: str, words: str) -> None:
    assert in_words((date.fromisoformat(first), date.fromisoformat(last))) == words


def test_no_span_has_no_words() -> None:
    assert in_words(None) is None
