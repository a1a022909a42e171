"""The tables of a store.

What documents say stays as it was read (`mentions` and the three tables of claims); what they say together is kept
beside it (`actors`, `ties`, `events`, `commitments`), and what a person corrected in `acts`.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
)

metadata = MetaData()


def _document() -> Column[str]:
    return Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)


documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),  # counts them in the order they came
    Column("id", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("date", Text),
    Column("source", Text),
    Column("url", Text),
    Column("language", Text),
    Column("text", Text, nullable=False),
    Column("added", Text, nullable=False),
    # Near-duplicates share a family, which is the smallest of their ids, and count as one report.
    Column("family", Text, nullable=False, index=True),
    Column("signature", LargeBinary),
    Index("documents_by_date", "date"),
)
bands = Table("near_bands", metadata, Column("band", Text, primary_key=True), _document())
pairs = Table(
    "near_pairs",
    metadata,
    _document(),
    Column("other", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("similarity", Float, nullable=False),
)

# What a document says, in the order of its extraction; `record` is the JSON of explorer/records.py without evidence.
mentions = Table(
    "mentions",
    metadata,
    _document(),
    Column("position", Integer, primary_key=True),
    Column("key", Text, nullable=False, index=True),
    Column("id", Text, nullable=False),
    Column("record", Text, nullable=False),
)
tie_claims = Table(
    "tie_claims",
    metadata,
    _document(),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("trigger", Integer),
    Column("tie", Integer, index=True),
    Column("record", Text, nullable=False),
)
event_claims = Table(
    "event_claims",
    metadata,
    _document(),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("trigger", Integer),
    # Only events of one block may be one. `first` and `last` are the days (ordinals) in which it may have been; a
    # cell holds claims that share a day, or that are equally vague. A rejected claim has no block.
    Column("block", Text),
    Column("first", Integer),
    Column("last", Integer),
    Column("is_precise", Boolean, nullable=False, server_default=false()),
    Column("cell", Text),
    Column("event", Integer, index=True),
    Column("record", Text, nullable=False),
    Index("event_claims_in_time", "block", "is_precise", "last", "first", "document", "position"),
    Index("event_claims_by_cell", "cell"),
)
commitment_claims = Table(
    "commitment_claims",
    metadata,
    _document(),
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("trigger", Integer),
    Column("block", Text, index=True),
    Column("proper", Text, index=True),  # kind and proper name, which groups of several blocks may share
    Column("commitment", Integer, index=True),
    Column("record", Text, nullable=False),
)
CLAIMS = {"ties": tie_claims, "events": event_claims, "commitments": commitment_claims}
claim_ends = Table(
    "claim_ends",
    metadata,
    _document(),
    Column("owner", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("key", Text, nullable=False, index=True),
)
evidence = Table(
    "evidence",
    metadata,
    _document(),
    Column("owner", Text, primary_key=True),
    Column("owner_position", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("rule", Text, nullable=False),
)

# Who is who: votes of the documents for each key, the pairs of keys compared, and the actor each key was found to be.
sightings = Table(
    "sightings",
    metadata,
    Column("key", Text, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("actor", Text, index=True),
    Column("profile", Text, nullable=False),
)
votes = Table(
    "votes",
    metadata,
    Column("key", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("number", Integer, nullable=False),
)
key_blocks = Table(
    "key_blocks", metadata, Column("block", Text, primary_key=True), Column("key", Text, primary_key=True, index=True)
)
decisions = Table(
    "decisions",
    metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True, index=True),
    Column("verdict", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("short", Text),
    Column("scores", Text, nullable=False),
)
former_ids = Table(
    "former_ids", metadata, Column("id", Text, primary_key=True), Column("key", Text, nullable=False)
)  # of actors, and a key that each had

actors = Table(
    "actors",
    metadata,
    Column("id", Text, primary_key=True),
    Column("stem", Text, nullable=False, index=True),
    Column("base", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("country", Text),
    Column("role", Text),
    Column("aliases", Text, nullable=False),
    Column("notes", Text, nullable=False),
)
ties = Table(
    "ties",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("role", Text, nullable=False),  # "" for none; dates and reports are counted when read
    UniqueConstraint("source", "kind", "target", "role"),
)
events = Table(
    "events",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("stem", Text, nullable=False, index=True),
    Column("base", Text, nullable=False),
    Column("content", Text, nullable=False),  # orders events of one base
    Column("block", Text, nullable=False),
    Column("cell", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("start", Text),  # first and last day it counts for: its own, else those of its articles
    Column("end", Text),
    Column("confidence", Float, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("record", Text, nullable=False),
    Index("events_by_cell", "cell"),
    Index("events_by_type", "type", "status"),
    Index("events_by_day", "start"),
)
event_ends = Table(
    "event_ends",
    metadata,
    Column("event", Integer, ForeignKey("events.number", ondelete="CASCADE"), primary_key=True),
    Column("actor", Text, primary_key=True),
    Index("event_ends_by_actor", "actor"),
)
commitments = Table(
    "commitments",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("stem", Text, nullable=False, index=True),
    Column("base", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("start", Text),
    Column("end", Text),
    Column("amount", Float),
    Column("currency", Text),
    Column("confidence", Float, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("record", Text, nullable=False),
)
commitment_ends = Table(
    "commitment_ends",
    metadata,
    Column("commitment", Integer, ForeignKey("commitments.number", ondelete="CASCADE"), primary_key=True),
    Column("actor", Text, primary_key=True),
    Index("commitment_ends_by_actor", "actor"),
)

# What a person decided; nothing here is ever changed or removed. The tables after it follow from the acts in force.
acts = Table(
    "acts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("made", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("content", Text, nullable=False),
)
rulings = Table(
    "rulings",
    metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True, index=True),
    Column("is_same", Boolean, nullable=False),
    Column("act", Integer, nullable=False),
)
settings = Table(  # what a person set for the actor that a key belongs to: name, type, country, note
    "settings",
    metadata,
    Column("key", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("act", Integer, primary_key=True),
    Column("value", Text, nullable=False),
)
moves = Table(  # mentions that a person found to be of somebody else
    "moves",
    metadata,
    Column("document", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("moved", Text, nullable=False),
    Column("act", Integer, nullable=False),
)
verdicts = Table(  # what a person said of claims
    "verdicts",
    metadata,
    Column("document", Text, primary_key=True),
    Column("owner", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("trigger", Integer, primary_key=True),
    Column("ends", Text, primary_key=True),  # ids as extraction gave them, sorted, joined by a space
    Column("act", Integer, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("note", Text, nullable=False),
)

# Begins at a random number, so that a file deleted and made anew is not taken for the old one.
revision = Table(
    "revision", metadata, Column("only", Integer, primary_key=True), Column("value", Integer, nullable=False)
)
