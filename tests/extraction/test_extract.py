"""Whole documents: offsets, order, batches, long and hostile texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from explorer.extraction import extract, extract_many
from explorer.extraction.ends import DOMESTIC
from explorer.extraction.text import LONGEST_CHUNK
from explorer.model import Commitment, Document, Event, Evidence, Extraction, Tie
from explorer.records import extraction_from, extraction_record
from tests.extraction.conftest import Reader
from tests.extraction.told import actors, events

NEWS = [
    *("Japan", "Sanae Takaichi", "U.S. President Donald Trump", "the European Union", "Russian", "TSMC", "she", "it"),
    *("the two leaders", "Turkey's", "signed", "condemned", "will visit", "did not attack", "pledged", "said that"),
    *("denied", "was sanctioned by", "a treaty with", "$5 billion to", "talks with", "an attack on", "and", ",", "."),
    *("on Monday", "in May 2024", "if", "Japan-U.S. alliance", "a summit with", "urged", "to withdraw from"),
]
HOSTILE = [
    *("\n", "\n\n", "\r\n", "\t", "  ", "\u200b", "\u202e", "\x00", "\ufeff", "e\u0301", "🇯🇵", "<script>", "&lt;"),
    *("''", '"', "“", "((", "-", "–", "x" * 300, "........", "\u2028", "=1+1"),
]
TEXTS = st.lists(st.sampled_from(NEWS + HOSTILE), max_size=25).map(" ".join) | st.text(max_size=80)
DATES = st.sampled_from([None, "2025-11-20", "2024-02", "1999", "soon"])
LONG = 12_000


def evidence_of(extraction: Extraction) -> Iterator[Evidence]:
    items: tuple[Tie | Event | Commitment, ...] = (*extraction.ties, *extraction.events, *extraction.commitments)
    for item in items:
        assert item.evidence
        yield from item.evidence


def check(extraction: Extraction) -> None:
    """Every offset lies in the text, every actor that is referred to is listed, ids are unique."""
    text = extraction.document.text
    known = actors(extraction)
    for actor in extraction.actors:
        assert actor.mentions
        for start, end in actor.mentions:
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip()
    for evidence in evidence_of(extraction):
        assert 0 <= evidence.start < evidence.end <= len(text)
        assert evidence.text == text[evidence.start : evidence.end]
        first, last = evidence.trigger
        assert evidence.start <= first < last <= len(text)
        assert last <= evidence.end or evidence.rule == "leads: title and name"  # see the test of a cut title below
    for event in extraction.events:
        assert event.actors
        assert {*event.actors, *event.recipients} <= known
        assert {event.speaker, event.place} - {None} <= known
        assert event.type in DOMESTIC or not set(event.actors) & set(event.recipients)
        assert 0 < event.confidence <= 1
        assert -10 <= event.intensity <= 10
    for tie in extraction.ties:
        assert {tie.source, tie.target} <= known
    for commitment in extraction.commitments:
        assert {party.actor for party in commitment.parties} <= known
    for items in (extraction.actors, extraction.events, extraction.commitments):
        assert len({item.id for item in items}) == len(items)


@given(TEXTS, DATES)
@settings(deadline=None, max_examples=50)
def test_any_text_gives_sound_records(nlp: Language, text: str, date: str | None) -> None:
    document = Document(id="d", title="", text=text, date=date)
    extraction = extract(document, nlp)
    check(extraction)
    assert extraction_from(extraction_record(extraction), document) == extraction
    assert extract(document, nlp) == extraction


@given(st.lists(TEXTS, min_size=2, max_size=4))
@settings(deadline=None, max_examples=15)
def test_documents_of_one_batch_do_not_touch_each_other(nlp: Language, texts: list[str]) -> None:
    documents = [Document(id=f"d{number}", title="", text=text) for number, text in enumerate(texts)]
    together = list(extract_many(documents, nlp))
    assert [found.document for found in together] == documents
    assert together == [extract(document, nlp) for document in documents]


@pytest.mark.parametrize("text", ["", " ", "\n\n \t\n", "\u200b", "...", "x" * 5_000])
def test_a_text_that_says_nothing_gives_nothing(read: Reader, text: str) -> None:
    extraction = read(text)
    assert (extraction.actors, extraction.ties, extraction.events, extraction.commitments) == ((), (), (), ())


def test_no_documents_give_nothing(nlp: Language) -> None:
    assert list(extract_many([], nlp)) == []


def test_the_same_document_twice_is_read_twice(nlp: Language) -> None:
    document = Document(id="d", title="", text="Peru condemned Chile.")
    assert [events(found) for found in extract_many([document, document], nlp)] == [["ACCUSE PER > CHL"]] * 2


def test_plain_text_is_taken_for_a_document(nlp: Language) -> None:
    extraction = extract("Peru condemned Chile.", nlp)
    assert extraction.document.text == "Peru condemned Chile."
    assert events(extraction) == ["ACCUSE PER > CHL"]


def test_evidence_knows_its_document(nlp: Language) -> None:
    document = Document(id="d7", title="", text="Peru condemned Chile.", date="2025-11-20", source="Example Times")
    (evidence,) = extract(document, nlp).events[0].evidence
    assert (evidence.document, evidence.source, evidence.date) == ("d7", "Example Times", "2025-11-20")


def test_a_wrapped_sentence_keeps_its_line_break_as_evidence(read: Reader) -> None:
    text = (
        "Lima\n\nIn a long statement that was read out late on Tuesday night in Lima,\nPeru condemned Chile over fish."
    )
    (event,) = read(text).events
    assert event.evidence[0].text == text.removeprefix("Lima\n\n")


def test_a_long_document_is_cut_and_still_one(read: Reader) -> None:
    filler = "The weather in the mountains stayed calm and nobody minded the snow.\n\n"
    opening = "Japanese Prime Minister Sanae Takaichi visited Peru.\n\n"
    closing = "Takaichi praised Chile."
    text = opening + filler * ((LONG - len(opening)) // len(filler) + 1) + closing
    assert len(text) > LONG > LONGEST_CHUNK
    extraction = read(text)
    check(extraction)
    (takaichi,) = (actor for actor in extraction.actors if actor.type == "leader")
    assert takaichi.id == "leader:sanae-takaichi"
    assert takaichi.mentions[-1] == (len(text) - len(closing), len(text) - len(closing) + len("Takaichi"))
    assert events(extraction) == ["CONSULT sanae-takaichi > PER", "SUPPORT sanae-takaichi > CHL"]
    assert extraction.events[-1].evidence[0].text == closing


def test_a_title_cut_by_a_sentence_end_stays_within_its_evidence(read: Reader) -> None:
    (tie,) = read("Japan \n U.S. President Donald Trump").ties
    assert tie.evidence[0].trigger[1] <= tie.evidence[0].end


def test_identifiers_of_records_are_readable(read: Reader) -> None:
    extraction = read("Peru condemned Chile. Peru signed a treaty with Fiji.")
    assert [event.id for event in extraction.events] == ["e1", "e2"]
    assert all(re.fullmatch(r"agreement:[a-z0-9-]+", found.id) for found in extraction.commitments)


def test_events_come_in_the_order_of_the_text(read: Reader) -> None:
    found = read("Peru condemned Chile. Fiji praised Tonga. Kenya visited Uganda.").events
    starts = [event.evidence[0].trigger[0] for event in found]
    assert starts == sorted(starts)
    assert len(starts) == 3
