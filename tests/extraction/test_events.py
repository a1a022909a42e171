"""Who did what to whom: all sixteen types, whatever the grammar, and nothing where nothing was done."""

from __future__ import annotations

import pytest

from explorer.model import EventType
from tests.extraction.conftest import Reader
from tests.extraction.told import events, moded

PLAIN = [
    ("Brazil and Chile agreed to deepen cooperation on lithium.", "AGREE BRA+CHL"),
    ("Norway promised to help Moldova.", "AGREE NOR > MDA"),
    ("The Indian prime minister met the Vietnamese president in Hanoi.", "CONSULT IND+VNM"),
    ("India's foreign minister visited Nepal.", "CONSULT IND > NPL"),
    ("Egypt mediated talks between Israel and Hamas.", "CONSULT EGY > ISR+hamas"),
    ("France praised Senegal for its reforms.", "SUPPORT FRA > SEN"),
    ("Spain recognised the State of Palestine.", "SUPPORT ESP > PSE"),
    ("Spain and Portugal signed a treaty on water.", "SUPPORT ESP+PRT"),
    ("Australia apologised to East Timor.", "CONCEDE AUS > TLS"),
    ("The United States lifted sanctions on Syria.", "CONCEDE USA > SYR"),
    ("Morocco's king pardoned 30 Spanish prisoners.", "CONCEDE MAR > ESP"),
    ("Peru exported copper to China.", "COOPERATE PER > CHN"),
    ("Colombia extradited a drug lord to the United States.", "COOPERATE COL > USA"),
    ("Germany delivered food aid to Sudan.", "AID DEU > SDN"),
    ("Denmark gave Ukraine 19 fighter jets.", "AID DNK > UKR"),
    ("Armenia withdrew its troops from Azerbaijan.", "RETREAT ARM > AZE"),
    ("Poland asked Germany for air defence systems.", "REQUEST POL > DEU"),
    ("Kenya urged Ethiopia to accept a ceasefire.", "REQUEST KEN > ETH"),
    ("Hungary condemned Ukraine over the pipeline.", "ACCUSE HUN > UKR"),
    ("Ghana sued Togo at the International Court of Justice.", "ACCUSE GHA > TGO"),
    ("South Korea summoned the Japanese ambassador.", "ACCUSE KOR > JPN"),
    ("Serbia rejected a proposal by Kosovo.", "REJECT SRB > XKX"),
    ("Canada cancelled a meeting with India.", "REJECT CAN > IND"),
    ("China threatened Lithuania with sanctions.", "THREATEN CHN > LTU"),
    ("Chilean workers went on strike.", "PROTEST CHL > CHL"),
    ("The European Union imposed sanctions on Belarus.", "SANCTION european-union > BLR"),
    ("Russia expelled two British diplomats.", "SANCTION RUS > GBR"),
    ("Mexico imposed tariffs on Chinese cars.", "SANCTION MEX > CHN"),
    ("Pakistan put its air force on alert.", "MOBILIZE PAK"),
    ("Venezuela mobilised 20,000 soldiers.", "MOBILIZE VEN"),
    ("Iran seized a Greek tanker.", "COERCE IRN > GRC"),
    ("China detained two Canadian citizens.", "COERCE CHN > CAN"),
    ("Indonesia deported 30 Malaysian fishermen.", "COERCE IDN > MYS"),
    ("Israel bombed Syria.", "ASSAULT ISR > SYR"),
    ("Hamas fighters abducted three Israeli soldiers.", "ASSAULT hamas > ISR"),
    ("Ukraine shot down three Russian drones.", "ASSAULT UKR > RUS"),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_a_plain_sentence_tells_one_event(read: Reader, text: str, expected: str) -> None:
    assert events(read(text)) == [expected]


HARD_LINES = [
    ("Lithuania thanked Poland for its help.", "SUPPORT LTU > POL", None),
    ("Ireland opened an embassy in Jordan.", "SUPPORT IRL > JOR", None),
    ("Oman hosted talks between Iran and the United States.", "CONSULT OMN > IRN+USA", "third-party"),
    ("The Japanese foreign minister spoke by phone with his Indian counterpart.", "CONSULT IND+JPN", "phone"),
    ("Panama broke off relations with Taiwan.", "SANCTION PAN > TWN", "discontinue"),
    ("Moscow recalled its ambassador from Italy.", "SANCTION RUS > ITA", "discontinue"),
    ("The United States froze the assets of Iran's central bank.", "SANCTION USA > IRN", "discontinue"),
    ("Washington revoked the visas of Brazilian judges.", "SANCTION USA > BRA", "discontinue"),
    ("Turkey granted asylum to a Syrian pilot.", "AID TUR > SYR", None),
    ("Germany promised Ukraine another 1.1 billion euros.", "AGREE DEU > UKR", None),
    ("Cuba freed 50 prisoners.", "RETREAT CUB", "release"),
    ("Tunisia's prime minister resigned.", "RETREAT TUN", "resign"),
    ("Algeria appealed to France for vaccines.", "REQUEST DZA > FRA", None),
    ("The IMF urged Egypt to raise taxes.", "REQUEST imf > EGY", None),
    ("Brazilian police are investigating a Venezuelan general.", "ACCUSE BRA > VEN", "investigate"),
    ("Slovakia blocked a resolution on Georgia at the UN.", "REJECT SVK > GEO", None),
    ("Qatar turned down an invitation from Bahrain.", "REJECT QAT > BHR", "meet"),
    ("Israel warned Lebanon that it would strike Beirut if Hezbollah attacked.", "THREATEN ISR > LBN", None),
    ("Students in Bangladesh blocked roads and burned cars.", "PROTEST BGD > BGD", "obstruct"),
    ("North Korea fired a ballistic missile into the sea.", "MOBILIZE PRK", "weapons"),
    ("Belarus moved tanks to the border with Poland.", "MOBILIZE BLR", "troops"),
    ("Azerbaijan shelled Armenian villages.", "ASSAULT AZE > ARM", "heavy-weapons"),
    ("Ukraine attacked a Russian refinery with drones.", "ASSAULT UKR > RUS", "drone"),
    ("India and Pakistan exchanged fire along the border.", "ASSAULT IND+PAK", None),
    ("Ukraine was given 19 fighter jets by Denmark.", "AID DNK > UKR", None),
    ("Iran released two French prisoners.", "RETREAT IRN > FRA", None),
    ("Israel killed a Hamas commander in Lebanon.", "ASSAULT ISR > hamas", None),
    ("Japan pledged $5 billion to Ukraine.", "AGREE JPN > UKR", None),
]


@pytest.mark.parametrize(("text", "expected", "mode"), HARD_LINES)
def test_the_lines_between_types(read: Reader, text: str, expected: str, mode: str | None) -> None:
    extraction = read(text)
    assert events(extraction) == [expected]
    if mode is not None:
        assert extraction.events[0].mode == mode


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peruvian police arrested Peruvian students.", ["COERCE PER > PER"]),
        ("Peruvian officials praised Peruvian students.", []),
        ("Peru praised Peru.", []),
        ("Gabriel Boric praised Chile.", []),
    ],
)
def test_conflict_within_a_country_counts_and_praise_does_not(read: Reader, text: str, expected: list[str]) -> None:
    assert events(read(text)) == expected


