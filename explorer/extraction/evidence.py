"""The sentence behind a record, with the offsets of the words that triggered it."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from explorer.model import Evidence


def evidence_of(doc: Doc, sentence: Span, start: int, end: int, rule: str) -> Evidence:
    """Make evidence of a sentence; tokens start..end are the trigger.

    Offsets are those of the prepared text, which has the length of the document's; the border fills in the words
    as they were written.
    """
    trigger = doc[start:end]
    # A sentence that the parser ended too early ("U.S. | President …") is taken up to the end of its trigger.
    whole = doc[min(sentence.start, start) : max(sentence.end, end)]
    text = whole.text
    first = whole.start_char + len(text) - len(text.lstrip())
    stripped = text.strip()
    return Evidence(first, first + len(stripped), stripped, (trigger.start_char, trigger.end_char), rule)
