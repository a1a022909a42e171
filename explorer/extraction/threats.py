"""Deeds announced under a condition: "will cut off aid unless Peru pays" is a threat against Peru, made now.

"Iran would close the strait if attacked" -> THREATEN
"""

from __future__ import annotations

from spacy.tokens import Token

from explorer.extraction.cast import Cast
from explorer.extraction.clauses import surface_subjects
from explorer.knowledge.language import cues

CONDITIONS = {"unless", "if", "until"}


def on_condition_of(*verbs: Token) -> list[Token]:
    """Give the subjects of the conditions that hang on verbs: "unless Israel rescinded" -> Israel."""
    return [subject for verb in verbs for clause in _conditions(verb) for subject in surface_subjects(clause)]


def is_conditional_will(anchor: Token) -> bool:
    """Tell whether a clause says what its subject will or may do under a condition."""
    lowered = {child.lower_ for child in anchor.children if child.dep_ == "aux"}
    own_will = lowered & (cues().modals["future"] | {"would", "may", "could", "might"})
    return bool(own_will) and bool(_conditions(anchor))


def is_own_word(speaker: str, actors: tuple[str, ...], cast: Cast) -> bool:
    """Tell whether those who act are those who speak, or whom the speaker acts for."""
    side = cast.country_of(speaker) or speaker
    return any(speaker == actor or side == (cast.country_of(actor) or actor) for actor in actors)


def _conditions(verb: Token) -> list[Token]:
    return [
        child
        for child in verb.children
        if child.dep_ == "advcl"
        and any(inner.lower_ in CONDITIONS and inner.dep_ in {"mark", "advmod", "prep"} for inner in child.children)
    ]
