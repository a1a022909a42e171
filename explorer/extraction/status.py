"""Did it happen? Reads status and speaker off the clauses around a trigger.

"Japan did not sign" -> negated; "is set to visit" -> future; "could impose" -> hypothetical
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from explorer.extraction.clauses import control_of
from explorer.extraction.prospects import (
    is_answered,
    is_performed,
    is_put_politely,
    noun_status,
    prospect_of,
    prospect_status,
    verb_over_noun,
)
from explorer.knowledge.language import Control, Cue, cues, grammar
from explorer.model import EventType, Status

CLIMBED = {"xcomp", "ccomp", "conj", "advcl", "pcomp", "acl", "relcl", "parataxis", "dep"}
DEPTH = 8
OPPOSED = {("object", "to"), ("opposed", "to"), ("oppose", "to"), ("balk", "at")}  # "objected to sending arms"
UNDER = {EventType.AGREE: Status.FUTURE, EventType.REJECT: Status.NEGATED}  # else the deed is only supposed


@dataclass(frozen=True, slots=True)
class Judgement:
    """`status` and why; `speech` is the verb of saying above the trigger, if any."""

    status: Status
    reason: str
    speech: Token | None = None


def judge(anchor: Token) -> Judgement:
    """Decide the status of what a verb (or a noun without a verb of its own) says."""
    status, reason = _clause_status(anchor)
    speech: Token | None = None
    node = anchor
    for _ in range(DEPTH):
        if node.head == node:
            break
        if node.pos_ in {"VERB", "AUX"} and node.dep_ not in CLIMBED:
            break
        if _is_told_beside(node):
            node = node.head.head
            continue
        above, why = _status_from_above(node)
        status, reason = _stronger((status, reason), (above, why))
        head = node.head
        if node.dep_ == "relcl":  # a relative clause is asserted whatever the main clause plans
            break
        if speech is None and _is_told(node):
            speech = head
            status = _would_is_future(anchor, node, status)
            if status is None and _is_imperative(node):
                status, reason = Status.HYPOTHETICAL, "imperative"
            if status is None and _is_unsaid(head):
                status, reason = Status.HYPOTHETICAL, f"not {head.lemma_}"
            break
        node = head
    if status in {None, Status.FUTURE} and speech is None and _is_asked(anchor):
        status, reason = Status.HYPOTHETICAL, "question"
    if status is None:
        status, reason = _adverb_status(anchor)
    return Judgement(status or Status.ACTUAL, reason or "stated", speech)


def judge_noun(noun: Token, verb: Token | None, *, carries: bool = False) -> Judgement:
    """Decide the status of an event noun: by its own adjectives, else by the verb that governs it.

    `carries` is set where the verb only carries the noun ("launched an attack") and so decides nothing itself.
    """
    outer = judge(verb) if verb is not None else Judgement(Status.ACTUAL, "stated")
    own = noun_status(noun)
    if own is None and verb is not None:
        own = verb_over_noun(verb, carries=carries)
        if own is not None and outer.status is Status.NEGATED:  # "did not cancel the talks", "is not planning a visit"
            own = None if own[0] is Status.NEGATED else (Status.NEGATED, outer.reason)
            outer = Judgement(Status.ACTUAL, "stated", outer.speech)
    if own is not None:
        return Judgement(own[0], own[1], outer.speech)
    return outer


def _stronger(one: tuple[Status | None, str], other: tuple[Status | None, str]) -> tuple[Status | None, str]:
    order = [Status.NEGATED, Status.HYPOTHETICAL, Status.FUTURE, Status.HISTORICAL]
    if one[0] is None:
        return other
    if other[0] is None:
        return one
    return min(one, other, key=lambda item: order.index(item[0]) if item[0] in order else 9)


def _clause_status(verb: Token) -> tuple[Status | None, str]:
    words = cues()
    children = list(verb.children)
    lowered = {
        child.lower_
        for child in children
        if child.dep_ in {"neg", "aux", "mark", "advmod", "auxpass", "preconj", "det"}
    }
    if any(child.dep_ == "neg" or child.lower_ == "neither" for child in children) or "never" in lowered:
        return Status.NEGATED, "negation"
    marks = {child.lower_ for child in children if child.dep_ in {"mark", "advmod"}}
    if marks & words.conditions or _is_inverted_condition(verb):
        return Status.HYPOTHETICAL, "condition"
    if verb.dep_ == "advcl" and marks & words.times and _is_ahead(verb):
        return Status.HYPOTHETICAL, "a time to come"
    if verb.dep_ == "ROOT" and "to" in lowered and _has_subject(children):  # "Xi to visit Russia"
        return Status.FUTURE, "headline"
    if lowered & words.modals["hypothetical"]:
        return Status.HYPOTHETICAL, "modal"
    if lowered & words.modals["future"]:
        return Status.FUTURE, "future tense"
    if lowered & words.modals["conditional"] and not is_put_politely(verb):
        return Status.HYPOTHETICAL, "conditional"
    if _subject_is_negative(children):
        return Status.NEGATED, "negative subject"
    return None, ""


def _subject_is_negative(children: list[Token]) -> bool:
    for child in children:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj"}:
            if child.lower_ in {"nobody", "none", "neither", "nothing"}:
                return True
            if any(inner.dep_ == "det" and inner.lower_ in {"no", "neither"} for inner in child.children):
                return True
    return False


def _status_from_above(node: Token) -> tuple[Status | None, str]:
    """What the head of a dependent clause does to it."""
    head = node.head
    if node.dep_ == "pcomp":
        return _after_preposition(node, head)
    if node.dep_ in {"acl", "relcl"} and _is_infinitive(node) and head.pos_ == "PROPN":  # "Xi to visit Russia"
        return Status.FUTURE, "headline"
    if node.dep_ in {"xcomp", "advcl"} and _is_infinitive(node) and (idiom := _idiom_status(head)) is not None:
        return idiom, f"{head.text} to"
    if is_answered(node, head) or is_performed(node, head):
        return None, ""
    control = control_of(node)
    if control is not None:
        return _controlled_status(node, control), f"under {head.lemma_}"
    if node.dep_ == "xcomp":
        return _clause_status(head)
    if (
        (node.dep_ in {"acl", "ccomp"} or _has_that(node))
        and head.pos_ == "NOUN"
        and head.lemma_.lower() in cues().claims
    ):
        return _claim_status(head)
    if node.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        return _shared_status(node, head)
    if node.dep_ == "acl" and (_is_infinitive(node) or _is_to_ing(node)):
        return prospect_status(head)
    if node.dep_ == "advcl" and _is_infinitive(node):
        return Status.HYPOTHETICAL, "purpose"
    if node.dep_ == "ccomp" and head.lemma_.lower() in cues().hypothetical_verbs:
        return Status.HYPOTHETICAL, f"under {head.lemma_}"
    if node.dep_ == "ccomp" and any(
        child.dep_ in {"mark", "advmod"} and child.lower_ in {"whether", "if"} for child in node.children
    ):
        return Status.HYPOTHETICAL, "question"
    if node.dep_ == "ccomp" and (judged := _judged_by_adjective(head)) is not None:
        return judged
    if node.dep_ == "ccomp" and head.lemma_.lower() in cues().outcomes:  # "would see Turkey withdraw"
        return _clause_status(head)
    if node.dep_ == "ccomp" and head.dep_ == "advcl" and head.lower_ in cues().conditions:  # "provided that"
        return Status.HYPOTHETICAL, "condition"
    return None, ""


def _after_preposition(node: Token, preposition: Token) -> tuple[Status | None, str]:
    """ "will respond by expelling" expels later; "without expelling" and "instead of expelling" not at all."""
    control = control_of(node)
    if control is not None:
        return _controlled_status(node, control), f"under {preposition.head.lemma_}"
    words = cues()
    before = preposition.nbor(-1).lower_ if preposition.i > 0 else ""
    if {preposition.lower_, f"{before} {preposition.lower_}"} & words.not_before:
        return Status.NEGATED, preposition.lower_
    governor = preposition.head
    if (governor.lemma_.lower(), preposition.lower_) in OPPOSED or preposition.lower_ == "against":
        return Status.HYPOTHETICAL, f"{governor.lemma_} {preposition.lower_}"
    if preposition.lower_ in words.means and governor.pos_ in {"VERB", "AUX"}:
        return _clause_status(governor)
    if (
        governor.pos_ == "NOUN" and (found := prospect_of(governor)) is not None
    ):  # "plans for sending", "hopes of signing"
        return found
    return None, ""


def _controlled_status(node: Token, control: Control) -> Status | None:
    """What the row of the verb above says: "planned to" is future, and "did not plan to" negated."""
    outer, _ = _clause_status(node.head)
    if control.embedded is not None:
        return control.embedded
    if control.status is not None:
        if outer is not Status.NEGATED:
            return control.status
        return None if control.status is Status.NEGATED else Status.NEGATED  # "did not fail to" is a fact
    if control.becomes is not None:  # "has not agreed to send"
        return Status.NEGATED if outer is Status.NEGATED else UNDER.get(control.becomes, Status.HYPOTHETICAL)
    return outer if node.dep_ == "xcomp" else None


def _idiom_status(head: Token) -> Status | None:
    """Read what stands above an infinitive: "is to meet", "is going to sign", "used to back", "has yet to condemn"."""
    if head.lemma_ == "be" or (head.lower_ == "going" and any(child.lemma_ == "be" for child in head.children)):
        return Status.FUTURE
    if head.lower_ == "used" and not any(child.dep_ == "dobj" for child in head.children):  # not "used its veto to"
        return Status.HISTORICAL
    if head.lemma_ == "have" and any(child.lower_ == "yet" for child in head.children):
        return Status.NEGATED
    return None


def _claim_status(noun: Token) -> tuple[Status | None, str]:
    """ "denied reports that" negates, "reports that" alone only supposes."""
    verb = noun.head
    if noun.lemma_.lower() in cues().denying_nouns:
        return Status.NEGATED, f"{noun.lemma_} that"
    if noun.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in cues().denials:
        return Status.NEGATED, f"{verb.lemma_} {noun.lemma_}"
    return Status.HYPOTHETICAL, f"{noun.lemma_} that"


def _shared_status(node: Token, head: Token) -> tuple[Status | None, str]:
    """A bare conjunct shares the auxiliaries of the first verb: "will visit and sign"; "but agreed" does not."""
    if any(child.dep_ == "cc" and child.lower_ == "nor" for child in head.children):
        return Status.NEGATED, "nor"
    if any(child.dep_ == "cc" and child.lower_ == "than" for child in head.children) and node.tag_ in {"VB", "VBG"}:
        return Status.NEGATED, "rather than"
    has_own = any(child.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for child in node.children)
    if has_own or node.tag_ in {"VBD", "VBZ", "VBP"}:
        return None, ""
    if any(child.dep_ == "cc" and child.lower_ == "but" for child in head.children):
        return None, ""
    return _clause_status(head)


def _is_told_beside(node: Token) -> bool:
    """ "refused to receive him and called it an act of war": a finite verb goes with the finite one above."""
    head = node.head
    if node.dep_ != "conj" or any(child.dep_ in {"nsubj", "nsubjpass"} for child in node.children):
        return False
    if head.dep_ == "xcomp" and _is_infinitive(head):
        return _tense(node) in {"VBD", "VBZ", "VBP"}
    return (
        head.dep_ == "ccomp" and _tense(node) in {"VBZ", "VBP"} and _tense(head) == "VBD" and _tense(head.head) == "VBZ"
    )


def _tense(verb: Token) -> str:
    return next((child.tag_ for child in verb.children if child.dep_ in {"aux", "auxpass"}), verb.tag_)


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _has_that(verb: Token) -> bool:
    # "no evidence that Iran attacked": no relative pronoun, whatever the parser calls the clause
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)


def _is_to_ing(verb: Token) -> bool:
    # "came close to signing"
    return verb.tag_ == "VBG" and any(child.dep_ == "prep" and child.lower_ == "to" for child in verb.children)


def _has_subject(children: list[Token]) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass"} for child in children)


def _is_inverted_condition(verb: Token) -> bool:
    """ "had its government invited him", "should Iran attack": an auxiliary before its subject, and no question."""
    if _ends_in_question(verb):
        return False
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.lower_ in {"who", "which", "that", "what"}:
        return False
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if verb.dep_ in {"ccomp", "conj"} and not _has_subject(list(verb.head.children)):
        helpers.append(verb.head)  # the parser may take "had" for a verb of its own
    return any(helper.lower_ in {"had", "should", "were"} and helper.i < subject.left_edge.i for helper in helpers)


def _is_ahead(verb: Token) -> bool:
    """ "until Israel withdraws", "once it has signed": the present after such a word is still to come."""
    tensed = next((child.tag_ for child in verb.children if child.dep_ in {"aux", "auxpass"}), verb.tag_)
    return tensed in {"VBZ", "VBP"} and not (verb.head.tag_ in {"VBD", "VBN"} and verb.tag_ == "VBP")


def _is_asked(verb: Token) -> bool:
    """ "Will Turkey lift its veto?" asks; a relative clause in it still asserts."""
    if not _ends_in_question(verb):
        return False
    return all(node.dep_ != "relcl" for node in (verb, *verb.ancestors))


def _ends_in_question(verb: Token) -> bool:
    last = next((token for token in reversed(verb.sent) if token.is_punct and token.text in {"?", ".", "!"}), None)
    return last is not None and last.text == "?"


def _is_told(node: Token) -> bool:
    """Tell whether a verb of saying stands above; "claimed to have struck" and "admitted striking" tell as well."""
    if node.dep_ == "xcomp":
        tells = node.tag_ in {"VBG", "VBN"} and node.head.lemma_.lower() in {"admit", "claim", "acknowledge", "report"}
        return tells and _is_speech(node.head)
    return node.dep_ in {"ccomp", "parataxis", "advcl"} and _is_speech(node.head)


def _is_imperative(node: Token) -> bool:
    """ "Release the hostages, Israel told Hamas": asked for, not done."""
    helpers = {"nsubj", "nsubjpass", "aux", "auxpass", "expl"}
    return node.tag_ == "VB" and node.i < node.head.i and all(child.dep_ not in helpers for child in node.children)


def _is_unsaid(head: Token) -> bool:
    """ "did not say that", "declined to confirm that": what nobody said is not told."""
    if _clause_status(head)[0] is Status.NEGATED:
        return True
    control = control_of(head)
    refused = control is not None and (control.becomes is EventType.REJECT or control.status is Status.NEGATED)
    return refused and head.dep_ == "xcomp"


def _judged_by_adjective(head: Token) -> tuple[Status | None, str] | None:
    """ "it is not true that", "it is possible that"."""
    word = head if head.pos_ == "ADJ" else next((child for child in head.children if child.dep_ == "acomp"), None)
    if word is None:
        return None
    lemma, words = word.lemma_.lower(), cues().judgements
    denied = any(child.dep_ == "neg" for node in (head, word) for child in node.children)
    if lemma in words["true"]:
        return (Status.NEGATED, f"not {lemma}") if denied else None
    if lemma in words["negated"]:
        return (Status.NEGATED, f"{lemma} that") if not denied else (Status.HYPOTHETICAL, f"not {lemma}")
    return (Status.HYPOTHETICAL, f"{lemma} that") if lemma in words["hypothetical"] else None


def _is_speech(head: Token) -> bool:
    return head.pos_ in {"VERB", "AUX"} and head.lemma_.lower() in grammar().statement_verbs


def _would_is_future(anchor: Token, clause: Token, status: Status | None) -> Status | None:
    # "said it would send": the future of the past; "said it would send … if" stays supposed.
    helpers = {child.lower_ for node in (anchor, clause) for child in node.children if child.dep_ in {"aux", "auxpass"}}
    has_would = bool(helpers & {"would", "'d"}) and "have" not in helpers  # "would have visited" did not
    conditional = any(
        child.dep_ == "advcl" and any(inner.lower_ in cues().conditions for inner in child.children)
        for child in clause.children
    )
    if status is Status.HYPOTHETICAL and has_would and not conditional:
        return Status.FUTURE
    return status


@cache
def _clause_cues() -> tuple[tuple[str, Cue], ...]:
    return tuple((word, cue) for cue in cues().cues if not cue.nouns for word in cue.words)


def _adverb_status(verb: Token) -> tuple[Status | None, str]:
    """Look for cue words among the verb's own adverbials, not in other clauses."""
    text = " " + " ".join(_adverbials(verb)) + " "
    for phrase in cues().no_cues:  # "once again" is not "once"
        text = text.replace(f" {phrase} ", " ")
    for word, cue in _clause_cues():
        if f" {word} " in text:
            return cue.status, f"“{word}”"
    return None, ""


def _adverbials(verb: Token) -> list[str]:
    words: list[str] = []
    for child in verb.children:
        if (
            child.dep_ in {"advmod", "npadvmod", "prep", "aux", "neg"}
            or child.lower_ == "until"
            or (child.dep_ == "advcl" and child.i < verb.i and any(inner.dep_ == "mark" for inner in child.children))
        ):
            words.extend(token.lower_ for token in child.subtree)
    if verb.pos_ in {"VERB", "AUX"} and verb.dep_ == "xcomp":
        words.extend(_adverbials(verb.head))
    return words
