"""What became of one article: a document, or one line saying why not.

An empty "a.txt" -> Outcome("a.txt", None, "is empty; ...")
"""

from __future__ import annotations

from dataclasses import dataclass

from explorer.model import Document
from explorer.reading.guard import printable
from explorer.reading.language import ENGLISH, language_name


@dataclass(frozen=True, slots=True)
class Outcome:
    """`where` names the file and, where it applies, the line or member; both strings are safe to print.

    There is a document or a problem; a document that is not in English comes with both.
    """

    where: str
    document: Document | None
    problem: str | None


def success(where: str, document: Document) -> Outcome:
    """Hand over a document, saying so if nothing can be extracted from its language."""
    return Outcome(printable(where), document, language_problem(document))


def failure(where: str, problem: object) -> Outcome:
    """Report in one printable line why there is no document."""
    return Outcome(printable(where), None, printable(" ".join(str(problem).split())))


def language_problem(document: Document) -> str | None:
    """Say that a document is not in English; None if it is."""
    code = document.language
    if code is None or code == ENGLISH:
        return None
    return f"written in {language_name(code)} ({code}), not English: stored, but nothing can be extracted from it"
