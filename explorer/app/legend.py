"""Says what the colours, shapes and lines of the graph mean, with how many of each are drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import networkx as nx

from explorer.app.plain_text import as_html
from explorer.app.wording import node_words
from explorer.graph.style import NODES, Shape, edge_style, edge_width, score_color

MARKS: dict[str, str] = {"disc": "●", "square": "■", "triangle": "▲", "diamond": "◆", "star": "★"}
STYLE = """<style>
.legend { display: flex; flex-wrap: wrap; gap: 2px 16px; font-size: 13px; line-height: 1.7; align-items: center; }
.legend .mark { font-size: 15px; margin-right: 5px; }
.legend .line { display: inline-block; width: 28px; margin-right: 6px; vertical-align: 4px;
  border-top: 2.5px solid #8E9299; }
.legend b { font-weight: 600; margin-left: 4px; }
.legend .scale { display: inline-block; width: 90px; height: 7px; border-radius: 4px; margin: 0 7px; }
.legend .break { flex-basis: 100%; height: 0; }
</style>"""


def legend(graph: nx.MultiDiGraph) -> str:
    """Write the legend of this graph as HTML: only the types that are in it."""
    kinds = Counter(str(data.get("type")) for _, data in graph.nodes(data=True))
    nodes = [_node(kind, *NODES[kind], kinds[kind]) for kind in NODES if kinds[kind]]
    return f'{STYLE}<div class="legend">{"".join(nodes)}<span class="break"></span>{_edges(graph)}</div>'


def _node(kind: str, color: str, shape: Shape, count: int) -> str:
    mark = f'<i class="mark" style="color: {color}; font-style: normal" aria-hidden="true">{MARKS.get(shape, "●")}</i>'
    words = node_words(kind)
    return f"<span>{mark}{as_html(words.label if count == 1 else words.plural)}<b>{count:,}</b></span>"


def _edges(graph: nx.MultiDiGraph) -> str:
    edges = [data for _, _, data in graph.edges(data=True)]
    lines = Counter(edge_style(data).line for data in edges)
    stops = ", ".join(score_color(score) for score in (-10, -5, 0, 5, 10))
    scale = f'<span>conflict<i class="scale" style="background: linear-gradient(90deg, {stops})"></i>cooperation</span>'
    signs = [
        _line("solid", "Tie or party", sum(data.get("score") is None for data in edges)),
        _line("dashed", "Planned or possible", lines["dashed"]),
        _line("dotted", "Past or denied", lines["dotted"]),
    ]
    return scale + "".join(signs) + _widths(int(data.get("reports") or 1) for data in edges)


def _line(style: str, label: str, count: int) -> str:
    if not count:
        return ""
    return f'<span><i class="line" style="border-top-style: {style}"></i>{label}<b>{count:,}</b></span>'


def _widths(reports: Iterable[int]) -> str:
    """Show how wide one report is and how wide the most reported edge."""
    most = max(reports, default=1)
    if most < 2:
        return ""
    thin, wide = (f'<i class="line" style="border-top-width: {edge_width(count):.1f}px"></i>' for count in (1, most))
    return f"<span>{thin}1 report</span><span>{wide}{most:,} reports</span>"
