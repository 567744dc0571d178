"""What is asked of the computer around the vault, in words, and how each thing is switched on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.domain.local_time import wall
from app.domain.safeguard import Answer, Safeguard
from ui import dates

if TYPE_CHECKING:
    from app.domain.safeguard import Finding
    from ui.theme.roles import Role

translate = QCoreApplication.translate
SIGNS: Final[dict[Answer | None, tuple[str, Role]]] = {
    Answer.YES: ("circle-check", "low"),
    Answer.NOT_YET: ("circle-alert", "mid"),
    Answer.UNKNOWN: ("circle-question-mark", "soft"),
    None: ("circle", "faint"),
}


def title(which: Safeguard) -> str:
    """Return what a safeguard is called."""
    return {
        Safeguard.LOGIN: translate("Security", "开机要密码"),
        Safeguard.DISK: translate("Security", "磁盘加密"),
        Safeguard.SCREEN: translate("Security", "离开时自动锁屏"),
        Safeguard.FIREWALL: translate("Security", "防火墙"),
        Safeguard.VIRUSES: translate("Security", "防病毒"),
        Safeguard.NETWORK: translate("Security", "加密的网络"),
        Safeguard.UPDATES: translate("Security", "系统更新"),
    }[which]


def why(which: Safeguard) -> str:
    """Return what a safeguard is good for, beside the encryption of the vault."""
    return {
        Safeguard.LOGIN: translate("Security", "打开电脑或换用户时，要写密码、按指纹或认脸。"),
        Safeguard.DISK: translate(
            "Security", "保险库本身是加密的。磁盘也加密，电脑丢了，别的文件和临时文件也读不出来。"
        ),
        Safeguard.SCREEN: translate("Security", "几分钟没有人用，屏幕就锁上。心匣也会一起锁。"),
        Safeguard.FIREWALL: translate("Security", "挡住网络上没有约好的来访。心匣自己不联网。"),
        Safeguard.VIRUSES: translate("Security", "恶意程序能看到屏幕和按键，加密挡不住它。"),
        Safeguard.NETWORK: translate("Security", "做远程咨询的 Wi-Fi 有密码，不用公共网络。"),
        Safeguard.UPDATES: translate("Security", "系统和浏览器的安全更新自动安装。"),
    }[which]


def how(which: Safeguard) -> str:
    """Return in one sentence how a safeguard is switched on."""
    return {
        Safeguard.LOGIN: translate(
            "Security",
            "怎样打开：在系统设置的“账户”或“用户”里设一个密码，并关掉自动登录。",
        ),
        Safeguard.DISK: translate(
            "Security",
            "怎样打开：Windows 在“隐私和安全性”里打开设备加密或 BitLocker，"
            "macOS 打开“文件保险箱”，Linux 在安装系统时选加密（LUKS）。",
        ),
        Safeguard.SCREEN: translate(
            "Security",
            "怎样打开：在系统设置的“锁屏”或“隐私”里，把自动锁屏设成 5 分钟，唤醒时要密码。",
        ),
        Safeguard.FIREWALL: translate(
            "Security",
            "怎样打开：Windows 和 macOS 在系统设置里找“防火墙”，"
            "Linux 可以安装 ufw，再运行 sudo ufw enable。",
        ),
        Safeguard.VIRUSES: translate(
            "Security",
            "怎样打开：Windows 用自带的“病毒和威胁防护”就好，"
            "macOS 自带防护，Linux 可以只从软件源安装程序。",
        ),
        Safeguard.NETWORK: translate(
            "Security",
            "怎样打开：在路由器里选 WPA2 或 WPA3，换掉出厂密码；出门在外用自己的手机热点。",
        ),
        Safeguard.UPDATES: translate(
            "Security", "怎样打开：在系统设置的“更新”里打开自动更新，并按提示重启。"
        ),
    }[which]


def word(answer: Answer) -> str:
    """Return an answer."""
    return {
        Answer.YES: translate("Security", "是"),
        Answer.NOT_YET: translate("Security", "还没有"),
        Answer.UNKNOWN: translate("Security", "不清楚"),
    }[answer]


def standing(found: Finding | None, zone: str, *, off: bool) -> str:
    """Return how a safeguard stands and since when it is known; `off`: the program saw none."""
    if found is not None and found.seen:
        said = translate("Security", "已打开，{0}程序看到的。")
    elif found is None:
        return (
            translate("Security", "程序没有看到它。如果您用别的办法打开了，请选“是”。")
            if off
            else translate("Security", "程序看不到这一项，请您说。")
        )
    else:
        said = {
            Answer.YES: translate("Security", "{0}您说已打开。"),
            Answer.NOT_YET: translate("Security", "{0}您说还没有。"),
            Answer.UNKNOWN: translate("Security", "{0}您说不清楚。"),
        }[found.answer]
    return said.format(dates.plain_day(wall(found.at, zone).date()))
