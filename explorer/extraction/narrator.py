"""Finds who gives a speech or issues a statement that is told in the first person.

"Statement by the President of Kenya, William Ruto. Mr. President, we …" -> country:KEN, leader:william-ruto
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from explorer.extraction.cast import Cast, Mention
from explorer.knowledge.gazetteer import names
from explorer.knowledge.language import cues
from explorer.knowledge.names import Name, NameKind
from explorer.model import ActorType, Document

BY = {"by", "of", "from"}
FINITE = {"VBD", "VBZ", "VBP", "MD"}
OPENING = 80  # tokens in which a heading may stand
OWN = {"country", "nation", "government", "delegation", "people", "homeland", "land", "kingdom", "republic", "island"}
MINE = {"my", "our"}
GREETINGS = {"greeting", "greetings", "congratulation", "congratulations", "condolence", "condolences", "gratitude"}
STATE_SOURCE = re.compile(r"\b(ministry|department|embassy|mission|government|presidency|office|chancellery|cabinet)\b")
DEBATE_FILE = re.compile(r"^(?P<code>[A-Z]{3})_\d{1,2}_\d{4}\b")  # as the corpus of UN General Debates names its files
DEBATE_TITLE = re.compile(r"(?i:debate).*[:,-] (?P<code>[A-Z]{3})$")
IN_BRACKETS = re.compile(r"\((?P<name>[A-Z][^()]{2,40})\)(?:\s*\([^()]*\))?\s*:")  # "Mr. Kamau (Kenya):"
# A state that does so twice in a text of "we" speaks itself.
PERFORMANCES = 2
STATES = ("country:", "organization:")

Found = tuple[str | None, str | None]


def find_narrator(doc: Doc, cast: Cast, document: Document, quoted: dict[int, int]) -> Found:
    """Give the state or body that speaks, and the person if named; both None where nothing says so."""
    plain = [token for token in doc if token.i not in quoted]
    for found in (
        _in_debate(document.title),
        _in_heading(doc, cast),
        _in_brackets(doc, cast),
        _in_title(document.title),
        _in_words(plain, cast),
        _from_performances(plain, cast),
        _in_source(document.source),
    ):
        if found is not None:
            return found
    return None, None


def _in_heading(doc: Doc, cast: Cast) -> Found | None:
    """Read the lines above the first full sentence: "Remarks by President Biden", "President Biden's remarks"."""
    for sentence in cast.sentences:
        words = [token for token in sentence if not token.is_space]
        if not words:
            continue
        if sentence.start > OPENING or any(token.tag_ in FINITE for token in words):
            return None
        for index, token in enumerate(words):
            if token.lower_ in cues().speeches:
                after = [word for word in words[index + 1 :]]
                by = next((number for number, word in enumerate(after) if word.lower_ in BY), None)
                return _first_state(after[by:] if by is not None else words[:index], cast)
        found = _first_state(words, cast)
        if found is not None and found[1] is not None:  # "H.E. William Ruto, President of Kenya"
            return found
    return None


def _first_state(words: list[Token], cast: Cast) -> Found | None:
    """Give the first state or body named, and the person who speaks for it."""
    state: str | None = None
    for token in words:
        mention = cast.at.get(token.i)
        if mention is None or len(mention.actors) != 1:
            continue
        actor = mention.actors[0]
        if actor.startswith("leader:"):
            holder_of = cast.members[actor].holder_of or cast.country_of(actor)
            return (holder_of, actor) if holder_of and state in {None, holder_of} else (state, None)
        if actor.startswith(STATES):
            state = state or actor
    return (state, None) if state else None


def _in_brackets(doc: Doc, cast: Cast) -> Found | None:
    match = IN_BRACKETS.search(doc.text[:400])
    name = _states_by_name().get(match["name"]) if match else None
    return (name.actor, None) if name else None


def _in_debate(title: str) -> Found | None:
    """Read the titles of the corpus of UN General Debates: "UN General Debate 2022: AGO"."""
    debate = DEBATE_FILE.match(title) or DEBATE_TITLE.search(title)
    if debate is not None and f"country:{debate['code']}" in {name.actor for name in _states_by_name().values()}:
        return f"country:{debate['code']}", None
    return None


def _in_title(title: str) -> Found | None:
    lowered = title.lower()
    if not any(word in lowered for word in cues().speeches):
        return None
    parts = re.split(r"\b(?:by|of|from)\b", title, maxsplit=1)
    if len(parts) > 1:
        return _state_in(parts[1])
    return _state_in(re.split(r"\b(?:on|to|about|regarding|concerning|at|in|for|with)\b", title, maxsplit=1)[0])


def _in_source(source: str | None) -> Found | None:
    if not source or not STATE_SOURCE.search(source.lower()):
        return None
    return _state_in(source)


def _state_in(text: str) -> Found | None:
    """Give the state or body whose name stands first in a text that the pipeline does not read."""
    words = re.findall(r"[\w.&'’-]+", text)
    for start in range(len(words)):
        for length in range(min(6, len(words) - start), 0, -1):
            name = _states_by_name().get(" ".join(words[start : start + length]))
            if name is not None:
                return name.actor, None
    return None


@cache
def _states_by_name() -> dict[str, Name]:
    kinds = {NameKind.NAME, NameKind.ABBREVIATION, NameKind.ADJECTIVE}
    return {
        name.text: name
        for name in names()
        if name.type in {ActorType.COUNTRY, ActorType.ORGANIZATION} and name.kind in kinds
    }


def _in_words(plain: list[Token], cast: Cast) -> Found | None:
    """ "my country, Fiji", "on behalf of the people of Fiji", "we in Fiji"."""
    for index, token in enumerate(plain):
        lowered = token.lower_
        follows = plain[index + 1 : index + 12]
        if lowered in OWN and any(child.lower_ in MINE for child in token.children):
            # "my country, Fiji", but not "our nation supports Fiji"
            is_named = bool(follows) and (follows[0].text == "," or cast.at.get(follows[0].i) is not None)
            found = _state_at(follows[:2], cast) if is_named else None
        elif lowered == "we" and follows and follows[0].lower_ in {"in", ","}:
            found = _state_at(follows[1:4], cast) if follows[0].lower_ == "in" else None
        elif lowered == "behalf" or lowered in GREETINGS:
            found = _state_at(follows, cast)
        else:
            continue
        if found is not None:
            return found, None
    return None


def _state_at(words: list[Token], cast: Cast) -> str | None:
    for token in words:
        if token.text in {".", ";"}:
            return None
        mention = cast.at.get(token.i)
        if mention is not None and _is_state(mention):
            return mention.actors[0]
    return None


def _is_state(mention: Mention) -> bool:
    return len(mention.actors) == 1 and mention.actors[0].startswith(STATES) and mention.kind != NameKind.CITY


def _from_performances(plain: list[Token], cast: Cast) -> Found | None:
    """Give the one state that welcomes, believes and urges in a text of "we"."""
    found = Counter(_performers(plain, cast)).most_common(2)
    if not found or found[0][1] < PERFORMANCES or (len(found) > 1 and found[1][1] == found[0][1]):
        return None
    return found[0][0], None


def _performers(plain: list[Token], cast: Cast) -> Iterator[str]:
    for token in plain:
        mention = cast.at.get(token.i)
        if mention is None or not _is_state(mention) or token.dep_ != "nsubj":
            continue
        verb = token.head
        if (
            verb.tag_ in {"VBZ", "VBP"}
            and verb.dep_ in {"ROOT", "conj"}
            and verb.lemma_.lower() in cues().performatives
        ):
            yield mention.actors[0]
