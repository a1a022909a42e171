"""Aid, concessions, retreats and requests: the many ways English says them, and what only looks like them."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader
from tests.extraction.told import events, moded

AID = [
    ("Sweden is to give Moldova 500 million kronor.", "AID SWE > MDA future"),
    ("France sent 40 firefighters to Greece to help battle wildfires.", "AID FRA > GRC"),
    ("Cuba sent a brigade of doctors to Italy.", "AID CUB > ITA"),
    ("The Czech Republic delivered 100,000 artillery shells to Kyiv.", "AID CZE > UKR"),
    ("Russia delivered 25,000 tonnes of free grain to Mali.", "AID RUS > MLI"),
    ("Estonia has sent more than 20 million euros in humanitarian aid to Ukraine.", "AID EST > UKR"),
    ("Turkish rescuers pulled dozens of survivors from the rubble in Morocco.", "AID TUR > MAR"),
    ("Kuwait forgave Somalia's debt.", "AID KWT > SOM"),
    ("Russia wrote off 90 percent of Cuba's Soviet-era debt.", "AID RUS > CUB"),
    ("Saudi Arabia deposited $3 billion in Pakistan's central bank.", "AID SAU > PAK"),
    ("Burundi has welcomed refugees from the Democratic Republic of the Congo.", "AID BDI > COD"),
    ("Berlin is footing the bill for Ukraine's air defence.", "AID DEU > UKR"),
    ("Germany will spend more than 1 billion euros on air defence for Ukraine.", "AID DEU > UKR future"),
    ("South Korea offered 300 million dollars in loans to Mongolia.", "AGREE KOR > MNG"),
    ("The EU pledged Tunisia 150 million euros.", "AGREE european-union > TUN"),
    ("Rome pledged 250 million euros for the reconstruction of Albania.", "AGREE ITA > ALB"),
    ("The Asian Development Bank approved 1.5 billion dollars for Pakistan.", "AGREE asian-development-bank > PAK"),
    ("Japan pledged 100 million dollars in aid.", "AGREE JPN"),
]
CONCEDE = [
    ("Thailand's highest court scrapped the curfew.", "CONCEDE THA"),
    ("Chile lifted the state of siege.", "CONCEDE CHL"),
    ("France's largest union called off a rail strike.", "CONCEDE FRA"),
    ("Nigerian oil workers suspended a planned strike.", "CONCEDE NGA"),
    ("Peru's government repealed the decrees that had sparked the riots.", "CONCEDE PER"),
    ("Colombian rebels gave up their demand for a demilitarised zone.", "CONCEDE COL"),
    ("Honduras reversed its decision to end the treaty.", "CONCEDE HND"),
    ("Belgium's king expressed his deepest regrets for colonial abuses in Congo.", "CONCEDE BEL > COD"),
    ("The Trump administration eased restrictions on chip exports to China.", "CONCEDE USA > CHN"),
    ("The king of Morocco pardoned three dissidents.", "CONCEDE MAR > MAR"),
]
RETREAT = [
    ("Saudi Arabia halted its air strikes in Yemen.", "RETREAT SAU > YEM", "ceasefire"),
    ("NATO suspended its bombing of Yugoslavia.", "RETREAT nato > SRB", "ceasefire"),
    ("Sudan admitted African Union peacekeepers into Darfur.", "RETREAT SDN > african-union", "access"),
    ("Iraq let U.N. weapons inspectors into a palace in Tikrit.", "RETREAT IRQ > united-nations", "access"),
    ("Syria handed over its chemical weapons stockpile to the OPCW.", "RETREAT SYR > opcw", "disarm"),
    ("The IRA put its weapons beyond use.", "RETREAT ira", "disarm"),
    ("Libya gave up its nuclear weapons programme.", "RETREAT LBY", "disarm"),
    ("The resignation of Malian President Ibrahim Boubacar Keita was announced.", None, "resign"),
    ("Egypt returned two disputed islands to Saudi Arabia.", "RETREAT EGY > SAU", None),
    ("The last American soldiers left Niger on Sunday.", "RETREAT USA > NER", "withdraw"),
    ("U.N. observers arrived in Syria on Sunday.", "RETREAT SYR > united-nations", "access"),
    ("The first Kenyan peacekeepers arrived in Somalia on Tuesday.", "RETREAT SOM > KEN", "access"),
]
REQUEST = [
    ("The Red Cross has appealed for 120 million Swiss francs.", "REQUEST red-cross"),
    ("Pakistan turned to the IMF for a bailout.", "REQUEST PAK > imf"),
    ("The IMF told Argentina to devalue its currency.", "REQUEST imf > ARG"),
    ("Indian farmers demanded higher wages.", "REQUEST IND"),
    ("Dominica called for an immediate cessation of the conflict.", "REQUEST DMA"),
]
NEAR_MISSES = [
    ("Nepal evacuated its citizens from Israel.", "AID NPL > ISR"),
    ("Vienna is host to the United Nations.", "AID AUT > united-nations"),
    ("The Syrian army destroyed the weapons of Islamic State.", "RETREAT SYR"),
    ("NATO gives attention to the South in particular.", "CONCEDE nato"),
    ("Egypt recognises the right of Ethiopia to development.", "CONCEDE EGY > ETH"),
    ("Macron gave Netanyahu a week to reply.", "AID emmanuel-macron > benjamin-netanyahu"),
    ("Britain gave China its view of the treaty.", "AID GBR > CHN"),
    ("Japan gave way to China as the second largest economy.", "AID JPN > CHN"),
    ("Google gave users in Brazil access to the tool.", "RETREAT google > BRA"),
    ("India meets a third of its demand for gas from Qatar.", "REQUEST IND > QAT"),
    ("The Spanish king expressed regret over the death of Pope Francis.", "CONCEDE ESP > pope-francis"),
    ("Germany cut costs in Poland.", "CONCEDE DEU > POL"),
    ("Switzerland paid 5 million Swiss francs.", "AID CHE > CHE"),
    ("Japan demanded courage of its players.", "REQUEST JPN"),
    ("Egypt returned two islands to Saudi Arabia.", "CONSULT EGY > SAU"),
    ("The general opened fire.", "RETREAT"),
    ("Kenyan ministers left Niger on Sunday.", "RETREAT KEN > NER"),
    ("Kenyan ministers arrived in Syria on Sunday.", "RETREAT SYR > KEN"),
]


@pytest.mark.parametrize(("text", "expected"), [*AID, *CONCEDE, *REQUEST])
def test_a_wording_tells_its_event(read: Reader, text: str, expected: str) -> None:
    assert expected in events(read(text))


@pytest.mark.parametrize(("text", "expected", "mode"), RETREAT)
def test_a_retreat_has_its_mode(read: Reader, text: str, expected: str | None, mode: str | None) -> None:
    extraction = read(text)
    assert expected is None or expected in events(extraction)
    assert f"RETREAT {mode}" in moded(extraction)


@pytest.mark.parametrize(("text", "wrong"), NEAR_MISSES)
def test_a_near_miss_is_not_taken_for_one(read: Reader, text: str, wrong: str) -> None:
    assert wrong not in events(read(text))


def test_money_called_after_a_country_is_not_that_country(read: Reader) -> None:
    extraction = read("The Red Cross has appealed for 120 million Swiss francs.")
    assert "country:CHE" not in {actor.id for actor in extraction.actors}
