"""What is not a store of ours is refused in one line and left as it was."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from explorer.errors import StoreError
from explorer.store import open_store


def refusal(path: Path | str, *, create: bool = True) -> str:
    with pytest.raises(StoreError) as caught:
        open_store(path, create=create)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(f"{path}: ")
    return message


def foreign(path: Path, *statements: str) -> bytes:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path.read_bytes()


@pytest.mark.parametrize("create", [True, False])
def test_random_bytes(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "photo.db"
    path.write_bytes(bytes(range(256)) * 40)
    assert "not a store" in refusal(path, create=create)
    assert path.read_bytes() == bytes(range(256)) * 40


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE documents (id TEXT PRIMARY KEY)"],
        ["PRAGMA application_id = 7"],
        ["PRAGMA user_version = 1"],
    ],
)
def test_the_file_of_another_program_is_left_untouched(tmp_path: Path, statements: list[str]) -> None:
    path = tmp_path / "bookmarks.sqlite"
    before = foreign(path, *statements)
    assert "another program" in refusal(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_store_of_a_newer_version(tmp_path: Path) -> None:
    path = tmp_path / "explorer.db"
    open_store(path).close()
    foreign(path, "PRAGMA user_version = 99")
    assert "newer version" in refusal(path)


def test_a_damaged_store(tmp_path: Path) -> None:
    path = tmp_path / "explorer.db"
    open_store(path).close()
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(StoreError, match="malformed|not a database"), open_store(path) as store:
        store.counts()


def test_a_folder(tmp_path: Path) -> None:
    assert "folder" in refusal(tmp_path)


def test_a_place_under_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert "cannot be opened" in refusal(tmp_path / "file" / "explorer.db")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "cannot be opened" in refusal(tmp_path / "explorer.db")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs Linux's /proc")
def test_a_place_where_no_file_can_be_made() -> None:
    assert "cannot be opened" in refusal("/proc/explorer.db")


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    assert "cannot be opened" in refusal(f"{tmp_path}/a\0b.db")
    assert "cannot be opened" in refusal(tmp_path / ("x" * 5000))


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "explorer.db"
    path.touch()
    assert "empty" in refusal(path, create=False)
    with open_store(path) as store:
        assert store.counts()["documents"] == 0


def test_nothing_is_made_where_nothing_should_be(tmp_path: Path) -> None:
    path = tmp_path / "absent" / "explorer.db"
    assert "no store here" in refusal(path, create=False)
    assert list(tmp_path.iterdir()) == []
