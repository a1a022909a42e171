"""Subjects, objects and agents whatever the voice, on hand-made trees."""

from __future__ import annotations

import pytest

from explorer.extraction.clauses import (
    control_of,
    doers,
    governing_verb,
    is_passive,
    objects_of,
    prepositional,
    sufferers,
    surface_subjects,
    targets,
)
from explorer.model import EventType, Status
from tests.extraction.trees import texts, tree

ACTIVE = """
Greece Greece PROPN NNP nsubj 1
accused accuse VERB VBD ROOT 1
Turkey Turkey PROPN NNP dobj 1
"""
PASSIVE = """
Turkey Turkey PROPN NNP nsubjpass 2
was be AUX VBD auxpass 2
accused accuse VERB VBN ROOT 2
by by ADP IN agent 2
Greece Greece PROPN NNP pobj 3
"""
PARTICIPLE = """
sanctions sanction NOUN NNS ROOT 0
imposed impose VERB VBN acl 0
by by ADP IN agent 1
France France PROPN NNP pobj 2
"""
RELATIVE_OBJECT = """
deal deal NOUN NN ROOT 0
that that PRON WDT dobj 3
Japan Japan PROPN NNP nsubj 3
signed sign VERB VBD relcl 0
"""
RELATIVE_SUBJECT = """
Japan Japan PROPN NNP ROOT 0
which which PRON WDT nsubj 2
condemned condemn VERB VBD relcl 0
Iran Iran PROPN NNP dobj 2
"""
CONJUNCT = """
Turkey Turkey PROPN NNP nsubjpass 2
was be AUX VBD auxpass 2
accused accuse VERB VBN ROOT 2
and and CCONJ CC cc 2
sued sue VERB VBN conj 2
"""
PROMISE = """
Japan Japan PROPN NNP nsubj 1
agreed agree VERB VBD ROOT 1
to to PART TO aux 3
sign sign VERB VB xcomp 1
treaties treaty NOUN NNS dobj 3
"""
REQUEST = """
Japan Japan PROPN NNP nsubj 1
urged urge VERB VBD ROOT 1
Iran Iran PROPN NNP dobj 1
to to PART TO aux 4
stop stop VERB VB xcomp 1
"""
PLEDGE_NOUN = """
its its PRON PRP$ poss 1
pledge pledge NOUN NN nsubj 4
to to PART TO aux 3
send send VERB VB acl 1
stands stand VERB VBZ ROOT 4
"""


@pytest.mark.parametrize(
    ("rows", "verb", "passive", "doing", "suffering"),
    [
        pytest.param(ACTIVE, 1, False, ["Greece"], ["Turkey"], id="active"),
        pytest.param(PASSIVE, 2, True, ["Greece"], ["Turkey"], id="passive"),
        pytest.param(PARTICIPLE, 1, True, ["France"], ["sanctions"], id="participle after a noun"),
        pytest.param(RELATIVE_OBJECT, 3, False, ["Japan"], ["deal"], id="that for the object"),
        pytest.param(RELATIVE_SUBJECT, 2, False, ["Japan"], ["Iran"], id="which for the subject"),
        pytest.param(CONJUNCT, 4, True, [], ["Turkey"], id="passive shared by a conjunct"),
        pytest.param(PROMISE, 3, False, ["Japan"], ["treaties"], id="who promises does it"),
        pytest.param(REQUEST, 4, False, ["Iran"], [], id="who is urged does it"),
        pytest.param(PLEDGE_NOUN, 3, False, ["its"], [], id="who owns the pledge does it"),
    ],
)
def test_voice_and_control(rows: str, verb: int, passive: bool, doing: list[str], suffering: list[str]) -> None:
    token = tree(rows)[verb]
    assert is_passive(token) is passive
    assert texts(doers(token)) == doing
    assert texts(sufferers(token)) == suffering


def test_a_verb_without_a_subject_has_none() -> None:
    doc = tree("sign sign VERB VB ROOT 0\ntreaties treaty NOUN NNS dobj 0")
    assert surface_subjects(doc[0]) == []


def test_control_gives_the_row_of_the_verb_above() -> None:
    promise, request = control_of(tree(PROMISE)[3]), control_of(tree(REQUEST)[4])
    assert promise is not None and promise.becomes is EventType.AGREE
    assert request is not None and request.becomes is EventType.REQUEST
    assert control_of(tree(ACTIVE)[1]) is None
    plan = control_of(tree(PROMISE.replace("agreed agree", "planned plan"))[3])
    assert plan is not None and (plan.becomes, plan.status) == (None, Status.FUTURE)


def test_targets_of_a_request() -> None:
    doc = tree(REQUEST)
    assert texts(targets(doc[1], doc[4])) == ["Iran"]


def test_prepositions_and_what_they_govern() -> None:
    doc = tree(PASSIVE)
    (by,) = prepositional(doc[2], {"by"})
    assert texts(objects_of(by)) == ["Greece"]
    assert list(prepositional(doc[2], {"with"})) == []


def test_the_governing_verb() -> None:
    doc = tree(PASSIVE)
    assert governing_verb(doc[4]) == doc[2]
    assert governing_verb(doc[2]) is None
