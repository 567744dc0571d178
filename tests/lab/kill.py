"""kill -9 at random moments, in whatever the program is doing (promises 1, 14, 15, 17, 43).

Against a killed program the disk keeps every byte that was written: what protects is that the words
"it is saved" come after COMMIT, and that everything that belongs together is one transaction. So
the protection is taken away by saying so before the commit.
"""

from __future__ import annotations

import random
import shutil
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import Refusal, VaultDamaged
from app.services import case_removal
from storage import database, header, migrations
from storage.keeper import FolderKeeper
from storage.meter import nobody
from tests.lab import practice, sounds, spy
from tests.lab.killing import ChildFailed, Pipe, killed
from tests.lab.places import folder
from tests.lab.result import Result
from tests.vault.fixtures import PASSWORD, HandClock, floor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.domain.ids import CaseId
    from storage.vault import Vault

SHORT, LONG = 60, 1000
OTHERS_SHORT, OTHERS_LONG = 10, 100
_EACH_VAULT = 25
_CROWD = 20


def run(*, long: bool) -> Iterator[Result]:
    """Kill during writing, at a new header, a backup, a restore, a migration, an erasure."""
    yield _writing(LONG if long else SHORT)
    times = OTHERS_LONG if long else OTHERS_SHORT
    yield _header(times)
    yield _backup(times)
    yield _migration(times)
    yield _erasure(times)


# --- writing, editing, signing -----------------------------------------------------------------


def _writing(times: int) -> Result:
    kills, lost, acknowledged = _kills(times, _work)
    seen = _early()
    facts = {"acknowledged": acknowledged, "lost": lost[:5], "without": "said before COMMIT"}
    return Result(1, "kill -9 while writing", kills, len(lost), len(seen), facts)


