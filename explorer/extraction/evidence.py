"""The sentence behind a record, with the offsets of the words that triggered it."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from explorer.model import Evidence


def evidence_of(doc: Doc, sentence: Span, start: int, end: int, rule: str) -> Evidence:
    """Make evidence of a sentence; tokens start..end are the trigger.

    Offsets are those of the prepared text, which has the length of the document's; the border fills in the words
    as they were written.
    """
    first, last = _trimmed(sentence)
    trigger = doc[start:end]
    return Evidence(first, last, doc.text[first:last], (trigger.start_char, trigger.end_char), rule)


def _trimmed(sentence: Span) -> tuple[int, int]:
    text = sentence.text
    lead = len(text) - len(text.lstrip())
    tail = len(text) - len(text.rstrip())
    return sentence.start_char + lead, sentence.end_char - tail
