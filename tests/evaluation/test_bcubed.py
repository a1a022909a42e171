"""B³ is what one computes by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.evaluation import bcubed

CLUSTERINGS = st.dictionaries(st.integers(0, 12), st.sampled_from("abcd"))


def clusters(written: str) -> dict[str, str]:
    """Read "12 345": two clusters, of the mentions 1 and 2, and of 3, 4 and 5."""
    return {mention: name for name in written.split() for mention in name}


@pytest.mark.parametrize(
    ("gold", "system", "precision", "recall"),
    [
        ("12 345", "12 345", 1, 1),
        ("123", "12 3", 1, (2 / 3 + 2 / 3 + 1 / 3) / 3),
        ("12 3", "123", (2 / 3 + 2 / 3 + 1 / 3) / 3, 1),
        # The example of Bagga & Baldwin (1998): the same mistake costs more precision where the clusters are larger.
        ("12345 67 89abc", "12345 6789abc", (5 * 1 + 2 * 2 / 7 + 5 * 5 / 7) / 12, 1),
        ("12345 67 89abc", "1234589abc 67", (5 * 5 / 10 + 2 * 1 + 5 * 5 / 10) / 12, 1),
        # Mistakes both ways.
        ("12 34", "13 24", 1 / 2, 1 / 2),
        # Missing: 3 is single in the system, so it costs recall and no precision.
        ("123", "12", 1, (2 / 3 + 2 / 3 + 1 / 3) / 3),
        ("12 3", "12", 1, 1),
        ("12", "", 1, 1 / 2),
        # What only the system has is left out.
        ("12 3", "12x 3y z", 1, 1),
        ("", "12", 1, 1),
    ],
)
def test_both_are_means_over_the_mentions(gold: str, system: str, precision: float, recall: float) -> None:
    score = bcubed(clusters(gold), clusters(system))

    assert (score.precision, score.recall) == pytest.approx((precision, recall))


def test_f1_is_the_harmonic_mean() -> None:
    score = bcubed(clusters("1234"), clusters("12 34"))

    assert score.f1 == pytest.approx(2 * 1 * 0.5 / 1.5)


def test_a_missing_mention_joins_no_cluster_that_is_called_alike() -> None:
    assert bcubed({"a": "x", "b": "y"}, {"a": "b"}).precision == 1


@given(CLUSTERINGS, CLUSTERINGS)
def test_precision_one_way_is_recall_the_other(one: dict[int, str], other: dict[int, str]) -> None:
    both = one.keys() & other.keys()
    one, other = {key: one[key] for key in both}, {key: other[key] for key in both}

    assert bcubed(one, other).precision == pytest.approx(bcubed(other, one).recall)
    assert bcubed(one, one).f1 == 1
