"""Topics are chosen by group and asked for one by one."""

from __future__ import annotations

from explorer.app.topic_choice import choices, chosen_for, known_topics, topics_of
from explorer.knowledge.topics import topic_groups
from tests.worlds import small_world


def test_a_group_stands_for_its_topics_in_this_world() -> None:
    known = known_topics(small_world())
    group = next(name for name, topics in topic_groups().items() if "military" in topics)
    assert "military" in topics_of([group], known)
    assert set(topics_of([group], known)) <= known
    assert chosen_for(topics_of([group], known), known) == [group]


def test_part_of_a_group_stays_single() -> None:
    known = {"military", "intelligence", "territory"}
    assert chosen_for(("military",), known) == ["military"]
    assert "military" in choices(known, ["military"])


def test_only_groups_with_something_in_them_are_offered() -> None:
    assert len(choices({"health"})) == 1
    assert choices({"a topic without a group"}) == ["a topic without a group"]
