"""A recording that is gone or damaged, in the window: named wherever it matters, and kept named."""

from __future__ import annotations

import pytest

from app.domain.complaint import Complaint, Fault
from app.domain.recording import NewRecording, RecordingKind
from app.services import case_locks, health, recording_names
from storage import recording_check
from storage.keeper import FolderKeeper
from tests.gui.helpers import NOW, PASSWORD, click, said
from tests.gui.test_damage import banners, clinic, reopen
from ui.check_run import CheckRun
from ui.health_page import HealthScreen
from ui.page import ToHealth
from ui.salvage_page import SalvageScreen
from ui.settings_health import HealthState
from ui.today import TodayScreen
from ui.vault_notice import VaultNotice

__all__ = ["clinic"]
OWN = "its own password 7391 of a case"
NAMED = "1（R-1，2026年5月12日 14:57）"
pytestmark = pytest.mark.promise(11)


def recording(house):
    """Store a recording in a case of its own; return its file."""
    case = house.case("R-1")

    def work(vault):
        writer = vault.recordings.begin(NOW)
        writer.write(bytes(range(256)) * 1000)
        writer.finish()
        new = NewRecording(case.id, RecordingKind.AUDIO, "audio/wav", NOW)
        vault.recordings.keep(writer, new, NOW)
        return vault.folder / "media" / next(iter(vault.recordings.files()))

    return house.do(work)


def flip(path):
    data = bytearray(path.read_bytes())
    data[90_000] ^= 1
    path.write_bytes(data)


@pytest.mark.promise(10)
@pytest.mark.parametrize("how", ["gone", "flip"])
def test_a_check_by_hand_names_it_and_the_vault_stays_in_use(clinic, how):
    path = recording(clinic)
    screen = clinic.show(HealthScreen(clinic.office))
    with clinic.qtbot.waitSignal(screen.checked, timeout=20_000):
        click(clinic, screen, "现在检查")
    clinic.idle()
    assert "每一页、留痕、签名和录音都对得上。" in said(screen)
    if how == "flip":
        flip(path)
    else:
        path.unlink()
    with clinic.qtbot.waitSignal(screen.checked, timeout=20_000):
        click(clinic, screen, "现在检查")
    clinic.idle()
    assert banners(screen) == ["有录音不完整。"]
    words = {"flip": "有录音读不全，或和存入时不一样", "gone": "有录音的文件不见了"}
    assert words[how] in said(screen)
    assert f"录音编号：{NAMED}。" in said(screen)
    assert not clinic.do(lambda vault: vault.condition()).read_only


def test_a_check_is_seen_to_read_recordings_and_is_stopped_in_the_middle(clinic, monkeypatch):
    recording(clinic)
    run = CheckRun(clinic.office, FolderKeeper())
    told, ended = [], []
    run.reading.connect(told.append)
    run.ended.connect(ended.append)
    run.start()
    clinic.qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    assert told[-1] == 1000
    looked = recording_check.RecordingCheck._look
    stopped = CheckRun(clinic.office, FolderKeeper())
    stopped.ended.connect(ended.append)

    def cancelled(check, *means):
        stopped.cancel()
        return looked(check, *means)

    monkeypatch.setattr(recording_check.RecordingCheck, "_look", cancelled)
    stopped.start()
    clinic.qtbot.waitUntil(lambda: stopped._whole is not None)
    clinic.qtbot.waitUntil(stopped._whole.recordings.stopped, timeout=20_000)
    clinic.idle()
    assert len(ended) == 1


def test_an_opening_says_above_every_page_that_one_is_gone(clinic):
    path = recording(clinic)
    reopen(clinic, path.unlink)
    notice = clinic.show(VaultNotice(clinic.office))
    gone = f"有录音的文件不见了。录音编号：{NAMED}。"
    clinic.qtbot.waitUntil(lambda: banners(notice) == [gone])
    assert "请留着所有的备份" in said(notice)
    wanted = []
    notice.wanted.connect(wanted.append)
    click(clinic, notice, "健康检查")
    assert wanted == [ToHealth()]
    notice.rest()
    found = clinic.do(lambda vault: health.finish(vault, FolderKeeper(), clinic.clock, []))
    assert found == []


