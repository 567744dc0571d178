"""The sheet of a session (会谈单): what is known of it before anything is typed, and keeping it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from app.domain.attendance import roster
from app.domain.case import ServiceMode
from app.domain.local_time import counselor_place
from app.domain.session_sheet import SessionSheet
from app.domain.sheet_catalogue import SheetCatalogue, clean_list, with_own
from app.services import catalogues

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from app.domain.client import Place
    from app.domain.session import Session
    from app.ports import OpenVault
    from app.services.tools import Tools

_STANDARD: Final = "zh"
_BACK: Final = 5  # further back nothing usual is said, and a case of 1,000 sessions opens as fast


@dataclass(frozen=True)
class SheetPage:
    """What the screen shows of a sheet; `kept` is whether the vault holds it.

    A sheet that is not kept is only a proposal. `last_problem` is the kind of problem of the
    session before, offered first and never filled in (clause 121 asks anew each time). `people`
    are those who come together, of whom the sheet says who came; nobody is proposed.
    """

    sheet: SessionSheet = field(repr=False)
    kept: bool
    last_problem: str = field(default="", repr=False)
    people: tuple[str, ...] = field(default=(), repr=False)


def page(vault: OpenVault, session: Session) -> SheetPage:
    """Return the sheet of a session as it is kept, or what can be said of it beforehand.

    Of a sheet that a signature covers nothing is proposed any more.
    """
    last = _last(vault, session)
    found = _standing(vault, session)
    sheet = _proposed(vault, session, last) if found is None else found
    people = roster(vault.clients.of_case(session.case_id).profile, sheet)
    kept = found is not None and not found.empty
    return SheetPage(sheet, kept=kept, last_problem=last.problem, people=people)


def current(vault: OpenVault, session: Session) -> SessionSheet:
    """Return the sheet that a signature would cover now."""
    found = _standing(vault, session)
    return _proposed(vault, session, _last(vault, session)) if found is None else found


def keep(vault: OpenVault, session: Session, sheet: SessionSheet, at: datetime) -> None:
    """Keep a sheet as it was filled in; raise `NoteAlreadySigned` where a signature covers it."""
    vault.entries.save_sheet(session, sheet, at)


def settle(vault: OpenVault, session: Session, at: datetime) -> SessionSheet:
    """Keep what was proposed and not touched: it is signed as it was shown. Return the sheet."""
    found = _standing(vault, session)
    if found is None:
        found = _proposed(vault, session, _last(vault, session))
        if not found.empty:
            keep(vault, session, found, at)
    return found


def catalogue(vault: OpenVault, tools: Tools, language: str) -> SheetCatalogue:
    """Return the words to choose from: the counselor's own, else those of the program."""
    shipped = catalogues.worded(vault, tools).sheet_catalogues
    found = shipped.get(language, shipped[_STANDARD])
    return with_own(found, vault.settings.problem_kinds())


def change_problem_kinds(vault: OpenVault, kinds: Iterable[str]) -> None:
    """Store the counselor's own list of kinds of problem; an empty one brings ours back."""
    with vault.transaction():
        vault.settings.change_problem_kinds(clean_list(kinds))


def _proposed(vault: OpenVault, session: Session, last: SessionSheet) -> SessionSheet:
    """Return places and channel as they usually are; what counts for the day stays empty."""
    profile = vault.clients.of_case(session.case_id).profile
    practice = vault.settings.practice()
    sheet = SessionSheet(
        counselor_place=_first(counselor_place(profile, practice.place), last.counselor_place)
    )
    if not session.mode.remote:
        return sheet
    usual = practice.platform if session.mode is ServiceMode.ONLINE else ""
    return replace(
        sheet,
        client_place=_first(profile.place, last.client_place),
        channel=last.channel or usual,
    )


def _first(known: Place, last: Place) -> Place:
    """Return the place that is on record, else where one was last time."""
    return known if known.city.strip() else last


def _last(vault: OpenVault, session: Session) -> SessionSheet:
    """Return the sheet of the session before; an empty one where there is none."""
    before = [one for one in vault.sessions.of_case(session.case_id) if one.number < session.number]
    sheets = (vault.entries.sheet(one) for one in reversed(before[-_BACK:]))
    return next((one for one in sheets if not one.empty), SessionSheet())


def _standing(vault: OpenVault, session: Session) -> SessionSheet | None:
    """Return the sheet that is kept or signed; None where one can only be proposed."""
    kept = vault.entries.sheet(session)
    return None if kept.empty and not _signed(vault, session) else kept


def _signed(vault: OpenVault, session: Session) -> bool:
    facts = vault.notes.facts_of_case(session.case_id)
    return any(one.signed for one in facts if one.session_id == session.id)
