"""A small passage with its answers, and an extraction that gets some of them right."""

from __future__ import annotations

from explorer.evaluation import GoldPassage
from explorer.model import (
    Actor,
    ActorType,
    Amount,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    Event,
    EventType,
    Extraction,
    Party,
    PartyRole,
    Status,
    Tie,
    TieKind,
)

PASSAGE = GoldPassage.model_validate(
    {
        "id": "one",
        "date": "2024-02-01",
        "text": "Olaf Scholz met Emmanuel Macron. Germany condemned Iran and pledged 5 billion euros to Ukraine.",
        "actors": [["country", "Germany"], ["leader", "Olaf Scholz"], ["country", "Iran"]],
        "ties": [["leads", "Olaf Scholz", "Germany"]],
        "events": [
            {"type": "CONSULT", "a": ["Emmanuel Macron|France", "Olaf Scholz|Germany"], "status": "actual"},
            {"type": "ACCUSE", "a": ["Germany"], "r": ["Iran"], "status": "actual", "mode": "disapprove"},
        ],
        "optional": [{"type": "AID|AGREE", "a": ["Germany"], "r": ["Ukraine"]}],
        "absent": [{"type": "ASSAULT", "a": ["Germany"], "r": ["Iran"]}],
        "commitments": [{"kind": "pledge", "parties": ["Germany", "Ukraine"], "amount": 5e9}],
    }
)
GERMANY, IRAN, FRANCE, UKRAINE = "country:DEU", "country:IRN", "country:FRA", "country:UKR"
SCHOLZ = "leader:olaf-scholz"
ACTORS = (
    Actor(GERMANY, ActorType.COUNTRY, "Germany", "DEU"),
    Actor(SCHOLZ, ActorType.LEADER, "Olaf Scholz", "DEU"),
    Actor(IRAN, ActorType.COUNTRY, "Iran", "IRN"),
)
CONSULT = Event("e1", EventType.CONSULT, (SCHOLZ, FRANCE))
ACCUSE = Event("e2", EventType.ACCUSE, (GERMANY,), (IRAN,), mode="disapprove")
TIE = Tie(TieKind.LEADS, SCHOLZ, GERMANY)
PLEDGE = Commitment(
    "pledge:one",
    CommitmentKind.PLEDGE,
    "pledge",
    (Party(GERMANY, PartyRole.PLEDGER), Party(UKRAINE, PartyRole.BENEFICIARY)),
    CommitmentStatus.ACTIVE,
    amount=Amount(5e9, "EUR", "5 billion euros"),
)


def extraction(*events: Event, commitments: tuple[Commitment, ...] = (PLEDGE,)) -> Extraction:
    return Extraction(PASSAGE.document, ACTORS, (TIE,), events, commitments)


def attack(status: Status = Status.ACTUAL) -> Event:
    return Event("e3", EventType.ASSAULT, (GERMANY,), (IRAN,), status=status)
