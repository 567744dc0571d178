"""What macOS shows of the computer without a right or a call of its own: nothing yet.

Whether FileVault or the firewall is on would need a program to be run or a right to be
given; the counselor is asked instead. Not run on that system: tested with the platform faked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.domain.safeguard import Safeguard, Sight


class MacComputer:
    """The `Computer` of macOS: everything is asked."""

    def look(self, folder: Path) -> Mapping[Safeguard, Sight]:
        """Return nothing: nothing is seen."""
        del folder
        return {}
