"""The third step of a summary: for whom and why, as what, and where the files go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.domain.blank import is_blank
from app.domain.summary_use import Audience, Detail, audience_of
from app.services import exports
from ui.file_password import tie
from ui.pick import documents, pick_folder
from ui.theme import look
from ui.unlock import typed_path
from ui.widgets.button import Button
from ui.widgets.card import column, ground, row, scroll
from ui.widgets.chip import Choices
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.password import PasswordField
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.domain.case_report import Paper
    from app.services.exports import Request

_WIDE: Final = 660


@dataclass(frozen=True)
class Order:
    """What the fields say, taken out of them before the work is lent."""

    purpose: str
    recipient: str
    formats: tuple[str, ...]
    folder: Path = field(repr=False)
    password: str = field(repr=False)
    bare: bool
    audience: Audience
    looked_at: frozenset[Detail]

    def request(self, made_on: str, paper: Paper) -> Request:
        """Return what is asked of the service, made on an ISO day."""
        return exports.Request(
            self.purpose, self.recipient, made_on, self.formats, self.folder,
            "" if self.bare else self.password, self.bare, self.audience, self.looked_at, paper,
        )  # fmt: skip


class WritePage(QWidget):
    """The fields of the files; `edited` follows purpose and recipient, which are kept.

    `changed` follows everything that makes other files; `entered` is Enter in one of the lines.
    """

    edited = Signal()
    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = {
            Detail.NAMES: Tick(self.tr("姓名：真名、小名、网名，还有别人的名字")),
            Detail.FAMILY: Tick(self.tr("家庭背景：籍贯、职业、单位、家里人的特别之处")),
            Detail.EXPERIENCES: Tick(self.tr("特殊的成长或创伤经历：上过新闻的、当地人都知道的")),
            Detail.LOOKS: Tick(self.tr("体貌特征：疤、胎记、残疾、少见的身高和样子")),
        }
        self._audience = Choices(
            [(key.value, words) for key, words in audience_words().items()],
            name=self.tr("给谁看"),
        )
        self._audience.choose(Audience.INDIVIDUAL.value)
        self._purpose = Field(self.tr("用途"), hint=self.tr("例如 个体督导"))
        self._recipient = Field(self.tr("交给谁"), hint=self.tr("写在文件上，方便追溯"))
        for one in (self._purpose, self._recipient):
            one.changed.connect(lambda _text: self.edited.emit())
        self._pdf, self._docx = (
            Tick(self.tr("PDF，适合打印和阅读")),
            Tick(self.tr("DOCX，可以批注")),
        )
        self._pdf.setChecked(True)
        self._password = PasswordField(
            self.tr("文件密码"), hint=self.tr("至少 8 个字符。请用另外的途径告诉对方。")
        )
        self._suggest = Button(self.tr("替我想一个"), "quiet", sz="s")
        self._bare = Tick(self.tr("不设密码（拿到文件的人都能读）"))
        tie(self._password, self._suggest, self._bare)
        self._folder = Field(self.tr("放在哪个文件夹"))
        self._folder.set_text(str(documents()))
        self._choose = Button(self.tr("选择文件夹"), "quiet", sz="s")
        self._choose.clicked.connect(self._browse)
        self._listen()
        self._lay_out()

    def _listen(self) -> None:
        """Tell of everything that makes other files, and of Enter in a line."""
        self._audience.chosen.connect(lambda _keys: self.edited.emit())
        self._audience.chosen.connect(lambda _keys: self.changed.emit())
        for tick in self._details.values():
            tick.toggled.connect(lambda _on: self.changed.emit())
        for one in (self._purpose, self._recipient, self._password, self._folder):
            one.changed.connect(lambda _text: self.changed.emit())
            one.entered.connect(self.entered)
        for tick in (self._pdf, self._docx, self._bare):
            tick.toggled.connect(lambda _on: self.changed.emit())

    def _lay_out(self) -> None:
        """Put the fields into a column of reading width."""
        body = QWidget()
        body.setFixedWidth(look.px(_WIDE))
        body.setLayout(
            column(
                Label(self.tr("写成文件"), "title"), 8,
                Label(
                    self.tr("文件离开保险库后，锁不再保护它。默认加密；写出前会再查一遍登记过的姓名。"),
                    "soft", wrap=True,
                ), 20,
                Label(self.tr("四类细节都看过、处理过了（3.6）"), "strong"), 8,
                column(*self._details.values(), spacing=6), 8,
                Label(
                    self.tr("这四类程序只指得出一部分，要由您逐类看过；改了决定，请再看一遍。"),
                    "meta", wrap=True,
                ), 20,
                Label(self.tr("给谁看"), "strong"), 8, self._audience, 14,
                self._purpose, 14, self._recipient, 14,
                row(self._pdf, self._docx, None, spacing=20), 14,
                self._password, 6, row(self._suggest, self._bare, None, spacing=16), 14,
                self._folder, 6, row(self._choose, None), None,
                margins=(40, 32, 40, 32),
            )
        )  # fmt: skip
        inside = ground("paper")
        inside.setLayout(row(None, body, None))
        self.setLayout(column(scroll(inside, "paper")))

    def begin(self) -> None:
        """Put the keys to the first kind of detail not looked at, else into the first field."""
        open_ones = [tick for tick in self._details.values() if not tick.isChecked()]
        (open_ones[0] if open_ones else self._purpose).setFocus()

    def look_again(self) -> None:
        """Take the ticks away: what leaves is another text now."""
        for tick in self._details.values():
            tick.setChecked(False)

    def looked_at(self) -> frozenset[Detail]:
        """Return the kinds of detail that she has looked at."""
        return frozenset(one for one, tick in self._details.items() if tick.isChecked())

    def words(self) -> dict[str, str]:
        """Return what is kept with an unfinished review: never the password."""
        return {
            "purpose": self._purpose.text(),
            "recipient": self._recipient.text(),
            "audience": self._audience.keys()[0],
        }

    def set_words(self, words: Mapping[str, str]) -> None:
        """Show what was kept."""
        self._purpose.set_text(words.get("purpose", ""))
        self._recipient.set_text(words.get("recipient", ""))
        self._audience.choose(audience_of(words.get("audience", "")).value)

    def order(self) -> Order | None:
        """Return what the fields say; None where something is missing, which is then said."""
        purpose, recipient = self._purpose.text().strip(), self._recipient.text().strip()
        if is_blank(purpose) or is_blank(recipient):
            self._missing(purpose, recipient)
            return None
        self._purpose.set_error("")
        self._recipient.set_error("")
        folder = typed_path(self._folder.text())
        if not folder.is_absolute():
            self._folder.set_error(self.tr("请写完整的文件夹路径。"))
            self._folder.setFocus()
            return None
        self._folder.set_error("")
        kinds = ((exports.PDF, self._pdf), (exports.DOCX, self._docx))
        formats = tuple(kind for kind, tick in kinds if tick.isChecked())
        password, bare = self._password.text(), self._bare.isChecked()
        audience = audience_of(self._audience.keys()[0])
        return Order(
            purpose, recipient, formats, folder, password, bare, audience, self.looked_at()
        )

    def _missing(self, purpose: str, recipient: str) -> None:
        """Ask for purpose or recipient: every export says for whom and why (clause 013)."""
        self._purpose.set_error(self.tr("写一句用途。") if is_blank(purpose) else "")
        self._recipient.set_error(self.tr("写明交给谁。") if is_blank(recipient) else "")
        (self._purpose if is_blank(purpose) else self._recipient).setFocus()

    def _browse(self) -> None:
        """Ask for the folder."""
        pick_folder(self, self.tr("放在哪个文件夹"), lambda path: self._folder.set_text(str(path)))


def audience_words() -> dict[Audience, str]:
    """Return who may read a summary, in words."""
    translate = QCoreApplication.translate
    return {
        Audience.INDIVIDUAL: translate("Audience", "个体督导"),
        Audience.GROUP: translate("Audience", "团体督导"),
        Audience.PEER: translate("Audience", "同辈讨论"),
        Audience.TEAM: translate("Audience", "团队成员"),
        Audience.TEACHING: translate("Audience", "教学"),
        Audience.RESEARCH: translate("Audience", "研究或发表"),
    }
