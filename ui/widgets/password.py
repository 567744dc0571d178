"""A line for a password: hidden, with an eye, and with nothing left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.style import repolish
from ui.widgets.button import IconButton
from ui.widgets.field import Field, Line, Size
from ui.widgets.menu import Menu

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent

_HINTS: Final = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)
_TOLD: Final = {
    Qt.InputMethodQuery.ImSurroundingText,
    Qt.InputMethodQuery.ImTextBeforeCursor,
    Qt.InputMethodQuery.ImTextAfterCursor,
    Qt.InputMethodQuery.ImCurrentSelection,
}


class SecretLine(Line):
    """A line whose words can be put in, and never dragged, copied or brought back."""

    def __init__(self, sz: Size = "m", parent: QWidget | None = None) -> None:
        super().__init__(sz, parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.textChanged.connect(self._dot)
        self.setInputMethodHints(_HINTS)
        self.setAcceptDrops(False)

    def reveal(self, shown: bool) -> None:  # noqa: FBT001 - connected to a toggle
        """Show the words, or dots."""
        mode = QLineEdit.EchoMode
        self.setEchoMode(mode.Normal if shown else mode.Password)
        self.setInputMethodHints(_HINTS)  # an open line would lose them: Qt takes it for no secret
        self._dot()

    def _dot(self) -> None:
        """Set dots apart; the word that stands there before any is written as everywhere."""
        dots = self.text() and self.echoMode() == QLineEdit.EchoMode.Password
        secret = "hidden" if dots else "shown"
        if self.property("secret") != secret:
            self.setProperty("secret", secret)
            repolish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; copying, cutting and undoing do nothing here."""
        keys = QKeySequence.StandardKey  # read here: Qt makes these names when they are asked for
        if any(event.matches(key) for key in (keys.Undo, keys.Redo, keys.Copy, keys.Cut)):
            event.accept()
            return
        super().keyPressEvent(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # type: ignore[override]
        """Answer an input method, but never with the words: it may learn what it is told."""
        return "" if query in _TOLD else super().inputMethodQuery(query)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop a selection made with the mouse before the desktop hears of it."""
        if self.echoMode() == QLineEdit.EchoMode.Normal:
            self.deselect()
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to paste, and nothing else."""
        self.offers().popup(event.globalPos())

    def offers(self) -> Menu:
        """Return the menu; it is gone once closed."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("粘贴"), self.paste)
        return menu


EYE_KEY: Final = "Ctrl+E"


class PasswordField(Field):
    """A labelled password line with an eye, which Ctrl+E opens and closes."""

    def __init__(  # noqa: PLR0913 - all but the label by keyword
        self,
        label: str,
        *,
        hint: str = "",
        placeholder: str = "",
        sz: Size = "m",
        show_label: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self._secret = SecretLine(sz)
        super().__init__(
            label,
            hint=hint,
            placeholder=placeholder,
            show_label=show_label,
            line=self._secret,
            parent=parent,
        )
        self.eye = IconButton("eye", self.tr("显示密码"))
        self.eye.setCheckable(True)
        # Not a stop of the Tab key: what is typed after a Tab belongs into the next field, and a
        # space must not bring the password to light.
        self.eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.eye.toggled.connect(self._reveal)
        self._secret.put_at_end(self.eye)
        # Without a mouse the eye must open, too: Chinese can only be typed into an open line.
        self.eye.setAccessibleDescription(EYE_KEY)
        key = QShortcut(QKeySequence(EYE_KEY), self, self.eye.click)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def take(self) -> str:
        """Return the password and empty the line, hidden again."""
        word = self._secret.text()
        self.clear()
        return word

    def clear(self) -> None:
        """Empty and hide the line; nothing remains to undo."""
        self._secret.setText("")
        self.eye.setChecked(False)

    def set_valid(self, valid: bool) -> None:  # noqa: FBT001 - reads as a setter
        """Show the tick where the eye was, or the eye again."""
        self.eye.set_icon("check" if valid and not self.eye.isChecked() else self._eye_icon())

    def _eye_icon(self) -> str:
        return "eye-off" if self.eye.isChecked() else "eye"

    def _reveal(self, shown: bool) -> None:  # noqa: FBT001 - connected to a toggle
        self._secret.reveal(shown)
        self.eye.set_icon(self._eye_icon())
        self.eye.set_name(self.tr("藏起密码") if shown else self.tr("显示密码"))
