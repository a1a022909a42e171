"""What `import explorer` gives, in whatever order it is asked for."""

from __future__ import annotations

import explorer
import explorer.export  # the package must not take the place of the function


def test_every_public_name_is_callable() -> None:
    assert all(callable(getattr(explorer, name)) for name in explorer.__all__)


def test_the_functions_stay_when_their_packages_are_imported() -> None:
    from explorer.export import dumps

    assert callable(dumps)
    assert explorer.export.__module__.startswith("explorer.export")
    assert explorer.export.__name__ == "export"
