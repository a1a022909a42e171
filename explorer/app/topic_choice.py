"""The topics as a person chooses them: about ten groups, each standing for its topics in this world.

topics_of(["Security"], known={"military", "health"}) -> ("military",)
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from explorer.knowledge.topics import topic_groups
from explorer.model import World


def known_topics(world: World) -> set[str]:
    """Give every topic that something in this world is about."""
    topics = {topic for event in world.events for topic in event.topics}
    return topics | {topic for commitment in world.commitments for topic in commitment.topics}


def choices(known: Collection[str], chosen: Iterable[str] = ()) -> list[str]:
    """Give the groups that have something in this world, then single topics chosen by an address or without a group."""
    groups = topic_groups()
    grouped = {topic for topics in groups.values() for topic in topics}
    present = [group for group, topics in groups.items() if set(topics) & set(known)]
    return list(dict.fromkeys([*present, *sorted(set(known) - grouped), *chosen]))


def topics_of(chosen: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """Give the topics that the chosen groups and single topics stand for."""
    groups = topic_groups()
    topics = [topic for choice in chosen for topic in groups.get(choice, (choice,))]
    return tuple(topic for topic in dict.fromkeys(topics) if topic in known)


def chosen_for(topics: Collection[str], known: Collection[str]) -> list[str]:
    """Turn topics back into choices: a group where all it has here is asked for, else the single topics."""
    wanted = set(topics) & set(known)
    whole = [group for group, of in topic_groups().items() if (here := set(of) & set(known)) and here <= wanted]
    covered = set(topics_of(whole, known))
    return [*whole, *sorted(wanted - covered)]
