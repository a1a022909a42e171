"""Reads the knowledge files strictly: a file that breaks its own rules stops the program, named with its entry.

regions.yaml with "- id: sahel / nmae: Sahel" -> DataFileError: regions.yaml: 0.nmae (sahel): unknown key
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Hashable, Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from explorer.errors import DataFileError

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML built without libyaml: slower, otherwise the same
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

T = TypeVar("T")
Row = TypeVar("Row", bound=BaseModel)
FOLDER: Traversable = files(__package__)
UNKNOWN_KEY = "extra_forbidden"
BOOL = "tag:yaml.org,2002:bool"
RESOLVED_DIFFERENTLY = {BOOL, "tag:yaml.org,2002:timestamp"}


class Entry(BaseModel):
    """A row of a knowledge file: frozen, and refusing keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def load_yaml(name: str, schema: type[T] | TypeAdapter[T], *, folder: Traversable | None = None) -> T:
    """Read a YAML file that lies beside this code, checked against `schema`."""
    return _checked(name, read_yaml(name, folder=folder), schema)


def load_csv(name: str, schema: type[Row], *, folder: Traversable | None = None) -> tuple[Row, ...]:
    """Read a CSV file that lies beside this code, one `schema` a row; empty cells count as left out."""
    adapter = TypeAdapter(schema)
    rows = _csv_rows(name, _text(name, folder))
    return tuple(_checked(name, row, adapter, place=f"line {line}") for line, row in rows)


def read_yaml(name: str, *, folder: Traversable | None = None) -> Any:
    """Read a YAML file that lies beside this code as plain values, refusing repeated keys."""
    try:
        return yaml.load(_text(name, folder), Loader=UniqueKeys)  # noqa: S506 (a safe loader)
    except yaml.YAMLError as error:
        raise DataFileError(f"{name}: {error}") from error


def refuse_repeats(name: str, keys: Iterable[str], what: str) -> None:
    """Fail if a key that must be unique in the file comes twice."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise DataFileError(f"{name}: {what} {key!r} comes twice; keep one")
        seen.add(key)


class UniqueKeys(_SafeLoader):
    """YAML lets a later key silently replace an earlier one; here that is an error.

    Dates stay text, as they may be known to the month only, and only `true` and `false` are truth values: "no" and
    "on" are words of ours.
    """

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag not in RESOLVED_DIFFERENTLY]
        for first, resolvers in _SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        mapping = super().construct_mapping(node, deep)
        if len(mapping) < len(node.value):
            raise yaml.constructor.ConstructorError(None, None, _repeated_key(node))
        return mapping


UniqueKeys.add_implicit_resolver(BOOL, re.compile(r"(?:true|false)$"), ["t", "f"])


def _repeated_key(node: yaml.MappingNode) -> str:
    seen: set[str] = set()
    for key, _ in node.value:
        if key.value in seen:
            return f"line {key.start_mark.line + 1}: key {key.value!r} comes twice; keep one"
        seen.add(key.value)
    return f"line {node.start_mark.line + 1}: a key comes twice; keep one"


def _text(name: str, folder: Traversable | None) -> str:
    try:
        return ((folder or FOLDER) / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(f"{name}: cannot be read: {error}") from error


def _csv_rows(name: str, text: str) -> Iterable[tuple[int, dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    columns = reader.fieldnames or ()
    refuse_repeats(name, columns, "column")
    try:
        for row in reader:
            if None in row or None in row.values():
                raise DataFileError(f"{name}: line {reader.line_num}: {len(columns)} cells expected")
            yield reader.line_num, {key: value for key, value in row.items() if value.strip()}
    except csv.Error as error:
        raise DataFileError(f"{name}: line {reader.line_num}: {error}") from error


def _checked(name: str, value: Any, schema: type[T] | TypeAdapter[T], *, place: str = "") -> T:
    adapter: TypeAdapter[T] = schema if isinstance(schema, TypeAdapter) else TypeAdapter(schema)
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        problems = "; ".join(_problem(value, item, place) for item in error.errors(include_url=False))
        raise DataFileError(f"{name}: {problems}") from error


def _problem(value: Any, item: Any, place: str) -> str:
    where = ".".join(str(part) for part in item["loc"])
    entry = _entry_name(value, item["loc"])
    what = "unknown key" if item["type"] == UNKNOWN_KEY else item["msg"]
    return " ".join(part for part in (place, where, f"({entry})" if entry else "") if part) + f": {what}"


def _entry_name(value: Any, path: tuple[int | str, ...]) -> str:
    """Find what the entry that `path` leads into calls itself, so that a person can search for it."""
    name = ""
    for part in (*path, None):
        if isinstance(value, dict):
            name = str(value.get("id") or value.get("name") or value.get("person") or name)
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            break
    return name
