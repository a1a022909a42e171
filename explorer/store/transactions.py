"""All or nothing: a transaction, and errors of the database in one clear line.

with transaction(connection, writing=True): …
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from explorer.errors import StoreError
from explorer.store.dialect import begin

BUSY_SECONDS = 300.0  # how long to wait for another program that writes


@contextmanager
def transaction(connection: Connection, *, writing: bool) -> Iterator[None]:
    """Keep all that is done inside, or nothing of it if anything raises."""
    begin(connection, writing=writing)
    try:
        yield
    except BaseException:
        # A full disk ends the transaction by itself; the first error is the one to tell.
        with suppress(SQLAlchemyError):
            connection.exec_driver_sql("ROLLBACK")
        raise
    connection.exec_driver_sql("COMMIT")


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """Turn an error of the database into one line that names the file."""
    try:
        yield
    except SQLAlchemyError as error:
        reason = getattr(error, "orig", None) or error
        raise StoreError(f"{path}: {reason}") from error
