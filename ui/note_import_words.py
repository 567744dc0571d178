"""Why a file of old notes gives none, and what of it stays behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.imported_note import Left, Unread

if TYPE_CHECKING:
    from collections.abc import Iterable

translate = QCoreApplication.translate
_UNREAD: Final[dict[Unread, object]] = {
    Unread.GONE: QT_TRANSLATE_NOOP("NoteImport", "读不出来：文件可能被移走了，或者不让读。"),
    Unread.LOCKED: QT_TRANSLATE_NOOP("NoteImport", "文件加了密码。请去掉密码另存一份，再导入。"),
    Unread.OLD: QT_TRANSLATE_NOOP(
        "NoteImport", "旧格式（.doc、.xls）。请另存为 .docx 或 .xlsx，再导入。"
    ),
    Unread.DAMAGED: QT_TRANSLATE_NOOP(
        "NoteImport", "文件坏了，或者不是它的名字说的那种文件。请打开看一看，另存一份。"
    ),
    Unread.LARGE: QT_TRANSLATE_NOOP("NoteImport", "太大了：请分成几份，再导入。"),
    Unread.CODE: QT_TRANSLATE_NOOP(
        "NoteImport", "认不出里面的文字。请另存为 .docx，或 UTF-8 的 .txt。"
    ),
    Unread.EMPTY: QT_TRANSLATE_NOOP("NoteImport", "里面没有字。"),
    Unread.TABLE: QT_TRANSLATE_NOOP(
        "NoteImport", "表里认不出哪一列是正文。请把表头写成“日期、姓名、内容”，再导入。"
    ),
}
_LEFT: Final[dict[Left, object]] = {
    Left.PICTURE: QT_TRANSLATE_NOOP("NoteImport", "图片"),
    Left.BOX: QT_TRANSLATE_NOOP("NoteImport", "文本框"),
    Left.NOTE: QT_TRANSLATE_NOOP("NoteImport", "脚注"),
    Left.COMMENT: QT_TRANSLATE_NOOP("NoteImport", "批注"),
}


def unread_words(why: Unread) -> str:
    """Return why a file gives no note, with what to do."""
    return translate("NoteImport", str(_UNREAD[why]))


def left_words(left: Iterable[Left]) -> str:
    """Return what of a file is not taken along; "" where nothing stays behind."""
    names = [translate("NoteImport", str(_LEFT[one])) for one in left]
    if not names:
        return ""
    return translate("NoteImport", "没有带来：{0}").format(
        translate("NoteImport", "、").join(names)
    )
