"""`export-readable` and `take-in`: everything out of a vault for other programs, and back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import bootstrap
from app.cli import door, speech
from app.domain.readable import Order
from app.ports import NewVault

if TYPE_CHECKING:
    import argparse

    from app.domain.readable import Left


def add(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this type private
    """Describe the commands."""
    out = commands.add_parser(
        "export-readable",
        help="把全部记录导出成别的程序也打得开的加密压缩包 / export everything as an encrypted"
        " archive that other programs open",
    )
    out.add_argument("vault", type=Path)
    out.add_argument("target", type=Path, help="新文件，以 .zip 结尾 / a new file, ending in .zip")
    out.add_argument(
        "--language", choices=("zh", "en"), default="zh", help="网页的语言 / language of the pages"
    )
    out.add_argument(
        "--reflections",
        dest="her_own",
        action="store_true",
        help="咨询师札记也放进去 / with the private reflections",
    )
    out.add_argument(
        "--no-recordings", action="store_true", help="不放录音 / without the recordings"
    )
    out.set_defaults(run=_export)
    back = commands.add_parser(
        "take-in",
        help="用导出的压缩包建一个新的保险库 / make a new vault of such an archive",
    )
    back.add_argument("source", type=Path, help="压缩包 / the archive")
    back.add_argument("vault", type=Path, help="新文件夹 / a new folder")
    back.set_defaults(run=_take_in)
    for command in (out, back):
        command.add_argument(
            "--password-stdin",
            action="store_true",
            help="密码从标准输入读，一行一个：先打开来源的，再是新的 / passwords from standard"
            " input, a line each: first what opens the source, then the new one",
        )
        command.add_argument("--json", action="store_true", help="JSON")


def _export(parsed: argparse.Namespace) -> int:
    """Run `export-readable`: the vault's password, then that of the archive, twice if typed."""
    from app.domain.errors import FileTaken  # noqa: PLC0415 - a command imports what it needs
    from app.services import readable_exports  # noqa: PLC0415

    target = parsed.target.absolute()
    if target.exists() or target.is_symlink():
        raise FileTaken
    vault = door.open_vault(parsed, parsed.vault)
    bootstrap.speak()  # the pages say the acts of the trail in words
    try:
        order = Order(
            parsed.language,
            parsed.her_own,
            not parsed.no_recordings,
            door.new_password(parsed),
        )
        work = readable_exports.begin(vault, bootstrap.archivist(), target, order)
        made = work(speech.progress)
        readable_exports.made(vault, bootstrap.clock(), made)
    finally:
        vault.close()
    account = {"file": str(parsed.target), "cases": len(made.cases), "files": made.files}
    if parsed.json:
        account |= {"rows": made.rows, "left_out": _left(made.left)}
    speech.done(parsed, account)
    _remark(parsed, made.left)
    return 0


def _take_in(parsed: argparse.Namespace) -> int:
    """Run `take-in`: the archive's password, then that of the new vault; prints its recovery key.

    The recovery key is shown once: whoever runs this writes it down.
    """
    if not parsed.source.is_file():
        raise FileNotFoundError(2, "", str(parsed.source))
    secret = door.password(parsed)
    groups = bootstrap.door().new_recovery_key()
    new = NewVault(parsed.vault.absolute(), door.new_password(parsed), groups)
    made = bootstrap.archivist().take_in(parsed.source.absolute(), secret, new, speech.progress)
    account: dict[str, Any] = {"vault": str(parsed.vault), "recovery key": "-".join(groups)}
    if parsed.json:
        account |= {
            "rows": made.rows,
            "left_out": _left(made.left),
            "cases_without_password_now": list(made.unlocked),
            "cases_with_a_broken_signature": list(made.unproven),
        }
    speech.done(parsed, account)
    _remark(parsed, made.left)
    if not parsed.json and (made.unlocked or made.unproven):
        bootstrap.speak()
        from ui.readable_words import arrived  # noqa: PLC0415 - it brings Qt with it

        for sentence in arrived(made):
            speech.remark(sentence)
    return 0


def _left(left: tuple[Left, ...]) -> list[dict[str, Any]]:
    """Return what is not in an archive, as JSON has it."""
    return [{"what": one.what, "number": one.number, "why": one.why} for one in left]


def _remark(parsed: argparse.Namespace, left: tuple[Left, ...]) -> None:
    """Say what is not in an archive."""
    if parsed.json or not left:
        return
    bootstrap.speak()
    from ui.readable_words import lacking  # noqa: PLC0415 - it brings Qt with it

    for sentence in lacking(left):
        sys.stderr.write(f"xinxia: {sentence}\n")
