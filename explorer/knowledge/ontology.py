"""The event types' scores, quadrants and modes (PLOVER 2.0 draft).

score_of(EventType.CONSULT, "phone") -> 1.5
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from explorer.errors import DataFileError
from explorer.knowledge.strict import Entry, load_yaml
from explorer.model import EventType

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]


class TypeEntry(Entry):
    quad: Quad
    score: float
    cameo: str
    modes: dict[str, float] = {}


class _File(Entry):
    types: dict[EventType, TypeEntry]


@cache
def ontology() -> Mapping[EventType, TypeEntry]:
    """Read every event type; raise DataFileError if one is missing."""
    types = load_yaml("ontology.yaml", _File).types
    missing = sorted(set(EventType) - set(types))
    if missing:
        raise DataFileError(f"ontology.yaml: {', '.join(missing)}: no entry")
    return types


def score_of(type: EventType, mode: str | None = None) -> float:
    """Give PLOVER's score from -10 (conflict) to +10 (cooperation)."""
    entry = ontology()[type]
    return entry.modes.get(mode or "", entry.score)


def is_conflict(type: EventType) -> bool:
    return ontology()[type].quad.endswith("conflict")
