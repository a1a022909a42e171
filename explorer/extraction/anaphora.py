"""Finds whom pronouns and descriptions mean: "she", "both leaders", "the kingdom", "its neighbour".

"Macron phoned Mikati. The two leaders …" -> "The two leaders" means Macron and Mikati
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from explorer.extraction.ambiguity import LOCATIVE
from explorer.extraction.arguments import Role, participants
from explorer.extraction.cast import Cast, Mention
from explorer.extraction.clauses import surface_subjects
from explorer.extraction.descriptions import (
    BODIES,
    PAIR_WORDS,
    PEOPLE,
    SUBJECTS,
    Said,
    described,
    distinct,
    is_the_two,
    latest,
    pair,
)
from explorer.extraction.descriptions import DESCRIPTION as DESCRIPTION
from explorer.extraction.descriptions import PRONOUN as PRONOUN
from explorer.knowledge.language import grammar
from explorer.knowledge.names import NameKind
from explorer.model import ActorType

SINGULAR_PERSON = {"he": "male", "him": "male", "his": "male", "himself": "male"} | {
    word: "female" for word in ("she", "her", "hers", "herself")
}
MEANING = {"PRON", "NOUN", "PROPN", "NUM", "ADJ", "DET", "ADV", "X"}  # other words mean nobody
THING = {"it", "its", "itself"}
PLURAL = {"they", "them", "their", "theirs", "themselves"}
REACH = 3  # sentences


def link_anaphora(doc: Doc, cast: Cast) -> None:
    """Add mentions for pronouns and descriptions that have an antecedent, sentence by sentence."""
    said: list[Said] = []
    for number, sentence in enumerate(cast.sentences):
        said = [item for item in said if number - item.sentence <= REACH]  # else long documents take quadratic time
        for token in sentence:
            if token.pos_ not in MEANING:
                continue
            mention = cast.at.get(token.i)
            if mention is None or _is_pair_of_region(token, mention):
                mention = _resolve(token, number, said, cast) or mention
            if mention is not None and token.i == _head(doc, mention):
                said.extend(_said(token, number, mention, cast))


def _is_pair_of_region(token: Token, mention: Mention) -> bool:
    # "both Nordic countries" are two countries, not the region
    return mention.actors[0].startswith("region:") and any(child.lower_ in PAIR_WORDS for child in token.children)


def _resolve(token: Token, number: int, said: list[Said], cast: Cast) -> Mention | None:
    if token.pos_ == "PRON":
        actors = _pronoun(token, number, said, cast)
        return cast.add(token.i, token.i + 1, actors, PRONOUN, named=False) if actors else None
    if is_the_two(token) or (token.pos_ in {"NOUN", "PROPN"} and token.dep_ != "compound"):
        actors = described(token, said, cast)
        return cast.add(token.i, token.i + 1, actors, DESCRIPTION, named=False) if actors else None
    return None


def _clearest(fitting: list[Said], certain: list[Said]) -> str | None:
    """Prefer the subject of the last sentence, else who is known to be a man or a woman."""
    last = max((item.sentence for item in fitting), default=0)
    near = [item for item in certain if item.sentence == last]
    subjects = [item for item in fitting if item.sentence == last and item.rank > 1]
    sure = [item for item in near if item.rank > 1]
    return latest(sure) or latest(subjects) or latest(near) or latest(certain) or latest(fitting)


def _of_own_subject(token: Token, said: list[Said], cast: Cast) -> tuple[str, ...]:
    """ "Peru's premier spoke, and Giammattei criticised his successor": the possessor is the subject of the clause."""
    if token.tag_ != "PRP$" or token.lower_ not in THING | set(SINGULAR_PERSON):
        return ()
    verb = next((node for node in token.ancestors if node.pos_ in {"VERB", "AUX"}), None)
    subjects = surface_subjects(verb) if verb is not None else []
    if len(subjects) != 1 or token in subjects[0].subtree or subjects[0].i not in cast.at:
        return ()
    actors = cast.at[subjects[0].i].actors
    wanted = BODIES if token.lower_ in THING else PEOPLE
    if len(actors) != 1 or cast.type_of(actors[0]) not in wanted:
        return ()
    if wanted is BODIES:
        return actors
    gender, own = SINGULAR_PERSON[token.lower_], cast.members[actors[0]].gender
    people = (item.actor for item in said if item.type in PEOPLE and item.actor != actors[0])
    is_other = own is None and any(cast.members[actor].gender == gender for actor in people)  # "Trump praised her plan"
    between = (cast.at[index].actors for index in range(subjects[0].i + 1, token.i) if index in cast.at)
    is_unclear = own is None and any(cast.type_of(actor) in PEOPLE for found in between for actor in found)
    return () if own not in {None, gender} or is_other or is_unclear else actors


def _pronoun(token: Token, number: int, said: list[Said], cast: Cast) -> tuple[str, ...]:
    return _of_speaker(token, cast) or _of_own_subject(token, said, cast) or _said_before(token, number, said, cast)


def _of_speaker(token: Token, cast: Cast) -> tuple[str, ...]:
    """ "Rebel leaders said they would meet": who speaks is most often whom the clause is about."""
    clause = token.head
    if token.dep_ not in SUBJECTS or clause.dep_ != "ccomp" or _is_empty_it(token):
        return ()
    if clause.head.lemma_.lower() not in grammar().statement_verbs:
        return ()
    found = [actor for subject in surface_subjects(clause.head) for actor in participants(subject, cast, Role.ACTOR)]
    are_people = all(cast.type_of(actor) in PEOPLE for actor in found)
    fits = {True: token.lower_ in {"he", "she", "they"}, False: token.lower_ in {"it", "they"}}[are_people]
    return tuple(dict.fromkeys(found)) if found and fits and (len(found) == 1 or token.lower_ == "they") else ()


def _said_before(token: Token, number: int, said: list[Said], cast: Cast) -> tuple[str, ...]:
    word = token.lower_
    if word in SINGULAR_PERSON:
        gender = SINGULAR_PERSON[word]
        fitting = [
            item
            for item in said
            if item.type in PEOPLE
            and cast.members[item.actor].gender in {None, gender}
            and not _binds(token, item, cast)
        ]
        certain = [item for item in fitting if cast.members[item.actor].gender == gender]
        found = _clearest(fitting, certain)
        if found:
            cast.members[found].gender = gender
        return (found,) if found else ()
    if word in THING and token.dep_ != "expl" and not _is_empty_it(token):
        found = latest([item for item in said if item.type in BODIES and not _binds(token, item, cast)])
        return (found,) if found else ()
    if word in PLURAL:
        return _plural(number, said)
    if word == "both":
        return pair(said, PEOPLE) or pair(said, {ActorType.COUNTRY})
    return ()


def _is_empty_it(token: Token) -> bool:
    # "it is likely that", "it was announced that"
    verb = token.head
    return (
        token.lower_ == "it"
        and any(child.dep_ in {"ccomp", "csubj"} for child in verb.children)
        and (verb.lemma_ == "be" or any(child.dep_ == "auxpass" for child in verb.children))
    )


def _binds(token: Token, item: Said, cast: Cast) -> bool:
    # "Trump told him": the subject of the same verb cannot be "him".
    if token.dep_ not in {"dobj", "dative", "pobj"} or token.lower_.endswith("self"):
        return False
    verb = token.head if token.dep_ != "pobj" else token.head.head
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    # also "Putin thanked him and invited him", "phoned him to congratulate him"
    subjects = surface_subjects(verb) if verb.dep_ in {"conj", "advcl", "xcomp"} and not own else own
    return any(word.i in cast.at and item.actor in cast.at[word.i].actors for word in subjects)


def _plural(number: int, said: list[Said]) -> tuple[str, ...]:
    for types in (PEOPLE, {ActorType.COUNTRY}, BODIES):
        sentence = max((item.sentence for item in said if item.type in types), default=-REACH - 1)
        actors = distinct([item for item in said if item.type in types and item.sentence == sentence])
        if number - sentence <= 1 and len(actors) == 2:
            return actors
    bodies = [item for item in said if item.type is ActorType.ORGANIZATION and number - item.sentence <= 1]
    return (bodies[-1].actor,) if bodies else ()


def _said(token: Token, number: int, mention: Mention, cast: Cast) -> list[Said]:
    rank = 2 if token.dep_ in SUBJECTS or _names_subject(token) else 1
    if mention.kind == NameKind.CITY or (mention.kind == NameKind.CAPITAL and _is_in(token)):
        return []
    return [Said(token.i, number, actor, cast.type_of(actor), rank) for actor in mention.actors]


def _is_in(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in LOCATIVE


def _names_subject(token: Token) -> bool:
    # "The Russian ambassador, Vladimir Barbin, said"; "His predecessor, X," is told as part of the story of another
    owned = any(child.tag_ == "PRP$" for child in token.head.children)
    return token.dep_ == "appos" and token.head.dep_ in SUBJECTS and not owned


def _head(doc: Doc, mention: Mention) -> int:
    return int(doc[mention.start : mention.end].root.i)
