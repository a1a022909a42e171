"""Two actors are one, two, or a question, and the answer says why."""

from __future__ import annotations

from dataclasses import replace
from math import exp, isclose

import pytest

from explorer.identity.matching import Verdict, decide, reasons
from explorer.identity.profiles import MOST_BESIDE, as_text, from_text, profile_of
from explorer.identity.sightings import Sighting
from explorer.knowledge.gazetteer import known_actors
from explorer.model import Actor, ActorType
from tests.identity.judged import actor, profile
from tests.identity.says import KNOWN, TAKAICHI, TRUMP

LEADER, PERSON = ActorType.LEADER, ActorType.PERSON
COMPANY, ORGANIZATION = ActorType.COMPANY, ActorType.ORGANIZATION
SAME, UNSURE, APART = Verdict.SAME, Verdict.UNSURE, Verdict.DIFFERENT

CASES = [
    # Whole names
    (TAKAICHI, actor(LEADER, "Takaiichi Sanae", "JPN"), SAME),
    (TAKAICHI, actor(PERSON, "Sanae Takaichi"), SAME),
    (TAKAICHI, actor(PERSON, "Sanae Takaichi", "KOR"), APART),
    (actor(LEADER, "Mohammed bin Salman", "SAU"), actor(PERSON, "Mohammad bin Salman", "SAU"), SAME),
    (actor(PERSON, "John Smith", "GBR"), actor(PERSON, "John Smith", "USA"), APART),
    (actor(PERSON, "Mike Johnson", "USA"), actor(PERSON, "Mike Johnston", "USA"), UNSURE),
    (actor(PERSON, "Mike Johnson", "USA"), actor(PERSON, "Mike Johnston", "GBR"), APART),
    (actor(PERSON, "Alexei Ivanov", "RUS"), actor(PERSON, "Alexei Ivanova", "RUS"), APART),
    (actor(LEADER, "Joe Biden", "USA"), actor(PERSON, "Joseph Biden", "USA"), UNSURE),
    (actor(LEADER, "George H. W. Bush", "USA"), actor(LEADER, "George W. Bush", "USA"), APART),
    (actor(LEADER, "Ferdinand Marcos", "PHL"), actor(LEADER, "Ferdinand Marcos Jr.", "PHL"), UNSURE),
    (actor(LEADER, "Wang Yi", "CHN"), actor(LEADER, "Wang Wentao", "CHN"), None),
    # Short names
    (TAKAICHI, actor(LEADER, "PM Takaichi", "JPN"), SAME),
    (TAKAICHI, actor(PERSON, "Takaichi"), UNSURE),
    (TAKAICHI, actor(PERSON, "Takaichi", "BRA"), APART),
    (actor(LEADER, "Xi Jinping", "CHN"), actor(LEADER, "Xi", "CHN"), SAME),
    (actor(LEADER, "George W. Bush", "USA"), actor(LEADER, "George Bush"), SAME),
    (actor(PERSON, "J. Smith", "GBR"), actor(PERSON, "John Smith", "GBR"), SAME),
    (actor(PERSON, "J. Smith"), actor(PERSON, "John Smith", "GBR"), UNSURE),
    # Bodies
    (actor(COMPANY, "Mitsubishi Heavy", "JPN"), actor(COMPANY, "Mitsubishi Heavy Industries", "JPN"), SAME),
    (actor(ORGANIZATION, "MHI", "JPN"), actor(COMPANY, "Mitsubishi Heavy Industries", "JPN"), SAME),
    (actor(ORGANIZATION, "MHI"), actor(COMPANY, "Mitsubishi Heavy Industries", "JPN"), UNSURE),
    (actor(COMPANY, "TSMC"), actor(COMPANY, "Taiwan Semiconductor Manufacturing Co.", "TWN"), SAME),
    (actor(ORGANIZATION, "EU"), actor(ORGANIZATION, "European Union"), UNSURE),
    (actor(COMPANY, "Samsung", "KOR"), actor(COMPANY, "Samsung Electronics", "KOR"), UNSURE),
    (actor(COMPANY, "Samsung C&T", "KOR"), actor(COMPANY, "Samsung Electronics", "KOR"), None),
    (actor(ORGANIZATION, "Ministry of Defence", "IND"), actor(ORGANIZATION, "Ministry of Defence", "GBR"), APART),
    (actor(ORGANIZATION, "Ministry of Defence", "GBR"), actor(ORGANIZATION, "Defense Ministry", "GBR"), SAME),
    (actor(COMPANY, "Arcadia Mining", "CAN"), actor(COMPANY, "Arcadia Mining", "GBR"), UNSURE),
    # Not of one kind
    (actor(PERSON, "Wentao Wang", "CHN"), actor(COMPANY, "Wentao Wang", "CHN"), None),
    (actor(PERSON, "Jordan"), Actor("country:JOR", ActorType.COUNTRY, "Jordan", "JOR"), None),
    (
        Actor("country:GEO", ActorType.COUNTRY, "Georgia", "GEO"),
        actor(ActorType.REGION, "Georgia", "USA"),
        None,
    ),
]


