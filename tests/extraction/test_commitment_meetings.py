"""Planned and cancelled meetings of leaders, deals somebody acts under, summits to which one is invited."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader
from tests.extraction.told import commitments

FOUND = [
    (
        "Hamas freed three Thai farm workers under a deal brokered by Qatar.",
        ["agreement mediator:QAT party:THA party:hamas active"],
    ),
    ("Recep Tayyip Erdogan called off a meeting with Nikos Christodoulides.", None),
    ("Norway postponed a meeting with Iran.", ["summit participant:IRN participant:NOR planned"]),
    ("Hungary invited India to the EU summit in November.", ["summit participant:european-union planned"]),
]
NOTHING = [
    "Emmanuel Macron held a meeting with Olaf Scholz.",
    "France acted under a deal.",
    "Hamas freed three Thai farm workers under its deal.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(read: Reader, text: str, expected: list[str] | None) -> None:
    told = commitments(read(text))
    if expected is None:
        assert [one.rsplit(" ", 1)[1] for one in told] == ["cancelled"]
    else:
        assert told == expected


@pytest.mark.model
@pytest.mark.parametrize("text", NOTHING)
def test_nothing(read: Reader, text: str) -> None:
    assert commitments(read(text)) == []
