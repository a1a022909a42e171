"""What a person sees of a run of the app: the components' data and the texts."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest


def component(app: AppTest, name: str) -> dict[str, Any]:
    """Give the data of a component of ours: "graph", "panel" or "pointer"."""
    protos = [element.proto for element in app.get("bidi_component")]
    found = [proto for proto in protos if proto.component_name == f"explorer_{name}"]
    assert found, f"no {name} on the page"
    data: dict[str, Any] = json.loads(found[-1].json)
    return data


def labels(app: AppTest) -> set[str]:
    """Give the names at the nodes of the graph."""
    return {node["label"] for node in component(app, "graph")["nodes"]}


def sentences(app: AppTest) -> list[str]:
    """Give every sentence in the panel."""
    groups = component(app, "panel")["groups"]
    proofs = [proof for group in groups for item in group["items"] for proof in item["sentences"]]
    return ["".join(text for text, _ in proof["segments"]) for proof in proofs]


def act(app: AppTest, name: str, **action: Any) -> AppTest:
    """Do in a component what a person does in the browser."""
    app.session_state[name] = {"asked": {**action, "at": str(action)}}
    return app.run()
