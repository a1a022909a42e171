"""Unnamed groups belong to the country of their place, of the other side, or to the only one in the sentence."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader
from tests.extraction.told import events

AT_A_PLACE = [
    ("Police arrested 12 students in Lagos.", ["COERCE NGA > NGA"]),
    ("Security forces clashed with protesters in Khartoum.", ["ASSAULT SDN > SDN"]),
    ("The army shelled rebels near Aleppo.", ["ASSAULT SYR > SYR"]),
    ("Rebels in Mali demanded the release of 20 prisoners from the government.", ["REQUEST MLI > MLI"]),
    ("The court sentenced three journalists in Minsk.", ["SANCTION BLR > BLR"]),
    ("Farmers demonstrated in Warsaw.", ["PROTEST POL > POL"]),
    ("The United Nations sent food to villagers fleeing the war in Sudan.", ["AID united-nations > SDN"]),
]
OF_THE_OTHER_SIDE = [
    ("Venezuelan police detained opposition activists.", ["COERCE VEN > VEN"]),
    ("Iranian authorities have been pressuring workers to end the strike.", ["REQUEST IRN > IRN"]),
]
MINORITIES = [
    ("Ethnic Albanians demonstrated in Skopje.", ["PROTEST MKD > MKD"]),
    ("The Serbs of northern Kosovo demanded autonomy from the authorities in Pristina.", ["REQUEST XKX > XKX"]),
]
NOBODY_OF_OURS = [
    "Police arrested 12 students.",
    "Protesters condemned Iran.",
    "The kingdom condemned Iran.",
    "The workers were tired in Lagos.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), AT_A_PLACE + OF_THE_OTHER_SIDE + MINORITIES)
def test_a_group_belongs_to_a_country(read: Reader, text: str, expected: list[str]) -> None:
    assert events(read(text)) == expected


@pytest.mark.model
@pytest.mark.parametrize("text", NOBODY_OF_OURS)
def test_a_group_without_a_place_is_nobody(read: Reader, text: str) -> None:
    assert events(read(text)) == []


@pytest.mark.model
def test_a_supposed_home_is_less_certain_than_a_name(read: Reader) -> None:
    (supposed,) = read("Police arrested 12 students in Lagos.").events
    (named,) = read("Nigeria condemned Benin.").events

    assert supposed.confidence < named.confidence
