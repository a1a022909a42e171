"""Whom "we", "I" and "my country" mean in speeches, statements and quotations; and whom they do not mean."""

from __future__ import annotations

import pytest
from spacy.language import Language

from explorer.extraction import extract
from explorer.model import Document
from tests.extraction.told import PUBLISHED, events

SPOKEN = [
    ("Statement by the President of Kenya, William Ruto", "Mr. President, we condemn Israel.", "ACCUSE KEN > ISR"),
    ("Remarks by Norway on Iran", "We condemn Israel.", "ACCUSE NOR > ISR"),
    ("Kenya: statement on Iran", "We condemn Israel.", "ACCUSE KEN > ISR"),
    ("UN General Debate 2022: AGO", "My country condemns Israel.", "ACCUSE AGO > ISR"),
    ("AGO_77_2022.txt", "My Government condemns Israel.", "ACCUSE AGO > ISR"),
    ("", "Statement by the President of Kenya\n\nMy country condemns Israel.", "ACCUSE KEN > ISR"),
    ("", "Mr. Kamau (Kenya): My delegation condemns Israel.", "ACCUSE KEN > ISR"),
    ("", "On behalf of the people of Fiji, I greet the Assembly. We condemn Israel.", "ACCUSE FJI > ISR"),
    ("", "In my country, Fiji, it rains. We condemn Israel.", "ACCUSE FJI > ISR"),
    (
        "",
        "The Kingdom of Norway welcomes Iran. The Kingdom of Norway commends Chile. We condemn Israel.",
        "ACCUSE NOR > ISR",
    ),
    ("", "Remarks by President Biden\n\nWe condemn Israel.", "ACCUSE USA > ISR"),
    ("", "Remarks by President Biden\n\nI met Olaf Scholz.", "CONSULT joe-biden+olaf-scholz"),
    ("", '"We condemn Israel," Olaf Scholz said.', "ACCUSE DEU > ISR"),
    ("", '"Trust me," Olaf Scholz said. "We condemn Israel."', "ACCUSE DEU > ISR"),
    ("", "We condemn Israel, Kenya said.", "ACCUSE KEN > ISR"),
    ("", '"Our country was attacked by Chile," said Peru\'s president.', "ASSAULT CHL > PER"),
    ("UN General Debate 2022: AGO", "I would also like to thank Israel.", "SUPPORT AGO > ISR"),
    ("UN General Debate 2022: AGO", "We would not like to thank Israel.", "SUPPORT AGO > ISR negated"),
    ("UN General Debate 2022: AGO", "We would urge Israel to stop.", "REQUEST AGO > ISR"),
    ("UN General Debate 2022: AGO", "We would have thanked Israel.", "SUPPORT AGO > ISR hypothetical"),
    ("UN General Debate 2022: AGO", "I take this opportunity to express my gratitude to Israel.", "SUPPORT AGO > ISR"),
    # The narrator has no part in what he describes.
    ("UN General Debate 2022: AGO", "We remember that Chile attacked Peru.", "ASSAULT CHL > PER"),
    ("UN General Debate 2022: AGO", "Israel has bombed our friends in Lebanon.", "ASSAULT ISR > LBN"),
]
SILENT = [
    ("", "Peru condemns Chile. Our land was attacked by Israel.", "PER"),
    ("", "Norway condemned Chile. We condemn Israel, it is said.", "NOR"),
    ("", "We welcome this. Our nation supports Ukraine.", "UKR"),
    ("Press release: Foreign Secretary statement on Iran", "We condemn Israel.", "IRN"),
    ("UN General Debate 2022: AGO", "Chile attacked our Organization.", "AGO"),
    ("UN General Debate 2022: AGO", "We welcome the fact that Norway met Israel.", "AGO"),
]


def _events(nlp: Language, title: str, text: str) -> list[str]:
    return events(extract(Document(id="speech", title=title, text=text, date=PUBLISHED), nlp))


@pytest.mark.parametrize(("title", "text", "expected"), SPOKEN)
def test_who_speaks_in_the_first_person(nlp: Language, title: str, text: str, expected: str) -> None:
    assert expected in _events(nlp, title, text)


@pytest.mark.parametrize(("title", "text", "state"), SILENT)
def test_who_does_not(nlp: Language, title: str, text: str, state: str) -> None:
    assert not any(state in event and ("ISR" in event or ">" not in event) for event in _events(nlp, title, text))


def test_a_press_release_speaks_for_its_source(nlp: Language) -> None:
    source = "Norwegian Ministry of Foreign Affairs"
    found = extract(Document(id="release", title="", text="We condemn Israel.", date=PUBLISHED, source=source), nlp)
    assert events(found) == ["ACCUSE NOR > ISR"]
    assert found.events[0].speaker == "country:NOR"


def test_a_newspaper_does_not_speak_in_its_reports(nlp: Language) -> None:
    found = extract(
        Document(id="report", title="", text="We met Israel.", date=PUBLISHED, source="The Times of India"), nlp
    )
    assert not found.events
