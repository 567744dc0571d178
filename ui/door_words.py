"""What the door says of a change of the keys that a lock broke into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ui.widgets.banner import BannerKind

translate = QCoreApplication.translate


def changed(*, recovery: bool, made: bool | None) -> tuple[BannerKind, str, str]:
    """Return how to say whether it was changed, what happened, and what opens the vault now.

    `made` is None where nobody can tell.
    """
    said = _recovery() if recovery else _password()
    kinds: dict[bool | None, BannerKind] = {True: "done", False: "warning", None: "warning"}
    return (kinds[made], *said[made])


def _password() -> dict[bool | None, tuple[str, str]]:
    """Return the words for the password."""
    return {
        True: (
            translate("DoorScreen", "密码已经改好了。"),
            translate("DoorScreen", "锁定的时候正在换密码，已经换完。现在请用新密码打开。"),
        ),
        False: (
            translate("DoorScreen", "密码没有改成。"),
            translate("DoorScreen", "锁定的时候正在换密码，没有换成。旧密码仍然有效，请用它打开。"),
        ),
        None: (
            translate("DoorScreen", "不确定密码改成了没有。"),
            translate("DoorScreen", "锁定的时候正在换密码。请先试新密码，打不开再用旧密码。"),
        ),
    }


def _recovery() -> dict[bool | None, tuple[str, str]]:
    """Return the words for the recovery key."""
    return {
        True: (
            translate("DoorScreen", "恢复密钥已经换好了。"),
            translate("DoorScreen", "锁定的时候正在换，已经换完。新的那张纸有效，密码没有变。"),
        ),
        False: (
            translate("DoorScreen", "恢复密钥没有换成。"),
            translate(
                "DoorScreen",
                "锁定的时候正在换，没有换成。旧的那张纸仍然有效，新的请作废。密码没有变。",
            ),
        ),
        None: (
            translate("DoorScreen", "不确定恢复密钥换成了没有。"),
            translate(
                "DoorScreen",
                "锁定的时候正在换。请用密码打开，再到「设置」里核对那张纸；核对好之前两张都留着。",
            ),
        ),
    }
