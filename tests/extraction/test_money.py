"""Amounts of money: value in whole units, currency, and the words as written."""

from __future__ import annotations

import pytest

from explorer.extraction.money import find_amounts

NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("text", "value", "currency", "written"),
    [
        ("a $550 billion pledge", 550e9, "USD", "$550 billion"),
        ("worth US$1.5bn a year", 1.5e9, "USD", "US$1.5bn"),
        ("$40m in loans", 40e6, "USD", "$40m"),
        ("some $2,500,000 was paid", 2.5e6, "USD", "$2,500,000"),
        ("another 1.1 billion euros", 1.1e9, "EUR", "1.1 billion euros"),
        ("€300 million for grain", 300e6, "EUR", "€300 million"),
        ("a £25-million grant", 25e6, "GBP", "£25-million"),
        ("C$75 million in aid", 75e6, "CAD", "C$75 million"),
        ("A$368 billion over 30 years", 368e9, "AUD", "A$368 billion"),
        ("two billion dollars", 2e9, "USD", "two billion dollars"),
        ("3 trillion yen", 3e12, "JPY", "3 trillion yen"),
        ("500 million Canadian dollars", 500e6, "CAD", "500 million Canadian dollars"),
        ("10 billion rupees", 10e9, "INR", "10 billion rupees"),
        ("100 crore rupees", 1e9, "INR", "100 crore rupees"),
    ],
)
def test_an_amount_is_read_with_its_currency(text: str, value: float, currency: str, written: str) -> None:
    (found,) = find_amounts(text)
    assert (found.amount.value, found.amount.currency, found.amount.text) == (value, currency, written)
    assert text[found.start : found.end].strip() == written


@pytest.mark.parametrize(
    "text",
    [
        *("14 Leopard tanks", "3 million people fled", "in 2025", "a 30-year lease", "5 percent of exports"),
        *("resolution 2231", "2.5 million barrels", "F-35 jets", "Group of 20"),
    ],
)
def test_numbers_of_other_things_are_no_money(text: str) -> None:
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    ("countries", "currency"),
    [(frozenset({"NOR"}), "NOK"), (frozenset({"DNK"}), "DKK")],
)
def test_a_shared_name_means_the_currency_of_the_country_in_the_text(countries: frozenset[str], currency: str) -> None:
    (found,) = find_amounts("pledged 200 million kroner", countries)
    assert found.amount.currency == currency


def test_bare_dollars_are_american_even_in_a_canadian_text() -> None:
    (found,) = find_amounts("pledged 200 million dollars", frozenset({"CAN"}))
    assert found.amount.currency == "USD"


def test_several_amounts_come_in_the_order_of_the_text() -> None:
    found = find_amounts("$5 million, then €7 million and 9 billion won")
    assert [(at.amount.value, at.amount.currency) for at in found] == [(5e6, "USD"), (7e6, "EUR"), (9e9, "KRW")]
    assert [at.start for at in found] == sorted(at.start for at in found)
