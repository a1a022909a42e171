"""A file is written completely or not at all, in the format its name says."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import networkx as nx
import pytest

from explorer.errors import ExportError
from explorer.export import FORMATS, dumps, export
from explorer.graph import build_graph
from tests.worlds import TAKAICHI, TRUMP, small_world


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph:
    return build_graph(small_world())


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_by_its_extension(graph: nx.MultiDiGraph, name: str, tmp_path: Path) -> None:
    written = export(graph, tmp_path / f"world.{name}")
    expected = ["world-edges.csv", "world-nodes.csv"] if name == "csv" else [f"world.{name}"]
    assert sorted(path.name for path in tmp_path.iterdir()) == expected == sorted(path.name for path in written)
    assert all(path.stat().st_size for path in written)
    assert dumps(graph, name) == dumps(graph, name.upper())
    if len(written) == 1:
        assert written[0].read_bytes() == dumps(graph, name)


def test_a_format_can_be_given_apart_from_the_name(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    assert export(graph, tmp_path / "plain", format="json") == [tmp_path / "plain"]
    assert json.loads((tmp_path / "plain").read_text())["multigraph"] is True
    assert export(graph, str(tmp_path / "a.GEXF")) == [tmp_path / "a.GEXF"]
    assert {path.name for path in export(graph, tmp_path / "v1.2", format="csv")} == {
        "v1.2-nodes.csv",
        "v1.2-edges.csv",
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("world.xlsx", ("xlsx", ".gexf", ".graphml", ".json", ".csv", ".html", ".svg")),
        ("world", ("no extension", ".gexf")),
        ("world.png", ("png", "not available", ".svg")),
    ],
)
def test_an_unknown_extension_lists_the_choices(
    graph: nx.MultiDiGraph, name: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    with pytest.raises(ExportError) as caught:
        export(graph, tmp_path / name)
    for word in words:
        assert word in str(caught.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["gexf", "html", "json", "svg"])
def test_a_graph_that_cannot_be_written_leaves_the_old_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"world.{name}"
    path.write_text("old")
    broken = build_graph(small_world())
    broken.edges[TAKAICHI, TRUMP, "event:call"]["score"] = object()
    with pytest.raises(ExportError, match=name):
        export(broken, path)
    assert path.read_text() == "old"
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


def test_a_failure_half_way_leaves_both_old_tables(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    (tmp_path / "world-nodes.csv").write_text("old")
    (tmp_path / "world-edges.csv").mkdir()
    with pytest.raises(ExportError, match="world-edges.csv"):
        export(graph, tmp_path / "world.csv")
    assert (tmp_path / "world-nodes.csv").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["world-edges.csv", "world-nodes.csv"]


def test_a_missing_folder_is_named(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="nowhere"):
        export(graph, tmp_path / "nowhere" / "world.gexf")


def test_rights_of_the_file_replaced_stay(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    path = tmp_path / "world.json"
    path.write_text("old")
    path.chmod(0o640)
    export(graph, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
