"""Gold files are read strictly, and ours are well formed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from explorer.errors import DataFileError
from explorer.evaluation import load_gold
from explorer.model import EventType

OURS = Path(__file__).parents[2] / "data" / "evaluation"


def written(folder: Path, *passages: object) -> Path:
    file = folder / "gold.json"
    file.write_text(json.dumps(passages), encoding="utf-8")
    return file


def test_a_text_may_lie_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Peru met Chile.", encoding="utf-8")

    (passage,) = load_gold(written(tmp_path, {"id": "a", "file": "a.txt"}))

    assert passage.document.text == "Peru met Chile."


@pytest.mark.parametrize(
    ("passage", "named"),
    [
        ({"id": "a"}, "give text, or file"),
        ({"id": "a", "text": "x", "actor": []}, "actor"),
        ({"id": "a", "text": "x", "events": [{"type": "ATTACK", "a": []}]}, "ATTACK"),
        ({"id": "a", "text": "x", "events": [{"type": "AID", "a": [], "status": "soon"}]}, "soon"),
        ({"id": "a", "text": "x", "commitments": [{"kind": "wish", "parties": []}]}, "wish"),
        ({"id": "a", "file": "nowhere.txt"}, "nowhere.txt"),
    ],
)
def test_what_is_wrong_is_named_with_its_passage(tmp_path: Path, passage: object, named: str) -> None:
    with pytest.raises(DataFileError, match=named) as caught:
        load_gold(written(tmp_path, passage))

    assert "passage a" in str(caught.value)


def test_a_passage_twice_and_a_broken_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="twice"):
        load_gold(written(tmp_path, {"id": "a", "text": "x"}, {"id": "a", "text": "y"}))
    (tmp_path / "gold.json").write_text("[{", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"gold\.json"):
        load_gold(tmp_path)
    with pytest.raises(DataFileError, match="no .json files"):
        load_gold(tmp_path / "..")


def test_ours_hold_150_passages_over_all_types_with_traps() -> None:
    passages = load_gold(OURS)
    types = Counter(kind for passage in passages for event in passage.events for kind in event.types)

    assert len(passages) >= 150
    assert set(types) == set(EventType)
    assert sum(len(passage.absent) for passage in passages) >= 150
