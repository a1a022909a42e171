"""Fits frames to the words of a sentence: from a trigger along its pattern to the recipient's phrase.

"imposed new sanctions on Russia" fits "impose sanction on|against R": slot = Russia
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from explorer.extraction.arguments import coordinated
from explorer.extraction.clauses import (
    OBJECTS,
    PREDICATES,
    PREPOSITIONS,
    RELATIVES,
    doers,
    governing_verb,
    is_passive,
    objects_of,
    sufferers,
    surface_subjects,
)
from explorer.extraction.meetings import attending
from explorer.extraction.remembered import once_a_token
from explorer.knowledge.frames import Frame, Pattern, Step, StepKind, Word, frames
from explorer.knowledge.language import grammar
from explorer.model import EventType

TIMES = {"DATE", "TIME"}
COMPOUNDS = {"compound", "amod", "nmod", "npadvmod", "poss"}
OBJECT_ONLY = (Step(StepKind.SLOT),)
LIGHT_PREPOSITIONS = {"in", "into", "on", "under", "to", "for", "at"}


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits. `slots` are heads of recipient phrases, `doers` heads of actor phrases.

    `anchor` is the verb whose clause decides the status, `used` the words the pattern consumed.
    """

    frame: Frame
    trigger: Token
    anchor: Token
    doers: tuple[Token, ...]
    slots: tuple[Token, ...]
    used: tuple[int, ...]
    governed: bool = True


class _Remembered:
    """What a generator yields, kept for whoever asks again; taken from it only as far as somebody needs."""

    __slots__ = ("_found", "_rest")

    def __init__(self, rest: Iterator[Match]) -> None:
        self._found: list[Match] = []
        self._rest = rest

    def __iter__(self) -> Iterator[Match]:
        at = 0
        while True:
            if at == len(self._found):
                following = next(self._rest, None)
                if following is None:
                    return
                self._found.append(following)
            yield self._found[at]
            at += 1


def match_verb(verb: Token) -> Iterator[Match]:
    """Yield the verb frames that fit, longest first."""
    return iter(_of_verb(verb))


def match_noun(noun: Token) -> Iterator[Match]:
    """Yield the noun frames that fit, with the subject of the light verb above as the doer."""
    return iter(_of_noun(noun))


@once_a_token
def _of_verb(verb: Token) -> _Remembered:
    return _Remembered(_match_verb(verb))


@once_a_token
def _of_noun(noun: Token) -> _Remembered:
    return _Remembered(_match_noun(noun))


def _match_verb(verb: Token) -> Iterator[Match]:
    yield from _match_predicate(verb)
    lemma, index = verb.lemma_.lower(), frames()
    found = index.verbs_that_begin(lemma, _words_near(verb)) if lemma in index.verbs else ()
    if lemma in grammar().copulas and lemma != "be":
        found = (*found, *index.verbs_that_begin("be", _words_near(verb)))
    if not found:
        return
    # Most frames of a common verb want an object that is not there; one look at the objects spares trying them.
    objects = {form for token in _complements(verb, verb) for form in (token.lemma_.lower(), token.lower_)}
    for frame in found:
        first = frame.steps[0] if frame.steps else None
        if first is not None and first.kind is StepKind.WORD and first.words and not _names_any(first, objects):
            continue
        if frame.steps == OBJECT_ONLY and any(child.dep_ == "oprd" for child in verb.children):
            continue  # "called Xi a friend" is no call
        for slots, used in _bind(frame.steps, verb, verb, (verb.i,)):
            yield Match(frame, verb, verb, tuple(doers(verb)), slots, used)


def _words_near(verb: Token) -> frozenset[str]:
    """Give the forms and lemmas below a verb (of a relative clause, also those of the noun above)."""
    words = {form for token in verb.subtree for form in (token.lower_, token.lemma_.lower())}
    if verb.dep_ in {"relcl", "acl", "conj"}:
        words |= {form for token in verb.head.subtree for form in (token.lower_, token.lemma_.lower())}
    return frozenset(words)


def _match_predicate(verb: Token) -> Iterator[Match]:
    """Fit frames of "be" to a participle that the parser takes for a passive: "is opposed to R"."""
    if not any(child.dep_ == "auxpass" for child in verb.children) or doers(verb):
        return
    for frame in _predicates().get(verb.lower_, ()):
        for slots, used in _bind(frame.steps[1:], verb, verb, (verb.i,)):
            yield Match(frame, verb, verb, tuple(surface_subjects(verb)), slots, used)


