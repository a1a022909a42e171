"""Organizations have members by date, and what belongs to another says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from explorer.errors import DataFileError
from explorer.knowledge import strict
from explorer.knowledge.gazetteer import Name, known_actors, members, names
from explorer.knowledge.organizations import organizations
from explorer.model import ActorType


@pytest.mark.parametrize(
    ("organization", "on", "number"),
    [
        ("nato", date(1949, 4, 3), 0),
        ("nato", date(1949, 4, 4), 12),
        ("nato", date(1960, 1, 1), 15),
        ("nato", date(2010, 1, 1), 28),
        ("nato", date(2023, 4, 4), 31),
        ("nato", date(2024, 3, 7), 32),
        ("european-union", date(1999, 1, 1), 15),
        ("european-union", date(2013, 7, 1), 28),
        ("european-union", date(2020, 2, 1), 27),
        ("asean", date(2025, 1, 1), 10),
        ("asean", date(2025, 11, 1), 11),
        ("g7", date(2024, 1, 1), 7),
        ("g20", date(2024, 1, 1), 19),
        ("brics", date(2023, 1, 1), 5),
        ("brics", date(2025, 6, 1), 10),
        ("ecowas", date(2024, 1, 1), 15),
        ("ecowas", date(2025, 2, 1), 12),
        ("alliance-of-sahel-states", date(2024, 1, 1), 3),
        ("sco", date(2025, 1, 1), 10),
        ("gulf-cooperation-council", date(2024, 1, 1), 6),
        ("opec", date(2024, 1, 1), 0),  # no list rather than an uncertain one
        ("no-such", date(2024, 1, 1), 0),
    ],
)
def test_members_on_a_day(organization: str, on: date, number: int) -> None:
    assert len(members(f"organization:{organization}", on)) == number


def test_a_country_is_a_member_only_from_the_day_it_joins() -> None:
    assert "country:SWE" not in members("organization:nato", date(2024, 3, 6))
    assert "country:SWE" in members("organization:nato", date(2024, 3, 7))
    assert "country:GBR" in members("organization:european-union", date(2020, 1, 30))
    assert "country:GBR" not in members("organization:european-union", date(2020, 1, 31))


def test_parts_and_media() -> None:
    assert known_actors()["organization:un-security-council"].part_of == "organization:united-nations"
    assert known_actors()["organization:reuters"].is_media
    assert not known_actors()["organization:hamas"].is_media
    assert not known_actors()["country:JPN"].is_media


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("NATO", "nato"),
        ("Da'esh", "islamic-state"),
        ("ISIL", "islamic-state"),
        ("Hizbollah", "hezbollah"),
        ("al-Qaida", "al-qaeda"),
        ("Itar-Tass", "tass"),
        ("PLO", "plo"),
        ("Tamil Tigers", "ltte"),
        ("U.N. Security Council", "un-security-council"),
        ("European Commission", "european-commission"),
        ("Doctors Without Borders", "medecins-sans-frontieres"),
        ("RSF", "rapid-support-forces"),
        ("EU", "european-union"),
    ],
)
def test_names_in_the_news(text: str, actor: str) -> None:
    (name,) = (name for name in names() if name.text == text)
    assert isinstance(name, Name)
    assert (name.actor, name.type) == (f"organization:{actor}", ActorType.ORGANIZATION)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{id: x, name: X, kind: gang}", "kind"),
        ("{id: x, name: X, kind: ngo, country: XYZ}", "XYZ"),
        ("{id: x, name: X, kind: ngo, part_of: y}", "'y'"),
        ("{id: x, name: X, kind: ngo, members: [JPN], joined: {FRA: 2020}}", "FRA"),
        ("{id: x, name: X, kind: ngo}\n- {id: x, name: Z, kind: ngo}", "twice"),
        ("{id: x, name: X, kind: ngo, symmetric: true}", "symmetric"),
    ],
)
def test_a_wrong_entry_is_refused(entry: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in ("countries.yaml", "cities.csv"):
        (tmp_path / file).write_text((strict.FOLDER / file).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "groups.yaml").write_text("[]", encoding="utf-8")
    (tmp_path / "organizations.yaml").write_text(f"- {entry}\n", encoding="utf-8")
    monkeypatch.setattr(strict, "FOLDER", tmp_path)
    with pytest.raises(DataFileError, match=r"organizations\.yaml") as refused:
        organizations.__wrapped__()
    assert said in str(refused.value)
