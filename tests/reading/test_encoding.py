"""Bytes of any origin become text or are refused as no text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.errors import UnreadableDocument
from explorer.reading.encoding import decode

ENGLISH = "The foreign minister of France met François Hollande – “in Geneva” – on Monday.\n"
JAPANESE = "日本の外務大臣は韓国を訪問した。" * 20
CHINESE = "中国外交部长访问了俄罗斯。" * 20
RUSSIAN = "Министр иностранных дел России прибыл в Пекин. " * 20


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        ("Peña Nieto met Müller.", "latin-1"),
        (JAPANESE, "utf-8"),
        (JAPANESE, "shift_jis"),
        (CHINESE, "gb18030"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp1251"),
    ],
)
def test_encodings_are_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_mixed_encodings_lose_nothing() -> None:
    data = "Peña spoke.\n".encode() + "François spoke.\n".encode("cp1252") + "Erdoğan spoke.\n".encode()
    assert decode(data) == "Peña spoke.\nFrançois spoke.\nErdoğan spoke.\n"


def test_one_broken_byte_does_not_spoil_japanese() -> None:
    assert decode(JAPANESE.encode() + b"\xff" + JAPANESE.encode()) == f"{JAPANESE}ÿ{JAPANESE}"


def test_a_file_cut_inside_a_character_keeps_the_rest() -> None:
    assert decode("Peña spoke. Fran\u00e7".encode()[:-1]) == "Peña spoke. Fran\ufffd"


def test_overlong_and_surrogate_bytes_leave_no_surrogates() -> None:
    text = decode(ENGLISH.encode() + b"\xff\xfe\xfa\xc0\x80\xed\xa0\x80\xf8\x88\x80\x80\x80" + ENGLISH.encode())
    assert text.startswith(ENGLISH) and text.endswith(ENGLISH)
    assert text.encode()


def test_what_a_page_declares_counts_only_where_utf8_is_impossible() -> None:
    word = "Привет, мир"
    assert decode(word.encode("cp1251"), declared="windows-1251") == word
    assert decode(word.encode(), declared="windows-1251") == word
    assert decode("“café”".encode("cp1252"), declared="iso-8859-1") == "“café”"
    assert decode("we met in the café".encode("cp1252"), declared="no-such-codec") == "we met in the café"
    assert decode("we met in the café".encode("cp1252"), declared="hex") == "we met in the café"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"PK\x03\x04\x14\x00", "a zip archive or Office file"),
        (b"\x7fELF\x02\x01\x01" + bytes(4096), "a program"),
        (bytes(4096), "binary"),
        (bytes((index * 7919 + 13) % 256 for index in range(65536)), "binary"),
    ],
)
def test_binary_files_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        decode(data)


def test_a_few_nul_bytes_are_damage_and_no_binary_file() -> None:
    assert decode(ENGLISH.replace(" ", "\x00 ", 5).encode()).startswith("The\x00 foreign")


@given(st.binary(max_size=120))
@settings(max_examples=200, deadline=None)
def test_any_bytes_become_text_or_one_known_error(data: bytes) -> None:
    try:
        text = decode(data)
    except UnreadableDocument:
        return
    assert text.encode() is not None


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc",), exclude_characters="\ufeff"), max_size=120))
def test_utf8_stays_as_written(text: str) -> None:
    assert decode(text.encode()) == text
