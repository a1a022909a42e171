"""The frame and topic files as data: complete, well formed, and every wording owned by one type."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

import pytest

from explorer.knowledge import topics as topics_module
from explorer.knowledge.frames import StepKind, frames, read_frames
from explorer.knowledge.language import grammar
from explorer.knowledge.strict import read_yaml
from explorer.knowledge.topics import topic_groups, topics
from explorer.model import EventType

FOLDER = files("explorer.knowledge") / "frames"
SLOT, ANY = "R", "*"
PARTICLES = {
    *("up", "out", "off", "down", "back", "in", "over", "away", "on", "together", "aside", "home", "free", "go"),
    *("highly", "warmly", "approvingly", "glowingly", "fondly", "positively", "favourably", "favorably", "jointly"),
    *("short", "dead", "ablaze", "apart", "through", "along", "ahead", "forward"),
    *("alight", "afire", "close", "closer", "offline"),
}
COMMON = {
    *("CONSULT", "AGREE", "SUPPORT", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "MOBILIZE"),
    *("COERCE", "ASSAULT", "COOPERATE", "CONCEDE", "RETREAT"),
}
CONTEXTS = {
    *("military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy"),
    *("pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression"),
    *("human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory"),
    *("peacekeeping", "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology"),
    *("terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking"),
}
GROUPS = [
    *("Security", "Economy & trade", "Diplomacy", "Technology & cyber", "Energy & environment", "Law & rights"),
    *("Migration & humanitarian", "Politics & elections", "Health", "Crime & corruption"),
]


@dataclass(frozen=True)
class Wording:
    """One pattern of a file, with the group it stands in."""

    type: str
    kind: str
    pattern: str
    group: Mapping[str, Any]

    @property
    def elements(self) -> list[list[str]]:
        return [element.split("|") for element in self.pattern.split()]


@cache
def wordings() -> tuple[Wording, ...]:
    return tuple(_wordings())


def _wordings() -> Iterator[Wording]:
    for kind in EventType:
        content = read_yaml(f"{kind.lower()}.yaml", folder=FOLDER)
        for group in content["groups"]:
            for part in ("verbs", "nouns"):
                for pattern in group.get(part, ()):
                    yield Wording(content["type"], part, pattern, group)


def test_each_event_type_has_one_file_named_after_it() -> None:
    names = {path.name for path in FOLDER.iterdir() if path.name.endswith(".yaml")}
    assert names == {f"{kind.lower()}.yaml" for kind in EventType}
    for kind in EventType:
        assert {frame.type for frame in read_frames(f"{kind.lower()}.yaml", folder=FOLDER)} == {kind}


@pytest.mark.parametrize("kind", sorted(COMMON))
def test_common_types_are_worded_richly(kind: str) -> None:
    counts = Counter(wording.kind for wording in wordings() if wording.type == kind and _strength(wording) > 0)
    triggers = Counter(wording.kind for wording in wordings() if wording.type == kind for _ in wording.elements[0])
    assert counts["verbs"] >= 60
    assert triggers["nouns"] >= 25


def test_modes_are_those_of_the_ontology() -> None:
    known = read_yaml("ontology.yaml")["types"]
    unknown = {
        (wording.type, mode)
        for wording in wordings()
        if (mode := wording.group.get("mode")) is not None and mode not in known[wording.type].get("modes", {})
    }
    assert not unknown


def test_every_mode_has_a_wording() -> None:
    used = {(wording.type, wording.group.get("mode")) for wording in wordings()}
    known = read_yaml("ontology.yaml")["types"]
    assert {(kind, mode) for kind, entry in known.items() for mode in entry.get("modes", {})} <= used


def test_elements_fit_the_grammar_of_patterns() -> None:
    wrong = {(wording.type, wording.pattern): what for wording in wordings() if (what := _fault(wording))}
    assert not wrong


def test_a_wording_without_recipient_stands_only_where_none_is_needed() -> None:
    lonely = {
        (wording.type, wording.pattern)
        for wording in wordings()
        if SLOT not in wording.pattern.split()
        and not (wording.group.get("alone") or wording.group.get("mutual") or _strength(wording) == 0)
    }
    assert not lonely


def test_no_wording_has_two_owners() -> None:
    owners: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for wording in wordings():
        subject = "goods" if wording.group.get("goods") else wording.group.get("subjects") or "anybody"
        for words in product(*wording.elements):
            owners[(wording.kind, subject, *words)].append((wording.type, wording.pattern))
    repeated = {" ".join(words): found for words, found in owners.items() if len(found) > 1}
    assert not repeated


def test_strengths_lie_between_nought_and_one() -> None:
    assert all(0 <= _strength(wording) <= 1 for wording in wordings())


def test_the_index_finds_frames_by_lemma() -> None:
    assert {frame.type for frame in frames().verbs["denounce"] if frame.steps[0].kind is StepKind.SLOT} == {
        EventType.ACCUSE
    }
    assert EventType.SANCTION in {frame.type for frame in frames().nouns["embargo"]}


def test_topics_are_the_contexts_of_plover() -> None:
    assert set(topics()) == CONTEXTS


def test_every_group_of_the_app_has_topics_in_the_order_shown() -> None:
    shown = list(topic_groups())
    assert sorted(shown) == sorted(GROUPS)
    assert sum(len(found) for found in topic_groups().values()) == len(CONTEXTS)


@pytest.mark.parametrize("name", sorted(CONTEXTS))
def test_topic_words_are_lemmas_each_once(name: str) -> None:
    words = topics_module.topics()[name].words
    assert len(words) >= 12
    assert not [word for word, times in Counter(words).items() if times > 1]
    assert not [word for word in words if word != word.lower()]


def _strength(wording: Wording) -> float:
    return float(wording.group.get("strength", 0.9))


def _fault(wording: Wording) -> str | None:
    """Say what is wrong with a pattern, if anything."""
    prepositions = set(grammar().prepositions)
    if wording.kind == "verbs" and any("_" in word for word in wording.elements[0]):
        return "a verb has no modifiers before it"
    for place, words in enumerate(wording.elements):
        if len(words) != len(set(words)):
            return f"{words}: the same word twice"
        if words[0].startswith("+"):
            if place != 1 or not {words[0][1:], *words[1:]} <= PARTICLES:
                return f"{words}: a particle follows its verb at once and is one of the known ones"
            continue
        if len(words) > 1 and {SLOT, ANY} & set(words):
            return f"{words}: {SLOT} and {ANY} stand alone"
        if place > 0 and 0 < len(prepositions & set(words)) < len(words):
            return f"{words}: prepositions and other words mixed"
    return None
