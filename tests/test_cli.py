"""The commands as a user types them: what goes to stdout, what to stderr, and the exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import chdir, closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pytest

from explorer.cli import main
from explorer.cli.listing import COLUMNS, IN_TABLE, Kind, csv_cell, flat, json_line, records
from explorer.cli.options import FILTER_OPTIONS
from explorer.cli.terminal import plain
from explorer.graph import Filters
from explorer.model import Actor, ActorType, Document, Extraction
from explorer.store import open_store
from tests.store.samples import EXTRACTIONS
from tests.worlds import hostile_world, small_world

ROOT = Path(__file__).parent.parent
NEWS = "Japan condemned North Korea on Monday. Tokyo imposed sanctions on Pyongyang after the missile launch."


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "explorer", *map(str, arguments)]


def environment(**more: str) -> Mapping[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "", **more}


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def explorer(*arguments: str | Path, stdin: str = "") -> Done:
    """Run the program in this process, which has spaCy and networkx loaded after the first time."""
    out, err, given = (io.TextIOWrapper(io.BytesIO(data), newline="") for data in (b"", b"", stdin.encode()))
    with redirect_stdout(out), redirect_stderr(err), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", given)
        with pytest.raises(SystemExit) as stopped:
            main([*map(str, arguments)])
    return Done(int(stopped.value.code or 0), written(out), written(err))


def written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


def lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the four documents of the small world."""
    path = tmp_path_factory.mktemp("stored") / "explorer.db"
    with open_store(path) as store:
        for extraction in EXTRACTIONS:
            store.add(extraction.document, extraction)
    return path


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(NEWS)
    return folder


def test_the_module_is_a_program() -> None:
    done = subprocess.run(command("--version"), capture_output=True, env=environment(), check=True)
    assert done.stdout.decode().strip()[0].isdigit()
    assert done.stderr == b""


def test_help_names_every_command() -> None:
    done = explorer("--help")
    assert done.returncode == 0
    for name in ("ingest", "extract", *Kind, "export", "app"):
        assert f"  {name} " in done.stdout


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; from explorer.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    check = "print(sorted({'spacy', 'networkx', 'streamlit', 'rapidfuzz', 'trafilatura'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code + check], capture_output=True, env=environment(), check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_every_filter_is_an_option() -> None:
    assert set(FILTER_OPTIONS) == {field.name for field in fields(Filters)}
    for field in fields(Filters):
        assert FILTER_OPTIONS[field.name][1] in (field.default, None)
    done = explorer("events", "--help")
    for name in FILTER_OPTIONS:
        assert f"--{name.replace('_', '-')} " in done.stdout


@pytest.mark.parametrize("kind", Kind)
def test_lists_in_every_format(db: Path, kind: Kind) -> None:
    as_lines = explorer(kind, "--db", db, "--format", "jsonl")
    found = lines(as_lines.stdout)
    assert found
    assert json.loads(explorer("--db", db, kind, "--format", "json").stdout) == found
    rows = list(csv.DictReader(io.StringIO(explorer(kind, "--db", db, "--format", "csv").stdout)))
    assert len(rows) == len(found)
    assert tuple(rows[0]) == COLUMNS[kind]
    table = explorer(kind, "--db", db).stdout.splitlines()
    assert len(table) == len(found) + 1
    assert table[0].split() == [column.upper() for column in IN_TABLE[kind]]


def test_columns_are_those_of_the_records() -> None:
    world = small_world()
    for kind in Kind:
        cells = flat(records(world, kind)[0])
        assert set(COLUMNS[kind]) == set(cells)
        assert set(IN_TABLE[kind]) <= {*cells, "when"}


def test_filters_narrow_every_list_in_the_same_way(db: Path) -> None:
    def ids(kind: Kind, *filters: str) -> set[str]:
        return {one["id"] for one in lines(explorer(kind, "--db", db, "--format", "jsonl", *filters).stdout)}

    assert "country:CHN" not in ids(Kind.ACTORS, "--actor", "Ukraine")
    aid = lines(explorer("events", "--db", db, "--format", "jsonl", "--event-type", "aid").stdout)
    assert {event["type"] for event in aid} == {"AID"}
    assert len(ids(Kind.DOCUMENTS)) == 4
    assert ids(Kind.DOCUMENTS, "--event-type", "ASSAULT") == {"doc-meridian"}
    assert ids(Kind.EVENTS, "--since", "2025-10", "--min-reports", "2") == ids(
        Kind.EVENTS, "--min-reports", "2", "--until", "2025-12", "--since", "2025-10"
    )


