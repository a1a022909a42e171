"""Numbers for records that would have the same id: "…-2", "…-3", in an order that does not depend on the reading.

numbered([((0,), "person:john-smith"), ((1,), "person:john-smith")]) -> ["person:john-smith", "person:john-smith-2"]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from explorer.identity.naming import Names

NUMBER = re.compile(r"(-\d+)+$")


def stem_of(base: str) -> str:
    """Give what two ids have in common if the number of one may make it the other."""
    return NUMBER.sub("", base)


def numbered(wanted: Sequence[tuple[Any, str]]) -> list[str]:
    """Give an id to each of the ids wanted, all of one stem or several, in the order of their keys."""
    names = Names()
    ids = [""] * len(wanted)
    for place in sorted(range(len(wanted)), key=lambda place: wanted[place]):
        ids[place] = names.unique(wanted[place][1])
    return ids
