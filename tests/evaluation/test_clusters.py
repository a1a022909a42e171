"""Gold clusters are read strictly, naming what is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from explorer.errors import DataFileError
from explorer.evaluation import GoldClusters, holds_clusters, load_clusters, load_gold
from tests.evaluation.cluster_files import DOCUMENT, MEETING, TEXT, claims, form, written

OURS = Path(__file__).parents[2] / "data" / "evaluation" / "clusters"


def starts(gold: GoldClusters, cluster: str) -> list[int]:
    return sorted(mention.start for mention, name in gold.actors.items() if name == cluster)


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ([form("Xi Jinping")], [0]),
        ([form("Xi")], [0, 33, 68]),
        ([form("Xi Jinping"), form("Xi")], [0, 33, 68]),
        ([form("Xi", nth=2)], [33]),
        ([form("Xi Jinping"), form("Xi", nth=3)], [0, 68]),
    ],
)
def test_a_form_stands_for_its_occurrences_outside_longer_ones(
    tmp_path: Path, forms: list[dict[str, Any]], expected: list[int]
) -> None:
    gold = load_clusters(written(tmp_path, actors={"xi": forms}))

    assert starts(gold, "xi") == expected
    assert all(TEXT[one.start : one.end] == one.text for one in gold.actors)


@pytest.mark.parametrize(
    ("parts", "named"),
    [
        ({"actors": {"li": [form("Li Qiang")]}}, "a: li: 'Li Qiang' is not in the text"),
        ({"actors": {"chi": [form("Chi")]}}, "a: chi: 'Chi' is not in the text"),
        ({"actors": {"xi": [form("Xi", nth=4)]}}, "a: xi: 'Xi' is not in the text"),
        ({"actors": {"xi": [form("Xi Jinping"), form("Jinping")]}}, "'Jinping' is not in the text, or only within"),
        ({"actors": {"xi": [form("Xi")], "china": [form("Xi")]}}, "a: china: 'Xi' is ambiguous"),
        ({"actors": {"xi": [form("Xi Jinping"), form("Xi", nth=1)]}}, "a: xi: 'Xi' is ambiguous"),
        ({"actors": {"xi": [form("Xi Jinping met"), form("met Wang")]}}, "'met Wang' is ambiguous"),
        ({"actors": {"xi": [{"document": "b", "text": "Xi"}]}}, "xi: there is no document 'b'"),
        ({"actors": {"xi": [form("Xi", start=0)]}}, r"actors.xi.0.start"),
        ({"events": {"thanks": claims("SUPPORT", "Xi thanked")}}, "a: thanks: 'Xi thanked' is not in the text"),
        ({"events": {"china": claims("SUPPORT", "China")}}, "a: china: 'China' is ambiguous"),
        ({"events": {"met": claims("CONSULT", "met Wang Yi", "met Wang Yi")}}, "'met Wang Yi' is ambiguous"),
        ({"events": {"met": claims("MEET", "met Wang Yi")}}, "events.met.type"),
        ({"commitments": {"deal": {**MEETING, "kind": "deal"}}}, "commitments.deal.kind"),
        ({"documents": [DOCUMENT, DOCUMENT]}, "document 'a' comes twice"),
        ({"documents": [{**DOCUMENT, "date": "May 2024"}]}, "documents.0.date"),
        ({"people": {}}, "people"),
    ],
)
def test_what_is_wrong_is_named_with_file_document_and_entry(tmp_path: Path, parts: dict[str, Any], named: str) -> None:
    with pytest.raises(DataFileError, match=named) as caught:
        load_clusters(written(tmp_path, **parts))

    assert "gold.json" in str(caught.value)


def test_a_cluster_twice_in_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "gold.json"
    file.write_text('{"documents": [], "actors": {"xi": [], "xi": []}}', encoding="utf-8")

    with pytest.raises(DataFileError, match="'xi' comes twice"):
        load_clusters(file)


def test_clusters_of_one_name_in_two_files_are_one(tmp_path: Path) -> None:
    written(tmp_path, "one.json", actors={"xi": [form("Xi Jinping")]})
    other = {"document": "b", "text": "Xi"}
    written(tmp_path, "two.json", documents=[{**DOCUMENT, "id": "b"}], actors={"xi": [other]})

    gold = load_clusters(tmp_path)

    assert {mention.document for mention, name in gold.actors.items() if name == "xi"} == {"a", "b"}
    written(tmp_path, "three.json")
    with pytest.raises(DataFileError, match="'a' comes twice"):
        load_clusters(tmp_path)


def test_what_a_file_holds_is_told_by_its_contents(tmp_path: Path) -> None:
    (tmp_path / "passages.json").write_text(json.dumps([{"id": "a", "text": "x"}]), encoding="utf-8")
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")

    assert holds_clusters(written(tmp_path))
    assert holds_clusters(OURS)
    for other in ("passages.json", "broken.json", "nowhere.json"):
        assert not holds_clusters(tmp_path / other)
    assert not holds_clusters(OURS.parent)


def test_a_folder_of_clusters_does_not_disturb_the_passages_beside_it() -> None:
    assert not {passage.id for passage in load_gold(OURS.parent)} & {one.id for one in load_clusters(OURS).documents}


def test_ours_are_large_enough_and_a_third_is_held_out() -> None:
    gold = load_clusters(OURS)

    assert len(gold.documents) >= 80
    assert len(gold.actors) >= 600
    assert len(gold.events) >= 180
    assert len(gold.commitments) >= 80
    held_out = load_clusters(OURS / "held_out.json")
    assert len(held_out.documents) * 3 >= len(gold.documents)
