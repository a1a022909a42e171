"""Knowledge files are refused, with file and entry, as soon as they break a rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import TypeAdapter

from explorer.errors import DataFileError
from explorer.knowledge.partial_dates import PartialDate
from explorer.knowledge.strict import Entry, load_csv, load_yaml, read_yaml, refuse_repeats


class Place(Entry):
    id: str
    name: str
    since: PartialDate | None = None
    words: tuple[str, ...] = ()


PLACES = tuple[Place, ...]


def written(folder: Path, text: str, name: str = "places.yaml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_correct_file_is_read_with_dates_and_small_words_as_text(tmp_path: Path) -> None:
    text = "- {id: a, name: No, since: 2024-01-31, words: [no, on, yes, off]}\n- {id: b, name: B, since: 2024}\n"
    first, second = load_yaml("places.yaml", PLACES, folder=written(tmp_path, text))
    assert (first.name, first.since, first.words) == ("No", "2024-01-31", ("no", "on", "yes", "off"))
    assert second.since == "2024"


def test_a_type_adapter_serves_as_schema(tmp_path: Path) -> None:
    adapter: TypeAdapter[dict[str, int]] = TypeAdapter(dict[str, int])
    assert load_yaml("places.yaml", adapter, folder=written(tmp_path, "a: 1\n")) == {"a": 1}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {id: sahel, name: Sahel, nmae: Sahel}", ["0.nmae", "sahel", "unknown key"]),
        ("- {id: sahel}", ["0.name", "sahel"]),
        ("- {id: sahel, name: 3}", ["0.name", "sahel"]),
        ("- {id: sahel, name: Sahel, name: Sahel}", ["line 1", "'name' comes twice"]),
        ("- id: sahel\n  name: [Sahel", ["places.yaml"]),
        ("- {id: sahel, name: Sahel, since: 2024-13}", ["since", "sahel"]),
        ("- {id: sahel, name: Sahel, since: 2023-02-29}", ["since", "sahel"]),
        ("- {id: sahel, name: Sahel, since: last year}", ["since", "sahel"]),
        ("- {id: sahel, name: Sahel, since: 24-1-1}", ["since", "sahel"]),
        ("id: sahel", ["places.yaml"]),
    ],
)
def test_a_broken_file_is_refused_naming_file_and_entry(tmp_path: Path, text: str, said: list[str]) -> None:
    with pytest.raises(DataFileError) as refused:
        load_yaml("places.yaml", PLACES, folder=written(tmp_path, text))
    assert all(part in str(refused.value) for part in ["places.yaml", *said])


def test_a_missing_file_is_a_data_file_error(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"nowhere\.yaml"):
        read_yaml("nowhere.yaml", folder=tmp_path)


def test_a_file_that_is_not_utf8_is_a_data_file_error(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").write_bytes(b"- {id: a, name: \xff}")
    with pytest.raises(DataFileError, match=r"places\.yaml"):
        read_yaml("places.yaml", folder=tmp_path)


def test_a_table_leaves_empty_cells_out(tmp_path: Path) -> None:
    (row,) = load_csv("p.csv", Place, folder=written(tmp_path, 'id,name,since\na,"A, B",\n', "p.csv"))
    assert (row.name, row.since) == ("A, B", None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,name,extra\na,A,x\n", ["line 2", "extra", "unknown key"]),
        ("id,name\na,A\nb,\n", ["line 3", "name"]),
        ("id,name\na,A,surplus\n", ["line 2", "2 cells expected"]),
        ("id,name\na\n", ["line 2", "2 cells expected"]),
        ("id,name,name\na,A,A\n", ["name", "twice"]),
        ("id,name,since\na,A,2024-02-30\n", ["line 2", "since"]),
        ('id,name\na,"A\n', ["p.csv"]),
    ],
)
def test_a_broken_table_is_refused_naming_the_line(tmp_path: Path, text: str, said: list[str]) -> None:
    with pytest.raises(DataFileError) as refused:
        load_csv("p.csv", Place, folder=written(tmp_path, text, "p.csv"))
    assert all(part in str(refused.value) for part in ["p.csv", *said])


def test_repeats_are_refused() -> None:
    refuse_repeats("p.csv", ["a", "b"], "id")
    with pytest.raises(DataFileError, match="p.csv: id 'a' comes twice"):
        refuse_repeats("p.csv", ["a", "b", "a"], "id")
