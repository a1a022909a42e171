"""Did it happen? Negated, planned, supposed, past, reported and denied deeds; a table row for each behaviour."""

from __future__ import annotations

import pytest

from explorer.extraction.status import judge, judge_noun
from explorer.model import Status
from tests.extraction.conftest import Reader
from tests.extraction.told import events
from tests.extraction.trees import tree

NEGATED = [
    ("Norway did not send tanks to Ukraine.", "AID NOR > UKR negated"),
    ("Peru hasn't attacked Chile.", "ASSAULT PER > CHL negated"),
    ("Germany will not send missiles to Ukraine.", "AID DEU > UKR negated"),
    ("Norway has never sanctioned Cuba.", "SANCTION NOR > CUB negated"),
    ("Chile would never attack Peru.", "ASSAULT CHL > PER negated"),
    ("Norway failed to condemn Iran.", "ACCUSE NOR > IRN negated"),
    ("Norway no longer backs Serbia.", "SUPPORT NOR > SRB negated"),
    ("Nobody in Norway condemned Iran.", "ACCUSE NOR > IRN negated"),
    ("No Norwegian official condemned Iran.", "ACCUSE NOR > IRN negated"),
    ("Chile was not accused by Peru.", "ACCUSE PER > CHL negated"),
    ("Talks between Norway and Iran were cancelled.", "CONSULT IRN+NOR negated"),
    ("Brazil scrapped plans to visit Chile.", "CONSULT BRA > CHL negated"),
    ("Brazil has no plans to sanction Russia.", "SANCTION BRA > RUS negated"),
    ("Chile has yet to condemn Peru.", "ACCUSE CHL > PER negated"),
]
FUTURE = [
    ("Norway will send tanks to Ukraine.", "AID NOR > UKR future"),
    ("Norway shall support Iceland.", "SUPPORT NOR > ISL future"),
    ("Norway is set to send tanks to Ukraine.", "AID NOR > UKR future"),
    ("Norway is about to sanction Iran.", "SANCTION NOR > IRN future"),
    ("Norway is expected to condemn Iran.", "ACCUSE NOR > IRN future"),
    ("Brazil is due to host Chile's president.", "CONSULT CHL > BRA future"),
    ("Chile is to sign a treaty with Peru.", "SUPPORT CHL+PER future"),
    ("Turkey plans to buy gas from Iraq.", "COOPERATE IRQ > TUR future"),
    ("Norway decided to expel a Russian diplomat.", "SANCTION NOR > RUS future"),
    ("Peru is preparing to attack Chile.", "ASSAULT PER > CHL future"),
    ("Norway's plan to visit Libya was welcomed.", "CONSULT NOR > LBY future"),
    ("Norway's planned summit with Iran is in Oslo.", "CONSULT IRN+NOR future"),
    ("Talks between Norway and Iran will be held in May.", "CONSULT IRN+NOR future"),
    ("Norway said it would send tanks to Ukraine.", "AID NOR > UKR future"),
]
HYPOTHETICAL = [
    ("Norway could send tanks to Ukraine.", "AID NOR > UKR hypothetical"),
    ("Norway might condemn Iran.", "ACCUSE NOR > IRN hypothetical"),
    ("Norway should condemn Iran.", "ACCUSE NOR > IRN hypothetical"),
    ("If Norway sends tanks to Ukraine, Russia will retaliate.", "AID NOR > UKR hypothetical"),
    ("Norway is considering sending tanks to Ukraine.", "AID NOR > UKR hypothetical"),
    ("Norway considered whether to condemn Iran.", "ACCUSE NOR > IRN hypothetical"),
    ("Norway wants to meet Iran.", "CONSULT IRN+NOR hypothetical"),
    ("Peru attempted to invade Chile.", "ASSAULT PER > CHL hypothetical"),
    ("Chile is unlikely to support Peru.", "SUPPORT CHL > PER hypothetical"),
    ("It is unclear whether Chile attacked Peru.", "ASSAULT CHL > PER hypothetical"),
    ("Chile doubted that Peru had attacked Bolivia.", "ASSAULT PER > BOL hypothetical"),
    ("Russia may withdraw its troops from Armenia.", "RETREAT RUS > ARM hypothetical"),
]
HISTORICAL = [
    ("Norway once backed Serbia.", "SUPPORT NOR > SRB historical"),
    ("Norway formerly backed Serbia.", "SUPPORT NOR > SRB historical"),
    ("In the past, Norway backed Serbia.", "SUPPORT NOR > SRB historical"),
    ("Brazil used to back Serbia.", "SUPPORT BRA > SRB historical"),
]
ACTUAL = [
    ("Norway condemned Iran.", "ACCUSE NOR > IRN"),
    ("Norway has begun withdrawing its troops from Mali.", "RETREAT NOR > MLI"),
    ("Norway continued to arm Ukraine.", "AID NOR > UKR"),
    ("Chile had been attacked by Peru.", "ASSAULT PER > CHL"),
    ("Chile is being attacked by Peru.", "ASSAULT PER > CHL"),
    ("Norway reportedly condemned Iran.", "ACCUSE NOR > IRN"),
    ("Norway condemned Iran, the minister said.", "ACCUSE NOR > IRN"),
    ("Norway agreed to send tanks to Ukraine.", "AGREE NOR > UKR"),
    ("Chile urged Peru not to attack Bolivia.", "REQUEST CHL > PER"),
    ("Norway met Iran without condemning it.", "CONSULT IRN+NOR"),
    ("Chile promised not to attack Peru.", "AGREE CHL > PER"),
    ("Norway claimed that Iran had attacked Israel.", "ASSAULT IRN > ISR"),
    ("Chile reported that Peru had attacked Bolivia.", "ASSAULT PER > BOL"),
]


