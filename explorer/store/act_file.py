"""Corrections as a YAML file, to be kept, read by people, and applied to another store.

read_acts(write_acts(acts), "corrections.yaml") == acts
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from explorer.errors import CurationError
from explorer.identity.acts import Act, ActKind

Pair = tuple[str, str]
KEYS: dict[ActKind, frozenset[str]] = {
    ActKind.MERGE: frozenset({"pairs", "ids"}),
    ActKind.APART: frozenset({"pairs", "ids"}),
    ActKind.SPLIT: frozenset({"pairs", "ids"}),
    ActKind.RENAME: frozenset({"key", "value", "ids"}),
    ActKind.RETYPE: frozenset({"key", "value", "ids"}),
    ActKind.COUNTRY: frozenset({"key", "value", "ids"}),
    ActKind.REJECT: frozenset({"owner", "claims", "ids"}),
    ActKind.CONFIRM: frozenset({"owner", "claims", "ids"}),
    ActKind.NOTE: frozenset({"value", "ids"}),
    ActKind.UNDO: frozenset({"act"}),
}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Claim(_Strict):
    document: str
    kind: str
    trigger: int
    ends: str


class _Content(_Strict):
    ids: list[str] = []
    pairs: list[list[str]] | None = None
    key: str | None = None
    moved: str | None = None
    documents: list[str] | None = None
    value: str | None = None
    owner: Literal["ties", "events", "commitments"] | None = None
    claims: list[_Claim] | None = None
    act: str | None = None

    @model_validator(mode="after")
    def _are_pairs(self) -> _Content:
        if any(len(pair) != 2 for pair in self.pairs or ()):
            raise ValueError("a pair has two keys")
        return self


class _Act(_Strict):
    id: str = Field(pattern=r"^[0-9a-f]{6,40}$")
    made: str = Field(pattern=r"^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$")
    kind: str
    reason: str = ""
    content: _Content

    @model_validator(mode="after")
    def _is_whole(self) -> _Act:
        if self.kind not in set(ActKind):
            raise ValueError(f"kind {self.kind!r} is unknown; choose from {', '.join(ActKind)}")
        given = {name for name, value in self.content.model_dump().items() if value is not None}
        missing = KEYS[ActKind(self.kind)] - given
        if missing:
            raise ValueError(f"a {self.kind} needs {', '.join(sorted(missing))}")
        return self


class _File(_Strict):
    version: Literal[1]
    corrections: list[_Act]


def write_acts(acts: Iterable[Act]) -> str:
    """Write corrections as YAML; the same list gives the same text."""
    rows = [
        {"id": act.id, "made": act.made, "kind": str(act.kind), "reason": act.reason, "content": dict(act.content)}
        for act in acts
    ]
    return yaml.safe_dump({"version": 1, "corrections": rows}, allow_unicode=True, sort_keys=False, width=120)


def read_acts(text: str, where: str) -> list[Act]:
    """Read corrections; raises CurationError naming file and entry if something in them is not as it should be."""
    try:
        given = _File.model_validate(yaml.safe_load(text))
    except yaml.YAMLError as error:
        raise CurationError(f"{where}: not YAML ({' '.join(str(error).split())})") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        raise CurationError(f"{where}: {place}: {first['msg']}") from error
    return [_act(row) for row in given.corrections]


def _act(row: _Act) -> Act:
    content: dict[str, Any] = {key: value for key, value in row.content.model_dump().items() if value is not None}
    return Act(row.id, row.made, ActKind(row.kind), row.reason, content)
