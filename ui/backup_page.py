"""Backups: where, when, how the last one went, what there is, and the way back."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.backup import Every
from app.domain.differs import without
from app.domain.errors import BackupFolderMissing, Refusal
from app.services import backups
from app.services.changes import Changes, Noun
from ui import backup_words, recording_words
from ui.backup_bar import BackupBar
from ui.backup_list import GenerationList
from ui.backup_runner import runner
from ui.messages import message
from ui.page import Page, PageKey, ToReadable, ToRestore
from ui.pick import pick_folder, pick_save
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import (
    Card,
    beside,
    bring_into_sight,
    clear,
    column,
    put,
    row,
    rule,
    under_head,
)
from ui.widgets.chip import Choices
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.picture import Picture
from ui.widgets.segment import Segment
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.differs import Differs
    from app.services.backups import BackupState
    from ui.backup_runner import Outcome
    from ui.office import Office

_WIDE: Final = 760
_REMIND: Final = (3, 7, 14, 30)
_FILE: Final = "xinxia.backup"
_OF_OTHERS: Final = frozenset({"restore", "readable"})
"""Work that has a page of its own, which says how it went."""


class BackupScreen(Page):
    """The page of backups."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._state: BackupState | None = None
        self._progress: BackupBar | None = None
        self._runner = runner(office)
        self._runner.started.connect(self._started)
        self._runner.ended.connect(self._ended)
        self._lay_out()
        if self._runner.kind:
            self._started(self._runner.kind)
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (PageKey("Esc", self.tr("返回")),)

    def escape(self) -> None:
        """Go back; what runs goes on."""
        self.back.emit()

    def reload(self, changes: Changes) -> None:
        """Show how backups stand after one was made."""
        if Noun.BACKUPS in changes.nouns:
            self._ask()

    # What stands on the page.

    def _lay_out(self) -> None:
        head = TopBar(self.tr("备份"))
        head.back.connect(self.back)
        self._banner_room, self._progress_room = column(), column()
        self.setLayout(
            under_head(
                head,
                look.px(_WIDE),
                column(
                    self._banner_room,
                    self._status(),
                    *self._titled(self.tr("什么时候备份"), self._times()),
                    *self._titled(self.tr("已有的备份"), self._listed()),
                    *self._titled(self.tr("搬家、演练与恢复"), self._ways()),
                    None,
                ),
            )
        )

    @staticmethod
    def _titled(title: str, card: QWidget) -> tuple[QWidget | int, ...]:
        return 28, Label(title, "strong", tint="soft"), 8, card

    def _status(self) -> Card:
        """Return how the last backup went, where they lie, and the button."""
        self._sign = Picture("hard-drive", "soft", 20)
        self._last = Label("", "name", wrap=True)
        self._where = Label("", "soft", wrap=True)
        self.now_button = Button(self.tr("现在备份"), "primary", icon="hard-drive-download")
        self.now_button.clicked.connect(self._back_up)
        self.pick_button = Button(self.tr("选择备份文件夹"), "quiet", icon="folder-open")
        self.pick_button.clicked.connect(self._pick)
        card = Card(margins=(18, 16, 18, 16), spacing=12)
        line = row(column(2, self._sign, None), column(self._last, 2, self._where), spacing=12)
        line.setStretch(1, 1)
        card.body.addLayout(line)
        self._hurt_room = column(spacing=8)
        card.body.addLayout(self._hurt_room)
        self._acts = row(self.now_button, self.pick_button, None, spacing=8)
        card.body.addLayout(self._acts)
        card.body.addLayout(self._progress_room)
        self.begin_at(self.now_button)
        return card

    def _times(self) -> Card:
        """Return when a backup is made by itself, and when she is reminded."""
        self.every = Segment(
            ((Every.DAY.value, self.tr("每天一次")), (Every.NEVER.value, self.tr("不自动备份"))),
            name=self.tr("自动备份"),
        )
        self.every.chosen.connect(lambda _: self._choose_times())
        self.remind = Choices(
            [(str(one), self.tr("{0} 天").format(one)) for one in _REMIND],
            name=self.tr("几天没有备份就提醒"),
        )
        self.remind.chosen.connect(lambda _: self._choose_times())
        card = Card(margins=(18, 14, 18, 14), spacing=13)
        more = self.tr("打开保险库之后在后台做，不打断您。备份盘没有接上就等下一次。")
        words = column(Label(self.tr("自动备份"), "read"), Label(more, "soft", wrap=True))
        card.body.addLayout(beside(words, self.every))
        card.body.addWidget(rule())
        card.body.addWidget(Label(self.tr("几天没有备份就在“今日”里提醒"), "read", wrap=True))
        card.body.addWidget(self.remind)
        return card

    def _listed(self) -> QWidget:
        self.generations = GenerationList()
        self.generations.chosen.connect(self._restore)
        kept = self.tr(
            "最近 7 天每天留一份，再往前每周一份留 4 份，每月一份留 12 份。录音只复制一次。"
        )
        holder = QWidget()
        holder.setLayout(column(self.generations, 8, Label(kept, "meta", wrap=True)))
        return holder

    def _ways(self) -> Card:
        """Return the portable file, the practice and the way back."""
        card = Card(margins=(18, 14, 18, 14), spacing=13)
        self._drilled = Label("", "soft", wrap=True)
        self.file_button = Button(self.tr("便携备份"), "quiet", icon="save")
        self.file_button.clicked.connect(self._ask_file)
        self.drill_button = Button(self.tr("恢复演练"), "quiet", icon="refresh-cw")
        self.drill_button.clicked.connect(self._drill)
        self.restore_button = Button(self.tr("从备份恢复"), "quiet", icon="history")
        self.restore_button.clicked.connect(lambda: self.wanted.emit(ToRestore()))
        self.readable_button = Button(self.tr("导出全部记录"), "quiet", icon="download")
        self.readable_button.clicked.connect(lambda: self.wanted.emit(ToReadable()))
        ways = (
            (
                self.tr("便携备份"),
                Label(self.tr("一个加密的文件，带到另一台电脑上打开。"), "soft", wrap=True),
                self.file_button,
            ),
            (self.tr("恢复演练"), self._drilled, self.drill_button),
            (
                self.tr("从备份恢复"),
                Label(self.tr("恢复到一个新文件夹，现在的保险库不动。"), "soft", wrap=True),
                self.restore_button,
            ),
            (
                self.tr("不用心匣也读得到"),
                Label(self.tr("全部记录导成加密的压缩包，别的程序也打得开。"), "soft", wrap=True),
                self.readable_button,
            ),
        )
        for at, (title, more, button) in enumerate(ways):
            if at:
                card.body.addWidget(rule())
            card.body.addLayout(beside(column(Label(title, "read"), more), button))
        return card

    # How backups stand.

    def _ask(self) -> None:
        clock = self.office.tools().clock
        self.office.desk.do(self, lambda vault: backups.state(vault, clock), self._show)

    def _show(self, found: BackupState) -> None:
        """Show the plan, then ask the drive what lies there."""
        self._state = found
        plan = found.plan
        self._last.setText(backup_words.last(plan, found.zone))
        if plan.counted is None:
            self._sign.show_icon("hard-drive", "soft")
        elif found.now - plan.counted > timedelta(days=plan.remind_days):
            self._sign.show_icon("circle-alert", "mid")
        else:
            self._sign.show_icon("circle-check", "low")
        self._where.setText(
            plan.folder or self.tr("先选一个放备份的文件夹，最好在另一块盘或 U 盘上。")
        )
        self._show_hurt(plan.differs)
        self.every.choose(plan.every.value)
        self.remind.choose(str(min(_REMIND, key=lambda one: abs(one - plan.remind_days))))
        self._drilled.setText(self._drilled_words(found))
        self._show_buttons()
        if plan.folder:
            self._runner.look_into(self, Path(plan.folder), self._show_list)
        else:
            self.generations.show_generations((), found.zone)

    def _show_hurt(self, found: tuple[Differs, ...]) -> None:
        """Name the recordings that the last backup found not whole, until one finds them whole."""
        numbers = [one.recording for one in found]
        recording_words.look_up(self.office, self, numbers, partial(self._show_named, found))

    def _show_named(self, found: tuple[Differs, ...], called: Mapping[int, str]) -> None:
        """Show what the last backup found, now that it is known what recordings are called."""
        clear(self._hurt_room)
        for sentence in recording_words.differing(found, called):
            said = Label(sentence, "read", wrap=True)
            line = row(column(3, Picture("circle-alert", "mid", 20), None), said, spacing=12)
            line.setStretch(1, 1)
            self._hurt_room.addLayout(line)

    def _drilled_words(self, found: BackupState) -> str:
        if found.plan.drilled is None:
            return self.tr("真的恢复一次最新的备份，打开比对，再删掉。")
        last = backup_words.when(found.plan.drilled, found.zone)
        return self.tr("真的恢复一次最新的备份，打开比对，再删掉。上次通过：{0}。").format(last)

    def _show_list(self, found: Any) -> None:  # noqa: ANN401 - generations, or a refusal
        """Show what lies there, or that the drive is not there: nothing to be alarmed about."""
        if isinstance(found, BackupFolderMissing):
            self.generations.say(
                self.tr("现在找不到备份文件夹：盘没有接上，或者改了名字。接上以后会自动补做。")
            )
        elif isinstance(found, Refusal):
            self.generations.say(message(found).line)
        elif self._state is not None:
            self.generations.show_generations(found, self._state.zone)
            newest = next((one for one in found if one.whole), None)
            if newest is not None and newest.lost:  # a good copy that is gone is not promised
                self._show_hurt(without(self._state.plan.differs, newest.lost))

    def _show_buttons(self) -> None:
        rests = not self._runner.kind
        placed = self._state is not None and bool(self._state.plan.folder)
        self.now_button.setEnabled(rests and placed)
        self.pick_button.setEnabled(rests)
        # The filled button is what is to be done now, and stands first.
        self.now_button.set_kind("primary" if placed else "quiet")
        self.pick_button.set_kind("quiet" if placed else "primary")
        self._acts.removeWidget(self.now_button)
        self._acts.insertWidget(0 if placed else 1, self.now_button)
        self.file_button.setEnabled(rests)
        self.drill_button.setEnabled(rests and placed)

    # What can be done.

    def _pick(self) -> None:
        pick_folder(self, self.tr("选择备份文件夹"), self.choose_folder)

    def choose_folder(self, place: Path) -> None:
        """Make a place the backup folder."""
        keeper = self._runner.keeper
        put(self._banner_room, None)
        self.office.desk.do(
            self,
            lambda vault: backups.choose_folder(vault, keeper, place),
            refused=self._refused,
            changes=(Noun.BACKUPS,),
        )

    def _choose_times(self) -> None:
        if self._state is None:
            return
        every, days = Every(self.every.current()), int(self.remind.keys()[0])
        self.office.desk.do(
            self,
            lambda vault: backups.choose_times(vault, every, days),
            refused=self._refused,
            changes=(Noun.BACKUPS,),
        )

    def _back_up(self) -> None:
        put(self._banner_room, None)
        self._runner.back_up()

    def _drill(self) -> None:
        put(self._banner_room, None)
        self._runner.drill()

    def _ask_file(self) -> None:
        pick_save(self, self.tr("便携备份写到哪里"), _FILE, self.write_file)

    def write_file(self, target: Path) -> None:
        """Write one portable file."""
        put(self._banner_room, None)
        self._runner.back_up_file(target)

    def _restore(self, number: int) -> None:
        if self._state is not None:
            self.wanted.emit(ToRestore(self._state.plan.folder, number))

    # While it runs.

    def _started(self, kind: str) -> None:
        self._progress = BackupBar(self._runner, backup_words.working(kind))
        put(self._progress_room, self._progress)
        # One that begins by itself takes the keys of nobody but a button that rests now: from that
        # one Qt would send them on, and the page after them.
        held = self.focusWidget()
        resting = isinstance(held, Button) and held.hasFocus()
        if not self._runner.quiet or resting:
            self._progress.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_buttons()
        if not self._runner.quiet:
            bring_into_sight(self._progress)  # what began it may stand far below

    def _ended(self, outcome: Outcome) -> None:
        held = self._progress is not None and self._progress.cancel.hasFocus()
        self._progress = None
        put(self._progress_room, None)
        self._show_buttons()
        if not outcome.quiet and outcome.kind not in _OF_OTHERS:
            numbers = backup_words.recordings_of(outcome)
            recording_words.look_up(self.office, self, numbers, partial(self._say_ended, outcome))
        if held:
            self.now_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask()

    def _say_ended(self, outcome: Outcome, called: Mapping[int, str]) -> None:
        """Say how something ended, now that it is known what recordings are called."""
        zone = self._state.zone if self._state is not None else ""
        kind, what, more = backup_words.ended(outcome, zone, called)
        self._say(Banner(kind, what, text=more), f"{what} {more}")

    def _refused(self, refusal: Refusal) -> None:
        words = message(refusal)
        self._say(Banner("refusal", words.what, text=words.why), words.line)

    def _say(self, banner: Banner, line: str) -> None:
        """Show above the page how something ended, and lead there: what began it may be below."""
        put(self._banner_room, banner)
        self._banner_room.addSpacing(look.px(16))
        announce(self, line)
        bring_into_sight(banner)