@cache
def _predicates() -> dict[str, tuple[Frame, ...]]:
    table: dict[str, tuple[Frame, ...]] = {}
    for frame in frames().verbs.get("be", ()):
        if frame.steps and frame.steps[0].kind is StepKind.WORD:
            for word in frame.steps[0].words:
                table[word.head] = (*table.get(word.head, ()), frame)
    return table


def _names_any(step: Step, forms: set[str]) -> bool:
    return any(word.head in forms for word in step.words)


def _match_noun(noun: Token) -> Iterator[Match]:
    found = frames().nouns.get(noun.lemma_.lower(), ())
    if not found or noun.dep_ == "compound":
        return
    verb = light_verb(noun)
    for frame in found:
        if not _has_modifiers(noun, frame.trigger):
            continue
        acting = tuple(_subjects_of_light(verb, noun)) if verb is not None else ()
        if verb is None and frame.type is EventType.CONSULT:
            acting = tuple(attending(noun))
        anchor = verb if verb is not None else noun
        for slots, used in _bind(frame.steps, noun, verb or noun, (noun.i,)):
            yield Match(frame, noun, anchor, acting, slots, used, governed=verb is not None)


def light_verb(noun: Token) -> Token | None:
    """Give the verb that only carries the noun: "launched an attack", "engaged in talks"."""
    head = noun.head
    if noun.dep_ == "conj" and head.pos_ in {"NOUN", "PROPN"}:
        return light_verb(head)
    if noun.dep_ == "pobj" and head.lower_ in LIGHT_PREPOSITIONS | {"of", "with"}:
        # "in a series of attacks", "begin with talks"
        above = head.head
        if above.pos_ == "NOUN" and head.lower_ == "of" and above.lemma_.lower() in grammar().quantities:
            return light_verb(above)
        head = above if head.lower_ in LIGHT_PREPOSITIONS else noun.head
        if head.pos_ == "VERB" and head.lemma_.lower() in {
            "engage",
            "enter",
            "go",
            "join",
            "take",
            "participate",
            "agree",
        }:
            return head
        return None
    if head.pos_ != "VERB" or head.lemma_.lower() not in grammar().light_verbs:
        return None
    if noun.dep_ in OBJECTS | PREDICATES | {"nsubjpass"}:
        return head
    return None


def fit(pattern: Pattern, trigger: Token) -> tuple[Token, ...] | None:
    """Fit one pattern to a trigger; give the heads in its slots, or None."""
    if not _has_modifiers(trigger, pattern.trigger):
        return None
    bound = next(_bind(pattern.steps, trigger, trigger, (trigger.i,)), None)
    return bound[0] if bound is not None else None


def _subjects_of_light(verb: Token, noun: Token) -> list[Token]:
    if verb.lemma_.lower() in grammar().passive_light_verbs and not is_passive(verb):
        return []
    subjects = doers(verb)
    return [token for token in subjects if token.i != noun.i]


def _bind(
    steps: tuple[Step, ...], current: Token, base: Token, used: tuple[int, ...]
) -> Iterator[tuple[tuple[Token, ...], tuple[int, ...]]]:
    """Walk the pattern from `current` in every way it fits; `base` is the verb that prepositions may hang on instead.

    Yields the heads in the slots and the indices of all words used.
    """
    if not steps:
        yield (), used
        return
    step, rest = steps[0], steps[1:]
    for candidate in _candidates(step, current, base):
        if candidate.i in used:  # "granted asylum": asylum is not also the one who gets it
            continue
        taken = (*used, candidate.i)
        if step.kind is StepKind.SLOT:
            for slots, words in _bind(rest, current, base, taken):
                yield (candidate, *slots), words
        else:
            yield from _bind(rest, base if step.kind is StepKind.PARTICLE else candidate, base, taken)


def _candidates(step: Step, current: Token, base: Token) -> list[Token]:
    if step.kind is StepKind.PARTICLE:
        return [
            child
            for child in base.children
            if child.dep_ in {"prt", "advmod", "prep", "acomp"} and _is_one_of(child, step) and not _has_object(child)
        ]
    if step.kind is StepKind.PREPOSITION:
        return _prepositions(step, current, base)
    if step.kind is StepKind.WORD:
        return [token for token in _complements(current, base) if _fits(token, step)]
    return _slot(current)


def _has_object(particle: Token) -> bool:
    # "gave refuge to him in its embassy" is not "gave in to him"
    return any(child.dep_ == "pobj" for child in particle.children)


