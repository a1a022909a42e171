"""One HTML file with everything inside: opens without a network, and every edge shows its sentence.

page(graph) -> b'<!doctype html>…'
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import networkx as nx

from explorer.errors import ExportError
from explorer.export.visjs import visjs
from explorer.graph.drawing import Drawing, DrawnEdge, DrawnNode, draw
from explorer.graph.style import legend

LIBRARY = Path("lib", "vis-9.1.2", "vis-network.min.js")  # in pyvis; MIT or Apache 2.0, its notice is in the file
# Written as < and the like, JSON inside a page can neither end its element nor open a comment.
ESCAPES = {code: f"\\u{code:04x}" for code in map(ord, "<>&\u2028\u2029")}


POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page(graph: nx.MultiDiGraph) -> bytes:
    """Fill the template; the page may run only these two scripts and load nothing."""
    drawing = draw(graph)
    library, viewer = _library(), _own("viewer.js")
    parts = {
        "policy": f"{POLICY}; script-src {_hash(library)} {_hash(viewer)}",
        "style": _own("viewer.css"),
        "data": _json_for_html({**visjs(drawing), "details": _details(drawing), "legend": _legend()}),
        "library": library,
        "viewer": viewer,
    }
    text = _own("viewer.html")
    for name, part in parts.items():
        before, after = text.split(f"{{{{ {name} }}}}")
        text = before + part + after
    return text.encode("utf-8")


def _details(drawing: Drawing) -> dict[str, dict[str, Any]]:
    """Give what the side panel shows of each node and edge."""
    drawn: tuple[DrawnNode | DrawnEdge, ...] = (*drawing.nodes, *drawing.edges)
    shown = [(item.id, item.attributes) for item in drawn]
    return {id: {name: value for name, value in data.items() if value not in (None, [], "")} for id, data in shown}


def _legend() -> list[dict[str, str | None]]:
    return [
        {"label": entry.label, "color": entry.color, "shape": entry.shape, "line": entry.line} for entry in legend()
    ]


def _json_for_html(data: Any) -> str:
    return json.dumps(data, ensure_ascii=True, allow_nan=False).translate(ESCAPES)


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@cache
def _own(name: str) -> str:
    return files("explorer.export").joinpath(name).read_text("utf-8")


@cache
def _library() -> str:
    """Read vis-network out of pyvis without importing it, which would load IPython."""
    spec = find_spec("pyvis")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / LIBRARY
        if path.is_file():
            return path.read_text("utf-8")
    raise ExportError(f"pyvis with {LIBRARY.as_posix()} is not installed; pip install -r requirements.txt")
