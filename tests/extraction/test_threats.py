"""A harm under a condition, or announced by who will do it, is a threat made now."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader
from tests.extraction.told import events

THREATS = [
    ("Kenya will close the border with Somalia unless the attacks stop.", "THREATEN KEN > SOM"),
    ("Farmers in France said they would blockade Paris.", "THREATEN FRA > FRA"),
    ("Iran threatened to hold exercises unless Iraq withdrew.", "THREATEN IRN > IRQ"),
    ("Iran threatened to launch an offensive in its war with Iraq.", "THREATEN IRN > IRQ"),
]
PLANS = [
    ("The European Union said it would impose sanctions on Belarus.", "SANCTION european-union > BLR future"),
    ("Kenya will close the border with Somalia.", "SANCTION KEN > SOM future"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), THREATS + PLANS)
def test_threats_and_plans(read: Reader, text: str, expected: str) -> None:
    assert expected in events(read(text))
