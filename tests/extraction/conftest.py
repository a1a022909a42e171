"""The real pipeline, loaded once for the session, and a reader that turns a sentence into an extraction."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from explorer.extraction import extract, load_pipeline
from explorer.model import Document, Extraction
from tests.extraction.told import PUBLISHED

Reader = Callable[..., Extraction]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_pipeline()


@pytest.fixture(scope="session")
def read(nlp: Language) -> Reader:
    """Read a text as an article published on a Thursday, 20 November 2025."""

    def reader(text: str, date: str | None = PUBLISHED) -> Extraction:
        return extract(Document(id="article", title="", text=text, date=date), nlp)

    return reader
