"""Resolves the dates of a text against the day it was published, at the granularity of its words.

"in early February" in an article of 2024-02-21 -> 2024-02-01 … 2024-02-10

Written here because date libraries return one day for every phrase and take a millisecond for each.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from spacy.tokens import Span

from explorer.extraction.calendars import (
    COUNT,
    FIRST_YEAR,
    LAST_YEAR,
    MONTH,
    MONTHS,
    PART,
    Context,
    Rule,
    count_of,
    months_from,
    one_day,
    part_of_month,
    week_of,
    whole_year,
)
from explorer.extraction.periods import PERIODS, resolve_bounded
from explorer.model import DateSpan

WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
WEEKEND = (5, 6)
RELATIVE_DAYS = {
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "overnight": 0,
}
BOUNDED = re.compile(r"^(?P<word>since|by|until) (?P<rest>.+)$", re.DOTALL)


def resolve_date(text: str, on: date | None, *, is_future: bool = False, told: date | None = None) -> DateSpan | None:
    """Resolve a phrase; without a day of publication only phrases with a year can be.

    "two days later" counts from `told`, the last day named before.
    """
    lowered = " ".join(text.lower().split())
    bounded = BOUNDED.match(lowered)
    if bounded is not None and on is not None:
        word = bounded["word"]
        span = _resolved(bounded["rest"], on, Context(on, is_future and word != "since", told))
        span = span and resolve_bounded(word, span, on)
    else:
        span = _resolved(lowered, on, Context(on or date(FIRST_YEAR, 1, 1), is_future, told))
    return DateSpan(span[0].isoformat(), span[1].isoformat(), text) if span is not None else None


def _resolved(lowered: str, on: date | None, context: Context) -> tuple[date, date] | None:
    for pattern, rule in RULES:
        match = pattern.search(lowered)
        if match is None:
            continue
        if on is None and not (match.groupdict().get("year") or match.groupdict().get("decade")):
            return None
        try:
            span = rule(match, context)
        except (OverflowError, ValueError):  # "999 years ago" falls out of the calendar
            span = None
        if span is not None:
            return span
    return None


def document_day(text: str | None) -> date | None:
    """Give the day of an ISO date; of a month or year its first day."""
    if not text:
        return None
    try:
        return date.fromisoformat((text + "-01-01")[:10] if len(text) < 10 else text[:10])
    except ValueError:
        return None


def is_date(ent: Span) -> bool:
    return ent.label_ == "DATE"


def phrase_of(ent: Span) -> str:
    """Give the phrase with a "since", "by" or "until" before it, which make a stretch of a day."""
    if ent.start > ent.sent.start:
        before = ent.doc[ent.start - 1]
        if before.lower_ in {"since", "by", "until"}:
            return f"{before.text} {ent.text}"
    return ent.text


def _day_month_year(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    month, day = MONTHS[match["month"]], int(match["day"])
    year = int(match["year"]) if match["year"] else _near_year(month, day, context)
    return one_day(year, month, day)


def _days_of_month(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    """ "3-5 May": from the first day to the last."""
    last = _day_month_year(match, context)
    first = int(match["first"])
    return (last[0].replace(day=first), last[0]) if last is not None and 0 < first <= last[0].day else None


def _month_year(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    month = MONTHS[match["month"]]
    if match["year"]:
        year = int(match["year"])
    elif match["which"]:
        year = _near_year(month, 1, Context(context.on, match["which"] == "next"))
    else:
        year = _near_year(month, 1, context)
    return part_of_month(year, month, match["part"])


def _weekday(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    weekday = WEEKDAYS[match["weekday"]]
    back = (context.on.weekday() - weekday) % 7
    which = match["which"]
    if which == "next" or (which != "last" and context.is_future and back):
        day = context.on + timedelta(days=7 - back)
    else:
        day = context.on - timedelta(days=back or (7 if which == "last" else 0))
    return day, day


def _relative_day(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    day = context.on + timedelta(days=RELATIVE_DAYS[match["word"]])
    return day, day


def _ago(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    count = count_of(match["count"])
    sign = 1 if match["ago"] == "from now" else -1
    unit = match["unit"]
    if unit == "day":
        day = context.on + timedelta(days=sign * count)
        return day, day
    if unit == "week":
        return week_of(context.on + timedelta(weeks=sign * count))
    if unit == "month":
        return months_from(context.on, sign * count)
    return whole_year(context.on.year + sign * count)


def _unit(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    shift = {
        "last": -1,
        "past": -1,
        "previous": -1,
        "this": 0,
        "next": 1,
        "coming": 1,
        "earlier this": 0,
        "later this": 0,
    }[match["which"]]
    unit = match["unit"]
    if unit == "week":
        return week_of(context.on + timedelta(weeks=shift))
    if unit == "weekend":
        monday = week_of(
            context.on + timedelta(weeks=shift if shift >= 0 else (0 if context.on.weekday() in WEEKEND else -1))
        )[0]
        return monday + timedelta(days=WEEKEND[0]), monday + timedelta(days=WEEKEND[1])
    if unit == "month":
        return months_from(context.on, shift)
    return whole_year(context.on.year + shift)


def _day_of_month(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    day = int(match["day"])
    back = 1 if day > context.on.day and not context.is_future else 0
    first, _ = months_from(context.on, -back)
    return one_day(first.year, first.month, day)


def _plain_year(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    year = int(match["year"])
    return whole_year(year) if FIRST_YEAR < year < LAST_YEAR else None


def _near_year(month: int, day: int, context: Context) -> int:
    """Take the year that puts a bare month or day nearest, on the side the verb's tense points to."""
    this_year = (context.on.year, month, day)
    today = (context.on.year, context.on.month, context.on.day)
    if context.is_future:
        return context.on.year if this_year >= (today[0], today[1], 1) else context.on.year + 1
    return context.on.year if this_year <= today else context.on.year - 1


RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    *PERIODS,
    (
        re.compile(
            rf"\b(?P<first>\d{{1,2}})(?: ?[-–] ?| to | and )(?P<day>\d{{1,2}}) {MONTH}(?:,? (?P<year>(?:19|20)\d\d))?\b"
        ),
        _days_of_month,
    ),
    (
        re.compile(
            rf"\b{MONTH} (?P<first>\d{{1,2}})(?: ?[-–] ?| to )(?P<day>\d{{1,2}})\b(?:,? (?P<year>(?:19|20)\d\d))?\b"
        ),
        _days_of_month,
    ),
    (
        re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? (?P<year>(?:19|20)\d\d))?\b"),
        _day_month_year,
    ),
    (
        re.compile(rf"\b{MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,? (?P<year>(?:19|20)\d\d))?"),
        _day_month_year,
    ),
    (re.compile(rf"\b{PART}(?:(?P<which>last|next|this) )?{MONTH}(?:,? (?P<year>(?:19|20)\d\d))?\b"), _month_year),
    (re.compile(rf"\b(?:(?P<which>last|next|this|past) )?(?P<weekday>{'|'.join(WEEKDAYS)})\b"), _weekday),
    (
        re.compile(rf"\b(?P<word>{'|'.join(RELATIVE_DAYS)})\b"),
        _relative_day,
    ),
    (
        re.compile(rf"\b{COUNT} (?P<unit>day|week|month|year)s?(?: (?P<ago>ago|from now))"),
        _ago,
    ),
    (
        re.compile(
            r"\b(?P<which>earlier this|later this|last|past|previous|this|next|coming) "
            r"(?P<unit>week|weekend|month|year)\b"
        ),
        _unit,
    ),
    (re.compile(r"^(?:the )?(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)$"), _day_of_month),
    (re.compile(r"\b(?P<year>(?:19|20)\d\d)\b"), _plain_year),
)
