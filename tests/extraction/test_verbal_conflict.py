"""Blame, refusal, threat and exclusion, whatever the construction, and what only looks like them."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader
from tests.extraction.told import events, moded

BLAME = [
    ("Finland took Russia to task over the airspace violations.", ["ACCUSE FIN > RUS"]),
    ("Uganda called in the Rwandan ambassador to protest the shelling.", ["ACCUSE UGA > RWA"]),
    ("The Russian ambassador was summoned to the foreign ministry in Vilnius.", ["ACCUSE LTU > RUS"]),
    ("Bolivia handed a protest note to Chile over the arrests.", ["ACCUSE BOL > CHL"]),
    ("Colombia described Nicaragua's claim as absurd.", ["ACCUSE COL > NIC"]),
    ("Angela Merkel called the Hungarian law a disgrace.", ["ACCUSE angela-merkel > HUN"]),
    ("Burundi called the blockade imposed by Tanzania an act of war.", ["ACCUSE BDI > TZA"]),
    ("Cyprus described Turkish drilling as piracy.", ["ACCUSE CYP > TUR"]),
    ('Brazil branded the U.S. tariffs "unjustifiable".', ["ACCUSE BRA > USA"]),
    ("China said the U.S. remarks were irresponsible.", ["ACCUSE CHN > USA"]),
    ("Burundi said Rwanda was behind the coup attempt.", ["ACCUSE BDI > RWA"]),
    ("Canada said there were allegations that Indian agents were behind the killing.", ["ACCUSE CAN > IND"]),
    ("Hungary came in for harsh criticism from Poland.", ["ACCUSE POL > HUN"]),
    ("Iraq's condemnation drew a sharp rebuke from Turkey.", ["ACCUSE TUR > IRQ"]),
    ("Rwanda was singled out for criticism by Belgium.", ["ACCUSE BEL > RWA"]),
    ("Iran hit back at Germany over its remarks.", ["ACCUSE IRN > DEU"]),
    ("Australia referred China to the World Trade Organization over barley tariffs.", ["ACCUSE AUS > CHN"]),
    ("India complained to the World Trade Organization about U.S. steel duties.", ["ACCUSE IND > USA"]),
    ("Jakarta protested Canberra's spying.", ["ACCUSE IDN > AUS"]),
    ("A US national has been put under investigation in Italy.", ["ACCUSE ITA > USA"]),
    ("Serbian police investigated crimes committed by Croatian forces.", ["ACCUSE SRB > HRV"]),
    ("The United Nations sent experts to Bosnia to investigate the shelling.", ["ACCUSE united-nations > BIH"]),
]

REFUSALS = [
    ("Joining NATO is out of the question, Serbia's president said.", ["REJECT SRB > nato"]),
    ("Recognition of Israel is out of the question for Algeria.", ["REJECT DZA > ISR"]),
    ("Canada is opposed to Russia's return to the G7.", ["REJECT CAN > RUS"]),
    ("The Palestinians have said no to the American plan.", ["REJECT PSE > USA"]),
    ("Turkey has refused permission for Israeli planes to use its airspace.", ["REJECT TUR > ISR"]),
    ("Hungary refused to let Ukrainian grain trucks cross its border.", ["REJECT HUN > UKR"]),
    ("Hungary said it would not send arms to Ukraine.", ["REJECT HUN > UKR"]),
    ("Italy's parliament voted against sending troops to Iraq.", ["REJECT ITA > IRQ"]),
    ("Guatemala's president ruled out recognising China.", ["REJECT GTM > CHN"]),
    ("Hungary opposes sending arms to Ukraine.", ["REJECT HUN > UKR"]),
    ("Hamas balked at releasing Israeli hostages.", ["REJECT hamas > ISR"]),
    ("Ukraine's refusal to cede territory to Russia is firm.", ["REJECT UKR > RUS"]),
    ("Austria blocked Romania's entry into the Schengen area.", ["REJECT AUT > ROU"]),
    ("We will not negotiate with Hamas, the Israeli prime minister said.", ["REJECT ISR > hamas"]),
    ("Denmark rejected the timetable proposed by Peru.", ["REJECT DNK > PER"]),
    ("Malawi cancelled the Chinese minister's visit.", ["REJECT MWI > CHN"]),
    ("India boycotted the talks hosted by China.", ["REJECT IND > CHN"]),
    ("The Iranian minister was refused a visa by the United States.", ["REJECT USA > IRN"]),
    ("Kuwait banned Iraqi citizens from entering the country.", ["REJECT KWT > IRQ"]),
    ("The Kremlin rejected as nonsense Polish claims of sabotage.", ["REJECT RUS > POL"]),
    ("Moscow accused Kyiv of lying. Kyiv dismissed the charge.", ["ACCUSE RUS > UKR", "REJECT UKR > RUS"]),
    (
        "Moscow accused Poland of sabotage, a charge dismissed by Donald Tusk as a fairy tale.",
        ["ACCUSE RUS > POL", "REJECT donald-tusk > RUS"],
    ),
]

THREATS = [
    ("Ethiopia told Eritrea to withdraw its forces or face the consequences.", ["THREATEN ETH > ERI"]),
    ("Israel gave Hamas until Friday to release the hostages.", ["THREATEN ISR > hamas"]),
    ("Moscow warned that Estonia would face consequences.", ["THREATEN RUS > EST"]),
    ("Iran vowed to avenge the killing of its general by the United States.", ["THREATEN IRN > USA"]),
    ("Pakistan said it reserved the right to respond to an attack by India.", ["THREATEN PAK > IND"]),
    ("Iran said it would retaliate against Israel.", ["THREATEN IRN > ISR"]),
    ("Iran warned Kuwait that it would close the strait.", ["THREATEN IRN > KWT"]),
    ("The threat by Iran to Israel grew.", ["THREATEN IRN > ISR"]),
    ("Syria was threatened with air strikes by the United States.", ["THREATEN USA > SYR"]),
    ("France threatened to leave the talks unless Britain gave way on fish.", ["THREATEN FRA > GBR"]),
]

EXCLUSIONS = [
    ("Chad gave the German ambassador 48 hours to leave the country.", ["SANCTION TCD > DEU"]),
    ("The US ambassador was ordered to leave by Zambia.", ["SANCTION ZMB > USA"]),
    ("Russians were banned from entering Estonia.", ["REJECT EST > RUS"]),
    ("Mali told the French ambassador to leave within 72 hours.", ["SANCTION MLI > FRA"]),
    ("The Russian ambassador was declared persona non grata by Moldova.", ["SANCTION MDA > RUS"]),
    ("Three Israeli diplomats were expelled from Turkey.", ["SANCTION TUR > ISR"]),
    ("Gabon was suspended from the African Union.", ["SANCTION african-union > GAB"]),
    ("Venezuela ordered its diplomats home from Chile.", ["SANCTION VEN > CHL"]),
    ("Latvia revoked Russian journalists' visas.", ["SANCTION LVA > RUS"]),
    ("A court in Spain ordered Russia to pay $50 million.", ["SANCTION ESP > RUS"]),
    ("UNHCR was ordered out of the country by Indonesia.", ["SANCTION IDN > unhcr"]),
    ("Washington suspended $1 billion in aid to Egypt.", ["SANCTION USA > EGY"]),
    ("The Council adopted a text, prompting Israel to cancel a visit to Washington.", ["REJECT ISR > USA"]),
]


@pytest.mark.parametrize(("text", "expected"), [*BLAME, *REFUSALS, *THREATS, *EXCLUSIONS])
def test_a_construction_tells_its_event(read: Reader, text: str, expected: list[str]) -> None:
    assert events(read(text)) == expected


NEAR_MISSES = [
    "France declined to comment on the Israeli raid.",
    "Iran said Iraq was responsible for guarding the border.",
    "Norway said Sweden was a reliable partner.",
    "Egypt said the situation in Sudan was unacceptable.",
    "Spain said Portugal's plan was not illegal.",
    "Peace with Israel is not out of the question, Syria said.",
    "The company will face a fine in France.",
    "Portugal will pay the price of admission.",
    "Ukraine must reform or face a slow decline, an economist said.",
    "The United States told its diplomats to leave Mali.",
    "Israel has a right to defend itself, Germany said.",
    "The ship was barred from leaving port in Italy by a storm.",
    "Putin cancelled his visit.",
    "Italy said it would fight corruption.",
    "The rejection of the plan by Cuba was final.",
    "Croatia insisted that there would be no talks with Slovenia.",
    "Hungary opposes sanctions on Russia.",
]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_a_near_miss_tells_nothing(read: Reader, text: str) -> None:
    assert events(read(text)) == []


MODES = [
    ("Saudi Arabia refused to meet the Iranian delegation.", ["REJECT meet"]),
    ("Beijing threatened to cut off rare earth exports to Japan.", ["THREATEN restrict"]),
    ("Turkey threatened to break off talks with Greece.", ["THREATEN relations"]),
    ("North Korea threatened to bomb South Korea.", ["THREATEN violence"]),
    ("A London court ordered Russia to pay $50 billion.", ["SANCTION convict"]),
    ("Sweden asked two Iranian diplomats to leave the country.", ["SANCTION expel"]),
]


@pytest.mark.parametrize(("text", "expected"), MODES)
def test_the_deed_below_gives_the_mode(read: Reader, text: str, expected: list[str]) -> None:
    assert moded(read(text)) == expected


def test_a_denied_deed_is_negated_and_the_denial_is_a_rejection(read: Reader) -> None:
    assert events(read("Rwanda denies backing the M23.")) == ["REJECT RWA > m23", "SUPPORT RWA > m23 negated"]


def test_a_deed_ruled_out_is_negated_and_ruling_it_out_is_a_rejection(read: Reader) -> None:
    assert events(read("Norway ruled out sending tanks to Ukraine.")) == ["AID NOR > UKR negated", "REJECT NOR > UKR"]
