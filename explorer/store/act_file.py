"""Corrections as a YAML file, to be kept, read by people, and applied to another store.

read_acts(write_acts(acts), "corrections.yaml") == acts
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from explorer.errors import CurationError
from explorer.identity.acts import SETTINGS, Act, ActKind
from explorer.knowledge.strict import UniqueKeys
from explorer.store.act_values import check_text, value_for

DEEPEST = 12  # a correction needs six levels
LARGEST = 2**63 - 1
MADE = r"^2[01][0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+\+00:00$"
SPLIT_OFF = re.compile(r"@?#[0-9a-f]+")  # what a split adds to a key

PAIRS, SETTING, CLAIMS = frozenset({"pairs"}), frozenset({"key", "value"}), frozenset({"owner", "claims"})
FORMS: dict[ActKind, tuple[frozenset[str], ...]] = {  # what a content of each kind may hold beside `ids`
    ActKind.MERGE: (PAIRS,),
    ActKind.APART: (PAIRS,),
    ActKind.SPLIT: (PAIRS, PAIRS | {"key", "moved", "documents"}),
    ActKind.RENAME: (SETTING,),
    ActKind.RETYPE: (SETTING,),
    ActKind.COUNTRY: (SETTING,),
    ActKind.REJECT: (CLAIMS, CLAIMS | {"value"}),
    ActKind.CONFIRM: (CLAIMS, CLAIMS | {"value"}),
    ActKind.NOTE: (SETTING, CLAIMS | {"value"}),
    ActKind.UNDO: (frozenset({"act"}),),
}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Claim(_Strict):
    document: str
    kind: str
    trigger: int = Field(ge=0, le=LARGEST)
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

    @model_validator(mode="after")
    def _is_split_off(self) -> _Content:
        # A mention moved to a key that others have could never be told from theirs again.
        key, moved = self.key or "", self.moved
        if moved is not None and not (moved.startswith(key) and SPLIT_OFF.fullmatch(moved[len(key) :])):
            raise ValueError("moved is the key with # and a number of its own")
        return self


class _Act(_Strict):
    id: str = Field(pattern=r"^[0-9a-f]{6,40}$")
    made: str = Field(pattern=MADE)
    kind: str
    reason: str = ""
    content: _Content

    @model_validator(mode="after")
    def _is_whole(self) -> _Act:
        if self.kind not in set(ActKind):
            raise ValueError(f"kind {self.kind!r} is unknown; choose from {', '.join(ActKind)}")
        given = {name for name, value in self.content.model_dump().items() if value is not None} - {"ids"}
        _check_form(ActKind(self.kind), given)
        return self

    @model_validator(mode="after")
    def _is_storable(self) -> _Act:
        datetime.fromisoformat(self.made)
        check_text(self.model_dump())
        if self.kind in SETTINGS:
            self.content.value = value_for(ActKind(self.kind), self.content.value or "")
        return self


class _File(_Strict):
    version: Literal[1]
    corrections: list[_Act]


def write_acts(acts: Iterable[Act]) -> str:
    """Write corrections as YAML; the same list gives the same text."""
    rows = [
        {"id": act.id, "made": act.made, "kind": str(act.kind), "reason": act.reason, "content": _sorted(act)}
        for act in acts
    ]
    return yaml.safe_dump({"version": 1, "corrections": rows}, allow_unicode=True, sort_keys=False, width=120)


def read_acts(text: str, where: str) -> list[Act]:
    """Read corrections; raises CurationError naming file and entry if something in them is not as it should be."""
    try:
        given = _File.model_validate(_load(text))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        raise CurationError(f"{where}: {place}: {first['msg'].removeprefix('Value error, ')}") from error
    except (yaml.YAMLError, ValueError) as error:  # a day or a number that no computer knows is a ValueError
        raise CurationError(f"{where}: not YAML ({' '.join(str(error).split())})") from error
    return [_act(row) for row in given.corrections]


def _sorted(act: Act) -> Any:
    """Give a content in the order of its names, which a store and a file need not share."""
    return json.loads(json.dumps(act.content, sort_keys=True))


def _load(text: str) -> Any:
    """Read YAML after a look at its shape: references to references can make gigabytes of a few lines."""
    depth = 0
    for event in yaml.parse(text, Loader=UniqueKeys):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or depth > DEEPEST:
            problem = "a reference (*)" if isinstance(event, yaml.AliasEvent) else "a list within lists within lists"
            line = event.start_mark.line + 1 if event.start_mark else "?"
            raise yaml.YAMLError(f"line {line}: {problem} has no place here")
    return yaml.load(text, Loader=UniqueKeys)  # noqa: S506 (a safe loader)


def _check_form(kind: ActKind, given: set[str]) -> None:
    if given in FORMS[kind]:
        return
    nearest = min(FORMS[kind], key=lambda form: (len(form - given), len(given - form)))
    missing = nearest - given
    if missing:
        raise ValueError(f"a {kind} needs {', '.join(sorted(missing))}")
    raise ValueError(f"a {kind} has no {', '.join(sorted(given - nearest))}")


def _act(row: _Act) -> Act:
    given = row.content.model_dump(exclude_unset=True)
    content: dict[str, Any] = {key: value for key, value in given.items() if value is not None}
    return Act(row.id, row.made, ActKind(row.kind), row.reason, content)
