"""Reads gold clusters: documents, and which of their mentions are one actor, one event or one commitment.

load_clusters(Path("data/evaluation/clusters")).actors[ActorMention("kim-off", 120, 127, "Mr Kim")] -> "kim-jong-un"

Offsets are computed from the words, so that a text can be edited without counting characters.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, field_validator

from explorer.errors import DataFileError
from explorer.evaluation.gold import ALTERNATIVE
from explorer.knowledge.strict import Entry
from explorer.model import CommitmentKind, Document, EventType

DOCUMENTS = "documents"


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that name an actor: `start` and `end` are offsets into the text of the document."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ClaimMention:
    """A part of a sentence that tells of an event or commitment.

    `kinds` are the types that are right, `who` names its participants, alternatives joined by "|".
    """

    document: str
    start: int
    end: int
    text: str
    kinds: frozenset[str]
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldClusters:
    """The documents, and the name of the cluster of each mention."""

    documents: tuple[Document, ...]
    actors: Mapping[ActorMention, str]
    events: Mapping[ClaimMention, str]
    commitments: Mapping[ClaimMention, str]


class _Document(Entry):
    id: str
    title: str
    date: str = Field(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")
    source: str
    text: str

    @property
    def document(self) -> Document:
        return Document(self.id, self.title, self.text, self.date, self.source)


class _Form(Entry):
    """Without `nth` every occurrence in the document is meant that is no part of a longer form listed for it."""

    document: str
    text: str = Field(min_length=1)
    nth: int | None = Field(default=None, ge=1)


class _Part(Entry):
    document: str
    sentence: str = Field(min_length=1)


class _Claims(Entry):
    who: tuple[str, ...] = Field(min_length=1)
    mentions: tuple[_Part, ...] = Field(min_length=1)


class _Events(_Claims):
    type: str

    @field_validator("type")
    @classmethod
    def _is_known(cls, value: str) -> str:
        return ALTERNATIVE.join(EventType(part) for part in value.split(ALTERNATIVE))


class _Commitments(_Claims):
    kind: str

    @field_validator("kind")
    @classmethod
    def _is_known(cls, value: str) -> str:
        return ALTERNATIVE.join(CommitmentKind(part) for part in value.split(ALTERNATIVE))


class _File(Entry):
    documents: tuple[_Document, ...]
    actors: dict[str, tuple[_Form, ...]] = {}
    events: dict[str, _Events] = {}
    commitments: dict[str, _Commitments] = {}


def holds_clusters(path: Path) -> bool:
    """Tell whether a file, or the first .json file of a folder, is an object with documents, as gold clusters are."""
    for file in _files(path)[:1]:
        try:
            record = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        return isinstance(record, dict) and DOCUMENTS in record
    return False


def load_clusters(path: Path) -> GoldClusters:
    """Read a file of gold clusters, or all .json files of a folder as one: clusters of one name are one.

    Raises DataFileError, naming file, document and entry, where a form is not in its document or could be another's.
    """
    paths = _files(path)
    if not paths:
        raise DataFileError(f"{path}: no .json files with gold clusters here")
    documents: dict[str, Document] = {}
    actors: dict[ActorMention, str] = {}
    events: dict[ClaimMention, str] = {}
    commitments: dict[ClaimMention, str] = {}
    for file in paths:
        contents = _read(file)
        here = _documents(file, contents)
        _refuse_repeats(file, documents, here)
        documents |= here
        actors |= _actor_mentions(file, here, contents.actors)
        events |= _claim_mentions(file, here, ((name, one, one.type) for name, one in contents.events.items()))
        kinds = ((name, one, one.kind) for name, one in contents.commitments.items())
        commitments |= _claim_mentions(file, here, kinds)
    return GoldClusters(tuple(documents.values()), actors, events, commitments)


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.json")) if path.is_dir() else [path]


def _read(file: Path) -> _File:
    try:
        record = json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=_without_repeats)
        return _File.model_validate(record)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise DataFileError(f"{file}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    except (OSError, ValueError) as error:
        raise DataFileError(f"{file}: {error}") from error


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """JSON lets a later key silently replace an earlier one, and half of a cluster would be lost."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{next(name for name in names if names.count(name) > 1)!r} comes twice")
    return found


def _documents(file: Path, contents: _File) -> dict[str, Document]:
    found: dict[str, Document] = {}
    for one in contents.documents:
        _refuse_repeats(file, found, [one.id])
        found[one.id] = one.document
    return found


def _refuse_repeats(file: Path, known: Mapping[str, Document], more: Iterable[str]) -> None:
    twice = [name for name in more if name in known]
    if twice:
        raise DataFileError(f"{file}: document {twice[0]!r} comes twice")


def _actor_mentions(
    file: Path, documents: Mapping[str, Document], clusters: Mapping[str, Iterable[_Form]]
) -> dict[ActorMention, str]:
    """Find the longer forms first, so that "Trump" is not looked for within "Donald Trump"."""
    found: dict[ActorMention, str] = {}
    forms = [(name, form) for name, listed in clusters.items() for form in listed]
    for name, form in sorted(forms, key=lambda item: -len(item[1].text)):
        text = _text(file, documents, form.document, name)
        taken = [one for one in found if one.document == form.document]
        spans = list(_spans(text, form, taken))
        place = f"{file}: document {form.document}: {name}: {form.text!r}"
        if not spans:
            raise DataFileError(f"{place} is not in the text, or only within a longer form or fewer times")
        for start, end in spans:
            if any(one.start < end and start < one.end for one in taken):
                raise DataFileError(f"{place} is ambiguous: it overlaps another form")
            found[ActorMention(form.document, start, end, form.text)] = name
    return found


def _spans(text: str, form: _Form, taken: Iterable[ActorMention]) -> Iterator[tuple[int, int]]:
    spans = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(form.text)}(?!\w)", text)]
    if form.nth is not None:
        yield from spans[form.nth - 1 : form.nth]
        return
    longer = [one for one in taken if len(one.text) > len(form.text)]
    yield from (span for span in spans if not any(one.start <= span[0] and span[1] <= one.end for one in longer))


def _claim_mentions(
    file: Path, documents: Mapping[str, Document], clusters: Iterable[tuple[str, _Claims, str]]
) -> dict[ClaimMention, str]:
    found: dict[ClaimMention, str] = {}
    for name, cluster, kinds in clusters:
        for part in cluster.mentions:
            start = _only_place(file, documents, part, name)
            end = start + len(part.sentence)
            right = frozenset(kinds.split(ALTERNATIVE))
            mention = ClaimMention(part.document, start, end, part.sentence, right, cluster.who)
            if mention in found:
                raise DataFileError(f"{file}: document {part.document}: {name}: {part.sentence!r} is ambiguous")
            found[mention] = name
    return found


def _only_place(file: Path, documents: Mapping[str, Document], part: _Part, name: str) -> int:
    text = _text(file, documents, part.document, name)
    times = text.count(part.sentence)
    if times != 1:
        what = "is ambiguous: it comes more than once" if times else "is not in the text"
        raise DataFileError(f"{file}: document {part.document}: {name}: {part.sentence!r} {what}")
    return text.index(part.sentence)


def _text(file: Path, documents: Mapping[str, Document], wanted: str, name: str) -> str:
    if wanted not in documents:
        raise DataFileError(f"{file}: {name}: there is no document {wanted!r} in this file")
    return documents[wanted].text
