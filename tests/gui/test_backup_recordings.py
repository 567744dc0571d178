"""Backups in the window of a vault whose recordings are gone or damaged: said, and kept said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from app.domain.differs import Differs
from app.domain.errors import BackupStopped
from app.services import vaults
from storage.keeper import FolderKeeper
from storage.meter import nobody
from tests.gui.helpers import PASSWORD, button, buttons, click, said
from tests.gui.test_backup import home, page, plan, rest
from tests.gui.test_recording_damage import NAMED, flip, recording
from ui import backup_words, recording_words
from ui.backup_runner import Outcome
from ui.health_page import HealthScreen
from ui.page import ToRestore
from ui.restore_page import RestoreScreen
from ui.settings_health import HealthState
from ui.today import TodayScreen
from ui.widgets.banner import Banner
from ui.widgets.chip import Choices

__all__ = ["home"]
KEEPER = FolderKeeper()
pytestmark = pytest.mark.promise(11)
GOOD = f"备份里留着完好的，恢复到新文件夹就能拿回来。录音编号：{NAMED}。"
LOST = "这份备份里也没有完好的。请留着别的备份，那里可能有。录音编号：1。"  # of another vault
BAD = f"这份备份里也没有完好的。请留着别的备份，那里可能有。录音编号：{NAMED}。"


@pytest.mark.promise(16)
def test_the_page_says_it_until_a_backup_finds_it_whole_again(home):
    path = recording(home)
    good = path.read_bytes()
    screen = page(home)
    click(home, screen, "现在备份")
    rest(home)
    assert "录音编号" not in said(screen)
    path.unlink()
    click(home, screen, "现在备份")
    rest(home)
    home.qtbot.waitUntil(lambda: said(screen).count(GOOD) == 1)
    assert "备份好了，但有录音不完整，编号写在下面。" in said(screen)
    again = page(home, chosen=False)
    home.qtbot.waitUntil(lambda: said(again).count(GOOD) == 1)
    path.write_bytes(good)
    home.qtbot.waitUntil(lambda: button(again, "现在备份").isEnabled())
    click(home, again, "现在备份")
    rest(home)
    home.qtbot.waitUntil(lambda: "录音编号" not in said(again))
    assert plan(home).differs == ()


@pytest.mark.promise(16)
def test_a_quiet_backup_leaves_it_on_the_page(home):
    recording(home).unlink()
    screen = page(home)
    screen._runner.back_up(quiet=True)
    rest(home)
    home.qtbot.waitUntil(lambda: said(screen).count(BAD) == 1)


@pytest.mark.promise(18)
@pytest.mark.parametrize("way", ["folder", "file"])
def test_a_restore_is_not_called_whole_without_it(home, tmp_path, way):
    flip(recording(home))
    screen = page(home)
    if way == "folder":
        click(home, screen, "现在备份")
    else:
        screen.write_file(tmp_path / "one.backup")
    rest(home)
    assert "但有录音不完整" in said(screen)
    source = home.drive if way == "folder" else tmp_path / "one.backup"
    again = home.show(RestoreScreen(home.office, ToRestore(str(source))))
    click(home, again, "恢复")
    home.qtbot.waitUntil(lambda: bool(buttons(again, "打开它")), timeout=20_000)
    words = said(again)
    assert "恢复好了，但有录音不完整：" in words
    assert LOST in words
    assert "每个字节都核对过" not in words
    rest(home)


@pytest.mark.promise(18)
@pytest.mark.promise(19)
@pytest.mark.parametrize("way", ["gone", "flip"])
def test_a_copy_that_is_damaged_on_the_backup_disk_keeps_nothing_back(home, way):
    recording(home)
    screen = page(home)
    click(home, screen, "现在备份")
    rest(home)
    (copy,) = (home.drive / "recordings").glob("*.db")
    if way == "gone":
        copy.unlink()
    else:
        flip(copy)
    again = home.show(RestoreScreen(home.office, ToRestore(str(home.drive))))
    home.qtbot.waitUntil(lambda: "恢复哪一份" in said(again), timeout=20_000)
    names = [one.accessibleName() for one in again.findChild(Choices).findChildren(QWidget)]
    assert any("，有录音不完整" in one for one in names) == (way == "gone")
    click(home, again, "恢复")
    home.qtbot.waitUntil(lambda: bool(buttons(again, "打开它")), timeout=20_000)
    words = said(again)
    assert "恢复好了，但有录音不完整：" in words
    assert LOST in words
    (banner,) = again.findChildren(Banner)
    assert banner.property("card") == "mid"
    rest(home)
    screen = page(home, chosen=False)
    home.qtbot.waitUntil(lambda: ("，有的不完整" in said(screen)) == (way == "gone"))
    home.qtbot.waitUntil(lambda: button(screen, "恢复演练").isEnabled())
    click(home, screen, "恢复演练")
    rest(home)
    assert "的备份能恢复，但有录音不完整。" in said(screen)
    assert plan(home).drilled is None


def test_files_without_a_number_are_counted():
    said = "".join(recording_words.differing((Differs(0), Differs(3), Differs(0, gone=True))))
    assert LOST.replace("1。", "3。") in said
    assert said.endswith("有 2 个没有编号的录音文件坏了或不见了，请留着别的备份。")


def test_a_practice_says_which_recording_is_not_in_the_backup(home):
    recording(home).unlink()
    screen = page(home)
    click(home, screen, "现在备份")
    rest(home)
    click(home, screen, "恢复演练")
    rest(home)
    words = said(screen)
    assert "的备份能恢复，但有录音不完整。" in words
    assert f"有录音的文件不见了。录音编号：{NAMED}。" in words
    assert plan(home).drilled is None


def test_a_whole_portable_backup_is_said_to_be_so(tmp_path):
    whole = backup_words.ended(Outcome("file", (tmp_path / "a.backup", ())), "")
    assert whole[:2] == ("done", "便携备份写好了，核对过：a.backup")


@pytest.mark.promise(16)
@pytest.mark.parametrize("way", ["gone", "flip"])
def test_a_good_copy_that_is_seen_to_be_gone_is_not_promised(home, way):
    path = recording(home)
    screen = page(home)
    click(home, screen, "现在备份")
    rest(home)
    path.unlink()
    click(home, screen, "现在备份")
    rest(home)
    home.qtbot.waitUntil(lambda: said(screen).count(GOOD) == 1)
    (copy,) = (home.drive / "recordings").glob("*.db")
    if way == "gone":
        copy.unlink()
        seen = page(home, chosen=False)  # the list alone sees it
        home.qtbot.waitUntil(lambda: BAD in said(seen))
        assert GOOD not in said(seen)
        seen.hide()
    else:
        flip(copy)
    home.qtbot.waitUntil(lambda: button(screen, "恢复演练").isEnabled())
    click(home, screen, "恢复演练")
    rest(home)
    home.qtbot.waitUntil(lambda: BAD in said(screen))
    assert GOOD not in said(screen)
    assert plan(home).differs == (Differs(1, gone=True),)


@pytest.mark.parametrize("name", ["恢复演练", "便携备份"])
def test_what_began_far_below_is_seen_to_run_and_to_end(home, tmp_path, name):
    screen = page(home)
    screen.setFixedSize(1000, 420)
    click(home, screen, "现在备份")
    rest(home)
    area = screen.findChild(QScrollArea)
    bar = area.verticalScrollBar()
    home.qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(bar.maximum())
    begun = []
    screen._runner.started.connect(lambda _: begun.append(screen._progress))
    if name == "便携备份":
        screen.write_file(tmp_path / "one.backup")
    else:
        click(home, screen, name)
    assert begun
    rest(home)
    (banner,) = screen.findChildren(Banner)
    home.qtbot.waitUntil(lambda: area.viewport().rect().contains(place(area, banner)))


def test_progress_is_brought_into_sight_but_a_quiet_backup_moves_nothing(home):
    screen = page(home)
    screen.setFixedSize(1000, 420)
    bar = screen.findChild(QScrollArea).verticalScrollBar()
    home.idle()
    home.qtbot.waitUntil(lambda: bar.maximum() > 200)
    at_end(home, bar)
    screen._runner._begin("drill", quiet=True)
    home.idle()
    assert bar.value() == bar.maximum()
    screen._runner._begin("drill")
    area = screen.findChild(QScrollArea)
    home.qtbot.waitUntil(lambda: area.viewport().rect().contains(place(area, screen._progress)))
    screen._runner._end(Outcome("drill", refusal=BackupStopped(), quiet=True))


def at_end(home, bar):
    """Scroll to the end of a page, once what is still laid out no longer moves its end."""
    ends = []

    def settled():
        ends.append(bar.maximum())
        bar.setValue(bar.maximum())
        return len(ends) > 2 and len(set(ends[-3:])) == 1

    home.qtbot.waitUntil(settled)


def place(area, part):
    """Return where a part lies in what is seen of a page."""
    return QRect(part.mapTo(area.viewport(), QPoint()), part.size())


def test_what_a_restore_named_stands_on_every_page_of_the_restored_vault(home):
    path = recording(home)
    place = home.do(lambda vault: vault.folder)
    click(home, page(home), "现在备份")
    rest(home)
    (copy,) = (home.drive / "recordings").glob("*.db")
    flip(copy)
    restored = place.with_name("restored")
    assert KEEPER.restore_from(home.drive, restored, nobody) == (Differs(1),)
    home.desk.close(lambda vault: vault.close())
    opened = []
    home.desk.open(
        home.desk,
        lambda: vaults.unlock(home.door, home.clock, restored, PASSWORD),
        opened.append,
        opened.append,
    )
    home.qtbot.waitUntil(lambda: bool(opened))
    assert path.stat().st_size == (restored / "media" / path.name).stat().st_size
    words = said(home.show(HealthScreen(home.office)))
    assert "有录音不完整。" in words
    assert "恢复或救出时就有录音不完整（" in words
    assert "还没有做过" not in words
    part = home.show(HealthState(home.office))
    assert "恢复或救出时就有录音不完整。" in said(part)
    assert "有录音不完整" in said(home.show(TodayScreen(home.office)))
    backups = page(home, chosen=False)
    home.qtbot.waitUntil(lambda: BAD in said(backups))
