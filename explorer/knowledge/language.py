"""What English does with events: closed classes, control, status cues, titles, anaphora, money, commitments.

control_verbs()["refuse"] -> (Control(becomes=REJECT),): "refused to meet R" is a rejection of R.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Literal, Self

from pydantic import model_validator

from explorer.knowledge.strict import Entry, load_yaml
from explorer.model import CommitmentKind, CommitmentStatus, EventType, Status

Words = frozenset[str]


class Grammar(Entry):
    prepositions: Words
    light_verbs: Words
    copulas: Words
    messages: Words
    laws: Words
    sales: Words
    passive_light_verbs: Words
    representatives: dict[Literal["officials", "forces", "people", "goods"], Words]
    counterweights: Words
    minority_marks: Words
    person_endings: Words
    anybody: Words
    blows: Words
    police: Words
    nowhere: Words
    subjects: dict[str, Words]
    quantities: Words
    statement_verbs: Words
    prospects: Words
    blaming_verbs: Words
    idle_phrases: Words
    calls: Words
    courtesies: Words

    @property
    def all_representatives(self) -> Words:
        return frozenset().union(*self.representatives.values())


class Control(Entry):
    """A verb, adjective or noun that decides what becomes of its complement."""

    verbs: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    becomes: EventType | None = None
    hostile: EventType | None = None
    status: Status | None = None
    embedded: Status | None = None
    transparent: bool = False
    actor: Literal["subject", "object"] = "subject"
    needs: Literal["object", "clause"] | None = None
    form: Literal["gerund"] | None = None
    strength: float = 0.9

    @model_validator(mode="after")
    def _decides(self) -> Self:
        if not (self.becomes or self.status or self.embedded or self.transparent):
            raise ValueError("says nothing of the complement: give becomes, status, embedded or transparent")
        return self


class _Controls(Entry):
    controls: tuple[Control, ...]


class Cue(Entry):
    words: tuple[str, ...]
    status: Status
    nouns: bool = False


class Cues(Entry):
    modals: dict[Literal["future", "hypothetical", "conditional"], Words]
    obligations: Words
    conditions: Words
    cues: tuple[Cue, ...]
    no_cues: tuple[str, ...]
    hypothetical_verbs: Words
    claims: Words
    denials: Words
    over_nouns: dict[Literal["negated", "future", "hypothetical"], Words]
    intents: dict[Literal["future", "hypothetical"], Words]
    nouns_above: dict[Literal["negated", "future", "hypothetical"], Words]
    refusing_nouns: Words
    denying_nouns: Words
    coming_to_nothing: Words
    predicates: dict[Literal["negated", "future", "hypothetical"], Words]
    judgements: dict[Literal["true", "negated", "hypothetical"], Words]
    times: Words
    means: Words
    outcomes: Words
    not_before: Words
    ahead_of: Words
    performatives: Words
    speeches: Words


class Title(Entry):
    role: str
    words: tuple[str, ...]
    office: str
    leads: bool = False


class Titles(Entry):
    titles: tuple[Title, ...]
    prefixes_past: Words
    prefixes_present: Words
    suffixes: Words
    honorifics: Words
    male: Words
    female: Words
    particles: Words
    ruling: Words
    civil: Words


class Anaphora(Entry):
    pairs: dict[Literal["persons", "countries"], Words]
    countries: Words
    organizations: Words
    companies: Words
    kinds: dict[str, Words]
    organs: Words
    groups: dict[str, tuple[str, ...]]
    halves: dict[str, str]
    others: Words
    describing: Words
    distinguishing: Words
    sectors: dict[str, Words]
    body_kinds: dict[str, Words]
    deeds: Words


class Currency(Entry):
    signs: tuple[str, ...]
    names: tuple[str, ...]


class Money(Entry):
    currencies: dict[str, Currency]
    shared: dict[str, dict[str, str]]
    multipliers: dict[str, float]
    numbers: dict[str, float]


class CommitmentNouns(Entry):
    nouns: tuple[str, ...]
    parties: Words


class Commitments(Entry):
    kinds: dict[CommitmentKind, CommitmentNouns]
    instruments: dict[str, str]
    pledge_verbs: Words
    pledge_goods: Words
    status_verbs: dict[CommitmentStatus, Words]
    deciding_verbs: Words
    keeping_verbs: Words
    forming_verbs: Words
    winning_verbs: Words
    awarding_verbs: Words
    raising_verbs: Words
    mediating_verbs: Words
    hosting_verbs: Words
    attending_verbs: Words
    greeting_verbs: Words
    signing_verbs: Words
    signed_nouns: Words
    won_nouns: Words
    meeting_nouns: Words
    inviting_verbs: Words
    talk_nouns: Words
    never: Words
    general_nouns: Words
    plain_adjectives: Words


@cache
def grammar() -> Grammar:
    return load_yaml("grammar.yaml", Grammar)


@cache
def control_verbs() -> Mapping[str, tuple[Control, ...]]:
    """Controls by the lemma of their verb, in the order of the file."""
    return _by_lemma("verbs")


@cache
def control_adjectives() -> Mapping[str, tuple[Control, ...]]:
    """Controls by the lemma of their adjective or participle: "is ready to", "is set to"."""
    return _by_lemma("adjectives")


@cache
def control_nouns() -> Mapping[str, tuple[Control, ...]]:
    """Controls by the lemma of their noun: "an offer to", "a call for R to"."""
    return _by_lemma("nouns")


@cache
def cues() -> Cues:
    return load_yaml("cues.yaml", Cues)


@cache
def titles() -> Titles:
    return load_yaml("titles.yaml", Titles)


@cache
def anaphora() -> Anaphora:
    return load_yaml("anaphora.yaml", Anaphora)


@cache
def money() -> Money:
    return load_yaml("money.yaml", Money)


@cache
def commitments() -> Commitments:
    return load_yaml("commitments.yaml", Commitments)


def _by_lemma(field: Literal["verbs", "adjectives", "nouns"]) -> Mapping[str, tuple[Control, ...]]:
    found: dict[str, list[Control]] = defaultdict(list)
    for control in load_yaml("control.yaml", _Controls).controls:
        for lemma in getattr(control, field):
            found[lemma].append(control)
    return {lemma: tuple(controls) for lemma, controls in found.items()}


class NameWords(Entry):
    company_endings: Words
    company_nouns: Words
    body_nouns: Words
    vessels: Words
    vehicles: Words
    not_actor_endings: Words
    not_actor_heads: Words
    not_actors: Words
    state_bodies: Words
    organ_words: Words


@cache
def name_words() -> NameWords:
    return load_yaml("name_words.yaml", NameWords)


class Lemmas(Entry):
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]


@cache
def lemmas() -> Lemmas:
    return load_yaml("lemmas.yaml", Lemmas)
