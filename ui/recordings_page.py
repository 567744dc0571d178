"""The page 录音录像 of a case: what there is, what may be done with it, and one more to store."""

from __future__ import annotations

from functools import cache, partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.domain.case import HOTLINES
from app.domain.errors import RecordingRefused
from app.domain.local_time import last_moment, local
from app.domain.recording import NewRecording, Notice, NoticeKind, RecordingKind
from app.domain.recording_consent import Use
from app.domain.rule import clauses_of
from app.services import recordings
from app.services.changes import Noun
from ui import dates, privacy
from ui.aside import Aside
from ui.backup_words import size
from ui.clause_link import refusal_banner
from ui.day_field import DayField
from ui.entry_words import rule_words
from ui.names import as_written
from ui.page import Page, PageKey, ToConsents, ToRecordings
from ui.pick import pick_open
from ui.question import Question
from ui.theme import look
from ui.thousandths import Thousandths
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, put, row, under_head
from ui.widgets.chip import StateChip
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.progress import Progress
from ui.widgets.textbox import TextBox
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from app.domain.errors import Refusal
    from app.domain.ids import CaseId
    from app.domain.recording import Recording
    from app.ports import OpenVault, RecordingReader
    from app.services.recordings import Arrival, RecordingsPage, Standing
    from ui.office import Office
    from ui.player import Player

_WIDE: Final = 760
_ENDINGS: Final = (
    *("wav", "mp3", "m4a", "aac", "flac", "ogg", "opus", "amr"),
    *("mp4", "mov", "mkv", "webm", "avi"),
)


@cache
def can_play() -> bool:
    """Return whether this program can play: the installed one comes without what that takes."""
    return find_spec("PySide6.QtMultimedia") is not None


