"""The page as a person uses it in a browser."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.graph_on_page import (
    click_edge,
    click_node,
    colours,
    drawn_revision,
    edge_ids,
    given_ids,
    node_ids,
    positions,
    selected_nodes,
)
from tests.worlds import JAPAN, RUSSIA, UKRAINE

QUESTIONS = (
    "Who has promised what to Ukraine?",
    "How are Japan and the United States tied?",
    "What is planned next?",
)
pytestmark = pytest.mark.browser


def wait_until(is_so: Callable[[], bool], seconds: float = 20) -> None:
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_the_graph_is_drawn(small_app: str, visit: OpenPage) -> None:
    page = visit(small_app).page
    assert len(node_ids(page)) == 15
    assert len(colours(page)) > 50  # a blank canvas has a handful
    expect(page.locator(".legend")).to_contain_text("Countries")
    expect(page.locator(".legend")).to_contain_text(re.compile("conflict.*cooperation"))


def test_a_click_on_a_node_shows_every_sentence(small_app: str, visit: OpenPage) -> None:
    page = visit(small_app).page
    click_node(page, RUSSIA)
    expect(page.locator(".panel h2")).to_have_text("Russia")
    expect(page.locator(".panel blockquote")).to_have_count(3)
    expect(page).to_have_url(re.compile("selected=country%3ARUS"))
    page.locator(".panel .chip", has_text="Ukraine").click()
    expect(page.locator(".panel h2")).to_have_text("Ukraine")
    wait_until(lambda: selected_nodes(page) == [UKRAINE])


def test_a_click_on_an_edge_is_answered_at_once(small_app: str, visit: OpenPage) -> None:
    page = visit(small_app).page
    click_node(page, JAPAN)  # the first click also wakes the server up
    expect(page.locator(".panel h2")).to_have_text("Japan")
    began = time.perf_counter()
    click_edge(page, "Attack")
    page.locator(".panel h2", has_text="Russia → Ukraine").wait_for()
    assert time.perf_counter() - began < 2  # half a second on a machine that does nothing else
    expect(page.locator(".panel mark.trigger")).to_have_text("struck")
    expect(page.locator(".panel .cite")).to_contain_text("Three years of war")
    expect(page.locator(".panel .cite")).to_contain_text("Meridian Daily · 2025-02")


def test_the_article_is_read_in_place(small_app: str, visit: OpenPage) -> None:
    page = visit(small_app, "?selected=country:CHN").page
    page.locator(".panel button", has_text="Read the article").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("Forces of")
    expect(page.locator(".article mark")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".panel h2")).to_have_text("China")


def test_a_filter_narrows_and_what_stays_does_not_move(small_app: str, visit: OpenPage) -> None:
    page = visit(small_app).page
    before = positions(page)
    page.locator(".st-key-f_actor input").fill("Krem")
    page.get_by_role("option").filter(has_text="Kremlin → Russia").click()
    expect(page).to_have_url(re.compile("actor=country%3ARUS"))
    wait_until(lambda: len(positions(page)) < len(before))
    after = positions(page)
    assert RUSSIA in after
    assert after == {id: before[id] for id in after}


def test_an_address_opens_the_same_view(small_app: str, visit: OpenPage) -> None:
    first = visit(small_app).page
    first.get_by_role("button", name="What is planned next?").click()
    expect(first).to_have_url(re.compile("status=future"))
    wait_until(lambda: len(node_ids(first)) < 10)
    first.wait_for_timeout(500)  # the view moves to what is left
    click_node(first, "leader:donald-trump")
    expect(first.locator(".panel h2")).to_have_text("Donald Trump")
    expect(first).to_have_url(re.compile("selected="))
    second = visit(small_app, "?" + first.url.split("?")[1]).page
    expect(second.locator(".panel h2")).to_have_text("Donald Trump")
    assert node_ids(second) == node_ids(first)


def test_one_question_after_another_draws_each_answer_whole(small_app: str, visit: OpenPage) -> None:
    page = visit(small_app).page
    every_pair_in_both_orders = (0, 1, 2, 0, 2, 1, 0)
    for number in every_pair_in_both_orders:
        before = drawn_revision(page)
        page.get_by_role("button", name=QUESTIONS[number]).click()
        wait_until(lambda: drawn_revision(page) != before)  # noqa: B023 (called at once)
        assert node_ids(page) == given_ids(page, "nodes")
        assert edge_ids(page) == given_ids(page, "edges")


def test_back_returns_to_the_view_before(small_app: str, visit: OpenPage) -> None:
    page = visit(small_app).page
    page.get_by_role("button", name="What is planned next?").click()
    expect(page.get_by_text("from 1 of 4 articles")).to_be_visible()
    expect(page).to_have_url(re.compile("status=future"))  # the address may follow a moment after the view
    page.go_back()
    expect(page.get_by_text("11 actors")).to_be_visible()


def test_the_download_is_a_graph_for_gephi(small_app: str, visit: OpenPage) -> None:
    page = visit(small_app, "?actor=country:RUS").page
    page.get_by_role("button", name="Download").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("GEXF")).click()
    content = Path(download.value.path()).read_bytes()
    assert download.value.suggested_filename == "relations.gexf"
    graph = nx.read_gexf(BytesIO(content), version="1.3" if b"1.3" in content[:600] else "1.2draft")
    assert set(graph) == node_ids(page)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_labels_stand_out_from_the_background(small_app: str, visit: OpenPage, dark: bool) -> None:
    page = visit(small_app, dark=dark).page
    page.wait_for_timeout(500)
    drawn = colours(page)
    background = drawn[0][1]
    assert (sum(background) < 120) is dark
    text = (228, 233, 240) if dark else (28, 36, 48)
    pixels = sum(count for count, colour in drawn if all(abs(a - b) < 30 for a, b in zip(colour, text, strict=True)))
    assert pixels > 300


def test_labels_follow_a_change_of_theme(small_app: str, visit: OpenPage) -> None:
    page = visit(small_app).page
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(1500)
    assert sum(colours(page)[0][1]) < 120
    light_text = sum(count for count, colour in colours(page) if min(colour) > 200)
    assert light_text > 300


def test_hostile_text_stays_text(hostile_app: str, visit: OpenPage) -> None:
    page = visit(hostile_app, "?min_confidence=0").page
    for id in sorted(node_ids(page))[:4]:
        page.mouse.move(5, 5)
        click_node(page, id)
        expect(page.locator(".panel h2")).to_be_visible()
    page.get_by_text("The same relations as a table").click()
    page.locator('[data-testid="stDataFrame"]').wait_for()
    page.locator(".panel button", has_text="Read the article").first.click()
    expect(page.locator(".article")).to_contain_text("<script>alert(1)</script>")
    assert page.evaluate("() => window.hacked === undefined")
    assert page.locator(".stApp img[src='x'], .stApp a[href^='javascript']").count() == 0


def test_an_empty_store_reads_a_pasted_article(empty_app: str, visit: OpenPage) -> None:
    page = visit(empty_app, graph=False).page
    expect(page.get_by_role("button", name="Read the sample articles")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Add your own articles").click()
    page.get_by_label("Title").fill("Japan and India sign pact")
    page.get_by_label("Text", exact=True).fill("Japan and India signed a defence agreement in Tokyo on Monday.")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("dialog")).to_contain_text("1 of 1 article added", timeout=90_000)
    page.keyboard.press("Escape")
    page.locator(".graph[data-drawn]").wait_for(timeout=30_000)
    assert {"country:JPN", "country:IND"} <= node_ids(page)
