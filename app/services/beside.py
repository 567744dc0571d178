"""Reads what lies beside the damage: a page is shown without what cannot be read of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from app.domain.errors import VaultDamaged

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def readable(read: Callable[[], T], instead: T) -> T:
    """Return what `read` gives, or something in its place where that cannot be read."""
    try:
        return read()
    except VaultDamaged:
        return instead


@dataclass
class Beside:
    """Reads the parts of a page one by one; `hidden` says that damage hides one of them."""

    hidden: bool = False

    def part(self, read: Callable[[], T], instead: T) -> T:
        """Return what `read` gives of the whole page; where damage hides it something else."""
        try:
            return read()
        except VaultDamaged:
            self.hidden = True
            return instead
