"""Text becomes a document whose offsets are those of the text given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.errors import UnreadableDocument
from explorer.reading import document_id, read_text
from explorer.reading.plain import web_address

ARTICLE = "Japan and India sign a pact\n\nTokyo and New Delhi signed the pact on Monday, said officials.\n"


def test_text_is_kept_as_given_and_described() -> None:
    document = read_text(ARTICLE, date="May 6, 2024", source=" The\nWire ", url="https://wire.test/a", id="a-1")
    assert document.text == ARTICLE
    assert document.id == "a-1"
    assert document.title == "Japan and India sign a pact"
    assert (document.date, document.source, document.url) == ("2024-05-06", "The Wire", "https://wire.test/a")
    assert document.language == "en"


def test_plain_text_knows_nothing_it_was_not_told() -> None:
    document = read_text(ARTICLE)
    assert (document.date, document.source, document.url) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Pact signed in Tokyo today\nMore.", "Pact signed in Tokyo today"),
        ("What's next?\nJapan will sign a pact with India.", "Japan will sign a pact with India."),
        ("Tokyo", "Tokyo"),
        ("\n\n  日本の首相は会談した。", "日本の首相は会談した。"),
        ("word " * 100, ("word " * 24).strip() + "…"),
    ],
)
def test_title_from_the_first_line_that_says_something(text: str, title: str) -> None:
    assert read_text(text).title == title


def test_given_title_wins_and_is_made_safe() -> None:
    assert read_text(ARTICLE, title="A\x1b[2J\ntitle").title == "A [2J title"


@pytest.mark.parametrize("text", ["", " \t\r\n\x0b\x0c", "\ufeff", "\x00\x00", "\u202e"])
def test_nothing_to_read_is_called_empty(text: str) -> None:
    with pytest.raises(UnreadableDocument, match="is empty"):
        read_text(text)


def test_text_without_words_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="no words"):
        read_text("12.5 – 13 %")


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=80))
def test_every_character_keeps_its_place(noise: str) -> None:
    text = f"{noise}Japan{noise}signed the pact with India.\r\n"
    document = read_text(text, id="x")
    assert len(document.text) == len(text)
    start = len(noise)
    assert document.text[start : start + 5] == "Japan"


def test_id_is_a_hash_of_the_words() -> None:
    first = document_id("Japan  signed the\r\npact with Côte d'Ivoire.")
    assert len(first) == 16 and int(first, 16) >= 0
    assert first == document_id("\ufeffJAPAN signed the pact with Co\u0302te d'Ivoire.\n\n")
    assert first != document_id("Japan signed a pact with Côte d'Ivoire.")
    assert read_text("Japan signed.").id == document_id("Japan signed.")


def test_id_of_endless_combining_marks_takes_no_minutes() -> None:
    assert document_id("Z" + "\u0301\u0327" * 100_000)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://wire.test/a?b=1#c", True),
        ("http://wire.test", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//wire.test/a", False),
        ("http://[::1", False),
        ("https://", False),
        ("https://wire.test/\r\nX: 1", False),
        ("https://wire.test/ a", False),
        ("https://wire.test/\u202e", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_kept(url: str | None, kept: bool) -> None:
    assert web_address(url) == (url if kept else None)
