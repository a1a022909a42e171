"""Refusals that lie in a construction, not in one verb: "out of the question", "would not", "failed to agree".

"It is out of the question for Serbia to recognise Kosovo." -> REJECT, actors (country:SRB,), recipients (country:XKX,)
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from explorer.extraction.arguments import Role, participants
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import (
    OBJECTS,
    SUBJECTS,
    control_of,
    doers,
    is_passive,
    objects_after,
    objects_of,
    prepositional,
    sufferers,
    surface_subjects,
)
from explorer.extraction.drafts import Draft
from explorer.extraction.matching import match_verb
from explorer.extraction.sides import everybody
from explorer.extraction.stances import (
    deed_recipients,
    drafted,
    owned,
    refused_mode,
    same_side,
    speakers_of,
    speech_over,
)
from explorer.extraction.status import Judgement
from explorer.knowledge.stances import stances
from explorer.model import EventType, Status

MUTUAL_STRENGTH = 0.7
DEEDS = {"advcl", "xcomp", "ccomp", "dobj", "pcomp"}
VOTES = {"vote", "come", "argue", "decide", "speak", "campaign"}


def of_refusal(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read the first construction that fits: each is closed, so at most one does."""
    for reading in (
        _of_impossible,
        _of_opposed,
        _of_ruled_out,
        _of_permission,
        _of_vote_against,
        _of_unwillingness,
        _of_failure_to_agree,
    ):
        draft = reading(verb, sentence, cast)
        if draft is not None:
            return draft
    return None


