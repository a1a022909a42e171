"""Profiles for tests of matching.

person("Sanae Takaichi", "JPN") -> Profile(key="person:sanae-takaichi@JPN", …)
"""

from __future__ import annotations

from explorer.identity.profiles import Profile
from explorer.knowledge.names import slug
from explorer.model import ActorType


def profile(
    kind: ActorType,
    name: str,
    country: str = "",
    *,
    names: tuple[str, ...] = (),
    roles: tuple[str, ...] = (),
    years: tuple[int, int] | None = None,
    beside: tuple[str, ...] = (),
    is_listed: bool = False,
) -> Profile:
    key = f"{kind}:{slug(name)}" + ("" if is_listed else f"@{country}")
    return Profile(key, kind, name, tuple(sorted({name, *names})), country, roles, years, beside, is_listed)


def person(name: str, country: str = "", **more: object) -> Profile:
    return profile(ActorType.PERSON, name, country, **more)  # type: ignore[arg-type]


def leader(name: str, country: str = "", **more: object) -> Profile:
    return profile(ActorType.LEADER, name, country, **more)  # type: ignore[arg-type]


def company(name: str, country: str = "", **more: object) -> Profile:
    return profile(ActorType.COMPANY, name, country, **more)  # type: ignore[arg-type]


def body(name: str, country: str = "", **more: object) -> Profile:
    return profile(ActorType.ORGANIZATION, name, country, **more)  # type: ignore[arg-type]
