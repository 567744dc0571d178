"""Backups in the window: made by hand and by themselves, practised, restored, never in the way."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.domain.audit import AuditKind
from app.domain.backup import BackedUp, Every, Generation
from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.complaint import Complaint, Fault
from app.domain.errors import BackupBusy, LeftInLog
from app.domain.practice import Practice
from app.domain.preferences import Preferences
from app.services import backups, case_locks, cases
from storage import backup_folder, backup_media, lineage, snapshot
from storage.keeper import FolderKeeper
from storage.meter import nobody
from tests.gui.helpers import NOW, PASSWORD, SHANGHAI, button, buttons, click, said
from ui import backup_words
from ui.backup_list import GenerationList
from ui.backup_page import BackupScreen
from ui.backup_runner import Outcome, runner, running
from ui.backup_strip import BackupStrip
from ui.messages import message
from ui.new_vault import FirstStart
from ui.page import ToBackup, ToRestore, ToToday
from ui.restore_page import DoorRestore, RestoreScreen
from ui.settings_backup import BackupSettings
from ui.shell import Shell
from ui.tasks import Desk
from ui.today import TodayScreen
from ui.unlock import DoorScreen
from ui.widgets.chip import Choices
from ui.widgets.segment import Segment

DAY = timedelta(days=1)


class Kept:
    """Preferences that are kept in memory."""

    def __init__(self, **chosen):
        self.kept = Preferences(language="zh", **chosen)

    def load(self):
        return self.kept

    def save(self, chosen):
        self.kept = chosen


@pytest.fixture
def home(house, tmp_path):
    """A house that can back up, with a case in it, and a drive beside it."""
    house.office = replace(
        house.office,
        keeper=FolderKeeper,
        preferences=Kept(vault=str(tmp_path / "vault")),
        suggested_vault=lambda: tmp_path / "Xinxia",
    )
    house.case()
    house.do(lambda vault: vault.settings.change_practice(Practice(place=SHANGHAI)))
    house.drive = tmp_path / "drive"
    yield house
    made = running(house.office)
    if made is not None:
        house.qtbot.waitUntil(lambda: not made.kind)
        made.close()


def rest(home):
    """Wait until nothing is backed up or restored, and every answer is there."""
    one = runner(home.office)
    home.qtbot.waitUntil(lambda: not one.kind, timeout=20_000)
    home.idle()


def page(home, *, chosen=True):
    screen = home.show(BackupScreen(home.office))
    home.desk.changed.connect(screen.reload)  # as the workspace does
    if chosen:
        screen.choose_folder(home.drive)
        home.qtbot.waitUntil(lambda: button(screen, "现在备份").isEnabled())
    return screen


def plan(home):
    return home.do(lambda vault: vault.settings.backup_plan())


def kinds(home):
    return [one.kind for one in home.do(lambda vault: vault.audit.entries(50))]


@pytest.mark.promise(16)
def test_a_backup_is_made_by_hand_and_its_day_is_shown(home):
    screen = page(home, chosen=False)
    assert "还没有备份过" in said(screen)
    assert not button(screen, "现在备份").isEnabled()
    first, second = button(screen, "选择备份文件夹"), button(screen, "现在备份")
    assert (first.property("kind"), second.property("kind")) == ("primary", "quiet")
    home.qtbot.waitUntil(lambda: first.x() < second.x())
    screen.choose_folder(home.drive)
    home.qtbot.waitUntil(lambda: button(screen, "现在备份").isEnabled())
    assert (first.property("kind"), second.property("kind")) == ("quiet", "primary")
    home.qtbot.waitUntil(lambda: first.x() > second.x())
    click(home, screen, "现在备份")
    rest(home)
    home.qtbot.waitUntil(
        lambda: len(buttons(screen, "恢复 2026年5月12日（周二）14:57 的备份")) == 1
    )
    words = said(screen)
    assert "上次备份并核对：2026年5月12日（周二）14:57" in words
    assert str(home.drive) in words
    assert plan(home).last == NOW
    assert kinds(home)[0] is AuditKind.BACKED_UP
    assert [one.number for one in FolderKeeper().generations(home.drive)] == [1]


def test_the_settings_say_how_backups_stand_and_lead_there(home):
    home.do(lambda vault: backups.backed_up(vault, NOW - DAY))
    card = home.show(BackupSettings(home.office))
    went = []
    card.wanted.connect(went.append)
    assert "2026年5月11日" in said(card)
    click(home, card, "备份与恢复")
    assert went == [ToBackup()]


@pytest.mark.promise(17)
def test_the_backup_of_the_day_is_made_by_itself_while_she_writes(home):
    page(home)
    strip = home.show(BackupStrip(home.office))
    one = runner(home.office)
    shown, go_on = [], threading.Event()
    one.started.connect(lambda _: shown.append(not strip.isHidden()))
    held = FolderKeeper.back_up_folder

    def slowly(keeper, *words):
        assert go_on.wait(20)
        return held(keeper, *words)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(FolderKeeper, "back_up_folder", slowly)
        one.consider()
        home.qtbot.waitUntil(lambda: "正在备份，您可以继续写。" in said(strip))
        home.case("H-018")  # the vault's thread is free
        go_on.set()
        rest(home)
    assert strip.isHidden()
    assert plan(home).last == NOW
    assert len(FolderKeeper().generations(home.drive)) == 1
    one.consider()
    rest(home)
    assert len(FolderKeeper().generations(home.drive)) == 1
    home.clock.time += DAY
    one.consider()
    home.idle()
    rest(home)
    assert len(FolderKeeper().generations(home.drive)) == 2


def test_nothing_is_made_by_itself_where_she_chose_so(home):
    screen = page(home)
    segment = screen.findChild(Segment)
    segment.choose(Every.NEVER.value)
    segment.chosen.emit(Every.NEVER.value)
    home.idle()
    assert plan(home).every is Every.NEVER
    runner(home.office).consider()
    home.idle()
    rest(home)
    assert FolderKeeper().generations(home.drive) == []


def test_a_drive_that_is_not_there_is_told_calmly_and_made_up_for(home):
    screen = page(home)
    strip = home.show(BackupStrip(home.office))
    one = runner(home.office)
    away = home.drive.rename(home.drive.with_name("away"))
    one.consider()
    home.idle()
    rest(home)
    assert strip.isHidden()
    screen._ask()
    home.qtbot.waitUntil(lambda: "现在找不到备份文件夹" in said(screen))
    assert plan(home).last is None
    away.rename(home.drive)
    one.consider()
    home.idle()
    rest(home)
    assert plan(home).last == NOW


@pytest.mark.promise(4)
def test_a_backup_that_was_not_made_by_itself_says_why_and_leads_there(home, monkeypatch):
    page(home)
    strip = home.show(BackupStrip(home.office))
    went = []
    strip.wanted.connect(went.append)
    monkeypatch.setattr(backup_folder, "SPARE", 10**15)
    runner(home.office).consider()
    home.qtbot.waitUntil(
        lambda: "今天的备份没有做成：那块盘上地方不够" in said(strip), timeout=20_000
    )
    click(home, strip, "去看")
    assert went == [ToBackup()]
    assert strip.isHidden()


def test_a_copy_asks_for_its_folder_on_the_day_and_looks_once_a_day(home, monkeypatch):
    """It asked above every page, once an hour, until a folder was chosen."""
    screen = page(home)
    click(home, screen, "现在备份")
    rest(home)
    (home.do(lambda vault: vault.folder) / lineage.NAME).unlink()  # as a restored copy is
    strip = home.show(BackupStrip(home.office))
    day = home.show(TodayScreen(home.office))
    looks = []
    real = FolderKeeper.back_up_folder
    monkeypatch.setattr(
        FolderKeeper, "back_up_folder", lambda *means: looks.append(1) or real(*means)
    )

    def consider():
        runner(home.office)._pass_by = 0
        runner(home.office).consider()
        home.idle()
        rest(home)

    home.clock.now = lambda: NOW + DAY
    for _ in range(3):
        consider()
    assert len(looks) == 1
    assert strip.isHidden()
    day.revisit(ToToday())
    home.qtbot.waitUntil(lambda: "备份文件夹要选一次" in said(day))
    assert "该做备份了" not in said(day)
    home.clock.now = lambda: NOW + 2 * DAY
    consider()
    assert len(looks) == 2
    went = []
    day.wanted.connect(went.append)
    click(home, day, "去选")
    assert went == [ToBackup()]
    screen.choose_folder(home.drive)
    home.idle()
    assert plan(home).parted is None
    consider()
    assert plan(home).last == NOW + 2 * DAY


def test_it_can_be_stopped(home, monkeypatch):
    screen = page(home)
    (home.office.suggested_vault().parent / "vault" / "media" / "1.db").write_bytes(
        os.urandom(10**6)
    )
    real = FolderKeeper.back_up_folder
    stopped = threading.Event()

    def slowly(keeper, lease, folder, now, told):
        def wait(done, total):
            stopped.wait(0.05)
            told(done, total)

        return real(keeper, lease, folder, now, wait)

    monkeypatch.setattr(FolderKeeper, "back_up_folder", slowly)
    click(home, screen, "现在备份")
    click(home, screen, "取消")
    stopped.set()
    rest(home)
    assert "已经停下，没有留下半份。" in said(screen)
    assert FolderKeeper().generations(home.drive) == []
    assert plan(home).last is None
    assert not list(home.drive.rglob("*.part"))


def test_a_restore_is_practised_and_its_day_is_shown(home):
    screen = page(home)
    click(home, screen, "现在备份")
    rest(home)
    click(home, screen, "恢复演练")
    rest(home)
    assert "演练通过" in said(screen)
    assert "上次通过：2026年5月12日（周二）14:57。" in said(screen)
    assert kinds(home)[0] is AuditKind.BACKUP_DRILLED
    path, _ = backup_folder.find(home.drive, 1)
    data = bytearray((path / "vault.db").read_bytes())
    data[5000] ^= 1
    (path / "vault.db").write_bytes(data)
    click(home, screen, "恢复演练")
    rest(home)
    assert "这份备份不完整" in said(screen)
    assert kinds(home).count(AuditKind.BACKUP_DRILLED) == 1


@pytest.mark.promise(16)
@pytest.mark.promise(26)
@pytest.mark.clause("044")
def test_a_case_that_is_locked_while_a_backup_reads_is_cleared_when_it_ends(home, monkeypatch):
    """The log cannot be emptied as long as the backup reads the file: she need not think of it."""
    screen = page(home)
    reading, go_on, copy = threading.Event(), threading.Event(), snapshot.copy_file

    def held(*means):
        reading.set()
        assert go_on.wait(30)
        return copy(*means)

    monkeypatch.setattr(snapshot, "copy_file", held)
    click(home, screen, "现在备份")
    home.qtbot.waitUntil(reading.is_set)
    case = home.do(lambda vault: vault.cases.all()[0])

    def give(vault):
        return case_locks.set_password(vault, home.clock, case.id, "山里的 灯 亮着", recovery=False)

    log = home.do(lambda vault: vault.folder) / "vault.db-wal"
    assert home.do(give) is False
    assert log.stat().st_size > 0
    assert "备份一结束就自动再清" in message(LeftInLog()).line
    go_on.set()
    rest(home)
    assert log.stat().st_size == 0
    (one,) = FolderKeeper().generations(home.drive)
    assert one.whole
    assert plan(home).last is not None


def test_one_portable_file_is_written(home, tmp_path):
    screen = page(home, chosen=False)
    screen.write_file(tmp_path / "带走.backup")
    rest(home)
    assert "便携备份写好了，核对过：带走.backup" in said(screen)
    assert (plan(home).last, plan(home).elsewhere) == (None, NOW)
    FolderKeeper().restore(tmp_path / "带走.backup", tmp_path / "r")


def test_the_folder_of_another_vault_is_refused_in_place(home, tmp_path):
    screen = page(home, chosen=False)
    (tmp_path / "theirs" / "xinxia-backup").mkdir(parents=True)
    (tmp_path / "theirs" / "xinxia-backup" / "x").write_bytes(b"x")
    screen.choose_folder(tmp_path / "theirs")
    home.idle()
    assert "这个文件夹放着另一个保险库的备份" in said(screen)
    assert plan(home).folder == ""


@pytest.mark.promise(19)
def test_the_drive_is_named_for_a_restore_as_it_was_for_the_backup(home, tmp_path):
    """Other things lie on it, so the backups lie in a folder of ours there."""
    click(home, page(home), "现在备份")
    rest(home)
    (tmp_path / "usb").mkdir()
    (tmp_path / "usb" / "photo").write_bytes(b"x")
    home.drive.rename(tmp_path / "usb" / "xinxia-backup")
    screen = home.show(RestoreScreen(home.office, ToRestore(str(tmp_path / "usb"), 1)))
    home.qtbot.waitUntil(lambda: bool(screen.panel.findChildren(Choices)))
    rest(home)
    click(home, screen, "恢复")
    rest(home)
    assert f"恢复好了：{tmp_path / 'vault-2'}" in said(screen)


@pytest.mark.promise(18)
def test_a_generation_is_restored_beside_the_open_vault(home, tmp_path):
    screen = page(home)
    click(home, screen, "现在备份")
    rest(home)
    went = []
    screen.wanted.connect(went.append)
    home.qtbot.waitUntil(lambda: bool(buttons(screen, "恢复 2026年5月12日（周二）14:57 的备份")))
    click(home, screen, "恢复 2026年5月12日（周二）14:57 的备份")
    (wanted,) = went
    assert wanted == ToRestore(str(home.drive), 1)
    before = home.do(lambda vault: len(vault.cases.all()))
    again = home.show(RestoreScreen(home.office, wanted))
    # In her own time, and not that of Greenwich.
    home.qtbot.waitUntil(
        lambda: (
            "2026年5月12日（周二）14:57"
            in [one.chip("1").text() for one in again.panel.findChildren(Choices)]
        )
    )
    switched = []
    again.switched.connect(switched.append)
    assert again.panel.place.text() == str(tmp_path / "vault-2")
    rest(home)
    click(home, again, "恢复")
    rest(home)
    assert f"恢复好了：{tmp_path / 'vault-2'}" in said(again)
    click(home, again, "打开它")
    assert switched == [tmp_path / "vault-2"]
    assert home.do(lambda vault: len(vault.cases.all())) == before
    again.panel.place.set_text(str(tmp_path / "vault"))
    click(home, again, "恢复")
    rest(home)
    assert "这个文件夹里已经有别的东西" in said(again)
    assert again.panel.place.text() == str(tmp_path / "vault")


def test_the_day_reminds_of_a_backup_that_is_too_old_and_leads_to_it(home):
    screen = home.show(TodayScreen(home.office))
    assert "该做备份了" not in said(screen)
    home.clock.time += 4 * DAY
    screen._ask()
    home.qtbot.waitUntil(lambda: "该做备份了" in said(screen))
    went = []
    screen.wanted.connect(went.append)
    click(home, screen, "去备份: 该做备份了")
    assert went == [ToBackup()]
    now = home.clock.time
    home.do(lambda vault: backups.backed_up(vault, now))
    screen._ask()
    home.qtbot.waitUntil(lambda: "该做备份了" not in said(screen))
    home.clock.time += 8 * DAY
    screen._ask()
    home.qtbot.waitUntil(lambda: "上一次核对过的备份是 8 天前。" in said(screen))


def test_a_backup_elsewhere_is_said_and_does_not_stand_in_for_the_folder(home):
    """A file on the same disk each morning is not the drive that was chosen."""
    home.do(lambda vault: backups.backed_up(vault, NOW - DAY, 1))
    home.do(lambda vault: backups.choose_folder(vault, FolderKeeper(), home.drive))
    home.do(lambda vault: backups.backed_up(vault, NOW))
    screen, card = home.show(BackupScreen(home.office)), home.show(BackupSettings(home.office))
    none_yet = "选了这个备份文件夹以后还没有备份过。放在别处的最后一份：2026年5月12日（周二）14:57"
    home.qtbot.waitUntil(lambda: none_yet in said(screen) and none_yet in said(card))
    home.clock.time += 4 * DAY
    day = home.show(TodayScreen(home.office))
    home.qtbot.waitUntil(lambda: "放在别处的备份不能代替它" in said(day))
    assert "选好备份文件夹以后还没有备份过" in said(day)
    home.do(lambda vault: backups.backed_up(vault, NOW - 5 * DAY, 1))
    day._ask()
    home.qtbot.waitUntil(lambda: "备份文件夹里最新的一份是 9 天前" in said(day))
    screen._ask()
    both = "2026年5月7日（周四）14:57（备份文件夹里）。放在别处的最后一份：2026年5月12日"
    home.qtbot.waitUntil(lambda: both in said(screen))


# A new computer: nothing but the program, a backup, and a password or the paper.


@pytest.fixture
def newcomer(qtbot, home, tmp_path):
    """A program without a vault, a backup folder, a portable file, and the vault's recovery key."""
    keeper, key = FolderKeeper(), home.door.new_recovery_key()
    made = home.door.create(tmp_path / "old", PASSWORD, key).vault
    cases.open_case(made, home.clock, "Z-9", ServiceMode.FACE_TO_FACE, Profile())
    lease = keeper.lease(made)
    folder = keeper.adopt(lease, tmp_path / "stick")
    keeper.back_up_folder(lease, folder, NOW, nobody)
    keeper.back_up_file(lease, tmp_path / "one.backup", nobody)
    made.close()
    desk = Desk()
    office = replace(home.office, desk=desk, preferences=Kept(), restart=lambda _: None)
    shell = Shell(office)
    qtbot.addWidget(shell)
    with qtbot.waitExposed(shell):
        shell.show()
    yield shell, "-".join(key), {"folder": folder, "file": tmp_path / "one.backup"}
    shell.close()


