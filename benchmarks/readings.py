"""Prints how many edges of real text were right when read one by one: by round, source, type and cause of error.

    python benchmarks/readings.py [FILE.jsonl …] [--least 0.75]

A file holds the edges of one round (benchmarks/judged if none is named): what benchmarks/draw.py --json drew, without
its sentences, and the reader's type_ok, ends_ok, status_ok, right and cause. The confidence is reckoned anew from the
doubts with the weights in force, so `--least` tells what today's default would have shown.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from explorer.knowledge.confidence import confidence_of
from explorer.model import Doubt

JUDGED = Path(__file__).parent / "judged"
Edge = dict[str, Any]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(JUDGED.glob("*.jsonl")))
    parser.add_argument("--least", type=float, default=0.75, help="confidence from which an edge is shown by default")
    arguments = parser.parse_args()
    rounds = {path.stem: _read(path) for path in arguments.files}
    for name, edges in rounds.items():
        _print_round(name, edges)
        _print_round(f"{name}, at least {arguments.least}", _shown(edges, arguments.least))
    later = [edge for name, edges in rounds.items() if name not in {"round1", "round2"} for edge in edges]
    for key in ("file", "type"):
        print(f"\nby {key}, without the first two rounds, at least {arguments.least}")
        _print_by(key, _shown(later, arguments.least))
    _print_causes("all rounds", [edge for edges in rounds.values() for edge in edges])
    _print_causes("without the first two", later)


def _read(path: Path) -> list[Edge]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _shown(edges: Iterable[Edge], least: float) -> list[Edge]:
    return [edge for edge in edges if confidence_of(Doubt(doubt) for doubt in edge["doubts"]) >= least]


def _print_round(name: str, edges: list[Edge]) -> None:
    right = [edge for edge in edges if edge["right"]]
    kinds, ends = (sum(edge[key] for edge in edges) / len(edges) for key in ("type_ok", "ends_ok"))
    status = sum(edge["status_ok"] for edge in right)
    print(
        f"{name:24}{len(right):4} of {len(edges):3} = {len(right) / len(edges):.2f}   "
        f"type {kinds:.2f}  ends {ends:.2f}  status {status} of {len(right)}"
    )


def _print_by(key: str, edges: list[Edge]) -> None:
    for value, size in Counter(edge[key] for edge in edges).most_common():
        print(f"{value:28}{sum(edge['right'] for edge in edges if edge[key] == value):4} of {size}")


def _print_causes(title: str, edges: list[Edge]) -> None:
    print(f"\ncauses of error, {title}")
    for cause, count in Counter(edge["cause"] for edge in edges if not edge["right"]).most_common():
        print(f"{count:5}  {cause}")


if __name__ == "__main__":
    main()
