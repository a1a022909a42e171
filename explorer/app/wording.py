"""The page's words for the records' types, from wording.yaml.

wording().events[EventType.CONSULT].label -> "Meet or talk"
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from explorer.knowledge.strict import Entry, load_yaml
from explorer.model import EventType, PartyRole, TieKind


class Relation(Entry):
    label: str
    short: str


class Kind(Entry):
    label: str
    plural: str


class Wording(Entry):
    events: dict[EventType, Relation]
    ties: dict[TieKind, Relation]
    nodes: dict[str, Kind]
    roles: dict[PartyRole, Relation]
    statuses: dict[str, str]


@cache
def wording() -> Wording:
    """Read the words; raise DataFileError if the file breaks its own rules."""
    return load_yaml("wording.yaml", Wording, folder=files(__package__))


def relation_words(type: str) -> Relation:
    """Give the words for an event's type, a tie's kind or a party's role."""
    words = wording()
    known: dict[str, Relation] = {**_keyed(words.events), **_keyed(words.ties), **_keyed(words.roles)}
    return known.get(type) or Relation(label=readable(type), short=readable(type).lower())


def _keyed(words: Mapping[Any, Relation]) -> dict[str, Relation]:
    return {str(key): value for key, value in words.items()}


def node_words(type: str) -> Kind:
    """Give the words for an actor's type or a commitment's kind."""
    return wording().nodes.get(type) or Kind(label=readable(type), plural=readable(type))


def status_words(status: str) -> str:
    """Give the words for the status of an event or commitment."""
    return wording().statuses.get(status) or readable(status)


def readable(term: str) -> str:
    """Turn a term of the records into words: "human_rights" -> "Human rights"."""
    return term.replace("_", " ").replace("-", " ").strip().capitalize()


def counted(number: int, one: str, many: str) -> str:
    """Say how many: 1 relation, 2 relations."""
    return f"{number:,} {one if number == 1 else many}"
