"""Groups claims as a store does, over a few actors held in a dictionary.

events_of([claim("a", "2025-10-25", consult())]) -> [Event(..., reports=1)]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from explorer.identity.claims import Claim, Item, day_of
from explorer.identity.commitments import block_of_commitment, join_named, merge_commitment, split_commitments
from explorer.identity.events import PRECISE_DAYS, block_of, merge_event, split, window_of
from explorer.identity.evidence import placed
from explorer.identity.periods import group_by_time
from explorer.identity.states import state_of
from explorer.model import Actor, ActorType, Commitment, Event
from tests.identity.says import ALL, document

MOTEGI = Actor("leader:toshimitsu-motegi", ActorType.LEADER, "Toshimitsu Motegi", "JPN", role="Foreign Minister")
RUBIO = Actor("leader:marco-rubio", ActorType.LEADER, "Marco Rubio", "USA", role="Secretary of State")
RUTTE = Actor("leader:mark-rutte", ActorType.LEADER, "Mark Rutte", "NLD")
DUTCH = Actor("country:NLD", ActorType.COUNTRY, "Netherlands", "NLD")
NATO = Actor("organization:nato", ActorType.ORGANIZATION, "NATO")
BRICS = Actor("organization:brics", ActorType.ORGANIZATION, "BRICS")
RUSSIA = Actor("country:RUS", ActorType.COUNTRY, "Russia", "RUS")
ISRAEL = Actor("country:ISR", ActorType.COUNTRY, "Israel", "ISR")
EMIRATES = Actor("country:ARE", ActorType.COUNTRY, "United Arab Emirates", "ARE")
BAHRAIN = Actor("country:BHR", ActorType.COUNTRY, "Bahrain", "BHR")
EVERYBODY = (*ALL, MOTEGI, RUBIO, RUTTE, DUTCH, NATO, BRICS, RUSSIA, ISRAEL, EMIRATES, BAHRAIN)


@dataclass(frozen=True)
class NamedActors:
    """The actors of the world by id."""

    by_id: Mapping[str, Actor]

    def find(self, actor_id: str) -> Actor | None:
        return self.by_id.get(actor_id)

    def state(self, actor_id: str, day: date | None) -> str:
        actor = self.find(actor_id)
        return state_of(actor, day) if actor else actor_id

    def standing(self, actor_id: str, day: date | None) -> str:
        state = self.state(actor_id, day)
        return state if self.find(state) else actor_id


CAST = NamedActors({actor.id: actor for actor in EVERYBODY})


def claim(name: str, on: str | None, item: Item, family: str | None = None) -> Claim[Item]:
    """Give what the article `name` of a date says; by default it is like no other."""
    article = document(name, on)
    return Claim(replace(item, evidence=placed(item.evidence, article)), article, family or name)


def events_of(claims: Iterable[Claim[Event]], cast: NamedActors = CAST) -> list[Event]:
    """Give the events that are left of claims."""
    blocks: dict[str, list[Claim[Event]]] = defaultdict(list)
    for one in claims:
        blocks[block_of(one.item, day_of(one.document), cast)].append(one)
    cells = [cell for block in sorted(blocks) for cell in _cells(blocks[block])]
    return [merge_event(group, cast) for cell in cells for group in split(cell, cast)]


def commitments_of(claims: Iterable[Claim[Commitment]], cast: NamedActors = CAST) -> list[Commitment]:
    """Give the commitments that are left of claims."""
    blocks: dict[str, list[Claim[Commitment]]] = defaultdict(list)
    for one in claims:
        blocks[block_of_commitment(one.item, day_of(one.document), cast)].append(one)
    groups = [group for block in sorted(blocks) for group in split_commitments(blocks[block])]
    return [merge_commitment(group, cast) for group in join_named(groups, cast)]


def _cells(claims: Sequence[Claim[Event]]) -> list[list[Claim[Event]]]:
    windows = [window_of(one.item, one.document) for one in claims]
    cells = group_by_time(windows, precise=PRECISE_DAYS)
    return [[claims[place] for place in cell.members] for cell in cells]