@pytest.mark.parametrize(("text", "expected"), [*NEGATED, *FUTURE, *HYPOTHETICAL, *HISTORICAL, *ACTUAL])
def test_status(read: Reader, text: str, expected: str) -> None:
    assert events(read(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway did not condemn Iran but praised Israel.", ["ACCUSE NOR > IRN negated", "SUPPORT NOR > ISR"]),
        ("Norway, which will visit Libya, condemned Egypt.", ["ACCUSE NOR > EGY", "CONSULT NOR > LBY future"]),
        ("Brazil neither backed nor sanctioned Kosovo.", ["SANCTION BRA > XKX negated"]),
        ("Norway condemned Iran and will sanction Russia.", ["ACCUSE NOR > IRN", "SANCTION NOR > RUS future"]),
    ],
)
def test_a_status_does_not_leak_into_the_next_clause(read: Reader, text: str, expected: list[str]) -> None:
    assert events(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected", "speaker"),
    [
        ("Norway's envoy said Iran had attacked a tanker of Greece.", "ASSAULT IRN > GRC", "country:NOR"),
        ("Peru attacked Bolivia, Chile said.", "ASSAULT PER > BOL", "country:CHL"),
        (
            "Chile's defence minister told reporters that Peru had expelled two diplomats from Bolivia.",
            "SANCTION PER > BOL",
            "country:CHL",
        ),
        ("Norway warned that Iran could attack Israel.", "ASSAULT IRN > ISR hypothetical", "country:NOR"),
        ("“Peru attacked Bolivia,” Gabriel Boric said.", "ASSAULT PER > BOL", "leader:gabriel-boric"),
        ("Peru attacked Bolivia.", "ASSAULT PER > BOL", None),
    ],
)
def test_who_says_so(read: Reader, text: str, expected: str, speaker: str | None) -> None:
    extraction = read(text)
    assert events(extraction) == [expected]
    assert extraction.events[0].speaker == speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran denied attacking Greece.", ["ASSAULT IRN > GRC negated", "REJECT IRN > GRC"]),
        ("Iran denied that it had attacked Greece.", ["ASSAULT IRN > GRC negated", "REJECT IRN > GRC"]),
        ("Norway denied Iran's accusations.", ["REJECT NOR > IRN"]),
    ],
)
def test_a_denial_rejects_and_negates(read: Reader, text: str, expected: list[str]) -> None:
    assert events(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Norwegian government hopes to meet Iran.", "CONSULT IRN+NOR hypothetical"),
        ("Chile is going to sign a treaty with Peru.", "SUPPORT CHL+PER future"),
        ("Norway spared no effort to help Ukraine.", "AID NOR > UKR"),
        ("Norway made no effort to help Ukraine.", "AID NOR > UKR negated"),
        ("Iran attacked Iraq from its own territory for the first time.", "ASSAULT IRN > IRQ"),
        ("Norway declared that Iran poses a threat and imposed sanctions on Iraq.", "SANCTION NOR > IRQ"),
    ],
)
def test_what_stands_above_an_infinitive_sets_the_status(read: Reader, text: str, expected: str) -> None:
    assert expected in events(read(text))


