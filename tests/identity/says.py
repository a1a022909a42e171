"""Small documents for tests of identity.

says("a", "2025-10-25", [TRUMP, TAKAICHI], events=[Event(...)]) -> Extraction
"""

from __future__ import annotations

from collections.abc import Sequence

from explorer.knowledge.names import KnownActor
from explorer.model import (
    Actor,
    ActorType,
    Amount,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    DateSpan,
    Document,
    Event,
    EventType,
    Evidence,
    Extraction,
    Party,
    PartyRole,
    Status,
    Tie,
)

JAPAN = Actor("country:JPN", ActorType.COUNTRY, "Japan", "JPN")
USA = Actor("country:USA", ActorType.COUNTRY, "United States", "USA")
UKRAINE = Actor("country:UKR", ActorType.COUNTRY, "Ukraine", "UKR")
TAKAICHI = Actor("leader:sanae-takaichi", ActorType.LEADER, "Sanae Takaichi", "JPN", role="Prime Minister")
TRUMP = Actor("leader:donald-trump", ActorType.LEADER, "Donald Trump", "USA", role="President")
ALL = (JAPAN, USA, UKRAINE, TAKAICHI, TRUMP)

KNOWN = {
    actor.id: KnownActor(actor.id, actor.type, actor.name, actor.country) for actor in (JAPAN, USA, UKRAINE, TRUMP)
}


def document(name: str, date: str | None = "2025-10-25") -> Document:
    return Document(name, f"Title of {name}", "", date=date, source="Harbour Post")


def sentence(text: str = "They spoke.") -> Evidence:
    return Evidence(0, len(text), text, (0, 4), "rule")


def says(
    name: str,
    date: str | None = "2025-10-25",
    actors: Sequence[Actor] = ALL,
    *,
    ties: Sequence[Tie] = (),
    events: Sequence[Event] = (),
    commitments: Sequence[Commitment] = (),
) -> Extraction:
    return Extraction(document(name, date), tuple(actors), tuple(ties), tuple(events), tuple(commitments))


def day(date: str) -> DateSpan:
    return DateSpan(date, date, "then")


def consult(
    one: Actor = TAKAICHI,
    other: Actor = TRUMP,
    *,
    date: DateSpan | None = None,
    mode: str | None = None,
    status: Status = Status.ACTUAL,
    speaker: str | None = None,
) -> Event:
    return Event(
        "e1",
        EventType.CONSULT,
        (one.id,),
        (other.id,),
        mode=mode,
        status=status,
        date=date,
        speaker=speaker,
        evidence=(sentence(),),
    )


def commitment(
    kind: CommitmentKind,
    parties: Sequence[Actor | tuple[Actor, PartyRole]] = (JAPAN, USA),
    *,
    name: str = "",
    status: CommitmentStatus = CommitmentStatus.ACTIVE,
    date: DateSpan | None = None,
    amount: float | None = None,
    topics: Sequence[str] = (),
) -> Commitment:
    pairs = [party if isinstance(party, tuple) else (party, PartyRole.PARTY) for party in parties]
    return Commitment(
        "c1",
        kind,
        name or str(kind),
        tuple(Party(actor.id, role) for actor, role in pairs),
        status=status,
        date=date,
        amount=Amount(amount, "USD", f"${amount:,.0f}") if amount else None,
        topics=tuple(topics),
        evidence=(sentence(f"The {kind}."),),
    )
