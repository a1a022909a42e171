"""Alliances, agreements, pledges and summits, with their parties.

"Japan's $5 billion pledge to Ukraine" -> pledge, pledger country:JPN, beneficiary country:UKR, 5e9 USD
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter

from spacy.tokens import Span, Token

from explorer.extraction.arguments import Role, coordinated, owners, participants
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import doers, governing_verb, objects_of, prepositional, sufferers, surface_subjects
from explorer.extraction.drafts import Draft
from explorer.extraction.matching import light_verb
from explorer.extraction.money import AmountAt
from explorer.extraction.ordered import between
from explorer.extraction.status import Judgement, judge, judge_noun
from explorer.knowledge.language import commitments, grammar
from explorer.model import Amount, CommitmentKind, CommitmentStatus, EventType, Party, PartyRole, Status

MEETINGS = {"meet", "gather", "convene", "assemble"}
LEADERS = {"leader", "minister", "president", "head", "chief", "premier"}
REACH = 3  # sentences back to the meeting that "this summit" means


@dataclass(frozen=True, slots=True)
class CommitmentDraft:
    """A commitment before names, dates and ids."""

    kind: CommitmentKind
    parties: tuple[Party, ...]
    trigger: Token
    sentence: Span
    status: CommitmentStatus
    phrase: str
    rule: str
    amount: Amount | None = None
    instrument: str | None = None
    strength: float = 0.9
    more: tuple[Token, ...] = ()


def find_commitments(cast: Cast, drafts: list[Draft], amounts: list[AmountAt]) -> list[CommitmentDraft]:
    """Find all commitments of a document; those of one kind, parties and amount are one."""
    found: list[CommitmentDraft] = []
    sentences = cast.sentences
    for number, sentence in enumerate(sentences):
        first = sentences[max(0, number - REACH)]
        near = between(drafts, first.start, sentence.end, key=lambda draft: draft.trigger.i)
        inside = between(amounts, sentence.start_char, sentence.end_char, key=attrgetter("start"))
        for token in sentence:
            found.extend(_at_token(token, sentence, cast, near, inside, found))
    return _merged(found, cast)


def _at_token(
    token: Token,
    sentence: Span,
    cast: Cast,
    near: Sequence[Draft],
    amounts: Sequence[AmountAt],
    before: list[CommitmentDraft],
) -> Iterator[CommitmentDraft]:
    lemma = token.lemma_.lower()
    if token.pos_ in {"NOUN", "PROPN"} and token.dep_ != "compound" and token.i not in cast.at:
        for kind in _kinds_of(token, lemma):
            draft = _of_noun(token, kind, sentence, cast, near, amounts, before)
            if draft is not None:
                yield draft
                return
    elif token.pos_ == "VERB" and lemma in commitments().pledge_verbs:
        draft = _of_pledging(token, sentence, cast, near, amounts, before)
        if draft is not None:
            yield draft
    elif token.pos_ == "VERB" and lemma in MEETINGS:
        draft = _of_gathering(token, sentence, cast)
        if draft is not None:
            yield draft


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


def _of_noun(
    noun: Token,
    kind: CommitmentKind,
    sentence: Span,
    cast: Cast,
    near: Sequence[Draft],
    amounts: Sequence[AmountAt],
    before: list[CommitmentDraft],
) -> CommitmentDraft | None:
    amount = _amount_of(noun, amounts)
    if kind is CommitmentKind.PLEDGE:
        parties = _pledge_parties(noun, cast) if amount is not None else ()
    else:
        parties = _mutual_parties(noun, kind, cast)
        if not _are_enough(parties):
            parties = _parties_meant(noun, kind, near, before)
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
        sentence=sentence,
        status=_status(kind, judgement, noun, verb, near),
        phrase=_phrase(noun, cast),
        rule=f"{kind}: {noun.lemma_.lower()}",
        amount=amount if kind in {CommitmentKind.PLEDGE, CommitmentKind.AGREEMENT} else None,
        instrument=commitments().instruments.get(noun.lemma_.lower()) if kind is CommitmentKind.AGREEMENT else None,
    )


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
    verb = light_verb(noun)
    if verb is None:
        head = noun.head
        active = (
            commitments().status_verbs[CommitmentStatus.ACTIVE] | commitments().status_verbs[CommitmentStatus.ENDED]
        )
        planned = commitments().status_verbs[CommitmentStatus.PLANNED]
        ended = commitments().status_verbs[CommitmentStatus.ENDED]
        if noun.dep_ in {"dobj", "nsubjpass"} and head.lemma_.lower() in active | planned:
            verb = head
        elif (
            (
                noun.dep_ == "pobj"
                and head.lower_ in {"to", "on", "in"}
                and head.head.lemma_.lower() in {"agree", "enter"}
            )
            or noun.dep_ == "pobj"
            and head.lower_ in {"from", "of"}
            and head.head.lemma_.lower() in ended
        ):
            verb = head.head
    if verb is None:
        return
    for token in doers(verb):
        yield from participants(token, cast, Role.ACTOR)
    for preposition in prepositional(verb, {"with"}):
        for inner in objects_of(preposition):
            yield from participants(inner, cast, Role.RECIPIENT)


def _not_led_twice(actors: tuple[str, ...], cast: Cast) -> tuple[str, ...]:
    """Leave out a country whose leader stands beside it: one side is one party."""
    led = {cast.country_of(actor) for actor in actors if actor.startswith("leader:")}
    return tuple(actor for actor in actors if actor not in led)


def _parties_meant(
    noun: Token, kind: CommitmentKind, near: Sequence[Draft], before: list[CommitmentDraft]
) -> tuple[Party, ...]:
    """Follow "the alliance", "this summit" to the one spoken of before, or to the meeting just described."""
    if any(child.pos_ == "PROPN" for child in noun.lefts):  # "the APEC summit" is not the meeting just described
        return ()
    determiners = {child.lower_ for child in noun.lefts if child.dep_ in {"det", "poss"}}
    if not determiners & {"the", "this", "their", "its"}:
        same = None
    else:
        same = next((draft for draft in reversed(before) if draft.kind is kind and _may_mean(noun, draft)), None)
    if same is not None:
        return same.parties
    if kind is not CommitmentKind.SUMMIT:
        return ()
    meetings = [
        draft
        for draft in near
        if draft.type is EventType.CONSULT and draft.mode != "phone" and len({*draft.actors, *draft.recipients}) >= 2
    ]
    if not meetings:
        return ()
    sides = meetings[-1]
    return tuple(Party(actor, PartyRole.PARTICIPANT) for actor in (*sides.actors, *sides.recipients))


def _may_mean(noun: Token, draft: CommitmentDraft) -> bool:
    # "the pact" is not the contract of the sentence before; "the agreement" may be any
    lemma, table = noun.lemma_.lower(), commitments()
    return draft.instrument == table.instruments.get(lemma) or lemma in table.general_nouns


def _pledge_parties(noun: Token, cast: Cast) -> tuple[Party, ...]:
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
        for preposition in prepositional(clause, {"to", "for", "in"}):
            receivers.extend(a for inner in objects_of(preposition) for a in participants(inner, cast, Role.RECIPIENT))
        for child in clause.children:
            if child.dep_ == "dative":
                receivers.extend(participants(child, cast, Role.RECIPIENT))
    deciding = governing_verb(noun)
    if not givers and deciding is not None and deciding.lemma_.lower() in commitments().deciding_verbs:
        givers.extend(a for token in doers(deciding) for a in participants(token, cast, Role.ACTOR))
    return _pledge(givers, receivers, cast)


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


def _of_pledging(
    verb: Token,
    sentence: Span,
    cast: Cast,
    near: Sequence[Draft],
    amounts: Sequence[AmountAt],
    before: list[CommitmentDraft],
) -> CommitmentDraft | None:
    """Read "promised Ukraine another 1.1 billion euros", "will send 14 tanks to Ukraine"."""
    things = [token for token in sufferers(verb) if token.dep_ != "dative"]
    supplied = [inner for preposition in prepositional(verb, {"with"}) for inner in objects_of(preposition)]
    served = [thing for thing in things if thing.i in cast.at] if supplied else []
    if served:  # "provide Ukraine with 75 billion kroner"
        things = supplied
    amount = next((found for thing in things if (found := _amount_of(thing, amounts))), None)
    has_goods = any(
        part.lemma_.lower() in commitments().pledge_goods for thing in things for part in coordinated(thing)
    )
    judgement = judge(verb)
    if judgement.status in {Status.NEGATED, Status.HYPOTHETICAL, Status.HISTORICAL}:
        return None
    if amount is None and not (has_goods and judgement.status is Status.FUTURE):
        return None
    givers = [actor for token in _promisers(verb) for actor in participants(token, cast, Role.ACTOR)]
    given = [child for child in verb.children if child.dep_ == "dative" and child.pos_ != "ADP"]
    receivers = [actor for token in (*given, *served) for actor in participants(token, cast, Role.RECIPIENT)]
    for holder in (
        verb,
        *(inner for preposition in prepositional(verb, {"in"}) for inner in objects_of(preposition)),
        *things,
        *(inner for thing in things for p in prepositional(thing, {"in", "of"}) for inner in objects_of(p)),
    ):
        for preposition in prepositional(holder, {"to", "for", "in"}):
            receivers.extend(a for inner in objects_of(preposition) for a in participants(inner, cast, Role.RECIPIENT))
    if not receivers:
        receivers = _receivers_so_far(sentence, near, givers, cast) or _receivers_before(sentence, before, givers, cast)
    parties = _pledge(givers, receivers, cast)
    if not parties:
        return None
    return CommitmentDraft(
        kind=CommitmentKind.PLEDGE,
        parties=parties,
        trigger=verb,
        sentence=sentence,
        status=CommitmentStatus.ACTIVE,
        phrase=_goods_phrase(things, cast),
        rule=f"pledge: {verb.lemma_.lower()} an amount or goods to somebody",
        amount=amount,
    )


def _promisers(verb: Token) -> list[Token]:
    subjects = doers(verb) or surface_subjects(verb)
    laws = [token for token in subjects if token.lemma_.lower() in grammar().laws]
    if laws and (passing := governing_verb(laws[0])) is not None and passing != verb:
        return doers(passing)
    return subjects


def _receivers_so_far(sentence: Span, near: Sequence[Draft], givers: list[str], cast: Cast) -> list[str]:
    """Take the beneficiary from the same sentence: "will send tanks to Ukraine … and promised another billion"."""
    homes = {cast.country_of(giver) or giver for giver in givers}
    for draft in near:
        sides = {cast.country_of(actor) or actor for actor in draft.actors}
        if sentence.start <= draft.trigger.i < sentence.end and sides & homes and draft.recipients:
            return [actor for actor in draft.recipients if (cast.country_of(actor) or actor) not in homes]
    return []


def _receivers_before(sentence: Span, before: list[CommitmentDraft], givers: list[str], cast: Cast) -> list[str]:
    """Take the beneficiary from the pledge spoken of just before: "The United States will contribute $20 billion"."""
    last = next((draft for draft in reversed(before) if draft.kind is CommitmentKind.PLEDGE), None)
    if last is None or not _is_next(last, sentence, cast):
        return []
    homes = {cast.country_of(giver) or giver for giver in givers}
    served = [party.actor for party in last.parties if party.role is PartyRole.BENEFICIARY]
    return [actor for actor in served if (cast.country_of(actor) or actor) not in homes]


def _is_next(draft: CommitmentDraft, sentence: Span, cast: Cast) -> bool:
    last = cast.sentence_at((draft.more or (draft.trigger,))[-1].i)
    between = sentence.doc[last.end : sentence.start]
    return sum(1 for token in between if token.is_sent_start) <= 1


def _of_gathering(verb: Token, sentence: Span, cast: Cast) -> CommitmentDraft | None:
    """Read "The G7 leaders, meeting in Kananaskis," as a summit of the G7."""
    for subject in surface_subjects(verb):
        if subject.lemma_.lower() not in LEADERS:
            continue
        bodies = [actor for actor in owners(subject, cast) if actor.startswith("organization:")]
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
            sentence=sentence,
            status=status,
            phrase="leaders' meeting",
            rule="summit: leaders of a body meet",
        )
    return None


def _amount_of(noun: Token, amounts: Sequence[AmountAt]) -> Amount | None:
    """Give the amount that measures a noun: "a $920 million contract", "deals worth about $30 billion"."""
    if not amounts:
        return None
    left, right = noun.left_edge.idx, noun.right_edge.idx + len(noun.right_edge)
    inside = [at for at in amounts if left <= at.start < right and not _in_other_clause(noun, at)]
    if not inside:
        return None
    return min(inside, key=lambda at: abs(at.start - noun.idx)).amount


def _in_other_clause(noun: Token, at: AmountAt) -> bool:
    span = noun.doc.char_span(at.start, at.end, alignment_mode="expand")
    node = span.root if span is not None else noun
    while node != noun and node.head != node:
        if node.dep_ in {"relcl", "advcl"}:
            return True
        node = node.head
    return False


def _status(
    kind: CommitmentKind, judgement: Judgement, noun: Token, verb: Token | None, near: Sequence[Draft]
) -> CommitmentStatus:
    lemma = verb.lemma_.lower() if verb is not None else ""
    table = commitments().status_verbs
    done = judgement.status is Status.ACTUAL
    if judgement.status is Status.NEGATED or (
        done and kind is CommitmentKind.SUMMIT and lemma in table[CommitmentStatus.CANCELLED]
    ):
        return CommitmentStatus.CANCELLED
    if done and lemma in table[CommitmentStatus.ENDED] and noun.dep_ in {"dobj", "nsubjpass", "nsubj"}:
        return CommitmentStatus.ENDED
    if kind is CommitmentKind.ALLIANCE and lemma not in commitments().forming_verbs:
        return CommitmentStatus.ACTIVE
    if lemma in commitments().keeping_verbs and kind is CommitmentKind.AGREEMENT:
        return CommitmentStatus.ACTIVE
    if judgement.status in {Status.FUTURE, Status.HYPOTHETICAL} or lemma in table[CommitmentStatus.PLANNED]:
        planned = kind is CommitmentKind.SUMMIT or verb is not None and light_verb(noun) is not None
        return (
            CommitmentStatus.PLANNED if planned or lemma in table[CommitmentStatus.PLANNED] else CommitmentStatus.ACTIVE
        )
    if kind is not CommitmentKind.SUMMIT:
        return CommitmentStatus.ENDED if judgement.status is Status.HISTORICAL else CommitmentStatus.ACTIVE
    meetings = [draft for draft in near if draft.type is EventType.CONSULT and draft.mode != "phone"]
    if meetings and meetings[-1].status is Status.FUTURE:
        return CommitmentStatus.PLANNED
    return CommitmentStatus.HELD


def _phrase(noun: Token, cast: Cast) -> str:
    """Give the noun with the adjectives that say what it is: "free trade agreement", "bilateral summit"."""
    kept = [
        child.text.lower() if child.text.istitle() and child.pos_ != "PROPN" else child.text
        for child in noun.lefts
        if child.dep_ in {"amod", "compound"}
        and child.i not in cast.at
        and child.i >= noun.i - 4
        and child.is_alpha
        and child.lower_ not in grammar().quantities | commitments().plain_adjectives
    ]
    tail = ""
    if noun.lemma_.lower() == "memorandum":
        tail = " of understanding" if any(child.lower_ == "of" for child in noun.children) else ""
    return " ".join([*kept, noun.text.lower()]) + tail


def _goods_phrase(things: list[Token], cast: Cast) -> str:
    named = [thing for thing in things if thing.lemma_.lower() in commitments().pledge_goods]
    return _phrase(named[0], cast) + " pledge" if named else "pledge"


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
            status=_later(first.kind, first.status, draft.status),
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


def _later(kind: CommitmentKind, one: CommitmentStatus, other: CommitmentStatus) -> CommitmentStatus:
    """Of two mentions the more definite status holds: a cancelled summit is not held, a signed treaty not planned."""
    order = [CommitmentStatus.CANCELLED, CommitmentStatus.ENDED, CommitmentStatus.PLANNED, CommitmentStatus.HELD]
    order.insert(4 if kind is CommitmentKind.SUMMIT else 2, CommitmentStatus.ACTIVE)
    return min((one, other), key=order.index)
