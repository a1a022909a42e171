"""What counts as right, extra, missed and trapped."""

from __future__ import annotations

from dataclasses import replace

from explorer.evaluation import Scores, score
from explorer.model import Event, EventType, Status
from tests.evaluation.answers import ACCUSE, CONSULT, GERMANY, IRAN, PASSAGE, PLEDGE, UKRAINE, attack, extraction


def scored(*events: Event) -> Scores:
    return score([(PASSAGE, extraction(*events))])


def counts(scores: Scores, kind: str) -> tuple[int, int, int]:
    count = scores.counts[kind]
    return count.right, count.extra, count.missed


def test_all_right() -> None:
    scores = scored(CONSULT, ACCUSE)

    assert {kind: counts(scores, kind) for kind in scores.counts} == {
        "actors": (3, 0, 0),
        "ties": (1, 0, 0),
        "events": (2, 0, 0),
        "any type": (2, 0, 0),
        "commitments": (1, 0, 0),
    }
    assert (scores.modes, scores.modes_of, scores.traps, scores.traps_of) == (1, 1, 0, 1)
    assert not scores.findings


def test_a_wrong_status_or_direction_misses() -> None:
    assert counts(scored(CONSULT, replace(ACCUSE, status=Status.FUTURE)), "events") == (1, 0, 1)
    assert counts(scored(CONSULT, replace(ACCUSE, actors=(IRAN,), recipients=(GERMANY,))), "events") == (1, 0, 1)


def test_mutual_events_have_no_direction_and_a_leader_stands_for_his_country() -> None:
    turned = replace(CONSULT, actors=("country:FRA", GERMANY))

    assert counts(scored(turned, ACCUSE), "events") == (2, 0, 0)


def test_optional_is_neither_missed_nor_extra() -> None:
    aid = Event("e4", EventType.AID, (GERMANY,), (UKRAINE,))

    assert counts(scored(CONSULT, ACCUSE, aid), "events") == (2, 0, 0)


def test_what_nobody_told_is_extra_once_and_a_trap_if_it_was_to_be_absent() -> None:
    scores = scored(CONSULT, ACCUSE, attack(), attack())

    assert counts(scores, "events") == (2, 1, 0)
    assert scores.traps == 1
    assert any("trap" in finding.what for finding in scores.findings)


def test_negated_events_are_no_extras_and_no_traps() -> None:
    scores = scored(CONSULT, ACCUSE, attack(Status.NEGATED))

    assert counts(scores, "events") == (2, 0, 0)
    assert scores.traps == 0


def test_an_amount_must_agree_and_each_commitment_counts_once() -> None:
    wrong = replace(PLEDGE, amount=None)
    scores = score([(PASSAGE, extraction(CONSULT, ACCUSE, commitments=(wrong, PLEDGE)))])

    assert counts(scores, "commitments") == (1, 1, 0)


def test_every_reported_pair_is_judged_with_its_confidence() -> None:
    scores = scored(CONSULT, replace(ACCUSE, confidence=0.9), attack())

    assert [(one.type, one.is_right) for one in scores.judged] == [
        (EventType.CONSULT, True),
        (EventType.ACCUSE, True),
        (EventType.ASSAULT, False),
    ]
    assert scores.judged[1].confidence == 0.9
