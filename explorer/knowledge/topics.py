"""PLOVER's contexts as topics, the words that point to them, and the app's ten groups."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from explorer.knowledge.strict import Entry, load_yaml


class Topic(Entry):
    group: str
    words: tuple[str, ...]


class _File(Entry):
    topics: dict[str, Topic]


@cache
def topics() -> Mapping[str, Topic]:
    return load_yaml("topics.yaml", _File).topics


@cache
def topic_groups() -> Mapping[str, tuple[str, ...]]:
    """Give the topics of each group, groups in the order of the file."""
    groups: dict[str, tuple[str, ...]] = {}
    for name, topic in topics().items():
        groups[topic.group] = (*groups.get(topic.group, ()), name)
    return groups
