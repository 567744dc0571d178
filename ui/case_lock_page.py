"""The page on which a case is given a password of its own, another one, or none any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.case import CaseLock
from app.domain.errors import LeftInLog
from app.services import case_locks
from app.services.changes import Noun
from ui.destroy_words import moment
from ui.messages import message
from ui.new_vault_steps import PasswordStep
from ui.page import Page, PageKey, ToCases
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row, scroll
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.password import PasswordField
from ui.widgets.tick import Radio
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.errors import Refusal
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.case_locks import LockPage, OlderCopies
    from ui.office import Office

_WIDE: Final = 640


class CaseLockScreen(Page):
    """Present password where there is one, the new one twice, and the choice of a second way in."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._case_id = case_id
        self._shown: LockPage | None = None
        self._busy = False
        self._bar = TopBar(self.tr("个案密码"))
        self._bar.back.connect(self.back)
        self.present = PasswordField(self.tr("现在的密码"))
        self.present.changed.connect(self._typed)
        self.step = PasswordStep(self.tr("新密码"))
        self.step.changed.connect(self._typed)
        self.step.entered.connect(self.submit)
        self.present.entered.connect(self.step.first.setFocus)
        self._ways = Card(margins=(18, 14, 18, 14), spacing=10)
        self.with_key = Radio(self.tr("恢复密钥也能打开它"), self._ways)
        self.alone = Radio(self.tr("只有密码能打开它"), self._ways)
        self.unknown = Label(
            self.tr("要让恢复密钥也能打开它，请先锁上心匣，用恢复密钥打开一次，再来这里设。"),
            "meta",
            wrap=True,
        )
        about_key = self.tr("忘了密码还有救；拿到那张纸的人也打得开。")
        about_alone = self.tr("忘了就再也读不出来，谁都帮不上。")
        self.with_key.setAccessibleDescription(about_key)
        self.alone.setAccessibleDescription(about_alone)
        for part in (
            self.with_key,
            Label(about_key, "meta", wrap=True),
            self.alone,
            Label(about_alone, "meta", wrap=True),
            self.unknown,
        ):
            self._ways.body.addWidget(part)
        self.keep = Button(self.tr("加上密码"), "primary", icon="lock")
        self.keep.clicked.connect(self.submit)
        self.remove = Button(self.tr("去掉密码"), icon="lock-open")
        self.remove.clicked.connect(self._remove)
        self._reason = Label("", "meta")
        self._banners = column()
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.submit)
        tools = office.tools
        office.desk.do(
            self,
            lambda vault: (
                case_locks.page(vault, case_id),
                case_locks.older_copies(vault, tools().clock, case_id),
            ),
            self._show,
            self._explain,
        )

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        return (
            PageKey("Ctrl+Enter", self.tr("存好密码")),
            PageKey("Esc", self.tr("返回，什么都不改")),
        )

    def escape(self) -> None:
        """Go back; nothing was changed."""
        self.back.emit()

    def leave(self) -> None:
        """Forget what was typed: a password is never kept as a draft."""
        self.present.clear()
        self.step.wipe()

    def submit(self) -> None:
        """Set or change the password, where both fields agree."""
        page = self._shown
        if page is None or self._busy or not self.keep.isEnabled():
            return
        case_id, tools, recovery = self._case_id, self.office.tools, self.with_key.isChecked()
        old, new = self.present.text(), self.step.first.text()
        if page.case.lock is CaseLock.NONE:

            def work(vault: OpenVault) -> bool:
                clock = tools().clock
                return case_locks.set_password(vault, clock, case_id, new, recovery=recovery)

        else:

            def work(vault: OpenVault) -> bool:
                clock = tools().clock
                return case_locks.change_password(
                    vault, clock, case_id, old, new, recovery=recovery
                )

        self._lend(work)

    def _lay_out(self) -> None:
        """Put everything into a column of reading width."""
        inside, reading = QWidget(), QWidget()
        area = scroll(inside, "paper")
        lines = column(self._bar, area)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        reading.setMaximumWidth(look.px(_WIDE))
        self._what = Label("", "soft", wrap=True)
        self._backups = Label("", "soft", wrap=True)
        self._known = Label("", "meta", wrap=True)
        acts = row(self.remove, None, self._reason, self.keep, spacing=12)
        reading.setLayout(
            column(
                self._banners,
                self._what,
                24,
                self.present,
                20,
                self.step,
                24,
                Label(self.tr("忘了这个密码怎么办"), "heading"),
                10,
                self._ways,
                24,
                self._backups,
                6,
                self._known,
                20,
                acts,
            )
        )
        middle = row(None, reading, None, margins=(32, 28, 32, 48))
        middle.setStretch(1, 100)
        inside.setLayout(column(middle, None))

    def _show(self, seen: tuple[LockPage, OlderCopies]) -> None:
        """Show how the case stands, and which copies hold its key."""
        page, copies = seen
        self._shown = page
        locked = page.case.lock is not CaseLock.NONE
        if page.case.shut:
            self.wanted.emit(ToCases(self._case_id))
            return
        self._bar.add_fact(page.case.code)
        self._what.setText(
            self.tr(
                "换密码或去掉密码，都不会改动它的一个字。去掉以后，有保险库的密码就能读它，"
                "查找也又会搜到它。"
            )
            if locked
            else self.tr(
                "加上以后，只知道保险库密码的人读不到它的任何内容：记录、草稿、同意书、"
                "姓名、代号、预约的地点和备注。没打开时，列表里只看得到它的编号 № {0}。"
            ).format(self._case_id)
        )
        self._backups.setText(self._of_copies(locked=locked))
        self._known.setText(self._of_backups(copies))
        self._known.setVisible(bool(copies.backups))
        self.present.setVisible(page.asks)
        self.remove.setVisible(locked)
        self.keep.setText(self.tr("换成这个密码") if locked else self.tr("加上密码"))
        self.unknown.setVisible(not page.recovery_known)
        self.with_key.setEnabled(page.recovery_known)
        chosen = self.with_key if page.recovery and page.recovery_known else None
        if not page.recovery_known:
            chosen = self.alone
        if locked and chosen is None:
            chosen = self.alone
        if chosen is not None:
            chosen.setChecked(True)
        for one in (self.with_key, self.alone):
            one.toggled.connect(self._typed)
        first = self.present if page.asks else self.step.first
        self.begin_at(first)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._typed()

    def _of_copies(self, *, locked: bool) -> str:
        """Return what a password does not do: the case's key stays, and older copies hold it."""
        if locked:
            return self.tr(
                "换密码不换这个个案的钥匙。谁有加密码以前的备份，又知道保险库的密码，或者有换密码"
                "以前的备份，又知道旧密码，就读得到它，以后写的也读得到。请做一份新备份，再把旧的"
                "删掉；被人拷走过的，删不回来。"
            )
        return self.tr(
            "在这以前做的备份里，留着这个个案的钥匙：谁有其中一份，又知道保险库的密码，就读得到它，"
            "以后写的也读得到。请加好密码再做一份新备份，把旧的删掉；被人拷走过的，删不回来。"
        )

    def _of_backups(self, copies: OlderCopies) -> str:
        """Return how many backups the trail knows of, the first and the last."""
        if not copies.backups:
            return ""
        first, last = (
            moment(one.at, copies.zone) for one in (copies.backups[0], copies.backups[-1])
        )
        return self.tr(
            "留痕里记着的这样的备份：{0} 份，最早 {1}，最近 {2}。备份文件夹里清掉了的也算在内。"
        ).format(len(copies.backups), first, last)

    def _typed(self) -> None:
        """Say what is still missing, and let the buttons be pressed when nothing is."""
        if self._shown is None:
            return
        reason = self._missing()
        self._reason.setText(reason)
        self.keep.setEnabled(not reason and not self._busy)
        ready = not self._shown.asks or bool(self.present.text())
        self.remove.setEnabled(ready and not self._busy)

    def _missing(self) -> str:
        """Return what must be done before the password can be kept."""
        if self._shown is not None and self._shown.asks and not self.present.text():
            return self.tr("请先写现在的密码")
        if reason := self.step.reason():
            return reason
        if not (self.with_key.isChecked() or self.alone.isChecked()):
            return self.tr("请选一种：忘了密码怎么办")
        return ""

    def _remove(self) -> None:
        """Take the password away."""
        if self._shown is None or self._busy:
            return
        case_id, tools, old = self._case_id, self.office.tools, self.present.text()

        def work(vault: OpenVault) -> bool:
            case_locks.remove_password(vault, tools().clock, case_id, old)
            return True

        self._lend(work)

    def _lend(self, work: Callable[[OpenVault], bool]) -> None:
        """Lend the change to the vault's thread."""
        self._busy = True
        clear(self._banners)
        self._typed()
        self.office.desk.do(self, work, self._done, self._refused, (Noun.CASES,))

    def _done(self, clean: bool) -> None:  # noqa: FBT001 - the answer of the work
        """Go back to the case; say it where something could not be cleared away yet."""
        self.leave()
        if not clean:
            self.office.desk.refused.emit(LeftInLog())
        announce(self, self.tr("个案密码已存好。"))
        self.back.emit()

    def _refused(self, refusal: Refusal) -> None:
        """Say why nothing was changed; what was typed stays."""
        self._busy = False
        self._explain(refusal)
        self._typed()

    def _explain(self, refusal: Refusal) -> None:
        """Say a refusal above everything else."""
        said = message(refusal)
        clear(self._banners)
        banner = Banner("refusal", said.what, text=said.why)
        self._banners.addWidget(banner)
        self._banners.addSpacing(look.px(16))
        announce(banner, said.line)
