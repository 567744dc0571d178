"""Another recovery key: for a paper that is lost, or that somebody has seen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.case import shut_code
from app.services import practice, ways_in
from ui.keys_page import KeysPage
from ui.new_vault_recovery import RecoveryStep
from ui.recovery_sheet import RecoverySheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.ids import CaseId
    from app.domain.proof import Proof
    from app.ports import OpenVault
    from ui.office import Office


class NewRecovery(KeysPage):
    """Shows a fresh key, has two groups typed back from paper, and then lets it hold."""

    of_recovery = True

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        self.recovery = RecoveryStep()
        self._behind: list[CaseId] = []
        self._half_done = False
        super().__init__(office, self.recovery, parent=parent)
        self.later.hide()
        self._sheet = RecoverySheet(office, self.recovery, self._vault, self._refused)
        self.lay_out(
            self.tr("换恢复密钥"),
            self.tr(
                "按下按钮以后，新的这一把才生效，旧的那张纸打不开现在的保险库了。"
                "谁有换之前的备份或保险库的拷贝，又有旧的那张纸，连以后的也打得开：有人可能看过它"
                "的话，请做一份新备份，把旧的都删掉；被人拷走过的，只有换一个新的保险库才放心。"
            ),
            self.tr("换成这一把"),
        )
        self._sheet.fresh()
        office.desk.do(self, practice.zone, self._sheet.tell_days_of)

    def work(self, proof: Proof) -> Callable[[OpenVault], tuple[list[CaseId], bool]]:
        """Return the change of the recovery key, and whether cases can follow it from now on."""
        groups, office, printed = self.recovery.groups, self.office, self._sheet.printed
        return lambda vault: (
            ways_in.renew_recovery(vault, office.tools().clock, proof, groups, printed=printed),
            vault.case_locks.recovery_known(),
        )

    def take(self, answer: object) -> None:
        """Take which cases the new key does not open yet, and whether it must be typed first."""
        if isinstance(answer, tuple):
            behind, known = answer
            self._behind, self._half_done = list(behind), not known

    def done_words(self) -> tuple[str, str]:
        """Say that the new one holds, and what to do with the old paper.

        A case with a password of its own that was not open follows when that is next given.
        """
        done = self.tr("恢复密钥换好了。")
        more = self.tr(
            "旧的那张纸打不开现在的保险库了。还要用它打开以前的备份的话，请收好，别和备份放在一起；"
            "用不着了就撕掉。密码没有变。"
        )
        named = self.tr("、").join(shut_code(one) for one in self._behind)
        if self._behind and self._half_done:
            behind = self.tr(
                "磁盘没有及时存好，加锁的个案还没有换，旧的那张纸仍打得开它们：{0}。"
                "请先到「设置」里用新的那张纸「试一试恢复密钥」，再到「个案」里用密码各打开一次，"
                "就换好了；在那以前别撕旧的那张。"
            ).format(named)
            return done, f"{behind}\n{more}"
        if self._behind:
            behind = self.tr(
                "有加锁的个案没打开，还没有换，旧的那张纸仍打得开它们：{0}。"
                "请到「个案」里用密码各打开一次，就换好了；在那以前别撕旧的那张。"
            ).format(named)
            return done, f"{behind}\n{more}"
        return done, more

    def _vault(self) -> Path:
        return Path(self.office.preferences.load().vault)
