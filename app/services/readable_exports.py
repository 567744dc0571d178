"""Take everything out of the vault in a form that other programs read, and write down that it left.

It holds every word of every client, with names: so it is always under a password of its own
(clauses 044, 050), goes to nobody but the counselor herself, and the trail says what was in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain import readable
from app.domain.audit import AuditKind
from app.domain.ids import CaseId

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.domain.readable import Exported, Order
    from app.ports import Archivist, Clock, OpenVault, Told


def shut(vault: OpenVault) -> tuple[str, ...]:
    """Return what the cases are called that are shut, and so in no export."""
    return tuple(one.code for one in reversed(vault.cases.all()) if one.shut)


def begin(
    vault: OpenVault, archivist: Archivist, target: Path, order: Order
) -> Callable[[Told], Exported]:
    """Return the work that writes the export, for another thread.

    Raises `WeakPassword` before anything is touched, and what `Archivist.exporting` raises.
    """
    readable.check(order.password)
    return archivist.exporting(vault, target, order)


def made(vault: OpenVault, clock: Clock, export: Exported) -> None:
    """Write down that an export was made, and which cases are in it; no path, no name."""
    now = clock.now()
    audit = vault.audit
    audit.record_or_hold(AuditKind.READABLE_EXPORTED, now, subject=len(export.cases))
    for case_id in export.cases:
        audit.record_or_hold(AuditKind.READABLE_HOLDS, now, CaseId(case_id))
