"""A world without a file.

resolve([extraction of a, extraction of b]) -> one leader, one event with two reports
"""

from __future__ import annotations

from collections.abc import Iterable

from explorer.model import Extraction, World
from explorer.store.claims import Known
from explorer.store.opening import MEMORY, open_store


def resolve(extractions: Iterable[Extraction], *, known: Known | None = None) -> World:
    """Merge what documents say into one record for each actor, tie, event and commitment.

    The result does not depend on the order of the documents; a document given twice counts once. `known` are the
    actors whose ids are sure, by default those of the knowledge files.
    """
    with open_store(MEMORY, known=known) as store:
        for extraction in extractions:
            store.add(extraction.document, extraction)
        return store.world()
