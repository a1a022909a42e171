"""Both ends of an event: from the heads that a frame bound to actors and recipients, or nothing where one is missing.

"Police arrested 12 students in Lagos" -> country:NGA, country:NGA, doubt "place"
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from explorer.extraction.arguments import Role, owners
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import is_passive, objects_of, sufferers
from explorer.extraction.deeds import doers_of_deed
from explorer.extraction.drafts import Draft
from explorer.extraction.home import home_of, is_group, is_own_group, place_of
from explorer.extraction.matching import Match, match_noun, match_verb
from explorer.extraction.sides import (
    acting,
    are_among_own,
    everybody,
    has_both_sides,
    is_own_country,
    is_state,
    others,
    sides_of,
    without_led,
)
from explorer.knowledge.frames import frames
from explorer.knowledge.language import commitments, grammar
from explorer.knowledge.names import NameKind
from explorer.model import Doubt, EventType

# Between a country's own groups these are events too; talks and praise among them would drown the rest.
DOMESTIC = {
    EventType.CONCEDE,
    EventType.REQUEST,
    EventType.ACCUSE,
    EventType.REJECT,
    EventType.RETREAT,
    EventType.THREATEN,
    EventType.PROTEST,
    EventType.SANCTION,
    EventType.COERCE,
    EventType.ASSAULT,
}
# A state does these to its own people; whom it kills or helps without saying so may be anybody's.
TO_ITS_OWN = DOMESTIC - {EventType.ASSAULT, EventType.RETREAT, EventType.SANCTION}
# Whom a state does these to may have led it: "arrested the former president".
AGAINST_ANYBODY = {
    EventType.COERCE,
    EventType.ASSAULT,
    EventType.SANCTION,
    EventType.PROTEST,
    EventType.CONCEDE,
    EventType.THREATEN,
}
AT_A_PLACE = {
    EventType.CONCEDE,
    EventType.COERCE,
    EventType.THREATEN,
    EventType.RETREAT,
    EventType.MOBILIZE,
    EventType.ASSAULT,
}
PLACES = {NameKind.CITY, NameKind.CAPITAL}
HITS_A_PLACE = {EventType.ASSAULT, EventType.COERCE}


@dataclass(frozen=True, slots=True)
class Ends:
    """Who did it and to whom; a mutual event has everybody among the actors."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    doubts: frozenset[Doubt] = frozenset()


def ends_of(match: Match, cast: Cast, before: Sequence[Draft] = ()) -> Ends | None:
    """Give actors and recipients, or None where somebody is missing whom the frame needs.

    `before` are the events told so far, to which "the decision" may point back.
    """
    frame = match.frame
    if frame.type in {EventType.CONSULT, EventType.AID} and frame.goods != _are_goods(match):
        return None
    if frame.subjects is not None and not _are_of(frame.subjects, match):
        return None
    if frame.type is EventType.PROTEST and is_state(match, cast):
        return None  # "Tokyo protested against the message" is diplomacy, no demonstration
    actors, recipients = sides_of(match, cast)
    if frame.mutual:
        everyone = (*acting(actors), *acting(recipients))
        if not everyone and is_passive(match.trigger) and not frame.is_noun:
            everyone = _those_who_met(match.trigger, cast)
        if len(everyone) == 1 and frame.type in {EventType.SUPPORT, EventType.AGREE} and not match.slots:
            everyone = (*everyone, *_just_met(match.trigger, everyone[0], cast))
        return _together(match, everyone, cast)
    found = with_groups(frame.type, (match.doers, match.slots), (acting(actors), recipients), match.anchor, cast)
    found = _by_state_of_place(match, _by_unknown(match, found, cast), cast)
    if not found.recipients:
        meant = doers_of_deed(frame.type, match.slots, found.actors, before, cast)
        found = Ends(found.actors, meant, found.doubts | {Doubt.DEED}) if meant else found
    if frame.swap:
        found = Ends(acting(found.recipients), found.actors, found.doubts)
    if frame.type is EventType.PROTEST and found.actors and not found.recipients:
        found = _against_own(found)
    if found.actors and not found.recipients and (frame.alone or frame.type in HITS_A_PLACE):
        found = _where_it_happened(match, found, cast)
    return found if found.actors and (found.recipients or frame.alone) else None


