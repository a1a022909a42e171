"""Lasting relations that several documents state."""

from __future__ import annotations

from explorer.model import Tie, TieKind
from explorer.store import resolve
from tests.identity.says import JAPAN, KNOWN, TRUMP, USA, says, sentence


def tie(role: str | None = "President", since: str | None = None, until: str | None = None) -> Tie:
    return Tie(TieKind.LEADS, TRUMP.id, USA.id, role=role, since=since, until=until, evidence=(sentence(),))


def ties(*found: Tie) -> tuple[Tie, ...]:
    return resolve([says(f"d{number}", ties=[one]) for number, one in enumerate(found)], known=KNOWN).ties


def test_one_relation_with_all_its_evidence() -> None:
    (found,) = ties(tie(), tie(since="2025-01-20"), tie())
    assert (found.since, found.reports, len(found.evidence)) == ("2025-01-20", 3, 3)


def test_another_role_or_end_is_another_relation() -> None:
    member = Tie(TieKind.PART_OF, TRUMP.id, JAPAN.id, evidence=(sentence(),))
    assert len(ties(tie(), tie("Commander-in-chief"), tie(None), member)) == 4


def test_the_dates_of_two_terms_are_not_mixed() -> None:
    first, second = tie(since="2017-01-20", until="2021-01-20"), tie(since="2025-01-20")
    (found,) = ties(first, second, second)
    assert (found.since, found.until) == ("2025-01-20", None)
    (found,) = ties(first, second)
    assert (found.since, found.until) == ("2025-01-20", None), "of equals the latest"
