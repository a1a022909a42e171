"""Which spellings are one name: hits beside near misses."""

from __future__ import annotations

import pytest

from explorer.identity.names import body_key, is_part_of, is_same_person, person_key, person_name

SAME = [
    ("Takaiichi Sanae", "Sanae Takaichi"),
    ("Kim Jong-un", "Kim Jong Un"),
    ("Xi Jinping", "Xi Jin-ping"),
    ("Jinping Xi", "Xi Jinping"),
    ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
    ("Mohammed bin Salman", "Mohamed bin Salman"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    ("George H. W. Bush", "George H.W. Bush"),
    ("Mr. Keir Starmer", "Keir Starmer"),
    ("Lula", "lula"),
]
DIFFERENT = [
    ("George H. W. Bush", "George W. Bush"),
    ("Wang Yi", "Wang Wentao"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("Kim Jong Un", "Kim Yo Jong"),
    ("Li Qiang", "Li Keqiang"),
    ("Vladimir Putin", "Volodymyr Putin"),
    ("Alexei Ivanov", "Alexei Ivanova"),
    ("Mike Johnson", "Mike Johnston"),
    ("Mario Rossi", "Maria Rossi"),
    ("Donald Trump", "Melania Trump"),
    ("Takaichi", "Sanae Takaichi"),
    ("Donald Trump", "Donald Trump Jr."),
    ("", "Lula"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name(one: str, other: str) -> None:
    first, second = person_name(one), person_name(other)
    assert is_same_person(first, second)
    assert is_same_person(second, first)
    assert person_key(first) == person_key(second), "or they would never be compared"


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_names_of_two_people(one: str, other: str) -> None:
    assert not is_same_person(person_name(one), person_name(other))
    assert not is_same_person(person_name(other), person_name(one))


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Takaichi", "Sanae Takaichi", True),
        ("Takaiichi", "Sanae Takaichi", True),
        ("Xi", "Xi Jinping", True),
        ("George Bush", "George W. Bush", True),
        ("Bush", "George W. Bush", True),
        ("Lula da Silva", "Luiz Inácio Lula da Silva", True),
        ("George W. Bush", "George H. W. Bush", False),
        ("Salman", "Mohammed Salman Al Saud", False),
        ("Sanae Takaichi", "Takaichi", False),
        ("Wang Yi", "Wang Wentao", False),
        ("Trump", "Trump", False),
    ],
)
def test_names_that_leave_something_out(short: str, full: str, expected: bool) -> None:
    assert is_part_of(person_name(short), person_name(full)) is expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Nippon Steel", "Nippon Steel Corporation", True),
        ("Huawei Technologies Co., Ltd.", "Huawei Technologies", True),
        ("Deutsche Bahn AG", "Deutsche Bahn", True),
        ("The Walt Disney Company", "Walt Disney", True),
        ("Samsung Electronics", "Samsung C&T", False),
        ("Mitsubishi Heavy Industries", "Mitsubishi Electric", False),
        ("AG", "Ltd", False),
    ],
)
def test_names_of_companies(one: str, other: str, same: bool) -> None:
    assert (body_key(one) == body_key(other)) is same
