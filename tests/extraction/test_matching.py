"""Frames fitted to trees: where the slot is, which words are used up, and what does not fit."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from explorer.extraction.matching import Match, fit, light_verb, match_noun, match_verb
from explorer.knowledge.frames import parse_pattern
from tests.extraction.trees import texts, tree

IMPOSE = """
France France PROPN NNP nsubj 1
imposed impose VERB VBD ROOT 1
sanctions sanction NOUN NNS dobj 1
on on ADP IN prep {hangs_on}
Mali Mali PROPN NNP pobj 3
"""
SEND = """
France France PROPN NNP nsubj 1
sent send VERB VBD ROOT 1
Mali Mali PROPN NNP dative 1
food food NOUN NN dobj 1
"""
CUT = """
Peru Peru PROPN NNP nsubj 1
called call VERB VBD ROOT 1
off off ADP RP prt 1
talks talk NOUN NNS dobj 1
with with ADP IN prep 3
Chile Chile PROPN NNP pobj 4
"""
ATTACK = """
Peru Peru PROPN NNP nsubj 1
launched launch VERB VBD ROOT 1
an an DET DT det 3
attack attack NOUN NN dobj 1
on on ADP IN prep 3
Chile Chile PROPN NNP pobj 4
"""


def fitted(pattern: str, doc: Doc, at: int, *, is_noun: bool = False) -> list[str] | None:
    (parsed,) = parse_pattern("test.yaml", pattern, is_noun=is_noun, label="TEST")
    found = fit(parsed, doc[at])
    return None if found is None else texts(found)


@pytest.mark.parametrize(
    ("pattern", "rows", "at", "slots"),
    [
        pytest.param("impose sanction on R", IMPOSE.format(hangs_on=1), 1, ["Mali"], id="preposition on the verb"),
        pytest.param("impose sanction on R", IMPOSE.format(hangs_on=2), 1, ["Mali"], id="preposition on the noun"),
        pytest.param("impose tariff|sanction on|against R", IMPOSE.format(hangs_on=1), 1, ["Mali"], id="alternatives"),
        pytest.param("impose * on R", IMPOSE.format(hangs_on=1), 1, ["Mali"], id="any noun"),
        pytest.param("impose tariff on R", IMPOSE.format(hangs_on=1), 1, None, id="another noun"),
        pytest.param("impose sanction against R", IMPOSE.format(hangs_on=1), 1, None, id="another preposition"),
        pytest.param("send R *", SEND, 1, ["Mali"], id="receiver before the thing"),
        pytest.param("send R weapon", SEND, 1, None, id="another thing"),
        pytest.param("call +off talk with R", CUT, 1, ["Chile"], id="particle"),
        pytest.param("call +out talk with R", CUT, 1, None, id="another particle"),
    ],
)
def test_verb_patterns(pattern: str, rows: str, at: int, slots: list[str] | None) -> None:
    assert fitted(pattern, tree(rows), at) == slots


@pytest.mark.parametrize(
    ("pattern", "slots"),
    [("attack on R", ["Chile"]), ("attack against R", None), ("missile_attack on R", None)],
)
def test_noun_patterns(pattern: str, slots: list[str] | None) -> None:
    assert fitted(pattern, tree(ATTACK), 3, is_noun=True) == slots


def test_modifiers_before_a_noun_must_be_there() -> None:
    doc = tree(
        "missile missile NOUN NN compound 1\nattack attack NOUN NN ROOT 1\non on ADP IN prep 1\n"
        "Mali Mali PROPN NNP pobj 2"
    )
    assert fitted("missile_attack on R", doc, 1, is_noun=True) == ["Mali"]


def test_a_slot_is_not_a_word_already_used() -> None:
    doc = tree("Peru Peru PROPN NNP nsubj 1\ngranted grant VERB VBD ROOT 1\nasylum asylum NOUN NN dobj 1")
    assert fitted("grant asylum R", doc, 1) is None


def _first(matches: object) -> Match:
    return next(iter(matches))  # type: ignore[call-overload, no-any-return]


def test_the_longest_wording_comes_first() -> None:
    doc = tree(IMPOSE.format(hangs_on=1))
    match = _first(match_verb(doc[1]))
    assert match.frame.type == "SANCTION"
    assert (texts(match.doers), texts(match.slots)) == (["France"], ["Mali"])
    assert set(match.used) == {1, 2, 3, 4} or set(match.used) == {1, 2, 3}
    lengths = [len(found.frame.steps) for found in match_verb(doc[1])]
    assert lengths == sorted(lengths, reverse=True)


def test_a_light_verb_lends_its_subject_to_the_noun() -> None:
    doc = tree(ATTACK)
    match = _first(match_noun(doc[3]))
    assert match.frame.type == "ASSAULT"
    assert (texts(match.doers), texts(match.slots), match.anchor.text) == (["Peru"], ["Chile"], "launched")
    assert match.governed


def test_a_noun_without_a_light_verb_has_no_doer() -> None:
    doc = tree(ATTACK.replace("launched launch", "feared fear"))
    match = _first(match_noun(doc[3]))
    assert (match.doers, match.anchor, match.governed) == ((), doc[3], False)


@pytest.mark.parametrize(
    ("rows", "noun", "verb"),
    [
        (ATTACK, 3, "launched"),
        (ATTACK.replace("launched launch", "feared fear"), 3, None),
        (
            "Peru Peru PROPN NNP nsubj 1\nengaged engage VERB VBD ROOT 1\nin in ADP IN prep 1\n"
            "talks talk NOUN NNS pobj 2",
            3,
            "engaged",
        ),
        (
            "Peru Peru PROPN NNP nsubj 1\nate eat VERB VBD ROOT 1\nin in ADP IN prep 1\ntalks talk NOUN NNS pobj 2",
            3,
            None,
        ),
    ],
)
def test_light_verbs(rows: str, noun: int, verb: str | None) -> None:
    found = light_verb(tree(rows)[noun])
    assert (found.text if found else None) == verb
