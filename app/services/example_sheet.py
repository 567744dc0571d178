"""The session sheets of the invented practice: each ordinary session, filled in as she would."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.attendance import roster
from app.domain.risk import RiskLevel
from app.domain.session_sheet import IdentityCheck, Opening, Surroundings
from app.domain.sheet_answers import FOUR, has_section
from app.services import notes, sheets

if TYPE_CHECKING:
    from app.domain.ids import NoteId
    from app.domain.session_sheet import SessionSheet
    from app.ports import OpenVault
    from app.services.tools import Tools

_WORDS = {"zh": ("见正文", "无"), "en": ("See the text", "None")}


def fill_sheet(vault: OpenVault, tools: Tools, note_id: NoteId) -> None:
    """Fill in the sheet of an invented session, in the language of its note."""
    note = vault.notes.get(note_id)
    session = vault.sessions.get(note.session_id)
    language = "en" if note.body.template.endswith(".en") else "zh"
    words = sheets.catalogue(vault, tools, language)
    well = frozenset(Surroundings)
    found = sheets.current(vault, session)
    sheet = replace(
        found,
        came=roster(vault.clients.of_case(session.case_id).profile, found),
        identity=IdentityCheck.FACE if session.mode.remote else None,
        mine=well if session.mode.remote else well - {Surroundings.NETWORK},
        theirs=well if session.mode.remote else frozenset(),
        opening=frozenset(Opening),
        risk=RiskLevel.LOW,
        remedy=words.remedies[0] if session.mode.remote and session.number == 1 else "",
        edition=words.edition,
    )
    problem = words.problems[session.case_id % len(words.problems)]
    said = {"mood": words.moods[0], "problem": problem, **_four(language)}
    asked = {name: text for name, text in said.items() if not has_section(note.body, name)}
    whole: SessionSheet = replace(sheet, **asked)  # type: ignore[arg-type]
    notes.save_draft(vault, tools.clock, note_id, note.body, whole)


def _four(language: str) -> dict[str, str]:
    """Return the four answers of a session of which the text tells everything."""
    text, none = _WORDS[language]
    return dict(zip(FOUR, (text, none, text, none), strict=True))
