"""Who tells what the text says: the subject of "said", "according to", a headline's colon, the narrator of a speech.

"Germany will not send tanks: Scholz" -> leader:olaf-scholz
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from explorer.extraction.arguments import Role, owners, participants
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import objects_of, surface_subjects
from explorer.extraction.status import Judgement
from explorer.knowledge.language import cues, grammar
from explorer.knowledge.names import NameKind

COLONS = {":", "-", "–", "—"}
SAYERS = {NameKind.PERSON, NameKind.CAPITAL, NameKind.SEAT}  # "Iran: …" is a subject heading, "Tehran: …" a speaker
CLAIM_OWNING = {"by", "from", "of"}
CLAUSES = {"acl", "ccomp", "relcl"}
DEPTH = 8


def speaker_of(judgement: Judgement, anchor: Token, cast: Cast) -> str | None:
    """Give who says so, the nearest first: verb, claim, "according to", headline, narrator of the whole text."""
    if judgement.speech is not None:
        found = speakers_at(judgement.speech, cast)
        if found:
            return found[0]
    beside = _beside(anchor, cast)
    if beside:
        return beside[0]
    if anchor.i in cast.quoted:
        return cast.quoted[anchor.i]
    sentence = cast.sentence_at(anchor.i)
    for tokens in (_owner_of_claim(anchor, cast), _according_to(anchor, sentence, cast), _in_headline(sentence, cast)):
        if tokens:
            return tokens[0]
    return cast.narrator


def _beside(anchor: Token, cast: Cast) -> tuple[str, ...]:
    """ "Chile, Norway said, attacked Peru": the verb of saying is put into the clause it tells."""
    for child in anchor.children:
        is_told = any(inner.dep_ in {"ccomp", "xcomp", "dobj"} for inner in child.children)
        if child.dep_ == "parataxis" and not is_told and child.lemma_.lower() in grammar().statement_verbs:
            return speakers_at(child, cast)
    return ()


def speakers_at(verb: Token, cast: Cast) -> tuple[str, ...]:
    """Give the subjects of a verb of saying; of "a statement by NATO said" those whose statement it is."""
    found: list[str] = []
    for token in surface_subjects(verb):
        if token.i not in cast.at and token.lemma_.lower() in grammar().messages:
            found.extend(_owners_of_words(token, cast) or speakers_at_message(token, cast))
        else:
            found.extend(participants(token, cast, Role.ACTOR))
    return tuple(dict.fromkeys(found))


def speakers_at_message(message: Token, cast: Cast) -> tuple[str, ...]:
    """Give who issued a message: "a statement issued by NATO said"."""
    for child in message.children:
        if child.dep_ == "acl":
            for agent in child.children:
                if agent.dep_ in {"agent", "prep"} and agent.lower_ == "by":
                    return tuple(
                        actor for token in objects_of(agent) for actor in participants(token, cast, Role.ACTOR)
                    )
    return ()


def _owners_of_words(noun: Token, cast: Cast) -> tuple[str, ...]:
    # "NATO's statement", "a statement by NATO", "a claim from Moscow"
    before = owners(noun, cast)
    if before:
        return before
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in CLAIM_OWNING:
            found = [actor for token in objects_of(child) for actor in participants(token, cast, Role.ACTOR)]
            if found:
                return tuple(found)
    return ()


def _owner_of_claim(anchor: Token, cast: Cast) -> tuple[str, ...]:
    """ "a Russian claim that it had supplied shells": Russia says so."""
    node = anchor
    for _ in range(DEPTH):
        if node.dep_ in CLAUSES and node.head.lemma_.lower() in cues().claims | grammar().messages:
            return _owners_of_words(node.head, cast)
        if node.head == node:
            break
        node = node.head
    return ()


def _according_to(anchor: Token, sentence: Span, cast: Cast) -> tuple[str, ...]:
    """Give who stands after "according to" or "in the words of" in the clause of the anchor or one above it."""
    for token in sentence:
        is_words = token.lower_ == "words" and token.i > 0 and token.nbor(-1).lower_ == "in"  # "in the words of"
        if token.lower_ != "according" and not is_words:
            continue
        above = token.head
        if above == anchor or above.is_ancestor(anchor) or anchor.is_ancestor(above):
            for preposition in token.children:
                for inner in objects_of(preposition):
                    found = participants(inner, cast, Role.ACTOR) or _owners_of_words(inner, cast)
                    if found:
                        return found
    return ()


def _in_headline(sentence: Span, cast: Cast) -> tuple[str, ...]:
    """ "Scholz: Germany will …" and "Germany will not send tanks: Scholz" have a speaker and no verb of saying."""
    words = [token for token in sentence if not token.is_space]
    if len(words) < 4:
        return ()
    for index, token in enumerate(words[1:8], 1):
        if token.text == ":":
            found = _named(words[index - 1], words[:index], cast)
            if found:
                return found
    for index in range(max(1, len(words) - 5), len(words) - 1):
        if words[index].text in COLONS and words[index - 1].whitespace_ or words[index].text == ":":
            return _named(words[-1], words[index + 1 :], cast)
    return ()


def _named(last: Token, words: list[Token], cast: Cast) -> tuple[str, ...]:
    # "PARIS: …" is where it was written
    mention = cast.at.get(last.i)
    if mention is None:
        owned = last.lemma_.lower() in grammar().representatives["officials"]
        return owners(last, cast) if owned else ()
    is_whole = all(cast.at.get(word.i) is not None or cast.is_title(word.i) for word in words)
    is_organization = mention.actors[0].startswith("organization:")
    if not is_whole or not (mention.kind in SAYERS or is_organization) or (len(last.text) > 3 and last.text.isupper()):
        return ()
    return mention.actors
