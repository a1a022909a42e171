"""Which articles are one report: syndicated copies, cuts and light edits, found by MinHash.

similarity(signature(agency_report), signature(same_report_with_another_headline)) -> 0.91

Two articles are as alike as the sets of their four-word sequences: the Jaccard index, shared / all. Headline,
dateline and agency tags are few words at the edges, so they cost little and need no rule. MinHash estimates the index
from signatures of one length, to +-0.03 (one standard deviation). Exact values over the sample articles, each against
its own copies:

    another headline, dateline, byline and tag  0.89-0.91    one word in 20 replaced at random     0.67-0.75
    last paragraph cut                          0.70-0.96    first two thirds only                 0.65-0.67
    a paragraph of another article added        0.74-0.86    a tenth rewritten, 3 words at a time  0.66-0.74
    paragraphs in another order                 0.88-0.93    one word in 10 replaced at random     0.45-0.56 (missed)
    sentences shuffled                          0.63-0.84    first half only                       0.48-0.50 (missed)
    headline, 8 % edited, last paragraph cut    0.53-0.67 (57 of 100 found)

and of articles that are not one report:

    daily military bulletins on one template    0.50-0.54    a follow-up with three sentences      0.02-0.21
    speeches of one state in successive years   up to 0.13   two samples on one subject            up to 0.04

THRESHOLD lies between the two groups. Sequences of three words would lift the edits of one word in ten (0.55-0.62),
but also the bulletins (0.59), and a bulletin taken for the one of the day before is the worse error. What no
threshold can tell from a copy: stock notices of which only two or three names differ.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from datasketch import MinHash

SIZE = 256  # permutations: half the standard deviation of 64 for 1 KB a document
THRESHOLD = 0.6
SHORTEST = 40  # words

SHINGLE = 4  # words
BAND = 4  # permutations
BANDS = 36
SEED = 1
STORED = np.dtype("<u4")  # the same bytes on every machine

WORD = re.compile(r"\w+")


def signature(text: str) -> bytes | None:
    """Give the MinHash of a text, SIZE unsigned integers of 32 bits, or None if it has fewer than SHORTEST words.

    Under 40 words the usual 25 of headline, byline, dateline and agency tag alone bring a copy below THRESHOLD, and
    one stock sentence can lift strangers above it. Signatures are stored and compared years later: SHA-1 and arithmetic
    modulo 2^32 make them, and a random stream that numpy has frozen (NEP 19) chooses the permutations.
    """
    words = _words(text)
    if len(words) < SHORTEST:
        return None
    sketch = _empty().copy()
    sketch.update_batch(_shingles(words))
    return np.asarray(sketch.hashvalues, dtype=STORED).tobytes()


def bands(signature: bytes) -> tuple[str, ...]:
    """Give the keys under which to look for near-duplicates: 36, each of four permutations of the signature.

    Texts of Jaccard index j share a given band with probability j^4, and at least one of 36 with 1 - (1 - j^4)^36:
    0.993 at THRESHOLD, 0.9999 at 0.7. Of strangers at 0.1 one pair in 280 shares one, at 0.04 one in 10,000; compare
    before joining.
    """
    width = BAND * STORED.itemsize
    pieces = (_checked(signature)[number * width : (number + 1) * width] for number in range(BANDS))
    return tuple(_key(number, piece) for number, piece in enumerate(pieces))


def similarity(one: bytes, other: bytes) -> float:
    """Estimate the Jaccard index of two texts, 0..1, from their signatures; one report from THRESHOLD upwards."""
    return float(np.mean(_values(one) == _values(other)))


def _words(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _shingles(words: list[str]) -> Iterator[bytes]:
    sequences = {" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)}
    return (sequence.encode() for sequence in sequences)


@cache
def _empty() -> MinHash:
    """Give the sketch of no text; scheme and hash are named because the library's defaults have changed before."""
    from datasketch import MinHash, sha1_hash32  # brings scipy: 0.3 s that a listing need not wait for

    return MinHash(num_perm=SIZE, seed=SEED, scheme="affine32", hashfunc=sha1_hash32)


def _key(number: int, piece: bytes) -> str:
    """Shorten a band; its number keeps equal values of two bands apart."""
    return blake2b(bytes([number]) + piece, digest_size=8).hexdigest()


def _values(signature: bytes) -> NDArray[np.uint32]:
    return np.frombuffer(_checked(signature), dtype=STORED)


def _checked(signature: bytes) -> bytes:
    if len(signature) != SIZE * STORED.itemsize:
        raise ValueError(
            f"a signature has {SIZE * STORED.itemsize} bytes, not {len(signature)}; compute it again from the text"
        )
    return signature
