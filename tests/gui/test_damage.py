"""A damaged vault in the window: it is said, it can be read, nothing is written, it is salvaged."""

from __future__ import annotations

import shutil
import threading
import time
from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.appointment import Booking
from app.domain.audit import AuditKind
from app.domain.complaint import Complaint, Fault
from app.domain.errors import (
    HeaderDamaged,
    SchemaForeign,
    VaultDamaged,
    VaultReadOnly,
    WrongPassword,
)
from app.domain.preferences import Preferences
from app.ports import Space
from app.services import appointments, vaults
from storage import btree, header
from storage.keeper import FolderKeeper
from storage.pages import Pages
from tests.gui.helpers import FULL, PASSWORD, House, button, click, said
from tests.small_disk import fill_up, mounted
from tests.vault.test_opening import contents
from ui import translation
from ui.calendar_page import CalendarScreen
from ui.cases import CasesScreen
from ui.check_run import CheckRun
from ui.health_page import HealthScreen
from ui.messages import message
from ui.office import Office
from ui.page import ToHealth, ToSalvage
from ui.salvage_page import SalvageScreen
from ui.shell import Shell
from ui.today import TodayScreen
from ui.vault_notice import VaultNotice
from ui.widgets.banner import Banner

PAGE = 4096


class Choices:
    """Choices that are kept nowhere."""

    def __init__(self, vault):
        self.kept = Preferences(language="zh", vault=str(vault))

    def load(self):
        return self.kept

    def save(self, preferences):
        self.kept = preferences


@pytest.fixture
def clinic(qtbot, qapp, tmp_path, made_vault):
    """A house with a keeper and choices, whose vault can be closed and opened again."""
    translation.install(qapp, "zh")
    made = House(qtbot, tmp_path / "vault", made_vault)
    made.place = tmp_path / "vault"
    made.office = Office(
        made.desk,
        lambda: made.door,
        lambda: made.tools,
        Choices(made.place),
        lambda: made.place,
        lambda _: None,
        keeper=FolderKeeper,
    )
    yield made
    with suppress(RuntimeError):  # a shell that was closed has ended the desk
        made.end()


def reopen(clinic, spoil=lambda: None):
    """Close the vault, do something to it, open it again."""
    clinic.desk.close(lambda vault: vaults.lock(vault, clinic.clock, None))
    spoil()
    opened = []
    clinic.desk.open(
        clinic.desk,
        lambda: vaults.unlock(clinic.door, clinic.clock, clinic.place, PASSWORD),
        opened.append,
        opened.append,
    )
    clinic.qtbot.waitUntil(lambda: bool(opened))
    return opened[0]


def flip(place, *pages):
    """Flip a bit in pages; 1 is the first."""
    data = bytearray((place / "vault.db").read_bytes())
    for page in pages:
        data[(page - 1) * PAGE + 2000] ^= 1
    (place / "vault.db").write_bytes(data)


def roots(clinic):
    return clinic.do(
        lambda vault: dict(
            vault.connection.execute(
                "SELECT name, rootpage FROM sqlite_schema WHERE rootpage"
            ).fetchall()
        )
    )


def last_page_of(clinic, note_id):
    """Return the page where a long note ends, which holds nothing else."""
    clinic.do(lambda vault: vault.forget_deleted())
    raw_key, root = clinic.do(lambda vault: vault.raw_key()), roots(clinic)["notes"]
    pages = Pages(clinic.place / "vault.db", raw_key)
    fetched = []

    def fetch(number):
        fetched.append(number)
        return pages.get(number)

    for number in btree.children(pages.get(root), root) or [root]:
        for cell in btree.cells(pages.get(number), number, fetch):
            if cell.rowid == note_id:
                return fetched[-1]
    raise AssertionError(note_id)


def spoken(page):
    """Return the names of everything that is seen."""
    return [one.accessibleName() for one in page.findChildren(QWidget) if one.isVisible()]


def lines(page):
    """Return what the list of cases says of each, as it is read aloud."""
    model = page.list.rows.model()
    said_aloud = Qt.ItemDataRole.AccessibleTextRole
    each = range(model.rowCount())
    return "\n".join(model.data(model.index(one, 0), said_aloud) for one in each)


def banners(within):
    return [one.accessibleName() for one in within.findChildren(Banner) if one.isVisible()]


