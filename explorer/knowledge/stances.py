"""Words of blame, denial, threat and exclusion that decide a clause whatever its verb.

stances().blame holds "disgrace": "called the Hungarian law a disgrace" is ACCUSE.
"""

from __future__ import annotations

from functools import cache

from explorer.knowledge.language import Words
from explorer.knowledge.strict import Entry, load_yaml
from explorer.model import EventType


class Stances(Entry):
    verdict_verbs: Words
    blame: Words
    hostility: Words
    untrue: Words
    guilty: Words
    evidence: Words
    claims: Words
    deniers: Words
    accusers: Words
    suffering: Words
    consequences: Words
    periods: Words
    options: Words
    agendas: Words
    refusable: frozenset[EventType]
    making: Words
    permits: Words
    meetings: Words
    failings: Words
    endings: Words
    results: Words
    silence: Words
    inquiring: Words
    nouns: dict[EventType, Words]
    expulsions: Words
    exclusions: Words
    entering: Words
    envoys: Words
    leaving: Words
    courts: Words
    paying: Words
    revenge: Words


@cache
def stances() -> Stances:
    return load_yaml("stances.yaml", Stances)
