"""How news spells sums: number words, codes, ranges, rarer currencies; and words that only look like money."""

from __future__ import annotations

import pytest

from explorer.extraction.money import find_amounts

FOUND = [
    ("two hundred million dollars", 200e6, "USD"),
    ("half a billion dollars", 0.5e9, "USD"),
    ("a quarter of a billion dollars", 0.25e9, "USD"),
    ("one and a half billion dollars", 1.5e9, "USD"),
    ("twenty-five million dollars", 25e6, "USD"),
    ("a hundred thousand euros", 1e5, "EUR"),
    ("5,5 million euros", 5.5e6, "EUR"),
    ("1 500 000 euros", 1.5e6, "EUR"),
    ("in 2024 500 million euros", 500e6, "EUR"),
    ("NOK 85 billion", 85e9, "NOK"),
    ("EUR 1.5 bn", 1.5e9, "EUR"),
    ("$1-2 billion", 1e9, "USD"),
    ("from $5 to $7 billion", 5e9, "USD"),
    ("1 lakh crore rupees", 1e12, "INR"),
    ("50 million Swedish crowns", 50e6, "SEK"),
    ("12.5 billion baht", 12.5e9, "THB"),
    ("20 million Ghana cedis", 20e6, "GHS"),
    ("10 million Kuwaiti dinars", 10e6, "KWD"),
]
NONE = [
    *(
        "tens of millions of dollars",
        "5 pounds of rice",
        "2,000-pound bombs",
        "the 24 won medals",
        "won 3 million votes",
    ),
    *("20 real problems", "try 5 million times", "25 percent", "ISIS 5 million"),
]


@pytest.mark.parametrize(("text", "value", "currency"), FOUND)
def test_a_spelling_is_read(text: str, value: float, currency: str) -> None:
    (found,) = find_amounts(text)
    assert (found.amount.value, found.amount.currency) == (value, currency)
    assert text[found.start : found.end].strip() == found.amount.text


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_money_is_none(text: str) -> None:
    assert find_amounts(text) == []


@pytest.mark.parametrize(("country", "currency"), [("PAK", "PKR"), ("IND", "INR"), ("LKA", "LKR")])
def test_rupees_are_those_of_the_country_in_the_text(country: str, currency: str) -> None:
    (found,) = find_amounts("10 billion rupees", frozenset({country}))
    assert found.amount.currency == currency
