"""Runs backups, practice and restores on a thread of their own, beside the vault's.

One at a time; the window stays alive and she goes on writing. The vault's thread is asked only for
the key and, at the end, to write down how it went.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Final

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import BackupFolderDiverged, BackupFolderMissing, BackupStopped, Refusal
from app.services import backups, readable_exports
from app.services.changes import Noun
from ui.lent import Lent, lend
from ui.thousandths import Thousandths

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor
    from datetime import datetime

    from app.domain.backup import BackedUp, Generation, Packed
    from app.domain.complaint import Complaint
    from app.domain.differs import Differs
    from app.domain.readable import Exported, Order
    from app.ports import Keeper, Lease, OpenVault, Told
    from app.services.backups import BackupState
    from ui.office import Office

AFTER_UNLOCK_MS: Final = 15_000
AGAIN_MS: Final = 300_000
"""How often a drive is looked for that was not there, and the day is looked at."""
_HOUR: Final = 12
"""After another refusal so many looks are let pass: an hour."""
_STOP_SECONDS: Final = 1.0


@dataclass(frozen=True)
class Outcome:
    """How a piece of work ended: what it gave, or why it did not."""

    kind: str
    value: Any = None
    refusal: Refusal | None = None
    quiet: bool = False


class _Teller:
    """Is told how far a backup is, on whatever thread; stops it, or passes thousandths on."""

    def __init__(self, stop: Event, told: Told) -> None:
        self._stop, self._told = stop, Thousandths(told)

    def __call__(self, done: int, total: int) -> None:
        """Pass on what is news; raises `BackupStopped` once it is to stop."""
        if self._stop.is_set():
            raise BackupStopped
        self._told(done, total)


@dataclass(frozen=True)
class Restored:
    """Where a backup was restored to, and the recordings that it did not hold as they were."""

    place: Path
    lacking: tuple[Differs, ...] = ()


class BackupRunner(QObject):
    """`started` names the work, `progressed` gives thousandths, `ended` an `Outcome`.

    `kind` is "folder", "file", "readable", "drill", "restore" or "list", or nothing while it rests.
    """

    started = Signal(str)
    progressed = Signal(int)
    ended = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__(office.desk)
        self._office = office
        self._made: ThreadPoolExecutor | None = None
        self._future: Future[None] | None = None
        self._stop = Event()
        self._pass_by = 0
        self.kind = ""
        self.quiet = False
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN_MS)
        self._timer.timeout.connect(self.consider)

    @property
    def keeper(self) -> Keeper:
        """What backs up and restores."""
        if self._office.keeper is None:
            raise RuntimeError("nothing here backs up")
        return self._office.keeper()

    def watch(self) -> None:
        """Begin to look whether a backup is wanted by itself, soon and then at times."""
        self._closed = False
        QTimer.singleShot(AFTER_UNLOCK_MS, self, self.consider)
        self._timer.start()

    def consider(self) -> None:
        """Make the backup of the day, quietly, where one is wanted."""
        if self._closed or self._pass_by or self.kind:
            self._pass_by = max(0, self._pass_by - 1)
            return
        clock = self._office.tools().clock

        def decide(found: BackupState) -> None:
            if found.wanted and not self.kind:
                self.back_up(quiet=True)

        self._office.desk.do(self, lambda vault: backups.state(vault, clock), decide)

    def back_up(self, *, quiet: bool = False) -> None:
        """Add a generation to the folder that was chosen."""
        keeper, clock = self.keeper, self._office.tools().clock

        def begin(vault: OpenVault) -> tuple[Lease, Path, datetime]:
            folder = Path(vault.settings.backup_plan().folder)
            return backups.lease(vault, keeper), folder, clock.now()

        def work(given: tuple[Lease, Path, datetime], told: Told) -> tuple[BackedUp, datetime]:
            lease, folder, now = given
            try:
                return keeper.back_up_folder(lease, folder, now, told), now
            finally:
                lease.end()

        def write_down(vault: OpenVault, made: tuple[BackedUp, datetime]) -> BackedUp:
            done, at = made
            backups.backed_up(vault, at, done.generation.number, done.differs)
            return done

        self._lend("folder", begin, work, write_down, quiet=quiet)

    def back_up_file(self, target: Path) -> None:
        """Write one portable file; where one stands it was said that it may go."""
        keeper, clock = self.keeper, self._office.tools().clock

        def begin(vault: OpenVault) -> tuple[Lease, datetime]:
            return backups.lease(vault, keeper), clock.now()

        def work(given: tuple[Lease, datetime], told: Told) -> tuple[Packed, datetime]:
            lease, now = given
            try:
                return keeper.back_up_file(lease, target, told, replace=True, at=now), now
            finally:
                lease.end()

        def write_down(
            vault: OpenVault, made: tuple[Packed, datetime]
        ) -> tuple[Path, tuple[Differs, ...]]:
            packed, at = made
            backups.backed_up(vault, at, found=packed.differs)
            return target, packed.differs

        self._lend("file", begin, work, write_down)

    def export(self, target: Path, order: Order) -> None:
        """Write everything readably into one archive; where one stands it was said it may go."""
        if self._office.archivist is None:
            return
        archivist, clock = self._office.archivist(), self._office.tools().clock

        def begin(vault: OpenVault) -> Callable[[Told], Exported]:
            vault.make_room()
            return readable_exports.begin(vault, archivist, target, order)

        def write_down(vault: OpenVault, made: Exported) -> tuple[Path, Exported]:
            readable_exports.made(vault, clock, made)
            return target, made

        self._lend("readable", begin, lambda work, told: work(told), write_down)

    def drill(self) -> None:
        """Practise a restore of the newest generation."""
        keeper, clock = self.keeper, self._office.tools().clock

        def begin(vault: OpenVault) -> tuple[Lease, Path]:
            return backups.lease(vault, keeper), Path(vault.settings.backup_plan().folder)

        def work(given: tuple[Lease, Path], told: Told) -> tuple[Generation, list[Complaint]]:
            lease, folder = given
            try:
                return keeper.drill(lease, folder, told)
            finally:
                lease.end()

        def write_down(
            vault: OpenVault, made: tuple[Generation, list[Complaint]]
        ) -> tuple[Generation, list[Complaint]]:
            if made[1]:
                backups.not_kept(vault, made[1])
            else:
                backups.drilled(vault, clock, made[0].number)
            return made

        self._lend("drill", begin, work, write_down)

    def restore(self, source: Path, number: int, place: Path) -> None:
        """Restore a file or a generation into a new folder; no vault is needed for it."""
        keeper = self.keeper

        def work(told: Told) -> Restored:
            return Restored(place, keeper.restore_from(source, place, told, number))

        self._run("restore", work, self._end)

    def look_into(self, owner: QObject, folder: Path, then: Callable[[Any], None]) -> None:
        """Give `then` the generations of a folder, or the refusal; a slow drive holds nobody up."""
        keeper = self.keeper

        def heed(found: Any) -> None:  # noqa: ANN401 - generations, or a refusal
            if shiboken6.isValid(owner):
                then(found)

        lend(self._thread, self, lambda _: keeper.generations(folder), partial(self._deliver, heed))

    def stop(self) -> None:
        """Ask the work to stop; it leaves nothing half done."""
        self._stop.set()

    def close(self) -> None:
        """Stop for good and let the vault go: whoever locks waits for a step, not for the work."""
        self._timer.stop()
        self._stop.set()
        self._closed = True
        self.kind = ""
        future, self._future = self._future, None
        if future is not None:
            from concurrent.futures import wait  # noqa: PLC0415 - a thread was made before

            wait([future], timeout=_STOP_SECONDS)
        if self._made is not None:
            self._made.shutdown(wait=False, cancel_futures=True)
            self._made = None

    @property
    def _thread(self) -> ThreadPoolExecutor:
        """The one thread, made when it is first needed."""
        if self._made is None:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - see `ui.tasks`

            self._made = ThreadPoolExecutor(max_workers=1, thread_name_prefix="backup")
        return self._made

    def _lend(
        self,
        kind: str,
        begin: Callable[[OpenVault], Any],
        work: Callable[[Any, Told], Any],
        write_down: Callable[[OpenVault, Any], Any],
        *,
        quiet: bool = False,
    ) -> None:
        """Take what is needed from the vault, work beside it, write down how it went."""
        if self.kind:
            return
        self._begin(kind, quiet=quiet)
        desk = self._office.desk

        def ended(outcome: Outcome) -> None:
            if outcome.refusal is not None:
                desk.do(self, backups.settle)
                self._note_parted(outcome.refusal)
                self._end(outcome)
                return
            desk.do(
                self,
                lambda vault: write_down(vault, outcome.value),
                lambda value: self._end(Outcome(kind, value, quiet=quiet)),
                lambda refusal: self._end(Outcome(kind, refusal=refusal, quiet=quiet)),
                (Noun.BACKUPS,),
            )
            desk.do(self, backups.settle)

        desk.do(
            self,
            begin,
            lambda given: self._run(kind, lambda told: work(given, told), ended),
            lambda refusal: self._end(Outcome(kind, refusal=refusal, quiet=quiet)),
        )

    def _note_parted(self, refusal: Refusal) -> None:
        """Let the day say that a folder is to be chosen; once a day it is looked at again."""
        if isinstance(refusal, BackupFolderDiverged):
            clock = self._office.tools().clock
            self._office.desk.do(
                self, lambda vault: backups.parted(vault, clock), changes=(Noun.BACKUPS,)
            )

    def _begin(self, kind: str, *, quiet: bool = False) -> None:
        self.kind, self.quiet = kind, quiet
        self._stop.clear()
        self.started.emit(kind)

    def _run(self, kind: str, work: Callable[[Told], Any], then: Callable[[Outcome], None]) -> None:
        """Do the work on the thread, and answer on the window's."""
        if self.kind != kind:
            self._begin(kind)
        quiet = self.quiet

        def finish(found: Any) -> None:  # noqa: ANN401 - whatever the work gives
            refused = isinstance(found, Refusal)
            value, refusal = (None, found) if refused else (found, None)
            then(Outcome(kind, value, refusal, quiet))

        stop = self._stop
        self._future = lend(
            self._thread,
            self,
            lambda told: work(_Teller(stop, told)),
            partial(self._deliver, finish),
            lambda done, _: self.progressed.emit(done),
        )

    def _deliver(self, finish: Callable[[Any], None], answer: Lent) -> None:
        """Hand over what a piece of work gave; what is no refusal is a bug and is raised."""
        if self._closed:
            return
        if answer.error is not None and not isinstance(answer.error, Refusal):
            raise answer.error
        finish(answer.value if answer.error is None else answer.error)

    def _end(self, outcome: Outcome) -> None:
        self.kind, self.quiet = "", False
        if outcome.refusal is not None and not isinstance(outcome.refusal, BackupFolderMissing):
            self._pass_by = _HOUR
        self.ended.emit(outcome)


def runner(office: Office) -> BackupRunner:
    """Return the one runner of a desk, made when it is first asked for."""
    found = running(office)
    return BackupRunner(office) if found is None else found


def running(office: Office) -> BackupRunner | None:
    """Return the runner of a desk if one was made."""
    made = office.desk.findChild(BackupRunner)
    return made if isinstance(made, BackupRunner) else None
