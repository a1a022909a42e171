"""What every reader of a stance needs: a draft of both sides, who says it, whose the thing is that is judged.

"Colombia called Nicaragua's claim absurd." -> the claim is owned by country:NIC
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from explorer.extraction.arguments import Role, owners
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import OBJECTS, doers, objects_after
from explorer.extraction.doubts import doubts_of_control
from explorer.extraction.drafts import Draft
from explorer.extraction.ends import DOMESTIC
from explorer.extraction.matching import match_noun, match_verb
from explorer.extraction.sides import acting, are_among_own, everybody, is_own_country, others
from explorer.extraction.speakers import speaker_of
from explorer.extraction.status import Judgement, judge
from explorer.knowledge.frames import Frame
from explorer.knowledge.language import grammar
from explorer.knowledge.stances import stances
from explorer.model import EventType

STRENGTH = 0.8
REFUSED_MODES = {
    EventType.CONSULT: "meet",
    EventType.AID: "assist",
    EventType.RETREAT: "yield",
    EventType.CONCEDE: "yield",
}


def drafted(
    kind: EventType,
    verb: Token,
    sentence: Span,
    cast: Cast,
    *,
    actors: Iterable[str],
    recipients: Iterable[str],
    rule: str,
    ends: Iterable[Token] = (),
    trigger: Token | None = None,
    mode: str | None = None,
    judgement: Judgement | None = None,
    alone: bool = False,
    mutual: bool = False,
    strength: float = STRENGTH,
) -> Draft | None:
    """Make a draft unless a side is missing or both are the same."""
    ends = tuple(ends)
    is_domestic = kind in DOMESTIC and are_among_own(ends, cast)
    acts = acting(tuple(dict.fromkeys(actors)))
    suffers = others(tuple(dict.fromkeys(recipients)), acts, is_domestic=is_domestic)
    if not acts or not (suffers or alone or (mutual and len(acts) > 1)):
        return None
    if not is_domestic and is_own_country(acts, suffers, cast):
        return None
    judgement = judgement or judge(verb)
    return Draft(
        type=kind,
        trigger=trigger if trigger is not None else verb,
        anchor=verb,
        sentence=sentence,
        actors=acts,
        recipients=suffers,
        rule=f"{kind}: {rule}",
        mode=mode,
        status=judgement.status,
        speaker=speaker_of(judgement, verb, cast),
        mutual=mutual,
        doubts=doubts_of_control(verb, strength, ends, cast),
    )


def speech_over(clause: Token) -> Token | None:
    """Give the verb of saying that a clause hangs on, or that hangs on it: "…, the president said"."""
    head = clause.head
    if clause.dep_ in {"ccomp", "parataxis", "advcl"} and head != clause and is_statement(head):
        return head
    return next((child for child in clause.children if child.dep_ == "parataxis" and is_statement(child)), None)


def speakers_of(clause: Token, cast: Cast) -> tuple[str, ...]:
    speech = speech_over(clause)
    return everybody(doers(speech), cast, Role.ACTOR) if speech is not None else ()


def deed_recipients(deed: Token, cast: Cast) -> tuple[tuple[str, ...], Frame | None]:
    """Give whom a deed (a verb or an event noun) is turned to by its own frame, else its object's owner."""
    matches = match_verb(deed) if deed.pos_ in {"VERB", "AUX"} else match_noun(deed)
    for match in matches:
        found = everybody(match.slots, cast, Role.RECIPIENT)
        if found:
            return found, match.frame
    objects = [child for child in deed.children if child.dep_ in OBJECTS and child.pos_ != "ADP"]
    if deed.lemma_.lower() in stances().revenge:  # "respond to an attack by India"
        objects += objects_after(deed, {"to", "against"})
    return everybody(objects, cast, Role.RECIPIENT), None


def refused_mode(frame: Frame | None) -> str | None:
    return REFUSED_MODES.get(frame.type) if frame is not None else None


def makings(thing: Token) -> list[Token]:
    """Give the participles that tell whose deed a thing is; "the site flattened by R" is not R's site."""
    making = stances().making
    return [child for child in thing.children if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in making]


def owned(token: Token, cast: Cast) -> tuple[str, ...]:
    """Give whose a judged thing is: "Nicaragua's claim", "the blockade imposed by Kenya"."""
    mention = cast.at.get(token.i)
    if mention is not None:
        return mention.actors
    made = makings(token)
    by = objects_after(token, {"by", "of", "from"})
    return (
        owners(token, cast)
        or everybody([inner for inner in by if inner.i in cast.at], cast, Role.RECIPIENT)
        or everybody([maker for verb in made for maker in doers(verb)], cast, Role.ACTOR)
    )


def same_side(some: tuple[str, ...], rest: tuple[str, ...], cast: Cast) -> bool:
    states = {cast.country_of(actor) for actor in some} - {None}
    return bool(set(some) & set(rest)) or bool(states & {cast.country_of(actor) for actor in rest})


def is_statement(verb: Token) -> bool:
    return verb.pos_ in {"VERB", "AUX"} and verb.lemma_.lower() in grammar().statement_verbs
