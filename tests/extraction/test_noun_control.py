"""A noun over a deed decides what is told: an offer, a refusal, a call."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader
from tests.extraction.told import events

TOLD = [
    ("The EU's call for Serbia to recognise Kosovo angered Belgrade.", "REQUEST european-union > SRB"),
    ("Japan expressed its readiness to cooperate with India.", "AGREE JPN > IND"),
    ("Norway repeated an offer to mediate between Sudan and Chad.", "AGREE NOR > SDN+TCD"),
    ("Iran's refusal to admit inspectors from the IAEA worried Paris.", "REJECT IRN > iaea"),
    ("Turkey's threat to invade Syria alarmed Washington.", "THREATEN TUR > SYR"),
]
DEEDS = [
    ("The EU's call for Serbia to recognise Kosovo angered Belgrade.", "SUPPORT SRB > XKX"),
    ("Norway repeated an offer to mediate between Sudan and Chad.", "CONSULT NOR > SDN+TCD"),
    ("Turkey's threat to invade Syria alarmed Washington.", "ASSAULT TUR > SYR"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_noun_decides(read: Reader, text: str, expected: str) -> None:
    assert expected in events(read(text))


@pytest.mark.model
@pytest.mark.parametrize(("text", "deed"), DEEDS)
def test_the_deed_below_has_not_happened(read: Reader, text: str, deed: str) -> None:
    assert deed not in events(read(text))