@pytest.mark.parametrize(("one", "other", "expected"), CASES)
def test_verdicts(one: Actor, other: Actor, expected: Verdict | None) -> None:
    decision = decide(profile(one), profile(other))
    assert (decision.verdict if decision else None) == expected
    assert decide(profile(other), profile(one)) == decision


@pytest.mark.parametrize(
    ("short", "full"),
    [
        (actor(LEADER, "Takaichi", "JPN"), TAKAICHI),
        (actor(LEADER, "George Bush", "USA"), actor(LEADER, "George W. Bush", "USA")),
        (actor(PERSON, "J. Smith", "GBR"), actor(PERSON, "John Smith", "GBR")),
        (actor(COMPANY, "MHI", "JPN"), actor(COMPANY, "Mitsubishi Heavy Industries", "JPN")),
    ],
)
def test_the_short_one_is_named(short: Actor, full: Actor) -> None:
    decision = decide(profile(full), profile(short))
    assert decision is not None
    assert decision.short == profile(short).key
    assert decision.one < decision.other


def test_whole_names_have_no_short_one() -> None:
    decision = decide(profile(TAKAICHI), profile(actor(LEADER, "Takaiichi Sanae", "JPN")))
    assert decision is not None
    assert decision.short is None


def test_the_office_tells_two_ministers_called_wang_apart() -> None:
    short = profile(actor(LEADER, "Wang", "CHN", "Foreign Minister"))
    yi = decide(short, profile(actor(LEADER, "Wang Yi", "CHN", "minister of foreign affairs")))
    wentao = decide(short, profile(actor(LEADER, "Wang Wentao", "CHN", "Trade Minister")))
    unnamed = decide(short, profile(actor(LEADER, "Wang Wentao", "CHN")))
    vague = decide(short, profile(actor(LEADER, "Wang Wentao", "CHN", "Minister")))
    assert yi and wentao and unnamed and vague
    assert [each.verdict for each in (yi, wentao, unnamed, vague)] == [SAME, UNSURE, SAME, SAME]
    assert yi.score > unnamed.score == vague.score


def test_an_office_that_changed_does_not_part_a_whole_name() -> None:
    minister = profile(actor(LEADER, "Ursula Hartmann", "DEU", "Defence Minister"))
    chancellor = profile(actor(LEADER, "Ursula Hartmann", "DEU", "Chancellor"))
    decision = decide(minister, replace(chancellor, key="person:ursula-hartmann@DEU"))
    assert decision is not None
    assert decision.verdict is SAME


def test_years_and_company_move_the_score() -> None:
    then = profile(actor(PERSON, "Ilse Brandt", "DEU"), date="1961-08-13")
    now = profile(actor(LEADER, "Brandt", "DEU"))
    soon = profile(actor(PERSON, "Ilse Brandt", "DEU"), date="2020-01-01")
    far, near = decide(then, now), decide(soon, now)
    assert far and near
    assert far.score < near.score

    stray = profile(actor(PERSON, "Takaichi"), beside=[TRUMP.id, "country:JPN", "country:USA", "country:CHN"])
    seen = profile(TAKAICHI, beside=[TRUMP.id, "country:JPN", "country:USA", "country:CHN"])
    alone, together = decide(profile(TAKAICHI), stray), decide(seen, stray)
    assert alone and together
    assert alone.score < together.score


def test_named_together_is_never_enough() -> None:
    beside = [TRUMP.id, "country:JPN", "country:USA", "country:CHN"]
    one, other = (profile(actor(PERSON, name, "JPN"), beside=beside) for name in ("Taro Takaichi", "Sanae Takaichi"))
    assert decide(one, other) is None


