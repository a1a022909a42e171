"""Status of events told by a noun: what its adjectives, the noun above it and the verb over it make of it.

"the alleged attack" -> hypothetical; "hopes of a deal" -> hypothetical; "talks were called off" -> negated
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from explorer.knowledge.language import Cue, cues, grammar
from explorer.model import Status

Finding = tuple[Status, str]
ADJECTIVES = {"amod", "det", "compound", "advmod", "neg", "nmod"}
ABOVE = {"of", "for", "about", "on", "over", "to", "at", "against"}
LINKED = {"of", "for"}


def noun_status(noun: Token) -> Finding | None:
    """Give the status an event noun has by itself: its adjectives, what it is said to be, the noun above it."""
    return _cue_beside(noun) or _before_it(noun) or _predicated(noun) or _under_noun(noun)


TURNING_DOWN = {
    "reject",
    "refuse",
    "veto",
    "dismiss",
    "spurn",
    "rebuff",
    "decline",
}  # "rejected a request to send arms"


def prospect_status(noun: Token) -> Finding:
    """Give the status of what follows a noun: "plans to send" is future, "a failed attempt to seize" negated."""
    return prospect_of(noun) or (Status.HYPOTHETICAL, f"{noun.lemma_.lower()} to")


def prospect_of(noun: Token) -> Finding | None:
    lemma, words = noun.lemma_.lower(), cues()
    if lemma in words.refusing_nouns:
        return Status.NEGATED, f"{lemma} to"
    if noun.head.lemma_.lower() == "spare":  # "spared no effort to help"
        return Status.ACTUAL, f"spare no {lemma} to"
    own = _cue_beside(noun)
    if own is not None and own[0] is Status.NEGATED:
        return own
    if _is_undone(noun):
        return Status.NEGATED, f"no {lemma} to"
    if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_.lower() in TURNING_DOWN:
        return Status.NEGATED, f"{noun.head.lemma_.lower()} {lemma} to"
    if lemma in grammar().prospects:
        return Status.FUTURE, f"{lemma} to"
    return (Status.HYPOTHETICAL, f"{lemma} of") if lemma in words.nouns_above["hypothetical"] else None


def verb_over_noun(verb: Token, *, carries: bool) -> Finding | None:
    """Give what the verb above makes of the noun; a verb that only carries it decides if it is one of intent."""
    for lemma in (_with_particle(verb), verb.lemma_.lower()):
        for name, verbs in (cues().intents if carries else cues().over_nouns).items():
            if lemma in verbs:
                return Status(name), f"under {lemma}"
        if " " in lemma and not carries and _with_particle(verb) in _phrasal():
            break
    return None


def _with_particle(verb: Token) -> str:
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt" or child.tag_ == "RP"), "")
    return f"{verb.lemma_.lower()} {particle}".strip()


@cache
def _phrasal() -> frozenset[str]:
    return frozenset(verb for verbs in cues().over_nouns.values() for verb in verbs if " " in verb)


def _is_undone(noun: Token) -> bool:
    # "scrapped plans to visit", "an attempt to seize the town failed"
    verb = noun.head
    if any(child.lower_ == "no" for child in noun.children):
        return True
    if _with_particle(verb) in cues().over_nouns["negated"] or verb.lemma_.lower() in cues().over_nouns["negated"]:
        return noun.dep_ in {"dobj", "nsubjpass"}
    return noun.dep_ == "nsubj" and _with_particle(verb) in cues().coming_to_nothing


def _cue_beside(noun: Token) -> Finding | None:
    beside = {child.lower_ for child in noun.children if child.dep_ in ADJECTIVES}
    beside |= {child.lower_ for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN"}
    for cue in _noun_cues():
        hit = beside.intersection(cue.words)
        if hit:
            return cue.status, f"“{min(hit)}”"
    return None


def _before_it(noun: Token) -> Finding | None:
    """ "without a deal", "instead of talks", "ahead of a summit"."""
    preposition = noun.head
    if noun.dep_ != "pobj":
        return None
    before = preposition.nbor(-1).lower_ if preposition.i > 0 else ""
    phrases = {preposition.lower_, f"{before} {preposition.lower_}"}
    if phrases & cues().not_before:
        return Status.NEGATED, preposition.lower_
    return (Status.FUTURE, f"{before} {preposition.lower_}") if phrases & cues().ahead_of else None


def _predicated(noun: Token) -> Finding | None:
    """ "an attack is possible", "talks are out of the question"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ not in {"be", "seem", "appear", "remain", "look", "become"}:
        return None
    said = [child for child in verb.children if child.dep_ in {"acomp", "prep", "advmod", "attr"} and child.i > noun.i]
    texts = {" ".join(token.lower_ for token in child.subtree) for child in said} | {child.lower_ for child in said}
    for name, words in cues().predicates.items():
        hit = texts & words
        if hit:
            denied = any(child.dep_ == "neg" for child in verb.children)
            status = Status.HYPOTHETICAL if denied and name == "negated" else Status(name)
            return (Status.NEGATED if denied and name == "future" else status), f"is {min(hit)}"
    return None


def _under_noun(noun: Token) -> Finding | None:
    """ "hopes of a deal", "a proposal for talks", "the lack of an agreement"."""
    preposition, above = noun.head, noun.head.head
    if noun.dep_ != "pobj" or preposition.lower_ not in ABOVE or above.pos_ not in {"NOUN", "PROPN"}:
        return None
    lemma = above.lemma_.lower()
    for name, words in cues().nouns_above.items():
        if lemma in words and (preposition.lower_ in LINKED or name == "hypothetical"):
            undone = _is_undone(above) or _cue_beside(above) == (Status.NEGATED, "“failed”")
            return (Status.NEGATED, f"no {lemma} of") if undone else (Status(name), f"{lemma} of")
    return None


@cache
def _noun_cues() -> tuple[Cue, ...]:
    return tuple(cue for cue in cues().cues if cue.nouns)


def is_performed(node: Token, head: Token) -> bool:
    """ "I would like to thank Norway", "we take this opportunity to thank Peru": who says so does it."""
    if node.lemma_.lower() not in cues().performatives:
        return False
    if node.dep_ == "acl" and head.lemma_.lower() in {"opportunity", "occasion", "moment"}:
        return head.dep_ == "dobj" and head.head.lemma_.lower() in {"take", "seize", "use"}
    if node.dep_ != "xcomp" or head.lemma_.lower() not in {"like", "wish", "want"} or head.tag_ == "VBD":
        return False
    return _we_say(head)


def is_put_politely(verb: Token) -> bool:
    """ "we would urge Peru": no condition, only a polite way to urge."""
    would = any(child.dep_ == "aux" and child.lower_ == "would" for child in verb.children)
    have = any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.children)
    return would and not have and verb.lemma_.lower() in cues().performatives and _we_say(verb)


def _we_say(verb: Token) -> bool:
    if any(child.dep_ in {"neg", "mark", "advcl"} for child in verb.children):
        return False
    return any(child.dep_ == "nsubj" and child.lower_ in {"i", "we"} for child in verb.children)


def is_answered(node: Token, head: Token) -> bool:
    """ "Kenya accuses Peru of theft, a charge Peru denies": the parser takes the accusation for what is denied."""
    if node.dep_ != "ccomp" or node.i > head.i:
        return False
    return any(child.lemma_.lower() in cues().claims and node.i < child.i < head.i for child in head.children)
