"""Pairs of names: which are one actor, which are two, and which a person has to decide."""

from __future__ import annotations

import pytest

from explorer.identity.blocking import blocks
from explorer.identity.matching import Verdict, decide, reasons
from explorer.identity.profiles import Profile
from explorer.model import ActorType
from tests.identity.profiles import body, company, leader, person, profile

SAME = [
    (leader("Sanae Takaichi", "JPN"), leader("Takaiichi Sanae", "JPN")),
    (leader("Sanae Takaichi", "JPN"), leader("PM Sanae Takaichi", "JPN")),
    (leader("Mohammed bin Salman", "SAU", is_listed=True), leader("Mohammad bin Salman", "SAU")),
    (leader("Abdel Fattah el-Sisi", "EGY"), leader("Abdul Fattah al-Sisi", "EGY")),
    (leader("Volodymyr Zelenskyy", "UKR"), leader("Volodymyr Zelensky", "UKR")),
    (leader("Recep Tayyip Erdoğan", "TUR"), leader("Recep Tayyip Erdogan", "TUR")),
    (leader("Viktor Orbán", "HUN"), leader("Orban Viktor", "HUN")),
    (leader("Xi Jinping", "CHN"), leader("Xi Jin-ping", "CHN")),
    (leader("Lee Jae-myung", "KOR"), person("Jae-myung Lee", "KOR")),
    (person("Hiroshi Watanabe"), person("Hiroshi Watanabe")),
    (company("Taiwan Semiconductor Manufacturing Co.", "TWN"), company("Taiwan Semiconductor Manufacturing", "TWN")),
    (
        company("TSMC", "TWN", names=("Taiwan Semiconductor Manufacturing Co.",)),
        company("Taiwan Semiconductor Manufacturing Company", "TWN"),
    ),  # fmt: skip  # noqa: E501
    (company("Nippon Steel", "JPN"), body("Nippon Steel Corporation", "JPN")),
    (company("Mitsubishi Heavy", "JPN"), company("Mitsubishi Heavy Industries", "JPN")),
    (body("Oleksandr Kubrakov", "UKR"), leader("Oleksandr Kubrakov", "UKR")),
]
# The second name may be short for the first, and for others like it: the clustering decides.
SHORT = [
    (leader("Sanae Takaichi", "JPN"), leader("Takaichi", "JPN")),
    (leader("Xi Jinping", "CHN", is_listed=True), leader("Xi", "CHN")),
    (leader("George W. Bush", "USA"), leader("George Bush", "USA")),
    (person("John Smith", "GBR"), person("J. Smith", "GBR")),
    (person("John Smith", "GBR"), person("John Smith")),
    (leader("Luiz Inácio Lula da Silva", "BRA"), leader("Lula da Silva", "BRA")),
    (company("Mitsubishi Heavy Industries", "JPN"), company("MHI", "JPN")),
    (company("Commercial Aircraft Works", "CHN"), company("Commercial Aircraft", "CHN")),
]
UNSURE = [
    (person("Hiroshi Watanabe"), person("Watanabe Hiroshii")),
    (company("Samsung Electronics", "KOR"), company("Samsung", "KOR")),
    (body("Ministry of Foreign Trade", "PER"), body("Ministry of Foreign Trades", "PER")),
]
DIFFERENT = [
    (leader("George W. Bush", "USA"), leader("George H. W. Bush", "USA")),
    (person("John Smith", "GBR"), person("John Smith", "USA")),
    (body("Ministry of Defence", "IND"), body("Ministry of Defence", "GBR")),
    (leader("Ferdinand Marcos Jr.", "PHL"), leader("Ferdinand Marcos Sr.", "PHL")),
]
NOTHING_IN_COMMON = [
    (leader("Wang Yi", "CHN"), leader("Wang Wentao", "CHN")),
    (leader("Vladimir Putin", "RUS"), leader("Volodymyr Putin", "RUS")),
    (company("Samsung Electronics", "KOR"), company("Samsung C&T", "KOR")),
    (person("Wentao Wang", "CHN"), company("Wentao Wang", "CHN")),
    (person("Ivan Ivanov", "RUS"), person("Ivana Ivanova", "RUS")),
    (leader("Takaichi", "JPN"), leader("Hiroshi Takaichi", "BRA")),
    (person("Takaichi"), person("Sanae Takaichi", "CHN", is_listed=True)),
    (
        profile(ActorType.COUNTRY, "Georgia", "GEO"),
        profile(ActorType.REGION, "Georgia", "USA"),
    ),
    (leader("Donald Trump", "USA", is_listed=True), leader("Donnald Trump", "USA", is_listed=True)),
]


@pytest.mark.parametrize(("one", "other"), [*SAME, *SHORT, *UNSURE, *DIFFERENT], ids=lambda one: one.name)
def test_what_is_compared_shares_a_block(one: Profile, other: Profile) -> None:
    assert blocks(one) & blocks(other)


@pytest.mark.parametrize(("one", "other"), SAME, ids=lambda one: one.name)
def test_one_actor(one: Profile, other: Profile) -> None:
    decision = decide(one, other)
    assert decision and decision.verdict is Verdict.SAME
    assert decision == decide(other, one)


@pytest.mark.parametrize(("full", "short"), SHORT, ids=lambda one: one.name)
def test_a_short_form(full: Profile, short: Profile) -> None:
    decision = decide(full, short)
    assert decision and (decision.verdict, decision.short) == (Verdict.UNSURE, short.key)
    assert decision == decide(short, full)


@pytest.mark.parametrize(("one", "other"), UNSURE, ids=lambda one: one.name)
def test_a_person_decides(one: Profile, other: Profile) -> None:
    decision = decide(one, other)
    assert decision and (decision.verdict, decision.short) == (Verdict.UNSURE, None)


@pytest.mark.parametrize(("one", "other"), DIFFERENT, ids=lambda one: one.name)
def test_two_actors_however_alike(one: Profile, other: Profile) -> None:
    decision = decide(one, other)
    assert decision and decision.verdict is Verdict.DIFFERENT


@pytest.mark.parametrize(("one", "other"), NOTHING_IN_COMMON, ids=lambda one: one.name)
def test_nothing_to_decide(one: Profile, other: Profile) -> None:
    decision = decide(one, other)
    assert decision is None or (decision.verdict, decision.short) == (Verdict.UNSURE, None)
    assert decision is None or decision.score < 0.3


def test_what_else_is_known_counts() -> None:
    short = leader("Takaichi", "JPN", roles=("Prime Minister",), beside=("country:USA", "leader:donald-trump"))
    fitting = leader("Sanae Takaichi", "JPN", roles=("Prime Minister",), beside=("country:USA",))
    other = leader("Hiroshi Takaichi", "JPN", roles=("Governor",), years=(1960, 1961))
    late = leader("Takaichi", "JPN", years=(2025, 2025))
    best, worst = decide(short, fitting), decide(late, other)
    assert best and worst and best.score - worst.score > 0.4
    assert ("called by the same office", 0.8) in reasons(best)
    assert ("spoken of more than thirty years apart", -1.5) in reasons(worst)


def test_a_decision_explains_itself() -> None:
    decision = decide(leader("Sanae Takaichi", "JPN"), leader("Takaiichi Sanae", "JPN"))
    assert decision
    assert reasons(decision) == (
        ("the names differ by a spelling", 2.2),
        ("of the same country", 1.6),
        ("of the same type", 0.2),
    )
