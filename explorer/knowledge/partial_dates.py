"""ISO dates known to the day, the month or the year.

"2021-10" -> first_day 2021-10-01, last_day 2021-10-31
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

FORM = re.compile(r"\d{4}(-\d\d){0,2}")


@cache
def first_day(text: str) -> date:
    """Give the first day that a partial date may mean."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day)


@cache
def last_day(text: str) -> date:
    """Give the last day that a partial date may mean."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    month = parts[1] if len(parts) == 2 else 12
    return date(parts[0], month, calendar.monthrange(parts[0], month)[1])


def _check(text: str) -> str:
    if not FORM.fullmatch(text):
        raise ValueError(f"{text!r} is not YYYY, YYYY-MM or YYYY-MM-DD")
    first_day(text)
    return text


def _year_as_text(value: object) -> object:
    return str(value) if type(value) is int else value


PartialDate = Annotated[str, BeforeValidator(_year_as_text), AfterValidator(_check)]
