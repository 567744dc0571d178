"""What a line and a box to write in share: a label above; hint or error, and a count, below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from ui.begin import Begins
from ui.theme.style import repolish
from ui.widgets.card import column, row
from ui.widgets.label import Label
from ui.widgets.painted import RIGHT, announce
from ui.widgets.picture import Picture


class Foot(QWidget):
    """What stands below: hint or error, and the count."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = Picture("circle-alert", "high", 13)
        self._words, self._count = Label("", "meta", wrap=True), Label("", "meta")
        self._count.setAlignment(RIGHT)
        line = row(self._sign, self._words, self._count, spacing=6)
        line.setStretch(1, 1)
        self.setLayout(line)

    def say(self, words: str, count: str, *, wrong: bool, over: bool) -> None:
        """Say `words`, in red with a sign when something is `wrong`; red count when `over`."""
        self._words.setText(words)
        self._words.set_tint("high" if wrong else "")
        self._sign.setVisible(wrong)
        self._count.setText(count)
        self._count.set_tint("high" if over else "")
        self._count.setVisible(bool(count))
        self.setVisible(bool(words or count))


class Labelled(Begins, QWidget):
    """A part to write in under its label. Whoever derives from it gives `text`."""

    changed = Signal(str)

    def __init__(  # noqa: PLR0913 - by keyword
        self,
        label: str,
        part: QLineEdit | QTextEdit,
        *,
        hint: str,
        placeholder: str,
        limit: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._part, self._hint, self._error, self._limit = part, hint, "", limit
        self._foot: Foot | None = None
        self.label = Label(label, "strong")
        part.setAccessibleName(label)
        part.setPlaceholderText(placeholder)
        self.label.setBuddy(part)
        self.begin_at(part)
        self._stack = column(self.label, part, spacing=6)
        self.setLayout(self._stack)

    def text(self) -> str:
        """Return what is written."""
        raise NotImplementedError

    def set_hint(self, hint: str) -> None:
        """Say what belongs here."""
        self._hint = hint
        self._show_foot()

    def error(self) -> str:
        """Return the error that is shown, or nothing."""
        return self._error

    def set_error(self, error: str) -> None:
        """Say what is wrong, in place of the hint; "" takes it back."""
        self._error = error
        state = "error" if error else ""
        if self._part.property("state") != state:  # many ask for it at every key
            self._part.setProperty("state", state)
            repolish(self._part)
        self._show_foot()
        if error:
            announce(self._part, error)

    def _typed(self, text: str) -> None:
        self._show_foot()
        self.changed.emit(text)

    def _show_foot(self) -> None:
        """Say below what there is to say; most parts never need a foot."""
        said, long = self._error or self._hint, len(self.text())
        count = f"{long} / {self._limit}" if self._limit else ""
        if self._foot is None and (said or count):
            self._foot = Foot()
            self._stack.addWidget(self._foot)
        if self._foot is not None:
            over = bool(self._limit) and long > self._limit
            self._foot.say(said, count, wrong=bool(self._error), over=over)
        self._part.setAccessibleDescription(said)
