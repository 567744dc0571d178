"""A program of its own: what lies beside the vault is written, with the vault of the story.

    python -m tests.journeys.beside_driver VAULT FOLDER

A backup folder, its practice and its restore; a case with a password of its own and a wrong try;
a succession package and a calendar file. No window: only which files are written is looked at.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from app import bootstrap
from app.domain.appointment import Booking
from app.domain.case import ServiceMode
from app.domain.errors import WrongPassword
from app.services import appointments, backups, calendar_exports, case_locks, succession
from storage.meter import nobody
from tests.journeys.story import PASSWORD

if TYPE_CHECKING:
    from app.ports import OpenVault

WORD = "只有这个个案 own words"


def main(place: Path, folder: Path) -> None:
    """Write it all."""
    vault = bootstrap.door().open(place, PASSWORD).vault
    try:
        _lock_a_case(vault)
        _write_out(vault, folder)
        _back_up(vault, folder)
    finally:
        vault.close()


def _lock_a_case(vault: OpenVault) -> None:
    """Give the case a password, and try a wrong one."""
    clock, case = bootstrap.clock(), vault.cases.all()[-1].id
    case_locks.set_password(vault, clock, case, WORD, recovery=True)
    case_locks.shut(vault, clock, case)
    with suppress(WrongPassword):
        case_locks.open_case(vault, clock, case, "not this one")
    left = vault.case_locks.wait_left(case)
    assert left < 2
    Event().wait(left)
    case_locks.open_case(vault, clock, case, WORD)


def _write_out(vault: OpenVault, folder: Path) -> None:
    """Write a package for a colleague, and an appointment for another calendar."""
    tools, case = bootstrap.tools(), vault.cases.all()[-1].id
    now = tools.clock.now()
    begin = now.replace(minute=0, second=0, microsecond=0) + timedelta(days=2)
    appointments.book(vault, tools.clock, Booking(case, begin, ServiceMode.ONLINE))
    succession.keep(vault, frozenset({case}), frozenset({case}), "")
    succession.make(vault, tools, bootstrap.succession(), folder / "职业遗嘱.xinxia")
    until = now + timedelta(days=7)
    calendar_exports.export_events(vault, tools, folder / "calendar.ics", now, until)


def _back_up(vault: OpenVault, folder: Path) -> None:
    """Make two generations, practise a restore, restore."""
    clock, keeper = bootstrap.clock(), bootstrap.keeper()
    target = Path(backups.choose_folder(vault, keeper, folder / "备份盘").folder)
    for _ in range(2):
        lease = backups.lease(vault, keeper)
        made = keeper.back_up_folder(lease, target, clock.now(), nobody)
        lease.end()
        backups.backed_up(vault, clock.now(), made.generation.number)
    lease = backups.lease(vault, keeper)
    keeper.drill(lease, target, nobody)
    lease.end()
    keeper.restore_from(target, folder / "从文件夹恢复的", nobody)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
