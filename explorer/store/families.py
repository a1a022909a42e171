"""Which articles are one report: syndicated copies and light edits of each other.

join_family(connection, "b", signature, changes): b is nearly a -> both are of family "a", and count once
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, or_, select, update

from explorer.identity.near_duplicates import THRESHOLD, bands, similarity
from explorer.store.changes import Changes, Place
from explorer.store.schema import CLAIMS, documents, pairs
from explorer.store.schema import bands as band_rows


def join_family(connection: Connection, document_id: str, signature: bytes | None, changes: Changes) -> None:
    """Find the articles that a new one nearly repeats, and make one family of them all."""
    if signature is None:
        return
    own = bands(signature)
    shared = select(band_rows.c.document).where(band_rows.c.band.in_(own)).distinct()
    chosen = select(documents.c.id, documents.c.signature).where(documents.c.id.in_(shared))
    alike = {other: similarity(signature, theirs) for other, theirs in connection.execute(chosen)}
    connection.execute(insert(band_rows), [{"band": band, "document": document_id} for band in own])
    rows = [
        {"document": document_id, "other": other, "similarity": score}
        for other, score in sorted(alike.items())
        if score >= THRESHOLD
    ]
    if rows:
        connection.execute(insert(pairs), rows)
        _settle(connection, {document_id}, changes)


def near(connection: Connection, document_id: str) -> dict[str, float]:
    """Give the articles compared with one and found alike, with the share of wording they have in common (0 to 1)."""
    one = select(pairs.c.other, pairs.c.similarity).where(pairs.c.document == document_id)
    other = select(pairs.c.document, pairs.c.similarity).where(pairs.c.other == document_id)
    return {id: score for query in (one, other) for id, score in connection.execute(query)}


def leave_family(connection: Connection, relatives: Iterable[str], changes: Changes) -> None:
    """Settle the families of articles anew, after one that they were alike to is gone."""
    _settle(connection, set(relatives), changes)


def _settle(connection: Connection, ids: set[str], changes: Changes) -> None:
    waiting = set(ids)
    while waiting:
        family = _reach(connection, min(waiting))
        waiting -= family
        name = min(family)
        chosen = select(documents.c.id).where(documents.c.id.in_(sorted(family)), documents.c.family != name)
        moved = list(connection.execute(chosen).scalars())
        connection.execute(update(documents).where(documents.c.id.in_(moved)).values(family=name))
        for owner, table in CLAIMS.items():
            claims = select(table.c.document, table.c.position).where(table.c.document.in_(moved))
            changes.claims[owner] |= {Place(*row) for row in connection.execute(claims)}


def _reach(connection: Connection, document_id: str) -> set[str]:
    found: set[str] = set()
    edge = {document_id}
    while edge:
        found |= edge
        chosen = sorted(edge)
        touching = or_(pairs.c.document.in_(chosen), pairs.c.other.in_(chosen))
        edge = {id for row in connection.execute(select(pairs.c.document, pairs.c.other).where(touching)) for id in row}
        edge -= found
    return found
