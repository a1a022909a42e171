"""How a commitment stands: planned, active, held, cancelled or ended.

"will sign a treaty" -> planned; "withdrew from the pact" -> ended
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from explorer.extraction.commitment_parties import is_made_in_talks, talks_about
from explorer.extraction.drafts import Draft
from explorer.extraction.matching import light_verb
from explorer.extraction.status import Judgement, judge
from explorer.knowledge.language import commitments
from explorer.model import CommitmentKind, CommitmentStatus, EventType, Status


def status_of(
    kind: CommitmentKind, judgement: Judgement, noun: Token, verb: Token | None, near: Sequence[Draft]
) -> CommitmentStatus:
    is_elsewhere = kind is CommitmentKind.SUMMIT and noun.dep_ == "pobj"  # "discussed Ukraine at the summit"
    lemma = verb.lemma_.lower() if verb is not None and not is_elsewhere else ""
    table = commitments().status_verbs
    done = judgement.status is Status.ACTUAL
    if is_elsewhere and noun.head.lower_ == "to" and noun.head.head.lemma_.lower() in commitments().inviting_verbs:
        return CommitmentStatus.PLANNED
    # "called off a meeting planned for May": whatever was planned, the verb decides
    is_off = kind is CommitmentKind.SUMMIT and verb is not None and lemma in table[CommitmentStatus.CANCELLED]
    if judgement.status is Status.NEGATED or (is_off and verb is not None and judge(verb).status is Status.ACTUAL):
        return CommitmentStatus.CANCELLED
    # "The truce ended twelve days of war" is in force.
    ends_other = noun.dep_ == "nsubj" and verb is not None and any(child.dep_ == "dobj" for child in verb.children)
    is_ended = (
        done
        and not ends_other
        and lemma in table[CommitmentStatus.ENDED]
        and noun.dep_ in {"dobj", "nsubjpass", "nsubj", "pobj"}
    )
    if is_ended and kind is not CommitmentKind.SUMMIT:  # a summit that ended was held
        return CommitmentStatus.ENDED
    if kind is CommitmentKind.AGREEMENT and talks_about(noun) is not None:
        return CommitmentStatus.ACTIVE if is_made_in_talks(noun) and done else CommitmentStatus.PLANNED
    if kind is CommitmentKind.ALLIANCE and lemma not in commitments().forming_verbs:
        return CommitmentStatus.ACTIVE
    if lemma in commitments().keeping_verbs and kind is CommitmentKind.AGREEMENT:
        return CommitmentStatus.ACTIVE
    is_announced = verb is not None and _is_headline_future(verb)
    if (
        is_announced
        or judgement.status in {Status.FUTURE, Status.HYPOTHETICAL}
        or lemma in table[CommitmentStatus.PLANNED]
    ):
        planned = kind is CommitmentKind.SUMMIT or is_announced or (verb is not None and light_verb(noun) is not None)
        return (
            CommitmentStatus.PLANNED if planned or lemma in table[CommitmentStatus.PLANNED] else CommitmentStatus.ACTIVE
        )
    if kind is not CommitmentKind.SUMMIT:
        return CommitmentStatus.ENDED if judgement.status is Status.HISTORICAL else CommitmentStatus.ACTIVE
    if verb is not None and verb.tag_ == "VBD":  # "It was the last Quad summit for Biden"
        return CommitmentStatus.HELD
    meetings = [draft for draft in near if draft.type is EventType.CONSULT and draft.mode != "phone"]
    if meetings and meetings[-1].status is Status.FUTURE:
        return CommitmentStatus.PLANNED
    return CommitmentStatus.HELD


def _is_headline_future(verb: Token) -> bool:
    # "Canada to host Australia at G7 summit"
    has_to = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    return has_to and verb.dep_ in {"ROOT", "csubj"} and any(child.dep_ == "nsubj" for child in verb.children)


def later_status(kind: CommitmentKind, one: CommitmentStatus, other: CommitmentStatus) -> CommitmentStatus:
    """Of two mentions the more definite status holds: a cancelled summit is not held, a signed treaty not planned."""
    order = [CommitmentStatus.CANCELLED, CommitmentStatus.ENDED, CommitmentStatus.PLANNED, CommitmentStatus.HELD]
    order.insert(4 if kind is CommitmentKind.SUMMIT else 2, CommitmentStatus.ACTIVE)
    return min((one, other), key=order.index)
