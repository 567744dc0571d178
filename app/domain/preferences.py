"""Choices that are not secret and lie outside the vault."""

from __future__ import annotations

from dataclasses import dataclass

SHORTEST_IDLE = 1
LONGEST_IDLE = 15


@dataclass(frozen=True)
class Preferences:
    """Language of the screen, where the vault lies, minutes until the lock, and the theme.

    `window` is where the window stood and how large it was, as the window itself tells it;
    `remind_minutes` before an appointment the window says so; 0 is never. `own_vault` is where to
    go back to from the example; `toured` says that the window was shown around once. `privacy`
    shows codes in place of names; `font_percent` enlarges the system's own font size;
    `strip_folded` keeps what was agreed last time folded above a note, `rail_folded` the rail,
    in a wide window too. `keyring` is under which name the keyring of this computer keeps what
    opens a vault; "" where it does not. `term` is the word said for the person who comes, by its
    value in `app.domain.term`.
    """

    language: str = ""
    vault: str = ""
    idle_minutes: int = 5
    theme: str = "system"
    window: str = ""
    remind_minutes: int = 15
    own_vault: str = ""
    toured: bool = False
    privacy: bool = False
    font_percent: int = 100
    strip_folded: bool = False
    keyring: str = ""
    rail_folded: bool = False
    term: str = "client"

    def idle_seconds(self) -> float:
        """Return the idle limit in seconds, held between 1 and 15 minutes (clause 044)."""
        return 60.0 * min(LONGEST_IDLE, max(SHORTEST_IDLE, self.idle_minutes))
