"""When two spellings are the name of one person.

"Takaiichi Sanae" ~ "PM Sanae Takaichi", but not "Wang Yi" ~ "Wang Wentao" or "George W. Bush" ~ "George H. W. Bush"
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import chain

from rigour.names import remove_person_prefixes

from explorer.identity.spelling import REMEMBERED, Alignment, Grade, align, mark, skeleton
from explorer.knowledge.language import titles
from explorer.knowledge.matching import Feature, matching
from explorer.knowledge.names import fold

GENERATIONS = {"jr", "sr", "ii", "iii", "iv"}
FURTHER_INITIAL = 0.3
FEATURES = {
    Grade.VARIANT: Feature.TRANSLITERATION,
    Grade.NEAR: Feature.SPELLING,
    Grade.NICKNAME: Feature.NICKNAME,
    Grade.DOUBTFUL: Feature.DOUBTFUL_SPELLING,
    Grade.GENDER: Feature.GENDER_DIFFERS,
}


class Side(StrEnum):
    ONE = "one"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two names have in common; `value` in 0..1, `short` is the side that leaves something out."""

    feature: Feature
    value: float = 1.0
    short: Side | None = None


@dataclass(frozen=True, slots=True)
class PersonName:
    """The words of a name without title, accents and case; `letters` are the consonants of all, sorted.

    `letters` and `marks` are shared by all spellings of a name, in whatever order and however divided.
    """

    words: tuple[str, ...]
    initials: tuple[str, ...] = ()
    generation: str = ""
    letters: str = ""
    marks: frozenset[str] = frozenset()

    @property
    def is_single(self) -> bool:
        return len(self.words) == 1

    @property
    def fullness(self) -> tuple[int, int]:
        """Order names from "Bush" over "George Bush" to "George W. Bush"."""
        return len(self.words), len(self.initials)


@lru_cache(maxsize=REMEMBERED)
def person_name(text: str) -> PersonName:
    """Take a name apart: "President George H.W. Bush" -> (george, bush) with (h, w)."""
    # A dot ends an initial; without the space "H.W." would become a word.
    tokens = fold(without_title(remove_person_prefixes(text)).replace(".", ". ")).split()
    generation = next((token for token in tokens[1:] if token in GENERATIONS), "")
    initials = tuple(sorted(token for token in tokens if len(token) == 1))
    words = tuple(token for token in tokens if len(token) > 1 and token != generation)
    return _name(words, initials, generation) if words else _name(tuple(tokens))


def without_title(text: str) -> str:
    """Drop offices and honorifics before a name: "PM Takaichi" -> "Takaichi"."""
    words = text.split()
    while len(words) > 1:
        length = _title_length(fold(text).split())
        if not 0 < length < len(words) or fold(words[length]) in matching().descent:
            break  # the last is Sultan bin Abdulaziz
        words = words[length:]
        text = " ".join(words)
    return " ".join(words)


def contents(words: Sequence[str]) -> tuple[str, ...]:
    """Give the words without particles: (bin, salman) -> (salman,). A last word is never one, as in "Li Bin"."""
    kept = tuple(word for word in words[:-1] if word not in titles().particles)
    return (*kept, *words[-1:])


def compare_people(one: PersonName, other: PersonName) -> Likeness | None:
    """Say how two names agree or why they look alike but differ; None if they have too little in common.

    A single word that stands for a name must begin or end it, as a family name does.
    """
    if one == other:
        return Likeness(Feature.ONE_WORD if one.is_single and not one.initials else Feature.SAME_WORDS)
    if one.marks & other.marks:
        found = _compare_words(one, other, align(one.words, other.words))
        if found:
            return found
    return _compare_letters(one, other)


def _name(words: tuple[str, ...], initials: tuple[str, ...] = (), generation: str = "") -> PersonName:
    inner = (word for place, word in enumerate(words) if not _is_particle(words, place))
    consonants = "".join(skeleton(mark(word)) for word in inner)
    letters = "".join(sorted(consonants or "".join(words)))
    return PersonName(words, initials, generation, letters, frozenset(map(mark, words)))


def _is_particle(words: Sequence[str], place: int) -> bool:
    """Only between other words: Ben Wallace and Li Bin have no particle."""
    return 0 < place < len(words) - 1 and words[place] in titles().particles


def _title_length(words: list[str]) -> int:
    """Count the words of a title that a name begins with: "former president" -> 2."""
    known, before = _title_words()
    start = 1 if words[0] in before and len(words) > 2 else 0
    lengths = [n for n in range(1, 6) if tuple(words[start : start + n]) in known]
    return start + max(lengths) if lengths else 0


@cache
def _title_words() -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    """Give all offices and honorifics as folded words, and the words that may stand before an office."""
    offices = chain.from_iterable(title.words for title in titles().titles)
    known = {tuple(fold(text).split()) for text in (*offices, *titles().honorifics)}
    return frozenset(known), titles().prefixes_past | titles().prefixes_present


