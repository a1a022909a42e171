"""Finds out anew which claims are one event, where claims came, went or changed their ends.

refresh_events(connection, changes, cast): three reports of one phone call -> one row of `events`
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from explorer.identity.claims import ClaimGroup, day_of
from explorer.identity.events import block_of, is_precise, merge_event, split, window_of
from explorer.identity.remarks import with_remarks
from explorer.model import Event
from explorer.store.cast import StoreCast
from explorer.store.cells import Cell, place_in_cells
from explorer.store.changes import Changes, Place, Spot
from explorer.store.claims import note_event_removed
from explorer.store.digest import digest
from explorer.store.loading import LoadedClaim, at, load_claims
from explorer.store.made import Made, by_many, insert_made, number, shared_row
from explorer.store.schema import event_claims, event_ends, events

PLACED = ("block", "first", "last", "is_precise", "cell", "event")


def refresh_events(connection: Connection, changes: Changes, cast: StoreCast) -> None:
    """Place the claims anew in blocks and cells, and the cells that changed in events."""
    blocks = _place(connection, changes.claims["events"], changes, cast)
    for block in sorted(blocks | changes.spots.keys()):
        place_in_cells(connection, block, changes.spots.get(block, ()), changes)
    for cells in by_many(sorted(changes.cells)):
        _group(connection, cells, cast)


def _place(connection: Connection, places: set[Place], changes: Changes, cast: StoreCast) -> set[str]:
    """Write the block and the window of each claim; where they are new, its cell is to be found."""
    blocks = set()
    rows = []
    for some in by_many(sorted(places)):
        loaded = load_claims(connection, "events", at(event_claims, some))
        cast.remember(sorted({end for one in loaded for end in (*one.claim.item.actors, *one.claim.item.recipients)}))
        for one in loaded:
            row = _placed(one, cast)
            if any(row[name] != getattr(one.row, name) for name in ("block", "first", "last", "is_precise")):
                note_event_removed(one.row, changes)
                rows.append(row)
                blocks |= {row["block"]} - {None}
                if row["is_precise"]:
                    spot = Spot(row["last"], row["first"], *one.place)
                    changes.spots.setdefault(row["block"], set()).add(spot)
            elif one.row.block is not None:
                changes.cells.add((one.row.block, one.row.cell))
    if rows:
        own = (
            event_claims.c.document == bindparam("own_document"),
            event_claims.c.position == bindparam("own_position"),
        )
        values: dict[str, Any] = {
            name: bindparam(name) for name in ("block", "first", "last", "is_precise", "cell", "event")
        }
        connection.execute(update(event_claims).where(*own).values(values), rows)
    return blocks


def _placed(one: LoadedClaim, cast: StoreCast) -> dict[str, Any]:
    document, event = one.claim.document, one.claim.item
    window = window_of(event, document)
    block = None if one.is_rejected else digest(block_of(event, day_of(document), cast))
    return {
        "own_document": one.place.document,
        "own_position": one.place.position,
        "block": block,
        "first": window.first if window else None,
        "last": window.last if window else None,
        "is_precise": block is not None and is_precise(window),
        "cell": None,
        "event": None,
    }


def _group(connection: Connection, cells: Sequence[Cell], cast: StoreCast) -> None:
    """Make events of the claims of some cells, in the place of those that were made of them before."""
    names = [name for _, name in cells]  # each is unique among all blocks
    loaded = load_claims(connection, "events", event_claims.c.cell.in_(names))
    by_cell: dict[Cell, list[LoadedClaim]] = defaultdict(list)
    for one in loaded:
        by_cell[one.row.block, one.row.cell].append(one)
    old = select(events.c.stem).where(events.c.cell.in_(names))
    stems = set(connection.execute(old).scalars())
    connection.execute(delete(events).where(events.c.cell.in_(names)))
    made: list[Made] = []
    for cell in sorted(by_cell):
        for group in split([one.claim for one in by_cell[cell]], cast):
            event = with_remarks(merge_event(group, cast), group.items)
            made.append(Made(_row(event, group, cell), (*event.actors, *event.recipients), group))
    insert_made(connection, events, event_ends, event_claims, made)
    number(connection, events, stems | {str(one.row["stem"]) for one in made})


def _row(event: Event, group: ClaimGroup[Event], cell: Cell) -> dict[str, Any]:
    return {
        **shared_row(event, group),
        "block": cell[0],
        "cell": cell[1],
        "type": str(event.type),
        "status": str(event.status),
    }
