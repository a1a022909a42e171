"""Alliances, agreements, pledges and summits with their parties; talk of them that commits nobody."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader
from tests.extraction.told import commitments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan pledged $5 billion to Ukraine.", "pledge beneficiary:UKR pledger:JPN active"),
        ("Japan's $5 billion pledge to Ukraine was welcomed.", "pledge beneficiary:UKR pledger:JPN active"),
        ("The $30 billion loan from China to Angola was signed in 2016.", "pledge beneficiary:AGO pledger:CHN active"),
        ("Germany promised Ukraine another 1.1 billion euros.", "pledge beneficiary:UKR pledger:DEU active"),
        ("Qatar offered Lebanon a $60 million grant.", "pledge beneficiary:LBN pledger:QAT active"),
        ("The World Bank granted Kenya a $1 billion loan.", "pledge beneficiary:KEN pledger:world-bank active"),
        ("France will deliver six howitzers to Armenia.", "pledge beneficiary:ARM pledger:FRA active"),
        ("Norway agreed to send tanks to Ukraine.", "pledge beneficiary:UKR pledger:NOR active"),
    ],
)
def test_pledges(read: Reader, text: str, expected: str) -> None:
    assert commitments(read(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Japan did not pledge $5 billion to Ukraine.",
        "Japan could pledge $5 billion to Ukraine.",
        "Japan pledged support to Ukraine.",
        "France delivered six howitzers to Armenia.",
        "Exports from Japan to Ukraine reached $5 billion.",
        "Japan's economy grew to $5 billion.",
        "U.S. President Joe Biden promised $52 billion to the United States.",
    ],
)
def test_no_promise_of_money_or_goods_no_pledge(read: Reader, text: str) -> None:
    assert commitments(read(text)) == []


def test_a_pledge_is_named_by_its_amount_and_sides(read: Reader) -> None:
    (pledge,) = read("Japan's $5 billion investment pledge to the United States was welcomed.").commitments
    assert pledge.name == "$5 billion investment pledge, Japan to United States"
    assert pledge.amount is not None
    assert (pledge.amount.value, pledge.amount.currency, pledge.amount.text) == (5e9, "USD", "$5 billion")


@pytest.mark.parametrize(
    ("text", "expected", "instrument"),
    [
        ("Spain and Portugal signed a treaty on water.", "agreement party:ESP party:PRT active", "treaty"),
        (
            "Kenya and Uganda signed a memorandum of understanding on ports.",
            "agreement party:KEN party:UGA active",
            "memorandum",
        ),
        ("India and Oman concluded a free trade agreement.", "agreement party:IND party:OMN active", "agreement"),
        (
            "The Camp David Accords between Egypt and Israel were signed in 1978.",
            "agreement party:EGY party:ISR active",
            "accord",
        ),
        ("A treaty between Peru and Bolivia is being negotiated.", "agreement party:BOL party:PER planned", "treaty"),
        ("Mexico and Canada discussed a trade deal.", "agreement party:CAN party:MEX planned", "deal"),
        ("Iran and Saudi Arabia scrapped their agreement.", "agreement party:IRN party:SAU ended", "agreement"),
        ("Israel and Hamas agreed on a ceasefire.", "agreement party:ISR party:hamas active", "ceasefire"),
        ("South Korea and Japan renewed their currency pact.", "agreement party:JPN party:KOR active", "pact"),
    ],
)
def test_agreements(read: Reader, text: str, expected: str, instrument: str) -> None:
    extraction = read(text)
    assert commitments(extraction) == [expected]
    assert extraction.commitments[0].instrument == instrument


def test_a_contract_with_an_amount_keeps_it(read: Reader) -> None:
    extraction = read("Lockheed Martin won a $2 billion contract to deliver jets to Finland.")
    assert commitments(extraction) == ["agreement party:FIN party:lockheed-martin active"]
    assert extraction.commitments[0].amount is not None
    assert extraction.commitments[0].amount.value == 2e9


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile failed to reach an agreement.",
        "Peru and Chile did not sign a treaty.",
        "The agreement was signed on Monday.",
        "Peru and Chile are in agreement with nature.",
    ],
)
def test_no_agreement_without_two_parties_who_made_it(read: Reader, text: str) -> None:
    assert commitments(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The alliance between France and Poland is strong.",
        "The France-Poland alliance grows.",
        "The France-Poland alliance will be strengthened.",
        "France values its alliance with Poland.",
    ],
)
def test_alliances_last_whatever_is_planned_with_them(read: Reader, text: str) -> None:
    assert commitments(read(text)) == ["alliance party:FRA party:POL active"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The leaders of Turkey and Greece held a summit in Ankara.", "summit participant:GRC participant:TUR held"),
        ("India will host a summit with Japan next month.", "summit participant:IND participant:JPN planned"),
        ("India cancelled the summit with Pakistan.", "summit participant:IND participant:PAK cancelled"),
        ("The G7 leaders met in Kananaskis.", "summit participant:g7 held"),
        ("Ministers from Kenya and Ghana attended a forum in Accra.", "summit participant:GHA participant:KEN held"),
    ],
)
def test_summits(read: Reader, text: str, expected: str) -> None:
    assert commitments(read(text)) == [expected]


def test_one_commitment_named_twice_is_one_with_two_sentences(read: Reader) -> None:
    (pledge,) = read(
        "Japan pledged $5 billion to Ukraine. The $5 billion pledge by Japan to Ukraine is new."
    ).commitments
    assert [evidence.text for evidence in pledge.evidence] == [
        "Japan pledged $5 billion to Ukraine.",
        "The $5 billion pledge by Japan to Ukraine is new.",
    ]


def test_different_amounts_are_different_pledges(read: Reader) -> None:
    found = read("Japan pledged $5 billion to Ukraine. Japan pledged $7 billion to Ukraine.").commitments
    assert [pledge.amount and pledge.amount.value for pledge in found] == [5e9, 7e9]
    assert len({pledge.id for pledge in found}) == 2


def test_this_summit_is_the_one_spoken_of(read: Reader) -> None:
    (summit,) = read("India and Japan held a summit in Delhi. This summit was long.").commitments
    assert len(summit.evidence) == 2


def test_a_country_leaves_a_treaty(read: Reader) -> None:
    assert commitments(read("Russia withdrew from the treaty with Norway.")) == ["agreement party:NOR party:RUS ended"]
