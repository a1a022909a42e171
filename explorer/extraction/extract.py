"""From a document to what it says: the one border between spaCy's objects and our records.

extract("Japan pledged $5 billion to Ukraine.") -> Extraction(actors=..., events=..., commitments=...)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from operator import attrgetter

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from explorer.extraction.anaphora import link_anaphora
from explorer.extraction.cast import Cast
from explorer.extraction.commitment_drafts import CommitmentDraft
from explorer.extraction.commitments import find_commitments
from explorer.extraction.dates import document_day, is_date, phrase_of, resolve_date
from explorer.extraction.doubts import doubts_of_sides
from explorer.extraction.drafts import Draft
from explorer.extraction.events import find_events
from explorer.extraction.evidence import evidence_of
from explorer.extraction.first_person import link_first_person
from explorer.extraction.money import AmountAt, find_amounts
from explorer.extraction.names import SPANS, UNKNOWN_PERSON
from explorer.extraction.ordered import between
from explorer.extraction.people import find_people
from explorer.extraction.periods import is_counted_from_told
from explorer.extraction.pipeline import load_pipeline
from explorer.extraction.text import chunks, prepare
from explorer.extraction.ties import find_ties
from explorer.extraction.topics import topics_of
from explorer.knowledge.confidence import confidence_of
from explorer.knowledge.language import grammar
from explorer.knowledge.names import NameKind, slug
from explorer.knowledge.ontology import score_of
from explorer.model import (
    Actor,
    Amount,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    DateSpan,
    Document,
    Doubt,
    Event,
    EventType,
    Evidence,
    Extraction,
    PartyRole,
    Status,
    Tie,
)

LOCATIVE = {"in", "at", "near", "outside", "inside", "from", "around", "across", "through", "throughout"}
BACKGROUND = 400  # days before the article; what is older is told as history
BATCH = 32  # pieces of text handed to spaCy at once
WITH_AMOUNT = {EventType.AID, EventType.AGREE, EventType.COOPERATE, EventType.SUPPORT, EventType.SANCTION}
FUTURES = {Status.FUTURE, Status.HYPOTHETICAL}


def extract(document: Document | str, nlp: Language | None = None) -> Extraction:
    """Extract from one document, or from plain text."""
    if isinstance(document, str):
        document = Document(id="text", title="", text=document)
    return next(extract_many([document], nlp))


def extract_many(documents: Iterable[Document], nlp: Language | None = None) -> Iterator[Extraction]:
    """Extract from documents in their order, a few at a time."""
    nlp = nlp or load_pipeline()
    with_context = (
        (piece, (document, number)) for document in documents for number, piece in enumerate(_pieces(document))
    )
    current: Document | None = None
    parts: list[Doc] = []
    for doc, (document, number) in nlp.pipe(with_context, as_tuples=True, batch_size=BATCH):
        if number == 0 and current is not None:
            yield _extract(current, parts)
            parts = []
        current = document
        parts.append(doc)
    if current is not None:
        yield _extract(current, parts)


def _pieces(document: Document) -> Iterator[str]:
    return chunks(prepare(document.text))


def _extract(document: Document, parts: list[Doc]) -> Extraction:
    doc = parts[0] if len(parts) == 1 else Doc.from_docs(parts, ensure_whitespace=False)
    cast = Cast(doc, document_day(document.date))
    _introduce_names(doc, cast)
    holdings = find_people(doc, cast)
    link_anaphora(doc, cast)
    link_first_person(doc, cast, document)
    amounts = find_amounts(doc.text, _countries(cast))
    drafts = find_events(cast)
    commitments = find_commitments(cast, drafts, amounts)
    ties = find_ties(doc, cast, holdings)
    border = _Border(document, doc, cast, amounts)
    events = tuple(border.event(draft, f"e{number}") for number, draft in enumerate(drafts, 1))
    agreed = border.commitments(commitments)
    said = tuple(border.tie(tie) for tie in ties)
    return Extraction(document, border.actors(events, agreed, said), said, events, agreed)


def _introduce_names(doc: Doc, cast: Cast) -> None:
    for span in doc.spans[SPANS]:
        if span.label_ in {UNKNOWN_PERSON, NameKind.PERSON} or not span.kb_id_:
            continue
        if span.start > 0 and doc[span.start - 1].lower_ in grammar().minority_marks:
            continue  # "ethnic Albanians" are not Albania
        cast.add(span.start, span.end, (span.kb_id_,), span.label_, named=not _is_only_place(span))


def _is_only_place(span: Span) -> bool:
    """A city names its country only as a place; so does a capital after "in": talks in Vienna are not Austria's."""
    if span.label_ == NameKind.CITY:
        return True
    root = span.root
    return span.label_ == NameKind.CAPITAL and root.dep_ == "pobj" and root.head.lower_ in LOCATIVE


