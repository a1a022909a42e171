"""Precision and recall of extractions against gold passages.

An event is right when type, both ends and status are. Agreements, consultations and cooperation have no direction; a
leader may stand for the country. What is neither required nor optional counts as extra, once for each pair; negated
events and those with one end only never do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from explorer.evaluation.gold import GoldCommitment, GoldEvent, GoldPassage
from explorer.evaluation.names import Names
from explorer.model import Actor, ActorType, Commitment, Event, EventType, Extraction, Status

SYMMETRIC = {EventType.CONSULT, EventType.AGREE, EventType.COOPERATE}
COUNTED_ACTORS = {ActorType.COUNTRY, ActorType.LEADER, ActorType.COMPANY}  # others are too open to count extras of
KINDS = ("actors", "ties", "events", "any type", "commitments")


@dataclass(slots=True)
class Count:
    """How many answers were right, reported in excess, and missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.extra) if self.right + self.extra else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that went wrong, as a line for people."""

    passage: str
    what: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A reported pair of an event: its confidence, and whether type and both ends are right."""

    type: EventType
    confidence: float
    is_right: bool
    features: tuple[str, ...] = ()


@dataclass(slots=True)
class Scores:
    """Counts over passages. `traps` were reported as facts although they did not happen; `modes` (right, of)."""

    counts: dict[str, Count] = field(default_factory=lambda: {kind: Count() for kind in KINDS})
    by_type: dict[EventType, Count] = field(default_factory=dict)
    traps: int = 0
    traps_of: int = 0
    modes: int = 0
    modes_of: int = 0
    judged: list[Judged] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Dyad:
    """An event with one actor and one recipient; `unordered` where both are actors."""

    event: Event
    actor: str
    other: str | None
    unordered: bool


def score(pairs: Iterable[tuple[GoldPassage, Extraction]]) -> Scores:
    """Compare extractions with the passages they were made of."""
    scores = Scores()
    for passage, extraction in pairs:
        _Passage(passage, extraction, scores).count()
    return scores


def dyads_of(event: Event) -> Iterator[Dyad]:
    """Yield the pairs of an event."""
    actors, recipients = event.actors, event.recipients
    if recipients:
        yield from (Dyad(event, actor, recipient, False) for actor in actors for recipient in recipients)
    elif len(actors) > 1:
        yield from (Dyad(event, one, other, True) for at, one in enumerate(actors) for other in actors[at + 1 :])
    else:
        yield from (Dyad(event, actor, None, False) for actor in actors)


