"""What the documents of the small world say, as extraction would give it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from explorer.model import Document, Extraction, World
from tests.worlds import DOCUMENTS, small_world


def says(document: Document, world: World) -> Extraction:
    """The part of a world that one document is evidence for, as extraction would give it."""

    def here(items: tuple[Any, ...], *, single: bool) -> Iterator[Any]:
        for item in items:
            evidence = tuple(one for one in item.evidence if one.document == document.id)
            if evidence:
                kept = evidence[:1] if single else evidence
                yield dataclasses.replace(item, evidence=kept, reports=1)

    return Extraction(
        document=document,
        actors=tuple(dataclasses.replace(actor, mentions=((0, 5), (9, 14)), reports=1) for actor in world.actors),
        ties=tuple(here(world.ties, single=True)),
        events=tuple(here(world.events, single=True)),
        commitments=tuple(here(world.commitments, single=False)),
    )


EXTRACTIONS = [says(document, small_world()) for document in DOCUMENTS]
