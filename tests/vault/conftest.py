"""The hands of `tests.vault.fixtures` for the tests of the vault."""

from __future__ import annotations

from tests.vault.fixtures import clock, desk, door, lease, opened, place, prototype, tools

__all__ = ["clock", "desk", "door", "lease", "opened", "place", "prototype", "tools"]
