"""Attributes as typed columns, the way file formats want them.

columns([{"reports": 3, "topics": ["military"]}]) -> {"reports": "long", "topics": "liststring"}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

ColumnType = Literal["boolean", "long", "double", "liststring", "string"]
SEPARATOR = "; "


def columns(rows: Iterable[Mapping[str, Any]]) -> dict[str, ColumnType]:
    """Give the type of every column, in the order of first use; a column of mixed types is text."""
    values: dict[str, list[Any]] = {}
    for row in rows:
        for name, value in row.items():
            values.setdefault(name, [])
            if value is not None:
                values[name].append(value)
    return {name: _type_of(column) for name, column in values.items()}


def _type_of(values: list[Any]) -> ColumnType:
    kinds = {type(value) for value in values}
    if kinds == {bool}:
        return "boolean"
    if kinds == {int}:
        return "long"
    if kinds and kinds <= {int, float}:
        return "double"
    return "liststring" if kinds and kinds <= {list, tuple} else "string"


def flat(value: Any) -> str | int | float | bool:
    """Make one plain value of any: a list becomes text, nothing becomes the empty text."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return SEPARATOR.join(map(str, value))
    return value if isinstance(value, (str, int, float, bool)) else str(value)
