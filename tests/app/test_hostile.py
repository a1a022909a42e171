"""Names, titles and sentences that attack: nothing of them may reach Markdown or HTML unescaped."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from streamlit.testing.v1 import AppTest

from explorer.app.article_reader import body, head
from explorer.app.plain_text import as_html, as_markdown, named, shown
from explorer.model import Document, World
from tests.app.conftest import OpenApp
from tests.app.seen import component, labels
from tests.worlds import CONTROLS, MARKUP, PAYLOADS, hostile_world

TAG = re.compile(r"<(script|img|iframe|object|embed|link|a|form)\b", re.IGNORECASE)
ALL_OF_IT = {"min_confidence": "0"}


def storable_world() -> World:
    """The hostile world without half characters, which neither the reader nor the store lets in."""
    world = whole(hostile_world())
    assert isinstance(world, World)
    return world


def whole(value: Any) -> Any:
    """Replace half characters in every text of a record."""
    if isinstance(value, tuple):
        return tuple(whole(item) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changes = {field.name: whole(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **changes)
    return value.replace("\ud800", "?") if type(value) is str else value


def written(app: AppTest) -> list[str]:
    """Give all that the page hands to Markdown or HTML."""
    elements = [*app.markdown, *app.caption, *app.warning, *app.error, *app.info, *app.get("html")]
    return [str(getattr(element, "value", None) or element.proto.body) for element in elements]


def test_markdown_shows_every_sign_as_it_is_written() -> None:
    assert as_markdown("![x](https://a.b/c_d.png)") == r"\!\[x\]\(https\:\/\/a\.b\/c\_d\.png\)"
    assert as_markdown("Sanae Takaichi – 高市") == "Sanae Takaichi – 高市"
    for payload in PAYLOADS:
        assert not re.search(r"(?<!\\)[<\[`$*_~:]", as_markdown(payload))


def test_html_is_escaped() -> None:
    for payload in PAYLOADS:
        assert not re.search(r"[<>\"']", as_html(payload))


def test_what_cannot_be_sent_is_replaced() -> None:
    shown(CONTROLS).encode()
    assert not re.search(r"[\x00\x07\x1b\x7f\u202e]", shown(CONTROLS))
    assert named("\u2028 \t") == "(no name)"


def test_an_article_is_escaped_around_the_marked_sentence() -> None:
    document = Document("d", MARKUP + "<img src=x>", f"<b>one</b> {MARKUP} <script>two</script>", url="javascript:x")
    assert not TAG.search(head(document))
    shown_text = body(document.text, MARKUP)
    assert shown_text.count("<mark>") == 1
    assert not TAG.search(shown_text)
    assert as_html(MARKUP) in shown_text
    assert "<mark>" not in body(document.text, "not in there")


def test_a_hostile_world_is_only_text(open_app: OpenApp) -> None:
    app = open_app(storable_world(), **ALL_OF_IT)
    assert not app.exception
    assert len(labels(app)) > 5
    for text in written(app):
        assert not TAG.search(text), text
        assert "evil.example" not in text


def test_the_panel_gets_text_and_no_html(open_app: OpenApp) -> None:
    app = open_app(storable_world(), selected="person:hostile-0", **ALL_OF_IT)
    assert not app.exception
    panel = component(app, "panel")
    assert panel["title"] == "<script>alert(1)</script>"  # set as text by panel.js, see tests/browser
    assert panel["groups"][0]["items"]
