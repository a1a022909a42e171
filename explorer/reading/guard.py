"""Make text safe to store, show and export without moving a single character.

"The \\u202eecnarF\\u202c minister" -> "The  ecnarF  minister": every offset still points at the same place.
"""

from __future__ import annotations

import re

# XML 1.0 (GEXF, GraphML) forbids most C0 controls and U+FFFE/U+FFFF; C0 and C1 steer terminals; bidirectional
# overrides reorder a page; a byte order mark inside the text is swallowed into names.
CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
DIRECTIONS = "\u202a-\u202e\u2066-\u2069"
NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane << 16 | 0xFFFE)}-{chr(plane << 16 | 0xFFFF)}" for plane in range(17)
)
BAD = re.compile(f"[{CONTROLS}{DIRECTIONS}{NONCHARACTERS}\ufeff]")
SURROGATES = re.compile("[\ud800-\udfff]")  # lone ones: Python joins pairs when it decodes
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


def guard(text: str) -> str:
    """Replace each bad character by one space, each lone surrogate by U+FFFD; the length never changes."""
    return SURROGATES.sub("\ufffd", BAD.sub(" ", text))


def without_invisible(text: str) -> str:
    """Drop soft hyphens and zero-width spaces; only for text whose offsets nobody outside knows yet."""
    return INVISIBLE.sub("", text)


def one_line(text: str, *, limit: int) -> str:
    """Guard a title or name and bring it to one line of at most `limit` characters, ending in … where cut."""
    line = " ".join(guard(text[: limit * 10]).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def printable(text: str) -> str:
    """Escape what a terminal would obey or hide: "a\\x1b[2J.txt" -> "a\\\\x1b[2J.txt"."""
    return "".join(character if character.isprintable() else ascii(character)[1:-1] for character in text)
