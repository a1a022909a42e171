"""Who looks at an event is told what makes it less sure."""

from __future__ import annotations

from explorer.graph import explain
from explorer.knowledge.confidence import reasons
from explorer.model import Actor, ActorType, Doubt, Event, EventType, World

KENYA, UGANDA = (
    Actor(f"country:{code}", ActorType.COUNTRY, name, code) for code, name in (("KEN", "Kenya"), ("UGA", "Uganda"))
)


def facts(*doubts: Doubt) -> dict[str, str]:
    event = Event("event:one", EventType.AID, (KENYA.id,), (UGANDA.id,), confidence=0.8, doubts=doubts)
    return dict(explain(World(actors=(KENYA, UGANDA), events=(event,)), event.id).facts)


def test_the_doubts_are_told_in_words() -> None:
    told = facts(Doubt.PRONOUN, Doubt.NOUN)

    assert told["Confidence"] == "80%"
    assert told["Less sure as"] == "; ".join(reasons([Doubt.PRONOUN, Doubt.NOUN]))


def test_without_doubts_nothing_is_said_of_them() -> None:
    assert "Less sure as" not in facts()
