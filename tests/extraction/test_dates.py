"""Dates as written, against a Wednesday: 21 February 2024."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.extraction.dates import document_day, resolve_date

WEDNESDAY = date(2024, 2, 21)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("15 March 2022", "2022-03-15", "2022-03-15"),
        ("March 15, 2022", "2022-03-15", "2022-03-15"),
        ("Mar. 15, 2022", "2022-03-15", "2022-03-15"),
        ("the 3rd of January 2023", "2023-01-03", "2023-01-03"),
        ("March 2022", "2022-03-01", "2022-03-31"),
        ("February 2024", "2024-02-01", "2024-02-29"),
        ("early February", "2024-02-01", "2024-02-10"),
        ("mid-January", "2024-01-10", "2024-01-20"),
        ("late November 2023", "2023-11-20", "2023-11-30"),
        ("the end of January", "2024-01-20", "2024-01-31"),
        ("14 January", "2024-01-14", "2024-01-14"),
        ("December", "2023-12-01", "2023-12-31"),
        ("Monday", "2024-02-19", "2024-02-19"),
        ("Wednesday", "2024-02-21", "2024-02-21"),
        ("last Wednesday", "2024-02-14", "2024-02-14"),
        ("next Friday", "2024-02-23", "2024-02-23"),
        ("today", "2024-02-21", "2024-02-21"),
        ("yesterday", "2024-02-20", "2024-02-20"),
        ("tomorrow", "2024-02-22", "2024-02-22"),
        ("three days ago", "2024-02-18", "2024-02-18"),
        ("two weeks ago", "2024-02-05", "2024-02-11"),
        ("two months ago", "2023-12-01", "2023-12-31"),
        ("a year ago", "2023-01-01", "2023-12-31"),
        ("last week", "2024-02-12", "2024-02-18"),
        ("this week", "2024-02-19", "2024-02-25"),
        ("last weekend", "2024-02-17", "2024-02-18"),
        ("next month", "2024-03-01", "2024-03-31"),
        ("last year", "2023-01-01", "2023-12-31"),
        ("1979", "1979-01-01", "1979-12-31"),
        ("mid-August", "2023-08-10", "2023-08-20"),
        ("the first half of next year", "2025-01-01", "2025-06-30"),
        ("the second half of 2023", "2023-07-01", "2023-12-31"),
        ("the last quarter of last year", "2023-10-01", "2023-12-31"),
        ("the end of the month", "2024-02-20", "2024-02-29"),
        ("the end of last year", "2023-10-01", "2023-12-31"),
        ("the beginning of next month", "2024-03-01", "2024-03-10"),
        ("early 2023", "2023-01-01", "2023-03-31"),
        ("this autumn", "2024-09-01", "2024-11-30"),
        ("last summer", "2023-06-01", "2023-08-31"),
        ("the spring of 2022", "2022-03-01", "2022-05-31"),
        ("the coming days", "2024-02-21", "2024-02-28"),
        ("recent weeks", "2024-01-24", "2024-02-21"),
        ("the last three days", "2024-02-18", "2024-02-21"),
        ("in two weeks", "2024-03-04", "2024-03-10"),
        ("in 10 days", "2024-03-02", "2024-03-02"),
        ("within three days", "2024-02-21", "2024-02-24"),
        ("later this year", "2024-02-21", "2024-12-31"),
        ("earlier this month", "2024-02-01", "2024-02-21"),
        ("over the weekend", "2024-02-17", "2024-02-18"),
        ("since March", "2023-03-01", "2024-02-21"),
        ("since 2014", "2014-01-01", "2024-02-21"),
        ("by 2030", "2024-02-21", "2030-12-31"),
        ("by 1945", "1945-01-01", "1945-12-31"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("the early 1990s", "1990-01-01", "1993-12-31"),
        ("3-5 February", "2024-02-03", "2024-02-05"),
        ("January 10 to 12, 2023", "2023-01-10", "2023-01-12"),
        ("two days earlier", "2024-02-19", "2024-02-19"),
        ("the previous day", "2024-02-20", "2024-02-20"),
    ],
)
def test_a_phrase_means_days_at_its_own_granularity(text: str, start: str, end: str) -> None:
    span = resolve_date(text, WEDNESDAY)
    assert span is not None
    assert (span.start, span.end, span.text) == (start, end, text)


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("Friday", "2024-02-16", "2024-02-23"),
        ("14 May", "2023-05-14", "2024-05-14"),
        ("September", "2023-09-01", "2024-09-01"),
        ("the 5th", "2024-02-05", "2024-02-05"),
    ],
)
def test_the_tense_decides_on_which_side_a_bare_date_lies(text: str, past: str, future: str) -> None:
    before, after = resolve_date(text, WEDNESDAY), resolve_date(text, WEDNESDAY, is_future=True)
    assert before is not None and after is not None
    assert (before.start, after.start) == (past, future)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("two days earlier", "2024-01-08"),
        ("the previous day", "2024-01-09"),
        ("the day before", "2024-01-09"),
        ("a day later", "2024-01-11"),
        ("the following day", "2024-01-11"),
        ("three days after", "2024-01-13"),
        ("three days ago", "2024-02-18"),  # from today
        ("the day before yesterday", "2024-02-19"),
    ],
)
def test_earlier_and_later_count_from_the_day_told_before(text: str, day: str) -> None:
    span = resolve_date(text, WEDNESDAY, told=date(2024, 1, 10))
    assert span is not None and span.start == day


@pytest.mark.parametrize("text", ["a day later", "the next day", "two weeks after"])
def test_later_than_a_day_that_nobody_told_is_no_day(text: str) -> None:
    assert resolve_date(text, WEDNESDAY) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("by Friday", "2024-02-21", "2024-02-23"),
        ("by the end of the year", "2024-02-21", "2024-12-31"),
        ("until May", "2024-02-21", "2024-05-31"),
        ("the weekend", "2024-02-24", "2024-02-25"),
        ("next spring", "2024-03-01", "2024-05-31"),
    ],
)
def test_a_stretch_still_to_come(text: str, start: str, end: str) -> None:
    span = resolve_date(text, WEDNESDAY, is_future=True)
    assert span is not None
    assert (span.start, span.end) == (start, end)


def test_the_start_of_a_year_looks_back_over_new_year() -> None:
    span = resolve_date("30 December", date(2024, 1, 3))
    assert span is not None and span.start == "2023-12-30"


@pytest.mark.parametrize("text", ["weekly", "decades", "the dawn of time", "", "32nd", "1066"])
def test_what_is_no_day_stays_unresolved(text: str) -> None:
    assert resolve_date(text, WEDNESDAY) is None


def test_an_impossible_day_still_tells_the_month() -> None:
    span = resolve_date("31 April 2023", WEDNESDAY)
    assert span is not None
    assert (span.start, span.end) == ("2023-04-01", "2023-04-30")


@pytest.mark.parametrize(("text", "start"), [("5 May 2021", "2021-05-05"), ("2021", "2021-01-01")])
def test_without_a_day_of_publication_a_year_is_needed(text: str, start: str) -> None:
    span = resolve_date(text, None)
    assert span is not None and span.start == start
    assert resolve_date("Monday", None) is None
    assert resolve_date("5 May", None) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-02-21", WEDNESDAY),
        ("2024-02-21T10:30:00Z", WEDNESDAY),
        ("2024-02", date(2024, 2, 1)),
        ("2024", date(2024, 1, 1)),
        ("21 February", None),
        ("", None),
        (None, None),
    ],
)
def test_the_day_of_a_document(text: str | None, day: date | None) -> None:
    assert document_day(text) == day


COUNTS = st.sampled_from(["a", "two", "12", "120", "999"])
PHRASES = st.builds("{} {} {}".format, COUNTS, st.sampled_from(["days", "weeks", "months", "years"]), st.just("ago"))
DAYS = st.builds("{} {}".format, st.integers(0, 40), st.sampled_from(["February", "June", "Dec."]))


@given(PHRASES | DAYS | st.text(max_size=30), st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.booleans())
@settings(deadline=None, max_examples=200)
def test_any_phrase_gives_a_span_that_runs_forward_or_none(text: str, on: date, is_future: bool) -> None:
    span = resolve_date(text, on, is_future=is_future)
    if span is not None:
        assert date.fromisoformat(span.start) <= date.fromisoformat(span.end)
        assert span.text == text
