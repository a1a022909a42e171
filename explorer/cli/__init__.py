"""The command line: `python -m explorer COMMAND`, and the `explorer` script."""

from explorer.cli.commands import main

__all__ = ["main"]
