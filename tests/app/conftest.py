"""A store and the app over it, run without a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from explorer.app.launch import MAIN
from explorer.model import World
from tests.app.stores import fill_store
from tests.worlds import small_world

OpenApp = Callable[..., AppTest]


@pytest.fixture
def open_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenApp:
    """Give a function that opens the app on a world, at an address."""

    def open_it(world: World | None = None, /, **query: str | list[str]) -> AppTest:
        path = fill_store(tmp_path / "test.db", small_world() if world is None else world)
        monkeypatch.setenv("EXPLORER_DB", str(path))
        st.cache_resource.clear()
        st.cache_data.clear()
        app = AppTest.from_file(str(MAIN), default_timeout=30)
        for name, value in query.items():
            app.query_params[name] = value
        return app.run()

    return open_it
