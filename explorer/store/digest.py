"""A short name for a long text.

digest("CONSULT|country:JPN|country:USA") -> "5f0c…" (32 hexadecimal digits)
"""

from __future__ import annotations

from hashlib import blake2b


def digest(text: str) -> str:
    """Name a text, the same on every machine; two texts of one name are not to be expected (128 bits)."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
