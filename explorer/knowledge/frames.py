"""Event frames: which words mean which event type, and where recipients stand.

"impose sanction|tariff on|against R" -> Frame(SANCTION, trigger impose, object sanction|tariff, then on|against R)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Generic, TypeVar

from explorer.errors import DataFileError
from explorer.knowledge.language import grammar
from explorer.knowledge.strict import Entry, load_yaml
from explorer.model import EventType

SLOT = "R"
PARTICLE = "+"
ALTERNATIVE = "|"
COMPOUND = "_"
ANY = "*"


class StepKind(StrEnum):
    PARTICLE = "particle"
    PREPOSITION = "preposition"
    WORD = "word"
    SLOT = "slot"


@dataclass(frozen=True, slots=True)
class Word:
    """A lemma with the modifiers that stand before it: phone_call -> call with (phone,)."""

    head: str
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    kind: StepKind
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A wording; `rule` is what evidence quotes to explain the match."""

    trigger: Word
    steps: tuple[Step, ...]
    rule: str
    is_noun: bool

    @property
    def has_slot(self) -> bool:
        return any(step.kind is StepKind.SLOT for step in self.steps)


@dataclass(frozen=True, slots=True)
class Frame(Pattern):
    """One wording of an event type; `goods` wants things, not people, as the subject: "tanks arrived in R".

    `joint` is the type when several states do it together: one's own exercise is MOBILIZE, a joint one COOPERATE.
    `subjects` names the nouns of grammar.yaml that alone may be its subject.
    """

    type: EventType
    mode: str | None = None
    mutual: bool = False
    swap: bool = False
    alone: bool = False
    goods: bool = False
    joint: EventType | None = None
    subjects: str | None = None
    strength: float = 0.9


P = TypeVar("P", bound=Pattern)


class _Group(Entry):
    mode: str | None = None
    mutual: bool = False
    swap: bool = False
    alone: bool = False
    goods: bool = False
    joint: EventType | None = None
    subjects: str | None = None
    strength: float = 0.9
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class _File(Entry):
    type: EventType
    groups: tuple[_Group, ...]


@dataclass(frozen=True, slots=True)
class FrameIndex(Generic[P]):
    """Patterns by the lemma of their trigger, the longest first."""

    verbs: Mapping[str, tuple[P, ...]]
    nouns: Mapping[str, tuple[P, ...]]
    begin: Mapping[str, Mapping[str, tuple[int, ...]]]

    def verbs_that_begin(self, lemma: str, words: Set[str]) -> tuple[P, ...]:
        """Give the patterns of a verb whose first element is open or among `words`, the longest first."""
        begin, patterns = self.begin[lemma], self.verbs[lemma]
        numbers = set(begin[""]).union(*(begin[word] for word in begin.keys() & words))
        return tuple(patterns[number] for number in sorted(numbers))


@cache
def frames() -> FrameIndex[Frame]:
    """Read every file of frames/; raise DataFileError naming file and pattern when one is wrong."""
    folder = files(__package__) / "frames"
    loaded = [frame for path in _frame_files(folder) for frame in read_frames(path.name, folder=folder)]
    return index_patterns(loaded)


def index_patterns(loaded: list[P]) -> FrameIndex[P]:
    """Order patterns for look-up by lemma."""
    verbs = _index(loaded, nouns=False)
    begin = {lemma: _by_first_word(found) for lemma, found in verbs.items()}
    return FrameIndex(verbs=verbs, nouns=_index(loaded, nouns=True), begin=begin)


def read_frames(name: str, *, folder: Traversable) -> Iterator[Frame]:
    """Read one file of frames."""
    content = load_yaml(name, _File, folder=folder)
    for group in content.groups:
        if group.subjects is not None and group.subjects not in grammar().subjects:
            raise DataFileError(f"{name}: subjects {group.subjects!r} are not listed in grammar.yaml")
        for patterns, is_noun in ((group.verbs, False), (group.nouns, True)):
            for pattern in patterns:
                yield from _frames_of(name, content.type, group, pattern, is_noun)


