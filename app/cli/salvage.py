"""`salvage`: gets what can be read out of a damaged vault, into a new one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import bootstrap
from app.cli import door, speech

if TYPE_CHECKING:
    import argparse

    from app.domain.complaint import Complaint
    from app.domain.salvage import Salvaged


def add(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this type private
    """Describe the command."""
    command = commands.add_parser(
        "salvage",
        help="把损坏的保险库里读得出来的救到新文件夹 / get what can be read out of a damaged vault"
        " into a new folder",
    )
    command.add_argument("vault", type=Path, help="损坏的保险库 / the damaged vault")
    command.add_argument(
        "folder", type=Path, help="新文件夹，要空的 / a new folder, or an empty one"
    )
    door.takes_password(command)
    command.add_argument("--json", action="store_true", help="JSON")
    command.set_defaults(run=_salvage)


def _salvage(parsed: argparse.Namespace) -> int:
    """Run `salvage`; the exit code is 0 also where records are lost: they are named."""
    made = bootstrap.door().salvage(
        parsed.vault.absolute(), door.password(parsed), parsed.folder.absolute()
    )
    if parsed.json:
        speech.answer(_as_json(parsed, made))
        return 0
    bootstrap.speak()
    from ui.complaints import salvaged  # noqa: PLC0415 - it brings Qt with it

    sys.stdout.write("\n".join(salvaged(made)) + "\n")
    return 0


def _as_json(parsed: argparse.Namespace, made: Salvaged) -> dict[str, Any]:
    """Return the account of a salvage as JSON has it."""
    return {
        "vault": str(parsed.folder),
        "rows": dict(made.rows),
        "lost": [_one(one) | {"fault": one.fault.name.lower()} for one in made.lost],
        "stand_ins": [_one(one) for one in made.stand_ins],
        "bad_pages": list(made.bad_pages),
        "unclaimed": made.unclaimed,
    }


def _one(complaint: Complaint) -> dict[str, Any]:
    """Return the table and number of a record."""
    return {"table": complaint.detail, "number": complaint.number}
