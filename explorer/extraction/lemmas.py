"""Mends lemmas that the small model gets wrong: "staged drills" is from "stage", not "stag"."""

from __future__ import annotations

from spacy.language import Language

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
        known = dict(table.get(part, {}))
        known.update({form: [lemma] for form, lemma in forms.items()})
        table[part] = known


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
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
