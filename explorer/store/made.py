"""Rows for the events and commitments that claims were found to be.

insert_made(connection, events, event_ends, event_claims, [Made(row, ends, group)]); number(connection, events, stems)
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, select, update

from explorer.identity.claims import ClaimGroup, content_key
from explorer.model import Commitment, Event
from explorer.records import stored_record
from explorer.store.digest import digest
from explorer.store.numbering import numbered, stem_of
from explorer.when import span_of

MANY = 200  # values in one condition


@dataclass(frozen=True, slots=True)
class Made:
    """A record to be written: its row, the actors at its ends, and the claims it was made of."""

    row: dict[str, Any]
    ends: tuple[str, ...]
    group: ClaimGroup[Any]


def shared_row(record: Event | Commitment, group: ClaimGroup[Any]) -> dict[str, Any]:
    """Give the columns that events and commitments have in common."""
    span = span_of(record)
    return {
        "id": record.id,
        "stem": stem_of(record.id),
        "base": record.id,
        "content": _content(group),
        "start": span[0].isoformat() if span else None,
        "end": span[1].isoformat() if span else None,
        "confidence": record.confidence,
        "reports": record.reports,
        "record": json.dumps(stored_record(record), ensure_ascii=False, separators=(",", ":")),
    }


def insert_made(connection: Connection, table: Table, ends: Table, claims: Table, made: Sequence[Made]) -> None:
    """Write records, their ends, and for each claim the record it belongs to."""
    if not made:
        return
    statement = insert(table).returning(table.c.number, sort_by_parameter_order=True)
    numbers = connection.execute(statement, [one.row for one in made]).scalars().all()
    (owner, actor) = (column.name for column in ends.columns)
    pairs = [{owner: number, actor: end} for number, one in zip(numbers, made, strict=True) for end in {*one.ends}]
    if pairs:
        connection.execute(insert(ends), pairs)
    own = (claims.c.document == bindparam("own_document"), claims.c.position == bindparam("own_position"))
    rows = [
        {"own_document": claim.place[0], "own_position": claim.place[1], "made": number}
        for number, one in zip(numbers, made, strict=True)
        for claim in one.group.claims
    ]
    connection.execute(update(claims).where(*own).values({owner: bindparam("made")}), rows)


def number(connection: Connection, table: Table, stems: Iterable[str]) -> None:
    """Give the records of each stem their ids, with numbers where several want the same."""
    for some in by_many(sorted(stems)):
        chosen = select(table.c.number, table.c.id, table.c.base, table.c.content).where(table.c.stem.in_(some))
        rows = connection.execute(chosen).all()
        ids = numbered([((row.base, row.content), row.base) for row in rows])
        changed = [{"own": row.number, "new": id} for row, id in zip(rows, ids, strict=True) if row.id != id]
        if changed:
            own = table.c.number == bindparam("own")
            connection.execute(update(table).where(own).values(id=bindparam("new")), changed)


def by_many(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    """Take values a part at a time, as a condition can hold only so many."""
    for begin in range(0, len(values), MANY):
        yield values[begin : begin + MANY]


def _content(group: ClaimGroup[Any]) -> str:
    """Write what orders records of one id: first their earliest sentence."""
    key: Any = content_key(group)
    return f"{key[0][0] if key[0] else ()!r} {digest(repr(key))}"
