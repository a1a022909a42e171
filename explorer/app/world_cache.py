"""The world of a store and the views of it, each computed once for all who look.

view(snapshot("data/explorer.db"), Filters()) -> the actors, the graph and what the browser draws
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from explorer.app.detail import Shown, detail, overview
from explorer.app.legend import legend
from explorer.app.network_data import MOST_NODES, NetworkData, most_important, network_data
from explorer.graph import Filters, build_graph, layout, select
from explorer.graph.layout import Position
from explorer.graph.measures import measures
from explorer.model import Document, World
from explorer.store import open_store
from explorer.workflow import ExtractMany, load_world

if TYPE_CHECKING:
    import networkx as nx

DEFAULT_DB = "data/explorer.db"
MOST_STRETCH = 1.9


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A store as it is at one moment: the same path and revision hold the same world."""

    path: str
    revision: int


@dataclass(frozen=True, slots=True)
class View:
    """What is left of a world once filtered, as records, as a graph and as a drawing."""

    world: World
    graph: nx.MultiDiGraph
    network: NetworkData
    legend: str


def db_path() -> Path:
    """Tell which store to show: `--db` after the script's name, else EXPLORER_DB, else the usual place."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--db", default=os.environ.get("EXPLORER_DB", DEFAULT_DB))
    return Path(parser.parse_known_args(sys.argv[1:])[0].db)


def snapshot(path: Path) -> Snapshot:
    """Look at the store as it is now."""
    with open_store(path) as store:
        return Snapshot(str(path), store.revision())


def article(current: Snapshot, document_id: str) -> Document | None:
    """Find an article with its text."""
    with open_store(current.path) as store:
        return store.document(document_id)


@st.cache_resource(max_entries=2, show_spinner="Reading the store …")
def world_of(current: Snapshot) -> World:
    """Load everything the store holds, as one world."""
    with open_store(current.path) as store:
        return load_world(store)


@st.cache_resource(max_entries=2, show_spinner="Placing the actors …")
def places(current: Snapshot) -> dict[str, Position]:
    """Give every node its place once, so that none moves when filters change."""
    graph = build_graph(world_of(current))
    return filling(layout(graph.subgraph(most_important(measures(graph), MOST_NODES))))


def filling(positions: dict[str, Position]) -> dict[str, Position]:
    """Pull a wide layout apart from top to bottom, as the window is about as high as wide; nothing gets nearer."""
    if not positions:
        return positions
    xs, ys = zip(*positions.values(), strict=True)
    stretch = min(MOST_STRETCH, max(1.0, (max(xs) - min(xs)) / (max(ys) - min(ys) + 1)))
    return {node: (x, round(y * stretch, 1)) for node, (x, y) in positions.items()}


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs={Filters: repr})
def view(current: Snapshot, filters: Filters) -> View:
    """Filter the world and draw what is left."""
    world = select(world_of(current), filters)
    graph = build_graph(world)
    known = places(current)
    drawn = most_important(measures(graph), MOST_NODES)
    # In a world too large to place as a whole, a filter may bring up nodes that have no place yet.
    positions = known if known.keys() >= set(drawn) else filling(layout(graph.subgraph(drawn)))
    return View(world, graph, network_data(graph, positions), legend(graph))


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs={Filters: repr})
def panel(current: Snapshot, filters: Filters, selected: str | None, most: int) -> Shown | None:
    """Give what the panel shows: what is selected, or else the latest of everything in view."""
    world = view(current, filters).world
    if selected is None:
        return overview(world, most=most)
    content = detail(world, selected, most=most)
    if content is None and (content := detail(world_of(current), selected, most=most)):
        content["note"] = "The filters hide this from the graph."
    return content


@st.cache_resource(show_spinner="Loading the language model …")
def extractor() -> ExtractMany:
    """Load the language model, on first need, and give what extracts with it."""
    from explorer.extraction import extract_many, load_pipeline  # spaCy takes seconds; looking at a graph needs none

    return partial(extract_many, nlp=load_pipeline())
