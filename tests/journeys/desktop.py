"""A desktop for one test: a bus of its own, with somebody on it who plays logind and the saver."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.house.tree import ROOT
from tests.journeys.processes import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Desktop:
    """The address of a bus, and what is said on it."""

    def __init__(self, address: str, mock: subprocess.Popen[str], log: Path) -> None:
        self.address, self._mock, self._log = address, mock, log

    def send(self, *words: str) -> None:
        """Let the mock send a signal."""
        assert self._mock.stdin is not None
        self._mock.stdin.write(" ".join(words) + "\n")
        self._mock.stdin.flush()

    def heard(self) -> list[str]:
        """Return what the mock was asked for, and what became of its lock, line by line."""
        return self._log.read_text("utf-8").splitlines()


@contextlib.contextmanager
def desktop(folder: Path, session: str = "auto") -> Iterator[Desktop]:
    """Start bus and mock in `folder`; both are ended afterwards. The path must be a short one."""
    daemon = shutil.which("dbus-daemon")
    assert daemon, "dbus-daemon is not installed: apt-get install dbus"
    address, log = f"unix:path={folder / 'bus'}", folder / "heard"
    with contextlib.ExitStack() as stack:
        _started(stack, [daemon, "--session", f"--address={address}", "--nofork", "--nopidfile"])
        until((folder / "bus").exists)
        environment = {
            **os.environ,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "MOCK_SESSION": session,
            "PYTHONPATH": str(ROOT),
        }
        said = stack.enter_context(log.open("w", encoding="utf-8"))
        mock = _started(
            stack,
            [sys.executable, "-m", "tests.journeys.desktop_mock"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=said,
            text=True,
        )
        until(lambda: "READY" in log.read_text("utf-8"))
        yield Desktop(address, mock, log)


def _started(
    stack: contextlib.ExitStack, words: list[str], **other: object
) -> subprocess.Popen[str]:
    """Start a process that is killed when the stack ends."""
    quiet = {"stderr": subprocess.DEVNULL}
    process: subprocess.Popen[str] = subprocess.Popen(words, **{**quiet, **other})  # type: ignore[call-overload]

    def end() -> None:
        process.kill()
        process.wait()
        if process.stdin is not None:
            process.stdin.close()

    stack.callback(end)
    return process
