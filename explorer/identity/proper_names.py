"""The name that a commitment has of its own, from the words of its evidence.

"signed the documents, known as the Abraham Accords, in Washington", trigger "documents" -> "abraham accords"
"""

from __future__ import annotations

import re

from explorer.knowledge.merging import known_name, merging
from explorer.knowledge.names import fold
from explorer.model import Commitment, Evidence

CAPITAL = r"[A-Z][\w’'-]*"
LINKS = r"(?:of|on|and|for|the)"
BEFORE = re.compile(rf"(?:{CAPITAL} (?:(?:of|on|for) )?)*$")  # "and the" begins another name
AFTER = re.compile(rf"{CAPITAL}(?: (?:{LINKS} )*{CAPITAL})*")
GAP = r"^(?:[^.;:]{0,12}?,)? ?(?:which |that )?(?:is |are |was |were )?(?:also |commonly |so-)?"
QUOTES = r"[“\"'‘]?"
SHOUTED = 0.8  # of a headline nearly all words have a capital, so capitals tell nothing


def proper_name(commitment: Commitment) -> str | None:
    """Give the name that its evidence calls it by, folded for comparison; None if it is only called an agreement."""
    listed = known_name(commitment.name)
    if listed:
        return fold(listed)
    names = (_named_in(evidence) for evidence in commitment.evidence)
    return min((name for name in names if name), default=None)


def _named_in(evidence: Evidence) -> str | None:
    """Read the words that the trigger is part of, or is said to be called; other names are those of something else."""
    start, end = (place - evidence.start for place in evidence.trigger)
    before, trigger, after = evidence.text[:start], evidence.text[start:end], evidence.text[end:]
    if not trigger:
        return None
    own = f"{_words_before(before)}{trigger}"
    called = _called(after)
    listed = known_name(own) or known_name(called)
    if listed:
        return fold(listed)
    return _unlisted(called) or (
        None if _is_headline(evidence.text) else _unlisted(own) if trigger[0].isupper() else None
    )


def _words_before(text: str) -> str:
    found = BEFORE.search(text)
    return found.group() if found else ""


def _called(text: str) -> str:
    """Find what follows "known as the"."""
    naming = "|".join(map(re.escape, merging().naming_words))
    found = re.match(rf"{GAP}(?:{naming}) (?:the )?{QUOTES}({AFTER.pattern})", text)
    return found.group(1) if found else ""


def _unlisted(text: str) -> str | None:
    """Take a phrase for a name if it has two words at least, and one that no agreement at all is called by."""
    words = re.findall(r"[\w-]+", text)
    telling = [word for word in words if word.lower() not in merging().general_words]
    return _comparable(text) if len(words) > 1 and telling else None


def _is_headline(text: str) -> bool:
    words = re.findall(r"[A-Za-z][\w’'-]*", text)
    return len([word for word in words if word[0].isupper()]) > SHOUTED * len(words)


def _comparable(text: str) -> str:
    """Write a name in one way: no article, no case, and one accord as many."""
    words = fold(text).removeprefix("the ").split()
    return " ".join([*words[:-1], words[-1].removesuffix("s") or words[-1]])
