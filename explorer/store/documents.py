"""Documents as rows and back.

insert_document(connection, document, family="abc", signature=b"…") -> True, and False the second time
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, literal, select

from explorer.model import Document
from explorer.store.dialect import insert_new
from explorer.store.schema import documents

FIELDS = ("id", "title", "text", "date", "source", "url", "language")


def insert_document(connection: Connection, document: Document, signature: bytes | None) -> bool:
    """Keep a document; false, and nothing changed, if it is there already."""
    values = {name: getattr(document, name) for name in FIELDS}
    added = datetime.now(UTC).isoformat(timespec="seconds")
    row = {**values, "added": added, "family": document.id, "signature": signature}
    return connection.execute(insert_new(connection, documents).values(row)).rowcount > 0


def select_documents(*, text: bool) -> Select[Any]:
    """Give a query for documents; their text is empty unless asked for."""
    columns = [documents.c[name] if name != "text" or text else literal("").label("text") for name in FIELDS]
    return select(*columns)


def read_documents(rows: Iterable[Any]) -> list[Document]:
    """Read what `select_documents` gives."""
    return [Document(*row) for row in rows]
