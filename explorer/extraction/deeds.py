"""Whose deed is meant by "the decision", "this move", "the attack": that of the event told just before.

"Germany will send tanks. Russia called the decision dangerous." -> whoever decided, country:DEU
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from explorer.extraction.cast import Cast
from explorer.extraction.drafts import Draft
from explorer.knowledge.language import anaphora
from explorer.model import EventType, Status

POINTING = {"the", "this", "that", "these", "those", "such"}
REACH = 2  # sentences back
JUDGEMENTS = {EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT, EventType.PROTEST}


def doers_of_deed(
    kind: EventType, heads: Sequence[Token], actors: tuple[str, ...], before: Sequence[Draft], cast: Cast
) -> tuple[str, ...]:
    """Give who did what a head points back to, if the event judges it; never those who judge."""
    if kind not in JUDGEMENTS or not actors:
        return ()
    own = {cast.country_of(actor) or actor for actor in actors}
    for head in heads:
        if not _points_back(head, cast):
            continue
        near = [
            draft for draft in reversed(before) if _is_near(draft, head, cast) and draft.status is not Status.NEGATED
        ]
        for draft in sorted(near, key=lambda draft: not _is_called(draft, head.lemma_.lower())):
            doers = tuple(actor for actor in draft.actors if (cast.country_of(actor) or actor) not in own)
            if doers:
                return doers
    return ()


def _points_back(head: Token, cast: Cast) -> bool:
    if head.i in cast.at or head.lemma_.lower() not in anaphora().deeds:
        return False
    children = list(head.children)
    if any(
        child.dep_ in {"relcl", "acl", "poss"} or (child.dep_ == "prep" and child.lower_ == "of") for child in children
    ):
        return False
    return any(child.lower_ in POINTING for child in children)


def _is_called(draft: Draft, noun: str) -> bool:
    """Tell whether a noun is among the words of a wording: "drills" for war games."""
    return bool(re.search(rf"(?<![a-z]){re.escape(noun)}(?![a-z])", draft.rule)) or draft.trigger.lemma_.lower() == noun


def _is_near(draft: Draft, head: Token, cast: Cast) -> bool:
    first = cast.sentences[max(0, cast.number_of(head.i) - REACH)]
    return first.start <= draft.trigger.i < head.i
