"""What is doubtful in how an event was read: features from which its confidence follows.

"after talks with them" -> {noun, ungoverned, pronoun}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from explorer.extraction.anaphora import DESCRIPTION, PRONOUN
from explorer.extraction.cast import Cast, Mention
from explorer.extraction.matching import Match
from explorer.knowledge.gazetteer import known_actors
from explorer.model import Doubt

WEAK, FAIR = 0.7, 0.85  # strengths of wordings below which they are called so
FAR = 12  # tokens between the trigger and the head of an end
LONG = 40  # tokens of a sentence


def doubts_of(match: Match, cast: Cast) -> frozenset[Doubt]:
    """Give the features of wording, grammar and names of a match."""
    return frozenset(
        (*_of_wording(match), *_of_heads(match, cast), *_of_distance(match.trigger, (*match.doers, *match.slots), cast))
    )


def doubts_of_control(verb: Token, strength: float, heads: Sequence[Token], cast: Cast) -> frozenset[Doubt]:
    """Give the features of an event that a verb such as "agreed to" decides."""
    found = [Doubt.CONTROLLED, *_of_strength(strength), *_of_distance(verb, heads, cast)]
    return frozenset((*found, *_of_mentions(_mentions(heads, cast), cast)))


def doubts_of_sides(actors: Sequence[str], recipients: Sequence[str]) -> Iterator[Doubt]:
    """Give the features of the sides, once they are resolved."""
    if not recipients and len(actors) < 2:
        yield Doubt.ONE_END
    if max(len(actors), len(recipients)) > 2:
        yield Doubt.MANY


def _of_wording(match: Match) -> Iterator[Doubt]:
    yield from _of_strength(match.frame.strength)
    if match.frame.is_noun:
        yield Doubt.NOUN
        if not match.governed:
            yield Doubt.UNGOVERNED


def _of_strength(strength: float) -> Iterator[Doubt]:
    if strength < WEAK:
        yield Doubt.WEAK_WORDING
    elif strength < FAIR:
        yield Doubt.FAIR_WORDING


def _of_heads(match: Match, cast: Cast) -> Iterator[Doubt]:
    if match.doers and not any(token.i in cast.at for token in match.doers):
        yield Doubt.INDIRECT_ACTOR
    if match.slots and not any(token.i in cast.at for token in match.slots):
        yield Doubt.INDIRECT_RECIPIENT
    yield from _of_mentions(_mentions((*match.doers, *match.slots), cast), cast)


def _mentions(heads: Iterable[Token], cast: Cast) -> list[Mention]:
    return [cast.at[token.i] for token in heads if token.i in cast.at]


def _of_mentions(mentions: Sequence[Mention], cast: Cast) -> Iterator[Doubt]:
    kinds = {mention.kind for mention in mentions}
    if PRONOUN in kinds:
        yield Doubt.PRONOUN
    if DESCRIPTION in kinds:
        yield Doubt.DESCRIPTION
    if any(len(mention.actors) > 1 for mention in mentions):
        yield Doubt.SEVERAL_MEANT
    actors = [actor for mention in mentions for actor in mention.actors]
    if any(actor.startswith("person:") for actor in actors):
        yield Doubt.PRIVATE_PERSON
    if any(actor not in known_actors() and not actor.startswith("person:") for actor in actors):
        yield Doubt.UNLISTED


def _of_distance(trigger: Token, heads: Iterable[Token], cast: Cast) -> Iterator[Doubt]:
    if any(abs(head.i - trigger.i) > FAR for head in heads):
        yield Doubt.FAR
    if len(cast.sentence_at(trigger.i)) > LONG:
        yield Doubt.LONG_SENTENCE
