"""`export-summary`: everything that is found is hidden; the password is printed once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import bootstrap
from app.cli import door, speech

if TYPE_CHECKING:
    import argparse

    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services import exports


def add(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this type private
    """Describe the command."""
    export = commands.add_parser(
        "export-summary",
        help="导出一个个案的去标识化摘要（PDF 与 DOCX） / write a de-identified summary of a case"
        " as PDF and DOCX",
    )
    export.add_argument("vault", type=Path)
    export.add_argument("case", type=int, help="个案编号 / number of the case")
    export.add_argument("folder", type=Path)
    export.add_argument("--purpose", required=True, help="用途 / what it is for")
    export.add_argument("--recipient", required=True, help="交给谁 / who gets it")
    export.add_argument(
        "--looked-at-details",
        action="store_true",
        help="确认：姓名、家庭背景、特殊经历、体貌特征四类细节都由人看过、处理过（伦理守则 3.6）"
        " / a person looked at the four kinds of detail (ethics code 3.6)",
    )
    door.takes_password(export)
    export.add_argument("--json", action="store_true", help="JSON")
    export.set_defaults(run=_run)


def _run(parsed: argparse.Namespace) -> int:
    """Run `export-summary`."""
    import secrets  # noqa: PLC0415

    from app.domain.ids import CaseId  # noqa: PLC0415

    password = secrets.token_urlsafe(12)
    case_id = CaseId(parsed.case)
    vault = door.open_vault(parsed, parsed.vault)
    try:
        if case_id not in {case.id for case in vault.cases.all()}:
            return speech.complain(speech.words().no_such_case(case_id))
        written = _write(vault, parsed, case_id, password)
    finally:
        vault.close()
    paths = [str(path) for path in written.paths]
    speech.done(parsed, {"files": paths, "password": password, "hidden": dict(written.hidden)})
    return 0


def _write(
    vault: OpenVault, parsed: argparse.Namespace, case_id: CaseId, password: str
) -> exports.Written:
    """Hide what is found in every note of a case and write both files."""
    from app.domain.summary_use import Detail  # noqa: PLC0415
    from app.domain.term import term_of  # noqa: PLC0415
    from app.services import exports, reviews  # noqa: PLC0415
    from app.services.spoken_tools import in_term  # noqa: PLC0415

    tools = in_term(bootstrap.tools(), term_of(bootstrap.preferences().load().term))
    wording = tools.summary_wordings["zh"]
    chosen = [one.note_id for one in exports.choices(vault, case_id)]
    review = reviews.prepare(vault, tools, case_id, chosen, wording).settled()
    request = exports.Request(
        parsed.purpose,
        parsed.recipient,
        tools.clock.now().date().isoformat(),
        (exports.PDF, exports.DOCX),
        parsed.folder.absolute(),
        password,
        looked_at=frozenset(Detail) if parsed.looked_at_details else frozenset(),
    )
    return exports.finish(vault, tools, case_id, review, (wording, request))
