"""Writes readable exports of an open vault, and makes a new vault of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage import arriving, times, vault
from storage.keeper import FolderKeeper
from storage.readable_in import TakingIn
from storage.readable_out import Export

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.domain.readable import Exported, Order, TakenIn
    from app.ports import Clock, Door, NewVault, OpenVault, ReadablePages, Told


@dataclass(frozen=True)
class FolderArchivist:
    """The `Archivist` of the real disk; `pages` makes the pages in a language and zone."""

    door: Door
    clock: Clock
    pages: Callable[[str, str], ReadablePages]

    def exporting(
        self, opened: OpenVault, target: Path, order: Order
    ) -> Callable[[Told], Exported]:
        """Return the work that writes an export; it overwrites its keys when it ends.

        Raises `BackupInsideVault`; for what the work raises see `Export.run`.
        """
        if not isinstance(opened, vault.Vault):
            raise TypeError("only a vault on disk can be exported")
        arriving.outside_vaults(target.parent)
        lease = FolderKeeper().lease(opened)
        secrets = opened.readable_secrets(lease)
        at = times.to_text(self.clock.now())
        work = Export(
            opened.folder, target, order, secrets, self.pages(order.language, lease.zone), at
        )
        return lambda told: work.run(told, replace=True)

    def take_in(self, source: Path, password: str, new: NewVault, told: Told) -> TakenIn:
        """Make a new vault of an export; see the port for what it raises."""
        return TakingIn(source, password, self.door, self.clock).run(new, told)
