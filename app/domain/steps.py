"""What was done one after another, to be taken back and done again: values, no commands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, Generic, TypeVar

T = TypeVar("T")
MOST: Final = 200
"""How many steps can be taken back."""


@dataclass(frozen=True)
class Steps(Generic[T]):
    """How it stands `now`, how it stood before, and how it stood before that was taken back.

    `about` names what the last step was about: typing a word is one step, not one a letter.
    """

    now: T = field(repr=False)
    past: tuple[T, ...] = field(default=(), repr=False)
    ahead: tuple[T, ...] = field(default=(), repr=False)
    about: str = ""

    def done(self, to: T, about: str = "") -> Steps[T]:
        """Return the steps with one more; what was taken back cannot be done again then."""
        if to == self.now:
            return self
        if about and about == self.about:
            return replace(self, now=to, ahead=())
        return Steps(to, (*self.past, self.now)[-MOST:], (), about)

    def undone(self) -> Steps[T]:
        """Return the steps with the last taken back; the same where there is none."""
        if not self.past:
            return self
        return Steps(self.past[-1], self.past[:-1], (self.now, *self.ahead))

    def redone(self) -> Steps[T]:
        """Return the steps with the one that was taken back last; the same where there is none."""
        if not self.ahead:
            return self
        return Steps(self.ahead[0], (*self.past, self.now), self.ahead[1:])
