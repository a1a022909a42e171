"""The options that several commands share.

@with_filters
def events(*, filters: Filters) -> None: ...    ->    explorer events --country Japan --since 2025-10
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from explorer.cli.listing import Paging
from explorer.errors import ExplorerError

if TYPE_CHECKING:
    from explorer.graph import Filters

DEFAULT_DB = Path("data/explorer.db")
DB_HELP = f"The store to use ({DEFAULT_DB.as_posix()} if not given)."
MODEL_HELP = "An installed spaCy pipeline with a parser and an entity recogniser."
Db = Annotated[Path | None, typer.Option("--db", metavar="FILE", help=DB_HELP)]
Model = Annotated[str | None, typer.Option("--model", metavar="NAME", help=MODEL_HELP)]


@dataclass(frozen=True, slots=True)
class Settings:
    """What was given before the name of the command."""

    db: Path | None = None
    model: str | None = None


def _many(metavar: str, help: str) -> Any:
    return Annotated[list[str] | None, typer.Option(metavar=metavar, help=help)]


def _one(kind: Any, metavar: str, help: str, **limits: Any) -> Any:
    return Annotated[kind, typer.Option(metavar=metavar, help=help, **limits)]


# One option for each field of Filters, with its default; --actor and the like may be given several times.
FILTER_OPTIONS: dict[str, tuple[Any, Any]] = {
    "actor": (_many("NAME", "Only what touches this actor: an id, a name or an alias."), None),
    "country": (_many("NAME", "Only what touches this state, its leaders or its companies."), None),
    "actor_type": (_many("TYPE", "Only actors of this type: country, leader, person, company, …"), None),
    "event_type": (_many("TYPE", "Only events of this type: CONSULT, AID, SANCTION, …"), None),
    "commitment": (_many("KIND", "Only commitments of this kind (alliance, pledge, …), id or name."), None),
    "topic": (_many("TOPIC", "Only what is about this: military, economic, …"), None),
    "status": (_many("STATUS", "Only what is actual, future, hypothetical, planned, …"), None),
    "since": (_one(str | None, "DATE", "Only from this day, month or year on."), None),
    "until": (_one(str | None, "DATE", "Only up to this day, month or year."), None),
    "min_reports": (_one(int, "N", "Only what at least this many documents report."), 1),
    "min_confidence": (_one(float, "X", "Only what is at least this sure, from 0 to 1."), 0.0),
    "focus": (_many("NAME", "Only what lies around this actor or commitment."), None),
    "hops": (_one(int, "N", "How far around the focus."), 1),
}


# One option for each field of Paging.
PAGING_OPTIONS: dict[str, tuple[Any, Any]] = {
    "sort": (_one(str | None, "COLUMN", "A column of --format csv; -COLUMN turns it round."), None),
    "limit": (_one(int | None, "N", "At most so many.", min=1), None),
    "page": (_one(int, "N", "Which page of --limit.", min=1), 1),
}


def with_filters(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command one option for each filter; it gets them together as `filters`."""
    return _with_options(command, "filters", FILTER_OPTIONS, _filters)


def with_paging(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options for sorting and paging; it gets them together as `paging`."""
    return _with_options(command, "paging", PAGING_OPTIONS, lambda chosen: Paging(**chosen))


def _with_options(
    command: Callable[..., None],
    name: str,
    options: Mapping[str, tuple[Any, Any]],
    gather: Callable[[dict[str, Any]], Any],
) -> Callable[..., None]:
    """Put options in the place of one parameter of a command, which gets what `gather` makes of their values."""

    @wraps(command)
    def gathered(**given: Any) -> None:
        chosen = {option: given.pop(option) for option in options}
        command(**{name: gather(chosen)}, **given)

    own = inspect.signature(command).parameters
    hints = get_type_hints(command, include_extras=True, localns={"Filters": object})
    kept = [own[each].replace(annotation=hints[each]) for each in own if each != name]
    added = [
        inspect.Parameter(option, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for option, (annotation, default) in options.items()
    ]
    signature = inspect.Signature([*kept, *added])
    gathered.__annotations__ = {each: one.annotation for each, one in signature.parameters.items()}
    vars(gathered)["__signature__"] = signature
    return gathered


def store_path(context: typer.Context, db: Path | None) -> Path:
    """Give the store to use: as said after the command, else before it, else the usual one."""
    return db or _settings(context).db or DEFAULT_DB


def model_name(context: typer.Context, model: str | None) -> str | None:
    """Give the pipeline to use, or none for the usual one."""
    return model or _settings(context).model


def _settings(context: typer.Context) -> Settings:
    return context.obj if isinstance(context.obj, Settings) else Settings()


def _filters(chosen: dict[str, Any]) -> Filters:
    from explorer.graph import Filters

    given: dict[str, Any] = {name: value for name, value in chosen.items() if value is not None}
    try:
        return Filters(**given)
    except ExplorerError as error:
        raise typer.BadParameter(str(error)) from error
