"""Opens a store, and refuses a file that is not ours before anything in it is touched.

open_store("data/explorer.db") -> Store
"""

from __future__ import annotations

import sqlite3
import time
from importlib import resources
from pathlib import Path

from explorer.errors import StoreError
from explorer.store.store import Store

APPLICATION_ID = 1196574547  # "GRGS"; schema.sql writes the same two numbers
SCHEMA_VERSION = 1
BUSY_SECONDS = 30.0
OPENING_ATTEMPTS = 5


def open_store(path: Path | str, *, create: bool = True) -> Store:
    """Open the store at `path`, making it (and its folder) first unless `create` is false.

    A store belongs to the thread that opened it; opening takes about a millisecond.
    """
    path = Path(path)
    _check_place(path, create=create)
    try:
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    except (sqlite3.Error, ValueError) as error:
        raise StoreError(f"{path}: cannot be opened ({error})") from error
    try:
        _make_ready(connection, path, create=create)
    except sqlite3.OperationalError as error:
        connection.close()
        raise StoreError(f"{path}: cannot be opened ({error})") from error
    except sqlite3.DatabaseError as error:
        connection.close()
        raise StoreError(f"{path}: not a store ({error})") from error
    except StoreError:
        connection.close()
        raise
    return Store(connection, path)


def _check_place(path: Path, *, create: bool) -> None:
    try:
        if path.is_dir():
            raise StoreError(f"{path}: this is a folder, not a store")
        if not create and not path.exists():
            raise StoreError(f"{path}: there is no store here yet; `explorer ingest PATH` makes one")
        path.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise StoreError(f"{path}: cannot be opened ({reason})") from error


def _make_ready(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    if _is_empty(connection, path):
        if not create:
            raise StoreError(f"{path}: this store is empty; `explorer ingest PATH` fills one")
        _prepare_new(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")


def _is_empty(connection: sqlite3.Connection, path: Path) -> bool:
    """Tell a file yet to be made from one of ours; raise for anything else."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application == 0 and version == 0 and tables == 0:
        return True
    if application != APPLICATION_ID:
        raise StoreError(f"{path}: not a store of ours (another program's SQLite file)")
    if version > SCHEMA_VERSION:
        raise StoreError(f"{path}: written by a newer version of this program; update it to read this store")
    return False


def _prepare_new(connection: sqlite3.Connection) -> None:
    schema = resources.files("explorer.store").joinpath("schema.sql").read_text(encoding="utf-8")
    for attempt in range(OPENING_ATTEMPTS):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError:
            # Changing the journal does not wait for a second program that is making the same file.
            if attempt == OPENING_ATTEMPTS - 1:
                raise
            time.sleep(0.05 * 2**attempt)
    connection.executescript(schema)
