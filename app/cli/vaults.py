"""`verify`, `backup` and `restore`: the commands that keep a vault safe."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import bootstrap
from app.cli import door, speech
from app.domain.complaint import Complaint, Fault
from app.domain.errors import BackupDamaged, NoSuchGeneration, VaultDamaged
from app.services import backups

if TYPE_CHECKING:
    import argparse
    from datetime import datetime

    from app.domain.backup import Unchecked
    from app.domain.differs import Differs
    from app.domain.ids import CaseId
    from app.ports import Lease

    Found = tuple[list[Complaint], list[Unchecked], list[CaseId]]


def add(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this type private
    """Describe the commands."""
    verify = commands.add_parser(
        "verify",
        help="检查保险库或备份的每一页、留痕链和签名 / check every page, the audit trail and the"
        " signatures of a vault or a backup",
    )
    verify.add_argument(
        "vault",
        type=Path,
        help="保险库文件夹、备份文件或备份文件夹 / a vault's folder, a backup file or folder",
    )
    verify.set_defaults(run=_verify)
    backup = commands.add_parser(
        "backup",
        help="备份并核对：一个加密文件，或备份文件夹里的新一份 / write a verified backup: one"
        " encrypted file, or a new generation in a backup folder",
    )
    backup.add_argument("vault", type=Path)
    backup.add_argument(
        "target", type=Path, help="文件，或已有的文件夹 / a file, or a folder that exists"
    )
    backup.add_argument(
        "--replace",
        action="store_true",
        help="换掉已有的同名文件 / put it in the place of a file of that name",
    )
    backup.add_argument(
        "--folder",
        action="store_true",
        help="目标是文件夹，没有就新建 / the target is a folder; it is made where there is none",
    )
    backup.set_defaults(run=_backup)
    restore = commands.add_parser(
        "restore", help="把备份恢复到新文件夹 / unpack a backup into a new folder"
    )
    restore.add_argument("source", type=Path, help="备份文件或备份文件夹 / a backup file or folder")
    restore.add_argument("vault", type=Path)
    restore.set_defaults(run=_restore)
    for command in (verify, restore):
        command.add_argument(
            "--generation",
            type=int,
            default=0,
            help="备份文件夹里的第几份，默认最新 / which one of a folder; the newest if left out",
        )
    for command in (verify, backup):
        door.takes_password(command)
    for command in (verify, backup, restore):
        command.add_argument("--json", action="store_true", help="JSON")


def _verify(parsed: argparse.Namespace) -> int:
    """Run `verify` on a vault's folder, on a backup file or on a backup folder."""
    from app.services import health  # noqa: PLC0415 - a command imports what it needs

    place, keeper = parsed.vault.absolute(), bootstrap.keeper()
    if place.is_file():
        return _say(parsed, _found_in_file(parsed), of_backup=True)
    if keeper.is_folder(place) and not bootstrap.door().exists(place):
        return _say(parsed, _found_in_folder(parsed), of_backup=True)
    if parsed.generation:  # a vault is one: nothing else is checked than what was asked for
        raise NoSuchGeneration(parsed.generation)
    vault = door.open_vault(parsed, parsed.vault, only_read=True)
    try:
        found: Found = health.verify(vault, keeper), [], health.unchecked(vault)
    finally:
        vault.close()
    return _say(parsed, found)


def _found_in_folder(parsed: argparse.Namespace) -> Found:
    """Check a generation where it lies."""
    folder, keeper = parsed.vault.absolute(), bootstrap.keeper()
    lease = keeper.lease_of(folder, door.password(parsed), parsed.generation)
    try:
        _, complaints, unchecked = keeper.verify_folder(
            lease, folder, speech.progress, parsed.generation
        )
    finally:
        lease.end()
    return complaints, unchecked, []  # it looks at no signature, but compares every row


def _found_in_file(parsed: argparse.Namespace) -> Found:
    """Restore a backup where nobody looks for it, and check what came out; it stays encrypted.

    Raises `BackupDamaged` for a backup whose database does not open.
    """
    from app.services import health  # noqa: PLC0415

    keeper = bootstrap.keeper()
    with tempfile.TemporaryDirectory(prefix="xinxia-") as folder:
        place = Path(folder) / "vault"
        source = parsed.vault.absolute()
        hurt = keeper.restore_from(source, place, speech.progress, parsed.generation)
        try:
            vault = door.open_vault(parsed, place)
        except VaultDamaged as error:
            raise BackupDamaged from error
        try:
            complaints = keeper.verify_backup(source, vault)
            complaints = complaints or health.verify(vault, keeper)
            if hurt and not complaints:  # a file that no row names: the vault misses nothing
                complaints = [Complaint(Fault.CONTENTS)]
            return complaints, [], health.unchecked(vault)
        finally:
            vault.close()


