"""Lists in any order and a page at a time, and what is typed wrongly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from explorer.cli.listing import COLUMNS, Kind, Paging, flat
from tests.test_cli import db, explorer, lines  # noqa: F401  (db is a fixture)

ORDERED = [(Kind.EVENTS, "amount"), (Kind.EVENTS, "start"), (Kind.EVENTS, "intensity"), (Kind.ACTORS, "country"),
           (Kind.COMMITMENTS, "instrument"), (Kind.TIES, "since"), (Kind.DOCUMENTS, "url")]  # fmt: skip


def listed(db: Path, kind: Kind, *more: str) -> list[dict[str, Any]]:  # noqa: F811
    done = explorer(str(kind), "--db", db, "--format", "jsonl", *more)
    assert done.returncode == 0
    return lines(done.stdout)


@pytest.mark.parametrize(("kind", "column"), ORDERED)
def test_either_way_round_what_is_missing_comes_last(db: Path, kind: Kind, column: str) -> None:  # noqa: F811
    up, down = ([flat(one)[column] for one in listed(db, kind, "--sort", f"{sign}{column}")] for sign in ("", "-"))
    full = [cell for cell in up if cell is not None]
    assert full == sorted(full)
    assert down == full[::-1] + [None] * (len(up) - len(full))


@pytest.mark.parametrize("kind", Kind)
def test_every_column_sorts_and_no_record_is_lost(db: Path, kind: Kind) -> None:  # noqa: F811
    whole = listed(db, kind)
    for column in COLUMNS[kind]:
        for sign in ("", "-"):
            found = Paging(f"{sign}{column}").of(whole, kind)
            assert sorted(map(str, found)) == sorted(map(str, whole))


def test_pages_together_are_the_whole(db: Path) -> None:  # noqa: F811
    whole = listed(db, Kind.EVENTS, "--sort", "-confidence")
    pages = [listed(db, Kind.EVENTS, "--sort", "-confidence", "--limit", "5", "--page", str(n)) for n in range(1, 6)]
    assert [one for page in pages for one in page] == whole
    assert [len(page) for page in pages][:2] == [5, 5]


@pytest.mark.parametrize(
    ("arguments", "message", "code"),
    [
        (["actors", "--sort", "colour"], "'colour' is no column", 1),
        (["actors", "--sort", ""], "'' is no column", 1),
        (["actors", "--sort", "--id"], "'-id' is no column", 1),
        (["actors", "--sort", "\x1b[31m"], "is no column", 1),
        (["actors", "--limit", "0"], "greater than or equal to 1", 2),
        (["actors", "--limit", "2", "--page", "0"], "greater than or equal to 1", 2),
        (["actors", "--limit", "many"], "valid integer", 2),
    ],
)
def test_what_is_typed_wrongly(db: Path, arguments: list[str], message: str, code: int) -> None:  # noqa: F811
    done = explorer(*arguments, "--db", db)
    assert (done.returncode, done.stdout) == (code, "")
    assert message in " ".join(done.stderr.split()) and "\x1b[31m" not in done.stderr


def test_found_articles_are_sorted_and_paged_too(db: Path) -> None:  # noqa: F811
    by_date = [one["date"] for one in listed(db, Kind.DOCUMENTS, "--search", "Japan", "--sort", "-date")]
    assert len(by_date) > 2 and by_date == sorted(by_date, reverse=True)
    assert len(listed(db, Kind.DOCUMENTS, "--search", "Japan", "--limit", "1", "--page", "2")) == 1
