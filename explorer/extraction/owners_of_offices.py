"""Finds whose office a title names: before it ("Japan's new premier"), after it, or by a pronoun ("whose ruler").

"the Chinese foreign ministry spokeswoman" -> country:CHN, as a part of it
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from explorer.extraction.cast import Cast, Mention
from explorer.extraction.titles_in_text import TitleAt
from explorer.knowledge.language import name_words, titles
from explorer.knowledge.names import NameKind

OWN = {"its", "their"}
SUBJECTS = {"nsubj", "nsubjpass"}
# What may stand between a state and those who lead all of it; "the Iraqi tribal leader" leads no state.
STRICT = {"leader", "head"}


@dataclass(frozen=True, slots=True)
class Owner:
    """`left` is where the phrase begins; `is_part` says that the office is one of a ministry, an army, a parliament."""

    body: str | None
    left: int
    past: bool
    is_part: bool = False
    by_pronoun: bool = False


def find_owner(doc: Doc, cast: Cast, at: TitleAt) -> Owner:
    """Find the country or organization of a title; `body` is None where none is said."""
    index, past, is_part = _before(doc, cast, at)
    mention = body_at(cast, index)
    if mention is not None and not _is_loose(doc, at, index):
        before = doc[mention.start - 1].lower_ if mention.start > 0 else ""
        is_part = is_part or mention.kind == NameKind.CITY  # "the Chechen leader"
        return Owner(mention.actors[0], mention.start, past or before in titles().prefixes_past, is_part)
    after = at.end
    if after + 1 < len(doc) and doc[after].lower_ in {"of", "for", "to"}:
        following = after + 2 if doc[after + 1].lower_ == "the" else after + 1
        mention = body_at(cast, following)
        if mention is not None:
            return Owner(mention.actors[0], index + 1, past)
    referred = _by_pronoun(doc, cast, index, at)
    return Owner(referred, index + 1, past, is_part, by_pronoun=referred is not None)


def body_at(cast: Cast, index: int) -> Mention | None:
    """Give the mention of a country or organization at a token."""
    mention = cast.at.get(index)
    return mention if mention is not None and mention.actors[0].startswith(("country:", "organization:")) else None


def _before(doc: Doc, cast: Cast, at: TitleAt) -> tuple[int, bool, bool]:
    """Walk left over what may stand between owner and title; say whether it was in the past and of a part only."""
    rows, organs = titles(), name_words().organ_words
    index, past, is_part = at.start - 1, False, False
    while index >= 0:
        token = doc[index]
        if body_at(cast, index) is not None:  # "World Bank President"
            break
        if _is_between(token):
            past = past or token.lower_ in rows.prefixes_past
        elif token.lower_ in organs and token.ent_type_ not in {"GPE", "NORP"}:
            is_part = True
        else:
            break
        index -= 1
    return index, past, is_part


def _is_between(token: Token) -> bool:
    rows = titles()
    if token.lower_ in rows.prefixes_past or token.lower_ in rows.prefixes_present or token.tag_ == "POS":
        return True
    return token.text == "-" or (token.pos_ in {"ADJ", "ADV"} and token.ent_type_ == "") or token.lower_ == "then"


def _is_loose(doc: Doc, at: TitleAt, owner: int) -> bool:
    """Tell whether other words than those of an office part a leader from a country: "Iraqi tribal leader"."""
    if at.title is None or at.title.office not in STRICT:
        return False
    rows = titles()
    allowed = rows.prefixes_past | rows.prefixes_present | {"'s", "’s", "'", "-"} | rows.ruling
    return any(token.lower_ not in allowed for token in doc[owner + 1 : at.start])


def _by_pronoun(doc: Doc, cast: Cast, index: int, at: TitleAt) -> str | None:
    if index < 1:
        return None
    word = doc[index].lower_
    if word == "whose":  # "Guinea, whose military ruler"
        before = index - 2 if doc[index - 1].text == "," else index - 1
        found = body_at(cast, before)
        return found.actors[0] if found else None
    if word not in OWN or doc[at.end - 1].dep_ not in SUBJECTS:  # "Israel killed its leader" tells not whose
        return None
    sentence = cast.sentence_at(index)
    named = [mention for token in doc[sentence.start : index] if (mention := body_at(cast, token.i))]
    subjects = [mention for mention in named if doc[mention.start : mention.end].root.dep_ in SUBJECTS]
    chosen = subjects or named
    return chosen[-1].actors[0] if chosen else None
