"""Known actors and the surface forms they are called by.

"Japanese" -> Name(text="Japanese", actor="country:JPN", type=COUNTRY, kind=ADJECTIVE)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from explorer.model import ActorType

UNDECOMPOSED = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i", "ə": "a", "Ə": "A"}
    | {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th"}
    | {"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-", "\xa0": " "}
)
DROPPED = re.compile(r"[.'’‘ʻ`]")  # "U.S. Steel" -> us-steel
NOT_WORD = re.compile(r"[^a-z0-9]+")


class NameKind(StrEnum):
    """What a name says about its actor; ADJECTIVE to CITY stand for a country without naming it."""

    NAME = "name"
    ABBREVIATION = "abbreviation"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    SEAT = "seat"
    CITY = "city"
    PERSON = "person"


class Ambiguity(StrEnum):
    """Why a name may mean something else than its first actor."""

    SHARED = "shared"  # Georgia: the country or the U.S. state
    PERSON_NAME = "person_name"  # Jordan, Paris
    WORD = "word"  # Shell, Visa, Turkey at the start of a sentence


class OrganizationKind(StrEnum):
    INTERGOVERNMENTAL = "intergovernmental"
    ALLIANCE = "alliance"
    BLOC = "bloc"
    COURT = "court"
    AGENCY = "agency"
    PARTY = "party"
    ARMED_GROUP = "armed_group"
    MEDIA = "media"
    NGO = "ngo"


@dataclass(frozen=True, slots=True)
class Name:
    """One surface form, as it is written in text and without "the".

    `others` are the further actors that an ambiguous name may mean; `ambiguity` may also be set without them
    (Jordan the given name). `near` are words beside it that decide for the first of the others ("Georgia governor"),
    `acting` says that whoever acts under this name is that other ("Brussels imposed tariffs").
    """

    text: str
    actor: str
    type: ActorType
    kind: NameKind
    ambiguity: Ambiguity | None = None
    others: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()
    acting: bool = False


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor of the knowledge files; `country` is an alpha-3 code, `part_of` the id of an organization."""

    id: str
    type: ActorType
    name: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    kind: OrganizationKind | None = None
    part_of: str | None = None

    @property
    def is_media(self) -> bool:
        """Media usually speak about what others do, and are seldom actors themselves."""
        return self.kind is OrganizationKind.MEDIA


def slug(text: str) -> str:
    """Turn a name into the readable part of an id: "Lars Løkke Rasmussen" -> lars-lokke-rasmussen."""
    plain = DROPPED.sub("", without_accents(text)).lower()
    return NOT_WORD.sub("-", plain).strip("-")


def fold(text: str) -> str:
    """Make two spellings of a name comparable: without accents, case and the difference of dashes and spaces."""
    plain = DROPPED.sub("", without_accents(text)).casefold().replace("-", " ")
    return " ".join(plain.split())


def without_accents(text: str) -> str:
    """Write Latin letters without marks; rigour's own would need ICU and seconds for the few that are left."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.translate(UNDECOMPOSED))
    return "".join(char for char in parts if not unicodedata.combining(char))


def kind_of(text: str) -> NameKind:
    """Tell an abbreviation (TSMC, G20, U.S.) from a name by its lack of small letters."""
    has_small = any(char.islower() for char in text)
    return NameKind.NAME if has_small or " " in text else NameKind.ABBREVIATION


def actor_names(actor: KnownActor) -> Iterator[Name]:
    """Yield an actor's name and aliases."""
    for text in unique((actor.name, *actor.aliases)):
        yield Name(text, actor.id, actor.type, kind_of(text))


def unique(texts: Iterable[str]) -> tuple[str, ...]:
    """Drop repeats and keep the order."""
    return tuple(dict.fromkeys(texts))
