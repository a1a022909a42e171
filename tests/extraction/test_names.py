"""Names in a sentence: states under all their names, bodies, companies, and words that only look like names."""

from __future__ import annotations

import pytest
from spacy.language import Language

from explorer.extraction.names import SPANS, Found, longest
from tests.extraction.conftest import Reader
from tests.extraction.told import actors


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The White House praised Israel.", "country:USA"),
        ("Downing Street praised Israel.", "country:GBR"),
        ("The Kremlin praised Israel.", "country:RUS"),
        ("Tokyo praised Israel.", "country:JPN"),
        ("Japanese officials praised Israel.", "country:JPN"),
        ("The United States' ambassador praised Israel.", "country:USA"),
        ("US warships sailed past Israel.", "country:USA"),
        ("The Holy See praised Israel.", "country:VAT"),
        ("Washington praised Israel.", "country:USA"),
        ("The U.S. state of Georgia sued Israel.", "country:USA"),
        ("Chad criticised Israel.", "country:TCD"),
        ("Turkey's parliament praised Israel.", "country:TUR"),
        ("The EU praised Israel.", "organization:european-union"),
        ("The UN Security Council praised Israel.", "organization:un-security-council"),
        ("Seoul-based Hanwha sold howitzers to Israel.", "company:hanwha-aerospace"),
        ("General Electric sold turbines to Israel.", "company:general-electric"),
        ("Acme Holdings sued Israel.", "company:acme-holdings"),
        ("Hezbollah attacked Israel.", "organization:hezbollah"),
    ],
)
def test_who_is_named(read: Reader, text: str, actor: str) -> None:
    assert actors(read(text)) - {"country:KOR"} == {actor, "country:ISR"}


@pytest.mark.parametrize(
    ("text", "not_meant"),
    [
        ("The Sea of Japan is deep.", "country:JPN"),
        ("Denzel Washington praised Moldova.", "country:USA"),
        ("Michael Jordan praised Peru.", "country:JOR"),
        ("Jordan Smith criticised Peru.", "country:JOR"),
        ("Chad Smith played drums in Peru.", "country:TCD"),
        ("Paris Hilton visited Rome.", "country:FRA"),
        ("The U.S. state of Georgia sued China.", "country:GEO"),
        ("The shell of the egg broke in Peru.", "company:shell"),
        ("An apple a day, said Peru.", "company:apple"),
        ("It may help us, said Peru.", "country:USA"),
        ("Georgia Tech beat Duke in Ohio.", "country:GEO"),
        pytest.param(
            "Turkey dinner was served in Peru.",
            "country:TUR",
            marks=pytest.mark.xfail(strict=True, reason="the bird at the start of a sentence"),
        ),
        ("Atlanta, Georgia hosted talks.", "country:GEO"),
    ],
)
def test_who_is_not_named(read: Reader, text: str, not_meant: str) -> None:
    assert not_meant not in actors(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Covid-19 hit the market.",
        "The Treaty of Lisbon was long.",
        "Officials met in the palace on Monday.",
        "Congress adjourned.",
    ],
)
def test_nobody_is_named(read: Reader, text: str) -> None:
    assert actors(read(text)) == set()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S.-Japan talks began.", ["U.S.", "Japan"]),
        ("The Japan-U.S. alliance grows.", ["Japan", "U.S."]),
        ("A Russia–Belarus union exists.", ["Russia", "Belarus"]),
        ("Japan's and Peru's ministers left.", ["Japan", "Peru"]),
    ],
)
def test_hyphens_and_possessives_are_cut_off(nlp: Language, text: str, words: list[str]) -> None:
    doc = nlp(text)
    assert [span.text for span in doc.spans[SPANS]] == words


def test_of_names_that_overlap_the_longest_stays_and_traps_go() -> None:
    hits = [
        Found(0, 1, "country:KOR", "name"),
        Found(0, 2, "country:PRK", "name"),
        Found(4, 5, "country:JPN", "name"),
        Found(2, 5, "", "trap"),
        Found(6, 7, "country:PER", "name"),
    ]
    assert [hit.actor for hit in longest(hits)] == ["country:PRK", "country:PER"]


def test_mentions_are_where_the_name_stands(read: Reader) -> None:
    text = "Peru met Chile. Peruvian officials praised Chile."
    found = {actor.id: [text[start:end] for start, end in actor.mentions] for actor in read(text).actors}
    assert found == {"country:PER": ["Peru", "Peruvian"], "country:CHL": ["Chile", "Chile"]}


def test_actors_come_in_the_order_of_the_text(read: Reader) -> None:
    assert [actor.name for actor in read("Peru met Chile and NATO.").actors] == ["Peru", "Chile", "NATO"]
