"""Does what the model's attribute ruler does, in a tenth of the time: what a rule says of a word it says each time.

("VBD", "met", "ROOT") -> POS VERB, Tense=Past, decided by the ruler's own patterns once
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, MorphAnalysis, Token

NAME = "explorer_attributes"
RULER = "attribute_ruler"
READ = {"TAG", "LOWER", "DEP", "IS_SPACE"}  # what patterns of one token may look at
WRITTEN = {"POS", "MORPH", "LEMMA", "TAG", "DEP"}

Key = tuple[int, int, int]
Decision = tuple[int | None, MorphAnalysis | None, tuple[tuple[str, str], ...]]


def quicken(nlp: Language) -> None:
    """Put our component in the place of the attribute ruler, if it has only patterns that can be remembered."""
    if RULER not in nlp.pipe_names:
        return
    ruler = nlp.get_pipe(RULER)
    if isinstance(ruler, AttributeRuler) and _can_be_remembered(ruler):
        nlp.add_pipe(NAME, before=RULER)
        nlp.disable_pipe(RULER)


def _can_be_remembered(ruler: AttributeRuler) -> bool:
    for rule in ruler.patterns:
        patterns: Any = rule["patterns"]
        attributes: Any = rule["attrs"]
        if not set(attributes) <= WRITTEN:
            return False
        if any(len(pattern) == 1 and not set(pattern[0]) <= READ for pattern in patterns):
            return False
    return True


@Language.factory(NAME, requires=["token.tag", "token.dep"], assigns=["token.pos", "token.morph", "token.lemma"])
class QuickAttributes:
    """Sets part of speech, morphology and exceptional lemmas by the patterns of the model's attribute ruler."""

    def __init__(self, nlp: Language, name: str) -> None:
        ruler: Any = nlp.get_pipe(RULER)
        self.vocab = nlp.vocab
        self.attributes: list[dict[str, str]] = []
        self.indices: list[int] = []
        self.single = Matcher(nlp.vocab, validate=False)
        self.several = Matcher(nlp.vocab, validate=False)
        for number, rule in enumerate(ruler.patterns):
            self.attributes.append(rule["attrs"])
            self.indices.append(rule["index"])
            for matcher, wanted in ((self.single, True), (self.several, False)):
                patterns = [pattern for pattern in rule["patterns"] if (len(pattern) == 1) is wanted]
                if patterns:
                    matcher.add(str(number), patterns)
        self.rules: dict[Key, tuple[int, ...]] = {}
        self.decided: dict[tuple[int, ...], Decision] = {}

    def __call__(self, doc: Doc) -> Doc:
        beside = self._beside(doc)
        for token in doc:
            key = (token.tag, token.lower, token.dep)
            rules = self.rules.get(key)
            if rules is None:
                rules = self.rules[key] = self._numbers(self.single(doc[token.i : token.i + 1], allow_missing=True))
            if token.i in beside:
                rules = tuple(sorted((*rules, *beside[token.i])))
            pos, morph, rest = self.decided.get(rules) or self._decide(rules)
            if pos is not None:
                token.pos = pos
            if morph is not None:
                token.set_morph(morph)  # type: ignore[attr-defined]
            for name, value in rest:
                setattr(token, f"{name.lower()}_", value)
        return doc

    def _beside(self, doc: Doc) -> dict[int, list[int]]:
        """Give the rules of several tokens that hold, by the token they write to."""
        found: dict[int, list[int]] = defaultdict(list)
        for match, start, end in self.several(doc, allow_missing=True):
            number = int(self.vocab.strings[match])
            span = doc[start:end]
            target: Token = span[self.indices[number]]
            found[target.i].append(number)
        return found

    def _numbers(self, matches: Iterable[tuple[int, int, int]]) -> tuple[int, ...]:
        return tuple(sorted({int(self.vocab.strings[match]) for match, _, _ in matches}))

    def _decide(self, rules: tuple[int, ...]) -> Decision:
        """Join what rules write: of two, the later one holds."""
        merged = {name: value for number in rules for name, value in self.attributes[number].items()}
        pos = self.vocab.strings[merged["POS"]] if "POS" in merged else None
        morph = MorphAnalysis(self.vocab, merged["MORPH"]) if "MORPH" in merged else None
        rest = tuple((name, value) for name, value in merged.items() if name not in {"POS", "MORPH"})
        self.decided[rules] = decision = (pos, morph, rest)
        return decision
