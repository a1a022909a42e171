"""A backup is whole, is named only when it is, and never takes the place of anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.errors import StoreError
from explorer.store import Store, open_store
from tests.identity.says import KNOWN
from tests.store.test_curation import articles


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "one.db", known=KNOWN) as opened:
        for extraction in articles():
            opened.add(extraction.document, extraction)
        opened.merge("Jack Smythe", "John Smith")
        yield opened


def test_a_backup_is_one_file_with_all_that_was_there(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "two.db"
    store.backup(file)
    assert list(file.parent.iterdir()) == [file]
    world, acts = store.world(), store.acts()
    store.delete("a")
    with open_store(file, create=False, known=KNOWN) as copy:
        assert (copy.world(), copy.acts()) == (world, acts)
        copy.undo(acts[0][0].id)
    assert store.acts() == acts, "the copy is its own"


def refusal(store: Store, file: Path) -> str:
    with pytest.raises(StoreError) as caught:
        store.backup(file)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_what_is_there_stays(store: Store, tmp_path: Path) -> None:
    there, link = tmp_path / "there", tmp_path / "link"
    there.write_text("precious")
    link.symlink_to(tmp_path / "not attached" / "two.db")
    for file in (there, link, tmp_path, tmp_path / "one.db"):
        assert "is there already" in refusal(store, file)
    assert there.read_text() == "precious"
    assert link.is_symlink()


def test_where_no_file_can_be_made(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "two.db.part").mkdir()
    for file in (tmp_path / "file" / "two.db", tmp_path / ("x" * 5000), tmp_path / "two.db"):
        assert "cannot be written" in refusal(store, file)
    assert not (tmp_path / "two.db").exists()
