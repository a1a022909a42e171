"""The guard replaces bad characters in place: no offset ever moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from explorer.reading.guard import guard, one_line, printable, without_invisible

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=200)
CLEAN_TEXT = st.text(st.sampled_from("aZ é日Я👩\u200d\u0301\t\r\n.,\u00ad\u200b\u2028'\"<&"), max_size=200)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Fra\x00nce", "Fra nce"),
        ("\ufeffFrance", " France"),
        ("one\ttwo\r\nthree", "one\ttwo\r\nthree"),
        ("\x1b[2JFrance\x07", " [2JFrance "),
        ("\x9b2JFrance\x7f", " 2JFrance "),
        ("\ud800France\udc00", "\ufffdFrance\ufffd"),
        ("France\ufffe, \uffff, \ufdd0, \U0001fffe", "France ,  ,  ,  "),
        ("The \u202eecnarF\u202c and \u2066Iran\u2069", "The  ecnarF  and  Iran "),
        ("Fra\u200bnce", "Fra\u200bnce"),
        ("👩\u200d👩", "👩\u200d👩"),
    ],
)
def test_bad_characters_become_one_space_or_a_replacement(text: str, safe: str) -> None:
    assert guard(text) == safe


@given(ANY_TEXT)
def test_guard_keeps_the_length_and_needs_no_second_run(text: str) -> None:
    safe = guard(text)
    assert len(safe) == len(text)
    assert guard(safe) == safe


@given(CLEAN_TEXT)
def test_clean_text_is_untouched(text: str) -> None:
    assert guard(text) == text


@given(ANY_TEXT)
def test_guarded_text_fits_into_utf8_and_xml(text: str) -> None:
    element = etree.Element("text")
    element.text = guard(text)  # lxml refuses what XML forbids
    assert etree.tostring(element, encoding="utf-8")


def test_only_changed_characters_differ() -> None:
    text = "".join(map(chr, range(0x3000))) + "\ufeff"
    changed = [old for old, new in zip(text, guard(text), strict=True) if old != new]
    assert all(not character.isprintable() for character in changed)


def test_one_line_folds_and_cuts() -> None:
    assert one_line(" Pact\n signed\x00 ", limit=20) == "Pact signed"
    assert one_line("word " * 100, limit=10) == "word word…"
    assert len(one_line("字" * 500, limit=120)) == 120


def test_printable_escapes_what_a_terminal_obeys() -> None:
    assert printable("a\x1b[2J\u202e\udcff.txt") == "a\\x1b[2J\\u202e\\udcff.txt"
    assert printable("Šķēde 日本 ok.txt") == "Šķēde 日本 ok.txt"


def test_invisible_characters_go_where_nobody_counts_offsets() -> None:
    assert without_invisible("Ger\u00admany and Fra\u200bnce") == "Germany and France"
