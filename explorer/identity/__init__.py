"""Many extractions as one set of actors, ties, events and commitments."""

from explorer.identity.resolve import resolve

__all__ = ["resolve"]
