"""In what reports of one event or commitment may differ, and which commitments have names of their own.

is_mutual(EventType.CONSULT) -> True; known_name("the AUKUS pact") -> "AUKUS"
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Self

from pydantic import model_validator

from explorer.knowledge.names import fold
from explorer.knowledge.ontology import ontology
from explorer.knowledge.strict import Entry, load_yaml, refuse_repeats
from explorer.model import EventType

FILE = "merging.yaml"


class Directed(Entry):
    """A mutual type, or one mode of it, that keeps a doer and a receiver."""

    type: EventType
    mode: str | None = None

    @model_validator(mode="after")
    def _is_known(self) -> Self:
        if self.mode is not None and self.mode not in ontology()[self.type].modes:
            raise ValueError(f"{self.type} has no mode {self.mode}")
        return self


class Merging(Entry):
    mutual: frozenset[EventType]
    directed: tuple[Directed, ...]
    proper_names: dict[str, tuple[str, ...]]
    general_words: frozenset[str]
    naming_words: tuple[str, ...]

    @model_validator(mode="after")
    def _only_mutual_is_directed(self) -> Self:
        one_way = sorted(str(entry.type) for entry in self.directed if entry.type not in self.mutual)
        if one_way:
            raise ValueError(f"{', '.join(one_way)}: in directed but not in mutual")
        return self


@cache
def merging() -> Merging:
    """Read the file; raise DataFileError for an unknown type or mode, or a name that two commitments share."""
    found = load_yaml(FILE, Merging)
    refuse_repeats(FILE, (fold(name) for names in _spellings(found).values() for name in names), "name")
    return found


def is_mutual(type: EventType) -> bool:
    """Tell whether both sides do it together, so that it makes no difference who is named first."""
    return type in merging().mutual


def is_directed(type: EventType, mode: str | None) -> bool:
    """Tell whether doer and receiver, where both are named, may not change places."""
    directed = any(entry.type is type and entry.mode in (None, mode) for entry in merging().directed)
    return directed or not is_mutual(type)


def known_name(text: str) -> str | None:
    """Find the commitment that a text calls by its proper name; of several the one named first, then the longest."""
    found = _any_name().search(fold(text))
    return _by_spelling()[found.group()] if found else None


@cache
def _any_name() -> re.Pattern[str]:
    longest_first = sorted(_by_spelling(), key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


@cache
def _by_spelling() -> Mapping[str, str]:
    return {fold(spelling): name for name, spellings in _spellings(merging()).items() for spelling in spellings}


def _spellings(found: Merging) -> Mapping[str, tuple[str, ...]]:
    return {name: (name, *others) for name, others in found.proper_names.items()}
