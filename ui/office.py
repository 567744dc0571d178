"""What every screen is given: the desk, the door, the tools, the choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ports import Door, Example, Keeper, PreferenceStore
    from app.services.tools import Tools
    from ui.tasks import Desk


@dataclass(frozen=True)
class Office:
    """Everything a screen may reach.

    `door` and `tools` load what they need at the first call: the door of the vault is painted
    before SQLCipher, the printers or the language model are imported. `restart` ends the process
    and starts the program anew with these arguments. `example` gives the invented practice that can
    be opened to look around; without it nothing offers one. `keeper` backs up and restores.
    """

    desk: Desk
    door: Callable[[], Door]
    tools: Callable[[], Tools]
    preferences: PreferenceStore
    suggested_vault: Callable[[], Path]
    restart: Callable[[list[str]], None]
    example: Callable[[], Example] | None = None
    keeper: Callable[[], Keeper] | None = None
