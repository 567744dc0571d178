"""A month of 500 weekly cases, read from the vault and painted, beside bare words on a picture."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.bench import corpus, timing
from app.domain.appointment import Booking
from app.domain.case import ServiceMode
from app.domain.client import Place, Profile
from app.domain.local_time import wall
from app.domain.recurrence import Rule
from app.services import agenda, appointments, cases
from storage import keys
from storage.clock import SystemClock
from storage.vault import FolderDoor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.services.agenda import Agenda
    from storage.vault import Vault

CASES = 500
ZONE = "Asia/Shanghai"
SIZE = (1240, 900)
_FIRST = datetime(2026, 1, 5, 0, tzinfo=UTC)
_MONTH = datetime(2026, 4, 26, 16, tzinfo=UTC)  # the Monday on which the page of May begins
_DAYS = 42


def lines(arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield one line; the first argument is the number of cases."""
    count = int(arguments[0]) if arguments else CASES
    with tempfile.TemporaryDirectory() as base:
        vault = _filled(Path(base) / "vault", count)
        found = _read(vault)
        reading = timing.paired(lambda: _worded(_read(vault)), vault.cases.all)
        painting = timing.paired(*_painters(found))
        yield {
            "cases": count,
            "appointments": len(found.lines),
            "read ms": timing.milliseconds(reading[0]),
            "list of the same cases ms": timing.milliseconds(reading[1]),
            "paint ms": timing.milliseconds(painting[0]),
            "as many words on a picture ms": timing.milliseconds(painting[1]),
        }
        vault.close()


def _filled(place: Path, count: int) -> Vault:
    """Return a vault of cases that come every week, spread over five days."""
    clock = SystemClock()
    door = FolderDoor(clock, lambda: keys.FLOOR)
    opened: Any = door.create(place, corpus.PASSWORD, door.new_recovery_key())
    vault: Vault = opened.vault
    with vault.transaction():
        for number in range(count):
            profile = Profile(name=f"来访者{number}", place=Place("伦敦", "Europe/London"))
            code = f"L-{number:03}"
            case = cases.open_case(vault, clock, code, ServiceMode.ONLINE, profile)
            start = _FIRST + timedelta(days=number % 5, minutes=10 * (number % 72))
            wanted = Booking(case.id, start, ServiceMode.ONLINE, 50, ZONE, Rule())
            appointments.book(vault, clock, wanted)
    return vault


def _read(vault: Vault) -> Agenda:
    """Return six weeks of the calendar."""
    return agenda.between(vault, SystemClock(), _MONTH, _MONTH + timedelta(days=_DAYS))


def _worded(found: Agenda) -> int:
    """Make the words of every line, as the vault's thread does for the page."""
    from ui.calendar_blocks import blocks  # noqa: PLC0415 - Qt only where it is needed

    return len(blocks(found, ZONE))


def _painters(found: Agenda) -> tuple[Any, Any]:
    """Return what paints the month, and what writes as many words with Qt alone."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415 - only where it is painted
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui.calendar_blocks import blocks  # noqa: PLC0415
    from ui.calendar_month import Month  # noqa: PLC0415
    from ui.theme.style import apply  # noqa: PLC0415

    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([])
    apply(app, "light")
    month, made = Month(), blocks(found, ZONE)
    month.resize(*SIZE)
    first = wall(_MONTH, ZONE).date()
    days = tuple(first + timedelta(days=one) for one in range(_DAYS))
    now = wall(_MONTH, ZONE).replace(tzinfo=None)

    def ours() -> None:
        month.month = days[10]
        month.show_blocks(made, days, now)
        month.grab()
        app.sendPostedEvents()

    def yardstick() -> None:
        picture = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
        painter = QPainter(picture)
        for number, line in enumerate(found.lines):
            painter.drawText(number % SIZE[0], number % SIZE[1], f"10:00 {line.person.name}")
        painter.end()

    return ours, yardstick
