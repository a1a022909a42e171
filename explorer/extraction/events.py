"""From matched frames to events: who did what to whom, with status and speaker.

"Japan condemned China" -> ACCUSE, actors (country:JPN,), recipients (country:CHN,)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from explorer.extraction.anaphora import DESCRIPTION, PRONOUN
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import control_of, governing_verb
from explorer.extraction.controlled import of_control, of_demand
from explorer.extraction.drafts import Draft
from explorer.extraction.matching import Match, match_noun, match_verb
from explorer.extraction.sides import (
    DOMESTIC,
    acting,
    are_among_own,
    crowd_of_place,
    has_both_sides,
    is_own_country,
    is_state,
    others,
    sides_of,
    without_led,
)
from explorer.extraction.speakers import speaker_of
from explorer.extraction.status import Judgement, judge, judge_noun
from explorer.knowledge.frames import frames
from explorer.knowledge.language import commitments, cues
from explorer.knowledge.ontology import is_conflict
from explorer.model import EventType, Status

UNGOVERNED_STRENGTH = 0.75  # "after talks with": no verb says that they took place
SINGULAR_PRONOUN, PLURAL_PRONOUN = 0.9, 0.75
PRIVATE_PERSON = 0.7


def find_events(cast: Cast) -> list[Draft]:
    """Find all events of a document in the order of the text, each once a sentence."""
    drafts: list[Draft] = []
    for sentence in cast.sentences:
        if any(token.i in cast.at for token in sentence):
            drafts.extend(_distinct(_in_sentence(sentence, cast)))
    return drafts


def _in_sentence(sentence: Span, cast: Cast) -> Iterator[Draft]:
    used: set[int] = set()
    index = frames()
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"}:
            draft, consumed = _of_verb(token, sentence, cast)
            used.update(consumed)
            if draft is not None:
                yield draft
    for token in sentence:
        if token.i not in used and token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in index.nouns:
            draft = _of_noun(token, sentence, cast)
            if draft is not None:
                yield draft


def _of_verb(verb: Token, sentence: Span, cast: Cast) -> tuple[Draft | None, tuple[int, ...]]:
    above = control_of(verb)
    is_taken = above is not None and above.becomes is not None and above.embedded is None
    best: tuple[Draft | None, tuple[int, ...]] = (None, ())
    controlled = of_control(verb, sentence, cast) or of_demand(verb, sentence, cast)
    if controlled is not None:
        best = (controlled, (verb.i,))
    else:
        for match in match_verb(verb):
            if match.frame.strength == 0:  # "meet a deadline", "fight poverty": no event
                best = (None, match.used)
                break
            if best[0] is not None and best[0].rule != match.frame.rule:
                break
            draft = _draft(match, sentence, cast)
            if draft is not None and (best[0] is None or draft.recipients):
                best = (draft, match.used)
                if draft.recipients or draft.mutual:
                    break
    if is_taken:
        return None, best[1]
    return best


def _of_noun(noun: Token, sentence: Span, cast: Cast) -> Draft | None:
    if noun.i in cast.at:
        return None
    for match in match_noun(noun):
        if match.frame.strength == 0:
            return None
        draft = _draft(match, sentence, cast)
        if draft is not None:
            verb = match.anchor if match.governed else None
            if verb is not None and (above := control_of(verb)) is not None and above.becomes is not None:
                return None
            return draft
    return None


def _draft(match: Match, sentence: Span, cast: Cast) -> Draft | None:
    frame = match.frame
    ends = _ends(match, cast)
    judgement = _judge(match) if ends is not None else None
    if ends is None or judgement is None:
        return None
    kind, status = _as_threat(match, judgement.status)
    return Draft(
        type=kind,
        trigger=match.trigger,
        anchor=match.anchor,
        sentence=sentence,
        actors=ends[0],
        recipients=ends[1],
        rule=frame.rule,
        mode=frame.mode if kind is frame.type else None,
        status=status,
        speaker=speaker_of(judgement, match.anchor, cast),
        strength=frame.strength * (1.0 if match.governed else UNGOVERNED_STRENGTH) * _certainty(match, cast),
        mutual=frame.mutual,
    )


def _ends(match: Match, cast: Cast) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Give actors and recipients, or None where somebody is missing whom the frame needs."""
    frame = match.frame
    if frame.type in {EventType.CONSULT, EventType.AID} and frame.goods != _are_goods(match):
        return None
    if frame.type is EventType.PROTEST and is_state(match, cast):
        return None  # "Tokyo protested against the message" is diplomacy, no demonstration
    actors, recipients = sides_of(match, cast)
    if frame.type is EventType.PROTEST and not actors:
        actors = crowd_of_place(match, cast)
    if frame.swap:
        actors, recipients = recipients, actors
    actors = acting(actors)
    is_domestic = frame.type in DOMESTIC and are_among_own((*match.doers, *match.slots), cast)
    recipients = others(recipients, actors, is_domestic=is_domestic)
    if frame.mutual:
        return _together(match, (*actors, *acting(recipients)), cast)
    if not actors or not (recipients or frame.alone):
        return None
    return None if not is_domestic and is_own_country(actors, recipients, cast) else (actors, recipients)


