"""The record of a case and its client: a page that keeps itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

from app.domain.case_form import CaseForm
from app.domain.client import Place, Profile, with_own_pages
from app.domain.errors import CodeNameMissing, FieldInvalid
from app.services import cases, holds
from app.services.changes import Noun
from ui import privacy
from ui.case_body import CaseBody
from ui.case_form import CasePaper
from ui.page import ToHold, ToModeChange
from ui.saver import OF_THE_DISK
from ui.widgets.banner import Banner
from ui.widgets.card import bring_into_sight

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.domain.case import Case
    from app.domain.errors import Refusal
    from app.domain.ids import CaseId
    from app.ports import Clock, OpenVault
    from ui.office import Office
    from ui.page import Destination

_SAVE_AFTER_MS: Final = 1000
_RETRY_MS: Final = 10_000


@dataclass(frozen=True)
class Kept:
    """What came of saving: the case, the profile as stored, and what was refused."""

    case: Case
    profile: Profile = field(repr=False)
    refusals: tuple[Refusal, ...]
    at: datetime


def keep(
    store: Callable[[str, Profile], Case],
    wanted: tuple[str, Profile],
    before: tuple[str, Profile],
    clock: Clock,
) -> Kept:
    """Store everything that can be stored; a field that is refused keeps what it held `before`.

    One mistyped digit must not hold back the rest of a page.
    """
    code, profile = wanted
    refusals: list[Refusal] = []
    seen: set[str] = set()
    while True:
        try:
            case = store(code, profile)
        except CodeNameMissing as refusal:
            refusals.append(refusal)
            code = before[0]
        except FieldInvalid as refusal:
            source = Profile() if refusal.name in seen else before[1]
            refusals += [] if refusal.name in seen else [refusal]
            seen.add(refusal.name)
            profile = replace(profile, **{refusal.name: getattr(source, refusal.name)})
        else:
            return Kept(case, profile, tuple(refusals), clock.now())


@dataclass(frozen=True)
class _Found:
    """What the record is opened with."""

    practice: Place = field(repr=False)
    clock: Clock
    case: Case
    profile: Profile = field(repr=False)
    begun: bool
    held: bool


class CaseRecord(CasePaper):
    """The record of one case; it saves itself a moment after the last change.

    Whoever leaves it is offered to have it as it was when it was opened: what was written over is
    kept nowhere else.
    """

    def __init__(
        self,
        office: Office,
        case_id: CaseId,
        parent: QWidget | None = None,
        *,
        field: str = "",
        body: CaseBody | None = None,
    ) -> None:
        self._field = field or "name"
        self._case: Case | None = None
        self._kept: CaseForm | None = None
        self._parting: CaseForm | None = None
        self._first: CaseForm | None = None
        self._stored: CaseForm | None = None
        super().__init__(office, self.tr("编辑资料"), body or CaseBody(asks=False), parent)
        self.form.setEnabled(False)
        self._say(self.tr("写好就存，不用按保存"))
        self._saving, self._retry = self._timer(_SAVE_AFTER_MS), self._timer(_RETRY_MS)
        self._saving.timeout.connect(self.submit)
        self._retry.timeout.connect(self._send)
        tools = office.tools

        def work(vault: OpenVault) -> _Found:
            profile = vault.clients.of_case(case_id).profile
            practice = vault.settings.practice().place
            case = vault.cases.get(case_id)
            begun, held = cases.begun(vault, case_id), case_id in holds.standing(vault)
            return _Found(practice, tools().clock, case, profile, begun, held)

        office.desk.do(self, work, self._show)

    def leave(self) -> None:
        """Lend what was typed and not yet saved to the desk; what is refused is said there."""
        self._saving.stop()
        written = self.form.written()
        if self._case is None:
            return
        if written not in {self._kept, self._parting}:
            self._parting = written
            self._send()
        elif self._parting is None:
            self._offer_back(self._case.id)

    def unsaved(self) -> bool:
        """Say whether the last words are still on their way, or found the disk full."""
        return self._parting is not None

    def resume(self, destination: Destination) -> bool:
        """Go on with the words that the vault has not taken yet."""
        del destination
        self._retry.stop()
        self._parting = None
        self.submit()
        return True

    def submit(self) -> None:
        """Store what changed; a refused field keeps what it held, the others are stored."""
        self._saving.stop()
        written = self.form.written()
        if self._case is None or written == self._kept:
            return
        work = self._work(written)
        self.office.desk.do(self, work, self._saved, self._not_saved, (Noun.CASES,))

    def _timer(self, milliseconds: int) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        return made

    def _show(self, found: _Found) -> None:
        """Fill the form."""
        self._case = found.case
        self._first = CaseForm(found.case.code, found.case.mode, found.profile)
        self._stored = self._first
        self.form.show_form(self._first)
        self._kept = self.form.written()
        self._bar.add_fact(found.case.code)
        if found.begun:
            self.form.fix_mode()
            self.form.change_mode.clicked.connect(
                lambda: self.wanted.emit(ToModeChange(found.case.id))
            )
        self._begin(found.practice, found.clock, self._field)
        if found.held:
            self._hold_still(found.case.id)
        if self._field != "name":
            bring_into_sight(self.form.fields[self._field])
        privacy.veil(*self.findChildren(QLineEdit))

    def _hold_still(self, case_id: CaseId) -> None:
        """Let the record be read and not written: a legal hold stands in the case (147)."""
        self.form.setEnabled(False)
        self._say("")
        said = Banner(
            "info",
            self.tr("法律保全中：来访者资料不能改（例外 3）。"),
            action=self.tr("看法律保全"),
        )
        said.acted.connect(lambda: self.wanted.emit(ToHold(case_id)))
        self._banners.addWidget(said)
        said.action.setFocus()

    def _changed(self) -> None:
        """Save after a pause."""
        if self._case is not None:
            self._say(self.tr("正在写"))
            self._saving.start()

    def _work(self, written: CaseForm) -> Callable[[OpenVault], Kept]:
        """Return what stores the record, for the vault's thread."""
        assert self._case is not None  # noqa: S101 - for mypy: asked by both callers
        assert self._kept is not None  # noqa: S101
        case, tools = replace(self._case, mode=written.mode), self.office.tools
        before = (self._kept.code, self._kept.profile)

        def work(vault: OpenVault) -> Kept:
            clock = tools().clock

            def store(code: str, profile: Profile) -> Case:
                # What has a page of its own may be newer than this form.
                profile = with_own_pages(profile, vault.clients.of_case(case.id).profile)
                return cases.change_case(vault, clock, replace(case, code=code), profile)

            return keep(store, (written.code, written.profile), before, clock)

        return work

    def _send(self) -> None:
        """Lend the last words of a page that is being left; they are tried until the disk takes."""
        if self._parting is not None:
            work = self._work(self._parting)
            self.office.desk.do(self, work, self._parted, self._wait, (Noun.CASES,))

    def _parted(self, kept: Kept) -> None:
        """Let go, and say above the next page which field was not stored."""
        if self._parting is None:  # she came back meanwhile
            self._saved(kept)
            return
        self._kept, self._parting = self._parting, None
        self._stored = CaseForm(kept.case.code, kept.case.mode, kept.profile)
        self._offer_back(kept.case.id)
        for refusal in kept.refusals[:1]:
            self.office.desk.refused.emit(refusal)

    def _offer_back(self, case_id: CaseId) -> None:
        """Offer to take back what was changed since the page was opened; the page may be gone."""
        was, now = self._first, self._stored
        if was is None or now is None or was == now:
            return
        self._first = now
        desk, tools = self.office.desk, self.office.tools

        def take_back() -> None:
            desk.do(
                desk,
                lambda vault: cases.take_back(vault, tools().clock, case_id, was, now),
                changes=(Noun.CASES,),
            )

        self.undoable.emit(self.tr("改过的资料存好了。"), take_back)

    def _wait(self, refusal: Refusal) -> None:
        """Keep the words and try again, the workspace says so; say what no try can mend."""
        if self._parting is None:  # she came back meanwhile
            self._not_saved(refusal)
            return
        if isinstance(refusal, OF_THE_DISK):
            self._retry.start()
            return
        self._parting = None  # it will never be taken
        self.office.desk.refused.emit(refusal)

    def _saved(self, kept: Kept) -> None:
        """Say that it is stored, or which field is not."""
        self._case = kept.case
        self._kept = self._stored = CaseForm(kept.case.code, kept.case.mode, kept.profile)
        self._explain([one for one in kept.refusals if self.form.mark(one) is None])
        said = self.tr("已存 {0}").format(self._clock_words(kept.at))
        if kept.refusals:
            said = self.tr("有一格还没有存，其余已存 {0}").format(self._clock_words(kept.at))
        if not self._saving.isActive():
            self._say(said, aloud=True, done=not kept.refusals)

    def _not_saved(self, refusal: Refusal) -> None:
        """Say that nothing could be stored, and offer to try again."""
        self._say(self.tr("还没有存上"))
        self._explain([refusal])
