"""Why two actors are taken for one, or for two, or may be either: for a person to read and to decide.

read_suggestions(connection, most=10)[0] -> Suggestion(one, other, score=0.6, reasons=(("of the same country", 1.6), …))
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from explorer.identity.matching import Decision, Verdict, reasons
from explorer.model import Actor
from explorer.store.schema import actors, decisions, sightings
from explorer.store.who import clustering, read_decision
from explorer.store.worlds import read_actors


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`names` are what the two were read as; `score` (0 to 1) follows from the reasons, each with what it adds."""

    one: Actor
    other: Actor
    names: tuple[str, str]
    verdict: Verdict
    score: float
    reasons: tuple[tuple[str, float], ...]


def read_suggestions(connection: Connection, most: int | None) -> tuple[Suggestion, ...]:
    """Give the open pairs of two different actors, each pair of actors once, the likeliest first."""
    return tuple(_read(connection, clustering(connection).unsure[:most]))


def read_comparisons(connection: Connection, actor_id: str) -> tuple[Suggestion, ...]:
    """Give all comparisons with the keys of an actor."""
    own = select(sightings.c.key).where(sightings.c.actor == actor_id)
    chosen = select(decisions).where(or_(decisions.c.one.in_(own), decisions.c.other.in_(own)))
    rows = connection.execute(chosen.order_by(decisions.c.score.desc(), decisions.c.one, decisions.c.other))
    return tuple(_read(connection, [read_decision(row) for row in rows]))


def _read(connection: Connection, found: Sequence[Decision]) -> Iterator[Suggestion]:
    keys = {key for decision in found for key in (decision.one, decision.other)}
    chosen = select(sightings.c.key, sightings.c.actor, sightings.c.profile).where(sightings.c.key.in_(sorted(keys)))
    owners, names = {}, {}
    for key, actor, profile in connection.execute(chosen):
        owners[key], names[key] = actor, json.loads(profile)["name"]
    known = {actor.id: actor for actor in read_actors(connection, actors.c.id.in_(sorted(set(owners.values()))))}
    for decision in found:
        one, other = known[owners[decision.one]], known[owners[decision.other]]
        read_as = names[decision.one], names[decision.other]
        yield Suggestion(one, other, read_as, decision.verdict, decision.score, reasons(decision))
