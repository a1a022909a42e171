"""Prints how well gold passages were read, or gold clusters kept together: a table for people, or JSON.

actors  0.97  0.95  0.96 …
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from explorer.evaluation import Agreement, Count, Score, Scores, reliability

SHARES = f"{'precision':>10}{'recall':>8}{'F1':>7}"
HEAD = f"{'':14}{SHARES}{'right':>8}{'extra':>7}{'missed':>8}"


def write_scorecard(scores: Scores, passages: int, *, as_json: bool, verbose: bool) -> None:
    """Print a scorecard on stdout; `verbose` lists every miss, extra and trap first."""
    if as_json:
        print(json.dumps(scorecard_record(scores, passages), indent=2))
        return
    if verbose:
        for finding in scores.findings:
            print(f"{finding.passage}: {finding.what}")
        print()
    print(f"{passages} passages")
    print(HEAD)
    for name, count in scores.counts.items():
        print(_row(name, count))
    print("\nevents by type")
    for kind, count in sorted(scores.by_type.items()):
        print(_row(kind, count))
    print(f"\ntraps reported as fact: {scores.traps} of {scores.traps_of}")
    print(f"modes right: {scores.modes} of {scores.modes_of}")
    print("\nconfidence     pairs   mean  right")
    for one in reliability(scores.judged):
        print(f"{one.low:.1f} to {one.high:.1f}{one.size:>10}{one.confidence:>7.2f}{one.right:>7.2f}")


def scorecard_record(scores: Scores, passages: int) -> dict[str, Any]:
    """Give the same as plain values."""
    return {
        "passages": passages,
        "counts": {name: _count(count) for name, count in scores.counts.items()},
        "events_by_type": {str(kind): _count(count) for kind, count in sorted(scores.by_type.items())},
        "traps": {"reported": scores.traps, "of": scores.traps_of},
        "modes": {"right": scores.modes, "of": scores.modes_of},
        "reliability": [
            {"from": one.low, "to": one.high, "pairs": one.size, "confidence": one.confidence, "right": one.right}
            for one in reliability(scores.judged)
        ],
        "findings": [{"passage": finding.passage, "what": finding.what} for finding in scores.findings],
    }


def write_agreement(agreements: Mapping[str, Agreement], documents: int, *, as_json: bool, verbose: bool) -> None:
    """Print B³ of actors, events and commitments on stdout; `verbose` lists what is split, merged or missed first."""
    if as_json:
        kinds = {kind: _agreement(one) for kind, one in agreements.items()}
        print(json.dumps({"documents": documents, "bcubed": kinds}, indent=2, ensure_ascii=False))
        return
    if verbose:
        for kind, one in agreements.items():
            for finding in one.findings:
                print(f"{kind}: {finding.passage}: {finding.what}")
        print()
    print(f"{documents} documents; B³ over all mentions, then over those that were found")
    print(f"{'':14}{SHARES}{SHARES}{'mentions':>10}{'found':>7}")
    for kind, one in agreements.items():
        print(f"{kind:14}{_shares(one.all)}{_shares(one.of_found)}{one.mentions:>10}{one.share:>7.2f}")


def _agreement(one: Agreement) -> dict[str, Any]:
    return {
        "all": _bcubed(one.all),
        "of_found": _bcubed(one.of_found),
        "mentions": one.mentions,
        "found": one.found,
        "findings": [{"cluster": finding.passage, "what": finding.what} for finding in one.findings],
    }


def _bcubed(score: Score) -> dict[str, float]:
    return {"precision": round(score.precision, 4), "recall": round(score.recall, 4), "f1": round(score.f1, 4)}


def _shares(one: Count | Score) -> str:
    return f"{one.precision:>10.2f}{one.recall:>8.2f}{one.f1:>7.2f}"


def _row(name: str, count: Count) -> str:
    return f"{name:14}{_shares(count)}{count.right:>8}{count.extra:>7}{count.missed:>8}"


def _count(count: Count) -> dict[str, float]:
    return {
        "precision": round(count.precision, 4),
        "recall": round(count.recall, 4),
        "f1": round(count.f1, 4),
        "right": count.right,
        "extra": count.extra,
        "missed": count.missed,
    }