@pytest.fixture
def hurt(clinic):
    """A vault with a long and a short note; the page that ends the long one is bad."""
    case = clinic.case("H-017", FULL)
    long = clinic.note(case, "很长的一篇。" * 3000, signed=True)
    short = clinic.note(case, "谈到睡眠。", signed=True)
    bad = roots(clinic)["appointments"], last_page_of(clinic, long.id)
    reopen(clinic, lambda: flip(clinic.place, *bad))
    clinic.hurt_notes = long, short
    return case


# Promise 12: three troubles are three sentences.


@pytest.mark.promise(12)
def test_each_trouble_has_its_own_sentence():
    troubles = (WrongPassword(), HeaderDamaged(), VaultDamaged(), VaultReadOnly(), SchemaForeign())
    whats = [message(one).what for one in troubles]
    assert len(set(whats)) == len(troubles)
    assert "密码" in whats[0]
    assert "钥匙文件" in whats[1]
    assert "密码是对的" in whats[2]


@pytest.mark.promise(12)
@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda place: None, "密码不对"),
        (
            lambda place: [(place / one).write_bytes(b"x") for one in (header.NAME, header.COPY)],
            "钥匙文件坏了",
        ),
        (lambda place: flip(place, 1), "密码是对的"),
    ],
    ids=["wrong password", "damaged header", "damaged database"],
)
def test_the_door_says_which_of_the_three_it_is(clinic, qtbot, spoil, expected):
    clinic.desk.close(lambda vault: vault.close())
    spoil(clinic.place)
    before = contents(clinic.place)
    shell = Shell(clinic.office)
    qtbot.addWidget(shell)
    shell.show()
    door = shell.centralWidget()
    word = "不是这个" if expected == "密码不对" else PASSWORD
    door.password.set_text(word)
    door.submit()
    qtbot.waitUntil(lambda: bool(banners(door)))
    assert any(expected in one for one in banners(door))
    changed = contents(clinic.place)
    assert {name: changed[name] for name in before} == before
    clinic.idle()


# Reading, and nothing written


@pytest.mark.promise(11)
def test_a_damaged_vault_is_said_above_every_page(clinic, hurt):
    notice = clinic.show(VaultNotice(clinic.office))
    clinic.qtbot.waitUntil(lambda: notice.isVisible() and bool(banners(notice)))
    assert banners(notice) == ["保险库有损坏，现在只能看，不能写。"]
    with clinic.qtbot.waitSignal(notice.wanted) as wanted:
        click(clinic, notice, "救到新的保险库")
    assert wanted.args == [ToSalvage()]


@pytest.mark.promise(11)
def test_notes_that_can_be_read_are_shown_and_the_others_named(clinic, hurt):
    before = contents(clinic.place)
    long, _ = clinic.hurt_notes
    screen = clinic.show(CasesScreen(clinic.office, hurt.id))
    clinic.qtbot.waitUntil(lambda: "谈到睡眠。" in said(screen), timeout=8000)
    assert f"有 1 篇记录读不出来，编号 {long.id}。" in banners(screen)
    assert "很长的一篇" not in said(screen)
    assert not any("只能看" in one and "磁盘" in one for one in banners(screen))
    assert contents(clinic.place) == before


@pytest.mark.promise(11)
def test_every_write_is_refused_in_words_and_not_a_byte_changes(clinic, hurt):
    before = contents(clinic.place)
    refused = []
    clinic.desk.do(
        clinic.desk,
        lambda vault: clinic.tools and _write(vault),
        pytest.fail,
        refused.append,
    )
    clinic.qtbot.waitUntil(lambda: bool(refused))
    assert message(refused[0]).what == "保险库有损坏，现在只能看，不能写。"
    clinic.desk.close(lambda vault: vaults.lock(vault, clinic.clock, None))
    assert {k: v for k, v in contents(clinic.place).items() if k != "vault.holder"} == {
        k: v for k, v in before.items() if k != "vault.holder"
    }
    reopen(clinic)


def _write(vault):
    with vault.transaction():
        vault.settings.remember_open_note(None)


# Salvage


