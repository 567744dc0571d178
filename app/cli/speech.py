"""How a command answers: in one line, in the chosen language, or in JSON."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from app import bootstrap

if TYPE_CHECKING:
    import argparse
    from types import ModuleType

    from app.domain.errors import Refusal

REFUSED = 1


def words() -> ModuleType:
    """Return `ui.command_words`, ready to speak the chosen language.

    It is imported only by who has something to say: it brings Qt with it.
    """
    bootstrap.speak()
    from ui import command_words  # noqa: PLC0415

    return command_words


def complain(line: str) -> int:
    """Say why nothing was done, and return the exit code for it."""
    remark(line)
    return REFUSED


def remark(line: str) -> None:
    """Say something beside what was asked for."""
    sys.stderr.write(f"xinxia: {line}\n")


def refused(parsed: argparse.Namespace, refusal: Refusal) -> int:
    """Say a refusal in plain words, or as JSON; return the exit code."""
    if getattr(parsed, "json", False):
        answer({"refused": type(refusal).__name__, **vars(refusal)})
        return REFUSED
    bootstrap.speak()
    from ui.messages import message  # noqa: PLC0415 - only a refusal needs the sentences

    said = message(refusal)
    clause = f" [{said.clause}]" if said.clause else ""
    return complain(f"{said.line}{clause}")


def done(parsed: argparse.Namespace, account: dict[str, Any]) -> None:
    """Say what was done, as JSON or in lines."""
    if parsed.json:
        answer(account)
        return
    for key, value in account.items():
        sys.stdout.write(f"{key}: {value}\n")


def progress(done: int, total: int) -> None:
    """Show how far long work is where somebody looks on; a file or a pipe gets nothing."""
    if total and sys.stderr.isatty():
        sys.stderr.write(f"\r{100 * done // total:3} %" + ("\r     \r" if done >= total else ""))
        sys.stderr.flush()


def answer(value: dict[str, Any]) -> None:
    """Print one JSON object."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
