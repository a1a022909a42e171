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
    nouns_turned: tuple[str, ...] = ()  # the named one is the target: "X, the predecessor of R"


class _File(Entry):
    ties: dict[TieKind, TieEntry]


@dataclass(frozen=True, slots=True)
class TiePatterns:
    """Which types of actor a tie joins, and how it is worded."""

    source: frozenset[ActorType]
    target: frozenset[ActorType]
    patterns: FrameIndex[Pattern]
    turned: FrameIndex[Pattern]


@cache
def tie_patterns() -> Mapping[TieKind, TiePatterns]:
    """Read the wordings of each kind of tie."""
    return {kind: _patterns(kind, entry) for kind, entry in load_yaml(TIES, _File).ties.items()}


def _patterns(kind: TieKind, entry: TieEntry) -> TiePatterns:
    plain = [*_parsed(kind, entry.verbs, is_noun=False), *_parsed(kind, entry.nouns, is_noun=True)]
    turned = _parsed(kind, entry.nouns_turned, is_noun=True)
    return TiePatterns(entry.source, entry.target, index_patterns(plain), index_patterns(turned))


def _parsed(kind: TieKind, patterns: tuple[str, ...], *, is_noun: bool) -> list[Pattern]:
    return [parsed for pattern in patterns for parsed in parse_pattern(TIES, pattern, is_noun=is_noun, label=kind)]