@pytest.mark.promise(26)
def test_a_recording_of_a_case_that_is_shut_has_its_number_alone(clinic):
    path = recording(clinic)
    (case,) = clinic.do(lambda vault: vault.cases.all())
    clinic.do(
        lambda vault: case_locks.set_password(vault, clinic.clock, case.id, OWN, recovery=False)
    )
    assert clinic.do(lambda vault: recording_names.named(vault, [1, 99])).keys() == {1}
    reopen(clinic, path.unlink)
    notice = clinic.show(VaultNotice(clinic.office))
    clinic.qtbot.waitUntil(lambda: banners(notice) == ["有录音的文件不见了。录音编号：1。"])
    assert "R-1" not in said(notice)
    assert clinic.do(lambda vault: recording_names.named(vault, [1])) == {}
    notice.rest()


def test_a_salvage_does_not_say_that_nothing_is_missing(clinic, tmp_path):
    path = recording(clinic)
    reopen(clinic, path.unlink)
    screen = clinic.show(SalvageScreen(clinic.office))
    screen.folder.set_text(str(tmp_path / "saved"))
    with clinic.qtbot.waitSignal(screen.saved, timeout=20_000):
        click(clinic, screen, "开始救出")
    clinic.idle()
    words = said(screen)
    assert "没有缺少任何内容" not in words
    assert "有录音的文件不见了。录音编号：1。" in words
    clinic.door.open(tmp_path / "saved", PASSWORD).vault.close()


def full_check(house):
    """Make a full check, and leave its page."""
    screen = house.show(HealthScreen(house.office))
    with house.qtbot.waitSignal(screen.checked, timeout=20_000):
        click(house, screen, "现在检查")
    house.idle()
    screen.leave()


def test_what_a_check_found_is_not_forgotten_when_its_page_is_left_and_the_vault_locked(clinic):
    path = recording(clinic)
    good = path.read_bytes()
    full_check(clinic)
    flip(path)
    full_check(clinic)
    reopen(clinic)
    screen = clinic.show(HealthScreen(clinic.office))
    clinic.qtbot.waitUntil(lambda: banners(screen) == ["有录音不完整。"])
    assert f"录音编号：{NAMED}。" in said(screen)
    assert "，有对不上的。" in said(screen)
    part = clinic.show(HealthState(clinic.office))
    clinic.qtbot.waitUntil(lambda: "上次健康检查发现有录音不完整。" in said(part))
    day = clinic.show(TodayScreen(clinic.office))
    clinic.qtbot.waitUntil(lambda: "有录音不完整" in said(day))
    wanted = []
    day.wanted.connect(wanted.append)
    click(clinic, day, "去看: 有录音不完整")
    assert wanted == [ToHealth()]
    path.write_bytes(good)
    full_check(clinic)
    assert clinic.do(health.known) == ()
    part.hide()
    part.show()
    clinic.qtbot.waitUntil(lambda: not said(part))
    again = clinic.show(HealthScreen(clinic.office))
    clinic.idle()
    assert banners(again) == []
    assert "，有对不上的。" not in said(again)


def test_a_recording_that_was_erased_is_not_missed_any_more(clinic):
    flip(recording(clinic))
    full_check(clinic)
    assert len(clinic.do(health.known)) == 1
    clinic.do(lambda vault: vault.recordings.erase(1))
    assert clinic.do(health.known) == ()


def test_signatures_are_remembered_too_until_the_case_is_gone(clinic):
    case = clinic.case("S-1")
    found = [Complaint(Fault.SIGNATURE, case.id), Complaint(Fault.SIGNATURE, 99)]
    clinic.do(lambda vault: health.finish(vault, FolderKeeper(), clinic.clock, found))
    assert clinic.do(health.known) == (found[0],)
    day, part = clinic.show(TodayScreen(clinic.office)), clinic.show(HealthState(clinic.office))
    clinic.qtbot.waitUntil(lambda: "保险库有几处对不上" in said(day))
    clinic.qtbot.waitUntil(lambda: "上次健康检查发现有几处对不上。" in said(part))
