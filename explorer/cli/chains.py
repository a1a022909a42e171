"""How two actors are connected, in a terminal: chains with a sentence for each step, neighbours as a table.

explorer path Russia Ukraine -> Russia — ASSAULT (aerial), 24 February 2022, 1 report → Ukraine
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from explorer.cli.listing import Format, json_line, safe_text, write_csv, write_table
from explorer.cli.terminal import plain, say
from explorer.model import CommitmentStatus, Status, World
from explorer.records import Record, listed_record

if TYPE_CHECKING:
    from explorer.graph import Chain, Common, Filters, Item, Step, Stop

COLUMNS = ("neighbour", "id", "type", "one", "other", "length", "reports", "sentence_one", "sentence_other")
USUAL = {Status.ACTUAL, CommitmentStatus.ACTIVE, CommitmentStatus.HELD}
DOERS, DONE_TO = {"actor", "source"}, {"recipient", "target"}
WIDEST = 30  # of a name over a column


class ChainFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


def write_path(world: World, one: str, other: str, filters: Filters, most: int, format: ChainFormat) -> None:
    """Write the shortest chains; ExplorerError if none is left by the filters."""
    from explorer.graph import shortest

    chains = shortest(_narrowed(world, filters, one, other), one, other, most=most)
    if format is ChainFormat.TEXT:
        _write_text(chains)
    else:
        _write_json(map(_chain_record, chains), format)


def write_between(world: World, one: str, other: str, filters: Filters, format: Format) -> None:
    """Write the neighbours of both; in a table the columns of the two bear their names."""
    from explorer.graph import between

    found = between(_narrowed(world, filters, one, other), one, other)
    match format:
        case Format.TABLE:
            titles = _titles(found)
            write_table([_cells(common, *titles) for common in found], ("neighbour", "type", *titles, "reports"))
        case Format.CSV:
            write_csv((_cells(common, "one", "other") for common in found), COLUMNS)
        case _:
            _write_json(map(_common_record, found), format)
    if not found:
        say("no common neighbours found")


def _narrowed(world: World, filters: Filters, *asked: str) -> World:
    """Apply the filters, but keep the actors asked for: that the filters leave them alone is an answer."""
    from explorer.graph import find_one, select

    kept = select(world, filters)
    ids = {actor.id for actor in kept.actors} | {find_one(world, wanted).id for wanted in asked}
    return replace(kept, actors=tuple(actor for actor in world.actors if actor.id in ids))


def _write_text(chains: tuple[Chain, ...]) -> None:
    for number, chain in enumerate(chains, start=1):
        stops = [chain.steps[0].source, *(step.target for step in chain.steps)]
        way = " — ".join(plain(stop.name) for stop in stops)
        print(way if len(chains) == 1 else f"{number}. {way} (length {chain.length:.2f})")
        for step in chain.steps:
            print(f"  {_step_line(step)}")
            print(f"    {_sentence(step.items[0])}")


def _step_line(step: Step) -> str:
    item = step.items[0]
    begins, ends = _strokes(item, step)
    more = len(step.items) - 1
    line = f"{step.source.name} {begins} {_words(item)}, {_reports(item.reports)} {ends} {step.target.name}"
    return plain(f"{line} (and {more} more)" if more else line)


def _strokes(item: Item, step: Step) -> tuple[str, str]:
    """Give the strokes before and after the words; an arrow leads from who did it to whom it was done."""
    parts = {end.id: end.part for end in item.ends if end.part in DOERS | DONE_TO}
    is_mutual = not DONE_TO & {*parts.values()} or step.target.id not in parts or step.source.id not in parts
    if is_mutual:
        return "—", "—"
    return ("—", "→") if parts[step.target.id] in DONE_TO else ("←", "—")


def _words(item: Item) -> str:
    what = item.title if item.kind == "commitment" else _tie_words(item) if item.kind == "tie" else item.type
    mode = f" ({item.mode})" if item.mode and item.kind == "event" else ""
    status = item.status if item.status not in USUAL else None
    return ", ".join(part for part in (f"{what}{mode}", status, _when(item)) if part)


def _tie_words(item: Item) -> str:
    # Its title is a sentence: "Mark Rutte leads (as Secretary-General) NATO".
    source, target = item.ends
    return item.title.removeprefix(source.name).removesuffix(target.name).strip()


def _when(item: Item) -> str | None:
    reported = min((proof.date for proof in item.proofs if proof.date), default=None)
    return item.when or (f"reported {reported}" if reported and item.kind != "tie" else None)


def _reports(number: int) -> str:
    return "1 report" if number == 1 else f"{number} reports"


def _sentence(item: Item) -> str:
    if not item.proofs:
        return "(no sentence)"
    proof = item.proofs[0]
    origin = ", ".join(part for part in (proof.source or proof.document, proof.date) if part)
    return plain(f"“{proof.sentence}” ({origin})" if origin else f"“{proof.sentence}”")


def _titles(found: tuple[Common, ...]) -> tuple[str, str]:
    if not found:
        return "one", "other"
    ends = (found[0].to_one.target, found[0].to_other.target)
    one, other = (f"to {plain(end.name)[:WIDEST]}" for end in ends)
    return (one, other) if one != other else (f"to {ends[0].id}", f"to {ends[1].id}")


def _cells(common: Common, one: str, other: str) -> Record:
    return {
        "neighbour": common.stop.name,
        "id": common.stop.id,
        "type": common.stop.type,
        one: _cell(common.to_one),
        other: _cell(common.to_other),
        "length": round(common.length, 3),
        "reports": common.reports,
        "sentence_one": _first_sentence(common.to_one),
        "sentence_other": _first_sentence(common.to_other),
    }


def _cell(step: Step) -> str:
    """Say what links the neighbour: the part in it if it is a commitment, else the weightiest record.

    An arrow to the right leads from the neighbour.
    """
    item = step.items[0]
    if item.id == step.source.id:
        return ", ".join(end.part for end in item.ends if end.id == step.target.id)
    arrow = {("—", "→"): "→ ", ("←", "—"): "← "}.get(_strokes(item, step), "")
    more = f" +{len(step.items) - 1}" if len(step.items) > 1 else ""
    return f"{arrow}{_words(item)}{more}"


def _first_sentence(step: Step) -> str | None:
    return next((proof.sentence for item in step.items for proof in item.proofs), None)


def _write_json(found: Iterable[Record], format: Format | ChainFormat) -> None:
    if format == Format.JSON:
        print(safe_text(json.dumps([*found], ensure_ascii=False, indent=2)))
        return
    for record in found:
        print(json_line(record))


def _chain_record(chain: Chain) -> Record:
    return {"length": chain.length, "steps": [_step_record(step) for step in chain.steps]}


def _step_record(step: Step) -> Record:
    return {
        "source": _stop_record(step.source),
        "target": _stop_record(step.target),
        "length": step.length,
        "links": _link_records(step),
    }


def _common_record(common: Common) -> Record:
    return {
        "neighbour": _stop_record(common.stop),
        "length": common.length,
        "reports": common.reports,
        "one": _link_records(common.to_one),
        "other": _link_records(common.to_other),
    }


def _stop_record(stop: Stop) -> Record:
    return {"id": stop.id, "name": stop.name, "type": stop.type}


def _link_records(step: Step) -> list[Record]:
    """Tell events, ties and commitments apart, as each has fields of its own."""
    pairs = zip(step.items, step.records, strict=True)
    return [{str(item.kind): listed_record(record)} for item, record in pairs]
