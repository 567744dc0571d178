"""Another password for the vault; whoever came in by the recovery key is led here first."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.domain.proof import OPENING_STANDS
from app.services import ways_in
from ui.keys_page import KeysPage
from ui.new_vault_steps import PasswordStep
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.proof import Proof
    from app.ports import OpenVault
    from ui.office import Office


class NewPassword(KeysPage):
    """Asks for the new password twice, and for the old one or the recovery key.

    Where the recovery key opened the vault just now, that is the proof for a few minutes: once,
    and only while this page is not left.
    """

    def __init__(
        self, office: Office, *, forgotten: bool = False, parent: QWidget | None = None
    ) -> None:
        self.passwords = PasswordStep(self.tr("新密码"))
        super().__init__(office, self.passwords, recovery=forgotten, parent=parent)
        self._led: Banner | None = None
        if forgotten:
            title, said = self._led_here(opening=True)
            self._led = Banner("info", title, text=said, icon="key-round")
        else:
            self.later.hide()
        self.lay_out(
            self.tr("换密码"),
            self.tr(
                "记录不用重新加密，只换钥匙外面那一层，一两秒就好。"
                "谁有换之前的备份或保险库的拷贝，又知道旧密码，连以后的也打得开：有人可能知道"
                "旧密码的话，请做一份新备份，把旧的都删掉；被人拷走过的，只有换一个新的保险库才放心。"
            ),
            self.tr("换成新密码"),
            before=self._led,
            proof_first=True,
        )
        self._forgotten = forgotten
        if forgotten:
            self._rely_on_opening()

    def work(self, proof: Proof) -> Callable[[OpenVault], None]:
        """Return the change of the password."""
        word, office = self.passwords.first.text(), self.office
        return lambda vault: ways_in.change_password(vault, office.tools().clock, proof, word)

    def leave(self) -> None:
        """Leave nothing of what was typed, and let the opening prove nothing any more."""
        super().leave()
        if self._forgotten:
            self.office.desk.do(self.office.desk, lambda vault: vault.ways.forget_opening())

    def ask_proof(self, *, opening: bool = False) -> None:
        """Ask for the proof or not; the banner says the same as the page."""
        super().ask_proof(opening=opening)
        if self._led is not None:
            self._led.say(*self._led_here(opening=opening))

    def _led_here(self, *, opening: bool) -> tuple[str, str]:
        """Return why she is here, and whether the recovery key is asked for once more."""
        said = (
            self.tr(
                "这几分钟里不用再写一遍恢复密钥。忘了的那个密码随后作废。"
                "恢复密钥不变，那张纸请继续收好。"
            )
            if opening
            else self.tr(
                "请再写一遍恢复密钥。忘了的那个密码随后作废。恢复密钥不变，那张纸请继续收好。"
            )
        )
        return self.tr("您这次是用恢复密钥打开的，请设一个新密码。"), said

    def _rely_on_opening(self) -> None:
        """Ask for no proof while the opening is one; the vault says whether it is."""
        self.ask_proof(opening=True)
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self._end)
        self._over.start(OPENING_STANDS // timedelta(milliseconds=1))
        self.office.desk.do(self, lambda vault: vault.ways.opened_just_now(), self._stands)

    def _stands(self, opened: bool) -> None:  # noqa: FBT001 - an answer of the desk
        if not opened:
            self.ask_proof()

    def _end(self) -> None:
        """Ask for the recovery key again: its minutes have passed, and what was kept goes."""
        self.office.desk.do(
            self, lambda vault: vault.ways.forget_opening(), lambda _: self.ask_proof()
        )

    def done_words(self) -> tuple[str, str]:
        """Say that the new one holds."""
        return (
            self.tr("密码换好了。"),
            self.tr(
                "从现在起用新密码打开，旧密码打不开了。恢复密钥没有变。"
                "以前做的备份，仍然用当时的密码打开。"
            ),
        )
