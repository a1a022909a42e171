"""Finds what stands between marks of quotation, paragraph by paragraph.

He said: "We agree." -> the words "We agree." belong to quotation 1
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

OPENING, CLOSING, STRAIGHT = {"“", "„", "«"}, {"”", "»"}, {'"', "''", "``"}
MARKS = re.compile("[“„«\"`]|''")
LONGEST = 400  # tokens; a mark that is never closed must not swallow the text


def quotations(doc: Doc) -> dict[int, int]:
    """Give the number of the quotation for each quoted token; single marks are apostrophes too often."""
    quoted: dict[int, int] = {}
    if not MARKS.search(doc.text):
        return quoted
    number, opened = 0, None
    for token in doc:
        if token.is_space and "\n" in token.text:
            opened = None
            continue
        if token.text in OPENING or (token.text in STRAIGHT and opened is None):
            opened = token.i
            number += 1
        elif token.text in CLOSING | STRAIGHT:
            opened = None
        elif opened is not None and token.i - opened < LONGEST:
            quoted[token.i] = number
    return quoted
