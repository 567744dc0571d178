"""Words on the screen, in one of the sizes of the type scale. Never reads markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel

from ui.theme import look
from ui.theme.style import repolish
from ui.widgets.painted import Dressed, ask_room, elided, text_width

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

Look = Literal["title", "door", "heading", "name", "read", "body", "strong", "soft", "meta", "word"]
Tint = Literal["", "ink", "soft", "faint", "accent", "high", "mid", "low", "paper"]

_LEADING: Final[dict[str, int]] = {
    "title": 36,
    "door": 36,
    "heading": 28,
    "name": 24,
    "read": 24,
    "meta": 18,
}
_USUAL: Final = 21
_MARKUP: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"})
_FEW: Final = 48


class Label(Dressed, QLabel):
    """A line of text; with `wrap`, a paragraph with the leading that Chinese wants.

    With `cut` the line may be narrower than its words and ends with an ellipsis then. `leaded`
    gives a single line the leading of a paragraph, to stand on the baseline of one beside it.
    """

    def __init__(  # noqa: PLR0913 - all but words and look by keyword
        self,
        text: str = "",
        kind: Look = "body",
        *,
        tint: Tint = "",
        wrap: bool = False,
        cut: bool = False,
        leaded: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plain, self._cut, self._look = "", cut, kind
        self._leaded = wrap or leaded
        self.setProperty("look", kind)
        self.setProperty("tint", tint)
        self.setWordWrap(wrap)
        form = Qt.TextFormat.RichText if self._leaded else Qt.TextFormat.PlainText
        self.setTextFormat(form)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setText(text)

    def text(self) -> str:
        """Return the words as they were given."""
        return self._plain

    def setText(self, text: str) -> None:
        """Show `text` as it is: markup in it is shown, not obeyed."""
        self._plain = text
        self.setAccessibleName(text)
        self._show()
        ask_room(self)

    def sizeHint(self) -> QSize:
        """Return the room for the words, cut or not."""
        hint = super().sizeHint()
        if self._cut:
            hint.setWidth(text_width(self.font(), self._plain))
        return hint

    def minimumSizeHint(self) -> QSize:
        """Need all words, or with `cut` the first few, unless letters are large."""
        hint = super().minimumSizeHint()
        if self._cut:
            whole = self.sizeHint().width()
            hint.setWidth(whole if look.large() else min(whole, look.px(_FEW)))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words where they are too long."""
        super().resizeEvent(event)
        if self._cut:
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Cut the words once the room is known."""
        super().showEvent(event)
        ask_room(self)
        if self._cut:
            self._show()

    def set_tint(self, tint: Tint) -> None:
        """Colour the words by role; "" is the colour of the look."""
        if self.property("tint") != tint:  # a form asks for it at every key
            self.setProperty("tint", tint)
            repolish(self)

    def dress(self) -> None:
        """Set the leading for the present scale."""
        super().dress()
        if getattr(self, "_plain", ""):
            self._show()

    def _show(self) -> None:
        if self._leaded:
            words = self._paragraph()
            if words != super().text():  # each time is a document laid out anew
                super().setText(words)
        elif self._cut and self.isVisible():
            shown = elided(self.font(), self._plain, self.width())
            super().setText(shown)
            self.setToolTip("" if shown == self._plain else self._plain)
        else:
            super().setText(self._plain)

    def _paragraph(self) -> str:
        height = look.px(_LEADING.get(self._look, _USUAL))
        body = self._plain.translate(_MARKUP)
        return f'<p style="line-height:{height}px;-qt-line-height-type:fixed">{body}</p>'
