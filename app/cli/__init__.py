"""Work without a window: `python -m app COMMAND`. Exit codes: 0 done, 1 refused, 2 wrong words.

1 is also the code of `verify` where it finds something wrong, and of `backup` and `restore` where
they did their work and a recording is not whole: they name it. `salvage` says 0 whatever is lost:
to save the rest is what it is for, and it names the lost.

A password comes from a prompt or, with --password-stdin, from the first line of standard input;
never from an argument, which other programs could read.
"""

from __future__ import annotations

import argparse

from app.cli import deidentify, readable, salvage, speech, succession, summary, vaults
from app.domain.errors import Refusal


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    parsed = _parser().parse_args(arguments)
    try:
        result: int = parsed.run(parsed)
    except Refusal as refusal:
        return speech.refused(parsed, refusal)
    except FileNotFoundError as error:
        return speech.complain(speech.words().no_such_file(str(error.filename)))
    except OSError as error:
        return speech.complain(speech.words().not_reached(str(error.filename)))
    return result


def _parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="xinxia",
        description=__doc__,
        epilog="另有两个命令 / two more commands: demo DIR (做一个示例 / makes an example),"
        " bench [NAME] (性能测试 / runs the benchmarks).",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    deidentify.add(commands)
    vaults.add(commands)
    salvage.add(commands)
    summary.add(commands)
    succession.add(commands)
    readable.add(commands)
    gallery = commands.add_parser(
        "gallery", help="展示窗口的全部零件 / show every part of the window"
    )
    gallery.add_argument("--theme", choices=("light", "dark", "system"), default="system")
    gallery.set_defaults(run=_gallery)
    return parser


def _gallery(parsed: argparse.Namespace) -> int:
    """Show the gallery."""
    from app import bootstrap  # noqa: PLC0415 - of all commands this one alone opens a window

    return bootstrap.run_gallery(parsed.theme)
