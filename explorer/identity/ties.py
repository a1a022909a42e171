"""Lasting relations that several documents state.

leads(takaichi, JPN, "Prime Minister") in two documents -> one tie with two reports
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from explorer.identity.evidence import merged
from explorer.model import Tie

Dates = tuple[str | None, str | None]


def merge_ties(reports: Sequence[tuple[str, Tie]]) -> Tie:
    """Make one tie of those of one kind, between the same two, in one role; each comes with the family of its article.

    Articles that are nearly the same share a family, and are one report.
    """
    since, until = _tenure(reports)
    return replace(
        min((tie for _, tie in reports), key=repr),
        since=since,
        until=until,
        evidence=merged(one for _, tie in reports for one in tie.evidence),
        reports=len({family for family, _ in reports}),
    )


def _tenure(reports: Sequence[tuple[str, Tie]]) -> Dates:
    """Take the commonest dates as a pair, since an office may be held twice; of equals the latest."""
    said = {(family, tie.since, tie.until) for family, tie in reports if tie.since or tie.until}
    votes: Counter[Dates] = Counter((since, until) for _, since, until in said)
    return max(votes, key=lambda pair: (votes[pair], pair[0] or "", pair[1] or "~"), default=(None, None))
