"""Find out what a source is and read it: file, folder, archive, upload or stream -> outcomes.

read_paths(["news/", "today.jsonl"]) -> an Outcome for every article, one at a time
"""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from explorer.errors import UnreadableDocument
from explorer.model import Document
from explorer.reading.archive import read_archive
from explorer.reading.bounded import ARTICLE_LIMIT, Readable, Rejoined, read_article
from explorer.reading.encoding import decode
from explorer.reading.html import read_html
from explorer.reading.jsonlines import read_json_lines, read_packed_json_lines
from explorer.reading.markdown import read_markdown
from explorer.reading.outcome import Outcome, failure, success
from explorer.reading.plain import read_plain

ARTICLES: dict[str, Callable[[bytes], Document]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
}
LINES = frozenset({".jsonl", ".ndjson"})
PACKED_LINES = frozenset({".jsonl.gz", ".ndjson.gz"})
ARCHIVE = ".zip"
SUPPORTED = (*ARTICLES, *sorted(LINES), *sorted(PACKED_LINES), ARCHIVE)
KNOWN = ".txt, .md, .html, .jsonl, .jsonl.gz or .zip"


def read_paths(paths: Iterable[Path | str]) -> Iterator[Outcome]:
    """Read files and folders one article at a time; what cannot be read is an outcome too, and reading goes on.

    Folders are read with all below them, in order of name; hidden files and other formats in them are passed over.
    """
    for path in paths:
        yield from _read_path(Path(path))


def read(source: Path | str) -> Iterator[Document]:
    """Read the documents of a file or folder; raises UnreadableDocument at the first that cannot be read.

    A document in another language than English is no error: its `language` says so.
    """
    for outcome in read_paths([source]):
        if outcome.document is None:
            raise UnreadableDocument(f"{outcome.where}: {outcome.problem}")
        yield outcome.document


def read_upload(name: str, data: bytes) -> Iterator[Outcome]:
    """Read a file that came with its name and content, as from a web page."""
    if not _is_supported(name):
        yield failure(name, _unsupported(name))
        return
    yield from _read_file(name, io.BytesIO(data), name, len(data))


def read_stream(stream: BinaryIO, name: str = "stdin") -> Iterator[Outcome]:
    """Read JSON lines if the first character that is not a space is "{", else one plain text."""
    try:
        head = _until_content(stream)
    except OSError as error:
        yield failure(name, _unopened(error))
        return
    whole = Rejoined(head, stream)
    if _begins_with_brace(head):
        yield from read_json_lines(whole, name)
    else:
        yield _read_article(read_plain, whole, name)


def _read_path(path: Path) -> Iterator[Outcome]:
    where = str(path)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield failure(where, _unopened(error))
        return
    if stat.S_ISDIR(mode):
        yield from _or_nothing(_read_folder(path), where)
    elif not stat.S_ISREG(mode):
        yield failure(where, "is neither a file nor a folder: give one of those, or - for standard input")
    elif not _is_supported(path.name):
        yield failure(where, _unsupported(path.name))
    else:
        yield from _open_file(path)


def _read_folder(folder: Path) -> Iterator[Outcome]:
    errors: list[OSError] = []
    for here, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(here, name)
            if not name.startswith(".") and _is_supported(name) and path.is_file():
                yield from _open_file(path)
    for error in errors:
        yield failure(str(error.filename), _unopened(error))


def _open_file(path: Path) -> Iterator[Outcome]:
    try:
        with path.open("rb") as file:
            yield from _read_file(path.name, file, str(path), path.stat().st_size)
    except OSError as error:
        yield failure(str(path), _unopened(error))


def _read_file(name: str, file: BinaryIO, where: str, size: int) -> Iterator[Outcome]:
    """Read an open file in the format its name says."""
    kind = _kind(name)
    if kind == ARCHIVE:
        yield from _or_nothing(read_archive(file, where, size, _read_member), where)
    elif kind in PACKED_LINES:
        yield from read_packed_json_lines(file, where, size)
    else:
        yield from _read_member(name, file, where)


def _read_member(name: str, stream: Readable, where: str) -> Iterator[Outcome]:
    """Read what may also lie in an archive; nothing comes of other formats."""
    kind = _kind(name)
    if kind in LINES:
        yield from read_json_lines(stream, where)
    elif kind in ARTICLES:
        yield _read_article(ARTICLES[kind], stream, where)


def _read_article(reader: Callable[[bytes], Document], stream: Readable, where: str) -> Outcome:
    try:
        return success(where, reader(read_article(stream)))
    except UnreadableDocument as error:
        return failure(where, error)


def _or_nothing(outcomes: Iterator[Outcome], where: str) -> Iterator[Outcome]:
    """Pass outcomes on; say so if there are none."""
    found = False
    for outcome in outcomes:
        found = True
        yield outcome
    if not found:
        yield failure(where, f"holds no articles: put some in it, as {KNOWN}")


def _kind(name: str) -> str:
    """Return the extension that decides: "Week.JSONL.gz" -> ".jsonl.gz"."""
    suffixes = PurePosixPath(name.lower()).suffixes[-2:]
    both = "".join(suffixes)
    return both if both in PACKED_LINES else "".join(suffixes[-1:])


def _is_supported(name: str) -> bool:
    return _kind(name) in SUPPORTED


def _unsupported(name: str) -> str:
    kind = _kind(name)
    what = f"is a {kind} file, which cannot be read" if kind else "has no extension to tell its format by"
    return f"{what}: save it as {KNOWN}"


def _unopened(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "does not exist: check the name"
    if isinstance(error, PermissionError):
        return "may not be read: change its permissions"
    reason = error.strerror if isinstance(error, OSError) else None
    return f"cannot be read ({reason or error}): check the file"


def _until_content(stream: BinaryIO) -> bytes:
    """Read whole lines up to the first that is not blank."""
    head = bytearray()
    while len(head) < ARTICLE_LIMIT:
        line = stream.readline(ARTICLE_LIMIT)
        head += line
        if not line or line.strip():
            break
    return bytes(head)


def _begins_with_brace(head: bytes) -> bool:
    try:
        return decode(head).lstrip().startswith("{")
    except UnreadableDocument:  # said again, and caught, when the article is read
        return False
