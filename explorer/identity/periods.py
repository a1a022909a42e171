"""Reports that may be of the same time.

24 October · 22 to 25 October · November -> [24 October, 22 to 25 October], [November]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from typing import NamedTuple

from explorer.knowledge.partial_dates import FORM, first_day, last_day
from explorer.model import DateSpan

LAST_ORDINAL = date.max.toordinal()


class Period(NamedTuple):
    """First and last day, both included, as ordinals."""

    first: int
    last: int

    @property
    def days(self) -> int:
        return self.last - self.first + 1

    def meets(self, other: Period) -> bool:
        """Tell whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def widened(self, before: int, after: int) -> Period:
        """Add days at both ends."""
        return Period(max(1, self.first - before), min(LAST_ORDINAL, self.last + after))

    def shared(self, other: Period) -> Period:
        """Give the days in common."""
        return Period(max(self.first, other.first), min(self.last, other.last))


@dataclass(slots=True)
class Group:
    """Places of the reports in the list that was grouped, and the days they have in common; none if undated."""

    members: list[int] = field(default_factory=list)
    period: Period | None = None


def period_of(start: str | None, end: str | None = None) -> Period | None:
    """Read one or two full or partial ISO dates; None if there is no date to read."""
    first, last = (start or "")[:10], (end or start or "")[:10]
    if not FORM.fullmatch(first) or not FORM.fullmatch(last):
        return None
    try:
        period = Period(first_day(first).toordinal(), last_day(last).toordinal())
    except ValueError:
        return None
    return period if period.days > 0 else None


def span_period(span: DateSpan | None) -> Period | None:
    """Give the days that the words of the text mean."""
    return period_of(span.start, span.end) if span else None


def most_precise(spans: Iterable[DateSpan | None]) -> DateSpan | None:
    """Take the shortest span that can be read, of equals the earliest."""
    dated = [(period.days, period, span) for span in spans if span and (period := span_period(span))]
    return min(dated, key=lambda one: (one[0], one[1], one[2].text))[2] if dated else None


def runs(windows: Sequence[Period]) -> list[list[int]]:
    """Cut windows, in the order of their last days, into the fewest runs that each have a day in common.

    A new run begins where the next window does not meet the days shared so far. The first end of a run lies in all its
    members: chains of windows that only touch their neighbour do not grow.
    """
    found: list[list[int]] = []
    shared: Period | None = None
    for place in sorted(range(len(windows)), key=lambda place: (windows[place].last, windows[place].first, place)):
        if shared and shared.meets(windows[place]):
            found[-1].append(place)
            shared = shared.shared(windows[place])
        else:
            found.append([place])
            shared = windows[place]
    return found


def group_by_time(periods: Sequence[Period | None], *, precise: int) -> list[Group]:
    """Group what may be of the same time, whatever order it comes in.

    Periods of up to `precise` days are grouped so that all of a group have a day in common. A longer one ("in 2025")
    or a missing one would join everything: it goes to a group only if that is the only one it meets.
    """
    groups = _precise_groups(periods, precise)
    ends = [group.period.last for group in groups if group.period]
    coarse: list[Group] = []
    for period, members in _coarse(periods, precise):
        met = [*_meeting(groups, ends, period), *(one for one in coarse if one.period and one.period.meets(period))]
        if len(met) == 1:
            met[0].members += members
        else:
            coarse.append(Group(members, period))
    return _with_undated([*groups, *coarse], [place for place, period in enumerate(periods) if period is None])


def _precise_groups(periods: Sequence[Period | None], precise: int) -> list[Group]:
    places = [place for place, period in enumerate(periods) if period and period.days <= precise]
    windows = [period for period in periods if period and period.days <= precise]
    return [
        Group([places[at] for at in run], reduce(Period.shared, (windows[at] for at in run))) for run in runs(windows)
    ]


def _coarse(periods: Sequence[Period | None], precise: int) -> list[tuple[Period, list[int]]]:
    places: dict[Period, list[int]] = {}
    for place, period in enumerate(periods):
        if period and period.days > precise:
            places.setdefault(period, []).append(place)
    return sorted(places.items(), key=lambda item: (item[0].days, item[0]))


def _meeting(groups: list[Group], ends: list[int], period: Period) -> list[Group]:
    """Find the groups that a period meets; precise groups share no day, so they are sorted by both ends."""
    place = bisect_left(ends, period.first)
    met = []
    for group in groups[place:]:
        if group.period is None or not group.period.meets(period):
            break
        met.append(group)
    return met


def _with_undated(groups: list[Group], undated: list[int]) -> list[Group]:
    if not undated:
        return groups
    if len(groups) == 1:
        groups[0].members += undated
        return groups
    return [*groups, Group(undated)]
