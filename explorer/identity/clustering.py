"""From pairs to actors: sets of keys that are one, with a person's rulings before every score.

cluster(profiles, [SAME(a, b), UNSURE(c, a), …]) -> {a, b, c}, if the short name c fits no other set
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from explorer.identity.matching import Decision, Verdict
from explorer.identity.names import person_name
from explorer.identity.profiles import PEOPLE, Profile
from explorer.knowledge.matching import matching_table


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person said of two keys; a later one in a sequence beats an earlier one."""

    one: str
    other: str
    is_same: bool


@dataclass(frozen=True, slots=True)
class Clustering:
    """`sets` are sorted, each with its keys sorted; `unsure` is what a person may still decide, the likeliest first."""

    sets: tuple[tuple[str, ...], ...]
    unsure: tuple[Decision, ...]


def cluster(
    profiles: Mapping[str, Profile], decisions: Iterable[Decision], rulings: Sequence[Ruling] = ()
) -> Clustering:
    """Join keys: as ruled, then what is the same (the likeliest first), then short forms that fit only one set.

    No set holds two listed keys, or two that were found or ruled different, unless a person ruled them one. The order
    of the decisions does not matter, and sets between which there is no decision do not influence each other.
    """
    ordered = sorted(decisions, key=lambda decision: (-decision.score, decision.one, decision.other))
    ruled = {_pair(ruling.one, ruling.other): ruling.is_same for ruling in rulings}
    apart = {_pair(one.one, one.other) for one in ordered if one.verdict is Verdict.DIFFERENT}
    apart = {pair for pair in apart if pair not in ruled} | {pair for pair, is_same in ruled.items() if not is_same}
    sets = _Sets(profiles, apart)
    for pair in sorted(pair for pair, is_same in ruled.items() if is_same):
        sets.join(*pair, forced=True)
    for decision in ordered:
        if decision.verdict is Verdict.SAME:
            sets.join(decision.one, decision.other)
    _join_short_forms(sets, ordered, profiles)
    open_pairs = [one for one in ordered if _pair(one.one, one.other) not in ruled and sets.is_open(one)]
    return Clustering(sets.listed(), tuple(open_pairs))


class _Sets:
    """Disjoint sets of keys; the root of each is its smallest key."""

    def __init__(self, profiles: Mapping[str, Profile], apart: set[tuple[str, str]]) -> None:
        self._root = {key: key for key in profiles}
        self._members = {key: {key} for key in profiles}
        self._listed = {key: int(profile.is_listed) for key, profile in profiles.items()}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def root(self, key: str) -> str:
        return self._root[key]

    def may_join(self, one: str, other: str) -> bool:
        first, second = self._root[one], self._root[other]
        if first == second or self._listed[first] + self._listed[second] > 1:
            return False
        return not any(self._apart[key] & self._members[second] for key in self._members[first])

    def join(self, one: str, other: str, *, forced: bool = False) -> None:
        first, second = sorted((self._root[one], self._root[other]))
        if first == second or not (forced or self.may_join(one, other)):
            return
        self._members[first] |= self._members.pop(second)
        self._listed[first] += self._listed[second]
        for key in self._members[first]:
            self._root[key] = first

    def is_open(self, decision: Decision) -> bool:
        """Tell whether the two may be one and are not."""
        return decision.verdict is Verdict.UNSURE and self.may_join(decision.one, decision.other)

    def listed(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(sorted(self._members[root])) for root in sorted(self._members))


def _join_short_forms(sets: _Sets, decisions: list[Decision], profiles: Mapping[str, Profile]) -> None:
    """Join each short form to the only set it fits; fuller ones first, as they make the others clearer."""
    fitting: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.short:
            fitting[decision.short].append(decision)
    levels: dict[tuple[int, int], list[str]] = defaultdict(list)
    for key in fitting:
        levels[_fullness(profiles[key])].append(key)
    for level in sorted(levels, reverse=True):
        chosen = {key: _only_set(sets, key, fitting[key]) for key in levels[level]}
        for key in sorted(levels[level]):
            target = chosen[key]
            if target:
                sets.join(key, target)


def _only_set(sets: _Sets, key: str, decisions: list[Decision]) -> str | None:
    """Give a member of the only set that a short form fits, or of the one it fits much better than any other."""
    best: dict[str, float] = {}
    for decision in decisions:
        other = decision.other if decision.one == key else decision.one
        if sets.may_join(key, other):
            root = sets.root(other)
            best[root] = max(best.get(root, 0.0), decision.score)
    ranked = sorted(best, key=lambda root: (-best[root], root))
    if len(ranked) > 1 and best[ranked[0]] - best[ranked[1]] < matching_table().short_margin:
        return None
    return ranked[0] if ranked else None


def _fullness(profile: Profile) -> tuple[int, int]:
    return person_name(profile.name).fullness if profile.type in PEOPLE else (len(profile.name.split()), 0)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
