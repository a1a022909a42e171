"""Every country of the list can be named, and its short names are the usual ones."""

from __future__ import annotations

import pytest
from rigour.territories import get_territories
from rigour.territories.territory import Territory

from explorer.knowledge.countries import countries
from explorer.knowledge.gazetteer import known_actors, resolve_place

DEPENDENT = set(
    [
        "AIA",
        "ALA",
        "BMU",
        "CCK",
        "COK",
        "CXR",
        "CYM",
        "ESH",
        "FLK",
        "GGY",
        "GIB",
        "IMN",
        "IOT",
        "JEY",
        "MSR",
        "NFK",
        "NIU",
        "PCN",
        "SGS",
        "SHN",
        "SXM",
        "TCA",
        "VGB",
        "WLF",
    ]
)
NAMED_AS_THEIR_CAPITAL = {"DJI", "LUX", "MCO", "SGP", "SMR", "VAT"}
SHARING_THEIR_CAPITALS_NAME = {"SYC"}  # Victoria is a given name, a lake and a state


def states() -> dict[str, Territory]:
    """Give what rigour counts as countries of today, by code."""
    listed = {t.alpha3.upper(): t for t in get_territories() if t.is_country and t.alpha3 and not t.is_historical}
    return {code: territory for code, territory in listed.items() if code != "CRQ"}  # Sark has no ISO 3166-1 code


def test_every_country_of_rigour_is_here() -> None:
    assert set(states()) <= set(countries())
    assert len(countries()) > 240


@pytest.mark.parametrize("code", sorted(countries()))
def test_every_country_resolves_by_its_names(code: str) -> None:
    country = countries()[code]
    for text in (country.name, *country.adjectives, *country.people, *country.capital):
        found = resolve_place(text, "GPE")
        assert found is not None
        if text not in {"Congolese", "Dominican", "Dominicans", "Korean", "Koreans"}:
            assert found == f"country:{code}", text


def test_every_independent_state_has_an_adjective_and_a_capital() -> None:
    lacking = {code for code in states() if not (countries()[code].adjectives and countries()[code].capital)}
    assert lacking == DEPENDENT | NAMED_AS_THEIR_CAPITAL | SHARING_THEIR_CAPITALS_NAME


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("USA", "United States"),
        ("GBR", "United Kingdom"),
        ("KOR", "South Korea"),
        ("PRK", "North Korea"),
        ("TUR", "Turkey"),
        ("CIV", "Ivory Coast"),
        ("TWN", "Taiwan"),
        ("PSE", "Palestine"),
        ("XKX", "Kosovo"),
        ("RUS", "Russia"),
        ("IRN", "Iran"),
        ("SYR", "Syria"),
        ("VNM", "Vietnam"),
        ("LAO", "Laos"),
        ("COD", "Democratic Republic of the Congo"),
        ("COG", "Republic of the Congo"),
        ("HKG", "Hong Kong"),
        ("MAC", "Macau"),
        ("NRU", "Nauru"),
        ("CZE", "Czech Republic"),
        ("NLD", "Netherlands"),
        ("VAT", "Vatican"),
        ("BOL", "Bolivia"),
        ("TZA", "Tanzania"),
        ("MDA", "Moldova"),
    ],
)
def test_names_shown_are_short_english(code: str, name: str) -> None:
    assert countries()[code].name == name
    assert known_actors()[f"country:{code}"].country == code


def test_aliases_are_names_and_not_nationalities() -> None:
    assert "Japanese" not in known_actors()["country:JPN"].aliases
    assert "U.S." in known_actors()["country:USA"].aliases