def with_groups(
    kind: EventType,
    heads: tuple[Sequence[Token], Sequence[Token]],
    named: tuple[tuple[str, ...], tuple[str, ...]],
    clause: Token,
    cast: Cast,
) -> Ends:
    """Add the countries of unnamed groups to the sides that are named, and leave out who would act upon himself."""
    (doers, slots), (actors, recipients) = heads, named
    doubts: set[Doubt] = set()
    if kind not in DOMESTIC:
        # "sent food to villagers in Sudan"; to help or praise one's own is no news
        recipients = recipients or _homes(slots, clause, (), cast, doubts)
        recipients = others(recipients, actors, is_domestic=False, regions=kind is EventType.AID)
        return Ends(actors, () if is_own_country(actors, recipients, cast) else recipients, frozenset(doubts))
    if not actors:
        actors = _homes(doers, clause, recipients, cast, doubts)
    if not recipients:
        recipients = _homes(slots, clause, actors, cast, doubts)
    is_police = kind is EventType.ASSAULT and any(token.lemma_.lower() in grammar().police for token in doers)
    if not recipients and (kind in TO_ITS_OWN or is_police) and any(is_own_group(token, cast) for token in slots):
        recipients = tuple(dict.fromkeys(home for actor in actors if (home := cast.country_of(actor))))
        doubts.add(Doubt.OTHER_SIDE)
    is_domestic = are_among_own((*doers, *slots), cast)
    if kind is EventType.ASSAULT and all(token.i in cast.at and cast.at[token.i].kind in PLACES for token in slots):
        is_domestic = False  # "Iraqi troops retook Mosul" from somebody
    recipients = others(recipients, actors, is_domestic=is_domestic)
    if not is_domestic and kind not in AGAINST_ANYBODY and is_own_country(actors, recipients, cast):
        return Ends(actors, ())
    return Ends(actors, recipients, frozenset(doubts))


def _homes(
    heads: Iterable[Token], clause: Token, opposite: tuple[str, ...], cast: Cast, doubts: set[Doubt]
) -> tuple[str, ...]:
    able = [token for token in heads if is_group(token, cast) and token.lemma_.lower() not in grammar().blows]
    found = [home for token in able if (home := home_of(token, clause, opposite, cast))]
    doubts.update(home.doubt for home in found)
    return tuple(dict.fromkeys(home.country for home in found))


def _by_unknown(match: Match, found: Ends, cast: Cast) -> Ends:
    """Count a deed without a doer to the place where it was done: "a bomb killed two U.S. soldiers in Iraq"."""
    if match.frame.type is not EventType.ASSAULT or found.actors or not found.recipients:
        return found
    striking = _who_struck(match, found.recipients, cast)
    if striking:
        return Ends(striking, found.recipients, found.doubts)
    nouns = frames().nouns
    deeds = all(
        token.lemma_.lower() in nouns or token.lemma_.lower() in {"bomb", "mine"} | grammar().blows
        for token in match.doers
    )
    if not (deeds if match.doers else is_passive(match.trigger)):
        return found
    place = place_of(match.anchor, cast)
    return Ends((place,), found.recipients, found.doubts | {Doubt.DOER_UNKNOWN}) if place is not None else found


def _who_struck(match: Match, victims: tuple[str, ...], cast: Cast) -> tuple[str, ...]:
    """Give whose the attack was in which somebody died: "killed in a clash with Chinese troops"."""
    if match.doers or not is_passive(match.trigger):
        return ()
    for child in match.trigger.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"in", "during", "by", "from", "after"}:
            for noun in objects_of(child):
                if EventType.ASSAULT in {frame.type for frame in frames().nouns.get(noun.lemma_.lower(), ())}:
                    named = (*owners(noun, cast), *_with_or_by(noun, cast))
                    found = tuple(dict.fromkeys(actor for actor in acting(named) if actor not in victims))
                    if found:
                        return found
    return ()