def _together(match: Match, everyone: tuple[str, ...], cast: Cast) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Make actors of both sides: "a deal with Peru and Chile" needs one more."""
    actors = without_led(tuple(dict.fromkeys(everyone)), cast)
    if not has_both_sides(match, cast) or not actors:
        return None
    return (actors, ()) if len(actors) > 1 or match.frame.alone else None


def _are_goods(match: Match) -> bool:
    """Tell whether things stand where a visitor would: "American tanks arrived in Ukraine"."""
    return not match.frame.is_noun and any(token.lemma_.lower() in commitments().pledge_goods for token in match.doers)


def _as_threat(match: Match, status: Status) -> tuple[EventType, Status]:
    """ "will withdraw its force unless", "may halt aid if": a conflict under a condition is a threat, made now."""
    kind = match.frame.type
    if status not in {Status.FUTURE, Status.HYPOTHETICAL} or not (is_conflict(kind) or kind is EventType.RETREAT):
        return kind, status
    if kind in {EventType.REQUEST, EventType.THREATEN}:
        return kind, status
    lowered = {child.lower_ for child in match.anchor.children if child.dep_ == "aux"}
    marks = {inner.lower_ for child in match.anchor.children if child.dep_ == "advcl" for inner in child.children}
    own_will = lowered & (cues().modals["future"] | {"would", "may", "could"})
    if own_will and marks & {"unless", "if"}:
        return EventType.THREATEN, Status.ACTUAL
    return kind, status


def _certainty(match: Match, cast: Cast) -> float:
    """Take a share for each side that only a pronoun or a description names, and for people who act for nobody."""
    sure = 1.0
    for tokens in (match.doers, match.slots):
        kinds = {cast.at[token.i].kind for token in tokens if token.i in cast.at}
        several = any(len(cast.at[token.i].actors) > 1 for token in tokens if token.i in cast.at)
        if kinds & {PRONOUN, DESCRIPTION}:
            sure *= PLURAL_PRONOUN if several else SINGULAR_PRONOUN
        people = [a for token in tokens if token.i in cast.at for a in cast.at[token.i].actors]
        if people and all(actor.startswith("person:") for actor in people):
            sure *= PRIVATE_PERSON
    return sure


def _judge(match: Match) -> Judgement | None:
    if not match.frame.is_noun:
        judgement = judge(match.anchor)
    elif match.governed:
        judgement = judge_noun(match.trigger, match.anchor, carries=True)
    else:
        judgement = judge_noun(match.trigger, _outer_verb(match.trigger))
    # A purpose ("met to discuss"), unlike a plan, adds nothing of its own.
    return None if judgement.reason == "purpose" else judgement


def _outer_verb(noun: Token) -> Token | None:
    """Give the verb that says what became of an event noun: "blocked the start of talks", "called for talks"."""
    head = noun
    while head.dep_ == "pobj" and head.head.lower_ in {"of", "for"} and head.head.head != head.head:
        head = head.head.head
    if head.pos_ in {"VERB", "AUX"}:
        return head
    return governing_verb(head) if head.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} else None


def _distinct(drafts: Iterator[Draft]) -> list[Draft]:
    """Keep the strongest of drafts that say the same in one sentence."""
    best: dict[tuple[EventType, frozenset[str], frozenset[str], Status], Draft] = {}
    for draft in drafts:
        key = (draft.type, frozenset(draft.actors), frozenset(draft.recipients), draft.status)
        if key not in best or best[key].strength < draft.strength:
            mode = draft.mode or (best[key].mode if key in best else None)
            best[key] = replace(draft, mode=mode)
    return sorted(best.values(), key=lambda draft: draft.trigger.i)