def _early() -> list[str]:
    """Return what was lost where steps are said to be done before they are stored.

    A child that finds the steps gone on which it should go on has seen the loss as well.
    """
    try:
        return _kills(_CROWD // 2, _work_early)[1]
    except ChildFailed:
        return ["what was said to be done is not there to go on from"]


def _kills(times: int, work: Callable[[Path, int, Pipe], None]) -> tuple[int, list[str], int]:
    """Kill so many times; return kills, what was wrong, and how many steps were acknowledged."""
    chance = random.Random(28)
    wrong: list[str] = []
    acknowledged = 0
    for start in range(0, times, _EACH_VAULT):
        with folder(in_memory=True) as base:
            place, at = practice.fresh(base / "vault"), 0
            for _ in range(min(_EACH_VAULT, times - start)):
                said = max(at, killed(partial(work, place, at), chance, 0.12))
                acknowledged += said - at
                at, found = practice.reached(place, said)
                wrong += found
                if found:
                    break
    return times, wrong, acknowledged


def _work(place: Path, done: int, pipe: Pipe) -> None:
    """Go on where the vault stands, step by step, and say of each that it is done."""
    vault, clock, model = practice.enter(place), HandClock(), practice.after(done)
    while True:
        done += 1
        one = practice.step(done, model)
        practice.perform(vault, clock, one)
        practice.apply(one, model)
        pipe.done(done)


def _work_early(place: Path, done: int, pipe: Pipe) -> None:
    """The same, but many steps lie in one transaction and are said to be done before its end."""
    vault, clock, model = practice.enter(place), HandClock(), practice.after(done)
    while True:
        with vault.transaction():
            for _ in range(_CROWD):
                done += 1
                one = practice.step(done, model)
                practice.perform(vault, clock, one)
                practice.apply(one, model)
                pipe.done(done)


# --- the header, as a change of password writes it ---------------------------------------------

_OTHER = "另一句 horse 电池 staple"


def _header(times: int) -> Result:
    wrong = _header_kills(times, header.write)
    seen = _header_kills(5 * OTHERS_SHORT, _write_over)
    facts = {"wrong": wrong[:5], "without": "the file is written over in place, without a copy"}
    return Result(14, "kill -9 while the header is rewritten", times, len(wrong), len(seen), facts)


def _header_kills(times: int, write: Callable[[Path, header.Header], None]) -> list[str]:
    """Change between two passwords until killed; after each kill one of both must open."""
    chance = random.Random(14)
    wrong: list[str] = []
    with folder(in_memory=True) as base:
        place = practice.fresh(base / "vault")
        first = header.read(place)[0]
        key = header.open_slot(first, header.PASSWORD, PASSWORD)
        assert key is not None
        old, recovery = first.slot(header.PASSWORD), first.slot(header.RECOVERY)
        new = header.password_slot(first.vault_id, key, _OTHER, floor())

        def change(pipe: Pipe) -> None:
            generation = header.read(place)[0].generation
            while True:
                generation += 1
                slot = new if generation % 2 else old
                write(place, header.Header(first.vault_id, generation, (slot, recovery)))
                pipe.done(generation)

        for _ in range(times):
            said = killed(change, chance, 0.02)
            wrong += _header_wrong(place, said)
            if wrong:
                break
    return wrong


def _header_wrong(place: Path, said: int) -> list[str]:
    """Say what is wrong with the header of a vault whose generation `said` was acknowledged."""
    try:
        found = header.read(place)[0]
        secret = _OTHER if found.generation % 2 and found.generation > 1 else PASSWORD
        if header.open_slot(found, header.PASSWORD, secret) is None:
            return ["neither password opens"]
        practice.enter(place).close()
    except Refusal as refusal:
        return [type(refusal).__name__]
    return [] if found.generation in (said, said + 1) else ["the acknowledged header is gone"]


def _write_over(place: Path, one: header.Header) -> None:
    """Write a header as a careless program does."""
    (place / header.COPY).unlink(missing_ok=True)
    data = header.encode(one)
    with (place / header.NAME).open("wb", buffering=0) as file:
        for start in range(0, len(data), 16):
            file.write(data[start : start + 16])


# --- a backup over the last one ----------------------------------------------------------------


def _backup(times: int) -> Result:
    wrong = _backup_kills(times, _back_up)
    seen = _backup_kills(OTHERS_SHORT, _copy_over)
    facts = {"wrong": wrong[:5], "without": "the last backup is written over in place"}
    return Result(17, "kill -9 during a backup", times, len(wrong), len(seen), facts)


_DRIVE = "drive"


def _back_up(place: Path, target: Path, pipe: Pipe) -> None:
    """Store a recording, then back up into the file and into the folder, again and again."""
    vault, keeper, clock = practice.enter(place), FolderKeeper(), HandClock()
    lease, number = keeper.lease(vault), 0
    pipe.done(1)
    while True:
        number += 1
        sounds.record(vault, clock, number)
        keeper.back_up(vault, target, replace=True)
        keeper.back_up_folder(lease, target.with_name(_DRIVE), clock.now(), nobody)


def _copy_over(place: Path, target: Path, pipe: Pipe) -> None:
    vault, keeper = practice.enter(place), FolderKeeper()
    keeper.back_up(vault, target.with_name("whole"), replace=True)
    data = target.with_name("whole").read_bytes()
    pipe.done(1)
    while True:
        with target.open("wb", buffering=0) as file:
            for start in range(0, len(data), 512):
                file.write(data[start : start + 512])


def _backup_kills(times: int, work: Callable[[Path, Path, Pipe], None]) -> list[str]:
    """Kill during backups; file and folder must always give back notes and recordings whole."""
    chance = random.Random(17)
    wrong: list[str] = []
    with folder(in_memory=True) as base:
        place, target = practice.fresh(base / "vault"), base / "backup.xinxia"
        killed(lambda pipe: _work(place, 0, pipe), chance, 0.3)
        vault, keeper = practice.enter(place), FolderKeeper()
        sounds.record(vault, HandClock(), 0)
        lease = keeper.lease(vault)
        keeper.back_up(vault, target)
        drive = keeper.adopt(lease, base / _DRIVE)
        keeper.back_up_folder(lease, drive, HandClock().now(), nobody)
        vault.close()
        wanted, _ = _holds(place)
        for number in range(times):
            killed(lambda pipe: work(place, target, pipe), chance, 0.25)
            for source in (target, drive):
                wrong += _restored_wrong(source, base / f"back{number}", wanted)
    return wrong


def _restored_wrong(source: Path, back: Path, wanted: practice.Model) -> list[str]:
    """Say what is wrong with what a backup gives back."""
    try:
        lacking = FolderKeeper().restore_from(source, back, nobody)
        found, unsound = _holds(back)
    except Refusal as refusal:
        return [type(refusal).__name__]
    finally:
        spy.remove(back)
    if lacking:
        return ["the backup lacks a recording"]
    return unsound if found == wanted else ["the backup holds something else"]


def _holds(place: Path) -> tuple[practice.Model, list[str]]:
    """Return what a vault holds, and what does not agree in it."""
    vault = practice.enter(place)
    try:
        found = practice.held(vault)
        return found, practice.unsound(vault, found)
    finally:
        vault.close()


# --- a migration -------------------------------------------------------------------------------

_NEXT = """
CREATE TABLE lab (id INTEGER PRIMARY KEY, was BLOB) STRICT;
INSERT INTO lab (was) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 9000)
    SELECT randomblob(200) FROM n;
ALTER TABLE notes ADD COLUMN lab TEXT;
CREATE TABLE lab_more (id INTEGER PRIMARY KEY, was BLOB) STRICT;
INSERT INTO lab_more (was) SELECT was FROM lab;
"""


def _migration(times: int) -> Result:
    wrong = _migration_kills(times, careful=True)
    seen = _migration_kills(3 * OTHERS_SHORT, careful=False)
    facts = {"wrong": wrong[:5], "without": "every statement is a transaction of its own"}
    return Result(15, "kill -9 during a migration", times, len(wrong), len(seen), facts)


def _migration_kills(times: int, *, careful: bool) -> list[str]:
    """Kill while a vault of an older schema is brought up to date; it must be before or behind."""
    chance = random.Random(15)
    wrong: list[str] = []
    real, apply = migrations.available, migrations._apply
    scripts = [*real(), (len(real()) + 1, _NEXT)]
    with folder(in_memory=True) as base:
        old = practice.fresh(base / "old")
        killed(lambda pipe: _work(old, 0, pipe), chance, 0.3)
        wanted, _ = _holds(old)
        migrations.available = lambda: scripts
        migrations._apply = apply if careful else _apply_loosely
        try:
            whole = _undisturbed(Path(shutil.copytree(old, base / "whole")))
            for number in range(times):
                place = base / f"vault{number}"
                shutil.copytree(old, place)
                killed(partial(_migrate, place), chance, whole)
                wrong += _migrated_wrong(place, wanted)
        finally:
            migrations.available, migrations._apply = real, apply
    return wrong


def _undisturbed(place: Path) -> float:
    """Return how long a migration takes that nobody kills, in seconds."""
    began = time.monotonic()
    practice.enter(place).close()
    return time.monotonic() - began


def _migrate(place: Path, pipe: Pipe) -> None:
    pipe.done(1)
    practice.enter(place)


def _apply_loosely(connection: object, number: int, script: str) -> None:
    """Run a script as a careless program does."""
    for statement in migrations._statements(script):
        connection.execute(statement)  # type: ignore[attr-defined]
    connection.execute(f"PRAGMA user_version = {number:d}")  # type: ignore[attr-defined]


def _migrated_wrong(place: Path, wanted: practice.Model) -> list[str]:
    """Say what is wrong after the start that was killed, and after the next one."""
    try:
        found, unsound = _holds(place)
    except Refusal as refusal:
        return [type(refusal).__name__]
    except database.Error as error:
        return [f"the next start fails: {error}"]
    return unsound if found == wanted else ["the vault holds something else"]


# --- erasure -----------------------------------------------------------------------------------


def _erasure(times: int) -> Result:
    wrong = _erasure_kills(times, case_removal.remove)
    # It ends at the first that is seen; a short one might meet none by chance.
    seen = _erasure_kills(10 * OTHERS_SHORT, _remove_loosely)
    facts = {"wrong": wrong[:5], "without": "form and case go one after the other"}
    return Result(43, "kill -9 during an erasure", times, len(wrong), len(seen), facts)


def _erasure_kills(times: int, remove: Callable[..., object]) -> list[str]:
    """Kill while cases are opened and removed; each must be wholly there or wholly gone."""
    chance = random.Random(43)
    wrong: list[str] = []

    def work(pipe: Pipe) -> None:
        vault, clock = practice.enter(place), HandClock()
        for case in vault.cases.all():
            remove(vault, clock, case.id)
        pipe.done(1)
        while True:
            opened = practice.Step("open", text="canary")
            practice.perform(vault, clock, opened)
            remove(vault, clock, vault.cases.all()[-1].id)

    with folder(in_memory=True) as base:
        place = practice.fresh(base / "vault")
        for _ in range(times):
            killed(work, chance, 0.05)
            found = _remains(place)
            wrong += found
            if found:
                break
    return wrong


def _remains(place: Path) -> list[str]:
    """Say what is left of a case that is gone, or missing of one that is there."""
    vault = practice.enter(place)
    try:
        rows = vault.connection.execute
        alone = rows(
            "SELECT count(*) FROM cases WHERE id NOT IN (SELECT case_id FROM clients)"
        ).fetchone()[0]
        if alone:
            return ["a case without its form"]
        return practice.unsound(vault, practice.Model())
    except VaultDamaged:
        return ["a case that cannot be read"]
    finally:
        vault.close()


def _remove_loosely(vault: Vault, clock: HandClock, case_id: CaseId) -> None:
    """Remove a case as a careless program does."""
    vault.clients.remove_of_case(case_id)
    vault.cases.remove(case_id)
