"""From matched frames to events: who did what to whom, with status and speaker.

"Germany refused to meet Iran's envoy" -> REJECT, actors (country:DEU,), recipients (country:IRN,)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from explorer.extraction.anaphora import DESCRIPTION, PRONOUN
from explorer.extraction.arguments import Role, owners, participants
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import (
    control_of,
    doers,
    governing_verb,
    is_passive,
    sufferers,
    surface_subjects,
    targets,
)
from explorer.extraction.matching import Match, match_noun, match_verb
from explorer.extraction.status import Judgement, judge, judge_noun
from explorer.knowledge.frames import Frame, frames
from explorer.knowledge.gazetteer import known_actors
from explorer.knowledge.language import Control, commitments, cues, grammar
from explorer.knowledge.names import NameKind
from explorer.knowledge.ontology import is_conflict
from explorer.model import EventType, Status

UNGOVERNED_STRENGTH = 0.75  # "after talks with": no verb says that they took place
LOCATIVE = {"in", "at", "near", "outside", "across", "of"}
STATE_NAMES = {NameKind.NAME, NameKind.ABBREVIATION, NameKind.CAPITAL, NameKind.SEAT}
BETWEEN = {"between", "among", "of", "amongst"}
DEMAND = 0.8
# Between a country's own groups these are events too; talks and praise among them would drown the rest.
DOMESTIC = {
    EventType.CONCEDE,
    EventType.REQUEST,
    EventType.ACCUSE,
    EventType.REJECT,
    EventType.THREATEN,
    EventType.PROTEST,
    EventType.COERCE,
    EventType.ASSAULT,
}
SINGULAR_PRONOUN, PLURAL_PRONOUN = 0.9, 0.75
PRIVATE_PERSON = 0.7


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before dates, topics and amounts are read; tokens are kept to find them."""

    type: EventType
    trigger: Token
    anchor: Token
    sentence: Span
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    rule: str
    mode: str | None = None
    status: Status = Status.ACTUAL
    speaker: str | None = None
    strength: float = 0.9
    mutual: bool = False


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
    controlled = _of_control(verb, sentence, cast) or _of_demand(verb, sentence, cast)
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
    if frame.type in {EventType.CONSULT, EventType.AID} and frame.goods != _are_goods(match):
        return None
    if frame.type is EventType.PROTEST and _is_state(match, cast):
        return None  # "Tokyo protested against the message" is diplomacy, no demonstration
    actors, recipients = _sides(match, cast)
    if frame.type is EventType.PROTEST and not actors:
        actors = _crowd_of_place(match, cast)
    if frame.swap:
        actors, recipients = recipients, actors
    actors = _acting(actors)
    is_domestic = frame.type in DOMESTIC and _are_among_own((*match.doers, *match.slots), cast)
    recipients = tuple(
        actor
        for actor in recipients
        if (actor not in actors or is_domestic and actor.startswith("country:")) and not actor.startswith("region:")
    )
    if frame.mutual:
        actors, recipients = _without_led(tuple(dict.fromkeys((*actors, *_acting(recipients)))), cast), ()
        if not _has_both_sides(match, cast) or len(actors) < 2 and not (frame.alone and actors):
            return None
    if not actors or (not recipients and not frame.mutual and not (frame.alone or not frame.has_slot)):
        return None
    if not recipients and not frame.mutual and not frame.alone:
        return None
    if not is_domestic and _is_own_country(actors, recipients, cast):
        return None
    judgement = _judge(match)
    if judgement is None:
        return None
    kind, status = _as_threat(match, judgement.status)
    return Draft(
        type=kind,
        trigger=match.trigger,
        anchor=match.anchor,
        sentence=sentence,
        actors=actors,
        recipients=recipients,
        rule=frame.rule,
        mode=frame.mode if kind is frame.type else None,
        status=status,
        speaker=_speaker(judgement, match.anchor, cast),
        strength=frame.strength * (1.0 if match.governed else UNGOVERNED_STRENGTH) * _certainty(match, cast),
        mutual=frame.mutual,
    )


def _is_state(match: Match, cast: Cast) -> bool:
    return bool(match.doers) and all(
        token.i in cast.at and cast.at[token.i].kind in STATE_NAMES for token in match.doers
    )


def _are_among_own(ends: tuple[Token, ...], cast: Cast) -> bool:
    """Tell whether one end is a people or force of a country: "Opposition groups in Peru demand of the president"."""
    groups = grammar().representatives
    words = groups["people"] | groups["forces"]
    return any(token.i not in cast.at and token.lemma_.lower() in words for token in ends)


