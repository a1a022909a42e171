"""Extractions in short, so that a table of sentences can be read.

"Norway will send tanks to Ukraine." -> ["AID NOR > UKR future"]
"""

from __future__ import annotations

from collections.abc import Iterable

from explorer.model import Commitment, Event, Extraction, Status

PUBLISHED = "2025-11-20"


def short(actors: Iterable[str]) -> str:
    """Name actors without their type, in the order of the alphabet."""
    return "+".join(sorted(actor.split(":", 1)[1] for actor in actors))


def event(found: Event) -> str:
    """Write an event as "TYPE doers > sufferers", with its status unless it simply happened."""
    sides = short(found.actors) + (f" > {short(found.recipients)}" if found.recipients else "")
    status = "" if found.status is Status.ACTUAL else f" {found.status}"
    return f"{found.type} {sides}{status}"


def events(extraction: Extraction) -> list[str]:
    return sorted(event(found) for found in extraction.events)


def moded(extraction: Extraction) -> list[str]:
    """Write events as "TYPE mode"."""
    return sorted(f"{found.type} {found.mode}" for found in extraction.events)


def ties(extraction: Extraction) -> list[str]:
    """Write ties as "kind source > target"."""
    return sorted(f"{tie.kind} {short([tie.source])} > {short([tie.target])}" for tie in extraction.ties)


def commitment(found: Commitment) -> str:
    """Write a commitment as "kind role:party role:party status"."""
    parties = " ".join(sorted(f"{party.role}:{short([party.actor])}" for party in found.parties))
    return f"{found.kind} {parties} {found.status}"


def commitments(extraction: Extraction) -> list[str]:
    return sorted(commitment(found) for found in extraction.commitments)


def actors(extraction: Extraction) -> set[str]:
    return {actor.id for actor in extraction.actors}
