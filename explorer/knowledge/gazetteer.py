"""What other packages use of the known world: actors, names, places, memberships and offices.

resolve_place("the Kremlin", "FAC") -> "country:RUS"
"""

from __future__ import annotations

from explorer.knowledge.known import known_actors, names, traps
from explorer.knowledge.names import Ambiguity, KnownActor, Name, NameKind, OrganizationKind, slug
from explorer.knowledge.offices import Office, RoleClass, office_holders, offices_of
from explorer.knowledge.organizations import members
from explorer.knowledge.places import resolve_place

__all__ = [
    "Ambiguity",
    "KnownActor",
    "Name",
    "NameKind",
    "Office",
    "OrganizationKind",
    "RoleClass",
    "known_actors",
    "members",
    "names",
    "office_holders",
    "offices_of",
    "resolve_place",
    "slug",
    "traps",
]
