"""Lasting relations that several documents state.

leads(takaichi, JPN, "Prime Minister") in two documents -> one tie with two reports
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from explorer.identity.actors import Actors
from explorer.identity.evidence import merged, placed
from explorer.model import Extraction, Tie

TieKey = tuple[str, str, str, str]


def resolve_ties(extractions: Iterable[Extraction], actors: Actors) -> tuple[Tie, ...]:
    """Merge ties of one kind, between the same two, in the same role."""
    found: dict[TieKey, list[tuple[str, Tie]]] = defaultdict(list)
    for extraction in extractions:
        ids = actors.of(extraction)
        for tie in extraction.ties:
            here = _in_world(tie, extraction, ids)
            if here.source != here.target:
                found[here.kind, here.source, here.target, here.role or ""].append((extraction.document.id, here))
    return tuple(_merge(found[key]) for key in sorted(found))


def _in_world(tie: Tie, extraction: Extraction, ids: Mapping[str, str]) -> Tie:
    return replace(
        tie,
        source=ids.get(tie.source, tie.source),
        target=ids.get(tie.target, tie.target),
        evidence=placed(tie.evidence, extraction.document),
    )


def _merge(reports: list[tuple[str, Tie]]) -> Tie:
    ties = [tie for _, tie in reports]
    since, until = _tenure(ties)
    return replace(
        ties[0],
        since=since,
        until=until,
        evidence=merged(one for tie in ties for one in tie.evidence),
        reports=len({document for document, _ in reports}),
    )


def _tenure(ties: list[Tie]) -> tuple[str | None, str | None]:
    """Take the commonest dates as a pair, since an office may be held twice; of equals the latest."""
    votes = Counter((tie.since, tie.until) for tie in ties if tie.since or tie.until)
    return max(votes, key=lambda pair: (votes[pair], pair[0] or "", pair[1] or "~"), default=(None, None))
