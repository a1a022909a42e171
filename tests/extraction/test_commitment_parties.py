"""Who is party to an agreement, alliance or summit, who hosts it and who brings it about."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader
from tests.extraction.told import commitments

AGREEMENTS = [
    (
        "Seventeen agreements were signed during Tokayev's visit to Ankara.",
        "party:TUR party:kassym-jomart-tokayev active",
    ),
    (
        "Xi Jinping met Vladimir Putin in Moscow. Ten agreements were signed.",
        "party:vladimir-putin party:xi-jinping active",
    ),
    ("The Thai premier visited Hanoi and signed three agreements.", "party:THA party:VNM active"),
    ("A security pact was signed in Canberra after talks between Australia and Fiji.", "party:AUS party:FJI active"),
    ("Britain extended security guarantees to Finland. The accord is new.", "party:FIN party:GBR active"),
    ("Ghana and Togo signed a declaration on fishing.", "party:GHA party:TGO active"),
    ("Ghana and Togo will sign a letter of intent next week.", "party:GHA party:TGO planned"),
    ("Thailand is in talks with Norway over a trade pact.", "party:NOR party:THA planned"),
    ("Negotiations on a trade deal between Japan and Turkey resumed.", "party:JPN party:TUR planned"),
    ("India and Britain concluded talks on a free trade agreement.", "party:GBR party:IND active"),
    ("Siemens was awarded a contract by Egypt.", "party:EGY party:siemens active"),
    ("Egypt awarded Siemens a contract to build a railway.", "party:EGY party:siemens active"),
    ("Saab won an order worth $2 billion from Brazil.", "party:BRA party:saab active"),
    ("The United States pulled out of the nuclear deal with Iran.", "party:IRN party:USA ended"),
    ("Japan's parliament approved the trade pact with Britain.", "party:GBR party:JPN active"),
    ("Egypt brokered a truce between Israel and Hamas.", "mediator:EGY party:ISR party:hamas active"),
    ("A U.S.-brokered ceasefire between Israel and Lebanon took effect.", "mediator:USA party:ISR party:LBN active"),
    ("Rwanda and Uganda signed a peace deal mediated by Angola.", "mediator:AGO party:RWA party:UGA active"),
    ("A truce between Israel and Iran ended 12 days of war.", "party:IRN party:ISR active"),
]
ALLIANCES = [
    ("Beijing, North Korea's only formal ally, offered no comment.", "party:CHN party:PRK active"),
    ("Japan, a close ally of the United States, welcomed the move.", "party:JPN party:USA active"),
    ("Iran's Lebanese ally Hezbollah fired rockets.", "party:IRN party:hezbollah active"),
    ("Russia and Belarus are allies.", "party:BLR party:RUS active"),
    ("Syria's former ally, Russia, vetoed the draft.", "party:RUS party:SYR ended"),
    ("The mutual defence treaty between Manila and Washington dates from 1951.", "party:PHL party:USA active"),
    ("Turkey and Azerbaijan elevated their relations to an alliance.", "party:AZE party:TUR active"),
]
SUMMITS = [
    ("The leaders discussed Ukraine at the NATO summit in Vilnius.", "participant:nato held"),
    ("Canada to host Australia at G7 summit.", "participant:AUS participant:CAN participant:g7 planned"),
    ("The APEC summit, which Joe Biden is attending, is long.", "participant:apec participant:joe-biden held"),
    ("Brazil hosts the G20 summit next year.", "host:BRA participant:g20 planned"),
    ("Qatar hosted a summit between Chad and Sudan.", "host:QAT participant:SDN participant:TCD held"),
    ("Finance ministers of the G20 met in Rio de Janeiro.", "participant:g20 held"),
    ("The EU-China summit in Beijing ended on Friday.", "participant:CHN participant:european-union held"),
]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (kind, text, expected)
        for kind, rows in (("agreement", AGREEMENTS), ("alliance", ALLIANCES), ("summit", SUMMITS))
        for text, expected in rows
    ],
)
def test_parties(read: Reader, kind: str, text: str, expected: str) -> None:
    assert commitments(read(text)) == [f"{kind} {expected}"]


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru issued a statement on fishing.",
        "Elon Musk, an ally of Donald Trump, met Modi.",
        "Russia's allies criticised NATO.",
        "Turkey, a NATO ally, refused.",
        "The ruling party and its allies won in Georgia.",
        "Macron met Scholz and signed a decree.",
        "Peru asked Chile for money in order to help Bolivia.",
        "Putin skipped a summit.",
        "A conference on AIDS opened in Durban.",
        "The truce, which Trump announced on Monday with the help of Qatar, is fragile.",
    ],
)
def test_no_commitment(read: Reader, text: str) -> None:
    assert commitments(read(text)) == []


def test_the_deal_is_the_contract_just_signed(read: Reader) -> None:
    (found,) = read(
        "Leonardo signed a contract with BAE Systems. Under the deal, worth 40 billion pounds, they will build a jet."
    ).commitments
    assert found.amount is not None
    assert found.amount.value == 4e10


def test_a_declaration_is_not_the_truce_it_speaks_of(read: Reader) -> None:
    text = "Thailand and Cambodia signed a declaration. The truce between Thailand and Cambodia holds."
    assert len(read(text).commitments) == 2
