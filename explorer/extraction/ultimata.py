"""Threats and expulsions that lie in a construction: "or face", "a week to", "out of", "its threat to".

"Israel told Hamas to free the hostages or face war." -> THREATEN, country:ISR -> organization:hamas
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from explorer.extraction.arguments import Role, owners
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import (
    OBJECTS,
    doers,
    governing_verb,
    is_passive,
    objects_after,
    surface_subjects,
)
from explorer.extraction.drafts import Draft
from explorer.extraction.expulsions import is_envoy
from explorer.extraction.matching import match_verb
from explorer.extraction.sides import everybody
from explorer.extraction.stances import deed_recipients, drafted, refused_mode, same_side, speech_over
from explorer.extraction.status import judge_noun
from explorer.knowledge.frames import Frame, frames
from explorer.knowledge.language import cues, grammar
from explorer.knowledge.ontology import is_conflict
from explorer.knowledge.stances import stances
from explorer.model import EventType

THREATENED_MODES = {
    EventType.ASSAULT: "violence",
    EventType.MOBILIZE: "violence",
    EventType.SANCTION: "restrict",
    EventType.REJECT: "restrict",
    EventType.PROTEST: "restrict",
    EventType.RETREAT: "relations",
}
RELATIONS = {
    "relation",
    "tie",
    "talk",
    "treaty",
    "agreement",
    "negotiation",
    "alliance",
    "pact",
    "accord",
    "deal",
    "membership",
}
COERCED_MODES = {"arrest": "arrest", "deport": "expel", "seize": "territory", "cyber": "violence"}


def of_ultimatum(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read the first construction that fits."""
    for reading in (
        _of_controlling_noun,
        _of_or_face,
        _of_given_time,
        _of_warned_suffering,
        _of_warned_deed,
        _of_conditional_threat,
    ):
        draft = reading(verb, sentence, cast)
        if draft is not None:
            return draft
    return None


def threat_mode(deed: Token, frame: Frame | None) -> str | None:
    """Tell what is threatened: "to cut off talks" touches relations, "to bomb" is violence."""
    if frame is None:
        return None
    if frame.type is EventType.COERCE:
        return COERCED_MODES.get(frame.mode or "", "restrict")
    if frame.type is EventType.SANCTION and frame.mode == "expel":
        return "expel"
    objects = {child.lemma_.lower() for child in deed.children if child.dep_ in OBJECTS}
    if frame.type in {EventType.SANCTION, EventType.REJECT} and objects & RELATIONS:
        return "relations"
    return THREATENED_MODES.get(frame.type)


def conditioned(verb: Token, cast: Cast) -> tuple[str, ...]:
    """Give who must act to avert a threat: "threatened to strike unless the president resigns"."""
    for clause in verb.subtree:
        marks = {child.lower_ for child in clause.children if child.dep_ in {"mark", "prep"}}
        if clause.dep_ in {"advcl", "ccomp"} and marks & (cues().conditions | {"until"}):
            found = everybody(surface_subjects(clause), cast, Role.RECIPIENT)
            if found:
                return found
    return ()


def is_hostile(deed: Token) -> bool:
    if deed.lemma_.lower() in stances().revenge:
        return True
    return any(is_conflict(match.frame.type) and match.slots for match in match_verb(deed))


def is_or_face(verb: Token) -> bool:
    """Tell whether the clause goes on "… or face the consequences"."""
    if not any(child.dep_ == "cc" and child.lower_ == "or" for child in verb.children):
        return False
    return any(child.dep_ == "conj" and _is_suffering(child) for child in verb.children)


def is_sent_home(target_heads: Iterable[Token], deed: Token) -> bool:
    """Tell whether envoys are told to leave."""
    return deed.lemma_.lower() in stances().leaving and any(is_envoy(token) for token in target_heads)


