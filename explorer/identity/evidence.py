"""The sentences behind a merged record, each with the document it stands in.

merged([report from a, report from b, another from b]) -> 3 sentences, 2 documents
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from explorer.model import Document, Evidence


def placed(evidence: Iterable[Evidence], document: Document) -> tuple[Evidence, ...]:
    """Add document, source and date where extraction left them out."""
    return tuple(one if one.document else _placed(one, document) for one in evidence)


def merged(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Give each sentence once, by date, document and place in it."""
    return tuple(sorted(set(evidence), key=evidence_key))


def evidence_key(evidence: Evidence) -> tuple[str, str, int, int, tuple[int, int], str]:
    """Give what orders evidence; undated documents come last."""
    place = (evidence.start, evidence.end, evidence.trigger, evidence.rule)
    return (evidence.date or "~", evidence.document or "", *place)


def _placed(evidence: Evidence, document: Document) -> Evidence:
    return replace(evidence, document=document.id, source=document.source, date=document.date)
