"""The main job without a screen: an invented practice, a signed consent form, a summary.

`python -m app demo DIR` makes everything with the real parts and prints a JSON account of it.
"""

from __future__ import annotations

import json
import secrets
import sys
import time
import tomllib
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import bootstrap
from app.domain.appointment import Booking
from app.domain.case import Case, ServiceMode
from app.domain.errors import Refusal
from app.domain.local_time import wall
from app.domain.note import NoteBody, NotePart
from app.domain.recurrence import Rule
from app.domain.session import SessionTime
from app.domain.summary_use import Detail
from app.services import appointments, cases, consents, exports, notes, reviews, vaults
from app.services.example import consent_key, sign_consent, sign_note
from app.services.example import practice as _practice
from app.services.example import profile as _profile
from app.services.example_screens import screen_case
from resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.tools import Tools

ONLINE = "online.zh"
_USAGE = 2


@dataclass
class _Account:
    """What was made, and how long each step took."""

    files: list[str] = field(default_factory=list)
    passwords: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time a step."""
        started = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - started, 3)


def main(arguments: list[str]) -> int:
    """Run the demo in a folder; return 0, 1 after a refusal, 2 for wrong words."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        sys.stderr.write("用法 / usage: demo DIR\n")
        return _USAGE
    try:
        account = run(Path(arguments[0]))
    except Refusal as refusal:
        bootstrap.speak()
        from ui.messages import message  # noqa: PLC0415 - only a refusal needs the sentences

        sys.stderr.write(f"demo: {message(refusal).line}\n")
        return 1
    except OSError:
        bootstrap.speak()
        from ui.command_words import not_reached  # noqa: PLC0415

        sys.stderr.write(f"demo: {not_reached(arguments[0])}\n")
        return 1
    sys.stdout.write(json.dumps(account, ensure_ascii=False, indent=2) + "\n")
    return 0


def run(folder: Path) -> dict[str, Any]:
    """Make a vault with invented clients in `folder`, a consent PDF and a summary; say what."""
    folder.mkdir(parents=True, exist_ok=True)
    account = _Account()
    tools = bootstrap.tools()
    vault_password = "示例 " + secrets.token_hex(8)
    export_password = secrets.token_hex(8)
    account.passwords = {"vault": vault_password, "summary": export_password}
    recovery = bootstrap.door().new_recovery_key()
    account.passwords["recovery key"] = "-".join(recovery)
    place = folder / "vault"
    with account.step("create vault"):
        vault = vaults.create(bootstrap.door(), tools.clock, place, vault_password, recovery).vault
    try:
        _work(vault, tools, account, folder)
        facts = _facts(vault)
    finally:
        vaults.lock(vault, tools.clock, None)
    with account.step("unlock again"):
        vaults.unlock(bootstrap.door(), tools.clock, place, vault_password).vault.close()
    account.files.insert(0, str(place))
    return {
        "files": account.files,
        "passwords": account.passwords,
        "seconds": account.seconds,
        **facts,
    }


def _work(vault: OpenVault, tools: Tools, account: _Account, folder: Path) -> None:
    """Do the main job in an open vault."""
    practice = tomllib.loads(resource("demo/practice.toml").read_text("utf-8"))
    with vault.transaction():
        vault.settings.change_practice(_practice(practice["practice"]))
    with account.step("clients, consents and notes"):
        made = fill(vault, tools, practice, account.passwords["vault"])
    with account.step("consent form written"):
        consent_id = vault.consents.of_case(made[0].id)[0].id
        consent = consents.paper(vault, tools, consent_id)
        target = folder / "consent.pdf"
        tools.shelf.write(target, consent)
        consents.printed(vault, tools, consent_id)
        account.files.append(str(target))
    with account.step("search"):
        vault.search.find("面包")
    with account.step("summary de-identified and written"):
        written = export(vault, tools, made[0].id, folder, account.passwords["summary"])
        account.files += [str(path) for path in written.paths]


def fill(vault: OpenVault, tools: Tools, practice: dict[str, Any], password: str) -> list[Case]:
    """Add the invented clients with their cases and notes; return the cases."""
    made = []
    for raw in practice["cases"]:
        profile = _profile(raw["client"], practice["practice"])
        case = cases.open_case(vault, tools.clock, raw["code"], ServiceMode(raw["mode"]), profile)
        screen_case(vault, tools, case, "zh")
        sign_consent(vault, tools, case.id, consent_key(case.mode, "zh"))
        _write_notes(vault, tools, case.id, (raw, password))
        _agree_on_a_week(vault, tools, case, datetime.fromisoformat(raw["start"]))
        made.append(case)
    return made


def _agree_on_a_week(vault: OpenVault, tools: Tools, case: Case, first: datetime) -> None:
    """Book the hour of the first session for every week from now on."""
    weeks = (tools.clock.now() - first) // timedelta(weeks=1) + 1
    start = first + max(0, weeks) * timedelta(weeks=1)
    zone = vault.settings.practice().place.time_zone
    rule = Rule(weekdays=(wall(start, zone).weekday(),))
    agreed = Booking(case.id, start, case.mode, zone=zone, rule=rule)
    appointments.book(vault, tools.clock, agreed)


def _write_notes(
    vault: OpenVault, tools: Tools, case_id: CaseId, said: tuple[dict[str, Any], str]
) -> None:
    """Write the notes of one case; the signed ones are signed as a person would."""
    raw, password = said
    first = datetime.fromisoformat(raw["start"])
    for one in raw["notes"]:
        template = tools.note_templates[one["template"]]
        when = SessionTime(first + timedelta(days=one["day"]))
        mode = ServiceMode(raw["mode"])
        agreed = Booking(case_id, when.starts_at, mode, when.minutes)
        appointments.book(vault, tools.clock, agreed)
        note = notes.start(vault, tools.clock, case_id, when, template)
        parts = tuple(
            NotePart(part.key, part.title, one["parts"].get(part.key, ""))
            for part in template.parts
        )
        body = NoteBody(template.key, template.edition, parts)
        notes.save_draft(vault, tools.clock, note.id, body)
        notes.leave(vault, note.id)
        if one["sign"]:
            signer = vault.settings.practice().counselor
            sign_note(vault, tools, note.id, (signer, password))


def export(
    vault: OpenVault, tools: Tools, case_id: CaseId, folder: Path, password: str
) -> exports.Written:
    """De-identify all notes of a case and write the summary as PDF and DOCX."""
    wording = tools.summary_wordings["zh"]
    chosen = [one.note_id for one in exports.choices(vault, case_id)]
    review = reviews.prepare(vault, tools, case_id, chosen, wording).settled()
    request = exports.Request(
        purpose="个体督导",
        recipient="示例督导师",
        made_on=tools.clock.now().date().isoformat(),
        formats=(exports.PDF, exports.DOCX),
        folder=folder,
        password=password,
        looked_at=frozenset(Detail),
    )
    return exports.finish(vault, tools, case_id, review, (wording, request))


def _facts(vault: OpenVault) -> dict[str, Any]:
    """Return what the vault holds, in numbers."""
    lines = cases.list_cases(vault)
    return {
        "cases": len(lines),
        "notes": sum(line.notes for line in lines),
        "audit trail intact": vault.audit.intact(),
    }
