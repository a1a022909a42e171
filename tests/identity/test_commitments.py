"""Reports of one commitment, and of two."""

from __future__ import annotations

import dataclasses
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.identity.claims import Claim
from explorer.identity.commitments import proper_name
from explorer.identity.histories import is_disputed
from explorer.model import Actor, Commitment, CommitmentKind, CommitmentStatus, DateSpan, Evidence, Party, PartyRole
from tests.identity.casts import (
    BAHRAIN,
    BRICS,
    DUTCH,
    EMIRATES,
    ISRAEL,
    NATO,
    RUSSIA,
    RUTTE,
    NamedActors,
    claim,
    commitments_of,
)
from tests.identity.says import JAPAN, TAKAICHI, TRUMP, UKRAINE, USA, commitment, day

ALLIANCE, AGREEMENT, PLEDGE, SUMMIT = CommitmentKind
EDCA = "enhanced defense cooperation agreement"
PLANNED, ACTIVE, HELD, CANCELLED, ENDED = CommitmentStatus
JAPAN_GIVES = ((JAPAN, PartyRole.PLEDGER), (USA, PartyRole.BENEFICIARY))
AMERICA_GIVES = ((USA, PartyRole.PLEDGER), (JAPAN, PartyRole.BENEFICIARY))
MEETING = ((TAKAICHI, PartyRole.PARTICIPANT), (TRUMP, PartyRole.PARTICIPANT))


def commitments(*reports: tuple[str | None, Commitment]) -> list[Commitment]:
    """The commitments left when each comes from a document of the given date."""
    return commitments_of(claim(f"d{number}", date, one) for number, (date, one) in enumerate(reports))


def pledge(amount: float | None = 550e9, *topics: str, date: DateSpan | None = None) -> Commitment:
    return commitment(PLEDGE, JAPAN_GIVES, amount=amount, topics=topics, date=date)


def summit(status: CommitmentStatus = PLANNED, date: DateSpan | None = None) -> Commitment:
    return commitment(SUMMIT, MEETING, status=status, date=date)


def meeting(*parties: Actor, status: CommitmentStatus = PLANNED) -> Commitment:
    return commitment(SUMMIT, [(party, PartyRole.PARTICIPANT) for party in parties], status=status)


def deal(name: str, date: DateSpan | None = None, one: Actor = JAPAN, other: Actor = USA) -> Commitment:
    return commitment(AGREEMENT, (one, other), name=f"{one.name}–{other.name} {name}", date=date)


def accords(*parties: Actor, date: DateSpan | None = None) -> Commitment:
    return commitment(AGREEMENT, parties, name=f"{parties[0].name}–{parties[1].name} Abraham accords", date=date)