@pytest.mark.promise(11)
def test_the_open_vault_is_salvaged_and_the_new_one_opens(clinic, hurt, tmp_path):
    long, short = clinic.hurt_notes
    before = contents(clinic.place)
    page = clinic.show(SalvageScreen(clinic.office))
    assert page.folder.text().endswith("vault-救出")
    page.folder.set_text(str(tmp_path / "new"))
    with clinic.qtbot.waitSignal(page.saved, timeout=20_000):
        click(clinic, page, "开始救出")
    clinic.qtbot.waitUntil(lambda: "救出来了：个案 1 个，记录 1 篇。" in banners(page))
    words = said(page)
    assert f"咨询记录：读不出来的编号 {long.id}。" in words
    assert contents(clinic.place) == before
    again = clinic.door.open(tmp_path / "new", PASSWORD).vault
    assert [one.id for one in again.notes.of_case(hurt.id)] == [short.id]
    again.close()


def test_a_salvage_that_is_refused_says_why_and_keeps_what_was_typed(clinic, hurt, tmp_path):
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "mine").write_bytes(b"mine")
    page = clinic.show(SalvageScreen(clinic.office))
    page.folder.set_text(str(tmp_path / "new"))
    clinic.qtbot.keyClick(page.folder.line, Qt.Key.Key_Return)
    clinic.qtbot.waitUntil(lambda: bool(banners(page)))
    assert banners(page) == ["这个文件夹里已经有别的东西。"]
    assert page.folder.text() == str(tmp_path / "new")
    page.folder.set_text(str(clinic.place / "inside"))
    page.begin()
    clinic.qtbot.waitUntil(lambda: any("保险库的文件夹里面" in one for one in banners(page)))
    with clinic.qtbot.waitSignal(page.back):
        clinic.qtbot.keyClick(page, Qt.Key.Key_Escape) or page.escape()


@pytest.mark.promise(11)
def test_a_vault_that_does_not_open_is_salvaged_from_its_door(clinic, qtbot, tmp_path):
    case = clinic.case("H-017", FULL)
    clinic.note(case, "谈到睡眠。", signed=True)
    clinic.desk.close(lambda vault: vault.close())
    flip(clinic.place, 1)
    shell = Shell(clinic.office)
    qtbot.addWidget(shell)
    shell.show()
    door = shell.centralWidget()
    door.password.set_text(PASSWORD)
    door.submit()
    qtbot.waitUntil(lambda: bool(banners(door)))
    click(clinic, door, "救到新的保险库")
    page = shell.centralWidget()
    assert isinstance(page, SalvageScreen)
    page.folder.set_text(str(tmp_path / "new"))
    page.begin()  # without the password nothing begins
    assert not banners(page)
    page.password.set_text(PASSWORD)
    with qtbot.waitSignal(page.saved, timeout=20_000):
        page.begin()
    qtbot.waitUntil(lambda: "救出来了：个案 1 个，记录 1 篇。" in banners(page))
    assert page.password.line.text() == ""
    clinic.idle()


# The check


@pytest.mark.promise(10)
def test_the_check_says_that_all_is_well_and_remembers_the_day(clinic):
    clinic.note(clinic.case("H-017", FULL), "谈到睡眠。", signed=True)
    page = clinic.show(HealthScreen(clinic.office))
    clinic.qtbot.waitUntil(lambda: "还没有做过" in said(page))
    with clinic.qtbot.waitSignal(page.checked, timeout=20_000):
        clinic.qtbot.mouseClick(button(page, "现在检查"), Qt.MouseButton.LeftButton)
    clinic.qtbot.waitUntil(lambda: banners(page) == ["一切都好。"])
    clinic.qtbot.waitUntil(lambda: "2026年5月12日（周二）14:57。每个月" in said(page))
    assert clinic.do(lambda vault: vault.audit.entries(limit=1)[0].kind) is AuditKind.CHECKED


@pytest.mark.promise(10)
def test_the_check_names_pages_and_records_and_leads_to_the_salvage(clinic):
    case = clinic.case("H-017", FULL)
    note = clinic.note(case, "很长的一篇。" * 3000, signed=True)
    last = [last_page_of(clinic, note.id)]
    reopen(clinic, lambda: flip(clinic.place, last[0]))
    page = clinic.show(HealthScreen(clinic.office))
    with clinic.qtbot.waitSignal(page.checked, timeout=20_000):
        page.begin()
    clinic.qtbot.waitUntil(lambda: "保险库有损坏。" in banners(page))
    words = said(page)
    assert f"共 1 页：{last[0]}。" in words
    assert f"咨询记录：读不出来的编号 {note.id}。" in words
    with clinic.qtbot.waitSignal(page.wanted) as wanted:
        click(clinic, page, "救到新的保险库")
    assert wanted.args == [ToSalvage()]
    assert clinic.do(lambda vault: vault.condition().read_only)


