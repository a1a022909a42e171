"""What a person may set, checked alike whether it is typed or comes in a file.

value_for(ActKind.COUNTRY, "jpn") -> "JPN"; value_for(ActKind.RETYPE, "planet") -> ValueError
"""

from __future__ import annotations

import json
from typing import Any

from explorer.identity.acts import ActKind
from explorer.knowledge.countries import countries
from explorer.model import ActorType

HALF = "holds half a character (a lone surrogate), which cannot be stored"


def value_for(kind: ActKind, value: str) -> str:
    """Give a value as it is kept; raises ValueError if an act of this kind cannot set it."""
    if kind is ActKind.COUNTRY:
        return _country(value.strip())
    if kind is ActKind.RETYPE and value not in set(ActorType):
        raise ValueError(f"type {value!r} is unknown; choose from {', '.join(ActorType)}")
    if kind is ActKind.RENAME:
        return _name(value)
    return value


def check_text(value: Any) -> None:
    """Raise ValueError if plain values hold text that cannot be stored."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise ValueError(HALF) from error


def _name(value: str) -> str:
    name = " ".join(value.split())
    if not name:
        raise ValueError("a name needs words")
    return name


def _country(value: str) -> str:
    code = value.upper()
    if code and code not in countries():
        raise ValueError(f"country {value!r} is unknown; give an alpha-3 code such as JPN, or '' for none")
    return code
