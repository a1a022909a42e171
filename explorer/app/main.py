"""The app's entry: what stands on every page, and the pages. Started by `explorer app` (see launch.py)."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from explorer.app import address
from explorer.app.add_article import add_articles, forget_results
from explorer.app.explore import SELECTED, choose, explore
from explorer.app.filters_sidebar import fill, sidebar, take_pending
from explorer.app.plain_text import as_markdown
from explorer.app.start import empty_store
from explorer.app.world_cache import Snapshot, db_path, snapshot, world_of
from explorer.errors import ExplorerError
from explorer.graph import Filters
from explorer.model import World

ICON = Path(__file__).with_name("icon.svg")  # an icon of Streamlit's own would be fetched from the network

SIDEBAR = 310  # pixels: two dates fit side by side


def main() -> None:
    """Open the store, ask what is wanted, and show the page."""
    st.set_page_config(
        page_title="Relationship explorer", page_icon=str(ICON), layout="wide", initial_sidebar_state=SIDEBAR
    )
    st.html(Path(__file__).with_name("page.css"))
    path = db_path()
    try:
        current = snapshot(path)
        world = world_of(current)
    except ExplorerError as error:
        st.error(as_markdown(str(error)), icon=":material/database_off:")
        return
    _title(path)
    if not world.documents:
        empty_store(path)
        return
    filters = _wanted(world)
    _pages(current, filters)


def _title(path: Path) -> None:
    with st.sidebar:
        st.html('<div style="font-size:1.15rem;font-weight:650;line-height:1.2">Relationship explorer</div>')
        st.button(
            "Add articles",
            icon=":material/add:",
            on_click=_open_adding,
            width="stretch",
            help="Paste or upload articles",
        )
    if st.session_state.pop("adding", False):
        add_articles(path)


def _open_adding() -> None:
    forget_results()
    st.session_state["adding"] = True


def _wanted(world: World) -> Filters:
    """Give the filters: those of a new address, those a link asked for, or those in the sidebar."""
    problems = take_pending(world)
    came = address.read()
    if came is not None:
        filters, selected, problems = came
        problems = problems + fill(filters, world)
        if selected != st.session_state.get(SELECTED):
            choose(selected)
    for problem in problems:
        st.warning(as_markdown(f"Left out of what the address asks for: {problem}"))
    return sidebar(world)


def _pages(current: Snapshot, filters: Filters) -> None:
    pages = [st.Page(partial(explore, current, filters), title="Explore", url_path="explore", default=True)]
    st.navigation(pages, position="hidden").run()


main()
