"""Filters say what is wrong with a value, and forgive its spelling."""

from __future__ import annotations

import pytest

from explorer.errors import ExplorerError
from explorer.graph import Filters


def test_nothing_asked_for_is_empty() -> None:
    assert Filters().is_empty
    assert Filters(hops=3, since="", actor=["", "  "]).is_empty  # type: ignore[arg-type]
    assert not Filters(min_reports=2).is_empty


def test_values_are_normalised() -> None:
    filters = Filters(event_type=("aid", "Threaten"), actor_type="COMPANY", status=["planned", "planned"])  # type: ignore[arg-type]
    assert filters.event_type == ("AID", "THREATEN")
    assert filters.actor_type == ("company",)
    assert filters.status == ("planned",)
    assert hash(filters) == hash(Filters(event_type=("AID", "THREATEN"), actor_type=("company",), status=("planned",)))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"event_type": ("BEFRIEND",)}, ("event_type", "BEFRIEND", "CONSULT", "ASSAULT")),
        ({"actor_type": ("planet",)}, ("actor_type", "planet", "organization")),
        ({"status": ("maybe",)}, ("status", "hypothetical", "cancelled")),
        ({"since": "2025-13"}, ("since", "2025-13", "YYYY-MM")),
        ({"until": "2025-02-30"}, ("until", "2025-02-30")),
        ({"since": "last week"}, ("since", "last week")),
        ({"since": "2025", "until": "2024-12-31"}, ("since", "2025", "2024-12-31")),
        ({"min_reports": -1}, ("min_reports", "-1")),
        ({"min_confidence": 1.5}, ("min_confidence", "1.5")),
        ({"hops": -1}, ("hops",)),
    ],
)
def test_a_wrong_value_is_named_with_its_choices(given: dict[str, object], words: tuple[str, ...]) -> None:
    with pytest.raises(ExplorerError) as caught:
        Filters(**given)  # type: ignore[arg-type]
    for word in words:
        assert word in str(caught.value)


def test_partial_dates_overlap_in_either_order_of_length() -> None:
    assert Filters(since="2025-10-15", until="2025-10").until == "2025-10"
