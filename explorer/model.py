"""The records that travel from article to graph.

"Japan pledged $5 billion to Ukraine." -> Event(AGREE, country:JPN -> country:UKR) and
Commitment(PLEDGE, 5e9 USD), each with the sentence as Evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ActorType(StrEnum):
    COUNTRY = "country"
    LEADER = "leader"
    PERSON = "person"
    COMPANY = "company"
    ORGANIZATION = "organization"
    REGION = "region"


class TieKind(StrEnum):
    LEADS = "leads"
    MEMBER_OF = "member_of"
    BASED_IN = "based_in"
    PART_OF = "part_of"
    SUCCEEDS = "succeeds"


class EventType(StrEnum):
    """PLOVER's sixteen event types, from cooperation to conflict."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    ACTUAL = "actual"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    HISTORICAL = "historical"


class CommitmentKind(StrEnum):
    ALLIANCE = "alliance"
    AGREEMENT = "agreement"
    PLEDGE = "pledge"
    SUMMIT = "summit"


class CommitmentStatus(StrEnum):
    PLANNED = "planned"
    ACTIVE = "active"
    HELD = "held"
    CANCELLED = "cancelled"
    ENDED = "ended"


class PartyRole(StrEnum):
    PARTY = "party"
    PLEDGER = "pledger"
    BENEFICIARY = "beneficiary"
    HOST = "host"
    PARTICIPANT = "participant"
    MEDIATOR = "mediator"


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `id` is a hash of its cleaned text; `date` is ISO 8601, perhaps only YYYY or YYYY-MM."""

    id: str
    title: str
    text: str
    date: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class DateSpan:
    """First and last possible day (ISO 8601, inclusive), at the granularity of the words in `text`."""

    start: str
    end: str
    text: str


@dataclass(frozen=True, slots=True)
class Amount:
    """Money: `value` in whole units of `currency` (ISO 4217)."""

    value: float
    currency: str | None
    text: str


class Doubt(StrEnum):
    """What makes an event less (or more) certain; weights and words for people stand in knowledge/confidence.yaml."""

    WEAK_WORDING = "weak_wording"
    FAIR_WORDING = "fair_wording"
    NOUN = "noun"
    UNGOVERNED = "ungoverned"
    CONTROLLED = "controlled"
    PRONOUN = "pronoun"
    SEVERAL_MEANT = "several_meant"
    DESCRIPTION = "description"
    UNLISTED = "unlisted"
    PRIVATE_PERSON = "private_person"
    INDIRECT_ACTOR = "indirect_actor"
    INDIRECT_RECIPIENT = "indirect_recipient"
    ONE_END = "one_end"
    MANY = "many"
    FAR = "far"
    LONG_SENTENCE = "long_sentence"
    REPORTED = "reported"
    NOT_YET = "not_yet"
    PLACE = "place"
    OTHER_SIDE = "other_side"
    ONLY_COUNTRY = "only_country"
    DOER_UNKNOWN = "doer_unknown"
    DEED = "deed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence behind a record; offsets are characters into the document's text, ends exclusive.

    `status` is what the sentence says of an event or commitment, where several sentences may say different things.
    """

    start: int
    end: int
    text: str
    trigger: tuple[int, int]
    rule: str
    document: str | None = None
    source: str | None = None
    date: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What reports say of an event or commitment at one stage: planned, then held; $5 billion, then $6 billion.

    `since` and `until` are the dates (ISO 8601) of the first and last article that say so, `reports` their number.
    """

    status: str
    since: str | None
    until: str | None
    amount: Amount | None = None
    reports: int = 1


@dataclass(frozen=True, slots=True)
class Actor:
    """`country` is the alpha-3 code of the state it belongs to; `mentions` are offsets within one document.

    `reports` counts the independent documents that mention it, `notes` are those of a person who looked at it.
    """

    id: str
    type: ActorType
    name: str
    country: str | None = None
    role: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[tuple[int, int], ...] = ()
    reports: int = 1
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """A lasting relation; `since` and `until` are ISO 8601 dates, `role` the office a leader holds."""

    kind: TieKind
    source: str
    target: str
    role: str | None = None
    since: str | None = None
    until: str | None = None
    evidence: tuple[Evidence, ...] = ()
    reports: int = 1
    confirmed: bool = False
    notes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"tie:{self.kind}:{self.source}:{self.target}"


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom. Mutual events have every side in `actors` and no recipients.

    `intensity` is PLOVER's score from -10 (conflict) to +10 (cooperation), `confidence` lies in 0..1 and follows from
    `doubts`; `reports` counts independent documents.
    """

    id: str
    type: EventType
    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    mode: str | None = None
    status: Status = Status.ACTUAL
    date: DateSpan | None = None
    place: str | None = None
    topics: tuple[str, ...] = ()
    amount: Amount | None = None
    speaker: str | None = None
    intensity: float = 0.0
    confidence: float = 1.0
    doubts: tuple[Doubt, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reports: int = 1
    history: tuple[Standing, ...] = ()
    confirmed: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    actor: str
    role: PartyRole


@dataclass(frozen=True, slots=True)
class Commitment:
    """An alliance, agreement, pledge or summit; a node of the graph that joins its parties."""

    id: str
    kind: CommitmentKind
    name: str
    parties: tuple[Party, ...]
    status: CommitmentStatus = CommitmentStatus.ACTIVE
    date: DateSpan | None = None
    amount: Amount | None = None
    topics: tuple[str, ...] = ()
    instrument: str | None = None
    confidence: float = 1.0
    evidence: tuple[Evidence, ...] = ()
    reports: int = 1
    history: tuple[Standing, ...] = ()
    confirmed: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document says. Ids of events and commitments are unique within the document only."""

    document: Document
    actors: tuple[Actor, ...] = ()
    ties: tuple[Tie, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()


@dataclass(frozen=True, slots=True)
class World:
    """What many documents say together: one record a thing, with all its evidence and report counts.

    `former_ids` leads from ids that records had before to those they have now.
    """

    documents: tuple[Document, ...] = field(default=())
    actors: tuple[Actor, ...] = ()
    ties: tuple[Tie, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    former_ids: Mapping[str, str] = field(default_factory=dict, compare=False)
