"""The page as a person uses it, without a browser: filters, selection, address, links, table, empty results."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from explorer.app.launch import MAIN
from tests.app.conftest import OpenApp
from tests.app.seen import act, component, labels, sentences


def test_the_page_draws_the_world_and_lists_what_it_says(open_app: OpenApp) -> None:
    app = open_app()
    assert not app.exception
    assert {"Japan", "United States", "Japan–U.S. alliance"} <= labels(app)
    assert "Russia struck cities across Ukraine with missiles on 24 February 2022." in sentences(app)
    assert component(app, "pointer") == {"selected": None}


def test_an_actor_narrows_the_graph_and_stands_in_the_address(open_app: OpenApp) -> None:
    app = open_app()
    before = labels(app)
    app.multiselect(key="f_actor").select("country:RUS").run()
    assert {"Russia", "Ukraine", "Japan", "United States"} <= labels(app) < before
    assert "Akie Abe" not in labels(app)
    assert app.query_params["actor"] == "country:RUS"


def test_another_name_finds_the_actor(open_app: OpenApp) -> None:
    app = open_app()
    app.multiselect(key="f_actor").select("country:JPN\nTokyo").run()
    assert app.multiselect(key="f_actor").value == ["country:JPN"]
    assert "Japan" in labels(app)


@pytest.mark.parametrize(
    ("query", "there", "gone"),
    [
        ({"event_type": "ASSAULT"}, {"Russia", "Ukraine"}, {"China"}),
        ({"commitment": "pledge"}, {"$550 billion investment pledge"}, {"Japan–U.S. alliance"}),
        ({"topic": "human_rights"}, {"Sanae Takaichi", "Donald Trump"}, {"Russia"}),
        ({"actor_type": "country"}, {"Japan", "Russia"}, {"Donald Trump"}),
        ({"status": "future"}, {"Takaichi–Trump summit"}, {"Russia"}),
        ({"since": "2022-02-01", "until": "2022-03-01", "event_type": "ASSAULT"}, {"Russia"}, {"China"}),
        ({"focus": "country:CHN", "hops": "1"}, {"China", "Japan"}, {"Russia"}),
        ({"actor": "Kremlin"}, {"Russia"}, {"China"}),
    ],
)
def test_an_address_asks_for_a_view(open_app: OpenApp, query: dict[str, str], there: set[str], gone: set[str]) -> None:
    app = open_app(None, **query)
    assert not app.exception and not app.warning
    assert there <= labels(app)
    assert not gone & labels(app)


def test_what_is_doubtful_is_hidden_until_asked_for(open_app: OpenApp) -> None:
    sure = len(component(open_app(None, min_confidence="0.95"), "graph")["edges"])
    everything = len(component(open_app(None, min_confidence="0"), "graph")["edges"])
    assert sure < everything


def test_nodes_that_stay_keep_their_places(open_app: OpenApp) -> None:
    app = open_app()
    before = {node["id"]: (node["x"], node["y"]) for node in component(app, "graph")["nodes"]}
    app.pills(key="f_commitment").set_value(["pledge"]).run()
    after = {node["id"]: (node["x"], node["y"]) for node in component(app, "graph")["nodes"]}
    assert after and after.items() <= before.items()


def test_a_click_on_an_edge_shows_its_sentences_and_sends_no_graph_anew(open_app: OpenApp) -> None:
    app = open_app()
    drawn = component(app, "graph")
    edge = next(edge for edge in drawn["edges"] if edge["kind"] == "Attack")
    act(app, "graph", select=edge["record"])
    panel = component(app, "panel")
    assert panel["title"] == "Russia → Ukraine"
    assert sentences(app) == ["Russia struck cities across Ukraine with missiles on 24 February 2022."]
    proof = panel["groups"][0]["items"][0]["sentences"][0]
    assert [piece for piece in proof["segments"] if piece[1]] == [
        ["Russia", "end"],
        ["struck", "trigger"],
        ["Ukraine", "end"],
    ]
    assert (proof["source"], proof["date"], proof["article"]) == ("Meridian Daily", "2025-02", "Three years of war")
    assert component(app, "graph") == drawn
    assert component(app, "pointer") == {"selected": edge["record"]}
    assert app.query_params["selected"] == edge["record"]


def test_a_node_lists_everything_about_it_and_a_link_goes_on(open_app: OpenApp) -> None:
    app = open_app(None, selected="country:RUS")
    assert component(app, "panel")["title"] == "Russia"
    assert len(sentences(app)) == 3  # missiles, sanctions, troops: the last has no other end and so no edge
    act(app, "panel", select="country:UKR")
    assert component(app, "panel")["title"] == "Ukraine"
    act(app, "panel", select=None)
    assert component(app, "pointer") == {"selected": None}
    assert "selected" not in app.query_params


def test_surroundings_are_a_filter(open_app: OpenApp) -> None:
    app = open_app(None, selected="country:CHN")
    act(app, "panel", focus="country:CHN")
    assert app.multiselect(key="f_focus").value == ["country:CHN"]
    assert labels(app) == {"China", "Japan"}


def test_what_filters_hide_is_still_explained(open_app: OpenApp) -> None:
    app = open_app(None, selected="country:CHN", event_type="ASSAULT")
    assert "China" not in labels(app)
    panel = component(app, "panel")
    assert (panel["title"], panel["note"]) == ("China", "The filters hide this from the graph.")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who has promised what to Ukraine?", {"Ukraine", "NATO"}),
        ("How are Japan and the United States tied?", {"Japan", "United States", "Japan–U.S. alliance"}),
        ("What is planned next?", {"Takaichi–Trump summit"}),
    ],
)
def test_questions_to_begin_with_have_answers(open_app: OpenApp, question: str, expected: set[str]) -> None:
    app = open_app()
    next(button for button in app.button if button.label == question).click().run()
    app.run()  # in a browser the fragment asks for this run itself
    assert expected <= labels(app)
    assert len(labels(app)) < 15
    assert app.query_params


def test_one_click_clears_the_filters(open_app: OpenApp) -> None:
    app = open_app(None, actor="country:RUS", topic="military", min_reports="2", since="2020")
    next(button for button in app.button if button.label == "Clear all filters").click().run()
    assert len(labels(app)) == 15
    assert not dict(app.query_params)


def test_an_empty_result_says_why_and_offers_the_way_back(open_app: OpenApp) -> None:
    app = open_app(None, actor="country:CHN", event_type="AID")
    assert "No relation fits" in app.info[0].value
    next(button for button in app.button if button.label == "Show everything").click().run()
    assert len(labels(app)) == 15


def test_an_address_asking_for_what_is_not_here_says_so(open_app: OpenApp) -> None:
    app = open_app(None, actor="country:XXX", event_type="DANCE", since="soon", min_reports="many", selected="event:no")
    assert not app.exception
    assert len(app.warning) == 5
    assert len(labels(app)) == 15


def test_the_table_has_a_row_for_every_edge(open_app: OpenApp) -> None:
    app = open_app()
    app.session_state["table"] = True
    app.run()
    assert len(app.dataframe[0].value) == len(component(app, "graph")["edges"])


def test_an_empty_store_shows_how_to_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXPLORER_DB", str(tmp_path / "new.db"))
    st.cache_resource.clear()
    app = AppTest.from_file(str(MAIN), default_timeout=30).run()
    assert not app.exception
    assert {"Read the sample articles", "Add your own articles"} <= {button.label for button in app.button}


def test_a_file_that_is_no_store_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "not_a_store.db"
    path.write_text("This is a letter, not a database. " * 50)
    monkeypatch.setenv("EXPLORER_DB", str(path))
    app = AppTest.from_file(str(MAIN), default_timeout=30).run()
    assert not app.exception
    assert "store" in app.error[0].value
