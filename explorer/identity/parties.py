"""Who is bound by a commitment, whether the reports name leaders or their states.

pledge by Trump to Ukraine · pledge by the United States to Ukraine -> United States (pledger), Ukraine (beneficiary)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from explorer.identity.claims import Cast
from explorer.knowledge.organizations import members
from explorer.model import Commitment, CommitmentKind, Party, PartyRole

GENERAL = {PartyRole.PARTY, PartyRole.PARTICIPANT}  # says less than any other role of the same actor
HELPERS = {PartyRole.MEDIATOR}  # named by some reports only
Role = tuple[str, PartyRole]
PartyKey = tuple[str, frozenset[str], frozenset[str]]


def party_key(commitment: Commitment, cast: Cast, day: date | None) -> PartyKey:
    """Give what commitments between the same states share; only a pledge has a direction."""
    if commitment.kind is CommitmentKind.PLEDGE:
        givers = _states(commitment, cast, day, without={PartyRole.BENEFICIARY, *HELPERS})
        return commitment.kind, givers, _states(commitment, cast, day, only={PartyRole.BENEFICIARY})
    bound = bound_states(commitment, cast, day)
    is_summit = commitment.kind is CommitmentKind.SUMMIT
    return commitment.kind, _without_members(bound, day) if is_summit else bound, frozenset()


def bound_states(commitment: Commitment, cast: Cast, day: date | None) -> frozenset[str]:
    """Give the states, bodies and others that take part, in whatever role but that of a mediator."""
    return _states(commitment, cast, day, without=HELPERS)


def merged_parties(commitments: Iterable[Commitment], cast: Cast, day: date | None) -> tuple[Party, ...]:
    """Give each party once, in its most telling role.

    People meet, states are bound: of a leader and the state, a summit keeps the leader and anything else the state.
    An alliance is never one of people, even if the reports name no state.
    """
    all_commitments = list(commitments)
    found = {(party.actor, party.role) for commitment in all_commitments for party in commitment.parties}
    if all_commitments[0].kind is CommitmentKind.ALLIANCE:
        found = {(cast.standing(actor, day), role) for actor, role in found}
    telling = {actor for actor, role in found if role not in GENERAL}
    found = {(actor, role) for actor, role in found if role not in GENERAL or actor not in telling}
    is_summit = all_commitments[0].kind is CommitmentKind.SUMMIT
    states = {actor: cast.state(actor, day) for actor, _ in found}
    spare = _spoken_for(found, states) if is_summit else _speakers(found, states)
    kept = [Party(actor, role) for actor, role in found if (actor, role) not in spare]
    return tuple(sorted(kept, key=lambda party: (party.actor, party.role)))


def _states(
    commitment: Commitment,
    cast: Cast,
    day: date | None,
    *,
    only: Iterable[PartyRole] = PartyRole,
    without: Iterable[PartyRole] = (),
) -> frozenset[str]:
    roles = set(only) - set(without)
    return frozenset(cast.state(party.actor, day) for party in commitment.parties if party.role in roles)


def _without_members(states: frozenset[str], day: date | None) -> frozenset[str]:
    """Leave out members of a body that meets: "the BRICS summit that Putin hosted" is the BRICS summit."""
    on = day or date.max
    belong = {state for body in states for state in members(body, on)}
    return states - belong or states


def _spoken_for(found: set[Role], states: Mapping[str, str]) -> set[Role]:
    """Find states that only take part and whose leader is named; a host stays a host."""
    led = {state for actor, state in states.items() if state != actor}
    return {(actor, role) for actor, role in found if actor in led and role in GENERAL}


def _speakers(found: set[Role], states: Mapping[str, str]) -> set[Role]:
    """Find leaders whose state is named too."""
    return {(actor, role) for actor, role in found if states[actor] != actor and states[actor] in states}
