"""Remembers what a function says of a token as long as its Doc lives: the readers ask the same of a word many times.

@once_a_token
def is_passive(verb: Token) -> bool: …
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from spacy.tokens import Token

T = TypeVar("T")
UNKNOWN = object()


def once_a_token(function: Callable[[Token], T]) -> Callable[[Token], T]:
    """Call a function once for each token. It must depend on the tree only, and nobody may change what it gives.

    What is kept stands in the Doc's user data and goes with it; it is never written anywhere.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def asked(token: Token) -> T:
        kept: dict[Any, Any] = token.doc.user_data
        key = (name, token.i)
        found = kept.get(key, UNKNOWN)
        if found is UNKNOWN:
            found = kept[key] = function(token)
        return found  # type: ignore[no-any-return]

    return asked
