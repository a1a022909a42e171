"""Frames whose recipient or doer stands elsewhere than the pattern says: before the noun, or behind another word.

"revoked Chilean visas" fits "revoke visa of R"; "declared persona non grata by Moldova" hangs "by" on "persona".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Span, Token

from explorer.extraction.arguments import Role, owners, participants
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import (
    OBJECTS,
    PREDICATES,
    doers,
    is_passive,
    objects_after,
    objects_of,
    sufferers,
)
from explorer.extraction.clauses import surface_subjects as subjects_of
from explorer.extraction.drafts import Draft
from explorer.extraction.ends import ends_of
from explorer.extraction.matching import match_verb
from explorer.extraction.sides import everybody
from explorer.extraction.stances import drafted, makings, owned
from explorer.knowledge.frames import Frame, StepKind, frames
from explorer.knowledge.language import grammar
from explorer.model import EventType

OWN_TYPES = {EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.SANCTION}
JUDGMENTS = {"investigate", "allege", "convict"}
OWNED = {"of", "by"}
NONE: tuple[tuple[Frame, ...], bool, frozenset[str]] = ((), False, frozenset())


def of_loose_fit(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Try a frame of blame or refusal in these ways where none fits as written."""
    lemma = verb.lemma_.lower()
    own, swapped, owned_words = _own_frames().get(lemma, NONE)
    if not own:
        return None
    return (
        _of_stray_agent(verb, sentence, cast)
        or (_of_judged_subject(verb, sentence, cast) if swapped else None)
        or (_of_owned_object(verb, own, sentence, cast) if _has_owned(verb, owned_words) else None)
    )


@cache
def _own_frames() -> Mapping[str, tuple[tuple[Frame, ...], bool, frozenset[str]]]:
    """Give for each verb its frames of our types, whether one is swapped, and the words before their "of R"."""
    table = {}
    for lemma, found in frames().verbs.items():
        own = tuple(frame for frame in found if frame.type in OWN_TYPES)
        heads = (word.head for frame in own for step in frame.steps[:1] for word in step.words)
        table[lemma] = (own, any(frame.swap for frame in own), frozenset(heads))
    return table


def _has_owned(verb: Token, words: frozenset[str]) -> bool:
    """Spare the verbs whose objects no frame names and nobody has made."""
    return any(
        thing.lemma_.lower() in words or any(child.dep_ in {"acl", "prep"} for child in thing.children)
        for thing in sufferers(verb)
    ) or any(child.dep_ == "prep" for child in verb.children)


