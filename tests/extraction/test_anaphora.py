"""Whom "she", "both countries", "the group" mean: hits, and words that mean nobody."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader
from tests.extraction.told import events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giorgia Meloni flew to Tunis. She praised Tunisia.", "SUPPORT giorgia-meloni > TUN"),
        ("Emmanuel Macron met Giorgia Meloni. He praised Italy.", "SUPPORT emmanuel-macron > ITA"),
        ("Mr Macron met Ms Meloni. She praised France.", "SUPPORT giorgia-meloni > FRA"),
        ("Emmanuel Macron met Giorgia Meloni. They praised Albania.", "SUPPORT emmanuel-macron+giorgia-meloni > ALB"),
        (
            "Emmanuel Macron met Giorgia Meloni. The two leaders praised Albania.",
            "SUPPORT emmanuel-macron+giorgia-meloni > ALB",
        ),
        ("King Charles visited Kenya. The king praised Kenya.", "SUPPORT charles-iii > KEN"),
        ("Saudi Arabia executed a man. The kingdom condemned Iran.", "ACCUSE SAU > IRN"),
        ("Japan sent ships. It condemned China.", "ACCUSE JPN > CHN"),
        ("Kenya and Uganda signed a pact. Both condemned Sudan.", "ACCUSE KEN+UGA > SDN"),
        ("Kenya met Uganda. The two neighbours condemned Sudan.", "ACCUSE KEN+UGA > SDN"),
        ("Kenya met Uganda. Both countries condemned Sudan.", "ACCUSE KEN+UGA > SDN"),
        ("Hezbollah attacked Israel. The group threatened Cyprus.", "THREATEN hezbollah > CYP"),
        ("NATO met in Riga. The alliance condemned Russia.", "ACCUSE nato > RUS"),
        ("TSMC sued Samsung. The chipmaker praised Japan.", "SUPPORT tsmc > JPN"),
        ("Taiwan held drills. The island condemned China.", "ACCUSE TWN > CHN"),
        ("Emmanuel Macron phoned Najib Mikati. He thanked him.", "SUPPORT emmanuel-macron > najib-mikati"),
        (
            "Kenyan President William Ruto met Ghanaian President John Mahama. The presidents signed an accord.",
            "SUPPORT john-mahama+william-ruto",
        ),
    ],
)
def test_who_is_meant(read: Reader, text: str, expected: str) -> None:
    assert expected in events(read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is raining in Norway. It was announced that Peru sued Chile.", ["ACCUSE PER > CHL"]),
        ("They condemned Sudan.", []),
        ("The kingdom condemned Iran.", []),
        ("Peru is calm. She condemned Iran.", []),
        ("Kenya is calm. The two countries condemned Sudan.", []),
        ("Giorgia Meloni was glad. Rain fell. Fog came. Snow came. Ice came. She praised Tunisia.", []),
    ],
)
def test_nobody_is_meant(read: Reader, text: str, expected: list[str]) -> None:
    assert events(read(text)) == expected


def test_a_pronoun_is_no_name_and_no_mention_of_one(read: Reader) -> None:
    text = "Giorgia Meloni flew to Tunis. She praised Tunisia."
    (meloni,) = (actor for actor in read(text).actors if actor.id == "leader:giorgia-meloni")
    assert [text[start:end] for start, end in meloni.mentions] == ["Giorgia Meloni"]
    assert "She" not in meloni.aliases


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Emmanuel Macron met Giorgia Meloni. She praised France.",
            "SUPPORT giorgia-meloni > FRA",
            marks=pytest.mark.xfail(strict=True, reason="nothing says that Meloni is a woman; the subject wins"),
        ),
    ],
)
def test_pronouns_not_read_yet(read: Reader, text: str, expected: str) -> None:
    assert expected in events(read(text))
