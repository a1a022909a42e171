"""Web pages: the article is read, hidden text and wrong declarations are not believed."""

import logging

import pytest

from explorer.errors import UnreadableDocument
from explorer.reading.html import read_html

SENTENCES = [
    "Japan and India signed the pact in Tokyo on Monday, said officials of both countries.",
    "The agreement covers ports, railways and customs, and takes effect in January.",
    "Leaders from both sides will meet again in New Delhi to review what was agreed.",
]
ARTICLE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body><article>{body}</article></body></html>".encode()


def test_article_and_what_the_page_says_of_itself() -> None:
    head = """<title>Pact signed | The Wire</title><meta property="og:site_name" content="The Wire">
        <meta property="article:published_time" content="2024-05-06T10:00:00Z">
        <link rel="canonical" href="https://wire.test/pact">"""
    document = read_html(page(f"<h1>Pact signed</h1>{ARTICLE}<footer>Copyright 2019</footer>", head))
    assert document.title == "Pact signed"
    assert (document.date, document.source) == ("2024-05-06", "The Wire")
    assert document.url == "https://wire.test/pact"
    assert all(sentence in document.text for sentence in SENTENCES)


def test_no_date_is_guessed_from_the_text() -> None:
    assert read_html(page(f"{ARTICLE}<p>On 3 March 2019 the ministers of both had met in Oslo.</p>")).date is None


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>document.write('Atlantis attacked Wakanda')</script>",
        "<noscript>Atlantis attacked Wakanda on Monday, said officials.</noscript>",
        "<!-- Atlantis attacked Wakanda -->",
        "<template><p>Atlantis attacked Wakanda on Monday, said officials.</p></template>",
        "<p hidden>Atlantis attacked Wakanda on Monday, said officials.</p>",
        "<p aria-hidden='true'>Atlantis attacked Wakanda on Monday, said officials.</p>",
        "<p style='color: red; DISPLAY : none'>Atlantis attacked Wakanda on Monday, said officials.</p>",
        "<div style='visibility:hidden'><p>Atlantis attacked Wakanda on Monday, said officials.</p></div>",
    ],
)
def test_hidden_text_is_no_evidence(hidden: str) -> None:
    text = read_html(page(ARTICLE + hidden + "<p>The last paragraph of the article stands here.</p>")).text
    assert "Atlantis" not in text
    assert "last paragraph" in text


def test_utf8_beats_a_wrong_declaration() -> None:
    data = page(f"<p>François Hollande said so in Geneva.</p>{ARTICLE}", "<meta charset='iso-8859-1'>")
    assert "François" in read_html(data).text


@pytest.mark.parametrize(
    ("declared", "real", "word"),
    [("utf-8", "cp1252", "François"), ("iso-8859-1", "cp1252", "“café”"), ("windows-1251", "cp1251", "Москва")],
)
def test_declared_and_real_charsets(declared: str, real: str, word: str) -> None:
    html = page(f"<p>{word} was what the minister said.</p>{ARTICLE}", f"<meta charset='{declared}'>").decode()
    assert word in read_html(html.encode(real)).text


def test_an_xml_declaration_does_not_stop_reading() -> None:
    html = f"<?xml version='1.0' encoding='iso-8859-1'?><html><body><p>François said.</p>{ARTICLE}</body></html>"
    assert "François" in read_html(html.encode("latin-1")).text


def test_a_bare_fragment_is_read() -> None:
    assert SENTENCES[0] in read_html(f"<p>{SENTENCES[0]}</p>".encode()).text


def test_soft_hyphens_and_controls_leave_names_whole() -> None:
    text = read_html(page(f"<p>Ger&shy;many and Fra&#x200B;nce agreed &#0;&#x202E; in Geneva.</p>{ARTICLE}")).text
    assert "Germany and France agreed" in text
    assert not {"\x00", "\u202e"} & set(text)


def test_dangerous_addresses_are_dropped() -> None:
    assert read_html(page(ARTICLE, "<link rel='canonical' href='javascript:alert(1)'>")).url is None


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"<html><script>France met Germany</script><style>p{}</style></html>", "no article text"),
        (b"%PDF-1.4", "a PDF"),
        (b"<html><body>" + b"<p>Japan met India.</p>" * 60_000, "more than 50000 elements"),
    ],
)
def test_pages_without_article_are_refused(data: bytes, problem: str) -> None:
    with pytest.raises(UnreadableDocument, match=problem):
        read_html(data)


def test_the_library_does_not_talk(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(UnreadableDocument):
        read_html(b"<html></html>")
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
