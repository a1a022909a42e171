"""Who pledges how much to whom, wherever receiver and sum stand."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader

FOUND = [
    ("Ottawa would donate 800 drones worth C$95 million to Ukraine, the minister said.", "CAN", "UKR", 95e6, "CAD"),
    ("Norway set aside 85 billion kroner for Ukraine.", "NOR", "UKR", 85e9, "NOK"),
    ("Germany is doubling its military aid for Ukraine to 8 billion euros.", "DEU", "UKR", 8e9, "EUR"),
    ("Switzerland earmarked five billion francs for the reconstruction of Ukraine.", "CHE", "UKR", 5e9, "CHF"),
    ("Pakistan received a $3 billion bailout from the IMF.", "imf", "PAK", 3e9, "USD"),
    ("The IMF received a $3 billion contribution from Japan.", "JPN", "imf", 3e9, "USD"),
    ("Saudi Arabia has committed SAR 10 billion to Yemen.", "SAU", "YEM", 10e9, "SAR"),
    ("The UK handed Rwanda another 100 million pounds.", "GBR", "RWA", 100e6, "GBP"),
    ("Two hundred million dollars was pledged to Lebanon by France.", "FRA", "LBN", 200e6, "USD"),
    ("Japan has promised India investment of 10 trillion yen over a decade.", "JPN", "IND", 10e12, "JPY"),
]
NONE = [
    "Norway set the price of gas for Ukraine at 8 billion euros.",
    "Egypt raised the fee for Saudi ships.",
    "Denmark did not give Ukraine 5 million euros.",
    "Kenya wrote a letter to Uganda about the 5 million dollars.",
]


@pytest.mark.parametrize(("text", "giver", "receiver", "value", "currency"), FOUND)
def test_a_pledge_has_giver_receiver_and_sum(
    read: Reader, text: str, giver: str, receiver: str, value: float, currency: str
) -> None:
    (pledge,) = read(text).commitments
    assert [party.actor.split(":")[1] for party in pledge.parties] == [giver, receiver]
    assert pledge.amount is not None
    assert (pledge.amount.value, pledge.amount.currency) == (value, currency)


@pytest.mark.parametrize("text", NONE)
def test_a_sum_beside_a_country_is_no_pledge(read: Reader, text: str) -> None:
    assert not read(text).commitments


def test_the_receiver_may_stand_before_the_second_giver(read: Reader) -> None:
    found = read("Poland sent tanks to Ukraine; Berlin is to provide nine billion euros in 2026.").commitments
    sums = {(pledge.parties[0].actor, pledge.parties[1].actor) for pledge in found if pledge.amount}
    assert sums == {("country:DEU", "country:UKR")}
