"""Opens the vault that a command names, with a password that no other program can read."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

from app import bootstrap
from app.cli import speech
from app.domain.errors import TextUnreadable

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from app.ports import OpenVault


def takes_password(command: argparse.ArgumentParser) -> None:
    """Let a command take its password from standard input."""
    command.add_argument(
        "--password-stdin",
        action="store_true",
        help="密码从标准输入的第一行读 / the password is the first line of standard input",
    )


def password(parsed: argparse.Namespace) -> str:
    """Return the password, from where the command says that it comes.

    Raises `TextUnreadable` for bytes that are no UTF-8, whatever the terminal's own encoding.
    """
    if parsed.password_stdin:
        try:
            return sys.stdin.buffer.readline().decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise TextUnreadable from error
    return getpass.getpass("密码 / password: ")


def open_vault(parsed: argparse.Namespace, place: Path, *, only_read: bool = False) -> OpenVault:
    """Open a vault; say so where the copy of its header had to be used."""
    opened = bootstrap.door().open(place.absolute(), password(parsed), only_read=only_read)
    if opened.from_copy:
        speech.remark(speech.words().header_from_copy())
    return opened.vault
