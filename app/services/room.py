"""Make room for a piece of work that must not fail for want of it, on a full disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from app.domain.errors import DiskFull

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ports import OpenVault

T = TypeVar("T")


def with_room(vault: OpenVault, work: Callable[[], T]) -> T:
    """Return what a piece of work gives, which is done whole or not at all.

    Before it, a full disk gives up what was set aside and the log is emptied. A disk that becomes
    full in its midst does the same, and it is done once more. Raises `DiskFull` where that was not
    enough; the log is emptied then, so that nothing more than before is taken.
    """
    vault.make_room()
    try:
        return work()
    except DiskFull:
        vault.forget_deleted()
    try:
        return work()
    except DiskFull:
        vault.forget_deleted()
        raise
