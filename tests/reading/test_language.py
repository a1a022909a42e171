"""Languages are told apart; in doubt a text is English."""

import subprocess
import sys

import pytest

from explorer.reading.language import language_name, language_of

OTHERS = [
    ("de", "Die deutsche Bundeskanzlerin traf am Montag den französischen Präsidenten in Berlin."),
    ("fr", "Le président français a rencontré la chancelière allemande à Paris lundi matin."),
    ("es", "El presidente de México se reunió con el ministro de Relaciones Exteriores de España."),
    ("it", "Il presidente del Consiglio ha incontrato lunedì il ministro degli Esteri francese."),
    ("nl", "De Nederlandse premier ontmoette maandag de Duitse kanselier in Berlijn voor overleg."),
    ("pl", "Prezydent Polski spotkał się w poniedziałek z premierem Litwy, by rozmawiać o granicy."),
    ("tr", "Türkiye Cumhurbaşkanı Ankara'da Rusya Dışişleri Bakanı ile pazartesi günü görüştü."),
    ("ru", "Министр иностранных дел России прибыл в Пекин."),
    ("ja", "日本の首相は米国大統領と会談した。"),
    ("zh", "中国外交部长访问了俄罗斯，双方签署了协议。"),
    ("ko", "한국 대통령은 일본 총리를 만났다."),
    ("ar", "التقى الرئيس المصري وزير الخارجية السعودي في القاهرة"),
]
ENGLISH = [
    "Japan's prime minister met the president of the United States in Tokyo and signed a pact.",
    "Tokyo",
    "Japan met India.",
    "12 – 34",
    "Zoë and Müller",
    "China and Russia with " * 200,
    "China Russia Iran Turkey Egypt " * 200,
    "Takaichi Sanae Xi Jinping Prabowo Subianto Lula da Silva Emmanuel Macron Recep Tayyip Erdoğan",
    "PRIME MINISTER MEETS PRESIDENT IN TOKYO FOR TALKS ON TRADE AND SECURITY",
    "출처: Block Media\nThe leaders of Japan and the United States spoke by phone, said officials from Tokyo.",
    "The ministers met in Geneva. " + "A" * 200_000,
    "Z" + "\u0301" * 100_000,
]


@pytest.mark.parametrize(("code", "text"), OTHERS)
def test_other_languages_are_recognised(code: str, text: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize("text", ENGLISH)
def test_english_and_doubtful_texts_count_as_english(text: str) -> None:
    assert language_of(text) == "en"


def test_short_text_in_another_script_is_not_english() -> None:
    assert language_of("日本の首相") == "ja"


def test_languages_have_english_names() -> None:
    assert language_name("ja") == "Japanese"


def test_plain_english_loads_no_model() -> None:
    program = (
        "import sys; from explorer.reading import read_text;"
        "read_text('Japan and India signed the pact, said officials from both of the countries.');"
        "print([name for name in ('py3langid', 'numpy', 'trafilatura', 'babel') if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
