""" "The decision", "this move": whose deed is judged is told in the sentence before."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader
from tests.extraction.told import events

JUDGED = [
    ("Germany will send tanks to Ukraine. Russia called the decision dangerous.", "ACCUSE RUS > DEU"),
    ("Turkey closed the border with Iraq. Baghdad condemned the move.", "ACCUSE IRQ > TUR"),
    ("Norway recognised Palestine. Jordan welcomed the decision.", "SUPPORT JOR > NOR"),
    ("North Korea fired a missile towards Japan. South Korea condemned the launch.", "ACCUSE KOR > PRK"),
]
NOT_JUDGED = [
    ("Germany will send tanks to Ukraine. Berlin defended the decision.", "SUPPORT DEU > DEU"),
    ("Norway recognised Palestine. Jordan welcomed the decision of Peru.", "SUPPORT JOR > NOR"),
    ("Norway recognised Palestine. Jordan welcomed a decision.", "SUPPORT JOR > NOR"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), JUDGED)
def test_a_deed_stands_for_its_doer(read: Reader, text: str, expected: str) -> None:
    assert expected in events(read(text))


@pytest.mark.model
@pytest.mark.parametrize(("text", "unexpected"), NOT_JUDGED)
def test_a_deed_that_is_named_or_new_does_not_point_back(read: Reader, text: str, unexpected: str) -> None:
    assert unexpected not in events(read(text))
