"""Events that the verb above decides: "agreed to send", "urged R to stop", "said that R must".

"Germany refused to meet Iran's envoy" -> REJECT, actors (country:DEU,), recipients (country:IRN,)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from explorer.extraction.arguments import Role, participants
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import (
    control_of,
    doers,
    is_passive,
    objects_after,
    surface_subjects,
    targets,
)
from explorer.extraction.doubts import doubts_of_control
from explorer.extraction.drafts import Draft
from explorer.extraction.ends import with_groups
from explorer.extraction.expulsions import of_expulsion
from explorer.extraction.loose_fits import of_loose_fit
from explorer.extraction.matching import Match, match_noun, match_verb
from explorer.extraction.refusals import of_refusal
from explorer.extraction.sides import acting, everybody
from explorer.extraction.speakers import speaker_of
from explorer.extraction.stances import refused_mode
from explorer.extraction.status import judge
from explorer.extraction.threats import on_condition_of
from explorer.extraction.ultimata import conditioned, is_or_face, is_sent_home, of_ultimatum, threat_mode
from explorer.extraction.verdicts import of_verdict
from explorer.knowledge.language import Control, control_verbs, cues, grammar
from explorer.knowledge.ontology import is_conflict
from explorer.knowledge.stances import stances
from explorer.model import EventType, Status

MILD = {EventType.REQUEST, EventType.MOBILIZE}  # "is ready to send troops" offers them
WEAK = 0.6  # strength of a promise whose deed no wording knows
DEMAND = 0.8  # strength of "said that R must"


def of_control(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "agreed to send", "urged R to stop", "refused to meet": the verb above decides the type."""
    for reading in (of_ultimatum, of_expulsion, of_refusal, of_verdict, of_loose_fit):
        draft = reading(verb, sentence, cast)
        if draft is not None:
            return draft
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
        if complement.dep_ != "ccomp" or not is_obligation(complement) or is_or_face(complement):
            continue
        asking, asked = doers(verb), [token for token in surface_subjects(complement) if _can_be_asked(token, cast)]
        actors = acting(everybody(asking, cast, Role.ACTOR))
        named = everybody(asked, cast, Role.RECIPIENT, actors)
        ends = with_groups(EventType.REQUEST, (asking, asked), (actors, named), verb, cast)
        actors, recipients = ends.actors, ends.recipients
        if actors and recipients:
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
                doubts=ends.doubts | doubts_of_control(verb, DEMAND, [*asking, *asked], cast),
            )
    return None


