"""What the commands without a window say: each thing in one line, in the chosen language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from app.domain.errors import CasesUnreadable, ProfileUnreadable


def no_such_file(name: str) -> str:
    """Say that a file is not there."""
    return QCoreApplication.translate("Commands", "没有这个文件：{0}").format(name)


def not_reached(name: str) -> str:
    """Say that a file or folder can be neither read nor written."""
    return QCoreApplication.translate("Commands", "读不了，也写不了：{0}").format(name)


def nowhere_to_ask() -> str:
    """Say that the password can be asked nowhere, and how to give it."""
    return QCoreApplication.translate(
        "Commands", "这里没有可以输入密码的终端。请加 --password-stdin，把密码从标准输入送进来。"
    )


def out_is_missing() -> str:
    """Say that cases need a file for what is found in them."""
    return QCoreApplication.translate("Commands", "--cases 还需要 --out FILE，写明结果放在哪里。")


def no_such_case(number: int) -> str:
    """Say that a vault has no case of that number."""
    return QCoreApplication.translate("Commands", "没有编号为 {0} 的个案。").format(number)


def header_from_copy() -> str:
    """Say that the header was damaged and its copy opened the vault."""
    return QCoreApplication.translate(
        "Commands", "钥匙文件 vault.header 坏了或不见了，这次用的是备份的那一份。"
    )


def unused_keys(keys: str) -> str:
    """Say which keys of a profile nobody knows, so that a slip in a key is seen."""
    return QCoreApplication.translate("Commands", "来访者资料里有不认识的项，没有用上：{0}").format(
        keys
    )


def cases_unreadable(refusal: CasesUnreadable) -> tuple[str, str]:
    """Say which line of the cases is wrong, and what in it."""
    if refusal.key:
        what = QCoreApplication.translate("Commands", "第 {0} 行的 {1} 写得不对。").format(
            refusal.line, refusal.key
        )
    else:
        what = QCoreApplication.translate("Commands", "第 {0} 行不是一个 JSON 对象。").format(
            refusal.line
        )
    return what, QCoreApplication.translate("Commands", "什么都没有写出。请改好这一行再试。")


def profile_unreadable(refusal: ProfileUnreadable) -> tuple[str, str]:
    """Say what in a profile is wrong."""
    if refusal.key:
        what = QCoreApplication.translate("Commands", "来访者资料里的 {0} 写得不对。").format(
            refusal.key
        )
    else:
        what = QCoreApplication.translate("Commands", "来访者资料不是一个 JSON 对象。")
    return what, QCoreApplication.translate(
        "Commands", "没有处理，以免漏掉名字。该怎么写，见 deidentify --help。"
    )
