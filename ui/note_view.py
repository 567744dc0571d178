"""What the page of a note shows, read in one piece."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from app.domain.local_time import counselor_place, local
from app.domain.session import SessionTime
from app.services import agenda, case_supervisions, catalogues, note_templates, notes, sheets
from app.services.beside import readable
from ui import dates
from ui.note_template_menu import template_titles
from ui.session_facts import SheetFacts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.case_supervision import OpenAction
    from app.domain.client import Place, Profile
    from app.domain.ids import NoteId
    from app.domain.note import NoteTemplate
    from app.domain.practice import Practice
    from app.domain.scope_words import ScopeWords
    from app.domain.session import Session
    from app.domain.sheet_catalogue import SheetCatalogue
    from app.ports import OpenVault
    from app.services.notes import NotePage
    from app.services.tools import Tools

_IN_TIME: Final = timedelta(hours=24)


@dataclass(frozen=True)
class NoteView:
    """A note page with what the screen needs besides: the people's places, the form, the time."""

    page: NotePage = field(repr=False)
    profile: Profile = field(repr=False)
    practice: Practice = field(repr=False)
    template: NoteTemplate | None
    last: Session | None
    now: datetime
    titles: Mapping[str, str]
    catalogue: SheetCatalogue
    ahead: SessionTime | None = None  # the session that followed, else the next appointment
    scope: tuple[ScopeWords, ...] = field(default=(), repr=False)
    asked: tuple[OpenAction, ...] = field(default=(), repr=False)  # open since supervision

    @property
    def here(self) -> Place:
        """Where the counselor is."""
        return counselor_place(self.profile, self.practice.place)

    @property
    def sheet_facts(self) -> SheetFacts:
        """What the form of the session's sheet needs."""
        page = self.page
        return SheetFacts(page.session, page.note.body, page.sheet, self.catalogue)

    @property
    def due(self) -> datetime:
        """Until when the note should be signed."""
        session = self.page.session
        return session.starts_at + timedelta(minutes=session.minutes) + _IN_TIME

    @property
    def followed(self) -> bool:
        """Whether the time after this session is history by now."""
        return self.ahead is not None and self.ahead.starts_at <= self.now


def view(
    vault: OpenVault, tools: Tools, note_id: NoteId, language: str, *, again: bool = False
) -> NoteView:
    """Return what the screen shows of a note; `again` after something was done to it there.

    Where it offers words, they are in `language`.
    """
    page = notes.page(vault, tools.clock, note_id, again=again)
    templates = note_templates.every(vault, tools)
    return NoteView(
        page,
        vault.clients.of_case(page.case.id).profile,
        vault.settings.practice(),
        templates.get(page.note.body.template),
        vault.sessions.get(page.last.session_id) if page.last else None,
        tools.clock.now(),
        template_titles(templates, note_templates.fitting(page.session.mode, page.session.number)),
        sheets.catalogue(vault, tools, language),
        _ahead(vault, tools, page),
        catalogues.worded(vault, tools).scope_words,
        _asked(vault, page),
    )


def _asked(vault: OpenVault, page: NotePage) -> tuple[OpenAction, ...]:
    """Return what supervision asked for and is still to be done, while the note is being written.

    Beside a signed one it would be out of its time. Damage hides it: the note is what one came for.
    """
    if page.note.seal is not None:
        return ()
    return readable(lambda: case_supervisions.left(vault, page.case.id), ())


def _ahead(vault: OpenVault, tools: Tools, page: NotePage) -> SessionTime | None:
    """Return when the time after this session is.

    That is the session that followed; after the last one, what is agreed on in the calendar.
    """
    start, now = page.session.starts_at, tools.clock.now()
    sessions = vault.sessions.of_case(page.case.id)
    after = [one for one in sessions if start < one.starts_at <= now]
    if after:
        first = min(after, key=lambda one: one.starts_at)
        return SessionTime(first.starts_at, first.minutes)
    one = agenda.next_of_case(vault, tools.clock, page.case.id)
    if one is None or one.starts_at <= start:
        return None
    return SessionTime(one.starts_at, one.minutes)


def saved_at(at: datetime, shown: NoteView) -> str:
    """Return when something was saved: the time, and the day where it was before today."""
    there, today = local(at, shown.here), local(shown.now, shown.here)
    if there.date() < today.date():
        return short_moment(at, shown.here)
    return f"{there:%H:%M}"


def short_moment(at: datetime, place: Place) -> str:
    """Return day and time by the clock of `place`, without the year."""
    there = local(at, place)
    return f"{dates.short_weekday(there)} {dates.clock_time(there)}"
