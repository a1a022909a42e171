"""From matched frames to events: who did what to whom, with status and speaker.

"Japan condemned China" -> ACCUSE, actors (country:JPN,), recipients (country:CHN,)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from explorer.extraction.cast import Cast
from explorer.extraction.clauses import control_of, governing_verb
from explorer.extraction.controlled import is_obligation, of_control, of_demand, of_obligation
from explorer.extraction.doubts import doubts_of
from explorer.extraction.drafts import Draft
from explorer.extraction.ends import ends_of
from explorer.extraction.matching import Match, match_noun, match_verb
from explorer.extraction.meetings import attended_by
from explorer.extraction.noun_control import of_noun_control
from explorer.extraction.speakers import speaker_of
from explorer.extraction.status import Judgement, judge, judge_noun
from explorer.extraction.threats import is_conditional_will, is_own_word
from explorer.knowledge.confidence import confidence_of
from explorer.knowledge.frames import StepKind, frames
from explorer.knowledge.language import control_nouns, grammar
from explorer.knowledge.ontology import is_conflict
from explorer.model import Doubt, EventType, Status

SUPPOSING = {Status.HYPOTHETICAL, Status.NEGATED}
AUXILIARIES = {"aux", "auxpass"}
UNDER_NOUNS = {"acl", "ccomp", "advcl", "relcl"}
SUPPOSED = {Doubt.PLACE, Doubt.OTHER_SIDE, Doubt.ONLY_COUNTRY, Doubt.DOER_UNKNOWN, Doubt.DEED}
# What it is to announce that one will do these oneself; announced sanctions stay plans.
PROMISED = {
    EventType.ASSAULT: EventType.THREATEN,
    EventType.COERCE: EventType.THREATEN,
    EventType.PROTEST: EventType.THREATEN,
    EventType.CONCEDE: EventType.AGREE,
    EventType.RETREAT: EventType.AGREE,
}
GIVEN_UP = {"withdraw", "ceasefire"}  # modes of RETREAT; a promised withdrawal is a concession


def find_events(cast: Cast) -> list[Draft]:
    """Find all events of a document in the order of the text, each once a sentence."""
    drafts: list[Draft] = []
    for sentence in cast.sentences:
        if any(token.i in cast.at for token in sentence):
            drafts.extend(_distinct(_in_sentence(sentence, cast, drafts)))
    return drafts


def _in_sentence(sentence: Span, cast: Cast, before: Sequence[Draft]) -> Iterator[Draft]:
    used: set[int] = set()
    told = list(before)
    index = frames()
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in AUXILIARIES:
            draft, consumed = _of_verb(token, sentence, cast, told)
            used.update(consumed)
            if draft is not None:
                told.append(draft)
                yield draft
    for token in sentence:
        if token.i in used or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        lemma = token.lemma_.lower()
        if lemma in index.nouns or lemma in control_nouns():
            draft = of_noun_control(token, sentence, cast) or _of_noun(token, sentence, cast, told)
            if draft is not None:
                yield draft


def _of_verb(verb: Token, sentence: Span, cast: Cast, before: Sequence[Draft]) -> tuple[Draft | None, tuple[int, ...]]:
    if verb.dep_ in UNDER_NOUNS and verb.head.pos_ == "NOUN" and of_noun_control(verb.head, sentence, cast) is not None:
        return None, (verb.i,)
    above = control_of(verb)
    is_taken = above is not None and above.becomes is not None and above.embedded is None
    best: tuple[Draft | None, tuple[int, ...]] = (None, ())
    controlled = (
        of_control(verb, sentence, cast) or of_demand(verb, sentence, cast) or of_obligation(verb, sentence, cast)
    )
    if controlled is not None:
        best = (controlled, (verb.i,))
    else:
        for match in match_verb(verb):
            if match.frame.strength == 0:  # "meet a deadline", "fight poverty": no event
                best = (None, match.used)
                break
            if best[0] is not None and best[0].rule != match.frame.rule and not _may_add_recipient(match, best):
                break
            draft = _draft(match, sentence, cast, before)
            if draft is not None and (best[0] is None or _is_better(draft, best[0])):
                best = (draft, match.used)
                if (draft.recipients or draft.mutual) and not draft.doubts & SUPPOSED:
                    break
    if is_taken:
        return None, best[1]
    return best


def _may_add_recipient(match: Match, best: tuple[Draft | None, tuple[int, ...]]) -> bool:
    """Tell whether a shorter wording of the same deed may still say whom it hits: "arrest student", "arrest R"."""
    draft, used = best
    if draft is None or match.frame.type is not draft.type or draft.recipients or draft.mutual:
        return False
    is_object = bool(match.slots) and match.frame.steps[0].kind is StepKind.SLOT
    return is_object and all(token.i in used for token in match.slots)


def _is_better(one: Draft, other: Draft) -> bool:
    """Prefer both ends to one, and those named to those supposed."""
    return (bool(one.recipients), confidence_of(one.doubts)) > (bool(other.recipients), confidence_of(other.doubts))


def _of_noun(noun: Token, sentence: Span, cast: Cast, before: Sequence[Draft]) -> Draft | None:
    if noun.i in cast.at:
        return None
    for match in match_noun(noun):
        if match.frame.strength == 0:
            return None
        draft = _draft(match, sentence, cast, before)
        if draft is not None:
            verb = match.anchor if match.governed else None
            if verb is not None and (above := control_of(verb)) is not None and above.becomes is not None:
                return None
            return draft
    return None


def _draft(match: Match, sentence: Span, cast: Cast, before: Sequence[Draft]) -> Draft | None:
    frame = match.frame
    ends = ends_of(match, cast, before)
    judgement = _judge(match) if ends is not None else None
    if ends is None or judgement is None:
        return None
    kind, status = _kind_and_status(match, judgement, ends.actors, cast)
    speaker = speaker_of(judgement, match.anchor, cast)
    if judgement.status in SUPPOSING and speaker is not None and is_obligation(match.anchor):
        return None  # "The Council must act": what a speaker finds right is asked for, not done
    return Draft(
        type=kind,
        trigger=match.trigger,
        anchor=match.anchor,
        sentence=sentence,
        actors=ends.actors,
        recipients=ends.recipients,
        rule=frame.rule,
        mode=frame.mode if kind is frame.type else None,
        status=status,
        speaker=speaker,
        mutual=frame.mutual,
        doubts=ends.doubts | doubts_of(match, cast),
    )


def _kind_and_status(
    match: Match, judgement: Judgement, actors: tuple[str, ...], cast: Cast
) -> tuple[EventType, Status]:
    """Read a sale where aid is under contract, and a threat where somebody says which harm he will do."""
    kind, status = match.frame.type, judgement.status
    if kind is EventType.AID and (_is_sold(match.anchor) or all(actor.startswith("company:") for actor in actors)):
        return EventType.COOPERATE, status
    if match.frame.joint is not None and len({cast.country_of(actor) or actor for actor in actors}) > 1:
        return match.frame.joint, status
    if status not in {Status.FUTURE, Status.HYPOTHETICAL} or kind in {EventType.REQUEST, EventType.THREATEN}:
        return kind, status
    is_harm = is_conflict(kind) or kind is EventType.RETREAT
    if is_harm and is_conditional_will(match.anchor):
        return EventType.THREATEN, Status.ACTUAL
    promised = EventType.CONCEDE if match.frame.mode in GIVEN_UP else PROMISED.get(kind)
    if promised is not None and status is Status.FUTURE:
        speaker = speaker_of(judgement, match.anchor, cast)
        if speaker is not None and is_own_word(speaker, actors, cast):
            return promised, Status.ACTUAL
    return kind, status


def _is_sold(anchor: Token) -> bool:
    # "won a contract to deliver howitzers to Romania"
    return anchor.dep_ in {"acl", "relcl"} and anchor.head.lemma_.lower() in grammar().sales


def _judge(match: Match) -> Judgement | None:
    if not match.frame.is_noun:
        judgement = judge(match.anchor)
    elif match.governed:
        judgement = judge_noun(match.trigger, match.anchor, carries=True)
    else:
        judgement = _with_clause(judge_noun(match.trigger, _outer_verb(match.trigger)), match)
    if judgement.reason == "purpose" and _is_said_in_call(match.anchor):
        return Judgement(Status.ACTUAL, "said in the call", judgement.speech)
    # A purpose ("met to discuss"), unlike a plan, adds nothing of its own.
    return None if judgement.reason == "purpose" else judgement


def _with_clause(judgement: Judgement, match: Match) -> Judgement:
    # "will sign a treaty during a visit to R"
    beside = attended_by(match.trigger) if match.frame.type is EventType.CONSULT else None
    is_ahead = beside is not None and any(child.lower_ == "will" for child in beside.children)
    return replace(judgement, status=Status.FUTURE) if is_ahead and judgement.status is Status.ACTUAL else judgement


def _is_said_in_call(verb: Token) -> bool:
    # "phoned him to congratulate him": the call is where it was said
    return verb.head.lemma_.lower() in grammar().calls and verb.lemma_.lower() in grammar().courtesies


def _outer_verb(noun: Token) -> Token | None:
    """Give the verb that says what became of an event noun: "blocked the start of talks", "called for talks"."""
    head = noun
    while head.dep_ == "pobj" and head.head.lower_ in {"of", "for"} and head.head.head != head.head:
        head = head.head.head
    if head.pos_ in {"VERB", "AUX"}:
        return head
    return governing_verb(head) if head.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} else None


def _distinct(drafts: Iterator[Draft]) -> list[Draft]:
    """Keep the strongest of drafts that say the same in one sentence."""
    best: dict[tuple[EventType, frozenset[str], frozenset[str], Status], Draft] = {}
    for draft in drafts:
        key = (draft.type, frozenset(draft.actors), frozenset(draft.recipients), draft.status)
        if key not in best or confidence_of(best[key].doubts) < confidence_of(draft.doubts):
            mode = draft.mode or (best[key].mode if key in best else None)
            best[key] = replace(draft, mode=mode)
    kept = [draft for draft in best.values() if not any(_only_repeats(draft, other) for other in best.values())]
    return sorted(kept, key=lambda draft: draft.trigger.i)


def _only_repeats(draft: Draft, other: Draft) -> bool:
    """Tell whether a deed is only what another is about: the talks in "rejected Kabul's offer of talks"."""
    if draft.status is not Status.HYPOTHETICAL or Doubt.UNGOVERNED not in draft.doubts or draft is other:
        return False
    is_below = other.trigger.is_ancestor(draft.trigger) and other.trigger != draft.trigger
    return is_below and {*draft.actors, *draft.recipients} == {*other.actors, *other.recipients}
