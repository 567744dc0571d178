"""Restores a backup into a new folder: which backup, where to, and then the way into it.

It needs no open vault: on a new computer it stands before any. What is open is never touched.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import BackupStopped, Refusal
from ui import backup_words, recording_words
from ui.backup_bar import BackupBar
from ui.backup_runner import runner
from ui.begin import Begins
from ui.messages import message
from ui.pick import pick_folder, pick_open
from ui.theme import look
from ui.unlock import typed_path
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import column, put, row
from ui.widgets.chip import Choices
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.painted import announce

if TYPE_CHECKING:
    from app.domain.backup import Generation
    from ui.backup_runner import Outcome
    from ui.office import Office
    from ui.widgets.banner import BannerKind

_LOOK_AFTER: Final = 400
_MOST: Final = 12


class RestorePanel(Begins, QWidget):
    """`opened` gives the folder that was restored, once she wants to go there."""

    opened = Signal(Path)

    def __init__(
        self,
        office: Office,
        place: Path,
        source: str = "",
        number: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.office = office
        self._number, self._wished = 0, number
        self._zone = ""
        self._progress: BackupBar | None = None
        self._runner = runner(office)
        self._runner.ended.connect(self._ended)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._lay_out()
        self.place.set_text(str(_free(place)))
        if source:
            self.source.set_text(source)
            self._look()

    def tell_times_of(self, zone: str) -> None:
        """Tell times as they are where she is; before the door, where the computer is."""
        self._zone = zone
        self._look()

    def _lay_out(self) -> None:
        self.source = Field(
            self.tr("备份在哪里"),
            hint=self.tr("备份文件夹，或者一个便携备份文件。"),
        )
        self.source.changed.connect(self._typed)
        self.source.entered.connect(self._look)
        folder = Button(self.tr("选择文件夹"), "quiet", icon="folder-open")
        folder.clicked.connect(self._pick_folder)
        file = Button(self.tr("选择文件"), "quiet", icon="file-text")
        file.clicked.connect(self._pick_file)
        self.place = Field(
            self.tr("恢复到哪个新文件夹"),
            hint=self.tr("须是空文件夹，或者还不存在。原来的保险库留在原处，不会动。"),
        )
        self.place.entered.connect(self.restore)
        self.restore_button = Button(self.tr("恢复"), "primary", icon="history")
        self.restore_button.clicked.connect(self.restore)
        self._list_room, self._room = column(), column()
        self.setLayout(
            column(
                self.source,
                8,
                row(folder, file, None, spacing=8),
                self._list_room,
                20,
                self.place,
                20,
                row(self.restore_button, None),
                14,
                self._room,
            )
        )
        self.begin_at(self.source)

    # Which backup.

    def _pick_folder(self) -> None:
        pick_folder(self, self.tr("备份文件夹"), self._picked)

    def _pick_file(self) -> None:
        kinds = self.tr("便携备份 (*.backup *.tar);;所有文件 (*)")
        pick_open(self, self.tr("便携备份文件"), kinds, self._picked)

    def _picked(self, path: Path) -> None:
        self.source.set_text(str(path))
        self._look()

    def _typed(self) -> None:
        self._number = 0
        put(self._list_room, None)
        self._timer.start(_LOOK_AFTER)

    def _look(self) -> None:
        """Look what a folder holds; a file needs no choice."""
        self._timer.stop()
        typed = self.source.text()
        if typed:
            self._runner.look_into(self, typed_path(typed), self._show)

    def _show(self, found: Any) -> None:  # noqa: ANN401 - generations, or a refusal
        """Offer the generations that can be restored."""
        put(self._list_room, None)
        whole = [] if isinstance(found, Refusal) else [one for one in found if one.whole]
        if not whole:
            return
        numbers = [one.number for one in whole]
        self._number = self._wished if self._wished in numbers else numbers[0]
        shown = [one for one in whole if one.number == self._number or one in whole[:_MOST]]
        choices = Choices(
            [(str(one.number), self._said(one)) for one in shown], name=self.tr("恢复哪一份")
        )
        choices.choose(str(self._number))
        choices.chosen.connect(self._choose)
        holder = QWidget()
        holder.setLayout(column(16, Label(self.tr("恢复哪一份"), "strong"), 6, choices))
        put(self._list_room, holder)

    def _said(self, one: Generation) -> str:
        return backup_words.choice(one, self._zone)

    def _choose(self, keys: list[str]) -> None:
        self._number = int(keys[0])

    # The work.

    def restore(self) -> None:
        """Begin, where both places are named and nothing else runs."""
        source, place = self.source.text(), self.place.text()
        if not (source and place) or self._runner.kind:
            return
        self.restore_button.setEnabled(False)
        self._progress = BackupBar(self._runner, backup_words.working("restore"))
        put(self._room, self._progress)
        self._runner.restore(typed_path(source), self._number, typed_path(place))

    def _ended(self, outcome: Outcome) -> None:
        if outcome.kind != "restore" or self._progress is None:
            return
        self._progress = None
        self.restore_button.setEnabled(True)
        if outcome.refusal is not None:
            self._explain(outcome.refusal)
            return
        place, lacking = outcome.value.place, outcome.value.lacking
        what = self.tr("恢复好了：{0}").format(place)
        why = self.tr("每个字节都核对过。用原来的密码或恢复密钥打开。")
        if lacking:
            what = self.tr("恢复好了，但有录音不完整：{0}").format(place)
            why = "".join(
                [
                    *recording_words.differing(lacking),
                    self.tr("其余的都核对过。用原来的密码或恢复密钥打开。"),
                ]
            )
        kind: BannerKind = "refusal" if lacking else "done"
        banner = Banner(kind, what, text=why, action=self.tr("打开它"), filled=True)
        banner.acted.connect(lambda: self.opened.emit(place))
        put(self._room, banner)
        banner.action.setFocus()
        announce(self, f"{what} {why}")

    def _explain(self, refusal: Refusal) -> None:
        """Say why nothing was restored; what is typed stays."""
        words = message(refusal)
        what, why = words.what, words.why
        kind = "refusal"
        if isinstance(refusal, BackupStopped):
            kind, what, why = "info", self.tr("已经停下，没有留下半份。"), ""
        put(self._room, Banner(kind, what, text=why))  # type: ignore[arg-type]
        announce(self, f"{what} {why}")
        self.restore_button.setFocus()


def _free(place: Path) -> Path:
    """Return the place, or one beside it that does not exist yet."""
    found, number = place, 1
    while found.exists():
        number += 1
        found = place.with_name(f"{place.name}-{number}")
    return found


def width() -> int:
    """Return how wide the panel is at most."""
    return look.px(640)
