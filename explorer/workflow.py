"""The steps that the command line and the app share: articles into the store, the store as a world.

ingest(store, read_paths(["news/"]), extract_many) -> Step("news/a.txt", ADDED, ...), Step("news/b.txt", FAILED, ...)
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from explorer.errors import ExplorerError, UnreadableDocument
from explorer.model import Document, Extraction, World
from explorer.reading import Outcome
from explorer.store import Store

if TYPE_CHECKING:
    from explorer.graph import Filters

ExtractMany = Callable[[Iterable[Document]], Iterator[Extraction]]


class StepKind(StrEnum):
    ADDED = "added"
    ALREADY = "already there"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one article. One that was added may have a problem all the same: it is not in English."""

    where: str
    kind: StepKind
    document: Document | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Analysed:
    """An article with what it says: nothing at all if unwanted, an empty extraction if not in English."""

    where: str
    document: Document | None = None
    extraction: Extraction | None = None
    problem: str | None = None


def ingest(
    store: Store, outcomes: Iterable[Outcome], extract_many: ExtractMany, *, again: bool = False
) -> Iterator[Step]:
    """Store articles that are not there yet, one by one, and tell what became of each.

    Whoever stops half-way and begins again goes on where it stopped. The model is not needed, and `extract_many` finds
    no documents, when all are there. `again` reads those that are there anew; corrections stay.
    """
    seen: set[str] = set()

    def is_new(document: Document) -> bool:
        is_first = document.id not in seen
        seen.add(document.id)
        return is_first and (again or not store.has(document.id))

    for analysed in analyse(outcomes, extract_many, wanted=is_new):
        yield _keep(store, analysed, again=again)


def load_world(store: Store, filters: Filters | None = None) -> World:
    """Give the world of a store, or what filters leave of it; its documents come without their text."""
    if filters is None or filters.is_empty:
        return store.world()
    from explorer.graph import narrow, select  # networkx takes its time, and reading articles needs none

    return select(store.world(narrow(filters, store.actors(), store.former_ids())), filters)


def analyse(
    outcomes: Iterable[Outcome],
    extract_many: ExtractMany,
    *,
    wanted: Callable[[Document], bool] = lambda document: True,
) -> Iterator[Analysed]:
    """Extract from the wanted documents among the outcomes, in their order, holding few of them at a time.

    An article on which extraction breaks down is reported, and the others go on.
    """
    queue = _Queue(outcomes, wanted)
    while True:
        try:
            for extraction in extract_many(queue.documents()):
                yield from queue.up_to(extraction)
        except ExplorerError:  # the model is missing, or a knowledge file is broken: no article can be analysed
            raise
        except Exception:
            if queue.is_broken or not queue.waiting:
                raise
            # One of those handed over broke it, and only one at a time can tell which.
            yield from [_alone(item, extract_many) for item in queue.rest()]
        else:
            yield from [item.analysed() for item in queue.rest()]
            return


@dataclass(frozen=True, slots=True)
class _Item:
    outcome: Outcome
    is_handed_over: bool

    def analysed(self, extraction: Extraction | None = None) -> Analysed:
        """Tell what is known; a document that was handed over and did not come back says nothing."""
        document = self.outcome.document
        if document and extraction is None and (self.outcome.problem or self.is_handed_over):
            extraction = Extraction(document)
        return Analysed(self.outcome.where, document, extraction, self.outcome.problem)

    def is_about(self, document: Document) -> bool:
        return self.is_handed_over and self.outcome.document is not None and self.outcome.document.id == document.id


class _Queue:
    """The articles between reading and extraction, which takes some in advance."""

    def __init__(self, outcomes: Iterable[Outcome], wanted: Callable[[Document], bool]) -> None:
        self._outcomes = iter(outcomes)
        self._wanted = wanted
        self.waiting: deque[_Item] = deque()
        self.is_broken = False

    def documents(self) -> Iterator[Document]:
        """Hand over one document after the other, remembering the other outcomes on the way."""
        try:
            for outcome in self._outcomes:
                document = outcome.document
                is_handed_over = document is not None and not outcome.problem and self._wanted(document)
                self.waiting.append(_Item(outcome, is_handed_over))
                if document and is_handed_over:
                    yield document
        except Exception:
            self.is_broken = True  # reading is to blame and not an article
            raise

    def up_to(self, extraction: Extraction) -> Iterator[Analysed]:
        """Give what came before the document of an extraction, and this."""
        while not self.waiting[0].is_about(extraction.document):
            yield self.waiting.popleft().analysed()
        yield self.waiting.popleft().analysed(extraction)

    def rest(self) -> list[_Item]:
        """Take everything that waits."""
        items = list(self.waiting)
        self.waiting.clear()
        return items


def _alone(item: _Item, extract_many: ExtractMany) -> Analysed:
    document = item.outcome.document
    if document is None or not item.is_handed_over:
        return item.analysed()
    try:
        return item.analysed(next(extract_many([document])))
    except ExplorerError:
        raise
    except Exception as error:
        return Analysed(item.outcome.where, None, None, f"cannot be analysed ({type(error).__name__}: {error})")


def _keep(store: Store, analysed: Analysed, *, again: bool) -> Step:
    where, document, problem = analysed.where, analysed.document, analysed.problem
    if document is None:
        return Step(where, StepKind.FAILED, problem=problem)
    if analysed.extraction is None:
        return Step(where, StepKind.ALREADY, document)
    try:
        is_added = store.add(document, analysed.extraction, again=again)
    except UnreadableDocument as error:
        return Step(where, StepKind.FAILED, problem=str(error))
    return Step(where, StepKind.ADDED if is_added else StepKind.ALREADY, document, problem)
