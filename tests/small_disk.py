"""A disk of a few MiB, and a way to fill it up to the last byte."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from app.domain.errors import DiskFull
from tests.modes import WINDOWS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from storage.vault import Vault

BALLAST = "ballast"


@contextmanager
def mounted(folder: Path, mebibytes: int) -> Iterator[Path]:
    """Give a real disk of that size in `folder`; skip the test where nobody may mount one."""
    folder.mkdir()
    if WINDOWS or os.geteuid() or not shutil.which("mount"):
        pytest.skip("only root mounts a small disk")
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={mebibytes}m", "tmpfs", folder],
        capture_output=True,
        check=False,
    )
    if done.returncode:
        pytest.skip("this computer lets nobody mount")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def fill_up(folder: Path) -> Path:
    """Write until not a byte fits; return the file to take away again."""
    with (folder / BALLAST).open("ab", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue
    return folder / BALLAST


def write_until_full(vault: Vault) -> None:
    """Use up what room the log of an open vault still has."""
    for _ in range(2000):
        try:
            with vault.transaction():
                vault.connection.execute(
                    "INSERT INTO settings VALUES (hex(randomblob(9)), hex(randomblob(9000)))"
                )
        except DiskFull:
            return
    pytest.fail("the disk took everything")
