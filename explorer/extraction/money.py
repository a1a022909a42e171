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
        yield AmountAt(match.start(), match.end(), Amount(value, currency, match.group().strip()))


@cache
def _pattern() -> re.Pattern[str]:
    table = money()
    signs = "|".join(sorted((re.escape(sign) for sign in _by_sign()), key=len, reverse=True))
    names = "|".join(sorted((re.escape(name) + "s?" for name in _by_name()), key=len, reverse=True))
    multipliers = "|".join(sorted(table.multipliers, key=len, reverse=True))
    words = "|".join(table.numbers)
    number = rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{words})(?=[ -](?:{multipliers})\b))"
    multiplier = rf"(?:[ -]?(?P<multiplier>{multipliers})(?![a-z]))?"
    return re.compile(
        rf"(?:(?<![\w$€£¥])(?P<sign>{signs})\s?|(?<![\w.,])){number}{multiplier}(?:[ -](?P<name>{names})\b)?",
        re.IGNORECASE,
    )


@cache
def _by_sign() -> dict[str, str]:
    return {sign: code for code, currency in money().currencies.items() for sign in currency.signs}


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


def _number(text: str) -> float:
    words = money().numbers
    return words[text.lower()] if text.lower() in words else float(text.replace(",", ""))
