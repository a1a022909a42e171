"""Gives the current view away as a file; the file is made only when it is asked for."""

from __future__ import annotations

from functools import partial

import networkx as nx
import streamlit as st

from explorer.app.wording import counted
from explorer.export import FORMATS, dumps


def download(graph: nx.MultiDiGraph) -> None:
    """Offer every format of what is shown."""
    with st.popover("Download", icon=":material/download:", disabled=not len(graph)):
        nodes = counted(graph.number_of_nodes(), "node", "nodes")
        edges = counted(graph.number_of_edges(), "edge", "edges")
        st.caption(f"What the filters leave: {nodes}, {edges}, each edge with its sentence.")
        for name, format in FORMATS.items():
            st.download_button(
                f"{format.download_extension}: {format.description}",
                data=partial(dumps, graph, name),
                file_name=f"relations{format.download_extension}",
                mime=format.media_type,
                key=f"download_{name}",
                on_click="ignore",
                width="stretch",
            )
