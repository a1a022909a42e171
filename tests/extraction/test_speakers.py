"""Who says what the text tells: verbs of saying, claims, "according to", headlines, quotations; and who does not."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader

SAID = [
    ("Scholz: Germany will not send tanks to Ukraine", "leader:olaf-scholz"),
    ("Germany will not send tanks to Ukraine: Scholz", "leader:olaf-scholz"),
    ("According to Iran, Chile attacked Peru.", "country:IRN"),
    ("Chile attacked Peru, according to a statement by NATO.", "organization:nato"),
    ("A statement issued by NATO said Chile had attacked Peru.", "organization:nato"),
    ("A Russian claim that Chile attacked Peru was dismissed.", "country:RUS"),
    ("Chile attacked Peru, Norway's foreign minister said.", "country:NOR"),
    ('"Chile attacked Peru," Olaf Scholz said.', "leader:olaf-scholz"),
    ("“We have checked. Chile attacked Peru,” Olaf Scholz said.", "leader:olaf-scholz"),
    ("The Philippines, President Duterte said, will send troops to Libya.", "leader:rodrigo-duterte"),
    ("Norway told Iran that Chile had attacked Peru.", "country:NOR"),
    ("Chile attacked Peru, the Kremlin said on Monday.", "country:RUS"),
]
NOBODY = [
    "PARIS: Norway condemned Iran.",
    "Iran: Norway condemned Chile on Monday.",
    "Chile attacked Peru.",
    "Chile attacked Peru. Norway said nothing.",
    "The reports said Chile had attacked Peru.",
    "Chile attacked Peru, angering Norway.",
    "Chile attacked Peru; Norway, it said, would wait.",
]


@pytest.mark.parametrize(("text", "speaker"), SAID)
def test_what_is_told_has_a_speaker(read: Reader, text: str, speaker: str) -> None:
    assert speaker in {event.speaker for event in read(text).events}


@pytest.mark.parametrize("text", NOBODY)
def test_what_the_article_itself_tells_has_none(read: Reader, text: str) -> None:
    assert {event.speaker for event in read(text).events} == {None}
