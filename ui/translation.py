"""The counselor's language. Words in the code are Chinese; English comes from a catalogue.

Where English counts ("1 note", "2 notes"), the code says `tr("%n 篇记录", "", count)` and the
catalogue holds both forms. Chinese needs no catalogue for it: Qt puts the number in for %n even
where nothing is loaded. %Ln writes it with the separators of the language.

The person who comes is called 来访者 and "client" in the code and the catalogue. Where she chose
another word, a catalogue made of ours stands before it (`ui.term_catalogue`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTimer, QTranslator

from resources import resource

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.domain.term import Term

Language = Literal["zh", "en"]
_QT = {"zh": "qtbase_zh_CN", "en": "qtbase_en"}
_SPOKEN = "xinxia_language"
_SOON_MS = 50
_LOCALE = {"zh": "zh_CN", "en": "en_GB"}
_spoken: list[QTranslator] = []
_alone: list[QCoreApplication] = []
_USUAL = "client"
_called = [_USUAL]


def chosen(wanted: str = "") -> Language:
    """Return the language to speak: the one asked for, else the system's, else Chinese."""
    if wanted in {"zh", "en"}:
        return "zh" if wanted == "zh" else "en"
    return "en" if QLocale.system().name().startswith("en") else "zh"


def locale() -> QLocale:
    """Return how the language spoken now writes dates and numbers."""
    app = QCoreApplication.instance()
    language = app.property(_SPOKEN) if app is not None else ""
    return QLocale(_LOCALE.get(language or "", _LOCALE["zh"]))


def term() -> Term:
    """Return what the person who comes is called now; any thread may ask."""
    from app.domain.term import term_of  # noqa: PLC0415 - the door does without

    return term_of(_called[0])


def call(word: str) -> None:
    """Call the person who comes by the term of this value, from the next language installed on."""
    _called[0] = word


def install(app: QApplication, language: Language) -> None:
    """Let `app` speak `language`; a second call replaces the first. Qt's words come a bit later."""
    install_own(app, language)
    QTimer.singleShot(_SOON_MS, app, lambda: install_rest(app, language))


def install_own(app: QApplication, language: Language) -> None:
    """Let `app` speak `language` with the words of the program alone; see `install_rest`."""
    for old in _spoken:
        app.removeTranslator(old)
        old.deleteLater()
    _spoken.clear()
    app.setProperty(_SPOKEN, language)
    _own(app, language)


def install_without_window(language: Language) -> None:
    """Let a command without a window speak `language`; Chinese stands in the code already.

    What is made here lives as long as the process.
    """
    if (language == "zh" and _called[0] == _USUAL) or _alone:
        return
    app = QCoreApplication.instance() or QCoreApplication(["xinxia"])
    _alone.append(app)
    app.setProperty(_SPOKEN, language)
    _own(app, language)


def install_rest(app: QApplication, language: Language) -> None:
    """Add the words of Qt's own dialogs and its dates, which can wait until the door is painted."""
    if app.property(_SPOKEN) != language:  # another was chosen meanwhile
        return
    QLocale.setDefault(QLocale(_LOCALE[language]))
    found = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if found.load(_QT[language], folder):
        app.installTranslator(found)
        _spoken.append(found)


def _own(app: QCoreApplication, language: Language) -> None:
    file = resource(f"i18n/xinxia_{language}.qm")
    if file.is_file():
        found = QTranslator(app)
        if found.load(str(file)):
            app.installTranslator(found)
            _spoken.append(found)
    if _called[0] != _USUAL:
        before = QTranslator(app)
        if before.load(_in_term(language, term())):
            app.installTranslator(before)
            _spoken.append(before)


@cache
def _in_term(language: Language, word: Term) -> bytes:
    """Return our sentences in another word; kept, for Qt reads them where they lie."""
    from ui.term_catalogue import in_term  # noqa: PLC0415 - the usual word does without

    return in_term(resource("i18n/xinxia_en.qm").read_bytes(), language, word)
