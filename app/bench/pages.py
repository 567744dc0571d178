"""The window over 500 cases and 20,000 notes: switching pages, scrolling 10,000 rows, memory.

A switch is timed from the word to go until the new page was painted for the first time, and
until what the vault says about it was painted too; beside it an empty page in a bare window. Beside
the time on the wall stands what the processor worked for the window's thread alone, which another
program cannot lengthen. On a page where nothing is typed she stays until the window is at rest, at
most two seconds; the two forms of a case are also timed for somebody who is quicker, when nothing
was built for them ahead. The vault is made by a process of its own: memory is that of a program
which opened it and showed every page.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.bench import corpus, timing
from storage.clock import SystemClock
from storage.vault import FolderDoor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QListView, QVBoxLayout, QWidget

    from app.domain.ids import CaseId, NoteId
    from ui.page import Destination
    from ui.workspace import Workspace

NOTES: Final = 20_000
EACH: Final = 40
LENGTH: Final = 300
ROUNDS: Final = 5
ROWS: Final = 10_000
FRAMES: Final = 300
_STEP: Final = 53
SIZE: Final = (1440, 900)


def lines(arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield a line on switching, one on scrolling, one on memory; an argument: how many notes."""
    count = int(arguments[0]) if arguments else NOTES
    _application, bare = window()
    before = resident()
    with tempfile.TemporaryDirectory() as base:
        place = Path(base) / "vault"
        cases, note_ids = made_apart(__name__, place, count)
        door = FolderDoor(SystemClock())
        space, end = workspace(door, place, Path(base))
        opened = resident()
        yield {"cases": len(cases), "notes": count, **_switching(space, bare, cases, note_ids)}
        seen = resident()
        yield {"rows": ROWS, **_scrolling()}
        yield {
            "resident after every page was shown MB": _megabytes(seen),
            "resident with the vault just opened MB": _megabytes(opened),
            "yardstick: Qt with an empty window MB": _megabytes(before),
        }
        end()


def window() -> tuple[QApplication, QWidget]:
    """Return the application, as it looks by day, and a bare window of the size of the program."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415

    from app.bench.hush import hush  # noqa: PLC0415 - it brings Qt with it
    from ui import translation  # noqa: PLC0415
    from ui.collector import Collector  # noqa: PLC0415
    from ui.theme.style import apply  # noqa: PLC0415
    from ui.unread import spare_sources  # noqa: PLC0415

    hush()
    spare_sources()  # as the program does
    application = QApplication(sys.argv[:1])
    Collector(application)  # as the program does, too: it is timed with what that takes
    translation.install(application, "zh")
    apply(application, "light")
    bare = QWidget()
    bare.resize(*SIZE)
    bare.show()
    return application, bare


def made_apart(module: str, place: Path, count: int) -> Any:  # noqa: ANN401
    """Have another process call `make` of a module; return what that returns.

    So memory and caches are the program's alone.
    """
    code = (
        f"import json, sys; from pathlib import Path; from {module} import make;"
        "print(json.dumps(make(Path(sys.argv[1]), int(sys.argv[2]))))"
    )
    words = [sys.executable, "-c", code, str(place), str(count)]
    done = subprocess.run(words, check=True, capture_output=True)  # noqa: S603 - our own words
    return json.loads(done.stdout)


def make(place: Path, count: int) -> tuple[list[CaseId], list[NoteId]]:
    """Make the vault; return its cases, and the notes of the first."""
    _, vault = corpus.vault(place, count, LENGTH, EACH)
    cases = [one.id for one in vault.cases.all()]
    notes = [one.id for one in vault.notes.facts_of_case(cases[0])]
    vault.close()
    return cases, notes


def resident() -> int:
    """Return how many bytes of memory this process holds now; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _megabytes(size: int) -> float:
    return round(size / 1_000_000, 1)


