"""What a counselor shows before a way into her vault is changed: a password or a recovery key."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

OPENING_STANDS: Final = timedelta(minutes=5)
"""How long the opening with the recovery key stands for it where a forgotten password is replaced.

Somebody at a vault that was left open can use it until then, and only on the page that asks for the
new password: short of the shortest that one leaves a desk for, long enough to think of a sentence.
"""


@dataclass(frozen=True)
class Proof:
    """The words she typed; `recovery` says that they are a recovery key and not a password.

    `opening` says that nothing was typed: the recovery key opened the vault just now.
    """

    words: str = field(repr=False)
    recovery: bool = False
    opening: bool = False


OPENING: Final = Proof("", recovery=True, opening=True)
"""The recovery key with which the vault was opened just now; it proves her for a new password."""
