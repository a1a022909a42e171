"""Wordings of lasting ties: "Sweden joined NATO" -> member_of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from explorer.knowledge.frames import FrameIndex, Pattern, index_patterns, parse_pattern
from explorer.knowledge.strict import Entry, load_yaml
from explorer.model import ActorType, TieKind

TIES = "ties.yaml"


class TieEntry(Entry):
    source: frozenset[ActorType]
    target: frozenset[ActorType]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class _File(Entry):
    ties: dict[TieKind, TieEntry]


@dataclass(frozen=True, slots=True)
class TiePatterns:
    """Which types of actor a tie joins, and how it is worded."""

    source: frozenset[ActorType]
    target: frozenset[ActorType]
    patterns: FrameIndex[Pattern]


@cache
def tie_patterns() -> Mapping[TieKind, TiePatterns]:
    """Read the wordings of each kind of tie."""
    return {kind: _patterns(kind, entry) for kind, entry in load_yaml(TIES, _File).ties.items()}


def _patterns(kind: TieKind, entry: TieEntry) -> TiePatterns:
    loaded = [
        parsed
        for patterns, is_noun in ((entry.verbs, False), (entry.nouns, True))
        for pattern in patterns
        for parsed in parse_pattern(TIES, pattern, is_noun=is_noun, label=kind)
    ]
    return TiePatterns(entry.source, entry.target, index_patterns(loaded))
