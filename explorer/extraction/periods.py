"""Resolves phrases that mean a stretch of days or count from a day told before.

"in the first half of next year" -> January … June; "in the coming days" -> the week after publication
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from explorer.extraction.calendars import (
    COUNT,
    FIRST_YEAR,
    Context,
    Rule,
    count_of,
    months_from,
    part_of_month,
    week_of,
    whole_year,
)

YEAR = r"(?P<year>(?:19|20)\d\d)"
WHICH = r"(?:(?P<which>this|next|last|the current|the coming|the following|the previous) )?"
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
SHIFTS = {"last": -1, "the previous": -1, "next": 1, "the coming": 1, "the following": 1}
PARTS_OF_YEAR = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}
EDGES = {
    "early": "early",
    "the beginning of": "early",
    "beginning of": "early",
    "the start of": "early",
    "mid": "mid",
    "the middle of": "mid",
    "late": "late",
    "the end of": "late",
    "end of": "late",
}
EDGES_PATTERN = "|".join(sorted(EDGES, key=len, reverse=True))
EDGE = f"(?P<edge>{EDGES_PATTERN})[ -]"
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0}
VAGUE = {"day": 7, "week": 28, "month": 90, "year": 3 * 365, "decade": 3652}
LENGTH = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}


def resolve_bounded(word: str, span: tuple[date, date], on: date) -> tuple[date, date]:
    """ "since March" runs until now, "by 2030" from now on."""
    if word == "since":
        return span[0], max(on, span[0])
    return (on, span[1]) if span[1] >= on else span


def _year_of(match: re.Match[str], context: Context) -> int:
    if match["year"]:
        return int(match["year"])
    return context.on.year + SHIFTS.get(match["which"] or "", 0)


def _months_of(year: int, first: int, last: int) -> tuple[date, date] | None:
    if whole_year(year) is None:
        return None
    return date(year, first, 1), part_of_month(year, last, None)[1]


def _part_of_year(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    """ "the second half of 2024", "the last quarter of this year"."""
    size = 6 if match["part"] == "half" else 3
    number = ORDINALS[match["ordinal"]] or 12 // size
    if number * size > 12:
        return None
    return _months_of(_year_of(match, context), (number - 1) * size + 1, number * size)


def _edge_of(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    """ "early 2024", "the end of the month", "late last year"."""
    edge, unit = EDGES[match["edge"]], match["unit"]
    shift = SHIFTS.get(match["which"] or "", 0)
    if match["year"] or unit == "year":
        return _months_of(_year_of(match, context), *PARTS_OF_YEAR[edge])
    if unit == "month":
        first = months_from(context.on, shift)[0]
        return part_of_month(first.year, first.month, edge)
    monday, sunday = week_of(context.on + timedelta(weeks=shift))
    days = {"early": (0, 1), "mid": (2, 3), "late": (3, 6)}[edge]
    return monday + timedelta(days=days[0]), min(sunday, monday + timedelta(days=days[1]))


def _season(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    first = SEASONS[match["season"]]
    year = _year_of(match, context)
    if not match["year"] and not match["which"]:
        ahead = (context.on.year, first) >= (context.on.year, context.on.month)
        year += int(context.is_future and not ahead) - int(
            not context.is_future and ahead and first != context.on.month
        )
    elif match["which"] in {"last", "next"}:  # in November "last summer" and "next spring" are the nearest ones
        over, to_come = first + 2 < context.on.month, first > context.on.month
        year += int(match["which"] == "last" and over) - int(match["which"] == "next" and to_come)
    elif match["which"] == "this" and first - context.on.month >= 10:  # in January "this winter" began last year
        year -= 1
    if whole_year(year) is None:
        return None
    start = date(year, first, 1)
    return start, months_from(start, 2)[1]


def _part_of_current(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    """ "later this year" ends with the year, "earlier this year" today."""
    unit = match["unit"]
    if unit == "week":
        first, last = week_of(context.on)
    elif unit == "month":
        first, last = months_from(context.on, 0)
    else:
        first, last = date(context.on.year, 1, 1), date(context.on.year, 12, 31)
    return (context.on, last) if match["when"] == "later" else (first, context.on)


def _stretch(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    """ "the coming days", "the last three years", "recent weeks"."""
    unit = match["unit"]
    days = VAGUE[unit] if not match["count"] else count_of(match["count"]) * LENGTH[unit]
    if match["way"] in {"coming", "next", "following"}:
        return context.on, context.on + timedelta(days=days)
    return context.on - timedelta(days=days), context.on


def _from_now(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    """ "in two weeks" is then, "within two weeks" any day until then."""
    count, unit = count_of(match["count"]), match["unit"]
    if match["word"] == "within":
        return context.on, context.on + timedelta(days=count * LENGTH[unit])
    if unit == "day":
        return context.on + timedelta(days=count), context.on + timedelta(days=count)
    if unit == "week":
        return week_of(context.on + timedelta(weeks=count))
    return months_from(context.on, count) if unit == "month" else whole_year(context.on.year + count)


def _weekend(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    saturday = context.on + timedelta(days=5 - context.on.weekday())
    if not context.is_future and saturday > context.on:
        saturday -= timedelta(weeks=1)
    return saturday, saturday + timedelta(days=1)


def _decade(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    first = int(match["decade"] + "0")
    start, end = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(match["edge"] or "", (0, 9))
    if first < FIRST_YEAR:
        return None
    return date(first + start, 1, 1), date(first + end, 12, 31)


def _from_told(match: re.Match[str], context: Context) -> tuple[date, date] | None:
    """Count "two days earlier" and "the next day" from the day told before; without one, only backwards."""
    ahead = next(word for word in (match["word"], match["side"], match["beside"]) if word) in AHEAD
    told = context.told or (None if ahead else context.on)
    if told is None:
        return None
    count = (1 if ahead else -1) * count_of(match["count"] or "a")
    unit = match["unit"] or "day"
    if unit == "day":
        return told + timedelta(days=count), told + timedelta(days=count)
    if unit == "week":
        return week_of(told + timedelta(weeks=count))
    return months_from(told, count) if unit == "month" else whole_year(told.year + count)


def is_counted_from_told(text: str) -> bool:
    """Tell whether a phrase counts from a day told before, not from the day of the article."""
    return FROM_TOLD.search(text.lower()) is not None


AHEAD = {"later", "after", "next", "following"}
FROM_TOLD = re.compile(
    rf"\b(?:{COUNT} (?P<unit>day|week|month|year)s? (?P<word>earlier|later|before|after|previously)"
    r"|the (?P<side>previous|following|next) day|the day (?P<beside>before|after))\b(?! (?:yesterday|tomorrow))"
)
PERIODS: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (
        re.compile(
            r"\b(?P<ordinal>first|second|third|fourth|last) (?P<part>half|quarter) of "
            rf"{WHICH}(?:the )?(?:year\b|{YEAR})"
        ),
        _part_of_year,
    ),
    (re.compile(rf"\b(?:{EDGE})?(?:the )?(?P<decade>(?:19|20)\d)0s\b"), _decade),
    (re.compile(rf"\b(?P<edge>{EDGES_PATTERN})[ -]{WHICH}(?:the )?(?:(?P<unit>year|month|week)\b|{YEAR})"), _edge_of),
    (re.compile(rf"\b{WHICH}(?P<season>spring|summer|autumn|fall|winter)\b(?:(?: of|,)? {YEAR})?"), _season),
    (re.compile(r"\b(?P<when>earlier|later) this (?P<unit>week|month|year)\b"), _part_of_current),
    (FROM_TOLD, _from_told),
    (
        re.compile(
            rf"\b(?P<way>coming|next|following|last|past|previous|recent) (?:(?:few|couple of|several) |{COUNT} )?"
            r"(?P<unit>day|week|month|year)s\b"
        ),
        _stretch,
    ),
    (re.compile(rf"\b(?P<word>in|within) {COUNT} (?P<unit>day|week|month|year)s?\b(?! (?:ago|earlier))"), _from_now),
    (re.compile(r"\b(?:the|at|over) weekend\b"), _weekend),
)
