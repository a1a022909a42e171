"""`path` and `between` as a user types them: readable by default, complete as JSON, safe with any text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.cli.chains import COLUMNS, ChainFormat, write_between, write_path
from explorer.cli.listing import Format
from explorer.graph import Filters, shortest
from explorer.model import Event, EventType, World
from explorer.records import listed_record
from explorer.store import open_store
from tests.store.samples import EXTRACTIONS
from tests.test_cli import control_characters, explorer, lines
from tests.worlds import CHINA, JAPAN, PLEDGE, SUMMIT, TAKAICHI, TRUMP, USA, hostile_world, small_world


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the four documents of the small world."""
    path = tmp_path_factory.mktemp("stored") / "explorer.db"
    with open_store(path) as store:
        for extraction in EXTRACTIONS:
            store.add(extraction.document, extraction)
    return path


Shown = Callable[[], str]


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str]) -> Shown:
    return lambda: capsys.readouterr().out


def path_of(world: World, one: str, other: str, shown: Shown, **asked: object) -> list[str]:
    write_path(world, one, other, Filters(**asked), 1, ChainFormat.TEXT)  # type: ignore[arg-type]
    return shown().splitlines()


def test_a_chain_as_text(shown: Shown) -> None:
    assert path_of(small_world(), "China", "NATO", shown) == [
        "China — Japan — United States — NATO",
        "  China — ACCUSE (disapprove), reported 2025-10-29, 1 report → Japan (and 1 more)",
        "    “China condemned Japan for its remarks on Taiwan.” (Compass Review, 2025-10-29)",
        "  Japan — Japan–U.S. alliance, 1951, 3 reports — United States (and 4 more)",
        "    “Japan and the United States called their alliance the foundation of peace in the Indo-Pacific.”"
        " (Harbour Post, 2025-10-25)",
        "  United States — member of, 1 report → NATO",
        "    “President Volodymyr Zelenskyy of Ukraine thanked NATO, of which the United States is a member.”"
        " (Meridian Daily, 2025-02)",
    ]


@pytest.mark.parametrize(
    ("one", "other", "asked", "line"),
    [
        (
            "Takaichi",
            "Trump",
            {"event_type": ("CONSULT",)},
            "Sanae Takaichi — CONSULT (phone), 25 October 2025, 3 reports — Donald Trump",
        ),
        (
            "Japan",
            "Trump",
            {"status": ("future",)},
            "Japan ← CONSULT (visit), future, 27 October 2025, 1 report — Donald Trump",
        ),
        (
            "Trump",
            "Japan",
            {"status": ("future",)},
            "Donald Trump — CONSULT (visit), future, 27 October 2025, 1 report → Japan",
        ),
        ("Japan", "Takaichi", {}, "Japan ← leads (as Prime Minister), since 2025-10-21, 2 reports — Sanae Takaichi"),
        (
            "Takaichi",
            "Trump",
            {"commitment": ("summit",)},
            "Sanae Takaichi — Takaichi–Trump summit, planned, 27 October – 28 October 2025, 1 report — Donald Trump",
        ),
    ],
)
def test_the_line_of_a_step(shown: Shown, one: str, other: str, asked: dict[str, object], line: str) -> None:
    assert path_of(small_world(), one, other, shown, **asked)[1] == f"  {line}"


def test_alternatives_are_numbered_with_their_length(shown: Shown) -> None:
    write_path(small_world(), "Japan", "Trump", Filters(), 3, ChainFormat.TEXT)
    headings = [line for line in shown().splitlines() if not line.startswith(" ")]
    chains = shortest(small_world(), "Japan", "Trump", most=3)
    assert [line.partition(". ")[0] for line in headings] == ["1", "2", "3"]
    assert [line.rpartition("length ")[2] for line in headings] == [f"{chain.length:.2f})" for chain in chains]
    assert headings[0] == f"1. Japan — Donald Trump (length {chains[0].length:.2f})"


def test_a_chain_as_json_holds_whole_records(shown: Shown) -> None:
    write_path(small_world(), "China", "Washington", Filters(), 1, ChainFormat.JSON)
    (chain,) = json.loads(shown())
    first, second = chain["steps"]
    assert first["source"] == {"id": CHINA, "name": "China", "type": "country"}
    assert (first["target"]["id"], second["target"]["id"]) == (JAPAN, USA)
    assert chain["length"] > first["length"] + second["length"]  # and the way through Japan
    events = {event.id: listed_record(event) for event in small_world().events}
    assert [link["event"] for link in first["links"]] == [events["event:remarks"], events["event:seafood"]]
    assert [next(iter(link)) for link in second["links"]].count("commitment") == 3
    assert all(record["evidence"] for link in second["links"] for record in link.values())
    write_path(small_world(), "China", "Washington", Filters(), 1, ChainFormat.JSONL)
    assert lines(shown()) == [chain]


def test_neighbours_as_a_table(shown: Shown) -> None:
    write_between(small_world(), "Japan", "Washington", Filters(), Format.TABLE)
    first, *rows = (line.split("  ") for line in shown().splitlines())
    assert [cell.strip() for cell in first if cell] == ["NEIGHBOUR", "TYPE", "TO JAPAN", "TO UNITED STATES", "REPORTS"]
    cells = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    assert ["$550 billion investment pledge", "pledge", "pledger", "beneficiary", "1"] in cells
    assert [
        "Donald Trump",
        "leader",
        "→ CONSULT (visit), future, 27 October 2025",
        "→ leads (as President), since 2025-01-20",
        "2",
    ] in cells
    assert [
        "Russia",
        "country",
        "← SANCTION (discontinue), reported 2025-02",
        "← SANCTION (discontinue), reported 2025-02",
        "2",
    ] in cells


