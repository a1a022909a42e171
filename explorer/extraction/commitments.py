"""Alliances, agreements, pledges and summits, with their parties.

"Japan's $5 billion pledge to Ukraine" -> pledge, pledger country:JPN, beneficiary country:UKR, 5e9 USD
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from operator import attrgetter

from spacy.tokens import Token

from explorer.extraction.arguments import Role, owners, participants
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import doers, governing_verb, objects_of, prepositional, surface_subjects
from explorer.extraction.commitment_drafts import CommitmentDraft, Surroundings, amount_of, phrase_of
from explorer.extraction.commitment_status import later_status, status_of
from explorer.extraction.drafts import Draft
from explorer.extraction.matching import light_verb
from explorer.extraction.money import AmountAt
from explorer.extraction.ordered import between
from explorer.extraction.pledges import of_pledging, pledge_parties
from explorer.extraction.status import judge, judge_noun
from explorer.knowledge.language import commitments
from explorer.model import Amount, CommitmentKind, CommitmentStatus, EventType, Party, PartyRole, Status

MEETINGS = {"meet", "gather", "convene", "assemble"}
LEADERS = {"leader", "minister", "president", "head", "chief", "premier"}
REACH = 3  # sentences back to the meeting that "this summit" means


def find_commitments(cast: Cast, drafts: list[Draft], amounts: list[AmountAt]) -> list[CommitmentDraft]:
    """Find all commitments of a document; those of one kind, parties and amount are one."""
    found: list[CommitmentDraft] = []
    sentences = cast.sentences
    for number, sentence in enumerate(sentences):
        first = sentences[max(0, number - REACH)]
        near = between(drafts, first.start, sentence.end, key=lambda draft: draft.trigger.i)
        inside = between(amounts, sentence.start_char, sentence.end_char, key=attrgetter("start"))
        for token in sentence:
            found.extend(_at_token(token, Surroundings(sentence, cast, near, inside, found)))
    return _merged(found, cast)


def _at_token(token: Token, around: Surroundings) -> list[CommitmentDraft]:
    lemma = token.lemma_.lower()
    draft: CommitmentDraft | None = None
    if token.pos_ in {"NOUN", "PROPN"} and token.dep_ != "compound" and token.i not in around.cast.at:
        drafts = (_of_noun(token, kind, around) for kind in _kinds_of(token, lemma))
        draft = next((draft for draft in drafts if draft is not None), None)
    elif token.pos_ == "VERB" and lemma in commitments().pledge_verbs:
        draft = of_pledging(token, around)
    elif token.pos_ == "VERB" and lemma in MEETINGS:
        draft = _of_gathering(token, around)
    return [] if draft is None else [draft]


@cache
def _nouns() -> dict[str, tuple[tuple[CommitmentKind, tuple[str, ...]], ...]]:
    table: dict[str, tuple[tuple[CommitmentKind, tuple[str, ...]], ...]] = {}
    for kind, entry in commitments().kinds.items():
        for noun in entry.nouns:
            parts = noun.split("_")
            table[parts[-1]] = (*table.get(parts[-1], ()), (kind, tuple(parts[:-1])))
    return table


def _kinds_of(token: Token, lemma: str) -> Iterator[CommitmentKind]:
    before = {child.lower_ for child in token.lefts} | {child.lemma_.lower() for child in token.lefts}
    if any(f"{word}_{lemma}" in commitments().never for word in before):
        return
    for kind, modifiers in _nouns().get(lemma, ()):
        if set(modifiers) <= before:
            yield kind


def _of_noun(noun: Token, kind: CommitmentKind, around: Surroundings) -> CommitmentDraft | None:
    amount = amount_of(noun, around.amounts)
    parties = _parties(noun, kind, amount, around)
    if not _are_enough(parties):
        return None
    verb = light_verb(noun) or (governing_verb(noun) if noun.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"} else None)
    judgement = judge_noun(noun, verb, carries=True)
    if judgement.status is Status.NEGATED and kind is not CommitmentKind.SUMMIT:
        return None
    return CommitmentDraft(
        kind=kind,
        parties=parties,
        trigger=noun,
        sentence=around.sentence,
        status=status_of(kind, judgement, noun, verb, around.near),
        phrase=phrase_of(noun, around.cast),
        rule=f"{kind}: {noun.lemma_.lower()}",
        amount=amount if kind in {CommitmentKind.PLEDGE, CommitmentKind.AGREEMENT} else None,
        instrument=commitments().instruments.get(noun.lemma_.lower()) if kind is CommitmentKind.AGREEMENT else None,
    )


def _parties(noun: Token, kind: CommitmentKind, amount: Amount | None, around: Surroundings) -> tuple[Party, ...]:
    if kind is CommitmentKind.PLEDGE:
        return pledge_parties(noun, around.cast) if amount is not None else ()
    parties = _mutual_parties(noun, kind, around.cast)
    return parties if _are_enough(parties) else _parties_meant(noun, kind, around)


def _are_enough(parties: tuple[Party, ...]) -> bool:
    return len({party.actor for party in parties}) >= 2


def _mutual_parties(noun: Token, kind: CommitmentKind, cast: Cast) -> tuple[Party, ...]:
    role = PartyRole.PARTICIPANT if kind is CommitmentKind.SUMMIT else PartyRole.PARTY
    found = list(owners(noun, cast, is_meeting=kind is CommitmentKind.SUMMIT))
    partners: list[str] = []
    for preposition in prepositional(noun, commitments().kinds[kind].parties):
        for inner in objects_of(preposition):
            side = partners if preposition.lower_ == "with" else found
            side.extend(participants(inner, cast, Role.RECIPIENT))
    found.extend(_in_clause(noun, cast))
    for child in noun.children:
        # "a contract to deliver howitzers to Romania", "a treaty signed by Peru and Chile", "a deal that France signed"
        if child.dep_ in {"acl", "relcl"} and _makes_agreement(child):
            found.extend(
                actor for token in doers(child) if token != noun for actor in participants(token, cast, Role.ACTOR)
            )
            if kind is CommitmentKind.AGREEMENT:
                for preposition in prepositional(child, {"to", "with", "for"}):
                    for inner in objects_of(preposition):
                        found.extend(participants(inner, cast, Role.RECIPIENT))
    # "gives it its first deal with Malaysia and Brunei" is no deal between those two
    actors = tuple(dict.fromkeys(actor for actor in (*found, *partners) if not actor.startswith("region:")))
    if not set(actors) - set(partners):
        return ()
    return tuple(Party(actor, role) for actor in _not_led_twice(actors, cast))


def _makes_agreement(verb: Token) -> bool:
    # "a treaty signed by Peru and Chile"; "a truce which Trump announced" names no party
    table = commitments().status_verbs
    makes = table[CommitmentStatus.ACTIVE] | table[CommitmentStatus.PLANNED] | commitments().forming_verbs
    return verb.lemma_.lower() in makes or any(child.lower_ == "to" for child in verb.children)


def _in_clause(noun: Token, cast: Cast) -> Iterator[str]:
    verb = light_verb(noun) or _deciding_verb(noun)
    if verb is None:
        return
    for token in doers(verb):
        yield from participants(token, cast, Role.ACTOR)
    for preposition in prepositional(verb, {"with"}):
        for inner in objects_of(preposition):
            yield from participants(inner, cast, Role.RECIPIENT)


def _deciding_verb(noun: Token) -> Token | None:
    """Give the verb that makes, plans or ends it: "ratified the pact", "agreed on a truce", "withdrew from it"."""
    head, table = noun.head, commitments().status_verbs
    if noun.dep_ in {"dobj", "nsubjpass"}:
        deciding = (
            table[status] for status in (CommitmentStatus.ACTIVE, CommitmentStatus.PLANNED, CommitmentStatus.ENDED)
        )
        return head if any(head.lemma_.lower() in verbs for verbs in deciding) else None
    if noun.dep_ != "pobj":
        return None
    above = head.head.lemma_.lower()
    is_agreed = head.lower_ in {"to", "on", "in"} and above in {"agree", "enter"}
    is_left = head.lower_ in {"from", "of"} and above in table[CommitmentStatus.ENDED]
    return head.head if is_agreed or is_left else None


def _not_led_twice(actors: tuple[str, ...], cast: Cast) -> tuple[str, ...]:
    """Leave out a country whose leader stands beside it: one side is one party."""
    led = {cast.country_of(actor) for actor in actors if actor.startswith("leader:")}
    return tuple(actor for actor in actors if actor not in led)


def _parties_meant(noun: Token, kind: CommitmentKind, around: Surroundings) -> tuple[Party, ...]:
    """Follow "the alliance", "this summit" to the one spoken of before, or to the meeting just described."""
    if any(child.pos_ == "PROPN" for child in noun.lefts):  # "the APEC summit" is not the meeting just described
        return ()
    determiners = {child.lower_ for child in noun.lefts if child.dep_ in {"det", "poss"}}
    if determiners & {"the", "this", "their", "its"}:
        for draft in reversed(around.before):
            if draft.kind is kind and _may_mean(noun, draft):
                return draft.parties
    if kind is not CommitmentKind.SUMMIT:
        return ()
    for event in reversed(around.near):
        sides = tuple(dict.fromkeys((*event.actors, *event.recipients)))
        if event.type is EventType.CONSULT and event.mode != "phone" and len(sides) >= 2:
            return tuple(Party(actor, PartyRole.PARTICIPANT) for actor in sides)
    return ()


def _may_mean(noun: Token, draft: CommitmentDraft) -> bool:
    # "the pact" is not the contract of the sentence before; "the agreement" may be any
    lemma, table = noun.lemma_.lower(), commitments()
    return draft.instrument == table.instruments.get(lemma) or lemma in table.general_nouns


def _of_gathering(verb: Token, around: Surroundings) -> CommitmentDraft | None:
    """Read "The G7 leaders, meeting in Kananaskis," as a summit of the G7."""
    for subject in surface_subjects(verb):
        if subject.lemma_.lower() not in LEADERS:
            continue
        bodies = [actor for actor in owners(subject, around.cast) if actor.startswith("organization:")]
        if not bodies:
            continue
        judgement = judge(verb)
        if judgement.status in {Status.NEGATED, Status.HYPOTHETICAL}:
            return None
        status = CommitmentStatus.PLANNED if judgement.status is Status.FUTURE else CommitmentStatus.HELD
        return CommitmentDraft(
            kind=CommitmentKind.SUMMIT,
            parties=tuple(Party(actor, PartyRole.PARTICIPANT) for actor in bodies),
            trigger=verb,
            sentence=around.sentence,
            status=status,
            phrase="leaders' meeting",
            rule="summit: leaders of a body meet",
        )
    return None


def _merged(found: list[CommitmentDraft], cast: Cast) -> list[CommitmentDraft]:
    merged: list[CommitmentDraft] = []
    for draft in found:
        place = next((at for at, other in enumerate(merged) if _are_one(draft, other, cast)), None)
        if place is None:
            merged.append(draft)
            continue
        first = merged[place]
        merged[place] = replace(
            first,
            amount=first.amount or draft.amount,
            phrase=first.phrase if first.amount or not draft.amount else draft.phrase,
            status=later_status(first.kind, first.status, draft.status),
            more=(*first.more, draft.trigger),
        )
    return merged


def _are_one(one: CommitmentDraft, other: CommitmentDraft, cast: Cast) -> bool:
    if one.kind is not other.kind:
        return False
    sides = [{cast.country_of(party.actor) or party.actor for party in draft.parties} for draft in (one, other)]
    if not (sides[0] <= sides[1] or sides[1] <= sides[0]):
        return False
    amounts = [draft.amount for draft in (one, other) if draft.amount is not None]
    if len(amounts) == 2 and abs(amounts[0].value - amounts[1].value) > 0.01 * amounts[0].value:
        return False
    return (
        one.kind is not CommitmentKind.AGREEMENT
        or one.instrument == other.instrument
        or not (one.instrument and other.instrument)
    )
