"""Mends lemmas that the small model gets wrong: "staged drills" is from "stage", not "stag"."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.language import Language
from spacy.lookups import Lookups

from explorer.knowledge.language import lemmas

VOWELS = "aeiou"
TABLE = "lemma_exc"


def mend_lemmas(nlp: Language) -> None:
    """Add regular forms of listed lemmas to the lemmatizer's exceptions, if it works with a table at all."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table(TABLE):
        return
    table = lookups.get_table(TABLE)
    words = lemmas()
    for part, forms in (
        ("verb", {form: lemma for lemma in words.verbs for form in verb_forms(lemma)}),
        ("noun", {plural(lemma): lemma for lemma in words.nouns}),
    ):
        table[part] = {**table.get(part, {}), **{form: [lemma] for form, lemma in forms.items()}}
        _forget_rivals(lookups, part, forms)


def _forget_rivals(lookups: Lookups, part: str, forms: Mapping[str, str]) -> None:
    """Take "stag" out of the known verbs: a lemma that the rules find there is preferred to any exception."""
    index, rules = lookups.get_table("lemma_index"), lookups.get_table("lemma_rules")
    rivals = {
        form.removesuffix(old) + new
        for form, lemma in forms.items()
        for old, new in rules[part]
        if form.endswith(old) and form.removesuffix(old) + new != lemma
    }
    index[part] = [known for known in index[part] if known not in rivals - set(forms.values())]


def verb_forms(lemma: str) -> tuple[str, ...]:
    """Give the regular forms: "wage" -> wages, waged, waging; "levy" -> levies, levied, levying."""
    if lemma.endswith("ie"):
        return lemma + "s", lemma + "d", lemma[:-2] + "ying"
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    return plural(lemma), lemma + "ed", lemma + "ing"


def plural(lemma: str) -> str:
    """Give the regular plural, which is also the third person of a verb."""
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
