"""Sets of profiles that are one actor, from judgements on pairs.

Takaichi, Sanae Takaichi, Takaiichi Sanae (JPN) -> one set; with Hiroshi Takaichi two, and a question which is Takaichi
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from explorer.identity.features import fullness, is_homeless
from explorer.identity.matching import Decision, Verdict
from explorer.identity.profiles import Profile

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided on two keys; it beats every score, and a later one beats an earlier one."""

    one: str
    other: str
    is_same: bool


@dataclass(frozen=True, slots=True)
class Clustering:
    """`sets` are sorted, each within itself too; `unsure` is what a person could still decide, the likeliest first.

    Of several decisions between the same two sets only the best is asked.
    """

    sets: tuple[tuple[str, ...], ...]
    unsure: tuple[Decision, ...]


def cluster(
    profiles: Mapping[str, Profile], decisions: Iterable[Decision], rulings: Sequence[Ruling] = ()
) -> Clustering:
    """Join what is one actor; the order of profiles and decisions does not matter.

    A set never holds two listed actors or two that are DIFFERENT, unless a person said they are one. Whole names are
    joined first, then those of unknown country with their only namesake, then each shorter name with the only set it
    may stand for.
    """
    known = [each for each in decisions if each.one in profiles and each.other in profiles]
    sets = _Sets(profiles)
    ruled = _rule(sets, rulings)
    same = _weigh(sets, known, ruled)
    _join_whole(sets, [each for each in same if not each.short and not _is_stray(each, profiles)])
    _join_strays(sets, [each for each in same if not each.short and _is_stray(each, profiles)], profiles)
    _join_short(sets, [each for each in same if each.short])
    return Clustering(sets.all(), _open_questions(sets, known, ruled))


class _Sets:
    """Disjoint sets of keys that know which others they must not be joined with; the root is the smallest key.

    `fullness` is that of the fullest name of a set, `homes` are the sets whose country is known.
    """

    def __init__(self, profiles: Mapping[str, Profile]) -> None:
        self._parent = {key: key for key in profiles}
        self._listed = {key for key, profile in profiles.items() if profile.is_listed}
        self._enemies: dict[str, set[str]] = defaultdict(set)
        self._homes = {key for key, profile in profiles.items() if not is_homeless(profile)}
        self._own = {key: fullness(profile) for key, profile in profiles.items()}
        self._fullness = dict(self._own)

    def __contains__(self, key: str) -> bool:
        return key in self._parent

    def root(self, key: str) -> str:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def own_fullness(self, key: str) -> tuple[int, int]:
        return self._own[key]

    def fullness(self, key: str) -> tuple[int, int]:
        return self._fullness[self.root(key)]

    def has_home(self, key: str) -> bool:
        return self.root(key) in self._homes

    def are_one(self, one: str, other: str) -> bool:
        return self.root(one) == self.root(other)

    def are_apart(self, one: str, other: str) -> bool:
        return self.root(other) in self._enemies[self.root(one)]

    def may_join(self, one: str, other: str) -> bool:
        roots = {self.root(one), self.root(other)}
        return not self.are_apart(one, other) and not (len(roots) == 2 and roots <= self._listed)

    def join(self, one: str, other: str) -> None:
        kept, gone = sorted((self.root(one), self.root(other)))
        if kept == gone:
            return
        self._parent[gone] = kept
        for marked in (self._listed, self._homes):
            if gone in marked:
                marked.add(kept)
        self._fullness[kept] = max(self._fullness[kept], self._fullness[gone])
        for enemy in self._enemies.pop(gone, set()):
            self._enemies[enemy].discard(gone)
            self.part(kept, enemy)

    def part(self, one: str, other: str) -> None:
        """Keep two sets apart from now on, unless they are one already."""
        if not self.are_one(one, other):
            self._enemies[self.root(one)].add(self.root(other))
            self._enemies[self.root(other)].add(self.root(one))

    def all(self) -> tuple[tuple[str, ...], ...]:
        found: dict[str, list[str]] = {}
        for key in sorted(self._parent):
            found.setdefault(self.root(key), []).append(key)
        return tuple(map(tuple, found.values()))


