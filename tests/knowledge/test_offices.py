"""Who held an office on a day; one office has one holder at a time."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from explorer.errors import DataFileError
from explorer.knowledge import offices as module
from explorer.knowledge import strict
from explorer.knowledge.gazetteer import Office, RoleClass, known_actors, office_holders, offices_of
from explorer.knowledge.offices import offices
from explorer.knowledge.partial_dates import first_day, last_day

HEADER = "person,aliases,holder_of,role,role_class,start,end,acting,origin\n"


@pytest.mark.parametrize(
    ("holder_of", "role", "on", "person"),
    [
        ("country:JPN", "Prime Minister", date(2025, 10, 21), "Sanae Takaichi"),
        ("country:JPN", "Prime Minister", date(2025, 10, 20), "Shigeru Ishiba"),
        ("country:JPN", "prime minister", date(2003, 1, 1), "Junichiro Koizumi"),
        ("country:USA", "President", date(2025, 1, 21), "Donald Trump"),
        ("country:USA", RoleClass.HEAD_OF_GOVERNMENT, date(2022, 1, 1), "Joe Biden"),
        ("country:USA", RoleClass.FOREIGN_MINISTER, date(2005, 6, 1), "Condoleezza Rice"),
        ("country:USA", RoleClass.DEFENCE_MINISTER, date(2025, 3, 1), "Pete Hegseth"),
        ("country:DEU", "Chancellor", date(2010, 1, 1), "Angela Merkel"),
        ("country:DEU", RoleClass.HEAD_OF_GOVERNMENT, date(2025, 6, 1), "Friedrich Merz"),
        ("country:RUS", "President", date(2010, 1, 1), "Dmitry Medvedev"),
        ("country:IRN", RoleClass.HEAD_OF_STATE, date(2015, 1, 1), "Ali Khamenei"),
        ("country:ISR", RoleClass.HEAD_OF_GOVERNMENT, date(2022, 8, 1), "Yair Lapid"),
        ("country:IRQ", "President", date(2001, 1, 1), "Saddam Hussein"),
        ("country:PSE", "President", date(2003, 1, 1), "Yasser Arafat"),
        ("country:KOR", "President", date(2025, 7, 1), "Lee Jae-myung"),
        ("organization:united-nations", None, date(2003, 1, 1), "Kofi Annan"),
        ("organization:nato", RoleClass.HEAD_OF_ORGANIZATION, date(2025, 1, 1), "Mark Rutte"),
        ("organization:european-commission", "President", date(2024, 1, 1), "Ursula von der Leyen"),
    ],
)
def test_holder_on_a_day(holder_of: str, role: str | None, on: date, person: str) -> None:
    assert office_holders(holder_of, role, on)[0].person == person


def test_nobody_held_an_office_we_do_not_know() -> None:
    assert office_holders("country:JPN", "Prime Minister", date(1850, 1, 1)) == []
    assert office_holders("country:JPN", "Chancellor", date(2020, 1, 1)) == []
    assert office_holders("country:XYZ", None, date(2020, 1, 1)) == []


def test_offices_of_a_person_by_name_and_by_id_in_order() -> None:
    roles = [(office.holder_of, office.start) for office in offices_of("Jens Stoltenberg")]
    assert roles == [("country:NOR", "2000-03-17"), ("country:NOR", "2005-10-17"), ("organization:nato", "2014-10-01")]
    assert offices_of("leader:jens-stoltenberg") == offices_of("Jens Stoltenberg")
    assert offices_of("Nobody Ever") == []


def test_a_leader_belongs_to_the_country_of_the_office() -> None:
    assert known_actors()["leader:sanae-takaichi"].country == "JPN"
    assert known_actors()["leader:mark-rutte"].country == "NLD"
    assert known_actors()["leader:hassan-nasrallah"].country is None


def test_one_office_has_one_holder_at_a_time_unless_someone_acts() -> None:
    held: dict[tuple[str, str], list[Office]] = defaultdict(list)
    for office in offices():
        if not office.acting:
            held[office.holder_of, office.role].append(office)
    for key, times in held.items():
        times.sort(key=lambda office: first_day(office.start))
        for earlier, later in zip(times, times[1:], strict=False):
            assert earlier.end is not None, (key, earlier.person)
            assert first_day(earlier.end) <= last_day(later.start), (key, earlier.person, later.person)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("A B,,JPN,King,king,2001,,,public record", "king"),
        ("A B,,XYZ,King,head_of_state,2001,,,public record", "XYZ"),
        ("A B,,JPN,King,head_of_state,2001,2000,,public record", "before it starts"),
        ("A B,,JPN,King,head_of_state,soon,,,public record", "start"),
        ("A B,,JPN,King,head_of_state,2001,,perhaps,public record", "acting"),
        ("A B,,JPN,King,head_of_state,2001,,,", "origin"),
    ],
)
def test_a_wrong_row_is_refused(row: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known_actors()  # the other files are read before the folder is exchanged
    (tmp_path / "offices.csv").write_text(f"{HEADER}{row}\n", encoding="utf-8")
    monkeypatch.setattr(strict, "FOLDER", tmp_path)
    monkeypatch.setattr(module, "_rows", module._rows.__wrapped__)
    with pytest.raises(DataFileError, match=r"offices\.csv") as refused:
        offices.__wrapped__()
    assert said in str(refused.value)
