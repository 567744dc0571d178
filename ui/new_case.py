"""The form for a new case: kept as a draft while it is filled in, a case only when asked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.errors import IntakeIncomplete
from app.services import case_forms
from app.services.changes import Noun
from ui.case_body import CaseBody
from ui.case_form import CasePaper
from ui.first_time import FirstTime
from ui.page import PageKey, ToCases, ToNewCase
from ui.saver import Saver
from ui.tab_order import follow
from ui.theme import look
from ui.widgets.button import Button
from ui.widgets.card import bring_into_sight, row
from ui.widgets.label import Label
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from app.domain.case import Case
    from app.domain.case_form import CaseForm
    from app.domain.client import Place
    from app.domain.errors import Refusal
    from app.ports import Clock, OpenVault
    from app.services.changes import Changes
    from app.services.tools import Tools
    from ui.office import Office
    from ui.page import Destination

_QUIET_MS: Final = 2000


@dataclass(frozen=True)
class _Found:
    """What the form is opened with."""

    practice: Place = field(repr=False)
    clock: Clock
    form: CaseForm | None = field(repr=False)


class _Draft:
    """The draft as the vault's thread sees it: once it is a case, or put away, it is over.

    A save that was lent before, and comes after, must not bring it back. Until it is `shown`, the
    form holds only what was typed before it came: that is kept behind it, never in its place.
    """

    def __init__(self, tools: Callable[[], Tools]) -> None:
        self._tools = tools
        self._over = False
        self._found: CaseForm | None = None
        self.shown = False

    def read(self, vault: OpenVault) -> CaseForm | None:
        """Return what was left unfinished."""
        self._found = case_forms.unfinished(vault)
        return self._found

    def keep(self, vault: OpenVault, form: CaseForm) -> datetime:
        """Keep the form; return when."""
        clock = self._tools().clock
        if self._over:
            return clock.now()
        if self._found is not None and not self.shown:
            form = replace(self._found, code=self._found.code + form.code)
        return case_forms.keep(vault, clock, form)

    def submit(self, vault: OpenVault, form: CaseForm, first: datetime | None) -> Case:
        """Make a case of the form, with its `first` appointment."""
        case = case_forms.submit(vault, self._tools().clock, form, first)
        self._over = True
        return case

    def discard(self, vault: OpenVault) -> None:
        """Put the form away."""
        case_forms.discard(vault)
        self._over = True


class NewCase(CasePaper):
    """A new case. Leaving keeps the form, 建立个案 opens the case, 不建立 puts the form away.

    The first appointment is written beside it: on the telephone both are agreed on at once. The
    code name can be written at once, however long the vault takes to answer.
    """

    def __init__(
        self,
        office: Office,
        parent: QWidget | None = None,
        quiet_ms: int = _QUIET_MS,
        *,
        body: CaseBody | None = None,
    ) -> None:
        super().__init__(office, self.tr("新个案"), body or CaseBody(asks=True), parent)
        self.first = FirstTime(office)
        self.form.agreed.addWidget(self.first)
        self.first.touched.connect(self._changed)
        self._draft = _Draft(office.tools)
        follow(self.form.change_mode, self.first)  # before the request, as it stands
        self._ready, self._sent, self._over = False, False, False
        self._parting, self._unkept, self._left = False, False, False
        self._focus: QWidget | None = None
        self._create = Button(self.tr("建立个案"), "primary")
        self._create.setToolTip(self.tr("Ctrl+Enter"))
        self._drop = Button(self.tr("不建立"), "ghost")
        self._bar.add_action(self._drop)
        self._bar.add_action(self._create)
        self._create.clicked.connect(self.submit)
        self._drop.clicked.connect(self._give_up)
        self._resumed = self._resumed_line()
        self._say(self.tr("没填完也替您留着"))
        self._saver: Saver[CaseForm] = Saver(
            office.desk,
            read=self.written,
            write=self._draft.keep,
            composing=lambda: False,
            quiet_ms=quiet_ms,
            parent=self,
        )
        self._saver.changed.connect(self._show_state)
        self._saver.refused.connect(self._not_kept)
        self._enable_all(False)  # noqa: FBT003 - as Qt's own setEnabled
        self.begin_at(self.form.fields["code"])
        self._ask()

    def written(self) -> CaseForm:
        """Return all that is written."""
        return replace(self.form.written(), first=self.first.text())

    def leave(self) -> None:
        """Lend what was typed and not yet kept to the desk."""
        if self._sent or self._over:
            return
        self._left = True
        early = not self._ready and not self.written().empty
        self._parting = self._parting or early or self._saver.state != "saved"
        self._saver.last(lambda _vault: None)

    def unsaved(self) -> bool:
        """Say whether typed words are still on their way into the vault, or were refused."""
        waits = self._sent or self._parting or self._saver.state == "failed"
        return waits and not self._over

    def resume(self, destination: Destination) -> bool:
        """Go on with the form that the vault has not taken yet; not once a case is made of it."""
        del destination
        if self._sent:
            return False
        self._left = False
        self._saver.go_on()
        return True

    def begun(self) -> bool:
        """Return whether a case is being written that is not opened yet."""
        over = self._sent or self._over
        return not over and not self.written().empty

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the form."""
        return (PageKey("Ctrl+Enter", self.tr("建立个案")), *super().keys())

    def reload(self, changes: Changes) -> None:
        """Show a draft that was brought back, where nothing is written yet."""
        quiet = self._ready and not self._sent and self._saver.state == "saved"
        if Noun.CASES in changes.nouns and quiet and self.written().empty:
            self._ask()

    def submit(self) -> None:
        """Open the case. The form is kept first, so whatever is refused, nothing is lost."""
        if not self._ready or self._sent or self._over or self.first.refused():
            return
        self._sent = True
        self._focus = QApplication.focusWidget()
        self._create.setEnabled(False)
        self.form.setEnabled(False)
        written, draft, first = self.written(), self._draft, self.first.starts_at()
        self.office.desk.do(
            self,
            lambda vault: draft.submit(vault, written, first),
            self._opened,
            self._refused,
            (Noun.CASES, Noun.APPOINTMENTS),
        )

    def _resumed_line(self) -> QWidget:
        """Return the line that says where these words come from."""
        again = Button(self.tr("放弃这份草稿"), "link")
        again.clicked.connect(self._start_afresh)
        said = Label(self.tr("接着上次没填完的。"), "soft")
        made = QWidget()
        made.setLayout(
            row(Picture("history", "soft", 16), said, again, None, margins=(0, 0, 0, 20), spacing=8)
        )
        made.hide()
        self._above.addWidget(made)
        return made

    def _ask(self) -> None:
        """Have read what the form begins with."""
        tools, draft = self.office.tools, self._draft

        def work(vault: OpenVault) -> _Found:
            practice = vault.settings.practice().place
            return _Found(practice, tools().clock, draft.read(vault))

        self.office.desk.do(self, work, self._show)

    def _show(self, found: _Found) -> None:
        """Fill in what was left unfinished, unless something was written meanwhile."""
        if self._ready:
            if found.form is not None and self.written().empty:
                self._resume(found.form)
        elif not self._left:  # else what was typed is lent, and this answer comes too late
            self._show_first(found)

    def _show_first(self, found: _Found) -> None:
        """Begin; a code name that was quicker than this answer goes on behind what was left."""
        self.first.begin(found.clock.now(), found.practice.time_zone)
        QGuiApplication.inputMethod().commit()
        early = self.form.code()
        if found.form is not None:
            self._resume(found.form)
        self._draft.shown = self._ready = True
        self._enable_all(True)  # noqa: FBT003 - as Qt's own setEnabled
        if early.strip():
            if found.form is not None:
                self.form.fields["code"].set_text(found.form.code + early)
            self._saver.touch()
        self._begin(found.practice, found.clock, "code")

    def _resume(self, form: CaseForm) -> None:
        """Show what was left unfinished."""
        self.form.show_form(form)
        self.first.show_words(form.first)
        self._saver.forget()
        self._resumed.show()

    def _enable_all(self, on: bool) -> None:  # noqa: FBT001 - as Qt's own setEnabled
        """Let everything be written, or the code name alone."""
        code = self.form.fields["code"]
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for part in self.form.findChildren(QWidget, options=direct):
            part.setEnabled(on or part is code)

    def _changed(self) -> None:
        """Keep the form when the keys have rested."""
        if self._ready:
            self._saver.touch()

    def _show_state(self) -> None:
        """Say whether the draft is kept."""
        state = self._saver.state
        if state == "saving":
            self._say(self.tr("正在写"))
            return
        self._parting = False
        if state == "failed":
            self._say(self.tr("还没有存上"), aloud=True)
            return
        if self._unkept:
            self._unkept = False
            self._explain([])
        if self._saver.at is not None:
            said = self.tr("草稿已存 {0}").format(self._clock_words(self._saver.at))
            self._say(said, aloud=True, done=True)

    def _not_kept(self, refusal: Refusal) -> None:
        """Say why the draft is not kept; it is tried again by itself, or when asked."""
        self._unkept = True
        self._explain([refusal], self._saver.now)

    def _opened(self, case: Case) -> None:
        """Go to the case."""
        self._over = True
        self.wanted.emit(ToCases(case.id, fresh=True))

    def _refused(self, refusal: Refusal) -> None:
        """Say why there is no case yet, at the very field; what was typed is tried again."""
        self._sent = False
        self._create.setEnabled(True)
        self.form.setEnabled(True)
        self._saver.now()
        self._explain([] if isinstance(refusal, IntakeIncomplete) else [refusal])
        found = self.form.mark(refusal)
        if isinstance(refusal, IntakeIncomplete):
            self._mark_request(refusal)
        elif found is not None:
            found.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(found, 0, look.px(48))
        elif self._focus is not None:
            self._focus.setFocus()
        if not self.isVisible():
            self.office.desk.refused.emit(refusal)

    def _mark_request(self, refusal: IntakeIncomplete) -> None:
        """Say at the request what stops the case, and go there."""
        part = self.form.mark_request(refusal.missing)
        if part is not None:
            part.setFocus()
            bring_into_sight(part)

    def _give_up(self) -> None:
        """Put the form away and go back."""
        self._put_away()
        self.back.emit()

    def _start_afresh(self) -> None:
        """Put the form away and show an empty one."""
        self._put_away()
        self.wanted.emit(ToNewCase())

    def _put_away(self) -> None:
        """Discard the draft, and offer to take that back."""
        form, desk, tools = self.written(), self.office.desk, self.office.tools
        self._over = True
        desk.do(desk, self._draft.discard, changes=(Noun.CASES,))

        def bring_back() -> None:
            work = partial(_bring_back, tools=tools, form=form)
            desk.do(desk, work, changes=(Noun.CASES,))

        if not form.empty:
            self.undoable.emit(self.tr("没填完的新个案已放弃。"), bring_back)


def _bring_back(vault: OpenVault, tools: Callable[[], Tools], form: CaseForm) -> None:
    """Keep a discarded form again, unless another one was begun meanwhile."""
    if case_forms.unfinished(vault) is None:
        case_forms.keep(vault, tools().clock, form)
