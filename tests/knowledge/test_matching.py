"""The weights and spellings of the matcher are complete, and a slip in the file is named."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from explorer.errors import DataFileError
from explorer.knowledge.language import titles
from explorer.knowledge.matching import Feature, Matching, body_variants, endings, matching, nicknames, variants
from explorer.knowledge.names import fold
from explorer.knowledge.strict import FOLDER, load_yaml


def test_every_feature_has_words_of_its_own() -> None:
    features = matching().features
    assert set(features) == set(Feature)
    assert len({each.says for each in features.values()}) == len(features)


def test_what_is_against_is_taken_away() -> None:
    features = matching().features
    assert features[Feature.SAME_WORDS].sign == 1
    assert features[Feature.COUNTRY_DIFFERS].sign == -1


def test_no_support_alone_makes_two_one() -> None:
    """The same country, office and company of two people are no reason without a name."""
    support = (Feature.COUNTRY_AGREES, Feature.TYPE_AGREES, Feature.OFFICE_AGREES, Feature.BESIDE)
    features = matching().features
    assert sum(features[each].weight for each in support) < features[Feature.SAME_WORDS].weight
    assert features[Feature.BOTH_LISTED].weight > features[Feature.SAME_WORDS].weight + sum(
        features[each].weight for each in support
    )


@pytest.mark.parametrize("words", [variants(), nicknames(), body_variants()], ids=["variants", "nicknames", "bodies"])
def test_words_are_written_as_names_are_compared(words: dict[str, str]) -> None:
    assert all(word == fold(word) for word in words)
    assert all(words[usual] == usual for usual in words.values())


@pytest.mark.parametrize(
    ("one", "other"),
    [("vladimir", "volodymyr"), ("mahmoud", "mohammed"), ("hassan", "hussein"), ("sergei", "serhiy"), ("jong", "un")],
)
def test_names_of_two_people_are_no_variants(one: str, other: str) -> None:
    assert variants().get(one, one) != variants().get(other, other)


def test_long_endings_come_first() -> None:
    lengths = [len(ending) for ending, _ in endings()]
    assert lengths == sorted(lengths, reverse=True)


def test_vague_roles_are_roles() -> None:
    assert matching().vague_roles <= {title.role for title in titles().titles}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"variants": [["ali", "aly"], ["aly", "alee"]]}, "'aly' stands in two groups"),
        ({"same": 0.4}, "same"),
        ({"features": {"same_words": {"weight": 3.0, "for": "the same name"}}}, "no weight for one_word"),
        ({"features": {"same_words": {"weight": 3.0}}}, "give either for or against"),
        ({"features": {"same_wrods": {"weight": 3.0, "for": "the same name"}}}, "same_wrods"),
        ({"spellings": []}, "unknown key"),
    ],
)
def test_a_slip_is_named(tmp_path: Path, change: dict[str, object], problem: str) -> None:
    values = yaml.safe_load((FOLDER / "matching.yaml").read_text(encoding="utf-8"))
    (tmp_path / "matching.yaml").write_text(yaml.safe_dump({**values, **change}), encoding="utf-8")
    with pytest.raises(DataFileError, match=problem):
        load_yaml("matching.yaml", Matching, folder=tmp_path)
