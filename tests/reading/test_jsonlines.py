"""JSON lines: a bad line is named by its number and does not stop the others."""

import gzip
import io
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.errors import UnreadableDocument
from explorer.reading.bounded import ARTICLE_LIMIT
from explorer.reading.jsonlines import PATIENCE, read_json, read_json_lines, read_packed_json_lines
from explorer.reading.outcome import Outcome

TEXT = "Japan and India signed the pact in Tokyo on Monday, said officials."


def line(**fields: object) -> str:
    return json.dumps({"title": "Pact signed", "text": TEXT, **fields})


def outcomes(*lines: str | bytes) -> list[Outcome]:
    data = b"\n".join(part.encode() if isinstance(part, str) else part for part in lines)
    return list(read_json_lines(io.BytesIO(data), "feed.jsonl"))


def problems(*lines: str | bytes) -> list[tuple[str, str | None]]:
    return [(outcome.where, outcome.problem) for outcome in outcomes(*lines) if outcome.problem]


def test_every_field_arrives() -> None:
    document = read_json(line(id="a-1", date="2016-10", source="The Wire", url="https://wire.test/a"))
    assert (document.id, document.title, document.date) == ("a-1", "Pact signed", "2016-10")
    assert (document.source, document.url, document.text) == ("The Wire", "https://wire.test/a", TEXT)


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=80))
def test_offsets_hold_for_the_text_as_given(noise: str) -> None:
    given_text = json.loads(line(text=f"{noise}\r\n{TEXT}"))["text"]
    document = read_json(line(text=f"{noise}\r\n{TEXT}"))
    assert len(document.text) == len(given_text)
    assert document.text[-len(TEXT) :] == TEXT


def test_broken_json_on_line_3_stops_nobody() -> None:
    found = outcomes(line(id="1"), line(id="2"), '{"title": "cut', line(id="4"))
    assert [outcome.document.id for outcome in found if outcome.document] == ["1", "2", "4"]
    assert [outcome.where for outcome in found if outcome.problem] == ["feed.jsonl, line 3"]
    assert "not valid JSON" in str(found[2].problem)


def test_blank_lines_count_but_say_nothing() -> None:
    assert problems("", line(), " \r", "{") == [
        ("feed.jsonl, line 4", problems("{")[0][1]),
    ]


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        ("[1, 2]", "not a JSON object"),
        ("null", "not a JSON object"),
        ("{}", 'no "text"'),
        ('{"text": null}', 'no "text"'),
        ('{"text": 123}', 'no "text"'),
        ('{"text": " "}', "is empty"),
        ('{"text": "2026"}', "no words"),
        ("[" * 100_000 + "]" * 100_000, "JSON"),
        ('{"title": ' + "9" * 5000 + "}", "JSON"),
        (json.dumps({"text": TEXT, "id": "x" * 300}), '"id"'),
        (json.dumps({"text": TEXT, "id": "a\x00"}), '"id"'),
        (json.dumps({"text": TEXT, "id": {}}), '"id"'),
    ],
)
def test_bad_lines(bad: str, problem: str) -> None:
    found = outcomes(line(id="1"), bad, line(id="3"))
    assert [outcome.document is not None for outcome in found] == [True, False, True]
    assert problem in str(found[1].problem)


def test_strange_values_do_no_harm() -> None:
    document = read_json(
        '{"title": ["x"], "source": 7, "url": {}, "date": NaN, "id": 12, "text": "Fr\\udc00ance met."}'
    )
    assert (document.id, document.source, document.url, document.date) == ("12", None, None, None)
    assert document.text == "Fr\ufffdance met."
    assert document.title == document.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_encodings_of_the_file(encoding: str) -> None:
    text = "".join(f'{{"id": "{number}", "text": "François of Fiji met – {TEXT}"}}\r\n' for number in (1, 2, 2570))
    data = f"\ufeff{text}".encode(encoding) if encoding == "utf-16-be" else text.encode(encoding)
    found = list(read_json_lines(io.BytesIO(data), "feed"))
    assert [outcome.document.id for outcome in found if outcome.document] == ["1", "2", "2570"]
    assert all(outcome.document and outcome.document.text.startswith("François") for outcome in found)


def test_another_language_is_stored_and_said() -> None:
    (outcome,) = outcomes(json.dumps({"text": "日本の首相は米国大統領と会談した。"}))
    assert outcome.document and outcome.document.language == "ja"
    assert str(outcome.problem).startswith("written in Japanese (ja), not English: stored")


def test_an_empty_file_is_one_problem() -> None:
    assert [where for where, problem in problems("") if "is empty" in str(problem)] == ["feed.jsonl"]
    assert len(outcomes("", " ", "")) == 1


def test_a_binary_file_is_one_problem() -> None:
    found = outcomes(b"\x89PNG\r\n\x1a\n", *[b"\xff\x00\x01"] * 20)
    assert [outcome.where for outcome in found] == ["feed.jsonl"]
    assert "a PNG image" in str(found[0].problem)


def test_a_file_of_something_else_is_given_up() -> None:
    found = outcomes(*["some prose"] * (PATIENCE * 3))
    assert len(found) == PATIENCE + 1
    assert found[-1].where == "feed.jsonl"


def test_a_line_too_long_is_skipped() -> None:
    class Endless(io.RawIOBase):
        """A line longer than allowed, followed by a good one, without holding both in memory."""

        def __init__(self) -> None:
            self.parts = iter([b'{"text": "', *[b"a" * (1 << 20)] * 25, b'"}\n', line(id="2").encode()])
            self.rest = b""

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            self.rest = self.rest or next(self.parts, b"")
            size = min(len(buffer), len(self.rest))
            buffer[:size], self.rest = self.rest[:size], self.rest[size:]
            return size

    assert ARTICLE_LIMIT < 25 << 20
    found = list(read_json_lines(io.BufferedReader(Endless()), "feed"))
    assert [(outcome.where, outcome.document and outcome.document.id) for outcome in found] == [
        ("feed, line 1", None),
        ("feed, line 2", "2"),
    ]


def packed(data: bytes) -> list[Outcome]:
    return list(read_packed_json_lines(io.BytesIO(data), "feed.jsonl.gz", len(data)))


def test_packed_lines() -> None:
    found = packed(gzip.compress("\n".join([line(id="1"), line(id="2")]).encode()))
    assert [outcome.document.id for outcome in found if outcome.document] == ["1", "2"]


def test_a_damaged_archive_keeps_what_came_before() -> None:
    assert [outcome.problem for outcome in packed(b"no gzip at all")] == ["is damaged or cut off: get a new copy"]
    noise = random.Random(0).randbytes(400_000).hex()  # does not pack well, so that lines come out before the cut
    cut = gzip.compress("\n".join([*[line()] * 5, line(title=noise), line()]).encode())[:-1000]
    found = packed(cut)
    assert found[0].document and found[-1].document is None
    assert found[-1].where == "feed.jsonl.gz"


def test_a_decompression_bomb_is_stopped() -> None:
    found = packed(gzip.compress(bytes(1 << 20) * 90))
    assert [outcome.document for outcome in found] == [None] * len(found)
    assert len(found) <= 2


def test_raises_for_one_line() -> None:
    with pytest.raises(UnreadableDocument, match="not valid JSON"):
        read_json("{")
