"""Opens the vault that a command names, with a password that no other program can read."""

from __future__ import annotations

import getpass
import sys
import warnings
from typing import TYPE_CHECKING

from app import bootstrap
from app.cli import speech
from app.cli.console import can_ask
from app.domain import recovery_key
from app.domain.errors import PasswordsDiffer, RecoveryKeyMistyped, TextUnreadable

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from app.ports import Opened, OpenVault


def takes_password(command: argparse.ArgumentParser) -> None:
    """Let a command take its password from standard input."""
    command.add_argument(
        "--password-stdin",
        action="store_true",
        help="密码从标准输入的第一行读 / the password is the first line of standard input",
    )


def new_password(parsed: argparse.Namespace) -> str:
    """Return a password that is given now: the next line of standard input, or typed twice.

    Raises `PasswordsDiffer` where the second is another one, and what `password` raises.
    """
    if parsed.password_stdin:
        return password(parsed)
    first, second = (
        _asked("新的密码 / new password: "),
        _asked("再输一遍 / once more: "),
    )
    if first != second:
        raise PasswordsDiffer
    return first


def password(parsed: argparse.Namespace) -> str:
    """Return the password, from where the command says that it comes.

    Raises `TextUnreadable` for bytes that are no UTF-8, whatever the terminal's own encoding.
    Ends the command with 2 where there is no terminal: nothing is read that would be shown.
    """
    if parsed.password_stdin:
        try:
            return sys.stdin.buffer.readline().decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise TextUnreadable from error
    return _asked("密码 / password: ")


def _asked(words: str) -> str:
    """Return what is typed and not shown."""
    if not can_ask():
        speech.remark(speech.words().nowhere_to_ask())
        raise SystemExit(2)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(words)
    except (EOFError, getpass.GetPassWarning) as error:
        speech.remark(speech.words().nowhere_to_ask())
        raise SystemExit(2) from error


def open_vault(parsed: argparse.Namespace, place: Path, *, only_read: bool = False) -> OpenVault:
    """Open a vault with the password or recovery key; say where its header's copy was used."""
    opened = _opened(place.absolute(), password(parsed), only_read=only_read)
    if opened.from_copy:
        speech.remark(speech.words().header_from_copy())
    return opened.vault


def _opened(place: Path, secret: str, *, only_read: bool) -> Opened:
    """Open with a recovery key, which tells itself by its check, or else with a password."""
    try:
        recovery_key.from_text(secret)
    except RecoveryKeyMistyped:
        return bootstrap.door().open(place, secret, only_read=only_read)
    return bootstrap.door().open_with_recovery(place, secret, only_read=only_read)