class RecordingsScreen(Page):
    """Consent is asked before a file is chosen, and again before anything is heard (112)."""

    of_case = True

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self.case_id = case_id
        self.bar = TopBar(self.tr("录音录像"))
        self.bar.back.connect(self.back)
        self.kind = Question(
            self.tr("存入哪一种"),
            [
                (RecordingKind.AUDIO.value, self.tr("录音")),
                (RecordingKind.VIDEO.value, self.tr("录像")),
            ],
        )
        self.kind.choose(RecordingKind.AUDIO.value)
        self.day = DayField(self.tr("哪一天录的"))
        self.label = Field(self.tr("说明"), placeholder=self.tr("如 第 3 次会谈"))
        self.told = TextBox(
            self.tr("怎样告知来电者"),
            hint=self.tr("热线录音要在通话开始前或开始时告知（热线 2.2）。写下当时说的话。"),
            rows=2,
        )
        self.told.hide()
        self.act = Button(self.tr("选文件存入"), "primary", icon="upload")
        self.player: Player | None = None
        self._page: RecordingsPage | None = None
        self._busy = self._called_off = False
        self._aside: Aside | None = None
        self._said, self._rows, self._room = column(), column(spacing=10), column()
        self._lay_out()
        self.act.clicked.connect(self._begin)
        self.begin_at(self.kind)
        self._ask()

    def here(self) -> ToRecordings:
        """Return where one is."""
        return ToRecordings(self.case_id)

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (
            PageKey("F7", self.tr("退回 3 秒")),
            PageKey("F8", self.tr("播放或暂停")),
            PageKey("Esc", self.tr("返回")),
        )

    def escape(self) -> None:
        """Go back."""
        self.back.emit()

    def leave(self) -> None:
        """Stop what is playing, and what is being stored: nothing half of it stays."""
        self._called_off = True
        self._let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play and go back from anywhere on the page."""
        doing = {Qt.Key.Key_F7: "go_back", Qt.Key.Key_F8: "toggle"}.get(Qt.Key(event.key()))
        if doing is None or self.player is None:
            super().keyPressEvent(event)
        else:
            getattr(self.player, doing)()

    def _lay_out(self) -> None:
        card = Card(margins=(20, 16, 20, 18), spacing=12)
        for part in (self.kind, self.day, self.label, self.told):
            card.body.addWidget(part)
        kept = Label(
            self.tr(
                "存入的是一份加密的副本，原来的文件还在原处。放进来以后请自己删掉它："
                "固态硬盘上删掉的文件，有办法的人仍可能找回来。"
            ),
            "soft",
            wrap=True,
        )
        remind = Label(
            self.tr("请提醒来访者：不自行录音录像，也不转发（问8·1(2)）。"), "soft", wrap=True
        )
        for words in (kept, remind):
            card.body.addWidget(words)
        card.body.addLayout(row(self.act, None))
        if not can_play():
            self.act.setEnabled(False)
            why = self.tr(
                "安装的程序这一版还不能播放录音录像，所以也不存入：听不了的，请先不要删掉原件。"
            )
            card.body.addWidget(Label(why, "soft", wrap=True))
        parts = column(self._said, self._room, self._rows, card, None, spacing=16)
        self.setLayout(under_head(self.bar, look.px(_WIDE), parts))

    def _ask(self) -> None:
        clock, case_id = self.office.tools().clock, self.case_id
        self.office.desk.do(
            self, lambda vault: recordings.page(vault, clock, case_id), self._show, self._refuse
        )

    def _show(self, page: RecordingsPage) -> None:
        if self._page is None:
            self.bar.add_fact(as_written(page.case.code))
            now = local(page.now, page.here).replace(tzinfo=None)
            self.day.start(now, now.date())
        self._page = page
        self.told.setVisible(page.case.mode in HOTLINES)
        clear(self._rows)
        for one in page.rows:
            self._rows.addWidget(self._row(one))
        if not page.rows:
            self._rows.addWidget(Label(self.tr("这个个案还没有录音录像。"), "soft"))

    def _row(self, one: Standing) -> Card:
        """Return one recording: when, what, how large, and what may be done with it."""
        made, page = one.recording, self._page
        card = Card(margins=(18, 12, 14, 12), spacing=8)
        day = dates.day(local(made.made_at, page.here).date()) if page is not None else ""
        kind = self.tr("录音") if made.kind is RecordingKind.AUDIO else self.tr("录像")
        title = Label(as_written(made.title) or kind, "strong", wrap=True)
        privacy.veil(title, around=(card,))
        facts = Label(" · ".join((day, kind, size(made.size))), "soft")
        play = Button(self.tr("打开"), "quiet", icon="play", sz="s")
        play.setAccessibleName(self.tr("打开 {0}").format(day))
        play.setEnabled(not one.lacks and can_play())
        play.clicked.connect(partial(self._hear, made))
        away = Button(self.tr("销毁"), "ghost", icon="trash-2", sz="s")
        away.setAccessibleName(self.tr("销毁 {0}").format(day))
        away.clicked.connect(partial(self._confirm, made))
        line = row(column(title, facts, spacing=2), None, play, away, spacing=8)
        card.body.addLayout(line)
        if one.go:
            card.body.addWidget(
                StateChip(self.tr("来访者撤回了同意：不能再用，建议销毁"), "high", "ban")
            )
        for name in one.lacks:
            card.body.addWidget(Label(rule_words(name), "soft", wrap=True))
        return card

    def _wanted(self) -> NewRecording | None:
        """Return what is to be stored, or None after saying what cannot be read."""
        page, day = self._page, self.day.day()
        if page is None:
            return None
        if day is None or self.day.unread():
            self.day.refuse()
            self.day.setFocus()
            return None
        if day > local(page.now, page.here).date():
            self.day.set_error(self.tr("这一天还没有到。请写录制的那一天。"))
            self.day.setFocus()
            return None
        at, told = last_moment(day, page.here, page.now), self.told.text()
        notice = Notice(NoticeKind.SPOKEN, at, told) if page.case.mode in HOTLINES else None
        kind = RecordingKind(self.kind.key())
        return NewRecording(self.case_id, kind, "", at, self.label.text(), notice=notice)

    def _begin(self) -> None:
        """Ask for consent, then for the file."""
        new = None if self._busy else self._wanted()
        if new is None:
            return
        clock = self.office.tools().clock
        self.office.desk.do(
            self,
            lambda vault: recordings.check(vault, clock, new),
            lambda _: self._choose(new),
            self._refuse,
        )

    def _choose(self, new: NewRecording) -> None:
        """Ask for the file."""
        put(self._said, None)
        kinds = self.tr("录音和录像 ({0})").format(" ".join(f"*.{one}" for one in _ENDINGS))
        pick_open(self, self.tr("选要存入的文件"), kinds, lambda path: self.take(new, path))

    def take(self, new: NewRecording, path: Path) -> None:
        """Store a file; its bytes are read away from the vault's thread."""
        clock, media = self.office.tools().clock, self.office.media
        if media is None or self._busy:
            return
        self._busy, self._called_off = True, False
        self.act.setEnabled(False)
        files = media()

        def begun(arrival: Arrival) -> None:
            progress = Progress(self.tr("正在存入"))
            progress.cancelled.connect(self._call_off)
            put(self._said, progress)
            self._aside = Aside(self)
            self._aside.told.connect(progress.set_step)
            self._aside.done.connect(lambda kept: self._keep(arrival, new.title, kept=kept))
            self._aside.refused.connect(self._failed)
            self._aside.run(lambda told: recordings.carry(arrival, files, path, self._told(told)))

        self.office.desk.do(
            self, lambda vault: recordings.begin(vault, clock, new), begun, self._failed
        )

    def _told(self, told: Callable[[int, int], None]) -> Callable[[int, int], bool]:
        """Return who is told how far it is, and says whether to go on."""
        step = Thousandths(told)

        def go_on(done: int, whole: int) -> bool:
            step(done, whole)
            return not self._called_off

        return go_on

    def _call_off(self) -> None:
        self._called_off = True

    def _keep(self, arrival: Arrival, title: str, *, kept: bool) -> None:
        """Make a recording of what was carried in, unless it was called off."""
        if not kept:
            self._ready()
            put(self._said, Banner("done", self.tr("已取消，什么都没有存入。")))
            return
        clock = self.office.tools().clock
        self.office.desk.do(
            self,
            lambda vault: recordings.keep(vault, clock, arrival, title),
            self._stored,
            self._failed,
            (Noun.CASES,),
        )

    def _stored(self, made: Recording) -> None:
        self._ready()
        self.label.set_text("")
        text = self.tr("加密副本有 {0}。请打开听一听，再自己删掉原来的文件。").format(
            size(made.size)
        )
        put(self._said, Banner("done", self.tr("已存入。"), text=text))
        announce(self, self.tr("已存入。"))
        self._ask()

    def _hear(self, made: Recording) -> None:
        clock = self.office.tools().clock

        def work(vault: OpenVault) -> RecordingReader:
            return recordings.hear(vault, clock, made.id, Use.OWN_REVIEW)

        self.office.desk.do(self, work, lambda reader: self._play(made, reader), self._refuse)

    def _play(self, made: Recording, reader: RecordingReader) -> None:
        """Open the player above the list."""
        from ui.player import Player  # noqa: PLC0415 - Qt Multimedia, when something is played

        self._let_go()
        self.player = Player(reader, made.kind)
        self.player.failed.connect(self._refuse)
        put(self._said, None)
        put(self._room, self.player)
        self.player.play.setFocus()

    def _let_go(self) -> None:
        """Stop the player, and forget the key of what it played."""
        if self.player is not None:
            self.player.stop()
            self.player = None
            put(self._room, None)

    def _confirm(self, made: Recording) -> None:
        """Ask once more before a recording is destroyed."""
        question = Dialog(
            self.tr("销毁这份录音录像吗？"),
            self.tr(
                "密钥和文件都会销毁，再也听不到。以前做的备份里还有它。"
                "保存期限没有满的，请先想清楚有没有保存的义务（热线 3.3）。"
            ),
            accept=self.tr("销毁"),
            danger=True,
            parent=self,
        )
        question.accepted.connect(partial(self._destroy, made))
        question.finished.connect(question.deleteLater)
        question.open()

    def _destroy(self, made: Recording) -> None:
        self._let_go()
        clock = self.office.tools().clock

        def gone(_: None) -> None:
            put(self._said, Banner("done", self.tr("已销毁，留痕里记下了时间。")))
            self._ask()

        self.office.desk.do(
            self,
            lambda vault: recordings.destroy(vault, clock, made.id),
            gone,
            self._refuse,
            (Noun.CASES,),
        )

    def _failed(self, refusal: Refusal) -> None:
        self._ready()
        self._refuse(refusal)

    def _ready(self) -> None:
        self._busy = False
        self.act.setEnabled(can_play())

    def _refuse(self, refusal: Refusal) -> None:
        """Say why not; where consent is missing, which, and lead to it."""
        if not isinstance(refusal, RecordingRefused):
            put(self._said, refusal_banner(refusal))
            return
        why = "\n".join(rule_words(name) for name in refusal.missing)
        banner = refusal_banner(
            refusal,
            action=self.tr("去签同意书"),
            text=why,
            clauses=clauses_of(refusal.missing),
        )
        banner.acted.connect(lambda: self.wanted.emit(ToConsents(self.case_id)))
        put(self._said, banner)
