"""Fits the weights of knowledge/confidence.yaml: which doubts go with wrong events, and by how much.

    python benchmarks/confidence.py [GOLD …] [--judged FILE.jsonl …] [--prior 4]

GOLD are annotated passages (data/evaluation if none is named); a judged file holds edges of benchmarks/draw.py --json
to which a reader added "right": true or false. Logistic regression; no doubt may make an event surer, and the weights
in force act as a prior that counts as much as `--prior` examples. Prints the features for confidence.yaml and the
reliability table before and after.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from explorer.evaluation import load_gold, reliability, score
from explorer.evaluation.scoring import Judged
from explorer.extraction import extract_many
from explorer.knowledge.confidence import confidence
from explorer.model import Doubt, EventType

OURS = Path(__file__).parent.parent / "data" / "evaluation"
DOUBTS = tuple(Doubt)
STEPS, RATE = 4000, 0.5


def main() -> None:
    """Print what was fitted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="*", type=Path, default=[OURS])
    parser.add_argument("--judged", nargs="*", type=Path, default=[])
    parser.add_argument("--prior", type=float, default=4.0)
    arguments = parser.parse_args()
    judged = [one for path in arguments.gold for one in _from_gold(path)]
    judged += [one for path in arguments.judged for one in _from_file(path)]
    start, weights = fit(judged, prior=arguments.prior)
    print(f"{len(judged)} edges, {sum(one.is_right for one in judged)} right\n")
    _print_table("in force", judged)
    _print_table("fitted", [_weighed(one, start, weights) for one in judged])
    print(f"start: {start:.2f}\nfeatures:")
    seen = {doubt: sum(doubt in one.features for one in judged) for doubt in DOUBTS}
    for doubt, weight in zip(DOUBTS, weights, strict=True):
        says = confidence().features[doubt].says
        print(f'  {doubt}: {{weight: {weight:.1f}, says: "{says}"}}  # {seen[doubt]} seen')


def fit(judged: Sequence[Judged], *, prior: float) -> tuple[float, np.ndarray]:
    """Give the log-odds to begin with and one weight a doubt, by projected gradient ascent of the likelihood."""
    held = np.array([[doubt in one.features for doubt in DOUBTS] for one in judged], dtype=float)
    right = np.array([one.is_right for one in judged], dtype=float)
    table = confidence()
    before = np.array([table.features[doubt].weight for doubt in DOUBTS])
    start, weights = table.start, before.copy()
    for _ in range(STEPS):
        error = right - 1 / (1 + np.exp(-(start + held @ weights)))
        start += RATE * error.mean()
        # a doubt that never occurred stays where it is
        slope = (held.T @ error - prior * 0.25 * (weights - before)) / len(judged)
        weights = np.minimum(0.0, weights + RATE * slope)
    return start, weights


def _from_gold(path: Path) -> Iterator[Judged]:
    passages = load_gold(path)
    extractions = extract_many(passage.document for passage in passages)
    yield from score(zip(passages, extractions, strict=True)).judged


def _from_file(path: Path) -> Iterator[Judged]:
    for line in path.read_text(encoding="utf-8").splitlines():
        edge = json.loads(line)
        yield Judged(EventType(edge["type"]), edge["confidence"], edge["right"], tuple(edge["doubts"]))


def _weighed(one: Judged, start: float, weights: np.ndarray) -> Judged:
    odds = start + sum(weight for doubt, weight in zip(DOUBTS, weights, strict=True) if doubt in one.features)
    return Judged(one.type, float(1 / (1 + np.exp(-odds))), one.is_right, one.features)


def _print_table(name: str, judged: Sequence[Judged]) -> None:
    print(f"{name:14}pairs   mean  right")
    for one in reliability(judged):
        print(f"{one.low:.1f} to {one.high:.1f}{one.size:>10}{one.confidence:>7.2f}{one.right:>7.2f}")
    print()


if __name__ == "__main__":
    main()
