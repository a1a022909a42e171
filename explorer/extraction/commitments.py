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
from explorer.extraction.clauses import (
    governing_verb,
    objects_after,
    surface_subjects,
)
from explorer.extraction.commitment_allies import names_allies, of_ally
from explorer.extraction.commitment_drafts import CommitmentDraft, Surroundings, amount_of, phrase_of
from explorer.extraction.commitment_parties import (
    are_enough,
    commitment_parties,
    deciding_verb,
    is_body,
    verb_at_summit,
)
from explorer.extraction.commitment_status import later_status, status_of
from explorer.extraction.drafts import Draft
from explorer.extraction.matching import light_verb
from explorer.extraction.money import AmountAt
from explorer.extraction.ordered import between
from explorer.extraction.pledges import of_pledging, pledge_parties
from explorer.extraction.status import Judgement, judge, judge_noun
from explorer.knowledge.language import commitments
from explorer.model import Amount, CommitmentKind, CommitmentStatus, Party, PartyRole, Status

TELLING = {"NOUN", "PROPN", "VERB"}
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
        around = Surroundings(sentence, cast, near, inside, found)
        for token in sentence:
            if token.pos_ in TELLING:
                found.extend(_at_token(token, around))
    return _merged(found, cast)


def _at_token(token: Token, around: Surroundings) -> list[CommitmentDraft]:
    lemma = token.lemma_.lower()
    draft: CommitmentDraft | None = None
    if (
        not names_allies(token)
        and token.pos_ in {"NOUN", "PROPN"}
        and token.dep_ != "compound"
        and token.i not in around.cast.at
    ):
        drafts = (_of_noun(token, kind, around) for kind in _kinds_of(token, lemma))
        draft = next((draft for draft in drafts if draft is not None), None)
    elif names_allies(token):
        draft = of_ally(token, around)
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
    table = commitments()
    if lemma in table.signed_nouns and _is_under(token, table.signing_verbs):
        yield CommitmentKind.AGREEMENT
    if lemma in table.meeting_nouns:
        yield CommitmentKind.SUMMIT
    if lemma in table.won_nouns and _is_under(token, table.winning_verbs | table.awarding_verbs):
        yield CommitmentKind.AGREEMENT


def _is_under(noun: Token, verbs: frozenset[str]) -> bool:
    # A declaration binds those who sign it; one that is only issued binds nobody.
    verb = noun.head
    if noun.dep_ == "conj":
        return _is_under(verb, verbs)
    over = [verb] if noun.dep_ in {"dobj", "nsubjpass"} else [child for child in noun.children if child.dep_ == "acl"]
    return any(token.lemma_.lower() in verbs for token in over)


def _of_noun(noun: Token, kind: CommitmentKind, around: Surroundings) -> CommitmentDraft | None:
    amount = amount_of(noun, around.amounts)
    parties = _parties(noun, kind, amount, around)
    if not are_enough(parties, kind):
        return None
    verb = light_verb(noun) or deciding_verb(noun)
    if verb is None and noun.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"}:
        verb = governing_verb(noun)
    if verb is None and kind is CommitmentKind.SUMMIT:
        verb = verb_at_summit(noun)
    judgement = judge_noun(noun, verb, carries=True)
    if judgement.status is Status.NEGATED and kind is not CommitmentKind.SUMMIT:
        return None
    status = status_of(kind, judgement, noun, verb, around.near)
    if noun.lemma_.lower() in commitments().meeting_nouns and not _is_worth_noting(status, judgement, parties):
        return None
    return CommitmentDraft(
        kind=kind,
        parties=parties,
        trigger=noun,
        sentence=around.sentence,
        status=status,
        phrase=phrase_of(noun, around.cast),
        rule=f"{kind}: {noun.lemma_.lower()}",
        amount=amount if kind in {CommitmentKind.PLEDGE, CommitmentKind.AGREEMENT} else None,
        instrument=commitments().instruments.get(noun.lemma_.lower()) if kind is CommitmentKind.AGREEMENT else None,
    )


def _is_worth_noting(status: CommitmentStatus, judgement: Judgement, parties: tuple[Party, ...]) -> bool:
    """Of plain meetings only those of leaders or states that are still to come, or that fell through, are summits."""
    is_open = status is CommitmentStatus.CANCELLED or (
        status is CommitmentStatus.PLANNED and judgement.status is Status.FUTURE
    )
    return is_open and all(party.actor.startswith(("leader:", "country:")) for party in parties)


def _parties(noun: Token, kind: CommitmentKind, amount: Amount | None, around: Surroundings) -> tuple[Party, ...]:
    if kind is CommitmentKind.PLEDGE:
        return pledge_parties(noun, around.cast) if amount is not None else ()
    return commitment_parties(noun, kind, around)


def _of_gathering(verb: Token, around: Surroundings) -> CommitmentDraft | None:
    """Read "The G7 leaders, meeting in Kananaskis," as a summit of the G7."""
    for subject in surface_subjects(verb):
        if subject.lemma_.lower() not in LEADERS:
            continue
        bodies = [actor for actor in _led_by(subject, around.cast) if is_body(actor)]
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


def _led_by(leaders: Token, cast: Cast) -> Iterator[str]:
    # "the G7 leaders", "finance ministers of the G20"
    yield from owners(leaders, cast)
    for inner in objects_after(leaders, {"of", "from"}):
        yield from participants(inner, cast, Role.ACTOR)


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
            parties=_all_parties(first, draft, cast),
            amount=first.amount or draft.amount,
            phrase=first.phrase if first.amount or not draft.amount else draft.phrase,
            status=later_status(first.kind, first.status, draft.status),
            more=(*first.more, draft.trigger),
        )
    return merged


def _all_parties(one: CommitmentDraft, other: CommitmentDraft, cast: Cast) -> tuple[Party, ...]:
    """Add the parties that only the second names; a leader is not another party than the state."""
    known = {_side(party.actor, cast) for party in one.parties}
    return (*one.parties, *(party for party in other.parties if _side(party.actor, cast) not in known))


def _side(actor: str, cast: Cast) -> str:
    # A leader acts for the state; a company or a party of that state does not.
    return (cast.country_of(actor) or actor) if actor.startswith("leader:") else actor


def _are_one(one: CommitmentDraft, other: CommitmentDraft, cast: Cast) -> bool:
    if one.kind is not other.kind:
        return False
    sides = [{_side(party.actor, cast) for party in draft.parties} for draft in (one, other)]
    if not (sides[0] <= sides[1] or sides[1] <= sides[0]):
        return False
    amounts = [draft.amount for draft in (one, other) if draft.amount is not None]
    if len(amounts) == 2 and abs(amounts[0].value - amounts[1].value) > 0.01 * amounts[0].value:
        return False
    return (
        one.kind is not CommitmentKind.AGREEMENT
        or one.instrument == other.instrument
        or not (one.instrument and other.instrument)
        or any(
            draft.instrument in commitments().general_nouns and _points_back(draft.trigger) for draft in (one, other)
        )
    )


def _points_back(noun: Token) -> bool:
    # "signed a contract … Under the deal"; "the deal that they reached in June" is told by itself
    is_definite = any(child.lower_ in {"the", "this"} for child in noun.lefts)
    return is_definite and not any(child.dep_ in {"acl", "relcl", "prep"} for child in noun.rights)
