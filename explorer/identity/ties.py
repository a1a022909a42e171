"""Lasting relations that several documents state.

leads(takaichi, JPN, "Prime Minister") in two documents -> one tie with two reports
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from explorer.model import Tie


def merge_ties(votes: Sequence[tuple[Tie, int]], reports: int) -> Tie:
    """Make one tie of those that say the same but for its dates; each comes with the number of its reports."""
    since, until = _tenure(votes)
    first = min((tie for tie, _ in votes), key=repr)
    return replace(first, since=since, until=until, evidence=(), reports=reports)


def _tenure(votes: Sequence[tuple[Tie, int]]) -> tuple[str | None, str | None]:
    """Take the commonest dates as a pair, since an office may be held twice; of equals the latest."""
    counts: Counter[tuple[str | None, str | None]] = Counter()
    for tie, number in votes:
        if tie.since or tie.until:
            counts[tie.since, tie.until] += number
    return max(counts, key=lambda pair: (counts[pair], pair[0] or "", pair[1] or "~"), default=(None, None))
