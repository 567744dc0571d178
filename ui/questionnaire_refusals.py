"""Why nothing of a questionnaire's file was taken. Light: the door loads it with every refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from app.domain.errors import AnswersUnreadable

translate = QCoreApplication.translate
_UNREADABLE: Final[dict[str, tuple[object, object]]] = {
    "unread": (
        QT_TRANSLATE_NOOP("Questionnaire", "这个文件读不出来。"),
        QT_TRANSLATE_NOOP("Questionnaire", "它可能被移走了，或者不让读。请再选一次。"),
    ),
    "empty": (
        QT_TRANSLATE_NOOP("Questionnaire", "这个文件里没有答卷。"),
        QT_TRANSLATE_NOOP("Questionnaire", "要有一行表头，表头下面至少一份答卷。"),
    ),
    "large": (
        QT_TRANSLATE_NOOP("Questionnaire", "这个文件太大了。"),
        QT_TRANSLATE_NOOP(
            "Questionnaire", "最大 20 MB，展开后 100 MB。请分成几份导出，再一份一份导入。"
        ),
    ),
    "rows": (
        QT_TRANSLATE_NOOP("Questionnaire", "行数太多了。"),
        QT_TRANSLATE_NOOP("Questionnaire", "最多两万行。请分成几份导出，再一份一份导入。"),
    ),
    "columns": (
        QT_TRANSLATE_NOOP("Questionnaire", "列数太多了。"),
        QT_TRANSLATE_NOOP("Questionnaire", "最多 256 列。请删去用不着的列，再导入一次。"),
    ),
    "letters": (
        QT_TRANSLATE_NOOP("Questionnaire", "这份表里的字太多了。"),
        QT_TRANSLATE_NOOP("Questionnaire", "请分成几份导出，再一份一份导入。"),
    ),
    "old": (
        QT_TRANSLATE_NOOP("Questionnaire", "这是旧格式的 .xls，或者加了密码的表格。"),
        QT_TRANSLATE_NOOP(
            "Questionnaire", "请用表格软件打开，另存为不加密码的 .xlsx 或 CSV，再导入。"
        ),
    ),
    "page": (
        QT_TRANSLATE_NOOP("Questionnaire", "这是一个网页，不是表格。"),
        QT_TRANSLATE_NOOP("Questionnaire", "请在问卷网站上选导出 Excel 或 CSV，再导入。"),
    ),
    "code": (
        QT_TRANSLATE_NOOP("Questionnaire", "认不出里面的文字。"),
        QT_TRANSLATE_NOOP("Questionnaire", "请另存为 .xlsx，或者 UTF-8 编码的 CSV，再导入。"),
    ),
    "quote": (
        QT_TRANSLATE_NOOP("Questionnaire", "有一个引号没有配对，后面分不清是哪一格。"),
        QT_TRANSLATE_NOOP("Questionnaire", "请在问卷网站上改选导出 .xlsx，再导入。"),
    ),
    "damaged": (
        QT_TRANSLATE_NOOP("Questionnaire", "这个表格坏了，或者不是表格。"),
        QT_TRANSLATE_NOOP("Questionnaire", "请从问卷网站重新导出一次。"),
    ),
}


def unreadable(refusal: AnswersUnreadable) -> tuple[str, str]:
    """Say why nothing of a file was taken."""
    what, why = _UNREADABLE[refusal.reason]
    said = translate("Questionnaire", str(why))
    if refusal.row:
        at = translate("Questionnaire", "在第 {0} 行。").format(refusal.row)
        said = translate("Messages", "{0}{1}").format(at, said)
    return translate("Questionnaire", str(what)), said
