"""A copy of the store in one file, whole even while other programs write.

copy_to(connection, Path("explorer.db"), Path("explorer-2025-11-01.db"))
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import Connection

from explorer.errors import StoreError

PAGES = 2_000  # copied at once; in between others may write


def copy_to(connection: Connection, path: Path, file: Path) -> None:
    """Copy to a new file through SQLite's backup, and name it only when it is whole; StoreError if it is there."""
    part = file.with_name(f"{file.name}.part")
    raw = connection.connection.driver_connection
    if not isinstance(raw, sqlite3.Connection):
        raise StoreError(f"{path}: backups of this database are made with its own tools")
    try:
        # A link that leads nowhere is there too: it may be to a disk that is not attached now.
        if file.exists() or file.is_symlink():
            raise StoreError(f"{file}: is there already; a backup never writes over a file")
        file.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part)) as copy:
            raw.backup(copy, pages=PAGES)
            copy.execute("PRAGMA journal_mode = DELETE")
        os.replace(part, file)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise StoreError(f"{file}: cannot be written ({error})") from error
