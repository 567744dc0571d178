"""What a counselor shows before a way into her vault is changed: a password or a recovery key."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Proof:
    """The words she typed; `recovery` says that they are a recovery key and not a password."""

    words: str = field(repr=False)
    recovery: bool = False
