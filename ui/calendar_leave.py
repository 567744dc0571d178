"""Takes the calendar out: the week as a PDF, three months for another calendar; by code."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPoint, Qt

from app.domain.calendar_paper import WeekWording
from app.domain.case import ServiceMode
from app.services import calendar_exports
from ui import translation
from ui.calendar_words import day_words, week_words
from ui.case_list import mode_word
from ui.pick import pick_save
from ui.theme import look
from ui.widgets.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.domain.errors import Refusal
    from app.ports import OpenVault
    from app.services.calendar_exports import EventsWritten
    from ui.office import Office

AHEAD: Final = timedelta(days=92)
BEHIND: Final = timedelta(days=7)
translate = QCoreApplication.translate


class Leaving:
    """The menu of what may leave; `told` hears what was written, `refused` why it was not."""

    def __init__(
        self,
        office: Office,
        owner: QWidget,
        told: Callable[[str], object],
        refused: Callable[[Refusal], None],
    ) -> None:
        self._office, self._owner = office, owner
        self._told, self._refused = told, refused

    def offer(self, button: QWidget, monday: date) -> Menu:
        """Open the menu under a button."""
        menu = Menu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(button.accessibleName())
        menu.addAction(
            translate("Calendar", "打印这一周（只有代号）"), lambda: self.week(monday, names=False)
        )
        menu.addAction(
            translate("Calendar", "打印这一周（带称呼）"), lambda: self.week(monday, names=True)
        )
        menu.addSeparator()
        menu.addAction(translate("Calendar", "导出到别的日历（.ics，只有代号和时间）"), self.events)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + look.px(4))))
        return menu

    def week(self, monday: date, *, names: bool) -> None:
        """Ask where to, then write the week as a PDF."""
        pick_save(
            self._owner,
            translate("Calendar", "打印一周日程"),
            f"week-{monday:%Y-%m-%d}.pdf",
            lambda path: self.write_week(path, monday, names=names),
        )

    def events(self) -> None:
        """Ask where to, then write the events."""
        pick_save(
            self._owner,
            translate("Calendar", "导出日程"),
            "calendar.ics",
            self.write_events,
        )

    def write_week(self, path: Path, monday: date, *, names: bool) -> None:
        """Write the week as a PDF."""
        wording, tools = week_wording(monday), self._office.tools

        def work(vault: OpenVault) -> None:
            sheet = calendar_exports.week_sheet(vault, tools(), monday, wording, names=names)
            calendar_exports.print_week(vault, tools(), path, sheet)

        said = translate("Calendar", "这一周已存成 PDF，可以打印了。")

        def then(_none: None) -> None:
            self._told(said)

        self._office.desk.do(self._owner, work, then, self._refused)

    def write_events(self, path: Path) -> None:
        """Write the appointments of the last week and of the next three months."""
        tools = self._office.tools

        def work(vault: OpenVault) -> EventsWritten:
            now: datetime = tools().clock.now()
            return calendar_exports.export_events(vault, tools(), path, now - BEHIND, now + AHEAD)

        def then(done: EventsWritten) -> None:
            said = translate("Calendar", "导出了 %n 个预约，只有代号和时间。", "", done.written)
            if done.left_out:
                more = translate("Calendar", "加锁个案的 %n 个没有写进去。", "", done.left_out)
                said = translate("Calendar", "{0}{1}").format(said, more)
            self._told(said)

        self._office.desk.do(self._owner, work, then, self._refused)


def week_wording(monday: date) -> WeekWording:
    """Return the words of a week sheet in the screen's language."""
    english = translation.locale().name().startswith("en")
    return WeekWording(
        translate("Calendar", "一周日程"),
        week_words(monday),
        tuple(day_words(monday + timedelta(days=one)) for one in range(7)),
        {one.value: mode_word(one) for one in ServiceMode},
        translate("Calendar", "来访者当地 {0}"),
        translate("Calendar", "没有预约"),
        translate("Calendar", "心匣 · 用完请碎掉"),
        "en" if english else "zh",
    )