def _rule(sets: _Sets, rulings: Sequence[Ruling]) -> dict[Pair, bool]:
    """Do what a person decided, the latest first: what an earlier ruling says against it has no effect."""
    ruled: dict[Pair, bool] = {}
    for ruling in reversed(rulings):
        if ruling.one not in sets or ruling.other not in sets:
            continue
        ruled.setdefault(_pair(ruling.one, ruling.other), ruling.is_same)
        if not ruling.is_same:
            sets.part(ruling.one, ruling.other)
        elif not sets.are_apart(ruling.one, ruling.other):
            sets.join(ruling.one, ruling.other)
    return ruled


def _weigh(sets: _Sets, decisions: Iterable[Decision], ruled: Mapping[Pair, bool]) -> list[Decision]:
    """Keep apart what is DIFFERENT, unless a person ruled on it, and give what is SAME, the best first."""
    for decision in decisions:
        if decision.verdict is Verdict.DIFFERENT and _pair(decision.one, decision.other) not in ruled:
            sets.part(decision.one, decision.other)
    return sorted((each for each in decisions if each.verdict is Verdict.SAME), key=_best_first)


def _join_whole(sets: _Sets, decisions: Iterable[Decision]) -> None:
    for decision in decisions:
        if sets.may_join(decision.one, decision.other):
            sets.join(decision.one, decision.other)


def _join_strays(sets: _Sets, decisions: Iterable[Decision], profiles: Mapping[str, Profile]) -> None:
    """Join names of unknown country with the only namesake whose country is known."""
    pairs = []
    for decision in decisions:
        one, other = decision.one, decision.other
        pairs.append((one, other) if is_homeless(profiles[one]) else (other, one))
    _join_single(sets, pairs, sets.has_home)


def _join_short(sets: _Sets, decisions: Iterable[Decision]) -> None:
    """Join "Takaichi" with the only Takaichi; fuller names first, as they make the others clearer."""
    pairs = [(each.one, each.other) if each.short == each.one else (each.other, each.one) for each in decisions]
    levels = {short: sets.own_fullness(short) for short, _ in pairs}
    pairs.sort(key=lambda pair: levels[pair[0]], reverse=True)
    for level, same in groupby(pairs, key=lambda pair: levels[pair[0]]):
        _join_single(sets, same, partial(_is_fuller, sets, level))


def _is_fuller(sets: _Sets, level: tuple[int, int], key: str) -> bool:
    return sets.fullness(key) > level


def _join_single(sets: _Sets, pairs: Iterable[Pair], is_placed: Callable[[str], bool]) -> None:
    """Join the set of the first key of each pair with that of the second, if there is only one such set.

    A set that `is_placed` already knows whom it stands for: "Takaichi", once joined with Sanae, is not Hiroshi too.
    """
    candidates: dict[str, set[str]] = defaultdict(set)
    for short, full in pairs:
        if sets.may_join(short, full) and not sets.are_one(short, full) and not is_placed(short):
            candidates[sets.root(short)].add(sets.root(full))
    for key, found in sorted(candidates.items()):
        if len(found) == 1 and sets.may_join(key, *found):
            sets.join(key, *found)


def _open_questions(sets: _Sets, decisions: Iterable[Decision], ruled: Mapping[Pair, bool]) -> tuple[Decision, ...]:
    best: dict[Pair, Decision] = {}
    for decision in sorted(decisions, key=_best_first):
        one, other = sets.root(decision.one), sets.root(decision.other)
        is_open = decision.verdict is not Verdict.DIFFERENT and _pair(decision.one, decision.other) not in ruled
        if is_open and one != other and sets.may_join(one, other):
            best.setdefault(_pair(one, other), decision)
    return tuple(best.values())


def _is_stray(decision: Decision, profiles: Mapping[str, Profile]) -> bool:
    return is_homeless(profiles[decision.one]) != is_homeless(profiles[decision.other])


def _best_first(decision: Decision) -> tuple[float, str, str]:
    return -decision.score, decision.one, decision.other


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
