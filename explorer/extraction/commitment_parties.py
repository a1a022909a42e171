"""Who is party to an agreement, alliance or summit, and in which role.

"a truce between Chad and Sudan, brokered by Qatar" -> Chad and Sudan (party), Qatar (mediator)
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from explorer.extraction.arguments import Role, owners, participants
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import (
    OBJECTS,
    doers,
    governing_verb,
    is_passive,
    objects_after,
    objects_of,
    prepositional,
    surface_subjects,
)
from explorer.extraction.commitment_drafts import CommitmentDraft, Surroundings
from explorer.extraction.drafts import Draft
from explorer.extraction.matching import light_verb
from explorer.knowledge.language import commitments
from explorer.knowledge.names import OrganizationKind
from explorer.knowledge.organizations import organizations
from explorer.model import CommitmentKind, CommitmentStatus, EventType, Party, PartyRole, Status

ABOUT = {"on", "over", "for", "about", "toward", "towards"}
AT = {"at", "for", "during", "to", "of"}
FROM = {"from", "by", "with"}
BODIES = {OrganizationKind.ALLIANCE, OrganizationKind.BLOC, OrganizationKind.INTERGOVERNMENTAL}
# An agreement told of without its parties is that of those who have just met or agreed.
MAKING = {EventType.CONSULT, EventType.AGREE, EventType.SUPPORT, EventType.COOPERATE}


def commitment_parties(noun: Token, kind: CommitmentKind, around: Surroundings) -> tuple[Party, ...]:
    """Give the parties with their roles, or nothing where there are not enough."""
    parties = _mutual_parties(noun, kind, around.cast)
    if are_enough(parties, kind):
        return parties
    return _those_acting_under(noun, kind, around) or _parties_meant(noun, kind, around)


def _those_acting_under(noun: Token, kind: CommitmentKind, around: Surroundings) -> tuple[Party, ...]:
    """ "Hamas freed three Thais under a deal brokered by Qatar": the deal of those who act under it."""
    is_under = noun.dep_ == "pobj" and noun.head.lower_ in {"under"} and kind is CommitmentKind.AGREEMENT
    if not is_under or any(child.dep_ == "poss" for child in noun.children):
        return ()
    verb = noun.head.head
    for draft in around.near:
        if draft.anchor == verb:
            helpers = tuple(_mediators(noun, around.cast))
            sides = tuple(dict.fromkeys(side for side in (*draft.actors, *draft.recipients) if side not in helpers))
            if len(sides) < 2:
                return ()
            parties = [Party(side, PartyRole.PARTY) for side in sides]
            return (*parties, *(Party(helper, PartyRole.MEDIATOR) for helper in helpers))
    return ()


def are_enough(parties: tuple[Party, ...], kind: CommitmentKind) -> bool:
    """Two are needed, but a summit of a body is one with no other name: "the NATO summit"."""
    actors = {party.actor for party in parties if party.role not in {PartyRole.MEDIATOR, PartyRole.HOST}}
    return len(actors) >= 2 or (kind is CommitmentKind.SUMMIT and any(map(is_body, actors)))


def is_body(actor: str) -> bool:
    """Tell whether states meet in it: NATO, the G7, the African Union."""
    entry = organizations().get(actor)
    return entry is not None and entry.kind in BODIES


def _mutual_parties(noun: Token, kind: CommitmentKind, cast: Cast) -> tuple[Party, ...]:
    found, partners = _beside_noun(noun, kind, cast)
    helpers = tuple(_mediators(noun, cast))
    hosts = _hosts_of_others(noun, found, cast) if kind is CommitmentKind.SUMMIT else ()
    # "gives it its first deal with Malaysia and Brunei" is no deal between those two
    everyone = _acting((*found, *_told_in_clause(noun, kind, found, helpers, cast), *partners))
    if not set(everyone) - set(partners):
        return ()
    role = PartyRole.PARTICIPANT if kind is CommitmentKind.SUMMIT else PartyRole.PARTY
    others = dict.fromkeys(hosts, PartyRole.HOST) | dict.fromkeys(helpers, PartyRole.MEDIATOR)
    bound = _not_led_twice(tuple(actor for actor in everyone if actor not in others), cast)
    return (*(Party(actor, role) for actor in bound), *(Party(actor, as_what) for actor, as_what in others.items()))


def _told_in_clause(
    noun: Token, kind: CommitmentKind, found: list[str], helpers: tuple[str, ...], cast: Cast
) -> list[str]:
    """Give the parties that the clause adds to those beside the noun."""
    told = list(_in_clause(noun, kind, cast))
    is_between = len(set(found)) > 1 and any(prepositional(noun, {"between", "among"}))
    if set(told) & set(helpers) or is_between:  # "Egypt brokered a truce" is not Egypt's truce
        told = []
    if kind is CommitmentKind.AGREEMENT:
        told += _negotiating(noun, cast)
    if kind is CommitmentKind.SUMMIT and any(map(is_body, found)):
        told += _at_summit(noun, cast)
    return told


def _hosts_of_others(noun: Token, found: list[str], cast: Cast) -> tuple[str, ...]:
    # Who hosts a meeting of others is not one of them; who hosts a meeting with another is.
    hosts = tuple(dict.fromkeys(_hosts(noun, cast)))
    return hosts if len(set(found) - set(hosts)) >= 2 or any(map(is_body, found)) else ()


def _beside_noun(noun: Token, kind: CommitmentKind, cast: Cast) -> tuple[list[str], list[str]]:
    """Give those named with the noun itself: its owners, and its partners ("with R")."""
    helpers = set(_mediators(noun, cast))
    is_meeting = kind is CommitmentKind.SUMMIT
    found = [actor for actor in owners(noun, cast, is_meeting=is_meeting) if actor not in helpers]
    partners: list[str] = []
    for preposition in prepositional(noun, commitments().kinds[kind].parties):
        for inner in objects_of(preposition):
            side = partners if preposition.lower_ == "with" else found
            side.extend(participants(inner, cast, Role.RECIPIENT))
    for child in noun.children:
        # "a contract to deliver howitzers to Romania", "a treaty signed by Peru and Chile", "a deal that France signed"
        if child.dep_ in {"acl", "relcl"} and _makes_agreement(child):
            found.extend(actor for token in doers(child) if token != noun for actor in _acting_in(token, cast))
            if kind is CommitmentKind.AGREEMENT:
                for inner in objects_after(child, {"to", "with", "for"}):
                    found.extend(participants(inner, cast, Role.RECIPIENT))
            for inner in objects_after(child, {"between", "among"}):
                found.extend(participants(inner, cast, Role.RECIPIENT))
    return found, partners


def _makes_agreement(verb: Token) -> bool:
    # "a treaty signed by Peru and Chile"; "a truce which Trump announced" names no party
    table = commitments().status_verbs
    makes = table[CommitmentStatus.ACTIVE] | table[CommitmentStatus.PLANNED] | commitments().forming_verbs
    return verb.lemma_.lower() in makes or any(child.lower_ == "to" for child in verb.children)


def _acting_in(token: Token, cast: Cast) -> tuple[str, ...]:
    return participants(token, cast, Role.ACTOR)


def _in_clause(noun: Token, kind: CommitmentKind, cast: Cast) -> Iterator[str]:
    """Give who makes it, and with whom: "signed a treaty with R", "won a contract from R", "awarded R a contract"."""
    verb = light_verb(noun) or deciding_verb(noun)
    if verb is None:
        return
    for token in doers(verb):
        yield from _acting_in(token, cast)
    lemma = verb.lemma_.lower()
    prepositions = {"with", "between"}
    if kind is CommitmentKind.AGREEMENT and lemma in commitments().winning_verbs:
        prepositions |= FROM
        yield from _named_after(noun, FROM, cast)
    if lemma in commitments().awarding_verbs:
        prepositions |= {"to"}
        for token in _awarded(verb, noun):
            yield from participants(token, cast, Role.RECIPIENT)
        yield from _named_after(noun, {"by", "to"}, cast)
    for inner in objects_after(verb, prepositions):
        yield from participants(inner, cast, Role.RECIPIENT)


def _named_after(noun: Token, prepositions: set[str], cast: Cast) -> Iterator[str]:
    # In "an order worth $2 billion from Brazil" the parser hangs Brazil on "worth".
    for holder in (noun, *(child for child in noun.rights if child.dep_ == "amod")):
        for inner in objects_after(holder, prepositions):
            yield from participants(inner, cast, Role.RECIPIENT)


def _awarded(verb: Token, noun: Token) -> list[Token]:
    """Give who gets it: "awarded Siemens a contract", "Siemens was awarded a contract"."""
    if is_passive(verb):
        return [token for token in surface_subjects(verb) if token != noun]
    return [child for child in verb.children if child.dep_ == "dative" and child.pos_ != "ADP"]


def deciding_verb(noun: Token) -> Token | None:
    """Give the verb that makes, plans or ends it: "ratified the pact", "agreed on a truce", "withdrew from it"."""
    head, table = noun.head, commitments().status_verbs
    if noun.dep_ in OBJECTS | {"nsubjpass"}:
        deciding = (verbs for status, verbs in table.items() if status is not CommitmentStatus.HELD)
        others = commitments().awarding_verbs | commitments().winning_verbs
        return head if any(head.lemma_.lower() in verbs for verbs in (*deciding, others)) else None
    if noun.dep_ != "pobj":
        return None
    above = head.head
    if head.dep_ == "prep" and above.dep_ == "prep":  # "pulled out of"
        above = above.head
    lemma = above.lemma_.lower()
    is_agreed = head.lower_ in {"to", "on", "in", "upon"} and lemma in {"agree", "enter"}
    is_agreed = is_agreed or (head.lower_ == "to" and lemma in commitments().raising_verbs)
    is_left = head.lower_ in {"from", "of"} and lemma in table[CommitmentStatus.ENDED]
    return above if is_agreed or is_left else None


def _negotiating(noun: Token, cast: Cast) -> list[str]:
    """Give who talks about it: "negotiations on a treaty with Peru", "India and Oman concluded talks on a pact"."""
    talks = talks_about(noun)
    if talks is None:
        return []
    verb = light_verb(talks) or (talks.head if talks.dep_ in OBJECTS else None)
    if talks.dep_ == "pobj" and talks.head.head.lemma_ == "be":  # "is in talks with Norway over a pact"
        verb = talks.head.head
    found = list(owners(talks, cast, is_meeting=True))
    for holder in (talks, verb):
        if holder is not None:
            for inner in objects_after(holder, {"with", "between", "among"}):
                found.extend(participants(inner, cast, Role.RECIPIENT))
    if verb is not None:
        found.extend(actor for token in doers(verb) for actor in _acting_in(token, cast))
    return found


def talks_about(noun: Token) -> Token | None:
    """Give the talks whose subject the noun is: "talks on a treaty"; the preposition may hang on the verb above."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ABOUT:
        return None
    above, nouns = noun.head.head, commitments().talk_nouns
    if above.lemma_.lower() in nouns:
        return above
    nearby = [inner for child in above.children for inner in (child, *child.children)]
    return next((token for token in nearby if token.i < noun.i and token.lemma_.lower() in nouns), None)