def workspace(door: Any, place: Path, base: Path) -> tuple[Workspace, Callable[[], None]]:  # noqa: ANN401
    """Return the open workspace of a vault, shown, and what closes it."""
    from app import bootstrap  # noqa: PLC0415
    from storage.preferences import JsonPreferences  # noqa: PLC0415
    from ui.office import Office  # noqa: PLC0415
    from ui.tasks import Desk  # noqa: PLC0415
    from ui.workspace import Workspace  # noqa: PLC0415

    desk = Desk()
    store = JsonPreferences(base / "choices" / "preferences.json")
    office = Office(desk, lambda: door, bootstrap.tools, store, lambda: base, lambda _words: None)
    desk.open(desk, lambda: door.open(place, corpus.PASSWORD), lambda _: None, _fail)
    _until_idle(desk)
    space = Workspace(office)
    space.resize(*SIZE)
    space.show()

    def end() -> None:
        space.leave()
        desk.close(lambda vault: vault.close())
        desk.end()
        space.close()

    return space, end


def _fail(refusal: Exception) -> None:
    raise refusal


def _until_idle(desk: Any) -> None:  # noqa: ANN401
    """Run the window until every answer is there."""
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

    loop = QEventLoop()
    desk.idle.connect(loop.quit)
    if desk.waiting:
        loop.exec()
    desk.idle.disconnect(loop.quit)
    QTimer.singleShot(0, loop, loop.quit)
    loop.exec()


