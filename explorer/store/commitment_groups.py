"""Finds out anew which claims are one commitment, in the blocks where claims came, went or changed their parties.

refresh_commitments(connection, changes, cast): the pledge in two articles -> one row of `commitments`
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, bindparam, delete, or_, select, update

from explorer.identity.claims import ClaimGroup, day_of
from explorer.identity.commitments import (
    block_of_commitment,
    join_named,
    merge_commitment,
    proper_name,
    split_commitments,
)
from explorer.identity.remarks import with_remarks
from explorer.model import Commitment
from explorer.store.cast import StoreCast
from explorer.store.changes import Changes, Place
from explorer.store.claims import note_commitment_removed
from explorer.store.digest import digest
from explorer.store.loading import LoadedClaim, at, load_claims
from explorer.store.made import Made, insert_made, number, shared_row
from explorer.store.schema import commitment_claims as claims
from explorer.store.schema import commitment_ends, commitments


def refresh_commitments(connection: Connection, changes: Changes, cast: StoreCast) -> None:
    """Place the claims anew in blocks, and group each block that changed as a whole: they stay small.

    Groups of one proper name may be one though their blocks differ, so all blocks that share a name go together.
    """
    _place(connection, changes.claims["commitments"], changes, cast)
    blocks, propers = _reach(connection, changes.blocks, changes.propers)
    if not blocks:
        return
    loaded = load_claims(connection, "commitments", claims.c.block.in_(sorted(blocks)))
    by_block: dict[str, list[LoadedClaim]] = defaultdict(list)
    for one in loaded:
        by_block[one.row.block].append(one)
    old = select(claims.c.commitment).where(claims.c.block.in_(sorted(blocks)), claims.c.commitment.is_not(None))
    replaced = {*connection.execute(old).scalars(), *changes.commitments}
    chosen = select(commitments.c.stem).where(commitments.c.number.in_(sorted(replaced)))
    stems = set(connection.execute(chosen).scalars())
    connection.execute(delete(commitments).where(commitments.c.number.in_(sorted(replaced))))
    groups = [
        group for block in sorted(by_block) for group in split_commitments([one.claim for one in by_block[block]])
    ]
    made: list[Made] = []
    for group in join_named(groups, cast):
        commitment = with_remarks(merge_commitment(group, cast), group.items)
        made.append(Made(_row(commitment, group), tuple(party.actor for party in commitment.parties), group))
    insert_made(connection, commitments, commitment_ends, claims, made)
    number(connection, commitments, stems | {str(one.row["stem"]) for one in made})


def _row(commitment: Commitment, group: ClaimGroup[Commitment]) -> dict[str, Any]:
    return {
        **shared_row(commitment, group),
        "kind": str(commitment.kind),
        "status": str(commitment.status),
        "amount": commitment.amount.value if commitment.amount else None,
        "currency": commitment.amount.currency if commitment.amount else None,
    }


def _place(connection: Connection, places: set[Place], changes: Changes, cast: StoreCast) -> None:
    if not places:
        return
    loaded = load_claims(connection, "commitments", at(claims, sorted(places)))
    rows = []
    for one in loaded:
        note_commitment_removed(one.row, changes)
        commitment: Commitment = one.claim.item
        block = proper = None
        if not one.is_rejected:
            block = digest(block_of_commitment(commitment, day_of(one.claim.document), cast))
            name = proper_name(commitment)
            proper = digest(f"{commitment.kind}|{name}") if name else None
        rows.append({"own_document": one.place.document, "own_position": one.place.position})
        rows[-1] |= {"block": block, "proper": proper, "commitment": None}
        changes.blocks.update(filter(None, [block]))
        changes.propers.update(filter(None, [proper]))
    if rows:
        own = (claims.c.document == bindparam("own_document"), claims.c.position == bindparam("own_position"))
        values: dict[str, Any] = {name: bindparam(name) for name in ("block", "proper", "commitment")}
        connection.execute(update(claims).where(*own).values(values), rows)


def _reach(connection: Connection, blocks: set[str], propers: set[str]) -> tuple[set[str], set[str]]:
    """Follow blocks and proper names that share claims as far as they go."""
    found, names = set(blocks), set(propers)
    while True:
        near = or_(claims.c.block.in_(sorted(found)), claims.c.proper.in_(sorted(names)))
        rows = connection.execute(select(claims.c.block, claims.c.proper).where(near).distinct()).all()
        more = {row.block for row in rows if row.block}, {row.proper for row in rows if row.proper and row.block}
        if more[0] <= found and more[1] <= names:
            return found, names
        found, names = found | more[0], names | more[1]
