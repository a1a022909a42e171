"""PLOVER's types: scores, quadrants and modes."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.errors import DataFileError
from explorer.knowledge import strict
from explorer.knowledge.ontology import is_conflict, ontology, score_of
from explorer.model import EventType

SCORES = {
    EventType.AGREE: 2.5,
    EventType.CONSULT: 2.5,
    EventType.SUPPORT: 5,
    EventType.CONCEDE: 4.5,
    EventType.COOPERATE: 9.5,
    EventType.AID: 10,
    EventType.RETREAT: 6.5,
    EventType.REQUEST: 0,
    EventType.ACCUSE: -3,
    EventType.REJECT: -2,
    EventType.THREATEN: -3.5,
    EventType.PROTEST: -5,
    EventType.SANCTION: -6,
    EventType.MOBILIZE: -5.5,
    EventType.COERCE: -7,
    EventType.ASSAULT: -9,
}


def test_every_type_has_its_score() -> None:
    assert {kind: score_of(kind) for kind in EventType} == SCORES


@pytest.mark.parametrize(
    ("kind", "mode", "score"),
    [
        (EventType.CONSULT, "visit", 4),
        (EventType.CONSULT, "phone", 1.5),
        (EventType.CONSULT, "third-party", 1),
        (EventType.RETREAT, "disarm", 10),
        (EventType.REQUEST, "yield", -1),
        (EventType.THREATEN, "territory", -4),
        (EventType.COERCE, "martial-law", -7.5),
        (EventType.ASSAULT, "unconventional", -10),
        (EventType.ASSAULT, "no such mode", -9),
        (EventType.AID, None, 10),
    ],
)
def test_a_mode_may_change_the_score(kind: EventType, mode: str | None, score: float) -> None:
    assert score_of(kind, mode) == score


def test_scores_lie_on_the_scale() -> None:
    for entry in ontology().values():
        assert all(-10 <= score <= 10 for score in (entry.score, *entry.modes.values()))


def test_four_types_to_a_quadrant_but_one() -> None:
    quads = [entry.quad for entry in ontology().values()]
    counts = {quad: quads.count(quad) for quad in quads}
    assert counts == {
        "verbal cooperation": 4,
        "material cooperation": 3,
        "verbal conflict": 4,
        "material conflict": 5,
    }


@pytest.mark.parametrize("kind", list(EventType))
def test_conflict_has_no_score_above_nought(kind: EventType) -> None:
    assert is_conflict(kind) == (SCORES[kind] <= 0)


def test_cameo_roots_are_two_digits() -> None:
    assert all(len(entry.cameo) == 2 and 3 <= int(entry.cameo) <= 20 for entry in ontology().values())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("types: {AGREE: {quad: verbal cooperation, score: 2.5, cameo: '03'}}", "no entry"),
        ("types: {AGREE: {quad: verbal, score: 2.5, cameo: '03'}}", "types.AGREE.quad"),
        ("types: {AGREE: {quad: verbal cooperation, score: much, cameo: '03'}}", "types.AGREE.score"),
        ("types: {AGREE: {quad: verbal cooperation, scor: 1, score: 1, cameo: '03'}}", "types.AGREE.scor"),
        ("types: {GREET: {quad: verbal cooperation, score: 1, cameo: '03'}}", "GREET"),
        ("types: {AGREE: {quad: a, score: 1, cameo: b}, AGREE: {}}", "'AGREE' comes twice"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str) -> None:
    (tmp_path / "ontology.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(strict, "FOLDER", tmp_path)
    with pytest.raises(DataFileError) as refused:
        ontology.__wrapped__()
    assert "ontology.yaml" in str(refused.value)
    assert said in str(refused.value)
