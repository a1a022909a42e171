"""Who is killed while reading loses no finished document and leaves no half of one; two do not disturb each other."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from explorer.model import CommitmentKind, Extraction, Tie, TieKind
from explorer.store import Store, open_store, resolve
from tests.identity.says import KNOWN, TAKAICHI, TRUMP, USA, commitment, consult, day, says, sentence

KILLS = 200
LEADS = Tie(TieKind.LEADS, TRUMP.id, USA.id, role="President", evidence=(sentence(),))
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork (not Windows)")


def article(number: int) -> Extraction:
    date = f"2025-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
    talks = consult(mode="phone", date=day(date)), consult(TRUMP, TAKAICHI)
    pledge = commitment(CommitmentKind.PLEDGE, amount=1e9 * (1 + number % 5))
    return says(f"n{number}", date, events=talks, ties=[LEADS], commitments=[pledge])


def read_on(path: Path, numbers: list[int], told: int) -> None:
    """Add what is missing, and tell of each document once it is added."""
    with open_store(path, known=KNOWN) as store:
        known = {document.id for document in store.documents()}
        for number in numbers:
            extraction = article(number)
            if extraction.document.id not in known and store.add(extraction.document, extraction):
                os.write(told, f"{extraction.document.id}\n".encode())


def child_that_reads(path: Path, numbers: list[int]) -> tuple[int, int]:
    reading, told = os.pipe()
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            read_on(path, numbers, told)
        os._exit(0)
    os.close(told)
    return child, reading


def told_of(reading: int, begun: str) -> list[str]:
    with os.fdopen(reading) as rest:
        return (begun + rest.read()).split("\n")[:-1]


def check_whole(store: Store, finished: set[str]) -> set[str]:
    assert store.connection.exec_driver_sql("PRAGMA quick_check").scalar_one() == "ok"
    known = {document.id for document in store.documents()}
    assert finished <= known
    for name in known:
        one = store.extraction(name)
        whole = article(int(name[1:]))
        assert one is not None
        for kind in ("actors", "ties", "events", "commitments"):
            assert len(getattr(one, kind)) == len(getattr(whole, kind)), f"{name} is there by half"
    return known


@needs_fork
def test_killed_at_random_moments_nothing_is_lost_and_going_on_completes(tmp_path: Path) -> None:
    path, chance = tmp_path / "explorer.db", random.Random(20251125)
    numbers = list(range(3 * KILLS))
    finished: set[str] = set()
    alive_when_killed = 0
    for _ in range(KILLS):
        child, reading = child_that_reads(path, numbers)
        # Now and then while it opens the store, else some time after the first document.
        begun = b"" if chance.random() < 0.2 else os.read(reading, 1)
        time.sleep(chance.uniform(0.0, 0.05))
        os.kill(child, signal.SIGKILL)
        _, state = os.waitpid(child, 0)
        alive_when_killed += os.WIFSIGNALED(state)
        finished |= set(told_of(reading, begun.decode()))
    with open_store(path, known=KNOWN) as store:
        known = check_whole(store, finished)
        numbers = [number for number in numbers if f"n{number}" in known] + [3 * KILLS]
        for number in numbers:
            store.add(article(number).document, article(number))
        assert store.world() == resolve(map(article, numbers), known=KNOWN)
    assert alive_when_killed > KILLS * 0.9 and len(known) > 20


def add_some(path: Path, begin: int, many: int) -> None:
    with open_store(path, known=KNOWN) as store:
        for number in range(begin, begin + many):
            store.add(article(number).document, article(number))


def correct_and_undo(path: Path, many: int) -> None:
    with open_store(path, known=KNOWN) as store:
        for number in range(many):
            if store.current_id(TAKAICHI.id):
                store.undo(store.rename(TAKAICHI.id, f"Name {number}").id)
            store.world()


def test_programs_that_read_and_correct_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "explorer.db"
    context = multiprocessing.get_context("spawn")
    work = [(add_some, (path, begin, 40)) for begin in (0, 40)]
    processes = [context.Process(target=target, args=given) for target, given in work]
    processes.append(context.Process(target=correct_and_undo, args=(path, 20)))
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
    assert [process.exitcode for process in processes] == [0, 0, 0], "no database is locked"
    with open_store(path, known=KNOWN) as store:
        assert store.world() == resolve(map(article, range(80)), known=KNOWN)