def _is_suffering(verb: Token) -> bool:
    words = stances()
    if verb.lemma_.lower() not in words.suffering:
        return is_passive(verb) and any(is_conflict(match.frame.type) for match in match_verb(verb))
    objects = [child for child in verb.children if child.dep_ in OBJECTS]
    if verb.lemma_.lower() == "pay" and any(child.lower_ in {"dearly", "heavily"} for child in verb.children):
        return True
    named = {token.lemma_.lower() for child in objects for token in child.subtree}
    is_hostile_noun = any(is_conflict(frame.type) for name in named for frame in frames().nouns.get(name, ()))
    return (
        bool(named & words.consequences)
        or is_hostile_noun
        or any(token.tag_ == "VBG" for child in objects for token in [child])
    )


def _of_controlling_noun(deed: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "Ukraine's refusal to cede land to Russia", "renewed its threat to invade Peru"."""
    noun = deed.head
    if deed.dep_ not in {"acl", "relcl", "xcomp"} or not any(child.lower_ == "to" for child in deed.children):
        return None
    kind = next((kind for kind, nouns in stances().nouns.items() if noun.lemma_.lower() in nouns), None)
    if kind is None or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    above = governing_verb(noun)
    if noun.lemma_.lower() == "right" and (above is None or above.lemma_.lower() != "reserve" or not is_hostile(deed)):
        return None  # only "reserved the right to respond" is a threat
    is_light = (
        above is not None and above.lemma_.lower() in {*grammar().light_verbs, "reserve"} and noun.dep_ in OBJECTS
    )
    by = objects_after(noun, {"by", "of", "from"})
    actors = owners(noun, cast) or everybody(by, cast, Role.ACTOR)
    if not actors and is_light and above is not None:
        actors = everybody(doers(above), cast, Role.ACTOR)
    recipients, frame = deed_recipients(deed, cast)
    if kind is EventType.THREATEN and not recipients:
        recipients = conditioned(deed, cast) or (conditioned(above, cast) if above is not None else ())
    judgement = judge_noun(noun, above, carries=True) if is_light else judge_noun(noun, None)
    mode = threat_mode(deed, frame) if kind is EventType.THREATEN else refused_mode(frame)
    return drafted(
        kind,
        deed,
        sentence,
        cast,
        actors=actors,
        recipients=recipients,
        rule=f"{noun.lemma_.lower()} to {deed.lemma_.lower()}",
        trigger=noun,
        mode=mode,
        judgement=judgement,
    )


def _of_or_face(deed: Token, sentence: Span, cast: Cast) -> Draft | None:
    # "Release the hostages or face war, Israel told Hamas", "said Iran must comply or face sanctions"
    if not is_or_face(deed):
        return None
    above = speech_over(deed) or (
        deed.head if deed.dep_ in {"xcomp", "ccomp", "acl"} and deed.head.pos_ == "VERB" else None
    )
    if above is None:
        return None
    told = [child for child in above.children if child.dep_ in OBJECTS]
    subjects = [child for child in deed.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return drafted(
        EventType.THREATEN,
        above,
        sentence,
        cast,
        actors=everybody(doers(above), cast, Role.ACTOR),
        recipients=everybody(subjects, cast, Role.RECIPIENT) or everybody(told, cast, Role.RECIPIENT),
        rule="or face",
        ends=(*told, *subjects),
    )


def _of_given_time(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "gave the rebels 48 hours to leave", "gave Hamas until Friday to release them"."""
    if verb.lemma_.lower() != "give":
        return None
    passed = surface_subjects(verb) if is_passive(verb) else []
    objects = [child for child in verb.children if child.dep_ in {*OBJECTS, "npadvmod"} and child.pos_ != "ADP"]
    times = [child for child in objects if child.lemma_.lower() in stances().periods]
    times += [child for child in verb.children if child.lower_ == "until"]
    deed = next((token for token in verb.subtree if _is_infinitive_after(token, times)), None)
    given = passed or [child for child in objects if child not in times]
    if not times or deed is None or not given:
        return None
    is_out = is_sent_home(given, deed) or _is_civil_exit(given, deed)
    kind = EventType.SANCTION if is_out else EventType.THREATEN
    return drafted(
        kind,
        verb,
        sentence,
        cast,
        actors=everybody(doers(verb), cast, Role.ACTOR),
        recipients=everybody(given, cast, Role.RECIPIENT),
        rule="give R time to",
        mode="expel" if kind is EventType.SANCTION else None,
        ends=given,
    )


def _is_civil_exit(given: list[Token], deed: Token) -> bool:
    # "gave the mission's spokesman 72 hours to leave the country"; to troops the same would be an ultimatum
    places = {child.lemma_.lower() for child in deed.children if child.dep_ in OBJECTS}
    forces = any(token.lemma_.lower() in grammar().representatives["forces"] for token in given)
    return deed.lemma_.lower() in stances().leaving and bool(places & {"country", "territory"}) and not forces


def _is_infinitive_after(token: Token, times: list[Token]) -> bool:
    is_infinitive = token.pos_ in {"VERB", "AUX"} and any(child.lower_ == "to" for child in token.lefts)
    return is_infinitive and any(token.i > time.i for time in times)


def _of_warned_suffering(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "warned that Estonia would face consequences", "Iran will pay a heavy price, he said"."""
    speech = speech_over(verb)
    if speech is None or not _is_suffering(verb):
        return None
    if not any(child.lower_ in {"will", "would"} for child in verb.children if child.dep_ == "aux"):
        return None
    if any(child.dep_ == "neg" for child in verb.children):
        return None
    subjects = surface_subjects(verb)
    told = [child for child in speech.children if child.dep_ in OBJECTS]
    return drafted(
        EventType.THREATEN,
        speech,
        sentence,
        cast,
        actors=everybody(doers(speech), cast, Role.ACTOR),
        recipients=everybody(subjects, cast, Role.RECIPIENT) or everybody(told, cast, Role.RECIPIENT),
        rule=f"R will {verb.lemma_.lower()}",
        trigger=verb,
        ends=subjects,
    )


def _of_warned_deed(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "warned it would hit back if China raised tariffs", "said it would retaliate against Peru"."""
    speech = speech_over(verb)
    lemma = speech.lemma_.lower() if speech is not None else ""
    if speech is None or not any(child.lower_ in {"will", "would"} for child in verb.children if child.dep_ == "aux"):
        return None
    is_meant = verb.lemma_.lower() in stances().revenge or (lemma in {"warn", "threaten"} and is_hostile(verb))
    if not is_meant or is_passive(verb) or any(child.dep_ == "neg" for child in verb.children):
        return None
    actors = everybody(doers(speech), cast, Role.ACTOR)
    if not same_side(everybody(doers(verb), cast, Role.ACTOR), actors, cast):
        return None
    recipients, frame = deed_recipients(verb, cast)
    told = everybody([child for child in speech.children if child.dep_ in OBJECTS], cast, Role.RECIPIENT)
    return drafted(
        EventType.THREATEN,
        speech,
        sentence,
        cast,
        actors=actors,
        recipients=told or recipients or conditioned(speech, cast),
        rule=f"{lemma} it will {verb.lemma_.lower()}",
        trigger=verb,
        mode=threat_mode(verb, frame),
    )


def _of_conditional_threat(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    # "threatened more attacks if Kenya does not withdraw": no one is named but who must act
    if (
        verb.lemma_.lower() != "threaten"
        or is_passive(verb)
        or not any(child.dep_ in OBJECTS for child in verb.children)
    ):
        return None
    if any(everybody(match.slots, cast, Role.RECIPIENT) for match in match_verb(verb)):
        return None
    subjects = doers(verb)
    return drafted(
        EventType.THREATEN,
        verb,
        sentence,
        cast,
        actors=everybody(subjects, cast, Role.ACTOR),
        recipients=conditioned(verb, cast),
        rule="threaten unless R",
        ends=subjects,
    )
