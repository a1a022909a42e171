"""Which pairs a record joins.

Event(actors=(JPN, USA), recipients=(RUS,)) -> (JPN, RUS), (USA, RUS); a meeting of three -> its three pairs
"""

from __future__ import annotations

from itertools import combinations

from explorer.model import Commitment, Event, Tie

Link = tuple[str, str]


def ends_of(record: Event | Commitment | Tie) -> tuple[str, ...]:
    """Give every actor the record is about, once each, in its order."""
    match record:
        case Tie():
            ends: tuple[str, ...] = (record.source, record.target)
        case Commitment():
            ends = tuple(party.actor for party in record.parties)
        case _:
            ends = (*record.actors, *record.recipients)
    return tuple(dict.fromkeys(ends))


def links_of(record: Event | Commitment | Tie) -> list[Link]:
    """Give the pairs that become edges; a commitment stands between its parties, so each is joined to it."""
    if isinstance(record, Commitment):
        return [(end, record.id) for end in ends_of(record)]
    if isinstance(record, Tie):
        return [(record.source, record.target)]
    if not record.recipients:
        return list(combinations(dict.fromkeys(record.actors), 2))
    pairs = [(actor, recipient) for actor in record.actors for recipient in record.recipients]
    return [(actor, recipient) for actor, recipient in dict.fromkeys(pairs) if actor != recipient]
