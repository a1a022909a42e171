"""Tables open in a spreadsheet without running anything."""

from __future__ import annotations

import csv
import zipfile
from io import BytesIO, StringIO

import networkx as nx
from hypothesis import given, settings

from explorer.export import dumps
from explorer.graph import build_graph
from tests.export.graphs import graphs
from tests.worlds import FORMULA, hostile_world, small_world


def read(graph: nx.MultiDiGraph) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    with zipfile.ZipFile(BytesIO(dumps(graph, "csv"))) as archive:
        nodes, edges = (archive.read(name).decode("utf-8-sig") for name in ("nodes.csv", "edges.csv"))
    return _rows(nodes), _rows(edges)


def _rows(text: str) -> list[dict[str, str]]:
    rows = list(csv.DictReader(StringIO(text, newline="")))
    assert all(None not in row and None not in row.values() for row in rows)  # every row has every cell
    return rows


def test_rows_have_the_columns_that_gephi_wants() -> None:
    graph = build_graph(small_world())
    nodes, edges = read(graph)
    assert [row["Id"] for row in nodes] == list(graph)
    assert len(edges) == graph.number_of_edges()
    call = next(row for row in edges if row["Id"] == "event:call")
    assert (call["Source"], call["Target"], call["Type"]) == (
        "leader:sanae-takaichi",
        "leader:donald-trump",
        "Undirected",
    )
    assert (call["Kind"], call["Weight"], call["score"]) == ("CONSULT", "3", "1.5")
    assert next(row for row in edges if row["Id"] == "event:missiles")["score"] == "-9.5"  # a number, not a formula
    assert len({row["Id"] for row in edges}) == len(edges)


def test_formulas_are_told_to_be_text() -> None:
    nodes, edges = read(build_graph(hostile_world()))
    labels = {row["Id"]: row["Label"] for row in nodes}
    assert "'" + FORMULA in labels.values()
    assert {"'+1+1", "'-2", "'@SUM(A1)", "'\tTAB"} <= set(labels.values())
    assert all(row["amount"] == "'" + FORMULA for row in edges if row["record_kind"] == "event")


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_no_cell_begins_like_a_formula(graph: nx.MultiDiGraph) -> None:
    nodes, edges = read(graph)
    assert (len(nodes), len(edges)) == (graph.number_of_nodes(), graph.number_of_edges())
    for row in (*nodes, *edges):
        for name, cell in row.items():
            if name not in ("score", "amount_value"):
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
