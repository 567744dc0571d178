"""The counselor's language. Words in the code are Chinese; English comes from a catalogue."""

from __future__ import annotations

from importlib.resources import as_file
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator

from resources import resource

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

Language = Literal["zh", "en"]
_QT = {"zh": "qtbase_zh_CN", "en": "qtbase_en"}
_SPOKEN = "xinxia_language"
_LOCALE = {
    "zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def chosen(wanted: str = "") -> Language:
    """Return the language to speak: the one asked for, else the system's, else Chinese."""
    if wanted in {"zh", "en"}:
        return "zh" if wanted == "zh" else "en"
    system = QLocale.system().language()
    return "en" if system == QLocale.Language.English else "zh"


def install(app: QApplication, language: Language) -> None:
    """Let `app` speak `language`; a second call replaces the first."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(_LOCALE[language])
    app.setProperty(_SPOKEN, language)
    _own(app, language)
    # The words of Qt's own dialogs can wait until the door is painted.
    QTimer.singleShot(0, app, lambda: _qt(app, language))


def _qt(app: QApplication, language: Language) -> None:
    if app.property(_SPOKEN) != language:  # another was chosen meanwhile
        return
    found = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if found.load(_QT[language], folder):
        app.installTranslator(found)


def _own(app: QApplication, language: Language) -> None:
    file = resource(f"i18n/xinxia_{language}.qm")
    if not file.is_file():
        return
    found = QTranslator(app)
    with as_file(file) as path:
        loaded = found.load(str(path))
    if loaded:
        app.installTranslator(found)
