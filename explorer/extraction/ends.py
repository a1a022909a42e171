"""Both ends of an event: from the heads that a frame bound to actors and recipients, or nothing where one is missing.

"Police arrested 12 students in Lagos" -> country:NGA, country:NGA, doubt "place"
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from explorer.extraction.cast import Cast
from explorer.extraction.clauses import is_passive
from explorer.extraction.deeds import doers_of_deed
from explorer.extraction.drafts import Draft
from explorer.extraction.home import home_of, is_group, is_own_group, place_of
from explorer.extraction.matching import Match
from explorer.extraction.sides import (
    acting,
    are_among_own,
    has_both_sides,
    is_own_country,
    is_state,
    others,
    sides_of,
    without_led,
)
from explorer.knowledge.frames import frames
from explorer.knowledge.language import commitments
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
AT_A_PLACE = {
    EventType.CONCEDE,
    EventType.COERCE,
    EventType.THREATEN,
    EventType.RETREAT,
    EventType.MOBILIZE,
    EventType.ASSAULT,
}


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
    if frame.type is EventType.PROTEST and is_state(match, cast):
        return None  # "Tokyo protested against the message" is diplomacy, no demonstration
    actors, recipients = sides_of(match, cast)
    if frame.mutual:
        return _together(match, (*acting(actors), *acting(recipients)), cast)
    found = with_groups(frame.type, (match.doers, match.slots), (acting(actors), recipients), match.anchor, cast)
    found = _by_unknown(match, found, cast)
    if not found.recipients:
        meant = doers_of_deed(frame.type, match.slots, found.actors, before, cast)
        found = Ends(found.actors, meant, found.doubts | {Doubt.DEED}) if meant else found
    if frame.swap:
        found = Ends(acting(found.recipients), found.actors, found.doubts)
    if frame.type is EventType.PROTEST and found.actors and not found.recipients:
        found = _against_own(found)
    if not found.actors or not (found.recipients or frame.alone):
        return None
    return found if found.recipients else _where_it_happened(match, found, cast)


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
        recipients = others(recipients, actors, is_domestic=False)
        return Ends(actors, () if is_own_country(actors, recipients, cast) else recipients, frozenset(doubts))
    if not actors:
        actors = _homes(doers, clause, recipients, cast, doubts)
    if not recipients:
        recipients = _homes(slots, clause, actors, cast, doubts)
    if not recipients and kind in TO_ITS_OWN and any(is_own_group(token, cast) for token in slots):
        recipients = tuple(dict.fromkeys(home for actor in actors if (home := cast.country_of(actor))))
        doubts.add(Doubt.OTHER_SIDE)
    is_domestic = are_among_own((*doers, *slots), cast)
    recipients = others(recipients, actors, is_domestic=is_domestic)
    if not is_domestic and is_own_country(actors, recipients, cast):
        return Ends(actors, ())
    return Ends(actors, recipients, frozenset(doubts))


def _homes(
    heads: Iterable[Token], clause: Token, opposite: tuple[str, ...], cast: Cast, doubts: set[Doubt]
) -> tuple[str, ...]:
    found = [home for token in heads if is_group(token, cast) and (home := home_of(token, clause, opposite, cast))]
    doubts.update(home.doubt for home in found)
    return tuple(dict.fromkeys(home.country for home in found))


def _by_unknown(match: Match, found: Ends, cast: Cast) -> Ends:
    """Count a deed without a doer to the place where it was done: "a bomb killed two U.S. soldiers in Iraq"."""
    if match.frame.type is not EventType.ASSAULT or found.actors or not found.recipients:
        return found
    nouns = frames().nouns
    deeds = all(token.lemma_.lower() in nouns or token.lemma_.lower() in {"bomb", "mine"} for token in match.doers)
    if not (deeds if match.doers else is_passive(match.trigger)):
        return found
    place = place_of(match.anchor, cast)
    return Ends((place,), found.recipients, found.doubts | {Doubt.DOER_UNKNOWN}) if place is not None else found


def _against_own(found: Ends) -> Ends:
    """Whoever demonstrates without a named target does so before his own government."""
    own = tuple(actor for actor in found.actors if actor.startswith("country:"))
    return Ends(found.actors, own, found.doubts | {Doubt.OTHER_SIDE}) if own else found


def _where_it_happened(match: Match, found: Ends, cast: Cast) -> Ends:
    """Take the place for the one acted on where nobody else is: "lifted the curfew in Lagos"."""
    if match.frame.type not in AT_A_PLACE:
        return found
    place = place_of(match.anchor, cast)
    return Ends(found.actors, (place,), found.doubts | {Doubt.PLACE}) if place is not None else found


def _together(match: Match, everyone: tuple[str, ...], cast: Cast) -> Ends | None:
    """Make actors of both sides: "a deal with Peru and Chile" needs one more."""
    actors = without_led(tuple(dict.fromkeys(everyone)), cast)
    if not has_both_sides(match, cast) or not actors:
        return None
    return Ends(actors, ()) if len(actors) > 1 or match.frame.alone else None


def _are_goods(match: Match) -> bool:
    """Tell whether things stand where a visitor would: "American tanks arrived in Ukraine"."""
    return not match.frame.is_noun and any(token.lemma_.lower() in commitments().pledge_goods for token in match.doers)
