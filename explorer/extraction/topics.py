"""Gives an event its topics (PLOVER contexts) from the words around its trigger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from spacy.tokens import Span

from explorer.knowledge.topics import topics

MOST = 3


def topics_of(sentence: Span, *, most: int = MOST) -> tuple[str, ...]:
    """Give the topics whose words the sentence holds, the best supported first."""
    lemmas = [token.lemma_.lower() for token in sentence]
    single, several = _words()
    counts: Counter[str] = Counter()
    for lemma in lemmas:
        counts.update(single.get(lemma, ()))
    text = " ".join(lemmas)
    for words, named in several.items():
        if words in text:
            counts.update(named * 2)
    return tuple(topic for topic, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most])


@cache
def _words() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    single: dict[str, tuple[str, ...]] = {}
    several: dict[str, tuple[str, ...]] = {}
    for topic, entry in topics().items():
        for words in entry.words:
            table = several if " " in words or "-" in words else single
            table[words.lower()] = (*table.get(words.lower(), ()), topic)
    return single, several
