"""Geopolitical relationship graph: read articles, extract who did what to whom, explore and export.

>>> import explorer
>>> extraction = explorer.extract("Japan pledged $5 billion to Ukraine.")   # doctest: +SKIP
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_HOMES = {
    "read": "explorer.reading",
    "extract": "explorer.extraction",
    "open_store": "explorer.store",
    "build_graph": "explorer.graph",
    "Filters": "explorer.graph",
    "export": "explorer.export",
}
__all__ = sorted(_HOMES)


class _Package(ModuleType):
    def __setattr__(self, name: str, value: Any) -> None:
        # Importing explorer.export would put the package in the place of the function of that name.
        if name not in _HOMES:
            super().__setattr__(name, value)


def __getattr__(name: str) -> Any:
    # Loaded on first use: spaCy alone takes seconds, and not every use needs it.
    if name not in _HOMES:
        raise AttributeError(f"module 'explorer' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


sys.modules[__name__].__class__ = _Package
