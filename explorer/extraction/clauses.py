"""Who stands where in a clause, whatever its voice: subjects, objects, agents, through control and relative clauses.

"sanctions imposed on Russia by the EU": of "imposed" the object is "sanctions", the subject "EU"
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from explorer.extraction.remembered import once_a_token
from explorer.knowledge.language import Control, control_adjectives, control_verbs, grammar

SUBJECTS = {"nsubj", "csubj"}
PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
OBJECTS = {"dobj", "dative", "obj"}
PREDICATES = {"attr", "acomp", "oprd"}
PREPOSITIONS = {"prep", "agent", "dative"}
RELATIVES = {"which", "who", "that", "whom"}
DEPTH = 6
# "thanked Norway for sending arms", "warned Israel against attacking": the one thanked or warned does it.
OBJECT_DOES = dict.fromkeys(("thank", "praise", "commend", "congratulate", "applaud"), {"for"}) | dict.fromkeys(
    ("warn", "caution", "advise", "counsel"), {"against"}
)
PHRASE = 8  # tokens in which the head of a noun phrase is looked for


@once_a_token
def is_passive(verb: Token) -> bool:
    """Tell whether what stands as subject (or as the noun before a participle) suffers the deed."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"}:  # but "reports that Chile had attacked"
        return not {"aux", "nsubj"} <= {child.dep_ for child in verb.children}
    # "was arrested and deported"
    return (
        verb.tag_ == "VBN"
        and verb.dep_ == "conj"
        and verb.head.tag_ == "VBN"
        and is_passive(verb.head)
        and not any(child.dep_ in {"aux", "nsubj", "dobj"} for child in verb.children)
    )


def doers(verb: Token) -> list[Token]:
    """Give the heads of the phrases that do what the verb says."""
    if is_passive(verb):
        return [inner for child in verb.children if _is_by(child) for inner in child.children if inner.dep_ == "pobj"]
    return surface_subjects(verb)


def sufferers(verb: Token) -> list[Token]:
    """Give the heads of the direct objects; of a passive, its subject."""
    return list(_sufferers(verb))


@once_a_token
def _sufferers(verb: Token) -> list[Token]:
    if is_passive(verb):
        return surface_subjects(verb)
    found = [child for child in verb.children if child.dep_ in OBJECTS and child.pos_ != "ADP"]
    if not found and verb.dep_ == "relcl":
        # "the deal that Japan signed": no object of its own, and the subject is not the pronoun
        subject_is_relative = any(child.dep_ in SUBJECTS and child.lower_ in RELATIVES for child in verb.children)
        return [] if subject_is_relative else [verb.head]
    if not found:
        return _shared_objects(verb)
    return [verb.head if token.lower_ in RELATIVES and verb.dep_ == "relcl" else token for token in found]


def _shared_objects(verb: Token) -> list[Token]:
    # "condemned and sanctioned Mali": the object hangs on the last verb only
    following = next((child for child in verb.children if child.dep_ == "conj" and child.pos_ == "VERB"), None)
    is_bare = following is not None and all(
        child.dep_ in {"cc", "conj", "punct", "aux", "advmod", "neg"} or child.dep_ in SUBJECTS
        for child in verb.children
    )
    is_same = following is not None and following.tag_ == verb.tag_ and following.i - verb.i <= 3
    return sufferers(following) if following is not None and is_bare and is_same else []


def surface_subjects(verb: Token) -> list[Token]:
    """Give the grammatical subject, its own or inherited from the clause above."""
    return list(_subjects_from_above(verb))


@once_a_token
def _subjects_from_above(verb: Token) -> list[Token]:
    return _subjects(verb, 0)


def _subjects(verb: Token, depth: int) -> list[Token]:
    own = [child for child in verb.children if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS]
    if own:
        return [_antecedent(verb, _named_subject(token)) for token in own]
    if depth > DEPTH or verb.head == verb:
        return []
    head = verb.head
    if verb.dep_ == "acl":
        carries = verb.tag_ == "VBG" and head.lemma_.lower() in grammar().messages
        is_told = verb.tag_ == "VBD"  # "rebels handed over their weapons": the parser takes the noun for the main word
        return [head] if verb.tag_ in {"VBG", "VBN"} and not carries or is_told else _owner_of_plan(head, depth)
    if verb.dep_ == "relcl":
        return [head]
    if verb.dep_ == "xcomp" and head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
        return _controller(verb, head, depth)
    if verb.dep_ in {"ccomp", "conj", "advcl", "dep"} and head.pos_ in {"VERB", "AUX"}:
        # "declared that Peru poses a threat and imposed sanctions": a past verb goes with the past one above
        is_past = verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBN"} and head.tag_ in {"VBZ", "VBP"}
        if is_past and head.dep_ == "ccomp" and head.head.tag_ == "VBD":
            return _subjects(head.head, depth + 1)
        return _subjects(head, depth + 1)
    if verb.dep_ == "pcomp" and head.head.lower_ == "short" and head.head.head.pos_ in {"VERB", "AUX"}:
        return _subjects(head.head.head, depth + 1)  # "stopped short of condemning"
    if verb.dep_ == "pcomp" and head.lower_ in OBJECT_DOES.get(head.head.lemma_.lower(), ()):
        found = [child for child in head.head.children if child.dep_ in OBJECTS]
        if found or head.lower_ != "against":
            return found or _subjects(head.head, depth + 1)
    if verb.dep_ == "pcomp" and head.lower_ == "against":
        return []  # "warned against isolating Peru"
    if verb.dep_ == "pcomp" and head.head.pos_ in {"VERB", "AUX"}:
        return _subjects(head.head, depth + 1)
    return []


