"""Many documents as one world.

two articles on a call between "Takaiichi Sanae" and Trump -> one leader, one event with two reports
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from explorer.identity.actors import resolve_actors
from explorer.identity.commitments import resolve_commitments
from explorer.identity.events import resolve_events
from explorer.identity.ties import resolve_ties
from explorer.knowledge.gazetteer import known_actors
from explorer.knowledge.names import KnownActor
from explorer.model import Document, Extraction, World


def resolve(extractions: Iterable[Extraction], *, known: Mapping[str, KnownActor] | None = None) -> World:
    """Merge what documents say into one record for each actor, tie, event and commitment.

    The result does not depend on the order of the documents; a document given twice counts once. `known` are the
    actors whose ids are sure, by default those of the knowledge files.
    """
    known = known_actors() if known is None else known
    each = _once(extractions)
    actors = resolve_actors(each, known)
    return World(
        documents=tuple(sorted((one.document for one in each), key=_document_order)),
        actors=tuple(actors.by_id[actor_id] for actor_id in sorted(actors.by_id)),
        ties=resolve_ties(each, actors),
        events=resolve_events(each, actors),
        commitments=resolve_commitments(each, actors),
    )


def _once(extractions: Iterable[Extraction]) -> list[Extraction]:
    """Keep one extraction a document; of two that differ, the first in the order of what they say."""
    found: dict[str, Extraction] = {}
    for extraction in extractions:
        other = found.setdefault(extraction.document.id, extraction)
        if other is not extraction and repr(extraction) < repr(other):
            found[extraction.document.id] = extraction
    return [found[document] for document in sorted(found)]


def _document_order(document: Document) -> tuple[str, str]:
    return document.date or "~", document.id
