"""Text that XML can hold.

clean("a\\x00b") -> "a\\ufffdb"
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable

DECLARATION = b"<?xml version='1.0' encoding='utf-8'?>\n"
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Replace the control characters and lone surrogates that would make the whole file unreadable."""
    return NOT_XML.sub("\ufffd", text)


def clean_ids(ids: Iterable[str]) -> dict[str, str]:
    """Give every id a clean one, all different even where cleaning makes two alike."""
    cleaned: dict[str, str] = {}
    taken: set[str] = set()
    for id in ids:
        base = candidate = " ".join(clean(id).split())  # a reader may join spaces
        number = 1
        while candidate in taken:
            number += 1
            candidate = f"{base}~{number}"
        taken.add(candidate)
        cleaned[id] = candidate
    return cleaned


def write_xml(root: ET.Element) -> bytes:
    """Give a whole file; everything put into the tree has to be clean."""
    ET.indent(root)
    body: bytes = ET.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body.removeprefix(DECLARATION) + b"\n"
