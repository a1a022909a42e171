"""Names as they are found, and those of bodies that only the noun before them gives away.

"the charity Pont Solidari" -> organization:pont-solidari
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from explorer.knowledge.language import name_words
from explorer.knowledge.names import slug

UNKNOWN_PERSON = "unknown_person"
UNKNOWN_BODY = "unknown_body"
TRAP = "trap"  # contains a name, but names nobody: "Sea of Japan"
PEOPLE = {"PERSON"}
OF_PEOPLE = {
    "developer",
    "operator",
    "producer",
    "contractor",
    "miner",
    "supplier",
    "manufacturer",
    "exporter",
    "maker",
}
LONGEST_BODY = 5  # tokens
JOINING = {"of", "de", "and", "&", "al", "-"}


@dataclass(frozen=True, slots=True)
class Found:
    """A name at tokens start..end; `kind` is a NameKind, or unknown_person or unknown_body."""

    start: int
    end: int
    actor: str
    kind: str

    @property
    def length(self) -> int:
        return self.end - self.start


def described_bodies(doc: Doc, known: list[Found]) -> Iterator[Found]:
    """Yield capitalised words right behind "charity" or "drugmaker" that nothing else takes for a name."""
    words = name_words()
    taken = {index for hit in known for index in range(hit.start, hit.end)}
    for token in doc[:-1]:
        is_company = token.lower_ in words.company_nouns
        if not (is_company or token.lower_ in words.body_nouns) or token.tag_ not in {"NN", "NNP"}:
            continue
        start, end = token.i + 1, _end_of_name(doc, token.i + 1, taken)
        if end > start and not _is_worker(doc, token, start, end):
            kind = "company" if is_company else "organization"
            yield Found(start, end, f"{kind}:{slug(doc[start:end].text)}", UNKNOWN_BODY)


def _is_worker(doc: Doc, noun: Token, start: int, end: int) -> bool:
    # "the developer Jane Cole", but not "the operator Novaska Shipping"
    is_person = noun.lower_ in OF_PEOPLE and doc[start].ent_type_ in PEOPLE
    return is_person and doc[end - 1].lower_ not in name_words().company_endings


def _end_of_name(doc: Doc, start: int, taken: set[int]) -> int:
    end = start
    while end < len(doc) and end - start < LONGEST_BODY and end not in taken and (_is_name(doc[end]) or end > start):
        token = doc[end]
        if not _is_name(token) and not (token.lower_ in JOINING and end + 1 < len(doc) and _is_name(doc[end + 1])):
            break
        end += 1
    return end


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.ent_type_ not in {"DATE", "GPE", "NORP"}
