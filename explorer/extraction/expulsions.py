"""Envoys called in or sent home, and outsiders shut out: "called in the ambassador", "barred from entering".

"Three Israeli diplomats were expelled from Turkey." -> SANCTION, actors (country:TUR,), recipients (country:ISR,)
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from explorer.extraction.arguments import Role, owners
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import (
    OBJECTS,
    doers,
    is_passive,
    objects_after,
    objects_of,
    sufferers,
    surface_subjects,
)
from explorer.extraction.drafts import Draft
from explorer.extraction.sides import everybody
from explorer.extraction.stances import deed_recipients, drafted, owned
from explorer.knowledge.stances import stances
from explorer.model import EventType


def of_expulsion(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read the first construction that fits."""
    for reading in (_of_envoy_called, _of_envoy_sent_home, _of_outsider, _of_shut_out):
        draft = reading(verb, sentence, cast)
        if draft is not None:
            return draft
    return None


def _of_envoy_called(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "called in the Rwandan ambassador", "the envoy was summoned to the foreign ministry in Vilnius"."""
    lemma = verb.lemma_.lower()
    if lemma == "call":
        called = objects_after(verb, {"in"})
        called += (
            sufferers(verb)
            if any(child.lower_ == "in" and child.dep_ in {"prt", "advmod"} for child in verb.children)
            else []
        )
        actors = everybody(doers(verb), cast, Role.ACTOR)
    elif lemma == "summon" and is_passive(verb) and not doers(verb):
        called = surface_subjects(verb)
        places = objects_after(verb, {"to", "by", "at"})
        actors = everybody(places, cast, Role.ACTOR)
    else:
        return None
    called = [token for token in called if is_envoy(token)]
    return drafted(
        EventType.ACCUSE,
        verb,
        sentence,
        cast,
        actors=actors,
        recipients=everybody(called, cast, Role.RECIPIENT),
        rule=f"{lemma} envoy of R",
        mode="disapprove",
    )


def _of_envoy_sent_home(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "ordered his diplomats home from Chile" (recall) and "sent two Greek envoys home" (expulsion)."""
    if verb.lemma_.lower() not in {"order", "send", "call", "bring", "pull", "summon"}:
        return None
    if not any(
        child.lower_ in {"home", "back"} for child in verb.children if child.dep_ in {"advmod", "prt", "npadvmod"}
    ):
        return None
    moved = [token for token in sufferers(verb) if is_envoy(token)]
    actors = everybody(doers(verb), cast, Role.ACTOR)
    sent = drafted(
        EventType.SANCTION,
        verb,
        sentence,
        cast,
        actors=actors,
        recipients=[actor for token in moved for actor in owners(token, cast)],
        rule=f"{verb.lemma_.lower()} envoy of R home",
        mode="expel",
    )
    if sent is not None and {cast.country_of(actor) for actor in sent.recipients} - {
        cast.country_of(a) for a in actors
    }:
        return sent
    posts = [inner for token in verb.subtree if moved and token.lower_ in {"from", "in"} for inner in objects_of(token)]
    return drafted(
        EventType.SANCTION,
        verb,
        sentence,
        cast,
        actors=actors,
        recipients=everybody(posts, cast, Role.RECIPIENT),
        rule=f"{verb.lemma_.lower()} home envoy from R",
        mode="withdraw",
    )


def _of_outsider(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "were expelled from Turkey", "was barred from Sweden's network": the place shuts them out."""
    words, lemma = stances(), verb.lemma_.lower()
    if lemma not in words.expulsions | words.exclusions or not is_passive(verb) or doers(verb):
        return None
    places = objects_after(verb, {"from"})
    mode: str | None = None
    if lemma in words.expulsions:
        kind, mode = EventType.SANCTION, ("expel" if lemma != "suspend" else "discontinue")
    else:
        kind = EventType.REJECT
    subjects = surface_subjects(verb)
    return drafted(
        kind,
        verb,
        sentence,
        cast,
        actors=everybody(places, cast, Role.ACTOR),
        recipients=everybody(subjects, cast, Role.RECIPIENT),
        rule=f"{lemma} from",
        mode=mode,
    )


def _of_shut_out(verb: Token, sentence: Span, cast: Cast) -> Draft | None:
    """Read "banned Iraqis from entering the country", at the ban and at what it bans, which so does not happen."""
    is_deed = verb.dep_ == "pcomp" and verb.head.lower_ == "from"
    ban, words = _verb_over(verb.head) if is_deed else verb, stances()
    if ban is None or ban.lemma_.lower() not in words.exclusions:
        return None
    deed = verb if is_deed else next((token for token in verb.subtree if _is_banned(token, verb)), None)
    if deed is None:
        return None
    shut_out = sufferers(ban)
    recipients = everybody(shut_out, cast, Role.RECIPIENT)
    mode: str | None = None
    is_trade = not recipients  # "barred operators from buying chips made by Micron" hits the maker
    if is_trade:
        goods = [child for child in deed.children if child.dep_ in OBJECTS]
        recipients = tuple(actor for token in goods for actor in owned(token, cast)) or deed_recipients(deed, cast)[0]
    if is_trade or any(actor.startswith("company:") for actor in recipients):
        kind, mode = EventType.SANCTION, "discontinue"
    elif deed.lemma_.lower() in words.entering:
        kind = EventType.REJECT
    else:
        kind, mode = EventType.COERCE, "restrict"
    actors = everybody(doers(ban), cast, Role.ACTOR)
    if not doers(ban) and deed.lemma_.lower() in words.entering:  # "were banned from entering Estonia"
        actors = everybody([child for child in deed.children if child.dep_ in OBJECTS], cast, Role.ACTOR)
    return drafted(
        kind,
        ban,
        sentence,
        cast,
        actors=actors,
        recipients=recipients,
        rule=f"{ban.lemma_.lower()} R from {deed.lemma_.lower()}",
        mode=mode,
        ends=(*doers(ban), *shut_out),
    )


def _is_banned(token: Token, ban: Token) -> bool:
    return token.dep_ == "pcomp" and token.head.lower_ == "from" and _verb_over(token.head) == ban


def _verb_over(preposition: Token) -> Token | None:
    # "bar passport holders from entering": the parser may hang "from" on the holders
    head = preposition.head
    return (
        head
        if head.pos_ == "VERB"
        else head.head
        if head.head.pos_ == "VERB" and head.dep_ in OBJECTS | {"nsubjpass"}
        else None
    )


def is_envoy(token: Token) -> bool:
    return any(part.lemma_.lower() in stances().envoys for part in (token, *token.children))
