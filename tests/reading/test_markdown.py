"""Markdown: front matter describes the article, the body is its text."""

import pytest

from explorer.errors import UnreadableDocument
from explorer.reading.markdown import read_markdown

BODY = "Japan and India signed the pact in Tokyo on Monday, said officials.\n"


def test_front_matter_describes_the_article() -> None:
    text = (
        "---\ntitle: 'Pact: signed'\ndate: 2024-05-06\nsource: The Wire\nurl: https://wire.test/a\ntags: [x]\n---\n\n"
    )
    document = read_markdown((text + BODY).encode())
    assert (document.title, document.date, document.source) == ("Pact: signed", "2024-05-06", "The Wire")
    assert document.url == "https://wire.test/a"
    assert document.text == "\n" + BODY


@pytest.mark.parametrize(
    ("written", "date"), [("2016-10", "2016-10"), ("2016", "2016"), ("2026-13-45", None), ("", None)]
)
def test_dates_stay_as_exact_as_written(written: str, date: str | None) -> None:
    assert read_markdown(f"---\ndate: {written}\n---\n{BODY}".encode()).date == date


def test_values_are_words_whatever_yaml_makes_of_them() -> None:
    assert read_markdown(f"---\ntitle: No\nsource: 12\n---\n{BODY}".encode()).title == "No"


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    document = read_markdown(f"\n# Pact signed #\n\n{BODY}".encode())
    assert document.title == "Pact signed"
    assert document.text.startswith("\n# Pact")


def test_windows_line_ends_and_byte_order_mark() -> None:
    document = read_markdown(f"\ufeff---\r\ntitle: Pact\r\n---\r\n{BODY}".encode())
    assert (document.title, document.text) == ("Pact", BODY)


def test_empty_front_matter_is_no_mistake() -> None:
    assert read_markdown(f"---\n---\n{BODY}".encode()).text == BODY


@pytest.mark.parametrize(
    ("front", "problem"),
    [
        ("---\ntitle: Pact\n", "no line"),
        ("---\ntitle: a: b\n---\n", "front matter on line 2"),
        ("---\n- one\n- two\n---\n", "name: value"),
        ("---\n" + "[" * 7_000 + "\n---\n", "front matter"),
        ("---\ntitle: a\x01b\n---\n", "front matter"),
        ("---\n" + "x: 1\n" * 10_000 + "---\n", "no line"),
    ],
)
def test_broken_front_matter_is_one_clear_problem(front: str, problem: str) -> None:
    with pytest.raises(UnreadableDocument, match=problem):
        read_markdown((front + BODY).encode())


def test_aliases_cannot_explode() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
    )
    assert read_markdown(f"---\n{bomb}title: *u\n---\n{BODY}".encode()).text == BODY


def test_front_matter_without_body_is_empty() -> None:
    with pytest.raises(UnreadableDocument, match="is empty"):
        read_markdown(b"---\ntitle: Pact\n---\n \n")