def _are_goods(match: Match) -> bool:
    """Tell whether things stand where a visitor would: "American tanks arrived in Ukraine"."""
    return not match.frame.is_noun and any(token.lemma_.lower() in commitments().pledge_goods for token in match.doers)


def _crowd_of_place(match: Match, cast: Cast) -> tuple[str, ...]:
    """Protesters without a nationality are those of the place: "Prisoners rioted in Dili"."""
    groups = grammar()
    crowd = groups.representatives["people"] | groups.quantities
    if not any(token.lemma_.lower() in crowd for token in match.doers):
        return ()
    for token in match.anchor.subtree:
        if token.dep_ == "pobj" and token.head.lower_ in LOCATIVE and token.i in cast.at:
            return tuple(actor for actor in cast.at[token.i].actors if actor.startswith("country:"))
    return ()


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


def _sides(match: Match, cast: Cast) -> tuple[tuple[str, ...], tuple[str, ...]]:
    recipients = _all(match.slots, cast, Role.ACTOR if match.frame.mutual else Role.RECIPIENT)
    actors = _all(match.doers, cast, Role.ACTOR)
    if not actors and not match.doers and match.frame.type is EventType.AID and is_passive(match.trigger):
        # "American tanks were delivered to Ukraine"
        actors = tuple(actor for token in sufferers(match.trigger) for actor in owners(token, cast))
    recipients = _owners_of_object(match, cast, actors) or recipients
    if match.frame.is_noun:
        before = owners(match.trigger, cast, is_meeting=match.frame.type is EventType.CONSULT)
        if match.frame.mutual:
            actors = tuple(dict.fromkeys((*actors, *before)))
        actors = actors or before
        if not actors:
            actors = _after_noun(match, cast)
    return actors, recipients