ONE = [
    (("1960", commitment(ALLIANCE)), ("2025-10-25", commitment(ALLIANCE, (USA, JAPAN)))),
    (("2025-10-25", commitment(ALLIANCE)), ("2025-10-25", commitment(ALLIANCE, (TRUMP, JAPAN)))),
    (
        ("2025-10-25", commitment(ALLIANCE, date=day("1951-09-08"))),
        (None, commitment(ALLIANCE, date=day("1960-01-19"))),
    ),
    (("2025-09-05", pledge()), ("2025-12-20", pledge(545e9))),
    ((None, pledge()), (None, pledge())),
    (("2025-09-05", pledge()), ("2025-10-20", pledge(None))),
    (("2025-09-05", pledge(550e9, "economic")), ("2025-10-20", pledge(None, "economic", "technology"))),
    (("2025-10-01", summit()), ("2025-10-25", summit())),
    (("2025-10-01", summit()), ("2025-10-29", summit(HELD))),
    (("2025-10-01", summit()), ("2025-12-29", summit(HELD, day("2025-10-28")))),
    (("2025-10-01", summit(date=DateSpan("2025-10", "2025-10", "this month"))), ("2025-10-28", summit(HELD))),
    ((None, summit()), (None, summit())),
    (("2025-10-28", commitment(AGREEMENT, date=day("2025-10-28"))), ("2025-11-09", commitment(AGREEMENT))),
    (("2025-10-01", summit()), ("2025-10-29", summit(CANCELLED))),
    # A later article that knows another amount of the same day's pledge.
    (
        ("2025-09-05", pledge(5e9, "military", date=day("2025-09-04"))),
        ("2025-09-09", pledge(6e9, "military", date=day("2025-09-04"))),
    ),
    # "The tariff deal" of half a year ago.
    (("2025-07-23", deal("tariff deal", day("2025-07-22"))), ("2025-12-20", deal("tariff agreement"))),
    # Whoever belongs to a body that meets is no further party.
    (("2024-09-04", meeting(BRICS)), ("2024-10-24", meeting(BRICS, RUSSIA, status=HELD))),
    (("2024-06-18", meeting(NATO, USA)), ("2024-07-09", meeting(NATO, status=HELD))),
    # One proper name, some of the parties.
    (("2020-09-16", accords(ISRAEL, EMIRATES)), ("2023-01-10", accords(EMIRATES, BAHRAIN))),
    (
        ("2020-09-16", accords(ISRAEL, EMIRATES, date=day("2020-09-15"))),
        ("2020-12-11", accords(EMIRATES, BAHRAIN, date=DateSpan("2020-09", "2020-09", "in September"))),
    ),
]
TWO = [
    (("2025-10-25", commitment(ALLIANCE)), ("2025-10-25", commitment(ALLIANCE, (JAPAN, UKRAINE)))),
    (("2025-10-25", commitment(ALLIANCE)), ("2025-10-25", commitment(AGREEMENT))),
    (("2025-09-05", pledge()), ("2025-09-05", pledge(500e9))),
    (("2025-09-05", pledge()), ("2025-09-05", commitment(PLEDGE, AMERICA_GIVES, amount=550e9))),
    (("2025-09-05", pledge()), ("2026-01-20", pledge(None))),
    (("2025-09-05", pledge(550e9, "economic")), ("2025-09-20", pledge(None, "military"))),
    (("2023-09-05", pledge()), ("2025-09-05", pledge())),
    (("2025-10-01", summit()), ("2026-02-25", summit())),
    (("2025-10-01", summit()), ("2025-09-29", summit(HELD, day("2025-09-20")))),
    (("2025-10-28", commitment(AGREEMENT)), ("2026-10-28", commitment(AGREEMENT))),
    (
        ("2025-10-28", commitment(AGREEMENT, topics=["economic"])),
        ("2025-10-28", commitment(AGREEMENT, topics=["territory"])),
    ),
    (("2025-10-28", commitment(AGREEMENT, amount=6e9)), ("2025-10-28", commitment(AGREEMENT, amount=10e9))),
    # Two amounts of one day's news, of other days, of other subjects or without any are two pledges.
    (
        ("2025-09-05", pledge(5e9, "military", date=day("2025-09-04"))),
        ("2025-09-05", pledge(6e9, "military", date=day("2025-09-04"))),
    ),
    (
        ("2025-09-05", pledge(5e9, "military", date=day("2025-09-04"))),
        ("2025-09-09", pledge(6e9, "military", date=day("2025-09-08"))),
    ),
    (
        ("2025-09-05", pledge(5e9, "military", date=day("2025-09-04"))),
        ("2025-09-09", pledge(6e9, "health", date=day("2025-09-04"))),
    ),
    (("2025-09-05", pledge(5e9, date=day("2025-09-04"))), ("2025-09-09", pledge(6e9, date=day("2025-09-04")))),
    (("2025-07-23", deal("tariff deal", day("2025-07-22"))), ("2025-12-20", deal("fisheries agreement"))),
    (("2025-07-23", deal("tariff deal", day("2025-07-22"))), ("2026-07-20", deal("tariff agreement"))),
    (("2025-07-23", deal("agreement", day("2025-07-22"))), ("2025-12-20", deal("agreement"))),
    # Guests are further parties, and a body meets more than once.
    (("2022-06-29", meeting(NATO, JAPAN)), ("2022-06-29", meeting(NATO))),
    (("2023-07-12", meeting(NATO, status=HELD)), ("2024-07-12", meeting(NATO, USA, status=HELD))),
    # No proper name, nobody in common, or times that differ.
    (("2020-09-16", deal("accords", None, ISRAEL, EMIRATES)), ("2020-09-16", accords(EMIRATES, BAHRAIN))),
    (("2020-09-16", accords(ISRAEL, BAHRAIN)), ("2020-09-16", accords(USA, EMIRATES))),
    (
        ("2020-09-16", accords(ISRAEL, EMIRATES, date=day("2020-09-15"))),
        ("2020-12-11", accords(EMIRATES, BAHRAIN, date=day("2020-12-10"))),
    ),
]


@pytest.mark.parametrize("reports", ONE)
def test_two_reports_of_one_commitment(reports: tuple[tuple[str | None, Commitment], ...]) -> None:
    (found,) = commitments(*reports)
    assert found.reports == 2
    assert {one.document for one in found.evidence} == {"d0", "d1"}


@pytest.mark.parametrize("reports", TWO)
def test_reports_of_two_commitments(reports: tuple[tuple[str | None, Commitment], ...]) -> None:
    assert [found.reports for found in commitments(*reports)] == [1, 1]


def test_a_pledge_without_an_amount_chooses_between_none() -> None:
    both = (("2025-09-05", pledge(550e9)), ("2025-09-05", pledge(80e9)))
    assert len(commitments(*both, ("2025-09-05", pledge(None)))) == 3


