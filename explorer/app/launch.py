"""Start the app with the settings that keep it private, wherever it is started from.

run("data/explorer.db") -> http://127.0.0.1:8501, reachable from this computer only.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

HOST = "127.0.0.1"
MAIN = Path(__file__).with_name("main.py")
THEME = Path(__file__).with_name("theme.toml")

# Given as flags, because flags win over every config.toml and environment variable a user may have.
SAFE_SETTINGS: dict[str, str | tuple[str, ...]] = {
    "server.address": HOST,
    "server.allowedHosts": ("localhost", HOST),
    "server.enableXsrfProtection": "true",
    "server.enableCORS": "true",
    "server.enableStaticServing": "false",
    "server.fileWatcherType": "none",
    "server.runOnSave": "false",
    "server.maxUploadSize": "50",
    "server.showEmailPrompt": "false",
    "browser.serverAddress": HOST,
    "browser.gatherUsageStats": "false",
    "client.disableDataExport": "true",  # its CSV would hand formulas in article text to a spreadsheet
    "client.showErrorDetails": "none",
    "client.showErrorLinks": "false",
    "client.toolbarMode": "minimal",
    "global.developmentMode": "false",
    "logger.hideWelcomeMessage": "true",  # Streamlit's own hints and advertisements, on the terminal and on the page
    "theme.base": str(THEME),
}


def run(db: Path | str = "data/explorer.db", *, port: int = 8501, headless: bool = False) -> int:
    """Serve the app until it is stopped and return the exit code; `headless` opens no browser."""
    if not is_free(port):
        print(f"Port {port} is taken. Stop the program that uses it, or choose another port.", file=sys.stderr)
        return 1
    process = subprocess.Popen(command(db, port=port, headless=headless), env=surroundings())
    print(f"The explorer is at http://{HOST}:{port} (Ctrl-C stops it).", file=sys.stderr)
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())  # a stopped launcher leaves no server behind
    try:
        return process.wait()
    except KeyboardInterrupt:  # Ctrl-C reaches the child as well; wait for it to put its things away.
        process.wait()
        return 0


def command(db: Path | str, *, port: int, headless: bool) -> list[str]:
    """Compose the command line that starts Streamlit."""
    settings = {**SAFE_SETTINGS, "server.port": str(port), "server.headless": str(headless).lower()}
    flags = [f"--{name}={value}" for name, given in settings.items() for value in _each(given)]
    return [sys.executable, "-m", "streamlit", "run", str(MAIN), *flags, "--", "--db", str(Path(db).resolve())]


def surroundings() -> dict[str, str]:
    """Give our environment with this package in reach, as it may be run from its folder without being installed."""
    paths = (str(MAIN.parents[2]), os.environ.get("PYTHONPATH", ""))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path)}


def _each(given: str | tuple[str, ...]) -> tuple[str, ...]:
    """Give a flag's values: Streamlit takes a list as the same flag several times."""
    return (given,) if isinstance(given, str) else given


def is_free(port: int) -> bool:
    """Tell whether the port can be bound on this computer."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name != "nt":  # On Windows this option would let two servers share the port.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True
