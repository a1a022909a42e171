"""Pledges: who promises money or goods to whom.

"promised Ukraine another 1.1 billion euros" -> beneficiary country:UKR, 1.1e9 EUR
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from explorer.extraction.arguments import Role, coordinated, owners, participants
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import (
    doers,
    governing_verb,
    is_passive,
    objects_after,
    objects_of,
    prepositional,
    sufferers,
    surface_subjects,
)
from explorer.extraction.commitment_drafts import CommitmentDraft, Surroundings, amount_of, phrase_of
from explorer.extraction.matching import light_verb
from explorer.extraction.status import judge
from explorer.knowledge.language import commitments, grammar
from explorer.model import Amount, CommitmentKind, CommitmentStatus, EventType, Party, PartyRole, Status

RECEIVING = {"secure", "win", "obtain", "land", "clinch"}
PHRASAL = {"set": "aside", "write": "off"}  # pledging only with their particle


def pledge_parties(noun: Token, cast: Cast) -> tuple[Party, ...]:
    """Give who pledges what the noun says to whom: "Japan's $5 billion pledge to Ukraine"."""
    givers = list(owners(noun, cast))
    receivers: list[str] = []
    clauses = [noun, *(child for child in noun.children if child.dep_ in {"acl", "relcl"})]
    verb = light_verb(noun)
    if verb is not None:
        clauses.append(verb)
    for clause in clauses:
        if clause != noun:
            # "Pakistan received a $3 billion loan from the IMF"
            side = receivers if _is_received(clause) else givers
            side.extend(a for token in doers(clause) if token != noun for a in participants(token, cast, Role.ACTOR))
        for preposition in prepositional(clause, {"by", "from"}):
            givers.extend(a for inner in objects_of(preposition) for a in participants(inner, cast, Role.ACTOR))
        receivers.extend(_served_by(clause, cast))
        for child in clause.children:
            if child.dep_ == "dative":
                receivers.extend(participants(child, cast, Role.RECIPIENT))
    deciding = governing_verb(noun)
    if not givers and deciding is not None and deciding.lemma_.lower() in commitments().deciding_verbs:
        givers.extend(a for token in doers(deciding) for a in participants(token, cast, Role.ACTOR))
    return _pledge(givers, receivers, cast)


def _is_received(verb: Token) -> bool:
    receiving = verb.lemma_.lower() in grammar().passive_light_verbs | RECEIVING
    return receiving and not is_passive(verb)


def _served_by(token: Token, cast: Cast) -> Iterator[str]:
    """Yield whom the prepositions below a token name: "to Ukraine"."""
    for preposition in prepositional(token, commitments().kinds[CommitmentKind.PLEDGE].parties):
        for inner in objects_of(preposition):
            served = participants(inner, cast, Role.RECIPIENT)
            # "for the reconstruction of Ukraine", "for air defence in Ukraine"
            yield from served or (
                actor for below in _below(inner, {"of", "in"}) for actor in participants(below, cast, Role.RECIPIENT)
            )


def _pledge(givers: list[str], receivers: list[str], cast: Cast) -> tuple[Party, ...]:
    given = list(dict.fromkeys(actor for actor in givers if not actor.startswith("region:")))
    # what Biden gives to America is a budget
    homes = {cast.country_of(actor) for actor in given if actor.startswith("leader:")}
    received = list(dict.fromkeys(actor for actor in receivers if actor not in {*given, *homes}))
    if not given or not received:
        return ()
    return (
        *(Party(actor, PartyRole.PLEDGER) for actor in given),
        *(Party(actor, PartyRole.BENEFICIARY) for actor in received),
    )


def of_pledging(verb: Token, around: Surroundings) -> CommitmentDraft | None:
    """Read "promised Ukraine another 1.1 billion euros", "will send 14 tanks to Ukraine"."""
    judgement = judge(verb)
    if judgement.status in {Status.NEGATED, Status.HYPOTHETICAL, Status.HISTORICAL}:
        return None
    particle = PHRASAL.get(verb.lemma_.lower())
    if particle is not None and not any(child.lower_ == particle for child in verb.children):
        return None
    things, served = _things(verb, around.cast)
    amount = next((found for thing in things if (found := amount_of(thing, around.amounts))), None)
    amount = amount or _raised_to(verb, things, around)
    if amount is None and not (judgement.status is Status.FUTURE and _are_goods(things)):
        return None
    givers = [actor for token in _promisers(verb) for actor in participants(token, around.cast, Role.ACTOR)]
    parties = _pledge(givers, _receivers(verb, things, served, givers, around), around.cast)
    if not parties:
        return None
    return CommitmentDraft(
        kind=CommitmentKind.PLEDGE,
        parties=parties,
        trigger=verb,
        sentence=around.sentence,
        status=CommitmentStatus.ACTIVE,
        phrase=_goods_phrase(things, around.cast),
        rule=f"pledge: {verb.lemma_.lower()} an amount or goods to somebody",
        amount=amount,
    )


def _raised_to(verb: Token, things: list[Token], around: Surroundings) -> Amount | None:
    """Read "doubled its aid for Ukraine to 8 billion euros": the sum stands beside the aid."""
    nouns = commitments().kinds[CommitmentKind.PLEDGE].nouns
    if not any(thing.lemma_.lower() in nouns for thing in things):
        return None
    sums = (amount_of(inner, around.amounts) for inner in _below(verb, {"to", "by", "of", "worth"}))
    return next((found for found in sums if found is not None), None)


def _things(verb: Token, cast: Cast) -> tuple[list[Token], list[Token]]:
    """Give what is pledged, and to whom where that is the object: "provide Ukraine with 75 billion kroner"."""
    objects = [token for token in sufferers(verb) if token.dep_ != "dative"]
    supplied = objects_after(verb, {"with"})
    served = [token for token in objects if token.i in cast.at] if supplied else []
    return (supplied, served) if served else (objects, [])


def _are_goods(things: list[Token]) -> bool:
    goods = commitments().pledge_goods
    return any(part.lemma_.lower() in goods for thing in things for part in coordinated(thing))


def _receivers(
    verb: Token, things: list[Token], served: list[Token], givers: list[str], around: Surroundings
) -> list[str]:
    cast = around.cast
    given = [child for child in verb.children if child.dep_ == "dative" and child.pos_ != "ADP"]
    found = [actor for token in (*given, *served) for actor in participants(token, cast, Role.RECIPIENT)]
    for holder in (
        verb,
        *_below(verb, {"in"}),
        *things,
        *(part for thing in things for part in _described_below(thing)),
    ):
        found.extend(_served_by(holder, cast))
    found = found or [actor for thing in things for actor in _owner_before(verb, thing, cast)]
    return found or _receivers_so_far(givers, around) or _receivers_before(givers, around)


def _described_below(thing: Token) -> Iterator[Token]:
    """Yield what the thing is measured by or comes in: "800 drones worth C$95 million to R", "$5m in loans to R"."""
    for token in thing.subtree:
        if (
            token != thing
            and token.dep_ in {"pobj", "amod", "npadvmod", "appos"}
            and not _in_clause_of_own(token, thing)
        ):
            yield token


def _in_clause_of_own(token: Token, thing: Token) -> bool:
    node = token
    while node not in {thing, node.head}:
        if node.dep_ in {"relcl", "acl", "advcl"}:
            return True
        node = node.head
    return False


def _owner_before(verb: Token, thing: Token, cast: Cast) -> Iterator[str]:
    """Read "promised India investment of 10 trillion yen": the parser takes whom it is given to for a compound."""
    for child in thing.lefts:
        is_name = child.i in cast.at and child.dep_ == "compound" and child.tag_ == "NNP"
        if is_name and verb.i < child.left_edge.i and child.left_edge.i == verb.i + 1:
            yield from cast.at[child.i].actors


def _below(token: Token, words: set[str]) -> list[Token]:
    return objects_after(token, words)


def _promisers(verb: Token) -> list[Token]:
    subjects = doers(verb) or surface_subjects(verb)
    laws = [token for token in subjects if token.lemma_.lower() in grammar().laws]
    if laws and (passing := governing_verb(laws[0])) is not None and passing != verb:
        return doers(passing)
    return subjects


def _receivers_so_far(givers: list[str], around: Surroundings) -> list[str]:
    """Take the beneficiary from the same sentence: "will send tanks to Ukraine … and promised another billion"."""
    cast, sentence = around.cast, around.sentence
    homes = {cast.country_of(giver) or giver for giver in givers}
    told = [draft for draft in around.near if sentence.start <= draft.trigger.i < sentence.end and draft.recipients]
    for draft in told:
        if {cast.country_of(actor) or actor for actor in draft.actors} & homes:
            return _but(draft.recipients, homes, cast)
    # "Warsaw promised Kyiv tanks; Berlin is to add a billion euros"
    helped = [draft for draft in told if draft.type is EventType.AID or draft.type is EventType.AGREE]
    return _but(helped[-1].recipients, homes, cast) if helped else []


def _but(recipients: tuple[str, ...], homes: set[str], cast: Cast) -> list[str]:
    return [actor for actor in recipients if (cast.country_of(actor) or actor) not in homes]


def _receivers_before(givers: list[str], around: Surroundings) -> list[str]:
    """Take the beneficiary from the pledge spoken of just before: "The United States will contribute $20 billion"."""
    cast = around.cast
    last = next((draft for draft in reversed(around.before) if draft.kind is CommitmentKind.PLEDGE), None)
    if last is None or not _is_next(last, around):
        return []
    homes = {cast.country_of(giver) or giver for giver in givers}
    served = [party.actor for party in last.parties if party.role is PartyRole.BENEFICIARY]
    return [actor for actor in served if (cast.country_of(actor) or actor) not in homes]


def _is_next(draft: CommitmentDraft, around: Surroundings) -> bool:
    between = around.cast.doc[draft.sentence.end : around.sentence.start]
    return sum(1 for token in between if token.is_sent_start) <= 1


def _goods_phrase(things: list[Token], cast: Cast) -> str:
    named = [thing for thing in things if thing.lemma_.lower() in commitments().pledge_goods]
    return phrase_of(named[0], cast) + " pledge" if named else "pledge"
