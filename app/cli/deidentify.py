"""`deidentify`: one text from standard input, or cases as JSON lines."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import bootstrap
from app.cli import speech
from app.domain.errors import TextUnreadable

if TYPE_CHECKING:
    import argparse

    from app.deid.cases import CaseText
    from app.deid.register import Register

_SHAPE = (
    '{"client": {"name": "", "aliases": [], "phone": "", "id_number": "", "wechat": "",'
    ' "email": "", "address": "", "employer": "", "school": "", "birth_date": ""},'
    ' "people": [{"name": "", "relation": "", "aliases": []}], "places": [], "organisations": []}'
)


def add(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this type private
    """Describe the command."""
    command = commands.add_parser(
        "deidentify",
        help="把一段文字或一批个案去标识化 / hide who people are in a text or in cases",
        description="从标准输入读一段文字，把认得出人的地方都换掉再写出；加 --cases 则逐行读个案。"
        " Reads one text from standard input and writes it with every identifying stretch"
        " replaced; or, with --cases, reads JSON lines and writes predictions."
        f" 来访者资料的写法 / the shape of a profile: {_SHAPE}",
    )
    command.add_argument(
        "--cases",
        type=Path,
        help='每行一个 / one a line: {"id": "", "text": "", "profile": {…}}',
    )
    command.add_argument("--out", type=Path, help="结果写到哪里 / where predictions are written")
    command.add_argument(
        "--profile", type=Path, help="来访者资料 / what is known of the client, JSON"
    )
    command.add_argument("--json", action="store_true", help="JSON")
    command.add_argument(
        "--explain",
        action="store_true",
        help="把每一处是什么、为什么、换成了什么，以及请人再看的细节，写到标准错误；里面有原文"
        " / say on standard error of every place what it is, why, and what stands instead, and"
        " which details a person should look at; it holds the original words",
    )
    command.set_defaults(run=_run)


def _run(parsed: argparse.Namespace) -> int:
    """Run `deidentify`."""
    if parsed.cases:
        return _cases(parsed)
    import secrets  # noqa: PLC0415

    from app.deid.cases import as_json, deidentify_text, explained  # noqa: PLC0415

    register = _register(parsed.profile)
    text = _decoded(sys.stdin.buffer.read(), "utf-8")
    spans, result = deidentify_text(
        text, register, bootstrap.deidentifier(), secrets.SystemRandom().shuffle
    )
    pointed = bootstrap.deidentifier().point(text, spans)
    if parsed.explain:
        speech.remark("\n".join(explained(text, spans, pointed)))
    if parsed.json:
        speech.answer(
            {
                "spans": [as_json(span) for span in spans],
                "text": result,
                "pointed": [as_json(span) for span in pointed],
            }
        )
    else:
        sys.stdout.buffer.write(result.encode("utf-8"))
    return 0


def _register(profile: Path | None) -> Register:
    """Return what is known of the client; say which keys of it are not used."""
    from app.deid.cases import read_profile  # noqa: PLC0415
    from app.deid.register import Register  # noqa: PLC0415

    if profile is None:
        return Register()
    register, unused = read_profile(_text_of(profile))
    if unused:
        speech.remark(speech.words().unused_keys(", ".join(unused)))
    return register


def _cases(parsed: argparse.Namespace) -> int:
    """Write one prediction a case; every line is read before the first is worked on."""
    import secrets  # noqa: PLC0415

    from app.deid.cases import deidentify_cases, read_cases  # noqa: PLC0415

    if not parsed.out:
        speech.complain(speech.words().out_is_missing())
        return 2
    cases = read_cases(_text_of(parsed.cases))
    _remark_unused(cases)
    found = deidentify_cases(cases, bootstrap.deidentifier(), secrets.SystemRandom().shuffle)
    made = "".join(f"{one.to_json()}\n" for one in found)
    bootstrap.tools().shelf.write(parsed.out.absolute(), made.encode("utf-8"))
    return 0


def _remark_unused(cases: list[CaseText]) -> None:
    """Say once which keys of the profiles are not used."""
    unused = sorted({key for case in cases for key in case.unused})
    if unused:
        speech.remark(speech.words().unused_keys(", ".join(unused)))


def _text_of(path: Path) -> str:
    """Return a file's text; Windows puts a mark before its first character."""
    return _decoded(path.read_bytes(), "utf-8-sig")


def _decoded(data: bytes, how: str) -> str:
    """Return bytes as text; raise `TextUnreadable` for anything but UTF-8."""
    try:
        return data.decode(how)
    except UnicodeDecodeError as error:
        raise TextUnreadable from error
