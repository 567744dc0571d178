"""`verify`, `backup` and `restore`: the commands that keep a vault safe."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import bootstrap
from app.cli import door, speech
from app.domain.errors import BackupDamaged, VaultDamaged

if TYPE_CHECKING:
    import argparse

    from app.domain.complaint import Complaint


def add(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this type private
    """Describe the commands."""
    verify = commands.add_parser(
        "verify",
        help="检查保险库或备份的每一页、留痕链和签名 / check every page, the audit trail and the"
        " signatures of a vault or a backup",
    )
    verify.add_argument(
        "vault", type=Path, help="保险库文件夹或备份文件 / a vault's folder or a backup file"
    )
    verify.set_defaults(run=_verify)
    backup = commands.add_parser(
        "backup",
        help="备份成一个加密文件并核对 / write a verified backup to one encrypted file",
    )
    backup.add_argument("vault", type=Path)
    backup.add_argument("file", type=Path)
    backup.add_argument(
        "--replace",
        action="store_true",
        help="换掉已有的同名文件 / put it in the place of a file of that name",
    )
    backup.set_defaults(run=_backup)
    restore = commands.add_parser(
        "restore", help="把备份恢复到新文件夹 / unpack a backup into a new folder"
    )
    restore.add_argument("file", type=Path)
    restore.add_argument("vault", type=Path)
    restore.set_defaults(run=_restore)
    for command in (verify, backup):
        door.takes_password(command)
    for command in (verify, backup, restore):
        command.add_argument("--json", action="store_true", help="JSON")


def _verify(parsed: argparse.Namespace) -> int:
    """Run `verify` on a vault's folder, or on a backup file."""
    from app.services import health  # noqa: PLC0415 - a command imports what it needs

    if parsed.vault.is_file():
        return _say(parsed, _complaints_of_backup(parsed))
    vault = door.open_vault(parsed, parsed.vault, only_read=True)
    try:
        complaints = health.verify(vault, bootstrap.keeper())
    finally:
        vault.close()
    return _say(parsed, complaints)


def _complaints_of_backup(parsed: argparse.Namespace) -> list[Complaint]:
    """Restore a backup where nobody looks for it, and check what came out; it stays encrypted.

    Raises `BackupDamaged` for a backup whose database does not open.
    """
    from app.services import health  # noqa: PLC0415

    keeper = bootstrap.keeper()
    with tempfile.TemporaryDirectory(prefix="xinxia-") as folder:
        place = Path(folder) / "vault"
        keeper.restore(parsed.vault.absolute(), place)
        try:
            vault = door.open_vault(parsed, place)
        except VaultDamaged as error:
            raise BackupDamaged from error
        try:
            complaints = keeper.verify_backup(parsed.vault.absolute(), vault)
            return complaints or health.verify(vault, keeper)
        finally:
            vault.close()


def _say(parsed: argparse.Namespace, complaints: list[Complaint]) -> int:
    """Say what a check found, and return the exit code for it."""
    if parsed.json:
        speech.answer({"complaints": [_as_json(one) for one in complaints]})
    elif complaints:
        bootstrap.speak()
        from ui.complaints import advice, sentences  # noqa: PLC0415 - it brings Qt with it

        sys.stdout.write(
            "\n".join([*sentences(complaints), advice(of_backup=parsed.vault.is_file())]) + "\n"
        )
    else:
        sys.stdout.write("ok\n")
    return speech.REFUSED if complaints else 0


def _as_json(complaint: Complaint) -> dict[str, Any]:
    """Return a complaint as JSON has it."""
    return {
        "fault": complaint.fault.name.lower(),
        "number": complaint.number,
        "detail": complaint.detail,
    }


def _backup(parsed: argparse.Namespace) -> int:
    """Run `backup`."""
    vault = door.open_vault(parsed, parsed.vault)
    try:
        rows = bootstrap.keeper().back_up(vault, parsed.file.absolute(), replace=parsed.replace)
    finally:
        vault.close()
    speech.done(parsed, {"file": str(parsed.file), "rows": rows})
    return 0


def _restore(parsed: argparse.Namespace) -> int:
    """Run `restore`."""
    if not parsed.file.is_file():
        raise FileNotFoundError(2, "", str(parsed.file))
    bootstrap.keeper().restore(parsed.file.absolute(), parsed.vault.absolute())
    speech.done(parsed, {"vault": str(parsed.vault)})
    return 0
