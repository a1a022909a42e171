"""Read the articles in a zip archive, in memory: nothing is ever unpacked to disk.

"week.zip" with a.txt and b.html -> the outcomes of both, at "week.zip: a.txt" and "week.zip: b.html"
"""

from __future__ import annotations

import re
import stat
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from explorer.errors import UnreadableDocument
from explorer.reading.bounded import Budget, Readable, Unpacked
from explorer.reading.outcome import Outcome, failure

MEMBER_LIMIT = 100_000
ARCHIVES = frozenset({".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".7z", ".rar"})
ENCRYPTED = 0x1
SEPARATOR = re.compile(r"[/\\]")
HIDDEN = re.compile(r"__MACOSX$|\.[^.]")
ReadMember = Callable[[str, Readable, str], Iterator[Outcome]]


def read_archive(file: IO[bytes], where: str, packed_size: int, read_member: ReadMember) -> Iterator[Outcome]:
    """Yield the outcomes of all members; `read_member(name, stream, where)` knows the formats.

    It yields nothing for a member in a format that is not read. Names of members are shown, never used as paths.
    """
    try:
        with ZipFile(file) as archive:
            members = [member for member in archive.infolist() if not _is_ignored(member)]
            _check_members(members)
            budget = Budget(packed_size)
            for member in members:
                yield from _read_member(archive, member, f"{where}: {member.filename}", read_member, budget)
                if budget.is_spent:  # the outcome of the last member says so
                    return
    except UnreadableDocument as error:
        yield failure(where, error)
    except (BadZipFile, LargeZipFile, OSError, ValueError, NotImplementedError):
        yield failure(where, "is no zip archive, or damaged or cut off: get a new copy")


def _is_ignored(member: ZipInfo) -> bool:
    """Folders, hidden files and what macOS adds."""
    return member.is_dir() or any(HIDDEN.match(part) for part in SEPARATOR.split(member.filename))


def _check_members(members: list[ZipInfo]) -> None:
    """Refuse an archive before any work is done on it; a single bad member is refused when its turn comes."""
    if len(members) > MEMBER_LIMIT:
        raise UnreadableDocument(f"holds {len(members)} files, more than {MEMBER_LIMIT}: split it")
    offsets = {member.header_offset for member in members}
    if len(offsets) < len(members):
        raise UnreadableDocument("holds files that overlap, as a decompression bomb does: unpack it yourself")


def _read_member(
    archive: ZipFile, member: ZipInfo, where: str, read_member: ReadMember, budget: Budget
) -> Iterator[Outcome]:
    try:
        _check_member(member)
        with archive.open(member) as stream:
            yield from read_member(member.filename, Unpacked(stream, budget), where)
    except UnreadableDocument as error:
        yield failure(where, error)
    except (BadZipFile, OSError, EOFError, zlib.error, RuntimeError, NotImplementedError, ValueError):
        yield failure(where, "is damaged or packed in an unknown way: get a new copy")


def _check_member(member: ZipInfo) -> None:
    if member.flag_bits & ENCRYPTED:
        raise UnreadableDocument("is encrypted: unpack it with its password")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise UnreadableDocument("is a link, not an article: put the file itself into the archive")
    if PurePosixPath(member.filename.lower()).suffix in ARCHIVES:
        raise UnreadableDocument("is an archive in an archive: unpack it first")
