"""Who takes part in what a match tells: both sides, their owners, and the crowd of a place.

"released two French prisoners" -> recipients country:FRA; "Biden" beside "the United States" -> Biden alone
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from explorer.extraction.arguments import Role, owners, participants
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import is_passive, sufferers
from explorer.extraction.matching import Match
from explorer.knowledge.gazetteer import known_actors
from explorer.knowledge.language import grammar
from explorer.knowledge.names import NameKind
from explorer.model import EventType

# What is moved in these is one's own.
MOVED = {EventType.AID, EventType.RETREAT, EventType.MOBILIZE, EventType.COOPERATE}
# These are turned to somebody: "urged an end to the conflict in Peru" asks nothing of Peru.
TOWARDS = {EventType.REQUEST, EventType.ACCUSE}
LOCATIVE = {"in", "at", "near", "outside", "across", "of"}
BETWEEN_ONLY = {"between", "among"}
BETWEEN = {"between", "among", "of", "amongst"}
STATE_NAMES = {NameKind.NAME, NameKind.ABBREVIATION, NameKind.CAPITAL, NameKind.SEAT}


def sides_of(match: Match, cast: Cast) -> tuple[tuple[str, ...], tuple[str, ...]]:
    actors = everybody(match.doers, cast, Role.ACTOR)
    recipients = everybody(match.slots, cast, Role.ACTOR if match.frame.mutual else Role.RECIPIENT, actors)
    if not actors and not match.doers and match.frame.type in MOVED and is_passive(match.trigger):
        # "American tanks were delivered to Ukraine", "British troops were withdrawn from Iraq"
        actors = tuple(actor for token in sufferers(match.trigger) for actor in owners(token, cast))
    if match.frame.type in TOWARDS:
        slots = tuple(token for token in match.slots if not _is_only_placed(token, cast))
        recipients = recipients if len(slots) == len(match.slots) else everybody(slots, cast, Role.RECIPIENT, actors)
    recipients = _owners_of_object(match, cast, actors) or recipients
    if recipients and set(recipients) <= set(actors):
        recipients = _of_verb_before(match.trigger, actors, cast) or recipients
    if match.frame.is_noun and match.frame.mutual and any(token.head.lower_ in BETWEEN_ONLY for token in match.slots):
        return (), recipients  # "the largest deal between Poland and Korea": no third party
    if match.frame.is_noun:
        before = owners(match.trigger, cast, is_meeting=match.frame.type is EventType.CONSULT)
        if match.frame.mutual:
            actors = tuple(dict.fromkeys((*actors, *before)))
        actors = actors or before
        if not actors:
            actors = _after_noun(match, cast)
    return actors, recipients


def _is_only_placed(token: Token, cast: Cast) -> bool:
    """Tell whether a thing is joined to a state by nothing but where it is: "the attacks in Baghdad"."""
    groups = grammar().all_representatives
    if token.i in cast.at or token.lemma_.lower() in groups or owners(token, cast):
        return False
    below = {child.lower_ for child in token.children if child.dep_ in {"prep", "agent"}}
    has_clause = any(child.dep_ in {"acl", "relcl", "appos"} for child in token.children)
    return bool(below & {"in", "at", "near", "on"}) and not below - {"in", "at", "near", "on"} and not has_clause


def _of_verb_before(verb: Token, actors: tuple[str, ...], cast: Cast) -> tuple[str, ...]:
    """Give the object of the verb before: in "condemned Mali and expelled its ambassador" it is Mali's."""
    if verb.dep_ != "conj" or verb.head.pos_ != "VERB":
        return ()
    found = everybody(sufferers(verb.head), cast, Role.RECIPIENT, actors)
    return found if set(found) - set(actors) else ()


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


def has_both_sides(match: Match, cast: Cast) -> bool:
    """ "a deal with Peru and Chile" needs one more side; "between Peru and Chile" does not."""
    if any(token.head.lower_ in BETWEEN for token in match.slots) or not match.slots:
        return True
    return bool(sides_of(match, cast)[0])


def is_state(match: Match, cast: Cast) -> bool:
    return bool(match.doers) and all(
        token.i in cast.at and cast.at[token.i].kind in STATE_NAMES for token in match.doers
    )


def are_among_own(ends: Iterable[Token], cast: Cast) -> bool:
    """Tell whether one end is a people or force of a country: "Opposition groups in Peru demand of the president"."""
    return any(_is_own_group(token, cast) for token in ends)


def _is_own_group(token: Token, cast: Cast) -> bool:
    mention = cast.at.get(token.i)
    if mention is not None:  # "Algerians", and "they" where a country is meant
        is_country = mention.actors[0].startswith("country:") and len(mention.actors) == 1
        return is_country and (mention.kind == NameKind.PEOPLE or token.lower_ in {"they", "them"})
    groups = grammar()
    words = groups.representatives["people"] | groups.representatives["forces"] | groups.counterweights
    return token.lemma_.lower() in words - groups.blows


def others(
    recipients: tuple[str, ...], actors: tuple[str, ...], *, is_domestic: bool, regions: bool = False
) -> tuple[str, ...]:
    """Leave out places, and who would act upon himself; only a country's own groups may be at odds."""
    return tuple(
        actor
        for actor in recipients
        if (regions or not actor.startswith("region:"))
        and (actor not in actors or (is_domestic and actor.startswith("country:")))
    )


def everybody(tokens: Iterable[Token], cast: Cast, role: Role, but: tuple[str, ...] = ()) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor for token in tokens for actor in participants(token, cast, role, but)))


def acting(actors: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out those who only report and places that do not act."""
    known = known_actors()
    return tuple(
        actor
        for actor in actors
        if not actor.startswith("region:") and not ((entry := known.get(actor)) is not None and entry.is_media)
    )


def is_own_country(actors: tuple[str, ...], recipients: tuple[str, ...], cast: Cast) -> bool:
    """A leader is not a partner of the country he leads; a country may well act within itself."""
    return any(_leads(one, other, cast) or _leads(other, one, cast) for one in actors for other in recipients)


def without_led(actors: tuple[str, ...], cast: Cast) -> tuple[str, ...]:
    """Leave out a country or body whose leader takes part himself."""
    return tuple(actor for actor in actors if not any(_leads(other, actor, cast) for other in actors if other != actor))


def _leads(person: str, body: str, cast: Cast) -> bool:
    member = cast.members.get(person)
    return member is not None and person.startswith("leader:") and body in {member.holder_of, cast.country_of(person)}
