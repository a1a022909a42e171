"""Full-text search over the titles and texts of the documents.

search(connection, 'Takaichi "golden share"') -> documents with the word and the phrase
"""

from __future__ import annotations

import re
import unicodedata

from sqlalchemy import Connection

from explorer.model import Document
from explorer.store.dialect import matching_documents
from explorer.store.documents import read_documents, select_documents
from explorer.store.schema import documents

PART = re.compile(r'"([^"]*)"?|(\S+)')
WORD = re.compile(r"[^\W_]+")  # the database takes an underscore for a space
MOST = 500  # documents in one condition


def search(connection: Connection, words: str) -> list[Document]:
    """Find documents that hold every word and every "phrase", the best match of the first part first."""
    found: list[str] | None = None
    # An accent that is a character of its own would cut its word in two.
    for quoted, bare in PART.findall(unicodedata.normalize("NFC", words)):
        parts = WORD.findall(quoted or bare)
        if not parts:
            continue
        matching = matching_documents(connection, parts, phrase=bool(quoted) or len(parts) > 1)
        both = set(matching)
        found = matching if found is None else [id for id in found if id in both]
    by_id: dict[str, Document] = {}
    ids = found or []
    for begin in range(0, len(ids), MOST):
        chosen = select_documents(text=False).where(documents.c.id.in_(ids[begin : begin + MOST]))
        by_id |= {document.id: document for document in read_documents(connection.execute(chosen))}
    return [by_id[id] for id in ids]
