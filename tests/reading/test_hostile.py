"""A kit of hostile files is read or refused as its manifest demands."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from explorer.model import Document
from explorer.reading import Outcome, read_paths

KIT = Path(__file__).parents[3] / "shared" / "tools" / "make_adversarial.py"
READ_KINDS = {"txt", "html", "jsonl", "zip"}
OTHER_LANGUAGES = {"t08_shift_jis", "t09_gb18030", "t10_koi8r"}  # accepted, with a problem that says so
INJECTIONS = "x"  # names of cases whose markup is text to us; the page and the exports must escape it

pytestmark = pytest.mark.skipif(not KIT.exists(), reason="the kit of hostile files is not beside the project")


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, Any]]]:
    folder = tmp_path_factory.mktemp("hostile")
    subprocess.run([sys.executable, str(KIT), str(folder)], check=True, capture_output=True)
    return folder, json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["cases"]


def complaints(case: dict[str, Any], outcomes: list[Outcome]) -> list[str]:
    documents = {outcome.document.id: outcome.document for outcome in outcomes if outcome.document}
    problems = [outcome.problem for outcome in outcomes if outcome.problem]
    found = [f"unprintable {text!a}" for text in [*problems, *(o.where for o in outcomes)] if not text.isprintable()]
    if case["kind"] not in READ_KINDS:
        return found + ["read"] * bool(documents) + ["silent"] * (not problems)
    fewest, most = case["docs"] if isinstance(case["docs"], list) else (case["docs"], case["docs"])
    if not fewest <= len(documents) <= most:
        found.append(f"{len(documents)} documents")
    if case["expect"] in {"reject", "partial"} and not problems:
        found.append("silent")
    if case["expect"] == "accept" and problems and case["name"] not in OTHER_LANGUAGES:
        found.append(f"problem {problems[0]}")
    return found + wrong_text(case, list(documents.values()))


def wrong_text(case: dict[str, Any], documents: list[Document]) -> list[str]:
    text = "".join(document.text for document in documents)
    assert text.encode() is not None
    lacking = [f"lacks {part!a}" for part in case["must_contain"] if documents and part not in text]
    if case["kind"] == "txt" and case["name"].startswith(INJECTIONS):
        return lacking
    return lacking + [f"contains {part!a}" for part in case["must_not_contain"] if part in text]


def test_every_case_is_read_or_refused_as_it_should(kit: tuple[Path, list[dict[str, Any]]]) -> None:
    folder, cases = kit
    wrong = {}
    for case in cases:
        if case["kind"] == "urls":  # a list of addresses for a program that fetches; ours never does
            continue
        found = complaints(case, list(read_paths([folder / case["file"]])))
        if found:
            wrong[case["name"]] = found
    assert wrong == {}
