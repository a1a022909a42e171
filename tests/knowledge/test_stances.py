"""The words of stances.yaml: read once, and each on one side only."""

from __future__ import annotations

from explorer.knowledge.stances import stances


def test_blame_is_not_mere_denial() -> None:
    assert not stances().blame & stances().untrue


def test_a_verdict_is_not_a_guilty_predicate() -> None:
    assert not stances().blame & stances().guilty


def test_words_are_lemmas() -> None:
    words = stances()
    assert {"face", "pay"} <= words.suffering
    assert "false" in words.untrue  # YAML would read it as no word at all
