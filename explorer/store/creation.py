"""Makes the tables of a new store."""

from __future__ import annotations

import secrets

from sqlalchemy import Connection, insert

from explorer.store.dialect import prepare_search
from explorer.store.schema import metadata, revision
from explorer.store.versions import APPLICATION_ID, SCHEMA_VERSION


def create_tables(connection: Connection) -> None:
    """Make all tables, inside the transaction of the caller, and mark the file as ours."""
    metadata.create_all(connection)
    prepare_search(connection)
    connection.execute(insert(revision).values(only=1, value=secrets.randbits(32) << 16))
    mark(connection)


def mark(connection: Connection) -> None:
    """Write into the file whose it is and which version its tables have."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