def _of_judged_subject(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "Cuba's refusal angered Washington": the deed that angers stands for who did it."""
    for match in match_verb(verb):
        if not match.frame.swap or match.frame.type not in OWN_TYPES:
            return None
        judged = tuple(actor for token in match.doers for actor in owners(token, cast) if token.i not in cast.at)
        if judged:
            return _with(match.frame, verb, sentence, cast, everybody(match.slots, cast, Role.ACTOR), judged)
    return None


def _of_owned_object(verb: Token, found: tuple[Frame, ...], sentence: Span, cast: Cast) -> Draft | None:
    """Read the owner of the object as the one whom "of R" or "by R" would name."""
    actors = everybody(doers(verb), cast, Role.ACTOR)
    if not actors or _fits_as_written(verb, cast):
        return None
    for match in match_verb(verb):  # "an investigation into crimes committed by Croatia"
        made = tuple(actor for thing in match.slots if _is_made(thing) for actor in owned(thing, cast))
        if made and match.frame.type in OWN_TYPES and not match.frame.mutual and not match.frame.swap:
            return _with(match.frame, verb, sentence, cast, actors, made)
    for frame in found:
        if frame.mutual or frame.swap:
            continue
        for thing in sufferers(verb):
            if not _is_of_slot(frame, thing):
                continue
            draft = drafted(
                frame.type,
                verb,
                sentence,
                cast,
                actors=actors,
                recipients=owned(thing, cast),
                rule=frame.rule.split(": ", 1)[1],
                mode=frame.mode,
                strength=frame.strength,
            )
            if draft is not None:
                return draft
    return None


def _fits_as_written(verb: Token, cast: Cast) -> bool:
    return any(
        match.frame.strength == 0
        or (match.frame.alone and match.frame.type in OWN_TYPES)
        or (ends is not None and ends.recipients)
        for match in match_verb(verb)
        for ends in (ends_of(match, cast),)
    )


def _is_made(thing: Token) -> bool:
    # "rejected the timetable proposed by ECOWAS"; people are not made: "condemned the man freed by France"
    groups = grammar().representatives
    is_person = thing.lemma_.lower() in groups["people"] | groups["officials"] | groups["forces"]
    return not is_person and bool(makings(thing))


def _is_of_slot(frame: Frame, thing: Token) -> bool:
    """Tell whether the frame is "VERB thing of R"."""
    if [step.kind for step in frame.steps] != [StepKind.WORD, StepKind.PREPOSITION, StepKind.SLOT]:
        return False
    if not any(word.head == thing.lemma_.lower() and not word.modifiers for word in frame.steps[0].words):
        return False
    return any(word.head in OWNED for word in frame.steps[1].words)


def _of_stray_agent(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read a passive whose "by R" the parser hung on another word, or a participle in front: "Accused by Mali of …"."""
    is_fronted = verb.tag_ == "VBN" and verb.dep_ == "advcl" and not any(child.dep_ == "aux" for child in verb.children)
    if is_fronted:
        agents = objects_after(verb, {"by"})
        actors, suffering = everybody(agents, cast, Role.ACTOR), subjects_of(verb)
    elif is_passive(verb) and not doers(verb):
        actors = next((found for by in _stray(verb) if (found := everybody(objects_of(by), cast, Role.ACTOR))), ())
        actors = actors or _place_of_judgment(verb, cast)
        suffering = sufferers(verb)
    else:
        return None
    if not actors:
        return None
    for match in () if is_fronted else match_verb(verb):
        if match.frame.type not in OWN_TYPES or match.frame.swap or match.frame.mutual or match.frame.strength == 0:
            return None
        recipients = everybody(match.slots, cast, Role.RECIPIENT)
        if recipients:
            return _with(match.frame, verb, sentence, cast, actors, recipients)
    plain = next((frame for frame in frames().verbs[verb.lemma_.lower()] if _is_plain(frame)), None)
    if plain is None:
        return None
    recipients = tuple(actor for token in suffering for actor in participants(token, cast, Role.RECIPIENT))
    return _with(plain, verb, sentence, cast, actors, recipients)


def _place_of_judgment(verb: Token, cast: Cast) -> tuple[str, ...]:
    # "was put under investigation in Italy", "were convicted in Ukraine": the state there did it
    judged = any(match.frame.type in OWN_TYPES and match.frame.mode in JUDGMENTS for match in match_verb(verb))
    places = objects_after(verb, {"in"}) if judged else []
    named = [token for token in places if token.i in cast.at]
    return tuple(actor for token in named for actor in cast.at[token.i].actors if actor.startswith("country:"))


def _with(
    frame: Frame, verb: Token, sentence: Span, cast: Cast, actors: tuple[str, ...], recipients: tuple[str, ...]
) -> Draft | None:
    return drafted(
        frame.type,
        verb,
        sentence,
        cast,
        actors=actors,
        recipients=recipients,
        rule=frame.rule.split(": ", 1)[1],
        mode=frame.mode,
        strength=frame.strength,
    )


def _is_plain(frame: Frame) -> bool:
    return frame.type in OWN_TYPES and not frame.swap and [step.kind for step in frame.steps] == [StepKind.SLOT]


def _stray(verb: Token) -> Iterator[Token]:
    """Yield the "by" of phrases below the verb's own objects and prepositions, past no other verb."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ in {*OBJECTS, *PREDICATES, "prep", "npadvmod", "prt"}:
            for token in child.subtree:
                crossed = any(above.pos_ in {"VERB", "AUX"} for above in token.ancestors if above.i > verb.i)
                if token.lower_ == "by" and token.dep_ in {"prep", "agent"} and not crossed:
                    yield token
