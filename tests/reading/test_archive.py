"""Zip archives are read in memory; bad members are named, bombs and tricks do no harm."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from explorer.reading import Outcome, read_paths, read_upload
from explorer.reading.archive import MEMBER_LIMIT

TEXT = "Japan and India signed the pact in Tokyo on Monday, said officials.\n"


def archive(*members: tuple[str, str | bytes], mode: int = 0o100644, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as target:
        for name, content in members:
            info = zipfile.ZipInfo(name)
            info.compress_type = packing
            info.external_attr = mode << 16
            target.writestr(info, content)
    return file.getvalue()


def read(data: bytes) -> list[Outcome]:
    return list(read_upload("week.zip", data))


def articles(found: list[Outcome]) -> list[str]:
    return [outcome.where for outcome in found if outcome.document]


def only_problem(data: bytes) -> str:
    (outcome,) = read(data)
    assert outcome.document is None
    return f"{outcome.where}: {outcome.problem}"


def test_members_of_all_formats() -> None:
    found = read(
        archive(
            ("a.txt", TEXT + "One."),
            ("sub/b.MD", f"---\ntitle: Two\n---\n{TEXT}"),
            ("c.html", f"<html><body><article><p>{TEXT}</p><p>{TEXT} Three.</p></article></body></html>"),
            ("d.jsonl", f'{{"text": "{TEXT.strip()} Four."}}\n{{bad\n'),
            ("photo.png", b"\x89PNG"),
            ("__MACOSX/a.txt", TEXT),
            (".hidden.txt", TEXT),
        )
    )
    assert articles(found) == ["week.zip: a.txt", "week.zip: sub/b.MD", "week.zip: c.html", "week.zip: d.jsonl, line 1"]
    assert [outcome.where for outcome in found if outcome.problem] == ["week.zip: d.jsonl, line 2"]


def test_names_are_shown_and_never_used_as_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ["../../up.txt", "/abs.txt", "..\\win.txt", "C:\\drive.txt", "a\u202e\x1b[2J\n.txt"]
    found = read(archive(*[(name, f"{TEXT} {name}") for name in names]))
    assert len(articles(found)) == len(names)
    assert all(outcome.where.isprintable() for outcome in found)
    assert list(tmp_path.iterdir()) == []


def test_members_that_cannot_be_read_are_named() -> None:
    found = read(
        archive(("inner.zip", archive(("a.txt", TEXT))), ("pack.jsonl.gz", b""), ("empty.txt", ""), ("a.txt", TEXT))
    )
    assert articles(found) == ["week.zip: a.txt"]
    assert [outcome.where for outcome in found if outcome.problem] == [
        "week.zip: inner.zip",
        "week.zip: pack.jsonl.gz",
        "week.zip: empty.txt",
    ]


def test_links_are_refused() -> None:
    assert "is a link" in only_problem(archive(("link.txt", "/etc/passwd"), mode=0o120777))


def test_archives_without_articles() -> None:
    assert "holds no articles" in only_problem(archive())
    assert "holds no articles" in only_problem(archive(("photo.png", b"x")))


def test_damaged_archives() -> None:
    whole = archive(("a.txt", TEXT), ("b.txt", TEXT))
    assert "damaged" in only_problem(whole[:-30])
    assert "damaged" in only_problem(b"no archive")
    assert "damaged" in only_problem(b"")


def test_a_damaged_member_does_not_spoil_the_others() -> None:
    data = bytearray(archive(("a.txt", TEXT), ("b.txt", TEXT + "Two."), packing=zipfile.ZIP_STORED))
    data[data.find(b"Japan")] ^= 0xFF
    found = read(bytes(data))
    assert articles(found) == ["week.zip: b.txt"]
    assert [outcome.where for outcome in found if outcome.problem] == ["week.zip: a.txt"]


def test_encrypted_members_say_so() -> None:
    data = bytearray(archive(("a.txt", TEXT)))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + offset] |= 1
    assert "is encrypted" in only_problem(bytes(data))


def test_a_member_that_unpacks_to_too_much_is_refused_alone() -> None:
    found = read(archive(("bomb.txt", bytes(30 << 20)), ("a.txt", TEXT)))
    assert articles(found) == ["week.zip: a.txt"]
    assert "is larger than 20 MB" in str(found[0].problem)


def test_many_members_together_may_not_unpack_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explorer.reading.bounded.FREE_SIZE", 1 << 20)
    large = b"said the minister of it. " * 10_000
    found = read(archive(*[(f"{number:02}.txt", large) for number in range(30)]))
    assert 0 < len(articles(found)) < 10
    assert "unpacks to far more" in str(found[-1].problem)
    assert sum(outcome.problem is not None for outcome in found) == 1


def test_overlapping_members_are_refused_before_work() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = b"a" * 1000
    kernel = packer.compress(raw) + packer.flush()
    sizes = (zlib.crc32(raw), len(kernel), len(raw))
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 33, *sizes, 5, 0) + b"k.txt" + kernel
    entry = struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 33, *sizes, 5, 0, 0, 0, 0, 0, 0) + b"k.txt"
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 9, 9, len(entry) * 9, len(local), 0)
    assert "overlap" in only_problem(local + entry * 9 + end)


def test_too_many_members_are_refused_before_work(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MEMBER_LIMIT >= 20_000
    monkeypatch.setattr("explorer.reading.archive.MEMBER_LIMIT", 2)
    assert "more than 2" in only_problem(archive(("a.txt", TEXT), ("b.txt", TEXT), ("c.txt", TEXT)))


def test_an_archive_in_a_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "week.zip").write_bytes(archive(("a.txt", TEXT)))
    assert articles(list(read_paths([tmp_path]))) == [f"{tmp_path / 'week.zip'}: a.txt"]
