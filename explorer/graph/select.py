"""The one place that applies filters.

select(world, Filters(country=("JPN",), status=("future",))) -> the planned visits to and from Japan
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from explorer.errors import ExplorerError
from explorer.graph.filters import Filters
from explorer.graph.links import ends_of, links_of
from explorer.graph.naming import find_actors, find_commitments, find_country, find_focus
from explorer.model import Commitment, CommitmentStatus, Event, Status, Tie, World
from explorer.when import days_of, span_of

Record = Event | Commitment | Tie
R = TypeVar("R", Event, Commitment, Tie)
SAME_STATUS = {
    CommitmentStatus.PLANNED: Status.FUTURE,
    CommitmentStatus.ACTIVE: Status.ACTUAL,
    CommitmentStatus.HELD: Status.ACTUAL,
    CommitmentStatus.CANCELLED: Status.NEGATED,
    CommitmentStatus.ENDED: Status.HISTORICAL,
}


def select(world: World, filters: Filters) -> World:
    """Keep what the filters ask for, the actors it concerns and the documents that say so.

    Records keep all their ends; an end that is not among the actors kept (`actor_type`) is not drawn.
    Ties stay between the actors that remain; those of the actors asked for bring in their other end.
    """
    if filters.is_empty:
        return world
    _check_topics(world, filters)
    chosen = _chosen_actors(world, filters)
    typed = {actor.id for actor in world.actors if not filters.actor_type or actor.type in filters.actor_type}
    centre: set[str] = set().union(*(find_focus(world, wanted) for wanted in filters.focus))
    fits = partial(_fits, filters=filters, typed=typed)
    touches = partial(_touches, chosen=chosen)
    kept = replace(
        world,
        events=_only(world.events, touches, fits, _event_test(filters)),
        commitments=_only(world.commitments, touches, fits, _commitment_test(world, filters)),
    )
    involved = {end for record in _records(replace(kept, ties=())) for end in ends_of(record)} | centre
    kept = replace(kept, ties=_only(world.ties, fits, _tie_test(filters, chosen, involved)))
    visible = typed
    if filters.focus:
        near = _near(kept, centre, filters.hops)
        kept, visible = _around(kept, centre, near), typed & near
    involved = {end for record in _records(kept) for end in ends_of(record)} & visible
    return _cleaned(kept, involved | centre)


def _chosen_actors(world: World, filters: Filters) -> tuple[set[str], ...]:
    """Give one set for each filter that names actors; a record has to touch every set."""
    actors = [find_actors(world, wanted) for wanted in filters.actor]
    countries = [find_country(world, wanted) for wanted in filters.country]
    return tuple(set().union(*sets) for sets in (actors, countries) if sets)


def _only(records: tuple[R, ...], *tests: Callable[[R], bool]) -> tuple[R, ...]:
    return tuple(record for record in records if all(test(record) for test in tests))


def _touches(record: Record, *, chosen: tuple[set[str], ...]) -> bool:
    ends = set(ends_of(record))
    return all(ends & ids for ids in chosen)


def _fits(record: Record, *, filters: Filters, typed: set[str]) -> bool:
    return (
        _has_typed_ends(record, typed)
        and record.reports >= filters.min_reports
        and _is_sure(record, filters)
        and _is_topical(record, filters)
        and _has_status(record, filters)
        and _is_in_time(record, filters)
    )


def _has_typed_ends(record: Record, typed: set[str]) -> bool:
    """Tell whether there is still something to draw: a link, a party, or the only end of an event with one."""
    links = () if isinstance(record, Commitment) else links_of(record)
    return any(set(link) <= typed for link in links) if links else any(end in typed for end in ends_of(record))


def _is_sure(record: Record, filters: Filters) -> bool:
    return isinstance(record, Tie) or record.confidence >= filters.min_confidence


def _is_topical(record: Record, filters: Filters) -> bool:
    if isinstance(record, Tie) or not filters.topic:
        return True
    wanted = {_topic_key(topic) for topic in filters.topic}
    return any(_topic_key(topic) in wanted for topic in record.topics)


def _topic_key(topic: str) -> str:
    return topic.casefold().replace(" ", "_")


def _has_status(record: Record, filters: Filters) -> bool:
    if isinstance(record, Tie) or not filters.status:
        return True
    if isinstance(record, Commitment):
        return record.status in filters.status or SAME_STATUS[record.status] in filters.status
    return record.status in filters.status


def _is_in_time(record: Record, filters: Filters) -> bool:
    since, until = days_of(filters.since), days_of(filters.until)
    if since is None and until is None:
        return True
    span = span_of(record)
    if span is None:  # a tie without dates may hold at any time; an event must not be guessed
        return isinstance(record, Tie)
    return (since is None or span[1] >= since[0]) and (until is None or span[0] <= until[1])


def _event_test(filters: Filters) -> Callable[[Event], bool]:
    if filters.event_type:
        return lambda event: event.type in filters.event_type
    return lambda event: not filters.commitment


def _commitment_test(world: World, filters: Filters) -> Callable[[Commitment], bool]:
    ids: set[str] = set().union(*(find_commitments(world, wanted) for wanted in filters.commitment))
    if filters.commitment:
        return lambda commitment: commitment.id in ids
    return lambda commitment: not filters.event_type


def _check_topics(world: World, filters: Filters) -> None:
    records: tuple[Event | Commitment, ...] = (*world.events, *world.commitments)
    known = {topic for record in records for topic in record.topics}
    for topic in filters.topic:
        if _topic_key(topic) not in map(_topic_key, known):
            raise ExplorerError(f"topic: nothing here is about {topic!r}; choose from {', '.join(sorted(known))}")


def _tie_test(filters: Filters, chosen: tuple[set[str], ...], involved: set[str]) -> Callable[[Tie], bool]:
    """A question about events or commitments is not answered by a tie alone; a question about actors is."""
    asks_for_records = (
        filters.event_type
        or filters.commitment
        or filters.topic
        or filters.status
        or filters.min_confidence
        or filters.since
        or filters.until
    )

    def is_wanted(tie: Tie) -> bool:
        joins_those_left = {tie.source, tie.target} <= involved
        return joins_those_left or (not asks_for_records and _touches(tie, chosen=chosen))

    return is_wanted


def _near(world: World, centre: set[str], hops: int) -> set[str]:
    """Give what lies within `hops` steps; all parties of a commitment are one step from each other."""
    near = set(centre)
    for _ in range(hops):
        before = len(near)
        near |= {end for record in _records(world) for link in _steps(record) if near & {*link} for end in link}
        if len(near) == before:
            break
    return near


def _around(world: World, centre: set[str], near: set[str]) -> World:
    def is_near(record: Record) -> bool:
        steps = _steps(record)
        return any(set(link) <= near for link in steps) if steps else set(ends_of(record)) <= near

    return replace(
        world,
        events=_only(world.events, is_near),
        ties=_only(world.ties, is_near),
        commitments=_only(world.commitments, lambda item: item.id in centre or is_near(item)),
    )


def _steps(record: Record) -> list[tuple[str, str]]:
    if not isinstance(record, Commitment):
        return links_of(record)
    ends = ends_of(record)
    between = [(first, second) for first in ends for second in ends if first < second]
    return [*between, *((record.id, end) for end in ends)]


def _records(world: World) -> Iterable[Record]:
    yield from world.ties
    yield from world.events
    yield from world.commitments


def _cleaned(world: World, involved: set[str]) -> World:
    documents = {item.document for record in _records(world) for item in record.evidence}
    return replace(
        world,
        actors=tuple(actor for actor in world.actors if actor.id in involved),
        documents=tuple(document for document in world.documents if document.id in documents),
    )
