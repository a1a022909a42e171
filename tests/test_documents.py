"""The documents say what is true: links lead somewhere, commands run, snippets work, nothing is left unmentioned.

`python -m tests.test_documents` writes the outputs in README.md anew, from all sample articles.
"""

from __future__ import annotations

import contextlib
import json
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import typer.main

from explorer.cli.commands import app
from explorer.cli.listing import IN_TABLE
from explorer.cli.options import FILTER_OPTIONS
from explorer.export import FORMATS
from explorer.model import ActorType, CommitmentKind, EventType, PartyRole, Status, TieKind
from tests.test_cli import Done, environment
from tests.test_cli import explorer as run

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
DOCUMENTS = [README, *sorted((ROOT / "docs").glob("*.md"))]
KNOWLEDGE = ROOT / "explorer" / "knowledge"
SAMPLES = ROOT / "data" / "samples"
# Enough for every example to find something, few enough to be read in seconds.
FEW = ("2023-02-07*", "2023-04-05*", "*nippon*", "2025-07-23*", "2025-09-05*", "2025-10-2*")
PROMPT = "$ "
PROGRAM = ["python", "-m", "explorer"]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


class Example(NamedTuple):
    """A line to type and what it answers."""

    command: str
    output: str


def blocks(document: Path, language: str) -> list[str]:
    return [text for kind, text in BLOCK.findall(document.read_text(encoding="utf-8")) if kind == language]


