"""The part of the settings about what opens the vault: password, recovery key, keyring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.case import shut_code
from app.domain.errors import WrongPassword
from app.domain.local_time import wall
from app.services import ways_in
from ui import dates
from ui.messages import message
from ui.page import Destination, ToNewPassword, ToNewRecovery
from ui.recovery_box import RecoveryBox
from ui.settings_keyring import KeyringPart
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, beside, bring_into_sight, column, put, row, rule
from ui.widgets.label import Label
from ui.widgets.painted import announce

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.errors import Refusal
    from app.domain.ids import CaseId
    from app.services.ways_in import LastChanges
    from ui.office import Office


class KeysPart(QWidget):
    """Password and recovery key: since when, and the ways to change them or to try the paper.

    `wanted` asks for the page of a change.
    """

    wanted = Signal(Destination)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self._password, self._recovery = Label("", "soft", wrap=True), Label("", "soft", wrap=True)
        self._tried = Label("", "soft", wrap=True)
        self._said = column()
        self.keyring = KeyringPart(office) if office.keychain is not None else None
        self._make_buttons()
        self._make_trial()
        self._lay_out()

    def revisit(self) -> None:
        """Show the days as they are now; what was typed of the paper goes."""
        self._close_trial()
        if self.keyring is not None:
            self.keyring.revisit()
        self.office.desk.do(self, ways_in.last_changes, self._show)

    def wipe(self) -> None:
        """Leave nothing of the paper, or of a password, on the screen."""
        self._close_trial()
        if self.keyring is not None:
            self.keyring.wipe()

    # What stands here.

    def _make_buttons(self) -> None:
        self.password = Button(self.tr("换密码"), "quiet")
        self.password.clicked.connect(lambda: self.wanted.emit(ToNewPassword()))
        self.recovery = Button(self.tr("换恢复密钥"), "quiet")
        self.recovery.clicked.connect(lambda: self.wanted.emit(ToNewRecovery()))
        self.trial = Button(self.tr("试一试"), "quiet")
        self.trial.setAccessibleName(self.tr("试一试恢复密钥"))
        self.trial.clicked.connect(self._open_trial)

    def _make_trial(self) -> None:
        """Make the line in which the paper is tried."""
        self.box = RecoveryBox(
            self.tr("照着纸写恢复密钥"),
            hint=self.tr("八组，每组五个字符。空格、横线和大小写都随意。"),
        )
        self.box.entered.connect(self._try)
        self.check = Button(self.tr("核对"), "quiet")
        self.check.clicked.connect(self._try)
        self.close_button = Button(self.tr("收起"), "ghost")
        self.close_button.clicked.connect(self._close_and_return)
        self._trial_part = QWidget()
        self._trial_part.setLayout(
            column(
                10, self.box, 10, row(self.check, self.close_button, None, spacing=8), 8, self._said
            )
        )
        self._trial_part.hide()

    def _lay_out(self) -> None:
        card = Card(margins=(18, 14, 18, 14), spacing=13)
        words = column(Label(self.tr("密码"), "read"), self._password)
        card.body.addLayout(beside(words, self.password))
        card.body.addWidget(rule())
        words = column(Label(self.tr("恢复密钥"), "read"), self._recovery)
        card.body.addLayout(beside(words, self.recovery))
        card.body.addWidget(rule())
        words = column(Label(self.tr("试一试恢复密钥"), "read"), self._tried)
        trial = column(beside(words, self.trial), self._trial_part)
        card.body.addLayout(trial)
        if self.keyring is not None:
            card.body.addWidget(rule())
            card.body.addWidget(self.keyring)
        title = Label(self.tr("密码与恢复密钥"), "strong", tint="soft")
        self.setLayout(column(28, title, 8, card))

    def _show(self, last: LastChanges) -> None:
        self._password.setText(self._since(last.password, last.zone))
        self._recovery.setText(self._since(last.recovery, last.zone))
        if last.tried is None:
            said = self.tr("照着纸写一遍，看它打不打得开。什么都不会改。每年试一次最稳妥。")
        else:
            said = self.tr("上次核对：{0}。每年试一次最稳妥。").format(_day(last.tried, last.zone))
        self._tried.setText(said)

    def _since(self, at: datetime | None, zone: str) -> str:
        if at is None:
            return self.tr("还没有换过。")
        return self.tr("{0} 起没有换过。").format(_day(at, zone))

    # Trying the paper.

    def _open_trial(self) -> None:
        self.trial.setEnabled(False)
        put(self._said, None)
        self._trial_part.show()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self._trial_part)

    def _close_trial(self) -> None:
        self.box.wipe()
        put(self._said, None)
        self._trial_part.hide()
        self.trial.setEnabled(True)

    def _close_and_return(self) -> None:
        self._close_trial()
        self.trial.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self) -> None:
        """Let the vault's thread look whether what is written opens it."""
        typed, office = self.box.text(), self.office
        if not typed or not self.check.isEnabled():
            return
        self.check.setEnabled(False)
        put(self._said, None)
        office.desk.do(
            self,
            lambda vault: ways_in.try_recovery(vault, office.tools().clock, typed),
            self._tried_well,
            self._refused,
        )

    def _tried_well(self, behind: list[CaseId]) -> None:
        self.check.setEnabled(True)
        self.box.wipe()
        said = self.tr("什么都没有改。请把纸收回原处。")
        if behind:
            said = self.tr(
                "有加锁的个案还只认换之前的那张纸：{0}。到「个案」里用密码各打开一次，"
                "就换成这张了；在那以前别撕旧的那张。"
            ).format(self.tr("、").join(shut_code(one) for one in behind))
        self._say(
            Banner(
                "done",
                self.tr("对的，这张纸打得开这个保险库。"),
                text=said,
            )
        )
        self.office.desk.do(self, ways_in.last_changes, self._show)

    def _refused(self, refusal: Refusal) -> None:
        self.check.setEnabled(True)
        words = message(refusal)
        what, why = words.what, words.why
        if isinstance(refusal, WrongPassword):
            what = self.tr("这张纸打不开这个保险库。")
            why = self.tr("它可能是别的保险库的，或换过之前的。找不到对的那张，就换一把新的。")
        self._say(Banner("refusal", what, text=why))

    def _say(self, banner: Banner) -> None:
        put(self._said, banner)
        announce(self, f"{banner.accessibleName()} {banner.accessibleDescription()}")
        bring_into_sight(banner)


def _day(at: datetime, zone: str) -> str:
    """Return a day by the clock of the practice."""
    return dates.plain_day(wall(at, zone))
