"""When something happened, as far as its words or its reports tell.

Event(date=None, evidence from 2025-10-25 and 2025-10-29) -> 2025-10-25 to 2025-10-29
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from explorer.knowledge.partial_dates import FORM, first_day, last_day
from explorer.model import Commitment, CommitmentStatus, Event, Evidence, Tie

Days = tuple[date, date]  # first and last, inclusive
CLOCK = re.compile(r"(?<=\d)[T ].*$")  # feeds give "2025-10-25T09:30:00Z"


def days_of(text: str | None) -> Days | None:
    """Give the first and last day a full or partial ISO date may mean, or None if it is none."""
    day = CLOCK.sub("", text.strip()) if text else ""
    if not FORM.fullmatch(day):
        return None
    try:
        return first_day(day), last_day(day)
    except ValueError:
        return None


def reported(evidence: tuple[Evidence, ...]) -> Days | None:
    """Give the span of the dates of the documents behind something."""
    return _union([days_of(item.date) for item in evidence])


def happened(record: Event | Commitment) -> Days | None:
    """Give the days of the record itself, without looking at its reports."""
    if record.date is None:
        return None
    return _union([days_of(record.date.start), days_of(record.date.end)])


def span_of(record: Event | Commitment | Tie) -> Days | None:
    """Give the days a record counts for: its own, or else those of its reports.

    What is still in force ("the alliance of 1951") counts from its beginning to its latest report.
    """
    reports = reported(record.evidence)
    if isinstance(record, Tie):
        return _tenure(record) or reports
    own = happened(record)
    if own is None:
        return reports
    in_force = isinstance(record, Commitment) and record.status is CommitmentStatus.ACTIVE
    return (own[0], max(own[1], reports[1])) if in_force and reports else own


def in_words(days: Days | None) -> str | None:
    """Say a span as people do: "25 October 2025", "October 2025", "2025", "27 October – 2 November 2025".

    The article's own words ("Thursday") mean nothing beside other articles.
    """
    if days is None:
        return None
    first, last = days
    if first == last:
        return _day_in_words(first)
    if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    is_month = (
        first.day == 1 and (last + timedelta(days=1)).day == 1 and (first.year, first.month) == (last.year, last.month)
    )
    if is_month:
        return f"{calendar.month_name[first.month]} {first.year}"
    start = f"{first.day} {calendar.month_name[first.month]}" + ("" if first.year == last.year else f" {first.year}")
    return f"{start} – {_day_in_words(last)}"


def _day_in_words(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _tenure(tie: Tie) -> Days | None:
    since, until = days_of(tie.since), days_of(tie.until)
    if since is None and until is None:
        return None
    return (since[0] if since else date.min, until[1] if until else date.max)


def _union(spans: list[Days | None]) -> Days | None:
    known = [span for span in spans if span]
    return (min(span[0] for span in known), max(span[1] for span in known)) if known else None
