"""Reports of one event, and of two."""

from __future__ import annotations

import dataclasses

import pytest

from explorer.model import DateSpan, Event, EventType, Status
from explorer.store import resolve
from tests.identity.says import JAPAN, KNOWN, TAKAICHI, TRUMP, UKRAINE, USA, consult, day, says


def events(*reports: tuple[str | None, Event]) -> list[Event]:
    """The events left when each comes from a document of the given date."""
    found = [says(f"d{number}", date, events=[event]) for number, (date, event) in enumerate(reports)]
    return list(resolve(found, known=KNOWN).events)


def test_a_call_reported_three_times() -> None:
    call = consult(mode="phone", date=day("2025-10-25"))
    (event,) = events(
        ("2025-10-25", call),
        ("2025-10-26", consult(mode="phone")),
        ("2025-10-29", dataclasses.replace(call, confidence=0.5, topics=("diplomatic",))),
    )
    assert event.id == "consult:sanae-takaichi-donald-trump:2025-10-25"
    assert event.reports == 3
    assert [(one.document, one.date, one.source) for one in event.evidence] == [
        ("d0", "2025-10-25", "Harbour Post"),
        ("d1", "2025-10-26", "Harbour Post"),
        ("d2", "2025-10-29", "Harbour Post"),
    ]
    assert event.topics == ("diplomatic",)


ONE = [
    (("2025-10-25", consult()), ("2025-10-28", consult())),
    (("2025-10-25", consult(date=day("2025-10-24"))), ("2025-12-25", consult(date=day("2025-10-24")))),
    (("2025-10-25", consult(date=day("2025-10-24"))), ("2026-12-25", consult(date=DateSpan("2025-10", "2025-10", "")))),
    (("2025-10-25", consult()), (None, consult())),
    ((None, consult()), (None, consult())),
    (("2025-10-25", consult(mode="phone")), ("2025-10-25", consult())),
    (("2025-10-25", consult(JAPAN, USA)), ("2025-10-25", consult())),
    (("2025-10-25", consult(status=Status.FUTURE)), ("2025-10-25", consult(status=Status.FUTURE))),
    (("2025-10-25", consult()), ("2025-10-25", consult(TRUMP, TAKAICHI))),
    (("2025-10-25", consult(status=Status.FUTURE)), ("2025-10-25", consult())),
    (("2025-10-25", consult(JAPAN, USA)), ("2025-10-26", consult())),
]
TWO = [
    (("2025-10-25", consult()), ("2025-10-29", consult())),
    (("2025-10-25", consult(date=day("2025-10-24"))), ("2025-10-25", consult(date=day("2025-10-25")))),
    (("2025-10-25", consult(mode="phone")), ("2025-10-25", consult(mode="visit"))),
    (("2025-10-25", consult()), ("2025-10-25", consult(TAKAICHI, UKRAINE))),
    (("2025-10-25", consult()), ("2025-10-25", dataclasses.replace(consult(), type=EventType.AGREE))),
    (("2025-10-25", consult(JAPAN, USA, mode="phone")), ("2025-10-25", consult(mode="visit"))),
]


@pytest.mark.parametrize("reports", ONE)
def test_two_reports_of_one_event(reports: tuple[tuple[str | None, Event], ...]) -> None:
    (event,) = events(*reports)
    assert event.reports == 2


@pytest.mark.parametrize("reports", TWO)
def test_reports_of_two_events(reports: tuple[tuple[str | None, Event], ...]) -> None:
    assert [event.reports for event in events(*reports)] == [1, 1]


def test_daily_news_is_not_one_endless_event() -> None:
    daily = [(f"2025-03-{day:02}", consult()) for day in range(1, 29)]
    assert [event.reports for event in events(*daily)] == [4] * 7


def test_a_vague_date_joins_nothing_that_it_cannot_tell_apart() -> None:
    vague = consult(date=DateSpan("2025", "2025", "in 2025"))
    first, second = consult(date=day("2025-03-01")), consult(date=day("2025-09-01"))
    assert len(events(("2025-03-01", first), ("2025-12-31", vague))) == 1
    assert len(events(("2025-03-01", first), ("2025-09-01", second), ("2025-12-31", vague))) == 3


def test_a_call_of_unknown_kind_joins_nothing_that_it_cannot_tell_apart() -> None:
    on = day("2025-10-25")
    kinds = [consult(mode=mode, date=on) for mode in ("phone", "visit", None)]
    assert len(events(*(("2025-10-25", event) for event in kinds))) == 3


def test_one_document_that_repeats_itself_is_one_report() -> None:
    world = resolve([says("a", events=[consult(), consult(), consult(mode="phone")])], known=KNOWN)
    assert [event.reports for event in world.events] == [1]


def test_the_same_document_twice_counts_once() -> None:
    world = resolve([says("a", events=[consult()])] * 2, known=KNOWN)
    assert [event.reports for event in world.events] == [1]
    assert len(world.documents) == 1


def test_people_are_kept_before_their_states() -> None:
    (event,) = events(("2025-10-25", consult(JAPAN, USA)), ("2025-10-25", consult()))
    assert (event.actors, event.recipients) == ((TAKAICHI.id,), (TRUMP.id,))


def test_what_one_states_and_another_quotes_is_stated() -> None:
    quoted = consult(speaker=TRUMP.id)
    (event,) = events(("2025-10-25", quoted), ("2025-10-25", consult()))
    assert event.speaker is None
    (event,) = events(("2025-10-25", quoted), ("2025-10-25", quoted))
    assert event.speaker == TRUMP.id


def test_ids_of_two_events_of_one_day_differ() -> None:
    on = day("2025-10-25")
    found = events(("2025-10-25", consult(mode="phone", date=on)), ("2025-10-25", consult(mode="visit", date=on)))
    assert [event.id for event in found] == [
        "consult:sanae-takaichi-donald-trump:2025-10-25",
        "consult:sanae-takaichi-donald-trump:2025-10-25-2",
    ]


@pytest.mark.parametrize("date", ["yesterday", "2025-13-45", "0000", "9999-12-31", "2025-10-25T09:30:00Z", ""])
def test_dates_that_are_none_do_no_harm(date: str) -> None:
    assert len(events((date, consult()), (date, consult(date=DateSpan(date, date, ""))))) == 1
