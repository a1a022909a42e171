"""Marks lie where the words are, and the pieces joined are the sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.app.marked_sentence import segments


@pytest.mark.parametrize(
    ("text", "trigger", "names", "marked"),
    [
        (
            "Japan thanked NATO.",
            (6, 13),
            ["Japan", "NATO"],
            [("Japan", "end"), ("thanked", "trigger"), ("NATO", "end")],
        ),
        ("Nipponese firms left Japan.", (16, 20), ["Nippon", "Japan"], [("left", "trigger"), ("Japan", "end")]),
        ("The U.S. attacked.", (9, 17), ["U.S.", "U"], [("U.S.", "end"), ("attacked", "trigger")]),
        ("Japan's pledge", (8, 14), ["Japan"], [("Japan", "end"), ("pledge", "trigger")]),
        ("Japan visited", (0, 13), ["Japan"], [("Japan visited", "trigger")]),  # a name within the trigger
        ("Japan visited", (50, 60), [""], []),  # offsets that lie outside mark nothing
        ("of (b", (0, 2), ["(b"], [("of", "trigger"), ("(b", "end")]),  # a name that is half a pattern
    ],
)
def test_trigger_and_ends(text: str, trigger: tuple[int, int], names: list[str], marked: list[tuple[str, str]]) -> None:
    pieces = segments(text, trigger, names)
    assert [(piece, mark) for piece, mark in pieces if mark] == marked
    assert "".join(piece for piece, _ in pieces) == text


OFFSETS = st.integers(-5, 40)


@given(st.text(alphabet="ab .()", max_size=30), st.tuples(OFFSETS, OFFSETS), st.lists(st.text("ab("), max_size=4))
def test_the_pieces_are_the_sentence(text: str, trigger: tuple[int, int], names: list[str]) -> None:
    assert "".join(piece for piece, _ in segments(text, trigger, names)) == text
