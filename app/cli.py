"""Work without a window: `python -m app COMMAND`. Exit codes: 0 done, 1 refused, 2 wrong words.

A password comes from a prompt or, with --password-stdin, from the first line of standard input;
never from an argument, which other programs could read.
"""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import bootstrap
from app.domain.errors import Refusal

if TYPE_CHECKING:
    from app.ports import OpenVault

REFUSED = 1


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    parsed = _parser().parse_args(arguments)
    try:
        result: int = parsed.run(parsed)
    except Refusal as refusal:
        return _refused(refusal, parsed)
    except ValueError as error:
        sys.stderr.write(f"xinxia: the input cannot be read ({type(error).__name__})\n")
        return REFUSED
    except FileNotFoundError as error:
        sys.stderr.write(f"xinxia: no such file: {error.filename}\n")
        return REFUSED
    except OSError as error:
        sys.stderr.write(f"xinxia: cannot be read or written: {error.filename}\n")
        return REFUSED
    return result


def _refused(refusal: Refusal, parsed: argparse.Namespace) -> int:
    """Say a refusal in both languages' plain words, or as JSON."""
    if getattr(parsed, "json", False):
        _print({"refused": type(refusal).__name__, **vars(refusal)})
    else:
        from ui.messages import message  # noqa: PLC0415 - only a refusal needs the sentences

        words = message(refusal)
        clause = f" [{words.clause}]" if words.clause else ""
        sys.stderr.write(f"xinxia: {words.what}{words.why}{clause}\n")
    return REFUSED


def _parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="xinxia",
        description=__doc__,
        epilog="Two more commands: demo DIR makes an example, bench [NAME] runs the benchmarks.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_deidentify(commands)
    _add_vault_commands(commands)
    gallery = commands.add_parser("gallery", help="show every part of the window")
    gallery.add_argument("--theme", choices=("light", "dark", "system"), default="system")
    gallery.set_defaults(run=_gallery)
    return parser


def _add_deidentify(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this type private
    """Describe `deidentify`."""
    deid = commands.add_parser(
        "deidentify",
        help="hide who people are in a text or in cases",
        description="Reads one text from standard input and writes it with every identifying"
        " stretch replaced; or, with --cases, reads JSON lines and writes predictions.",
    )
    deid.add_argument("--cases", type=Path, help="cases, one JSON object a line")
    deid.add_argument("--out", type=Path, help="where predictions are written")
    deid.add_argument("--profile", type=Path, help="what is known of the client, JSON")
    deid.add_argument("--json", action="store_true", help="print spans and text as JSON")
    deid.set_defaults(run=_deidentify)


def _add_vault_commands(commands: Any) -> None:  # noqa: ANN401
    """Describe the commands that open a vault."""
    verify = commands.add_parser("verify", help="check every page and the audit trail of a vault")
    verify.add_argument("vault", type=Path)
    verify.set_defaults(run=_verify)
    backup = commands.add_parser("backup", help="write a verified backup to one encrypted file")
    backup.add_argument("vault", type=Path)
    backup.add_argument("file", type=Path)
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help="unpack a backup into a new folder")
    restore.add_argument("file", type=Path)
    restore.add_argument("vault", type=Path)
    restore.set_defaults(run=_restore)
    export = commands.add_parser(
        "export-summary", help="write a de-identified summary of a case as PDF and DOCX"
    )
    export.add_argument("vault", type=Path)
    export.add_argument("case", type=int, help="number of the case")
    export.add_argument("folder", type=Path)
    export.add_argument("--purpose", required=True)
    export.add_argument("--recipient", required=True)
    export.set_defaults(run=_export)
    for command in (verify, backup, export):
        command.add_argument("--password-stdin", action="store_true")
    for command in (verify, backup, restore, export):
        command.add_argument("--json", action="store_true")


def _deidentify(parsed: argparse.Namespace) -> int:
    """Run `deidentify`."""
    if parsed.cases:
        return _deidentify_cases(parsed)
    import secrets  # noqa: PLC0415

    from app.deid.cases import deidentify_text  # noqa: PLC0415
    from app.deid.register import Register  # noqa: PLC0415

    profile = json.loads(parsed.profile.read_text("utf-8")) if parsed.profile else {}
    if not isinstance(profile, dict):
        raise ValueError("a profile is an object")  # noqa: TRY004 - bad input, not a bad type
    text = sys.stdin.buffer.read().decode("utf-8")
    spans, result = deidentify_text(
        text,
        Register.from_profile(profile),
        bootstrap.deidentifier(),
        secrets.SystemRandom().shuffle,
    )
    if parsed.json:
        _print({"spans": [_span(span) for span in spans], "text": result})
    else:
        sys.stdout.buffer.write(result.encode("utf-8"))
    return 0


