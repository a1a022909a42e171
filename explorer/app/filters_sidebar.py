"""The filters beside every page; what they ask for stands in one Filters.

sidebar(world) -> Filters(actor=("country:JPN",), min_confidence=0.75)
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import streamlit as st

from explorer.app.address import START
from explorer.app.plain_text import named
from explorer.app.topic_choice import choices, chosen_for, known_topics, topics_of
from explorer.app.wording import node_words, readable, relation_words, status_words
from explorer.errors import ExplorerError
from explorer.graph import Filters
from explorer.graph.naming import find_actors, find_focus
from explorer.model import ActorType, CommitmentKind, EventType, Status, World
from explorer.when import days_of

LISTS = ("actor", "focus", "topic", "event_type", "commitment", "actor_type", "status", "country")
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
ALIAS = "\n"  # an option "country:JPN\nTokyo" stands for the actor's other name
PENDING = "filters_pending"


def ask_for(filters: Filters) -> None:
    """Ask for these filters from the next run on; widgets that stand already cannot be changed in this one."""
    st.session_state[PENDING] = filters


def take_pending(world: World) -> list[str]:
    """Hand what was asked for meanwhile to the widgets; give the problems with it."""
    filters = st.session_state.pop(PENDING, None)
    return fill(filters, world) if filters is not None else []


def fill(filters: Filters, world: World) -> list[str]:
    """Set the widgets to these filters; what this store does not hold is left out and named."""
    problems: list[str] = []
    state = st.session_state
    state["f_actor"] = _known(filters.actor, world, find_actors, problems)
    state["f_country"] = _known_countries(filters.country, world, problems)
    state["f_focus"] = _known(filters.focus, world, find_focus, problems)
    state["f_topic"] = chosen_for(filters.topic, known_topics(world))
    for name in ("event_type", "commitment", "actor_type", "status"):
        state[f"f_{name}"] = list(getattr(filters, name))
    state["f_since"], state["f_until"] = _day(filters.since, first=True), _day(filters.until, first=False)
    state["f_min_reports"] = max(1, filters.min_reports)
    state["f_min_confidence"] = round(filters.min_confidence * 100)
    state["f_hops"] = min(3, max(1, filters.hops))
    return problems


def sidebar(world: World) -> Filters:
    """Show the filters and give what they ask for."""
    if "f_actor" not in st.session_state:
        fill(START, world)
    _drop_unknown(world)
    with st.sidebar:
        _subjects(world)
        _types(world)
        _strength()
        filters = _asked(world)
        st.button(
            "Clear all filters",
            icon=":material/filter_alt_off:",
            on_click=ask_for,
            args=(START,),
            disabled=filters == START,
            width="stretch",
        )
    return filters


def _subjects(world: World) -> None:
    actors = actor_options(world)
    st.multiselect(
        "Actors",
        list(actors),
        key="f_actor",
        format_func=lambda option: actors.get(option, option),
        placeholder="Search names, also “Tokyo”",
        on_change=_resolve_aliases,
        args=("f_actor",),
        help="Relations of these actors. Other names of an actor are found too.",
    )
    countries = country_options(world)
    st.multiselect(
        "Countries with their people",
        list(countries),
        key="f_country",
        format_func=lambda option: countries.get(option, option),
        placeholder="Any country",
        help="A country, its leaders, companies and bodies. With an actor chosen too: what lies between them.",
    )
    topics = choices(known_topics(world), st.session_state["f_topic"])
    st.multiselect("Topics", topics, key="f_topic", format_func=_label, placeholder="Any topic")
    since, until = st.columns(2, gap="xsmall")
    since.date_input("From", key="f_since", min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD")
    until.date_input("To", key="f_until", min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD")


def _types(world: World) -> None:
    st.multiselect(
        "Events",
        [str(kind) for kind in EventType],
        key="f_event_type",
        format_func=lambda kind: relation_words(kind).label,
        placeholder="Any event",
    )
    st.pills(
        "Commitments",
        [str(kind) for kind in CommitmentKind],
        key="f_commitment",
        selection_mode="multi",
        format_func=lambda kind: node_words(kind).plural,
    )
    st.pills(
        "Status",
        [str(status) for status in Status],
        key="f_status",
        selection_mode="multi",
        format_func=status_words,
    )
    st.pills(
        "Kinds of actor",
        [str(kind) for kind in ActorType],
        key="f_actor_type",
        selection_mode="multi",
        format_func=lambda kind: node_words(kind).plural,
        help="Only actors of these kinds are drawn.",
    )
    centres = focus_options(world)
    st.multiselect(
        "Focus on",
        list(centres),
        key="f_focus",
        format_func=lambda option: centres.get(option, option),
        placeholder="Only what is near …",
        on_change=_resolve_aliases,
        args=("f_focus",),
    )
    if st.session_state["f_focus"]:
        st.segmented_control("Steps away", [1, 2, 3], key="f_hops", required=True)


def _strength() -> None:
    reports, confidence = st.columns(2, gap="xsmall")
    reports.number_input("Min. reports", 1, 1000, key="f_min_reports")
    confidence.number_input(
        "Min. confidence %",
        0,
        100,
        step=10,
        key="f_min_confidence",
        help="What was read with less confidence is hidden.",
    )


def _asked(world: World) -> Filters:
    state = st.session_state
    lists = {name: tuple(str(value) for value in state.get(f"f_{name}") or ()) for name in LISTS}
    lists["topic"] = topics_of(lists["topic"], known_topics(world))
    since, until = state.get("f_since"), state.get("f_until")
    if since and until and since > until:
        st.warning("The first day lies after the last; the last is not used.")
        until = None
    return Filters(
        **lists,
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
        min_reports=int(state["f_min_reports"]),
        min_confidence=round(state["f_min_confidence"] / 100, 2),
        hops=int(state.get("f_hops") or 1) if lists["focus"] else START.hops,
    )


def actor_options(world: World) -> dict[str, str]:
    """Give each actor, and each of its other names, with a label that no other option has."""
    actors = sorted(world.actors, key=lambda actor: (-actor.reports, actor.name))
    options = {actor.id: named(actor.name) for actor in actors}
    for actor in actors:
        for alias in actor.aliases:
            options[f"{actor.id}{ALIAS}{alias}"] = f"{named(alias)} → {named(actor.name)}"
    return _distinct(options)


def country_options(world: World) -> dict[str, str]:
    """Give every country by its code."""
    states = sorted((actor for actor in world.actors if actor.type is ActorType.COUNTRY), key=lambda actor: actor.name)
    return _distinct({actor.country or actor.id: named(actor.name) for actor in states})


def focus_options(world: World) -> dict[str, str]:
    """Give every actor and every commitment."""
    commitments = sorted(world.commitments, key=lambda item: (-item.reports, item.name))
    return _distinct({**actor_options(world), **{item.id: named(item.name) for item in commitments}})


def _distinct(options: dict[str, str]) -> dict[str, str]:
    # The browser sends labels back, not ids: two people of one name must not have one label.
    counts = Counter(options.values())
    return {option: label if counts[label] == 1 else f"{label} ({named(option)})" for option, label in options.items()}


def _resolve_aliases(key: str) -> None:
    chosen = [option.split(ALIAS)[0] for option in st.session_state[key]]
    st.session_state[key] = list(dict.fromkeys(chosen))


def _drop_unknown(world: World) -> None:
    """Forget chosen actors that the store no longer holds, as widgets refuse values that are no options."""
    known = {"f_actor": actor_options(world), "f_focus": focus_options(world), "f_country": country_options(world)}
    for key, options in known.items():
        st.session_state[key] = [option for option in st.session_state[key] if option in options]


def _known(wanted: tuple[str, ...], world: World, find: Any, problems: list[str]) -> list[str]:
    known: list[str] = []
    for value in wanted:
        try:
            known += sorted(find(world, value) - set(known))
        except ExplorerError as error:
            problems.append(str(error))
    return known


def _known_countries(wanted: tuple[str, ...], world: World, problems: list[str]) -> list[str]:
    states = {actor.id: actor.country or actor.id for actor in world.actors if actor.type is ActorType.COUNTRY}
    known: list[str] = []
    for value in wanted:
        code = value.removeprefix("country:").upper()
        found = [code] if code in states.values() else []
        known += found or [states[id] for id in _known((value,), world, find_actors, problems) if id in states]
    return list(dict.fromkeys(known))


def _day(text: str | None, *, first: bool) -> date | None:
    days = days_of(text)
    return None if days is None else days[0 if first else 1]


def _label(topic: str) -> str:
    return named(readable(topic))
