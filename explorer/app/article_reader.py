"""Shows an article in place, with the sentence in question marked."""

from __future__ import annotations

import streamlit as st

from explorer.app.plain_text import as_html, named, shown
from explorer.model import Document

STYLE = """<style>
.article { font-size: 15.5px; line-height: 1.6; white-space: pre-wrap; overflow-wrap: anywhere; max-width: 46rem; }
.article mark { background: color-mix(in srgb, #e0a100 35%, transparent); color: inherit;
  border-radius: 3px; padding: 1px 2px; }
.origin { opacity: .75; font-size: 13.5px; overflow-wrap: anywhere; }
.headline { font-size: 1.25rem; font-weight: 650; line-height: 1.3; margin: 0 0 4px; overflow-wrap: anywhere; }
</style>"""


@st.dialog("Article", width="medium")
def read_article(document: Document, sentence: str) -> None:
    """Open the article over the page, with the sentence marked."""
    st.html(f"{STYLE}{head(document)}{body(document.text, sentence)}")


def head(document: Document) -> str:
    """Give title and origin as HTML; the address is text, as following it would leave this computer."""
    origin = " · ".join(as_html(item) for item in (document.source, document.date, document.url) if item)
    return f'<p class="headline">{as_html(named(document.title))}</p><p class="origin">{origin}</p>'


def body(text: str, sentence: str) -> str:
    """Give the text as HTML with the sentence marked."""
    before, found, after = shown(text).partition(sentence) if sentence else (shown(text), "", "")
    mark = f"<mark>{as_html(found)}</mark>" if found else ""
    return f'<div class="article">{as_html(before)}{mark}{as_html(after)}</div>'
