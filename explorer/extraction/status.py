"""Did it happen? Reads status and speaker off the clauses around a trigger.

"Japan did not sign" -> negated; "is set to visit" -> future; "could impose" -> hypothetical
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from explorer.extraction.clauses import control_of
from explorer.knowledge.language import Control, Cue, cues, grammar
from explorer.model import EventType, Status

CLIMBED = {"xcomp", "ccomp", "conj", "advcl", "pcomp", "acl", "relcl", "parataxis", "dep"}
DEPTH = 8
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
        above, why = _status_from_above(node)
        status, reason = _stronger((status, reason), (above, why))
        head = node.head
        if node.dep_ == "relcl":  # a relative clause is asserted whatever the main clause plans
            break
        if speech is None and node.dep_ in {"ccomp", "parataxis", "advcl"} and _is_speech(head):
            speech = head
            status = _would_is_future(anchor, node, status)
            break
        node = head
    if status is None:
        status, reason = _adverb_status(anchor)
    return Judgement(status or Status.ACTUAL, reason or "stated", speech)


def judge_noun(noun: Token, verb: Token | None, *, carries: bool = False) -> Judgement:
    """Decide the status of an event noun: by its own adjectives, else by the verb that governs it.

    `carries` is set where the verb only carries the noun ("launched an attack") and so decides nothing itself.
    """
    outer = judge(verb) if verb is not None else Judgement(Status.ACTUAL, "stated")
    own = _noun_cue(noun) or (_verb_over_noun(verb) if verb is not None and not carries else None)
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
    if any(child.dep_ == "mark" and child.lower_ in words.conditions for child in children):
        return Status.HYPOTHETICAL, "condition"
    if lowered & words.modals["hypothetical"]:
        return Status.HYPOTHETICAL, "modal"
    if lowered & words.modals["future"]:
        return Status.FUTURE, "future tense"
    if lowered & words.modals["conditional"]:
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
    if node.dep_ in {"xcomp", "advcl"} and _is_infinitive(node) and (idiom := _idiom_status(head)) is not None:
        return idiom, f"{head.text} to"
    control = control_of(node)
    if control is not None:
        return _controlled_status(node, control), f"under {head.lemma_}"
    if node.dep_ == "xcomp":
        return _clause_status(head)
    if node.dep_ in {"acl", "ccomp"} and head.pos_ == "NOUN" and head.lemma_.lower() in cues().claims:
        return _claim_status(head)
    if node.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        return _shared_status(node, head)
    if node.dep_ == "acl" and _is_infinitive(node):
        return _prospect_status(head)
    if node.dep_ == "advcl" and _is_infinitive(node):
        return Status.HYPOTHETICAL, "purpose"
    if node.dep_ == "pcomp" and head.lower_ in {"without"}:
        return Status.NEGATED, "without"
    if node.dep_ == "ccomp" and head.lemma_.lower() in cues().hypothetical_verbs:
        return Status.HYPOTHETICAL, f"under {head.lemma_}"
    if node.dep_ == "ccomp" and any(
        child.dep_ == "mark" and child.lower_ in {"whether", "if"} for child in node.children
    ):
        return Status.HYPOTHETICAL, "question"
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
    if head.lower_ == "used":
        return Status.HISTORICAL
    if head.lemma_ == "have" and any(child.lower_ == "yet" for child in head.children):
        return Status.NEGATED
    return None


def _claim_status(noun: Token) -> tuple[Status | None, str]:
    """ "denied reports that" negates, "reports that" alone only supposes."""
    verb = noun.head
    if noun.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in cues().denials:
        return Status.NEGATED, f"{verb.lemma_} {noun.lemma_}"
    return Status.HYPOTHETICAL, f"{noun.lemma_} that"


def _shared_status(node: Token, head: Token) -> tuple[Status | None, str]:
    """A bare conjunct shares the auxiliaries of the first verb: "will visit and sign"; "but agreed" does not."""
    if any(child.dep_ == "cc" and child.lower_ == "nor" for child in head.children):
        return Status.NEGATED, "nor"
    has_own = any(child.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for child in node.children)
    if has_own or node.tag_ in {"VBD", "VBZ", "VBP"}:
        return None, ""
    if any(child.dep_ == "cc" and child.lower_ == "but" for child in head.children):
        return None, ""
    return _clause_status(head)


def _prospect_status(noun: Token) -> tuple[Status | None, str]:
    lemma = noun.lemma_.lower()
    if noun.head.lemma_.lower() in cues().over_nouns["negated"] or any(child.lower_ == "no" for child in noun.children):
        return Status.NEGATED, f"no {lemma} to"
    if lemma in grammar().prospects:
        return Status.FUTURE, f"{lemma} to"
    return Status.HYPOTHETICAL, f"{lemma} to"


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _is_speech(head: Token) -> bool:
    return head.pos_ in {"VERB", "AUX"} and head.lemma_.lower() in grammar().statement_verbs


def _would_is_future(anchor: Token, clause: Token, status: Status | None) -> Status | None:
    # "said it would send": the future of the past; "said it would send … if" stays supposed.
    has_would = any(child.lower_ in {"would", "'d"} for node in (anchor, clause) for child in node.children)
    conditional = any(
        child.dep_ == "advcl" and any(inner.lower_ in cues().conditions for inner in child.children)
        for child in clause.children
    )
    if status is Status.HYPOTHETICAL and has_would and not conditional:
        return Status.FUTURE
    return status


def _noun_cue(noun: Token) -> tuple[Status, str] | None:
    lowered = {child.lower_ for child in noun.children if child.dep_ in {"amod", "det", "compound", "advmod", "neg"}}
    for cue in _noun_cues():
        hit = lowered.intersection(cue.words)
        if hit:
            return cue.status, f"“{next(iter(hit))}”"
    return None


@cache
def _noun_cues() -> tuple[Cue, ...]:
    return tuple(cue for cue in cues().cues if cue.nouns)


@cache
def _clause_cues() -> tuple[tuple[str, Cue], ...]:
    return tuple((word, cue) for cue in cues().cues if not cue.nouns for word in cue.words)


def _verb_over_noun(verb: Token) -> tuple[Status, str] | None:
    lemma = verb.lemma_.lower()
    for name, verbs in cues().over_nouns.items():
        if lemma in verbs:
            return Status(name), f"under {lemma}"
    return None


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
        if child.dep_ in {"advmod", "npadvmod", "prep", "aux", "neg"} or (
            child.dep_ == "advcl" and child.i < verb.i and any(inner.dep_ == "mark" for inner in child.children)
        ):
            words.extend(token.lower_ for token in child.subtree)
    if verb.pos_ in {"VERB", "AUX"} and verb.dep_ == "xcomp":
        words.extend(_adverbials(verb.head))
    return words