def test_a_check_can_be_stopped_and_leaving_stops_it(clinic):
    page = clinic.show(HealthScreen(clinic.office))
    # However slow this machine is, the check does not end before it is stopped.
    gate = threading.Event()
    clinic.desk.do(clinic.desk, lambda _: gate.wait())
    page.begin()
    run = page._run
    click(clinic, page, "取消")
    assert page._run is None
    assert run._cancelled
    gate.set()
    assert page.begin_button.isEnabled()
    page.begin()
    page.leave()
    assert page._run is None
    clinic.idle()
    assert clinic.do(lambda vault: vault.settings.last_check()) is None


def test_a_check_without_a_keeper_does_nothing(house):
    page = house.show(HealthScreen(house.office))
    page.begin()
    assert page._run is None


# The strip


@pytest.mark.promise(9)
def test_an_older_database_is_said_calmly_and_gone_on_with(clinic):
    reopen(clinic)
    clinic.desk.close(lambda vault: vault.close())
    yesterday = (clinic.place / "vault.db").read_bytes()
    opened = []
    clinic.desk.open(
        clinic.desk,
        lambda: vaults.unlock(clinic.door, clinic.clock, clinic.place, PASSWORD),
        opened.append,
        opened.append,
    )
    clinic.qtbot.waitUntil(lambda: bool(opened))
    reopen(clinic, lambda: (clinic.place / "vault.db").write_bytes(yesterday))
    notice = clinic.show(VaultNotice(clinic.office))
    clinic.qtbot.waitUntil(lambda: banners(notice) == ["这个数据库比上次用的旧。"])
    click(clinic, notice, "知道了，接着用")
    clinic.qtbot.waitUntil(lambda: not notice.isVisible())
    kinds = clinic.do(lambda vault: [one.kind for one in vault.audit.entries(limit=3)])
    assert AuditKind.OLDER_ACCEPTED in kinds


@pytest.mark.promise(13)
def test_a_copy_of_the_header_that_is_broken_is_said_and_leads_to_the_check(clinic):
    reopen(clinic, lambda: (clinic.place / header.COPY).write_bytes(b"x"))
    notice = clinic.show(VaultNotice(clinic.office))
    clinic.qtbot.waitUntil(lambda: any("副本" in one for one in banners(notice)))
    with clinic.qtbot.waitSignal(notice.wanted) as wanted:
        click(clinic, notice, "健康检查")
    assert wanted.args == [ToHealth()]


@pytest.mark.promise(4)
def test_a_disk_that_is_nearly_full_is_said_before_it_is_too_late(
    qtbot, qapp, tmp_path, made_vault
):
    translation.install(qapp, "zh")
    with mounted(tmp_path / "disk", 6) as disk:
        made = House(qtbot, disk / "vault", made_vault)
        notice = made.show(VaultNotice(made.office))
        assert not notice.isVisible() or notice.text() == ""
        ballast = fill_up(disk)
        with ballast.open("rb+") as file:
            file.truncate(ballast.stat().st_size - 700 * 1024)
        notice.look()
        qtbot.waitUntil(lambda: "磁盘快满了，还剩 0 MB。" in banners(notice))
        fill_up(disk)
        notice.look()
        qtbot.waitUntil(lambda: "磁盘满了。" in banners(notice))
        assert "删除和锁定照样可以" in notice.findChildren(Banner)[-1].accessibleDescription()
        click(made, notice, "知道了")
        assert not notice.isVisible()
        notice.look()
        made.idle()
        assert not notice.isVisible()
        ballast.unlink()
        notice.look()
        made.idle()
        made.end()


