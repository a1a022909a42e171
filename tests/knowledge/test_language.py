"""The files on what English does: each loads, refuses what it does not know, and fits the others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from explorer.errors import DataFileError
from explorer.knowledge import language, strict
from explorer.knowledge.gazetteer import known_actors
from explorer.knowledge.language import (
    anaphora,
    commitments,
    control_adjectives,
    control_nouns,
    control_verbs,
    cues,
    grammar,
    lemmas,
    money,
    name_words,
    titles,
)
from explorer.model import CommitmentKind, CommitmentStatus, EventType, Status

SOURCE = Path(str(strict.FOLDER))
FILES: dict[str, Callable[[], Any]] = {
    "grammar.yaml": grammar,
    "cues.yaml": cues,
    "titles.yaml": titles,
    "anaphora.yaml": anaphora,
    "money.yaml": money,
    "commitments.yaml": commitments,
    "name_words.yaml": name_words,
    "lemmas.yaml": lemmas,
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the loaders read instead of their own."""
    monkeypatch.setattr(strict, "FOLDER", tmp_path)
    return tmp_path


def broken(folder: Path, name: str, addition: str) -> None:
    text = (SOURCE / name).read_text(encoding="utf-8")
    (folder / name).write_text(text + addition, encoding="utf-8")


def reload(loader: Callable[[], Any]) -> Any:
    return loader.__wrapped__()  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", FILES)
def test_an_unknown_key_is_refused(folder: Path, name: str) -> None:
    broken(folder, name, "\nsurprise: [a]\n")
    with pytest.raises(DataFileError, match=rf"{name}: surprise: unknown key"):
        reload(FILES[name])


