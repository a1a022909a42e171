"""The app is started with safe settings wherever it is started from."""

from __future__ import annotations

import socket
import tomllib
from pathlib import Path

import pytest

from explorer.app.launch import HOST, SAFE_SETTINGS, command, is_free, run

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"


def test_flags_hold_the_safe_settings() -> None:
    flags = command("some.db", port=8599, headless=True)
    assert "--server.address=127.0.0.1" in flags
    assert {"--server.allowedHosts=localhost", "--server.allowedHosts=127.0.0.1"} <= set(flags)
    assert "--browser.gatherUsageStats=false" in flags
    assert "--client.showErrorDetails=none" in flags
    assert flags[-2:] == ["--db", str(Path("some.db").resolve())]


def test_the_config_file_says_the_same() -> None:
    config = tomllib.loads(CONFIG.read_text())
    for section in ("server", "browser", "client"):
        for name, value in config[section].items():
            said = tuple(value) if isinstance(value, list) else str(value)
            assert str(SAFE_SETTINGS[f"{section}.{name}"]).lower() == str(said).lower(), name


def test_a_taken_port_is_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not is_free(port)
        assert run("some.db", port=port, headless=True) == 1
    assert capsys.readouterr().err == (
        f"Port {port} is taken. Stop the program that uses it, or choose another port.\n"
    )
