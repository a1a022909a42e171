"""Which profiles are worth comparing: those that share a block.

Profile("Sanae Takaichi") -> {"person-letters:chknst", "person-pair:sn tkch", "person-word:tkch", ...}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from explorer.identity.bodies import BodyName, is_only_ending
from explorer.identity.features import bodies_names, people_names
from explorer.identity.keys import id_of
from explorer.identity.names import PersonName, contents
from explorer.identity.profiles import BODIES, PEOPLE, Profile
from explorer.identity.spelling import BEGINNING, mark
from explorer.knowledge.matching import nicknames
from explorer.model import ActorType

MOST_WORDS = 6
SINGLE = "-single:"  # where names of one word stand
WORD = "-word:"  # … and with them the fuller names that such a word may stand for


def blocks(profile: Profile) -> frozenset[str]:
    """Give the blocks of a profile, from itself alone; any two that may be one actor share at least one.

    Few profiles share a block, apart from those of WORD: all whose family name it is.
    """
    return frozenset(_blocks(profile))


def sought(profile: Profile) -> frozenset[str]:
    """Give the blocks to look through for one profile: enough to find all it may be one with.

    A full name need not be compared with all others of its family, only with the family name itself. That finds the
    same pairs as `blocks`, and there are few names of one word.
    """
    own = blocks(profile)
    singles = {block for block in own if SINGLE in block}
    names = {block.replace(SINGLE, WORD) for block in singles}
    fuller = {block for block in own if WORD in block} - names
    return (own - fuller) | {block.replace(WORD, SINGLE) for block in fuller}


def _blocks(profile: Profile) -> Iterator[str]:
    if profile.type in PEOPLE:
        for person in people_names(profile.names):
            yield from ("person" + block for block in _person_blocks(person))
    elif profile.type in BODIES:
        for body in bodies_names(profile.names):
            yield from ("body" + block for block in _body_blocks(body))
        if profile.type is ActorType.ORGANIZATION and not profile.is_listed:  # perhaps a person taken for one
            yield from (f"person-letters:{person.letters}" for person in people_names(profile.names))
    else:
        return
    yield f"id:{id_of(profile.key)}"


def _person_blocks(name: PersonName) -> Iterator[str]:
    words = contents(name.words)
    marks = list(map(mark, words))
    yield f"-letters:{name.letters}"
    if len(words) == 1:
        yield from (SINGLE + marks[0], WORD + marks[0])
    elif words:
        yield from (WORD + marks[0], WORD + marks[-1])
        yield from ("-pair:" + " ".join(sorted(pair)) for pair in combinations(marks[:MOST_WORDS], 2))
    for parts in {words, name.words}:
        yield from _doubtful(parts)


def _body_blocks(name: BodyName) -> Iterator[str]:
    yield f"-letters:{name.letters}"
    yield from (f"-acronym:{acronym}" for acronym in (name.acronym, *name.acronyms) if len(acronym) > 1)
    if len(name.words) == 1:
        yield from (SINGLE + name.words[0], WORD + name.words[0])
    elif name.words:
        yield "-pair:" + " ".join(name.words[:2])
        if is_only_ending(name.words[1:]):
            yield WORD + name.words[0]
    yield from _doubtful(name.words)


def _doubtful(words: Sequence[str]) -> Iterator[str]:
    """Put names together that agree in all words but one, which begins alike: Mike Johnson, Mike Johnston."""
    if len(words) < 2:
        return
    for place, word in enumerate(words):
        others = sorted(mark(other) for other in (*words[:place], *words[place + 1 :]))
        yield f"-near:{' '.join(others)} {nicknames().get(word, word)[:BEGINNING]}"
