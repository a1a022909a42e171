"""When two spellings are one name.

"Takaiichi Sanae" ~ "Sanae Takaichi", but not "Wang Yi" ~ "Wang Wentao" or "George W. Bush" ~ "George H. W. Bush"
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel
from rigour.names import remove_org_types, remove_person_prefixes, tokenize_name

from explorer.knowledge.matching import matching_table, one_spelling
from explorer.knowledge.names import fold

GENERATIONS = {"jr", "sr", "ii", "iii", "iv"}
BARE_FORMS = {"corp", "corporation", "inc", "incorporated", "co", "company"}  # what rigour leaves of legal forms
SHORTEST_FUZZY = 5  # "Un" and "Il" differ in one letter; short words must be spelled alike
NEAR = 0.85
NEAR_BODY, SHORTEST_BODY = 0.93, 8  # likeness, and characters of a name of which two may differ by a letter
SHORTEST_ACRONYM = 3
LINKING = {"of", "and", "for", "the", "in", "on", "de", "du", "des", "la", "et"}
REMEMBERED = 200_000
DOUBLED = re.compile(r"(.)\1+")
VOWELS = re.compile(r"[aeiouy]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The words of a name without accents and case; `qualifiers` are the initials and generations (jr, iii)."""

    words: tuple[str, ...]
    qualifiers: tuple[str, ...] = ()

    @property
    def fullness(self) -> tuple[int, int]:
        """Order names from "Bush" over "George Bush" to "George W. Bush"."""
        return len(self.words), len(self.qualifiers)


@lru_cache(maxsize=REMEMBERED)
def person_name(text: str) -> PersonName:
    """Take a name apart: "George H.W. Bush" -> (george, bush) with (h, w)."""
    # A dot ends an initial; without the space "H.W." would become a word.
    tokens = fold(remove_person_prefixes(text).replace(".", ". ")).split()
    while len(tokens) > 1 and tokens[0] in matching_table().titles:
        tokens.pop(0)
    qualifiers = tuple(sorted(token for token in tokens if len(token) == 1 or token in GENERATIONS))
    words = tuple(one_spelling(token) for token in tokens if token not in qualifiers)
    return PersonName(words, qualifiers) if words else PersonName(tuple(tokens))


def person_key(name: PersonName) -> str:
    """Give a key that spellings of one name share, in whatever order and however divided: its consonants, sorted."""
    consonants = "".join(map(skeleton, name.words))
    return "".join(sorted(consonants or "".join(name.words)))


def is_same_person(one: PersonName, other: PersonName) -> bool:
    """Tell whether two names have the same words in any order, spelled nearly alike, and the same initials."""
    if one.qualifiers != other.qualifiers or not one.words or not other.words:
        return False
    if len(one.words) == len(other.words) == 1:
        return one.words == other.words
    return _is_joined_alike(one.words, other.words) or _are_words_alike(one.words, other.words)


def is_part_of(short: PersonName, full: PersonName) -> bool:
    """Tell whether a name leaves out words or initials of another: "Takaichi" or "George Bush".

    A single word must begin or end the full name, as a family name does.
    """
    if short.fullness >= full.fullness or len(short.words) > len(full.words):
        return False
    if short.qualifiers and short.qualifiers != full.qualifiers:
        return False
    if len(short.words) == 1:
        return len(full.words) > 1 and any(is_near(short.words[0], full.words[place]) for place in (0, -1))
    return _are_found(short.words, full.words)


def fits_initials(short: PersonName, full: PersonName) -> bool:
    """Tell whether initials stand for words of the other name: "J. Smith" for "John Smith"."""
    initials = [one for one in short.qualifiers if len(one) == 1]
    if not initials or len(short.words) + len(initials) > len(full.words) or not short.words:
        return False
    left = list(full.words)
    for word in short.words:
        if word not in left:
            return False
        left.remove(word)
    return all(any(word.startswith(one) for word in left) for one in initials)


def are_initials_apart(one: PersonName, other: PersonName) -> bool:
    """Tell whether both have initials or a generation, and not the same: George W. and George H. W. Bush."""
    return bool(one.qualifiers and other.qualifiers) and one.qualifiers != other.qualifiers


def is_near(one: str, other: str) -> bool:
    """Tell whether two words differ by nothing but a spelling of their vowels or a doubled letter."""
    if one == other:
        return True
    if min(len(one), len(other)) < SHORTEST_FUZZY or skeleton(one) != skeleton(other):
        return False
    if one + "a" == other or other + "a" == one:  # Ivanov and Ivanova are two people
        return False
    return Indel.normalized_similarity(one, other) >= NEAR


@lru_cache(maxsize=REMEMBERED)
def skeleton(word: str) -> str:
    """Give the consonants of a word: takaichi and takaiichi -> tkch."""
    return VOWELS.sub("", DOUBLED.sub(r"\1", word))


@lru_cache(maxsize=REMEMBERED)
def body_key(text: str) -> str:
    """Give what is left of the name of a company or organisation without its legal form and article."""
    words = remove_org_types(" ".join(tokenize_name(fold(text)))).split()
    while len(words) > 1 and words[-1] in BARE_FORMS:
        words.pop()
    while len(words) > 1 and words[0] == "the":
        words.pop(0)
    return " ".join(words) or fold(text)


def acronym(text: str) -> str:
    """Give the first letters of a name of three words or more, without the small words; else nothing."""
    words = [word for word in body_key(text).split() if word not in LINKING]
    return "".join(word[0] for word in words) if len(words) >= SHORTEST_ACRONYM else ""


def is_acronym(text: str) -> bool:
    """Tell whether a name is written as first letters are: "MHI", "T.S.M.C."."""
    bare = text.replace(".", "")
    return SHORTEST_ACRONYM <= len(bare) <= 8 and bare.isupper() and bare.isalpha()


def is_near_body(one: str, other: str) -> bool:
    """Tell whether two long names of bodies differ by a letter or two."""
    return min(len(one), len(other)) >= SHORTEST_BODY and Indel.normalized_similarity(one, other) >= NEAR_BODY


def _are_words_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(one) == len(other) and _are_found(one, other)


def _are_found(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Tell whether each wanted word has a word of its own; an exact one is taken before a near one."""
    free = list(words)
    near = []
    for word in wanted:
        if word in free:
            free.remove(word)
        else:
            near.append(word)
    for word in near:
        found = next((candidate for candidate in free if is_near(word, candidate)), None)
        if found is None:
            return False
        free.remove(found)
    return True


def _is_joined_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether "Xi Jinping", "Xi Jin-ping" and "Jinping Xi" are written with the same letters."""
    joined = "".join(one)
    return any(joined == "".join(other[turn:] + other[:turn]) for turn in range(len(other)))
