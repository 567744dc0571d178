"""What the password of a file that leaves the vault does with what stands below it."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.widgets.button import Button
    from ui.widgets.password import PasswordField
    from ui.widgets.tick import Tick


def tie(password: PasswordField, suggest: Button, bare: Tick) -> None:
    """Let `suggest` think of a password, and `bare` take it away: no file has both."""
    suggest.clicked.connect(partial(_think_of_one, password, bare))
    bare.toggled.connect(partial(_bar, password))


def _think_of_one(password: PasswordField, bare: Tick) -> None:
    """Put in a random password and show it, so that it can be copied by hand.

    The keys go to the password: no key more draws another one over it.
    """
    bare.setChecked(False)
    password.set_text(secrets.token_urlsafe(9))
    password.eye.setChecked(True)
    password.setFocus()


def _bar(password: PasswordField, on: bool) -> None:  # noqa: FBT001 - what Qt's signal gives
    """Take the password away from a file without one: none that stands there protects it."""
    if on:
        password.clear()
    password.setEnabled(not on)
