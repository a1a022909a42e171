"""How two actors are connected: the shortest chains between them and what both are linked with.

shortest(world, "Akie Abe", "Japan")[0] -> Akie Abe — CONSULT — Donald Trump — CONSULT (visit) — Japan

A link is all that is reported of two actors. Each record counts status x confidence x recency x reports / log2(ends); a
tie counts by its kind and recency only (knowledge/closeness.yaml). The strength of a link is log2(1 + their sum), so
each further report adds less, and its length the inverse (Newman 2001, "Scientific collaboration networks II", Phys.
Rev. E 64, 016132). One fresh, certain report makes a link of length 1, three make 1/2.

What many share says little about any two of them: in Adamic & Adar 2003, "Friends and neighbors on the Web", Social
Networks 25, what two have in common counts 1/log of how many have it. So a record of n actors is divided by log2(n),
and a chain pays ln(neighbours) for every actor it passes through: by way of the United Nations it is long.

All parties of a commitment are one step from each other; that two only did the same to a third is no link.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, islice
from math import fsum, log, log1p, log2

import networkx as nx

from explorer.errors import ExplorerError
from explorer.graph.index import Item, explain
from explorer.graph.links import Link, ends_of, links_of
from explorer.graph.naming import find_actors
from explorer.graph.select import SAME_STATUS
from explorer.knowledge.closeness import closeness
from explorer.model import Actor, Commitment, Event, Tie, World
from explorer.when import days_of, span_of

Record = Event | Commitment | Tie
Weighed = tuple[float, Record]


@dataclass(frozen=True, slots=True)
class Stop:
    """An actor or commitment on the way; `type` is that of the actor, or the kind of the commitment."""

    id: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain: what is reported of the two, the weightiest first, as records and ready to be shown."""

    source: Stop
    target: Stop
    length: float
    records: tuple[Record, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """`length` is that of the steps and what it costs to pass through the actors between them."""

    steps: tuple[Step, ...]
    length: float


@dataclass(frozen=True, slots=True)
class Common:
    """A neighbour of both: its steps to the one and to the other, and the length of the chain through it.

    A commitment of both is a neighbour too. Both its steps hold the commitment, and its length is that of a link by it.
    """

    stop: Stop
    to_one: Step
    to_other: Step
    length: float

    @property
    def reports(self) -> int:
        """Reports of all that links the neighbour with the two; what links it with both at once counts once."""
        return sum(record.reports for record in {*self.to_one.records, *self.to_other.records})


def find_one(world: World, wanted: str) -> Actor:
    """Give the actor called so, by id (also a former one), name or alias; ExplorerError if there is none or several."""
    found = find_actors(world, world.former_ids.get(wanted, wanted))
    actors = sorted((actor for actor in world.actors if actor.id in found), key=lambda actor: actor.id)
    if len(actors) > 1:
        choices = " or ".join(f"{actor.name} ({actor.id})" for actor in actors)
        raise ExplorerError(f"{wanted!r} may be {choices}; give the id")
    return actors[0]


def shortest(world: World, one: str, other: str, *, today: date | None = None, most: int = 1) -> tuple[Chain, ...]:
    """Give the shortest chains between two actors, at most `most`, the shortest first; never none.

    `today` is the day from which ages count: that of the newest report if not given. Raises ExplorerError for a name
    that is unknown or may mean several, for one actor twice, and if no chain joins the two.
    """
    start, end = _two(world, one, other)
    web = _Web(world, today)
    low, high = sorted((start.id, end.id))  # the same way is found from both sides
    try:
        found = list(islice(nx.shortest_simple_paths(web.graph, low, high, weight="cost"), most))
    except (nx.NetworkXNoPath, nx.NodeNotFound) as error:
        raise ExplorerError(f"no chain of reports joins {start.name} and {end.name}") from error
    return tuple(web.chain(way if start.id == low else way[::-1]) for way in found)


def between(world: World, one: str, other: str, *, today: date | None = None) -> tuple[Common, ...]:
    """Give the actors and commitments that both are linked with, the closest first; perhaps none.

    `today` and errors are those of `shortest`.
    """
    start, end = _two(world, one, other)
    web = _Web(world, today)
    found = [*_common_actors(web, start.id, end.id), *_common_commitments(web, start.id, end.id)]
    return tuple(sorted(found, key=lambda common: (common.length, common.stop.id)))


def _two(world: World, one: str, other: str) -> tuple[Actor, Actor]:
    start, end = find_one(world, one), find_one(world, other)
    if start.id == end.id:
        raise ExplorerError(f"{one!r} and {other!r} are one actor, {start.name} ({start.id}); name two")
    return start, end


class _Web:
    """The links of a world as a graph to search, and the words for its ways."""

    def __init__(self, world: World, today: date | None) -> None:
        self.world = world
        self.stops = _stops(world)
        self.links = _links(world, today or _newest(world))
        self.graph = _graph(self.links)

    def chain(self, way: list[str]) -> Chain:
        steps = tuple(self.step(source, target) for source, target in zip(way, way[1:], strict=False))
        passed = (_toll(self.graph, id) for id in way[1:-1])
        # fsum does not depend on the order, so that the way back is exactly as long.
        return Chain(steps, fsum([*(step.length for step in steps), *passed]))

    def step(self, source: str, target: str) -> Step:
        weighed = self.links[_pair(source, target)]
        records = tuple(record for _, record in weighed)
        return self._made(source, target, _length(weighed), records)

    def part(self, commitment: Commitment, actor: str, length: float) -> Step:
        return self._made(commitment.id, actor, length, (commitment,))

    def _made(self, source: str, target: str, length: float, records: tuple[Record, ...]) -> Step:
        return Step(self.stops[source], self.stops[target], length, records, _items(self.world, target, records))


def _links(world: World, today: date | None) -> dict[Link, list[Weighed]]:
    known = {actor.id for actor in world.actors}
    links: defaultdict[Link, list[Weighed]] = defaultdict(list)
    for record in _records(world):
        weight = _weight(record, today)
        for pair in _pairs(record) if weight > 0 else ():
            if known.issuperset(pair):
                links[pair].append((weight, record))
    return {pair: sorted(weighed, key=_heaviest_first) for pair, weighed in sorted(links.items())}


def _graph(links: dict[Link, list[Weighed]]) -> nx.Graph:
    graph = nx.Graph(links.keys())
    for (source, target), weighed in links.items():
        # Half the toll of each end: a way pays what lies between in full, and for its own two ends always the same.
        tolls = (_toll(graph, source) + _toll(graph, target)) / 2
        graph.edges[source, target]["cost"] = _length(weighed) + tolls
    return graph


def _toll(graph: nx.Graph, id: str) -> float:
    """Give what it costs to pass through an actor: the inverse of what Adamic and Adar count it for."""
    return log(graph.degree(id))


def _common_actors(web: _Web, one: str, other: str) -> Iterable[Common]:
    if one not in web.graph or other not in web.graph:
        return
    for id in nx.common_neighbors(web.graph, one, other):
        to_one, to_other = web.step(id, one), web.step(id, other)
        yield Common(web.stops[id], to_one, to_other, fsum([to_one.length, to_other.length, _toll(web.graph, id)]))


def _common_commitments(web: _Web, one: str, other: str) -> Iterable[Common]:
    for weight, record in web.links.get(_pair(one, other), ()):
        if isinstance(record, Commitment):
            length = _length([(weight, record)])
            to_one, to_other = web.part(record, one, length), web.part(record, other, length)
            yield Common(web.stops[record.id], to_one, to_other, length)


def _stops(world: World) -> dict[str, Stop]:
    actors = {actor.id: Stop(actor.id, actor.name, str(actor.type)) for actor in world.actors}
    return actors | {item.id: Stop(item.id, item.name, str(item.kind)) for item in world.commitments}


def _records(world: World) -> Iterable[Record]:
    yield from world.events
    yield from world.commitments
    yield from world.ties


def _pairs(record: Record) -> set[Link]:
    """Give the pairs that a record joins, without direction."""
    pairs = combinations(ends_of(record), 2) if isinstance(record, Commitment) else links_of(record)
    return {_pair(source, target) for source, target in pairs if source != target}


def _pair(source: str, target: str) -> Link:
    return (source, target) if source < target else (target, source)


def _weight(record: Record, today: date | None) -> float:
    shares = closeness()
    if isinstance(record, Tie):
        until = days_of(record.until)
        return shares.tie[record.kind] * (_recency(until[1], today) if until else 1.0)
    status = SAME_STATUS[record.status] if isinstance(record, Commitment) else record.status
    span = span_of(record)
    recency = _recency(span[1], today) if span else shares.undated
    certainty = 1.0 if record.confirmed else record.confidence
    return shares.status[status] * certainty * recency * record.reports / log2(max(2, len(ends_of(record))))


def _recency(last: date, today: date | None) -> float:
    return closeness().recency((today - last).days) if today else 1.0


def _newest(world: World) -> date | None:
    """Give the day of the newest report; one dated by its year alone must not age all others by months."""
    evidence = (item.date for record in _records(world) for item in record.evidence)
    days = [days_of(text) for text in (*evidence, *(document.date for document in world.documents))]
    return max((span[0] for span in days if span), default=None)


def _length(weighed: Iterable[Weighed]) -> float:
    return log(2) / log1p(fsum(weight for weight, _ in weighed))  # the inverse of log2(1 + sum), exact for small sums


def _heaviest_first(weighed: Weighed) -> tuple[float, str]:
    return -weighed[0], weighed[1].id


def _items(world: World, about: str, records: tuple[Record, ...]) -> tuple[Item, ...]:
    """Make the records, which all concern one actor, ready to be shown, in their order."""
    concerned = replace(
        world,
        events=tuple(record for record in records if isinstance(record, Event)),
        commitments=tuple(record for record in records if isinstance(record, Commitment)),
        ties=tuple(record for record in records if isinstance(record, Tie)),
    )
    places = {record.id: place for place, record in reversed([*enumerate(records)])}
    return tuple(sorted(explain(concerned, about).items, key=lambda item: places[item.id]))
