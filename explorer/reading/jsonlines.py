"""Read JSON lines: one article a line.

{"id": "a1", "title": "Pact signed", "date": "2024-05-06", "text": "Tokyo …"} -> Document(id="a1", …)
"""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

from explorer.errors import UnreadableDocument
from explorer.model import Document
from explorer.reading.bounded import TOO_LARGE, Budget, Readable, Unpacked, read_article, read_lines
from explorer.reading.encoding import decode, has_wide_mark
from explorer.reading.guard import guard
from explorer.reading.outcome import Outcome, failure, success
from explorer.reading.plain import read_text

ID_LIMIT = 200
PATIENCE = 100  # lines without one article, after which a file is taken for something else
NO_LINES = "is empty: put one JSON object a line in it"
DAMAGED = "is damaged or cut off: get a new copy"


def read_packed_json_lines(stream: Readable, where: str, packed_size: int) -> Iterator[Outcome]:
    """Read .jsonl.gz, refusing decompression bombs."""
    with gzip.GzipFile(fileobj=stream) as unpacked:  # type: ignore[call-overload]
        yield from read_json_lines(Unpacked(unpacked, Budget(packed_size)), where)


def read_json_lines(stream: Readable, where: str) -> Iterator[Outcome]:
    """Yield an outcome for every line that is not blank; a bad line does not stop the others."""
    read = 0
    failed = 0
    try:
        for number, line in enumerate(_utf8_lines(stream), start=1):
            if line is not None and not line.strip():
                continue
            if line is not None and not read:
                decode(line)  # a binary file is refused as a whole
            outcome = _outcome(line, f"{where}, line {number}")
            yield outcome
            read += 1
            failed += outcome.document is None
            if failed == read == PATIENCE:
                yield failure(where, f"holds no article in its first {PATIENCE} lines: is it JSON lines?")
                return
    except UnreadableDocument as error:
        yield failure(where, error)
    except (OSError, EOFError, zlib.error, BadZipFile):
        yield failure(where, DAMAGED)
    else:
        if not read:
            yield failure(where, NO_LINES)


def read_json(line: str) -> Document:
    """Read one line; a given id is kept. Raises UnreadableDocument."""
    record = _record(line)
    text = record.get("text")
    if not isinstance(text, str):
        raise UnreadableDocument('has no "text": give the article as a string under that key')
    return read_text(
        text,
        title=_string(record, "title") or "",
        date=_date(record),
        source=_string(record, "source"),
        url=_string(record, "url"),
        id=_id(record),
    )


def _outcome(line: bytes | None, where: str) -> Outcome:
    try:
        if line is None:
            raise UnreadableDocument(TOO_LARGE)
        return success(where, read_json(decode(line)))
    except UnreadableDocument as error:
        return failure(where, error)


def _utf8_lines(stream: Readable) -> Iterator[bytes | None]:
    """Yield lines; a UTF-16 file, in which a byte 10 need not end a line, is turned into UTF-8 first."""
    lines = read_lines(stream)
    for line in lines:
        if line is not None and has_wide_mark(line):
            whole = decode(line + read_article(stream)).encode("utf-8", "replace")
            yield from read_lines(io.BytesIO(whole))
        else:
            yield line
            break
    yield from lines


def _record(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line, strict=False)
    except json.JSONDecodeError as error:
        raise UnreadableDocument(f"is not valid JSON ({error.msg}, column {error.colno}): correct the line") from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits; 100,000 brackets
        raise UnreadableDocument("is not reasonable JSON (a huge number or nesting): correct the line") from error
    if not isinstance(record, dict):
        raise UnreadableDocument('is not a JSON object: write {"title": …, "text": …} on one line')
    return record


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return value if isinstance(value, str) else None


def _date(record: dict[str, Any]) -> str | int | None:
    value = record.get("date")
    return value if isinstance(value, str | int) else None


def _id(record: dict[str, Any]) -> str | None:
    """Return the given id, which must be usable as a key everywhere; a number becomes its digits."""
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None or value == "":
        return None
    if not isinstance(value, str) or len(value) > ID_LIMIT or guard(value) != value or not value.strip():
        raise UnreadableDocument(f'has an unusable "id": give a string of at most {ID_LIMIT} printable characters')
    return value
