"""Makes text out of articles harmless wherever Streamlit would read it as Markdown, HTML or JSON.

as_markdown("![x](https://evil.example/x.png)") -> "\\!\\[x\\]\\(https\\:\\/\\/evil\\.example\\/x\\.png\\)"
"""

from __future__ import annotations

import html
import re

SPECIAL = re.compile(r"[!-/:-@\[-`{-~]")
UNSHOWABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def shown(text: str | None) -> str:
    """Replace what cannot be sent or would turn the line around: half characters, controls, direction overrides."""
    return UNSHOWABLE.sub("\ufffd", text or "")


def named(text: str | None, instead: str = "(no name)") -> str:
    """Give a name for a label: one line, and never nothing."""
    return " ".join(shown(text).split()) or instead


def as_markdown(text: str | None) -> str:
    """Escape every ASCII sign, so that Markdown shows the text as it is written."""
    return SPECIAL.sub(lambda sign: "\\" + sign[0], shown(text))


def as_html(text: str | None) -> str:
    """Escape for HTML, quotes too."""
    return html.escape(shown(text), quote=True)
