"""Reports of one event, and of two."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.identity.claims import Claim
from explorer.identity.histories import is_disputed
from explorer.identity.periods import Period, runs
from explorer.model import Actor, Amount, DateSpan, Doubt, Event, EventType, Status
from tests.identity.casts import MOTEGI, RUBIO, claim, events_of
from tests.identity.says import JAPAN, TAKAICHI, TRUMP, UKRAINE, USA, consult, day

ACTUAL, FUTURE, HYPOTHETICAL, NEGATED, HISTORICAL = Status
Report = tuple[str | None, Event]
ON = day("2025-10-25")


def events(*reports: Report) -> list[Event]:
    """The events left when each comes from an article of the given date."""
    return events_of(claim(f"d{number}", date, event) for number, (date, event) in enumerate(reports))


def aid(amount: float | None, to: EventType = EventType.AID) -> Event:
    money = Amount(amount, "USD", f"${amount:,.0f}") if amount else None
    return replace(consult(JAPAN, UKRAINE), type=to, amount=money)


def accuse(one: Actor = TAKAICHI, other: Actor = MOTEGI) -> Event:
    return replace(consult(one, other), type=EventType.ACCUSE)


def agree(one: Actor = TAKAICHI, other: Actor = TRUMP) -> Event:
    return replace(consult(one, other), type=EventType.AGREE)


def together(event: Event) -> Event:
    return replace(event, actors=(*event.actors, *event.recipients), recipients=())


def test_a_call_reported_three_times() -> None:
    call = consult(mode="phone", date=ON)
    (event,) = events(
        ("2025-10-25", call),
        ("2025-10-26", consult(mode="phone")),
        ("2025-10-29", replace(call, confidence=0.5, topics=("diplomatic",))),
    )
    assert event.id == "consult:sanae-takaichi-donald-trump:2025-10-25"
    assert event.reports == 3
    assert [(one.document, one.date, one.source) for one in event.evidence] == [
        ("d0", "2025-10-25", "Harbour Post"),
        ("d1", "2025-10-26", "Harbour Post"),
        ("d2", "2025-10-29", "Harbour Post"),
    ]
    assert event.topics == ("diplomatic",)


ONE: list[tuple[Report, Report]] = [
    (("2025-10-25", consult()), ("2025-10-28", consult())),
    (("2025-10-25", consult(date=day("2025-10-24"))), ("2025-12-25", consult(date=day("2025-10-24")))),
    (("2025-10-25", consult(date=day("2025-10-24"))), ("2026-12-25", consult(date=DateSpan("2025-10", "2025-10", "")))),
    (("2025-10-25", consult()), (None, consult())),
    ((None, consult()), (None, consult())),
    (("2025-10-25", consult(mode="phone")), ("2025-10-25", consult())),
    (("2025-10-25", consult(JAPAN, USA)), ("2025-10-25", consult())),
    (("2025-10-25", consult(JAPAN, USA)), ("2025-10-26", consult())),
    (("2025-10-25", consult(JAPAN, TRUMP)), ("2025-10-26", consult(TAKAICHI, USA))),
    (("2025-10-25", consult(status=FUTURE)), ("2025-10-25", consult(status=FUTURE))),
    # Status does not tell one event from another.
    (("2025-10-25", consult(status=FUTURE)), ("2025-10-25", consult())),
    (("2025-09-25", consult(status=FUTURE)), ("2025-10-25", consult())),
    (("2025-09-25", consult(status=FUTURE, date=ON)), ("2025-10-26", consult(status=NEGATED, date=ON))),
    (("2025-09-25", consult(status=HYPOTHETICAL, date=ON)), ("2025-10-26", consult(date=ON))),
    (("2025-10-24", consult(status=HYPOTHETICAL)), ("2025-10-25", consult(status=HYPOTHETICAL))),
    (("2025-09-25", consult(status=HISTORICAL)), ("2025-12-25", consult(status=HISTORICAL))),
    # What both do together has no first side.
    (("2025-10-25", consult()), ("2025-10-25", consult(TRUMP, TAKAICHI))),
    (("2025-10-25", consult()), ("2025-10-25", together(consult(TRUMP, TAKAICHI)))),
    (("2025-10-25", consult(mode="visit")), ("2025-10-25", together(consult(TRUMP, TAKAICHI, mode="visit")))),
    (("2025-10-25", consult(mode="visit")), ("2025-10-25", consult(TRUMP, TAKAICHI))),
    (("2025-10-25", agree()), ("2025-10-25", together(agree(TRUMP, TAKAICHI)))),
    # Somebody may be named beside others.
    (("2025-10-25", together(consult())), ("2025-10-25", replace(consult(), actors=(TAKAICHI.id, MOTEGI.id)))),
    (("2025-10-25", aid(5e9)), ("2025-10-25", aid(5.1e9))),
    (("2025-10-25", aid(5e9)), ("2025-10-25", aid(None))),
]
TWO: list[tuple[Report, Report]] = [
    (("2025-10-25", consult()), ("2025-10-29", consult())),
    (("2025-10-25", consult(date=day("2025-10-24"))), ("2025-10-25", consult(date=ON))),
    (("2025-10-25", consult(mode="phone")), ("2025-10-25", consult(mode="visit"))),
    (("2025-10-25", consult()), ("2025-10-25", consult(TAKAICHI, UKRAINE))),
    (("2025-10-25", consult()), ("2025-10-25", replace(consult(), type=EventType.AGREE))),
    (("2025-10-25", consult(JAPAN, USA, mode="phone")), ("2025-10-25", consult(mode="visit"))),
    (("2025-07-25", consult(status=FUTURE)), ("2025-10-25", consult())),
    (("2025-10-25", consult(status=FUTURE)), ("2025-10-20", consult())),
    (("2025-10-25", consult(status=HISTORICAL)), ("2025-10-25", consult())),
    (("2025-10-25", consult(status=HYPOTHETICAL)), ("2025-10-25", consult(status=FUTURE))),
    (("2022-02-26", consult(status=HYPOTHETICAL)), ("2025-10-25", consult(status=HYPOTHETICAL))),
    (("2025-10-25", consult(status=HYPOTHETICAL)), ("2025-10-25", consult(status=HISTORICAL))),
    # A visitor is no host, an offer of one side is none of the other; who accuses is not who is accused.
    (("2025-10-25", consult(mode="visit")), ("2025-10-25", consult(TRUMP, TAKAICHI, mode="visit"))),
    (("2025-10-25", agree()), ("2025-10-25", agree(TRUMP, TAKAICHI))),
    (("2025-10-25", accuse(JAPAN, USA)), ("2025-10-25", accuse(USA, JAPAN))),
    (("2025-10-25", accuse()), ("2025-10-25", accuse(MOTEGI, TAKAICHI))),
    # The leaders do not speak when their ministers do.
    (("2025-10-25", consult()), ("2025-10-25", consult(MOTEGI, RUBIO))),
    (("2025-10-25", consult()), ("2025-10-25", consult(MOTEGI, TRUMP))),
    (("2025-10-25", aid(5e9)), ("2025-10-25", aid(5.3e9))),
    (("2025-10-25", aid(5e9)), ("2025-10-25", replace(aid(5e9), amount=Amount(5e9, "EUR", "€5 billion")))),
]


@pytest.mark.parametrize("reports", ONE)
def test_two_reports_of_one_event(reports: tuple[Report, Report]) -> None:
    (event,) = events(*reports)
    assert event.reports == 2
    (turned,) = events(*reversed(reports))
    assert replace(turned, evidence=()) == replace(event, evidence=())


@pytest.mark.parametrize("reports", TWO)
def test_reports_of_two_events(reports: tuple[Report, Report]) -> None:
    assert [event.reports for event in events(*reports)] == [1, 1]


def test_daily_news_is_not_one_endless_event() -> None:
    daily = [(f"2025-03-{day:02}", consult()) for day in range(1, 29)]
    assert [event.reports for event in events(*daily)] == [4] * 7


def test_a_vague_date_joins_nothing_that_it_cannot_tell_apart() -> None:
    vague = consult(date=DateSpan("2025", "2025", "in 2025"))
    first, second = consult(date=day("2025-03-01")), consult(date=day("2025-09-01"))
    assert len(events(("2025-03-01", first), ("2025-12-31", vague))) == 1
    assert len(events(("2025-03-01", first), ("2025-09-01", second), ("2025-12-31", vague))) == 3


@pytest.mark.parametrize(
    ("one", "other", "vague"),
    [
        (consult(mode="phone"), consult(mode="visit"), consult()),
        (consult(), consult(MOTEGI, RUBIO), consult(JAPAN, USA)),
        (aid(5e9), aid(8e9), aid(None)),
        (consult(mode="phone"), consult(TRUMP, TAKAICHI, mode="visit"), consult(TAKAICHI, USA)),
        (consult(mode="visit"), consult(TRUMP, TAKAICHI, mode="visit"), consult()),
    ],
)
def test_a_vague_report_joins_nothing_that_it_cannot_tell_apart(one: Event, other: Event, vague: Event) -> None:
    dated = [("2025-10-25", event) for event in (one, other, vague)]
    assert [event.reports for event in events(*dated)] == [1, 1, 1]
    assert sorted(event.reports for event in events(dated[0], dated[2], dated[2])) == [3], "the only one it fits"
    assert sorted(event.reports for event in events(*dated, dated[2])) == [1, 1, 2], "vague ones of one kind are one"


def test_a_report_joins_the_only_one_it_fits() -> None:
    ministers = consult(MOTEGI, RUBIO, mode="phone")
    found = events(*[("2025-10-25", one) for one in (consult(), ministers, consult(MOTEGI, USA))])
    assert sorted(event.reports for event in found) == [1, 2]


@pytest.mark.parametrize(
    ("reports", "expected", "disputed"),
    [
        ([("10-01", FUTURE), ("10-26", ACTUAL)], ACTUAL, False),
        ([("10-26", ACTUAL), ("10-27", NEGATED)], NEGATED, True),
        ([("10-26", NEGATED), ("10-27", ACTUAL)], ACTUAL, True),
        ([("10-26", ACTUAL), ("10-27", NEGATED), ("10-26", ACTUAL)], ACTUAL, True),
        ([("10-26", ACTUAL), ("10-26", NEGATED)], ACTUAL, True),
        ([("10-01", FUTURE), ("10-02", FUTURE), ("10-26", NEGATED)], NEGATED, False),
        ([("10-01", HYPOTHETICAL), ("10-02", FUTURE)], FUTURE, False),
        ([("10-01", HYPOTHETICAL), ("10-02", HISTORICAL)], HISTORICAL, False),
    ],
)
def test_what_is_known_in_the_end(reports: list[tuple[str, Status]], expected: Status, disputed: bool) -> None:
    (event,) = events(*((f"2025-{on}", consult(status=status, date=ON)) for on, status in reports))
    assert event.status is expected
    assert is_disputed(event) is disputed
    assert {stage.status for stage in event.history} == {status for _, status in reports}


def test_a_meeting_has_a_history() -> None:
    (event,) = events(
        ("2025-10-27", consult(date=ON)),
        ("2025-10-01", consult(status=FUTURE, date=ON)),
        ("2025-10-26", consult(date=ON)),
        (None, consult(status=FUTURE, date=ON)),
    )
    assert [(stage.status, stage.since, stage.until, stage.reports) for stage in event.history] == [
        ("future", "2025-10-01", "2025-10-01", 2),
        ("actual", "2025-10-26", "2025-10-27", 2),
    ]


def test_amounts_have_a_history() -> None:
    (event,) = events(("2025-10-25", aid(5e9)), ("2025-10-26", aid(5.1e9)), ("2025-10-26", aid(5e9)))
    assert [(stage.amount and stage.amount.value, stage.reports) for stage in event.history] == [(5e9, 2), (5.1e9, 1)]
    assert event.amount and event.amount.value == 5e9


def test_reprints_are_one_report_and_have_one_vote() -> None:
    quoted = [claim(name, "2025-10-25", consult(TRUMP, TAKAICHI, mode="phone"), "wire") for name in "abc"]
    own = [claim(name, "2025-10-25", consult(mode="phone")) for name in "de"]
    (event,) = events_of([*quoted, *own])
    assert (event.reports, len(event.evidence), event.actors) == (3, 5, (TAKAICHI.id,))
    assert event.history[0].reports == 3


def test_one_document_that_repeats_itself_is_one_report() -> None:
    (event,) = events_of(claim("a", "2025-10-25", one) for one in (consult(), consult(), consult(mode="phone")))
    assert event.reports == 1


def test_people_are_kept_before_their_states() -> None:
    (event,) = events(("2025-10-25", consult(JAPAN, USA)), ("2025-10-25", consult()))
    assert (event.actors, event.recipients) == ((TAKAICHI.id,), (TRUMP.id,))


def test_what_one_states_and_another_quotes_is_stated() -> None:
    quoted = consult(speaker=TRUMP.id)
    (event,) = events(("2025-10-25", quoted), ("2025-10-25", consult()))
    assert event.speaker is None
    (event,) = events(("2025-10-25", quoted), ("2025-10-25", quoted))
    assert event.speaker == TRUMP.id


@pytest.mark.parametrize("date", ["yesterday", "2025-13-45", "0000", "9999-12-31", "2025-10-25T09:30:00Z", ""])
@pytest.mark.parametrize("status", Status)
def test_dates_that_are_none_do_no_harm(date: str, status: Status) -> None:
    undated, dated = consult(status=status), consult(date=DateSpan(date, date, ""), status=status)
    assert sum(event.reports for event in events((date, undated), (date, dated))) == 2


@pytest.mark.parametrize(
    ("windows", "expected"),
    [
        ([], []),
        ([(5, 8), (1, 4)], [[1], [0]]),
        ([(1, 4), (3, 6), (5, 8)], [[0, 1], [2]]),
        ([(1, 9), (2, 3), (8, 9)], [[1, 0], [2]]),
        ([(4, 4), (4, 4), (4, 4)], [[0, 1, 2]]),
    ],
)
def test_runs_share_a_day(windows: list[tuple[int, int]], expected: list[list[int]]) -> None:
    found = runs([Period(*window) for window in windows])
    assert [sorted(run) for run in found] == [sorted(run) for run in expected]


REPORTS = st.builds(
    lambda sides, mode, status, date, amount, type: replace(
        consult(*sides, mode=mode, status=status, date=date),
        type=type,
        amount=Amount(amount, "USD", "") if amount else None,
    ),
    st.sampled_from(
        [(TAKAICHI, TRUMP), (TRUMP, TAKAICHI), (JAPAN, USA), (MOTEGI, RUBIO), (MOTEGI, USA), (JAPAN, TRUMP)]
    ),
    st.sampled_from([None, "phone", "visit"]),
    st.sampled_from(Status),
    st.none() | st.sampled_from(["2025-10-24", "2025-10-25", "2025-10", "2025"]).map(day),
    st.sampled_from([None, 5.0, 5.2, 5.4]),
    st.sampled_from([EventType.CONSULT, EventType.AGREE, EventType.ACCUSE]),
)
CLAIMS = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from([None, "2025-10", "2025-10-24", "2025-10-26"]), REPORTS),
    max_size=9,
).map(lambda rows: [claim(f"{name}{number}", on, event, name) for number, (name, on, event) in enumerate(rows)])


@given(CLAIMS, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=150)
def test_order_does_not_matter_and_nothing_is_lost(claims: list[Claim[Event]], chance: random.Random) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)
    found = sorted(map(repr, events_of(claims)))
    assert sorted(map(repr, events_of(shuffled))) == found
    assert sorted(one.document or "" for event in events_of(claims) for one in event.evidence) == sorted(
        {one.document.id for one in claims}
    )


def test_a_plan_says_nothing_of_how_sure_the_outcome_is() -> None:
    planned = replace(consult(status=Status.FUTURE), confidence=0.9, doubts=(Doubt.NOT_YET,))
    held = replace(consult(), confidence=0.6, doubts=(Doubt.PRONOUN,))
    (event,) = events_of([claim("a", "2025-10-25", planned), claim("b", "2025-10-25", held)])
    assert (event.status, event.confidence, event.doubts) == (Status.ACTUAL, 0.6, (Doubt.PRONOUN,))
