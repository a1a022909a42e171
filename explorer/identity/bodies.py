"""When two spellings are the name of one company or organisation.

"MHI" ~ "Mitsubishi Heavy" ~ "Mitsubishi Heavy Industries, Ltd.", but not "Samsung Electronics" ~ "Samsung C&T"
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rigour.names import remove_org_types, tokenize_name

from explorer.identity.names import Likeness, Side
from explorer.identity.spelling import REMEMBERED, Grade, align, mark, skeleton
from explorer.knowledge.language import name_words
from explorer.knowledge.matching import Feature, body_variants, matching
from explorer.knowledge.names import NameKind, fold, kind_of

BARE_FORMS = {"corp", "corporation", "inc", "incorporated", "co", "company"}  # what rigour leaves of legal forms
SHORTEST_ACRONYM = 2
ACRONYM_VALUES = {2: 0.25, 3: 0.8}  # two letters are the initials of many
OTHER_ORDER = 0.85  # "Bank of China" and "China Bank" may be two


@dataclass(frozen=True, slots=True)
class BodyName:
    """The words that count in a name, without legal form; `core` is also without endings such as Group.

    `acronym` is the name itself if it is one, `acronyms` those that its words give, `letters` the sorted consonants of
    what is no such ending, which all its spellings share.
    """

    words: tuple[str, ...]
    core: tuple[str, ...]
    acronym: str = ""
    acronyms: frozenset[str] = frozenset()
    letters: str = ""
    marks: frozenset[str] = frozenset()


@lru_cache(maxsize=REMEMBERED)
def body_name(text: str) -> BodyName:
    """Take a name apart: "The Mitsubishi Heavy Industries, Ltd." -> (mitsubishi, heavy, industries)."""
    plain = body_key(text)
    words = _counted(plain.split())
    core = _without_endings(words, matching().idle_endings)
    telling = [word for word in words if word not in matching().idle_endings] or list(words)
    consonants = "".join(skeleton(mark(word)) for word in telling)
    return BodyName(
        words=words,
        core=core,
        acronym=_as_acronym(text),
        acronyms=frozenset(_acronyms(text, plain)),
        letters="".join(sorted(consonants or "".join(telling))),
        marks=frozenset(map(mark, words)),
    )


@lru_cache(maxsize=REMEMBERED)
def body_key(text: str) -> str:
    """Give what is left of the name of a company or organisation without its legal form and article."""
    words = remove_org_types(_spaced(text)).split()
    while len(words) > 1 and words[-1] in BARE_FORMS:
        words.pop()
    while len(words) > 1 and words[0] == "the":
        words.pop(0)
    return " ".join(words) or fold(text)


def compare_bodies(one: BodyName, other: BodyName) -> Likeness | None:
    """Say how two names agree or why they look alike; None if they have too little in common."""
    if one.words == other.words:
        return Likeness(Feature.ONE_WORD if len(one.words) == 1 else Feature.SAME_WORDS)
    if one.acronym in other.acronyms:
        return Likeness(Feature.ACRONYM, _acronym_value(one), Side.ONE)
    if other.acronym in one.acronyms:
        return Likeness(Feature.ACRONYM, _acronym_value(other), Side.OTHER)
    if one.letters == other.letters and (one.core == other.core or "".join(one.core) == "".join(other.core)):
        return Likeness(Feature.IDLE_ENDING if one.core == other.core else Feature.DIVIDED)
    if not one.marks & other.marks:
        return None
    return _compare_beginnings(one, other) or _compare_words(one, other)


def is_only_ending(words: Iterable[str]) -> bool:
    """Tell whether words name no more than the kind of a business: (heavy, industries) do not, (industries) do."""
    return _endings().issuperset(words)


def _compare_words(one: BodyName, other: BodyName) -> Likeness | None:
    if len(one.words) != len(other.words):
        return None
    aligned = align(one.words, other.words)
    if aligned.left_one or aligned.left_other:
        return None
    if aligned.worst in (Grade.EXACT, Grade.VARIANT):
        return Likeness(Feature.OTHER_ORDER, OTHER_ORDER)
    if aligned.worst is Grade.NEAR:
        return Likeness(Feature.SPELLING, aligned.similarity)
    return Likeness(Feature.DOUBTFUL_SPELLING, -1) if aligned.has_one_doubt else None


def _compare_beginnings(one: BodyName, other: BodyName) -> Likeness | None:
    short, full, side = (one, other, Side.ONE) if len(one.words) < len(other.words) else (other, one, Side.OTHER)
    length = len(short.words)
    if full.words[:length] != short.words or length == len(full.words):
        return None
    if not is_only_ending(full.words[length:]):
        return Likeness(Feature.BEGINNING, -1, side) if length > 1 else None
    return Likeness(Feature.ENDING_LEFT_OUT, short=side) if length > 1 else Likeness(Feature.FIRST_WORD, -1, side)


def _acronym_value(name: BodyName) -> float:
    return ACRONYM_VALUES.get(len(name.acronym), 1.0)


def _counted(words: list[str]) -> tuple[str, ...]:
    counted = (body_variants().get(word, word) for word in words if word not in matching().small_words)
    return tuple(counted) or tuple(words)


def _without_endings(words: tuple[str, ...], endings: frozenset[str]) -> tuple[str, ...]:
    length = len(words)
    while length > 1 and words[length - 1] in endings:
        length -= 1
    return words[:length]


def _as_acronym(text: str) -> str:
    plain = text.replace(".", "")
    is_short = kind_of(plain) is NameKind.ABBREVIATION and plain.isalpha()
    return plain.casefold() if is_short and len(plain) >= SHORTEST_ACRONYM else "-"


def _acronyms(text: str, plain: str) -> Iterator[str]:
    """Give the initials with and without legal form and small words: TSMC counts "Co.", MOD does not count "of"."""
    for words in (plain.split(), _spaced(text).split()):
        if len(words) > 1:
            yield "".join(word[0] for word in words)
            yield "".join(word[0] for word in words if word not in matching().small_words)


def _spaced(text: str) -> str:
    return " ".join(tokenize_name(fold(text)))


@cache
def _endings() -> frozenset[str]:
    return name_words().company_endings | matching().more_endings | matching().idle_endings