def test_once_a_month_the_vault_is_checked_by_itself(clinic):
    notice = clinic.show(VaultNotice(clinic.office))
    notice.check_if_due()
    clinic.qtbot.waitUntil(
        lambda: clinic.do(lambda vault: vault.settings.last_check()) is not None, timeout=20_000
    )
    clinic.idle()
    assert not notice.isVisible()
    notice.check_if_due()
    clinic.idle()
    assert notice._run is None
    wanted = []
    notice.wanted.connect(wanted.append)
    notice._checked([Complaint(Fault.TRAIL)])
    for _ in range(2):
        clinic.idle()
        assert banners(notice) == ["这个月的健康检查发现有几处不对。"]
        notice.look()
    click(clinic, notice, "健康检查")
    clinic.idle()
    assert wanted == [ToHealth()]
    assert banners(notice) == []
    notice.rest()


def test_a_lock_in_the_middle_of_a_check_is_not_held_up(clinic):
    clinic.note(clinic.case("H-017", FULL), "谈到睡眠。" * 2000, signed=True)
    run = CheckRun(clinic.office, FolderKeeper())
    ended = []
    run.ended.connect(ended.append)
    with clinic.qtbot.waitSignal(run.stepped):
        run.start()
    began = time.monotonic()
    run.cancel()
    clinic.desk.close(lambda vault: vaults.lock(vault, clinic.clock, None))
    assert time.monotonic() - began < 5
    reopen(clinic)
    clinic.idle()
    assert not ended
    assert clinic.do(lambda vault: vault.settings.last_check()) is None


def test_space_is_said_in_numbers():
    assert Space(5, 6) == Space(5, 6, low=False, full=False)
    assert shutil.disk_usage("/").free > 0


@pytest.mark.promise(11)
def test_today_stands_where_no_case_can_be_read(clinic):
    case = clinic.case("H-017", FULL)
    bad = roots(clinic)["cases"]
    reopen(clinic, lambda: flip(clinic.place, bad))
    page = clinic.show(TodayScreen(clinic.office))
    wanted = f"有的个案坏了一部分，这一页没有写全。个案编号：{case.id}。"
    clinic.qtbot.waitUntil(lambda: banners(page) == [wanted])
    assert not page.first.isVisible()


@pytest.mark.promise(11)
@pytest.mark.parametrize("table", ["appointments", "sessions", "settings"])
def test_no_day_and_no_week_is_shown_empty_where_damage_hides_some(clinic, table):
    case = clinic.case("H-017", FULL)
    when = Booking(case.id, clinic.clock.now(), case.mode)
    clinic.do(lambda vault: appointments.book(vault, clinic.clock, when))
    clinic.do(lambda vault: vault.forget_deleted())
    root = roots(clinic)[table]
    reopen(clinic, lambda: flip(clinic.place, root))
    page, went = TodayScreen(clinic.office), []
    clinic.show(page)
    clinic.qtbot.waitUntil(lambda: "今天可能不止这些。" in said(page))
    assert "今天没有咨询" not in said(page)
    week = CalendarScreen(clinic.office)
    week.wanted.connect(went.append)
    clinic.show(week)
    clinic.qtbot.waitUntil(lambda: bool(banners(week)))
    assert "这里的预约可能不全" in said(week)
    click(clinic, week, "救到新的保险库")
    assert went == [ToSalvage()]


@pytest.mark.promise(11)
def test_the_list_names_the_cases_that_cannot_be_read(clinic):
    cases = [clinic.case(f"A-{number}", FULL) for number in range(3)]
    clinic.do(lambda vault: vault.forget_deleted())
    root = roots(clinic)["cases"]
    reopen(clinic, lambda: flip(clinic.place, root))
    page = clinic.show(CasesScreen(clinic.office))
    numbers = " ".join(str(one.id) for one in cases)
    clinic.qtbot.waitUntil(lambda: f"个案读不出来，个案编号：{numbers}。" in said(page))
    assert "您的个案会在这里" not in said(page)


@pytest.mark.promise(11)
def test_no_case_is_said_to_have_had_no_session_where_they_cannot_be_read(clinic):
    case = clinic.case("H-017", FULL)
    clinic.note(case, "谈到睡眠。", signed=True)
    clinic.do(lambda vault: vault.forget_deleted())
    root = roots(clinic)["sessions"]
    reopen(clinic, lambda: flip(clinic.place, root))
    page = clinic.show(CasesScreen(clinic.office, case.id))
    clinic.qtbot.waitUntil(lambda: "咨询读不出来" in lines(page))
    clinic.qtbot.waitUntil(lambda: "有的咨询读不出来" in spoken(page))
    assert "还没有咨询" not in lines(page)
    assert "还没有咨询" not in spoken(page)
