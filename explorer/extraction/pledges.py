"""Pledges: who promises money or goods to whom.

"promised Ukraine another 1.1 billion euros" -> beneficiary country:UKR, 1.1e9 EUR
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from explorer.extraction.arguments import Role, coordinated, owners, participants
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import doers, governing_verb, objects_of, prepositional, sufferers, surface_subjects
from explorer.extraction.commitment_drafts import CommitmentDraft, Surroundings, amount_of, phrase_of
from explorer.extraction.matching import light_verb
from explorer.extraction.status import judge
from explorer.knowledge.language import commitments, grammar
from explorer.model import CommitmentKind, CommitmentStatus, Party, PartyRole, Status


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
            givers.extend(a for token in doers(clause) if token != noun for a in participants(token, cast, Role.ACTOR))
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


def _served_by(token: Token, cast: Cast) -> Iterator[str]:
    """Yield whom the prepositions below a token name: "to Ukraine"."""
    for preposition in prepositional(token, commitments().kinds[CommitmentKind.PLEDGE].parties):
        for inner in objects_of(preposition):
            yield from participants(inner, cast, Role.RECIPIENT)


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
    things, served = _things(verb, around.cast)
    amount = next((found for thing in things if (found := amount_of(thing, around.amounts))), None)
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


def _things(verb: Token, cast: Cast) -> tuple[list[Token], list[Token]]:
    """Give what is pledged, and to whom where that is the object: "provide Ukraine with 75 billion kroner"."""
    objects = [token for token in sufferers(verb) if token.dep_ != "dative"]
    supplied = [inner for preposition in prepositional(verb, {"with"}) for inner in objects_of(preposition)]
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
        *(part for thing in things for part in _below(thing, {"in", "of"})),
    ):
        found.extend(_served_by(holder, cast))
    return found or _receivers_so_far(givers, around) or _receivers_before(givers, around)


def _below(token: Token, words: set[str]) -> list[Token]:
    return [inner for preposition in prepositional(token, words) for inner in objects_of(preposition)]


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
    for draft in around.near:
        sides = {cast.country_of(actor) or actor for actor in draft.actors}
        if sentence.start <= draft.trigger.i < sentence.end and sides & homes and draft.recipients:
            return [actor for actor in draft.recipients if (cast.country_of(actor) or actor) not in homes]
    return []


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
