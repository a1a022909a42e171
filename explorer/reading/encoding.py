"""Turn bytes into text, whatever wrote them.

b"Fran\\xe7ois" -> "François"
"""

from __future__ import annotations

import codecs
import re

from explorer.errors import UnreadableDocument

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or Office file"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or encrypted Office file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
NOT_TEXT = "not text; save it as UTF-8 text and try again"
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
ESCAPED = re.compile("[\udc80-\udcff]")  # bytes that are not UTF-8
CONTROLS_IN_UTF8 = 0.3  # valid UTF-8 with a few NULs is damaged text
CONTROLS_ELSEWHERE = 0.02
MOSTLY_ASCII = 0.1  # share of bytes above 127 up to which a text is read as Western; French has 0.04, Greek 0.8
# Handled before, or of mainframes: on short texts they are wrong guesses.
UNLIKELY = ["utf_7", "utf_16", "utf_16_le", "utf_16_be", "cp037", "cp273", "cp424", "cp500", "cp1026", "cp1140"]
FALLBACK = "utf8-or-cp1252"


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Decode a whole article; `declared` is what the file says of itself, believed only if UTF-8 is impossible.

    Raises UnreadableDocument for what is not text at all.
    """
    _refuse_known_binary(data)
    text = _decode_marked(data)
    if text is None:
        text = _decode_unmarked_utf16(data)
    if text is not None:
        return text
    text = _decode_strictly(data, "utf-8")
    if text is not None:
        return _refuse_controls(text, CONTROLS_IN_UTF8)
    text = _decode_strictly(data, _western(declared)) if declared else None
    return _refuse_controls(_decode_legacy(data) if text is None else text, CONTROLS_ELSEWHERE)


def has_wide_mark(data: bytes) -> bool:
    """Tell whether the data begins with the byte order mark of UTF-16 or UTF-32."""
    return any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS[1:])


def _refuse_known_binary(data: bytes) -> None:
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            raise UnreadableDocument(f"is {name} inside, {NOT_TEXT}")


def _refuse_controls(text: str, limit: float) -> str:
    if len(CONTROLS.findall(text)) > limit * len(text):
        raise UnreadableDocument(f"is binary, {NOT_TEXT}")
    return text


def _decode_marked(data: bytes) -> str | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            errors = FALLBACK if encoding == "utf-8" else "replace"
            return data[len(mark) :].decode(encoding, errors)
    return None


def _decode_strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, ValueError):  # a codec that does not exist or is none for text; bytes that do not fit
        return None


def _decode_unmarked_utf16(data: bytes) -> str | None:
    """English in UTF-16 has a NUL in every other byte."""
    half = len(data) // 2
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if half and data[offset::2].count(0) > 0.8 * half and data[1 - offset :: 2].count(0) < 0.1 * half:
            return data.decode(encoding, "replace")
    return None


def _western(encoding: str) -> str:
    """Read "latin-1" as Windows-1252, as browsers do."""
    try:
        return "cp1252" if codecs.lookup(encoding).name in {"iso8859-1", "ascii"} else encoding
    except (LookupError, ValueError):
        return encoding


def _decode_legacy(data: bytes) -> str:
    """Decode what is not valid UTF-8: Western text with some foreign bytes, or another alphabet."""
    high = len(data) - len(data.decode("ascii", "ignore"))
    escaped = len(ESCAPED.findall(data.decode("utf-8", "surrogateescape")))
    is_damaged_utf8 = escaped * 2 <= high  # other encodings fit by accident a quarter of the time
    if high > MOSTLY_ASCII * len(data) and not is_damaged_utf8:
        from charset_normalizer import from_bytes

        best = from_bytes(data, cp_exclusion=UNLIKELY).best()
        if best is not None:
            return str(best)
    return data.decode("utf-8", FALLBACK)


def _western_byte(error: UnicodeError) -> tuple[str, int]:
    """Read a byte that is not UTF-8 as Windows-1252, so that a file in mixed encodings loses nothing."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    is_cut_off = error.reason == "unexpected end of data" and error.end == len(error.object)
    if is_cut_off and not error.object[: error.start].isascii():
        return "\ufffd", error.end
    byte = error.object[error.start : error.start + 1]
    return byte.decode("cp1252", "replace"), error.start + 1


codecs.register_error(FALLBACK, _western_byte)
