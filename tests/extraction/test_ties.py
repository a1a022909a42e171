"""Lasting ties: who leads, who belongs, where a company sits; with near misses that are none."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader
from tests.extraction.told import ties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japanese Prime Minister Sanae Takaichi visited Seoul.", ["leads sanae-takaichi > JPN"]),
        ("Sanae Takaichi, the Japanese prime minister, visited Seoul.", ["leads sanae-takaichi > JPN"]),
        ("Japan's newly appointed Prime Minister, Sanae Takaichi, visited Seoul.", ["leads sanae-takaichi > JPN"]),
        ("The president of Peru, Dina Boluarte, visited Chile.", ["leads dina-boluarte > PER"]),
        ("NATO Secretary General Mark Rutte visited Kyiv.", ["leads mark-rutte > nato"]),
        ("Foreign Minister Wang Yi of China visited Laos.", []),
        ("Canadian lawmaker Ana Morel visited Haiti.", []),
    ],
)
def test_who_leads(read: Reader, text: str, expected: list[str]) -> None:
    assert ties(read(text)) == expected


def test_a_known_office_brings_its_role_and_dates(read: Reader) -> None:
    (tie,) = read("Japanese Prime Minister Sanae Takaichi visited Seoul.").ties
    assert (tie.role, tie.since, tie.until) == ("Prime Minister", "2025-10-21", None)
    assert tie.evidence[0].text == "Japanese Prime Minister Sanae Takaichi visited Seoul."


def test_of_several_offices_the_title_tells_which(read: Reader) -> None:
    assert ties(read("President Xi Jinping visited Seoul.")) == ["leads xi-jinping > CHN"]  # he leads a party too


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sweden joined NATO in 2024.", ["member_of SWE > nato"]),
        ("NATO member Turkey condemned Greece.", ["member_of TUR > nato"]),
        ("Hungary, a member of the European Union, vetoed the aid.", ["member_of HUN > european-union"]),
        ("Hungary is a member of the European Union.", ["member_of HUN > european-union"]),
        ("Croatia became a member of the European Union.", ["member_of HRV > european-union"]),
        ("Sweden will join NATO.", []),
        ("Sweden did not join NATO.", []),
        ("Sweden wants to join NATO.", []),
        ("Sweden could join NATO if Turkey agreed.", []),
        ("Sweden joined Norway in the talks.", []),
        ("Sweden criticised NATO.", []),
    ],
)
def test_who_belongs_to_what(read: Reader, text: str, expected: list[str]) -> None:
    assert ties(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seoul-based Hanwha sold howitzers to Poland.", ["based_in hanwha-aerospace > KOR"]),
        ("Germany's Rheinmetall opened a factory in Ukraine.", ["based_in rheinmetall > DEU"]),
        ("Taiwanese chipmaker TSMC will build a plant in Germany.", ["based_in tsmc > TWN"]),
        ("South Korean carmaker Hyundai criticised the United States.", ["based_in hyundai-motor > KOR"]),
        ("TSMC will build a plant in Germany.", []),
    ],
)
def test_where_a_company_sits(read: Reader, text: str, expected: list[str]) -> None:
    assert ties(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Friedrich Merz succeeded Olaf Scholz as chancellor.", ["succeeds friedrich-merz > olaf-scholz"]),
        ("Olaf Scholz was succeeded by Friedrich Merz.", ["succeeds friedrich-merz > olaf-scholz"]),
        ("Friedrich Merz criticised Olaf Scholz.", []),
    ],
)
def test_who_succeeds_whom(read: Reader, text: str, expected: list[str]) -> None:
    assert ties(read(text)) == expected


def test_a_tie_said_twice_is_one_with_its_first_sentence(read: Reader) -> None:
    found = read("Sweden joined NATO. NATO member Sweden praised Latvia.").ties
    assert [tie.evidence[0].text for tie in found] == ["Sweden joined NATO."]


@pytest.mark.parametrize(
    "text",
    [
        "Former German chancellor Angela Merkel praised Greece.",
        "Germany's former chancellor Angela Merkel praised Greece.",
        "Angela Merkel, the former German chancellor, praised Greece.",
        "Ex-chancellor Angela Merkel praised Greece.",
        "President-elect Jane Okoro of Kenya praised Greece.",
    ],
)
def test_a_former_or_coming_leader_does_not_lead(read: Reader, text: str) -> None:
    assert ties(read(text)) == []
