"""The commands: each is its options, one call, and what to print.

explorer ingest news/ && explorer events --country Japan --format csv

What is heavy (spaCy, networkx, Streamlit) is imported where it is used, so that --help is quick.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from explorer.cli.chains import ChainFormat, write_between, write_path
from explorer.cli.curate import curate
from explorer.cli.listing import Format, Kind, Paging, json_line
from explorer.cli.options import Db, Model, Settings, model_name, store_path, with_filters, with_paging
from explorer.cli.stored import stored_world, write_list
from explorer.cli.terminal import say, use_utf8, with_progress
from explorer.errors import ExplorerError, ExportError
from explorer.records import extraction_record

if TYPE_CHECKING:
    from explorer.graph import Filters
    from explorer.model import Document, Extraction
    from explorer.reading import Outcome
    from explorer.workflow import ExtractMany

STDIN = "-"
DEBUG = "EXPLORER_DEBUG"  # shows where an unexpected error came from
PORT = 8501
GOLD = Path("data/evaluation")


class ScoreFormat(StrEnum):
    TABLE = "table"
    JSON = "json"


app = typer.Typer(
    name="explorer",
    help="Read news articles and see who did what to whom, with the sentence behind every edge.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(curate)
Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders or archives; - is standard input.")]
OptionalPaths = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH... | -]", help="Files, folders or archives; else standard input.")
]
One = Annotated[str, typer.Argument(metavar="A", help="An actor: an id, a name or an alias.")]
Other = Annotated[str, typer.Argument(metavar="B", help="Another actor.")]
ListFormat = Annotated[Format, typer.Option("--format", help="How to write the list.")]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code: 0 if all went well, 2 for wrong usage, else 1."""
    use_utf8()
    try:
        app(args=arguments, prog_name="explorer")
    except ExplorerError as error:
        say(f"explorer: {error}")
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        say(f"explorer: unexpected {type(error).__name__}: {error} (set {DEBUG}=1 to see where)")
    sys.exit(1)


def _show_version(wanted: bool) -> None:
    if wanted:
        try:
            typer.echo(version("explorer"))
        except PackageNotFoundError:
            typer.echo("not installed")
        raise typer.Exit


@app.callback()
def settings(
    context: typer.Context,
    db: Db = None,
    model: Model = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    context.obj = Settings(db, model)


@app.command()
def ingest(
    context: typer.Context,
    paths: Paths,
    again: Annotated[bool, typer.Option("--again", help="Read anew what is there already; corrections stay.")] = False,
    db: Db = None,
    model: Model = None,
) -> None:
    """Read files, folders and archives into the store. What is there already is passed over."""
    from explorer.store import open_store
    from explorer.workflow import StepKind
    from explorer.workflow import ingest as ingest_articles

    counts: Counter[str] = Counter()
    problems = 0
    with open_store(store_path(context, db)) as store:
        steps = ingest_articles(store, _outcomes(paths), _extractor(model_name(context, model)), again=again)
        try:
            for step in with_progress(steps):
                counts[step.kind] += 1
                problems += bool(step.problem)
                if step.problem:
                    say(f"{step.where}: {step.problem}")
        except KeyboardInterrupt:
            say("explorer: stopped; the same command goes on from here")
            raise
    articles = "1 article" if counts.total() == 1 else f"{counts.total()} articles"
    say(f"{articles}: " + ", ".join(f"{counts[kind]} {kind}" for kind in StepKind))
    if problems:
        raise typer.Exit(1)
    if not counts:
        say("explorer: there is nothing to read here")
        raise typer.Exit(1)


@app.command()
def extract(
    context: typer.Context,
    paths: OptionalPaths = None,
    model: Model = None,
    format: Annotated[str, typer.Option("--format", help="jsonl: one JSON object a document.")] = "jsonl",
) -> None:
    """Write what each article says as one line of JSON, without a store."""
    from explorer.workflow import analyse

    if format != Format.JSONL:
        raise typer.BadParameter(f"{format!r} is not jsonl", param_hint="--format")
    if not paths and sys.stdin.isatty():
        raise typer.BadParameter("name files or folders, or give text on standard input", param_hint="PATH")
    problems = 0
    for analysed in analyse(_outcomes(paths or [STDIN]), _extractor(model_name(context, model))):
        if analysed.problem:
            problems += 1
            say(f"{analysed.where}: {analysed.problem}")
        if analysed.extraction:
            print(json_line(extraction_record(analysed.extraction)), flush=True)
    if problems:
        raise typer.Exit(1)


@app.command()
@with_paging
@with_filters
def actors(
    context: typer.Context, filters: Filters, paging: Paging, db: Db = None, format: ListFormat = Format.TABLE
) -> None:
    """List countries, leaders, people, companies, organizations and regions."""
    write_list(Kind.ACTORS, store_path(context, db), filters, format, paging)


@app.command()
@with_paging
@with_filters
def ties(
    context: typer.Context, filters: Filters, paging: Paging, db: Db = None, format: ListFormat = Format.TABLE
) -> None:
    """List lasting relations: who leads what, who is a member of what."""
    write_list(Kind.TIES, store_path(context, db), filters, format, paging)


@app.command()
@with_paging
@with_filters
def events(
    context: typer.Context, filters: Filters, paging: Paging, db: Db = None, format: ListFormat = Format.TABLE
) -> None:
    """List who did what to whom."""
    write_list(Kind.EVENTS, store_path(context, db), filters, format, paging)


@app.command()
@with_paging
@with_filters
def commitments(
    context: typer.Context, filters: Filters, paging: Paging, db: Db = None, format: ListFormat = Format.TABLE
) -> None:
    """List alliances, agreements, pledges and summits."""
    write_list(Kind.COMMITMENTS, store_path(context, db), filters, format, paging)


@app.command()
@with_paging
@with_filters
def documents(
    context: typer.Context,
    filters: Filters,
    paging: Paging,
    search: Annotated[
        str | None, typer.Option("--search", metavar="WORDS", help='Only articles with all these words, or "a phrase".')
    ] = None,
    db: Db = None,
    format: ListFormat = Format.TABLE,
) -> None:
    """List the articles; found ones come best first."""
    write_list(Kind.DOCUMENTS, store_path(context, db), filters, format, paging, search)


@app.command()
def delete(
    context: typer.Context,
    ids: Annotated[list[str], typer.Argument(metavar="DOCUMENT...", help="Ids, as `documents` lists them.")],
    db: Db = None,
) -> None:
    """Remove articles and all that only they said."""
    from explorer.store import open_store

    missing = 0
    with open_store(store_path(context, db), create=False) as store:
        for id in ids:
            is_gone = store.delete(id)
            missing += not is_gone
            say(f"{id}: " + ("removed" if is_gone else "no such document"))
    if missing:
        raise typer.Exit(1)


@app.command()
def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file.")],
    db: Db = None,
) -> None:
    """Copy the store to a new file, whole even while other programs write."""
    from explorer.store import open_store

    with open_store(store_path(context, db), create=False) as store:
        store.backup(file)
    say(f"wrote {file}")


