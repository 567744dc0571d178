"""The head of a note: whose it is, whether it is saved, and what can be done."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.local_time import local
from ui import dates, lengths, privacy
from ui.names import as_written
from ui.note_template_menu import offer_templates
from ui.theme import look
from ui.widgets.button import Button, IconButton
from ui.widgets.card import row
from ui.widgets.label import Label
from ui.widgets.painted import ask_room
from ui.widgets.picture import Picture
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.client import Place
    from app.domain.length import Length
    from ui.note_view import NoteView


class SavedState(QWidget):
    """Says whether the vault holds what is on the screen; where it does not, a banner leads on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Picture("check", "low", 16)
        self._word = Label("", "soft")
        self.setLayout(row(self._sign, self._word, 4, spacing=8))

    def text(self) -> str:
        """Return the words shown."""
        return self._word.text()

    def show_saved(self, when: str) -> None:
        """Say that everything is kept, since `when`."""
        self._sign.show_icon("check", "low")
        self._say(self.tr("已存 {0}").format(when))

    def show_begun(self, when: str) -> None:
        """Say that an amendment is kept as it is written, and is none yet."""
        self._sign.show_icon("check", "low")
        self._say(self.tr("补记的草稿已存 {0}").format(when))

    def show_saving(self) -> None:
        """Say that something is on its way."""
        self._sign.show_icon("loader-circle", "faint")
        self._say(self.tr("正在存"))

    def show_failed(self) -> None:
        """Say that the words are on the screen only."""
        self._sign.show_icon("circle-alert", "mid")
        self._say(self.tr("没有存上"), failed=True)

    def show_signed(self) -> None:
        """Say that the note is final."""
        self._sign.show_icon("check", "low")
        self._say(self.tr("已签署"))

    def _say(self, text: str, *, failed: bool = False) -> None:
        self._word.setText(text)
        self._word.set_tint("mid" if failed else "")
        # Once more when the page has come to rest: words that come while it is being shown for
        # the first time find no layout that listens, and stayed cut.
        QTimer.singleShot(0, self, lambda: ask_room(self._word))


_PLAIN: Final = 10
_LARGE: Final = 15


class NoteHead(TopBar):
    """Whose note this is, which session and when; whether it is saved; what can be done."""

    time_asked = Signal()
    sign_asked = Signal()
    amend_asked = Signal()
    template_asked = Signal(str)
    templates_asked = Signal()
    alone_asked = Signal()
    reflections_asked = Signal()
    lock_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", look_of_title="name", parent=parent)
        self._titles: Mapping[str, str] = {}
        self._key = ""
        self._code = Label("", "meta")
        self._number = Label("", "read")
        self._when = Label("", "soft")
        self.when = Button("", "ghost", icon="pencil")
        self.when.clicked.connect(self.time_asked)
        self._there = Label("", "soft", tint="faint")
        for fact in (self._code, self._number, self._when, self.when, self._there):
            self.add_fact(fact)
        self.count = Label("", "meta")
        self.state = SavedState()
        self.sign = Button(self.tr("签署"), "primary", icon="signature")
        self.sign.setToolTip(self.tr("签署（Ctrl+Enter）"))
        self.sign.clicked.connect(self.sign_asked)
        self.amend = Button(self.tr("写补记"), "quiet", icon="file-plus")
        self.amend.clicked.connect(self.amend_asked)
        self.template = Button(self.tr("模板"), "ghost", icon="layout-template")
        self.template.setToolTip(self.tr("换一个模板，写的字都留着"))
        self.template.clicked.connect(self._offer_templates)
        self.alone = IconButton("notebook-pen", self.tr("专心写（F11）"))
        self.alone.clicked.connect(self.alone_asked)
        self.reflections = IconButton("book-open", self.tr("咨询师札记（Ctrl+Shift+J）"))
        self.reflections.clicked.connect(self.reflections_asked)
        self.lock = IconButton("lock", self.tr("锁定（Ctrl+L）"))
        self.lock.clicked.connect(self.lock_asked)
        actions = (
            self.count,
            self.state,
            self.lock,
            self.reflections,
            self.alone,
            self.template,
            self.sign,
            self.amend,
        )
        for action in actions:
            self.add_action(action)
        for unknown in (self._when, self.when, *actions):
            unknown.hide()

    def show_note(self, shown: NoteView) -> None:
        """Show the head of a note."""
        session, signed = shown.page.session, shown.page.note.seal is not None
        name, code = shown.profile.name, shown.page.case.code
        self.title.setText(as_written(privacy.title(name, code)))
        self._code.setText(as_written(privacy.beside(name, code)))
        self._number.setText(self.tr("第 {0} 次咨询").format(session.number))
        start = local(session.starts_at, shown.here)
        end = start + timedelta(minutes=session.minutes)
        said = f"{dates.day_and_time(start)}–{dates.clock_time(end)}"
        self._when.setText(said)
        self.when.setText(said)
        self.when.setAccessibleName(self.tr("改时间，现在是 {0}").format(said))
        self.when.setToolTip(self.tr("改时间"))
        self._there.setText(self._away(start, shown.profile.place))
        self._when.setVisible(signed)
        self.when.setVisible(not signed)
        self.sign.setVisible(not signed)
        self.template.setVisible(not signed)
        self.alone.show()
        self.reflections.show()
        self.amend.setVisible(signed)
        self.state.show()
        self._titles, self._key = shown.titles, shown.page.note.body.template

    def show_alone(self, *, alone: bool) -> None:
        """Offer the lock while the rail, where it stands, is away."""
        self.lock.setVisible(alone)
        self.alone.set_name(self.tr("不再专心写（Esc）") if alone else self.tr("专心写（F11）"))

    def show_count(self, *, there: bool) -> None:
        """Show how much is written while the side, where it stands, is away.

        In letters half as large again and more the head has no room for it.
        """
        self.count.setVisible(there and look.px(_PLAIN) < _LARGE)

    def show_length(self, written: Length) -> None:
        """Say how much is written."""
        self.count.setText(lengths.said(written))

    def _offer_templates(self) -> None:
        """Open the menu of templates; the one in use is ticked."""
        offer_templates(
            self.template,
            self._titles,
            self._key,
            self.template_asked.emit,
            self.templates_asked.emit,
        )

    def _away(self, start: datetime, place: Place) -> str:
        """Return when it was for the client, where the clocks differ."""
        if not place.time_zone:
            return ""
        there = local(start, place)
        if there.utcoffset() == start.utcoffset():
            return ""
        day = "" if there.date() == start.date() else f"{dates.weekday(there)} "
        return self.tr("来访者当地 {0}{1}").format(day, f"{there:%H:%M}")
