"""Build a document from text and what is known about it.

"Japan and India sign pact\\n\\nTokyo …" -> Document(title="Japan and India sign pact", language="en", …)
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from itertools import islice
from urllib.parse import urlsplit

from explorer.errors import UnreadableDocument
from explorer.model import Document
from explorer.reading.dates import iso_date
from explorer.reading.encoding import decode
from explorer.reading.guard import guard, one_line
from explorer.reading.language import language_of

TITLE_LIMIT = 120
HEADLINE_LINES = 5
HEADLINE_WORDS = 4
NAME_LIMIT = 200
ADDRESS_LIMIT = 2000
LONG_RUN = re.compile(r"\S{200}")
LETTER = re.compile(r"[^\W\d_]")
EMPTY = "is empty: put the text of an article in it"


def read_plain(data: bytes) -> Document:
    """Read the content of a .txt file."""
    return read_text(decode(data))


def read_text(
    text: str,
    *,
    title: str = "",
    date: str | int | None = None,
    source: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Document:
    """Read one article given as text.

    The document's text is as long as `text` and has every character in its place, so offsets hold for both.
    Without a title the first line that says something serves. Raises UnreadableDocument for a text without words.
    """
    safe = guard(text)
    if not safe.strip():
        raise UnreadableDocument(EMPTY)
    if not LETTER.search(safe):
        raise UnreadableDocument("holds no words, only digits and signs: put the text of an article in it")
    return Document(
        id=id or document_id(safe),
        title=one_line(title, limit=NAME_LIMIT) or _headline(safe),
        text=safe,
        date=iso_date(date),
        source=one_line(source or "", limit=NAME_LIMIT) or None,
        url=web_address(url),
        language=language_of(safe),
    )


def document_id(text: str) -> str:
    """Return 16 hex digits that stay the same when only spacing, case or the form of letters changes."""
    pieces = LONG_RUN.sub(r"\g<0> ", guard(text))  # NFKC takes minutes for 100,000 combining marks in a row
    cleaned = " ".join(unicodedata.normalize("NFKC", pieces).split()).casefold()
    return hashlib.sha256(cleaned.encode()).hexdigest()[:16]


def web_address(url: str | None) -> str | None:
    """Return the address if a browser may be sent there; None for javascript:, file: and broken ones."""
    if not url or len(url) > ADDRESS_LIMIT or guard(url) != url or url.split() != [url]:
        return None
    try:
        parts = urlsplit(url)
        return url if parts.scheme in {"http", "https"} and parts.hostname else None
    except ValueError:
        return None


def _headline(text: str) -> str:
    """Return the first line that says something, cut where it is a paragraph.

    "Source: Wire One" or "What's next?" above it is no headline.
    """
    lines = list(islice((line for line in text.splitlines() if line.strip()), HEADLINE_LINES))
    first = next((line for line in lines if len(line.split(maxsplit=HEADLINE_WORDS)) >= HEADLINE_WORDS), lines[0])
    return one_line(first, limit=TITLE_LIMIT)
