"""Corrections as a file: what goes out comes in, and what is broken is one line that changes nothing."""

from __future__ import annotations

import pytest
import yaml

from explorer.errors import CurationError
from explorer.identity.acts import Act
from explorer.model import ActorType
from explorer.store import Store
from explorer.store.act_file import read_acts, write_acts
from tests.store.test_curation import filled

SMITH = "person:john-smith@GBR"
CLAIM = "{document: a, kind: CONSULT, trigger: 0, ends: x}"


def corrected() -> Store:
    """A store with one act of every kind."""
    store = filled()
    store.split("John Smith", in_documents=["c"], reason="another: 'one' – \"two\" # three\nfour")
    merged = store.merge("Jack Smythe", "Donald Trump")
    store.split("Donald Trump", names=["Jack Smythe"])
    store.keep_apart("Sanae Takaichi", "Donald Trump", reason="no: really")
    store.rename("Jack Smythe", "Ĵack – \x1b[31m Smythe")
    store.retype("Sanae Takaichi", ActorType.PERSON)
    store.set_country("Sanae Takaichi", "")
    world = store.world()
    store.reject(world.ties[0].id)
    store.confirm(world.commitments[0].id)
    store.note(world.events[0].id, "- see: [the] {readout}")
    store.note("Japan", "null")
    store.undo(merged.id)
    return store


def acts_of(store: Store) -> list[Act]:
    return [act for act, _ in store.acts()]


def test_acts_of_every_kind_go_out_and_come_in() -> None:
    with corrected() as store, filled() as other:
        acts = acts_of(store)
        text = write_acts(acts)
        assert read_acts(text, "acts.yaml") == acts
        assert write_acts(read_acts(text, "acts.yaml")) == text
        assert other.apply(read_acts(text, "acts.yaml")) == len(acts)
        assert other.world().actors == store.world().actors
        assert other.world().events == store.world().events
        assert other.acts() == store.acts()


def test_importing_twice_changes_nothing() -> None:
    with corrected() as store:
        world, revision = store.world(), store.revision()
        assert store.apply(read_acts(write_acts(acts_of(store)), "acts.yaml")) == 0
        assert (store.world(), store.revision()) == (world, revision)


def one(kind: str, content: str, made: str = "2025-01-01T00:00:00.000000+00:00", rest: str = "") -> str:
    good = "{id: aaaaaa, made: '2025-01-01T00:00:00+00:00', kind: undo, content: {act: ffffff}}"
    second = f"{{id: abcdef, made: '{made}', kind: {kind}, content: {content}{rest}}}"
    return f"version: 1\ncorrections:\n- {good}\n- {second}\n"


SECOND = r"corrections\.1"
BROKEN = [
    ("", "the file: Input should be"),
    ("just words", "the file"),
    ("{", "not YAML"),
    ("a: \x07", "not YAML"),
    ("? [a]\n: 1", "not YAML"),
    ("version: 1\nversion: 1\ncorrections: []", "not YAML .*comes twice"),
    ("version: " + "9" * 5000, "not YAML"),
    ("version: 1\ncorrections: 2025-99-99", "corrections: "),
    ("[" * 50_000, "not YAML .*lists"),
    ("[" * 500 + "]" * 500, "not YAML .*lists"),
    ("a: &a [x]\nb: [*a, *a]", r"not YAML .*line 2: a reference"),
    ("a: &a {x: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [*a, *a]}}\n" for n in range(40)), "a reference"),
    ("version: 1", "corrections"),
    ("version: '1'\ncorrections: []", "version"),
    (one("merge", "{pairs: [[a, b]]}", rest=", why: x"), SECOND + r"\.why"),
    (one("merge", "{pairs: [[a, b]]}", made="2025-99-99T10:00:00+00:00"), SECOND),
    (one("merge", "{pairs: [[a, b]]}", made="9999-12-31T23:59:59.999999+00:00"), SECOND + r"\.made"),
    (one("merge", "{pairs: [[a, b, c]]}"), SECOND + ".*two keys"),
    (one("merge", "{pairs: [[a, 1]]}"), SECOND + r"\.content\.pairs"),
    (one("merge", "{pairs: [[a, b]], key: c}"), SECOND + ".*a merge has no key"),
    (one("merge", "{}"), SECOND + ".*a merge needs pairs"),
    (one("split", "{pairs: [[a, b]], documents: [a]}"), SECOND + ".*split"),
    (one("split", f"{{pairs: [[a, b]], key: '{SMITH}', moved: 'country:JPN', documents: [a]}}"), SECOND + ".*moved"),
    (one("split", f"{{pairs: [[a, b]], key: '{SMITH}', moved: '{SMITH}', documents: [a]}}"), SECOND + ".*moved"),
    (one("rename", f"{{key: '{SMITH}', value: '  '}}"), SECOND + ".*needs words"),
    (one("retype", f"{{key: '{SMITH}', value: planet}}"), SECOND + ".*'planet' is unknown"),
    (one("country", f"{{key: '{SMITH}', value: Atlantis}}"), SECOND + ".*'Atlantis' is unknown"),
    (one("note", "{value: x}"), SECOND + ".*a note needs"),
    (one("note", f"{{value: x, claims: [{CLAIM}]}}"), SECOND + ".*a note needs owner"),
    (one("reject", f"{{owner: actors, claims: [{CLAIM}]}}"), SECOND + r"\.content\.owner"),
    (one("reject", f"{{owner: events, claims: [{CLAIM.replace(': 0', ': ' + '9' * 30)}]}}"), SECOND + ".*trigger"),
    (one("reject", f"{{owner: events, claims: [{CLAIM.replace(': 0', ': -1')}]}}"), SECOND + ".*trigger"),
    (one("undo", "{}"), SECOND + ".*an? undo needs act"),
    (one("rename", f'{{key: "{SMITH}", value: "\\ud800"}}'), "not YAML|half a character"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN, ids=range(len(BROKEN)))
def test_what_is_broken_is_one_line_that_names_file_and_entry(text: str, message: str) -> None:
    with pytest.raises(CurationError, match=f"^acts.yaml: .*{message}") as caught:
        read_acts(text, "acts.yaml")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        one("merge", "{pairs: [[a, b]]}"),
        one("merge", "{pairs: [[a, b]], ids: [], key: null}"),
        one("split", f"{{pairs: [[a, b]], key: '{SMITH}', moved: '{SMITH}#0a1b', documents: [a]}}"),
        one("split", "{pairs: [[a, b]], key: 'country:JPN', moved: 'country:JPN@#0a1b', documents: [a]}"),
        one("country", f"{{key: '{SMITH}', value: ''}}"),
        one("note", f"{{key: '{SMITH}', value: x}}"),
        one("note", f"{{owner: events, value: x, claims: [{CLAIM}]}}"),
        one("reject", f"{{owner: events, claims: [{CLAIM}]}}"),
    ],
)
def test_what_is_only_unusual_is_read_and_kept(text: str) -> None:
    with filled() as store:
        assert store.apply(read_acts(text, "acts.yaml")) == 2


def test_a_code_in_small_letters_is_meant_all_the_same() -> None:
    (_, act) = read_acts(one("country", f"{{key: '{SMITH}', value: irl}}"), "acts.yaml")
    assert act.content["value"] == "IRL"
    assert yaml.safe_load(write_acts([act]))["corrections"][0]["content"]["value"] == "IRL"
