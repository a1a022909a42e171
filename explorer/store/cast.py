"""The actors of a store, for those who sort its claims: looked up when asked for, remembered for one transaction.

StoreCast(connection).state("leader:mark-rutte", date(2023, 5, 1)) == "country:NLD"
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from explorer.identity.states import state_of
from explorer.model import Actor, ActorType
from explorer.store.schema import actors


class StoreCast:
    """Answers as of its making: made anew for each transaction, after the actors are settled."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._found: dict[str, Actor | None] = {}

    def find(self, actor_id: str) -> Actor | None:
        """Give an actor without its aliases, or none."""
        if actor_id not in self._found:
            self.remember([actor_id])
        return self._found[actor_id]

    def remember(self, actor_ids: list[str]) -> None:
        """Look up several actors at once."""
        wanted = [actor_id for actor_id in actor_ids if actor_id not in self._found]
        if not wanted:
            return
        columns = (actors.c.id, actors.c.type, actors.c.name, actors.c.country, actors.c.role)
        rows = self._connection.execute(select(*columns).where(actors.c.id.in_(wanted)))
        self._found |= dict.fromkeys(wanted)
        self._found |= {row.id: Actor(row.id, ActorType(row.type), row.name, row.country, row.role) for row in rows}

    def state(self, actor_id: str, day: date | None) -> str:
        """Give the country or organisation that a leader speaks for on a day, and any other actor itself."""
        actor = self.find(actor_id)
        return state_of(actor, day) if actor else actor_id

    def standing(self, actor_id: str, day: date | None) -> str:
        """Give the state of a leader if some article names it, else the leader."""
        state = self.state(actor_id, day)
        return state if self.find(state) else actor_id
