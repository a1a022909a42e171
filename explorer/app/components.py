"""The parts of the page that Streamlit does not have: the graph and the panel beside it.

Their JavaScript and CSS lie beside this file; all they need is sent with them, nothing comes from elsewhere.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pyvis
import streamlit as st

from explorer.app.network_data import NetworkData

GRAPH, PANEL = "graph", "panel"  # keys in the session's state

Action = dict[str, Any]


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _vis_network() -> str:
    """Give the library that pyvis ships, as a module that hands itself over and shows nothing."""
    folder = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2"
    code = (folder / "vis-network.min.js").read_text(encoding="utf-8")
    return f"{code}\n;globalThis.explorerVis = globalThis.vis;\nexport default function () {{}}\n"


GRAPH_HTML = """
<div class="graph" role="group" aria-label="Graph of actors and commitments; the same relations are in the table below">
  <div class="canvas"></div>
  <div class="buttons">
    <button type="button" class="closer" aria-label="Zoom in" title="Zoom in">+</button>
    <button type="button" class="farther" aria-label="Zoom out" title="Zoom out">−</button>
    <button type="button" class="fit" title="Show everything">Fit</button>
  </div>
  <div class="card" hidden></div>
</div>
"""
PANEL_HTML = """
<div class="panel" role="region" aria-label="Details and sentences" tabindex="0">
</div>
"""

# The library travels alone: its message never changes, so the browser gets it once.
_library = st.components.v2.component("explorer_library", html="<i hidden></i>", js=_vis_network())
_pointer = st.components.v2.component("explorer_pointer", html="<i hidden></i>", js=_file("pointer.js"))
_graph = st.components.v2.component(
    "explorer_graph", html=GRAPH_HTML, css=_file("graph.css"), js=_file("graph_labels.js") + _file("graph.js")
)
_panel = st.components.v2.component("explorer_panel", html=PANEL_HTML, css=_file("panel.css"), js=_file("panel.js"))


def show_graph(network: NetworkData) -> None:
    """Show the graph; `asked(GRAPH)` tells what was clicked. What is selected is not among its data: see `point`."""
    data = {"revision": network.revision, "nodes": network.nodes, "edges": network.edges}
    _graph(key=GRAPH, data=data, default={"asked": None}, on_asked_change=_nothing)


def show_panel(content: Action) -> None:
    """Show the details of what is selected; `asked(PANEL)` tells which link in it was followed."""
    _panel(key=PANEL, data=content, default={"asked": None}, on_asked_change=_nothing)


def point(selected: str | None) -> None:
    """Tell the graph what is selected, in a message of its own; and bring the library along."""
    _library(key="library", height=1)
    _pointer(key="pointer", data={"selected": selected}, height=1)


def asked(key: str) -> Action | None:
    """Give what a person just did in the graph or the panel, once."""
    state = st.session_state.get(key) or {}
    action = state.get("asked")
    if not isinstance(action, dict) or action.get("at") == st.session_state.get(f"{key}_answered"):
        return None
    st.session_state[f"{key}_answered"] = action.get("at")
    return action


def _nothing() -> None:
    """Streamlit keeps the state of a component only if something listens to it."""
