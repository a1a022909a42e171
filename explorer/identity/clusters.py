"""Sets of names that grow together.

join(a, b); join(b, c) -> a, b and c have one root
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Key = tuple[str, str]  # the id that extraction gave, and the alpha-3 code of its country or ""


class Clusters:
    """Disjoint sets of keys; the root of a set is its smallest key, so the order of joining does not show.

    A set never holds two of the `anchors`: what the knowledge files keep apart stays apart.
    """

    def __init__(self, keys: Iterable[Key], anchors: Iterable[Key] = ()) -> None:
        self._parent = {key: key for key in keys}
        self._anchored = set(anchors)

    def root(self, key: Key) -> Key:
        """Give the smallest key of the set."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def may_join(self, one: Key, other: Key) -> bool:
        """Tell whether at most one of the two sets holds an anchor."""
        roots = {self.root(one), self.root(other)}
        return len(roots) == 1 or not roots <= self._anchored

    def join(self, one: Key, other: Key) -> None:
        """Make two sets one, unless both hold an anchor."""
        first, second = sorted((self.root(one), self.root(other)))
        if first == second or not self.may_join(first, second):
            return
        self._parent[second] = first
        if second in self._anchored:
            self._anchored.add(first)

    def sets(self) -> Iterator[list[Key]]:
        """Go through the sets, each sorted, in the order of their roots."""
        found: dict[Key, list[Key]] = {}
        for key in sorted(self._parent):
            found.setdefault(self.root(key), []).append(key)
        yield from found.values()
