"""Stands in place of a case that is shut: its number, a field for its password, and the wait."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.errors import RecoveryKeyMistyped, TooManyTries, WrongPassword
from app.services import case_locks
from app.services.changes import Noun
from ui.case_list import mode_word
from ui.messages import message
from ui.recovery_box import RecoveryBox
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import clear, column, row
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.password import PasswordField
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from app.domain.errors import Refusal
    from app.ports import OpenVault
    from app.services.case_locks import LockPage
    from ui.office import Office

_WIDTH: Final = 344
_SECOND: Final = 1000
_MINUTE: Final = 60


class ShutCase(QWidget):
    """The door of one case. `opened` tells that its words can be read now.

    `destruction` asks for the way out of a case whose password nobody has any more.
    """

    opened = Signal()
    destruction = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self._page: LockPage | None = None
        self._left, self._busy, self._with_key = 0.0, False, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask_wait)
        self.password = PasswordField(self.tr("这个个案的密码"), sz="l")
        self.password.entered.connect(self.submit)
        self.key = RecoveryBox(
            self.tr("恢复密钥"), hint=self.tr("八组，每组五个字符。空格、横线和大小写都随意。")
        )
        self.key.entered.connect(self.submit)
        self.open_button = Button(self.tr("打开这个个案"), "primary", sz="l")
        self.open_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.open_button.clicked.connect(self.submit)
        self.other_way = Button("", "link")
        self.other_way.clicked.connect(self._turn)
        self.away = Button(self.tr("销毁个案"), "link")
        self.away.clicked.connect(self.destruction)
        self._title, self._facts = Label("", "heading", wrap=True), Label("", "soft")
        self._said = Label("", "meta", wrap=True)
        self._banners = column()
        self._lay_out()

    def show_page(self, page: LockPage) -> None:
        """Stand before a case; what was typed for another one goes."""
        if self._page is None or self._page.case.id != page.case.id:
            self.wipe()
        self._page = page
        self._title.setText(self.tr("{0} 加了密码").format(page.case.code))
        self._facts.setText(mode_word(page.case.mode))
        self.other_way.setVisible(page.recovery)
        said = ""
        if not page.recovery:
            said = self.tr("设密码时没有选恢复密钥：只有密码能打开它。")
        elif page.stale and not page.recovery_known:
            said = self.tr(
                "恢复密钥换过了，那次没有换完：请先到「设置」里「试一试恢复密钥」，"
                "再用密码打开一次，新的恢复密钥才能打开它。"
            )
        elif page.stale:
            said = self.tr("恢复密钥换过了：用密码打开一次以后，新的恢复密钥才能打开它。")
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self._show_way()
        self._wait(page.wait)

    def enter(self) -> None:
        """Put the cursor where one writes."""
        first: QWidget = self.key if self._with_key else self.password
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def wipe(self) -> None:
        """Forget what was typed, and every refusal of it."""
        self.password.clear()
        self.key.wipe()
        self._with_key, self._left = False, 0.0
        self._timer.stop()
        clear(self._banners)

    def submit(self) -> None:
        """Try what is typed, unless a pause lasts or the last try is still on its way."""
        if self._page is None or self._busy or not self.open_button.isEnabled():
            return
        case_id, tools = self._page.case.id, self.office.tools
        if self._with_key:
            typed, act = self.key.text(), case_locks.open_with_recovery
        else:
            typed, act = self.password.take(), case_locks.open_case
        if not typed:
            return

        def work(vault: OpenVault) -> None:
            act(vault, tools().clock, case_id, typed)

        self._lend(work)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads from the recovery key back to the password."""
        if event.key() == Qt.Key.Key_Escape and self._with_key:
            self._turn()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        """Put the form a little above the middle; what is refused below it moves nothing."""
        why = Label(
            self.tr("没打开时，它的记录、同意书、姓名和代号都读不出来，查找也不会搜到。"),
            "soft",
            wrap=True,
        )
        inside = QWidget()
        inside.setFixedWidth(look.px(_WIDTH))
        inside.setLayout(
            column(
                row(Picture("lock", "soft", 28), None),
                14,
                self._title,
                4,
                self._facts,
                10,
                why,
                22,
                self.password,
                self.key,
                12,
                self.open_button,
                12,
                row(self.other_way, None),
                4,
                row(self.away, None),
                self._said,
            )
        )
        told, below = QWidget(), QWidget()
        told.setFixedWidth(look.px(_WIDTH))
        told.setLayout(self._banners)
        below.setLayout(column(row(None, told, None), None))
        lines = column(row(None, inside, None, margins=(24, 24, 24, 12)))
        lines.insertStretch(0, 2)
        lines.addWidget(below, 3)
        self.setLayout(lines)
        self._show_way()

    def _turn(self) -> None:
        """Take the other of the two ways in."""
        self._with_key = not self._with_key
        clear(self._banners)
        self._show_way()
        self.enter()

    def _show_way(self) -> None:
        """Show the field of the way that was chosen."""
        self.password.setVisible(not self._with_key)
        self.key.setVisible(self._with_key)
        self.other_way.setText(
            self.tr("用密码打开") if self._with_key else self.tr("忘了密码，用恢复密钥打开")
        )
        self._show_button()

    def _show_button(self) -> None:
        """Say on the button what it does, or how long it still waits."""
        self.open_button.setEnabled(self._left <= 0 and not self._busy)
        if self._busy:
            said = self.tr("正在打开")
        elif self._left > 0:
            minutes, seconds = divmod(math.ceil(self._left), _MINUTE)
            said = self.tr("请等 {0}").format(f"{minutes}:{seconds:02}")
        else:
            said = self.tr("打开这个个案")
        self.open_button.setText(said)

    def _lend(self, work: Callable[[OpenVault], None]) -> None:
        """Lend a try to the vault's thread."""
        clear(self._banners)
        self._busy = True
        self._show_button()
        self.office.desk.do(self, work, self._opened, self._refused, (Noun.CASES,))

    def _opened(self, _none: None) -> None:
        """Forget what was typed and hand over."""
        self._busy = False
        self.wipe()
        self._show_button()
        announce(self, self.tr("个案已打开。"))
        self.opened.emit()

    def _refused(self, refusal: Refusal) -> None:
        """Say why it stays shut; a pause starts to count down."""
        self._busy = False
        words = message(refusal)
        what, why = words.what, words.why
        if isinstance(refusal, RecoveryKeyMistyped):
            self.key.set_error(what)
        elif isinstance(refusal, WrongPassword) and self._with_key:
            what = self.tr("这把恢复密钥打不开这个个案。")
            why = self.tr("请核对纸上写的保险库名字；换过恢复密钥的，请先用密码打开一次。")
        if isinstance(refusal, WrongPassword | TooManyTries) and refusal.wait_seconds:
            why = self.tr("等一等再试。正确的密码随后照样能打开，什么都不会删。")
        clear(self._banners)
        banner = Banner("refusal", what, text=why)
        self._banners.addWidget(banner)
        announce(banner, f"{what} {why}")
        self._wait(getattr(refusal, "wait_seconds", 0.0))
        self.enter()

    def _ask_wait(self) -> None:
        """Ask the vault's thread how long the pause lasts; a clock of ours could be set."""
        if self._page is not None:
            case_id = self._page.case.id
            self.office.desk.do(
                self,
                lambda vault: case_locks.page(vault, case_id).wait,
                partial(self._waited, case_id),
            )

    def _waited(self, case_id: int, left: float) -> None:
        """Go on counting, unless another case is shown by now."""
        if self._page is not None and self._page.case.id == case_id:
            self._wait(left)

    def _wait(self, left: float) -> None:
        """Count down once a second, or let the button be pressed again."""
        was, self._left = self._left, left
        if left > 0:
            self._timer.start(min(_SECOND, math.ceil(left * _SECOND)))
        elif was > 0:
            self._timer.stop()
            clear(self._banners)
            announce(self.open_button, self.tr("现在可以再试。"))
        self._show_button()