def test_every_type_of_event_has_a_plain_sentence() -> None:
    assert {expected.split()[0] for _, expected in PLAIN} == set(EventType)


@pytest.mark.parametrize(
    ("expected", "wordings"),
    [
        (
            "ACCUSE GRC > TUR",
            [
                "Greece accused Turkey of violating its airspace.",
                "Turkey was accused by Greece of violating its airspace.",
                "Greece, which accused Turkey of violating its airspace, was calm.",
                "Greece's government has repeatedly accused Turkish officials of violating its airspace.",
            ],
        ),
        (
            "SANCTION FRA > MLI",
            [
                "France imposed sanctions on Mali.",
                "Sanctions were imposed on Mali by France.",
                "The sanctions imposed on Mali by France hurt farmers.",
                "The sanctions that France imposed on Mali hurt farmers.",
                "Mali, on which France imposed sanctions, stayed calm.",
                "Mali was sanctioned by France.",
                "France slapped new sanctions against Mali.",
            ],
        ),
        (
            "ASSAULT ISR > SYR",
            [
                "Israel bombed Syria.",
                "Syria was bombed by Israel.",
                "Syria was bombed by Israeli jets for a third night.",
                "Israeli jets carried out air strikes on Syria.",
                "Israel launched an attack on Syria.",
                "Syria, which Israel bombed on Monday, is poor.",
            ],
        ),
        (
            "CONSULT BLR+KAZ+RUS",
            [
                "Russia, Belarus and Kazakhstan held talks in Minsk.",
                "Officials from Russia, Belarus and Kazakhstan met in Minsk.",
                "Russia held talks with Belarus and Kazakhstan.",
                "The foreign ministers of Russia, Belarus and Kazakhstan met on Monday.",
            ],
        ),
        (
            "AID DEU > SDN",
            [
                "Germany sent food to Sudan.",
                "Germany provided Sudan with food.",
                "Food was sent to Sudan by Germany.",
                "Germany, which sent food to Sudan, is a large donor.",
            ],
        ),
        (
            "COERCE CHN > CAN",
            [
                "China detained two Canadian citizens.",
                "Two Canadian citizens were detained by China.",
                "Chinese police detained two Canadians.",
            ],
        ),
    ],
)
def test_grammar_changes_but_not_the_event(read: Reader, expected: str, wordings: list[str]) -> None:
    assert {text: events(read(text)) for text in wordings} == {text: [expected] for text in wordings}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France and Italy condemned Mali and Niger.", ["ACCUSE FRA+ITA > MLI+NER"]),
        ("France condemned Mali and praised Niger.", ["ACCUSE FRA > MLI", "SUPPORT FRA > NER"]),
        ("France condemned Mali, while Italy praised Niger.", ["ACCUSE FRA > MLI", "SUPPORT ITA > NER"]),
        (
            "France, which imposed sanctions on Mali, met Niger's president.",
            ["CONSULT FRA+NER", "SANCTION FRA > MLI"],
        ),
        ("Vietnam's president was received by the Indian prime minister in New Delhi.", ["CONSULT VNM > IND"]),
        ("Turkey bought gas from Iraq.", ["COOPERATE IRQ > TUR"]),
    ],
)
def test_several_deeds_and_turned_sides(read: Reader, text: str, expected: list[str]) -> None:
    assert events(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway refused to sanction Cuba.", ["REJECT NOR > CUB"]),
        ("North Korea threatened to attack South Korea.", ["THREATEN PRK > KOR"]),
        ("Canada agreed to train pilots for Ukraine.", ["AGREE CAN > UKR"]),
        ("Iran vowed to retaliate against Israel.", ["THREATEN IRN > ISR"]),
        ("Kenya called on Ethiopia to withdraw its troops.", ["REQUEST KEN > ETH"]),
        ("Kenya demanded that Ethiopia withdraw its troops.", ["REQUEST KEN > ETH"]),
        ("Ethiopia was urged by Kenya to withdraw its troops.", ["REQUEST KEN > ETH"]),
        ("Finland is ready to help Estonia.", ["AGREE FIN > EST"]),
    ],
)
def test_a_verb_above_decides_what_the_deed_below_is(read: Reader, text: str, expected: list[str]) -> None:
    assert events(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Finnish president said on Monday.",
        "The Finnish president said the weather in Sweden was cold.",
        "Peru's foreign minister told reporters that Chile was a neighbour.",
        "Officials from Sweden and Norway were in Oslo.",
        "Sweden and Norway are countries in Europe.",
        "Sweden is larger than Norway, according to Denmark.",
        "The report lists Brazil, Peru and Chile.",
        "Trade figures for Brazil and Peru were published on Tuesday.",
        "Reporters from Ghana and Togo wrote about cocoa.",
        "Kenya and Ethiopia share a long border.",
        "Peru met its deadline while Chile waited.",
        "Australia fights poverty, as does India.",
        "The Associated Press said Chile and Peru were calm.",
    ],
)
def test_saying_and_standing_side_by_side_are_no_events(read: Reader, text: str) -> None:
    assert events(read(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Emmanuel Macron phoned Volodymyr Zelensky on Tuesday.", "CONSULT phone"),
        ("India's foreign minister visited Nepal.", "CONSULT visit"),
        ("Egypt mediated talks between Israel and Hamas.", "CONSULT third-party"),
        ("Armenia withdrew its troops from Azerbaijan.", "RETREAT withdraw"),
        ("Russia expelled two British diplomats.", "SANCTION expel"),
        ("Indonesia deported 30 Malaysian fishermen.", "COERCE deport"),
        ("Iran seized a Greek tanker.", "COERCE seize"),
        ("Israel bombed Syria.", "ASSAULT aerial"),
        ("Hamas fighters abducted three Israeli soldiers.", "ASSAULT abduct"),
        ("South Korea summoned the Japanese ambassador.", "ACCUSE disapprove"),
        ("Greece accused Turkey of violating its airspace.", "ACCUSE allege"),
        ("Chilean workers went on strike.", "PROTEST strike"),
        ("Canada cancelled a meeting with India.", "REJECT meet"),
    ],
)
def test_modes(read: Reader, text: str, expected: str) -> None:
    assert moded(read(text)) == [expected]


