"""The salvage: gets what can be read out of a damaged vault into a new folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal

from ui.aside import Aside
from ui.complaints import salvaged
from ui.messages import message
from ui.page import Page, PageKey
from ui.pick import pick_folder
from ui.theme import look
from ui.unlock import typed_path
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row, under_head
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.password import PasswordField
from ui.widgets.progress import Progress
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.errors import Refusal
    from app.domain.salvage import Salvaged
    from ui.office import Office

_WIDE: Final = 700


class SalvageScreen(Page):
    """For the open vault, or for the one in `place` that does not open: then it asks for a secret.

    `saved` hands over the folder of the new vault.
    """

    saved = Signal(Path)

    def __init__(
        self, office: Office, place: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._place = place
        self._target = Path()
        self._aside: Aside | None = None
        self._progress: Progress | None = None
        self._lay_out()
        self.begin_at(self.password if place is not None else self.folder)
        if place is not None:
            self._suggest(place)
        else:
            known = office.preferences.load().vault
            self._suggest(Path(known) if known else office.suggested_vault())

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the salvage."""
        return (PageKey("Esc", self.tr("返回")),)

    def escape(self) -> None:
        """Go back, unless it is at work: what is begun comes to its end."""
        if self._aside is None:
            self.back.emit()

    def _lay_out(self) -> None:
        head = TopBar(self.tr("救到新的保险库"))
        head.back.connect(self.escape)
        self.password = PasswordField(self.tr("这个保险库的密码，或恢复密钥"))
        if self._place is None:
            self.password.hide()
        self.folder = Field(
            self.tr("新的文件夹"), hint=self.tr("一个还没有的文件夹，或空的。最好在另一块磁盘上。")
        )
        pick = Button(self.tr("选择文件夹"), "quiet", icon="folder-open")
        pick.clicked.connect(self._pick)
        self.begin_button = Button(self.tr("开始救出"), "primary", icon="hard-drive-download")
        self.begin_button.clicked.connect(self.begin)
        self.folder.entered.connect(self.begin)
        self.password.entered.connect(self.begin)
        self._room, self._done_room = column(spacing=8), column(spacing=10)
        card = Card(margins=(20, 18, 20, 20), spacing=12)
        card.body.addWidget(
            Label(
                self.tr(
                    "逐页读损坏的数据库，把每一篇读得出来的都放进一个新的保险库，"
                    "读不出来的按编号列出来。原来的不改一个字节。"
                ),
                "read",
                wrap=True,
            )
        )
        for part in (self.password, self.folder):
            card.body.addWidget(part)
        card.body.addLayout(row(pick, None, self.begin_button))
        card.body.addLayout(self._room)
        self.setLayout(under_head(head, look.px(_WIDE), column(card, 20, self._done_room, None)))

    def begin(self) -> None:
        """Begin, unless it is at work or something is missing."""
        typed = self.folder.text().strip()
        if self._aside is not None or not typed:
            return
        secret = self.password.take() if self._place is not None else ""
        if self._place is not None and not secret:
            return
        self._target = typed_path(typed)
        clear(self._done_room)
        self._show_progress()
        self._aside = Aside(self)
        self._aside.told.connect(self._told)
        self._aside.done.connect(self._ended)
        self._aside.refused.connect(self._refused)
        if self._place is not None:
            door, place, target = self.office.door(), self._place, self._target
            self._aside.run(lambda told: door.salvage(place, secret, target, told))
        else:
            self._begin_with_the_open_vault()

    def _begin_with_the_open_vault(self) -> None:
        """Ask the vault's thread for the work, and do it elsewhere."""
        if self.office.keeper is None:
            return
        keeper, target = self.office.keeper(), self._target

        def run(work: Callable[[Any], Salvaged]) -> None:
            if self._aside is not None:
                self._aside.run(work)

        self.office.desk.do(self, lambda vault: keeper.salvaging(vault, target), run, self._refused)

    def _show_progress(self) -> None:
        self.begin_button.setEnabled(False)
        self._progress = Progress(self.tr("正在读每一页"), can_cancel=False)
        self._room.addWidget(self._progress)

    def _told(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress.set_step(done, total)

    def _ended(self, made: Salvaged) -> None:
        """Say what came out and what did not, and how to open the new vault."""
        self._stop()
        first, *more = salvaged(made)
        self._done_room.addWidget(Banner("done", first, text=str(self._target)))
        card = Card(margins=(18, 14, 18, 14), spacing=10)
        for sentence in more:
            card.body.addWidget(Label(sentence, "read", wrap=True))
        card.body.addWidget(
            Label(
                self.tr("要打开它：锁定以后，在门上点「换一个保险库」，选这个新文件夹。"),
                "soft",
                wrap=True,
            )
        )
        self._done_room.addWidget(card)
        announce(self, first)
        self.saved.emit(self._target)

    def _refused(self, refusal: Refusal) -> None:
        """Say why nothing was made; what was typed stays, but for the password."""
        self._stop()
        words = message(refusal)
        self._done_room.addWidget(Banner("refusal", words.what, text=words.why))
        announce(self, f"{words.what} {words.why}")

    def _stop(self) -> None:
        aside, self._aside = self._aside, None
        if aside is not None:
            aside.deleteLater()
        clear(self._room)
        self._progress = None
        self.begin_button.setEnabled(True)

    def _suggest(self, place: Path) -> None:
        """Suggest a folder beside the damaged vault."""
        self.folder.set_text(str(place.with_name(self.tr("{0}-救出").format(place.name))))

    def _pick(self) -> None:
        pick_folder(self, self.tr("新的文件夹"), lambda path: self.folder.set_text(str(path)))
