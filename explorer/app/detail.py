"""What the panel shows of an explanation: words, colours, and the names one can go to.

detail(world, "event:call") -> {"title": "Sanae Takaichi ↔ Donald Trump", "groups": [{"items": […]}], …}
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from explorer.app.marked_sentence import segments
from explorer.app.plain_text import named, shown
from explorer.app.wording import counted, node_words, readable, relation_words, status_words
from explorer.errors import ExplorerError
from explorer.graph import End, Explanation, Item, Proof, explain
from explorer.graph.style import NEUTRAL, NODES, UNKNOWN_NODE, score_color
from explorer.model import Commitment, Event, Status, World
from explorer.when import reported

Shown = dict[str, Any]
Piece = str | dict[str, str]

STEP = 40  # relations shown at first, and with each "show more"
COUNTERPARTS = 12
DOUBTFUL = 0.75
SAID_BELOW = {"Type", "Status", "How it went", "Reports"}  # facts of a relation that the panel words itself
SETTLED = {str(Status.ACTUAL)}  # a status that goes without saying


@dataclass(frozen=True, slots=True)
class Names:
    """The actors' names and all their spellings."""

    of: dict[str, str]
    spellings: dict[str, tuple[str, ...]]


def detail(world: World, id: str, *, most: int = STEP) -> Shown | None:
    """Describe the thing of this id with at most so many relations; nothing if it is not in this world."""
    try:
        found = explain(world, id)
    except ExplorerError:
        return None
    names = _names(world)
    return _of_actor(found, names, most) if found.kind == "actor" else _of_relation(world, found, names, most)


def overview(world: World, *, most: int = STEP) -> Shown:
    """Describe a whole world: its latest events and commitments."""
    said: tuple[Event | Commitment, ...] = (*world.events, *world.commitments)
    records = sorted(said, key=_latest_first)
    names = _names(world)
    items = [explain(world, record.id).items[0] for record in records[:most]]
    content = _listed("In view, the latest first", items, names, most)
    for group in content["groups"]:
        group["total"] = f"{len(records):,}"
    return {"id": "", "title": "", "facts": [], "counterparts": [], **content, "total": len(records)}


def _latest_first(record: Event | Commitment) -> tuple[bool, int, int, str]:
    """Order by the latest article that says so, not by days still to come; what did not happen comes last."""
    days = reported(record.evidence)
    return record.status == Status.NEGATED, -(days[1].toordinal() if days else 0), -record.reports, record.id


def _names(world: World) -> Names:
    return Names(
        {actor.id: actor.name for actor in world.actors},
        {actor.id: (actor.name, *actor.aliases) for actor in world.actors},
    )


def _of_actor(found: Explanation, names: Names, most: int) -> Shown:
    offices = [_office(item, names) for item in found.of_kind("tie") if item.ends[0].id == found.id]
    return {
        "id": found.id,
        "kind": node_words(found.type).label,
        "title": named(found.title),
        "colour": _node_colour(found.type),
        "hasNode": True,
        "facts": [*_facts(found, skipped={"Type"}), *offices],
        "counterparts": _counterparts(found, names),
        **_listed("Relations and their sentences", found.items, names, most),
    }


def _of_relation(world: World, found: Explanation, names: Names, most: int) -> Shown:
    item = found.items[0]
    own = {"heading": "What is reported", "total": "", "items": [_relation(each, names) for each in found.items]}
    others = _listed("Also between them", _beside(world, item), names, most)
    return {
        "id": found.id,
        "kind": _kind(item),
        "title": named(item.title) if item.kind == "commitment" else _plain(_who(item, names)),
        "colour": _colour(item),
        "hasNode": item.kind == "commitment",
        "facts": [*_parties(item, names), *_facts(found, skipped=SAID_BELOW), *_state(item)],
        "counterparts": [],
        **others,
        "groups": [own, *others["groups"]],
    }


def _beside(world: World, item: Item) -> list[Item]:
    """Give the other relations that join at least two of the same ends."""
    ends = {end.id for end in item.ends}
    known = {actor.id for actor in world.actors}
    first = next((end.id for end in item.ends if end.id in known), None)
    items = explain(world, first).items if first else ()
    return [other for other in items if other.id != item.id and len(ends & {end.id for end in other.ends}) > 1]


def _listed(heading: str, items: Iterable[Item], names: Names, most: int) -> Shown:
    items = list(items)
    relations = [_relation(item, names) for item in items[:most]]
    groups = [{"heading": heading, "total": f"{len(items):,}", "items": relations}] if items else []
    return {"groups": groups, "shown": len(relations), "total": len(items), "step": STEP}


def _relation(item: Item, names: Names) -> Shown:
    spellings = [spelling for end in item.ends for spelling in names.spellings.get(end.id, (end.name,))]
    return {
        "id": item.id,
        "colour": _colour(item),
        "title": _title(item, names),
        "badges": [shown(badge) for badge in _badges(item)],
        "sentences": [_sentence(proof, spellings) for proof in item.proofs],
    }


