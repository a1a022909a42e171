"""What one article more costs as a store grows: time, memory and size, with made-up articles.

    python benchmarks/identity.py [--documents 10000] [--seed 1] [--profile]

The articles are those of benchmarks/articles.py.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from articles import FIRST_DAY, article, states
from sqlalchemy import event

from explorer.graph import Filters
from explorer.store import Store, open_store
from explorer.workflow import load_world

SAMPLES = Path(__file__).parent.parent / "data" / "samples"
AIM_RATIO, AIM_MEGABYTES, AIM_EXTRACTIONS = 1.3, 1500, 2.0
WARM_UP, STRETCH = 200, 1000


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds for one article: on the clock, and of the processor."""

    wall: float
    processor: float


def main() -> None:
    """Fill a store and print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", action="store_true", help="tell functions and statements of the ends apart")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "explorer.db"
        with open_store(path) as store:
            stretches = list(_filled(store, arguments.documents, arguments.seed, arguments.profile))
        _print_ratio(stretches)
        _print_whole(path)
        _print_one_more(path, arguments.documents, arguments.seed)


def _filled(store: Store, documents: int, seed: int, profile: bool) -> Iterator[list[Spent]]:
    """Add articles, print a line for every thousand, and give what each cost after the warm-up."""
    print("documents      mean ms  median ms  processor ms")
    for first in range(0, documents, STRETCH):
        many = min(STRETCH, documents - first)
        is_watched = profile and (first == 0 or first + many == documents)
        with _watched(store) if is_watched else nullcontext():
            spent = [_add(store, number, seed) for number in range(first, first + many)]
        kept = spent[WARM_UP:] if first == 0 else spent
        _print_stretch(first, first + many, kept)
        yield kept


def _add(store: Store, number: int, seed: int) -> Spent:
    extraction = article(number, seed)
    wall, processor = time.perf_counter(), time.process_time()
    store.add(extraction.document, extraction)
    return Spent(time.perf_counter() - wall, time.process_time() - processor)


def _print_stretch(first: int, last: int, spent: Sequence[Spent]) -> None:
    if not spent:
        return
    walls = [1000 * one.wall for one in spent]
    processor = statistics.mean(1000 * one.processor for one in spent)
    name = f"{last - len(spent) + 1}-{last}"
    print(f"{name:12} {statistics.mean(walls):9.1f} {statistics.median(walls):10.1f} {processor:13.1f}", flush=True)


def _print_ratio(stretches: Sequence[Sequence[Spent]]) -> None:
    ends = stretches[0], stretches[-1]
    for name, value in (("clock", lambda one: one.wall), ("processor", lambda one: one.processor)):
        first, last = (statistics.mean(map(value, spent)) for spent in ends)
        print(f"{'last / first, ' + name:34} {last / first:8.2f}     (aim: at most {AIM_RATIO})")


def _print_whole(path: Path) -> None:
    """Print what the whole store takes, and what one narrow question to it."""
    print(f"{'memory at most, while adding':34} {_megabytes():8.0f} MB  (aim: below {AIM_MEGABYTES})")
    print(f"{'size of the file':34} {path.stat().st_size / 1e6:8.1f} MB")
    with open_store(path) as store:
        world = store.world()
        question = Filters(actor=(next(iter(states().values())).name,), since=str(FIRST_DAY.year + 4))
        print(f"{'actors, events, ties, commitments':34} ", end="")
        print(len(world.actors), len(world.events), len(world.ties), len(world.commitments))
        del world
        print(f"{'the whole world':34} {_seconds(store.world):8.2f} s")
        print(f"{'one actor, since ' + str(question.since):34} {_seconds(lambda: load_world(store, question)):8.2f} s")
        print(f"{'memory at most, after both':34} {_megabytes():8.0f} MB")


def _print_one_more(path: Path, documents: int, seed: int) -> None:
    """Print what one article more takes in a store just opened, beside what it takes to extract one."""
    adding = [1000 * _one_more(path, documents + place, seed) for place in range(9)]
    extracting = sorted(1000 * one for one in _extraction_times())
    middle, most = statistics.median(adding), max(adding)
    usual = statistics.median(extracting)
    print(f"{'adding one, store just opened':34} {middle:8.1f} ms  (at most {most:.1f})")
    print(f"{'extracting one sample article':34} {usual:8.1f} ms  ({extracting[0]:.1f} to {extracting[-1]:.1f})")
    print(f"{'adding / extracting':34} {middle / usual:8.2f}     (aim: below {AIM_EXTRACTIONS:.0f})")


def _one_more(path: Path, number: int, seed: int) -> float:
    with open_store(path) as store:
        return _add(store, number, seed).wall


def _extraction_times() -> list[float]:
    """Time the sample articles one by one, as a reader who adds one article waits for it."""
    from explorer.extraction import extract_many  # after the memory of the store is measured
    from explorer.reading import read_paths

    documents = [outcome.document for outcome in read_paths([SAMPLES]) if outcome.document]
    list(extract_many(documents[:10]))
    return [_seconds(partial(list, extract_many([document]))) for document in documents]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _megabytes() -> float:
    """Give the most memory this process had so far."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most / 1024


@contextmanager
def _watched(store: Store) -> Iterator[None]:
    """Print where the time went: functions, and statements with how often each ran."""
    took: dict[str, list[float]] = defaultdict(list)
    begun: list[float] = []

    def before(*_: Any) -> None:
        begun.append(time.perf_counter())

    def after(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        took[" ".join(statement.split())].append(time.perf_counter() - begun.pop())

    engine, profile = store.connection.engine, cProfile.Profile()
    event.listen(engine, "before_cursor_execute", before)
    event.listen(engine, "after_cursor_execute", after)
    profile.enable()
    yield
    profile.disable()
    event.remove(engine, "before_cursor_execute", before)
    event.remove(engine, "after_cursor_execute", after)
    pstats.Stats(profile).sort_stats("tottime").print_stats(25).sort_stats("cumulative").print_stats("explorer", 40)
    for statement in sorted(took, key=lambda one: -sum(took[one]))[:15]:
        print(f"{sum(took[statement]):8.2f} s {len(took[statement]):7}x  {statement[:400]}")


if __name__ == "__main__":
    main()
