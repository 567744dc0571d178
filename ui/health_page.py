"""The health check: when the vault was last looked at, a look now, and what it finds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal

from app.domain.complaint import Fault
from app.services import health
from ui import clock_words, recording_words
from ui.check_run import CheckRun
from ui.complaints import (
    not_checked,
    recordings_advice,
    recordings_alone,
    recordings_in,
    sentences,
)
from ui.messages import message
from ui.page import Page, PageKey, ToSalvage
from ui.theme import look
from ui.thousandths import WHOLE
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, clear, column, row, under_head
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.picture import Picture
from ui.widgets.progress import Progress
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.complaint import Complaint
    from app.domain.errors import Refusal
    from app.services.health import LastCheck
    from ui.office import Office

_WIDE: Final = 700
_DAMAGE: Final = frozenset({Fault.UNREADABLE, Fault.PAGE, Fault.STRUCTURE, Fault.RECORD})


class HealthScreen(Page):
    """Nothing is mended here: what is wrong is said, and where to go with it.

    `checked` tells that a check has come to its end.
    """

    checked = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._run: CheckRun | None = None
        self._progress: Progress | None = None
        self._lay_out()
        self.begin_at(self.begin_button)
        office.desk.do(self, health.last, self._show_known)

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the check."""
        return (PageKey("Esc", self.tr("返回，正在做的检查会停下")),)

    def escape(self) -> None:
        """Go back."""
        self.back.emit()

    def leave(self) -> None:
        """Stop a check that runs: nobody waits for it any more."""
        self._stop()

    def _lay_out(self) -> None:
        head = TopBar(self.tr("健康检查"))
        head.back.connect(self.back)
        self.begin_button = Button(self.tr("现在检查"), "primary", icon="shield-check")
        self.begin_button.clicked.connect(self.begin)
        self._last = Label("", "soft", wrap=True)
        self._room, self._found_room = column(spacing=8), column(spacing=10)
        card = Card(margins=(20, 18, 20, 18), spacing=0)
        said = Label(
            self.tr(
                "逐页读一遍整个数据库，核对每一页的校验、留痕链、每段录音的文件，还有每篇签署过的记录和同意书。"
                "只看，不改；边查边可以继续工作。"
            ),
            "read",
            wrap=True,
        )
        card.body.addWidget(said)
        card.body.addSpacing(look.px(14))
        line = row(self.begin_button, self._last, spacing=14)
        line.setStretch(1, 1)
        card.body.addLayout(line)
        card.body.addLayout(self._room)
        self.setLayout(under_head(head, look.px(_WIDE), column(card, 20, self._found_room, None)))

    def begin(self) -> None:
        """Begin a check, unless one runs."""
        if self._run is not None or self.office.keeper is None:
            return
        clear(self._found_room)
        self.begin_button.setEnabled(False)
        self._progress = Progress(self.tr("正在读每一页"))
        self._progress.cancelled.connect(self._cancelled)
        self._room.addSpacing(look.px(16))
        self._room.addWidget(self._progress)
        self._run = CheckRun(self.office, self.office.keeper(), self)
        self._run.stepped.connect(self._stepped)
        self._run.reading.connect(self._reading)
        self._run.ended.connect(self._ended)
        self._run.refused.connect(self._refused)
        self._run.start()

    def _stepped(self, done: int, total: int) -> None:
        if self._progress is None:
            return
        words = self.tr("正在读每一页") if not done else self.tr("正在核对留痕和签名")
        self._progress.set_step(done if done else 0, total if done else 0, words)

    def _reading(self, thousandths: int) -> None:
        if self._progress is not None:
            self._progress.set_step(thousandths, WHOLE, self.tr("正在读录音"))

    def _ended(self, found: Sequence[Complaint]) -> None:
        """Say what was found, and that it was looked at just now."""
        self._stop()
        if found:
            self._look_up(found, partial(self._show_found, found))
        else:
            whole = self.tr("一切都好。")
            self._found_room.addWidget(
                Banner("done", whole, text=self.tr("每一页、留痕、签名和录音都对得上。"))
            )
            announce(self, whole)
        self.office.desk.do(self, health.last, self._show_last)
        self.office.desk.do(self, health.unchecked, self._show_unchecked)
        self.checked.emit()

    def _show_known(self, last: LastCheck) -> None:
        """Say what the last check found, until another finds it right; not over what is news."""
        self._show_last(last)

        def show(called: Mapping[int, str]) -> None:
            if self._run is None and not self._found_room.count():
                self._show_found(last.found, called)

        if last.found:
            self._look_up(last.found, show)

    def _look_up(
        self, found: Sequence[Complaint], then: Callable[[Mapping[int, str]], None]
    ) -> None:
        """Do something once it is known what the recordings that were found are called."""
        recording_words.look_up(self.office, self, recordings_in(found), then)

    def _show_found(self, found: Sequence[Complaint], called: Mapping[int, str]) -> None:
        """Show a sentence for each kind of trouble, and the next step."""
        damaged = any(one.fault in _DAMAGE for one in found)
        what = self.tr("保险库有损坏。") if damaged else self.tr("有几处对不上。")
        why = (
            self.tr(
                "什么都没有改动，从现在起也不再写入。请先复制一份整个文件夹，再救出读得出来的。"
            )
            if damaged
            else self.tr("什么都没有改动。请先做一次备份，再看下面说的是哪里。")
        )
        if recordings_alone(found):
            what, why = self.tr("有录音不完整。"), recordings_advice()
        banner = Banner(
            "blocked" if damaged else "refusal",
            what,
            text=why,
            action=self.tr("救到新的保险库") if damaged else "",
        )
        banner.acted.connect(lambda: self.wanted.emit(ToSalvage()))
        self._found_room.addWidget(banner)
        card = Card(margins=(18, 14, 18, 14), spacing=10)
        for sentence in sentences(found, called):
            said = Label(sentence, "read", wrap=True)
            line = row(column(3, Picture("circle-alert", "mid", 16), None), said, spacing=10)
            line.setStretch(1, 1)
            card.body.addLayout(line)
        self._found_room.addWidget(card)
        announce(self, f"{what} {why}")

    def _show_unchecked(self, cases: Sequence[int]) -> None:
        """Name the cases that were shut: their signatures were not looked at."""
        if cases:
            said = not_checked(cases)
            self._found_room.addWidget(Banner("info", said, icon="lock"))
            announce(self, said)

    def _refused(self, refusal: Refusal) -> None:
        """Say why it could not be done."""
        self._stop()
        words = message(refusal)
        self._found_room.addWidget(Banner("refusal", words.what, text=words.why))
        announce(self, f"{words.what} {words.why}")

    def _cancelled(self) -> None:
        self._stop()
        announce(self, self.tr("检查停下了，什么都没有记下。"))
        self.begin_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop(self) -> None:
        """Let go of the run, whatever became of it."""
        run, self._run = self._run, None
        if run is not None:
            run.cancel()
            run.deleteLater()
        clear(self._room)
        self._progress = None
        self.begin_button.setEnabled(True)

    def _show_last(self, last: LastCheck) -> None:
        """Say when it was last done."""
        if last.brought is not None and last.found:
            # A day that lies before this vault was put together is no answer to what stands below.
            said = self.tr("恢复或救出时就有录音不完整（{0} 打开时记下）。每个月会自己检查一次。")
            self._last.setText(said.format(clock_words.day_and_time(last.brought, last.zone)))
            return
        if last.at is None:
            self._last.setText(self.tr("还没有做过。每个月会自己做一次。"))
            return
        when = clock_words.day_and_time(last.at, last.zone)
        if last.found:
            said = self.tr("上次：{0}，有对不上的。每个月会自己做一次。")
            self._last.setText(said.format(when))
            return
        self._last.setText(self.tr("上次：{0}。每个月会自己做一次。").format(when))
