"""Everything is exported from the window: under a strong password, named where it lacks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.audit import AuditKind
from app.services import case_locks
from reports.readable import HtmlPages
from storage import aes_zip
from storage.archivist import FolderArchivist
from storage.keeper import FolderKeeper
from tests.gui.helpers import button, click, said
from ui.backup_page import BackupScreen
from ui.backup_runner import runner, running
from ui.page import ToReadable
from ui.readable_page import ReadableScreen

SECRET = "tr4nsparent-mulberry-kite-9-lantern"


@pytest.fixture
def home(house):
    """A house that can export, with a case in it and one that is shut."""
    door, clock = house.door, house.clock
    archivist = FolderArchivist(door, clock, lambda lang, zone: HtmlPages(lang, zone, {}))
    house.office = replace(house.office, keeper=FolderKeeper, archivist=lambda: archivist)
    house.note(house.case(), "谈到雨夜。", signed=True)
    yield house
    made = running(house.office)
    if made is not None:
        house.qtbot.waitUntil(lambda: not made.kind)
        made.close()


def ended(home):
    """Wait until nothing is exported, and every answer is there."""
    one = runner(home.office)
    home.qtbot.waitUntil(lambda: not one.kind)
    home.idle()


def test_everything_is_exported_under_a_password_that_she_can_copy_down(home, tmp_path):
    screen, target = home.show(ReadableScreen(home.office)), tmp_path / "drive" / "out.zip"
    target.parent.mkdir()
    click(home, screen, "替我想一个")
    made = screen.first.text()
    assert (screen.second.text(), screen.first.eye.isChecked()) == (made, True)
    click(home, screen, "导出")
    screen.place.path.set_text(str(target))
    click(home, screen, "存为文件")
    ended(home)
    words = said(screen)
    assert "导出好了，1 个个案，从头核对过。" in words
    assert "out.zip" in words
    assert screen.first.text() == ""  # nobody who comes by finds it
    with target.open("rb") as source:
        page = aes_zip.Reader(source, made).read("cases/000001.html", 10**6).decode()
    assert "谈到雨夜。" in page
    assert "签署完好" in page
    kinds = [one.kind for one in home.do(lambda vault: vault.audit.entries(2))]
    assert kinds == [AuditKind.READABLE_HOLDS, AuditKind.READABLE_EXPORTED]


@pytest.mark.clause("044", "050")
def test_a_weak_password_exports_nothing_and_a_shut_case_is_named(home, tmp_path):
    case = home.case("L-02")
    home.note(case, "锁着的话。")

    def shut(vault):
        case_locks.set_password(vault, home.clock, case.id, "另一个 lantern 密码", recovery=False)
        case_locks.shut(vault, home.clock, case.id)

    home.do(shut)
    screen, target = home.show(ReadableScreen(home.office)), tmp_path / "out.zip"
    assert "没有打开，不会在里面" in said(screen)
    for word in ("short", "只有中文的密码也不行哦真的", "horse battery"):
        screen.first.set_text(word)
        screen.second.set_text(word)
        screen.write(target)
        assert screen.first.error(), word
    screen.first.set_text(SECRET)
    screen.second.set_text(f"{SECRET}?")
    click(home, screen, "导出")
    assert "两遍写得不一样。" in said(screen)
    assert not runner(home.office).kind
    screen.second.set_text(SECRET)
    screen.write(target)
    runner(home.office).stop()
    ended(home)
    assert "已经停下" in said(screen)
    assert not list(tmp_path.glob("*.zip"))
    assert not list(tmp_path.glob(".*"))
    assert screen.first.text() == SECRET  # what was typed stays: it was not she who failed


def test_the_page_of_backups_leads_there(home):
    screen, went = home.show(BackupScreen(home.office)), []
    screen.wanted.connect(went.append)
    click(home, screen, "导出全部记录")
    assert went == [ToReadable()]
    assert button(screen, "导出全部记录").isEnabled()