def test_amounts_that_creep_up_are_not_one() -> None:
    creeping = [("2025-09-05", pledge(100e9 * 1.03**step)) for step in range(6)]
    assert len(commitments(*creeping)) == 3


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([PLANNED, PLANNED], PLANNED),
        ([PLANNED, HELD], HELD),
        ([PLANNED, CANCELLED], CANCELLED),
        ([CANCELLED, HELD], HELD),
    ],
)
def test_what_became_of_a_summit(statuses: list[CommitmentStatus], expected: CommitmentStatus) -> None:
    (found,) = commitments(*(("2025-10-25", summit(status)) for status in statuses))
    assert found.status == expected


def test_an_alliance_ends_only_if_most_say_so() -> None:
    def status(*statuses: CommitmentStatus) -> CommitmentStatus:
        (found,) = commitments(*(("2025", commitment(ALLIANCE, status=each)) for each in statuses))
        return found.status

    assert status(ACTIVE, ENDED) == ACTIVE
    assert status(ACTIVE, ENDED, ENDED) == ENDED


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (commitment(ALLIANCE), "alliance:japan-united-states"),
        (summit(date=day("2025-10-28")), "summit:japan-united-states:2025-10"),
        (summit(), "summit:japan-united-states"),
        (pledge(), "pledge:japan-united-states:550-billion-usd"),
        (pledge(1.5e6), "pledge:japan-united-states:1-5-million-usd"),
        (pledge(None), "pledge:japan-united-states"),
        (commitment(AGREEMENT, date=DateSpan("2025", "2025", "")), "agreement:japan-united-states:2025"),
    ],
)
def test_ids_can_be_read(one: Commitment, expected: str) -> None:
    (found,) = commitments(("2025-10-25", one))
    assert found.id == expected


def test_an_alliance_is_one_of_states() -> None:
    (found,) = commitments(("2025-10-25", commitment(ALLIANCE, (TAKAICHI, TRUMP))))
    assert [party.actor for party in found.parties] == [JAPAN.id, USA.id]
    alone = NamedActors({actor.id: actor for actor in (TAKAICHI, TRUMP)})
    (found,) = commitments_of([claim("a", "2025-10-25", commitment(ALLIANCE, MEETING))], alone)
    assert [party.actor for party in found.parties] == [TRUMP.id, TAKAICHI.id], "nobody names the states"


def test_topics_of_every_agreement_keep_none_apart() -> None:
    on = day("2024-11-27")
    signed = commitment(AGREEMENT, date=on, topics=["military"])
    assert len(commitments(("2024-11-27", signed), ("2024-11-27", commitment(AGREEMENT, topics=["diplomatic"])))) == 1


def test_a_leader_stands_for_the_office_held_at_the_time() -> None:
    def ids(date: str) -> set[str]:
        found = [(date, commitment(ALLIANCE, (party, USA))) for party in (RUTTE, DUTCH, NATO)]
        return {one.id for one in commitments(*found) if one.reports == 2}

    assert ids("2023-05-01") == {"alliance:netherlands-united-states"}
    assert ids("2025-05-01") == {"alliance:united-states-nato"}


def test_a_summit_keeps_people_and_the_host_and_a_pledge_keeps_states() -> None:
    host = commitment(SUMMIT, [(JAPAN, PartyRole.HOST), (USA, PartyRole.PARTICIPANT)], status=PLANNED)
    (found,) = commitments(("2025-10-25", summit()), ("2025-10-25", host))
    assert found.parties == (
        Party(JAPAN.id, PartyRole.HOST),
        Party(TRUMP.id, PartyRole.PARTICIPANT),
        Party(TAKAICHI.id, PartyRole.PARTICIPANT),
    )
    person = dataclasses.replace(pledge(), parties=(Party(TAKAICHI.id, PartyRole.PLEDGER), *pledge().parties[1:]))
    (found,) = commitments(("2025-10-25", pledge()), ("2025-10-25", person))
    assert found.parties == pledge().parties
    (found,) = commitments(("2025-10-25", person))
    assert TAKAICHI.id in {party.actor for party in found.parties}, "with no state named, the leader stays"


def test_a_pledge_has_a_history_of_amounts() -> None:
    (found,) = commitments(
        ("2025-09-05", pledge(5e9, "military", date=day("2025-09-04"))),
        ("2025-09-09", pledge(6e9, "military", date=day("2025-09-04"))),
        ("2025-09-10", pledge(6e9, "military", date=day("2025-09-04"))),
    )
    stages = [(stage.amount and stage.amount.value, stage.since, stage.reports) for stage in found.history]
    assert stages == [(5e9, "2025-09-05", 1), (6e9, "2025-09-09", 2)]
    assert found.amount and found.amount.value == 6e9


