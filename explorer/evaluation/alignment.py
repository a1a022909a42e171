"""Finds the records that tell what gold mentions tell, and scores how the world groups them.

"Takaiichi Sanae" in a.json, "the Japanese premier" in b.json -> both leader:sanae-takaichi in the world: one cluster
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from explorer.evaluation.bcubed import Score, bcubed
from explorer.evaluation.clusters import ActorMention, ClaimMention, GoldClusters
from explorer.evaluation.names import Names
from explorer.evaluation.scoring import Finding
from explorer.model import Commitment, Event, Evidence, Extraction, World
from explorer.store import MEMORY, open_store

ENOUGH = 0.5  # of the characters of two spans in both: "Kim" is enough of "Mr Kim"
ENOUGH_OF_ANOTHER_END = 0.75  # "Taiwan Semiconductor Manufacturing" for the same with "Co."
ARTICLE = "the "
Claim = TypeVar("Claim", Event, Commitment)
Mention = TypeVar("Mention", ActorMention, ClaimMention)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: extractions by document, the world, and the world's id of each actor of each document."""

    extractions: Mapping[str, Extraction]
    world: World
    actor_ids: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """B³ over all gold mentions, where those not found are single, and over those that were found."""

    mentions: int
    found: int
    all: Score
    of_found: Score
    findings: tuple[Finding, ...] = ()

    @property
    def share(self) -> float:
        return self.found / self.mentions if self.mentions else 1.0


def read_world(extractions: Iterable[Extraction]) -> Reading:
    """Bring extractions together as the program does; the only place that knows how it is done."""
    each = {one.document.id: one for one in extractions}
    with open_store(MEMORY) as store:
        for one in each.values():
            store.add(one.document, one)
        return Reading(each, store.world(), {name: store.actor_ids(name) for name in each})


def score_clusters(gold: GoldClusters, reading: Reading) -> dict[str, Agreement]:
    """Compare gold clusters with those of the world, for actors, events and commitments."""
    extractions, world = reading.extractions, reading.world
    events = {name: one.events for name, one in extractions.items()}
    commitments = {name: one.commitments for name, one in extractions.items()}
    return {
        "actors": _agreement(gold.actors, align_actors(gold.actors, reading)),
        "events": _agreement(gold.events, _align(gold.events, events, world.events, reading)),
        "commitments": _agreement(gold.commitments, _align(gold.commitments, commitments, world.commitments, reading)),
    }


def align_actors(mentions: Iterable[ActorMention], reading: Reading) -> dict[ActorMention, str]:
    """Give the world's id of the actor with the span that is most like each mention; those without one are left out."""
    found = {}
    for mention in mentions:
        extraction = reading.extractions[mention.document]
        spans = [(_likeness(mention, span), actor.id) for actor in extraction.actors for span in actor.mentions]
        best, actor_id = max(spans, key=lambda item: item[0], default=(0.0, ""))
        if best:
            found[mention] = reading.actor_ids[mention.document].get(actor_id, actor_id)
    return found


def _likeness(mention: ActorMention, span: tuple[int, int]) -> float:
    """Give the share of characters in both; 0 if it is small, unless the span only has a title more before the name.

    "Hungarian" in "the Hungarian leader" and TSMC in "the chairman of TSMC" are others, no parts of the name.
    """
    first, last = mention.start + len(_article(mention.text)), mention.end
    start, end = span
    shared = min(last, end) - max(first, start)
    likeness = shared / (max(last, end) - min(first, start))
    is_titled = start <= first and end == last
    enough = ENOUGH if end == last else ENOUGH_OF_ANOTHER_END
    return likeness if likeness >= enough or is_titled else 0.0


def _article(text: str) -> str:
    return text[: len(ARTICLE)] if text.lower().startswith(ARTICLE) else ""


def _align(
    mentions: Collection[ClaimMention],
    claims: Mapping[str, Sequence[Claim]],
    records: Iterable[Claim],
    reading: Reading,
) -> dict[ClaimMention, str]:
    places = _places(records)
    by_document = _by_document(mentions)
    found = {}
    for mention in mentions:
        others = [one for one in by_document[mention.document] if one != mention]
        names, ids = Names(reading.extractions[mention.document]), reading.actor_ids[mention.document]
        claim = _best_claim(mention, claims[mention.document], others, names)
        record = _record(claim, mention.document, places, ids) if claim else None
        if record:
            found[mention] = record.id
    return found


def _by_document(mentions: Iterable[ClaimMention]) -> Mapping[str, list[ClaimMention]]:
    found: dict[str, list[ClaimMention]] = defaultdict(list)
    for mention in mentions:
        found[mention.document].append(mention)
    return found


