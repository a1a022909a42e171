"""The errors this program raises on purpose; each message says what is wrong, where, and what to do."""


class ExplorerError(Exception):
    """Any error that a user can act on."""


class DataFileError(ExplorerError):
    """A knowledge file breaks its own rules; the message names file and entry."""


class UnreadableDocument(ExplorerError):
    """One article cannot be read; reading the others goes on."""


class ModelMissing(ExplorerError):
    """The requested spaCy pipeline is not installed or lacks a parser or entity recogniser."""


class StoreError(ExplorerError):
    """The file is not a store of ours, or a newer program wrote it."""


class ExportError(ExplorerError):
    """The graph cannot be written in the requested format."""


class CurationError(ExplorerError):
    """A correction speaks of what is not there, or cannot be undone now."""
