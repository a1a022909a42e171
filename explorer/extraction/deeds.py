"""Whose deed is meant by "the decision", "this move", "the attack": that of the event told just before.

"Germany will send tanks. Russia called the decision dangerous." -> whoever decided, country:DEU
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from explorer.extraction.cast import Cast
from explorer.extraction.drafts import Draft
from explorer.knowledge.frames import frames
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
        types = {frame.type for frame in frames().nouns.get(head.lemma_.lower(), ())}
        near = [
            draft for draft in reversed(before) if _is_near(draft, head, cast) and draft.status is not Status.NEGATED
        ]
        for draft in (*(draft for draft in near if draft.type in types), *near):
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


def _is_near(draft: Draft, head: Token, cast: Cast) -> bool:
    first = cast.sentences[max(0, cast.number_of(head.i) - REACH)]
    return first.start <= draft.trigger.i < head.i