def _deidentify_cases(parsed: argparse.Namespace) -> int:
    """Write one prediction a case."""
    import secrets  # noqa: PLC0415

    from app.deid.cases import deidentify_cases  # noqa: PLC0415

    if not parsed.out:
        sys.stderr.write("xinxia: --cases needs --out FILE\n")
        return 2
    lines = parsed.cases.read_text("utf-8").split("\n")
    found = deidentify_cases(lines, bootstrap.deidentifier(), secrets.SystemRandom().shuffle)
    made = "".join(f"{one.to_json()}\n" for one in found)
    bootstrap.tools().shelf.write(parsed.out.absolute(), made.encode("utf-8"))
    return 0


def _verify(parsed: argparse.Namespace) -> int:
    """Run `verify`."""
    vault = _open(parsed)
    try:
        complaints = bootstrap.keeper().verify(vault)
        complaints += _wrong_signatures(vault) if not complaints else []
    finally:
        vault.close()
    if parsed.json:
        _print({"complaints": complaints})
    else:
        sys.stdout.write("\n".join(complaints or ["ok"]) + "\n")
    return REFUSED if complaints else 0


def _wrong_signatures(vault: OpenVault) -> list[str]:
    """Return a line for each case whose signatures do not hold."""
    from app.services import notes  # noqa: PLC0415

    return [
        f"case {case.id}: a signature does not hold"
        for case in vault.cases.all()
        if not notes.signatures_are_right(vault, case.id)
    ]


def _backup(parsed: argparse.Namespace) -> int:
    """Run `backup`."""
    vault = _open(parsed)
    try:
        rows = bootstrap.keeper().back_up(vault, parsed.file.absolute())
    finally:
        vault.close()
    _done(parsed, {"file": str(parsed.file), "rows": rows})
    return 0


def _restore(parsed: argparse.Namespace) -> int:
    """Run `restore`."""
    if not parsed.file.is_file():
        raise FileNotFoundError(2, "", str(parsed.file))
    bootstrap.keeper().restore(parsed.file, parsed.vault.absolute())
    _done(parsed, {"vault": str(parsed.vault)})
    return 0


def _export(parsed: argparse.Namespace) -> int:
    """Run `export-summary`: everything that is found is hidden; the password is printed once."""
    import secrets  # noqa: PLC0415

    from app.domain.ids import CaseId  # noqa: PLC0415
    from app.services import exports  # noqa: PLC0415

    tools = bootstrap.tools()
    password = secrets.token_urlsafe(12)
    vault = _open(parsed)
    try:
        case_id = CaseId(parsed.case)
        if case_id not in {case.id for case in vault.cases.all()}:
            sys.stderr.write(f"xinxia: 没有编号为 {case_id} 的个案。There is no case {case_id}.\n")
            return REFUSED
        wording = tools.summary_wordings["zh"]
        chosen = [one.note_id for one in exports.choices(vault, case_id)]
        review = exports.prepare(vault, tools, case_id, chosen, wording)
        request = exports.Request(
            parsed.purpose,
            parsed.recipient,
            tools.clock.now().date().isoformat(),
            (exports.PDF, exports.DOCX),
            parsed.folder.absolute(),
            password,
        )
        written = exports.finish(vault, tools, case_id, review, (wording, request))
    finally:
        vault.close()
    paths = [str(path) for path in written.paths]
    _done(parsed, {"files": paths, "password": password, "hidden": dict(written.hidden)})
    return 0


def _gallery(parsed: argparse.Namespace) -> int:
    """Show the gallery."""
    return bootstrap.run_gallery(parsed.theme)


def _open(parsed: argparse.Namespace) -> OpenVault:
    """Open the vault that the command names with the password as asked for."""
    if parsed.password_stdin:
        password = sys.stdin.readline().rstrip("\n")
    else:
        password = getpass.getpass("密码 / password: ")
    opened = bootstrap.door().open(parsed.vault.absolute(), password)
    if opened.from_copy:
        sys.stderr.write(
            "xinxia: 钥匙文件 vault.header 坏了或不见了，这次用的是备份的那一份。"
            " The header is damaged or missing; its copy was used.\n"
        )
    return opened.vault


def _span(span: Any) -> dict[str, Any]:  # noqa: ANN401 - any span of the engine
    """Return a span as JSON has it."""
    return {
        "start": span.start,
        "end": span.end,
        "type": str(span.type),
        "replacement": span.replacement,
        "layer": str(span.layer),
        "confidence": span.confidence,
    }


def _done(parsed: argparse.Namespace, account: dict[str, Any]) -> None:
    """Say what was done, as JSON or in lines."""
    if parsed.json:
        _print(account)
        return
    for key, value in account.items():
        sys.stdout.write(f"{key}: {value}\n")


def _print(value: dict[str, Any]) -> None:
    """Print one JSON object."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