def _with_or_by(noun: Token, cast: Cast) -> tuple[str, ...]:
    heads = (
        inner for child in noun.children if child.lower_ in {"with", "by", "between"} for inner in objects_of(child)
    )
    return everybody(heads, cast, Role.ACTOR)


def _by_state_of_place(match: Match, found: Ends, cast: Cast) -> Ends:
    """Count an order without a giver to the state of the place: "a curfew was imposed in Kenya"."""
    is_order = match.frame.type in {EventType.CONCEDE, EventType.COERCE} and is_passive(match.anchor)
    is_crowd = match.frame.type is EventType.PROTEST and match.frame.is_noun
    if not (is_order or is_crowd) or not match.frame.alone or found.actors or match.doers:
        return found
    place = place_of(match.trigger, cast) or place_of(_clause_of(match), cast)
    return Ends((place,), found.recipients, found.doubts | {Doubt.PLACE}) if place is not None else found


def _clause_of(match: Match) -> Token:
    # "protests broke out in Lyon" has no verb that would carry the protests
    is_subject = match.anchor == match.trigger and match.trigger.dep_ in {"nsubj", "nsubjpass"}
    return match.trigger.head if is_subject else match.anchor


def _against_own(found: Ends) -> Ends:
    """Whoever demonstrates without a named target does so before his own government."""
    own = tuple(actor for actor in found.actors if actor.startswith("country:"))
    return Ends(found.actors, own, found.doubts | {Doubt.OTHER_SIDE}) if own else found


def _where_it_happened(match: Match, found: Ends, cast: Cast) -> Ends:
    """Take the place for the one acted on where nobody else is: "lifted the curfew in Lagos"."""
    if match.frame.type not in AT_A_PLACE or match.frame.mode in {"release", "resign"}:
        return found
    place = place_of(match.anchor, cast)
    if place in found.actors and not match.frame.alone:
        return found
    return Ends(found.actors, (place,), found.doubts | {Doubt.PLACE}) if place is not None else found


def _together(match: Match, everyone: tuple[str, ...], cast: Cast) -> Ends | None:
    """Make actors of both sides: "a deal with Peru and Chile" needs one more."""
    actors = without_led(tuple(dict.fromkeys(everyone)), cast)
    if not has_both_sides(match, cast) or not actors:
        return None
    return Ends(actors, ()) if len(actors) > 1 or match.frame.alone else None


def _just_met(verb: Token, actor: str, cast: Cast) -> tuple[str, ...]:
    """ "held talks with his counterpart and initialled an agreement": with him."""
    if verb.dep_ != "conj" or verb.head.pos_ != "VERB":
        return ()
    nouns = [child for child in verb.head.children if child.dep_ == "dobj"]
    for match in (*match_verb(verb.head), *(found for noun in nouns for found in match_noun(noun))):
        if match.frame.type is EventType.CONSULT and match.slots and match.frame.mode != "third-party":
            actors, recipients = sides_of(match, cast)
            return tuple(side for side in (*actors, *recipients) if side != actor)
    return ()


def _those_who_met(verb: Token, cast: Cast) -> tuple[str, ...]:
    """ "Ten agreements were signed during Mirziyoyev's visit to Ankara": by host and guest."""
    meetings = (
        match
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ in {"during", "after", "following", "at", "in"}
        for noun in objects_of(child)
        for match in match_noun(noun)
        if match.frame.type is EventType.CONSULT
    )
    for match in meetings:
        actors, recipients = sides_of(match, cast)
        everyone = without_led(tuple(dict.fromkeys((*actors, *recipients))), cast)
        if len(everyone) > 1:
            return everyone
    return ()


def _are_of(group: str, match: Match) -> bool:
    """Tell whether the subject is one of a group of nouns: "the last soldiers left Niger", not "the minister left"."""
    words = grammar().subjects[group]
    heads = match.doers or sufferers(match.trigger)
    return any(token.lemma_.lower() in words for token in heads)


def _are_goods(match: Match) -> bool:
    """Tell whether things stand where a visitor would: "American tanks arrived in Ukraine"."""
    return not match.frame.is_noun and any(token.lemma_.lower() in commitments().pledge_goods for token in match.doers)