@pytest.mark.parametrize(
    ("statuses", "disputed"),
    [([PLANNED, HELD], False), ([PLANNED, CANCELLED], False), ([CANCELLED, HELD], True), ([HELD, HELD], False)],
)
def test_a_summit_has_a_history(statuses: list[CommitmentStatus], disputed: bool) -> None:
    (found,) = commitments(
        *((f"2025-10-{25 + at}", summit(status, day("2025-10-28"))) for at, status in enumerate(statuses))
    )
    assert [stage.status for stage in found.history] == list(dict.fromkeys(map(str, statuses)))
    assert is_disputed(found) is disputed


def test_three_dates_of_one_name_are_not_mixed() -> None:
    found = commitments(
        ("2020-09-16", accords(ISRAEL, EMIRATES, date=day("2020-09-15"))),
        ("2020-12-11", accords(EMIRATES, BAHRAIN, date=day("2020-12-10"))),
        ("2023-01-10", accords(ISRAEL, BAHRAIN)),
    )
    assert [one.reports for one in found] == [1, 1, 1]


def test_reprints_are_one_report() -> None:
    (found,) = commitments_of(claim(name, "2025-10-25", commitment(ALLIANCE), "wire") for name in "abc")
    assert (found.reports, len(found.evidence), found.history[0].reports) == (1, 3, 1)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Bahrain signed the Abraham Accords in September.", "Accords", "abraham accords"),
        (
            "Netanyahu signed the documents, known as the Abraham Accords, in Washington.",
            "documents",
            "abraham accords",
        ),
        ("The deal, known as the Black Sea Grain Initiative, lets ships sail.", "deal", "black sea grain initiative"),
        ("The three leaders praised the AUKUS pact.", "pact", "aukus"),
        ("They signed the Reciprocal Access Agreement in Manila.", "Agreement", "reciprocal access agreement"),
        ("Under the treaty and the Enhanced Defense Cooperation Agreement, troops come.", "Agreement", EDCA),
        ("Moscow left the New START treaty.", "treaty", "new start"),
        ("They signed a partnership called “Fast Wings” in Paris.", "partnership", "fast wing"),
        # A name of something else in the sentence, of no agreement in particular, or in a headline.
        ("AUKUS was announced when Australia abandoned a contract with France.", "contract", None),
        ("Despite the Abraham Accords, Israel signed an agreement with Japan.", "agreement", None),
        ("Israel signed a deal that critics of the Abraham Accords oppose.", "deal", None),
        ("They signed the Free Trade Agreement in Manila.", "Agreement", None),
        ("Japan and Philippines Sign Reciprocal Access Agreement", "Agreement", None),
        ("They signed a trade agreement.", "agreement", None),
    ],
)
def test_names_of_their_own(text: str, trigger: str, expected: str | None) -> None:
    start = 40 + text.index(trigger)
    proof = Evidence(40, 40 + len(text), text, (start, start + len(trigger)), "rule")
    assert proper_name(dataclasses.replace(commitment(AGREEMENT), evidence=(proof,))) == expected


REPORTS = st.builds(
    lambda kind, parties, status, date, amount, name, topics: commitment(
        kind, parties, status=status, date=date and day(date), amount=amount, name=name, topics=topics
    ),
    st.sampled_from(CommitmentKind),
    st.sampled_from([(JAPAN, USA), (TAKAICHI, TRUMP), (USA, UKRAINE), (JAPAN, UKRAINE), (NATO, USA), (NATO,)]),
    st.sampled_from(CommitmentStatus),
    st.sampled_from([None, "2025", "2025-10", "2025-10-24", "2025-10-28"]),
    st.sampled_from([None, 5.0, 5.2, 5.4]),
    st.sampled_from(["a–b trade deal", "a–b deal", "a–b Abraham accords", "AUKUS"]),
    st.sampled_from([[], ["economic"], ["military", "economic"], ["cyber"]]),
)
DATES = st.sampled_from([None, "2025", "2025-10-24", "2025-10-28", "2026-03-01"])
CLAIMS = st.lists(st.tuples(st.sampled_from("abcd"), DATES, REPORTS), max_size=8).map(
    lambda rows: [claim(f"{name}{at}", on, one, name) for at, (name, on, one) in enumerate(rows)]
)


@given(CLAIMS, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=150)
def test_order_does_not_matter_and_nothing_is_lost(claims: list[Claim[Commitment]], chance: random.Random) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)
    found = commitments_of(claims)
    assert sorted(map(repr, commitments_of(shuffled))) == sorted(map(repr, found))
    said = sorted(one.document or "" for each in found for one in each.evidence)
    assert said == sorted(one.document.id for one in claims)
