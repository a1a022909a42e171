"""Finds out anew which claims are one lasting relation, where claims came, went or changed their ends.

refresh_ties(connection, changes): "Prime Minister Takaichi" in two articles -> one row of `ties` with two claims

How many reports a tie has is counted when it is read: a president's has thousands, and each article would count anew.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, insert, select, tuple_, update

from explorer.model import Tie
from explorer.store.changes import Changes
from explorer.store.loading import at, load_claims
from explorer.store.schema import tie_claims as claims
from explorer.store.schema import ties

Said = tuple[str, str, str, str]  # kind, source, target and role


def refresh_ties(connection: Connection, changes: Changes) -> None:
    """Give each claim its tie, and forget ties that nobody claims any more."""
    chosen = at(claims, sorted(changes.claims["ties"]))
    loaded = load_claims(connection, "ties", chosen) if changes.claims["ties"] else []
    numbers = _numbers(connection, {_said(one.claim.item): one.claim.item for one in loaded if _is_one(one)})
    rows = []
    for one in loaded:
        tie = numbers[_said(one.claim.item)] if _is_one(one) else None
        changes.ties |= {one.row.tie, tie} - {None}
        rows.append({"own_document": one.place.document, "own_position": one.place.position, "tie": tie})
    if rows:
        own = (claims.c.document == bindparam("own_document"), claims.c.position == bindparam("own_position"))
        connection.execute(update(claims).where(*own).values(tie=bindparam("tie")), rows)
    is_said = exists().where(claims.c.tie == ties.c.number)
    connection.execute(delete(ties).where(ties.c.number.in_(sorted(changes.ties)), ~is_said))


def _is_one(one: Any) -> bool:
    """Tell whether a claim counts: two names of one person do not tie it to itself."""
    return not one.is_rejected and one.claim.item.source != one.claim.item.target


def _said(tie: Tie) -> Said:
    return str(tie.kind), tie.source, tie.target, tie.role or ""


def _numbers(connection: Connection, wanted: dict[Said, Tie]) -> dict[Said, int]:
    """Find the rows of ties, and make those that are missing."""
    if not wanted:
        return {}
    columns = (ties.c.kind, ties.c.source, ties.c.target, ties.c.role)
    chosen = select(ties.c.number, *columns).where(
        ties.c.source.in_({source for _, source, _, _ in wanted}), tuple_(*columns).in_(sorted(wanted))
    )
    found = {tuple(row[1:]): row.number for row in connection.execute(chosen)}
    for said in sorted(wanted.keys() - found.keys()):
        kind, source, target, role = said
        row = {"kind": kind, "source": source, "target": target, "role": role}
        found[said] = connection.execute(insert(ties).returning(ties.c.number), row).scalar_one()
    return found
