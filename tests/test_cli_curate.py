"""Correcting, searching, paging and copying from the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.test_cli import db, explorer, lines  # noqa: F401  (db is a fixture)


@pytest.fixture
def own(db: Path, tmp_path: Path) -> Path:  # noqa: F811
    """A copy of the store that a test may change."""
    path = tmp_path / "own.db"
    shutil.copy(db, path)
    return path


def names(own: Path) -> dict[str, str]:
    return {one["id"]: one["name"] for one in lines(explorer("actors", "--db", own, "--format", "jsonl").stdout)}


def test_a_correction_is_said_listed_and_undone(own: Path) -> None:
    before = names(own)
    done = explorer("curate", "rename", "Nippon Steel", "Nippon\x1b Works", "--reason", "=new name", "--db", own)
    assert done.returncode == 0 and "takes it back" in done.stderr and "\x1b" not in done.stderr
    assert names(own)["company:nippon-steel"] == "Nippon\x1b Works"
    listed = explorer("curate", "list", "--db", own)
    assert "\x1b" not in listed.stdout and "in force" in listed.stdout
    (act,) = lines(explorer("curate", "list", "--db", own, "--format", "jsonl").stdout)
    assert explorer("curate", "list", "--db", own, "--format", "csv").stdout.splitlines()[1].count("'=new name") == 1
    assert explorer("curate", "undo", act["id"][:5], "--db", own).returncode == 0
    assert names(own) == before


def test_corrections_go_from_store_to_store(own: Path, db: Path, tmp_path: Path) -> None:  # noqa: F811
    explorer("curate", "merge", "Nippon Steel", "U.S. Steel", "--db", own)
    file, other = tmp_path / "acts.yaml", tmp_path / "other.db"
    assert explorer("curate", "export", file, "--db", own).returncode == 0
    shutil.copy(db, other)
    assert "1 new" in explorer("curate", "import", file, "--db", other).stderr
    assert "0 new" in explorer("curate", "import", file, "--db", other).stderr
    assert names(other) == names(own)
    assert "company:u-s-steel" not in names(own) or "company:nippon-steel" not in names(own)


WRONG = [
    (["curate", "merge", "Nobody", "Japan"], "no such actor", 1),
    (["curate", "undo", "zz"], "no such correction", 1),
    (["curate", "reject", "consult:none"], "no such event", 1),
    (["curate", "split", "Japan"], "either names or documents", 2),
    (["curate", "import", "missing.yaml"], "cannot be read", 1),
    (["delete", "none"], "no such document", 1),
    (["events", "--sort", "colour"], "no column", 1),
    (["events", "--page", "2"], "how long a page is", 1),
]


@pytest.mark.parametrize(("arguments", "message", "code"), WRONG, ids=[message for _, message, _ in WRONG])
def test_wrong_wishes_get_one_clear_line(own: Path, arguments: list[str], message: str, code: int) -> None:
    done = explorer(*arguments, "--db", own)
    assert (done.returncode, done.stdout) == (code, "")
    assert message in " ".join(done.stderr.split())


def test_lists_are_sorted_and_paged(own: Path) -> None:
    def listed(*more: str) -> list[str]:
        return [one["id"] for one in lines(explorer("actors", "--db", own, "--format", "jsonl", *more).stdout)]

    by_id = listed("--sort", "id")
    assert by_id == sorted(by_id) and listed("--sort", "-id") == by_id[::-1]
    assert listed("--sort", "id", "--limit", "3", "--page", "2") == by_id[3:6]
    assert listed("--sort", "id", "--limit", "3", "--page", "99") == []
    roles = [
        one["role"] for one in lines(explorer("actors", "--db", own, "--format", "jsonl", "--sort", "-role").stdout)
    ]
    full = [role for role in roles if role]
    assert full == sorted(full, key=str.casefold, reverse=True) and roles[: len(full)] == full, (
        "what is missing comes last"
    )


SEARCHES = [
    ("takaichi", 1),
    ("TAKAICHI trump", 1),
    ('"spoke by phone"', 1),
    ('"phone by spoke"', 0),
    ('" OR *', 0),
    ("NEAR(", 0),
    ("zebra", 0),
]


@pytest.mark.parametrize(("words", "least"), SEARCHES, ids=[words for words, _ in SEARCHES])
def test_documents_are_found_by_their_words(own: Path, words: str, least: int) -> None:
    done = explorer("documents", "--search", words, "--db", own, "--format", "jsonl")
    assert done.returncode == 0
    found = lines(done.stdout)
    assert len(found) >= least if least else found == []


def test_a_backup_holds_the_same_and_a_deleted_document_is_gone(own: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert explorer("backup", copy, "--db", own).returncode == 0
    assert explorer("backup", copy, "--db", own).returncode == 1
    assert names(copy) == names(own)
    assert explorer("delete", "doc-harbour", "--db", own).returncode == 0
    ids = [one["id"] for one in lines(explorer("documents", "--db", own, "--format", "jsonl").stdout)]
    assert "doc-harbour" not in ids and len(ids) == 3
