"""Finds out anew what is said of a lasting relation, where reports of it came or went.

refresh_ties(connection, changes): "Prime Minister Takaichi" in two articles -> one row of `ties` with two reports
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, tuple_, update

from explorer.identity.remarks import with_remarks
from explorer.identity.ties import merge_ties
from explorer.model import Tie
from explorer.records import stored_record
from explorer.store.changes import Changes
from explorer.store.loading import at, load_claims
from explorer.store.schema import documents, ties, verdicts
from explorer.store.schema import tie_claims as claims

Said = tuple[str, str, str, str]  # kind, source, target and role


def refresh_ties(connection: Connection, changes: Changes) -> None:
    """Give each claim its tie, and each tie that changed its reports and dates."""
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
    for number in sorted(changes.ties):
        _count(connection, number)


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
        row = {"kind": kind, "source": source, "target": target, "role": role, "reports": 0, "record": "{}"}
        found[said] = connection.execute(insert(ties).returning(ties.c.number), row).scalar_one()
    return found


def _count(connection: Connection, number: int) -> None:
    """Count the reports of a tie, those that say the same together: a president's tie has thousands of them."""
    here = claims.c.tie == number
    joined = select(claims.c.record, func.min(claims.c.document), func.count(documents.c.family.distinct()))
    votes = connection.execute(
        joined.join(documents, documents.c.id == claims.c.document).where(here).group_by(claims.c.record)
    ).all()
    if not votes:
        connection.execute(delete(ties).where(ties.c.number == number))
        return
    total = select(func.count(documents.c.family.distinct()))
    reports = connection.execute(
        total.select_from(claims).join(documents, documents.c.id == claims.c.document).where(here)
    ).scalar_one()
    examples = [document for _, document, _ in votes]
    one_each = load_claims(connection, "ties", here, claims.c.document.in_(examples))
    by_record = {one.row.record: one.claim.item for one in one_each}
    tie = merge_ties([(by_record[record], count) for record, _, count in votes], reports)
    tie = with_remarks(tie, _remarked(connection, number) or [tie])
    record = json.dumps(stored_record(tie), ensure_ascii=False, separators=(",", ":"))
    connection.execute(update(ties).where(ties.c.number == number).values(reports=reports, record=record))


def _remarked(connection: Connection, number: int) -> list[Tie]:
    spoken = select(verdicts.c.document).where(verdicts.c.owner == "ties")
    found = load_claims(connection, "ties", claims.c.tie == number, claims.c.document.in_(spoken))
    return [one.claim.item for one in found]
