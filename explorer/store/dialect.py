"""What differs from one database to the next: how a writer begins, inserts what may be there, and searches text.

Everything else is SQLAlchemy Core, the same for SQLite and PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import Insert

WRITERS_LOCK = 1196574547  # any number of our own: PostgreSQL's writers wait for each other on it
SEARCH_TABLE = "documents_text"
SQLITE_SEARCH = (
    f"CREATE VIRTUAL TABLE {SEARCH_TABLE} USING fts5 (title, text, content='documents', content_rowid='number', "
    "tokenize='unicode61 remove_diacritics 2')",
    f"CREATE TRIGGER documents_text_added AFTER INSERT ON documents BEGIN INSERT INTO {SEARCH_TABLE} "
    "(rowid, title, text) VALUES (new.number, new.title, new.text); END",
    f"CREATE TRIGGER documents_text_removed AFTER DELETE ON documents BEGIN INSERT INTO {SEARCH_TABLE} "
    f"({SEARCH_TABLE}, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); END",
)
POSTGRESQL_SEARCH = (
    "CREATE INDEX documents_text ON documents USING gin (to_tsvector('english', title || ' ' || text))",
)


def begin(connection: Connection, *, writing: bool) -> None:
    """Begin a transaction; a writer waits until no other program writes.

    In SQLite a deferred transaction that reads and then writes fails at once when another program wrote meanwhile,
    however long it may wait; so writers begin IMMEDIATE.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
        return
    connection.exec_driver_sql("BEGIN")
    if writing:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITERS_LOCK})


def insert(connection: Connection, table: Table) -> Any:
    """Give an INSERT that knows ON CONFLICT."""
    return (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)


def insert_new(connection: Connection, table: Table) -> Insert:
    """Give an INSERT that passes over rows which are there already."""
    statement: Insert = insert(connection, table).on_conflict_do_nothing()
    return statement


def replace(connection: Connection, table: Table) -> Insert:
    """Give an INSERT that takes the place of a row with the same primary key."""
    statement = insert(connection, table)
    keys = [column.name for column in table.primary_key]
    values = {column.name: statement.excluded[column.name] for column in table.columns if column.name not in keys}
    replacing: Insert = statement.on_conflict_do_update(index_elements=keys, set_=values)
    return replacing


def prepare_search(connection: Connection) -> None:
    """Make what full-text search needs."""
    is_sqlite = connection.dialect.name == "sqlite"
    for statement in SQLITE_SEARCH if is_sqlite else POSTGRESQL_SEARCH:
        connection.exec_driver_sql(statement)


def matching_documents(connection: Connection, words: Sequence[str], phrase: bool) -> list[str]:
    """Find the ids of the documents that hold all words (or the words side by side), the best match first."""
    if connection.dialect.name == "sqlite":
        quoted = ['"' + word.replace('"', '""') + '"' for word in words]
        query = '"' + " ".join(word.replace('"', '""') for word in words) + '"' if phrase else " ".join(quoted)
        statement = (
            f"SELECT documents.id FROM {SEARCH_TABLE} JOIN documents ON documents.number = {SEARCH_TABLE}.rowid "
            f"WHERE {SEARCH_TABLE} MATCH :query ORDER BY rank, documents.number"
        )
        return list(connection.execute(text(statement), {"query": query}).scalars())
    asked = "phraseto_tsquery" if phrase else "plainto_tsquery"
    vector = "to_tsvector('english', title || ' ' || text)"
    statement = (
        f"SELECT id FROM documents WHERE {vector} @@ {asked}('english', :query) "
        f"ORDER BY ts_rank({vector}, {asked}('english', :query)) DESC, number"
    )
    return list(connection.execute(text(statement), {"query": " ".join(words)}).scalars())
