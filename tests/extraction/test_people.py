"""People and their offices: titles before and after names, known leaders under several spellings."""

from __future__ import annotations

import pytest

from explorer.model import Actor
from tests.extraction.conftest import Reader


def people(read: Reader, text: str, date: str = "2025-11-20") -> list[Actor]:
    return [actor for actor in read(text, date).actors if actor.type in {"leader", "person"}]


@pytest.mark.parametrize(
    ("text", "actor", "role", "country"),
    [
        ("Japanese Prime Minister Sanae Takaichi left.", "leader:sanae-takaichi", "Prime Minister", "JPN"),
        ("Sanae Takaichi, the Japanese prime minister, left.", "leader:sanae-takaichi", "Prime Minister", "JPN"),
        ("Japanese premier Takaichi Sanae left.", "leader:sanae-takaichi", "Prime Minister", "JPN"),
        ("Japanese Prime Minister Takaiichi Sanae left.", "leader:sanae-takaichi", "Prime Minister", "JPN"),
        ("U.S. President Donald Trump left.", "leader:donald-trump", "President", "USA"),
        ("Chinese Foreign Minister Wang Yi left.", "leader:wang-yi", "Foreign Minister", "CHN"),
        ("NATO Secretary General Mark Rutte left.", "leader:mark-rutte", "Secretary-General", "NLD"),
        ("Kenyan Trade Minister Jane Okoro left.", "leader:jane-okoro", "Trade Minister", "KEN"),
        ("Jane Okoro, Kenya's trade minister, left.", "leader:jane-okoro", "Trade Minister", "KEN"),
        ("The trade minister of Kenya, Jane Okoro, left.", "leader:jane-okoro", "Trade Minister", "KEN"),
        ("U.S. President-elect Donald Trump left.", "leader:donald-trump", "President-elect", "USA"),
        ("Former Kenyan trade minister Jane Okoro left.", "leader:jane-okoro", None, "KEN"),
    ],
)
def test_title_name_and_country(read: Reader, text: str, actor: str, role: str | None, country: str) -> None:
    (person,) = people(read, text)
    assert (person.id, person.country) == (actor, country)
    if role is not None:
        assert person.role is not None and person.role.casefold() == role.casefold()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Friedrich Merz met Emmanuel Macron. Merz praised Macron.", ["Friedrich Merz", "Emmanuel Macron"]),
        ("Prime Minister Takaichi Sanae left. Takaichi smiled.", ["Sanae Takaichi"]),
        ("Ursula von der Leyen left.", ["Ursula von der Leyen"]),
        ("Mr Xi met Mr Putin in Beijing.", ["Xi Jinping", "Vladimir Putin"]),
        ("Chilean envoy Rosa Paz and her Peruvian counterpart Luis Sol met.", ["Rosa Paz", "Luis Sol"]),
    ],
)
def test_short_names_belong_to_the_full_ones(read: Reader, text: str, names: list[str]) -> None:
    assert [person.name for person in people(read, text)] == names


def test_a_counterpart_holds_the_same_office(read: Reader) -> None:
    found = people(read, "Chilean Trade Minister Rosa Paz and her Peruvian counterpart Luis Sol met.")
    assert [(person.role, person.country) for person in found] == [("Trade Minister", "CHL"), ("Trade Minister", "PER")]


def test_someone_without_office_is_a_person(read: Reader) -> None:
    (person,) = people(read, "The singer Rosa Paz toured Peru with a band.")
    assert person.id == "person:rosa-paz"


@pytest.mark.parametrize("text", ["General Electric sold turbines.", "In general terms, Peru is calm.", "Peru left."])
def test_words_of_titles_are_no_people(read: Reader, text: str) -> None:
    assert people(read, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's former president Jane Okoro left.",
        "Former Kenyan president Jane Okoro left.",
    ],
)
def test_a_former_office_is_said_to_be_former(read: Reader, text: str) -> None:
    (person,) = people(read, text)
    assert person.role == "Former President"


def test_the_country_after_the_name(read: Reader) -> None:
    (person,) = people(read, "President Jane Okoro of Kenya left.")
    assert person.country == "KEN"


@pytest.mark.parametrize(
    ("date", "actor"),
    [("2014-05-01", "country:USA"), ("2025-11-20", "country:USA")],
)
def test_a_president_without_a_name_stands_for_the_state(read: Reader, date: str, actor: str) -> None:
    (event,) = read("The U.S. president praised Peru.", date).events
    assert event.actors == (actor,)
