"""Keeps the claims of a block in cells whose windows share a day, looking only at the days around what changed.

The precise claims, sorted by their last day, are cut wherever the next one shares no day with all since the last cut.
So a change matters only from the cell before it on, and no further than to a cell that begins where it began before.
A vague claim ("in 2025") goes to the only cell it meets, or to one of those as vague as itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, false, or_, select, true, tuple_, update

from explorer.identity.periods import Period
from explorer.store.changes import Changes, Spot
from explorer.store.schema import event_claims as claims

IN_ORDER = (claims.c.last, claims.c.first, claims.c.document, claims.c.position)
Cell = tuple[str, str]  # a block, and the name of a cell in it
PAGE = 64  # rows read at once: a stretch is rarely longer


def place_in_cells(connection: Connection, block: str, spots: Iterable[Spot], changes: Changes) -> None:
    """Put the claims of a block that are new (without a cell) or near a change into their cells.

    `spots` are where precise claims came or went. Cells whose claims changed are added to `changes.cells`.
    """
    waiting = sorted(spots)
    reach = [Period(spot.first, spot.last) for spot in waiting]
    while waiting:
        waiting = _cut(connection, block, waiting, reach, changes)
    _place_vague(connection, block, reach, changes)


def _cut(connection: Connection, block: str, waiting: list[Spot], reach: list[Period], changes: Changes) -> list[Spot]:
    """Cut one stretch anew, from before the first spot, and give the spots that lie behind it."""
    name, shared = "", None
    renamed: list[tuple[Any, str]] = []
    left: list[Spot] = []
    for row in _rows_from(connection, block, _begin(connection, block, waiting[0])):
        spot, window = Spot(row.last, row.first, row.document, row.position), Period(row.first, row.last)
        if shared is not None and shared.meets(window):
            shared = shared.shared(window)
        else:
            name, shared = f"{row.document}#{row.position}", window
            if row.cell == name and waiting[0] < spot:
                left = [one for one in waiting if one >= spot]
                break
        if row.cell != name:
            renamed.append((row, name))
            reach.append(window)
    _rename(connection, block, renamed, changes)
    return left


def _begin(connection: Connection, block: str, spot: Spot) -> Spot | None:
    """Find where the cell before a spot begins; none if nothing lies before it."""
    before = _precise(block, tuple_(*IN_ORDER) < tuple_(*spot))
    descending = [column.desc() for column in IN_ORDER]
    cell = connection.execute(select(claims.c.cell).where(before).order_by(*descending).limit(1)).scalar()
    if cell is None:
        return None
    first = select(*IN_ORDER).where(_precise(block, claims.c.cell == cell)).order_by(*IN_ORDER).limit(1)
    return Spot(*connection.execute(first).one())


def _rows_from(connection: Connection, block: str, begin: Spot | None) -> Iterator[Any]:
    """Go through the precise claims of a block, in order, a page at a time."""
    here = _precise(block) if begin is None else _precise(block, tuple_(*IN_ORDER) >= tuple_(*begin))
    while True:
        page = connection.execute(select(*IN_ORDER, claims.c.cell).where(here).order_by(*IN_ORDER).limit(PAGE)).all()
        yield from page
        if len(page) < PAGE:
            return
        last = page[-1]
        here = _precise(block, tuple_(*IN_ORDER) > tuple_(last.last, last.first, last.document, last.position))


def _precise(block: str, *more: ColumnElement[bool]) -> ColumnElement[bool]:
    return and_(claims.c.block == block, claims.c.is_precise == true(), *more)


def _rename(connection: Connection, block: str, renamed: Sequence[tuple[Any, str]], changes: Changes) -> None:
    if not renamed:
        return
    own = (claims.c.document == bindparam("own_document"), claims.c.position == bindparam("own_position"))
    rows = [{"own_document": row.document, "own_position": row.position, "cell": name} for row, name in renamed]
    connection.execute(update(claims).where(*own).values(cell=bindparam("cell")), rows)
    changes.cells |= {(block, cell) for row, name in renamed for cell in (row.cell, name) if cell}


def _place_vague(connection: Connection, block: str, reach: list[Period], changes: Changes) -> None:
    vague = and_(claims.c.block == block, claims.c.is_precise == false())
    touched: list[ColumnElement[bool]] = [claims.c.cell.is_(None)]
    if reach:
        first, last = min(one.first for one in reach), max(one.last for one in reach)
        touched += [claims.c.first.is_(None), and_(claims.c.first <= last, claims.c.last >= first)]
    chosen = select(claims.c.first, claims.c.last, claims.c.cell).where(vague, or_(*touched)).distinct()
    for row in connection.execute(chosen).all():
        cell = _only_cell(connection, block, row) or f"~{block}#{row.first or ''}-{row.last or ''}"
        if row.cell == cell:
            continue
        same = [
            column.is_(value) if value is None else column == value
            for column, value in ((claims.c.first, row.first), (claims.c.last, row.last), (claims.c.cell, row.cell))
        ]
        connection.execute(update(claims).where(vague, *same).values(cell=cell))
        changes.cells |= {(block, one) for one in (row.cell, cell) if one}


def _only_cell(connection: Connection, block: str, row: Any) -> str | None:
    """Give the cell of precise claims that a vague time meets, if there is just one."""
    met = () if row.first is None else (claims.c.first <= row.last, claims.c.last >= row.first)
    found = connection.execute(select(claims.c.cell).where(_precise(block, *met)).distinct().limit(2)).scalars().all()
    return found[0] if len(found) == 1 else None