def test_nothing_found_is_no_error(db: Path) -> None:
    done = explorer("events", "--db", db, "--since", "2090", "--format", "jsonl")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no events found" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["events", "--nonsense"],
        ["events", "--format", "xml"],
        ["events", "--event-type", "KISS"],
        ["events", "--since", "yesterday"],
        ["events", "--min-confidence", "2"],
        ["ingest"],
        ["export"],
        ["export", "graph.docx"],
        ["app", "--port", "99999"],
        ["extract", "--format", "xml", "x.txt"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2(arguments: list[str], db: Path) -> None:
    done = explorer("--db", db, *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.strip()


def test_no_store_yet_is_one_line_and_makes_none(tmp_path: Path) -> None:
    with chdir(tmp_path):
        done = explorer("events")
    assert done.returncode == 1
    assert "there is no store here yet" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("what", ["events", "export", "ingest", "app"])
def test_a_store_that_is_not_ours_is_one_line(tmp_path: Path, news: Path, what: str) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    more = {"export": [tmp_path / "x.gexf"], "ingest": [news], "app": ["--headless"]}.get(what, [])
    done = explorer(what, "--db", path, *more)
    assert done.returncode == 1
    assert "not a store of ours" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("extension", ["gexf", "graphml", "json", "html", "svg"])
def test_export_writes_the_file_and_says_so(db: Path, tmp_path: Path, extension: str) -> None:
    file = tmp_path / f"graph.{extension}"
    done = explorer("export", file, "--db", db, "--event-type", "ASSAULT")
    assert (done.returncode, done.stdout) == (0, "")
    assert str(file) in done.stderr
    assert file.stat().st_size > 100


def test_export_takes_filters(db: Path, tmp_path: Path) -> None:
    def nodes(*filters: str) -> set[str]:
        file = tmp_path / "graph.json"
        explorer("export", file, "--db", db, *filters)
        return {node["id"] for node in json.loads(file.read_text())["nodes"]}

    assert nodes("--event-type", "ASSAULT") == {"country:RUS", "country:UKR"}
    assert nodes() > {"country:RUS", "country:UKR", "country:CHN"}


def test_export_to_a_place_that_cannot_be_written(db: Path, tmp_path: Path) -> None:
    done = explorer("export", tmp_path / "absent" / "graph.gexf", "--db", db)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.model
def test_ingest_says_what_failed_and_why_and_goes_on(tmp_path: Path, news: Path) -> None:
    (news / "empty.txt").write_text("")
    (news / "fr.txt").write_text(
        "Le président de la République a rencontré hier le chancelier allemand pour parler de la défense européenne."
    )
    (news / "lines.jsonl").write_text('{"id": "one", "text": "Russia attacked Ukraine on Monday."}\n{"id": broken\n')
    store = tmp_path / "explorer.db"
    done = explorer("ingest", news, tmp_path / "absent.txt", "--db", store)
    assert done.returncode == 1
    assert done.stdout == ""
    *problems, summary = done.stderr.splitlines()
    assert summary == "6 articles: 3 added, 0 already there, 3 failed"
    for name, reason in [
        ("empty.txt", "empty"),
        ("fr.txt", "French"),
        ("lines.jsonl", "2"),
        ("absent.txt", "does not exist"),
    ]:
        assert [line for line in problems if name in line and reason.lower() in line.lower()], (name, problems)
    assert len(problems) == 4
    with open_store(store) as opened:
        kept = {extraction.document.language: extraction for extraction in opened.extractions()}
        assert opened.has("one")
    assert kept["en"].events
    assert not kept["fr"].actors

    again = explorer("--db", store, "ingest", news / "a.txt")
    assert (again.returncode, again.stderr) == (0, "1 article: 0 added, 1 already there, 0 failed\n")


def test_ingest_with_nothing_new_needs_no_model(tmp_path: Path, db: Path) -> None:
    file = tmp_path / "known.jsonl"
    document = EXTRACTIONS[0].document
    file.write_text(json.dumps({"id": document.id, "text": document.text}))
    done = explorer("ingest", file, "--db", db, "--model", "no_such_model")
    assert (done.returncode, done.stderr) == (0, "1 article: 0 added, 1 already there, 0 failed\n")


def test_a_missing_model_is_one_line(tmp_path: Path, news: Path) -> None:
    for arguments in (["ingest", news, "--db", tmp_path / "x.db"], ["extract", news]):
        done = explorer(*arguments, "--model", "no_such_model")
        assert done.returncode == 1
        assert "no_such_model" in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    done = explorer("ingest", tmp_path / "void", "--db", tmp_path / "x.db")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].strip()


@pytest.mark.model
def test_extract_writes_one_line_a_document(news: Path) -> None:
    done = explorer("extract", news)
    assert done.returncode == 0
    (record,) = lines(done.stdout)
    assert list(record) == ["document", "actors", "ties", "events", "commitments"]
    assert {"country:JPN", "country:PRK"} <= {actor["id"] for actor in record["actors"]}
    assert all(NEWS[start:end] for actor in record["actors"] for start, end in actor["mentions"])


@pytest.mark.model
def test_extract_reads_standard_input(tmp_path: Path) -> None:
    (plain_text,) = lines(explorer("extract", "-", stdin=NEWS).stdout)
    given = [{"id": str(number), "text": NEWS + f" Number {number}."} for number in range(3)]
    records = lines(explorer("extract", stdin="\n".join(map(json.dumps, given))).stdout)
    assert [record["document"]["id"] for record in records] == ["0", "1", "2"]
    assert [event["type"] for event in records[0]["events"]] == [event["type"] for event in plain_text["events"]]
    assert not list(tmp_path.iterdir())


@pytest.mark.model
def test_extract_goes_on_after_a_bad_line() -> None:
    done = explorer("extract", "-", stdin=json.dumps({"id": "a", "text": NEWS}) + "\n{broken\n")
    assert done.returncode == 1
    assert [record["document"]["id"] for record in lines(done.stdout)] == ["a"]
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="pipes and signals of POSIX")
def test_a_closed_pipe_is_quiet(db: Path) -> None:
    script = f"{' '.join(command('events', '--db', db, '--format', 'json'))} | head -c 10"
    done = subprocess.run(["sh", "-c", script], capture_output=True, env=environment(), check=False)
    assert done.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="pipes and signals of POSIX")
