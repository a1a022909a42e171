"""The figures of docs/quality.md hold: precision and recall on our own passages do not fall."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from explorer.evaluation import Scores, load_gold, score
from explorer.extraction import extract_many

OURS = Path(__file__).parents[2] / "data" / "evaluation"


@cache
def scores() -> Scores:
    passages = load_gold(OURS)
    return score(zip(passages, extract_many(passage.document for passage in passages), strict=True))


@pytest.mark.model
@pytest.mark.parametrize(("kind", "least"), [("actors", 0.97), ("ties", 0.96), ("events", 0.86), ("commitments", 0.83)])
def test_no_figure_falls(kind: str, least: float) -> None:
    assert scores().counts[kind].f1 >= least


@pytest.mark.model
def test_traps_are_hardly_ever_reported_as_facts() -> None:
    assert scores().traps <= 2
    assert scores().traps_of > 350


@pytest.mark.model
def test_what_is_shown_by_default_is_surer_than_what_is_hidden() -> None:
    shown = [one.is_right for one in scores().judged if one.confidence >= 0.5]
    hidden = [one.is_right for one in scores().judged if one.confidence < 0.5]

    assert sum(shown) / len(shown) > 0.9
    assert sum(hidden) / len(hidden) < sum(shown) / len(shown)