def _of_impossible(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read the deed or thing that "is out of the question", once for its verb and once for the predicate."""
    closed = verb if _is_closed(verb) else verb.head if verb.head != verb and _is_closed(verb.head) else None
    if closed is None:
        return None
    deeds = [verb] if verb != closed else _things(closed)
    for deed in deeds:
        recipients, frame = deed_recipients(deed, cast)
        recipients = recipients or everybody([deed] if deed.pos_ == "NOUN" else [], cast, Role.RECIPIENT)
        actors = _unwilling(closed, deed, cast)
        draft = drafted(
            EventType.REJECT,
            closed,
            sentence,
            cast,
            actors=actors,
            recipients=recipients,
            rule="is out of the question",
            mode=refused_mode(frame),
        )
        if draft is not None:
            return draft
    return None


def _is_closed(verb: Token) -> bool:
    """ "is out of the question", "is not an option", "is off the table", "is not on the agenda"."""
    if verb.lemma_ != "be":
        return False
    words, is_negated = stances(), any(child.dep_ == "neg" for child in verb.children)
    if any(
        child.dep_ == "attr" and child.lemma_ in words.options and _is_denied(child, verb) for child in verb.children
    ):
        return True
    for child in verb.children:
        inner = [token.lemma_.lower() for token in child.subtree if token.pos_ in {"NOUN", "PROPN"}][:1]
        if child.lower_ == "out" and inner == ["question"] and not is_negated:
            return True
        on, off = child.lower_ == "on" and is_negated, child.lower_ == "off" and not is_negated
        if (on or off) and inner and inner[0] in words.agendas:
            return True
    return False


def _is_denied(noun: Token, verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children) or any(
        child.lower_ == "no" for child in noun.children if child.dep_ in {"det", "neg"}
    )


def _things(closed: Token) -> list[Token]:
    return [child for child in closed.children if child.dep_ in {"nsubj", "csubj", "xcomp", "ccomp", "advcl"}]


def _unwilling(closed: Token, deed: Token, cast: Cast) -> tuple[str, ...]:
    """Give for whom it is impossible, else who says so."""
    named = [inner for child in closed.rights if child.lower_ in {"out", "for"} for inner in _for_whom(child)]
    named += [child for child in deed.children if child.dep_ in SUBJECTS and deed.pos_ in {"VERB", "AUX"}]
    return everybody(named, cast, Role.ACTOR) or speakers_of(closed, cast)


def _for_whom(preposition: Token) -> list[Token]:
    # "out of the question for Algeria": the parser hangs "for" on the question
    return [inner for token in preposition.subtree if token.lower_ == "for" for inner in objects_of(token)]


def _of_opposed(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    # "is opposed to Russia's return": the form is passive, and yet the subject is the one who opposes
    is_opposed = verb.lemma_.lower() == "oppose" and is_passive(verb) and not doers(verb)
    is_no = verb.lemma_.lower() == "say" and any(child.lower_ == "no" for child in verb.children)
    if not is_opposed and not is_no:
        return None
    recipients: tuple[str, ...] = ()
    for preposition in prepositional(verb, {"to"}):
        for inner in preposition.children:
            if inner.dep_ == "pcomp":
                recipients = deed_recipients(inner, cast)[0]
            elif inner.dep_ == "pobj":
                recipients = owned(inner, cast) or participants(inner, cast, Role.RECIPIENT)
    subjects = surface_subjects(verb)
    return drafted(
        EventType.REJECT,
        verb,
        sentence,
        cast,
        actors=everybody(subjects, cast, Role.ACTOR),
        recipients=recipients,
        rule="say no to R" if is_no else "be opposed to R",
        ends=subjects,
    )


def _of_ruled_out(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "ruled out recognising China", at the refusal and at the deed, which so does not happen."""
    # Where the grammar of control already denies the deed ("ruled out sending tanks"), it stays beside the refusal.
    is_deed = verb.tag_ == "VBG" and verb.dep_ in DEEDS and _rules_out(verb.head) and control_of(verb) is None
    refusal = verb.head if is_deed else verb
    if not _rules_out(refusal):
        return None
    deed = (
        verb
        if is_deed
        else next((c for c in verb.children if c.tag_ == "VBG" and c.dep_ in DEEDS and c.i > verb.i), None)
    )
    if deed is None or deed.i < refusal.i:
        return None
    recipients, frame = deed_recipients(deed, cast)
    return drafted(
        EventType.REJECT,
        refusal,
        sentence,
        cast,
        actors=everybody(doers(refusal), cast, Role.ACTOR),
        recipients=recipients,
        rule=f"{refusal.lemma_.lower()} V-ing",
        ends=doers(refusal),
        mode=refused_mode(frame),
    )


def _rules_out(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in {"oppose", "reject", "resist", "exclude"} or (
        lemma == "rule" and any(child.lower_ == "out" for child in verb.children)
    )


def _of_permission(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    # "refused permission for Israeli planes to use its airspace"
    if verb.lemma_.lower() not in {"refuse", "deny", "withdraw", "withhold", "revoke"}:
        return None
    permits = [token for token in sufferers(verb) if token.lemma_.lower() in stances().permits]
    asking = [
        subject
        for token in permits
        for clause in token.children
        if clause.dep_ in {"acl", "advcl", "relcl"}
        for subject in clause.children
        if subject.dep_ in SUBJECTS
    ]
    return drafted(
        EventType.REJECT,
        verb,
        sentence,
        cast,
        actors=everybody(doers(verb), cast, Role.ACTOR),
        recipients=everybody(asking, cast, Role.RECIPIENT),
        rule=f"{verb.lemma_.lower()} permission for R to",
        ends=(*doers(verb), *asking),
    )


def _of_vote_against(deed: Token, sentence: Span, cast: Cast) -> Draft | None:
    # "voted against sending troops to Iraq"
    if deed.dep_ != "pcomp" or deed.head.lower_ != "against" or deed.head.head.lemma_.lower() not in VOTES:
        return None
    verb = deed.head.head
    recipients, frame = deed_recipients(deed, cast)
    return drafted(
        EventType.REJECT,
        verb,
        sentence,
        cast,
        actors=everybody(doers(verb), cast, Role.ACTOR),
        recipients=recipients,
        rule=f"{verb.lemma_.lower()} against",
        ends=doers(verb),
        mode=refused_mode(frame),
    )


def _of_unwillingness(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "said it would not extradite him to Sweden": what somebody will not do he refuses."""
    if is_passive(verb) or not _will_not(verb):
        return None
    speakers = speakers_of(verb, cast)
    is_first_person = any(token.lower_ in {"we", "i"} for token in doers(verb))
    actors = speakers if is_first_person else everybody(doers(verb), cast, Role.ACTOR)
    if not actors or not same_side(actors, speakers, cast):
        return None
    for match in match_verb(verb):
        if match.frame.type not in stances().refusable or match.frame.strength == 0:
            return None
        recipients = everybody(match.slots, cast, Role.RECIPIENT)
        if recipients:
            return drafted(
                EventType.REJECT,
                verb,
                sentence,
                cast,
                actors=actors,
                recipients=recipients,
                rule=f"will not {match.frame.rule}",
                ends=match.doers,
                mode=refused_mode(match.frame),
                judgement=Judgement(Status.ACTUAL, "will not", speech_over(verb)),
            )
    return None


def _will_not(verb: Token) -> bool:
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if not any(child.dep_ == "neg" for child in verb.children):
        return False
    if any(child.dep_ == "mark" and child.lower_ != "that" for child in verb.children) or verb.dep_ == "relcl":
        return False
    # Without "said" it may be a forecast: "the team will not meet Spain before the final".
    return bool(auxiliaries & {"will", "wo", "would"}) and speech_over(verb) is not None


def _of_failure_to_agree(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    # "Israelis and Palestinians failed to reach agreement", "talks between Iran and Iraq collapsed"
    failed = _failed_talks(verb)
    if failed:
        return drafted(
            EventType.REJECT,
            verb,
            sentence,
            cast,
            actors=everybody(failed, cast, Role.ACTOR),
            recipients=(),
            rule="talks fail",
            mutual=True,
            strength=MUTUAL_STRENGTH,
        )
    if verb.lemma_.lower() != "fail":
        return None
    for complement in verb.children:
        if complement.dep_ != "xcomp" or not _is_agreeing(complement):
            continue
        partners = objects_after(complement, {"with"})
        subjects = doers(verb)
        both = (*everybody(subjects, cast, Role.ACTOR), *everybody(partners, cast, Role.ACTOR))
        draft = drafted(
            EventType.REJECT,
            verb,
            sentence,
            cast,
            actors=both,
            recipients=(),
            rule="fail to agree",
            mutual=True,
            strength=MUTUAL_STRENGTH,
        )
        if draft is not None:
            return draft
    return None


def _failed_talks(verb: Token) -> list[Token]:
    """Give who talked in vain: "talks between R and R ended without agreement"."""
    words, lemma = stances(), verb.lemma_.lower()
    if lemma in words.endings:
        without = [inner.lemma_.lower() for inner in objects_after(verb, {"without"})]
        if not words.results.intersection(without):
            return []
    elif lemma not in words.failings:
        return []
    talks = [token for token in surface_subjects(verb) if token.lemma_.lower() in words.meetings]
    return [inner for token in talks for inner in objects_after(token, {"between"})]


def _is_agreeing(verb: Token) -> bool:
    if verb.lemma_.lower() == "agree":
        return True
    verbs = {"reach", "strike", "find", "conclude", "make", "sign", "achieve", "clinch", "seal"}
    objects = {child.lemma_.lower() for child in verb.children if child.dep_ in OBJECTS}
    return verb.lemma_.lower() in verbs and bool(objects & stances().results)
