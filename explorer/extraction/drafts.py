"""An event on its way from a match to a record.

"Japan pledged $5 billion to Ukraine." -> Draft(AGREE, trigger "pledged", country:JPN -> country:UKR)
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from explorer.model import Doubt, EventType, Status


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before dates, topics and amounts are read; tokens are kept to find them."""

    type: EventType
    trigger: Token
    anchor: Token
    sentence: Span
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    rule: str
    mode: str | None = None
    status: Status = Status.ACTUAL
    speaker: str | None = None
    mutual: bool = False
    doubts: frozenset[Doubt] = frozenset()
