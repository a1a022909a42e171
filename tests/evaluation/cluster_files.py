"""A document with actors and events to be found in it, and gold files about it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

TEXT = "Xi Jinping met Wang Yi in China. Xi praised China, and Wang thanked Xi. China is large."
DOCUMENT = {"id": "a", "title": "A", "date": "2024-05-01", "source": "Paper", "text": TEXT}


def written(folder: Path, name: str = "gold.json", **parts: Any) -> Path:
    file = folder / name
    file.write_text(json.dumps({"documents": [DOCUMENT], **parts}), encoding="utf-8")
    return file


def form(text: str, **more: Any) -> dict[str, Any]:
    return {"document": "a", "text": text, **more}


def claims(kind: str, *sentences: str, **more: Any) -> dict[str, Any]:
    return {"type": kind, "who": ["Xi"], "mentions": [{"document": "a", "sentence": one} for one in sentences], **more}


MEETING = {"who": ["Xi"], "mentions": [{"document": "a", "sentence": "met Wang Yi"}]}