def test_an_event_carries_its_date_place_amount_and_topics(read: Reader) -> None:
    (event,) = read("The Indian prime minister met the Vietnamese president in Hanoi on Monday.").events
    assert event.place == "country:VNM"
    assert event.date is not None
    assert (event.date.start, event.date.end, event.date.text) == ("2025-11-17", "2025-11-17", "Monday")
    (event,) = read("The World Bank granted Kenya a $1 billion loan.").events
    assert event.amount is not None
    assert (event.amount.value, event.amount.currency) == (1e9, "USD")
    (event,) = read("Peru and Chile held talks on trade and copper exports.").events
    assert "economic" in event.topics


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Japan said on Monday that it would restrict exports to China.", None),
        ("Japan said on Monday that it would restrict exports to China next week.", "next week"),
        ("Japan restricted exports to China on Monday.", "Monday"),
    ],
)
def test_what_is_to_come_has_not_the_date_of_its_announcement(read: Reader, text: str, words: str | None) -> None:
    (event,) = read(text).events
    assert (event.date and event.date.text) == words


def test_pronouns_and_unnamed_parties_cost_confidence(read: Reader) -> None:
    (named,) = read("Japan condemned China.").events
    meant = read("Japan sent ships. It condemned China.").events[-1]
    assert meant.actors == named.actors
    assert meant.confidence < named.confidence


