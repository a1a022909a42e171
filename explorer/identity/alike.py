"""Sorting what agrees, when some of it is too vague to say with what.

"by phone", "in person", "by phone, Takaichi", "" -> ["by phone", "by phone, Takaichi"], ["in person"], [""]
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TypeVar

Thing = TypeVar("Thing")


def sort_out(things: Sequence[Thing], agree: Callable[[Thing, Thing], bool]) -> list[list[Thing]]:
    """Give sets within which all agree, whatever order the things come in.

    What agrees with two that do not agree with each other could belong to either, so it belongs to neither: such things
    are sorted among themselves. Whatever is left falls into sets by itself.
    """
    near = _near(things, agree)
    clear = [place for place in range(len(things)) if all(near[place] <= near[other] for other in near[place])]
    if not clear:
        return [[thing] for thing in things]
    sets = {frozenset(near[place] & set(clear)): None for place in clear}
    vague = [thing for place, thing in enumerate(things) if place not in set(clear)]
    return [[things[place] for place in sorted(each)] for each in sets] + (sort_out(vague, agree) if vague else [])


def _near(things: Sequence[Thing], agree: Callable[[Thing, Thing], bool]) -> list[set[int]]:
    """Find for each place those it agrees with, itself among them."""
    near = [{place} for place in range(len(things))]
    for one, other in combinations(range(len(things)), 2):
        if agree(things[one], things[other]):
            near[one].add(other)
            near[other].add(one)
    return near