def _at_summit(noun: Token, cast: Cast) -> list[str]:
    """Give who comes to a body's summit: "Biden will speak at the NATO summit", "joined the leaders at the summit"."""
    told = [actor for child in noun.children for actor in _coming(child, noun, cast)]
    verb = verb_at_summit(noun)
    if verb is None:
        return told
    everyone = doers(verb)
    if verb.lemma_.lower() in commitments().greeting_verbs:  # "discussed Ukraine at the summit": Ukraine was not there
        everyone = [*everyone, *(child for child in verb.children if child.dep_ in OBJECTS and child.pos_ != "ADP")]
    return told + [actor for token in everyone for actor in _acting_in(token, cast)]


def verb_at_summit(noun: Token) -> Token | None:
    """Give the verb that takes place there: "will speak at the summit"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in AT else None
    if verb is None or verb.pos_ not in {"VERB", "AUX"}:
        return None
    return verb if verb.lemma_.lower() in commitments().attending_verbs else None


def _coming(clause: Token, noun: Token, cast: Cast) -> Iterator[str]:
    # "the summit, which Biden is attending", "a summit attended by Biden"
    if clause.dep_ in {"acl", "relcl"} and clause.lemma_.lower() in commitments().attending_verbs:
        for token in doers(clause):
            if token != noun:
                yield from _acting_in(token, cast)


def _hosts(noun: Token, cast: Cast) -> Iterator[str]:
    """Give who hosts it: "hosted by Canada", "Qatar hosted a summit between …"."""
    verbs = [child for child in noun.children if child.dep_ in {"acl", "relcl"}]
    if noun.dep_ in OBJECTS | {"nsubjpass"}:
        verbs.append(noun.head)
    for verb in verbs:
        if verb.lemma_.lower() in commitments().hosting_verbs:
            for token in doers(verb):
                if token != noun:
                    yield from _acting_in(token, cast)


def _mediators(noun: Token, cast: Cast) -> Iterator[str]:
    """Give who brought it about for others: "a U.S.-brokered truce", "mediated by Angola", "Egypt brokered a deal"."""
    verbs = [child for child in noun.children if child.dep_ in {"acl", "relcl", "amod"}]
    if noun.dep_ in OBJECTS | {"nsubjpass"}:
        verbs.append(noun.head)
    for verb in verbs:
        if verb.lemma_.lower() not in commitments().mediating_verbs:
            continue
        before = [child for child in verb.children if child.dep_ in {"npadvmod", "compound", "amod", "nmod"}]
        if verb.dep_ == "amod":
            # "U.S.-brokered": the parser may hang "U.S." on the noun
            before += [child for child in noun.lefts if child.i == verb.i - 2 and verb.nbor(-1).text == "-"]
        for token in before if verb.dep_ == "amod" else doers(verb):
            if token != noun:
                yield from _acting_in(token, cast)


def _acting(actors: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor for actor in actors if not actor.startswith("region:")))


def _not_led_twice(actors: tuple[str, ...], cast: Cast) -> tuple[str, ...]:
    """Leave out a country whose leader stands beside it: one side is one party."""
    led = {cast.country_of(actor) for actor in actors if actor.startswith("leader:")}
    return tuple(actor for actor in actors if actor not in led)


def _parties_meant(noun: Token, kind: CommitmentKind, around: Surroundings) -> tuple[Party, ...]:
    """Follow "the alliance", "this summit" to the one spoken of before, or to the meeting just described."""
    if any(child.pos_ == "PROPN" for child in noun.lefts):  # "the APEC summit" is not the meeting just described
        return ()
    named = {actor for side in _beside_noun(noun, kind, around.cast) for actor in side}
    determiners = {child.lower_ for child in noun.lefts if child.dep_ in {"det", "poss"}}
    is_definite = bool(determiners & {"the", "this", "that", "their", "its"})
    if is_definite:
        for draft in reversed(around.before):
            if draft.kind is kind and _may_mean(noun, draft) and named <= {party.actor for party in draft.parties}:
                return draft.parties
    if kind is CommitmentKind.AGREEMENT and (_is_made_by_nobody(noun) or is_definite) and not named:
        return _of_last_event(noun, around, is_definite=is_definite)
    if kind is CommitmentKind.AGREEMENT and not named:
        return _with_whom_met(noun, around)
    if kind is not CommitmentKind.SUMMIT:
        return ()
    for event in reversed(around.near):
        sides = tuple(dict.fromkeys((*event.actors, *event.recipients)))
        is_meeting = event.type is EventType.CONSULT and event.mode != "phone"
        if is_meeting and len(sides) >= 2 and named <= set(sides):
            return tuple(Party(actor, PartyRole.PARTICIPANT) for actor in sides)
    return ()


def _is_made_by_nobody(noun: Token) -> bool:
    """ "Seventeen agreements were signed during the visit": those who met made them."""
    verb = noun.head
    made = commitments().status_verbs[CommitmentStatus.ACTIVE]
    return noun.dep_ == "nsubjpass" and verb.lemma_.lower() in made and not doers(verb)


def _with_whom_met(noun: Token, around: Surroundings) -> tuple[Party, ...]:
    """ "met his Belarusian counterpart and signed an agreement": with him."""
    verb = noun.head
    if noun.dep_ not in OBJECTS or verb.lemma_.lower() not in commitments().signing_verbs:
        return ()
    signing = {actor for token in doers(verb) for actor in _acting_in(token, around.cast)}
    for event in reversed(around.near):
        sides = _not_led_twice(tuple(dict.fromkeys((*event.actors, *event.recipients))), around.cast)
        is_meeting = event.type is EventType.CONSULT and event.mode not in {"phone", "third-party"}
        if is_meeting and event.status is Status.ACTUAL and _is_near(event, around) and len(sides) == 2:
            return tuple(Party(actor, PartyRole.PARTY) for actor in sides) if signing & set(sides) else ()
    return ()


def _is_near(event: Draft, around: Surroundings) -> bool:
    return event.sentence.start == around.sentence.start or event.sentence.end == around.sentence.start


def _of_last_event(noun: Token, around: Surroundings, *, is_definite: bool) -> tuple[Party, ...]:
    """Give the two sides that met or agreed in this sentence or the one before.

    "Britain extended guarantees to Finland. The accord …" needs an agreement before it, "agreements were signed" only
    a meeting.
    """
    types = {EventType.AGREE, EventType.SUPPORT} if is_definite and not _is_made_by_nobody(noun) else MAKING
    for event in reversed(around.near):
        sides = _not_led_twice(tuple(dict.fromkeys((*event.actors, *event.recipients))), around.cast)
        is_made = event.type is not EventType.SUPPORT or event.mutual
        if not _is_near(event, around) or event.trigger.i == noun.i or event.mode in {"phone", "third-party"}:
            continue
        if event.type in types and is_made and event.status is Status.ACTUAL and len(sides) == 2:
            return tuple(Party(actor, PartyRole.PARTY) for actor in sides)
    return ()


def _may_mean(noun: Token, draft: CommitmentDraft) -> bool:
    # "the lease" is not the contract of the sentence before; "the agreement", "the pact" may be any
    lemma, table = noun.lemma_.lower(), commitments()
    return draft.instrument == table.instruments.get(lemma) or lemma in table.general_nouns


def is_made_in_talks(noun: Token) -> bool:
    """Tell whether talks about it are over: "concluded talks on a trade pact"."""
    talks = talks_about(noun)
    verb = governing_verb(talks) if talks is not None and talks.dep_ in OBJECTS | {"nsubjpass"} else None
    return verb is not None and verb.lemma_.lower() in commitments().status_verbs[CommitmentStatus.ACTIVE]
