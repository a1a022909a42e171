"""Parts claims that may be one thing by what tells them apart: a mode, an amount, the people named.

by_variant(claims, their modes): phone, phone, unknown -> one part; phone, visit, unknown -> three
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import Any

from explorer.identity.claims import Cast, Claim, day_of

Part = list[Claim[Any]]
People = frozenset[tuple[str, str]]  # a state and one who speaks for it


def by_variant(claims: Sequence[Claim[Any]], variants: Iterable[Hashable | None]) -> list[Part]:
    """Part claims by a value; those of unknown value go to the only part there is, else stay together apart."""
    known: dict[Hashable, Part] = defaultdict(list)
    strays: Part = []
    for claim, variant in zip(claims, variants, strict=True):
        (strays if variant is None else known[variant]).append(claim)
    parts = [known[variant] for variant in sorted(known, key=repr)]
    if not strays:
        return parts
    return [[*parts[0], *strays]] if len(parts) == 1 else [*parts, strays]


def by_people(claims: Sequence[Claim[Any]], cast: Cast) -> list[Part]:
    """Part claims by who acted for the states, as far as they say so.

    The foreign ministers' meeting is not the presidents'; "Japan and China met" is the only one there is. Those that
    name most come first, and each other one goes to the only part that it does not contradict.
    """
    named: dict[People, Part] = defaultdict(list)
    for claim in claims:
        named[_people(claim, cast)].append(claim)
    homes: list[tuple[People, Part]] = []
    strays: list[Part] = []
    for people in sorted(named, key=lambda one: (-len(one), sorted(one))):
        fitting = [place for place, home in enumerate(homes) if _fits(people, home[0])]
        if len(fitting) == 1:
            (place,) = fitting
            homes[place] = (homes[place][0] | people, [*homes[place][1], *named[people]])
        elif fitting:
            strays.append(named[people])
        else:
            homes.append((people, named[people]))
    return [part for _, part in homes] + strays


def _people(claim: Claim[Any], cast: Cast) -> People:
    day: date | None = day_of(claim.document)
    ends = (*claim.item.actors, *claim.item.recipients)
    return frozenset((state, actor) for actor in ends if (state := cast.state(actor, day)) != actor)


def _fits(people: People, home: People) -> bool:
    """Tell whether for each state both name people of, one names all that the other names."""
    for state in {state for state, _ in people} & {state for state, _ in home}:
        one = {actor for own, actor in people if own == state}
        other = {actor for own, actor in home if own == state}
        if not (one <= other or other <= one):
            return False
    return True
