"""A program of its own: the whole story told with marked words, then a fault in every layer.

    python -m tests.journeys.canary_driver FOLDER

Nothing may be found anywhere afterwards but in the file that she asked for without a password;
the test that starts this looks.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app import bootstrap, diagnostics
from tests.journeys.person import patiently
from tests.journeys.story import Story, Words
from ui import translation
from ui.theme.style import apply

MARK = "ZEBRA斑马7391"


def marked() -> Words:
    """Return words that all carry the mark."""
    return Words(
        code=f"{MARK}号",
        name=MARK,
        aliases=f"{MARK}儿、斑马7391",
        contact=f"{MARK}妹",
        person=f"{MARK}妈",
        employer=f"{MARK}工坊",
        complaint=f"{MARK}说：「每次和我妈打完电话，整晚睡不着。」她母亲{MARK}妈住在绍兴。",
        topics=f"睡眠；{MARK}；deadline 的压力",
        state=f"说到{MARK}工坊时停顿很久。",
        amendment=f"更正：{MARK}的电话是每周三次。",
        draft=f"{MARK}今天说 😀䶮𬱖ㄅ\u202e{MARK}\u202c还没写完 ",
        folder=f"给督导的{MARK}",
        secret=(MARK, "斑马7391"),
        marks=(MARK,),
    )


def main(folder: Path) -> int:
    """Tell the story and break things; everything as the program itself begins."""
    diagnostics.keep_private()
    diagnostics.guard()
    diagnostics.start_log(bootstrap.log_folder())
    application = QApplication(sys.argv[:1])
    application.setApplicationName("xinxia")
    translation.install(application, "zh")
    apply(application, "light", language="zh")
    story = Story(patiently, folder, marked())
    story.tell()
    _break_things(story)
    story.end()
    return 0


class _Dying:
    """An object whose end goes wrong."""

    def __del__(self) -> None:
        raise ValueError(MARK)


def _break_things(story: Story) -> None:
    """Let something go wrong in a slot, on the vault's thread, in SQL, in a thread, in an end."""
    shell = story.program.shell
    if shell is None:
        raise RuntimeError("the window is gone")
    desk = shell.office.desk
    QTimer.singleShot(0, shell, _slot)
    desk.do(shell, _on_the_vault_thread)
    desk.do(shell, lambda vault: vault.connection.execute(f"SELECT '{MARK}' FROM nowhere"))
    patiently(lambda: not desk.waiting)
    thread = threading.Thread(target=_slot, name=MARK)
    thread.start()
    thread.join()
    _Dying()


def _slot() -> NoReturn:
    raise ValueError(MARK)


def _on_the_vault_thread(vault: object) -> NoReturn:
    try:
        _slot()
    except ValueError as error:
        raise RuntimeError(f"{MARK} in {vault}") from error


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
