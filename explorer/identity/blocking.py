"""Which profiles are compared at all: those that share a block.

blocks(Takaichi Sanae) and blocks(Takaichi) share "w:tkch", the consonants of the family name
"""

from __future__ import annotations

from explorer.identity.keys import id_of
from explorer.identity.names import acronym, body_key, is_acronym, person_key, person_name, skeleton
from explorer.identity.profiles import BODIES, PEOPLE, Profile
from explorer.knowledge.names import fold
from explorer.model import ActorType

NEAR_LETTERS = 6  # names of bodies that differ by a letter mostly begin or end alike


def blocks(profile: Profile) -> frozenset[str]:
    """Give the blocks of a profile, from the profile alone; two that may be one actor have at least one in common."""
    if profile.type in PEOPLE:
        return frozenset({f"id:{id_of(profile.key)}"}.union(*map(_person_blocks, full_names(profile))))
    if profile.type in BODIES:
        own = {f"id:{id_of(profile.key)}"}
        if profile.type is ActorType.ORGANIZATION:
            own.add(f"p:{person_key(person_name(profile.name))}")  # it may be a person taken for an organisation
        return frozenset(own.union(*map(_body_blocks, profile.names)))
    return frozenset()


def full_names(profile: Profile) -> tuple[str, ...]:
    """Give the name of a person and others at least as full: an article's "Takaichi" says no more than the name."""
    own = person_name(profile.name)
    fuller = (name for name in profile.names if len(person_name(name).words) >= max(2, len(own.words)))
    return tuple(dict.fromkeys((profile.name, *fuller)))


def _person_blocks(text: str) -> set[str]:
    name = person_name(text)
    found = {f"p:{person_key(name)}"}
    # A short form begins or ends the full name, or has several of its words.
    outer = {*name.words[:1], *name.words[-1:]} if len(name.words) < 3 else set(name.words)
    return found | {f"w:{skeleton(word) or word}" for word in outer}


def _body_blocks(text: str) -> set[str]:
    key = body_key(text)
    words = key.split()
    found = {f"b:{key}", f"s:{' '.join(words[:2])}", f"h:{' '.join(words[:1])}"}
    found |= {f"n:{key[:NEAR_LETTERS]}", f"n:{key[-NEAR_LETTERS:]}"}
    letters = fold(text.replace(".", "")) if is_acronym(text) else acronym(text)
    return found | ({f"a:{letters}"} if letters else set())
