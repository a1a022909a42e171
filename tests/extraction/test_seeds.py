"""The two example articles and the scored passages, where they lie beside this repository."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from explorer.extraction import extract
from explorer.model import Document, Extraction
from tests.extraction.told import actors, commitments, events, ties

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "tools" / "score.py"
FIRST, SECOND = "000_43a10e37cd874f59.txt", "004_fdaa4250c3e7e9f3.txt"
PUBLISHED = "2025-10-26"
LEAST = {"actors": 0.85, "ties": 0.75, "events": 0.55, "commitments": 0.55}
JAPAN, USA, TAKAICHI, TRUMP = "country:JPN", "country:USA", "leader:sanae-takaichi", "leader:donald-trump"

needs_seeds = pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the example articles are not here")
needs_scorer = pytest.mark.skipif(not SCORER.is_file(), reason="the scorer and its passages are not here")


@pytest.fixture(params=[FIRST, SECOND])
def seed(request: pytest.FixtureRequest, nlp: Language) -> Extraction:
    return _read(str(request.param), nlp)


@cache
def _read(name: str, nlp: Language) -> Extraction:
    text = (SHARED / "seeds" / name).read_text(encoding="utf-8")
    return extract(Document(id=name, title="", text=text, date=PUBLISHED), nlp)


@needs_seeds
def test_who_is_in_both_articles(seed: Extraction) -> None:
    assert {JAPAN, USA, TAKAICHI, TRUMP} <= actors(seed)
    leaders = [actor for actor in seed.actors if actor.id in {TAKAICHI, TRUMP}]
    assert {(actor.role, actor.country) for actor in leaders} == {("Prime Minister", "JPN"), ("President", "USA")}


@needs_seeds
def test_no_second_takaichi_however_she_is_spelt(seed: Extraction) -> None:
    alike = {actor.id for actor in seed.actors if "taka" in actor.id}
    assert alike == {TAKAICHI}


@needs_seeds
def test_who_leads_whom(seed: Extraction) -> None:
    assert {"leads sanae-takaichi > JPN", "leads donald-trump > USA"} <= set(ties(seed))


@needs_seeds
def test_the_phone_call_and_the_visit_to_come(seed: Extraction) -> None:
    found = set(events(seed))
    assert found & {"CONSULT donald-trump+sanae-takaichi", "CONSULT donald-trump > sanae-takaichi"}
    assert "CONSULT donald-trump > JPN future" in found


@needs_seeds
def test_the_alliance_and_the_planned_summit(seed: Extraction) -> None:
    found = commitments(seed)
    assert "alliance party:JPN party:USA active" in found
    assert [item for item in found if item.startswith("summit") and item.endswith("planned")]


@needs_seeds
def test_the_pledge_is_in_the_second_article_only(nlp: Language) -> None:
    (pledge,) = (found for found in _read(SECOND, nlp).commitments if found.kind == "pledge")
    assert {(str(party.role), party.actor) for party in pledge.parties} == {("pledger", JAPAN), ("beneficiary", USA)}
    assert pledge.amount is not None
    assert (pledge.amount.value, pledge.amount.currency) == (550e9, "USD")
    assert not [found for found in _read(FIRST, nlp).commitments if found.kind == "pledge"]


@needs_seeds
def test_each_alliance_and_summit_is_one_commitment(seed: Extraction) -> None:
    kinds = [str(found.kind) for found in seed.commitments]
    assert kinds.count("alliance") == 1
    assert kinds.count("summit") == 1


@needs_scorer
def test_the_scored_passages() -> None:
    command = f'"{sys.executable}" -m explorer extract --format jsonl -'
    done = subprocess.run(
        [sys.executable, str(SCORER), "passages", "--cmd", command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    scored = json.loads(done.stdout.strip().splitlines()[-1])
    too_low = {kind: scored["F1"][kind] for kind, least in LEAST.items() if scored["F1"][kind] < least}
    assert not too_low, done.stdout
    assert scored["traps"] == 0, done.stdout