def _countries(cast: Cast) -> frozenset[str]:
    return frozenset(actor.removeprefix("country:") for actor in cast.members if actor.startswith("country:"))


class _Border:
    """Turns drafts into records of one document."""

    def __init__(self, document: Document, doc: Doc, cast: Cast, amounts: list[AmountAt]) -> None:
        self.document = document
        self.doc = doc
        self.cast = cast
        self.amounts = amounts
        self.dates = [ent for ent in doc.ents if is_date(ent)]
        self.topics: dict[int, tuple[str, ...]] = {}

    def event(self, draft: Draft, identifier: str) -> Event:
        """Finish an event with date, place, topics and amount."""
        date = self._date(draft.anchor, draft.sentence, is_future=draft.status in FUTURES)
        doubts = self._doubts(draft)
        return Event(
            id=identifier,
            type=draft.type,
            actors=draft.actors,
            recipients=draft.recipients,
            mode=draft.mode,
            status=self._past(draft.status, date),
            date=date,
            place=self._place(draft.anchor),
            topics=self._topics(draft.sentence),
            amount=self._amount(draft),
            speaker=draft.speaker,
            intensity=score_of(draft.type, draft.mode),
            confidence=round(confidence_of(doubts), 2),
            doubts=doubts,
            evidence=(self._evidence(draft.sentence, draft.trigger, draft.rule),),
        )

    def commitments(self, drafts: list[CommitmentDraft]) -> tuple[Commitment, ...]:
        """Finish commitments, with ids that are unique within the document."""
        used: dict[str, int] = {}
        finished = []
        for draft in drafts:
            base = f"{draft.kind}:{slug(self._name(draft))}"
            used[base] = used.get(base, 0) + 1
            identifier = base if used[base] == 1 else f"{base}-{used[base]}"
            finished.append(self._commitment(draft, identifier))
        return tuple(finished)

    def tie(self, tie: Tie) -> Tie:
        return replace(tie, evidence=tuple(self._as_written(evidence) for evidence in tie.evidence))

    def actors(
        self, events: tuple[Event, ...], commitments: tuple[Commitment, ...], ties: tuple[Tie, ...]
    ) -> tuple[Actor, ...]:
        """Give everybody who is named or takes part, in the order of appearance."""
        taking_part = {actor for event in events for actor in (*event.actors, *event.recipients)}
        taking_part |= {actor for event in events for actor in (event.speaker, event.place) if actor}
        taking_part |= {party.actor for commitment in commitments for party in commitment.parties}
        taking_part |= {actor for tie in ties for actor in (tie.source, tie.target)}
        for actor in sorted(taking_part):
            self.cast.member(actor)
        members = [member for member in self.cast.members.values() if member.mentions or member.id in taking_part]
        for member in members:
            if not member.mentions:
                member.mentions |= self._unnamed_mentions(member.id)
        members.sort(key=lambda member: min(member.mentions, default=(len(self.document.text), 0)))
        return tuple(member.actor() for member in members)

    def _unnamed_mentions(self, actor: str) -> set[tuple[int, int]]:
        spans = (self.doc[mention.start : mention.end] for mention in self.cast.mentions if actor in mention.actors)
        return {(span.start_char, span.end_char) for span in spans}

    def _commitment(self, draft: CommitmentDraft, identifier: str) -> Commitment:
        triggers = [draft.trigger, *draft.more]
        evidence: dict[tuple[int, int], Evidence] = {}
        for trigger in triggers:
            item = self._evidence(self.cast.sentence_at(trigger.i), trigger, draft.rule)
            evidence.setdefault((item.start, item.end), item)
        return Commitment(
            id=identifier,
            kind=draft.kind,
            name=self._name(draft),
            parties=draft.parties,
            status=draft.status,
            date=self._date(draft.trigger, draft.sentence, is_future=draft.status is CommitmentStatus.PLANNED),
            amount=draft.amount,
            topics=self._topics(draft.sentence),
            instrument=draft.instrument,
            confidence=round(draft.strength, 2),
            evidence=tuple(evidence.values()),
        )

    def _name(self, draft: CommitmentDraft) -> str:
        names = [self._side_name(party.actor) for party in draft.parties]
        if draft.kind is CommitmentKind.PLEDGE:
            amount = f"{draft.amount.text} " if draft.amount else ""
            pledger = names[0]
            beneficiary = next((self._side_name(p.actor) for p in draft.parties if p.role is PartyRole.BENEFICIARY), "")
            return f"{amount}{draft.phrase}, {pledger} to {beneficiary}"
        sides = list(dict.fromkeys(names))
        shown = "–".join(sides[:3]) + (" and others" if len(sides) > 3 else "")
        return f"{shown} {draft.phrase}"

    def _side_name(self, actor: str) -> str:
        if not actor.startswith("leader:"):
            return self.cast.member(actor).name
        body = self.cast.member(actor).holder_of
        stands_for = body if body and body.startswith("organization:") else self.cast.country_of(actor)
        return self.cast.member(stands_for or actor).name

    def _topics(self, sentence: Span) -> tuple[str, ...]:
        if sentence.start not in self.topics:
            self.topics[sentence.start] = topics_of(sentence)
        return self.topics[sentence.start]

    def _date(self, anchor: Token, sentence: Span, *, is_future: bool) -> DateSpan | None:
        """Give the date that hangs on the trigger's clause, else the only one of the sentence."""
        inside = between(self.dates, sentence.start, sentence.end, key=attrgetter("start"))
        chain = {anchor.i, anchor.head.i}
        near = [ent for ent in inside if _clause_verb(ent.root).i in chain]
        loose = [ent for ent in inside if not anchor.is_ancestor(_clause_verb(ent.root))]
        for ent in near or (loose if len(inside) == 1 else []):
            verb = _clause_verb(ent.root)
            ahead = is_future and verb.tag_ != "VBD"  # "decided on Friday to send"
            span = resolve_date(phrase_of(ent), self.cast.on, is_future=ahead, told=self._told_before(ent))
            if span is not None and not (is_future and verb != anchor and self._is_over(span)):
                return span
        return None

    def _told_before(self, ent: Span) -> date | None:
        """Give the last single day named before a phrase that counts from one: "on 3 May …; a day later"."""
        if not is_counted_from_told(ent.text):
            return None
        for other in reversed(between(self.dates, 0, ent.start, key=attrgetter("start"))):
            span = None if is_counted_from_told(other.text) else resolve_date(phrase_of(other), self.cast.on)
            if span is not None and span.start == span.end:
                return document_day(span.start)
        return None

    def _is_over(self, span: DateSpan) -> bool:
        # "said on Monday that it will restrict": Monday is when it was said
        last = document_day(span.end)
        return self.cast.on is not None and last is not None and last < self.cast.on

    def _past(self, status: Status, date: DateSpan | None) -> Status:
        """Call background what is dated more than a year before the article."""
        on = self.cast.on
        if status is not Status.ACTUAL or date is None or on is None:
            return status
        last = document_day(date.end)
        return Status.HISTORICAL if last is not None and (on - last).days > BACKGROUND else status

    def _place(self, anchor: Token) -> str | None:
        for child in anchor.children:
            if child.dep_ == "prep" and child.lower_ in {"in", "at", "near"}:
                for inner in child.children:
                    mention = self.cast.at.get(inner.i)
                    if mention is not None and mention.actors[0] in self.cast.members:
                        actor = mention.actors[0]
                        if actor.startswith(("country:", "region:")):
                            return actor
        return None

    def _amount(self, draft: Draft) -> Amount | None:
        if draft.type not in WITH_AMOUNT:
            return None
        sentence = draft.sentence
        found = between(self.amounts, sentence.start_char, sentence.end_char, key=attrgetter("start"))
        return found[0].amount if len(found) == 1 else None

    def _doubts(self, draft: Draft) -> tuple[Doubt, ...]:
        found = {*draft.doubts, *doubts_of_sides(draft.actors, draft.recipients)}
        if draft.speaker is not None:
            found.add(Doubt.REPORTED)
        if draft.status in FUTURES:
            found.add(Doubt.NOT_YET)
        return tuple(sorted(found))

    def _evidence(self, sentence: Span, trigger: Token, rule: str) -> Evidence:
        return self._as_written(evidence_of(self.doc, sentence, trigger.i, trigger.i + 1, rule))

    def _as_written(self, evidence: Evidence) -> Evidence:
        document = self.document
        return replace(
            evidence,
            text=document.text[evidence.start : evidence.end],
            document=document.id,
            source=document.source,
            date=document.date,
        )


def _clause_verb(token: Token) -> Token:
    node = token
    while node.pos_ not in {"VERB", "AUX"} and node.head != node:
        node = node.head
    return node
