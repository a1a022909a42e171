"""From a noun phrase to the actors it stands for, on hand-made trees."""

from __future__ import annotations

import pytest

from explorer.extraction.arguments import Role, coordinated, owners, participants
from tests.extraction.trees import cast_of, texts, tree

NAMES = {
    "Japan": "country:JPN",
    "Japanese": "country:JPN",
    "Japan's": "country:JPN",
    "Peru": "country:PER",
    "Peruvian": "country:PER",
    "U.S.": "country:USA",
    "Iran": "country:IRN",
    "Geneva": "country:CHE",
}
JPN, PER, USA, IRN = "country:JPN", "country:PER", "country:USA", "country:IRN"


@pytest.mark.parametrize(
    ("rows", "head", "as_actor", "as_recipient"),
    [
        pytest.param("Japan Japan PROPN NNP ROOT 0", 0, (JPN,), (JPN,), id="a name"),
        pytest.param(
            "Japan Japan PROPN NNP ROOT 0\nand and CCONJ CC cc 0\nPeru Peru PROPN NNP conj 0",
            0,
            (JPN, PER),
            (JPN, PER),
            id="names joined",
        ),
        pytest.param(
            "Japanese japanese ADJ JJ amod 3\nand and CCONJ CC cc 0\nPeruvian peruvian ADJ JJ conj 0\n"
            "officials official NOUN NNS ROOT 3",
            3,
            (JPN, PER),
            (JPN, PER),
            id="representatives of two",
        ),
        pytest.param(
            "officials official NOUN NNS ROOT 0\nfrom from ADP IN prep 0\nPeru Peru PROPN NNP pobj 1",
            0,
            (PER,),
            (PER,),
            id="representatives from",
        ),
        pytest.param(
            "dozens dozen NOUN NNS ROOT 0\nof of ADP IN prep 0\nPeruvian peruvian ADJ JJ amod 3\n"
            "troops troop NOUN NNS pobj 1",
            0,
            (PER,),
            (PER,),
            id="a quantity of representatives",
        ),
        pytest.param(
            "Peruvian peruvian ADJ JJ amod 1\npoetry poetry NOUN NN ROOT 1", 1, (), (PER,), id="what only suffers"
        ),
        pytest.param("poetry poetry NOUN NN ROOT 0", 0, (), (), id="nobody's"),
    ],
)
def test_whom_a_phrase_stands_for(
    rows: str, head: int, as_actor: tuple[str, ...], as_recipient: tuple[str, ...]
) -> None:
    doc = tree(rows)
    cast = cast_of(doc, **NAMES)
    assert participants(doc[head], cast, Role.ACTOR) == as_actor
    assert participants(doc[head], cast, Role.RECIPIENT) == as_recipient


def test_nobody_is_named_twice() -> None:
    doc = tree("Japan Japan PROPN NNP ROOT 0\nand and CCONJ CC cc 0\nJapan Japan PROPN NNP conj 0")
    assert participants(doc[0], cast_of(doc, **NAMES), Role.ACTOR) == (JPN,)


def test_conjuncts_to_any_depth_but_no_verbs() -> None:
    doc = tree(
        "Peru Peru PROPN NNP ROOT 0\n, , PUNCT , punct 0\nChile Chile PROPN NNP conj 0\nand and CCONJ CC cc 2\n"
        "Fiji Fiji PROPN NNP conj 2\ngo go VERB VB conj 0"
    )
    assert texts(coordinated(doc[0])) == ["Peru", "Chile", "Fiji"]


@pytest.mark.parametrize(
    ("rows", "head", "expected"),
    [
        pytest.param(
            "Japan Japan PROPN NNP compound 2\n- - PUNCT HYPH punct 2\nU.S. U.S. PROPN NNP compound 3\n"
            "alliance alliance NOUN NN ROOT 3",
            3,
            (JPN, USA),
            id="hyphenated",
        ),
        pytest.param(
            "Peru Peru PROPN NNP poss 2\n's 's PART POS case 0\ntroops troop NOUN NNS ROOT 2", 2, (PER,), id="genitive"
        ),
        pytest.param(
            "the the DET DT det 1\ntroops troop NOUN NNS ROOT 1\nof of ADP IN prep 1\nPeru Peru PROPN NNP pobj 2",
            1,
            (),
            id="only what stands before",
        ),
    ],
)
def test_owners(rows: str, head: int, expected: tuple[str, ...]) -> None:
    doc = tree(rows)
    assert owners(doc[head], cast_of(doc, **NAMES)) == expected


def test_a_relative_pronoun_means_what_it_follows() -> None:
    doc = tree(
        "Japan Japan PROPN NNP ROOT 0\nwhich which PRON WDT nsubj 2\ncondemned condemn VERB VBD relcl 0\n"
        "Iran Iran PROPN NNP dobj 2"
    )
    assert participants(doc[1], cast_of(doc, **NAMES), Role.ACTOR) == (JPN,)


def test_a_city_before_a_meeting_is_its_place() -> None:
    doc = tree("Geneva Geneva PROPN NNP compound 1\ntalks talk NOUN NNS ROOT 1")
    cast = cast_of(doc)
    cast.add(0, 1, ("country:CHE",), "city")
    assert owners(doc[1], cast) == ("country:CHE",)
    assert owners(doc[1], cast, is_meeting=True) == ()


def test_who_is_to_blame_for_a_deed_is_its_doer() -> None:
    doc = tree(
        "invasion invasion NOUN NN ROOT 0\nof of ADP IN prep 0\nPeru Peru PROPN NNP pobj 1\n"
        "by by ADP IN prep 0\nIran Iran PROPN NNP pobj 3"
    )
    assert participants(doc[0], cast_of(doc, **NAMES), Role.RECIPIENT) == (IRN,)
