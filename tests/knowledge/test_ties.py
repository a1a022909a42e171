"""Wordings of lasting ties, and what their file refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.errors import DataFileError
from explorer.knowledge import strict
from explorer.knowledge.ties import TIES, tie_patterns
from explorer.model import ActorType, TieKind


def test_each_worded_tie_joins_types_that_make_sense() -> None:
    found = tie_patterns()
    assert set(found) == {TieKind.LEADS, TieKind.MEMBER_OF, TieKind.SUCCEEDS, TieKind.PART_OF}
    assert found[TieKind.MEMBER_OF].source == {ActorType.COUNTRY}
    assert found[TieKind.MEMBER_OF].target == {ActorType.ORGANIZATION}
    assert found[TieKind.SUCCEEDS].target == {ActorType.LEADER, ActorType.PERSON}


@pytest.mark.parametrize(
    ("kind", "verb", "noun"),
    [
        (TieKind.MEMBER_OF, "join", "member"),
        (TieKind.SUCCEEDS, "succeed", "successor"),
        (TieKind.PART_OF, "belong", "branch"),
    ],
)
def test_ties_are_worded_with_verbs_and_nouns(kind: TieKind, verb: str, noun: str) -> None:
    patterns = tie_patterns()[kind].patterns
    assert verb in patterns.verbs
    assert noun in patterns.nouns


def test_every_wording_has_a_place_for_the_other_side() -> None:
    for entry in tie_patterns().values():
        for table in (entry.patterns.verbs, entry.patterns.nouns):
            assert all(pattern.has_slot for found in table.values() for pattern in found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ties: {joins: {source: [country], target: [organization]}}", "joins"),
        ("ties: {member_of: {source: [planet], target: [organization]}}", "ties.member_of.source"),
        ("ties: {member_of: {source: [country]}}", "ties.member_of.target"),
        ("ties: {member_of: {source: [country], target: [organization], verb: [join R]}}", "verb: unknown key"),
        ("ties: {member_of: {source: [country], target: [organization], verbs: [belong to]}}", "'belong to'"),
        ("ties: {member_of: {source: [country], target: [organization], nouns: [R member]}}", "'R member'"),
        ("ties: {part_of: {source: [], target: []}, part_of: {source: [], target: []}}", "'part_of' comes twice"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str) -> None:
    (tmp_path / TIES).write_text(text, encoding="utf-8")
    monkeypatch.setattr(strict, "FOLDER", tmp_path)
    with pytest.raises(DataFileError) as refused:
        tie_patterns.__wrapped__()
    assert TIES in str(refused.value)
    assert said in str(refused.value)
