"""Read from untrusted streams within limits.

A gzip of 1 GB of zeros is refused after 64 MB; a line without end is skipped after 20 MB.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Protocol

from explorer.errors import UnreadableDocument

MEGABYTE = 1 << 20
ARTICLE_LIMIT = 20 * MEGABYTE  # one article, or one line of JSON lines
FREE_SIZE = 64 * MEGABYTE  # an archive may always unpack to this
RATIO_LIMIT = 100  # beyond it, to so many times its own size; text packs 3 to 20 times
TOO_LARGE = f"is larger than {ARTICLE_LIMIT // MEGABYTE} MB: split it into articles"


class Readable(Protocol):
    """What we need of an open file, an upload or a member of an archive."""

    def read(self, size: int, /) -> bytes: ...

    def readline(self, size: int, /) -> bytes: ...


class Budget:
    """How many bytes an archive of `packed_size` may still unpack to, over all its members."""

    def __init__(self, packed_size: int) -> None:
        self._left = max(FREE_SIZE, RATIO_LIMIT * packed_size)

    @property
    def is_spent(self) -> bool:
        return self._left < 0

    def spend(self, amount: int) -> None:
        self._left -= amount
        if self.is_spent:
            raise UnreadableDocument("unpacks to far more than its size, as decompression bombs do: unpack it yourself")


class Unpacked:
    """A decompressing stream that stops when its budget is spent."""

    def __init__(self, stream: Readable, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, size: int, /) -> bytes:
        return self._counted(self._stream.read(size))

    def readline(self, size: int, /) -> bytes:
        return self._counted(self._stream.readline(size))

    def _counted(self, data: bytes) -> bytes:
        self._budget.spend(len(data))
        return data


class Rejoined:
    """A stream whose first lines were read already to find out what it is; `head` ends where a line ends."""

    def __init__(self, head: bytes, rest: Readable) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def read(self, size: int, /) -> bytes:
        data = self._head.read(size)
        return data + self._rest.read(size - len(data))

    def readline(self, size: int, /) -> bytes:
        return self._head.readline(size) or self._rest.readline(size)


def read_article(stream: Readable) -> bytes:
    """Read all of a stream that holds one article."""
    data = stream.read(ARTICLE_LIMIT + 1)
    if len(data) > ARTICLE_LIMIT:
        raise UnreadableDocument(TOO_LARGE)
    return data


def read_lines(stream: Readable) -> Iterator[bytes | None]:
    """Yield line after line; None stands for one that is too long."""
    while line := stream.readline(ARTICLE_LIMIT):
        if len(line) == ARTICLE_LIMIT and not line.endswith(b"\n"):
            _skip_line(stream)
            yield None
        else:
            yield line


def _skip_line(stream: Readable) -> None:
    while (rest := stream.readline(MEGABYTE)) and not rest.endswith(b"\n"):
        pass
