"""A clean account: an empty home, no Python on the path, no network, nobody's rights."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_NOBODY: Final = 65534
_END: Final = 10.0
# What a bare computer does not have, a Python or a Chinese font, is covered by an empty folder.
_HIDE: Final = """
for folder in /usr/share/fonts /usr/local/share/fonts /usr/lib/python3* /usr/local/lib/python3*
do if [ -d "$folder" ]; then PATH=/usr/bin:/bin mount -t tmpfs none "$folder" || exit 1; fi; done
exec "$@"
"""
_PUBLIC: Final = 0o755
_PRIVATE: Final = 0o700


class Account:
    """Somebody who has just got this computer. Root plays `nobody`; others play themselves."""

    def __init__(self, base: Path) -> None:
        """Make the home inside `base`, a folder that others may walk through."""
        self.uid = _NOBODY if os.geteuid() == 0 else os.geteuid()
        self.home = base / "家 home"
        self.run_folder = base / "run"  # D-Bus wants a plain path
        base.chmod(_PUBLIC)
        for folder in (self.home, self.run_folder):
            folder.mkdir(mode=_PRIVATE)
            if os.geteuid() == 0:
                os.chown(folder, self.uid, self.uid)
        self._started: list[subprocess.Popen[bytes]] = []
        self._cut_off = self._without_network()
        self._bare = self._without_python()

    @property
    def cut_off(self) -> bool:
        """Say whether the programs of this account are in a network of nothing."""
        return bool(self._cut_off)

    def environment(self, **more: str) -> dict[str, str]:
        """Return all that a program of this account finds in its environment."""
        return {
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.run_folder),
            "LANG": "C.UTF-8",
            "PATH": "/nowhere",
            **more,
        }

    @property
    def bare(self) -> bool:
        """Say whether what is tried sees neither a Python nor a font of this computer."""
        return bool(self._bare)

    def start(
        self, words: Sequence[str], *, bare: bool = False, **more: Any
    ) -> subprocess.Popen[bytes]:
        """Start a program of this account, cut off from every network, `bare` without fonts too."""
        environment = self.environment(**more.pop("environment", {}))
        first = self._bare if bare and self._bare else self._cut_off
        started = subprocess.Popen(
            [*first, *self._as_nobody(), *words],
            env=environment,
            cwd=self.home,
            start_new_session=True,
            **more,
        )
        self._started.append(started)
        return started

    def run(self, words: Sequence[str], told: str = "") -> str:
        """Run a program to its end, `told` on its standard input; return what it says."""
        done = self.start(
            words, bare=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        said, complained = done.communicate(told.encode("utf-8"))
        assert done.returncode == 0, f"{words[1:]}: {done.returncode}\n{complained.decode()}"
        return said.decode("utf-8")

    def leave(self) -> None:
        """End everything that was started, whatever became of it."""
        for started in reversed(self._started):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(started.pid, signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                started.wait(_END)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(started.pid, signal.SIGKILL)
            started.wait()

    @contextlib.contextmanager
    def self(self) -> Iterator[None]:
        """Be this account for a moment: a session bus talks to its owner alone."""
        before = os.geteuid()
        os.seteuid(self.uid)
        try:
            yield
        finally:
            os.seteuid(before)

    @staticmethod
    def _without_network() -> list[str]:
        """Return the words that take the network from a program; none where that is forbidden."""
        unshare = shutil.which("unshare")
        if not unshare:
            return []
        words = (
            [unshare, "--net"] if os.geteuid() == 0 else [unshare, "--map-current-user", "--net"]
        )
        tried = subprocess.run([*words, "/bin/true"], check=False, capture_output=True)
        return words if tried.returncode == 0 else []

    @staticmethod
    def _without_python() -> list[str]:
        """Return the words that take network, Python and fonts away; none where not allowed."""
        words = [shutil.which("unshare") or "unshare", "--net", "--mount", "/bin/sh", "-c", _HIDE]
        if os.geteuid() != 0:
            return []
        tried = subprocess.run([*words, "sh", "/bin/true"], check=False, capture_output=True)
        return [*words, "sh"] if tried.returncode == 0 else []

    def _as_nobody(self) -> list[str]:
        """Return the words that take root's rights from a program."""
        setpriv = shutil.which("setpriv")
        if os.geteuid() != 0:
            return []
        assert setpriv, "setpriv is not installed"
        return [setpriv, f"--reuid={self.uid}", f"--regid={self.uid}", "--clear-groups"]
