"""Finds whom "we", "I" and "my country" mean: the speaker of a quotation, or of the whole text if it is a speech.

"Statement by the President of Kenya. My country condemns …" -> "my" means country:KEN
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from explorer.extraction.anaphora import PRONOUN
from explorer.extraction.cast import Cast
from explorer.extraction.narrator import find_narrator
from explorer.extraction.quotations import quotations
from explorer.extraction.speakers import speakers_at
from explorer.knowledge.language import grammar
from explorer.knowledge.names import NameKind
from explorer.model import Document

PLURAL = {"we", "us", "our", "ours", "ourselves"}
SINGULAR = {"i", "me", "my", "mine", "myself"}
FIRST_PERSON = re.compile(r"\b(we|us|our|ours|ourselves|i|me|my|mine|myself)\b", re.IGNORECASE)
GOES_ON = {"add", "continue"}
REACH = 3  # sentences over which a quotation may go on without naming its speaker again
# Whom we call ours we are not: "Israel bombed our friends in Lebanon", "our Organization" in the United Nations.
OTHERS = {
    # fmt: off
    "friend",
    "neighbour",
    "neighbor",
    "ally",
    "partner",
    "brother",
    "sister",
    "enemy",
    "adversary",
    "opponent",
    "region",
    "subregion",
    "continent",
    "world",
    "planet",
    "organization",
    "organisation",
    "assembly",
    "time",
    "era",
    "age",
    "host",
    "colleague",
    "counterpart",
    "century",
    "union",
    "community",
    "globe",
    "humanity",
    # fmt: on
}
PEOPLE = ("leader:", "person:")


def link_first_person(doc: Doc, cast: Cast, document: Document) -> None:
    """Add mentions for pronouns of the first person, and remember who tells the text, if anybody does."""
    quoted = quotations(doc)
    if not quoted and not FIRST_PERSON.search(doc.text):
        return
    tellers = _tellers(doc, cast, quoted)
    cast.quoted.update({index: tellers[number][0] for index, number in quoted.items() if number in tellers})
    spoken = [token for token in doc if token.lower_ in PLURAL | SINGULAR and token.i not in cast.at]
    plain = [token for token in spoken if token.i not in quoted]
    state, person = find_narrator(doc, cast, document, quoted) if plain else (None, None)
    cast.narrator = state
    for token in spoken:
        number = quoted.get(token.i)
        if number is not None:
            who = tellers.get(number, ())
        elif state is not None:
            who = (person,) if person is not None and token.lower_ in SINGULAR else (state,)
        else:
            who = _reported(token, cast)
        meant = _meant(token, who, cast)
        if meant:
            kind = PRONOUN if meant[0].startswith(PEOPLE) else NameKind.NAME  # a state that says "we" names itself
            cast.add(token.i, token.i + 1, meant, kind, named=False)


def _meant(token: Token, who: tuple[str, ...], cast: Cast) -> tuple[str, ...]:
    """ "we" and "my government" are the state or body of whoever speaks, "I" is himself."""
    if token.dep_ == "poss" and token.head.lemma_.lower() in OTHERS:
        return ()
    own = token.lower_ in PLURAL or token.head.lemma_.lower() in grammar().all_representatives and token.dep_ == "poss"
    if not own:
        return who if len(who) == 1 else ()
    return tuple(dict.fromkeys(_side(actor, cast) for actor in who))


def _side(actor: str, cast: Cast) -> str:
    if not actor.startswith(PEOPLE) or actor not in cast.members:
        return actor
    return cast.members[actor].holder_of or cast.country_of(actor) or actor


def _reported(token: Token, cast: Cast) -> tuple[str, ...]:
    """Give who speaks where the marks of quotation are lost: "We condemn this, Kenya said"."""
    for verb in token.ancestors:
        if _is_saying(verb) and not _is_own(verb):
            return speakers_at(verb, cast)
    return ()


def _tellers(doc: Doc, cast: Cast, quoted: dict[int, int]) -> dict[int, tuple[str, ...]]:
    """Give the speakers of each quotation by its number."""
    found: dict[int, tuple[str, ...]] = {}
    last: tuple[str, ...] = ()
    last_at = -REACH - 1
    for number, tokens in _by_number(doc, quoted):
        first, end = cast.number_of(tokens[0].i), cast.number_of(tokens[-1].i)
        who, goes_on = _attributed(cast.sentences[first : end + 1], cast, quoted)
        if (
            not who
            and (goes_on or not _has_saying(cast.sentences[first : end + 1], quoted))
            and first - last_at <= REACH
        ):
            who = last
        if who:
            found[number], last, last_at = who, who, end
    return found


def _by_number(doc: Doc, quoted: dict[int, int]) -> Iterator[tuple[int, list[Token]]]:
    groups: dict[int, list[Token]] = {}
    for index, number in quoted.items():
        groups.setdefault(number, []).append(doc[index])
    return iter(groups.items())


def _attributed(sentences: tuple[Span, ...], cast: Cast, quoted: dict[int, int]) -> tuple[tuple[str, ...], bool]:
    goes_on = False
    for verb in _sayings(sentences, quoted):
        who = speakers_at(verb, cast)
        if who:
            return who, False
        goes_on = goes_on or verb.lemma_.lower() in GOES_ON
    return (), goes_on


def _has_saying(sentences: tuple[Span, ...], quoted: dict[int, int]) -> bool:
    return next(_sayings(sentences, quoted), None) is not None


def _sayings(sentences: tuple[Span, ...], quoted: dict[int, int]) -> Iterator[Token]:
    return (token for sentence in sentences for token in sentence if token.i not in quoted and _is_saying(token))


def _is_saying(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in grammar().statement_verbs | {"reply", "respond"}


def _is_own(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" and child.lower_ in PLURAL | SINGULAR for child in verb.children)
