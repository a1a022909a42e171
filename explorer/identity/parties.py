"""Who is bound by a commitment, whether the reports name leaders or their states.

pledge by Trump to Ukraine · pledge by the United States to Ukraine -> United States (pledger), Ukraine (beneficiary)
"""

from __future__ import annotations

from collections.abc import Iterable

from explorer.identity.actors import Actors
from explorer.model import Commitment, CommitmentKind, Party, PartyRole

GENERAL = {PartyRole.PARTY, PartyRole.PARTICIPANT}  # says less than any other role of the same actor
HELPERS = {PartyRole.MEDIATOR}  # named by some reports only
PartyKey = tuple[str, frozenset[str], frozenset[str]]


def party_key(commitment: Commitment, actors: Actors) -> PartyKey:
    """Give what commitments between the same states share; only a pledge has a direction."""
    if commitment.kind is CommitmentKind.PLEDGE:
        givers = _states(commitment, actors, without={PartyRole.BENEFICIARY, *HELPERS})
        return commitment.kind, givers, _states(commitment, actors, only={PartyRole.BENEFICIARY})
    return commitment.kind, _states(commitment, actors, without=HELPERS), frozenset()


def merged_parties(commitments: Iterable[Commitment], actors: Actors) -> tuple[Party, ...]:
    """Give each party once, in its most telling role.

    People meet, states are bound: of a leader and the state, a summit keeps the leader and anything else the state.
    """
    all_commitments = list(commitments)
    found = {(party.actor, party.role) for commitment in all_commitments for party in commitment.parties}
    telling = {actor for actor, role in found if role not in GENERAL}
    found = {(actor, role) for actor, role in found if role not in GENERAL or actor not in telling}
    is_summit = all_commitments[0].kind is CommitmentKind.SUMMIT
    spare = _spoken_for(found, actors) if is_summit else _speakers(found, actors)
    kept = [Party(actor, role) for actor, role in found if (actor, role) not in spare]
    return tuple(sorted(kept, key=lambda party: (party.actor, party.role)))


def _states(
    commitment: Commitment,
    actors: Actors,
    *,
    only: Iterable[PartyRole] = PartyRole,
    without: Iterable[PartyRole] = (),
) -> frozenset[str]:
    roles = set(only) - set(without)
    return frozenset(actors.state(party.actor) for party in commitment.parties if party.role in roles)


def _spoken_for(found: set[tuple[str, PartyRole]], actors: Actors) -> set[tuple[str, PartyRole]]:
    """Find states that only take part and whose leader is named; a host stays a host."""
    led = {actors.state(actor) for actor, _ in found if actors.state(actor) != actor}
    return {(actor, role) for actor, role in found if actor in led and role in GENERAL}


def _speakers(found: set[tuple[str, PartyRole]], actors: Actors) -> set[tuple[str, PartyRole]]:
    """Find leaders whose state is named too."""
    named = {actor for actor, _ in found}
    return {(actor, role) for actor, role in found if actors.state(actor) != actor and actors.state(actor) in named}
