"""Days, weeks, months and years as first and last day, and the rules that dates are read by.

(2024, 2) -> 2024-02-01 … 2024-02-29
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
PART = r"(?:(?P<part>early|mid|late|the beginning of|the middle of|the end of|the start of)[ -])?"
FIRST_YEAR, LAST_YEAR = 1900, 2100
PARTS = {
    "early": (1, 10),
    "the beginning of": (1, 10),
    "the start of": (1, 10),
    "mid": (10, 20),
    "the middle of": (10, 20),
    "late": (20, 31),
    "the end of": (20, 31),
}
COUNT = r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"


@dataclass(frozen=True, slots=True)
class Context:
    on: date
    is_future: bool
    told: date | None = None  # the last day told before, from which "a day later" counts


Rule = Callable[[re.Match[str], Context], tuple[date, date] | None]


def one_day(year: int, month: int, day: int) -> tuple[date, date] | None:
    try:
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


def part_of_month(year: int, month: int, part: str | None) -> tuple[date, date]:
    last = calendar.monthrange(year, month)[1]
    first_day, last_day = PARTS.get(part or "", (1, last))
    return date(year, month, first_day), date(year, month, min(last_day, last))


def months_from(day: date, shift: int) -> tuple[date, date]:
    index = day.year * 12 + day.month - 1 + shift
    return part_of_month(index // 12, index % 12 + 1, None)


def week_of(day: date) -> tuple[date, date]:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def whole_year(year: int) -> tuple[date, date] | None:
    return (date(year, 1, 1), date(year, 12, 31)) if FIRST_YEAR <= year <= LAST_YEAR else None


def count_of(text: str) -> int:
    words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    if text in {"a", "an"}:
        return 1
    return words.index(text) if text in words else int(text)
