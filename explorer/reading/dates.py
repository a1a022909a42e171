"""Bring dates of articles to ISO 8601 without inventing what was not written.

"18 July 2017" -> "2017-07-18", "2016-10" -> "2016-10", "12/11/10" -> None
"""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

PARTIAL = re.compile(r"[0-9]{4}(?:-[0-9]{2})?")
YEARS = range(1600, 2200)  # outside lie placeholders: 0001-01-01, 9999-12-31
LONGEST = 80
FORMATS = ("%Y/%m/%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%A, %d %B %Y", "%A, %B %d, %Y")
MONTH_FORMATS = ("%B %Y", "%b %Y", "%Y/%m")


def iso_date(value: object) -> str | None:
    """Return YYYY, YYYY-MM or YYYY-MM-DD, as exact as `value` is; None where it cannot be or could be two days."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    if isinstance(value, int) and not 0 < value < 10**8:
        return None
    words = str(value).strip()
    if not words or len(words) > LONGEST:
        return None
    return _partial(words) if PARTIAL.fullmatch(words) else _full(words)


def _partial(words: str) -> str | None:
    year, _, month = words.partition("-")
    is_real = int(year) in YEARS and (not month or 1 <= int(month) <= 12)
    return words if is_real else None


def _full(words: str) -> str | None:
    day = _iso(words) or _mail(words)
    if day:
        return _within(day, "%Y-%m-%d")
    for form in FORMATS:
        if day := _parsed(words, form):
            return _within(day, "%Y-%m-%d")
    for form in MONTH_FORMATS:
        if day := _parsed(words, form):
            return _within(day, "%Y-%m")
    return None


def _within(day: datetime, form: str) -> str | None:
    return day.strftime(form) if day.year in YEARS else None


def _iso(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None


def _mail(words: str) -> datetime | None:
    """Read "Tue, 18 Jul 2017 10:00:00 GMT", as feeds write it."""
    if ":" not in words:
        return None
    try:
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError):
        return None


def _parsed(words: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(words, form)
    except ValueError:
        return None