@pytest.mark.promise(19)
@pytest.mark.parametrize("way", [("folder", "password"), ("file", "recovery")])
def test_a_new_computer_gets_everything_back_from_the_first_page(home, newcomer, way, tmp_path):
    qtbot, (source, secret) = home.qtbot, way
    shell, key, sources = newcomer
    assert isinstance(shell.centralWidget(), FirstStart)
    click(home, shell, "换了新电脑：从备份恢复")
    qtbot.waitUntil(lambda: isinstance(shell.centralWidget(), DoorRestore))
    screen = shell.centralWidget()
    screen.panel.source.set_text(str(sources[source]))
    assert screen.panel.place.text() == str(tmp_path / "Xinxia")
    click(home, screen, "恢复")
    qtbot.waitUntil(lambda: bool(buttons(screen, "打开它")), timeout=20_000)
    click(home, screen, "打开它")
    door = shell.centralWidget()
    assert isinstance(door, DoorScreen)
    assert door.place == tmp_path / "Xinxia"
    if secret == "password":
        door.password.set_text(PASSWORD)
    else:
        click(home, door, "用恢复密钥打开")
        door.key.set_text(key)
    door.submit()
    qtbot.waitUntil(lambda: shell.workspace is not None, timeout=20_000)
    found = []
    shell.office.desk.do(shell, lambda vault: vault.cases.all(), found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert [one.code for one in found[0]] == ["Z-9"]


def test_the_door_leads_to_the_restore_and_back(qtbot, home, newcomer):
    shell, _, _ = newcomer
    click(home, shell, "打开或恢复")
    click(home, shell, "从备份恢复")
    assert isinstance(shell.centralWidget(), DoorRestore)
    qtbot.keyClick(shell.centralWidget(), Qt.Key.Key_Escape)
    assert isinstance(shell.centralWidget(), FirstStart)


@pytest.mark.promise(5)
def test_a_lock_waits_for_no_backup_and_leaves_no_half_one(qtbot, home, newcomer, monkeypatch):
    shell, _, sources = newcomer
    place = Path(sources["file"]).with_name("old")
    shell.office.desk.open(
        shell, lambda: home.door.open(place, PASSWORD), shell._opened, pytest.fail
    )
    qtbot.waitUntil(lambda: shell.workspace is not None and shell.workspace.page is not None)
    keeper, done = FolderKeeper(), []
    shell.office.desk.do(
        shell,
        lambda vault: backups.choose_folder(vault, keeper, sources["folder"]),
        done.append,
    )
    qtbot.waitUntil(lambda: bool(done))
    (place / "media" / "1.db").write_bytes(os.urandom(3_000_000))
    begun, real = threading.Event(), FolderKeeper.back_up_folder

    def slowly(keeper, lease, folder, now, told):
        def for_ever(done, total):
            begun.set()
            while True:
                told(done, total)
                threading.Event().wait(0.01)

        return real(keeper, lease, folder, now, for_ever)

    monkeypatch.setattr(FolderKeeper, "back_up_folder", slowly)
    runner(shell.office).back_up(quiet=True)
    qtbot.waitUntil(begun.is_set)
    shell.lock("menu")
    assert shell.workspace is None
    assert not list(sources["folder"].rglob("*.part"))
    assert [one.number for one in keeper.generations(sources["folder"])] == [1]
    home.door.open(place, PASSWORD).vault.close()


@pytest.mark.promise(44)
def test_a_lock_behind_its_name_hides_no_backup(qtbot, home, newcomer, monkeypatch):
    """The vault is gone before it can be told: the next opening writes the line."""
    shell, _, sources = newcomer
    place, keeper, begun, done = Path(sources["file"]).with_name("old"), FolderKeeper(), [], []
    shell.office.desk.open(
        shell, lambda: home.door.open(place, PASSWORD), shell._opened, pytest.fail
    )
    qtbot.waitUntil(lambda: shell.workspace is not None and shell.workspace.page is not None)
    shell.office.desk.do(
        shell,
        lambda vault: backups.choose_folder(vault, keeper, sources["folder"]),
        done.append,
    )
    qtbot.waitUntil(lambda: bool(done))

    def for_ever(_copies, meter):
        while True:
            begun.append(True)
            meter.beat()
            threading.Event().wait(0.01)

    monkeypatch.setattr(backup_media.RecordingCopies, "check_old", for_ever)
    runner(shell.office).back_up(quiet=True)
    qtbot.waitUntil(lambda: bool(begun))
    shell.lock("menu")
    newest = keeper.generations(sources["folder"])[0]
    assert (newest.number, newest.whole) == (2, True)
    again = home.door.open(place, PASSWORD).vault
    told = [one for one in again.audit.entries(20) if one.kind is AuditKind.BACKED_UP]
    assert (told[0].subject, told[0].at) == (2, newest.made_at)
    again.close()


def test_how_each_work_ended_is_said_in_words():
    one = Generation(3, NOW, 104_000_000, 2)
    made = BackedUp(one, {}, copied=1, unfinished=2, damaged=1)
    said_of = [
        backup_words.ended(outcome, "Asia/Shanghai")
        for outcome in (
            Outcome("folder", made),
            Outcome("folder", replace(made, unfinished=0)),
            Outcome("drill", (one, [Complaint(Fault.CONTENTS)])),
            Outcome("folder", refusal=BackupBusy()),
        )
    ]
    assert [kind for kind, _, _ in said_of] == ["done", "done", "blocked", "refusal"]
    assert said_of[0][2] == "还在写的录音 2 段留到下一次。备份盘上有 1 段录音坏了，下一次重新复制。"
    assert said_of[1][2] == "备份盘上有 1 段录音坏了，下一次重新复制。"
    assert said_of[2][1].startswith("演练没有通过：备份里的内容和做备份那一刻的不一样。")
    assert backup_words.about(one) == "104 MB，录音 2 段"
    assert backup_words.about(replace(one, whole=False)) == "不完整，不能用来恢复"
    assert backup_words.size(5_300_000_000) == "5.3 GB"


def test_all_generations_are_shown_when_asked_for(home):
    shown = home.show(GenerationList())
    shown.show_generations([Generation(n, NOW + n * DAY, 1) for n in range(9, 0, -1)], "")
    home.qtbot.waitUntil(lambda: len(buttons(shown, "恢复这一份")) == 5)
    click(home, shown, "还有 4 份")
    home.qtbot.waitUntil(lambda: len(buttons(shown, "恢复这一份")) == 9)
