"""Writing a graph to a file, or its bytes for a download.

export(graph, Path("asia.gexf")); dumps(graph, "csv") -> a zip of the two tables
"""

from __future__ import annotations

import os
import secrets
import shutil
import zipfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

import networkx as nx

from explorer.errors import ExportError
from explorer.export.gexf import gexf
from explorer.export.graphml import graphml
from explorer.export.nodelink import nodelink
from explorer.export.page import page
from explorer.export.svg import svg
from explorer.export.tables import edge_table, node_table

Writer = Callable[[nx.MultiDiGraph], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """`writers` has one writer for each file: what follows the name given -> its bytes."""

    name: str
    description: str
    media_type: str
    writers: Mapping[str, Writer]

    @property
    def download_extension(self) -> str:
        return f".{self.name}.zip" if len(self.writers) > 1 else f".{self.name}"


FORMATS: Mapping[str, Format] = {
    format.name: format
    for format in (
        Format("gexf", "Gephi and Gephi Lite (GEXF 1.3)", "application/gexf+xml", {".gexf": gexf}),
        Format("graphml", "GraphML for yEd, Cytoscape and igraph", "application/graphml+xml", {".graphml": graphml}),
        Format("json", "node-link JSON for networkx and D3", "application/json", {".json": nodelink}),
        Format(
            "csv", "tables of nodes and edges", "application/zip", {"-nodes.csv": node_table, "-edges.csv": edge_table}
        ),
        Format("html", "a page to explore, without any network", "text/html", {".html": page}),
        Format("svg", "a picture with legend", "image/svg+xml", {".svg": svg}),
    )
}
NOT_AVAILABLE = {"png": "write .svg, which every browser and drawing program opens and can save as PNG"}


def export(graph: nx.MultiDiGraph, path: str | Path, *, format: str | None = None) -> list[Path]:
    """Write the graph in the format of the path's extension and return the files written.

    All is written or nothing: what stood there before stays until the new files are complete.
    """
    path = Path(path)
    chosen = find_format(format if format is not None else path.suffix, of=path.name)
    stem = path.with_suffix("") if path.suffix.lower() == f".{chosen.name}" else path
    single = len(chosen.writers) == 1
    contents = {
        path if single else stem.with_name(stem.name + ending): _written(writer, graph, chosen)
        for ending, writer in chosen.writers.items()
    }
    replace_files(contents)
    return list(contents)


def dumps(graph: nx.MultiDiGraph, format: str) -> bytes:
    """Give the bytes of a download: the file itself, or a zip if the format has several."""
    chosen = find_format(format, of=format)
    contents = {ending: _written(writer, graph, chosen) for ending, writer in chosen.writers.items()}
    if len(contents) == 1:
        return next(iter(contents.values()))
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for ending, content in contents.items():
            # A date of its own for every download would make equal graphs unequal files.
            archive.writestr(zipfile.ZipInfo(ending.lstrip("-")), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def find_format(name: str, *, of: str) -> Format:
    """Find a format by name or extension, or say which there are."""
    key = name.lower().lstrip(".")
    if key in FORMATS:
        return FORMATS[key]
    choices = ", ".join(f".{choice}" for choice in FORMATS)
    if key in NOT_AVAILABLE:
        raise ExportError(f"{of}: .{key} is not available; {NOT_AVAILABLE[key]}; formats: {choices}")
    reason = f"unknown format {name!r}" if key else "no extension to tell the format by"
    raise ExportError(f"{of}: {reason}; choose from {choices}")


def _written(writer: Writer, graph: nx.MultiDiGraph, format: Format) -> bytes:
    try:
        return writer(graph)
    except (ValueError, TypeError) as error:
        raise ExportError(f"the graph cannot be written as {format.name}: {error}") from error


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """Put new contents in the place of old ones only after all of them are on the disk."""
    with ExitStack() as undo:
        try:
            complete = [(_beside(path, content, undo), path) for path, content in contents.items()]
            for new, path in complete:
                os.replace(new, path)
        except OSError as error:
            raise ExportError(
                f"{error.filename or next(iter(contents))}: cannot be written: {error.strerror}"
            ) from error


def _beside(path: Path, content: bytes, undo: ExitStack) -> Path:
    """Write a complete file into the same folder under a passing name, to be removed should anything fail."""
    if path.is_dir():
        raise ExportError(f"{path}: is a folder")
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    undo.callback(partial(new.unlink, missing_ok=True))
    with new.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        shutil.copymode(path, new)
    return new
