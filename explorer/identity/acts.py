"""What a person decided, as a list of acts to which undoing only adds, and what follows from those in force.

effects([merge(a, b), undo(merge)]) -> no ruling at all
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class ActKind(StrEnum):
    MERGE = "merge"  # two actors are one
    SPLIT = "split"  # some names, or some articles, speak of somebody else
    APART = "apart"  # two actors are not one, though they look alike
    RENAME = "rename"
    RETYPE = "retype"
    COUNTRY = "country"
    REJECT = "reject"  # the sentences do not say so
    CONFIRM = "confirm"
    NOTE = "note"
    UNDO = "undo"


SETTINGS = {ActKind.RENAME: "name", ActKind.RETYPE: "type", ActKind.COUNTRY: "country", ActKind.NOTE: "note"}
VERDICTS = {ActKind.REJECT: "rejected", ActKind.CONFIRM: "confirmed", ActKind.NOTE: "noted"}


@dataclass(frozen=True, slots=True)
class Act:
    """`made` is ISO 8601 in UTC; `content` says what it concerns in terms of keys and claims, which outlive ids."""

    id: str
    made: str
    kind: ActKind
    reason: str
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Effects:
    """What acts in force amount to; the number is the rank of the act, and of two that disagree the higher counts."""

    rulings: dict[tuple[str, str], tuple[bool, int]] = field(default_factory=dict)
    settings: set[tuple[str, str, int, str]] = field(default_factory=set)  # key, field, act, value
    moves: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)  # document and key: the new key
    # document, owner, kind, trigger, ends, act, verdict, note
    verdicts: set[tuple[str, str, str, int, str, int, str, str]] = field(default_factory=set)


def in_order(acts: Iterable[Act]) -> list[Act]:
    """Sort acts by when they were made, wherever they came from."""
    return sorted(acts, key=lambda act: (act.made, act.id))


def undone(acts: Iterable[Act]) -> set[str]:
    """Give the ids of the acts that an undoing in force takes back; undoing an undoing brings the act back."""
    found: set[str] = set()
    for act in reversed(in_order(acts)):
        if act.kind is ActKind.UNDO and act.id not in found:
            found.add(act.content["act"])
    return found


def dependents(act: Act, acts: Iterable[Act]) -> list[Act]:
    """Give the acts in force that speak of what an act made: whoever was split off and then renamed."""
    ordered = in_order(acts)
    gone = undone(ordered)
    made = _made_by(act)
    later = ordered[ordered.index(act) + 1 :] if act in ordered else ordered
    return [one for one in later if one.id not in gone and made & _keys(one)]


def _made_by(act: Act) -> set[str]:
    """Give the keys of the actor that a split made; other acts make nobody."""
    if act.kind is not ActKind.SPLIT:
        return set()
    moved = act.content.get("moved")
    return {moved} if moved else {one for one, _ in act.content["pairs"]}


def effects(acts: Iterable[Act]) -> Effects:
    """Work out what the acts in force amount to; it depends on nothing else."""
    ordered = in_order(acts)
    gone = undone(ordered)
    found = Effects()
    for rank, act in enumerate(ordered, 1):
        if act.id not in gone:
            _apply(act, rank, found)
    return found


def _apply(act: Act, rank: int, found: Effects) -> None:
    content = act.content
    if act.kind in (ActKind.MERGE, ActKind.APART, ActKind.SPLIT):
        for one, other in content["pairs"]:
            found.rulings[min(one, other), max(one, other)] = (act.kind is ActKind.MERGE, rank)
    if act.kind is ActKind.SPLIT:
        for document in content.get("documents", ()):
            at = _origin(document, content["key"], found.moves)
            found.moves[document, at] = (content["moved"], rank)
    if act.kind in SETTINGS and "key" in content:
        found.settings.add((content["key"], SETTINGS[act.kind], rank, content["value"]))
    if act.kind in VERDICTS and "claims" in content:
        verdict = VERDICTS[act.kind]
        for one in content["claims"]:
            claim = (one["document"], content["owner"], one["kind"], one["trigger"], one["ends"])
            found.verdicts.add((*claim, rank, verdict, content.get("value", "")))


def _origin(document: str, key: str, moves: Mapping[tuple[str, str], tuple[str, int]]) -> str:
    """Give the key that extraction gives a mention: one split off before, and now again, was moved already."""
    origins = (own for (where, own), (moved, _) in moves.items() if where == document and moved == key)
    return next(origins, key)


def _keys(act: Act) -> set[str]:
    pairs: Sequence[Sequence[str]] = act.content.get("pairs", ())
    return {key for pair in pairs for key in pair} | {act.content.get("key", "")}