def _prepositions(step: Step, current: Token, base: Token) -> list[Token]:
    words = {word.head for word in step.words}
    holders = [current] if current == base else [current, base]
    if current == base and base.pos_ in {"VERB", "AUX"}:
        # "sent tanks to Ukraine": the parser may hang "to Ukraine" on the tanks
        holders += [child for child in base.children if child.dep_ in OBJECTS | {"nsubjpass", "prt", "acomp", "advmod"}]
    found = []
    for holder in holders:
        for child in holder.children:
            if child.dep_ in PREPOSITIONS | {"prt"} and child.lower_ in words:
                found.append(child)
                found.extend(inner for inner in child.children if inner.dep_ == "conj" and inner.lower_ in words)
            elif child.dep_ == "prep" and child.lower_ not in words:
                # "away from", "out of"
                found.extend(inner for inner in child.children if inner.dep_ == "prep" and inner.lower_ in words)
    return found or _deeper(words, current, base)


def _deeper(words: set[str], current: Token, base: Token) -> list[Token]:
    """Look below the measures and lists of an object: "drones worth $95 million to Ukraine", "of A and B to R"."""
    if current.pos_ not in {"NOUN", "PROPN"} or current == base:
        return []
    inner = [child for child in current.children if child.dep_ in {"amod", "prep", "conj"} and child.i > current.i]
    inner += [
        part for child in inner if child.dep_ == "prep" for whole in objects_of(child) for part in coordinated(whole)
    ]
    return [child for holder in inner for child in holder.children if child.dep_ == "prep" and child.lower_ in words]


def _complements(current: Token, base: Token) -> list[Token]:
    if current.pos_ == "ADP":
        heads = objects_of(current)
    elif current == base and current.pos_ in {"VERB", "AUX"}:
        kept = OBJECTS if is_passive(current) else set()  # "Ukraine was given jets"
        heads = sufferers(current) + [
            child for child in current.children if child.dep_ in PREDICATES | {"npadvmod"} | kept
        ]
    else:
        heads = [child for child in current.children if child.dep_ == "prep"]
    return [part for head in heads for whole in coordinated(head) for part in (whole, *_measured(whole))]


def _measured(quantity: Token) -> list[Token]:
    # "700 kg of medicine", "a package of sanctions"
    if quantity.lemma_.lower() not in grammar().quantities:
        return []
    return [inner for child in quantity.children if child.lower_ == "of" for inner in objects_of(child)]


def _slot(current: Token) -> list[Token]:
    if current.pos_ in {"ADP", "SCONJ", "PART"} or current.dep_ in PREPOSITIONS:
        return [token for token in objects_of(current) if token.ent_type_ not in TIMES] or _stranded(current)
    if current.pos_ in {"VERB", "AUX"}:
        renamed = [token for child in current.children if child.dep_ == "ccomp" for token in _called(child)]
        if renamed:
            return renamed
        datives = [child for child in current.children if child.dep_ == "dative" and child.pos_ != "ADP"]
        return datives + [token for token in sufferers(current) if token not in datives]
    return []


def _called(clause: Token) -> list[Token]:
    # "condemned what he called Beijing's coercion"
    if not any(child.lower_ == "what" and child.dep_ in OBJECTS for child in clause.children):
        return []
    return [child for child in clause.children if child.dep_ in {"oprd", "attr", "dobj"} and child.lower_ != "what"]


def _stranded(preposition: Token) -> list[Token]:
    # "the country (which) it agreed with"
    verb = governing_verb(preposition)
    if verb is not None and verb.dep_ == "relcl" and any(child.lower_ in RELATIVES for child in preposition.children):
        return [verb.head]
    return []


def _fits(token: Token, step: Step) -> bool:
    if not step.words:
        return token.pos_ in {"NOUN", "PROPN", "NUM", "SYM"}  # "$5 billion" is headed by a number
    lemma = token.lemma_.lower()
    return any(word.head in {lemma, token.lower_} and _has_modifiers(token, word) for word in step.words)


def _has_modifiers(token: Token, word: Word) -> bool:
    if not word.modifiers:
        return True
    before = {child.lemma_.lower() for child in token.lefts if child.dep_ in COMPOUNDS}
    before |= {child.lower_ for child in token.lefts}
    return set(word.modifiers) <= before


def _is_one_of(token: Token, step: Step) -> bool:
    return any(word.head == token.lower_ for word in step.words)
