"""Meetings told of beside the clause, and agreements that nobody named has made."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader
from tests.extraction.told import events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Macron told reporters after talks with Scholz that Paris agreed.", "CONSULT emmanuel-macron+olaf-scholz"),
        ("The Polish prime minister, on a visit to Kyiv, said Warsaw would help.", "CONSULT POL > UKR"),
        ("Speaking during a visit to Hanoi, Sergei Lavrov said ties were good.", "CONSULT sergei-lavrov > VNM"),
        ("Lavrov will sign an accord during a visit to Cuba.", "CONSULT sergei-lavrov > CUB future"),
        ("Canada to host India at summit.", "CONSULT IND > CAN future"),
        ("Ten agreements were signed during Tokayev's visit to Ankara.", "SUPPORT TUR+kassym-jomart-tokayev"),
        ("Xi Jinping met Joe Biden on Friday. The two agreed to talk.", "AGREE joe-biden+xi-jinping"),
        ("The UK is committed to supporting the Iraqi government.", "AGREE GBR > IRQ"),
        ("The Thai premier met the Lao president and signed an accord.", "SUPPORT LAO+THA"),
        ("Jimmy Carter met Hamas leaders in Damascus.", "CONSULT hamas+jimmy-carter"),
        ("Emmanuel Macron telephoned Olaf Scholz to congratulate him.", "SUPPORT emmanuel-macron > olaf-scholz"),
    ],
)
def test_told_beside(read: Reader, text: str, expected: str) -> None:
    assert expected in events(read(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("China condemned the United States during a visit to Taiwan by Nancy Pelosi.", "CONSULT CHN > TWN"),
        ("Iran was criticised by France during talks with Britain.", "CONSULT GBR+IRN"),
        ("The Thai premier met the Lao president and signed a bill into law.", "SUPPORT LAO+THA"),
        ("The Thai premier met the Lao president and signed an accord with Peru.", "SUPPORT LAO+THA"),
        ("China began an exercise on the eve of a NATO summit.", "CONSULT CHN+nato"),
    ],
)
def test_who_was_not_there(read: Reader, text: str, wrong: str) -> None:
    assert wrong not in events(read(text))
