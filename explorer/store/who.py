"""Finds out anew who is who, where the votes or a person's rulings changed, and nowhere else.

resolve_actors(connection, {"person:marta-kos@SVN"}, rulings=set(), known=…) -> the keys that are another actor now
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from explorer.identity.actors import Settings, merge_actor
from explorer.identity.blocking import blocks, sought
from explorer.identity.clustering import Clustering, Ruling, cluster
from explorer.identity.features import Score
from explorer.identity.keys import id_of
from explorer.identity.matching import Decision, Verdict, decide
from explorer.identity.profiles import Profile, as_text, from_text, profile_of
from explorer.identity.sightings import Sighting
from explorer.knowledge.matching import Feature
from explorer.knowledge.names import KnownActor
from explorer.model import Actor, ActorType
from explorer.store.changes import Changes, Place
from explorer.store.dialect import insert_new
from explorer.store.numbering import numbered, stem_of
from explorer.store.schema import (
    actors,
    claim_ends,
    decisions,
    former_ids,
    key_blocks,
    rulings,
    settings,
    sightings,
)
from explorer.store.votes import read_sightings

Known = Mapping[str, KnownActor]
Parts = dict[str, set[str]]  # the keys of each actor


def resolve_actors(connection: Connection, keys: set[str], ruled: set[str], known: Known) -> set[str]:
    """Find out who the keys are, and give all keys that now belong to another actor, type or country."""
    seen = read_sightings(connection, keys)
    gone = keys - seen.keys()
    profiles = {key: profile_of(key, sighting, known) for key, sighting in seen.items()}
    changed = _changed(connection, profiles)
    neighbours = _neighbours(connection, changed | gone)
    _forget(connection, gone)
    _compare(connection, {key: profiles[key] for key in changed})
    members = _reach(connection, changed | neighbours | ruled) - gone
    parts = list(clustering(connection, members).sets)
    parts += _untouched(connection, seen.keys() - members)
    return _assign(connection, parts, gone, seen, known)


def current_id(connection: Connection, actor_id: str) -> str | None:
    """Give the id that an actor has now for one it had before, or had in a document; None if it is not here."""
    if connection.execute(select(actors.c.id).where(actors.c.id == actor_id)).first():
        return actor_id
    former = select(former_ids.c.key).where(former_ids.c.id == actor_id)
    by_key = select(sightings.c.actor).where(sightings.c.key.in_(former))
    by_id = select(sightings.c.actor).where(sightings.c.id == actor_id)
    found = {*connection.execute(by_key).scalars(), *connection.execute(by_id).scalars()} - {None}
    return min(found) if found else None


def add_claims_of(connection: Connection, keys: set[str], changes: Changes) -> None:
    """Note the claims in which keys take part, or say so, as those to look at again."""
    chosen = select(claim_ends.c.owner, claim_ends.c.document, claim_ends.c.position)
    for owner, document, position in connection.execute(chosen.where(claim_ends.c.key.in_(list(keys)))):
        changes.claims[owner].add(Place(document, position))


def _neighbours(connection: Connection, keys: set[str]) -> set[str]:
    """Give the keys that were compared with these, or were found to be the same actor: they may part or join now."""
    chosen = list(keys)
    touching = or_(decisions.c.one.in_(chosen), decisions.c.other.in_(chosen))
    pairs = connection.execute(select(decisions.c.one, decisions.c.other).where(touching))
    compared = {key for pair in pairs for key in pair}
    owners = select(sightings.c.actor).where(sightings.c.key.in_(chosen))
    same = connection.execute(select(sightings.c.key).where(sightings.c.actor.in_(owners))).scalars()
    return (compared | set(same)) - keys


def _forget(connection: Connection, keys: set[str]) -> None:
    if keys:
        chosen = list(keys)
        connection.execute(delete(decisions).where(or_(decisions.c.one.in_(chosen), decisions.c.other.in_(chosen))))
        connection.execute(delete(key_blocks).where(key_blocks.c.key.in_(chosen)))


def _changed(connection: Connection, profiles: Mapping[str, Profile]) -> set[str]:
    """Keep the profiles, and give the keys whose profile is another than before: only these are compared again."""
    chosen = select(sightings.c.key, sightings.c.profile).where(sightings.c.key.in_(list(profiles)))
    before: dict[str, str] = {row[0]: row[1] for row in connection.execute(chosen)}
    texts = {key: as_text(profile) for key, profile in profiles.items()}
    changed = {key for key, text in texts.items() if before.get(key) != text}
    new = [{"key": key, "id": id_of(key), "profile": texts[key]} for key in sorted(changed - before.keys())]
    if new:
        connection.execute(insert(sightings), new)
    for key in changed & before.keys():
        connection.execute(update(sightings).where(sightings.c.key == key).values(profile=texts[key]))
    return changed


def _compare(connection: Connection, profiles: Mapping[str, Profile]) -> None:
    """Compare each profile with those that share a block with it."""
    chosen = list(profiles)
    if not chosen:
        return
    _forget(connection, set(chosen))
    own = {key: blocks(profile) for key, profile in profiles.items()}
    rows = [{"block": block, "key": key} for key in sorted(own) for block in sorted(own[key])]
    if not rows:
        return
    connection.execute(insert(key_blocks), rows)
    looked = {key: sought(profile) for key, profile in profiles.items()}
    every = set().union(*looked.values())
    shared = select(key_blocks.c.block, key_blocks.c.key).where(key_blocks.c.block.in_(every))
    by_block: dict[str, set[str]] = defaultdict(set)
    for block, key in connection.execute(shared):
        by_block[block].add(key)
    others = _profiles(connection, set().union(*by_block.values()) - profiles.keys()) | dict(profiles)
    pairs = {
        (min(key, other), max(key, other))
        for key in looked
        for block in looked[key]
        for other in by_block[block]
        if other != key
    }
    found = [decision for one, other in sorted(pairs) if (decision := decide(others[one], others[other]))]
    if found:
        connection.execute(insert(decisions), [_decision_row(decision) for decision in found])


def _reach(connection: Connection, seeds: set[str]) -> set[str]:
    """Follow all pairs that are found or ruled to be one, from the seeds as far as they go.

    What is unsure joins nobody, so it need not be followed.
    """
    found: set[str] = set()
    edge = set(seeds)
    while edge:
        found |= edge
        chosen = list(edge)
        pairs = select(decisions.c.one, decisions.c.other).where(
            or_(decisions.c.one.in_(chosen), decisions.c.other.in_(chosen)),
            decisions.c.verdict == str(Verdict.SAME),
        )
        ruled = select(rulings.c.one, rulings.c.other).where(
            or_(rulings.c.one.in_(chosen), rulings.c.other.in_(chosen))
        )
        edge = {key for query in (pairs, ruled) for pair in connection.execute(query) for key in pair} - found
    return found


def clustering(connection: Connection, members: set[str] | None = None) -> Clustering:
    """Cluster these keys by what is known of them; by default all there are."""
    profiles = _profiles(connection, members)
    pairs, ruled = select(decisions), select(rulings).order_by(rulings.c.act)
    if members is not None:
        chosen = list(profiles)
        pairs = pairs.where(decisions.c.one.in_(chosen), decisions.c.other.in_(chosen))
        ruled = ruled.where(rulings.c.one.in_(chosen), rulings.c.other.in_(chosen))
    compared = [read_decision(row) for row in connection.execute(pairs)]
    return cluster(profiles, compared, [Ruling(row.one, row.other, row.is_same) for row in connection.execute(ruled)])


def _untouched(connection: Connection, keys: Iterable[str]) -> list[tuple[str, ...]]:
    """Give the keys of the actors whose votes changed although they are compared with nobody anew."""
    own = select(sightings.c.actor).where(sightings.c.key.in_(list(keys)))
    found: Parts = defaultdict(set)
    for key, actor in connection.execute(select(sightings.c.key, sightings.c.actor).where(sightings.c.actor.in_(own))):
        found[actor].add(key)
    return [tuple(sorted(part)) for part in found.values()]


def _assign(
    connection: Connection, parts: list[tuple[str, ...]], gone: set[str], seen: Mapping[str, Sighting], known: Known
) -> set[str]:
    """Write one actor for each part, and say which keys are another actor than before."""
    keys = {key for part in parts for key in part}
    owned = select(sightings.c.key, sightings.c.actor).where(sightings.c.key.in_([*keys, *gone]))
    before: dict[str, str | None] = {row[0]: row[1] for row in connection.execute(owned)}
    old = {actor for actor in before.values() if actor}
    old_rows = {row.id: row for row in connection.execute(select(actors).where(actors.c.id.in_(list(old))))}
    connection.execute(delete(sightings).where(sightings.c.key.in_(list(gone))))
    connection.execute(delete(actors).where(actors.c.id.in_(list(old))))
    seen = {**seen, **read_sightings(connection, keys - seen.keys())}
    set_by_hand = _settings(connection, keys)
    merged = []
    for part in parts:
        chosen = _latest([row for key in part for row in set_by_hand.get(key, ())])
        merged.append((part, merge_actor({key: seen[key] for key in part}, known, chosen)))
    left = {row.stem for row in old_rows.values()}  # who shares one of these may lose its number
    moved = _write(connection, merged, left, known)
    return moved | _retyped(old_rows, merged, before) | gone


def _write(
    connection: Connection,
    merged: list[tuple[tuple[str, ...], Actor]],
    left: set[str],
    known: Known,
) -> set[str]:
    """Give each actor its number among those of one stem; an actor more or less may move others by one."""
    stems = sorted(left | {stem_of(actor.id) for _, actor in merged})
    others = {row.id: row for row in connection.execute(select(actors).where(actors.c.stem.in_(stems)))}
    their_keys: Parts = defaultdict(set)
    owned = select(sightings.c.key, sightings.c.actor).where(sightings.c.actor.in_(list(others)))
    for key, actor in connection.execute(owned):
        their_keys[actor].add(key)
    wanted: list[tuple[Any, str, tuple[str, ...], dict[str, Any]]] = []
    for part, actor in merged:
        wanted.append((_order(actor.id, actor.country, part, known), actor.id, part, _actor_row(actor)))
    for actor_id, row in others.items():
        part = tuple(sorted(their_keys[actor_id]))
        wanted.append((_order(row.base, row.country, part, known), row.base, part, dict(row._mapping)))
    connection.execute(delete(actors).where(actors.c.id.in_(list(others))))
    ids = numbered([(order, base) for order, base, _, _ in wanted])
    rows = [{**row, "id": id} for id, (_, _, _, row) in zip(ids, wanted, strict=True)]
    if rows:
        connection.execute(insert(actors), rows)
    return _own(connection, {key: id for id, (_, _, part, _) in zip(ids, wanted, strict=True) for key in part})


def _own(connection: Connection, owners: Mapping[str, str]) -> set[str]:
    """Write to whom keys belong, keep the ids that are left behind, and give the keys that moved."""
    current = select(sightings.c.key, sightings.c.actor).where(sightings.c.key.in_(list(owners)))
    moved = {key: actor for key, actor in connection.execute(current) if actor != owners[key]}
    if not moved:
        return set()
    rows = [{"own": key, "new": owners[key]} for key in sorted(moved)]
    connection.execute(
        update(sightings).where(sightings.c.key == bindparam("own")).values(actor=bindparam("new")), rows
    )
    left = [{"id": actor, "key": key} for key, actor in sorted(moved.items()) if actor]
    if left:
        connection.execute(insert_new(connection, former_ids), left)
    return set(moved)


def _retyped(
    old: Mapping[str, Any], merged: list[tuple[tuple[str, ...], Actor]], before: Mapping[str, str | None]
) -> set[str]:
    """Give the keys whose actor acts for another state than before, or has another name, which ids are made of."""
    return {
        key
        for part, actor in merged
        for key in part
        if (row := old.get(before.get(key) or ""))
        and (row.type, row.country, row.name) != (str(actor.type), actor.country, actor.name)
    }


def _order(base: str, country: str | None, part: tuple[str, ...], known: Known) -> tuple[bool, str, str]:
    """Known actors come first, so that a report more never gives them a number."""
    return base not in known, country or "~", min(part, default="")


def _actor_row(actor: Actor) -> dict[str, Any]:
    return {
        "base": actor.id,
        "stem": stem_of(actor.id),
        "type": str(actor.type),
        "name": actor.name,
        "country": actor.country,
        "role": actor.role,
        "aliases": json.dumps(actor.aliases, ensure_ascii=False),
        "notes": json.dumps(actor.notes, ensure_ascii=False),
    }


def _settings(connection: Connection, keys: set[str]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(select(settings).where(settings.c.key.in_(list(keys)))):
        found[row.key].append(row)
    return found


def _latest(rows: list[Any]) -> Settings:
    """Of several settings of one field the latest act counts; notes are all kept."""
    rows = sorted(rows, key=lambda row: (row.act, row.key))
    values = {row.field: row.value for row in rows}
    kind = values.get("type")
    return Settings(
        name=values.get("name"),
        type=ActorType(kind) if kind else None,
        country=values.get("country"),
        notes=tuple(dict.fromkeys(row.value for row in rows if row.field == "note")),
    )


def _profiles(connection: Connection, keys: Iterable[str] | None) -> dict[str, Profile]:
    chosen = select(sightings.c.key, sightings.c.profile)
    if keys is not None:
        chosen = chosen.where(sightings.c.key.in_(list(keys)))
    return {key: from_text(text) for key, text in connection.execute(chosen)}


def _decision_row(decision: Decision) -> dict[str, Any]:
    scores = [[str(score.feature), score.value, score.weight] for score in decision.scores]
    return {
        "one": decision.one,
        "other": decision.other,
        "verdict": str(decision.verdict),
        "score": decision.score,
        "short": decision.short,
        "scores": json.dumps(scores),
    }


def _score(values: list[Any]) -> Score:
    feature, value, weight = values
    return Score(Feature(feature), value, weight)


def read_decision(row: Any) -> Decision:
    """Read a row of the table of decisions."""
    scores = tuple(_score(one) for one in json.loads(row.scores))
    return Decision(row.one, row.other, Verdict(row.verdict), row.score, scores, row.short)
