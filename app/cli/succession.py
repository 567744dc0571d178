"""`succession`: what a colleague's package holds, opened with the key on her paper."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import bootstrap
from app.cli import door, speech

if TYPE_CHECKING:
    import argparse

    from app.domain.succession import SuccessionPackage


def add(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this type private
    """Describe the command."""
    succession = commands.add_parser(
        "succession",
        help="打开同事的职业遗嘱，列出名单 / open a colleague's succession package and list who is"
        " in it; the password is the key on paper",
    )
    succession.add_argument("file", type=Path, help="密封文件 / the sealed file")
    succession.add_argument("--pdf", type=Path, help="名单存成 PDF / write the list as a PDF")
    door.takes_password(succession)
    succession.add_argument("--json", action="store_true", help="JSON")
    succession.set_defaults(run=_run)


def _run(parsed: argparse.Namespace) -> int:
    """Run `succession`."""
    from app.services import succession  # noqa: PLC0415 - a command imports what it needs

    if not parsed.file.is_file():
        raise FileNotFoundError(2, "", str(parsed.file))
    tools = bootstrap.tools()
    package = succession.open_package(
        tools.shelf, bootstrap.succession(), parsed.file, door.password(parsed)
    )
    if parsed.pdf:
        _write(package, parsed.pdf)
    if parsed.json:
        speech.answer(package.to_raw())
    else:
        _say(package)
    return 0


def _write(package: SuccessionPackage, target: Path) -> None:
    """Write the list as a PDF; never over another file."""
    bootstrap.speak()
    from ui.succession_words import list_sheet  # noqa: PLC0415 - it brings Qt with it

    tools = bootstrap.tools()
    tools.shelf.write_new({target: tools.papers.sheet.render(list_sheet(package))})


def _say(package: SuccessionPackage) -> None:
    """Print the list in lines."""
    bootstrap.speak()
    from ui.succession_words import list_sheet  # noqa: PLC0415 - it brings Qt with it

    sheet = list_sheet(package)
    lines = [sheet.title, sheet.subtitle]
    for part in sheet.parts:
        lines += ["", part.heading, *part.lines] if part.heading or part.lines else []
        lines += [": ".join(row) for row in part.rows]
    sys.stdout.write("\n".join(lines) + "\n")
