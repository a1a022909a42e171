"""Draws extracted edges with a fixed seed, to be read one by one against their sentences.

    python benchmarks/draw.py FILE.jsonl … [--count 150] [--seed 1] [--least 0.75] [--per-file 60] [--json]

Every edge is shown with its type, both ends, status, speaker, confidence and rule; the reader decides what is right.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from explorer.extraction import extract_many
from explorer.model import Event, Extraction
from explorer.reading import read_paths


def main() -> None:
    """Print the drawn edges, numbered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", type=float, default=0.75, help="confidence from which an edge is shown by default")
    parser.add_argument("--per-file", type=int, default=100, help="documents of each file, evenly spread")
    parser.add_argument("--json", action="store_true", help="one JSON object an edge")
    arguments = parser.parse_args()
    edges = [edge for path in arguments.paths for edge in _edges(path, arguments.per_file, arguments.least)]
    random.Random(arguments.seed).shuffle(edges)
    for number, edge in enumerate(edges[: arguments.count], 1):
        print(json.dumps({"number": number, **edge}, ensure_ascii=False) if arguments.json else _shown(number, edge))


def _edges(path: Path, most: int, least: float) -> Iterator[dict[str, Any]]:
    documents = [outcome.document for outcome in read_paths([path]) if outcome.document]
    step = max(1, len(documents) // most)
    for extraction in extract_many(islice(documents, 0, step * most, step)):
        names = {actor.id: actor.name for actor in extraction.actors}
        for event in extraction.events:
            if event.confidence >= least and _has_both_ends(event):
                yield _edge(path, extraction, event, names)


def _has_both_ends(event: Event) -> bool:
    return bool(event.recipients) or len(event.actors) > 1


def _edge(path: Path, extraction: Extraction, event: Event, names: dict[str, str]) -> dict[str, Any]:
    evidence = event.evidence[0]
    start, end = (place - evidence.start for place in evidence.trigger)
    sentence = evidence.text
    return {
        "file": path.name,
        "document": extraction.document.id,
        "date": extraction.document.date,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "actors": _named(event.actors, names),
        "recipients": _named(event.recipients, names),
        "speaker": names.get(event.speaker or "", event.speaker),
        "confidence": event.confidence,
        "doubts": list(event.doubts),
        "rule": evidence.rule,
        "sentence": " ".join(f"{sentence[:start]}[{sentence[start:end]}]{sentence[end:]}".split()),
        "before": " ".join(extraction.document.text[max(0, evidence.start - 300) : evidence.start].split()),
    }


def _named(actors: Sequence[str], names: dict[str, str]) -> list[str]:
    return [names.get(actor, actor) for actor in actors]


def _shown(number: int, edge: dict[str, Any]) -> str:
    sides = f"{', '.join(edge['actors'])} -> {', '.join(edge['recipients'])}"
    speaker = f" said by {edge['speaker']}" if edge["speaker"] else ""
    return (
        f"{number}. {edge['type']} {edge['mode'] or ''} {edge['status']} {sides}{speaker} ({edge['confidence']:.2f})\n"
        f"   {edge['sentence']}\n   {edge['rule']} · {edge['file']} {edge['document']}\n"
    )


if __name__ == "__main__":
    main()
