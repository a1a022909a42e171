"""Confidence is sorted into bins and held against what was right."""

from __future__ import annotations

import pytest

from explorer.evaluation import reliability
from explorer.evaluation.scoring import Judged
from explorer.model import EventType


def test_bins() -> None:
    judged = [Judged(EventType.AID, 0.82, True), Judged(EventType.AID, 0.86, False), Judged(EventType.AID, 1.0, True)]

    middle, top = reliability(judged)

    assert (middle.low, middle.high, middle.size, middle.right) == (0.8, 0.9, 2, 0.5)
    assert middle.confidence == pytest.approx(0.84)
    assert (top.size, top.right) == (1, 1.0)


def test_nothing_judged() -> None:
    assert reliability([]) == ()
