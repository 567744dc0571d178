"""Says above every page in what condition the vault is, when it is not as it should be.

One strip at a time, the gravest first: damage, an older database, something that does not fit, a
disk that is nearly full. Once a month it has the whole vault checked, quietly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.complaint import Fault
from app.services import health, recording_names
from ui import recording_words
from ui.check_run import CheckRun
from ui.complaints import recordings_advice, recordings_alone, recordings_in, sentences
from ui.page import Destination, ToHealth, ToSalvage
from ui.widgets.banner import Banner
from ui.widgets.card import clear, column
from ui.widgets.painted import announce

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.complaint import Complaint
    from app.domain.condition import Condition
    from app.ports import OpenVault, Space
    from app.services.recording_names import RecordingName
    from ui.office import Office
    from ui.widgets.banner import BannerKind

    _State = tuple[Condition, Space | None, Mapping[int, RecordingName]]

_LOOK_MS: Final = 10_000
_CHECK_AFTER_MS: Final = 60_000
_MEGA: Final = 1_000_000


class VaultNotice(QWidget):
    """Looks every few seconds; hidden while all is well. `wanted` leads to what can be done."""

    wanted = Signal(Destination)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._shown = ""
        self._put_away: set[str] = set()
        self._found = False
        self._run: CheckRun | None = None
        self._room = column(margins=(12, 8, 12, 0))
        self.setLayout(self._room)
        self.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._monthly = QTimer(self)
        self._monthly.setSingleShot(True)
        self._monthly.timeout.connect(self.check_if_due)
        self._monthly.start(_CHECK_AFTER_MS)
        QTimer.singleShot(0, self, self.look)

    def look(self) -> None:
        """Ask the vault's thread how things are."""
        self._office.desk.do(self, _state, self._seen, lambda _: None)

    def check_if_due(self) -> None:
        """Have the whole vault checked where a month has passed since the last time."""
        clock = self._office.tools().clock
        self._office.desk.do(
            self, lambda vault: health.due(vault, clock), self._asked, lambda _: None
        )

    def rest(self) -> None:
        """End a check that runs, before the vault is closed."""
        self._timer.stop()
        self._monthly.stop()
        self._end_run()

    def text(self) -> str:
        """Return what is said, or nothing."""
        return self._shown

    def _asked(self, due: bool) -> None:  # noqa: FBT001 - the answer of the desk
        if not due or self._run is not None or self._office.keeper is None:
            return
        self._run = CheckRun(self._office, self._office.keeper(), self)
        self._run.ended.connect(self._checked)
        self._run.refused.connect(lambda _: self._end_run())
        self._run.start()

    def _checked(self, found: list[Complaint]) -> None:
        """Say what the monthly check found, if anything, until she has gone to see it."""
        self._end_run()
        self._found = bool(found)
        if self._found:
            self._put_away.clear()
            self.look()

    def _end_run(self) -> None:
        run, self._run = self._run, None
        if run is not None:
            run.cancel()
            run.deleteLater()

    def _seen(self, state: _State) -> None:
        condition, space, names = state
        if condition.read_only:
            self._say(
                "blocked",
                self.tr("保险库有损坏，现在只能看，不能写。"),
                self.tr("读得出来的都照常打开，什么都不会改动。请先复制一份整个文件夹，再救出来。"),
                self.tr("救到新的保险库"),
                ToSalvage(),
            )
        elif condition.behind:
            self._say_older(condition.behind)
        elif condition.complaints:
            self._say_unfit(condition.complaints, recording_words.called(names))
        elif self._found:
            self._say_found()
        else:
            self._say_space(space)

    def _say_older(self, behind: int) -> None:
        banner = self._say(
            "refusal",
            self.tr("这个数据库比上次用的旧。"),
            self.tr(
                "差了 {0} 次打开或锁定。恢复过备份就会这样，可以接着用；"
                "不是您做的，就可能有人换过文件，请先看看最近的记录在不在。"
            ).format(behind),
            self.tr("知道了，接着用"),
            None,
        )
        if banner is not None:
            banner.acted.connect(self._accept)

    def _accept(self) -> None:
        """Go on with the older database; the trail says so."""
        self._office.desk.do(self, lambda vault: vault.accept_older(), lambda _: self.look())

    def _say_unfit(self, complaints: tuple[Complaint, ...], called: Mapping[int, str]) -> None:
        """Say the first thing that does not fit; the check says all."""
        first = next((one for one in complaints if one.fault is not Fault.OLDER), complaints[0])
        same = [one for one in complaints if one.fault is first.fault]
        self._say(
            "refusal",
            sentences(same, called)[0],
            recordings_advice()
            if recordings_alone(same)
            else self.tr("记录都在，可以继续工作。请做一次健康检查，再做一次备份。"),
            self.tr("健康检查"),
            ToHealth(),
        )

    def _say_found(self) -> None:
        banner = self._say(
            "refusal",
            self.tr("这个月的健康检查发现有几处不对。"),
            self.tr("什么都没有改动。请看看是哪里。"),
            self.tr("健康检查"),
            ToHealth(),
        )
        if banner is not None:
            banner.acted.connect(self._gone_to_see)

    def _gone_to_see(self) -> None:
        """Leave what the check found to the page of the health check."""
        self._found = False
        self.look()

    def _say_space(self, space: Space | None) -> None:
        if space is None or not space.low:
            self._clear()
            return
        if space.full:
            title = self.tr("磁盘满了。")
            more = self.tr("之前存的都在，删除和锁定照样可以。请腾出一些空间，再接着写。")
        else:
            title = self.tr("磁盘快满了，还剩 {0} MB。").format(space.free // _MEGA)
            more = self.tr("现在写的都还存得上。请腾出一些空间，别等到满。")
        self._say("warning", title, more, self.tr("知道了"), None, away="space")

    def _say(  # noqa: PLR0913, PLR0917 - a strip in words
        self,
        kind: BannerKind,
        title: str,
        more: str,
        action: str,
        to: Destination | None,
        away: str = "",
    ) -> Banner | None:
        """Show a strip, unless it is shown or was put away; return a new one."""
        if away and away in self._put_away:
            self._clear()
            return None
        if title == self._shown:
            return None
        clear(self._room)
        self._shown = title
        icon = "hard-drive" if away else ""
        banner = Banner(kind, title, text=more, action=action, icon=icon)
        if to is not None:
            banner.acted.connect(lambda: self.wanted.emit(to))
        if away:
            banner.acted.connect(lambda: self._away(away))
        self._room.addWidget(banner)
        self.show()
        announce(self, f"{title} {more}")
        return banner

    def _away(self, which: str) -> None:
        self._put_away.add(which)
        self._clear()

    def _clear(self) -> None:
        clear(self._room)
        self._shown = ""
        self.hide()


def _state(vault: OpenVault) -> _State:
    """Return the condition of a vault, the room on its disk, and what recordings are called."""
    condition = vault.condition()
    numbers = recordings_in(condition.complaints)
    return condition, vault.space(), recording_names.named(vault, numbers) if numbers else {}
