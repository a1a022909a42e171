"""When two words are one word spelled differently.

takaiichi ~ takaichi (near), muhammad ~ mohammed (variant), johnson ? johnston (doubtful), xi, yi (two words)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import Indel

from explorer.knowledge.matching import endings, nicknames, variants

SHORTEST_FUZZY = 5  # "Un" and "Il" differ in one letter; short words must be spelled alike
NEAR = 0.85
SHORTEST_STEM = 3
BEGINNING = 2  # letters that words must share before a doubt is worth a question
REMEMBERED = 1 << 16
DOUBLED = re.compile(r"(.)\1+")
VOWELS = re.compile(r"[aeiouy]")


class Grade(IntEnum):
    """How alike two words are, the surest first; those after NEAR do not make one name of two."""

    EXACT = 0
    VARIANT = 1
    NEAR = 2
    NICKNAME = 3
    DOUBTFUL = 4
    GENDER = 5


@dataclass(frozen=True, slots=True)
class Alignment:
    """The grades of the words that found each other, and the places of those that did not."""

    grades: tuple[Grade, ...]
    similarity: float
    left_one: tuple[int, ...]
    left_other: tuple[int, ...]
    keeps_order: bool = True

    @property
    def worst(self) -> Grade:
        return max(self.grades, default=Grade.EXACT)

    @property
    def is_sure(self) -> bool:
        return self.worst <= Grade.NEAR

    @property
    def has_one_doubt(self) -> bool:
        """Tell whether one word is doubtful and others hold the names together."""
        return len(self.grades) > 1 and sum(grade > Grade.NEAR for grade in self.grades) == 1


def align(one: Sequence[str], other: Sequence[str]) -> Alignment:
    """Give each word at most one partner, the surest pairs first."""
    left_one, left_other = dict(enumerate(one)), dict(enumerate(other))
    grades, places, similarity = [], [], 1.0
    for grade, first, second in sorted(_pairs(one, other)):
        if first in left_one and second in left_other:
            grades.append(grade)
            places.append((first, second))
            similarity = min(similarity, likeness(left_one.pop(first), left_other.pop(second)))
    seconds = [second for _, second in sorted(places)]
    return Alignment(tuple(grades), similarity, tuple(left_one), tuple(left_other), seconds == sorted(seconds))


def _pairs(one: Sequence[str], other: Sequence[str]) -> list[tuple[Grade, int, int]]:
    graded = ((grade_of(a, b), i, j) for i, a in enumerate(one) for j, b in enumerate(other))
    return [(grade, i, j) for grade, i, j in graded if grade is not None]


def grade_of(one: str, other: str) -> Grade | None:
    """Tell how alike two words are; None if they are two words."""
    if one == other:
        return Grade.EXACT
    return _grade(one, other) if one < other else _grade(other, one)


def likeness(one: str, other: str) -> float:
    """Give the share of letters that two words have in common in one order, 0..1; 1 for what the data holds as one."""
    is_listed = grade_of(one, other) in (Grade.VARIANT, Grade.NICKNAME)
    return 1.0 if is_listed else Indel.normalized_similarity(one, other)


@lru_cache(maxsize=REMEMBERED)
def usual(word: str) -> str:
    """Give the spelling by which a word is compared: muhammad -> mohammed, zelenskyy -> zelensky."""
    if word in variants():
        return variants()[word]
    for ending, replacement in endings():
        if word.endswith(ending) and len(word) >= len(ending) + SHORTEST_STEM:
            return word.removesuffix(ending) + replacement
    return word


@lru_cache(maxsize=REMEMBERED)
def mark(word: str) -> str:
    """Give what all spellings of a word share, nicknames too: its consonants; of a short word all letters."""
    plain = usual(word)
    plain = nicknames().get(plain, plain)
    return plain if len(plain) < SHORTEST_FUZZY else skeleton(plain) or plain


@lru_cache(maxsize=REMEMBERED)
def skeleton(word: str) -> str:
    """Give the consonants of a word: takaichi and takaiichi -> tkch."""
    return VOWELS.sub("", DOUBLED.sub(r"\1", word))


@lru_cache(maxsize=REMEMBERED)
def _grade(one: str, other: str) -> Grade | None:
    if usual(one) == usual(other):
        return Grade.VARIANT
    if nicknames().get(one, one) == nicknames().get(other, other):
        return Grade.NICKNAME
    if min(len(usual(one)), len(usual(other))) < SHORTEST_FUZZY or Indel.normalized_similarity(one, other) < NEAR:
        return None
    if one + "a" == other and not VOWELS.match(one[-1]):  # Ivanov and Ivanova are two people, Shara and Sharaa one
        return Grade.GENDER
    if mark(one) == mark(other):
        return Grade.NEAR
    return Grade.DOUBTFUL if one[:BEGINNING] == other[:BEGINNING] else None
