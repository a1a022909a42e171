"""What a person corrects holds, is explained by time and reason, and can be taken back in any order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.errors import CurationError
from explorer.identity.acts import ActKind
from explorer.model import Actor, ActorType, CommitmentKind, Event, Extraction, Tie, TieKind, World
from explorer.store import Store, open_store
from explorer.store.act_file import read_acts, write_acts
from tests.identity.says import JAPAN, KNOWN, TAKAICHI, TRUMP, USA, commitment, consult, day, says, sentence

SMITH = Actor("person:john-smith", ActorType.PERSON, "John Smith", "GBR")
SMYTHE = Actor("person:jack-smythe", ActorType.PERSON, "Jack Smythe", "GBR")
CALL = consult(mode="phone", date=day("2025-10-25"))
LEADS = Tie(TieKind.LEADS, TRUMP.id, USA.id, role="President", evidence=(sentence(),))
PEOPLE = [JAPAN, USA, TAKAICHI, TRUMP, SMITH, SMYTHE]


def articles() -> list[Extraction]:
    meets = consult(SMITH, TRUMP, date=day("2025-10-26"))
    other = consult(SMYTHE, TRUMP, date=day("2025-10-26"))
    alliance = commitment(CommitmentKind.ALLIANCE)
    return [
        says("a", "2025-10-25", PEOPLE, events=[CALL], ties=[LEADS]),
        says("b", "2025-10-26", PEOPLE, events=[CALL, meets], commitments=[alliance]),
        says("c", "2025-10-26", PEOPLE, events=[other], ties=[LEADS]),
    ]


def filled() -> Store:
    store = open_store(":memory:", known=KNOWN)
    for extraction in articles():
        store.add(extraction.document, extraction)
    return store


@pytest.fixture
def store() -> Iterator[Store]:
    with filled() as opened:
        yield opened


def ids(world: World) -> set[str]:
    return {actor.id for actor in world.actors}


def call(world: World) -> list[Event]:
    return [event for event in world.events if event.mode == "phone"]


def test_two_become_one_with_their_events_and_the_old_id_leads_there(store: Store) -> None:
    assert len([event for event in store.world().events if TRUMP.id in event.recipients and not event.mode]) == 2
    act = store.merge("Jack Smythe", "person:john-smith", reason="one man")
    world = store.world()
    assert ids(world) & {SMITH.id, SMYTHE.id} == {SMITH.id} or ids(world) & {SMITH.id, SMYTHE.id} == {SMYTHE.id}
    (meeting,) = [event for event in world.events if not event.mode]
    assert meeting.reports == 2
    assert store.current_id(SMITH.id) == store.current_id(SMYTHE.id) in ids(world)
    assert act.reason == "one man" and act.made[:2] == "20"
    assert [(one.kind, in_force) for one, in_force in store.acts()] == [(ActKind.MERGE, True)]


def test_a_split_by_documents_makes_somebody_else_of_them(store: Store) -> None:
    store.split("John Smith", in_documents=["c"], reason="another John Smith")
    world = store.world()
    assert {"person:john-smith", "person:john-smith-2"} <= ids(world)
    reports = {actor.id: actor.reports for actor in world.actors}
    assert sorted((reports["person:john-smith"], reports["person:john-smith-2"])) == [1, 2]


def test_a_split_by_name(store: Store) -> None:
    store.merge("Jack Smythe", "John Smith")
    store.split("John Smith", names=["Jack Smythe"])
    assert {SMITH.id, SMYTHE.id} <= ids(store.world())


def test_name_type_country_and_note(store: Store) -> None:
    store.rename("John Smith", "Sir John Smith")
    store.retype("Sir John Smith", ActorType.LEADER)
    store.set_country("Sir John Smith", "IRL")
    store.note("Sir John Smith", "ask the embassy")
    (smith,) = [actor for actor in store.world().actors if actor.name == "Sir John Smith"]
    assert (smith.type, smith.country, smith.notes) == (ActorType.LEADER, "IRL", ("ask the embassy",))
    assert "John Smith" in smith.aliases
    assert store.current_id(SMITH.id) == smith.id


def test_what_is_rejected_goes_and_stays_away(store: Store) -> None:
    (event,) = call(store.world())
    store.reject(event.id, reason="another call")
    assert call(store.world()) == []
    first = articles()[0]
    store.add(first.document, first, again=True)
    assert call(store.world()) == [], "reading again does not bring it back"
    store.delete("b")
    store.add(articles()[1].document, articles()[1])
    assert call(store.world()) == []
    later = says("d", "2025-10-27", PEOPLE, events=[CALL])
    store.add(later.document, later)
    assert [one.reports for one in call(store.world())] == [1], "another article is another matter"


def test_ties_and_commitments_are_rejected_and_confirmed(store: Store) -> None:
    tie, alliance = store.world().ties[0], store.world().commitments[0]
    store.confirm(alliance.id)
    assert [(one.confirmed, one.confidence) for one in store.world().commitments] == [(True, 1.0)]
    store.reject(tie.id)
    store.reject(alliance.id)
    assert (store.world().ties, store.world().commitments) == ((), ())


def test_a_confirmed_event_is_sure_and_a_note_stands_with_it(store: Store) -> None:
    (event,) = call(store.world())
    store.confirm(event.id)
    store.note(event.id, "see the readout")
    (found,) = call(store.world())
    assert (found.confirmed, found.confidence, found.notes) == (True, 1.0, ("see the readout",))


def test_apart_is_no_longer_suggested_nor_joined(store: Store) -> None:
    short = says("s", "2025-10-27", [Actor("person:smith", ActorType.PERSON, "Smith", "GBR")])
    store.add(short.document, short)
    assert store.current_id("person:smith") == SMITH.id
    store.split("John Smith", names=["Smith"])
    assert store.current_id("person:smith") == "person:smith"
    assert store.suggestions() == ()


def test_undoing_waits_for_what_builds_on_it(store: Store) -> None:
    split = store.split("John Smith", in_documents=["c"])
    other = next(actor.id for actor in store.world().actors if actor.id.startswith(SMITH.id) and actor.reports == 1)
    rename = store.rename(other, "J. Smith of Leeds")
    with pytest.raises(CurationError, match=f"undo first what builds on it: {rename.id}"):
        store.undo(split.id)
    store.undo(rename.id)
    store.undo(split.id)
    assert store.world() == plain()


def plain() -> World:
    with filled() as store:
        return store.world()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda store: store.merge("Nobody", "John Smith"), "no such actor"),
        (lambda store: store.merge("John Smith", SMITH.id), "one actor already"),
        (lambda store: store.reject("consult:nobody"), "no such event"),
        (lambda store: store.undo("ffffff"), "no such correction"),
        (lambda store: store.split("John Smith", names=["Smith"]), "no such name"),
        (lambda store: store.split("John Smith", in_documents=["zz"]), "no such document"),
        (lambda store: store.note("John Smith", " "), "needs words"),
    ],
)
def test_what_cannot_be_is_one_clear_line_and_changes_nothing(
    store: Store, wrong: Callable[[Store], object], message: str
) -> None:
    revision = store.revision()
    with pytest.raises(CurationError, match=message) as caught:
        wrong(store)
    assert "\n" not in str(caught.value)
    assert store.revision() == revision and store.acts() == []


STEPS = st.lists(
    st.sampled_from(["merge", "rename", "retype", "reject", "confirm", "split", "apart", "undo"]), max_size=6
)


def act(store: Store, step: str, choice: st.DataObject) -> None:
    """Do what can be done just now; what cannot be is refused, which is tested elsewhere."""
    world = store.world()
    actors = sorted(actor.id for actor in world.actors)
    records = sorted([event.id for event in world.events] + [one.id for one in world.commitments])
    one, other = choice.draw(st.sampled_from(actors)), choice.draw(st.sampled_from(actors))
    try:
        match step:
            case "merge":
                store.merge(one, other)
            case "apart":
                store.keep_apart(one, other)
            case "rename":
                store.rename(one, choice.draw(st.sampled_from(["Alpha Beta", "Gamma Delta"])))
            case "retype":
                store.retype(one, choice.draw(st.sampled_from([ActorType.LEADER, ActorType.PERSON])))
            case "split":
                store.split(one, in_documents=[choice.draw(st.sampled_from("abc"))])
            case "undo":
                store.undo(choice.draw(st.sampled_from([made.id for made, _ in store.acts()] or ["none"])))
            case _ if records:
                record = choice.draw(st.sampled_from(records))
                store.reject(record) if step == "reject" else store.confirm(record)
    except CurationError:
        pass


@given(STEPS, st.data())
@settings(deadline=None, max_examples=25)
def test_the_acts_alone_decide_and_undoing_all_leaves_nothing(steps: list[str], choice: st.DataObject) -> None:
    with filled() as store:
        for step in steps:
            act(store, step, choice)
        acts = [one for one, _ in store.acts()]
        world = store.world()
        with open_store(":memory:", known=KNOWN) as other:  # acts first, articles later
            assert other.apply(read_acts(write_acts(acts), "acts.yaml")) == len(acts)
            assert other.apply(acts) == 0
            for extraction in reversed(articles()):
                other.add(extraction.document, extraction)
            assert other.world() == world
        for made in reversed([one for one, in_force in store.acts() if in_force and one.kind is not ActKind.UNDO]):
            store.undo(made.id)
        assert store.world() == plain()


BROKEN = [
    ("corrections: [", "not YAML"),
    ("version: 1\ncorrections:\n- {id: abcdef, made: x, kind: merge, content: {}}", r"corrections\.0\.made"),
    ("version: 2\ncorrections: []", "version"),
    ("version: 1\ncorrections: []\nmore: 1", "more"),
    (
        "version: 1\ncorrections:\n- {id: abcdef, made: '2025-01-01T00:00:00+00:00', kind: melt, content: {}}",
        "'melt' is unknown",
    ),
    (
        "version: 1\ncorrections:\n- {id: abcdef, made: '2025-01-01T00:00:00+00:00', kind: merge, content: {}}",
        "a merge needs",
    ),
    ("[]", "the file"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN, ids=[message for _, message in BROKEN])
def test_a_broken_file_is_one_clear_line(text: str, message: str) -> None:
    with pytest.raises(CurationError, match=message) as caught:
        read_acts(text, "acts.yaml")
    assert str(caught.value).startswith("acts.yaml: ") and "\n" not in str(caught.value)


def test_a_backup_is_whole_and_never_writes_over_a_file(tmp_path: Path) -> None:
    from explorer.errors import StoreError

    with open_store(tmp_path / "one.db", known=KNOWN) as store:
        for extraction in articles():
            store.add(extraction.document, extraction)
        store.backup(tmp_path / "two.db")
        world = store.world()
        with pytest.raises(StoreError, match="is there already"):
            store.backup(tmp_path / "two.db")
    with open_store(tmp_path / "two.db", create=False, known=KNOWN) as copy:
        assert copy.world() == world
    assert not list(tmp_path.glob("*.part"))
