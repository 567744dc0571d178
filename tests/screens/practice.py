"""The invented practice of app/demo.py in vaults that are the same every time: clock, key, ids."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app import bootstrap, demo
from app.domain.appointment import Booking
from app.domain.case import ServiceMode
from app.domain.consent import ConsentDraft
from app.domain.recurrence import Rule
from app.services import appointments, consents, notes
from resources import resource
from storage import keys
from storage.vault import FolderDoor

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.ids import CaseId, ConsentId, NoteId
    from app.ports import OpenVault
    from app.services.tools import Tools

PASSWORD = "晴天下的一只旧木箱"
NOW = datetime(2026, 3, 24, 11, 57, tzinfo=UTC)  # a Tuesday, 19:57 in Hangzhou
RECOVERY = ("7K3QD", "M2XWA", "9FTRB", "4HNPC", "Q8YVE", "W5JGS", "2DBXK", "R6TMZ")
NAMES = {"full": "林间咨询室", "empty": "空的保险库"}


class StandingClock:
    """A clock that stands: a picture of tomorrow is the picture of today."""

    def now(self) -> datetime:
        """Return the one moment."""
        return NOW

    def since_boot(self) -> tuple[str, float]:
        """Return a computer that was just started."""
        return "this boot", 1000.0


class SteadyDoor(FolderDoor):
    """Makes keys fast, and shows the same recovery key every time."""

    def __init__(self) -> None:
        super().__init__(StandingClock(), lambda: keys.FLOOR)

    def shown_key(self) -> tuple[str, ...]:
        """Return the recovery key that stands in pictures."""
        return RECOVERY


@dataclass(frozen=True)
class Practice:
    """Where the vaults lie, the tools they are used with, and what is in the full one."""

    folder: Path
    door: SteadyDoor
    tools: Tools
    cases: tuple[CaseId, ...] = ()
    draft: NoteId | None = None
    signed: NoteId | None = None
    amended: NoteId | None = None
    filling: ConsentId | None = None
    agreed: ConsentId | None = None

    def place(self, which: str) -> Path:
        """Return where the vault lies that is called `full` or `empty`."""
        return self.folder / NAMES[which]

    def copied(self, folder: Path) -> Practice:
        """Return the same practice in another folder, to be changed there."""
        for name in NAMES.values():
            shutil.copytree(self.folder / name, folder / name)
        return replace(self, folder=folder)


def make(folder: Path) -> Practice:
    """Make both vaults in `folder`."""
    door = SteadyDoor()
    tools = replace(bootstrap.tools(), clock=StandingClock())
    made = Practice(folder, door, tools)
    door.create(made.place("empty"), PASSWORD, door.new_recovery_key()).vault.close()
    vault = door.create(made.place("full"), PASSWORD, door.new_recovery_key()).vault
    try:
        return _filled(made, vault)
    finally:
        vault.close()


def _filled(made: Practice, vault: OpenVault) -> Practice:
    """Put everything into the full vault that some screen shows."""
    tools = made.tools
    written = tomllib.loads(resource("demo/practice.toml").read_text("utf-8"))
    with vault.transaction():
        vault.settings.change_practice(demo._practice(written["practice"]))
    cases = demo.fill(vault, tools, written, PASSWORD)
    first, second = cases[0].id, cases[1].id
    _book(vault, tools, first, second)
    in_order = vault.notes.of_case(first)
    amended = in_order[0].id
    notes.amend(vault, tools.clock, amended, "补记：来电时间以她的记录本为准。", "沈知远")
    agreed = demo.sign_consent(vault, tools, first)
    return replace(
        made,
        cases=tuple(one.id for one in cases),
        draft=in_order[-1].id,
        signed=in_order[1].id,
        amended=amended,
        agreed=agreed,
        filling=_half_filled(vault, tools, second),
    )


def _book(vault: OpenVault, tools: Tools, first: CaseId, second: CaseId) -> None:
    """Agree on a weekly and on two single times, one of them missed."""
    evening = datetime(2026, 3, 3, 11, 0, tzinfo=UTC)
    weekly = Booking(
        first, evening, ServiceMode.ONLINE, zone="Asia/Shanghai", rule=Rule(weekdays=(1,))
    )
    appointments.book(vault, tools.clock, weekly)
    missed = datetime(2026, 3, 23, 2, 0, tzinfo=UTC)
    room = {"zone": "Asia/Shanghai", "place": "二楼小间"}
    one = appointments.book(
        vault, tools.clock, Booking(second, missed, ServiceMode.FACE_TO_FACE, **room)
    )
    appointments.miss(vault, tools.clock, one.which)
    later = Booking(second, missed + timedelta(days=3), ServiceMode.FACE_TO_FACE, **room)
    appointments.book(vault, tools.clock, later)


def _half_filled(vault: OpenVault, tools: Tools, case_id: CaseId) -> ConsentId:
    """Start a consent in which some places are still empty."""
    template = tools.consent_templates[demo.ONLINE]
    consent = consents.start(vault, tools, case_id, template)
    facts = {**template.defaults, **consent.draft.facts}
    draft = ConsentDraft(template.key, template.edition, facts, consent.draft.access)
    consents.change(vault, tools, consent.id, draft)
    return consent.id