def test_two_listed_actors_are_never_one() -> None:
    one = profile(TRUMP)
    other = replace(one, key="leader:donnald-trump", names=("Donnald Trump",))
    decision = decide(one, other)
    assert decision is not None
    assert decision.verdict is APART
    unlisted = decide(one, replace(other, is_listed=False))
    assert unlisted is not None
    assert unlisted.verdict is SAME


def test_one_id_is_one_name_unless_countries_differ() -> None:
    home = profile(Actor("organization:harbour-league", ORGANIZATION, "Harbour League", "NLD"))
    stray = replace(home, key="organization:harbour-league@", country="", names=("the League of Ports",))
    abroad = replace(stray, key="organization:harbour-league@BEL", country="BEL")
    ids = [decide(home, each) for each in (stray, abroad)]
    assert [each.verdict for each in ids if each] == [SAME, APART]


def test_a_decision_explains_itself() -> None:
    decision = decide(profile(TAKAICHI), profile(actor(PERSON, "Takaichi", "BRA", "Mayor")))
    assert decision is not None
    said = reasons(decision)
    assert said[0] == ("different countries", -5.0)
    assert ("one word of the other name, as a family name is used", 1.2) in said
    assert isclose(decision.score, 1 / (1 + exp(-sum(score.contribution for score in decision.scores))))


def test_a_short_alias_says_nothing_beside_the_whole_name() -> None:
    bush = replace(profile(actor(LEADER, "George W. Bush", "USA")), names=("Bush", "George W. Bush", "President Bush"))
    assert decide(bush, profile(actor(PERSON, "Laura Bush", "USA"))) is None
    short = decide(bush, profile(actor(LEADER, "Bush", "USA")))
    assert short is not None
    assert short.short == "leader:bush@USA"


def test_an_alias_that_is_no_part_of_the_name_counts() -> None:
    salman = replace(profile(actor(LEADER, "Mohammed bin Salman", "SAU")), names=("MBS", "Mohammed bin Salman"))
    decision = decide(salman, profile(actor(PERSON, "MBS", "SAU")))
    assert decision is not None
    assert decision.verdict is SAME


def test_a_profile_is_the_sum_of_what_was_seen() -> None:
    sighting = Sighting()
    for name, value, number in [
        ("names", "Takaichi Sanae", 1),
        ("names", "Sanae Takaichi", 2),
        ("aliases", "Takaichi", 4),
        ("types", "leader", 3),
        ("countries", "JPN", 3),
        ("roles", "Prime Minister", 2),
        ("years", "2024", 1),
        ("years", "2026", 1),
    ]:
        sighting.count(name, value, number)
    for number in range(30):
        sighting.count("beside", f"person:p{number:02}@", 1 + number % 10)
        sighting.count("aliases", f"Alias {number:02}", 1)
    found = profile_of("leader:sanae-takaichi@JPN", sighting, {})
    assert (found.name, found.type, found.country, found.years) == ("Sanae Takaichi", LEADER, "JPN", (2024, 2026))
    assert found.names == ("Sanae Takaichi", "Takaichi Sanae"), "what else an article calls a person is its own affair"
    assert len(found.beside) == MOST_BESIDE
    assert not found.is_listed
    assert from_text(as_text(found)) == found


def test_a_listed_actor_has_what_the_lists_say() -> None:
    wrong = Sighting()
    for name, value in (("names", "Trump"), ("types", "person"), ("countries", "GBR")):
        wrong.count(name, value, 1)
    found = profile_of(TRUMP.id, wrong, KNOWN)
    assert (found.type, found.country, found.name, found.is_listed) == (LEADER, "USA", "Trump", True)
    assert found.names == ("Donald Trump", "Trump")
    assert found.years is None
    assert from_text(as_text(found)) == found


def test_the_names_of_the_lists_meet_those_of_articles() -> None:
    known = known_actors()
    seen = Sighting()
    seen.count("names", "MBS", 1)
    listed = profile_of("leader:mohammed-bin-salman", seen, known)
    assert listed.is_listed, "or this test says nothing"
    decision = decide(listed, profile(actor(PERSON, "Mohammad bin Salman", "SAU")))
    assert decision is not None
    assert decision.verdict is SAME
