"""The sample articles are whole: front matter, dates, length, clean text, no sentence used twice."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
FRONT_MATTER = re.compile(r"\A---\n(?P<fields>.*?)\n---\n\n(?P<text>.*)\Z", re.DOTALL)
FILE_NAME = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})(-[a-z0-9]+)+")
# A full stop after an initial or a title ("U.S.", "Jr.") does not end a sentence unless a capital opens the next one;
# splitting too often is harmless here, as pieces of under five words are not compared.
SENTENCE_END = re.compile(r'(?<=[.!?])["”]?\s+')


class Sample(NamedTuple):
    path: Path
    fields: dict[str, Any]
    text: str


def read_sample(path: Path) -> Sample:
    parts = FRONT_MATTER.match(path.read_text(encoding="utf-8"))
    assert parts, f"{path.name}: no front matter between --- lines followed by an empty line"
    return Sample(path, yaml.safe_load(parts["fields"]), parts["text"])


def sentences(text: str) -> list[str]:
    pieces = (" ".join(piece.split()).lower() for piece in SENTENCE_END.split(text))
    return [piece for piece in pieces if len(piece.split()) >= 5]


PATHS = sorted(SAMPLES.glob("*.md"))


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Sample:
    return read_sample(request.param)


def test_there_are_enough_articles_for_a_graph() -> None:
    assert len(PATHS) >= 40


def test_front_matter_has_title_date_and_source(sample: Sample) -> None:
    assert set(sample.fields) == {"title", "date", "source"}
    assert isinstance(sample.fields["title"], str) and sample.fields["title"].strip()
    assert sample.fields["source"] == "Explorer samples"


def test_date_is_that_of_the_file_name(sample: Sample) -> None:
    name = FILE_NAME.fullmatch(sample.path.stem)
    assert name, "a file is named YYYY-MM-DD-short-slug.md"
    assert isinstance(sample.fields["date"], datetime.date)
    assert sample.fields["date"].isoformat() == name["date"]
    assert 2020 <= sample.fields["date"].year <= 2026


def test_article_is_short(sample: Sample) -> None:
    assert 120 <= len(sample.text.split()) <= 320


def test_text_is_clean(sample: Sample) -> None:
    whole = sample.path.read_bytes().decode("utf-8")
    unwanted = {char for char in whole if unicodedata.category(char)[0] == "C" and char != "\n"}
    assert not unwanted, f"control or unassigned characters: {[hex(ord(char)) for char in unwanted]}"
    assert "\ufffd" not in whole
    assert unicodedata.normalize("NFC", whole) == whole


def test_text_is_plain_paragraphs(sample: Sample) -> None:
    paragraphs = sample.text.rstrip("\n").split("\n\n")
    assert len(paragraphs) >= 3
    for paragraph in paragraphs:
        assert "\n" not in paragraph, "a paragraph is one line"
        assert not re.match(r"[#>*\-|]|\d+\. ", paragraph), "no headings, lists, quotes or tables"
        assert re.search(r'[.!?]["”]?$', paragraph), f"a paragraph ends with a full stop: {paragraph[-40:]!r}"


def test_no_sentence_stands_twice() -> None:
    counts = Counter(sentence for path in PATHS for sentence in sentences(read_sample(path).text))
    assert [sentence for sentence, count in counts.items() if count > 1] == []


def test_no_title_stands_twice() -> None:
    counts = Counter(read_sample(path).fields["title"] for path in PATHS)
    assert [title for title, count in counts.items() if count > 1] == []


def test_articles_reach_over_the_years() -> None:
    years = {read_sample(path).fields["date"].year for path in PATHS}
    assert years >= set(range(2020, 2026))
