"""Who is who in a text: shared names, inferred countries, unknown bodies, descriptions; hits with near misses."""

from __future__ import annotations

import pytest

from explorer.model import Actor
from tests.extraction.conftest import Reader
from tests.extraction.told import actors, events, ties


def one(read: Reader, text: str, identifier: str, date: str = "2024-05-01") -> Actor:
    return next(actor for actor in read(text, date).actors if actor.id == identifier)


@pytest.mark.parametrize(
    ("text", "meant", "not_meant"),
    [
        ("Georgia thanked the EU.", "country:GEO", "country:USA"),
        ("Georgia's governor thanked Kenya.", "country:USA", "country:GEO"),
        ("A jury in Savannah, Georgia, freed Kenya's envoy, and Georgia thanked Kenya.", "country:KEN", "country:GEO"),
        ("Washington state officials thanked Kenya.", "country:USA", "country:GEO"),
        ("Brussels imposed tariffs on China.", "organization:european-union", "country:BEL"),
        ("Belgium and China met; Brussels thanked Kenya.", "country:BEL", "organization:european-union"),
        ("Congo thanked France, Brazzaville said.", "country:COG", "country:COD"),
        ("Congo accused Rwanda of aggression.", "country:COD", "country:COG"),
        ("Roseau praised Haiti, and a Dominican minister thanked Cuba.", "country:DMA", "country:DOM"),
        ("Ethnic Albanian rebels attacked Macedonian police.", "country:MKD", "country:ALB"),
        ("Albanian rebels attacked Macedonian police.", "country:ALB", "country:GRC"),
        ("Ethnic Albanians demonstrated in Serbia.", "country:SRB", "country:ALB"),
        ("The carrier Ronald Reagan joined South Korean ships.", "country:KOR", "leader:ronald-reagan"),
        ("Rebels of the National Liberation Army fought Macedonia.", "organization:macedonian-nla", "organization:eln"),
        ("The National Liberation Army freed a Colombian mayor.", "organization:eln", "organization:macedonian-nla"),
        ("Somaliland signed a deal with Ethiopia.", "organization:somaliland", "country:SOM"),
        ("The Ethiopian Human Rights Council condemned Kenya.", "country:KEN", "organization:un-human-rights-council"),
        ("The WHO thanked China.", "organization:who", "country:CHE"),
        ("KCNA news agency praised Cuba.", "organization:kcna", "organization:kcna-news-agency"),
        ("Germany's Social Democrats praised Cuba.", "country:DEU", "organization:democratic-party-us"),
        ("Chipmaker TSMC sued Samsung.", "company:tsmc", "organization:chipmaker-tsmc"),
    ],
)
def test_which_of_two_is_meant(read: Reader, text: str, meant: str, not_meant: str) -> None:
    found = actors(read(text))
    assert meant in found
    assert not_meant not in found


