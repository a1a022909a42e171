"""What is asked for and selected, as the address of the page, so that a view can be shared.

to_query(Filters(actor=("country:JPN",)), "event:call") -> {"actor": ["country:JPN"], "selected": ["event:call"]}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import streamlit as st

from explorer.errors import ExplorerError
from explorer.graph import Filters

Query = dict[str, list[str]]

START = Filters(min_confidence=0.75)  # what is doubtful is hidden until asked for
NUMBERS: dict[str, type[int] | type[float]] = {"min_reports": int, "min_confidence": float, "hops": int}
SELECTED = "selected"
WRITTEN = "address_written"


def to_query(filters: Filters, selected: str | None) -> Query:
    """Write down what differs from the start."""
    query: Query = {}
    for field in fields(Filters):
        value = getattr(filters, field.name)
        if value != getattr(START, field.name):
            query[field.name] = (
                [str(item) for item in value] if isinstance(value, tuple) else ["" if value is None else str(value)]
            )
    if not filters.focus:
        query.pop("hops", None)
    if selected:
        query[SELECTED] = [selected]
    return query


def from_query(query: Mapping[str, list[str]]) -> tuple[Filters, str | None, list[str]]:
    """Read an address back; what cannot be understood is left out and named in the problems."""
    asked: dict[str, Any] = {field.name: getattr(START, field.name) for field in fields(Filters)}
    problems = []
    for name in asked.keys() & query.keys():
        try:
            value = _value(name, query[name])
            Filters(**{name: value})
            asked[name] = value
        except (ExplorerError, ValueError) as error:
            problems.append(f"{name}: {error}" if isinstance(error, ValueError) else str(error))
    try:
        filters = Filters(**asked)
    except ExplorerError as error:  # each is well by itself, but not together: since after until
        problems.append(str(error))
        filters = Filters(**{**asked, "since": None, "until": None})
    return filters, next(reversed(query.get(SELECTED, [])), None) or None, problems


def read() -> tuple[Filters, str | None, list[str]] | None:
    """Give what a changed address asks for, or nothing if it is the one we wrote ourselves."""
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    if query == st.session_state.get(WRITTEN):
        return None
    st.session_state[WRITTEN] = query
    return from_query(query)


def write(filters: Filters, selected: str | None) -> None:
    """Put what is asked for and selected into the address."""
    query = to_query(filters, selected)
    if query != st.session_state.get(WRITTEN):
        st.session_state[WRITTEN] = query
        st.query_params.from_dict(query)


def _value(name: str, values: list[str]) -> Any:
    if name in NUMBERS:
        return NUMBERS[name](values[-1])
    return tuple(values) if isinstance(getattr(START, name), tuple) else values[-1] or None
