"""Reads gold answers: passages with the actors, ties, events and commitments that a careful reader finds in them.

load_gold(Path("data/evaluation")) -> (GoldPassage(id="dip-01", ...), ...)
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, field_validator, model_validator

from explorer.errors import DataFileError
from explorer.model import ActorType, CommitmentKind, CommitmentStatus, Document, EventType, Status, TieKind

ALTERNATIVE = "|"
# Gold answers may be written in everyday words.
STATUS_WORDS = {"happened": Status.ACTUAL, "planned": Status.FUTURE}
COMMITMENT_WORDS = {"happened": CommitmentStatus.HELD}


class _Gold(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _known(value: str | None, *allowed: Iterable[str]) -> str | None:
    words = {str(word) for group in allowed for word in group}
    unknown = [part for part in (value or "").split(ALTERNATIVE) if value and part not in words]
    if unknown:
        raise ValueError(f"unknown: {', '.join(unknown)}")
    return value


class GoldEvent(_Gold):
    """`a` and `r` list actors and recipients; "Olaf Scholz|Germany" takes either name, "AGREE|AID" either type."""

    type: str
    a: tuple[str, ...]
    r: tuple[str, ...] = ()
    status: str | None = None
    mode: str | None = None

    @field_validator("type")
    @classmethod
    def _type(cls, value: str) -> str | None:
        return _known(value, EventType)

    @field_validator("status")
    @classmethod
    def _status(cls, value: str | None) -> str | None:
        return _known(value, Status, STATUS_WORDS)

    @property
    def types(self) -> frozenset[EventType]:
        return frozenset(EventType(part) for part in self.type.split(ALTERNATIVE))

    @property
    def statuses(self) -> frozenset[Status]:
        """The statuses that are right; empty if any is."""
        parts = self.status.split(ALTERNATIVE) if self.status else []
        return frozenset(STATUS_WORDS.get(part) or Status(part) for part in parts)

    def dyads(self) -> Iterator[tuple[str, str | None]]:
        """Yield actor and recipient pairwise; where there is no recipient, every two actors."""
        if self.r:
            yield from ((actor, recipient) for actor in self.a for recipient in self.r)
        elif len(self.a) > 1:
            yield from ((one, other) for at, one in enumerate(self.a) for other in self.a[at + 1 :])
        else:
            yield from ((actor, None) for actor in self.a)


class GoldCommitment(_Gold):
    kind: str
    parties: tuple[str, ...]
    status: str | None = None
    amount: float | None = None

    @field_validator("kind")
    @classmethod
    def _kind(cls, value: str) -> str | None:
        return _known(value, CommitmentKind)

    @field_validator("status")
    @classmethod
    def _status(cls, value: str | None) -> str | None:
        return _known(value, CommitmentStatus, COMMITMENT_WORDS)

    @property
    def kinds(self) -> frozenset[CommitmentKind]:
        return frozenset(CommitmentKind(part) for part in self.kind.split(ALTERNATIVE))

    @property
    def statuses(self) -> frozenset[CommitmentStatus]:
        parts = self.status.split(ALTERNATIVE) if self.status else []
        return frozenset(COMMITMENT_WORDS.get(part) or CommitmentStatus(part) for part in parts)


class GoldPassage(_Gold):
    """`events` must be found, `optional` may be, `absent` must not be reported as having happened."""

    id: str
    date: str | None = None
    title: str = ""
    text: str = ""
    file: str | None = None
    actors: tuple[tuple[ActorType, str], ...] = ()
    ties: tuple[tuple[TieKind, str, str], ...] = ()
    events: tuple[GoldEvent, ...] = ()
    optional: tuple[GoldEvent, ...] = ()
    absent: tuple[GoldEvent, ...] = ()
    commitments: tuple[GoldCommitment, ...] = ()

    @model_validator(mode="after")
    def _has_text(self) -> Self:
        if not self.text and not self.file:
            raise ValueError("give text, or file")
        return self

    @property
    def document(self) -> Document:
        return Document(id=self.id, title=self.title, text=self.text, date=self.date)


def load_gold(path: Path) -> tuple[GoldPassage, ...]:
    """Read a file of passages, or all .json files of a folder.

    A passage may name a `file` with its text, looked for beside the gold file and one folder above. Raises
    DataFileError, naming file and passage, where something is missing, unknown or there twice.
    """
    paths = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not paths:
        raise DataFileError(f"{path}: no .json files with gold answers here")
    passages = [passage for file in paths for passage in _passages(file)]
    seen: set[str] = set()
    for passage in passages:
        if passage.id in seen:
            raise DataFileError(f"{path}: passage {passage.id!r} comes twice")
        seen.add(passage.id)
    return tuple(passages)


def _passages(file: Path) -> Iterator[GoldPassage]:
    try:
        records = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise DataFileError(f"{file}: {error}") from error
    if not isinstance(records, list):
        raise DataFileError(f"{file}: a list of passages is expected")
    adapter = TypeAdapter(GoldPassage)
    for number, record in enumerate(records, 1):
        try:
            passage = adapter.validate_python(record)
        except ValidationError as error:
            first = error.errors()[0]
            name = record.get("id", f"number {number}") if isinstance(record, dict) else f"number {number}"
            place = ".".join(str(part) for part in first["loc"])
            raise DataFileError(f"{file}: passage {name}: {place}: {first['msg']}") from error
        yield passage if passage.text else passage.model_copy(update={"text": _text_of(file, passage)})


def _text_of(gold: Path, passage: GoldPassage) -> str:
    for folder in (gold.parent, gold.parent.parent):
        candidate = folder / str(passage.file)
        if candidate.is_file():
            return candidate.read_text(encoding="utf-8")
    raise DataFileError(f"{gold}: passage {passage.id}: there is no file {passage.file}")
