"""Read Markdown with front matter.

"---\\ntitle: Pact signed\\ndate: 2024-05-06\\n---\\nTokyo …" -> Document(title="Pact signed", date="2024-05-06", …)
"""

from __future__ import annotations

import re

import yaml

from explorer.errors import UnreadableDocument
from explorer.model import Document
from explorer.reading.encoding import decode
from explorer.reading.plain import read_text

FENCE = re.compile(r"---[ \t]*\r?\n")
END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
LONGEST = 8_000  # characters of front matter; its parser is quadratic on brackets
HEADING = re.compile(r"\s*#{1,6}[ \t]+([^\r\n]+)")


def read_markdown(data: bytes) -> Document:
    """Read the content of a .md file; the body stays as written, front matter and first heading give the title."""
    front, body = _split(decode(data))
    fields = _fields(front)
    return read_text(
        body,
        title=fields.get("title", "") or _heading(body),
        date=fields.get("date"),
        source=fields.get("source"),
        url=fields.get("url"),
    )


def _split(text: str) -> tuple[str, str]:
    opening = FENCE.match(text)
    if not opening:
        return "", text
    closing = END.search(text, opening.end(), opening.end() + LONGEST)
    if not closing:
        raise UnreadableDocument('has broken front matter: no line "---" closes what line 1 opens; add it')
    return text[opening.end() : closing.start()], text[closing.end() :]


def _fields(front: str) -> dict[str, str]:
    """Parse without resolving types, so that a date stays as written and `title: No` stays a word."""
    try:
        loaded = yaml.load(front, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = f" on line {error.problem_mark.line + 2}" if error.problem_mark else ""
        raise UnreadableDocument(f"has broken front matter{line}: {error.problem}; put quotes around it") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableDocument('has broken front matter; write one "name: value" a line') from error
    if loaded in (None, ""):
        return {}
    if not isinstance(loaded, dict):
        raise UnreadableDocument('has broken front matter; write one "name: value" a line')
    return {key: value for key, value in loaded.items() if isinstance(key, str) and isinstance(value, str)}


def _heading(body: str) -> str:
    match = HEADING.match(body)
    return match.group(1).rstrip("# \t") if match else ""