def control_of(verb: Token) -> Control | None:
    """Give the control row of the verb or adjective above: "agreed to send", "is ready to send"."""
    head = verb.head
    if verb.dep_ not in {"xcomp", "ccomp", "advcl", "pcomp", "acl"} or head == verb:
        return None
    if verb.dep_ == "pcomp":
        head = head.head
    needs = "object" if verb.dep_ == "xcomp" or _has_to(verb) else "clause"
    if verb.dep_ == "advcl" and not (_has_to(verb) and head.lemma_.lower() in control_verbs()):
        return None
    rows = control_verbs().get(head.lemma_.lower(), ()) if head.pos_ in {"VERB", "AUX"} else ()
    if head.pos_ == "ADJ" or (head.pos_ == "VERB" and head.tag_ == "VBN" and not rows):
        rows = control_adjectives().get(head.lemma_.lower(), ())
    for row in rows:
        if row.form == "gerund" and verb.tag_ != "VBG":
            continue
        if row.needs is None and (
            verb.dep_ in {"xcomp", "pcomp", "advcl"} or _has_to(verb) or row.embedded or row.status
        ):
            return row
        if row.needs == "object" and needs == "object" and targets(head, verb):
            return row
        if row.needs == "clause" and (needs == "clause" or not targets(head, verb)):
            return row
    return None


def targets(head: Token, complement: Token) -> list[Token]:
    """Give whom a request is made of: "urged Iran to", "called on Iran to", "demanded that Iran"."""
    if is_passive(head):
        return surface_subjects(head)
    found = [child for child in head.children if child.dep_ in OBJECTS and child.pos_ != "ADP"]
    found = found or [child for child in complement.children if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS]
    return found or [
        inner
        for child in head.children
        if child.dep_ in PREPOSITIONS and child.lower_ in {"on", "upon", "to", "for"}
        for inner in child.children
        if inner.dep_ == "pobj"
    ]


def prepositional(token: Token, words: frozenset[str] | set[str]) -> Iterator[Token]:
    """Yield the prepositions below a token that are among `words`."""
    return (
        child for child in token.children if child.dep_ in PREPOSITIONS | {"prt", "advmod"} and child.lower_ in words
    )


def objects_of(preposition: Token) -> list[Token]:
    """Give what a preposition governs; where the parser left it bare, the phrase right after it."""
    found = [child for child in preposition.children if child.dep_ == "pobj"]
    return found or _next_phrase(preposition)


def objects_after(token: Token, words: frozenset[str] | set[str]) -> list[Token]:
    """Give what the prepositions below a token that are among `words` govern."""
    return [inner for preposition in prepositional(token, words) for inner in objects_of(preposition)]


def _next_phrase(preposition: Token) -> list[Token]:
    # "granted asylum to five officers holed up in …": the officers become a subject of "holed"
    if any(True for _ in preposition.children) or preposition.pos_ != "ADP":
        return []
    following = preposition.doc[preposition.i + 1 : preposition.sent.end]
    for token in following[:PHRASE]:
        if token.pos_ in {"VERB", "AUX", "PUNCT", "ADP", "SCONJ"}:
            return []
        if token.pos_ in {"NOUN", "PROPN"} and token.left_edge.i == preposition.i + 1 and token.dep_ in SUBJECTS:
            return [token]
    return []


def governing_verb(token: Token) -> Token | None:
    """Give the nearest verb above a token."""
    node = token
    for _ in range(12):
        if node.head == node:
            return None
        node = node.head
        if node.pos_ in {"VERB", "AUX"}:
            return node
    return None


def _is_by(child: Token) -> bool:
    return child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")


def _has_to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _named_subject(subject: Token) -> Token:
    # "The Red Cross operating in Iraq said": the parser may take "operating" for the subject
    if subject.tag_ != "VBG":
        return subject
    return next((child for child in subject.children if child.dep_ in SUBJECTS), subject)


def _antecedent(verb: Token, subject: Token) -> Token:
    if subject.lower_ in RELATIVES and verb.dep_ == "relcl":
        return verb.head
    return subject


def _controller(verb: Token, head: Token, depth: int) -> list[Token]:
    control = control_of(verb)
    if head.pos_ in {"ADJ", "NOUN"}:
        return _subjects(head.head, depth + 1) if head.head != head else []
    if control is not None and control.actor == "object":
        found = targets(head, verb)
        if found:
            return found
    return _subjects(head, depth + 1)


def _owner_of_plan(noun: Token, depth: int) -> list[Token]:
    # "its pledge to send", "made a promise to send"
    possessors = [child for child in noun.children if child.dep_ == "poss"]
    if possessors:
        return possessors
    makers = objects_after(noun, {"of", "by"})
    if makers:  # "the decision of some states to introduce"
        return makers
    verb = governing_verb(noun)
    # "denounced attempts to destabilise Peru", "in the face of attempts to": whose they are is not said
    is_anybodys = noun.dep_ == "pobj" and noun.head.lower_ in {"of", "against", "at"}
    if verb is None or is_anybodys or verb.lemma_.lower() in grammar().blaming_verbs:
        return []
    return _subjects(verb, depth + 1)
