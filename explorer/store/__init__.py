"""Where documents and what they say are kept: one SQLite file."""

from explorer.store.opening import open_store
from explorer.store.store import Store

__all__ = ["Store", "open_store"]
