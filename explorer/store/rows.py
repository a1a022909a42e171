"""Records as rows of the tables in schema.sql and back.

{"id": "e1", "type": "CONSULT", …} -> ("e1", "CONSULT", "phone", "actual", "2025-10-25", "2025-10-25", "{…}")
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from explorer.records import Record

COLUMNS: dict[str, tuple[str, ...]] = {
    "actors": ("id", "type", "name", "country"),
    "ties": ("kind", "source", "target", "role", "since", "until"),
    "events": ("id", "type", "mode", "status", "start_date", "end_date"),
    "commitments": ("id", "kind", "name", "status", "start_date", "end_date", "amount", "currency"),
}
TABLES = tuple(COLUMNS)
EVIDENCE_COLUMNS = (
    "document",
    "owner",
    "owner_position",
    "position",
    "start",
    "end",
    "text",
    "trigger_start",
    "trigger_end",
    "rule",
)


def item_row(table: str, item: Record) -> tuple[Any, ...]:
    """Give the columns of one record and, last, its JSON without evidence."""
    bare = {key: value for key, value in item.items() if key != "evidence"}
    return (*(_column(item, name) for name in COLUMNS[table]), json.dumps(bare))


def evidence_rows(items: list[Record]) -> Iterator[tuple[Any, ...]]:
    """Give one row, without document and table, for each sentence behind the records."""
    for owner_position, item in enumerate(items):
        evidence = item["evidence"] or []
        for position, one in enumerate(evidence if isinstance(evidence, list) else [evidence]):
            trigger_start, trigger_end = one["trigger"]
            place = (owner_position, position, one["start"], one["end"], one["text"])
            yield (*place, trigger_start, trigger_end, one["rule"])


def evidence_from(row: tuple[Any, ...]) -> Record:
    """Turn a row of EVIDENCE_COLUMNS, without the document, back into JSON."""
    _, _, _, start, end, text, trigger_start, trigger_end, rule = row
    return {"start": start, "end": end, "text": text, "trigger": [trigger_start, trigger_end], "rule": rule}


def _column(item: Record, name: str) -> Any:
    if name in ("start_date", "end_date"):
        return item["date"] and item["date"][name.removesuffix("_date")]
    if name in ("amount", "currency"):
        return item["amount"] and item["amount"]["value" if name == "amount" else "currency"]
    return item[name]
