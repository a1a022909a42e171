"""Preparing text: nothing moves, what stalls the tokeniser goes, pieces joined are the text again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.extraction.text import LONGEST_RUN, chunks, prepare

WORDS = st.sampled_from(
    [
        *("Japan", "Sanae Takaichi", "signed", "a treaty", "with", "the EU", ".", "?", "\n", "\r\n", "\n\n", "  "),
        *(
            "“pledged”",
            "\u200b",
            "\u202e",
            "é",
            "e\u0301",
            "🇯🇵",
            "\x00",
            "x" * 250,
            "$5 billion",
            "U.S.",
            "<b>",
            "&amp;",
        ),
    ]
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=300)


@given(TEXTS)
@settings(deadline=None, max_examples=100)
def test_no_character_moves(text: str) -> None:
    prepared = prepare(text)
    assert len(prepared) == len(text)
    assert all(new == old or new == " " for new, old in zip(prepared, text, strict=True))


@given(TEXTS, st.integers(min_value=8, max_value=400))
@settings(deadline=None, max_examples=100)
def test_pieces_joined_are_the_text(text: str, longest: int) -> None:
    pieces = list(chunks(text, longest=longest))
    assert "".join(pieces) == text
    assert all(len(piece) <= longest for piece in pieces)
    assert all(pieces) or text == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ties between\nJapan and Peru", "ties between\nJapan and Peru", id="short first line is a heading"
        ),
        pytest.param(
            "Peru signed a treaty\nwith Japan.", "Peru signed a treaty with Japan.", id="goes on in lower case"
        ),
        pytest.param(
            "Talks in Lima.\nThe ministers of the two countries discussed copper, fishing rights and\nChilean lithium.",
            "Talks in Lima.\nThe ministers of the two countries discussed copper, fishing rights and Chilean lithium.",
            id="a full line goes on with a name",
        ),
        pytest.param(
            "Talks in Lima.\nChilean and Peruvian Ministers Agree Terms for Shared Copper Exports\nThe deal is new.",
            "Talks in Lima.\nChilean and Peruvian Ministers Agree Terms for Shared Copper Exports\nThe deal is new.",
            id="a headline stays alone",
        ),
        pytest.param("Peru signed.\nwith Japan", "Peru signed.\nwith Japan", id="a sentence has ended"),
        pytest.param("Peru and\n\nJapan", "Peru and\n\nJapan", id="a paragraph ends"),
        pytest.param("Peru and\r\njapan", "Peru and  japan", id="a Windows line break keeps its length"),
    ],
)
def test_wrapped_lines_are_joined_and_headings_are_not(text: str, expected: str) -> None:
    assert prepare(text) == expected


def test_a_long_run_without_a_space_is_blanked() -> None:
    run = "a" * (LONGEST_RUN + 1)
    assert prepare(f"Peru {run} Chile") == f"Peru {' ' * len(run)} Chile"
    kept = "a" * LONGEST_RUN
    assert prepare(f"Peru {kept} Chile") == f"Peru {kept} Chile"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru met Chile.\n\nJapan met Fiji.", ["Peru met Chile.\n\n", "Japan met Fiji."]),
        ("Peru met Chile. Japan met Fiji.", ["Peru met Chile. ", "Japan met Fiji."]),
        ("Peru met Chile\nJapan met Fiji.", ["Peru met Chile\n", "Japan met Fiji."]),
        ("peru meets chile, fiji, japan", ["peru meets chile, ", "fiji, japan"]),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaa", ["aaaaaaaaaaaaaaaaaaaa", "aaaaaaaaa"]),
    ],
)
def test_text_is_cut_at_paragraphs_then_sentences_then_lines_then_words(text: str, expected: list[str]) -> None:
    assert list(chunks(text, longest=20)) == expected
