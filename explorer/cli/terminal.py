"""What a person sees in a terminal besides the data: messages and progress, on stderr.

say("news/a.txt: is empty") -> one line that no name in it can turn into anything else
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explorer.workflow import Step


def plain(text: str) -> str:
    """Bring text to one line in which nothing steers the terminal: an escape becomes the characters \\x1b."""
    line = " ".join(text.split())
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in line)


def say(message: str) -> None:
    """Write one line to stderr; a closed stderr is no reason to stop."""
    with suppress(OSError, ValueError):
        print(plain(message), file=sys.stderr, flush=True)


def use_utf8() -> None:
    """Write UTF-8 wherever the output goes; Windows would use its own code page for a file."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def with_progress(steps: Iterable[Step]) -> Iterator[Step]:
    """Pass the steps on and show how far they are, if somebody is looking.

    How many there will be is known only when all is read: an archive or a JSON lines file is read as it goes.
    """
    if not sys.stderr.isatty():
        yield from steps
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        BarColumn(),
        TextColumn("{task.completed:.0f} articles"),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        for step in steps:
            progress.update(task, advance=1, description=plain(step.where)[-60:])
            yield step
