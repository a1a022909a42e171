"""Tell which language a text is written in.

"日本の首相は米国大統領と会談した。" -> "ja"
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

ENGLISH = "en"
SAMPLE = 3000  # characters: enough for certainty, 1.5 ms
ENOUGH_LETTERS = 60
FUNCTION_WORDS = frozenset({"the", "of", "and", "to", "that", "with", "by", "from", "said"})
FUNCTION_SHARE = 0.08  # English news and speeches have at least 0.10
SURE = 0.35  # dialects and neighbours share the probability: Indonesian 0.41, Malay 0.59
HARDLY_ENGLISH = 0.02  # lists of foreign names keep 0.05, other languages fall below 0.0001
WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """Return the ISO 639-1 code; in doubt a text counts as English, because refusing an English one costs more."""
    words = WORD.findall(text[:SAMPLE].casefold())
    if _is_plainly_english(words) or _is_short_latin(words):
        return ENGLISH
    probabilities: dict[str, float] = dict(_identifier().rank(" ".join(words)))
    likeliest: str = max(probabilities, key=probabilities.__getitem__)
    is_other = probabilities[likeliest] >= SURE and probabilities[ENGLISH] < HARDLY_ENGLISH
    return likeliest if is_other else ENGLISH


@cache
def language_name(code: str) -> str:
    """Return the English name of a language: "ja" -> "Japanese"."""
    from babel import Locale

    return str(Locale("en").languages.get(code, code))


def _is_plainly_english(words: list[str]) -> bool:
    """Decide the common case without loading the model, which takes more than a second."""
    found = [word for word in words if word in FUNCTION_WORDS]
    return len(set(found)) >= 3 and len(found) >= FUNCTION_SHARE * len(words)


def _is_short_latin(words: list[str]) -> bool:
    letters = "".join(words)
    return len(letters) < ENOUGH_LETTERS and all(map(_is_latin, letters))


def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith("LATIN")


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Three-letter labels are dialects and creoles (Wu, Nigerian Pidgin) that take votes from Chinese and English.
    identifier.set_languages([label for label in identifier.labels if len(label) == 2])
    return identifier
