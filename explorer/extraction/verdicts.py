"""Blame and denial that lie in a construction: "called it a disgrace", "said R was behind", "a charge R denied".

"Angela Merkel called the Hungarian law a disgrace." -> ACCUSE, recipients (country:HUN,)
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from explorer.extraction.arguments import Role, owners
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import (
    OBJECTS,
    SUBJECTS,
    doers,
    governing_verb,
    objects_after,
    prepositional,
    sufferers,
    surface_subjects,
)
from explorer.extraction.drafts import Draft
from explorer.extraction.matching import match_verb
from explorer.extraction.sides import everybody, is_state
from explorer.extraction.stances import drafted, owned, same_side, speech_over
from explorer.extraction.status import Judgement, judge
from explorer.knowledge.ontology import is_conflict
from explorer.knowledge.stances import stances
from explorer.model import EventType, Status


def of_verdict(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read the first construction that fits."""
    for reading in (_of_denied_charge, _of_state_protest, _of_mission, _of_verdict, _of_said_verdict, _of_evidence):
        draft = reading(verb, sentence, cast)
        if draft is not None:
            return draft
    return None


def _of_denied_charge(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "accused Poland of sabotage, a charge dismissed by Warsaw": the denial goes to the accuser."""
    words = stances()
    if verb.lemma_.lower() not in words.deniers:
        return None
    denied = [
        token for token in sufferers(verb) if token.lemma_.lower() in words.claims or token.lower_ in {"it", "this"}
    ]
    subjects = doers(verb)
    actors = everybody(subjects, cast, Role.ACTOR)
    if not denied or not actors or any(owners(token, cast) for token in denied):
        return None
    return drafted(
        EventType.REJECT,
        verb,
        sentence,
        cast,
        actors=actors,
        recipients=_accusers_of(actors, verb, sentence, cast),
        rule=f"{verb.lemma_.lower()} charge",
        ends=subjects,
        # "a charge dismissed by Warsaw" is done, though a clause below "charge" else tells what is only claimed
        judgement=Judgement(Status.ACTUAL, "stated") if verb.dep_ in {"acl", "relcl"} else None,
    )


def _accusers_of(accused: tuple[str, ...], verb: Token, sentence: Span, cast: Cast) -> tuple[str, ...]:
    """Look in this sentence, then in the one before, for who accused them."""
    before = sentence.doc[sentence.start - 1].sent if sentence.start else None
    for place in (sentence, before):
        for token in reversed(list(place)) if place is not None else ():
            if token == verb or token.pos_ not in {"VERB", "AUX"}:
                continue
            draft = _of_evidence(token, sentence, cast) or _of_said_verdict(token, sentence, cast)
            if draft is not None and draft.type is EventType.ACCUSE and same_side(draft.recipients, accused, cast):
                return draft.actors
            if token.lemma_.lower() not in stances().accusers:
                continue
            targets = everybody(sufferers(token), cast, Role.RECIPIENT)
            if same_side(targets, accused, cast):
                return everybody(doers(token), cast, Role.ACTOR)
    return ()


def _of_state_protest(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    # "Vietnam protested against Chinese drills": a state complains where its people would demonstrate
    if verb.lemma_.lower() != "protest":
        return None
    for match in match_verb(verb):
        if is_state(match, cast):
            judged = [*match.slots, *sufferers(verb)]
            return drafted(
                EventType.ACCUSE,
                verb,
                sentence,
                cast,
                actors=everybody(match.doers, cast, Role.ACTOR),
                recipients=everybody(judged, cast, Role.RECIPIENT),
                rule="state protest R",
                mode="disapprove",
            )
    return None


def _of_mission(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "sent experts to Bosnia to investigate the shelling"."""
    if verb.lemma_.lower() not in {"send", "dispatch", "deploy"}:
        return None
    purposes = [child for child in verb.subtree if child.lemma_.lower() in stances().inquiring and child.tag_ == "VB"]
    places = objects_after(verb, {"to", "into"})
    if not purposes:
        return None
    return drafted(
        EventType.ACCUSE,
        verb,
        sentence,
        cast,
        actors=everybody(doers(verb), cast, Role.ACTOR),
        recipients=everybody(places, cast, Role.RECIPIENT),
        rule=f"send to {purposes[0].lemma_}",
        mode="investigate",
    )


def _of_verdict(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "called the Hungarian law a disgrace", "described the claim as baseless"."""
    is_rejection = verb.lemma_.lower() in {"dismiss", "reject"} and not sufferers(verb)  # else a frame reads it
    if verb.lemma_.lower() not in stances().verdict_verbs and not is_rejection:
        return None
    judged, predicates = _judged(verb)
    kind = EventType.REJECT if is_rejection else _verdict(predicates)
    if kind is None or not judged:
        return None
    recipients = tuple(actor for token in judged for actor in owned(token, cast))
    return drafted(
        kind,
        verb,
        sentence,
        cast,
        actors=everybody(doers(verb), cast, Role.ACTOR),
        recipients=recipients,
        rule=f"{verb.lemma_.lower()} R {predicates[0].lower_}",
        ends=(*doers(verb), *judged),
        mode="disapprove" if kind is EventType.ACCUSE else None,
    )


def _judged(verb: Token) -> tuple[list[Token], list[Token]]:
    """Give what is judged and the words that judge it, whatever the parser made of the small clause."""
    objects = sufferers(verb)
    predicates = [
        child for child in verb.children if child.dep_ == "oprd" or (child.dep_ in OBJECTS and child not in objects[:1])
    ]
    # 'branded the tariffs "unjustifiable"': the parser hangs the word behind the noun on it
    predicates += [child for thing in objects[:1] for child in thing.rights if child.dep_ == "amod"]
    for child in verb.children:
        if child.lower_ == "as" and child.dep_ in {"prep", "mark", "advmod"}:
            predicates += [
                inner for inner in child.children if inner.dep_ in {"pobj", "amod", "pcomp", "advcl", "acomp"}
            ]
        elif child.dep_ in {"ccomp", "xcomp"} and child.pos_ in {"ADJ", "NOUN"}:
            predicates.append(child)
            objects = objects or [inner for inner in child.children if inner.dep_ in SUBJECTS]
        elif child.dep_ in {"ccomp", "xcomp"} and child.lemma_ == "be" and child.tag_ in {"VB", "VBG"}:
            predicates += [inner for inner in child.children if inner.dep_ in {"acomp", "attr"}]
    if not objects and predicates:  # the thing stands last: "denounced as a crime Serbia's suppression of unrest"
        last = [child for child in predicates[0].children if child.dep_ == "appos"] or predicates[:1]
        return last, predicates
    return [token for token in objects[:1] if token not in predicates], predicates


def _of_said_verdict(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "said Japan's remarks were irresponsible", "said Rwanda was behind the coup attempt"."""
    speech = speech_over(verb) if verb.lemma_ == "be" else None
    if speech is None or judge(verb).status is not Status.ACTUAL or _is_evidence_over(verb):
        return None
    subjects = surface_subjects(verb)
    said = [
        child
        for child in verb.children
        if child.dep_ in {"acomp", "attr"} or (child.dep_ == "prep" and child.lower_ == "behind")
    ]
    said += [child for child in verb.children if child.dep_ == "xcomp" and child.lemma_.lower() == "blame"]
    is_guilt = any(token.lemma_.lower() in stances().guilty and not _is_in_charge(token) for token in said)
    kind = EventType.ACCUSE if is_guilt else _verdict(said)
    if kind is None or any(token.pos_ == "PRON" for token in subjects):
        return None
    return drafted(
        kind,
        verb,
        sentence,
        cast,
        actors=everybody(doers(speech), cast, Role.ACTOR),
        recipients=tuple(actor for token in subjects for actor in owned(token, cast)),
        rule=f"say R be {said[0].lower_}",
        trigger=said[0],
        mode=("allege" if is_guilt else "disapprove") if kind is EventType.ACCUSE else None,
    )


def _of_evidence(deed: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "said there were allegations that Indian agents were behind the killing"."""
    if not _is_evidence_over(deed) or deed.tag_ == "VBN" or any(child.dep_ == "neg" for child in deed.children):
        return None
    is_guilt = deed.lemma_ == "be" and any(child.lemma_.lower() in stances().guilty for child in deed.children)
    if not is_guilt and not any(is_conflict(match.frame.type) for match in match_verb(deed)):
        return None
    noun = deed.head
    above = governing_verb(noun)
    speech = (speech_over(above) or above) if above is not None else None
    actors = owners(noun, cast) or (everybody(doers(speech), cast, Role.ACTOR) if speech is not None else ())
    is_denied = above is not None and any(child.dep_ == "neg" for child in above.children)
    accused = [child for child in deed.children if child.dep_ in SUBJECTS]
    return drafted(
        EventType.ACCUSE,
        deed,
        sentence,
        cast,
        actors=() if is_denied else actors,
        recipients=everybody(accused, cast, Role.RECIPIENT),
        rule=f"{noun.lemma_.lower()} that R",
        trigger=noun,
        mode="allege",
        judgement=Judgement(Status.ACTUAL, "stated", speech),
        ends=accused,
    )


def _is_evidence_over(deed: Token) -> bool:
    return deed.dep_ in {"acl", "ccomp", "relcl"} and deed.head.lemma_.lower() in stances().evidence


def _is_hostile_act(noun: Token) -> bool:
    # "called the blockade an act of war"
    of = [inner.lemma_.lower() for inner in objects_after(noun, {"of"})]
    return noun.lemma_.lower() in {"act", "form", "kind"} and bool(stances().hostility.intersection(of))


def _is_in_charge(predicate: Token) -> bool:
    # "responsible for guarding the border" is a duty, "responsible for killing farmers" is guilt
    deeds = [inner for child in prepositional(predicate, {"for"}) for inner in child.children if inner.dep_ == "pcomp"]
    hostile = (match.frame for deed in deeds for match in match_verb(deed))
    return bool(deeds) and not any(is_conflict(frame.type) for frame in hostile)


def _verdict(predicates: Iterable[Token]) -> EventType | None:
    """Tell blame from "not true"; "not illegal" and "no threat" are neither."""
    for predicate in predicates:
        for token in (predicate, *(child for child in predicate.children if child.dep_ in {"conj", "amod"})):
            if any(child.dep_ == "neg" or child.lower_ in {"no", "not"} for child in predicate.children):
                return None
            if token.lemma_.lower() in stances().untrue:
                return EventType.REJECT
            if token.lemma_.lower() in stances().blame | stances().hostility or _is_hostile_act(token):
                return EventType.ACCUSE
    return None
