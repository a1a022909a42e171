"""Full-text search over the titles and texts of the documents.

search(connection, 'Takaichi "golden share"') -> documents with the word and the phrase
"""

from __future__ import annotations

import re

from sqlalchemy import Connection

from explorer.model import Document
from explorer.store.dialect import matching_documents
from explorer.store.documents import read_documents, select_documents
from explorer.store.schema import documents

PART = re.compile(r'"([^"]*)"?|(\S+)')
WORD = re.compile(r"\w+")
MOST = 500  # documents in one condition


def search(connection: Connection, words: str) -> list[Document]:
    """Find documents that hold every word and every "phrase", the best match of the first part first."""
    found: list[str] | None = None
    for quoted, bare in PART.findall(words):
        parts = WORD.findall(quoted or bare)
        if not parts:
            continue
        matching = matching_documents(connection, parts, phrase=bool(quoted) or len(parts) > 1)
        found = matching if found is None else [id for id in found if id in set(matching)]
    by_id: dict[str, Document] = {}
    ids = found or []
    for begin in range(0, len(ids), MOST):
        chosen = select_documents(text=False).where(documents.c.id.in_(ids[begin : begin + MOST]))
        by_id |= {document.id: document for document in read_documents(connection.execute(chosen))}
    return [by_id[id] for id in ids]
