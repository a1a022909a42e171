"""Questions to begin with; each is a set of filters.

examples(world) -> (Example("How are Japan and the United States tied?", Filters(...)), …)
"""

from __future__ import annotations

from dataclasses import dataclass

from explorer.app.address import START
from explorer.graph import Filters
from explorer.model import World


@dataclass(frozen=True, slots=True)
class Example:
    question: str
    filters: Filters
    about: tuple[str, ...] = ()  # actors without which the question makes no sense


JAPAN, UNITED_STATES, UKRAINE = "country:JPN", "country:USA", "country:UKR"
SURE = START.min_confidence

EXAMPLES = (
    Example(
        "Who has promised what to Ukraine?",
        Filters(actor=(UKRAINE,), event_type=("AGREE", "AID"), commitment=("pledge",), min_confidence=SURE),
        (UKRAINE,),
    ),
    Example(
        "How are Japan and the United States tied?",
        Filters(actor=(JAPAN,), country=("USA",), min_confidence=SURE),
        (JAPAN, UNITED_STATES),
    ),
    Example("What is planned next?", Filters(status=("future",), min_confidence=SURE)),
)


def examples(world: World) -> tuple[Example, ...]:
    """Give the questions that this world can answer."""
    known = {actor.id for actor in world.actors}
    return tuple(example for example in EXAMPLES if known.issuperset(example.about))
