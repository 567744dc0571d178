"""What the calendar says: days, times of both sides, states, rules."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDate

from app.domain.appointment import AppointmentState
from app.domain.local_time import wall
from app.domain.recurrence import Every
from ui import translation
from ui.case_lock_words import titled
from ui.dates import weekday

if TYPE_CHECKING:
    from app.domain.appointment import Appointment, Series
    from app.domain.client import Place
    from app.domain.recurrence import Rule
    from app.services.agenda import Person
    from ui.theme.roles import Tone

translate = QCoreApplication.translate
SIGNS: Final[dict[AppointmentState, tuple[str, Tone]]] = {
    AppointmentState.BOOKED: ("calendar", "accent"),
    AppointmentState.MOVED: ("repeat", "accent"),
    AppointmentState.HELD: ("check", "low"),
    AppointmentState.MISSED: ("circle-alert", "mid"),
    AppointmentState.CANCELLED: ("ban", "plain"),
}
_AHEAD: Final = timedelta(days=240)


def who(person: Person) -> str:
    """Return what a client is called in the calendar: by name, or by code where there is none."""
    return titled(person.name, person.code, shut=person.shut)


def state_word(state: AppointmentState) -> str:
    """Return how an appointment stands."""
    return {
        AppointmentState.BOOKED: translate("Calendar", "已约"),
        AppointmentState.MOVED: translate("Calendar", "改期"),
        AppointmentState.HELD: translate("Calendar", "已完成"),
        AppointmentState.MISSED: translate("Calendar", "未到"),
        AppointmentState.CANCELLED: translate("Calendar", "已取消"),
    }[state]


def day_words(day: date, *, year: bool = False) -> str:
    """Return a day with its weekday; with its `year` if asked."""
    pattern = (
        translate("Calendar", "yyyy年M月d日 ddd") if year else translate("Calendar", "M月d日 ddd")
    )
    return _said(day, pattern)


def short_day(day: date) -> str:
    """Return the number of a day, with its month on the first."""
    return _said(day, translate("Calendar", "M月d日")) if day.day == 1 else str(day.day)


def month_words(day: date) -> str:
    """Return year and month."""
    return _said(day, translate("Calendar", "yyyy年M月"))


def week_words(monday: date) -> str:
    """Return the first and last day of a week."""
    sunday = monday + timedelta(days=6)
    if monday.month == sunday.month:
        first = _said(monday, translate("Calendar", "yyyy年M月d日'至'"))
        return first + _said(sunday, translate("Calendar", "d日"))
    first = _said(monday, translate("Calendar", "yyyy年M月d日"))
    return first + _said(sunday, translate("Calendar", "'至'M月d日"))


def weekday_word(number: int) -> str:
    """Return a weekday; 0 is Monday."""
    return weekday(datetime(2024, 1, 1 + number))  # noqa: DTZ001 - a Monday and the days after


def span(one: Appointment, zone: str) -> str:
    """Return from when until when by the clock of `zone`."""
    begin, end = wall(one.starts_at, zone), wall(one.ends_at, zone)
    return f"{begin:%H:%M}–{end:%H:%M}"


def away(at: datetime, here: str, there: Place, *, city: bool = True) -> str:
    """Return the client's local time where the clocks differ, with the day where that differs."""
    if not there.time_zone:
        return ""
    mine, theirs = wall(at, here), wall(at, there.time_zone)
    if mine.utcoffset() == theirs.utcoffset():
        return ""
    day = "" if mine.date() == theirs.date() else f"{weekday(theirs)} "
    place = f"{place_word(there)} " if city else ""
    return f"{place}{day}{theirs:%H:%M}"


def place_word(place: Place) -> str:
    """Return what a place is called: its city, else that of its time zone."""
    return place.city or place.time_zone.rpartition("/")[2].replace("_", " ")


def clock_change(series: Series, at: datetime, here: str, there: Place) -> str:
    """Return when and to what time a series shifts on the other side, within eight months.

    A fixed hour here is another hour there once summer time begins or ends on one side.
    """
    if not there.time_zone:
        return ""
    other = here if series.zone == there.time_zone else there.time_zone
    usual = wall(at, other).time()
    for slot in series.slots(at, at + _AHEAD):
        local = wall(slot, other)
        if local.time() != usual:
            said = day_words(local.date())
            pattern = (
                translate("Calendar", "{0}起，来访者当地改为 {1}")
                if other == there.time_zone
                else translate("Calendar", "{0}起，您这里改为 {1}")
            )
            return pattern.format(said, f"{local:%H:%M}")
    return ""


def moved_words(changes: int) -> tuple[str, str]:
    """Return what is worth a word about the changes of time of a case, and why (clause 082)."""
    return (
        translate("Calendar", "近三个月改了 {0} 次时间").format(changes),
        translate(
            "Calendar",
            "问6(2)：时间相对固定是咨询的一部分。可以在会谈里谈一谈，或一起换一个固定的时间。",
        ),
    )


def rule_words(rule: Rule) -> str:
    """Return a rule in words."""
    days = translate("Calendar", "、").join(weekday_word(one) for one in rule.weekdays)
    said = _month_rule(rule, days) if rule.every is Every.MONTH else _week_rule(rule, days)
    if rule.count:
        said += translate("Calendar", "，共 %n 次", "", rule.count)
    if rule.until:
        said += translate("Calendar", "，到 {0}").format(day_words(rule.until))
    return said


def _week_rule(rule: Rule, days: str) -> str:
    if rule.interval == 1:
        said = translate("Calendar", "每周")
    elif rule.interval == 2:  # noqa: PLR2004 - every other week has a word of its own
        said = translate("Calendar", "每两周")
    else:
        said = translate("Calendar", "每 {0} 周").format(rule.interval)
    return translate("Calendar", "{0} {1}").format(said, days) if days else said


def _month_rule(rule: Rule, days: str) -> str:
    every = (
        translate("Calendar", "每月")
        if rule.interval == 1
        else translate("Calendar", "每 {0} 个月").format(rule.interval)
    )
    ordinals = {
        1: translate("Calendar", "第一个{0}"),
        2: translate("Calendar", "第二个{0}"),
        3: translate("Calendar", "第三个{0}"),
        4: translate("Calendar", "第四个{0}"),
    }
    which = ordinals.get(rule.nth, translate("Calendar", "最后一个{0}"))
    return translate("Calendar", "{0} {1}").format(every, which.format(days))


def _said(day: date, pattern: str) -> str:
    return translation.locale().toString(QDate(day.year, day.month, day.day), pattern)