def test_ctrl_c_is_clean_and_ingest_goes_on_later(tmp_path: Path) -> None:
    process = subprocess.Popen(
        command("ingest", "-", "--db", tmp_path / "x.db"),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        # A shell that starts the tests in the background has Ctrl-C ignored, and children inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert process.stdin and process.stderr
    while not (tmp_path / "x.db").exists():
        time.sleep(0.05)
    time.sleep(0.5)  # it waits for standard input now
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 130
    error = process.stderr.read().decode()
    assert "Traceback" not in error
    assert "goes on from here" in error
    process.stdin.close()
    process.stderr.close()


def control_characters(text: str) -> Iterator[str]:
    return (char for char in text if not char.isprintable() and char != "\n")


@pytest.mark.parametrize("format", ["table", "json", "jsonl", "csv"])
def test_names_in_articles_cannot_steer_the_terminal(tmp_path: Path, format: str) -> None:
    document = Document("doc", "Title \x1b[2J\x07", "", date="2026", source="\u202eevil")
    names = [actor.name.replace("\ud800", "") for actor in hostile_world().actors]
    actors = tuple(
        Actor(f"person:x{number}", ActorType.PERSON, f"{name}\x9b31m", role="=cmd()")
        for number, name in enumerate(names)
    )
    with open_store(tmp_path / "x.db") as store:
        store.add(document, Extraction(document, actors))
    for kind in (Kind.ACTORS, Kind.DOCUMENTS):
        done = explorer(kind, "--db", tmp_path / "x.db", "--format", format)
        assert done.returncode == 0
        shown = done.stdout.replace("\t", "").replace("\r", "") if format == "csv" else done.stdout
        assert not list(control_characters(shown)), list(control_characters(shown))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-2", "'-2"),
        ("@SUM", "'@SUM"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("Japan", "Japan"),
        ("a=b", "a=b"),
        (-3.5, -3.5),
        (None, None),
    ],
)
def test_a_cell_is_no_formula(value: object, cell: object) -> None:
    assert csv_cell(value) == cell


def test_plain_text_is_one_line_without_controls() -> None:
    assert plain("a\x1b[31m\n b\u202ec") == "a\\x1b[31m b\\u202ec"


def test_json_of_hostile_text_reads_back() -> None:
    for kind in Kind:
        for record in records(hostile_world(), kind):
            line = json_line(record)
            assert json.loads(line) == record
            assert not list(control_characters(line))


def gold_file(folder: Path) -> Path:
    file = folder / "gold.json"
    passage = {
        "id": "one",
        "date": "2024-02-01",
        "text": "Japan condemned North Korea on Monday.",
        "actors": [["country", "Japan"], ["country", "North Korea"], ["country", "Peru"]],
        "events": [{"type": "ACCUSE", "a": ["Japan"], "r": ["North Korea"], "status": "actual"}],
    }
    file.write_text(json.dumps([passage]), encoding="utf-8")
    return file


@pytest.mark.model
def test_evaluate_prints_a_scorecard_and_what_was_missed(tmp_path: Path) -> None:
    done = explorer("evaluate", gold_file(tmp_path), "--verbose")

    assert done.returncode == 0
    lines = [line.split() for line in done.stdout.splitlines()]
    assert ["one:", "missed", "country", "Peru"] in lines
    assert ["actors", "1.00", "0.67", "0.80", "2", "0", "1"] in lines
    assert ["events", "1.00", "1.00", "1.00", "1", "0", "0"] in lines


@pytest.mark.model
def test_evaluate_writes_json(tmp_path: Path) -> None:
    record = json.loads(explorer("evaluate", gold_file(tmp_path), "--format", "json").stdout)

    assert record["passages"] == 1
    assert record["counts"]["events"] == {"precision": 1, "recall": 1, "f1": 1, "right": 1, "extra": 0, "missed": 0}
    assert sum(one["pairs"] for one in record["reliability"]) == 1


def test_evaluate_names_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = explorer("evaluate", tmp_path / "nowhere.json")

    assert done.returncode == 1
    assert "nowhere.json" in done.stderr
    assert not done.stdout
