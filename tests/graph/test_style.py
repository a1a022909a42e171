"""Colours tell types apart for everybody, on light and on dark."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from explorer.graph import Measures, edge_style, legend, node_style
from explorer.graph.style import NEUTRAL, NODES, rgb, score_color
from explorer.model import ActorType, CommitmentKind, CommitmentStatus, Status

Color = NDArray[np.float64]
# How eyes without one kind of cone see linear RGB (Machado, Oliveira and Fernandes, 2009).
EYES = {
    "usual": np.eye(3),
    "without red": np.array([[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]]),
    "without green": np.array([[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]]),
    "without blue": np.array([[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]]),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.9505, 1.0, 1.089])


def linear(color: str) -> Color:
    channels = np.array(rgb(color)) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def lab(light: Color) -> Color:
    ratio = TO_XYZ @ np.clip(light, 0, 1) / WHITE
    x, y, z = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def contrast(color: str, page: str) -> float:
    light, dark = sorted((float(TO_XYZ[1] @ linear(each)) for each in (color, page)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("eyes", EYES)
def test_types_of_actor_differ_to_every_eye(eyes: str) -> None:
    discs = {name: color for name, (color, shape) in NODES.items() if shape == "disc"}
    seen = {name: lab(EYES[eyes] @ linear(color)) for name, color in discs.items()}
    for first, second in combinations(seen, 2):
        assert np.linalg.norm(seen[first] - seen[second]) > 14, (first, second)


@pytest.mark.parametrize("eyes", EYES)
def test_conflict_differs_from_cooperation_to_every_eye(eyes: str) -> None:
    conflict, neutral, cooperation = (lab(EYES[eyes] @ linear(score_color(score))) for score in (-10, 0, 10))
    assert np.linalg.norm(conflict - cooperation) > 40
    assert np.linalg.norm(conflict - neutral) > 20
    assert np.linalg.norm(cooperation - neutral) > 20


@pytest.mark.parametrize("page", ["#FFFFFF", "#0E1117"])
def test_colours_show_on_light_and_dark(page: str) -> None:
    assert all(contrast(color, page) > 1.8 for color, _ in NODES.values())
    assert all(contrast(score_color(score), page) > 2.9 for score in range(-10, 11))


def test_every_type_has_its_own_mark() -> None:
    assert set(NODES) == {*ActorType, *CommitmentKind}
    assert len(set(NODES.values())) == len(NODES)


def test_lines_say_whether_it_has_happened() -> None:
    lines = {status: edge_style({"status": str(status)}).line for status in (*Status, *CommitmentStatus)}
    assert {status for status, line in lines.items() if line == "dashed"} == {"future", "hypothetical", "planned"}
    assert {status for status, line in lines.items() if line == "dotted"} == {
        "negated",
        "historical",
        "cancelled",
        "ended",
    }


def test_more_reports_are_wider_and_bigger_up_to_a_limit() -> None:
    widths = [edge_style({"reports": reports}).width for reports in (1, 2, 5, 20, 10**6)]
    assert widths == sorted(set(widths)) and widths[-1] <= 8
    sizes = [node_style({"type": "country"}, Measures(n, n, n)).size for n in (0, 2, 5, 20, 10**6)]
    assert sizes == sorted(set(sizes)) and sizes[-1] <= 30


def test_scores_beyond_the_scale_and_none() -> None:
    assert score_color(-99) == score_color(-10) != score_color(10) == score_color(99)
    assert edge_style({"score": None}).color == NEUTRAL
    assert node_style({"type": "unheard-of"}).shape == "disc"


def test_the_legend_shows_every_type_and_line() -> None:
    entries = legend()
    assert set(NODES) <= {entry.label for entry in entries}
    assert {entry.line for entry in entries} == {None, "solid", "dashed", "dotted"}