def _owners_of_object(match: Match, cast: Cast, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Give whose the object is: "released two French prisoners", "killed a Hamas commander in Lebanon"."""
    frame = match.frame
    only_places = all(token.head.lower_ in LOCATIVE for token in match.slots)
    if frame.is_noun or frame.mutual or not only_places:
        return ()
    objects = [token for token in sufferers(match.trigger) if token.i in match.used]
    found = tuple(dict.fromkeys(actor for token in objects for actor in owners(token, cast)))
    return found if set(found) - set(actors) else ()


def _after_noun(match: Match, cast: Cast) -> tuple[str, ...]:
    # "an attack by Hamas", "pressure from Washington", "the visit of Macron to Kyiv"
    words = {"by", "from"}
    if match.slots and all(token.head.lower_ != "of" for token in match.slots):
        words.add("of")
    for child in match.trigger.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in words:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return participants(inner, cast, Role.ACTOR)
    return ()


def _all(tokens: tuple[Token, ...] | list[Token], cast: Cast, role: Role) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor for token in tokens for actor in participants(token, cast, role)))


def _acting(actors: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out those who only report and places that do not act."""
    known = known_actors()
    return tuple(
        actor
        for actor in actors
        if not actor.startswith("region:") and not ((entry := known.get(actor)) is not None and entry.is_media)
    )


def _is_own_country(actors: tuple[str, ...], recipients: tuple[str, ...], cast: Cast) -> bool:
    """A leader is not a partner of the country he leads; a country may well act within itself."""
    return any(_leads(one, other, cast) or _leads(other, one, cast) for one in actors for other in recipients)


def _has_both_sides(match: Match, cast: Cast) -> bool:
    """ "a deal with Peru and Chile" needs one more side; "between Peru and Chile" does not."""
    if any(token.head.lower_ in BETWEEN for token in match.slots) or not match.slots:
        return True
    return bool(_sides(match, cast)[0])


def _without_led(actors: tuple[str, ...], cast: Cast) -> tuple[str, ...]:
    """Leave out a country or body whose leader takes part himself."""
    return tuple(actor for actor in actors if not any(_leads(other, actor, cast) for other in actors if other != actor))


def _leads(person: str, body: str, cast: Cast) -> bool:
    member = cast.members.get(person)
    return member is not None and person.startswith("leader:") and body in {member.holder_of, cast.country_of(person)}


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


def _speaker(judgement: Judgement, anchor: Token, cast: Cast) -> str | None:
    speakers = surface_subjects(judgement.speech) if judgement.speech is not None else _according_to(anchor)
    for token in speakers:
        found = participants(token, cast, Role.ACTOR)
        if found:
            return found[0]
    return None


def _according_to(anchor: Token) -> list[Token]:
    return [
        inner
        for child in anchor.children
        if child.lower_ == "according"
        for preposition in child.children
        for inner in preposition.children
        if inner.dep_ == "pobj"
    ]


def _of_control(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "agreed to send", "urged R to stop", "refused to meet": the verb above decides the type."""
    for complement in verb.children:
        control = control_of(complement) if complement.dep_ in {"xcomp", "ccomp", "pcomp", "advcl"} else None
        control = control or (control_of_adjective(complement) if complement.dep_ == "acomp" else None)
        if control is None or control.becomes is None:
            continue
        inner = (
            complement
            if complement.dep_ != "acomp"
            else next((child for child in complement.children if child.dep_ == "xcomp"), complement)
        )
        draft = _controlled(verb, inner, control, sentence, cast)
        if draft is not None:
            return draft
    return None


def _of_demand(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "Russia said that Sudan must return the helicopter" as a request."""
    if verb.lemma_.lower() not in grammar().statement_verbs:
        return None
    for complement in verb.children:
        if complement.dep_ != "ccomp" or not _is_obligation(complement):
            continue
        actors = _acting(_all(doers(verb), cast, Role.ACTOR))
        recipients = _all(surface_subjects(complement), cast, Role.RECIPIENT)
        recipients = tuple(actor for actor in recipients if actor not in actors and not actor.startswith("region:"))
        if actors and recipients and not _is_own_country(actors, recipients, cast):
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


def control_of_adjective(adjective: Token) -> Control | None:
    """Give the control row of "is ready to send" from its adjective."""
    inner = next((child for child in adjective.children if child.dep_ == "xcomp"), None)
    return control_of(inner) if inner is not None else None


def _controlled(verb: Token, inner: Token, control: Control, sentence: Span, cast: Cast) -> Draft | None:
    actors = _acting(_all(doers(verb), cast, Role.ACTOR))
    match, frame = _inner_match(inner)
    recipients: tuple[str, ...] = ()
    if control.actor == "object" or control.needs == "clause":
        recipients = _all(targets(verb, inner), cast, Role.RECIPIENT)
    if not recipients and match is not None:
        recipients = _all(match.slots, cast, Role.RECIPIENT)
    if not recipients:
        recipients = _oblique(inner, cast)
    kind = control.becomes
    ends = (*doers(verb), *targets(verb, inner)) if control.actor == "object" or control.needs else tuple(doers(verb))
    is_domestic = kind in DOMESTIC and _are_among_own(ends, cast)
    recipients = tuple(
        actor
        for actor in recipients
        if (actor not in actors or is_domestic and actor.startswith("country:")) and not actor.startswith("region:")
    )
    if kind is None or not actors:
        return None
    is_promise_not_to = any(child.dep_ == "neg" for child in inner.children)
    if (
        control.hostile is not None
        and not is_promise_not_to
        and frame is not None
        and is_conflict(frame.type)
        and frame.type is not EventType.REQUEST
    ):
        kind = control.hostile
    mutual = kind is EventType.AGREE and len(actors) > 1 and not recipients
    if not recipients and not mutual:
        return None
    if not is_domestic and _is_own_country(actors, recipients, cast):
        return None
    judgement = judge(verb)
    return Draft(
        type=kind,
        trigger=verb,
        anchor=verb,
        sentence=sentence,
        actors=actors,
        recipients=recipients,
        rule=f"{kind}: {verb.lemma_.lower()} to {frame.rule if frame else inner.lemma_.lower()}",
        status=judgement.status,
        speaker=_speaker(judgement, verb, cast),
        strength=control.strength,
        mutual=mutual,
    )


def _inner_match(inner: Token) -> tuple[Match | None, Frame | None]:
    for match in match_verb(inner):
        if match.slots or not match.frame.has_slot:
            return match, match.frame
    for child in inner.children:
        if child.dep_ == "dobj":
            for match in match_noun(child):
                return match, match.frame
    return None, None


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


def _distinct(drafts: Iterator[Draft]) -> list[Draft]:
    """Keep the strongest of drafts that say the same in one sentence."""
    best: dict[tuple[EventType, frozenset[str], frozenset[str], Status], Draft] = {}
    for draft in drafts:
        key = (draft.type, frozenset(draft.actors), frozenset(draft.recipients), draft.status)
        if key not in best or best[key].strength < draft.strength:
            mode = draft.mode or (best[key].mode if key in best else None)
            best[key] = replace(draft, mode=mode)
    return sorted(best.values(), key=lambda draft: draft.trigger.i)
