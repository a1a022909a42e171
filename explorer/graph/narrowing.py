"""What of a question the database can answer, so that a large store need not be read whole.

narrow(Filters(actor=("Japan",), since="2025-10"), actors) -> Narrow(actors=({"country:JPN"},), since="2025-10-01")
"""

from __future__ import annotations

from explorer.graph.filters import Filters
from explorer.graph.naming import find_actors, find_country
from explorer.graph.select import SAME_STATUS
from explorer.model import Actor, World
from explorer.store import Narrow
from explorer.when import days_of


def narrow(filters: Filters, actors: tuple[Actor, ...], former_ids: dict[str, str]) -> Narrow:
    """Give conditions that leave out nothing `select` would keep; raises ExplorerError for an unknown actor."""
    if filters.topic:  # a topic that is nowhere is refused, and that takes all records to tell
        return Narrow()
    known = World(actors=actors, former_ids=former_ids)
    named = [[find_actors(known, wanted) for wanted in filters.actor]]
    named += [[find_country(known, wanted) for wanted in filters.country]]
    since, until = days_of(filters.since), days_of(filters.until)
    return Narrow(
        event_types=filters.event_type,
        statuses=filters.status,
        commitment_statuses=_commitment_statuses(filters),
        since=since[0].isoformat() if since else None,
        until=until[1].isoformat() if until else None,
        min_reports=filters.min_reports,
        min_confidence=filters.min_confidence,
        actors=tuple(frozenset().union(*sets) for sets in named if sets),
        every_commitment=bool(filters.commitment or filters.focus),  # these find commitments by name
    )


def _commitment_statuses(filters: Filters) -> tuple[str, ...]:
    if not filters.status:
        return ()
    fitting = [status for status, same in SAME_STATUS.items() if {str(status), str(same)} & set(filters.status)]
    return tuple(map(str, fitting)) or ("none",)
