"""Who is who across articles."""

from __future__ import annotations

import pytest

from explorer.model import Actor, ActorType, Tie, TieKind
from explorer.store import resolve
from tests.identity.says import KNOWN, TAKAICHI, TRUMP, says, sentence

LEADER, PERSON = ActorType.LEADER, ActorType.PERSON
COMPANY, ORGANIZATION = ActorType.COMPANY, ActorType.ORGANIZATION


def actor(type: ActorType, name: str, country: str | None = None, *, id: str | None = None) -> Actor:
    return Actor(id or f"{type}:{name.lower().replace(' ', '-').replace('.', '')}", type, name, country)


def merged(*actors: Actor) -> list[str]:
    """The ids that remain when each actor comes from an article of its own."""
    extractions = [says(f"d{number}", actors=[one]) for number, one in enumerate(actors)]
    return [one.id for one in resolve(extractions, known=KNOWN).actors]


def test_name_order_and_spelling_do_not_make_two_leaders() -> None:
    other = actor(LEADER, "Takaiichi Sanae", "JPN")
    world = resolve([says("a", actors=[TAKAICHI]), says("b", actors=[other]), says("c", actors=[TAKAICHI])], known={})
    (leader,) = world.actors
    assert (leader.id, leader.name) == ("leader:sanae-takaichi", "Sanae Takaichi")
    assert leader.aliases == ("Takaiichi Sanae",)
    assert leader.reports == 3


def test_the_known_spelling_breaks_a_tie_and_its_id_always_wins() -> None:
    wrong = actor(LEADER, "Donnald Trump", "USA")
    one = resolve([says("a", actors=[wrong]), says("b", actors=[TRUMP])], known=KNOWN)
    assert [(leader.id, leader.name) for leader in one.actors] == [("leader:donald-trump", "Donald Trump")]
    most = resolve([says("a", actors=[wrong]), says("b", actors=[wrong]), says("c", actors=[TRUMP])], known=KNOWN)
    assert [(leader.id, leader.name) for leader in most.actors] == [("leader:donald-trump", "Donnald Trump")]


def test_a_family_name_goes_to_the_only_one_of_its_country() -> None:
    short = actor(LEADER, "Takaichi", "JPN")
    assert merged(TAKAICHI, short) == ["leader:sanae-takaichi"]
    assert len(merged(TAKAICHI, actor(PERSON, "Takaichi"))) == 2, "of which country is unknown"
    assert len(merged(TAKAICHI, actor(PERSON, "Takaichi", "BRA"))) == 2
    other = actor(PERSON, "Hiroshi Takaichi", "JPN")
    assert len(merged(TAKAICHI, other, short)) == 3, "which of the two is unknown"


@pytest.mark.parametrize(
    "actors",
    [
        [actor(LEADER, "George H. W. Bush", "USA"), actor(LEADER, "George W. Bush", "USA")],
        [actor(LEADER, "Wang Yi", "CHN"), actor(LEADER, "Wang Wentao", "CHN")],
        [actor(COMPANY, "Samsung Electronics", "KOR"), actor(COMPANY, "Samsung C&T", "KOR")],
        [Actor("country:GEO", ActorType.COUNTRY, "Georgia", "GEO"), actor(ActorType.REGION, "Georgia", "USA")],
        [actor(PERSON, "John Smith", "GBR"), actor(PERSON, "John Smith", "USA")],
        [actor(ORGANIZATION, "Ministry of Defence", "IND"), actor(ORGANIZATION, "Ministry of Defence", "GBR")],
        [actor(PERSON, "Jordan"), Actor("country:JOR", ActorType.COUNTRY, "Jordan", "JOR")],
        [actor(PERSON, "Wentao Wang", "CHN"), actor(COMPANY, "Wentao Wang", "CHN")],
    ],
    ids=lambda actors: actors[0].name,
)
def test_two_stay_two(actors: list[Actor]) -> None:
    assert len(merged(*actors)) == 2
    assert len(merged(*actors, *actors)) == 2


def test_two_known_actors_stay_two_however_alike() -> None:
    known = {
        **KNOWN,
        "leader:donnald-trump": KNOWN[TRUMP.id].__class__("leader:donnald-trump", LEADER, "Donnald Trump"),
    }
    extractions = [says("a", actors=[TRUMP]), says("b", actors=[actor(LEADER, "Donnald Trump", "USA")])]
    assert len(resolve(extractions, known=known).actors) == 2


def test_a_name_short_of_an_initial_goes_to_the_only_one() -> None:
    bush = actor(LEADER, "George Bush", "USA")
    son, father = actor(LEADER, "George W. Bush", "USA"), actor(LEADER, "George H. W. Bush", "USA")
    assert len(merged(bush, son)) == 1
    assert len(merged(bush, son, father)) == 3


def test_a_short_name_is_clear_when_all_fuller_ones_are_one() -> None:
    full = actor(LEADER, "Luiz Inácio Lula da Silva", "BRA")
    assert len(merged(full, actor(LEADER, "Lula da Silva", "BRA"), actor(PERSON, "Silva", "BRA"))) == 1


def test_an_unknown_country_goes_to_the_only_namesake() -> None:
    british, american, stray = (actor(PERSON, "John Smith", country) for country in ("GBR", "USA", None))
    assert merged(british, stray) == ["person:john-smith"]
    assert merged(british, american, stray) == ["person:john-smith", "person:john-smith-2", "person:john-smith-3"]


@pytest.mark.parametrize(
    ("actors", "expected"),
    [
        ([actor(PERSON, "Marta Kos", "SVN"), actor(LEADER, "Kos Marta", "SVN")], LEADER),
        ([actor(PERSON, "Marta Kos", "SVN"), actor(PERSON, "Kos Marta", "SVN")], PERSON),
        ([actor(COMPANY, "Nippon Steel"), actor(ORGANIZATION, "Nippon Steel Corporation")], COMPANY),
        ([actor(ORGANIZATION, "Rosatom"), actor(ORGANIZATION, "Rosatom"), actor(COMPANY, "Rosatom")], ORGANIZATION),
    ],
)
def test_types_that_merge(actors: list[Actor], expected: ActorType) -> None:
    (only,) = merged(*actors)
    assert only.startswith(f"{expected}:")


def test_records_refer_to_the_merged_actors() -> None:
    other = actor(LEADER, "Takaiichi Sanae", "JPN")
    leads = [Tie(TieKind.LEADS, one.id, "country:JPN", role="PM", evidence=(sentence(),)) for one in (TAKAICHI, other)]
    itself = Tie(TieKind.SUCCEEDS, other.id, TAKAICHI.id, evidence=(sentence(),))
    world = resolve(
        [
            says("a", actors=[TAKAICHI], ties=[leads[0]]),
            says("b", actors=[TAKAICHI, other], ties=[leads[1], leads[1], itself]),
        ],
        known={},
    )
    (tie,) = world.ties
    assert tie.source == "leader:sanae-takaichi"
    assert tie.reports == 2
    assert [one.document for one in tie.evidence] == ["a", "b"]


def test_many_people_take_little_time() -> None:
    """Comparing each with each would be 18 million comparisons."""
    families = [f"{a}{b}{c}{d}ov" for a in "bdgk" for b in "aeiou" for c in "lmnr" for d in "aeiou"]
    givens = ["Igor", "Oleg", "Vera", "Petr", "Zoya"]
    people = [actor(PERSON, f"{given} {family}", "RUS") for given in givens for family in families]
    assert len(people) == 2000
    assert len(merged(*people, *(actor(PERSON, "Petr Balalov", "RUS") for _ in range(3)))) > 1000
