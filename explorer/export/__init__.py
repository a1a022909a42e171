"""The graph as files for other programs: Gephi, spreadsheets, browsers.

export(graph, "asia.gexf"); dumps(graph, "svg") -> b"<?xml …"
"""

from explorer.export.files import FORMATS, Format, dumps, export, find_format
from explorer.export.visjs import visjs

__all__ = ["FORMATS", "Format", "dumps", "export", "find_format", "visjs"]
