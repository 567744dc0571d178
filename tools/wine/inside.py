"""Runs something in the lane's Debian: its own mounts, gone with the process, and a screen."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.wine.making import Place

WINDOWS: Final = "/mnt/windows"
"""Where the shared folder lies inside."""
_ENTER: Final = f"""
mkdir -p "$1{WINDOWS}"
mount -t proc proc "$1/proc"
mount --rbind /dev "$1/dev"
mount --bind "$2" "$1{WINDOWS}"
root=$1; shift 2
chroot "$root" /usr/bin/env -i HOME=/root LANG=zh_CN.UTF-8 WINEDEBUG=-all \
  PATH=/usr/bin:/bin:/usr/sbin:/sbin WINEPREFIX=/opt/prefix WINEDLLOVERRIDES="mscoree,mshtml=" \
  XINXIA_TEST_PLATFORM=windows ORT_DISABLE_TELEMETRY=1 \
  "$@"
exit $?
"""
# A shell stays the first process of its own: xvfb-run waits for a signal that the first one of a
# namespace never gets. The server of Wine writes its registry when it is told to end.
_WITH_SCREEN: Final = f"""
cd {WINDOWS}/program
xvfb-run -a -s "-screen 0 1920x1080x24" "$@"
code=$?
wineserver -k
exit $code
"""


def run(at: Place, words: Sequence[str], *, seconds: int = 600) -> int:
    """Run a command inside; return its exit code. What it prints goes to the standard error."""
    command = ("unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", _ENTER, "sh")
    try:
        done = subprocess.run(
            [*command, str(at.root), str(at.windows), *words],
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            check=False,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        print(f"stopped after {seconds} s", file=sys.stderr)
        return 124
    return done.returncode


def run_python(at: Place, words: Sequence[str], *, seconds: int) -> int:
    """Run Windows Python with a screen, in the folder of the program; return its exit code."""
    python = f"{WINDOWS}/python/python.exe"
    shell = ("sh", "-c", _WITH_SCREEN, "sh", "wine", python, "-P", *words)
    return run(at, shell, seconds=seconds)
