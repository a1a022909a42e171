"""Reports of one commitment, and of two."""

from __future__ import annotations

import dataclasses

import pytest

from explorer.model import Actor, ActorType, Commitment, CommitmentKind, CommitmentStatus, DateSpan, Party, PartyRole
from explorer.store import resolve
from tests.identity.says import ALL, JAPAN, KNOWN, TAKAICHI, TRUMP, UKRAINE, USA, commitment, day, says

ALLIANCE, AGREEMENT, PLEDGE, SUMMIT = CommitmentKind
PLANNED, ACTIVE, HELD, CANCELLED, ENDED = CommitmentStatus
JAPAN_GIVES = ((JAPAN, PartyRole.PLEDGER), (USA, PartyRole.BENEFICIARY))
AMERICA_GIVES = ((USA, PartyRole.PLEDGER), (JAPAN, PartyRole.BENEFICIARY))
MEETING = ((TAKAICHI, PartyRole.PARTICIPANT), (TRUMP, PartyRole.PARTICIPANT))


def commitments(*reports: tuple[str | None, Commitment]) -> list[Commitment]:
    """The commitments left when each comes from a document of the given date."""
    found = [says(f"d{number}", date, commitments=[one]) for number, (date, one) in enumerate(reports)]
    return list(resolve(found, known=KNOWN).commitments)


def pledge(amount: float | None = 550e9, *topics: str, date: DateSpan | None = None) -> Commitment:
    return commitment(PLEDGE, JAPAN_GIVES, amount=amount, topics=topics, date=date)


def summit(status: CommitmentStatus = PLANNED, date: DateSpan | None = None) -> Commitment:
    return commitment(SUMMIT, MEETING, status=status, date=date)


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
    (found,) = resolve([says("a", actors=[TAKAICHI, TRUMP], commitments=[commitment(ALLIANCE, MEETING)])]).commitments
    assert [party.actor for party in found.parties] == [TRUMP.id, TAKAICHI.id], "nobody names the states"


def test_topics_of_every_agreement_keep_none_apart() -> None:
    on = day("2024-11-27")
    signed = commitment(AGREEMENT, date=on, topics=["military"])
    assert len(commitments(("2024-11-27", signed), ("2024-11-27", commitment(AGREEMENT, topics=["diplomatic"])))) == 1


def test_a_leader_stands_for_the_office_held_at_the_time() -> None:
    rutte = Actor("leader:mark-rutte", ActorType.LEADER, "Mark Rutte", "NLD")
    dutch = Actor("country:NLD", ActorType.COUNTRY, "Netherlands", "NLD")
    nato = Actor("organization:nato", ActorType.ORGANIZATION, "NATO")

    def ids(date: str) -> set[str]:
        found = [
            says(party.id, date, [*ALL, rutte, dutch, nato], commitments=[commitment(ALLIANCE, (party, USA))])
            for party in (rutte, dutch, nato)
        ]
        return {one.id for one in resolve(found).commitments if one.reports == 2}

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
    assert found.parties[1].actor == TAKAICHI.id, "with no state named, the leader stays"
