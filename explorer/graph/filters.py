"""What a person wants to see of a world: one dataclass for the command line, the app and Python.

Filters(actor=("Japan",), event_type=("aid",), since="2025-10") -> event_type == ("AID",)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from explorer.errors import ExplorerError
from explorer.model import ActorType, CommitmentStatus, EventType, Status
from explorer.when import days_of

STATUSES = tuple(dict.fromkeys([*map(str, Status), *map(str, CommitmentStatus)]))
CHOICES: dict[str, tuple[str, ...]] = {
    "actor_type": tuple(map(str, ActorType)),
    "event_type": tuple(map(str, EventType)),
    "status": STATUSES,
}
MULTIPLE = ("actor", "country", "actor_type", "event_type", "commitment", "topic", "status", "focus")


@dataclass(frozen=True, slots=True)
class Filters:
    """Several values of one field mean "any of them", several fields mean "all of them"; empty means "everything".

    actor        id, name or alias; records that touch one of them
    country      alpha-3 code, id or name; records that touch the state, its leaders or its companies
    actor_type   only actors of these types
    event_type   events of these types; leaves out commitments unless `commitment` asks for some
    commitment   kinds, ids or names; leaves out events unless `event_type` asks for some
    topic        events and commitments about one of these
    status       of an event or of a commitment; "future" takes planned commitments too, and so on
    since/until  YYYY, YYYY-MM or YYYY-MM-DD, both inclusive
    focus, hops  only what lies within `hops` steps of these actors or commitments
    """

    actor: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    actor_type: tuple[str, ...] = ()
    event_type: tuple[str, ...] = ()
    commitment: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    min_reports: int = 1
    min_confidence: float = 0.0
    focus: tuple[str, ...] = ()
    hops: int = 1

    def __post_init__(self) -> None:
        for name in MULTIPLE:
            object.__setattr__(self, name, _values(name, getattr(self, name)))
        for name in ("since", "until"):
            object.__setattr__(self, name, (getattr(self, name) or "").strip() or None)
        _check_dates(self.since, self.until)
        _check_numbers(self)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is asked for; `hops` alone asks for nothing."""
        return all(getattr(self, item.name) == item.default for item in fields(self) if item.name != "hops")


def _values(name: str, given: str | Iterable[str] | None) -> tuple[str, ...]:
    values = (given,) if isinstance(given, str) else tuple(given or ())
    stripped = tuple(dict.fromkeys(str(value).strip() for value in values if str(value).strip()))
    return tuple(_choice(name, value) for value in stripped) if name in CHOICES else stripped


def _choice(name: str, value: str) -> str:
    wanted = _folded(value)
    for choice in CHOICES[name]:
        if _folded(choice) == wanted:
            return choice
    raise ExplorerError(f"{name}: {value!r} is unknown; choose from {', '.join(CHOICES[name])}")


def _folded(value: str) -> str:
    return value.casefold().replace(" ", "_").replace("-", "_")


def _check_dates(since: str | None, until: str | None) -> None:
    for name, value in (("since", since), ("until", until)):
        if value is not None and days_of(value) is None:
            raise ExplorerError(f"{name}: {value!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
    first, last = days_of(since), days_of(until)
    if first and last and first[0] > last[1]:
        raise ExplorerError(f"since: {since} lies after until: {until}")


def _check_numbers(filters: Filters) -> None:
    if filters.min_reports < 0:
        raise ExplorerError(f"min_reports: {filters.min_reports} is less than 0")
    if not 0.0 <= filters.min_confidence <= 1.0:
        raise ExplorerError(f"min_confidence: {filters.min_confidence} does not lie between 0 and 1")
    if filters.hops < 0:
        raise ExplorerError(f"hops: {filters.hops} is less than 0")
