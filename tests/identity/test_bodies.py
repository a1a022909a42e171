"""Which spellings are the name of one company or organisation: hits beside near misses."""

from __future__ import annotations

import pytest

from explorer.identity.bodies import body_key, body_name, compare_bodies
from explorer.identity.names import Side
from explorer.knowledge.matching import Feature

FLIPPED = {None: None, Side.ONE: Side.OTHER, Side.OTHER: Side.ONE}
ALIKE = [
    ("Nippon Steel", "Nippon Steel Corporation", Feature.SAME_WORDS, None),
    ("Huawei Technologies Co., Ltd.", "Huawei Technologies", Feature.SAME_WORDS, None),
    ("Huawei", "Huawei Technologies Co., Ltd.", Feature.IDLE_ENDING, None),
    ("Samsung Group", "Samsung", Feature.IDLE_ENDING, None),
    ("Ministry of Defence", "Ministry of Defense", Feature.SAME_WORDS, None),
    ("Defence Ministry", "Ministry of Defense", Feature.OTHER_ORDER, None),
    ("World Health Organisation", "World Health Organization", Feature.SAME_WORDS, None),
    ("Lockhead Martin", "Lockheed Martin", Feature.SPELLING, None),
    ("United Steel Workers", "United Steelworkers", Feature.DIVIDED, None),
    ("MHI", "Mitsubishi Heavy Industries, Ltd.", Feature.ACRONYM, Side.ONE),
    ("TSMC", "Taiwan Semiconductor Manufacturing Co.", Feature.ACRONYM, Side.ONE),
    ("T.S.M.C.", "Taiwan Semiconductor Manufacturing Company", Feature.ACRONYM, Side.ONE),
    ("E.U.", "European Union", Feature.ACRONYM, Side.ONE),
    ("MOD", "Ministry of Defence", Feature.ACRONYM, Side.ONE),
    ("Mitsubishi Heavy", "Mitsubishi Heavy Industries", Feature.ENDING_LEFT_OUT, Side.ONE),
    ("Taiwan Semiconductor", "Taiwan Semiconductor Manufacturing Co.", Feature.ENDING_LEFT_OUT, Side.ONE),
    ("Samsung", "Samsung Electronics", Feature.FIRST_WORD, Side.ONE),
    ("National Bank", "National Bank of Ukraine", Feature.BEGINNING, Side.ONE),
]
UNLIKE = [
    ("Samsung Electronics", "Samsung C&T"),
    ("Samsung", "Samsung C&T"),
    ("Mitsubishi Heavy Industries", "Mitsubishi Electric"),
    ("Bank", "Bank of China"),
    ("5th Fleet", "7th Fleet"),
    ("Mhi", "Mitsubishi Heavy Industries"),
    ("MHI", "Mitsubishi Motors"),
    ("AG", "Ltd"),
]


@pytest.mark.parametrize(("one", "other", "feature", "short"), ALIKE)
def test_names_that_are_alike(one: str, other: str, feature: Feature, short: Side | None) -> None:
    for first, second, expected in ((one, other, short), (other, one, FLIPPED[short])):
        likeness = compare_bodies(body_name(first), body_name(second))
        assert likeness is not None
        assert (likeness.feature, likeness.short) == (feature, expected)


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_names_of_two_bodies(one: str, other: str) -> None:
    assert compare_bodies(body_name(one), body_name(other)) is None
    assert compare_bodies(body_name(other), body_name(one)) is None


def test_an_acronym_of_two_letters_says_less() -> None:
    two = compare_bodies(body_name("EU"), body_name("European Union"))
    four = compare_bodies(body_name("TSMC"), body_name("Taiwan Semiconductor Manufacturing Co."))
    assert two is not None and four is not None
    assert two.value < four.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Walt Disney Company", "walt disney"),
        ("Deutsche Bahn AG", "deutsche bahn"),
        ("Nippon Steel Corp.", "nippon steel"),
        ("Ltd", "ltd"),
    ],
)
def test_legal_forms_do_not_count(text: str, expected: str) -> None:
    assert body_key(text) == expected
