"""How frame files are read: the elements of a pattern, their order in the index, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.errors import DataFileError
from explorer.knowledge.frames import (
    Frame,
    StepKind,
    Word,
    frames,
    index_patterns,
    parse_pattern,
    parse_steps,
    read_frames,
)
from explorer.model import EventType


def read(folder: Path, text: str) -> list[Frame]:
    (folder / "accuse.yaml").write_text(text, encoding="utf-8")
    return list(read_frames("accuse.yaml", folder=folder))


@pytest.mark.parametrize(
    ("pattern", "kinds"),
    [
        ("condemn R", [StepKind.SLOT]),
        ("meet with R", [StepKind.PREPOSITION, StepKind.SLOT]),
        ("call +off talk with R", [StepKind.PARTICLE, StepKind.WORD, StepKind.PREPOSITION, StepKind.SLOT]),
        ("impose * on|against R", [StepKind.WORD, StepKind.PREPOSITION, StepKind.SLOT]),
        ("go on strike", [StepKind.PREPOSITION, StepKind.WORD]),
        ("protest", []),
    ],
)
def test_elements_of_a_pattern(pattern: str, kinds: list[StepKind]) -> None:
    assert [step.kind for step in parse_steps(pattern)] == kinds


def test_alternatives_compounds_and_any() -> None:
    call, anything, against = parse_steps("have phone_call|talk * on|against R")[:3]
    assert call.words == (Word("call", ("phone",)), Word("talk"))
    assert anything.words == ()
    assert against.words == (Word("on"), Word("against"))


def test_each_alternative_trigger_is_a_pattern_of_its_own() -> None:
    found = list(parse_pattern("x.yaml", "attack|air_strike on R", is_noun=True, label="ASSAULT"))
    assert [pattern.trigger for pattern in found] == [Word("attack"), Word("strike", ("air",))]
    assert {pattern.rule for pattern in found} == {"ASSAULT: attack|air_strike on R"}
    assert all(pattern.has_slot for pattern in found)


@pytest.mark.parametrize(
    "pattern", ["meet with", "R meet", "R", "", "   ", "+off call R", "impose sanction on|against", "meet R with"]
)
@pytest.mark.parametrize("part", ["verbs", "nouns"])
def test_a_bad_pattern_is_refused_naming_file_and_pattern(tmp_path: Path, pattern: str, part: str) -> None:
    with pytest.raises(DataFileError) as refused:
        read(tmp_path, f'type: ACCUSE\ngroups:\n  - {part}: ["denounce R", "{pattern}"]\n')
    assert "accuse.yaml" in str(refused.value)
    assert repr(pattern.strip()) in str(refused.value) or repr(pattern) in str(refused.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("type: ACCUSE\ngroups:\n  - {verbs: [accuse R], moode: allege}\n", "groups.0.moode: unknown key"),
        ("type: ACCUSE\ngroups: []\nnotes: none\n", "notes: unknown key"),
        ("type: ACCUSED\ngroups: []\n", "type"),
        ("groups: []\n", "type"),
        ("type: ACCUSE\n", "groups"),
        ("type: ACCUSE\ngroups:\n  - {verbs: accuse R}\n", "groups.0.verbs"),
        ("type: ACCUSE\ngroups:\n  - {verbs: [accuse R], strength: strong}\n", "groups.0.strength"),
        ("type: ACCUSE\ntype: ASSAULT\ngroups: []\n", "'type' comes twice"),
        ("type: ACCUSE\ngroups:\n  - {verbs: [accuse R], verbs: [blame R]}\n", "'verbs' comes twice"),
        ("type: ACCUSE\ngroups: [", "accuse.yaml"),
    ],
)
def test_a_broken_file_is_refused_naming_file_and_entry(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(DataFileError) as refused:
        read(tmp_path, text)
    assert "accuse.yaml" in str(refused.value)
    assert said in str(refused.value)


@pytest.mark.xfail(strict=True, reason="a wording that stands twice in a file is found by a test, not at load")
def test_a_repeated_wording_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="accuse R"):
        read(tmp_path, "type: ACCUSE\ngroups:\n  - {verbs: [accuse R]}\n  - {mode: allege, verbs: [accuse R]}\n")


def test_a_group_lends_its_settings_to_each_wording(tmp_path: Path) -> None:
    group = "{mode: visit, mutual: true, strength: 0.5, verbs: [meet R], nouns: [talk with R]}"
    text = f"type: CONSULT\ngroups:\n  - {group}\n"
    verb, noun = read(tmp_path, text)
    for frame in (verb, noun):
        assert (frame.type, frame.mode, frame.mutual, frame.strength) == (EventType.CONSULT, "visit", True, 0.5)
    assert (verb.is_noun, noun.is_noun) == (False, True)
    assert (verb.rule, noun.rule) == ("CONSULT: meet R", "CONSULT: talk with R")


def test_longer_and_more_exact_wordings_come_first(tmp_path: Path) -> None:
    found = read(tmp_path, 'type: SUPPORT\ngroups:\n  - verbs: ["sign *", sign R, sign treaty, sign treaty with R]\n')
    assert [frame.rule.removeprefix("SUPPORT: ") for frame in index_patterns(found).verbs["sign"]][:2] == [
        "sign treaty with R",
        "sign treaty",
    ]
    assert not index_patterns(found).nouns


@pytest.mark.parametrize("kind", list(EventType))
def test_every_type_has_verbs_and_nouns(kind: EventType) -> None:
    index = frames()
    assert any(frame.type is kind for found in index.verbs.values() for frame in found)
    assert any(frame.type is kind for found in index.nouns.values() for frame in found)


def test_every_frame_lies_under_its_own_trigger() -> None:
    for table, is_noun in ((frames().verbs, False), (frames().nouns, True)):
        for lemma, found in table.items():
            assert all(frame.trigger.head == lemma and frame.is_noun is is_noun for frame in found)
