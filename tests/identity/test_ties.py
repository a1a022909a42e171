"""Lasting relations that several documents state."""

from __future__ import annotations

import pytest

from explorer.identity.evidence import placed
from explorer.identity.ties import merge_ties
from explorer.model import Tie, TieKind
from tests.identity.says import TRUMP, USA, document, sentence


def tie(since: str | None = None, until: str | None = None, name: str = "a") -> Tie:
    proof = placed([sentence()], document(name))
    return Tie(TieKind.LEADS, TRUMP.id, USA.id, role="President", since=since, until=until, evidence=proof)


FIRST, SECOND = ("2017-01-20", "2021-01-20"), ("2025-01-20", None)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ([(None, None)], (None, None)),
        ([(None, None), ("2025-01-20", None), (None, None)], SECOND),
        ([FIRST, SECOND, SECOND], SECOND),
        ([FIRST, FIRST, SECOND], FIRST),
        ([FIRST, SECOND], SECOND),
        ([SECOND, FIRST], SECOND),
    ],
)
def test_the_dates_of_two_terms_are_not_mixed(
    terms: list[tuple[str | None, str | None]], expected: tuple[str | None, str | None]
) -> None:
    found = merge_ties([(f"d{number}", tie(*term)) for number, term in enumerate(terms)])
    assert (found.since, found.until) == expected


def test_one_relation_with_all_its_evidence() -> None:
    found = merge_ties([("a", tie(name="a")), ("b", tie("2025-01-20", name="b")), ("c", tie(name="c"))])
    assert (found.since, found.reports, [one.document for one in found.evidence]) == ("2025-01-20", 3, ["a", "b", "c"])


def test_reprints_are_one_report_and_have_one_vote() -> None:
    wire = [("wire", tie(*SECOND, name=name)) for name in "abc"]
    own = [(name, tie(*FIRST, name=name)) for name in "de"]
    found = merge_ties([*wire, *own])
    assert (found.reports, len(found.evidence), found.since) == (3, 5, "2017-01-20")
    assert merge_ties([*own, *reversed(wire)]) == found