def _until_painted(part: QWidget) -> None:
    """Run the window until a part was painted."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer  # noqa: PLC0415

    loop = QEventLoop()

    class Painted(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, loop, loop.quit)
            return super().eventFilter(watched, event)

    eye = Painted()
    part.installEventFilter(eye)
    part.update()
    loop.exec()
    part.removeEventFilter(eye)


def _switching(
    space: Workspace, bare: QWidget, cases: list[Any], note_ids: list[Any]
) -> dict[str, Any]:
    """Time going from page to page, each in turn with a switch of an empty page."""
    from PySide6.QtWidgets import QVBoxLayout  # noqa: PLC0415

    from ui import page  # noqa: PLC0415

    room = QVBoxLayout(bare)
    places: dict[str, Destination] = {
        "today": page.ToToday(),
        "cases": page.ToCases(),
        "case": page.ToCases(cases[-1]),
        "note": page.ToNote(note_ids[-1]),
        "calendar": page.ToCalendar("week"),
        "search": page.ToSearch(),
        "new case": page.ToNewCase(),
        "case form": page.ToCaseForm(cases[0]),
        "settings": page.ToSettings(),
    }
    paints: dict[str, list[float]] = {name: [] for name in places}
    works: dict[str, list[float]] = {name: [] for name in places}
    fills: dict[str, list[float]] = {name: [] for name in places}
    empties: list[float] = []
    for turn in range(ROUNDS + 1):
        for name, place in places.items():
            _rest(space)
            first, work = timing.wall_and_own(partial(go, space, place))
            whole = first + timing.seconds(partial(fill, space))
            empty = timing.seconds(partial(swap, room))
            if turn:  # the first round loads what is imported late
                paints[name].append(first)
                works[name].append(work)
                fills[name].append(whole)
                empties.append(empty)
    every, own, whole_ = (
        [one for found in kind.values() for one in found] for kind in (paints, works, fills)
    )
    return {
        "first paint p50 ms": timing.milliseconds(timing.percentile(every, 0.5)),
        "first paint p95 ms": timing.milliseconds(timing.percentile(every, 0.95)),
        "processor time of the window's thread p50 ms": timing.milliseconds(
            timing.percentile(own, 0.5)
        ),
        "processor time of the window's thread p95 ms": timing.milliseconds(
            timing.percentile(own, 0.95)
        ),
        "with all content p95 ms": timing.milliseconds(timing.percentile(whole_, 0.95)),
        "median by page, first paint, processor time of it, and content ms": {
            name: [
                timing.milliseconds(timing.percentile(kind[name], 0.5))
                for kind in (paints, works, fills)
            ]
            for name in places
        },
        "first paint of a form that was not built ahead ms": {
            name: timing.milliseconds(_unprepared(space, places[name]))
            for name in ("new case", "case form")
        },
        "yardstick: empty page p50 ms": timing.milliseconds(timing.percentile(empties, 0.5)),
        "yardstick: empty page p95 ms": timing.milliseconds(timing.percentile(empties, 0.95)),
    }


def _rest(space: Workspace) -> None:
    """Stay on a page as long as the window has something to do by itself."""
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

    while not space.bodies.at_rest():
        loop = QEventLoop()
        QTimer.singleShot(10, loop.quit)
        loop.exec()


def _unprepared(space: Workspace, place: Destination) -> float:
    """Return the median of going to a form in seconds, when nothing was built ahead."""
    from ui.page import ToSearch  # noqa: PLC0415

    taken = []
    for _ in range(ROUNDS):
        go(space, ToSearch())
        fill(space)
        space.bodies.drop()
        taken.append(timing.seconds(partial(go, space, place)))
        fill(space)
    return timing.percentile(taken, 0.5)


def go(space: Workspace, place: Destination) -> None:
    """Go to a page and wait until it is painted."""
    space.go(place)
    _until_painted(_shown(space))


def fill(space: Workspace) -> None:
    """Wait until what the vault says of the page is painted too."""
    _until_idle(space.office.desk)
    _until_painted(_shown(space))


def swap(room: QVBoxLayout) -> None:
    """Show an empty page in place of the one before."""
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415

    while item := room.takeAt(0):
        if old := item.widget():
            old.hide()
            old.deleteLater()
    empty = QWidget()
    room.addWidget(empty)
    _until_painted(empty)


def _shown(space: Workspace) -> QWidget:
    if space.page is None:
        raise RuntimeError("a workspace shows a page")
    return space.page


def _scrolling() -> dict[str, Any]:
    """Time painting a list of cases while it scrolls, frame by frame beside a bare list."""
    from PySide6.QtCore import QStringListModel  # noqa: PLC0415
    from PySide6.QtWidgets import QListView  # noqa: PLC0415

    from ui.widgets.rows import Row, RowList  # noqa: PLC0415

    ours = RowList("rows")
    ours.set_rows(
        [
            Row(str(at), f"来访者 {at}", code=f"B-{at:05d}", when="上次 5月12日 周二", place="网络",
                note="40 篇记录", sign=("pen-line", "mid", "待签署"))
            for at in range(ROWS)
        ]
    )  # fmt: skip
    theirs = QListView()
    model = QStringListModel([f"来访者 {at}" for at in range(ROWS)], theirs)
    theirs.setModel(model)
    theirs.setUniformItemSizes(True)
    theirs.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    for one in (ours, theirs):
        one.resize(316, 860)
        one.show()
        _until_painted(one.viewport())
    frames: list[tuple[float, float]] = [
        (_frame(ours, at), _frame(theirs, at)) for at in range(FRAMES)
    ]
    mine, bare = [one[0] for one in frames], [one[1] for one in frames]
    for one in (ours, theirs):
        one.close()
    return {
        "frames": FRAMES,
        "frame p50 ms": timing.milliseconds(timing.percentile(mine, 0.5)),
        "frame p99 ms": timing.milliseconds(timing.percentile(mine, 0.99)),
        "yardstick: bare list p50 ms": timing.milliseconds(timing.percentile(bare, 0.5)),
        "yardstick: bare list p99 ms": timing.milliseconds(timing.percentile(bare, 0.99)),
    }


def _frame(view: QListView, at: int) -> float:
    """Return how long one frame takes after scrolling on."""
    bar = view.verticalScrollBar()

    def scroll() -> None:
        bar.setValue((at * _STEP * 7) % max(1, bar.maximum()))
        view.viewport().repaint()

    return timing.seconds(scroll)
