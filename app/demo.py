"""The main job without a screen: an invented practice, a signed consent form, a summary.

`python -m app demo DIR` makes everything with the real parts and prints a JSON account of it.
"""

from __future__ import annotations

import json
import math
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
from app.domain.case import Case, ServiceMode
from app.domain.client import EmergencyContact, Place, Profile, Relative
from app.domain.consent import ConsentDraft, ConsentState, Signature, next_states
from app.domain.errors import Refusal
from app.domain.note import NoteBody, NotePart
from app.domain.practice import Practice
from app.domain.session import Appointment
from app.services import cases, consents, exports, notes, vaults
from resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.ids import CaseId, ConsentId
    from app.ports import OpenVault
    from app.services.tools import Tools

ONLINE = "online.zh"
_USAGE = 2
_POINTS = 24


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
    with account.step("clients, cases and notes"):
        made = fill(vault, tools, practice, account.passwords["vault"])
    with account.step("consent form signed"):
        consent_id = sign_consent(vault, tools, made[0].id)
        consent = consents.preview(vault, tools, consent_id)
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
        _write_notes(vault, tools, case.id, (raw, password))
        made.append(case)
    return made


def _write_notes(
    vault: OpenVault, tools: Tools, case_id: CaseId, said: tuple[dict[str, Any], str]
) -> None:
    """Write the notes of one case; the signed ones are signed as a person would."""
    raw, password = said
    first = datetime.fromisoformat(raw["start"])
    for one in raw["notes"]:
        template = tools.note_templates[one["template"]]
        when = Appointment(first + timedelta(days=one["day"]))
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
            notes.sign(vault, tools.clock, note.id, signer, password)


def sign_consent(vault: OpenVault, tools: Tools, case_id: CaseId) -> ConsentId:
    """Take a consent form through its steps and sign it with drawn signatures."""
    template = tools.consent_templates[ONLINE]
    consent = consents.start(vault, tools, case_id, template)
    facts = {
        key: consent.draft.facts.get(key) or template.defaults.get(key) or "（示例）"
        for key in template.facts
    }
    draft = ConsentDraft(template.key, template.edition, facts, consent.draft.access)
    consents.change(vault, tools, consent.id, draft)
    while (state := next_states(consent.state)[0]) is not ConsentState.SIGNED:
        consent = consents.step(vault, tools, consent.id, state)
    form = consents.form(vault, consent.id)
    now = tools.clock.now()
    drawn = tuple(Signature(signer, _scribble(at), now) for at, signer in enumerate(form.signers))
    consents.sign_on_screen(vault, tools, consent.id, drawn)
    return consent.id


def export(
    vault: OpenVault, tools: Tools, case_id: CaseId, folder: Path, password: str
) -> exports.Written:
    """De-identify all notes of a case and write the summary as PDF and DOCX."""
    wording = tools.summary_wordings["zh"]
    chosen = [one.note_id for one in exports.choices(vault, case_id)]
    review = exports.prepare(vault, tools, case_id, chosen, wording)
    request = exports.Request(
        purpose="个体督导",
        recipient="示例督导师",
        made_on=tools.clock.now().date().isoformat(),
        formats=(exports.PDF, exports.DOCX),
        folder=folder,
        password=password,
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


def _practice(raw: dict[str, str]) -> Practice:
    """Return the invented practice."""
    kept = {key: text for key, text in raw.items() if key not in ("city", "time_zone")}
    return Practice(**kept, place=Place(raw["city"], raw["time_zone"]))


def _profile(raw: dict[str, Any], practice: dict[str, str]) -> Profile:
    """Return an invented client."""
    plain = {
        key: raw.get(key, "")
        for key in (
            "name", "phone", "id_number", "wechat", "email",
            "address", "employer", "school", "birth_date",
        )
    }  # fmt: skip
    people = tuple(
        Relative(one["name"], one["relation"], tuple(one["aliases"]))
        for one in raw.get("people", ())
    )
    return Profile(
        **plain,
        aliases=tuple(raw.get("aliases", ())),
        place=Place(raw["city"], raw["time_zone"]),
        counselor_place=Place(practice["city"], practice["time_zone"]),
        emergency=EmergencyContact(**raw.get("emergency", {})),
        people=people,
        places=tuple(raw.get("places", ())),
        organisations=tuple(raw.get("organisations", ())),
    )


def _scribble(turn: int) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return an invented signature: two waves of a pen in a box 3 wide and 1 high."""
    first = tuple(
        (0.4 + 1.6 * at / _POINTS, 0.5 + 0.28 * math.sin(at * 0.9 + turn)) for at in range(_POINTS)
    )
    second = tuple(
        (1.2 + 1.3 * at / _POINTS, 0.55 + 0.2 * math.cos(at * 0.7 + turn)) for at in range(_POINTS)
    )
    return (first, second)