@pytest.mark.parametrize("name", FILES)
def test_a_repeated_key_is_refused(folder: Path, name: str) -> None:
    key = next(
        line.split(":")[0] for line in (SOURCE / name).read_text(encoding="utf-8").splitlines() if line[0] != "#"
    )
    broken(folder, name, f"\n{key}: []\n")
    with pytest.raises(DataFileError, match=rf"{name}: .*'{key}' comes twice"):
        reload(FILES[name])


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    with pytest.raises(DataFileError, match=name):
        reload(FILES[name])


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{verbs: [agree], becomes: AGREES}", "becomes"),
        ("{verbs: [agree], becomes: AGREE, when: now}", "unknown key"),
        ("{verbs: [fail], status: denied}", "status"),
        ("{verbs: [urge], becomes: REQUEST, needs: subject}", "needs"),
        ("{verbs: [urge], becomes: REQUEST, actor: nobody}", "actor"),
        ("{verbs: [begin]}", " .*says nothing of the complement"),
    ],
)
def test_a_wrong_control_is_refused_naming_its_place(folder: Path, row: str, said: str) -> None:
    (folder / "control.yaml").write_text(f"controls:\n  - {row}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=rf"control\.yaml: controls\.0.{said if said != 'unknown key' else 'when'}"):
        reload(control_verbs)


@pytest.mark.parametrize(
    ("lemma", "becomes", "status"),
    [
        ("agree", EventType.AGREE, None),
        ("refuse", EventType.REJECT, None),
        ("threaten", EventType.THREATEN, None),
        ("urge", EventType.REQUEST, None),
        ("accuse", EventType.ACCUSE, None),
        ("deny", EventType.REJECT, None),
        ("fail", None, Status.NEGATED),
        ("plan", None, Status.FUTURE),
        ("hope", None, Status.HYPOTHETICAL),
        ("begin", None, None),
    ],
)
def test_what_verbs_make_of_their_complement(lemma: str, becomes: EventType | None, status: Status | None) -> None:
    control = control_verbs()[lemma][0]
    assert (control.becomes, control.status) == (becomes, status)


def test_controls_do_something_or_let_through() -> None:
    tables = (control_verbs(), control_adjectives(), control_nouns())
    rows = [row for table in tables for found in table.values() for row in found]
    idle = [row for row in rows if not (row.becomes or row.status or row.embedded or row.transparent)]
    assert not idle
    assert all(0 < row.strength <= 1 for row in rows)
    assert {row.status for row in rows} == {None, Status.NEGATED, Status.FUTURE, Status.HYPOTHETICAL}


@pytest.mark.parametrize(
    ("adjective", "becomes", "status"),
    [("ready", EventType.AGREE, None), ("unwilling", EventType.REJECT, None), ("set", None, Status.FUTURE)],
)
def test_what_adjectives_make_of_their_complement(
    adjective: str, becomes: EventType | None, status: Status | None
) -> None:
    control = control_adjectives()[adjective][0]
    assert (control.becomes, control.status) == (becomes, status)


@pytest.mark.parametrize(
    ("noun", "becomes", "actor"),
    [
        ("offer", EventType.AGREE, "subject"),
        ("refusal", EventType.REJECT, "subject"),
        ("call", EventType.REQUEST, "object"),
    ],
)
def test_what_nouns_make_of_the_deed_below_them(noun: str, becomes: EventType, actor: str) -> None:
    control = control_nouns()[noun][0]
    assert (control.becomes, control.actor) == (becomes, actor)


@pytest.mark.parametrize(
    ("modal", "group"),
    [
        ("will", "future"),
        ("shall", "future"),
        ("could", "hypothetical"),
        ("might", "hypothetical"),
        ("would", "conditional"),
    ],
)
def test_modals_stand_in_one_group(modal: str, group: str) -> None:
    assert [name for name, words in cues().modals.items() if modal in words] == [group]


def test_every_status_but_the_plain_one_has_cues() -> None:
    assert {cue.status for cue in cues().cues} >= set(Status) - {Status.ACTUAL}


def test_small_words_of_yaml_stay_words() -> None:
    assert {"on", "off", "by"} <= grammar().prepositions
    assert any("no" in cue.words for cue in cues().cues)
    assert not {True, False} & set(grammar().prepositions)


def test_saying_is_no_event() -> None:
    assert {"say", "tell", "announce", "report"} <= grammar().statement_verbs


def test_representatives_are_lemmas() -> None:
    assert {"official", "troop", "citizen", "government"} <= grammar().all_representatives
    assert all(word == word.lower() for word in grammar().all_representatives)


def test_titles_stand_once_and_belong_to_one_role() -> None:
    words = [word for title in titles().titles for word in title.words]
    assert len(words) == len(set(words))
    assert all(word == word.lower() for word in words)


@pytest.mark.parametrize(
    ("words", "office", "leads"),
    [
        ("prime minister", "head_of_government", True),
        ("president", "head_of_state", True),
        ("secretary-general", "head_of_organization", True),
        ("foreign minister", "foreign_minister", False),
        ("ambassador", "official", False),
    ],
)
def test_who_leads(words: str, office: str, leads: bool) -> None:
    (title,) = (title for title in titles().titles if words in title.words)
    assert (title.office, title.leads) == (office, leads)


def test_kingdoms_and_islands_are_codes_of_countries() -> None:
    codes = {code for listed in anaphora().kinds.values() for code in listed} | set(anaphora().halves.values())
    unknown = [code for code in codes if f"country:{code}" not in known_actors()]
    assert not unknown


def test_money_knows_no_sign_or_name_twice() -> None:
    signs = [sign for row in money().currencies.values() for sign in row.signs]
    names = [name for row in money().currencies.values() for name in row.names]
    assert len(signs) == len(set(signs))
    assert len(names) == len(set(names))
    shared = {code for countries in money().shared.values() for code in countries.values()}
    assert shared <= set(money().currencies)
    assert all(len(code) == 3 and code.isupper() for code in money().currencies)


def test_multipliers_multiply() -> None:
    table = money().multipliers
    assert table["thousand"] < table["million"] < table["billion"] < table["trillion"]
    assert (table["bn"], table["m"], table["k"]) == (table["billion"], table["million"], table["thousand"])


def test_every_kind_of_commitment_has_nouns_and_parties() -> None:
    assert set(commitments().kinds) == set(CommitmentKind)
    assert all(entry.nouns and entry.parties <= grammar().prepositions for entry in commitments().kinds.values())
    assert set(commitments().status_verbs) <= set(CommitmentStatus)


def test_instruments_name_agreements() -> None:
    table = commitments()
    agreements = {*table.kinds[CommitmentKind.AGREEMENT].nouns, *table.signed_nouns, *table.won_nouns}
    assert set(table.instruments) <= agreements


@pytest.mark.parametrize("name", sorted({*FILES, "control.yaml"}))
def test_no_list_names_a_word_twice(name: str) -> None:
    assert _repeated(strict.read_yaml(name)) == []


def _repeated(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [word for inner in value.values() for word in _repeated(inner)]
    if isinstance(value, list):
        words = [word for word in value if isinstance(word, str)]
        return [word for word in set(words) if words.count(word) > 1] + [w for i in value for w in _repeated(i)]
    return []


def test_every_loader_of_the_module_is_tested() -> None:
    loaders = {name for name in vars(language) if hasattr(getattr(language, name), "__wrapped__")}
    tested = {loader.__name__ for loader in FILES.values()} | {"control_verbs", "control_adjectives", "control_nouns"}
    assert loaders - {"cache"} == tested
