"""The countries of the world: rigour's list, with what it lacks or gets wrong from countries.yaml and cities.csv.

"JPN" -> Country(name="Japan", adjectives=("Japanese",), capital=("Tokyo",), ...)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rigour.territories import get_territories
from rigour.territories.territory import Territory

from explorer.errors import DataFileError
from explorer.knowledge.names import KnownActor, Name, NameKind, unique
from explorer.knowledge.strict import Entry, load_csv, load_yaml
from explorer.model import ActorType

COUNTRIES = "countries.yaml"
CITIES = "cities.csv"
PLURAL_ENDINGS = ("an", "i")  # Indians, Israelis; other peoples are written out


class CountryEntry(Entry):
    """What our file says about one country; `people` left out means that the adjective takes an s."""

    name: str | None = None
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] | None = None
    capital: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


class CountryFile(Entry):
    """`historical` and `parts` send rigour's states of the past and parts of states to a country of today."""

    countries: dict[str, CountryEntry]
    historical: dict[str, str]
    parts: dict[str, str]
    left_out: tuple[str, ...]
    before: frozenset[str]
    after: frozenset[str]
    organs: frozenset[str]


class CityRow(Entry):
    """A city, state or area that stands for no government but lies in a country."""

    name: str
    country: str
    aliases: str = ""


@dataclass(frozen=True, slots=True)
class Country:
    code: str
    name: str
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return country_id(self.code)


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words around a name that leave its country as it is, in small letters."""

    before: frozenset[str]
    after: frozenset[str]
    organs: frozenset[str]
    organs_of: frozenset[str]


def country_id(code: str) -> str:
    """Turn an alpha-3 code into the id of an actor."""
    return f"country:{code}"


@cache
def countries() -> Mapping[str, Country]:
    """Give every country and dependent territory by its ISO 3166-1 alpha-3 code (Kosovo is XKX)."""
    file = _file()
    listed = {code: territory for territory in get_territories() if (code := _alpha3(territory))}
    unknown = sorted(set(file.countries) - set(listed))
    if unknown:
        raise DataFileError(f"{COUNTRIES}: {unknown[0]}: not a country; use its ISO 3166-1 alpha-3 code")
    cities = _cities(frozenset(listed))
    return {code: _country(code, listed[code], file, cities.get(code, ())) for code in sorted(listed)}


@cache
def rigour_places() -> Mapping[str, str]:
    """Give the names of states, provinces and cities that rigour lists, with the code of their country.

    Only its English names and places: its full lookup takes seconds to build and, made for all the languages
    of the world, reads "Poo" as the United States.
    """
    places: dict[str, str] = {}
    for territory in get_territories():
        code = _country_of(territory)
        for name in (territory.name, territory.full_name, *territory.places) if code else ():
            places.setdefault(name, str(code))
    return places


@cache
def place_words() -> PlaceWords:
    """Give the words that may stand around a place ("northern Iraq") or make it an organ of a state."""
    file = _file()
    before = frozenset(word.lower() for word in file.before)
    return PlaceWords(before, file.after, file.organs, frozenset(f"{organ} of" for organ in file.organs))


def country_actors() -> Iterator[KnownActor]:
    """Yield each country as an actor; nationalities and capitals are names of it but no aliases."""
    for country in countries().values():
        aliases = tuple(text for text in (*country.names, *country.abbreviations) if text != country.name)
        yield KnownActor(country.id, ActorType.COUNTRY, country.name, country.code, aliases)


def country_names() -> Iterator[Name]:
    """Yield every name that stands for a country, each once a country."""
    for country in countries().values():
        kinds = {
            NameKind.NAME: (country.name, *country.names),
            NameKind.ABBREVIATION: country.abbreviations,
            NameKind.ADJECTIVE: country.adjectives,
            NameKind.PEOPLE: country.people,
            NameKind.CAPITAL: country.capital,
            NameKind.SEAT: country.seats,
            NameKind.CITY: country.cities,
        }
        first_kind: dict[str, NameKind] = {}
        for kind, texts in kinds.items():
            for text in texts:
                first_kind.setdefault(text, kind)
        yield from (Name(text, country.id, ActorType.COUNTRY, kind) for text, kind in first_kind.items())


@cache
def _file() -> CountryFile:
    return load_yaml(COUNTRIES, CountryFile)


def _alpha3(territory: Territory) -> str | None:
    """Give the code of a country of today; the past and uninhabited rocks have none."""
    if not (territory.is_ftm and territory.alpha3) or territory.is_historical:
        return None
    code = territory.alpha3.upper()
    return None if code in _file().left_out else code


def _country_of(territory: Territory) -> str | None:
    if territory.code in _file().parts:
        return _file().parts[territory.code]
    if territory.alpha3 and territory.alpha3.upper() in _file().historical:
        return _file().historical[territory.alpha3.upper()]
    return _alpha3(territory) or (_country_of(territory.parent) if territory.parent else None)


def _country(code: str, territory: Territory, file: CountryFile, cities: tuple[str, ...]) -> Country:
    entry = file.countries.get(code, CountryEntry())
    known_as = [text for text in (territory.name, territory.full_name) if "(" not in text and "[" not in text]
    return Country(
        code=code,
        name=entry.name or territory.name,
        names=unique((*known_as, *entry.names)),
        abbreviations=entry.abbreviations,
        adjectives=entry.adjectives,
        people=_people(entry),
        capital=entry.capital,
        seats=entry.seats,
        cities=cities,
    )


def _people(entry: CountryEntry) -> tuple[str, ...]:
    if entry.people is not None:
        return entry.people
    return tuple(f"{adjective}s" for adjective in entry.adjectives if adjective.endswith(PLURAL_ENDINGS))


def _cities(codes: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    cities: dict[str, tuple[str, ...]] = {}
    for row in load_csv(CITIES, CityRow):
        if row.country not in codes:
            raise DataFileError(f"{CITIES}: {row.name}: {row.country!r} is not a country")
        cities[row.country] = (*cities.get(row.country, ()), row.name, *split_aliases(row.aliases))
    return cities


def split_aliases(cell: str) -> tuple[str, ...]:
    """Read the aliases of a cell, separated by a bar."""
    return tuple(alias.strip() for alias in cell.split("|") if alias.strip())
