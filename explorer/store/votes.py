"""The votes of the documents on who is who, kept as counts so that one article more costs the same in any store.

count_votes(connection, {"person:marta-kos@SVN": Sighting(names={"Marta Kos": 1})}, +1)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, select

from explorer.identity.sightings import Sighting
from explorer.store.dialect import insert
from explorer.store.schema import votes


def count_votes(connection: Connection, seen: Mapping[str, Sighting], sign: int) -> None:
    """Add the votes of one document, or take them away (-1)."""
    rows = [
        {"key": key, "field": field, "value": value, "number": sign * number}
        for key, sighting in seen.items()
        for field, value, number in sighting.votes()
    ]
    if not rows:
        return
    statement = insert(connection, votes)
    total = {"number": votes.c.number + statement.excluded.number}
    connection.execute(statement.on_conflict_do_update(index_elements=["key", "field", "value"], set_=total), rows)
    if sign < 0:
        connection.execute(delete(votes).where(votes.c.key.in_(list(seen)), votes.c.number <= 0))


def read_sightings(connection: Connection, keys: Iterable[str]) -> dict[str, Sighting]:
    """Give the votes for each key that still has any."""
    found: dict[str, Sighting] = {}
    for key, field, value, number in connection.execute(select(votes).where(votes.c.key.in_(list(keys)))):
        found.setdefault(key, Sighting()).count(field, value, number)
    return found
