"""Documents and what they say, one transaction a document.

store.add(document, extraction) -> True, and False the second time
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from explorer.errors import StoreError, UnreadableDocument
from explorer.model import Document, Extraction
from explorer.records import Record, extraction_from, extraction_record
from explorer.store.rows import COLUMNS, EVIDENCE_COLUMNS, TABLES, evidence_from, evidence_rows, item_row

DOCUMENT_COLUMNS = ("id", "title", "text", "date", "source", "url", "language")


class Store:
    """An open store; a context manager that closes it. Made by `open_store`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; closing twice is harmless."""
        self._connection.close()

    def add(self, document: Document, extraction: Extraction) -> bool:
        """Keep a document with what it says; false, and nothing changed, if it is here already."""
        try:
            with self._transaction():
                if not self._insert_document(document):
                    return False
                self._insert_records(document.id, extraction_record(extraction))
                return True
        except UnicodeEncodeError as error:
            problem = "holds half a character (a lone surrogate), which cannot be stored"
            raise UnreadableDocument(f"{document.title!a}: {problem}") from error

    def has(self, document_id: str) -> bool:
        """Tell whether the document is stored."""
        return bool(self._rows("SELECT 1 FROM documents WHERE id = ?", document_id))

    def documents(self, *, text: bool = False) -> list[Document]:
        """List the documents in the order they came; their text is empty unless asked for."""
        rows = self._rows(f"SELECT {_document_columns(text=text)} FROM documents ORDER BY rowid")
        return [Document(*row) for row in rows]

    def document(self, document_id: str, *, text: bool = True) -> Document | None:
        """Find one document, or none."""
        rows = self._rows(f"SELECT {_document_columns(text=text)} FROM documents WHERE id = ?", document_id)
        return Document(*rows[0]) if rows else None

    def extractions(self, *, text: bool = False) -> Iterator[Extraction]:
        """Go through what every document says; their text is empty unless asked for.

        Each document is read whole; one that another program removes meanwhile is passed over.
        """
        for (document_id,) in self._rows("SELECT id FROM documents ORDER BY rowid"):
            extraction = self._extraction(document_id, text=text)
            if extraction:
                yield extraction

    def delete(self, document_id: str) -> bool:
        """Remove a document and all it says; false if it is not here."""
        with self._transaction():
            return self._connection.execute("DELETE FROM documents WHERE id = ?", (document_id,)).rowcount > 0

    def revision(self) -> int:
        """Give a number that changes whenever the content does."""
        return int(self._rows("SELECT value FROM revision")[0][0])

    def counts(self) -> dict[str, int]:
        """Count the rows of each table; records found in two documents count twice."""
        tables = ("documents", *TABLES, "evidence")
        return {table: int(self._rows(f"SELECT count(*) FROM {table}")[0][0]) for table in tables}

    def _insert_document(self, document: Document) -> bool:
        added = datetime.now(UTC).isoformat(timespec="seconds")
        marks = ", ".join("?" * (len(DOCUMENT_COLUMNS) + 1))
        statement = f"INSERT OR IGNORE INTO documents ({', '.join(DOCUMENT_COLUMNS)}, added) VALUES ({marks})"
        values = [getattr(document, name) for name in DOCUMENT_COLUMNS]
        return self._connection.execute(statement, (*values, added)).rowcount > 0

    def _insert_records(self, document_id: str, record: Record) -> None:
        for table in TABLES:
            columns = ("document", "position", *COLUMNS[table], "record")
            rows = [(document_id, position, *item_row(table, item)) for position, item in enumerate(record[table])]
            self._insert_many(table, columns, rows)
            if table != "actors":
                rows = [(document_id, table, *row) for row in evidence_rows(record[table])]
                self._insert_many("evidence", EVIDENCE_COLUMNS, rows)

    def _insert_many(self, table: str, columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
        marks = ", ".join("?" * len(columns))
        names = ", ".join(f'"{name}"' for name in columns)
        self._connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)

    def _extraction(self, document_id: str, *, text: bool) -> Extraction | None:
        with self._transaction("DEFERRED"):
            document = self.document(document_id, text=text)
            if document is None:
                return None
            record = {table: self._records(table, document_id) for table in TABLES}
            self._attach_evidence(record, document_id)
        return extraction_from(record, document)

    def _records(self, table: str, document_id: str) -> list[Record]:
        rows = self._rows(f"SELECT record FROM {table} WHERE document = ? ORDER BY position", document_id)
        return [json.loads(row[0]) for row in rows]

    def _attach_evidence(self, record: Record, document_id: str) -> None:
        columns = ", ".join(f'"{name}"' for name in EVIDENCE_COLUMNS[1:])
        found: dict[tuple[str, int], list[Record]] = {}
        order = "ORDER BY owner, owner_position, position"
        for row in self._rows(f"SELECT {columns} FROM evidence WHERE document = ? {order}", document_id):
            found.setdefault((row[0], row[1]), []).append(evidence_from(row))
        for table in TABLES[1:]:
            for position, item in enumerate(record[table]):
                evidence = found.get((table, position), [])
                item["evidence"] = evidence if table == "commitments" else next(iter(evidence), None)

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with self._clear_errors():
            return self._connection.execute(statement, values).fetchall()

    @contextmanager
    def _transaction(self, kind: str = "IMMEDIATE") -> Iterator[None]:
        # A deferred transaction that reads and then writes fails at once when another program wrote meanwhile,
        # however long it may wait; so writers begin IMMEDIATE.
        with self._clear_errors():
            self._connection.execute(f"BEGIN {kind}")
            try:
                yield
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.commit()

    @contextmanager
    def _clear_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: {error}") from error


def _document_columns(*, text: bool) -> str:
    return ", ".join("''" if name == "text" and not text else name for name in DOCUMENT_COLUMNS)
