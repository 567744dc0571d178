"""From a key to the painted note of 20,000 characters, beside a bare QTextEdit of as many.

The window is a real one with the real sections, highlighter and count, which follows the keys;
each key is timed until all that is in sight was painted. Offscreen unless a platform is chosen.
"""

from __future__ import annotations

import os
import statistics
from functools import partial
from typing import TYPE_CHECKING, Any

from app.bench import timing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QScrollArea, QTextEdit

LENGTH = 20_000
KEYS = 80
_SENTENCE = "她说到母亲时停了两次，眼圈发红，随后自己说**想再讲一下**。"
_LARGE = 2_000_000


def lines(_arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield a line for one long section, one for a single paragraph, one for a paste of 2 MB."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the other benchmarks need no Qt

    from ui.theme.style import apply  # noqa: PLC0415

    held = QApplication.instance()
    app = held if isinstance(held, QApplication) else QApplication(["xinxia"])
    apply(app, "light")
    paragraphs = ((_SENTENCE * 5 + "\n") * LENGTH)[:LENGTH]
    yield {"note": "paragraphs", **_keys(app, paragraphs)}
    yield {"note": "one paragraph", **_keys(app, (_SENTENCE * LENGTH)[:LENGTH])}
    yield _paste()


def _keys(app: QApplication, text: str) -> dict[str, Any]:
    """Return the times of keys in the middle of `text`, ours and the yardstick's in turn."""
    from PySide6.QtWidgets import QTextEdit  # noqa: PLC0415

    (page, ours), bare = _note(text), QTextEdit()
    bare.setPlainText(text)
    bare.resize(700, 800)
    bare.show()
    for edit in (ours, bare):
        spot = edit.textCursor()
        spot.setPosition(len(text) // 2)
        edit.setTextCursor(spot)
    rounds = [(_times(ours), _times(bare)) for _ in range(timing.ROUNDS + 1)][1:]
    page.close()
    bare.close()
    found: dict[str, Any] = {"characters": len(text), "keys": KEYS * timing.ROUNDS}
    for name, share in {"p50": 0.5, "p95": 0.95}.items():
        mine = [timing.percentile(one, share) for one, _ in rounds]
        yardstick = [timing.percentile(one, share) for _, one in rounds]
        found[f"key to paint {name} ms"] = timing.milliseconds(statistics.median(mine))
        found[f"bare QTextEdit {name} ms"] = timing.milliseconds(statistics.median(yardstick))
    return {**found, "platform": app.platformName()}


def _paste() -> dict[str, Any]:
    """Return how long nothing else is answered while 2 MB of Chinese are pasted."""
    from PySide6.QtCore import QMimeData  # noqa: PLC0415

    paragraph = _SENTENCE * 12 + "\n"
    text = paragraph * (_LARGE // len(paragraph.encode()) + 1)
    times = []
    for _ in range(timing.ROUNDS):
        page, edit = _note("")
        data = QMimeData()
        data.setText(text)
        times.append(timing.seconds(partial(_until_painted, edit, edit.insertFromMimeData, data)))
        page.close()
    return {
        "note": "paste",
        "bytes": len(text.encode()),
        "paste to paint ms": timing.milliseconds(statistics.median(times)),
        "longest ms": timing.milliseconds(max(times)),
    }


def _note(text: str) -> tuple[QScrollArea, QTextEdit]:
    """Return a note that stands in a window, and the text of its section."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    from app.domain.note import NoteBody, NotePart  # noqa: PLC0415
    from ui.note_editor import DraftEditor  # noqa: PLC0415
    from ui.notes import COUNT_MS  # noqa: PLC0415
    from ui.widgets.card import scroll  # noqa: PLC0415

    editor = DraftEditor(NoteBody("free", "1", (NotePart("text", "正文", text),)), {})
    counting = QTimer(editor)
    counting.setSingleShot(True)
    counting.setInterval(COUNT_MS)
    counting.timeout.connect(lambda: editor.body().length())
    editor.edited.connect(counting.start)
    editor.edited.connect(editor.progress)
    page = scroll(editor, "paper")
    page.resize(900, 800)
    page.show()
    edit = editor.sections[0].edit
    edit.setFocus()
    return page, edit


def _times(edit: QTextEdit) -> list[float]:
    """Return how long each of many keys takes."""
    from PySide6.QtCore import QCoreApplication, QEvent, Qt  # noqa: PLC0415
    from PySide6.QtGui import QKeyEvent  # noqa: PLC0415

    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "字")
    send = QCoreApplication.sendEvent
    return [timing.seconds(partial(_until_painted, edit, send, edit, press)) for _ in range(KEYS)]


def _until_painted(edit: QTextEdit, work: Callable[..., object], *given: object) -> None:
    """Do `work` and return once `edit` has been laid out and painted."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject  # noqa: PLC0415

    loop = QEventLoop()

    class Painted(QObject):
        """Ends the waiting after the paint that is being delivered."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                loop.quit()
            return super().eventFilter(watched, event)

    watch = Painted()
    view = edit.viewport()
    work(*given)
    view.installEventFilter(watch)
    view.update()  # all that is in sight, more than a key asks for
    loop.exec()
    view.removeEventFilter(watch)
