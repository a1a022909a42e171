"""Reads amounts of money with their currency.

"another 1.1 billion euros" -> Amount(1.1e9, "EUR", "1.1 billion euros")
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from explorer.knowledge.language import money
from explorer.model import Amount

PLAIN_WORDS = {"won", "dong", "crown", "lei", "taka", "birr"}  # "24 won medals": of these only large numbers are money


@dataclass(frozen=True, slots=True)
class AmountAt:
    """An amount at characters start..end."""

    start: int
    end: int
    amount: Amount


def find_amounts(text: str, countries: frozenset[str] = frozenset()) -> list[AmountAt]:
    """Find amounts in the order of the text; `countries` (alpha-3) decide names that currencies share."""
    return list(_amounts(text, countries))


def _amounts(text: str, countries: frozenset[str]) -> Iterator[AmountAt]:
    for match in _pattern().finditer(text):
        sign, name = match["sign"], match["name"]
        number, multiplier = match["number"], (match["multiplier"] or "").lower()
        currency = _by_sign()[sign.strip()] if sign else _named(name, countries)
        if currency is None or (name and sign and _named(name, countries) is None):
            continue
        value = _number(number) * money().multipliers.get(multiplier, 1.0)
        if not sign and not multiplier and _is_no_money(name, value, text[match.end() - 1 :]):
            continue
        yield AmountAt(match.start(), match.end(), Amount(value, currency, match.group().strip()))


@cache
def _pattern() -> re.Pattern[str]:
    table = money()
    signs = "|".join(sorted((re.escape(sign) for sign in _by_sign()), key=len, reverse=True))
    names = "|".join(sorted((re.escape(name) + "s?" for name in _by_name()), key=len, reverse=True))
    multipliers = "|".join(sorted(table.multipliers, key=len, reverse=True))
    # "$1-2 billion" is at least one billion
    upper = rf"(?:\s?(?:-|–|to)\s?(?:{signs})?\d+(?:\.\d+)?(?=\s?(?:{multipliers})\b))?"
    multiplier = rf"(?:[ -]?(?P<multiplier>{multipliers})(?![a-z]))?"
    return re.compile(
        rf"(?:(?<![\w$€£¥])(?P<sign>(?-i:{signs}))\s?|(?<![\w.,])){_numeral(multipliers)}{upper}{multiplier}"
        rf"(?:[ -](?P<name>{names})\b)?",
        re.IGNORECASE,
    )


def _numeral(multipliers: str) -> str:
    """Write the pattern of "1,500", "1 500 000", "5,5 million", "twenty-five", "two hundred", "one and a half"."""
    words = "|".join(sorted(money().numbers, key=len, reverse=True))
    spelt = rf"(?:{words})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?(?: hundred)?(?: and a half)?"
    return (
        r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d.,])"
        rf"|\d+,\d{{1,2}}(?=[ -](?:{multipliers})\b)|\d+(?:\.\d+)?"
        rf"|\b{spelt}(?=[ -](?:{multipliers})\b))"
    )


@cache
def _by_sign() -> dict[str, str]:
    table = money().currencies
    return {code: code for code in table} | {sign: code for code, currency in table.items() for sign in currency.signs}


@cache
def _by_name() -> dict[str, str | None]:
    table = money()
    named: dict[str, str | None] = {name: code for code, row in table.currencies.items() for name in row.names}
    return dict.fromkeys(table.shared) | named


def _named(name: str | None, countries: frozenset[str]) -> str | None:
    if not name:
        return None
    lowered = name.lower()
    singular = lowered if lowered in _by_name() else lowered.removesuffix("s")
    for code, currency in money().shared.get(singular, {}).items():
        if code in countries:
            return currency
    return _by_name().get(singular)


def _is_no_money(name: str, value: float, rest: str) -> bool:
    """Tell "500-pound bombs", "5 pounds of rice" and "the 24 won medals" from sums of money."""
    singular = name.lower().removesuffix("s")
    if singular == "pound":
        return rest.startswith("d") or rest[1:].startswith((" of ", "-"))
    return singular in PLAIN_WORDS and value < 1000


def _number(text: str) -> float:
    lowered = text.lower()
    if lowered[0].isdigit():
        decimal = re.fullmatch(r"(\d+),(\d{1,2})", lowered)
        return float(".".join(decimal.groups()) if decimal else re.sub("[, ]", "", lowered))
    more = 0.5 if lowered.endswith(" and a half") else 0.0
    lowered = lowered.removesuffix(" and a half")
    times = 100.0 if lowered.endswith(" hundred") else 1.0
    return (_spelt(lowered.removesuffix(" hundred")) + more) * times


def _spelt(words: str) -> float:
    numbers = money().numbers
    if words in numbers:
        return numbers[words]
    return sum(numbers[word] for word in re.split("[ -]", words))
