"""Talks, visits, deals, praise and joint work in the wordings of the news, with near misses beside them."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader
from tests.extraction.told import events, moded

MEETINGS = [
    ("A senior Chinese diplomat consulted with his Russian colleague on Korea.", "CONSULT CHN+RUS"),
    ("The Brazilian and Argentine presidents exchanged views over lunch.", "CONSULT ARG+BRA"),
    ("Argentina and Britain sat down at the negotiating table.", "CONSULT ARG+GBR"),
    ("Sweden's king was in Helsinki on a state visit.", "CONSULT SWE > FIN"),
    ("The emir of Kuwait left Cairo after a two-day visit.", "CONSULT KWT > EGY"),
    ("Jordan's King Abdullah flew home after a visit to Damascus.", "CONSULT abdullah-ii > SYR"),
    ("South African President Thabo Mbeki is mediating in the Ivory Coast conflict.", "CONSULT thabo-mbeki > CIV"),
]
DEALS = [
    ("Peru and Ecuador came to terms over their border.", "AGREE ECU+PER"),
    ("Croatia and Slovenia found common ground on the bay.", "AGREE HRV+SVN"),
    ("Spain and Morocco settled their dispute over fishing.", "AGREE ESP+MAR"),
    ("Rwanda and Uganda ended a three-year standoff.", "AGREE RWA+UGA"),
    ("India and Nepal pledged closer cooperation.", "AGREE IND+NPL"),
    ("Washington gave assurances to Kyiv.", "AGREE USA > UKR"),
    ("Cambodia agreed in principle to a border commission with Thailand.", "AGREE KHM+THA"),
    ("Israel has agreed to American mediation.", "AGREE ISR > USA"),
    ("Uzbekistan has offered Hungary a stake in a cotton mill.", "AGREE UZB > HUN"),
    ("Gabon has offered itself as a venue for talks between Chad and Sudan.", "AGREE GAB > SDN+TCD"),
    ("India and Britain concluded talks on a free trade agreement.", "AGREE GBR+IND"),
]
SUPPORT = [
    ("Diplomatic relations were established between Samoa and Ghana.", "SUPPORT GHA+WSM"),
    ("A contract was signed between Airbus and Air India.", "SUPPORT air-india+airbus"),
    ("A memorandum was initialled by Ethiopia and Kenya.", "SUPPORT ETH+KEN"),
    ("Denmark and Canada extended their treaty for ten years.", "SUPPORT CAN+DNK"),
    ("China and Peru upgraded their free trade agreement.", "SUPPORT CHN+PER"),
    ("Serbia put its signature to the deal with Kosovo.", "SUPPORT SRB+XKX"),
    ("Madagascar and France put pen to paper on a new agreement.", "SUPPORT FRA+MDG"),
    ("Ukraine's president was full of praise for Poland.", "SUPPORT UKR > POL"),
    ("Bulgaria spoke highly of Greece's efforts.", "SUPPORT BGR > GRC"),
    ("Angola has the full support of Portugal.", "SUPPORT PRT > AGO"),
    (
        "Xi Jinping sent a message of congratulations to President Lula.",
        "SUPPORT xi-jinping > luiz-inacio-lula-da-silva",
    ),
    ("Russia awarded the Order of Friendship to the Serbian president.", "SUPPORT RUS > SRB"),
    ("Ethiopia welcomed a proposal by the United Nations for a summit.", "SUPPORT ETH > united-nations"),
    ("The Kuwaiti Cabinet approved a law ratifying an agreement with Saudi Arabia.", "SUPPORT KWT+SAU"),
]
TOGETHER = [
    ("Egypt and Greece conducted joint naval drills off Crete.", "COOPERATE EGY+GRC"),
    ("Russian and Indian warships staged joint manoeuvres off Vladivostok.", "COOPERATE IND+RUS"),
    ("South Korea and the United States launched their annual military drills.", "COOPERATE KOR+USA"),
    ("Malaysia, Singapore and Indonesia patrol the strait together.", "COOPERATE IDN+MYS+SGP"),
    ("German and Czech police jointly broke up a smuggling ring.", "COOPERATE CZE+DEU"),
    ("France and Italy are jointly developing a missile.", "COOPERATE FRA+ITA"),
    ("Chile and Peru swapped fishing data.", "COOPERATE CHL+PER"),
    ("Serbia and Hungary opened a rail link between their capitals.", "COOPERATE HUN+SRB"),
    ("Iran supplies Turkey with gas.", "COOPERATE IRN > TUR"),
    ("Spain handed a Basque militant over to France.", "COOPERATE ESP > FRA"),
    ("The Moroccan intelligence service passed information on the suspects to Spain.", "COOPERATE MAR > ESP"),
    ("Saudi Arabia ordered 84 fighters from Boeing.", "COOPERATE boeing > SAU"),
]


@pytest.mark.parametrize(("text", "expected"), [*MEETINGS, *DEALS, *SUPPORT, *TOGETHER])
def test_wordings(read: Reader, text: str, expected: str) -> None:
    assert expected in events(read(text))


def test_a_talk_by_telephone(read: Reader) -> None:
    assert moded(read("The German chancellor and the French president conferred by telephone.")) == ["CONSULT phone"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The ship was on a voyage from Chile to Japan.", "CONSULT"),
        ("Thousands of tourists visited Thailand.", "CONSULT"),
        ("Police broke up the talks between two drug gangs in Mexico.", "CONSULT"),
        ("Ethiopia welcomed a proposal by the United Nations for a summit.", "CONSULT"),
        ("The drought broke the deadlock in Kenya.", "AGREE"),
        ("Britain, Canada and Japan have committed themselves to cuts.", "AGREE"),
        ("Romania accepted defeat against Wales.", "AGREE"),
        ("The treaty was criticised by France and Spain.", "SUPPORT"),
        ("Turkey has the support of its people.", "SUPPORT"),
        ("Norway praised Brazil for backing the African Union's membership of the G20.", "SUPPORT african-union"),
        ("Israel and Egypt opened fire.", "COOPERATE"),
        ("China held exercises around Taiwan.", "COOPERATE"),
        ("The United States conducted a drill near North Korea.", "COOPERATE"),
        ("Iran supplied the answer to Iraq.", "COOPERATE"),
        ("Serbia opened a bridge over the Sava.", "COOPERATE"),
        ("Egypt and Jordan merged into the group stage.", "COOPERATE"),
    ],
)
def test_near_misses(read: Reader, text: str, wrong: str) -> None:
    assert not [found for found in events(read(text)) if found.startswith(wrong)]


def test_a_postponed_signing_is_still_to_come(read: Reader) -> None:
    found = events(read("The signing of the accord between Rwanda and Uganda was postponed."))
    assert "SUPPORT RWA+UGA future" in found
