"""Documents, what each says, and what they say together; one transaction a document.

store.add(document, extraction) -> True, and False the second time
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, delete, func, select, update

from explorer.errors import UnreadableDocument
from explorer.identity.acts import Act, ActKind, undone
from explorer.identity.near_duplicates import signature
from explorer.model import Actor, ActorType, Document, Extraction, World
from explorer.store import curation, who
from explorer.store.backup import copy_to
from explorer.store.cast import StoreCast
from explorer.store.changes import Changes
from explorer.store.claims import Known, insert_claims, read_extraction, remove_claims
from explorer.store.commitment_groups import refresh_commitments
from explorer.store.documents import insert_document, read_documents, select_documents
from explorer.store.event_groups import refresh_events
from explorer.store.families import join_family, leave_family, near
from explorer.store.schema import CLAIMS, documents, evidence, mentions, revision, sightings
from explorer.store.search import search
from explorer.store.suggestions import Suggestion, read_comparisons, read_suggestions
from explorer.store.tie_groups import refresh_ties
from explorer.store.transactions import clear_errors, transaction
from explorer.store.worlds import EVERYTHING, Narrow, read_actors, read_former_ids, read_world


class Store:
    """An open store; a context manager that closes it. Made by `open_store`; belongs to one thread."""

    def __init__(self, connection: Connection, path: Path, known: Known) -> None:
        self.connection = connection
        self._known = known
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; closing twice is harmless."""
        self.connection.close()
        self.connection.engine.dispose()

    # Reading articles in

    def add(self, document: Document, extraction: Extraction, *, again: bool = False) -> bool:
        """Keep a document with what it says; false, and nothing changed, if it is here already.

        `again` puts what it says now in the place of what it said before; corrections stay.
        """
        try:
            with self._writing() as changes:
                return self._add(document, extraction, changes, again=again)
        except UnicodeEncodeError as error:
            problem = "holds half a character (a lone surrogate), which cannot be stored"
            raise UnreadableDocument(f"{document.title!a}: {problem}") from error

    def delete(self, document_id: str) -> bool:
        """Remove a document and all that only it said; false if it is not here."""
        with self._writing() as changes:
            if not self.has(document_id):
                return False
            relatives = near(self.connection, document_id)
            remove_claims(self.connection, document_id, self._known, changes)
            self.connection.execute(delete(documents).where(documents.c.id == document_id))
            leave_family(self.connection, relatives, changes)
            return True

    def take_over(self, extraction: Extraction) -> None:
        """Keep a document of an older store, inside the transaction of the caller."""
        changes = Changes()
        self._add(extraction.document, extraction, changes, again=False)
        self._settle(changes)

    # What is there

    def has(self, document_id: str) -> bool:
        """Tell whether the document is stored."""
        with clear_errors(self.path):
            return (
                self.connection.execute(select(documents.c.id).where(documents.c.id == document_id)).first() is not None
            )

    def documents(self, *, text: bool = False) -> list[Document]:
        """List the documents in the order they came; their text is empty unless asked for."""
        with clear_errors(self.path):
            return read_documents(self.connection.execute(select_documents(text=text).order_by(documents.c.number)))

    def document(self, document_id: str, *, text: bool = True) -> Document | None:
        """Find one document, or none."""
        with clear_errors(self.path):
            chosen = select_documents(text=text).where(documents.c.id == document_id)
            return next(iter(read_documents(self.connection.execute(chosen))), None)

    def search(self, words: str) -> list[Document]:
        """Find the documents whose title or text holds all words, or "a phrase"; the best first, without their text."""
        with clear_errors(self.path):
            return search(self.connection, words)

    def relatives(self, document_id: str) -> dict[str, float]:
        """Give the articles that are nearly this one, with the share of wording in common (0 to 1)."""
        with clear_errors(self.path):
            return near(self.connection, document_id)

    def families(self) -> dict[str, str]:
        """Give the family of each document: those of one family count as one report."""
        with clear_errors(self.path):
            return {row[0]: row[1] for row in self.connection.execute(select(documents.c.id, documents.c.family))}

    def extractions(self, *, text: bool = False) -> Iterator[Extraction]:
        """Go through what every document says; their text is empty unless asked for.

        Each document is read whole; one that another program removes meanwhile is passed over.
        """
        with clear_errors(self.path):
            ids = list(self.connection.execute(select(documents.c.id).order_by(documents.c.number)).scalars())
        for document_id in ids:
            extraction = self.extraction(document_id, text=text)
            if extraction:
                yield extraction

    def extraction(self, document_id: str, *, text: bool = False) -> Extraction | None:
        """Give what one document says, as it was read."""
        with clear_errors(self.path), transaction(self.connection, writing=False):
            document = self.document(document_id, text=text)
            return read_extraction(self.connection, document) if document else None

    def world(self, narrow: Narrow = EVERYTHING) -> World:
        """Give what all documents say together; `narrow` leaves out events and commitments on the way."""
        with clear_errors(self.path), transaction(self.connection, writing=False):
            return read_world(self.connection, narrow)

    def actors(self) -> tuple[Actor, ...]:
        """Give all actors, each with the number of independent articles that name it."""
        with clear_errors(self.path):
            return read_actors(self.connection)

    def former_ids(self) -> dict[str, str]:
        """Give the ids that actors had before, each with the id that it leads to now."""
        with clear_errors(self.path):
            return read_former_ids(self.connection)

    def actor_ids(self, document_id: str) -> dict[str, str]:
        """Tell who in the world each actor of a document is."""
        chosen = select(mentions.c.id, sightings.c.actor).join(sightings, sightings.c.key == mentions.c.key)
        with clear_errors(self.path):
            rows = self.connection.execute(chosen.where(mentions.c.document == document_id))
            return {row[0]: row[1] for row in rows}

    def current_id(self, actor_id: str) -> str | None:
        """Give the id that an actor has now for one it had before; none if it is not here."""
        with clear_errors(self.path):
            return who.current_id(self.connection, actor_id)

    def revision(self) -> int:
        """Give a number that changes whenever the content does."""
        with clear_errors(self.path):
            return int(self.connection.execute(select(revision.c.value)).scalar_one())

    def counts(self) -> dict[str, int]:
        """Count documents, mentions, claims and their sentences; what two documents say counts twice."""
        tables = {"documents": documents, "actors": mentions, **CLAIMS, "evidence": evidence}
        with clear_errors(self.path):
            return {
                name: int(self.connection.execute(select(func.count()).select_from(table)).scalar_one())
                for name, table in tables.items()
            }

    def backup(self, file: Path | str) -> None:
        """Copy the store to a new file, whole even while others write; raises StoreError if the file is there."""
        copy_to(self.connection, self.path, Path(file))

    # Corrections

    def merge(self, one: str, other: str, *, reason: str = "") -> Act:
        """Make two actors one, by id or name. Raises CurationError, as all corrections do."""
        return self._act(lambda: curation.merging(self.connection, ActKind.MERGE, one, other, reason))

    def keep_apart(self, one: str, other: str, *, reason: str = "") -> Act:
        """Say that two actors are not one, however alike."""
        return self._act(lambda: curation.merging(self.connection, ActKind.APART, one, other, reason))

    def split(
        self, actor: str, *, names: Sequence[str] = (), in_documents: Sequence[str] = (), reason: str = ""
    ) -> Act:
        """Make another actor of some of an actor's names, or of its mentions in some documents."""
        return self._act(lambda: curation.splitting(self.connection, actor, names, in_documents, reason))

    def rename(self, actor: str, name: str, *, reason: str = "") -> Act:
        """Give an actor another name; the one it had stays an alias."""
        return self._act(lambda: curation.setting(self.connection, ActKind.RENAME, actor, name, reason))

    def retype(self, actor: str, kind: ActorType, *, reason: str = "") -> Act:
        """Give an actor another type; its id follows unless it stands in the knowledge files."""
        return self._act(lambda: curation.setting(self.connection, ActKind.RETYPE, actor, str(kind), reason))

    def set_country(self, actor: str, country: str, *, reason: str = "") -> Act:
        """Say to which state an actor belongs (alpha-3), or to none ("")."""
        return self._act(lambda: curation.setting(self.connection, ActKind.COUNTRY, actor, country, reason))

    def reject(self, record: str, *, reason: str = "") -> Act:
        """Say that the sentences behind an event, a tie or a commitment do not say so; it goes from the world."""
        return self._act(lambda: curation.judging(self.connection, ActKind.REJECT, record, reason))

    def confirm(self, record: str, *, reason: str = "") -> Act:
        """Say that a record is right; its confidence becomes 1."""
        return self._act(lambda: curation.judging(self.connection, ActKind.CONFIRM, record, reason))

    def note(self, record_or_actor: str, text: str, *, reason: str = "") -> Act:
        """Add a note to an actor or a record."""
        return self._act(lambda: curation.noting(self.connection, record_or_actor, text, reason))

    def undo(self, act: str, *, reason: str = "") -> Act:
        """Take back a correction, or an undoing; the beginning of its id will do."""
        return self._act(lambda: curation.undoing(self.connection, act, reason))

    def acts(self) -> list[tuple[Act, bool]]:
        """Give all corrections in the order they were made, each with whether it is in force."""
        with clear_errors(self.path):
            every = curation.read_acts(self.connection)
        gone = undone(every)
        return [(act, act.id not in gone) for act in every]

    def apply(self, acts: Iterable[Act]) -> int:
        """Apply corrections made elsewhere, and give how many were new here."""
        with self._writing() as changes:
            return curation.keep(self.connection, acts, self._known, changes)

    def suggestions(self, *, most: int | None = None) -> tuple[Suggestion, ...]:
        """Give the pairs of actors that may be one, the likeliest first, with what speaks for and against."""
        with clear_errors(self.path), transaction(self.connection, writing=False):
            return read_suggestions(self.connection, most)

    def comparisons(self, actor: str) -> tuple[Suggestion, ...]:
        """Give the comparisons that made an actor one, and those that kept others apart from it."""
        with clear_errors(self.path), transaction(self.connection, writing=False):
            return read_comparisons(self.connection, curation.find_actor(self.connection, actor))

    def _act(self, make: Callable[[], Act]) -> Act:
        with self._writing() as changes:
            act = make()
            curation.keep(self.connection, [act], self._known, changes)
            return act

    def _add(self, document: Document, extraction: Extraction, changes: Changes, *, again: bool) -> bool:
        mark = signature(document.text) if document.text else None
        if insert_document(self.connection, document, mark):
            join_family(self.connection, document.id, mark, changes)
        elif again:
            remove_claims(self.connection, document.id, self._known, changes)
        else:
            return False
        insert_claims(self.connection, extraction, self._known, changes)
        return True

    @contextmanager
    def _writing(self) -> Iterator[Changes]:
        """Write in one transaction, and before it ends find out anew what the changes mean for the world."""
        changes = Changes()
        with clear_errors(self.path), transaction(self.connection, writing=True):
            yield changes
            self._settle(changes)

    def _settle(self, changes: Changes) -> None:
        if changes.is_empty:
            return
        connection = self.connection
        moved = who.resolve_actors(connection, changes.keys, changes.ruled, self._known)
        who.add_claims_of(connection, moved, changes)
        cast = StoreCast(connection)
        refresh_ties(connection, changes)
        refresh_events(connection, changes, cast)
        refresh_commitments(connection, changes, cast)
        connection.execute(update(revision).values(value=revision.c.value + 1))
