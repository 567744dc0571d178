"""Reads what lies beside the damage: a page is shown without what cannot be read of it."""

from __future__ import annotations

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
