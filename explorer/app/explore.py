"""The page with the graph, the details of what is selected, and the same relations as a table."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from explorer.app import address, components
from explorer.app.article_reader import read_article
from explorer.app.components import GRAPH, PANEL, Action
from explorer.app.detail import STEP
from explorer.app.download import download
from explorer.app.edge_table import edge_table
from explorer.app.examples import examples
from explorer.app.filters_sidebar import PENDING, ask_for
from explorer.app.network_data import MOST_NODES
from explorer.app.plain_text import as_html
from explorer.app.wording import counted
from explorer.app.world_cache import Snapshot, View, article, panel, view, world_of
from explorer.graph import Filters
from explorer.model import World

SELECTED, SHOWN = "selected", "relations_shown"


def explore(current: Snapshot, filters: Filters) -> None:
    """Show what the filters leave."""
    shown = view(current, filters)
    _header(shown, world_of(current))
    if not len(shown.graph):
        _nothing_left(world_of(current))
        return
    _workspace(current, filters)


def _header(shown: View, whole: World) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f'<div style="font-size:14px;opacity:.85">{as_html(_summary(shown, whole))}</div>')
        st.space("stretch")
        download(shown.graph)


def _summary(shown: View, whole: World) -> str:
    relations = len(shown.world.events) + len(shown.world.ties) + len(shown.world.commitments)
    known, cited = len(whole.documents), len(shown.world.documents)
    share = "" if cited == known else f"{cited:,} of "
    parts = [
        counted(len(shown.world.actors), "actor", "actors"),
        counted(relations, "relation", "relations"),
        f"from {share}{counted(known, 'article', 'articles')}",
    ]
    if shown.network.left_out:
        parts.append(f"the {MOST_NODES:,} most reported nodes are drawn, {shown.network.left_out:,} are not")
    return " · ".join(parts)


def _nothing_left(world: World) -> None:
    st.info(
        "No relation fits all these filters. Take one away, or begin with a question:", icon=":material/search_off:"
    )
    _questions(world)
    st.button("Show everything", on_click=ask_for, args=(address.START,), type="primary")


@st.fragment
def _workspace(current: Snapshot, filters: Filters) -> None:
    """Graph, panel and table; a click in one of them runs only this again."""
    if PENDING in st.session_state:  # a link within this part of the page asks for other filters
        st.rerun()
    shown = view(current, filters)
    _answer(current, filters)
    left, right = st.columns([0.63, 0.37], gap="small")
    with left:
        components.show_graph(shown.network)
        st.html(shown.legend)
    with right:
        _panel(current, filters)
    _table(shown)
    components.point(st.session_state.get(SELECTED))
    address.write(filters, st.session_state.get(SELECTED))


def _answer(current: Snapshot, filters: Filters) -> None:
    """Do what was asked for in the graph or the panel."""
    for action in filter(None, (components.asked(GRAPH), components.asked(PANEL))):
        if "select" in action:
            choose(action["select"])
        elif "more" in action:
            st.session_state[SHOWN] = st.session_state.get(SHOWN, STEP) + STEP
        elif "focus" in action:
            ask_for(replace(filters, focus=(str(action["focus"]),), hops=1))
            st.rerun()
        elif "read" in action:
            _read(current, action)


def choose(id: str | None) -> None:
    """Select an actor, commitment, event or tie; None clears the selection."""
    st.session_state[SELECTED] = id
    st.session_state[SHOWN] = STEP


def _read(current: Snapshot, action: Action) -> None:
    document = article(current, str(action["read"]))
    if document:
        read_article(document, str(action.get("sentence", "")))
    else:
        st.toast("This article is no longer in the store.")


def _panel(current: Snapshot, filters: Filters) -> None:
    selected = st.session_state.get(SELECTED)
    most = int(st.session_state.get(SHOWN, STEP))
    content = panel(current, filters, selected, most)
    if selected is None or content is None:
        _invitation(world_of(current), is_lost=content is None)
        content = panel(current, filters, None, most) or {}
    components.show_panel({**content, "revision": f"{current.revision}/{filters}/{selected}/{most}"})


def _invitation(world: World, *, is_lost: bool) -> None:
    if is_lost:
        st.warning("What the address selects is not in this store.")
    with st.container(gap="xxsmall"):
        st.markdown("**Click a node or an edge** to read every sentence behind it. Or ask:")
        _questions(world)


def _questions(world: World) -> None:
    for number, example in enumerate(examples(world)):
        st.button(
            example.question,
            key=f"example_{number}",
            type="tertiary",
            icon=":material/arrow_forward:",
            on_click=ask_for,
            args=(example.filters,),
        )


def _table(shown: View) -> None:
    table = st.expander("The same relations as a table", key="table", on_change="rerun")
    if not table.open:
        return
    with table:
        picked = edge_table(shown.graph)
    if picked != st.session_state.get("edge_table_answered"):
        st.session_state["edge_table_answered"] = picked
        choose(picked)
        st.rerun(scope="fragment")
