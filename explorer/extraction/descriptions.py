"""Finds whom a description means: "both leaders", "the kingdom", "the French president", "his host", "the North".

"Macron phoned Mikati. The two leaders …" -> "The two leaders" means Macron and Mikati
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from explorer.extraction.cast import Cast
from explorer.knowledge.companies import companies
from explorer.knowledge.gazetteer import known_actors
from explorer.knowledge.language import anaphora, titles
from explorer.knowledge.organizations import organizations
from explorer.model import ActorType

PRONOUN, DESCRIPTION = "pronoun", "description"
PAIR_WORDS = {"two", "both"}
DEFINITE = {"the", "this", "that", "both"}
OWN = {"his", "her"}
PEOPLE = {ActorType.LEADER, ActorType.PERSON}
BODIES = {ActorType.COUNTRY, ActorType.ORGANIZATION, ActorType.COMPANY}
SUBJECTS = {"nsubj", "nsubjpass"}
OF_CHARGES = {"accuse", "suspect", "convict", "warn", "acquit"}
OBJECTS = {"dobj", "pobj", "dative"}


@dataclass(frozen=True, slots=True)
class Said:
    """An actor mentioned at a token; `rank` 2 for a subject, 1 otherwise."""

    token: int
    sentence: int
    actor: str
    type: ActorType
    rank: int


def described(token: Token, said: list[Said], cast: Cast) -> tuple[str, ...]:
    """Give the actors that a noun without a name stands for, of those named before it."""
    lemma, children = token.lemma_.lower(), list(token.children)
    lowered = {child.lower_ for child in children}
    half = _half(token, lowered, cast)
    if half or token.text in anaphora().groups:
        return half or tuple(anaphora().groups[token.text])
    owner = next((child for child in children if _names_owner(child, cast)), None)
    if owner is not None:
        return _officer_of(owner, token, cast) or _body_of(owner, token, said, cast)
    if is_the_two(token):
        return _at_once(said)
    if lowered & OWN and lemma in anaphora().others:
        return _other_person(token, said, cast)
    if lowered & PAIR_WORDS or (lemma in {"pair", "duo"} and "the" in lowered):
        return _two(lemma, _unbound(token, said, cast), cast, cast.sentence_at(token.i).start)
    if not lowered & DEFINITE or any(_is_told_apart(token, child) for child in children):
        return ()
    if token.tag_ in {"NNS", "NNPS"} and lemma not in anaphora().organs:
        return pair(said, PEOPLE) if lemma in anaphora().pairs["persons"] and len(children) == 1 else ()
    return _one(token, lemma, said, cast)


def _is_told_apart(token: Token, child: Token) -> bool:
    # "the government of the island"; but the parser also hangs "of fraud" on "accused the government of fraud"
    is_charge = token.head.lemma_.lower() in OF_CHARGES and token.dep_ in OBJECTS
    return child.dep_ in {"relcl", "acl"} or (child.lower_ == "of" and not is_charge)


def _one(token: Token, lemma: str, said: list[Said], cast: Cast) -> tuple[str, ...]:
    words = anaphora()
    if lemma in words.countries | words.organizations | words.companies:
        return _single(token, lemma, said, cast) if _is_plainly_described(token) else ()
    heads = _head_of_body(token, cast)
    if heads:
        return heads
    present = titles().prefixes_present  # "the new premier"
    before = (child for child in token.children if not cast.is_title(child.i) and child.lower_ not in present)
    if any(child.pos_ in {"ADJ", "PROPN", "NOUN"} for child in before):
        return ()
    return _office(token, cast) or (_only_state(said, cast) if lemma in words.organs else ())


def _only_state(said: list[Said], cast: Cast) -> tuple[str, ...]:
    """ "the government", "the army": those of the one country that anybody named before belongs to."""
    named = {item.actor for item in said if item.type is ActorType.COUNTRY}
    codes = named or {cast.country_of(item.actor) for item in said} - {None}
    return tuple(str(code) for code in codes) if len(codes) == 1 else ()


def latest(fitting: list[Said]) -> str | None:
    """Prefer the same sentence to the one before, and its subject to the rest."""
    if not fitting:
        return None
    best = max(fitting, key=lambda item: (item.sentence, item.rank, item.token if item.rank == 1 else -item.token))
    return best.actor


def pair(said: list[Said], types: set[ActorType]) -> tuple[str, ...]:
    """Give the last two actors of some types, in the order of the text: those of one sentence if it names just two."""
    for sentence in sorted({item.sentence for item in said}, reverse=True):
        two = distinct(item for item in said if item.type in types and item.sentence == sentence)
        if len(two) == 2:
            return two
    found = distinct(item for item in reversed(said) if item.type in types)[:2]
    return tuple(reversed(found)) if len(found) == 2 else ()


def distinct(items: Iterable[Said]) -> tuple[str, ...]:
    """Give actors once each."""
    return tuple(dict.fromkeys(item.actor for item in items))


def _half(token: Token, lowered: set[str], cast: Cast) -> tuple[str, ...]:
    """Read "the North" where one of the Koreas is named; "the North Sea" and "the north" are no state."""
    rows = anaphora().halves
    if token.text not in rows or "the" not in lowered or token.dep_ in {"compound", "amod"}:
        return ()
    if any(child.lower_ == "of" for child in token.children):
        return ()
    known = {f"country:{code}" for code in rows.values()}
    if not known & {cast.country_of(actor) for actor in cast.members}:
        return ()
    meant = f"country:{rows[token.text]}"
    cast.member(meant).mentions.add((token.idx, token.idx + len(token)))  # named, though by no name of its own
    return (meant,)


def _is_plainly_described(token: Token) -> bool:
    """Tell whether what stands before a noun only describes who is named: "the regional bloc", not "the other bloc"."""
    words = anaphora()
    for child in token.lefts:
        if child.pos_ in {"ADJ", "PROPN", "NOUN", "VERB"} and child.lower_ in words.distinguishing:
            return False
        if child.pos_ in {"NOUN", "VERB", "NUM"} and child.lower_ not in words.describing:
            return False
    return True


def _unbound(token: Token, said: list[Said], cast: Cast) -> list[Said]:
    """Leave out who does it: in "Ankara accuses both countries" Turkey is neither."""
    verb = token.head if token.dep_ != "pobj" else token.head.head
    subjects = [child.i for child in verb.children if child.dep_ in SUBJECTS and child != token]
    doing = {actor for index in subjects if index in cast.at for actor in cast.at[index].actors}
    return [item for item in said if item.actor not in doing] if token.dep_ in OBJECTS else said


def _doing(token: Token, cast: Cast) -> set[str]:
    """Give who does what the clause around an object tells, and their countries."""
    if token.dep_ not in OBJECTS and not (token.dep_ == "poss" and token.head.dep_ in OBJECTS):
        return set()
    verb = next((node for node in token.ancestors if node.pos_ in {"VERB", "AUX"}), None)
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS] if verb is not None else []
    actors = {actor for child in subjects if child.i in cast.at for actor in cast.at[child.i].actors}
    return actors | {country for actor in actors if (country := cast.country_of(actor))}


def _names_owner(child: Token, cast: Cast) -> bool:
    mention = cast.at.get(child.i)
    return mention is not None and mention.kind != PRONOUN and not mention.actors[0].startswith("region:")


def _officer_of(owner: Token, token: Token, cast: Cast) -> tuple[str, ...]:
    """Give the person named before who holds the office of a state: "the French president", "the Irish leader"."""
    if not cast.is_title(token.i) or token.tag_ not in {"NN", "NNP"}:
        return ()
    if any(child.dep_ == "appos" for child in token.children):
        return ()
    body, lemma = cast.at[owner.i].actors[0], token.lemma_.lower()
    office = next((title.office for title in titles().titles if lemma in title.words), None)
    leaders = [member for member in cast.people() if body in {member.holder_of, cast.country_of(member.id)}]
    named = [member for member in leaders if member.mentions]
    title = next((title.role for title in titles().titles if lemma in title.words), None)
    by_role = [
        member
        for member in named
        if (member.role or member.known_role or "").lower().endswith(lemma) or title in {member.role, member.known_role}
    ]
    if not by_role and office in {"leader", "head"}:
        by_role = [member for member in named if member.holder_of == body]
    found = {member.id for member in by_role if not (member.role or "").startswith("Former")}
    return (found.pop(),) if len(found) == 1 else ()


def _head_of_body(token: Token, cast: Cast) -> tuple[str, ...]:
    """Read "the commission chief" where somebody who heads the European Commission is named."""
    if not cast.is_title(token.i):
        return ()
    words = [child.lower_ for child in token.lefts if child.dep_ == "compound" and child.i not in cast.at]
    for member in cast.people():
        body = known_actors().get(member.holder_of or "")
        if body is not None and len(words) == 1 and body.name.lower().endswith(f" {words[0]}"):
            return (member.id,)
    return ()


def _body_of(owner: Token, token: Token, said: list[Said], cast: Cast) -> tuple[str, ...]:
    """Give the body of a state, or part of a greater one, named before: "the Lebanese group", "the U.N. agency"."""
    words, lemma, whole = anaphora(), token.lemma_.lower(), cast.at[owner.i].actors[0]
    if owner.dep_ == "poss" or not any(child.lower_ in {"the", "this"} for child in token.children):
        return ()
    if token.tag_ not in {"NN", "NNP"} or not _is_plainly_described(token):
        return ()
    types = {ActorType.ORGANIZATION} if lemma in words.organizations else set()
    types |= {ActorType.COMPANY} if lemma in words.companies else set()
    found = [item for item in said if item.type in types and whole in {cast.country_of(item.actor), _whole_of(item)}]
    actor = latest(_of_kind(lemma, found))
    return (actor,) if actor else ()


def _whole_of(item: Said) -> str | None:
    known = known_actors().get(item.actor)
    return known.part_of if known is not None else None


def _other_person(token: Token, said: list[Said], cast: Cast) -> tuple[str, ...]:
    """ "He praised his host": the one of the last two people who does not praise."""
    doing = _doing(token, cast)
    found = [actor for actor in pair(said, PEOPLE) if actor not in doing]
    return (found[0],) if len(found) == 1 and doing else ()


def is_the_two(token: Token) -> bool:
    """Tell whether "the two" stands alone: "the two are due to meet"."""
    if token.lower_ != "two":
        return False
    is_counted = any(child.dep_ == "prep" for child in token.children)
    has_article = any(child.lower_ in {"the", "these"} for child in token.lefts)
    return token.dep_ not in {"nummod", "compound"} and has_article and not is_counted


def _at_once(said: list[Said]) -> tuple[str, ...]:
    """Give two people, else two companies or countries, that the last sentence with anybody names together."""
    last = [item for item in said if item.sentence == max(other.sentence for other in said)]
    for types in (PEOPLE, {ActorType.COMPANY}, {ActorType.COUNTRY}):
        found = distinct(item for item in last if item.type in types)
        if len(found) == 2:
            return found
    return ()


def _states_of_pair(said: list[Said], cast: Cast, start: int) -> tuple[str, ...]:
    """ "Albanese sat down with Ishiba, and both governments …": theirs, whatever third state was named before."""
    here = [item for item in said if item.token >= start]
    people = distinct(item for item in here if item.type in PEOPLE)
    named = distinct(item for item in here if item.type is ActorType.COUNTRY)
    states = tuple(dict.fromkeys(state for actor in people if (state := cast.country_of(actor))))
    return states if len(people) == len(states) == 2 and len(named) < 2 else ()


def _two(lemma: str, said: list[Said], cast: Cast, start: int) -> tuple[str, ...]:
    pairs = anaphora().pairs
    if lemma in pairs["persons"]:
        found = pair(said, PEOPLE)
        if found or lemma not in pairs["countries"]:
            return found
    if lemma in anaphora().companies and lemma not in pairs["countries"]:
        return pair(said, {ActorType.COMPANY})
    if lemma in anaphora().organizations and lemma not in pairs["countries"]:
        return pair(said, {ActorType.ORGANIZATION})
    return _states_of_pair(said, cast, start) or pair(said, {ActorType.COUNTRY}) if lemma in pairs["countries"] else ()


def _single(token: Token, lemma: str, said: list[Said], cast: Cast) -> tuple[str, ...]:
    words = anaphora()
    if lemma in words.kinds:
        fitting = [item for item in said if item.actor.removeprefix("country:") in words.kinds[lemma]]
        doing = _doing(token, cast)
        fitting = [item for item in fitting if item.actor not in doing] or fitting
    elif lemma in words.countries:
        fitting = [item for item in said if item.type is ActorType.COUNTRY]
    elif lemma in words.companies and lemma not in words.organizations:
        fitting = _of_sector(lemma, [item for item in said if item.type is ActorType.COMPANY])
    else:
        fitting = _of_kind(lemma, [item for item in said if item.type is ActorType.ORGANIZATION])
        if lemma in words.companies:
            fitting = fitting or [item for item in said if item.type is ActorType.COMPANY]
    found = latest(fitting)
    return (found,) if found else ()


def _of_sector(noun: str, said: list[Said]) -> list[Said]:
    """Prefer those whose sector the noun names: "the carmaker" beside a bank."""
    sectors = anaphora().sectors.get(noun, frozenset())
    return [item for item in said if (row := companies().get(item.actor)) and row.sector in sectors] or said


def _of_kind(noun: str, said: list[Said]) -> list[Said]:
    """Prefer those of the kind the noun names: "the alliance" is NATO rather than Hamas."""
    kinds = anaphora().body_kinds.get(noun, frozenset())
    rows = [(item, organizations().get(item.actor)) for item in said]
    fitting = [item for item, row in rows if row is not None and row.kind in kinds]
    # of bodies no list knows we cannot tell; one of another kind is not meant
    return fitting or [item for item, row in rows if row is None or not kinds]


def _office(token: Token, cast: Cast) -> tuple[str, ...]:
    """Give the person whose office is named alone: "the prime minister", "the president"."""
    words = [child.text for child in token.lefts if child.dep_ == "compound"] + [token.text]
    role = " ".join(words).lower()
    leaders = [member for member in cast.people() if member.type is ActorType.LEADER]
    holders = [member.id for member in leaders if member.role and member.role.lower() == role]
    if holders:
        return (holders[-1],)
    # "the premier" is the only prime minister that the text names
    title = next((title.role for title in titles().titles if role in title.words), None)
    called = [member for member in leaders if title is not None and title in {member.role, member.known_role}]
    if len({member.holder_of for member in called}) != 1:
        return ()
    return (max(called, key=lambda member: cast.in_office_since(member.id)).id,)  # of two who held it, the new one
