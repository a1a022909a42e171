"""What people said of single reports, said of the whole.

with_remarks(event, [confirmed report, other report]) -> the event, confirmed
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from explorer.model import Commitment, Event, Tie

Record = TypeVar("Record", Tie, Event, Commitment)


def with_remarks(record: Record, reports: Sequence[Record]) -> Record:
    """Confirm a record if one of its reports is confirmed, and give it the notes of all, each once."""
    notes = tuple(sorted({note for report in reports for note in report.notes}))
    return replace(record, confirmed=any(report.confirmed for report in reports), notes=notes)
