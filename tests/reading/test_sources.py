"""Files, folders, uploads and streams are found, dispatched and reported."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from explorer.errors import UnreadableDocument
from explorer.reading import SUPPORTED, Outcome, document_id, read, read_paths, read_stream, read_upload
from explorer.reading.bounded import ARTICLE_LIMIT
from explorer.reading.sources import KNOWN

TEXT = "Japan and India signed the pact in Tokyo on Monday, said officials.\n"
JAPANESE = "日本の首相は米国大統領と会談した。\n"


def only(found: Iterator[Outcome]) -> Outcome:
    (outcome,) = found
    return outcome


def test_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "a.TXT"
    path.write_text(TEXT)
    outcome = only(read_paths([path]))
    assert outcome.where == str(path)
    assert outcome.document and outcome.document.text == TEXT and outcome.document.id == document_id(TEXT)
    assert outcome.problem is None


def test_carriage_returns_stay_where_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode().replace(b"\n", b"\r\n"))
    assert [document.text for document in read(path)] == [TEXT.replace("\n", "\r\n")]


def test_a_folder_is_read_in_order_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", ".git/c.txt", "photo.png", "sub/deep/d.txt", "sub/c.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"<p>{TEXT} In {name}.</p>")
    found = [outcome.where.removeprefix(f"{tmp_path}{os.sep}") for outcome in read_paths([tmp_path])]
    assert found == ["a.md", "b.txt", os.path.join("sub", "c.html"), os.path.join("sub", "deep", "d.txt")]


def test_reading_is_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    found = read_paths([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert next(found).document
    (tmp_path / "b.txt").write_text(TEXT)  # not there when reading began
    assert next(found).document


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.txt").write_text(TEXT)
    found = list(read_paths([tmp_path, tmp_path / "missing.txt", tmp_path / "b.txt"]))
    assert [outcome.document is not None for outcome in found] == [False, True, False, True]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \t\r\n\x0b", "is empty"),
        ("mark.txt", b"\xef\xbb\xbf", "is empty"),
        ("empty.md", b"", "is empty"),
        ("empty.html", b"", "is empty"),
        ("empty.jsonl", b"", "is empty"),
        ("page.txt", b"%PDF-1.7 ...", "is a PDF inside"),
        ("zeros.txt", bytes(1000), "is binary"),
        ("paper.pdf", b"%PDF-1.7 ...", "is a .pdf file"),
        ("week.tar.gz", b"", "is a .gz file"),
        ("noname", b"text", "has no extension"),
        ("large.txt", b"word " * (ARTICLE_LIMIT // 5 + 1), "is larger than 20 MB"),
        ("front.md", b"---\ntitle: x\nText.", "front matter"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    outcome = only(read_paths([path]))
    assert outcome.document is None
    assert outcome.where == str(path)
    assert problem in str(outcome.problem)
    assert str(outcome.problem).isprintable()


def test_missing_empty_and_special(tmp_path: Path) -> None:
    assert "does not exist" in str(only(read_paths([tmp_path / "missing.txt"])).problem)
    assert "holds no articles" in str(only(read_paths([tmp_path])).problem)
    assert only(read_paths(["a\0b.txt"])).where == "a\\x00b.txt"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes exist on POSIX only")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "neither a file nor a folder" in str(only(read_paths([tmp_path / "pipe.txt"])).problem)
    assert "holds no articles" in str(only(read_paths([tmp_path])).problem)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Lay down root's right to read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT)
    path.chmod(0)
    with as_nobody():
        outcome = only(read_paths([path]))
    assert outcome.problem == "may not be read: change its permissions"


@pytest.mark.skipif(os.name != "posix", reason="other systems forbid such names")
def test_file_names_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[2J\u202e\n.txt"
    path.write_text(TEXT)
    for outcome in (only(read_paths([path])), only(read_upload("a\x1b[2J.exe", b""))):
        assert outcome.where.isprintable()
        assert "\\x1b[2J" in outcome.where


def test_links_to_folders_cannot_lead_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(list(read_paths([tmp_path]))) == 1


def test_another_language_is_both_document_and_problem(tmp_path: Path) -> None:
    path = tmp_path / "ja.txt"
    path.write_text(JAPANESE, encoding="utf-8")
    outcome = only(read_paths([path]))
    assert outcome.document and outcome.document.text == JAPANESE
    assert outcome.problem == ("written in Japanese (ja), not English: stored, but nothing can be extracted from it")
    assert [document.language for document in read(path)] == ["ja"]


def test_read_raises_at_the_first_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("")
    documents = read(tmp_path)
    assert next(documents).text == TEXT
    with pytest.raises(UnreadableDocument, match=r"b\.txt: is empty"):
        next(documents)


def test_uploads() -> None:
    assert only(read_upload("a.txt", TEXT.encode())).document
    assert [outcome.where for outcome in read_upload("a.jsonl", b'{"text": "Japan met India."}\n{\n')] == [
        "a.jsonl, line 1",
        "a.jsonl, line 2",
    ]
    assert only(read_upload("a.pdf", b"%PDF")).problem == f"is a .pdf file, which cannot be read: save it as {KNOWN}"


@pytest.mark.parametrize("lead", [b"", b"\xef\xbb\xbf", b" \n\t\r\n", b"\n" * 1000])
def test_a_stream_beginning_with_a_brace_is_json_lines(lead: bytes) -> None:
    found = list(
        read_stream(io.BytesIO(lead + b'{"id": "1", "text": "Japan met India."}\n{"id": "2", "text": "Iran."}'))
    )
    assert [outcome.document.id for outcome in found if outcome.document] == ["1", "2"]
    number = lead.count(b"\n") + 1
    assert found[0].where == f"stdin, line {number}"


def test_any_other_stream_is_one_plain_text() -> None:
    text = "\n\r\n  " + TEXT + "\n{ and } within\n"
    outcome = only(read_stream(io.BytesIO(text.encode())))
    assert outcome.where == "stdin"
    assert outcome.document and outcome.document.text == text


def test_streams_in_utf16() -> None:
    assert only(read_stream(io.BytesIO(TEXT.encode("utf-16")))).document
    lines = '{"id": "1", "text": "Japan met India."}\n{"id": "2", "text": "Iran."}\n'
    assert len([outcome for outcome in read_stream(io.BytesIO(lines.encode("utf-16"))) if outcome.document]) == 2


@pytest.mark.parametrize("data", [b"", b" \n\n ", b"\xef\xbb\xbf"])
def test_an_empty_stream(data: bytes) -> None:
    assert "is empty" in str(only(read_stream(io.BytesIO(data), "pasted")).problem)


def test_a_stream_of_one_endless_line() -> None:
    assert "is larger than" in str(only(read_stream(io.BytesIO(b"a" * (ARTICLE_LIMIT + 2)))).problem)
    assert "is larger than" in str(only(read_stream(io.BytesIO(b"{" + b"a" * (ARTICLE_LIMIT + 2)))).problem)


def test_the_message_names_what_can_be_read() -> None:
    assert all(kind in SUPPORTED for kind in KNOWN.replace(" or", ",").replace(",", "").split())