@app.command()
@with_filters
def path(
    context: typer.Context,
    one: One,
    other: Other,
    filters: Filters,
    db: Db = None,
    most: Annotated[int, typer.Option(metavar="N", min=1, help="How many chains to show, the shortest first.")] = 1,
    format: Annotated[ChainFormat, typer.Option("--format", help="How to write the chains.")] = ChainFormat.TEXT,
) -> None:
    """Show the shortest chain between two actors; a link is short if it is well reported and recent."""
    write_path(stored_world(store_path(context, db)), one, other, filters, most, format)


@app.command()
@with_filters
def between(
    context: typer.Context, one: One, other: Other, filters: Filters, db: Db = None, format: ListFormat = Format.TABLE
) -> None:
    """List the actors and commitments that two actors are both linked with, the closest first."""
    write_between(stored_world(store_path(context, db)), one, other, filters, format)


@app.command()
@with_filters
def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=".gexf (Gephi), .graphml, .json, .csv, .html or .svg")],
    filters: Filters,
    db: Db = None,
) -> None:
    """Write the graph to a file, in the format of its extension."""
    from explorer.export import export as export_graph
    from explorer.export import find_format
    from explorer.graph import build_graph

    try:
        find_format(file.suffix, of=file.name)
    except ExportError as error:
        raise typer.BadParameter(str(error), param_hint="FILE") from error
    graph = build_graph(stored_world(store_path(context, db), filters))
    for path in export_graph(graph, file):
        say(f"wrote {path}: {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")


@app.command()
def evaluate(
    context: typer.Context,
    gold: Annotated[
        Path, typer.Argument(metavar="[GOLD]", help="A file of gold passages or clusters, or a folder of either.")
    ] = GOLD,
    model: Model = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="List what is wrong: every miss, extra and trap.")
    ] = False,
    format: Annotated[ScoreFormat, typer.Option("--format", help="How to write the scorecard.")] = ScoreFormat.TABLE,
) -> None:
    """Measure precision and recall of extraction, or B³ of what it takes for one, against gold answers."""
    from explorer.cli.scorecard import write_agreement, write_scorecard
    from explorer.evaluation import holds_clusters, load_clusters, load_gold, read_world, score, score_clusters

    extract_many, as_json = _extractor(model_name(context, model)), format is ScoreFormat.JSON
    if holds_clusters(gold):
        clusters = load_clusters(gold)
        agreements = score_clusters(clusters, read_world(extract_many(clusters.documents)))
        write_agreement(agreements, len(clusters.documents), as_json=as_json, verbose=verbose)
        return
    passages = load_gold(gold)
    scores = score(zip(passages, extract_many(passage.document for passage in passages), strict=True))
    write_scorecard(scores, len(passages), as_json=as_json, verbose=verbose)


@app.command("app")
def run_app(
    context: typer.Context,
    db: Db = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where to serve, on this computer only.")] = PORT,
    headless: Annotated[bool, typer.Option("--headless", help="Do not open a browser.")] = False,
) -> None:
    """Explore the graph in a browser, on this computer only."""
    from explorer.app.launch import run
    from explorer.store import open_store

    path = store_path(context, db)
    open_store(path).close()  # say now, in one line, if this is no store
    raise typer.Exit(run(path, port=port, headless=headless))


def _outcomes(paths: Iterable[str]) -> Iterator[Outcome]:
    from explorer.reading import read_paths, read_stream

    for path in paths:
        yield from read_stream(sys.stdin.buffer) if path == STDIN else read_paths([path])


def _extractor(model: str | None) -> ExtractMany:
    """Give a function that loads the model only if there is a document to read; loading takes seconds."""

    def extract_many(documents: Iterable[Document]) -> Iterator[Extraction]:
        waiting = iter(documents)
        first = next(waiting, None)
        if first is None:
            return
        from explorer import extraction

        pipeline = extraction.load_pipeline(model)
        yield from extraction.extract_many(chain([first], waiting), pipeline)

    return extract_many