def _sentence(proof: Proof, spellings: list[str]) -> Shown:
    return {
        "segments": segments(proof.sentence, proof.trigger, spellings),
        "article": named(proof.title, "(article without a title)"),
        "source": shown(proof.source),
        "date": shown(proof.date),
        "document": proof.document,
        "sentence": shown(proof.sentence),
    }


def _title(item: Item, names: Names) -> list[Piece]:
    if item.kind == "commitment":
        return [
            {**_link(node_words(item.type).label, item.id), "strong": "yes"},
            "  ",
            _link(named(item.title), item.id),
        ]
    return [{**_link(relation_words(item.type).label, item.id), "strong": "yes"}, "  ", *_who(item, names)]


def _who(item: Item, names: Names) -> list[Piece]:
    if item.kind == "tie":
        return [*_ends(item.ends[:1], names, ""), " → ", *_ends(item.ends[1:], names, "")]
    actors = [end for end in item.ends if end.part == "actor"]
    recipients = [end for end in item.ends if end.part == "recipient"]
    if recipients:
        return [*_ends(actors, names, ", "), " → ", *_ends(recipients, names, ", ")]
    return _ends(actors, names, " ↔ ")


def _ends(ends: Iterable[End], names: Names, between: str) -> list[Piece]:
    pieces: list[Piece] = []
    for end in ends:
        pieces += [between, _end(end, names)] if pieces else [_end(end, names)]
    return pieces


def _end(end: End, names: Names) -> Piece:
    return _link(named(end.name), end.id) if end.id in names.of else shown(end.name)


def _link(text: str, id: str) -> dict[str, str]:
    return {"text": text, "id": id}


def _plain(pieces: Iterable[Piece]) -> str:
    return "".join(piece if isinstance(piece, str) else piece["text"] for piece in pieces)


def _kind(item: Item) -> str:
    if item.kind == "commitment":
        return node_words(item.type).label
    mode = f" · {readable(item.mode).lower()}" if item.mode else ""
    return shown(f"{readable(item.kind)} · {relation_words(item.type).label}{mode}")


def _colour(item: Item) -> str:
    if item.kind == "commitment":
        return _node_colour(item.type)
    return NEUTRAL if item.score is None else score_color(item.score)


def _node_colour(type: str) -> str:
    return NODES.get(type, UNKNOWN_NODE)[0]


def _badges(item: Item) -> list[str]:
    status = status_words(item.status) if item.status and item.status not in SETTLED else None
    mode = readable(item.mode).lower() if item.mode else None
    speaker = f"according to {named(item.speaker)}" if item.speaker else None
    reports = counted(item.reports, "report", "reports") if item.reports > 1 else None
    doubt = item.confidence is not None and item.confidence < DOUBTFUL
    confidence = f"confidence {item.confidence:.0%}" if doubt else None
    disputed = "disputed" if item.is_disputed else None
    confirmed = "confirmed" if item.is_confirmed else None
    badges = (status, mode, item.when, item.amount, speaker, reports, disputed, confirmed, confidence)
    return [badge for badge in badges if badge]


def _facts(found: Explanation, *, skipped: set[str]) -> list[Shown]:
    return [_fact(label, [shown(value)]) for label, value in found.facts if label not in skipped]


def _fact(label: str, value: list[Piece]) -> Shown:
    return {"label": label, "value": value}


def _state(item: Item) -> list[Shown]:
    status = [_fact("Status", [status_words(item.status)])] if item.status else []
    went = " → ".join(" ".join(filter(None, (status_words(status), more))) for status, more in item.history)
    status += [_fact("How it went", [shown(went)])] if went else []
    return [*status, _fact("Reported in", [counted(item.reports, "article", "articles")])]


def _parties(item: Item, names: Names) -> list[Shown]:
    if item.kind != "commitment":
        return []
    return [_fact(readable(end.part), [_end(end, names)]) for end in item.ends]


def _office(item: Item, names: Names) -> Shown:
    when = f" ({shown(item.when)})" if item.when else ""
    return _fact(relation_words(item.type).label, [_end(item.ends[1], names), when])


def _counterparts(found: Explanation, names: Names) -> list[Shown]:
    counts: Counter[str] = Counter()
    scores: dict[str, list[float]] = defaultdict(list)
    for item in found.items:
        for other in {end.id for end in item.ends} & names.of.keys() - {found.id}:
            counts[other] += 1
            scores[other] += [] if item.score is None else [item.score]
    ordered = sorted(counts, key=lambda id: (-counts[id], id))[:COUNTERPARTS]
    return [_counterpart(id, names.of[id], counts[id], scores[id]) for id in ordered]


def _counterpart(id: str, name: str, count: int, scores: list[float]) -> Shown:
    mean = sum(scores) / len(scores) if scores else None
    relations = counted(count, "relation", "relations")
    return {
        "id": id,
        "name": named(name),
        "count": count,
        "colour": NEUTRAL if mean is None else score_color(mean),
        "note": relations if mean is None else f"{relations}, events score {mean:+.1f} on average",
    }