def of_obligation(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "The Council must act", said by whoever speaks, as a request to the Council."""
    if not is_obligation(verb) or verb.dep_ not in {"ROOT", "conj"}:
        return None
    asked, judgement = surface_subjects(verb), judge(verb)
    speaker = speaker_of(judgement, verb, cast)
    is_named = any(token.i in cast.at and token.pos_ != "PRON" for token in asked)
    if speaker is None or not is_named or is_passive(verb):  # "It must stop", "Their voice must be heard"
        return None
    ends = with_groups(EventType.REQUEST, ((), asked), ((speaker,), everybody(asked, cast, Role.RECIPIENT)), verb, cast)
    if not ends.recipients:
        return None
    return Draft(
        type=EventType.REQUEST,
        trigger=verb,
        anchor=verb,
        sentence=sentence,
        actors=ends.actors,
        recipients=ends.recipients,
        rule="REQUEST: R must",
        speaker=speaker,
        doubts=ends.doubts | doubts_of_control(verb, DEMAND, asked, cast),
    )


def _can_be_asked(token: Token, cast: Cast) -> bool:
    # "a solution in Peru must be found" asks nothing of Peru
    return token.i in cast.at or token.pos_ == "PRON" or token.lemma_.lower() in grammar().all_representatives


def is_obligation(verb: Token) -> bool:
    """Tell whether a clause says what must be done."""
    return any(child.dep_ == "aux" and child.lower_ in cues().obligations for child in verb.children)


def _deed(complement: Token) -> Token | None:
    # "agreed to send", "is ready to send"
    if complement.dep_ in {"xcomp", "ccomp", "pcomp", "advcl"}:
        return complement
    # "barred the inspectors from entering", "balked at releasing them"
    if complement.dep_ == "prep" and complement.lower_ in {"from", "at"}:
        return next((child for child in complement.children if child.dep_ == "pcomp"), None)
    if complement.dep_ == "acomp":
        found = next((child for child in complement.children if child.dep_ == "xcomp"), None)
        return found or _gerund(complement.children)
    return _gerund([complement])


def _gerund(holders: Iterable[Token]) -> Token | None:
    # "is committed to supporting R", "agreed on sending R arms"
    through = (child for child in holders if child.dep_ == "prep" and child.lower_ in {"to", "on"})
    return next((inner for child in through for inner in child.children if inner.dep_ == "pcomp"), None)


def _controlled(verb: Token, inner: Token, control: Control, sentence: Span, cast: Cast) -> Draft | None:
    match = _inner_match(inner)
    kind = _kind(control, inner, match)
    if kind is None or _is_only_said(verb, inner, control):
        return None
    # "The UK is committed to supporting R" is no passive
    doing = surface_subjects(verb) if verb.lemma_.lower() == "commit" else _doers(verb, inner)
    actors = acting(everybody(doing, cast, Role.ACTOR))
    aimed = targets(verb, inner) if control.actor == "object" or control.needs else []
    named = _recipients(verb, inner, control, match, actors, cast)
    if kind is EventType.THREATEN and not named:
        named = conditioned(verb, cast)
    ends = with_groups(kind, (doing, aimed), (actors, named), verb, cast)
    actors, recipients = ends.actors, ends.recipients
    kind, mode = _hardened(kind, verb, inner, aimed, match, recipients)
    mutual = kind is EventType.AGREE and len(actors) > 1 and not recipients
    is_closed = (
        match is not None and match.frame.alone and match.frame.type in stances().refusable
    )  # "refused to resign"
    is_alone = mutual or (kind is EventType.REJECT and is_closed)
    if not actors or not (recipients or is_alone):
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
        mode=mode,
        status=judgement.status,
        speaker=speaker_of(judgement, verb, cast),
        mutual=mutual,
        doubts=ends.doubts | doubts_of_control(verb, _strength(control, kind, match), (*doing, *aimed), cast),
    )


def _doers(verb: Token, inner: Token) -> list[Token]:
    # "was ordered to leave by Zambia": the parser hangs "by" on the deed
    if doers(verb) or not is_passive(verb) or is_passive(inner):
        return doers(verb)
    return objects_after(inner, {"by"})


def _strength(control: Control, kind: EventType, match: Match | None) -> float:
    """Trust less what is promised where no wording says to whom: "committed to reforming the Council"."""
    return WEAK if kind is EventType.AGREE and match is None else control.strength


def _hardened(
    kind: EventType, verb: Token, inner: Token, aimed: list[Token], match: Match | None, recipients: tuple[str, ...]
) -> tuple[EventType, str | None]:
    """Tell what an order or a ban is in truth: an ultimatum, an expulsion, a judgment, a closed door."""
    words, frame = stances(), match.frame if match is not None else None
    if kind is EventType.REQUEST:
        if is_or_face(inner):
            return EventType.THREATEN, None
        if is_sent_home(aimed, inner):
            return EventType.SANCTION, "expel"
        if inner.lemma_.lower() in words.paying and any(token.lemma_.lower() in words.courts for token in doers(verb)):
            return EventType.SANCTION, "convict"
    if kind is EventType.COERCE and verb.lemma_.lower() in words.exclusions:
        if any(actor.startswith("company:") for actor in recipients):
            return EventType.SANCTION, "discontinue"
        if inner.lemma_.lower() in words.entering:
            return EventType.REJECT, None
    if kind is EventType.THREATEN:
        return kind, threat_mode(inner, frame)
    return kind, refused_mode(frame) if kind is EventType.REJECT else None


def _is_only_said(verb: Token, inner: Token, control: Control) -> bool:
    # "declined to comment on the raid in Syria" refuses nobody
    if control.becomes is EventType.REJECT and inner.lemma_.lower() in stances().silence:
        return True
    # a passive names who suffered, not who is to blame: "complained that Iran was attacked"
    if control.becomes is EventType.ACCUSE and control.needs == "clause":
        return is_passive(inner) or judge(inner).status not in {Status.ACTUAL, Status.HISTORICAL}
    # "insisted that there would be no talks" tells, "insisted that Mexico pay" demands
    if control.needs != "clause" or verb.lemma_.lower() != "insist":
        return False
    is_told = inner.tag_ in {"VBD", "VBZ"} or any(
        child.tag_ in {"VBD", "VBZ"} for child in inner.children if child.dep_ == "aux"
    )
    return is_told or any(child.lower_ in {"would", "will", "can", "could"} for child in inner.children)


def _kind(control: Control, inner: Token, match: Match | None) -> EventType | None:
    """Take a vow to strike for a threat, but a vow not to strike for an agreement."""
    is_hostile = match is not None and is_conflict(match.frame.type) and match.frame.type not in MILD
    is_hostile = is_hostile or inner.lemma_.lower() in stances().revenge
    if control.hostile is None or not is_hostile or any(child.dep_ == "neg" for child in inner.children):
        return control.becomes
    return control.hostile


def _recipients(
    verb: Token, inner: Token, control: Control, match: Match | None, actors: tuple[str, ...], cast: Cast
) -> tuple[str, ...]:
    """Give whom the verb is turned to, else whom the deed below it is, else who can still prevent it."""
    aimed = targets(verb, inner) if control.actor == "object" or control.needs == "clause" else []
    found = everybody(aimed, cast, Role.RECIPIENT, actors)
    if aimed and control.actor == "object" and not set(found) - set(actors):
        return found  # "urged donors to help Ukraine" asks nothing of Ukraine
    if not found and match is not None and inner.lemma_.lower() not in stances().revenge:
        found = everybody(match.slots, cast, Role.RECIPIENT, actors)
    if not found and control_verbs().get(inner.lemma_.lower()):  # "refused to let Ukrainian trucks cross"
        below = [target for deed in inner.children if _deed(deed) for target in targets(inner, deed)]
        found = everybody(below, cast, Role.RECIPIENT, actors)
    found = found if set(found) - set(actors) else _oblique(inner, actors, cast)
    return found or everybody(on_condition_of(inner, verb), cast, Role.RECIPIENT, actors)


def _inner_match(inner: Token) -> Match | None:
    """Fit a frame to the deed itself, else to its object: "agreed to hold talks"."""
    for match in match_verb(inner):
        if match.slots or not match.frame.has_slot:
            return match
    return next((match for child in inner.children if child.dep_ == "dobj" for match in match_noun(child)), None)


def _oblique(verb: Token, actors: tuple[str, ...], cast: Cast) -> tuple[str, ...]:
    """Give whom the complement touches at all: its object, else its first prepositional phrase that names somebody."""
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"}:
            found = participants(child, cast, Role.RECIPIENT, actors)
            if set(found) - set(actors):
                return found
    for child in _own_words(verb):
        if child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "with", "for", "against", "from", "on", "in"}:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    found = participants(inner, cast, Role.RECIPIENT, actors)
                    if set(found) - set(actors):
                        return found
    return ()


def _own_words(verb: Token) -> Iterator[Token]:
    """Yield the words below a verb, those of other clauses left out."""
    for child in verb.children:
        if child.dep_ not in {"relcl", "acl", "advcl", "ccomp", "parataxis"}:
            yield child
            yield from _own_words(child)
