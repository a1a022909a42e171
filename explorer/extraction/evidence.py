"""The sentence behind a record, with the offsets of the words that triggered it."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from explorer.model import Evidence


def evidence_of(doc: Doc, sentence: Span, start: int, end: int, rule: str) -> Evidence:
    """Make evidence of a sentence; tokens start..end are the trigger.

    Offsets are those of the prepared text, which has the length of the document's; the border fills in the words
    as they were written.
    """
    text = sentence.text
    first = sentence.start_char + len(text) - len(text.lstrip())
    trigger = doc[start:end]
    stripped = text.strip()
    return Evidence(first, first + len(stripped), stripped, (trigger.start_char, trigger.end_char), rule)
