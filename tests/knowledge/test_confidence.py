"""Doubts lower the confidence, each has its words, and none makes an event surer."""

from __future__ import annotations

import pytest

from explorer.knowledge.confidence import confidence, confidence_of, reasons
from explorer.model import Doubt


def test_every_doubt_has_a_weight_and_words() -> None:
    features = confidence().features

    assert set(features) == set(Doubt)
    assert all(feature.says for feature in features.values())
    assert len({feature.says for feature in features.values()}) == len(features)


@pytest.mark.parametrize("doubt", list(Doubt))
def test_no_doubt_makes_surer(doubt: Doubt) -> None:
    assert 0 < confidence_of([doubt]) <= confidence_of([]) < 1


def test_the_heaviest_reason_comes_first() -> None:
    first, *_ = reasons([Doubt.NOUN, Doubt.DOER_UNKNOWN])

    assert first == confidence().features[Doubt.DOER_UNKNOWN].says
    assert reasons([]) == ()
