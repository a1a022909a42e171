"""Whether an extracted actor is the one a gold answer names.

Names(extraction).match("leader:olaf-scholz", "Germany|Olaf Scholz") -> True
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from explorer.evaluation.gold import ALTERNATIVE
from explorer.knowledge.gazetteer import names
from explorer.knowledge.names import fold
from explorer.model import Actor, ActorType, Extraction


class Names:
    """The names under which the actors of one extraction may be called in gold answers."""

    def __init__(self, extraction: Extraction) -> None:
        self.actors: Mapping[str, Actor] = {actor.id: actor for actor in extraction.actors}

    def match(self, actor: str, answer: str, *, may_represent: bool = True) -> bool:
        """Tell whether an answer names this actor, or the country it leads where it may stand for that."""
        wanted = [part.strip() for part in answer.split(ALTERNATIVE)]
        called = self._called(actor)
        found = self.actors.get(actor)
        represented = f"country:{found.country}" if found is not None and found.type is ActorType.LEADER else None
        for name in wanted:
            known = _ids().get(_plain(name), frozenset())
            if _plain(name) in called or actor in known:
                return True
            if may_represent and represented in known:
                return True
        return False

    def _called(self, actor: str) -> set[str]:
        found = self.actors.get(actor)
        if found is None:
            return {_plain(actor.split(":", 1)[-1].replace("-", " "))}
        return {_plain(name) for name in (found.name, *found.aliases)}


def _plain(name: str) -> str:
    folded = fold(name)
    return folded.removeprefix("the ")


@cache
def _ids() -> Mapping[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for name in names():
        table.setdefault(_plain(name.text), set()).add(name.actor)
    return {text: frozenset(ids) for text, ids in table.items()}