def examples(document: Path) -> list[Example]:
    found = []
    for block in blocks(document, "console"):
        for part in re.split(rf"^{re.escape(PROMPT)}", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append(Example(command, output))
    return found


def is_ours(command: str) -> bool:
    return " ".join(PROGRAM) in command


def run_example(command: str) -> Done:
    """Run `[echo TEXT |] python -m explorer … [> FILE]` as a shell would, in the current folder."""
    words = shlex.split(command)
    stdin = ""
    if words[0] == "echo":
        stdin, words = words[1] + "\n", words[words.index("|") + 1 :]
    words, target = (words[:-2], words[-1]) if ">" in words else (words, None)
    assert words[:3] == PROGRAM, f"not a command of ours: {command}"
    done = run(*words[3:], stdin=stdin)
    if target:
        Path(target).write_text(done.stdout, encoding="utf-8")
        return Done(done.returncode, "", done.stderr)
    return done


@contextlib.contextmanager
def folder_of_a_user(*patterns: str) -> Iterator[Path]:
    """Give a folder as `make explore` leaves it, with these samples only, and stay in it."""
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        samples = Path("data/samples")
        samples.mkdir(parents=True)
        for path in {path for pattern in patterns for path in SAMPLES.glob(pattern)}:
            shutil.copy(path, samples)
        assert run("ingest", samples).returncode == 0
        yield Path(name)


@pytest.fixture(scope="module")
def user() -> Iterator[Path]:
    with folder_of_a_user(*FEW) as folder:
        yield folder


def ids(value: object) -> str:
    return value.name if isinstance(value, Path) else str(value)[:60]


def test_all_documents_are_there() -> None:
    assert {"README.md", "files.md", "knowledge.md", "performance.md", "quality.md"} <= {one.name for one in DOCUMENTS}


@pytest.mark.parametrize("document", DOCUMENTS, ids=ids)
def test_links_and_pictures_lead_to_files(document: Path) -> None:
    for target in LINK.findall(document.read_text(encoding="utf-8")):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        file = document.parent / path if path else document
        assert file.is_file(), f"{document.name}: {target} does not exist"
        if anchor:
            headings = HEADING.findall(file.read_text(encoding="utf-8"))
            assert anchor in {re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in headings}, target


@pytest.mark.parametrize("document", DOCUMENTS, ids=ids)
def test_documents_name_no_place_on_one_machine(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert not re.search(r"(?<![\w.])/(?:home|root|work|tmp|Users)/", text)
    assert "../" not in text.replace("](../", "](")


def test_the_picture_is_as_large_as_a_screen() -> None:
    header = (ROOT / "docs" / "images" / "app.png").read_bytes()[:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(header[16:20], "big"), int.from_bytes(header[20:24], "big")) == (1440, 900)


def test_every_command_and_filter_stands_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    for name in commands:
        assert f"**{name}**" in text, f"the command {name} is not explained"
        assert any(f"explorer {name}" in block for kind, block in BLOCK.findall(text)), f"no example of {name}"
    for name in FILTER_OPTIONS:
        assert f"--{name.replace('_', '-')}`" in text, f"the filter {name} is not named"


@pytest.mark.parametrize("example", examples(README), ids=lambda example: ids(example.command))
def test_examples_run_and_answer_as_shown(example: Example, user: Path) -> None:
    assert is_ours(example.command)
    done = run_example(example.command)
    assert done.returncode == 0, done.stderr
    shown = example.output.splitlines()
    if done.stdout:  # a list: the columns are those shown, and there is something in it
        assert done.stdout.splitlines()[0].split() == shown[0].split()
        assert len(done.stdout.splitlines()) > 1 and len(shown) > 1
    else:  # a message: numbers differ with the number of articles
        assert [re.sub(r"\d+", "N", line) for line in done.stderr.splitlines()] == [
            re.sub(r"\d+", "N", line) for line in shown
        ]


def test_commands_that_are_not_run_can_be_parsed() -> None:
    command = typer.main.get_command(app)
    for block in blocks(README, "sh"):
        for line in filter(is_ours, block.splitlines()):
            name, *arguments = shlex.split(line, comments=True)[3:]
            command.commands[name].make_context(name, arguments)  # type: ignore[attr-defined]


def test_the_record_shown_is_the_record_written(user: Path) -> None:
    command = next(example.command for example in examples(README) if " extract" in example.command)
    run_example(command)
    (line,) = Path(shlex.split(command)[-1]).read_text(encoding="utf-8").splitlines()
    (shown,) = blocks(README, "json")
    (event,) = json.loads(line)["events"]
    expected = json.loads(shown)
    assert expected.keys() == event.keys()
    for name in ("type", "status", "actors", "recipients", "speaker"):
        assert expected[name] == event[name]


@pytest.mark.parametrize("document", [one for one in DOCUMENTS if blocks(one, "python")], ids=ids)
def test_python_runs(document: Path, user: Path) -> None:
    for snippet in blocks(document, "python"):
        # In a process of its own, as a reader begins with nothing imported.
        done = subprocess.run([sys.executable, "-c", snippet], capture_output=True, text=True, env=environment())
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip(), "the snippet prints nothing"


def test_knowledge_names_every_file_and_event_type() -> None:
    text = (ROOT / "docs" / "knowledge.md").read_text(encoding="utf-8")
    files = [path for path in KNOWLEDGE.rglob("*") if path.suffix in (".yaml", ".csv")]
    assert len(files) > 30
    missing = [path.name for path in files if f"`{path.relative_to(KNOWLEDGE).as_posix()}`" not in text]
    assert not missing
    for kind in EventType:
        assert f"| {kind} |" in text


def test_files_names_every_format_attribute_and_type(user: Path) -> None:
    text = (ROOT / "docs" / "files.md").read_text(encoding="utf-8")
    assert all(f"`.{name}`" in text for name in FORMATS)
    for kinds in (ActorType, CommitmentKind, TieKind, PartyRole, Status):
        assert all(f"`{kind}`" in text for kind in kinds)
    run("export", "all.json")
    graph = json.loads(Path("all.json").read_text(encoding="ascii"))
    own = {"id", "key", "source", "target"}  # the form's, not ours
    names = {name for part in (*graph["nodes"], *graph["edges"]) for name in part} - own
    assert len(names) > 20
    assert not [name for name in names if f"`{name}`" not in text]


def test_lists_are_shown_with_their_columns() -> None:
    shown = {example.command.split()[3]: example.output for example in examples(README)}
    for kind, names in IN_TABLE.items():
        assert shown[kind].splitlines()[0].split() == [name.upper() for name in names]


def write_outputs() -> None:
    """Put what the commands answer now into README.md."""
    text = README.read_text(encoding="utf-8")
    with folder_of_a_user("*.md"):
        for example in examples(README):
            done = run_example(example.command)
            assert done.returncode == 0, done.stderr
            old = f"{PROMPT}{example.command}\n{example.output}"
            text = text.replace(old, f"{PROMPT}{example.command}\n{done.stdout or done.stderr}", 1)
            if " extract" in example.command:
                text = _with_event(text, Path(shlex.split(example.command)[-1]))
    README.write_text(text, encoding="utf-8")


def _with_event(text: str, file: Path) -> str:
    (event,) = json.loads(file.read_text(encoding="utf-8"))["events"]
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(value)}" for name, value in event.items())
    return re.sub(r"^```json\n.*?^```$", lambda _: f"```json\n{{\n{lines}\n}}\n```", text, flags=re.M | re.S)


if __name__ == "__main__":
    write_outputs()