@pytest.mark.parametrize(
    ("text", "body", "country"),
    [
        ("The Nigerian Union of Nurses thanked Cuba.", "organization:nigerian-union-of-nurses", "NGA"),
        ("The Lagos-based Centre for Open Skies thanked Cuba.", "organization:centre-for-open-skies", "NGA"),
        (
            "The Popular Front of Odara, a rebel group in Mali, thanked Cuba.",
            "organization:popular-front-of-odara",
            "MLI",
        ),
        (
            "A rebel group in Mali, the Odara Liberation Front, thanked Cuba.",
            "organization:odara-liberation-front",
            "MLI",
        ),
        ("South African trade union NUFAW thanked Cuba.", "organization:nufaw", "ZAF"),
        ("Swiss drugmaker Helvora sued Cuba.", "company:helvora", "CHE"),
        ("Iraqi cleric Hamid al-Bakri condemned Cuba.", "person:hamid-al-bakri", "IRQ"),
        ("President Smith Mokoena said Namibia would send troops.", "leader:smith-mokoena", "NAM"),
        ("Interior Minister Karel Novotny accused Cuba, the Czech government said.", "leader:karel-novotny", "CZE"),
        ("Interior Minister Karel Novotny accused Cuba.", "leader:karel-novotny", None),
        ("Chinese foreign ministry spokeswoman Mao Lin condemned Cuba.", "leader:mao-lin", "CHN"),
    ],
)
def test_where_it_belongs(read: Reader, text: str, body: str, country: str | None) -> None:
    assert one(read, text, body).country == country


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("South Korea's Lee praised Japan.", "leader:lee-jae-myung"),
        ("King Abdullah praised Japan.", "leader:abdullah-ii"),
        ("President Abdelmadjid Teboune praised Japan.", "leader:abdelmadjid-tebboune"),
        ("Military ruler Gen. Assimi Goita praised Japan.", "leader:assimi-goita"),
        ("Rubio, the U.S. secretary of state, praised Japan.", "leader:marco-rubio"),
        ("Union leader Hans Grau praised Japan.", "person:hans-grau"),
        ("Opposition leader Hans Grau praised Japan.", "leader:hans-grau"),
        ("Hans Grau, secretary general of the Odara Miners' Union, praised Japan.", "person:hans-grau"),
    ],
)
def test_who_a_person_is(read: Reader, text: str, identifier: str) -> None:
    assert identifier in actors(read(text, "2025-11-20"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan condemned the visit of Xi Jinping to China.", ["leads xi-jinping > CHN"]),
        ("Britain's Keir Starmer praised Japan.", ["leads keir-starmer > GBR"]),
        ("UN chief Antonio Guterres praised Japan.", ["leads antonio-guterres > united-nations"]),
        ("ECOWAS, which is chaired by Julius Maada Bio, met.", ["leads julius-maada-bio > ecowas"]),
        ("Julius Maada Bio led a Ghanaian delegation.", []),
        ("Iraqi tribal leader Omar Zaid praised Japan.", []),
        ("Israel killed its leader, Hassan Nasrallah.", []),
        ("At talks with Volodymyr Zelenskyy, the Japanese leader promised Cuba aid.", []),
        ("Turkish leader Recep Tayyip Erdogan praised Japan.", ["leads recep-tayyip-erdogan > TUR"]),
        ("UNHCR, the U.N. refugee agency, praised Japan.", ["part_of unhcr > united-nations"]),
        ("Iran praised Rishi Sunak's predecessor, Liz Truss.", ["succeeds rishi-sunak > liz-truss"]),
        (
            "Canada, a member of the G7 and the Commonwealth, praised Japan.",
            ["member_of CAN > commonwealth", "member_of CAN > g7"],
        ),
        ("The Oslo-based tanker operator Novaska Shipping sued Japan.", ["based_in novaska-shipping > NOR"]),
    ],
)
def test_lasting_ties(read: Reader, text: str, expected: list[str]) -> None:
    assert ties(read(text, "2025-11-20")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Emmanuel Macron flew to Rabat. The French president praised Cuba.", "SUPPORT emmanuel-macron > CUB"),
        ("Emmanuel Macron flew to Rabat. The French foreign minister praised Cuba.", "SUPPORT FRA > CUB"),
        ("Antonio Guterres left. The U.N. chief praised Cuba.", "SUPPORT antonio-guterres > CUB"),
        ("Emmanuel Macron met Giorgia Meloni. He praised his host.", "SUPPORT emmanuel-macron > giorgia-meloni"),
        ("The EU and Peru signed a pact. The 27-nation bloc praised Cuba.", "SUPPORT european-union > CUB"),
        ("Qatar and Peru met. The Gulf emirate praised Cuba.", "SUPPORT QAT > CUB"),
        ("South Korea held drills. The North condemned the South.", "ACCUSE PRK > KOR"),
        ("Hezbollah hit Haifa. The Lebanese militant group praised Cuba.", "SUPPORT hezbollah > CUB"),
        ("UNICEF left Gaza. The U.N. agency praised Cuba.", "SUPPORT unicef > CUB"),
        ("Hezbollah hit Haifa. The Iraqi group praised Cuba.", "SUPPORT IRQ > CUB"),
        ("The EU and Mercosur met. The two blocs praised Cuba.", "SUPPORT european-union+mercosur > CUB"),
        ("Mali's junta declared a curfew.", "COERCE MLI"),
        ("The two Koreas praised Cuba.", "SUPPORT KOR+PRK > CUB"),
        ("Volkswagen and Deutsche Bank met. The carmaker praised Cuba.", "SUPPORT volkswagen > CUB"),
        ("Kenya and Uganda met. Peru left. Both countries praised Cuba.", "SUPPORT KEN+UGA > CUB"),
        ("The Nigerian Union of Nurses condemned the government.", "ACCUSE nigerian-union-of-nurses > NGA"),
        ("Mr Kagame met Olaf Scholz. Rain fell. Olaf Scholz left. He praised Cuba.", "SUPPORT olaf-scholz > CUB"),
    ],
)
def test_who_a_description_means(read: Reader, text: str, expected: str) -> None:
    assert expected in events(read(text, "2024-05-01"))


@pytest.mark.parametrize(
    "text",
    [
        "The EU and Peru signed a pact. The other bloc praised Cuba.",
        "Kenya and Uganda met. The government praised Cuba.",
        "Cuba lies in the north. The North Sea is calm. The South praised Cuba.",
        "The EU met. The ruling party praised Cuba.",
    ],
)
def test_a_description_of_somebody_else(read: Reader, text: str) -> None:
    assert not [event for event in events(read(text, "2024-05-01")) if event.endswith("> CUB")]
