"""Each gold mention meets the record that tells it, and our figures do not fall."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from explorer.cli.commands import app
from explorer.evaluation import Agreement, load_clusters, read_world, score_clusters
from explorer.evaluation.alignment import Reading
from explorer.extraction import extract_many
from explorer.model import Actor, ActorType, Document, Event, EventType, Evidence, Extraction, World
from tests.evaluation.cluster_files import DOCUMENT, TEXT, claims, form, written

OURS = Path(__file__).parents[2] / "data" / "evaluation" / "clusters"

# "Xi Jinping met Wang Yi in China." is 0..32, "Xi praised China, and Wang thanked Xi." is 33..71.
XI, WANG, CHINA = "leader:xi-jinping", "leader:wang-yi", "country:CHN"
MET = Evidence(0, 32, TEXT[:32], (11, 14), "verb")
PRAISED = Evidence(33, 71, TEXT[33:71], (36, 43), "verb")
THANKED = Evidence(33, 71, TEXT[33:71], (60, 67), "verb")
ACTORS = (
    Actor(XI, ActorType.LEADER, "Xi Jinping", "CHN", aliases=("Xi",), mentions=((0, 10), (33, 35), (68, 70))),
    Actor(WANG, ActorType.LEADER, "Wang Yi", "CHN", aliases=("Wang",), mentions=((15, 22), (55, 59))),
    Actor(CHINA, ActorType.COUNTRY, "China", "CHN", mentions=((26, 31), (44, 49))),
)
EVENTS = (
    Event("e1", EventType.CONSULT, (XI, WANG), evidence=(MET,)),
    Event("e2", EventType.SUPPORT, (XI,), (CHINA,), evidence=(PRAISED,)),
    Event("e3", EventType.SUPPORT, (WANG,), (XI,), evidence=(THANKED,)),
)


def reading(*events: Event, actors: tuple[Actor, ...] = ACTORS) -> Reading:
    """Give a reading of the document whose world calls event e1 "world:e1"."""
    extraction = Extraction(Document("a", "A", TEXT), actors, events=events)
    placed = [replace(one, evidence=tuple(replace(proof, document="a") for proof in one.evidence)) for one in events]
    world = World(actors=actors, events=tuple(replace(one, id=f"world:{one.id}") for one in placed))
    return Reading({"a": extraction}, world, {"a": {actor.id: f"world:{actor.id}" for actor in actors}})


def scored(folder: Path, kind: str, read: Reading, **parts: Any) -> Agreement:
    return score_clusters(load_clusters(written(folder, **parts)), read)[kind]


@pytest.mark.parametrize(
    ("mention", "span", "is_found"),
    [
        ("Xi Jinping", (0, 10), True),
        ("Jinping", (0, 10), True),
        ("Yi", (0, 22), True),
        ("Wang thanked Xi", (55, 67), True),
        ("China, and Wang", (44, 49), False),
        ("Wang thanked Xi", (68, 70), False),
        ("Xi Jinping met", (0, 10), False),
        ("Wang Yi", (26, 31), False),
    ],
)
def test_a_span_is_a_mention_if_half_agrees_or_it_has_a_title_more(
    tmp_path: Path, mention: str, span: tuple[int, int], is_found: bool
) -> None:
    actors = (replace(ACTORS[0], mentions=(span,)),)

    one = scored(tmp_path, "actors", reading(actors=actors), actors={"xi": [form(mention)]})

    assert one.found == is_found


@pytest.mark.parametrize(("span", "is_found"), [((75, 77), True), ((71, 77), True), ((75, 84), False)])
def test_an_article_is_no_part_of_a_name(tmp_path: Path, span: tuple[int, int], is_found: bool) -> None:
    text = TEXT.replace("China is large", "The EU is large").replace("China, and", "China and")
    actors = (replace(ACTORS[0], mentions=(span,)),)
    documents = [{**DOCUMENT, "text": text}]
    assert text[71:77] == "The EU"

    parts = {"documents": documents, "actors": {"eu": [form("The EU")]}}

    assert scored(tmp_path, "actors", reading(actors=actors), **parts).found == is_found


def test_of_nested_spans_the_likest_counts(tmp_path: Path) -> None:
    whole = replace(ACTORS[1], mentions=((0, 22),))
    forms = [form("Xi Jinping"), form("Xi")]

    one = scored(tmp_path, "actors", reading(actors=(whole, ACTORS[0])), actors={"xi": forms})

    assert (one.mentions, one.found, one.of_found.recall) == (3, 3, 1)


@pytest.mark.parametrize(
    ("sentence", "kind", "who", "is_found"),
    [
        ("met Wang Yi", "CONSULT", ["Xi", "Wang Yi"], True),
        ("met Wang Yi", "AGREE|CONSULT", ["Wang|Wang Yi"], True),
        ("met Wang Yi", "SUPPORT", ["Xi", "Wang Yi"], False),
        ("met Wang Yi", "CONSULT", ["Li Qiang"], False),
        ("China is large", "CONSULT", ["Xi"], False),
        ("met Wang Yi in China. Xi", "CONSULT", ["Xi"], False),
    ],
)
def test_sentence_type_and_a_participant_must_agree(
    tmp_path: Path, sentence: str, kind: str, who: list[str], is_found: bool
) -> None:
    one = scored(tmp_path, "events", reading(*EVENTS), events={"x": claims(kind, sentence, who=who)})

    assert one.found == is_found


def test_of_two_events_in_a_sentence_the_participants_and_then_the_words_decide(tmp_path: Path) -> None:
    events = {
        "praise": claims("SUPPORT", "Xi praised China", who=["Xi", "China"]),
        "thanks": claims("SUPPORT", "Wang thanked Xi", who=["Wang", "Xi"]),
    }

    assert scored(tmp_path, "events", reading(*EVENTS), events=events).of_found.precision == 1
    only_one = scored(tmp_path, "events", reading(EVENTS[2]), events=events)
    assert (only_one.found, only_one.of_found.precision) == (1, 1)


def test_what_is_split_merged_or_missed_is_listed_with_its_documents(tmp_path: Path) -> None:
    actors = {"leaders": [form("Xi Jinping"), form("Wang Yi")], "wang": [form("Wang", nth=2)], "land": [form("large")]}

    one = scored(tmp_path, "actors", reading(*EVENTS), actors=actors)

    assert [(finding.passage, finding.what) for finding in one.findings] == [
        ("leaders", f"split into world:{WANG} (a); world:{XI} (a)"),
        (f"world:{WANG}", "merged from leaders (a); wang (a)"),
        ("land", "missed 'large' in a"),
    ]
    assert one.share == 3 / 4


@cache
def ours(name: str) -> dict[str, Agreement]:
    gold = load_clusters(OURS / name)
    return score_clusters(gold, read_world(extract_many(gold.documents)))


@pytest.mark.model
@pytest.mark.parametrize(("kind", "least"), [("actors", 0.91), ("events", 0.81), ("commitments", 0.83)])
def test_no_figure_falls(kind: str, least: float) -> None:
    assert ours("open.json")[kind].all.f1 >= least


@pytest.mark.model
@pytest.mark.parametrize(("kind", "least"), [("actors", 0.93), ("events", 0.81), ("commitments", 0.7)])
def test_no_figure_falls_where_nobody_looked(kind: str, least: float) -> None:
    assert ours("held_out.json")[kind].all.f1 >= least


@pytest.mark.model
def test_the_command_prints_figures_and_what_is_missed(tmp_path: Path) -> None:
    actors = {"xi": [form("Xi Jinping"), form("Xi")], "wang": [form("Wang Yi"), form("large")]}
    file = str(written(tmp_path, actors=actors, events={"met": claims("CONSULT", "met Wang Yi")}))

    table = CliRunner().invoke(app, ["evaluate", file, "--verbose"]).stdout
    record = json.loads(CliRunner().invoke(app, ["evaluate", file, "--format", "json"]).stdout)

    assert "actors: wang: missed 'large' in a" in table
    assert [row.split()[0] for row in table.splitlines()[-3:]] == ["actors", "events", "commitments"]
    assert record["documents"] == 1
    assert (record["bcubed"]["actors"]["mentions"], record["bcubed"]["actors"]["found"]) == (5, 4)
    assert record["bcubed"]["events"]["all"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
