"""Read the article out of a web page.

"<title>Pact signed</title> … <article><p>Tokyo …</p></article>" -> Document(title="Pact signed", text="Tokyo …")
"""

from __future__ import annotations

import logging
import re
from typing import Any

from explorer.errors import UnreadableDocument
from explorer.model import Document
from explorer.reading.encoding import decode
from explorer.reading.guard import guard, without_invisible
from explorer.reading.plain import EMPTY, read_text

DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})""", re.IGNORECASE)
DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")  # lxml refuses it in text that is decoded already
PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
HEAD = 4096
ELEMENT_LIMIT = 50_000  # 7 s of work; pages of news have a few thousand
HIDDEN = """
    //*[@hidden or @aria-hidden = "true"]
    | //*[contains(translate(@style, "DISPLAYNOE ", "displaynoe"), "display:none")]
    | //*[contains(translate(@style, "VISIBLTYHDEN ", "visibltyhden"), "visibility:hidden")]
    | //template | //noscript
"""
NOISY = ("trafilatura", "htmldate", "courlan", "justext", "readability", "charset_normalizer")


def read_html(data: bytes) -> Document:
    """Read the content of a .html file: the article without menus, scripts and hidden text."""
    page = decode(data, declared=_declared(data))
    if not guard(page).strip():
        raise UnreadableDocument(EMPTY)
    article = _extract(page)
    text = without_invisible(article.text or "") if article else ""
    if not text.strip():
        raise UnreadableDocument("holds no article text; save the page as text and try again")
    return read_text(
        text, title=article.title or "", date=article.date, source=article.sitename or article.hostname, url=article.url
    )


def _declared(data: bytes) -> str | None:
    match = DECLARED.search(data[:HEAD])
    return match.group(1).decode("ascii", "replace") if match else None


def _extract(page: str) -> Any:
    """Return trafilatura's answer, None where it finds no article. Costs 0.3 s at its first import."""
    import trafilatura

    for name in NOISY:  # what they complain about is reported once, by us
        logging.getLogger(name).setLevel(logging.CRITICAL)
    tree = trafilatura.load_html(_whole_page(page))
    if tree is None:
        return None
    if sum(1 for _ in tree.iter()) > ELEMENT_LIMIT:
        raise UnreadableDocument(f"has more than {ELEMENT_LIMIT} elements: save the article alone")
    for element in tree.xpath(HIDDEN):
        _remove(element)
    # Dates found in running text are often not the article's, so only what the page declares counts.
    dates = {"original_date": True, "extensive_search": False}
    return trafilatura.bare_extraction(tree, include_comments=False, with_metadata=True, date_extraction_params=dates)


def _whole_page(page: str) -> str:
    """Wrap a bare fragment, which would be taken for no HTML at all."""
    page = DECLARATION.sub("", page, count=1)
    return page if PAGE.search(page) else f"<html><body>{page}</body></html>"


def _remove(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()  # keeps the text that follows it
