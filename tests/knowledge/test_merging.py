"""What reports of one thing may differ in."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from explorer.knowledge.merging import Directed, Merging, is_directed, is_mutual, known_name, merging
from explorer.model import EventType


@pytest.mark.parametrize(
    ("type", "mode", "mutual", "directed"),
    [
        (EventType.CONSULT, None, True, False),
        (EventType.CONSULT, "phone", True, False),
        (EventType.CONSULT, "visit", True, True),
        (EventType.AGREE, None, True, True),
        (EventType.COOPERATE, None, True, False),
        (EventType.ACCUSE, None, False, True),
    ],
)
def test_sides(type: EventType, mode: str | None, mutual: bool, directed: bool) -> None:
    assert (is_mutual(type), is_directed(type, mode)) == (mutual, directed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the AUKUS pact", "AUKUS"),
        ("Japan–United States Abraham accords", "Abraham Accords"),
        ("the Iran nuclear deal", "Joint Comprehensive Plan of Action"),
        ("New START", "New START"),
        ("raucus", None),
        ("peace accords", None),
        ("", None),
    ],
)
def test_proper_names(text: str, expected: str | None) -> None:
    assert known_name(text) == expected


def test_what_makes_no_sense_is_refused() -> None:
    with pytest.raises(ValidationError, match="no mode stroll"):
        Directed(type=EventType.CONSULT, mode="stroll")
    with pytest.raises(ValidationError, match="in directed but not in mutual"):
        Merging.model_validate({**merging().model_dump(), "mutual": [EventType.CONSULT]})
