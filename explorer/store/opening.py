"""Opens a store, brings an older one up to date, and refuses a file that is not ours before anything in it is touched.

open_store("data/explorer.db") -> Store
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from explorer.errors import StoreError
from explorer.knowledge.gazetteer import known_actors
from explorer.knowledge.names import KnownActor
from explorer.store.creation import create_tables
from explorer.store.migrations import migrate
from explorer.store.store import Store
from explorer.store.transactions import BUSY_SECONDS, clear_errors, transaction
from explorer.store.versions import APPLICATION_ID, SCHEMA_VERSION

MEMORY = ":memory:"
OPENING_ATTEMPTS = 8
Known = Mapping[str, KnownActor]


def open_store(path: Path | str, *, create: bool = True, known: Known | None = None) -> Store:
    """Open the store at `path`, making it (and its folder) first unless `create` is false.

    A store belongs to the thread that opened it. One of an older version is brought up to date, which for each of its
    documents takes about as long as adding it. ":memory:" gives one that is gone when closed. `known` are the
    actors whose ids are sure, by default those of the knowledge files. Raises StoreError.
    """
    known = known_actors() if known is None else known
    if str(path) != MEMORY:
        path = Path(path)
        _check_place(path, create=create)
    try:
        raw = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    except (sqlite3.Error, ValueError) as error:
        raise StoreError(f"{path}: cannot be opened ({error})") from error
    try:
        is_new = _is_empty(raw, path)
        if is_new and not create:
            raise StoreError(f"{path}: this store is empty; `explorer ingest PATH` fills one")
        _set_up(raw)
        store = Store(_connected(raw), Path(path), known)
        with clear_errors(Path(path)):
            _make_ready(store)
    except sqlite3.OperationalError as error:
        raw.close()
        raise StoreError(f"{path}: cannot be opened ({error})") from error
    except sqlite3.DatabaseError as error:
        raw.close()
        raise StoreError(f"{path}: not a store ({error})") from error
    except BaseException:
        raw.close()
        raise
    return store


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


def _is_empty(raw: sqlite3.Connection, path: Path | str) -> bool:
    """Tell a file yet to be made from one of ours; raise for anything else."""
    application = raw.execute("PRAGMA application_id").fetchone()[0]
    version = raw.execute("PRAGMA user_version").fetchone()[0]
    tables = raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application == 0 and version == 0 and tables == 0:
        return True
    if application != APPLICATION_ID:
        raise StoreError(f"{path}: not a store of ours (another program's SQLite file)")
    if version > SCHEMA_VERSION:
        raise StoreError(f"{path}: written by a newer version of this program; update it to read this store")
    return False


def _set_up(raw: sqlite3.Connection) -> None:
    for attempt in range(OPENING_ATTEMPTS):
        try:
            if raw.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                raw.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError:
            # Changing the journal does not wait for a second program that is making the same file.
            if attempt == OPENING_ATTEMPTS - 1:
                raise
            time.sleep(0.05 * 2**attempt)
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA synchronous = FULL")


def _connected(raw: sqlite3.Connection) -> Connection:
    """Give the connection to SQLAlchemy, which leaves transactions to us (dialect.begin)."""
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool, isolation_level="AUTOCOMMIT")
    return engine.connect()


def _make_ready(store: Store) -> None:
    """Make the tables, or bring them up to date; of two programs that come at once one waits for the other."""
    if _version(store.connection) == SCHEMA_VERSION:
        return
    with transaction(store.connection, writing=True):
        version = _version(store.connection)
        if version == 0:
            create_tables(store.connection)
        elif version < SCHEMA_VERSION:
            migrate(store, version)


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
