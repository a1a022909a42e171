"""Where documents, what they say and what they say together are kept: one SQLite file."""

from explorer.store.memory import resolve
from explorer.store.opening import MEMORY, open_store
from explorer.store.store import Store
from explorer.store.suggestions import Suggestion
from explorer.store.worlds import Narrow

__all__ = ["MEMORY", "Narrow", "Store", "Suggestion", "open_store", "resolve"]
