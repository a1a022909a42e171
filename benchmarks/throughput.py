"""Words a second of extraction and of the bare spaCy pipeline in one run, and their ratio.

    python benchmarks/throughput.py [FILE.jsonl …] [--rounds 3]

Both are timed in turn on the same articles, so that the ratio holds on a noisy machine.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from explorer.extraction import extract_many
from explorer.extraction.pipeline import load_bare
from explorer.model import Document
from explorer.reading import read_paths

SAMPLES = Path(__file__).parent.parent / "data" / "samples"
LEAST = 0.8  # of the bare pipeline's speed


def main() -> None:
    """Print one line a round and the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[SAMPLES])
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    documents = [outcome.document for outcome in read_paths(arguments.paths) if outcome.document]
    words = sum(len(document.text.split()) for document in documents)
    print(f"{len(documents)} articles, {words} words")
    rounds = list(_rounds(documents, arguments.rounds))
    ratios = [bare / ours for bare, ours in rounds]
    bare_speed = statistics.median(words / bare for bare, _ in rounds)
    our_speed = statistics.median(words / ours for _, ours in rounds)
    print(f"nlp.pipe     {bare_speed:8.0f} words/s")
    print(f"extraction   {our_speed:8.0f} words/s")
    spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
    print(f"ratio        {statistics.median(ratios):8.2f}  (aim: at least {LEAST}; {spread})")


def _rounds(documents: Sequence[Document], count: int) -> list[tuple[float, float]]:
    bare = load_bare()
    texts = [document.text for document in documents]

    def run_bare() -> None:
        for _ in bare.pipe(texts, batch_size=32):
            pass

    def run_ours() -> None:
        for _ in extract_many(documents):
            pass

    run_bare()
    run_ours()
    return [(_seconds(run_bare), _seconds(run_ours)) for _ in range(count)]


def _seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
