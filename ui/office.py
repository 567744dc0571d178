"""What every screen is given: the desk, the door, the tools, the choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.ports import (
        Archivist,
        Computer,
        Door,
        Doorbell,
        Example,
        Keeper,
        Keychain,
        MediaFiles,
        PreferenceStore,
        Successions,
        SystemSigns,
    )
    from app.services.tools import Tools
    from ui.tasks import Desk


@dataclass(frozen=True)
class Office:
    """Everything a screen may reach.

    `door` and `tools` load what they need at the first call: the door of the vault is painted
    before SQLCipher, the printers or the language model are imported. `restart` ends the process
    and starts the program anew with these arguments. `example` gives the invented practice that can
    be opened to look around; without it nothing offers one. So with `succession`, which seals and
    opens the package for a colleague. `keeper` backs up and restores. `signs` gives what the system
    says of whoever sits in front of it, for the window that asks. `doorbell` gives the one of a
    vault, by which a second start finds the first window. `computer` looks at
    the computer around the vault; without it everything about that is asked. `archivist` writes
    readable exports. `media` opens the files that are to become recordings.
    """

    desk: Desk
    door: Callable[[], Door]
    tools: Callable[[], Tools]
    preferences: PreferenceStore
    suggested_vault: Callable[[], Path]
    restart: Callable[[list[str]], None]
    example: Callable[[], Example] | None = None
    keychain: Callable[[], Keychain] | None = None
    succession: Callable[[], Successions] | None = None
    keeper: Callable[[], Keeper] | None = None
    signs: Callable[[QWidget], SystemSigns] | None = None
    doorbell: Callable[[Path], Doorbell] | None = None
    computer: Callable[[], Computer] | None = None
    archivist: Callable[[], Archivist] | None = None
    media: Callable[[], MediaFiles] | None = None
