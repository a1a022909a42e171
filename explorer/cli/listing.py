"""The lists of what is stored: as a table to read, or as JSON, JSON lines or CSV for other programs.

write([event, …], "events", Format.CSV) -> id,type,mode,…
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from explorer.cli.terminal import plain
from explorer.errors import ExplorerError
from explorer.model import Document, Event, World
from explorer.records import Record, document_record, listed_record


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class Kind(StrEnum):
    """What can be listed: the fields of a World."""

    ACTORS = "actors"
    TIES = "ties"
    EVENTS = "events"
    COMMITMENTS = "commitments"
    DOCUMENTS = "documents"


PROOF = ("reports", "reported", "documents", "sentence")
REMARKS = ("history", "confirmed", "notes")
SPAN = ("start", "end")
MONEY = ("amount", "currency")
COLUMNS: dict[Kind, tuple[str, ...]] = {
    Kind.ACTORS: ("id", "type", "name", "country", "role", "aliases", "reports", "notes"),
    Kind.TIES: ("kind", "source", "target", "role", "since", "until", *PROOF, "confirmed", "notes"),
    Kind.EVENTS: (
        *("id", "type", "mode", "status", *SPAN, "actors", "recipients", "place", "topics", *MONEY),
        *("speaker", "intensity", "confidence", "doubts", *PROOF, *REMARKS),
    ),
    Kind.COMMITMENTS: (
        *("id", "kind", "name", "parties", "status", *SPAN, *MONEY, "topics", "instrument", "confidence"),
        *(*PROOF, *REMARKS),
    ),
    Kind.DOCUMENTS: ("id", "title", "date", "source", "url", "language"),
}
IN_TABLE: dict[Kind, tuple[str, ...]] = {
    Kind.ACTORS: ("name", "type", "country", "role", "reports", "id"),
    Kind.TIES: ("source", "kind", "target", "role", "since", "until", "reports"),
    Kind.EVENTS: ("when", "type", "mode", "status", "actors", "recipients", "reports", "sentence"),
    Kind.COMMITMENTS: ("kind", "name", "parties", "status", "when", "reports", "id"),
    Kind.DOCUMENTS: ("date", "source", "title", "id"),
}
WIDEST = 44
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
NOT_ASCII = re.compile("[^\n\r\t\x20-\x7e]")


def records(world: World, kind: Kind) -> list[Record]:
    """Give the records of one kind: the most reported actors and commitments first, events and documents by date."""
    items: Sequence[Any] = getattr(world, kind)
    key = ORDER.get(kind)
    ordered = sorted(items, key=key) if key else items
    return [document_record(item) if isinstance(item, Document) else listed_record(item) for item in ordered]


def write(found: Iterable[Record], kind: Kind, format: Format, names: Mapping[str, str]) -> None:
    """Write records to stdout; `names` are those of the actors, which a table shows instead of their ids."""
    match format:
        case Format.JSONL:
            for record in found:
                print(json_line(record))
        case Format.JSON:
            print(safe_text(json.dumps(list(found), ensure_ascii=False, indent=2)))
        case Format.CSV:
            write_csv(map(flat, found), COLUMNS[kind])
        case Format.TABLE:
            write_table([flat(record, names) for record in found], IN_TABLE[kind])


def write_rows(rows: Sequence[Record], columns: Sequence[str], format: Format) -> None:
    """Write rows of plain cells to stdout; a table cuts long cells, all else does not."""
    match format:
        case Format.JSONL:
            for row in rows:
                print(json_line(row))
        case Format.JSON:
            print(safe_text(json.dumps(rows, ensure_ascii=False, indent=2)))
        case Format.CSV:
            write_csv(rows, columns)
        case Format.TABLE:
            write_table(rows, columns)


@dataclass(frozen=True, slots=True)
class Paging:
    """`sort` names a column of the CSV form, with "-" before it for the other way round; pages count from 1."""

    sort: str | None = None
    limit: int | None = None
    page: int = 1

    def check(self, kind: Kind) -> None:
        """Raise ExplorerError if there is no such column, or a page of no length is asked for."""
        if self.page > 1 and self.limit is None:
            raise ExplorerError("page: say with limit how long a page is")
        column = (self.sort or "").removeprefix("-")
        if self.sort is not None and column not in COLUMNS[kind]:
            raise ExplorerError(f"sort: {column!r} is no column; choose from {', '.join(COLUMNS[kind])}")

    def of(self, found: Sequence[Record], kind: Kind) -> list[Record]:
        """Give the records of the page, sorted; what lacks a value comes last either way."""
        self.check(kind)
        ordered = list(found)
        if self.sort:
            column, is_down = self.sort.removeprefix("-"), self.sort.startswith("-")
            cells = [(flat(record).get(column), record) for record in found]
            full = [cell for cell in cells if cell[0] not in (None, "")]
            full.sort(key=lambda cell: _sortable(cell[0]), reverse=is_down)
            ordered = [record for _, record in full] + [record for cell, record in cells if cell in (None, "")]
        if self.limit is None:
            return ordered
        return ordered[(self.page - 1) * self.limit : self.page * self.limit]


def _sortable(cell: Any) -> tuple[float, str]:
    return (float(cell), "") if isinstance(cell, int | float) else (0.0, str(cell).casefold())


def json_line(record: Record) -> str:
    """Write a record as one line of JSON that is safe to look at."""
    return safe_text(json.dumps(record, ensure_ascii=False))


def flat(record: Record, names: Mapping[str, str] | None = None) -> Record:
    """Make plain cells of a record: dates, amounts and evidence become several, a list one text."""
    cells: Record = {}
    for name, value in record.items():
        match name, value:
            case "date", dict() | None if "evidence" in record:
                cells |= {"start": value and value["start"], "end": value and value["end"]}
            case "amount", _:
                cells |= {"amount": value and value["value"], "currency": value and value["currency"]}
            case "evidence", _:
                cells |= _proof(value)
            case "history", _:
                cells[name] = "; ".join(map(_stage, value))
            case "parties", _:
                cells[name] = "; ".join(f"{_name(one['actor'], names)} ({one['role']})" for one in value)
            case _, list():
                cells[name] = "; ".join(_name(one, names) for one in value)
            case (("source" | "target"), str()) if "evidence" in record:
                cells[name] = _name(value, names)
            case _:
                cells[name] = value
    return cells


def _proof(evidence: Sequence[Mapping[str, Any]]) -> Record:
    return {
        "reported": min((one["date"] for one in evidence if one["date"]), default=None),
        "documents": "; ".join(dict.fromkeys(one["document"] or "" for one in evidence)),
        "sentence": evidence[0]["text"] if evidence else None,
    }


def _stage(stage: Mapping[str, Any]) -> str:
    """Write one stage of a history: "future (2025-10-20)", "active $5 billion (2025-09-04 to 2025-10-29)"."""
    amount = f" {stage['amount']['text']}" if stage["amount"] else ""
    days = " to ".join(dict.fromkeys(filter(None, (stage["since"], stage["until"]))))
    return f"{stage['status']}{amount}" + (f" ({days})" if days else "")


def _name(actor_id: str, names: Mapping[str, str] | None) -> str:
    return (names or {}).get(actor_id, actor_id)


def write_csv(rows: Iterable[Record], columns: Sequence[str]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([csv_cell(row.get(column)) for column in columns])


def csv_cell(value: Any) -> Any:
    """Keep a spreadsheet from taking text for a formula; numbers stay numbers."""
    if not isinstance(value, str):
        return value
    text = NOT_ASCII.sub(lambda match: match[0] if match[0].isprintable() else " ", value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def write_table(rows: Sequence[Record], columns: Sequence[str]) -> None:
    lines = [[column.upper() for column in columns], *([_shown(row, column) for column in columns] for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(columns))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _shown(row: Record, column: str) -> str:
    value = (row.get("start") or row.get("reported")) if column == "when" else row.get(column)
    text = plain(str("" if value is None else value))
    return text if len(text) <= WIDEST else text[: WIDEST - 1].rstrip() + "…"


def safe_text(text: str) -> str:
    """Escape what a terminal would obey or hide; JSON itself escapes only the controls below U+0020."""
    return NOT_ASCII.sub(lambda match: match[0] if match[0].isprintable() else json.dumps(match[0])[1:-1], text)


def _by_date(item: Event | Document) -> tuple[str, str]:
    if isinstance(item, Document):
        return item.date or "~", item.id
    reported = min((one.date for one in item.evidence if one.date), default="~")
    return item.date.start if item.date else reported, item.id


def _by_reports(item: Any) -> tuple[int, str]:
    return -item.reports, item.id


ORDER: dict[Kind, Callable[[Any], Any]] = {
    Kind.ACTORS: _by_reports,
    Kind.COMMITMENTS: _by_reports,
    Kind.EVENTS: _by_date,
    Kind.DOCUMENTS: _by_date,
}
