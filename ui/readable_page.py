"""The page 导出全部记录: what goes along, its password, where to; then how far, and what lacks."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.domain import readable
from app.domain.errors import BackupStopped, WeakPassword
from app.domain.readable import Order
from app.services import readable_exports
from ui import readable_words
from ui.backup_bar import BackupBar
from ui.backup_runner import runner
from ui.consent_save import SavePanel
from ui.messages import message
from ui.note_template_menu import window_language
from ui.page import Page, PageKey
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, bring_into_sight, column, put, row, under_head
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.password import PasswordField
from ui.widgets.strength import Strength
from ui.widgets.tick import Tick
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.domain.errors import Refusal
    from app.domain.readable import Exported
    from ui.backup_runner import Outcome
    from ui.office import Office

KIND: Final = "readable"
_WIDE: Final = 700
_FILE: Final = "xinxia-records.zip"
_LENGTH: Final = 20


class ReadableScreen(Page):
    """Everything she has leaves under a password of its own; nobody is locked in."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._progress: BackupBar | None = None
        self._runner = runner(office)
        self._runner.started.connect(self._started)
        self._runner.ended.connect(self._ended)
        self._lay_out()
        if self._runner.kind:
            self._started(self._runner.kind)
        office.desk.do(self, readable_exports.shut, self._show_shut)

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (PageKey("Esc", self.tr("返回")),)

    def escape(self) -> None:
        """Go back; what runs goes on."""
        self.back.emit()

    def leave(self) -> None:
        """Leave no password on a page that is not looked at."""
        super().leave()
        self._wipe()

    def write(self, target: Path) -> None:
        """Write the archive to `target`, once the password is strong and the same twice."""
        if self._runner.kind or not self._checked():
            return
        order = Order(
            window_language(),
            self.reflections.isChecked(),
            self.recordings.isChecked(),
            self.first.text(),
        )
        put(self._banner_room, None)
        self._runner.export(target, order)

    # What stands on the page.

    def _lay_out(self) -> None:
        head = TopBar(self.tr("导出全部记录"))
        head.back.connect(self.back)
        self._banner_room, self._shut_room, self._progress_room = column(), column(), column()
        about = Label(
            self.tr(
                "一个加密的压缩包，7-Zip、WinRAR、Bandizip、Keka 都打得开，不需要心匣："
                "每个个案一页网页，原来的文件，和给别的程序读的数据。"
                "换软件，或者以后由别人接手时用它；平时请用备份。"
            ),
            "read",
            wrap=True,
        )
        warning = Banner(
            "warning",
            self.tr("里面有所有来访者的姓名和记录，没有去标识化。"),
            icon="circle-alert",
            text=self.tr(
                "只给自己留着，不要放进网盘。解压以后的文件不再加密，看完请删掉。"
                "压缩包里文件的数目和大小，不用密码也看得到；名称里没有姓名和代号。"
            ),
        )
        self.setLayout(
            under_head(
                head,
                look.px(_WIDE),
                column(
                    self._banner_room,
                    about,
                    16,
                    warning,
                    self._shut_room,
                    *self._titled(self.tr("放什么进去"), self._contents()),
                    *self._titled(self.tr("压缩包的密码"), self._password()),
                    *self._titled(self.tr("写到哪里"), self._place()),
                    None,
                ),
            )
        )

    @staticmethod
    def _titled(title: str, card: QWidget) -> tuple[QWidget | int, ...]:
        return 24, Label(title, "strong", tint="soft"), 8, card

    def _contents(self) -> Card:
        """Return what goes along; her own reflections only if she says so."""
        self.recordings = Tick(self.tr("录音也放进去"))
        self.recordings.setChecked(True)
        self.reflections = Tick(self.tr("咨询师札记也放进去"))
        card = Card(margins=(18, 14, 18, 14), spacing=10)
        always = self.tr("个案、记录、同意书、预约、量表、执业资料和留痕，全部都在里面。")
        card.body.addWidget(Label(always, "read", wrap=True))
        card.body.addWidget(self.recordings)
        card.body.addWidget(self.reflections)
        self.begin_at(self.recordings)
        return card

    def _password(self) -> Card:
        """Return the password, twice, with its strength."""
        self.first = PasswordField(self.tr("压缩包的密码"))
        self.second = PasswordField(self.tr("再写一遍"))
        self.strength = Strength()
        self.suggest = Button(self.tr("替我想一个"), "quiet", sz="s")
        self.suggest.clicked.connect(self._think_of_one)
        self.first.changed.connect(self._typed)
        self.second.changed.connect(lambda: self.second.set_error(""))
        self.first.entered.connect(self.second.setFocus)
        pair = row(self.first, self.second, spacing=16)
        for at, field in enumerate((self.first, self.second)):
            pair.setStretch(at, 1)
            pair.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        kept = self.tr(
            "忘了就再也打不开，心匣里不留它。请抄在纸上，和恢复密钥放在一起。"
            "只用英文字母、数字和符号，要比保险库的密码长。"
        )
        card = Card(margins=(18, 14, 18, 16), spacing=10)
        card.body.addWidget(Label(kept, "soft", wrap=True))
        card.body.addLayout(pair)
        card.body.addWidget(self.strength)
        card.body.addLayout(row(self.suggest, None))
        return card

    def _place(self) -> Card:
        """Return where the archive goes, and how far it is."""
        self.make = Button(self.tr("导出"), "primary", icon="download")
        self.make.clicked.connect(self._ask_place)
        self.place = SavePanel(
            label=self.tr("压缩包写到哪里"),
            hint=self.tr("最好是另一块盘或 U 盘。文件名里不写姓名。"),
        )
        self.place.hide()
        self.place.closed.connect(self._close_place)
        self.place.save.connect(self.write)
        card = Card(margins=(18, 14, 18, 16), spacing=10)
        told = self.tr("边读边加密，磁盘上不会有没加密的文件；写完从头读一遍核对，才算好。")
        card.body.addWidget(Label(told, "soft", wrap=True))
        card.body.addWidget(self.place)
        card.body.addLayout(row(self.make, None))
        card.body.addLayout(self._progress_room)
        return card

    def _show_shut(self, codes: tuple[str, ...]) -> None:
        """Name the cases that are not going to be in it, while that can be changed."""
        if not codes:
            return
        said = self.tr("这些个案有自己的密码，没有打开，不会在里面：{0}")
        banner = Banner(
            "info",
            said.format(self.tr("、").join(codes)),
            text=self.tr("要放进去，请先打开它们，再回到这里。"),
            icon="lock",
        )
        put(self._shut_room, banner)
        self._shut_room.insertSpacing(0, look.px(12))

    # What can be done.

    def _think_of_one(self) -> None:
        """Put in a random password in both fields and show it, so that it can be copied by hand."""
        made = readable.spelled(secrets.token_bytes(_LENGTH))
        for field in (self.first, self.second):
            field.set_text(made)
        self.first.eye.setChecked(True)
        self.first.setFocus()

    def _typed(self) -> None:
        self.first.set_error("")
        word = self.first.text()
        level = readable.level(word)
        try:
            readable.check(word)
        except WeakPassword as refusal:
            self.strength.set_level(level, message(refusal).why if word else "")
            return
        self.strength.set_level(level, self.tr("够牢了。请抄在纸上。"))

    def _checked(self) -> bool:
        """Return whether the password is good, and say where it is not."""
        try:
            readable.check(self.first.text())
        except WeakPassword as refusal:
            self.first.set_error(message(refusal).why)
            self._lead_to(self.first)
            return False
        if self.first.text() != self.second.text():
            self.second.set_error(self.tr("两遍写得不一样。"))
            self._lead_to(self.second)
            return False
        return True

    def _lead_to(self, field: PasswordField) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(field)

    def _ask_place(self) -> None:
        if not self._checked():
            return
        self.make.hide()
        self.place.show()
        self.place.propose(_FILE)

    def _close_place(self) -> None:
        self.place.hide()
        self.make.show()
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    # While it runs.

    def _started(self, kind: str) -> None:
        self.make.setEnabled(False)
        if kind != KIND:
            return
        self.place.hide()
        self.make.show()
        self._progress = BackupBar(self._runner, self.tr("正在导出并核对。您可以继续写。"))
        put(self._progress_room, self._progress)
        self._progress.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self._progress)

    def _ended(self, outcome: Outcome) -> None:
        self.make.setEnabled(True)
        if outcome.kind != KIND:
            return
        self._progress = None
        put(self._progress_room, None)
        if outcome.refusal is not None:
            self._refused(outcome.refusal)
        else:
            self._wipe()
            self._say_made(*outcome.value)
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_made(self, target: Path, made: Exported) -> None:
        """Say what is in it, and name what is not."""
        said = self.tr("导出好了，%n 个个案，从头核对过。", "", len(made.cases))
        lacks = readable_words.lacking(made.left)
        kind = "done" if not lacks else "info"
        more = "\n".join([self.tr("写在 {0}。").format(target.name), *lacks])
        self._say(Banner(kind, said, text=more), said)  # type: ignore[arg-type]

    def _refused(self, refusal: Refusal) -> None:
        words = message(refusal)
        kind = "info" if isinstance(refusal, BackupStopped) else "refusal"
        self._say(Banner(kind, words.what, text=words.why), words.line)  # type: ignore[arg-type]

    def _say(self, banner: Banner, line: str) -> None:
        put(self._banner_room, banner)
        self._banner_room.addSpacing(look.px(16))
        announce(self, line)
        bring_into_sight(banner)

    def _wipe(self) -> None:
        for field in (self.first, self.second):
            field.clear()
            field.set_error("")