class _Passage:
    def __init__(self, passage: GoldPassage, extraction: Extraction, scores: Scores) -> None:
        self.passage, self.extraction, self.scores = passage, extraction, scores
        self.names = Names(extraction)
        self.dyads = [dyad for event in extraction.events for dyad in dyads_of(event)]

    def count(self) -> None:
        self._actors()
        self._ties()
        self._events()
        self._traps()
        self._commitments()

    def _say(self, what: str) -> None:
        self.scores.findings.append(Finding(self.passage.id, what))

    def _actors(self) -> None:
        count, left = self.scores.counts["actors"], list(self.extraction.actors)
        for kind, answer in self.passage.actors:
            hit = next((actor for actor in left if self._is_actor(actor, kind, answer)), None)
            if hit is None:
                count.missed += 1
                self._say(f"missed {kind} {answer}")
            else:
                count.right += 1
                left.remove(hit)
        for actor in left:
            if actor.type in COUNTED_ACTORS:
                count.extra += 1
                self._say(f"extra {actor.type} {actor.name}")

    def _is_actor(self, actor: Actor, kind: ActorType, answer: str) -> bool:
        return actor.type is kind and self.names.match(actor.id, answer, may_represent=False)

    def _ties(self) -> None:
        count = self.scores.counts["ties"]
        for kind, source, target in self.passage.ties:
            is_found = any(
                tie.kind is kind and self.names.match(tie.source, source) and self.names.match(tie.target, target)
                for tie in self.extraction.ties
            )
            count.right, count.missed = count.right + is_found, count.missed + (not is_found)
            if not is_found:
                self._say(f"missed tie {source} {kind} {target}")

    def _events(self) -> None:
        used = self._required()
        gold = (*self.passage.events, *self.passage.optional)
        seen: set[tuple[EventType, str, str | None, Status]] = set()
        for at, dyad in enumerate(self.dyads):
            event = dyad.event
            key = (event.type, dyad.actor, dyad.other, event.status)
            if event.status is Status.NEGATED or dyad.other is None or key in seen:
                continue
            seen.add(key)
            is_right = at in used or any(self._fits(dyad, answer, loosely=True) for answer in gold)
            self.scores.judged.append(Judged(event.type, event.confidence, is_right, event.doubts))
            if not is_right:
                self.scores.counts["events"].extra += 1
                self._of_type(event.type).extra += 1
                self._say(
                    f"extra {event.type} {event.status} {dyad.actor} > {dyad.other} [{event.confidence}]: "
                    f"{event.evidence[0].rule if event.evidence else ''}"
                )

    def _required(self) -> set[int]:
        used: set[int] = set()
        for answer in self.passage.events:
            for pair in answer.dyads():
                hit = next((at for at, dyad in enumerate(self.dyads) if self._fits(dyad, answer, pair)), None)
                any_type = any(self._joins(dyad, pair, any_order=True) for dyad in self.dyads)
                joined = self.scores.counts["any type"]
                joined.right, joined.missed = joined.right + any_type, joined.missed + (not any_type)
                kind = next((kind for kind in EventType if kind in answer.types), EventType.AGREE)
                for count in (self.scores.counts["events"], self._of_type(kind)):
                    count.right, count.missed = count.right + (hit is not None), count.missed + (hit is None)
                if hit is None:
                    self._say(f"missed {answer.type} {answer.status} {pair[0]} > {pair[1]}")
                    continue
                used.add(hit)
                if answer.mode:
                    self.scores.modes_of += 1
                    self.scores.modes += self.dyads[hit].event.mode == answer.mode
        return used

    def _of_type(self, kind: EventType) -> Count:
        return self.scores.by_type.setdefault(kind, Count())

    def _fits(
        self, dyad: Dyad, answer: GoldEvent, pair: tuple[str, str | None] | None = None, *, loosely: bool = False
    ) -> bool:
        """Tell whether a pair is what an answer says; `loosely` whatever its status and direction."""
        if dyad.event.type not in answer.types:
            return False
        if not loosely and answer.statuses and dyad.event.status not in answer.statuses:
            return False
        pairs = [pair] if pair is not None else list(answer.dyads())
        any_order = loosely or bool(answer.types & SYMMETRIC)
        return any(self._joins(dyad, one, any_order=any_order) for one in pairs)

    def _joins(self, dyad: Dyad, pair: tuple[str, str | None], *, any_order: bool) -> bool:
        one, other = pair
        if self._is_end(dyad.actor, one) and self._is_end(dyad.other, other):
            return True
        turned = (any_order or dyad.unordered) and dyad.other is not None and other is not None
        return turned and self._is_end(dyad.other, one) and self._is_end(dyad.actor, other)

    def _is_end(self, actor: str | None, answer: str | None) -> bool:
        if actor is None or answer is None:
            return actor is None and answer is None
        return self.names.match(actor, answer)

    def _traps(self) -> None:
        for answer in self.passage.absent:
            fact = answer.model_copy(update={"status": Status.ACTUAL})
            for pair in answer.dyads():
                self.scores.traps_of += 1
                one, other = pair
                for dyad in self.dyads:
                    is_one = self._is_end(dyad.actor, one) and self._is_end(dyad.other, other)
                    if is_one and dyad.event.type in fact.types and dyad.event.status is Status.ACTUAL:
                        self.scores.traps += 1
                        self._say(f"trap {answer.type} {one} > {other}")
                        break

    def _commitments(self) -> None:
        count, left = self.scores.counts["commitments"], list(self.extraction.commitments)
        for answer in self.passage.commitments:
            hit = next((commitment for commitment in left if self._is_commitment(commitment, answer)), None)
            if hit is None:
                count.missed += 1
                self._say(f"missed {answer.kind} {' '.join(answer.parties)} {answer.status} {answer.amount}")
            else:
                count.right += 1
                left.remove(hit)
        count.extra += len(left)
        for commitment in left:
            self._say(f"extra {commitment.kind} {commitment.name} {commitment.status}")

    def _is_commitment(self, commitment: Commitment, answer: GoldCommitment) -> bool:
        if commitment.kind not in answer.kinds:
            return False
        if answer.statuses and commitment.status not in answer.statuses:
            return False
        value = commitment.amount.value if commitment.amount else 0.0
        if answer.amount and abs(value - answer.amount) > 0.01 * answer.amount:
            return False
        return all(
            any(self.names.match(party.actor, wanted) for party in commitment.parties) for wanted in answer.parties
        )
