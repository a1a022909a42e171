"""All names of all actors, each once; what is ambiguous is said to be so."""

from __future__ import annotations

import pytest

from explorer.errors import DataFileError
from explorer.knowledge import known
from explorer.knowledge.gazetteer import Ambiguity, Name, NameKind, known_actors, names, slug, traps
from explorer.knowledge.known import AmbiguousFile, AmbiguousName
from explorer.model import ActorType

BY_TEXT = {name.text: name for name in names()}


def test_every_name_stands_once_and_belongs_to_a_known_actor() -> None:
    assert len(BY_TEXT) == len(names())
    for name in names():
        assert name.actor in known_actors()
        assert name.type is known_actors()[name.actor].type
        assert all(other in known_actors() for other in name.others)
        assert name.text == " ".join(name.text.split())


def test_names_are_written_without_article() -> None:
    assert [name.text for name in names() if name.text.startswith("the ")] == []


def test_the_world_is_as_large_as_the_news_needs() -> None:
    counts = {kind: sum(actor.type is kind for actor in known_actors().values()) for kind in ActorType}
    assert counts[ActorType.COUNTRY] > 240
    assert counts[ActorType.ORGANIZATION] > 300
    assert counts[ActorType.COMPANY] > 350
    assert counts[ActorType.LEADER] > 1000
    assert counts[ActorType.REGION] > 80


@pytest.mark.parametrize(
    ("text", "actor", "kind"),
    [
        ("Japan", "country:JPN", NameKind.NAME),
        ("U.S.", "country:USA", NameKind.ABBREVIATION),
        ("Israeli", "country:ISR", NameKind.ADJECTIVE),
        ("Israelis", "country:ISR", NameKind.PEOPLE),
        ("Spaniards", "country:ESP", NameKind.PEOPLE),
        ("Tokyo", "country:JPN", NameKind.CAPITAL),
        ("Kremlin", "country:RUS", NameKind.SEAT),
        ("Haifa", "country:ISR", NameKind.CITY),
        ("Texas", "country:USA", NameKind.CITY),
        ("Latin American", "region:latin-america", NameKind.ADJECTIVE),
        ("Indo-Pacific region", "region:indo-pacific", NameKind.NAME),
        ("TSMC", "company:tsmc", NameKind.ABBREVIATION),
        ("US Steel", "company:us-steel", NameKind.NAME),
        ("Sanae Takaichi", "leader:sanae-takaichi", NameKind.PERSON),
        ("Takaichi Sanae", "leader:sanae-takaichi", NameKind.PERSON),
        ("Volodymyr Zelensky", "leader:volodymyr-zelenskyy", NameKind.PERSON),
    ],
)
def test_kinds_of_names(text: str, actor: str, kind: NameKind) -> None:
    assert (BY_TEXT[text].actor, BY_TEXT[text].kind) == (actor, kind)


@pytest.mark.parametrize(
    ("text", "actor", "why", "others"),
    [
        ("Georgia", "country:GEO", Ambiguity.SHARED, ("country:USA",)),
        ("Congo", "country:COD", Ambiguity.SHARED, ("country:COG",)),
        ("Korea", "country:KOR", Ambiguity.SHARED, ("country:PRK",)),
        ("Jordan", "country:JOR", Ambiguity.PERSON_NAME, ()),
        ("Washington", "country:USA", Ambiguity.PERSON_NAME, ()),
        ("Shell", "company:shell", Ambiguity.WORD, ()),
        ("Japan", "country:JPN", None, ()),
    ],
)
def test_ambiguous_names(text: str, actor: str, why: Ambiguity | None, others: tuple[str, ...]) -> None:
    name = BY_TEXT[text]
    assert (name.actor, name.ambiguity, name.others) == (actor, why, others)


def test_every_trap_contains_a_name() -> None:
    for trap in traps():
        words = trap.replace("-", " ").split()
        spans = {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
        assert spans & BY_TEXT.keys(), trap


def test_short_names_are_no_plain_words() -> None:
    small = {name.text for name in names() if len(name.text) <= 3 and not name.text.isupper()}
    assert small.isdisjoint({"Us", "It", "In", "Is", "So", "To", "No", "Me", "May", "An", "As", "At", "He"})


def name(text: str, actor: str) -> Name:
    return Name(text, actor, ActorType.COUNTRY, NameKind.NAME)


def test_one_text_for_two_actors_is_refused_unless_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "_all_names", lambda: iter([name("Xland", "country:AAA"), name("Xland", "country:BBB")]))
    monkeypatch.setattr(known, "_ambiguous", lambda: AmbiguousFile(names=(), traps=()))
    with pytest.raises(DataFileError, match="Xland"):
        known.names.__wrapped__()
    listed = AmbiguousName(text="Xland", why=Ambiguity.SHARED, actors=("country:BBB", "country:AAA"))
    monkeypatch.setattr(known, "_ambiguous", lambda: AmbiguousFile(names=(listed,), traps=()))
    (found,) = known.names.__wrapped__()
    assert (found.actor, found.others) == ("country:BBB", ("country:AAA",))


@pytest.mark.parametrize(
    "listed",
    [
        AmbiguousName(text="Nowhere", why=Ambiguity.WORD),
        AmbiguousName(text="Xland", why=Ambiguity.SHARED, actors=("country:AAA", "country:CCC")),
    ],
)
def test_a_listed_ambiguity_that_is_none_is_refused(listed: AmbiguousName, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "_all_names", lambda: iter([name("Xland", "country:AAA"), name("Xland", "country:BBB")]))
    both = AmbiguousName(text="Xland", why=Ambiguity.SHARED, actors=("country:AAA", "country:BBB"))
    file = AmbiguousFile(names=(both, listed) if listed.text == "Nowhere" else (listed,), traps=())
    monkeypatch.setattr(known, "_ambiguous", lambda: file)
    with pytest.raises(DataFileError, match=listed.text):
        known.names.__wrapped__()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lars Løkke Rasmussen", "lars-lokke-rasmussen"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("U.S. Steel", "us-steel"),
        ("Moody's", "moodys"),
        ("AT&T", "at-t"),
        ("Nguyễn Phú Trọng", "nguyen-phu-trong"),
        ("Władysław Kosiniak-Kamysz", "wladyslaw-kosiniak-kamysz"),
        ("Đuro Macut", "duro-macut"),
    ],
)
def test_slugs_are_readable(text: str, expected: str) -> None:
    assert slug(text) == expected