def _best_claim(
    mention: ClaimMention, claims: Iterable[Claim], others: Sequence[ClaimMention], names: Names
) -> Claim | None:
    """Take the claim of that sentence and type with most of the participants; of equals the one worded there.

    "Kishida met Yoon in Seoul, weeks after Yoon had come to Tokyo": if only one of them is found, it is not the other.
    """
    fitting = [claim for claim in claims if _fits(mention, claim) and not _is_told_by(others, mention, claim)]
    ranked = [((_shared(mention, claim, names), _is_worded(mention, claim)), claim) for claim in fitting]
    best, chosen = max(ranked, key=lambda item: item[0], default=((0, False), None))
    return chosen if best[0] else None


def _fits(mention: ClaimMention, claim: Event | Commitment) -> bool:
    return _kind(claim) in mention.kinds and bool(_evidence(mention, claim))


def _is_told_by(others: Iterable[ClaimMention], mention: ClaimMention, claim: Event | Commitment) -> bool:
    """Tell whether the words that make a claim one lie in other parts of the sentence only."""
    if _is_worded(mention, claim):
        return False
    rivals = [one for one in others if _kind(claim) in one.kinds]
    return any(_is_inside(one, evidence) for one in rivals for evidence in _evidence(mention, claim))


def _kind(claim: Event | Commitment) -> str:
    return claim.type if isinstance(claim, Event) else claim.kind


def _evidence(mention: ClaimMention, claim: Event | Commitment) -> list[Evidence]:
    """Give the evidence whose sentence holds the mention."""
    return [one for one in claim.evidence if one.start <= mention.start and mention.end <= one.end]


def _is_worded(mention: ClaimMention, claim: Event | Commitment) -> bool:
    return any(_is_inside(mention, evidence) for evidence in _evidence(mention, claim))


def _is_inside(mention: ClaimMention, evidence: Evidence) -> bool:
    return mention.start <= evidence.trigger[0] and evidence.trigger[1] <= mention.end


def _shared(mention: ClaimMention, claim: Event | Commitment, names: Names) -> int:
    return sum(any(names.match(actor, answer) for actor in _ends(claim)) for answer in mention.who)


def _ends(claim: Event | Commitment) -> tuple[str, ...]:
    if isinstance(claim, Event):
        return claim.actors + claim.recipients
    return tuple(party.actor for party in claim.parties)


Place = tuple[str, str | None, int, tuple[int, int], str]


def _place(kind: str, document: str | None, evidence: Evidence) -> Place:
    return kind, document, evidence.start, evidence.trigger, evidence.rule


def _places(records: Iterable[Claim]) -> Mapping[Place, list[Claim]]:
    """Index records by the places in documents that tell them; one place may tell several, to different recipients."""
    found: dict[Place, list[Claim]] = defaultdict(list)
    for record in records:
        for evidence in record.evidence:
            found[_place(_kind(record), evidence.document, evidence)].append(record)
    return found


def _record(claim: Claim, document: str, places: Mapping[Place, list[Claim]], ids: Mapping[str, str]) -> Claim | None:
    ends = {ids.get(actor, actor) for actor in _ends(claim)}
    records = [one for evidence in claim.evidence for one in places.get(_place(_kind(claim), document, evidence), ())]
    return max(records, key=lambda record: len(ends & set(_ends(record))), default=None)


def _agreement(gold: Mapping[Mention, str], system: Mapping[Mention, str]) -> Agreement:
    found: dict[Mention, str] = {mention: cluster for mention, cluster in gold.items() if mention in system}
    findings = tuple(Finding(*one) for one in (*_split(found, system), *_merged(found, system), *_missed(gold, system)))
    return Agreement(len(gold), len(found), bcubed(gold, system), bcubed(found, system), findings)


def _split(gold: Mapping[Mention, str], system: Mapping[Mention, str]) -> Iterator[tuple[str, str]]:
    for cluster, parts in _crossed(gold, system).items():
        if len(parts) > 1:
            yield cluster, f"split into {_listed(parts)}"


def _merged(gold: Mapping[Mention, str], system: Mapping[Mention, str]) -> Iterator[tuple[str, str]]:
    for record, parts in _crossed(system, gold).items():
        if len(parts) > 1:
            yield record, f"merged from {_listed(parts)}"


def _missed(gold: Mapping[Mention, str], system: Mapping[Mention, str]) -> Iterator[tuple[str, str]]:
    yield from ((name, f"missed {one.text!r} in {one.document}") for one, name in gold.items() if one not in system)


Crossed = dict[str, dict[str, list[str]]]


def _crossed(outer: Mapping[Mention, str], inner: Mapping[Mention, str]) -> Crossed:
    """Give, for each cluster of one side, those of the other that share mentions with it, and in what documents."""
    found: Crossed = {}
    for mention in sorted(
        outer.keys() & inner.keys(), key=lambda one: (one.document, one.start, outer[one], inner[one])
    ):
        found.setdefault(outer[mention], {}).setdefault(inner[mention], []).append(mention.document)
    return found


def _listed(parts: Mapping[str, list[str]]) -> str:
    """Name the largest part first."""
    ordered = sorted(parts.items(), key=lambda part: (-len(part[1]), part[0]))
    return "; ".join(f"{name} ({', '.join(dict.fromkeys(documents))})" for name, documents in ordered)
