"""What is lent to another thread is let go on the window's thread, whoever held it last."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject

from app.domain.errors import DiskFailed
from app.services.changes import Noun
from storage.keeper import FolderKeeper
from ui import lent
from ui.aside import Aside
from ui.backup_runner import BackupRunner

HERE = threading.main_thread()


class Part(QObject):
    """A part of the window that says on which thread it died."""

    def __init__(self, died):
        super().__init__()
        self._died = died

    def __del__(self):
        self._died.append(threading.current_thread())

    def shown(self, *_):
        """Take an answer."""

    def read(self, *_):
        """Be what the work needs of the window."""
        return "read"

    def close(self, vault):
        """Be what the last work needs of the window."""
        vault.close()

    def wait_for(self, event):
        """Work until something has happened."""
        event.wait(30)

    def fail(self, *_):
        """Fail, with this part in the trace."""
        raise DiskFailed


@pytest.fixture
def lingering(house, monkeypatch):
    """Have every other thread linger behind its answer, with all that it still holds."""
    go_on = threading.Event()

    def after(honest, future, outcome):
        honest(future, outcome)
        if threading.current_thread() is not HERE:
            go_on.wait(30)

    for name in ("set_result", "set_exception"):
        honest = getattr(Future, name)
        monkeypatch.setattr(Future, name, lambda *given, honest=honest: after(honest, *given))
    yield go_on
    go_on.set()


def ask_as_owner(house, part):
    house.desk.do(part, lambda _: None)
    return idle(house)


def ask_to_be_shown(house, part):
    house.desk.do(house.desk, lambda _: None, part.shown)
    return idle(house)


def ask_to_be_refused(house, part):
    def work(_):
        raise DiskFailed

    house.desk.do(house.desk, work, None, part.shown)
    return idle(house)


def work_with_it(house, part):
    house.desk.do(house.desk, part.read)
    return idle(house)


def work_outside_with_it(house, part):
    house.desk.outside(house.desk, part.read)
    return idle(house)


def fail_with_it(house, part):
    house.desk.do(house.desk, part.fail, None, lambda _: None)
    return idle(house)


def give_it_back(house, part):
    house.desk.outside(house.desk, lambda: part)
    return idle(house)


def close_with_it(house, part):
    house.desk.close(part.close)
    return lambda: True


def work_aside_with_it(house, part):
    said = []
    aside = Aside(house.desk)
    aside.done.connect(said.append)
    aside.run(part.read)
    return lambda: bool(said)


def fail_aside_with_it(house, part):
    said = []
    aside = Aside(house.desk)
    aside.refused.connect(lambda refusal: said.append(type(refusal)))
    aside.run(part.fail)
    return lambda: bool(said)


def look_for_it_into_a_folder(house, part):
    said = []
    runner = BackupRunner(replace(house.office, keeper=FolderKeeper))
    runner.look_into(part, house.office.suggested_vault().parent, lambda _: said.append("list"))
    return lambda: bool(said)


def idle(house):
    return lambda: not house.desk.waiting


@pytest.mark.parametrize(
    "lend",
    [
        ask_as_owner,
        ask_to_be_shown,
        ask_to_be_refused,
        work_with_it,
        work_outside_with_it,
        fail_with_it,
        give_it_back,
        close_with_it,
        work_aside_with_it,
        fail_aside_with_it,
        look_for_it_into_a_folder,
    ],
)
def test_a_part_that_only_the_work_holds_dies_on_the_windows_thread(house, lingering, lend):
    died = []
    settled = lend(house, Part(died))
    house.qtbot.waitUntil(settled)
    lingering.set()
    house.qtbot.waitUntil(lambda: bool(died))
    assert died == [HERE]


def test_an_aside_that_goes_while_it_works_is_told_nothing_more(house, monkeypatch):
    died, begun, go_on, ended = [], threading.Event(), threading.Event(), threading.Event()

    class Mine(Aside):
        def __del__(self):
            died.append(threading.current_thread())

    def work(told):
        begun.set()
        go_on.wait(30)
        told(1, 2)
        ended.set()

    aside = Mine()
    aside.run(work)
    house.qtbot.waitUntil(begun.is_set)
    shiboken6.delete(aside)
    del aside
    go_on.set()
    house.qtbot.waitUntil(lambda: bool(died))
    assert ended.is_set()
    assert died == [HERE]


def test_what_was_cancelled_is_dropped_without_an_answer(qtbot):
    died, answers, go_on = [], [], threading.Event()
    thread = ThreadPoolExecutor(max_workers=1)
    owner = QObject()
    lent.lend(thread, owner, lambda _: go_on.wait(30), answers.append)
    lent.lend(thread, owner, Part(died).read, answers.append)
    thread.shutdown(wait=False, cancel_futures=True)
    qtbot.waitUntil(lambda: bool(died))
    assert not answers
    go_on.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert died == [HERE]


def test_a_last_work_that_was_waited_for_in_vain_is_kept(qtbot):
    died, go_on = [], threading.Event()
    with ThreadPoolExecutor(max_workers=1) as thread:
        wait = lent.lend_last(thread, partial(Part(died).wait_for, go_on))
        assert not wait(0)
        assert not died
        go_on.set()
        assert wait(None)
        assert died == [HERE]
        assert wait(None)


def test_what_a_last_work_raised_is_raised_here(qtbot):
    with ThreadPoolExecutor(max_workers=1) as thread:
        wait = lent.lend_last(thread, Part([]).fail)
        with pytest.raises(DiskFailed):
            wait(None)


def test_a_change_is_told_to_nobody_once_the_last_work_is_lent(house):
    told = []
    house.desk.changed.connect(told.append)
    house.desk.do(house.desk, lambda _: None, changes=(Noun.PRACTICE,))
    house.qtbot.waitUntil(lambda: len(told) == 1)
    house.desk.do(house.desk, lambda _: None, changes=(Noun.PRACTICE,))
    house.desk.close(lambda vault: vault.close())
    house.qtbot.waitUntil(lambda: not house.desk.waiting)
    assert len(told) == 1