def _say(parsed: argparse.Namespace, found: Found, *, of_backup: bool = False) -> int:
    """Say what a check found and what it left out, and return the exit code for it.

    Signatures of cases with a password of their own were not checked: that is no damage.
    """
    complaints, unchecked, locked = found
    if parsed.json:
        left_out = [one.name.lower() for one in unchecked]
        speech.answer(
            {
                "complaints": [_as_json(one) for one in complaints],
                "unchecked": left_out,
                "locked_cases": locked,
            }
        )
        return speech.REFUSED if complaints else 0
    lines = ["ok"]
    if complaints or unchecked or locked:
        bootstrap.speak()
        from ui import complaints as words  # noqa: PLC0415 - it brings Qt with it

        if complaints:
            lines = [*words.sentences(complaints), words.advice(complaints, of_backup=of_backup)]
        lines += words.left_out(unchecked)
        lines += [words.not_checked(locked)] if locked else []
    sys.stdout.write("\n".join(lines) + "\n")
    return speech.REFUSED if complaints else 0


def _as_json(complaint: Complaint) -> dict[str, Any]:
    """Return a complaint as JSON has it."""
    return {
        "fault": complaint.fault.name.lower(),
        "number": complaint.number,
        "detail": complaint.detail,
    }


def _backup(parsed: argparse.Namespace) -> int:
    """Run `backup`, into one file or into a folder."""
    target, keeper = parsed.target.absolute(), bootstrap.keeper()
    vault = door.open_vault(parsed, parsed.vault)
    lease, at = backups.lease(vault, keeper), bootstrap.clock().now()
    number = folder = None
    try:
        if parsed.folder or target.is_dir():
            account, number, differs = _into_folder(lease, target, at)
            folder = Path(account["folder"])
        else:
            told, over = speech.progress, parsed.replace
            made = keeper.back_up_file(lease, target, told, replace=over, at=at)
            account, differs = {"file": str(parsed.target), "rows": made.rows}, made.differs
        backups.backed_up(vault, at, number, differs, folder=folder)
    finally:
        lease.end()
        vault.close()
    return _account(parsed, account, differs)


def _account(
    parsed: argparse.Namespace, account: dict[str, Any], differs: tuple[Differs, ...]
) -> int:
    """Say what was done and which recordings are not whole; return the exit code for it."""
    if parsed.json:
        speech.done(parsed, {**account, "recordings_differ": [_differing(one) for one in differs]})
    else:
        speech.done(parsed, account)
    if not differs:
        return 0
    if not parsed.json:
        bootstrap.speak()
        from ui import recording_words  # noqa: PLC0415 - it brings Qt with it

        for sentence in recording_words.differing(differs):
            speech.remark(sentence)
    return speech.REFUSED


def _differing(one: Differs) -> dict[str, Any]:
    """Return a recording that is not whole in the vault, as JSON has it."""
    fault = one.complaint().fault.name.lower()
    number = one.recording or None
    return {"recording": number, "fault": fault, "whole_in_backup": one.kept}


def _into_folder(
    lease: Lease, target: Path, at: datetime
) -> tuple[dict[str, Any], int, tuple[Differs, ...]]:
    """Add a generation to a folder; return the account of it, its number, and what differs."""
    keeper = bootstrap.keeper()
    folder = keeper.adopt(lease, target)
    done = keeper.back_up_folder(lease, folder, at, speech.progress)
    account = {
        "folder": str(folder),
        "generation": done.generation.number,
        "rows": done.rows,
        "recordings": done.generation.recordings,
        "copied": done.copied,
        "unfinished": done.unfinished,
        "damaged": done.damaged,
    }
    return account, done.generation.number, done.differs


def _restore(parsed: argparse.Namespace) -> int:
    """Run `restore`."""
    if not parsed.source.exists():
        raise FileNotFoundError(2, "", str(parsed.source))
    source, place = parsed.source.absolute(), parsed.vault.absolute()
    lacking = bootstrap.keeper().restore_from(source, place, speech.progress, parsed.generation)
    return _account(parsed, {"vault": str(parsed.vault)}, lacking)
