"""Events that a noun over a deed decides: "an offer to help R", "its call for R to withdraw", "readiness to meet R".

"Norway offered" and "Norway's offer to mediate between Sudan and Chad" -> AGREE, country:NOR to both
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from explorer.extraction.arguments import Role, owners
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import doers, governing_verb, objects_after
from explorer.extraction.doubts import doubts_of_control
from explorer.extraction.drafts import Draft
from explorer.extraction.ends import with_groups
from explorer.extraction.matching import Match, light_verb, match_noun, match_verb
from explorer.extraction.sides import acting, everybody
from explorer.extraction.speakers import speaker_of
from explorer.extraction.status import judge_noun
from explorer.knowledge.language import Control, control_nouns, grammar
from explorer.knowledge.ontology import is_conflict
from explorer.model import Doubt, EventType

SUBJECTS = {"nsubj", "nsubjpass"}
MILD = {EventType.REQUEST, EventType.MOBILIZE}


def of_noun_control(noun: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read a noun with a deed below it as what the noun says of the deed."""
    rows = control_nouns().get(noun.lemma_.lower())
    deed = _deed(noun) if rows else None
    if rows is None or deed is None:
        return None
    control = rows[0]
    match = _inner_match(deed)
    verb = light_verb(noun) or _carrier(noun)
    offering = doers(verb) if verb is not None else []
    actors = acting(everybody([noun.head] if verb is None and noun.dep_ == "appos" else offering, cast, Role.ACTOR))
    actors = acting(owners(noun, cast)) or acting(everybody(_below(noun, {"by", "from"}), cast, Role.ACTOR)) or actors
    aimed = _asked(noun, deed) if control.actor == "object" else list(match.slots) if match is not None else []
    named = everybody(aimed, cast, Role.RECIPIENT, actors)
    kind = _kind(control, match)
    ends = with_groups(kind, (offering, aimed), (actors, named), verb if verb is not None else noun, cast)
    if not ends.actors or not ends.recipients:
        return None
    judgement = judge_noun(noun, verb or governing_verb(noun), carries=verb is not None)
    doubts = doubts_of_control(noun, control.strength, (*offering, *aimed), cast)
    return Draft(
        type=kind,
        trigger=noun,
        anchor=verb if verb is not None else noun,
        sentence=sentence,
        actors=ends.actors,
        recipients=ends.recipients,
        rule=f"{kind}: {noun.lemma_.lower()} to {match.frame.rule if match else deed.lemma_.lower()}",
        status=judgement.status,
        speaker=speaker_of(judgement, verb if verb is not None else noun, cast),
        doubts=ends.doubts | doubts | {Doubt.NOUN},
    )


def _deed(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ in {"acl", "ccomp", "advcl", "relcl"} and child.pos_ in {"VERB", "AUX"} and child.i > noun.i:
            has_to = any(inner.dep_ == "aux" and inner.lower_ == "to" for inner in child.children)
            is_that = any(inner.dep_ == "mark" and inner.lower_ == "that" for inner in child.children)
            if has_to or is_that:
                return child
    return None


def _carrier(noun: Token) -> Token | None:
    # "Japan repeated an offer to help": whoever does something with his offer has made it
    head = noun.head
    is_object = noun.dep_ == "dobj" and head.pos_ == "VERB"
    return head if is_object and head.lemma_.lower() in grammar().statement_verbs else None


def _asked(noun: Token, deed: Token) -> list[Token]:
    subjects = [child for child in deed.children if child.dep_ in SUBJECTS]
    return subjects or _below(noun, {"on", "to", "for"})


def _below(noun: Token, words: set[str]) -> list[Token]:
    return objects_after(noun, words)


def _kind(control: Control, match: Match | None) -> EventType:
    is_harm = match is not None and is_conflict(match.frame.type) and match.frame.type not in MILD
    return control.hostile if control.hostile is not None and is_harm else control.becomes or EventType.AGREE


def _inner_match(deed: Token) -> Match | None:
    for match in match_verb(deed):
        if match.slots or not match.frame.has_slot:
            return match
    return next((match for child in deed.children if child.dep_ == "dobj" for match in match_noun(child)), None)
