"""A commitment on its way from words to a record, and what is read beside its noun.

"a $920 million arms contract" -> amount $920 million, phrase "arms contract"
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from explorer.extraction.cast import Cast
from explorer.extraction.drafts import Draft
from explorer.extraction.money import AmountAt
from explorer.knowledge.language import commitments, grammar
from explorer.model import Amount, CommitmentKind, CommitmentStatus, Party

WORTH_WITHIN = 3  # words from the noun to "worth"
LONGEST_WORTH = 25  # characters of "worth as much as about"


@dataclass(frozen=True, slots=True)
class CommitmentDraft:
    """A commitment before names, dates and ids."""

    kind: CommitmentKind
    parties: tuple[Party, ...]
    trigger: Token
    sentence: Span
    status: CommitmentStatus
    phrase: str
    rule: str
    amount: Amount | None = None
    instrument: str | None = None
    strength: float = 0.9
    more: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a commitment is read beside.

    `near` are the events of this sentence and those shortly before it, `amounts` those of this sentence, `before` all
    commitments found so far.
    """

    sentence: Span
    cast: Cast
    near: Sequence[Draft]
    amounts: Sequence[AmountAt]
    before: Sequence[CommitmentDraft]


def amount_of(noun: Token, amounts: Sequence[AmountAt]) -> Amount | None:
    """Give the amount that measures a noun: "a $920 million contract", "deals worth about $30 billion"."""
    if not amounts:
        return None
    left, right = noun.left_edge.idx, noun.right_edge.idx + len(noun.right_edge)
    inside = [at for at in amounts if left <= at.start < right and not _in_other_clause(noun, at)]
    inside = inside or [at for at in amounts if _is_worth(noun, at)]
    if not inside:
        return None
    return min(inside, key=lambda at: abs(at.start - noun.idx)).amount


def _is_worth(noun: Token, at: AmountAt) -> bool:
    # "the deal, worth 40 billion pounds, …": the parser hangs "worth" anywhere
    following = noun.doc[noun.i + 1 : noun.i + 1 + WORTH_WITHIN]
    worth = next((token for token in following if token.lower_ in {"worth", "valued", "totalling", "totaling"}), None)
    return worth is not None and 0 < at.start - worth.idx <= LONGEST_WORTH


def _in_other_clause(noun: Token, at: AmountAt) -> bool:
    span = noun.doc.char_span(at.start, at.end, alignment_mode="expand")
    node = span.root if span is not None else noun
    while node != noun and node.head != node:
        if node.dep_ in {"relcl", "advcl"}:
            return True
        node = node.head
    return False


def phrase_of(noun: Token, cast: Cast) -> str:
    """Give the noun with the adjectives that say what it is: "free trade agreement", "bilateral summit"."""
    kept = [
        child.text.lower() if child.text.istitle() and child.pos_ != "PROPN" else child.text
        for child in noun.lefts
        if child.dep_ in {"amod", "compound"}
        and child.i not in cast.at
        and child.i >= noun.i - 4
        and child.is_alpha
        and child.lower_ not in grammar().quantities | commitments().plain_adjectives
    ]
    tail = ""
    if noun.lemma_.lower() == "memorandum":
        tail = " of understanding" if any(child.lower_ == "of" for child in noun.children) else ""
    return " ".join([*kept, noun.text.lower()]) + tail
