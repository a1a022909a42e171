"""What is stored, for the commands that list it or look into it.

write_list(Kind.EVENTS, Path("data/explorer.db"), Filters(country=("Japan",)), Format.TABLE, Paging(limit=20))
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.cli.listing import Format, Kind, Paging, records, write
from explorer.cli.terminal import say
from explorer.model import Commitment, Event, Tie, TieKind, World
from explorer.records import Record

if TYPE_CHECKING:
    from explorer.graph import Filters
    from explorer.model import Document


def write_list(
    kind: Kind, db: Path, filters: Filters, format: Format, paging: Paging, search: str | None = None
) -> None:
    """Write what is stored of one kind, filtered, sorted and a page at a time; say so if there is nothing."""
    paging.check(kind)
    world = _documents(db) if kind is Kind.DOCUMENTS and filters.is_empty else stored_world(db, filters)
    if kind is Kind.DOCUMENTS:
        asked = world.documents if filters.is_empty else _speaking(world)
        world = replace(world, documents=_in_time(asked, filters))
    found = records(world, kind)
    if search is not None:
        found = _matching(db, search, found)
    write(paging.of(found, kind), kind, format, {actor.id: actor.name for actor in world.actors})
    if not found:
        say(f"no {kind} found")


def _matching(db: Path, words: str, found: list[Record]) -> list[Record]:
    """Keep the documents with these words, the best match first."""
    from explorer.store import open_store

    with open_store(db, create=False) as store:
        places = {document.id: place for place, document in enumerate(store.search(words))}
    return sorted((record for record in found if record["id"] in places), key=lambda record: places[record["id"]])


def _speaking(world: World) -> tuple[Document, ...]:
    """Leave out articles that only say who leads one of those asked for, if there are others."""
    ties = (tie for tie in world.ties if tie.kind is not TieKind.LEADS)
    records: list[Event | Commitment | Tie] = [*world.events, *world.commitments, *ties]
    told = {evidence.document for record in records for evidence in record.evidence}
    return tuple(document for document in world.documents if document.id in told) or world.documents


def _in_time(documents: tuple[Document, ...], filters: Filters) -> tuple[Document, ...]:
    """Leave out articles of other days that only speak of what is asked for, such as who leads a country."""
    from explorer.when import days_of

    since, until = days_of(filters.since), days_of(filters.until)
    return tuple(
        document
        for document in documents
        if (days := days_of(document.date)) is None
        or ((since is None or days[1] >= since[0]) and (until is None or days[0] <= until[1]))
    )


def _documents(db: Path) -> World:
    from explorer.store import open_store

    with open_store(db, create=False) as store:
        return World(documents=tuple(store.documents()))


def stored_world(db: Path, filters: Filters | None = None) -> World:
    """Load the world of a store, or what filters leave of it."""
    from explorer.store import open_store
    from explorer.workflow import load_world

    with open_store(db, create=False) as store:
        return load_world(store, filters)