def test_the_rule_explains_the_match(read: Reader) -> None:
    (evidence,) = read("Yesterday France praised Senegal.").events[0].evidence
    assert evidence.rule.startswith("SUPPORT: praise")
    assert evidence.text == "Yesterday France praised Senegal."
    assert evidence.text[slice(*evidence.trigger)] == "praised"


SHARED = [
    ("Japan and the Philippines held joint naval exercises.", "COOPERATE JPN+PHL"),
    ("France condemned Mali and expelled its ambassador.", "SANCTION FRA > MLI"),
    ("Saudi warplanes struck a market in Yemen.", "ASSAULT SAU > YEM"),
    ("Mali's junta declared a curfew.", "COERCE MLI"),
    ("Iranian hackers broke into Albanian government computers.", "COERCE IRN > ALB"),
]


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_what_stands_with_another_verb_or_place(read: Reader, text: str, expected: str) -> None:
    assert expected in events(read(text))


LOST = [
    ("Thousands of Georgians protested in Tbilisi against Russia.", "PROTEST GEO > RUS", "the target of a protest"),
    (
        "Emmanuel Macron called Volodymyr Zelensky on Tuesday.",
        "CONSULT emmanuel-macron+volodymyr-zelenskyy",
        "the parser takes whom he called for what he called him",
    ),
    ("Chinese hackers attacked the Czech foreign ministry.", "COERCE CHN > CZE", "hackers attack without violence"),
    ("France condemned and sanctioned Mali.", "ACCUSE FRA > MLI", "an object two verbs share goes to the second only"),
    ("Cyprus and Malta share intelligence.", "COOPERATE CYP+MLT", "the parser takes “share” for a noun"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, found, marks=pytest.mark.xfail(strict=True, reason=why)) for text, found, why in LOST],
)
def test_events_not_read_yet(read: Reader, text: str, expected: str) -> None:
    assert expected in events(read(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param(text, wrong, marks=pytest.mark.xfail(strict=True, reason=why))
        for text, wrong, why in [
            ("The alliance between France and Poland is strong.", "SUPPORT FRA+POL", "a lasting alliance is no event"),
            ("A treaty between Peru and Chile is being negotiated.", "SUPPORT CHL+PER", "nothing is signed yet"),
            ("Peru failed to stop Chile from attacking Fiji.", "ASSAULT PER > FJI negated", "Chile attacks, not Peru"),
        ]
    ],
)
def test_events_read_that_are_not_there(read: Reader, text: str, wrong: str) -> None:
    assert wrong not in events(read(text))
