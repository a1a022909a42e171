"""File, folder, archive, upload, stream or pasted text -> documents.

read_paths(["news/", "today.jsonl"]) -> Outcome("news/a.txt", Document(...), None), ...
"""

from explorer.reading.outcome import Outcome
from explorer.reading.plain import document_id, read_text
from explorer.reading.sources import SUPPORTED, read, read_paths, read_stream, read_upload

__all__ = ["SUPPORTED", "Outcome", "document_id", "read", "read_paths", "read_stream", "read_text", "read_upload"]