def parse_steps(pattern: str) -> tuple[Step, ...]:
    """Read the elements of a pattern after its trigger."""
    return tuple(_step(element) for element in pattern.split()[1:])


def _frame_files(folder: Traversable) -> list[Traversable]:
    return sorted((path for path in folder.iterdir() if path.name.endswith(".yaml")), key=lambda path: path.name)


def parse_pattern(name: str, pattern: str, *, is_noun: bool, label: str) -> Iterator[Pattern]:
    """Read one pattern, once for each alternative trigger; raise DataFileError naming file and pattern."""
    elements = pattern.split()
    if not elements or elements[0] == SLOT or elements[0].startswith(PARTICLE):
        raise DataFileError(f"{name}: pattern {pattern!r} must begin with a lemma")
    steps = parse_steps(pattern)
    if steps and steps[-1].kind is StepKind.PREPOSITION:
        raise DataFileError(f"{name}: pattern {pattern!r} ends in a preposition; write 'with R' or a noun after it")
    for trigger in _words(elements[0]):
        yield Pattern(trigger=trigger, steps=steps, rule=f"{label}: {pattern}", is_noun=is_noun)


def _frames_of(name: str, kind: EventType, group: _Group, pattern: str, is_noun: bool) -> Iterator[Frame]:
    for parsed in parse_pattern(name, pattern, is_noun=is_noun, label=kind):
        yield Frame(
            trigger=parsed.trigger,
            steps=parsed.steps,
            rule=parsed.rule,
            is_noun=is_noun,
            type=kind,
            mode=group.mode,
            mutual=group.mutual,
            swap=group.swap,
            alone=group.alone,
            goods=group.goods,
            joint=group.joint,
            subjects=group.subjects,
            strength=group.strength,
        )


def _step(element: str) -> Step:
    if element == SLOT:
        return Step(StepKind.SLOT)
    if element.startswith(PARTICLE):
        return Step(StepKind.PARTICLE, _words(element[1:]))
    words = _words(element)
    if all(word.head in grammar().prepositions and not word.modifiers for word in words):
        return Step(StepKind.PREPOSITION, words)
    return Step(StepKind.WORD, () if element == ANY else words)


def _words(element: str) -> tuple[Word, ...]:
    parts = [alternative.split(COMPOUND) for alternative in element.split(ALTERNATIVE)]
    return tuple(Word(head=part[-1], modifiers=tuple(part[:-1])) for part in parts)


def _index(loaded: list[P], *, nouns: bool) -> Mapping[str, tuple[P, ...]]:
    by_lemma: dict[str, list[P]] = defaultdict(list)
    for frame in loaded:
        if frame.is_noun is nouns:
            by_lemma[frame.trigger.head].append(frame)
    return {lemma: tuple(sorted(found, key=_specificity, reverse=True)) for lemma, found in by_lemma.items()}


def _by_first_word(found: tuple[Pattern, ...]) -> Mapping[str, tuple[int, ...]]:
    """Sort the numbers of patterns by the words they may go on with; "" where that is open."""
    table: dict[str, list[int]] = {"": []}
    for number, pattern in enumerate(found):
        first = pattern.steps[0] if pattern.steps else None
        for head in {word.head for word in first.words} if first is not None and first.words else {""}:
            table.setdefault(head, []).append(number)
    return {head: tuple(numbers) for head, numbers in table.items()}


def _specificity(pattern: Pattern) -> tuple[int, int, bool, int, str]:
    """Rank longer patterns first, of equally long ones those that name more words: "sign treaty" before "sign *".

    Of these, one that asks for a certain subject comes first: a drone that hits tells more than anybody who hits.
    """
    named = sum(bool(step.words) for step in pattern.steps)
    modified = len(pattern.trigger.modifiers) + sum(
        bool(word.modifiers) for step in pattern.steps for word in step.words
    )
    asks = isinstance(pattern, Frame) and pattern.subjects is not None
    return len(pattern.steps), named, asks, modified, pattern.rule
