"""Alliances told by the word "ally".

"Japan, a close ally of the United States," -> alliance of Japan and the United States
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from explorer.extraction.arguments import Role, owners, participants
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import (
    OBJECTS,
    objects_after,
    surface_subjects,
)
from explorer.extraction.commitment_drafts import CommitmentDraft, Surroundings
from explorer.extraction.commitment_parties import is_body
from explorer.extraction.status import judge
from explorer.model import CommitmentKind, CommitmentStatus, Party, PartyRole, Status

STRENGTH = 0.7  # "ally" may be said of no more than a friend


def of_ally(noun: Token, around: Surroundings) -> CommitmentDraft | None:
    """Read "X's ally Y", "Y, an ally of X", "X and Y are allies" as an alliance of X and Y."""
    owning, allied = _states(_owning(noun, around.cast)), _states(_allied(noun, around.cast))
    parties = tuple(dict.fromkeys((*owning, *allied)))
    is_named_twice = owning and set(allied) - set(owning)
    status = _status(noun)
    if status is None or not (is_named_twice or (len(allied) > 1 and _is_predicate(noun))):
        return None
    return CommitmentDraft(
        kind=CommitmentKind.ALLIANCE,
        parties=tuple(Party(actor, PartyRole.PARTY) for actor in parties),
        trigger=noun,
        sentence=around.sentence,
        status=status,
        phrase="alliance",
        rule="alliance: ally",
        strength=STRENGTH,
    )


def _owning(noun: Token, cast: Cast) -> Iterator[str]:
    # In "North Korea's Lebanese ally" the adjective says what the ally is, the possessive whose ally it is.
    possessors = [child for child in noun.lefts if child.dep_ == "poss"]
    if possessors:
        yield from (actor for child in possessors for actor in participants(child, cast, Role.RECIPIENT))
    else:
        yield from owners(noun, cast)
    for inner in objects_after(noun, {"of", "to"}):
        yield from participants(inner, cast, Role.RECIPIENT)


def _allied(noun: Token, cast: Cast) -> Iterator[str]:
    """Give who the ally is: the name beside it, or the subject of "is an ally"."""
    beside = [child for child in noun.children if child.dep_ == "appos"]
    if noun.dep_ in {"appos", "compound", "nmod"}:
        beside.append(noun.head)
    if noun.i + 1 < len(cast.doc) and noun.nbor().pos_ == "PROPN":  # "Iran's ally Hezbollah fired" parts the two
        beside.append(noun.nbor())
    if _is_predicate(noun):
        beside += surface_subjects(noun.head)
    for token in beside:
        if token.i in cast.at:
            yield from participants(token, cast, Role.ACTOR)


def _is_predicate(noun: Token) -> bool:
    return noun.dep_ == "attr" and noun.head.lemma_ in {"be", "become", "remain"}


def _states(actors: Iterator[str]) -> tuple[str, ...]:
    # A person's ally is a friend, and "a NATO ally" is a member.
    found = tuple(dict.fromkeys(actors))
    is_other = any(actor.startswith(("leader:", "person:", "company:")) or is_body(actor) for actor in found)
    return () if is_other else found


def _status(noun: Token) -> CommitmentStatus | None:
    lowered = {child.lower_ for child in noun.children}
    if lowered & {"former", "ex", "erstwhile", "onetime", "old"}:
        return CommitmentStatus.ENDED
    if lowered & {"no", "potential", "possible", "would-be"}:
        return None
    if noun.dep_ not in OBJECTS and not _is_predicate(noun):
        return CommitmentStatus.ACTIVE
    judgement = judge(noun.head)
    if judgement.status in {Status.NEGATED, Status.HYPOTHETICAL}:
        return None
    is_over = judgement.status is Status.HISTORICAL or (_is_predicate(noun) and noun.head.lower_ in {"was", "were"})
    return CommitmentStatus.ENDED if is_over else CommitmentStatus.ACTIVE


def names_allies(token: Token) -> bool:
    """Tell whether a word is one that `of_ally` reads."""
    return token.lemma_.lower() == "ally" and token.pos_ in {"NOUN", "PROPN"}
