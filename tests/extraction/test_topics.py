"""Topics of a sentence from the words in it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from explorer.extraction.topics import topics_of


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Troops and tanks crossed the border.", "military"),
        ("The tariffs hurt trade and exports.", "economic"),
        ("Parliament passed a law on the budget.", "legislative"),
        ("Hackers spread malware in a cyber attack.", "cyber"),
        ("Refugees were granted asylum.", "asylum"),
        ("The earthquake and the flood left thousands homeless.", "disasters"),
        ("Uranium enrichment and nuclear warheads were discussed.", "cbrn"),
        ("Voters went to the polls in the election.", "election"),
    ],
)
def test_words_point_to_topics(nlp: Language, text: str, topic: str) -> None:
    doc = nlp(text)
    assert topic in topics_of(next(doc.sents))


def test_a_sentence_about_nothing_has_no_topic(nlp: Language) -> None:
    doc = nlp("The weather was nice.")
    assert topics_of(doc[:]) == ()


def test_the_best_supported_come_first_and_not_too_many(nlp: Language) -> None:
    doc = nlp("Troops, tanks, soldiers and artillery guarded the election, the trade, the court and the refugees.")
    found = topics_of(doc[:], most=2)
    assert found[0] == "military"
    assert len(found) == 2
    assert topics_of(doc[:], most=2) == topics_of(doc[:], most=3)[:2]
