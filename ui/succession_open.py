"""Opens a succession package with its key, on any computer; it needs no vault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.errors import PackageDamaged, PackageMissing, PackageTooNew, RecoveryKeyMistyped
from app.services import succession
from ui import succession_words
from ui.messages import message
from ui.names import as_written
from ui.page import Page, PageKey
from ui.paper_panel import PaperPanel
from ui.recovery_box import RecoveryBox
from ui.theme import look
from ui.unlock import typed_path
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row, under_head
from ui.widgets.field import Field
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from app.domain.errors import Refusal
    from app.domain.succession import PackedClient, SuccessionPackage
    from ui.office import Office

_WIDE: Final = 700
_KEY: Final = 120


class SuccessionReader(Page):
    """A file and eight groups; then the list, which can be printed."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self._lay_out()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (PageKey("Esc", self.tr("返回")),)

    def escape(self) -> None:
        """Go back to the door; what was typed and shown goes."""
        self.key.wipe()
        self.back.emit()

    def _lay_out(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        head = TopBar(self.tr("打开职业遗嘱"))
        head.back.connect(self.escape)
        self._room = column(spacing=0)
        self.setLayout(under_head(head, look.px(_WIDE), column(self._form(), self._room, None)))
        self.begin_at(self.file)

    def _form(self) -> QWidget:
        """Return where file and key are given."""
        about = Label(
            self.tr(
                "一位咨询师把来访者的联络名单托付给了您：一个密封文件，和一张写着八组字符的纸。"
                "打开后请只用来联系来访者、安排预约和转介。"
            ),
            "body",
            wrap=True,
        )
        self.key = RecoveryBox(
            self.tr("纸上的钥匙"), hint=self.tr("八组，每组五个字符。空格、横线和大小写都随意。")
        )
        self.key.entered.connect(self._open)
        self.file = Field(self.tr("密封文件"), placeholder=self.tr("例如 U 盘上的 职业遗嘱.xinxia"))
        self.file.entered.connect(self.key.edit.setFocus)
        pick = Button(self.tr("选择文件"), "quiet", icon="folder-open")
        pick.clicked.connect(self._pick)
        line = row(self.file, pick, spacing=8)
        line.setStretch(0, 1)
        line.setAlignment(pick, Qt.AlignmentFlag.AlignBottom)
        self.open_button = Button(self.tr("打开名单"), "primary")
        self.open_button.clicked.connect(self._open)
        self.form = QWidget()
        self.form.setLayout(
            column(about, 24, line, 16, self.key, 16, row(self.open_button, None), 20)
        )
        return self.form

    def _pick(self) -> None:
        from ui.pick import pick_open  # noqa: PLC0415 - most know the path of their stick

        kinds = self.tr("职业遗嘱（*.xinxia）") + ";;" + self.tr("所有文件（*）")
        pick_open(
            self, self.tr("密封文件"), _plain(kinds), lambda path: self.file.set_text(str(path))
        )

    def _open(self) -> None:
        """Open the file away from the window."""
        office, typed = self.office, self.key.text()
        if office.succession is None or not typed.strip() or not self.file.text().strip():
            return
        sealer, tools, source = office.succession(), office.tools, typed_path(self.file.text())
        clear(self._room)
        self.file.set_error("")
        self.open_button.setEnabled(False)
        office.desk.outside(
            self,
            lambda: succession.open_package(tools().shelf, sealer, source, typed),
            self._show,
            self._refused,
        )

    def _refused(self, refusal: Refusal) -> None:
        """Say why it stays closed, at the field that it is about; what was typed stays."""
        self.open_button.setEnabled(True)
        said = message(refusal)
        if isinstance(refusal, RecoveryKeyMistyped):
            self.key.set_error(said.what)
            self.key.edit.setFocus()
        elif isinstance(refusal, PackageMissing | PackageDamaged | PackageTooNew):
            self.file.set_error(said.line)
            self.file.setFocus()
        else:
            self._room.addWidget(Banner("refusal", said.what, text=said.why))
            announce(self, said.line)

    def _show(self, package: SuccessionPackage) -> None:
        """Show the list; the key is forgotten."""
        self.key.wipe()
        self.form.hide()
        tools = self.office.tools
        panel = PaperPanel(
            self.office,
            self.tr("来访者联络名单"),
            lambda: tools().papers.sheet.render(succession_words.list_sheet(package)),
        )
        about = [
            succession_words.made_line(package),
            succession_words.clock_line(package.time_zone),
        ]
        if package.contact:
            about.append(self.tr("咨询师的联系方式：{0}").format(package.contact))
        for line in about:
            self._room.addWidget(Label(line, "soft", wrap=True))
        self._room.addSpacing(look.px(14))
        self._room.addWidget(panel)
        if package.words.strip():
            self._add(self.tr("给您的话"), Label(package.words, "read", wrap=True))
        for one in package.clients:
            self._add_client(one, package.time_zone)
        panel.paper.setFocus()
        announce(self, self.tr("名单已打开，共 %n 位来访者。", "", len(package.clients)))

    def _add_client(self, one: PackedClient, zone: str) -> None:
        rows = KeyValues(succession_words.client_rows(one, zone), key_width=_KEY)
        self._add(as_written(one.name or one.code), rows)

    def _add(self, title: str, part: QWidget) -> None:
        card = Card(margins=(18, 14, 18, 16), spacing=8)
        card.body.addWidget(Label(title, "strong"))
        card.body.addWidget(part)
        self._room.addSpacing(look.px(16))
        self._room.addWidget(card)


def _plain(kinds: str) -> str:
    """Return kinds of files as Qt reads them: it knows no full-width brackets."""
    return kinds.replace("（", " (").replace("）", ")")
