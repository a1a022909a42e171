"""Lasting relations that several documents state.

leads(takaichi, JPN, "Prime Minister") in two documents -> one tie with two reports
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from explorer.identity.actors import Actors
from explorer.identity.evidence import merged, placed
from explorer.identity.votes import choose
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
    return replace(
        ties[0],
        since=choose(tie.since for tie in ties),
        until=choose(tie.until for tie in ties),
        evidence=merged(one for tie in ties for one in tie.evidence),
        reports=len({document for document, _ in reports}),
    )
