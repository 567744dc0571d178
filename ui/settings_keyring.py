"""The switch that lets the system's keyring open the vault; off until she asks for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.services import keyring
from ui.messages import message
from ui.proof_box import ProofBox
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import beside, bring_into_sight, column, put, row
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.switch import Switch

if TYPE_CHECKING:
    from app.domain.errors import Refusal
    from app.ports import OpenVault
    from ui.office import Office
    from ui.widgets.banner import BannerKind


class KeyringPart(QWidget):
    """On only after her password; what it means stands beside it before she decides."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.switch = Switch(self.tr("用这台电脑的钥匙串打开"))
        self.switch.clicked.connect(self._switched)
        self.proof_box = ProofBox()
        self.proof_box.entered.connect(self._switch_on)
        self.proof_box.changed.connect(self._show_button)
        self.button = Button(self.tr("开启"), "quiet")
        self.button.clicked.connect(self._switch_on)
        self.cancel = Button(self.tr("不开了"), "ghost")
        self.cancel.clicked.connect(self._give_up)
        self._said, self._busy = column(), False
        self._proof_part = QWidget()
        buttons = row(self.button, self.cancel, None, spacing=8)
        self._proof_part.setLayout(column(10, self.proof_box, 10, buttons))
        self._proof_part.hide()
        self._lay_out()

    def revisit(self) -> None:
        """Show how it stands; what was typed goes."""
        self.wipe()
        here = self.office.preferences.load().keyring
        self.office.desk.do(
            self,
            lambda vault: bool(here) and vault.ways.keyring_name() == here,
            self.switch.setChecked,
        )

    def wipe(self) -> None:
        """Leave nothing typed on the screen."""
        self.proof_box.wipe()
        self._proof_part.hide()
        put(self._said, None)

    def _lay_out(self) -> None:
        words = self.tr(
            "每天开机登录后第一次打开，不用写密码。锁定以后它不管用，照样要密码。"
            "能用您这个电脑账户的人，开机后也能这样打开：几个人合用一个账户，请不要开。"
        )
        said = column(
            Label(self.tr("用这台电脑的钥匙串打开"), "read", wrap=True),
            Label(words, "soft", wrap=True),
        )
        self.setLayout(column(beside(said, self.switch), self._proof_part, self._said))
        self._show_button()

    def _show_button(self) -> None:
        self.button.setEnabled(not self._busy and not self.proof_box.empty())

    def _switched(self, on: bool) -> None:  # noqa: FBT001 - connected to a click
        """Ask for the password before it is on; off is off at once."""
        put(self._said, None)
        if not on:
            self._switch_off()
            return
        self.switch.setChecked(False)
        self._proof_part.show()
        self.proof_box.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self._proof_part)

    def _give_up(self) -> None:
        self.wipe()
        self.switch.setFocus(Qt.FocusReason.OtherFocusReason)

    def _switch_on(self) -> None:
        """Lend the trial of the keyring and the change to the vault's thread."""
        office, keychain = self.office, self.office.keychain
        if not self.button.isEnabled() or keychain is None:
            return
        proof, self._busy = self.proof_box.proof(), True
        self._show_button()

        def work(vault: OpenVault) -> None:
            name = keyring.switch_on(vault, keychain(), office.tools().clock, proof)
            office.preferences.save(replace(office.preferences.load(), keyring=name))

        office.desk.do(self, work, lambda _: self._is_on(), self._refused)

    def _is_on(self) -> None:
        self._busy = False
        self.wipe()
        self.switch.setChecked(True)
        self.switch.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say("done", self.tr("开好了。"), self.tr("下次开机后，门上会有一个钥匙串的按钮。"))

    def _refused(self, refusal: Refusal) -> None:
        self._busy = False
        if not self.proof_box.refuse(refusal):
            self._proof_part.hide()
            self.proof_box.wipe()
            why = self.tr("没有开启，什么都没有改。密码照样能打开。")
            self._say("refusal", message(refusal).what, why)
        self._show_button()

    def _switch_off(self) -> None:
        office = self.office

        def work(vault: OpenVault) -> None:
            keyring.switch_off(vault, office.tools().clock)
            office.preferences.save(replace(office.preferences.load(), keyring=""))

        office.desk.do(self, work, refused=self._not_off)

    def _not_off(self, refusal: Refusal) -> None:
        self.revisit()
        words = message(refusal)
        self._say("refusal", words.what, words.why)

    def _say(self, kind: BannerKind, what: str, why: str) -> None:
        banner = Banner(kind, what, text=why)
        put(self._said, banner)
        announce(self, f"{what} {why}")
        bring_into_sight(banner)
