"""Events that the verb above decides: "agreed to send", "urged R to stop", "said that R must".

"Germany refused to meet Iran's envoy" -> REJECT, actors (country:DEU,), recipients (country:IRN,)
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from explorer.extraction.arguments import Role, participants
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import control_of, doers, surface_subjects, targets
from explorer.extraction.drafts import Draft
from explorer.extraction.matching import Match, match_noun, match_verb
from explorer.extraction.sides import DOMESTIC, acting, are_among_own, everybody, is_own_country, others
from explorer.extraction.speakers import speaker_of
from explorer.extraction.status import judge
from explorer.knowledge.language import Control, cues, grammar
from explorer.knowledge.ontology import is_conflict
from explorer.model import EventType

DEMAND = 0.8  # strength of "said that R must"


def of_control(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "agreed to send", "urged R to stop", "refused to meet": the verb above decides the type."""
    for complement in verb.children:
        inner = _deed(complement)
        control = control_of(inner) if inner is not None else None
        if inner is None or control is None or control.becomes is None:
            continue
        draft = _controlled(verb, inner, control, sentence, cast)
        if draft is not None:
            return draft
    return None


def of_demand(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "Russia said that Sudan must return the helicopter" as a request."""
    if verb.lemma_.lower() not in grammar().statement_verbs:
        return None
    for complement in verb.children:
        if complement.dep_ != "ccomp" or not _is_obligation(complement):
            continue
        actors = acting(everybody(doers(verb), cast, Role.ACTOR))
        recipients = others(everybody(surface_subjects(complement), cast, Role.RECIPIENT), actors, is_domestic=False)
        if actors and recipients and not is_own_country(actors, recipients, cast):
            judgement = judge(verb)
            return Draft(
                type=EventType.REQUEST,
                trigger=complement,
                anchor=verb,
                sentence=sentence,
                actors=actors,
                recipients=recipients,
                rule=f"REQUEST: {verb.lemma_.lower()} that R must",
                status=judgement.status,
                speaker=actors[0],
                strength=DEMAND,
            )
    return None


def _is_obligation(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in cues().obligations for child in verb.children)


def _deed(complement: Token) -> Token | None:
    # "agreed to send", "is ready to send"
    if complement.dep_ in {"xcomp", "ccomp", "pcomp", "advcl"}:
        return complement
    if complement.dep_ == "acomp":
        return next((child for child in complement.children if child.dep_ == "xcomp"), None)
    return None


def _controlled(verb: Token, inner: Token, control: Control, sentence: Span, cast: Cast) -> Draft | None:
    match = _inner_match(inner)
    kind = _kind(control, inner, match)
    actors = acting(everybody(doers(verb), cast, Role.ACTOR))
    if kind is None or not actors:
        return None
    ends = [*doers(verb), *(targets(verb, inner) if control.actor == "object" or control.needs else ())]
    is_domestic = control.becomes in DOMESTIC and are_among_own(ends, cast)
    recipients = others(_recipients(verb, inner, control, match, cast), actors, is_domestic=is_domestic)
    mutual = kind is EventType.AGREE and len(actors) > 1 and not recipients
    if not recipients and not mutual:
        return None
    if not is_domestic and is_own_country(actors, recipients, cast):
        return None
    judgement = judge(verb)
    return Draft(
        type=kind,
        trigger=verb,
        anchor=verb,
        sentence=sentence,
        actors=actors,
        recipients=recipients,
        rule=f"{kind}: {verb.lemma_.lower()} to {match.frame.rule if match else inner.lemma_.lower()}",
        status=judgement.status,
        speaker=speaker_of(judgement, verb, cast),
        strength=control.strength,
        mutual=mutual,
    )


def _kind(control: Control, inner: Token, match: Match | None) -> EventType | None:
    """Take a vow to strike for a threat, but a vow not to strike for an agreement."""
    is_hostile = match is not None and is_conflict(match.frame.type) and match.frame.type is not EventType.REQUEST
    if control.hostile is None or not is_hostile or any(child.dep_ == "neg" for child in inner.children):
        return control.becomes
    return control.hostile


def _recipients(verb: Token, inner: Token, control: Control, match: Match | None, cast: Cast) -> tuple[str, ...]:
    """Give whom the verb is turned to, else whom the deed below it is."""
    found: tuple[str, ...] = ()
    if control.actor == "object" or control.needs == "clause":
        found = everybody(targets(verb, inner), cast, Role.RECIPIENT)
    if not found and match is not None:
        found = everybody(match.slots, cast, Role.RECIPIENT)
    return found or _oblique(inner, cast)


def _inner_match(inner: Token) -> Match | None:
    """Fit a frame to the deed itself, else to its object: "agreed to hold talks"."""
    for match in match_verb(inner):
        if match.slots or not match.frame.has_slot:
            return match
    return next((match for child in inner.children if child.dep_ == "dobj" for match in match_noun(child)), None)


def _oblique(verb: Token, cast: Cast) -> tuple[str, ...]:
    """Give whom the complement touches at all: its object, else its first prepositional phrase that names somebody."""
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"}:
            found = participants(child, cast, Role.RECIPIENT)
            if found:
                return found
    for child in verb.subtree:
        if child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "with", "for", "against", "from", "on", "in"}:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    found = participants(inner, cast, Role.RECIPIENT)
                    if found:
                        return found
    return ()
