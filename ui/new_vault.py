"""Sets up a vault: language, place, password, recovery key, in four short pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.services import vaults
from ui import translation
from ui.begin import Begins
from ui.messages import message
from ui.new_vault_recovery import RecoveryStep
from ui.new_vault_steps import (
    LanguageStep,
    PasswordStep,
    PlaceStep,
    Step,
    check_place,
)
from ui.recovery_sheet import RecoverySheet
from ui.theme import look, style
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import clear, column, ground, row, scroll
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.picture import Mark, Picture
from ui.widgets.progress import Progress
from ui.widgets.stepper import StepColumn, marked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from app.domain.errors import Refusal
    from app.ports import Opened
    from ui.office import Office


WIDTH: Final = 620
_LEFT, _LEFT_NARROW = 456, 340
_NARROW, _TINY = 1180, 900
_LANGUAGE, _PLACE, _PASSWORD, _RECOVERY = range(4)


class FirstStart(Begins, QWidget):
    """Makes a vault and hands it over by `opened`; `elsewhere` asks for one that exists.

    `example` asks for the invented practice instead, `help` for the help, after which one goes on.
    """

    opened = Signal(object)
    elsewhere = Signal()
    example = Signal()
    succession = Signal()
    restore = Signal()
    help = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self._step = _LANGUAGE
        self._busy = False
        self._language = translation.chosen(office.preferences.load().language)
        self._body: QWidget | None = None
        self.setLayout(column())
        self._build(office.suggested_vault())
        style.deepen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads one step back, Enter goes on, F1 to the help."""
        if event.key() == Qt.Key.Key_Escape and self._step > _LANGUAGE:
            self.go_back()
        elif event.key() == Qt.Key.Key_F1:
            self.help.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go_on()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the left column less room in a narrow window."""
        super().resizeEvent(event)
        self._fit()

    # What stands on the screen.

    def _build(self, place: Path) -> None:
        """Make everything in the language in use; what was chosen before is kept."""
        old = self._body
        self.language_step = LanguageStep(self._language)
        self.place_step = PlaceStep(place)
        self.password_step = PasswordStep()
        self.recovery_step = RecoveryStep()
        self._steps: tuple[Step, ...] = (
            self.language_step,
            self.place_step,
            self.password_step,
            self.recovery_step,
        )
        self._make_foot()
        self._body = QWidget()
        self._left = self._left_side()
        self._body.setLayout(row(self._left, self._right_side()))
        self._body.layout().setStretch(1, 1)  # type: ignore[union-attr]
        self._connect()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.layout().addWidget(self._body)  # type: ignore[union-attr]
        # What goes on comes first by keyboard, though the way back stands before it.
        self.setTabOrder(self.next_button, self.back_button)
        self._body.show()
        self._fit()
        self._show_step()

    def _make_foot(self) -> None:
        self._banner_room = column()
        self.back_button = Button(self.tr("上一步"), "ghost", icon="arrow-left")
        self.next_button = Button(self.tr("继续"), "primary")
        self._why = Label("", "meta")
        self._progress = Progress(
            self.tr("正在建保险库。算钥匙要一两秒，这是有意放慢的。"), can_cancel=False
        )
        keep = self._progress.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(keep)

    def _connect(self) -> None:
        self.language_step.chosen.connect(self._change_language)
        self._sheet = RecoverySheet(
            self.office, self.recovery_step, self.place_step.place, self._refused
        )
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        for step in self._steps:
            step.changed.connect(self._show_state)
            step.entered.connect(self.go_on)

    def _left_side(self) -> QWidget:
        """Return what this is, and where one stands."""
        side = ground("sunken")
        name = row(Mark(32), Label(self.tr("心匣"), "heading"), None, spacing=12)
        self._column = StepColumn((), name=self.tr("步骤"))
        promise = self.tr("不联网，不注册，没有人能替您打开。\n大约 4 分钟就能准备好。")
        side.setLayout(
            column(
                name,
                28,
                Label(self.tr("把咨询记录和同意书，\n锁在您自己的电脑里。"), "title", wrap=True),
                14,
                Label(promise, "read", tint="soft", wrap=True),
                40,
                self._column,
                None,
                self._known(),
                margins=(48, 44, 40, 36),
            )
        )
        return side

    def _known(self) -> QWidget:
        """Return the way for who has a vault already."""
        link = Button(self.tr("打开或恢复"), "link")
        link.clicked.connect(lambda: self._leave_by(self.elsewhere))
        sign = Picture("circle-question-mark", "soft", 15)
        known = QWidget()
        first = row(sign, Label(self.tr("已经有保险库？"), "soft"), link, None, spacing=7)
        known.setLayout(column(first))
        if self.office.keeper is not None:
            known.layout().addLayout(self._restored())  # type: ignore[union-attr]
        if self.office.example is not None:
            known.layout().addLayout(self._look_around())  # type: ignore[union-attr]
        if self.office.succession is not None:
            known.layout().addLayout(self._entrusted())  # type: ignore[union-attr]
        return known

    def _entrusted(self) -> QHBoxLayout:
        """Return the way for who was given a colleague's package."""
        link = Button(self.tr("打开同事托付的职业遗嘱"), "link")
        link.clicked.connect(lambda: self._leave_by(self.succession))
        return row(Picture("folder-lock", "soft", 15), link, None, spacing=7)

    def _restored(self) -> QHBoxLayout:
        """Return the way for who has a backup and a new computer."""
        link = Button(self.tr("换了新电脑：从备份恢复"), "link")
        link.clicked.connect(lambda: self._leave_by(self.restore))
        return row(Picture("history", "soft", 15), link, None, spacing=7)

    def _look_around(self) -> QHBoxLayout:
        """Return the way for who wants to look around first."""
        link = Button(self.tr("打开示例"), "link")
        link.clicked.connect(lambda: self._leave_by(self.example))
        sign = Picture("book-open", "soft", 15)
        return row(sign, Label(self.tr("想先看看？"), "soft"), link, None, spacing=7)

    def _right_side(self) -> QWidget:
        """Return the present page over the buttons, in the middle of the free space."""
        foot = row(self.back_button, None, self._why, self.next_button, spacing=12)
        self._known_below = self._known()
        middle = QWidget()
        middle.setMaximumWidth(look.px(WIDTH))
        parts = (24, self._banner_room, foot, 8, self._progress, self._known_below)
        middle.setLayout(column(*self._steps, *parts))
        across: QHBoxLayout = row(middle, margins=(32, 24, 32, 24))
        inside = QWidget()
        page = column(across)
        page.insertStretch(0, 2)
        page.addStretch(3)
        inside.setLayout(page)
        self._page = scroll(inside, "paper")
        return self._page

    def _fit(self) -> None:
        """Share the room: where letters are very large, the page stands alone."""
        alone = self.width() < look.px(_TINY)
        self._left.setVisible(not alone)
        self._known_below.setVisible(alone)
        wide = self.width() >= look.px(_NARROW)
        self._left.setFixedWidth(look.px(_LEFT if wide else _LEFT_NARROW))

    def _show_step(self) -> None:
        """Show the present page, its cursor in the first field."""
        self._clear_banner()
        for number, step in enumerate(self._steps):
            step.setVisible(number == self._step)
        self._page.verticalScrollBar().setValue(0)
        self.begin_at(self._steps[self._step])
        self._steps[self._step].setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_state()

    def _show_state(self) -> None:
        """Bring buttons, reason and the column of steps up to date."""
        reason = self._steps[self._step].reason()
        self.back_button.setVisible(self._step > _LANGUAGE)
        self.back_button.setEnabled(not self._busy)
        self.next_button.setEnabled(not reason and not self._busy)
        self._why.setText("" if self._busy else reason)
        self._progress.setVisible(self._busy)
        self._column.set_steps(marked(self._titles(), self._step))

    def _titles(self) -> list[tuple[str, str]]:
        words = (self.tr("语言"), self.tr("放在哪里"), self.tr("密码"), self.tr("恢复密钥"))
        known = self._step
        titles = [
            (word, step.note() if number <= known else "")
            for number, (word, step) in enumerate(zip(words, self._steps, strict=True))
        ]
        return [*titles, (self.tr("开始"), self.tr("第一个个案"))]

    def _refused(self, refusal: Refusal) -> None:
        """Say why it cannot go on; everything typed stays."""
        self._busy = False
        self._clear_banner()
        words = message(refusal)
        if self._step == _PLACE:
            self.place_step.refuse(f"{words.what}\n{words.why}")
            self._show_state()
            return
        self._banner_room.addWidget(Banner("refusal", words.what, text=words.why))
        self._banner_room.addSpacing(look.px(16))
        announce(self, f"{words.what} {words.why}")
        self._show_state()

    def _clear_banner(self) -> None:
        clear(self._banner_room)

    # Going on and back.

    def go_back(self) -> None:
        """Show the page before; what was typed stays."""
        if not self._busy and self._step > _LANGUAGE:
            self._step -= 1
            self._show_step()

    def go_on(self) -> None:
        """Show the next page, or make the vault, unless something is missing."""
        if not self.next_button.isEnabled():
            return
        if self._step == _PLACE:
            self._check_place()
        elif self._step == _RECOVERY:
            self._create()
        else:
            self._next()

    def _next(self) -> None:
        self._busy = False
        self._step += 1
        if self._step == _RECOVERY and not self.recovery_step.groups:
            self._sheet.fresh()
        self._show_step()

    def _check_place(self) -> None:
        """Ask the disk before a password is asked for."""
        place = self.place_step.place()
        self._busy_with(lambda: check_place(place), self._next)

    def _busy_with(self, work: Callable[[], None], then: Callable[[], None]) -> None:
        self._clear_banner()
        self._busy = True
        self._show_state()
        self._progress.hide()
        self.office.desk.outside(self, work, lambda _: then(), self._refused)

    def _leave_by(self, way: SignalInstance) -> None:
        """Leave nothing typed behind, remember the language, and go another way."""
        if self._busy:
            return
        self._wipe()
        store, language = self.office.preferences, self._language
        self.office.desk.outside(
            self,
            lambda: store.save(replace(store.load(), language=language)),
            lambda _: way.emit(),
            self._refused,
        )

    def _change_language(self, language: str) -> None:
        """Speak the chosen language at once."""
        self._language = translation.chosen(language)
        application = QCoreApplication.instance()
        if isinstance(application, QApplication):
            translation.install(application, self._language)
            theme = self.office.preferences.load().theme
            style.apply(application, theme, scale=look.now().scale, language=self._language)
        place, groups = self.place_step.place(), self.recovery_step.groups
        first, second = self.password_step.first.text(), self.password_step.second.text()
        printed = self._sheet.printed
        self._wipe()
        self._build(place)
        self.password_step.first.set_text(first)
        self.password_step.second.set_text(second)
        if groups:
            self.recovery_step.show_key(groups)
            self._sheet.printed = printed

    # The vault.

    def _create(self) -> None:
        """Make the vault; Argon2 takes its second on the vault's thread."""
        office, place = self.office, self.place_step.place()
        word, groups = self.password_step.first.text(), self.recovery_step.groups
        printed = self._sheet.printed
        self._clear_banner()
        self._busy = True
        self._show_state()
        office.desk.open(
            self,
            lambda: vaults.create(
                office.door(), office.tools().clock, place, word, groups, printed=printed
            ),
            self._created,
            self._refused,
        )

    def _created(self, opened: Opened) -> None:
        """Forget password and key, remember where the vault lies, hand it over."""
        self._wipe()
        store, language, place = self.office.preferences, self._language, self.place_step.place()
        self.office.desk.outside(
            self.office.desk,
            lambda: store.save(replace(store.load(), language=language, vault=str(place))),
        )
        self.opened.emit(opened)

    def _wipe(self) -> None:
        """Leave nothing of password and key on the screen."""
        self.password_step.wipe()
        self.recovery_step.wipe()
