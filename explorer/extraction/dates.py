"""Resolves the dates of a text against the day it was published, at the granularity of its words.

"in early February" in an article of 2024-02-21 -> 2024-02-01 … 2024-02-10

Written here because date libraries return one day for every phrase and take a millisecond for each.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Span

from explorer.model import DateSpan

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
PART = r"(?:(?P<part>early|mid|late|the beginning of|the end of|the start of)[ -])?"
FIRST_YEAR, LAST_YEAR = 1900, 2100
PARTS = {
    "early": (1, 10),
    "the beginning of": (1, 10),
    "the start of": (1, 10),
    "mid": (10, 20),
    "late": (20, 31),
    "the end of": (20, 31),
}
WEEKEND = (5, 6)


@dataclass(frozen=True, slots=True)
class _Context:
    on: date
    is_future: bool


Rule = Callable[[re.Match[str], _Context], tuple[date, date] | None]


def resolve_date(text: str, on: date | None, *, is_future: bool = False) -> DateSpan | None:
    """Resolve a phrase; without a day of publication only phrases with a year can be."""
    lowered = text.lower()
    for pattern, rule in RULES:
        match = pattern.search(lowered)
        if match is None:
            continue
        if on is None and not match.groupdict().get("year"):
            return None
        span = rule(match, _Context(on or date(FIRST_YEAR, 1, 1), is_future))
        if span is not None:
            return DateSpan(span[0].isoformat(), span[1].isoformat(), text)
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


def _day_month_year(match: re.Match[str], context: _Context) -> tuple[date, date] | None:
    month, day = MONTHS[match["month"]], int(match["day"])
    year = int(match["year"]) if match["year"] else _near_year(month, day, context)
    return _day(year, month, day)


def _month_year(match: re.Match[str], context: _Context) -> tuple[date, date] | None:
    month = MONTHS[match["month"]]
    if match["year"]:
        year = int(match["year"])
    elif match["which"]:
        year = _near_year(month, 1, _Context(context.on, match["which"] == "next"))
    else:
        year = _near_year(month, 1, context)
    return _part_of_month(year, month, match["part"])


def _weekday(match: re.Match[str], context: _Context) -> tuple[date, date] | None:
    weekday = WEEKDAYS[match["weekday"]]
    back = (context.on.weekday() - weekday) % 7
    which = match["which"]
    if which == "next" or (which != "last" and context.is_future and back):
        day = context.on + timedelta(days=7 - back)
    else:
        day = context.on - timedelta(days=back or (7 if which == "last" else 0))
    return day, day


def _relative_day(match: re.Match[str], context: _Context) -> tuple[date, date] | None:
    shift = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0}[match["word"]]
    day = context.on + timedelta(days=shift)
    return day, day


def _ago(match: re.Match[str], context: _Context) -> tuple[date, date] | None:
    count = _count(match["count"])
    sign = 1 if match["ago"] in {"later", "from now"} or match["in"] else -1
    unit = match["unit"]
    if unit == "day":
        day = context.on + timedelta(days=sign * count)
        return day, day
    if unit == "week":
        return _week(context.on + timedelta(weeks=sign * count))
    if unit == "month":
        return _months(context.on, sign * count)
    return _year(context.on.year + sign * count)


def _unit(match: re.Match[str], context: _Context) -> tuple[date, date] | None:
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
        return _week(context.on + timedelta(weeks=shift))
    if unit == "weekend":
        monday = _week(
            context.on + timedelta(weeks=shift if shift >= 0 else (0 if context.on.weekday() in WEEKEND else -1))
        )[0]
        return monday + timedelta(days=WEEKEND[0]), monday + timedelta(days=WEEKEND[1])
    if unit == "month":
        return _months(context.on, shift)
    return _year(context.on.year + shift)


def _day_of_month(match: re.Match[str], context: _Context) -> tuple[date, date] | None:
    day = int(match["day"])
    back = 1 if day > context.on.day and not context.is_future else 0
    first, _ = _months(context.on, -back)
    return _day(first.year, first.month, day)


def _plain_year(match: re.Match[str], context: _Context) -> tuple[date, date] | None:
    year = int(match["year"])
    return _year(year) if FIRST_YEAR < year < LAST_YEAR else None


def _day(year: int, month: int, day: int) -> tuple[date, date] | None:
    try:
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


def _part_of_month(year: int, month: int, part: str | None) -> tuple[date, date]:
    last = calendar.monthrange(year, month)[1]
    first_day, last_day = PARTS.get(part or "", (1, last))
    return date(year, month, first_day), date(year, month, min(last_day, last))


def _near_year(month: int, day: int, context: _Context) -> int:
    """Take the year that puts a bare month or day nearest, on the side the verb's tense points to."""
    this_year = (context.on.year, month, day)
    today = (context.on.year, context.on.month, context.on.day)
    if context.is_future:
        return context.on.year if this_year >= (today[0], today[1], 1) else context.on.year + 1
    return context.on.year if this_year <= today else context.on.year - 1


def _months(day: date, shift: int) -> tuple[date, date]:
    index = day.year * 12 + day.month - 1 + shift
    return _part_of_month(index // 12, index % 12 + 1, None)


def _week(day: date) -> tuple[date, date]:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _year(year: int) -> tuple[date, date] | None:
    return (date(year, 1, 1), date(year, 12, 31)) if FIRST_YEAR <= year <= LAST_YEAR else None


def _count(text: str) -> int:
    words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    if text in {"a", "an"}:
        return 1
    return words.index(text) if text in words else int(text)


COUNT = r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
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
    (re.compile(r"\b(?P<word>today|tonight|yesterday|tomorrow|overnight)\b"), _relative_day),
    (
        re.compile(rf"\b(?P<in>in )?{COUNT} (?P<unit>day|week|month|year)s?(?: (?P<ago>ago|earlier|later|from now))"),
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
