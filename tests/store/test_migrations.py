"""A store of version 1 is opened, brought up to date, and tells what it told."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from explorer.errors import StoreError
from explorer.records import Record, extraction_record
from explorer.store import migrations, open_store, resolve
from explorer.store.versions import SCHEMA_VERSION
from tests.store.samples import EXTRACTIONS

SCHEMA = Path(__file__).with_name("version_1.sql")
ROOT = Path(__file__).parents[2]
ADDED = "2025-11-20T08:00:00+00:00"
COLUMNS = {
    "actors": ("id", "type", "name", "country"),
    "ties": ("kind", "source", "target"),
    "events": ("id", "type", "status"),
    "commitments": ("id", "kind", "name", "status"),
}


def old_store(path: Path) -> None:
    """Write a store as version 1 did: what each document says, its record without evidence, and the evidence."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(SCHEMA.read_text(encoding="utf-8"))
        for extraction in EXTRACTIONS:
            one = extraction.document
            row = (one.id, one.title, one.date, one.source, one.url, one.language, one.text, ADDED)
            connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            for table, names in COLUMNS.items():
                for position, item in enumerate(extraction_record(extraction)[table]):
                    insert(connection, table, names, one.id, position, item)
        connection.commit()


def insert(
    connection: sqlite3.Connection, table: str, names: tuple[str, ...], document: str, position: int, item: Record
) -> None:
    bare = json.dumps({key: value for key, value in item.items() if key != "evidence"})
    columns = ("document", "position", *names, "record")
    values = (document, position, *(item[name] for name in names), bare)
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", values)
    evidence = item.get("evidence") or []
    for number, one in enumerate(evidence if isinstance(evidence, list) else [evidence]):
        place = (document, table, position, number, one["start"], one["end"], one["text"], *one["trigger"], one["rule"])
        connection.execute("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", place)


def test_an_old_store_tells_the_same(tmp_path: Path) -> None:
    path = tmp_path / "explorer.db"
    old_store(path)
    with open_store(path, create=False) as store:
        assert list(store.extractions(text=True)) == EXTRACTIONS
        assert store.world() == resolve(EXTRACTIONS)
        assert store.connection.exec_driver_sql("SELECT DISTINCT added FROM documents").scalars().all() == [ADDED]
        assert store.search("alliance")
        names = store.connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name LIKE 'version_1%'")
        assert names.all() == []
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION


def test_what_breaks_half_way_leaves_the_old_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "explorer.db"
    old_store(path)
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "FIRST_TABLES", (*migrations.FIRST_TABLES, "no_such_table"))
        with pytest.raises(StoreError, match="no_such_table"):
            open_store(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 1
        assert connection.execute("SELECT count(*) FROM documents").fetchone()[0] == len(EXTRACTIONS)
    with open_store(path) as store:
        assert store.world() == resolve(EXTRACTIONS)


def test_an_old_store_with_a_broken_record_is_refused_in_one_line_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "explorer.db"
    old_store(path)
    broken = "UPDATE events SET record = '{' WHERE document = ? AND position = 0"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(broken, (EXTRACTIONS[-1].document.id,))
        connection.commit()
        before = list(connection.iterdump())
    with pytest.raises(StoreError, match=f"{EXTRACTIONS[-1].document.id}.*left as it was") as caught:
        open_store(path)
    assert "\n" not in str(caught.value)
    with closing(sqlite3.connect(path)) as connection:
        assert list(connection.iterdump()) == before


OPENING = """
import sys
from explorer.store import migrations, open_store
times, own = [], migrations._from_first
migrations._from_first = lambda store: (times.append(1), own(store))
sys.stdin.readline()
with open_store(sys.argv[1], create=False) as store:
    print(len(times), store.counts()["documents"], len(store.world().events))
"""


def test_of_two_programs_that_open_an_old_store_at_once_one_brings_it_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "explorer.db"
    old_store(path)
    command = [sys.executable, "-c", OPENING, str(path)]
    both = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) for _ in range(2)
    ]
    for one in both:
        assert one.stdin
        one.stdin.write("go\n")
        one.stdin.flush()
    told = [one.communicate(timeout=120)[0].split() for one in both]
    assert [one.returncode for one in both] == [0, 0]
    assert sorted(times for times, *_ in told) == ["0", "1"]
    assert {tuple(rest) for _, *rest in told} == {(str(len(EXTRACTIONS)), str(len(resolve(EXTRACTIONS).events)))}
