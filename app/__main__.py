"""Starts the program: `python -m app`."""

from __future__ import annotations

import sys
from io import TextIOWrapper

from app import diagnostics

LOCKED = "--locked"


def main(arguments: list[str] | None = None) -> int:
    """Open the window, or run a subcommand; return the exit code: see `app.cli`."""
    words = sys.argv[1:] if arguments is None else arguments
    diagnostics.keep_private()
    if not words or words[0] == LOCKED:
        return _window(words[1:])
    return _command(words)


def _window(reason: list[str]) -> int:
    """Open the window; `reason` says why and when it was locked, and what was left under way."""
    from app import bootstrap  # noqa: PLC0415 - subcommands do not pay for it

    diagnostics.guard()
    diagnostics.start_log(bootstrap.log_folder())
    why, at = [*reason, "", ""][:2]
    return bootstrap.run_window(why, at, " ".join(reason[2:]))


def _command(words: list[str]) -> int:
    """Run a subcommand; each imports only what it needs."""
    if sys.platform == "win32":
        speak_utf8()
    if words[0] == "demo":
        from app import demo  # noqa: PLC0415

        return demo.main(words[1:])
    # The built program has no benchmarks: they start a Python, and it has none to start.
    if words[0] == "bench" and not getattr(sys, "frozen", False):
        from app import bench  # noqa: PLC0415

        return bench.main(words[1:])
    from app import cli  # noqa: PLC0415

    return cli.main(words)


def speak_utf8() -> None:
    """Write UTF-8 where no person sits at the other end.

    Windows would take the code page of the system, which lacks most of what is said here. A console
    shows every letter as it is; what is read comes as bytes and is UTF-8 everywhere.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
