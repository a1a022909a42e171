"""Which spellings are the name of one person: hits beside near misses."""

from __future__ import annotations

import pytest

from explorer.identity.names import Side, compare_people, person_name
from explorer.knowledge.matching import Feature

SAME = [
    ("Takaiichi Sanae", "Sanae Takaichi", Feature.SPELLING),
    ("Sanae Takaichi", "Takaichi Sanae", Feature.OTHER_ORDER),
    ("Kim Jong-un", "Kim Jong Un", Feature.SAME_WORDS),
    ("Kim Jong-eun", "Kim Jong Un", Feature.TRANSLITERATION),
    ("Xi Jinping", "Xi Jin-ping", Feature.DIVIDED),
    ("Jin-ping Xi", "Xi Jinping", Feature.DIVIDED),
    ("Volodymyr Zelenskyy", "Volodymyr Zelensky", Feature.TRANSLITERATION),
    ("Mohammed bin Salman", "Mohammad bin Salman", Feature.TRANSLITERATION),
    ("Abdel Fattah el-Sisi", "Abdul Fattah al-Sisi", Feature.TRANSLITERATION),
    ("Alyaksandr Lukashenka", "Alexander Lukashenko", Feature.SPELLING),
    ("Ahmed al-Sharaa", "Ahmad al-Shara", Feature.SPELLING),
    ("Gaddafi", "Qadhafi", Feature.TRANSLITERATION),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", Feature.SAME_WORDS),
    ("George H. W. Bush", "George H.W. Bush", Feature.SAME_WORDS),
    ("Mr. Keir Starmer", "Keir Starmer", Feature.SAME_WORDS),
    ("former President Barack Obama", "Barack Obama", Feature.SAME_WORDS),
    ("Foreign Minister Wang Yi", "Yi Wang", Feature.OTHER_ORDER),
    ("Ursula von der Leyen", "Ursula der Leyen", Feature.PARTICLES),
    ("Lula", "lula", Feature.ONE_WORD),
    ("Joe Biden", "Joseph Biden", Feature.NICKNAME),
]
DIFFERENT = [
    ("Wang Yi", "Wang Wentao"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("Kim Jong Un", "Kim Yo Jong"),
    ("Li Qiang", "Li Keqiang"),
    ("Vladimir Putin", "Volodymyr Putin"),
    ("Vladimir Zelensky", "Volodymyr Zelensky"),
    ("Mahmoud Abbas", "Mohammed Abbas"),
    ("Mario Rossi", "Maria Rossi"),
    ("Donald Trump", "Melania Trump"),
    ("J. Smith", "Kate Smith"),
    ("Johnson", "Johnston"),
    ("Salman", "Mohammed Salman Al Saud"),
    ("Joe Biden", "Jill Biden"),
    ("Salman bin Abdulaziz", "Abdulaziz bin Salman"),
    ("Abdullah II", "Abdullah Öcalan"),
    ("", "Lula"),
]
AGAINST = [
    ("George H. W. Bush", "George W. Bush", Feature.INITIALS_DIFFER),
    ("J. Smith", "K. Smith", Feature.INITIALS_DIFFER),
    ("Ferdinand Marcos Jr.", "Ferdinand Marcos Sr.", Feature.GENERATION_DIFFERS),
    ("Donald Trump", "Donald Trump Jr.", Feature.GENERATION_LEFT_OUT),
    ("King Charles III", "King Charles", Feature.GENERATION_LEFT_OUT),
    ("Alexei Ivanov", "Alexei Ivanova", Feature.GENDER_DIFFERS),
    ("Mike Johnson", "Mike Johnston", Feature.DOUBTFUL_SPELLING),
    ("Takaiichi", "Takaichi", Feature.DOUBTFUL_SPELLING),
]
SHORT = [
    ("PM Takaichi", "Sanae Takaichi", Feature.FAMILY_NAME),
    ("Takaiichi", "Sanae Takaichi", Feature.FAMILY_NAME),
    ("Xi", "Xi Jinping", Feature.FAMILY_NAME),
    ("Bush", "George W. Bush", Feature.FAMILY_NAME),
    ("bin Salman", "Mohammed bin Salman", Feature.FAMILY_NAME),
    ("al-Sisi", "Abdel Fattah el-Sisi", Feature.FAMILY_NAME),
    ("Li", "Li Bin", Feature.FAMILY_NAME),
    ("Wallace", "Ben Wallace", Feature.FAMILY_NAME),
    ("Gadhafi", "Muammar Qaddafi", Feature.FAMILY_NAME),
    ("George Bush", "George W. Bush", Feature.INITIAL_LEFT_OUT),
    ("Lula da Silva", "Luiz Inácio Lula da Silva", Feature.WORDS_LEFT_OUT),
    ("J. Smith", "John Smith", Feature.INITIALS),
    ("J. D. Vance", "James David Vance", Feature.INITIALS),
    ("George W. Bush", "George Walker Bush", Feature.INITIALS),
    ("Joe Biden", "Joseph R. Biden", Feature.NICKNAME),
]


@pytest.mark.parametrize(("one", "other", "feature"), SAME)
def test_spellings_of_one_name(one: str, other: str, feature: Feature) -> None:
    for pair in ((one, other), (other, one)):
        likeness = compare_people(*map(person_name, pair))
        assert likeness is not None
        assert (likeness.feature, likeness.short) == (feature, None)
        assert 0.85 <= likeness.value <= 1
    assert person_name(one).letters == person_name(other).letters, "or they would never be compared"


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_names_of_two_people(one: str, other: str) -> None:
    assert compare_people(person_name(one), person_name(other)) is None
    assert compare_people(person_name(other), person_name(one)) is None


@pytest.mark.parametrize(("one", "other", "feature"), AGAINST)
def test_names_that_look_alike_but_speak_against_each_other(one: str, other: str, feature: Feature) -> None:
    for pair in ((one, other), (other, one)):
        likeness = compare_people(*map(person_name, pair))
        assert likeness is not None
        assert likeness.feature is feature
        assert likeness.value < 0


@pytest.mark.parametrize(("short", "full", "feature"), SHORT)
def test_names_that_leave_something_out(short: str, full: str, feature: Feature) -> None:
    ahead, back = compare_people(*map(person_name, (short, full))), compare_people(*map(person_name, (full, short)))
    assert ahead is not None and back is not None
    assert (ahead.feature, ahead.short) == (feature, Side.ONE)
    assert (back.feature, back.short) == (feature, Side.OTHER)


def test_a_further_initial_makes_an_abbreviation_doubtful() -> None:
    sure = compare_people(person_name("George W. Bush"), person_name("George Walker Bush"))
    unsure = compare_people(person_name("George H. W. Bush"), person_name("George Walker Bush"))
    assert sure is not None and unsure is not None
    assert unsure.value < sure.value


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Prime Minister Sanae Takaichi", ("sanae", "takaichi")),
        ("Acting Defence Minister Olga Petrova", ("olga", "petrova")),
        ("Chief Justice John Roberts", ("john", "roberts")),
        ("Sheikh Hasina", ("hasina",)),
        ("Sultan bin Abdulaziz", ("sultan", "bin", "abdulaziz")),
        ("President", ("president",)),
        ("Former", ("former",)),
        ("New Zealander", ("new", "zealander")),
        ("Erica King", ("erica", "king")),
    ],
)
def test_titles_are_no_part_of_a_name(text: str, words: tuple[str, ...]) -> None:
    assert person_name(text).words == words
