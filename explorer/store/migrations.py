"""Brings the tables of an older version up to date, within one transaction: all of it or nothing.

migrate(store, version=1): what each document says is taken over as it was read, and the world found out from it anew
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import text, update

from explorer.errors import StoreError
from explorer.model import Document, Extraction
from explorer.records import Record, extraction_from
from explorer.store.creation import create_tables
from explorer.store.documents import FIELDS
from explorer.store.schema import documents
from explorer.store.store import Store

FIRST_TABLES = ("evidence", "commitments", "events", "ties", "actors", "documents")
FIRST_OWNERS = ("ties", "events", "commitments")
OLD = "version_1_"


def migrate(store: Store, version: int) -> None:
    """Bring a store of an older version up to date, inside the transaction of the caller."""
    if version == 1:
        _from_first(store)


def _from_first(store: Store) -> None:
    """Version 1 kept what each document says, and made the world anew each time it was read."""
    connection = store.connection
    for kind, name in connection.execute(text("SELECT type, name FROM sqlite_master WHERE sql IS NOT NULL")).all():
        if kind in ("index", "trigger"):
            connection.exec_driver_sql(f'DROP {kind} "{name}"')
    for table in FIRST_TABLES:
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {OLD}{table}")
    connection.exec_driver_sql("DROP TABLE revision")
    create_tables(connection)
    for extraction, added in _first_extractions(store):
        store.take_over(extraction)
        own = documents.c.id == extraction.document.id
        connection.execute(update(documents).where(own).values(added=added))
    for table in FIRST_TABLES:
        connection.exec_driver_sql(f"DROP TABLE {OLD}{table}")


def _first_extractions(store: Store) -> Iterator[tuple[Extraction, str]]:
    columns = ", ".join(f'"{name}"' for name in FIELDS)
    ids = store.connection.execute(text(f"SELECT id FROM {OLD}documents ORDER BY rowid")).scalars().all()
    for id in ids:
        chosen = text(f"SELECT {columns}, added FROM {OLD}documents WHERE id = :id")
        *fields, added = store.connection.execute(chosen, {"id": id}).one()
        try:
            extraction = _first_extraction(store, Document(*fields))
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            problem = "what this document says cannot be read; the store is left as it was"
            raise StoreError(f"{store.path}: {id!a}: {problem} ({type(error).__name__}: {error})") from error
        yield extraction, added


def _first_extraction(store: Store, document: Document) -> Extraction:
    record: Record = {name: _first_records(store, name, document) for name in ("actors", *FIRST_OWNERS)}
    for owner in FIRST_OWNERS:
        for item in record[owner]:
            item["evidence"] = [] if owner == "commitments" else None
    chosen = text(f"SELECT * FROM {OLD}evidence WHERE document = :id ORDER BY owner, owner_position, position")
    for row in store.connection.execute(chosen, {"id": document.id}).mappings():
        item = record[row["owner"]][row["owner_position"]]
        trigger = [row["trigger_start"], row["trigger_end"]]
        one = {"start": row["start"], "end": row["end"], "text": row["text"], "trigger": trigger, "rule": row["rule"]}
        if row["owner"] == "commitments":
            item["evidence"].append(one)
        else:
            item["evidence"] = one
    return extraction_from(record, document)


def _first_records(store: Store, table: str, document: Document) -> list[Record]:
    chosen = text(f"SELECT record FROM {OLD}{table} WHERE document = :id ORDER BY position")
    return [json.loads(record) for record in store.connection.execute(chosen, {"id": document.id}).scalars()]
