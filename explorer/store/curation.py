"""Corrections in the store: acts are written, and what follows from them is brought into the tables.

record(connection, act, known, changes): the rows of the act, and what has to be found out anew because of it
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, tuple_

from explorer.errors import CurationError
from explorer.identity.acts import Act, ActKind, Effects, dependents, effects, undone
from explorer.identity.keys import AT
from explorer.knowledge.names import KnownActor, fold
from explorer.store.act_values import check_text, value_for
from explorer.store.changes import Changes, Place
from explorer.store.claims import move_mention
from explorer.store.dialect import insert_new
from explorer.store.loading import load_claims
from explorer.store.schema import (
    CLAIMS,
    actors,
    acts,
    commitments,
    documents,
    events,
    mentions,
    moves,
    rulings,
    settings,
    sightings,
    ties,
    verdicts,
)
from explorer.store.who import current_id

Known = Mapping[str, KnownActor]


def new_act(connection: Connection, kind: ActKind, reason: str, content: Mapping[str, Any]) -> Act:
    """Make an act of this moment, or of just after the last one if that came from a clock that is ahead.

    Otherwise an undoing could stand before what it takes back, and a name before the one that it replaces.
    """
    last = connection.execute(select(func.max(acts.c.made))).scalar()
    now = datetime.now(UTC)
    if last:
        now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
    made = now.isoformat(timespec="microseconds")
    return Act(secrets.token_hex(6), made, kind, " ".join(reason.split()), content)


def read_acts(connection: Connection) -> list[Act]:
    """Give all acts, undone ones too, in the order they were made."""
    rows = connection.execute(select(acts).order_by(acts.c.made, acts.c.id))
    return [Act(row.id, row.made, ActKind(row.kind), row.reason, json.loads(row.content)) for row in rows]


def keep(connection: Connection, new: Iterable[Act], known: Known, changes: Changes) -> int:
    """Write acts that are not there yet, bring the tables in line, and give how many were new."""
    added = 0
    for act in new:
        _check(act.id, {"reason": act.reason, "content": act.content})
        row = {"id": act.id, "made": act.made, "kind": str(act.kind), "reason": act.reason}
        row["content"] = json.dumps(act.content, ensure_ascii=False, sort_keys=True)
        added += connection.execute(insert_new(connection, acts).values(row)).rowcount
    if added:
        _bring_in_line(connection, effects(read_acts(connection)), known, changes)
    return added


def undoing(connection: Connection, act_id: str, reason: str) -> Act:
    """Make the act that takes back another one; raises CurationError if that cannot be."""
    every = read_acts(connection)
    found = [act for act in every if act.id == act_id] or [act for act in every if act.id.startswith(act_id)]
    if len(found) != 1 or not act_id:
        raise CurationError(f"{act_id!r}: no such correction; `explorer curate list` shows them")
    (act,) = found
    if act.id in undone(every):
        raise CurationError(f"{act.id}: this correction is undone already")
    others = dependents(act, every)
    if others:
        names = ", ".join(one.id for one in others)
        raise CurationError(f"{act.id}: undo first what builds on it: {names}")
    return new_act(connection, ActKind.UNDO, reason, {"act": act.id})


def merging(connection: Connection, kind: ActKind, one: str, other: str, reason: str) -> Act:
    """Make the act that two actors are one (MERGE) or are not (APART)."""
    first, second = find_actor(connection, one), find_actor(connection, other)
    if first == second:
        raise CurationError(f"{one!r} and {other!r} are one actor already ({first})")
    if kind is ActKind.MERGE:
        pairs = _joining(connection, first, second)
    else:
        pairs = [[a, b] for a in keys_of(connection, first) for b in keys_of(connection, second)]
    return new_act(connection, kind, reason, {"pairs": pairs, "ids": [first, second]})


def _joining(connection: Connection, first: str, second: str) -> list[list[str]]:
    """Pair what stands for each actor with all keys of the other: else a key kept apart from one would fall off."""
    one, other = representative(connection, first), representative(connection, second)
    pairs = [[one, key] for key in keys_of(connection, second)]
    return pairs + [[key, other] for key in keys_of(connection, first) if key != one]


def splitting(
    connection: Connection, actor: str, names: Sequence[str], documents_of: Sequence[str], reason: str
) -> Act:
    """Make the act that some names of an actor, or its mentions in some documents, are somebody else."""
    actor_id = find_actor(connection, actor)
    if documents_of:
        return _split_by_documents(connection, actor_id, documents_of, reason)
    keys = keys_of(connection, actor_id)
    wanted = {fold(name) for name in names}
    found = [key for key in keys if wanted & _names_of(connection, key)]
    rest = [key for key in keys if key not in found]
    if not found:
        known = sorted({name for key in keys for name in _names_of(connection, key)})
        raise CurationError(f"{actor_id} has no such name; it was read as: {', '.join(known)}")
    if not rest:
        raise CurationError(f"{actor_id}: these are all its names; name documents to split it by")
    return new_act(
        connection, ActKind.SPLIT, reason, {"pairs": [[a, b] for a in found for b in rest], "ids": [actor_id]}
    )


def _split_by_documents(connection: Connection, actor_id: str, ids: Sequence[str], reason: str) -> Act:
    for id in ids:
        _check(id, id)
        if not connection.execute(select(documents.c.id).where(documents.c.id == id)).first():
            raise CurationError(f"{id!r}: no such document; `explorer documents` lists them")
    keys = keys_of(connection, actor_id)
    here = select(mentions.c.key).where(mentions.c.document.in_(list(ids)), mentions.c.key.in_(keys)).distinct()
    found = list(connection.execute(here).scalars())
    if not found:
        raise CurationError(f"{actor_id} is not named in these documents")
    if len(found) > 1:
        raise CurationError(f"{actor_id} is read there as {', '.join(found)}; split these documents one by one")
    (key,) = found
    moved = f"{key}{'' if AT in key else AT}#{secrets.token_hex(3)}"
    others = [*keys, *_split_from(connection, key)]
    content = {"pairs": [[own, moved] for own in others], "key": key, "moved": moved, "documents": list(ids)}
    return new_act(connection, ActKind.SPLIT, reason, {**content, "ids": [actor_id]})


def _split_from(connection: Connection, key: str) -> list[str]:
    """Give the keys that a key was split off from, of which what is now split off from it is none either."""
    every = read_acts(connection)
    gone = undone(every)
    splits = [act for act in every if act.content.get("moved") == key and act.id not in gone]
    return sorted({own for act in splits for own, _ in act.content["pairs"]})


def setting(connection: Connection, kind: ActKind, actor: str, value: str, reason: str) -> Act:
    """Make the act that gives an actor a name, a type, a country or a note."""
    actor_id = find_actor(connection, actor)
    try:
        value = value_for(kind, value)
    except ValueError as error:
        raise CurationError(f"{actor_id}: {error}") from error
    content = {"key": representative(connection, actor_id), "value": value, "ids": [actor_id]}
    return new_act(connection, kind, reason, content)


def judging(connection: Connection, kind: ActKind, record_id: str, reason: str, value: str = "") -> Act:
    """Make the act that rejects, confirms or notes something of an event, a tie or a commitment.

    It speaks of the sentences there are now; an article that says so later is not meant by it.
    """
    owner, condition = _claims_of(connection, record_id)
    loaded = load_claims(connection, owner, condition)
    said = {
        (one.place.document, one.row.kind, one.row.trigger, one.ends) for one in loaded if one.row.trigger is not None
    }
    names = ("document", "kind", "trigger", "ends")
    claims = [dict(zip(names, claim, strict=True)) for claim in sorted(said)]
    content = {"owner": owner, "claims": claims, "value": value, "ids": [record_id]}
    return new_act(connection, kind, reason, content)


def noting(connection: Connection, wanted: str, text: str, reason: str) -> Act:
    """Make the act that adds a note, to a record if the id is one of a record, else to an actor."""
    if not text.strip():
        raise CurationError("a note needs words")
    try:
        return judging(connection, ActKind.NOTE, wanted, reason, text.strip())
    except CurationError:
        return setting(connection, ActKind.NOTE, wanted, text.strip(), reason)


def find_actor(connection: Connection, wanted: str) -> str:
    """Find an actor by id, by an id it had before, or by name; raises CurationError if there is none or several."""
    _check(wanted, wanted)
    current = current_id(connection, wanted)
    if current:
        return current
    name = fold(wanted)
    rows = connection.execute(select(actors.c.id, actors.c.name, actors.c.aliases)).all()
    found = [row.id for row in rows if fold(row.name) == name]
    found = found or [row.id for row in rows if name in map(fold, json.loads(row.aliases))]
    if not found:
        raise CurationError(f"{wanted!r}: no such actor; `explorer actors` lists them")
    if len(found) > 1:
        raise CurationError(f"{wanted!r} may be {', '.join(sorted(found))}; give the id")
    return str(found[0])


def keys_of(connection: Connection, actor_id: str) -> list[str]:
    """Give the keys that an actor was made of."""
    chosen = select(sightings.c.key).where(sightings.c.actor == actor_id).order_by(sightings.c.key)
    return list(connection.execute(chosen).scalars())


def representative(connection: Connection, actor_id: str) -> str:
    """Give the key that stands for an actor in acts: the one most documents name, of equals the first."""
    count = func.count()
    chosen = (
        select(sightings.c.key)
        .join(mentions, mentions.c.key == sightings.c.key)
        .where(sightings.c.actor == actor_id)
        .group_by(sightings.c.key)
        .order_by(count.desc(), sightings.c.key)
        .limit(1)
    )
    return str(connection.execute(chosen).scalar_one())


def _check(what: str, value: Any) -> None:
    try:
        check_text(value)
    except ValueError as error:
        raise CurationError(f"{what!a}: {error}") from error


def _names_of(connection: Connection, key: str) -> set[str]:
    chosen = select(mentions.c.record).where(mentions.c.key == key)
    records = [json.loads(record) for record in connection.execute(chosen).scalars()]
    return {fold(name) for record in records for name in (record["name"], *record["aliases"])}


def _claims_of(connection: Connection, record_id: str) -> tuple[str, Any]:
    _check(record_id, record_id)
    for owner, table, column in (("events", events, "event"), ("commitments", commitments, "commitment")):
        numbers = list(connection.execute(select(table.c.number).where(table.c.id == record_id)).scalars())
        if numbers:
            return owner, CLAIMS[owner].c[column].in_(numbers)
    own = "tie:" + ties.c.kind + ":" + ties.c.source + ":" + ties.c.target
    numbers = list(connection.execute(select(ties.c.number).where(own == record_id)).scalars())
    if not numbers:
        raise CurationError(f"{record_id!r}: no such event, tie or commitment")
    return "ties", CLAIMS["ties"].c.tie.in_(numbers)


def _bring_in_line(connection: Connection, wanted: Effects, known: Known, changes: Changes) -> None:
    rows = [(*pair, *ruling) for pair, ruling in wanted.rulings.items()]
    for one, other, *_ in _exchange(connection, rulings, rows):
        changes.ruled |= {one, other}
    for key, *_ in _exchange(connection, settings, wanted.settings):
        changes.keys.add(key)
    _move(connection, wanted, known, changes)
    for document, owner, kind, trigger, *_ in _exchange(connection, verdicts, wanted.verdicts):
        table = CLAIMS[owner]
        here = (table.c.document == document, table.c.kind == kind, table.c.trigger == trigger)
        claims = connection.execute(select(table.c.document, table.c.position).where(*here))
        changes.claims[owner] |= {Place(*row) for row in claims}


def _move(connection: Connection, wanted: Effects, known: Known, changes: Changes) -> None:
    before = {(row.document, row.key): row.moved for row in connection.execute(select(moves))}
    after = {at: moved for at, (moved, _) in wanted.moves.items()}
    rows = [(*at, *move) for at, move in wanted.moves.items()]
    _exchange(connection, moves, rows)
    for (document, key), moved in sorted(before.items()):
        if after.get((document, key)) != moved:
            move_mention(connection, document, moved, key, known, changes)
    for (document, key), moved in sorted(after.items()):
        if before.get((document, key)) != moved:
            move_mention(connection, document, key, moved, known, changes)


def _exchange(connection: Connection, table: Table, wanted: Iterable[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """Make the rows of a table those that are wanted, and give the rows that came or went."""
    names = [column.name for column in table.columns]
    before = {tuple(row) for row in connection.execute(select(table))}
    after = {tuple(row) for row in wanted}
    keys = [column for column in table.primary_key]
    places = [names.index(column.name) for column in keys]
    gone, new = sorted(before - after), sorted(after - before)
    if gone:
        values = [tuple(row[place] for place in places) for row in gone]
        connection.execute(delete(table).where(tuple_(*keys).in_(values)))
    if new:
        connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in new])
    return gone + new
