"""A name found in text resolves to the country it stands for, and to nothing where it stands for none."""

from __future__ import annotations

import pytest

from explorer.knowledge.gazetteer import resolve_place

HARD = [
    ("U.S.", "USA"), ("US", "USA"), ("the United States", "USA"), ("Americans", "USA"), ("Washington", "USA"),
    ("Washington, D.C.", "USA"), ("the White House", "USA"), ("Pentagon", "USA"), ("Capitol Hill", "USA"),
    ("the State Department", "USA"), ("Atlanta", "USA"), ("U.K.", "GBR"), ("Britain", "GBR"), ("Britons", "GBR"),
    ("England", "GBR"), ("Downing Street", "GBR"), ("Whitehall", "GBR"), ("Japanese", "JPN"), ("Tokyo", "JPN"),
    ("DPRK", "PRK"), ("Pyongyang", "PRK"), ("ROK", "KOR"), ("the Blue House", "KOR"), ("PRC", "CHN"),
    ("Beijing", "CHN"), ("the Kremlin", "RUS"), ("Soviet Union", "RUS"), ("Türkiye", "TUR"), ("Turkiye", "TUR"),
    ("Burma", "MMR"), ("Burmese", "MMR"), ("Zaire", "COD"), ("DRC", "COD"), ("Congolese", "COD"), ("Oslo", "NOR"),
    ("Valletta", "MLT"), ("Chadian", "TCD"), ("Bhutanese", "BTN"), ("Mauritian", "MUS"), ("Mauritanian", "MRT"),
    ("Nigerien", "NER"), ("Nigerian", "NGA"), ("Saudis", "SAU"), ("Emirati", "ARE"), ("UAE", "ARE"),
    ("Kazakh", "KAZ"), ("Filipino", "PHL"), ("the Philippines", "PHL"), ("Dutch", "NLD"), ("the Élysée", "FRA"),
    ("Elysee", "FRA"), ("Bundestag", "DEU"), ("East Timor", "TLS"), ("Timor-Leste", "TLS"), ("Czechia", "CZE"),
    ("Czechoslovakia", "CZE"), ("Yugoslavia", "SRB"), ("Cote d'Ivoire", "CIV"), ("Côte d’Ivoire", "CIV"),
    ("Swaziland", "SWZ"), ("Macedonia", "MKD"), ("Gaza", "PSE"), ("the West Bank", "PSE"), ("Crimea", "UKR"),
    ("Kiev", "UKR"), ("Kharkiv", "UKR"), ("Haifa", "ISR"), ("Basra", "IRQ"), ("Mosul", "IRQ"), ("Aleppo", "SYR"),
    ("Hong Kong", "HKG"), ("Mumbai", "IND"), ("Istanbul", "TUR"), ("Kosovar", "XKX"), ("Holy See", "VAT"),
    ("Scotland", "GBR"), ("Greenland", "GRL"), ("Abkhazia", "GEO"), ("Tibet", "CHN"), ("Iraq's", "IRQ"),
    ("TURKEY", "TUR"), ("Ivory  Coast", "CIV"), ("Sao Tome and Principe", "STP"), ("N’Djamena", "TCD"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), HARD)
def test_hard_names(text: str, code: str) -> None:
    assert resolve_place(text, "GPE") == f"country:{code}"


@pytest.mark.parametrize(
    "text",
    ["us", "it", "in", "is", "so", "to", "no", "me", "IT", "IN", "IS", "SO", "TO", "NO", "ME", "It", "Us", "Me"],
)
@pytest.mark.parametrize("label", ["GPE", "NORP", "ORG"])
def test_words_of_two_letters_are_no_countries_unless_written_so(text: str, label: str) -> None:
    assert resolve_place(text, label) is None


@pytest.mark.parametrize(
    "text",
    ["turkey", "china", "polish", "Poo", "States", "Organization", "EU", "NATO", "Africa", "Eastern Europe", "Hamas",
     "Toyota", "the South China Sea", "Scientology", "", " ", "the", "Smithville Junction"],
)  # fmt: skip
def test_near_misses_resolve_to_nothing(text: str) -> None:
    assert resolve_place(text, "GPE") is None


@pytest.mark.parametrize(
    ("text", "label", "found"),
    [
        ("Jordan", "GPE", "country:JOR"),
        ("Jordan", "PERSON", None),
        ("Chad", "PERSON", None),
        ("Ukraine", "PERSON", "country:UKR"),
        ("Xi Jinping", "PERSON", None),
        ("French", "NORP", "country:FRA"),
        ("French", "LANGUAGE", None),
    ],
)
def test_the_label_decides_where_a_name_may_be_something_else(text: str, label: str, found: str | None) -> None:
    assert resolve_place(text, label) == found


@pytest.mark.parametrize(
    ("text", "label", "code"),
    [
        ("northern Iraq", "LOC", "IRQ"),
        ("Eastern Ukraine", "LOC", "UKR"),
        ("Anbar Province", "GPE", "IRQ"),
        ("Kherson Oblast", "GPE", "UKR"),
        ("Republic of Hungary", "GPE", "HUN"),
        ("State of Texas", "GPE", "USA"),
        ("Syrian Government", "ORG", "SYR"),
        ("Russia's Foreign Ministry", "ORG", "RUS"),
        ("Government of Iraq", "ORG", "IRQ"),
        ("the Ministry of Foreign Affairs of Japan", "ORG", "JPN"),
        ("the Indian Navy", "ORG", "IND"),
    ],
)
def test_parts_and_organs_of_a_state(text: str, label: str, code: str) -> None:
    assert resolve_place(text, label) == f"country:{code}"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("State of Georgia", "GPE"),  # a country or an American state
        ("New York Police", "ORG"),
        ("Hamas government", "ORG"),
        ("Kremlin government", "ORG"),
        ("Eastern Africa", "LOC"),
        ("Northern Alliance", "LOC"),
        ("Northern Iraq", "PERSON"),
        ("Government", "ORG"),
    ],
)
def test_what_only_looks_like_a_part_of_a_state(text: str, label: str) -> None:
    assert resolve_place(text, label) is None
