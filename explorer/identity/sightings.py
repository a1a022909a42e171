"""What all documents together say of one key, before it is known who that is.

"leader:sanae-takaichi" -> Sighting(names={"Sanae Takaichi": 12, "Takaichi Sanae": 1}, ...)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields

from explorer.identity.votes import most_reported
from explorer.model import Actor, ActorType, Document

MOST_BESIDE = 12  # co-mentioned actors counted a document: the first ones named are what it is about


@dataclass(slots=True)
class Sighting:
    """Votes count documents; `years` are those of the documents, `beside` the keys of actors named with it."""

    names: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    aliases: Counter[str] = field(default_factory=Counter)
    years: Counter[str] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        return most_reported(self.names)

    @property
    def type(self) -> ActorType:
        return ActorType(most_reported(self.types))

    @property
    def country(self) -> str:
        return most_reported(self.countries) if self.countries else ""

    def votes(self) -> Iterator[tuple[str, str, int]]:
        """Give each vote as its field, its value and its number."""
        for item in fields(self):
            for value, count in getattr(self, item.name).items():
                yield item.name, value, count

    def count(self, name: str, value: str, number: int) -> None:
        """Add to the votes of one field."""
        getattr(self, name)[value] += number

    def include(self, other: Sighting) -> None:
        """Add the votes of another sighting of the same actor."""
        for name, value, number in other.votes():
            self.count(name, value, number)


def seen_in(document: Document, actor: Actor, beside: list[str]) -> Sighting:
    """Give what one document says of one actor; `beside` are the keys of the others it names, in their order."""
    one = Sighting()
    one.names[actor.name] += 1
    one.types[str(actor.type)] += 1
    one.aliases.update(dict.fromkeys(actor.aliases, 1))
    one.beside.update(dict.fromkeys(beside[:MOST_BESIDE], 1))
    if actor.country:
        one.countries[actor.country] += 1
    if actor.role:
        one.roles[actor.role] += 1
    if document.date:
        one.years[document.date[:4]] += 1
    return one