def test_neighbours_of_two_of_one_name_stay_apart(shown: Shown) -> None:
    world = small_world()
    world = replace(
        world, actors=tuple(replace(one, name="Same") if one.id in (JAPAN, USA) else one for one in world.actors)
    )
    write_between(world, JAPAN, USA, Filters(), Format.TABLE)
    assert "TO COUNTRY:JPN" in shown().splitlines()[0]


def test_neighbours_for_programs(shown: Shown) -> None:
    def answer(format: Format) -> str:
        write_between(small_world(), "Japan", "Washington", Filters(), format)
        return shown()

    found = json.loads(answer(Format.JSON))
    assert lines(answer(Format.JSONL)) == found
    (pledge,) = (one for one in found if one["neighbour"]["id"] == PLEDGE)
    assert pledge["one"] == pledge["other"] and pledge["one"][0]["commitment"]["amount"]["value"] == 550e9
    rows = list(csv.DictReader(io.StringIO(answer(Format.CSV))))
    assert tuple(rows[0]) == COLUMNS
    assert [row["id"] for row in rows] == [one["neighbour"]["id"] for one in found]
    assert all(row["sentence_one"] and row["sentence_other"] for row in rows)


@pytest.mark.parametrize("arguments", [["path", "China", "United States"], ["between", "China", "United States"]])
def test_the_store_is_asked(db: Path, arguments: list[str]) -> None:
    done = explorer(*arguments, "--db", db, "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    (found,) = lines(done.stdout)
    assert JAPAN in json.dumps(found)


def test_filters_narrow_both(db: Path) -> None:
    call = explorer("path", "Takaichi", "Trump", "--db", db, "--event-type", "consult", "--format", "json")
    ((step,),) = [chain["steps"] for chain in json.loads(call.stdout)]
    assert [link["event"]["type"] for link in step["links"]] == ["CONSULT"]
    few = explorer("between", "Japan", "United States", "--db", db, "--commitment", "pledge", "--format", "jsonl")
    assert [one["neighbour"]["type"] for one in lines(few.stdout)] == ["pledge"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["path", "Japan", "Tokyo"], "one actor"),
        (["between", "Japan", "Tokyo"], "one actor"),
        (["path", "Japan", "Atlantis"], "'Atlantis' is unknown"),
        (["between", "Jappan", "China"], "did you mean Japan"),
        (["path", "Japan", "China", "--since", "2090"], "no chain of reports joins Japan and China"),
        (["path", "U.S. Steel", "China", "--event-type", "AID"], "no chain of reports joins U.S. Steel and China"),
        (["path", "Japan", "China", "--topic", "cooking"], "cooking"),
    ],
    ids=" ".join,
)
def test_no_answer_is_one_line_and_exits_with_1(db: Path, arguments: list[str], words: str) -> None:
    done = explorer(*arguments, "--db", db)
    assert (done.returncode, done.stdout) == (1, "")
    assert words in done.stderr and len(done.stderr.splitlines()) == 1


def test_no_common_neighbour_is_no_error(db: Path) -> None:
    done = explorer("between", "China", "U.S. Steel", "--db", db, "--format", "jsonl")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no common neighbours found" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["path", "Japan"],
        ["between"],
        ["path", "Japan", "China", "--most", "0"],
        ["path", "Japan", "China", "--format", "csv"],
        ["between", "Japan", "China", "--format", "text"],
        ["path", "Japan", "China", "--since", "yesterday"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2(arguments: list[str], db: Path) -> None:
    done = explorer("--db", db, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip()


def test_the_actors_asked_for_stay_whatever_the_type_asked_for(shown: Shown) -> None:
    visit = Event("event:trip", EventType.CONSULT, (TAKAICHI,), (USA,), mode="visit")
    world = replace(small_world(), events=(*small_world().events, visit))
    found = path_of(world, "Takaichi", "China", shown)
    assert found[0] == "Sanae Takaichi — Japan — China"
    write_between(world, TAKAICHI, TRUMP, Filters(actor_type=("leader",)), Format.JSONL)
    assert [one["neighbour"]["id"] for one in lines(shown())] == [SUMMIT]


@pytest.mark.parametrize("format", [*ChainFormat, *Format])
def test_hostile_text_steers_no_terminal(shown: Shown, format: ChainFormat | Format) -> None:
    world = hostile_world()
    for number in range(len(world.actors) - 2):
        one, other = world.actors[number].id, world.actors[number + 2].id
        if isinstance(format, ChainFormat):
            write_path(world, one, other, Filters(), 2, format)
        else:
            write_between(world, one, other, Filters(), format)
        text = shown()
        seen = text.replace("\t", "").replace("\r", "") if format == Format.CSV else text
        assert seen and not list(control_characters(seen))
        if format == Format.CSV:
            cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
        if format == Format.JSONL:
            assert all(line for line in lines(text))


def test_every_line_of_a_chain_stays_one_line(shown: Shown) -> None:
    world = hostile_world()
    found = path_of(world, world.actors[-1].id, world.actors[-3].id, shown)
    assert len(found) == 5
