"""The commands that correct what the program got wrong: each is one act, with a reason, that can be taken back.

explorer curate merge "Mohammad bin Salman" MBS --reason "one man"
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from explorer.cli.listing import Format, write_rows
from explorer.cli.options import Db, store_path
from explorer.cli.terminal import say
from explorer.errors import CurationError
from explorer.model import ActorType
from explorer.records import Record

if TYPE_CHECKING:
    from explorer.identity.acts import Act
    from explorer.store import Store, Suggestion

STANDARD = "-"
curate = typer.Typer(
    name="curate", help="Correct what was read wrongly; every act can be undone.", no_args_is_help=True
)
ActorName = Annotated[str, typer.Argument(metavar="ACTOR", help="An id, a name or an alias.")]
OtherName = Annotated[str, typer.Argument(metavar="ACTOR", help="The other: an id, a name or an alias.")]
RecordId = Annotated[str, typer.Argument(metavar="ID", help="The id of an event, a tie or a commitment.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, for whoever reads it later.")]
ListFormat = Annotated[Format, typer.Option("--format", help="How to write the list.")]


@curate.command()
def merge(context: typer.Context, one: ActorName, other: OtherName, reason: Reason = "", db: Db = None) -> None:
    """Make two actors one."""
    _act(context, db, lambda store: store.merge(one, other, reason=reason))


@curate.command()
def apart(context: typer.Context, one: ActorName, other: OtherName, reason: Reason = "", db: Db = None) -> None:
    """Say that two actors are not one, and no longer to be suggested."""
    _act(context, db, lambda store: store.keep_apart(one, other, reason=reason))


@curate.command()
def split(
    context: typer.Context,
    actor: ActorName,
    name: Annotated[list[str] | None, typer.Option(metavar="NAME", help="A name that is somebody else's.")] = None,
    document: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="A document that speaks of somebody else.")
    ] = None,
    reason: Reason = "",
    db: Db = None,
) -> None:
    """Make another actor of some names of an actor, or of its mentions in some documents."""
    if bool(name) == bool(document):
        raise typer.BadParameter("give either names or documents", param_hint="--name / --document")
    _act(context, db, lambda store: store.split(actor, names=name or (), in_documents=document or (), reason=reason))


@curate.command()
def rename(
    context: typer.Context,
    actor: ActorName,
    name: Annotated[str, typer.Argument(metavar="NAME")],
    reason: Reason = "",
    db: Db = None,
) -> None:
    """Give an actor another name; the one it had stays an alias."""
    _act(context, db, lambda store: store.rename(actor, name, reason=reason))


@curate.command()
def retype(
    context: typer.Context,
    actor: ActorName,
    type: Annotated[ActorType, typer.Argument(metavar="TYPE", help=", ".join(ActorType))],
    reason: Reason = "",
    db: Db = None,
) -> None:
    """Give an actor another type."""
    _act(context, db, lambda store: store.retype(actor, type, reason=reason))


@curate.command()
def country(
    context: typer.Context,
    actor: ActorName,
    code: Annotated[str, typer.Argument(metavar="CODE", help="Alpha-3, such as JPN; '' for none.")],
    reason: Reason = "",
    db: Db = None,
) -> None:
    """Say to which state an actor belongs."""
    _act(context, db, lambda store: store.set_country(actor, code, reason=reason))


@curate.command()
def reject(context: typer.Context, record: RecordId, reason: Reason = "", db: Db = None) -> None:
    """Say that the sentences behind a record do not say so; it is shown no more."""
    _act(context, db, lambda store: store.reject(record, reason=reason))


@curate.command()
def confirm(context: typer.Context, record: RecordId, reason: Reason = "", db: Db = None) -> None:
    """Say that a record is right; its confidence becomes 1."""
    _act(context, db, lambda store: store.confirm(record, reason=reason))


@curate.command()
def note(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="An actor, an event, a tie or a commitment.")],
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    reason: Reason = "",
    db: Db = None,
) -> None:
    """Add a note to an actor or a record."""
    _act(context, db, lambda store: store.note(id, text, reason=reason))


@curate.command()
def undo(
    context: typer.Context,
    act: Annotated[str, typer.Argument(metavar="CORRECTION", help="Its id, or the beginning of it; see `list`.")],
    reason: Reason = "",
    db: Db = None,
) -> None:
    """Take back a correction, or an undoing."""
    _act(context, db, lambda store: store.undo(act, reason=reason))


@curate.command("list")
def list_acts(context: typer.Context, db: Db = None, format: ListFormat = Format.TABLE) -> None:
    """List all corrections, with what became of them."""
    with _open(context, db) as store:
        rows = [_act_row(act, in_force) for act, in_force in store.acts()]
    write_rows(rows, ("made", "kind", "what", "reason", "state", "id"), format)
    if not rows:
        say("no corrections yet")


@curate.command()
def suggestions(
    context: typer.Context,
    most: Annotated[int, typer.Option("--most", min=1, help="How many, the likeliest first.")] = 20,
    db: Db = None,
    format: ListFormat = Format.TABLE,
) -> None:
    """List pairs of actors that may be one, with what speaks for and against it."""
    with _open(context, db) as store:
        rows = [_suggestion_row(one) for one in store.suggestions(most=most)]
    write_rows(rows, ("score", "one", "other", "reasons"), format)
    if not rows:
        say("nothing to decide: no two actors here look like one")


@curate.command()
def why(context: typer.Context, actor: ActorName, db: Db = None, format: ListFormat = Format.TABLE) -> None:
    """List the comparisons that made an actor one, and those that kept others apart."""
    with _open(context, db) as store:
        rows = [_suggestion_row(one) for one in store.comparisons(actor)]
    write_rows(rows, ("verdict", "score", "one", "other", "reasons"), format)
    if not rows:
        say("this actor was compared with nobody: its name is its own")


@curate.command("export")
def export_acts(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A YAML file; - is standard output.")] = STANDARD,
    db: Db = None,
) -> None:
    """Write all corrections to a YAML file."""
    from explorer.store.act_file import write_acts

    with _open(context, db) as store:
        acts = [act for act, _ in store.acts()]
    text = write_acts(acts)
    if file == STANDARD:
        print(text, end="")
        return
    try:
        Path(file).write_text(text, encoding="utf-8")
    except OSError as error:
        raise CurationError(f"{file}: cannot be written ({error.strerror})") from error
    say(f"wrote {file}: {len(acts)} corrections")


@curate.command("import")
def import_acts(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A YAML file; - is standard input.")],
    db: Db = None,
) -> None:
    """Apply the corrections of a YAML file; those that are here already count once."""
    from explorer.store.act_file import read_acts

    try:
        text = sys.stdin.read() if file == STANDARD else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CurationError(f"{file}: cannot be read ({error})") from error
    acts = read_acts(text, file)
    with _open(context, db) as store:
        added = store.apply(acts)
    say(f"{len(acts)} corrections: {added} new, {len(acts) - added} already there")


def _open(context: typer.Context, db: Path | None) -> Store:
    from explorer.store import open_store

    return open_store(store_path(context, db), create=False)


def _act(context: typer.Context, db: Path | None, make: Callable[[Store], Act]) -> None:
    with _open(context, db) as store:
        act = make(store)
    say(f"{act.kind}: {_what(act)}; `explorer curate undo {act.id}` takes it back")


def _what(act: Act) -> str:
    """Say what an act concerns."""
    content = act.content
    parts = [" and ".join(content.get("ids", ())) or content.get("act", "")]
    if content.get("documents"):
        parts.append("in " + ", ".join(content["documents"]))
    if content.get("value"):
        parts.append(f"→ {content['value']}")
    return " ".join(parts)


def _act_row(act: Act, in_force: bool) -> Record:
    state = "in force" if in_force else "undone"
    return {"id": act.id, "made": act.made, "kind": str(act.kind), "what": _what(act), "reason": act.reason} | {
        "state": state
    }


def _suggestion_row(one: Suggestion) -> Record:
    reasons = "; ".join(f"{words} ({value:+.1f})" for words, value in one.reasons)
    return {
        "verdict": str(one.verdict),
        "score": round(one.score, 2),
        "one": f"{one.names[0]} ({one.one.id})",
        "other": f"{one.names[1]} ({one.other.id})",
        "reasons": reasons,
    }