def test_according_to_names_a_speaker(read: Reader) -> None:
    (event,) = read("According to Norway, Iran attacked Israel.").events
    assert event.speaker == "country:NOR"


@pytest.mark.parametrize(
    ("rows", "verb", "status"),
    [
        ("Peru Peru PROPN NNP nsubj 1\nsigned sign VERB VBD ROOT 1", 1, Status.ACTUAL),
        (
            "Peru Peru PROPN NNP nsubj 3\ndid do AUX VBD aux 3\nnot not PART RB neg 3\nsign sign VERB VB ROOT 3",
            3,
            Status.NEGATED,
        ),
        ("Peru Peru PROPN NNP nsubj 2\nwill will AUX MD aux 2\nsign sign VERB VB ROOT 2", 2, Status.FUTURE),
        ("Peru Peru PROPN NNP nsubj 2\nmight might AUX MD aux 2\nsign sign VERB VB ROOT 2", 2, Status.HYPOTHETICAL),
        (
            "If if SCONJ IN mark 2\nPeru Peru PROPN NNP nsubj 2\nsigns sign VERB VBZ advcl 4\n"
            "Chile Chile PROPN NNP nsubj 4\npays pay VERB VBZ ROOT 4",
            2,
            Status.HYPOTHETICAL,
        ),
        (
            "Peru Peru PROPN NNP nsubj 1\nplans plan VERB VBZ ROOT 1\nto to PART TO aux 3\nsign sign VERB VB xcomp 1",
            3,
            Status.FUTURE,
        ),
        (
            "Peru Peru PROPN NNP nsubj 3\ndid do AUX VBD aux 3\nnot not PART RB neg 3\nplan plan VERB VB ROOT 3\n"
            "to to PART TO aux 5\nsign sign VERB VB xcomp 3",
            5,
            Status.NEGATED,
        ),
        (
            "Peru Peru PROPN NNP nsubj 2\nonce once ADV RB advmod 2\nsigned sign VERB VBD ROOT 2",
            2,
            Status.HISTORICAL,
        ),
    ],
)
def test_status_is_read_off_the_tree(rows: str, verb: int, status: Status) -> None:
    assert judge(tree(rows)[verb]).status is status


@pytest.mark.parametrize(
    ("rows", "noun", "verb", "carries", "status"),
    [
        ("planned planned ADJ JJ amod 1\ntalks talk NOUN NNS ROOT 1", 1, None, False, Status.FUTURE),
        ("former former ADJ JJ amod 1\nalliance alliance NOUN NN ROOT 1", 1, None, False, Status.HISTORICAL),
        ("no no DET DT det 1\ntalks talk NOUN NNS ROOT 1", 1, None, False, Status.NEGATED),
        ("blocked block VERB VBD ROOT 0\ntalks talk NOUN NNS dobj 0", 1, 0, False, Status.NEGATED),
        ("sought seek VERB VBD ROOT 0\ntalks talk NOUN NNS dobj 0", 1, 0, False, Status.HYPOTHETICAL),
        ("ordered order VERB VBD ROOT 0\nstrikes strike NOUN NNS dobj 0", 1, 0, True, Status.ACTUAL),
        ("held hold VERB VBD ROOT 0\ntalks talk NOUN NNS dobj 0", 1, 0, True, Status.ACTUAL),
    ],
)
def test_status_of_a_noun(rows: str, noun: int, verb: int | None, carries: bool, status: Status) -> None:
    doc = tree(rows)
    assert judge_noun(doc[noun], None if verb is None else doc[verb], carries=carries).status is status
