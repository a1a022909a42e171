"""What speaks for and against two names being one actor, and which spellings are one name.

matching().features[Feature.OTHER_ORDER] -> 2.8, "the same words in another order"
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Self

from pydantic import Field, model_validator

from explorer.knowledge.strict import Entry, load_yaml

Words = frozenset[str]
Groups = tuple[tuple[str, ...], ...]


class Feature(StrEnum):
    """What is seen when two actors are compared."""

    SAME_WORDS = "same_words"
    ONE_WORD = "one_word"
    OTHER_ORDER = "other_order"
    DIVIDED = "divided"
    PARTICLES = "particles"
    TRANSLITERATION = "transliteration"
    SPELLING = "spelling"
    SAME_ID = "same_id"
    NICKNAME = "nickname"
    INITIALS = "initials"
    INITIAL_LEFT_OUT = "initial_left_out"
    WORDS_LEFT_OUT = "words_left_out"
    FAMILY_NAME = "family_name"
    GENERATION_LEFT_OUT = "generation_left_out"
    DOUBTFUL_SPELLING = "doubtful_spelling"
    INITIALS_DIFFER = "initials_differ"
    GENERATION_DIFFERS = "generation_differs"
    GENDER_DIFFERS = "gender_differs"
    IDLE_ENDING = "idle_ending"
    ACRONYM = "acronym"
    ENDING_LEFT_OUT = "ending_left_out"
    FIRST_WORD = "first_word"
    BEGINNING = "beginning"
    COUNTRY_AGREES = "country_agrees"
    COUNTRY_UNKNOWN = "country_unknown"
    COUNTRY_DIFFERS = "country_differs"
    COMPANY_ABROAD = "company_abroad"
    TYPE_AGREES = "type_agrees"
    TYPE_DIFFERS = "type_differs"
    TAKEN_FOR_BODY = "taken_for_body"
    OFFICE_AGREES = "office_agrees"
    OFFICE_DIFFERS = "office_differs"
    YEARS_APART = "years_apart"
    BESIDE = "beside"
    BOTH_LISTED = "both_listed"


class Weighed(Entry):
    """`weight` in log-odds, never negative: what is against is taken away."""

    weight: float = Field(ge=0)
    supports: str | None = Field(default=None, alias="for")
    against: str | None = None

    @model_validator(mode="after")
    def _has_one_side(self) -> Self:
        if bool(self.supports) == bool(self.against):
            raise ValueError("give either for or against")
        return self

    @property
    def says(self) -> str:
        """What a person is told."""
        return self.supports or self.against or ""

    @property
    def sign(self) -> int:
        return 1 if self.supports else -1


class Matching(Entry):
    """`same` and `different` are probabilities; a group of spellings begins with the one it is compared by."""

    same: float = Field(gt=0.5, lt=1)
    different: float = Field(gt=0, lt=0.5)
    features: dict[Feature, Weighed]
    vague_roles: Words
    variants: Groups
    descent: Words
    endings: Groups
    nicknames: Groups
    body_variants: Groups
    small_words: Words
    idle_endings: Words
    more_endings: Words

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        missing = [str(feature) for feature in Feature if feature not in self.features]
        if missing:
            raise ValueError(f"no weight for {', '.join(missing)}")
        return self

    @model_validator(mode="after")
    def _has_each_spelling_once(self) -> Self:
        for name in ("variants", "endings", "nicknames", "body_variants"):
            _refuse_shared(name, getattr(self, name))
        return self


@cache
def matching() -> Matching:
    return load_yaml("matching.yaml", Matching)


@cache
def variants() -> Mapping[str, str]:
    """Give the usual spelling of each word of a person's name that has several: muhammad -> mohammed."""
    return _usual(matching().variants)


@cache
def nicknames() -> Mapping[str, str]:
    """Give the given name for what its bearers are called: joe -> joseph."""
    return _usual(matching().nicknames)


@cache
def body_variants() -> Mapping[str, str]:
    """Give the usual spelling of each word of a body's name that has several: defense -> defence."""
    return _usual(matching().body_variants)


@cache
def endings() -> tuple[tuple[str, str], ...]:
    """Give the endings of names with the usual one of each, the longest first: skyy -> sky."""
    pairs = _usual(matching().endings).items()
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def _usual(groups: Groups) -> dict[str, str]:
    return {word: group[0] for group in groups for word in group}


def _refuse_shared(name: str, groups: Iterable[tuple[str, ...]]) -> None:
    seen: set[str] = set()
    for word in (word for group in groups for word in group):
        if word in seen:
            raise ValueError(f"{name}: {word!r} stands in two groups")
        seen.add(word)