def _compare_words(one: PersonName, other: PersonName, aligned: Alignment) -> Likeness | None:
    left_one = [one.words[place] for place in aligned.left_one if not _is_particle(one.words, place)]
    left_other = [other.words[place] for place in aligned.left_other if not _is_particle(other.words, place)]
    has_initials = bool(left_one and other.initials) or bool(left_other and one.initials)
    first, second = _unexplained(one, other, left_one, left_other)
    if left_one and left_other:
        return None
    if (first and other.initials) or (second and one.initials):
        return Likeness(Feature.INITIALS_DIFFER, -1)
    if (first and left_other) or (second and left_one):
        return None  # "J. Smith" and "Kate Smith"
    if one.generation != other.generation:
        return _generations(one, other, aligned)
    if has_initials:
        return _abbreviated(one, other, aligned, is_all=not (first or second))
    if left_one or first or left_other or second:
        side = Side.OTHER if left_one or first else Side.ONE
        return _short(one, other, aligned, side, has_words=bool(left_one or left_other))
    return _whole(one, other, aligned)


def _unexplained(
    one: PersonName, other: PersonName, left_one: list[str], left_other: list[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the initials of each that stand for nothing in the other, and take the words they stand for away."""
    shared = Counter(one.initials) & Counter(other.initials)
    first = tuple(_not_standing((Counter(one.initials) - shared).elements(), left_other))
    second = tuple(_not_standing((Counter(other.initials) - shared).elements(), left_one))
    return first, second


def _not_standing(initials: Iterator[str], left: list[str]) -> Iterator[str]:
    for initial in list(initials):
        word = next((word for word in left if word[0] == initial), None)
        if word is None:
            yield initial
        else:
            left.remove(word)


def _generations(one: PersonName, other: PersonName, aligned: Alignment) -> Likeness | None:
    if not aligned.is_sure:
        return None
    if one.generation and other.generation:
        return Likeness(Feature.GENERATION_DIFFERS, -1)
    if one.is_single != other.is_single:
        if (one if one.is_single else other).generation:
            return None  # Abdullah II is nobody's family name
        return _short(one, other, aligned, Side.ONE if one.is_single else Side.OTHER)
    return Likeness(Feature.GENERATION_LEFT_OUT, -1, Side.OTHER if one.generation else Side.ONE)


def _short(
    one: PersonName, other: PersonName, aligned: Alignment, side: Side, has_words: bool = True
) -> Likeness | None:
    """Tell whether a name that leaves out words or initials may stand for the fuller one."""
    short, full = (one, other) if side is Side.ONE else (other, one)
    if aligned.worst is Grade.NICKNAME and aligned.has_one_doubt:
        return Likeness(Feature.NICKNAME, short=side)
    if not aligned.is_sure:
        return None
    if len(contents(short.words)) > 1:
        feature = Feature.WORDS_LEFT_OUT if has_words else Feature.INITIAL_LEFT_OUT
        return Likeness(feature, aligned.similarity, side)
    return Likeness(Feature.FAMILY_NAME, aligned.similarity, side) if _is_family_name(short, full) else None


def _is_family_name(short: PersonName, full: PersonName) -> bool:
    ends = contents(full.words)
    return mark(contents(short.words)[0]) in (mark(ends[0]), mark(ends[-1]))


def _whole(one: PersonName, other: PersonName, aligned: Alignment) -> Likeness | None:
    """Compare names neither of which leaves a word or an initial out."""
    worst = aligned.worst
    if one.is_single and worst in (Grade.NEAR, Grade.DOUBTFUL):
        return Likeness(Feature.DOUBTFUL_SPELLING, -1)  # nothing beside it says that it is the same word
    if not aligned.is_sure and not aligned.has_one_doubt:
        return None
    if not aligned.keeps_order and _has_father(one) and _has_father(other):
        return None
    if worst is Grade.EXACT:
        return Likeness(Feature.PARTICLES if len(one.words) != len(other.words) else Feature.OTHER_ORDER)
    return Likeness(FEATURES[worst], aligned.similarity if worst <= Grade.NICKNAME else -aligned.similarity)


def _has_father(name: PersonName) -> bool:
    return any(word in matching().descent for word in name.words[1:-1])


def _abbreviated(one: PersonName, other: PersonName, aligned: Alignment, *, is_all: bool) -> Likeness | None:
    """An initial may stand for several given names, so the one with more initials is the short one.

    With a further initial the given name may be the second: "George H. W. Bush" is not George Walker Bush.
    """
    side = Side.ONE if len(one.words) < len(other.words) else Side.OTHER
    return Likeness(Feature.INITIALS, 1.0 if is_all else FURTHER_INITIAL, side) if aligned.is_sure else None


def _compare_letters(one: PersonName, other: PersonName) -> Likeness | None:
    """Find "Xi Jinping", "Xi Jin-ping" and "Jinping Xi", written with the same letters."""
    if one.letters != other.letters or (one.initials, one.generation) != (other.initials, other.generation):
        return None
    joined = "".join(one.words)
    turned = ("".join(other.words[turn:] + other.words[:turn]) for turn in range(len(other.words)))
    return Likeness(Feature.DIVIDED) if joined in turned else None
