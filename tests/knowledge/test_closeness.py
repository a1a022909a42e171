"""Shares are complete, what was denied joins nobody, and age halves until it stops."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.errors import DataFileError
from explorer.knowledge.closeness import Closeness, closeness
from explorer.knowledge.strict import FOLDER, load_yaml
from explorer.model import Status, TieKind


def test_every_status_and_tie_has_a_share() -> None:
    shares = closeness()
    assert set(shares.status) == set(Status) and set(shares.tie) == set(TieKind)
    assert [status for status, share in shares.status.items() if not share] == [Status.NEGATED]
    assert max(shares.tie.values()) < shares.status[Status.ACTUAL]


@pytest.mark.parametrize(("days", "share"), [(0, 1.0), (730, 0.5), (1460, 0.25), (-90, 1.0), (100_000, 0.1)])
def test_age_halves_until_it_stops(days: int, share: float) -> None:
    assert closeness().recency(days) == pytest.approx(share)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("negated: 0.0", "negated: 2.0", "status.negated"),
        (", negated: 0.0", "", "no share for negated"),
        (", succeeds: 0.25", "", "no share for succeeds"),
        ("half_life_days: 730", "half_life_days: 0", "half_life_days"),
        ("undated:", "undatde:", "unknown key"),
    ],
)
def test_a_file_that_breaks_its_rules_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    text = (FOLDER / "closeness.yaml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "closeness.yaml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataFileError, match=words):
        load_yaml("closeness.yaml", Closeness, folder=tmp_path)
