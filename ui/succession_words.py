"""The succession in words: who is in the package, the key on paper, the list on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.local_time import wall
from app.domain.sheet import Sheet, SheetPart
from ui import dates
from ui.case_list import mode_word
from ui.clock_words import city
from ui.names import as_written
from ui.note_template_menu import window_language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.domain.client import EmergencyContact
    from app.domain.succession import PackedAppointment, PackedClient, SuccessionPackage

translate = QCoreApplication.translate


def day(at: datetime, zone: str) -> str:
    """Return a day by the practice's clock."""
    return dates.plain_day(wall(at, zone).date())


def appointment_lines(found: Sequence[PackedAppointment], zone: str) -> list[str]:
    """Return when each appointment is, by the counselor's clock."""
    said = []
    for one in found:
        at = wall(one.starts_at, zone)
        said.append(
            translate("Succession", "{0} {1}，{2}").format(
                dates.day(at.date()), dates.clock_time(at), mode_word(one.mode)
            )
        )
    return said


def emergency_words(contact: EmergencyContact | None) -> str:
    """Return whom to call in an emergency, and whether that person may know of the counselling."""
    if contact is None:
        return translate("Succession", "没有放进来")
    who = " ".join(
        one for one in (as_written(contact.name), contact.relation, contact.phone) if one
    )
    if contact.may_know is None:
        knows = translate("Succession", "还没问过可不可以让对方知道来访者在咨询，请不要提起")
    elif contact.may_know:
        knows = translate("Succession", "知道来访者在咨询")
    else:
        knows = translate("Succession", "不知道来访者在咨询，请不要提起")
    return translate("Succession", "{0}（{1}）").format(who, knows)


def client_rows(client: PackedClient, zone: str) -> list[tuple[str, str]]:
    """Return what is known of a client as rows of word and value."""
    coming = appointment_lines(client.appointments, zone)
    return [
        (translate("Succession", "代号"), as_written(client.code)),
        (translate("Succession", "电话"), client.phone or translate("Succession", "没有记下")),
        (translate("Succession", "紧急联系人"), emergency_words(client.emergency)),
        (
            translate("Succession", "以后的预约"),
            "\n".join(coming) or translate("Succession", "没有"),
        ),
    ]


def made_line(package: SuccessionPackage) -> str:
    """Return whose list it is and of which day."""
    return translate("Succession", "{0}，{1} 整理").format(
        package.counselor or translate("Succession", "咨询师"),
        day(package.made_at, package.time_zone),
    )


def clock_line(zone: str) -> str:
    """Return by which clock the times are said."""
    return translate("Succession", "时间按咨询师所在地的钟（{0}）。").format(
        city(zone) if zone else translate("Succession", "这台电脑的时区")
    )


def list_sheet(package: SuccessionPackage) -> Sheet:
    """Return the list as paper."""
    zone = package.time_zone
    first = SheetPart("", lines=tuple(one for one in package.words.split("\n") if one.strip()))
    clients = tuple(
        SheetPart(as_written(one.name or one.code), tuple(client_rows(one, zone)))
        for one in package.clients
    )
    return Sheet(
        translate("Succession", "来访者联络名单"),
        translate("Succession", "{0}。{1}").format(made_line(package), clock_line(zone)),
        (first, *clients),
        translate("Succession", "请妥善保管，用完粉碎。"),
        window_language(),
    )


def key_sheet(groups: Sequence[str], made_on: str) -> Sheet:
    """Return the second key as paper; nobody's name is on it."""
    return Sheet(
        translate("Succession", "职业遗嘱的钥匙"),
        translate("Succession", "打印日期：{0}").format(made_on),
        (
            SheetPart(
                translate("Succession", "有这张纸和密封文件，就能看到来访者的联络名单。"),
                keys=tuple(groups),
            ),
            SheetPart(
                translate("Succession", "交给您的同事"),
                lines=(
                    translate(
                        "Succession",
                        "咨询师突然生病或去世时，请用它联系来访者、安排预约和转介。"
                        "文件里只有姓名、电话、紧急联系人和预约，没有咨询内容。",
                    ),
                    translate(
                        "Succession",
                        "怎样打开：在一台装有心匣的电脑上启动程序，点「打开职业遗嘱」，"
                        "选择文件，按顺序写下八组，不分大小写，不用写空格。",
                    ),
                    translate(
                        "Succession", "请不要把这张纸和文件放在一起，不要拍照，不要存进网盘。"
                    ),
                ),
            ),
        ),
        "",
        window_language(),
    )
