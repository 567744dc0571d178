"""Where the first look around stops: places that are always there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.tour import Stop

if TYPE_CHECKING:
    from ui.widgets.rail import Rail


def stops(rail: Rail) -> tuple[Stop, ...]:
    """Return the stops along the rail."""
    return (
        Stop(
            rail.item("today"),
            QCoreApplication.translate("Tour", "今日"),
            QCoreApplication.translate(
                "Tour", "打开先看到这里：今天见谁，双方各是几点，还有什么该办。"
            ),
        ),
        Stop(
            rail.item("cases"),
            QCoreApplication.translate("Tour", "个案"),
            QCoreApplication.translate(
                "Tour", "每位来访者一个个案：记录、同意书、资料和督导摘要都在一页上。从这里开始。"
            ),
        ),
        Stop(
            rail.item("calendar"),
            QCoreApplication.translate("Tour", "日程"),
            QCoreApplication.translate(
                "Tour", "约时间、改期、双方当地的钟点。会谈之后从预约写记录，两边就连上了。"
            ),
        ),
        Stop(
            rail.item("palette"),
            QCoreApplication.translate("Tour", "查找或跳转"),
            QCoreApplication.translate(
                "Tour",
                "按 Ctrl+K 到任何个案和操作；按 Ctrl+F 查记录里的任何一个字，草稿和补记也在内。",
            ),
        ),
        Stop(
            rail.item("settings"),
            QCoreApplication.translate("Tour", "设置"),
            QCoreApplication.translate(
                "Tour", "执业信息会印在同意书上。闲置几分钟后锁定，也在这里定。"
            ),
        ),
        Stop(
            rail.item("help"),
            QCoreApplication.translate("Tour", "帮助"),
            QCoreApplication.translate(
                "Tour", "每一页都能按 F1 看按键和说明。导览也可以从帮助里重看。"
            ),
        ),
        Stop(
            rail.item("lock"),
            QCoreApplication.translate("Tour", "锁定"),
            QCoreApplication.translate(
                "Tour", "写的字停笔两秒就存好，不用按保存。离开时按 Ctrl+L，锁上就走。"
            ),
        ),
    )
