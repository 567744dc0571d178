"""A case is given a password, shut, opened and relieved of it, as a person does it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton, QTextEdit

from app.domain.appointment import Booking
from app.domain.audit import AuditKind
from app.domain.case import CaseLock, ServiceMode
from app.services import appointments, case_locks
from storage.keeper import FolderKeeper
from storage.preferences import JsonPreferences
from tests.gui.helpers import (
    FULL,
    NASTY,
    NOW,
    PASSWORD,
    button,
    buttons,
    click,
    compose,
    said,
    write,
)
from tests.gui.test_entry_pages import tick
from ui import messages, shell
from ui.case_lock_page import CaseLockScreen
from ui.health_page import HealthScreen
from ui.page import (
    ToCalendar,
    ToCaseForm,
    ToCaseLock,
    ToCases,
    ToConsent,
    ToDestroy,
    ToExport,
    ToNote,
    ToSearch,
    ToToday,
)
from ui.today_words import called
from ui.widgets.banner import Banner
from ui.widgets.label import Label
from ui.widgets.rows import RowList
from ui.workspace import Workspace

WORD = "只有我 knows 这一句"
OTHER = "另外一句 quite different"
WITH_KEY = "恢复密钥也能打开它"
ALONE = "只有密码能打开它"
pytestmark = [pytest.mark.promise(26), pytest.mark.clause("044", "103")]


@pytest.fixture
def at(house, tmp_path):
    """Show the workspace of a vault with two cases; the second is the one she will lock."""
    house.other = house.case("A-1", replace(FULL, name="别人"))
    house.case_id = house.case().id
    case = house.do(lambda vault: vault.cases.get(house.case_id))
    house.signed = house.note(case, "雨一直下。", signed=True).id
    house.draft = house.note(case, "谈到睡眠。").id
    store = JsonPreferences(tmp_path / "choices" / "preferences.json")
    house.office = replace(house.office, preferences=store)
    space = house.show(Workspace(house.office))
    yield space
    space.leave()
    house.idle()


def go(house, space, to):
    """Go to a page and wait until it is shown."""
    space.go(to)
    house.idle()
    house.qtbot.waitUntil(lambda: space.page.isAncestorOf(QApplication.focusWidget() or space))


def locked(house, *, recovery=False, shut=True):
    """Give the case a password behind the window."""

    def work(vault):
        case_locks.set_password(vault, house.clock, house.case_id, WORD, recovery=recovery)
        if shut:
            case_locks.shut(vault, house.clock, house.case_id)

    house.do(work)


def lock_of(house):
    return house.do(lambda vault: vault.case_locks.stands(house.case_id))


def wait_said(house, space, words):
    house.qtbot.waitUntil(lambda: words in said(space))


def test_she_gives_a_case_a_password_shuts_it_and_opens_it_again(house, at, find):
    go(house, at, ToCases(house.case_id))
    click(house, at, "加密码")
    house.qtbot.waitUntil(lambda: isinstance(at.page, CaseLockScreen) and at.page.step.isVisible())
    house.idle()
    page = at.page
    assert "在这以前做的备份里，留着这个个案的钥匙" in said(page)
    assert "留痕里记着的这样的备份" not in said(page), "there is none"
    assert QApplication.focusWidget() is find(page, QLineEdit, "新密码")
    assert not button(page, "加上密码").isEnabled()
    write(find(page, QLineEdit, "新密码"), WORD)
    compose(find(page, QLineEdit, "再写一遍"), commit=WORD)
    assert "请选一种：忘了密码怎么办" in said(page)
    find(page, QRadioButton, ALONE).click()
    house.qtbot.keyClick(page.step.second.line, Qt.Key.Key_Return)
    house.qtbot.waitUntil(lambda: at.where() == ToCases(house.case_id))
    wait_said(house, at, "加锁 · 已打开")
    assert "禾木" in said(at), "she is still reading it"
    assert lock_of(house) is CaseLock.OPEN
    click(house, at, "合上")
    wait_said(house, at, f"№ {house.case_id} 加了密码")
    assert lock_of(house) is CaseLock.SHUT
    assert "禾木" not in said(at)
    assert not at.page.pane.isVisible()
    rows = [one.spoken() for one in at.page.findChild(RowList).model().rows()]
    assert any(one.startswith(f"№ {house.case_id}, 已加锁") for one in rows)
    assert not any("禾木" in one or "H-017" in one for one in rows)
    wait_said(house, at, "只有密码能打开它")
    field = find(at.page, QLineEdit, "这个个案的密码")
    house.qtbot.waitUntil(field.hasFocus)
    compose(field, commit="不是这一句")
    house.qtbot.keyClick(field, Qt.Key.Key_Return)
    wait_said(house, at, "密码不对。")
    house.qtbot.waitUntil(field.hasFocus)
    compose(field, commit=WORD)
    house.qtbot.keyClick(field, Qt.Key.Key_Return)
    wait_said(house, at, "禾木")
    house.qtbot.waitUntil(lambda: button(at, "写记录").hasFocus())


@pytest.mark.promise(22)
def test_the_wait_counts_down_in_place_and_the_right_password_then_opens(house, at, find):
    locked(house)
    go(house, at, ToCases(house.case_id))
    wait_said(house, at, "加了密码")
    field = find(at.page, QLineEdit, "这个个案的密码")
    for number in range(3):
        house.qtbot.waitUntil(lambda: button(at.page.door, "打开这个个案").isEnabled())
        compose(field, commit="不是这一句")
        house.qtbot.keyClick(field, Qt.Key.Key_Return)
        house.qtbot.waitUntil(lambda: at.page.findChild(Banner) is not None)
        house.idle()
        if number < 2:
            assert not buttons(at.page.door, "请等 0:01")
    wait_said(house, at, "请等 0:01")
    wait_said(house, at, "正确的密码随后照样能打开")
    compose(field, commit=WORD)
    house.qtbot.keyClick(field, Qt.Key.Key_Return)
    house.idle()
    assert lock_of(house) is CaseLock.SHUT, "it waits"
    house.clock.uptime += 1
    house.qtbot.waitUntil(lambda: bool(buttons(at.page.door, "打开这个个案")), timeout=5000)
    assert field.text() == WORD, "what was typed stays"
    house.qtbot.keyClick(field, Qt.Key.Key_Return)
    wait_said(house, at, "禾木")


@pytest.mark.promise(25)
def test_the_recovery_key_opens_it_where_that_was_chosen(house, at, find):
    locked(house, recovery=True)
    go(house, at, ToCases(house.case_id))
    click(house, at, "忘了密码，用恢复密钥打开")
    box = find(at.page, QTextEdit, "恢复密钥")
    house.qtbot.waitUntil(box.hasFocus)
    house.qtbot.keyClick(box, Qt.Key.Key_Escape)
    house.qtbot.waitUntil(find(at.page, QLineEdit, "这个个案的密码").hasFocus)
    click(house, at, "忘了密码，用恢复密钥打开")
    compose(box, commit="ABC")
    house.qtbot.keyClick(box, Qt.Key.Key_Return)
    wait_said(house, at, "恢复密钥不完整。")
    box.clear()
    others = house.door.new_recovery_key()
    compose(box, commit="".join(others))
    house.qtbot.keyClick(box, Qt.Key.Key_Return)
    wait_said(house, at, "这把恢复密钥打不开这个个案。")
    box.clear()
    compose(box, commit=" ".join(house.recovery).lower())
    house.qtbot.keyClick(box, Qt.Key.Key_Return)
    wait_said(house, at, "禾木")
    # She forgot the password: it is not asked for when she sets another.
    click(house, at, "换密码或去掉密码")
    house.qtbot.waitUntil(lambda: isinstance(at.page, CaseLockScreen) and at.page.step.isVisible())
    house.idle()
    assert not at.page.present.isVisible()
    assert find(at.page, QRadioButton, WITH_KEY).isChecked()
    for name in ("新密码", "再写一遍"):
        compose(find(at.page, QLineEdit, name), commit=OTHER)
    house.qtbot.keyClick(at.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    house.qtbot.waitUntil(lambda: at.where() == ToCases(house.case_id))
    house.do(lambda vault: case_locks.shut(vault, house.clock, house.case_id))
    house.do(lambda vault: case_locks.open_case(vault, house.clock, house.case_id, OTHER))


@pytest.mark.promise(25)
def test_a_recovery_key_that_was_changed_is_said_at_the_door(house, at):
    locked(house, recovery=True)
    house.do(
        lambda vault: vault.connection.execute(
            "UPDATE case_locks SET recovery_slot = x'00'"
        ).fetchall()
    )
    go(house, at, ToCases(house.case_id))
    wait_said(house, at, "用密码打开一次以后，新的恢复密钥才能打开它")
    door = at.page.door
    door.submit()  # nothing is typed: nothing is tried
    house.qtbot.keyClick(door, Qt.Key.Key_Escape)
    house.idle()
    assert lock_of(house) is CaseLock.SHUT
    assert door.office.desk.waiting == 0


def test_it_is_changed_and_taken_away_with_the_present_password(house, at, find):
    locked(house, shut=False)
    for number in (1, 2):
        house.do(
            lambda vault, n=number: vault.audit.record(
                AuditKind.BACKED_UP, house.clock.now(), subject=n
            )
        )
    go(house, at, ToCases(house.case_id))
    click(house, at, "换密码或去掉密码")
    house.qtbot.waitUntil(lambda: isinstance(at.page, CaseLockScreen) and at.page.step.isVisible())
    house.idle()
    page = at.page
    assert "换密码不换这个个案的钥匙" in said(page)
    assert "留痕里记着的这样的备份：2 份，最早 " in said(page)
    present = find(page, QLineEdit, "现在的密码")
    house.qtbot.waitUntil(present.hasFocus)
    assert "请先写现在的密码" in said(page)
    assert not button(page, "去掉密码").isEnabled()
    compose(present, commit="不是这一句")
    for name in ("新密码", "再写一遍"):
        compose(find(page, QLineEdit, name), commit=OTHER)
    assert find(page, QRadioButton, ALONE).isChecked(), "as it was chosen before"
    click(house, page, "换成这个密码")
    wait_said(house, at, "密码不对。")
    assert page.step.first.text() == OTHER, "what was typed stays"
    present.clear()
    compose(present, commit=WORD)
    click(house, page, "去掉密码")
    house.qtbot.waitUntil(lambda: at.where() == ToCases(house.case_id))
    assert lock_of(house) is CaseLock.NONE
    wait_said(house, at, "加密码")
    assert not buttons(at, "合上")


@pytest.mark.parametrize(
    "typed",
    [
        ("", "", "写好密码就可以继续"),
        ("12345678", "12345678", "这个密码还不够牢。"),
        (WORD, OTHER, "两遍写得一样就可以继续"),
    ],
)
def test_what_is_still_missing_is_said_beside_the_button(house, at, find, typed):
    first, second, told = typed
    go(house, at, ToCaseLock(house.case_id))
    page = at.page
    house.qtbot.waitUntil(lambda: bool(buttons(page, "加上密码")))
    compose(find(page, QLineEdit, "新密码"), commit=first)
    compose(find(page, QLineEdit, "再写一遍"), commit=second)
    wait_said(house, at, told)
    assert not button(page, "加上密码").isEnabled()
    page.submit()
    at.leave()
    assert page.step.first.text() == page.step.second.text() == "", "never kept as a draft"
    house.qtbot.keyClick(page, Qt.Key.Key_Escape)
    house.idle()
    assert lock_of(house) is CaseLock.NONE


def test_the_vaults_own_password_is_refused_in_place(house, at, find):
    go(house, at, ToCaseLock(house.case_id))
    page = at.page
    house.qtbot.waitUntil(lambda: bool(buttons(page, "加上密码")))
    for name in ("新密码", "再写一遍"):
        compose(find(page, QLineEdit, name), commit=PASSWORD)
    find(page, QRadioButton, ALONE).click()
    click(house, page, "加上密码")
    wait_said(house, at, "知道它的人就什么都读得到")
    assert at.page is page
    assert lock_of(house) is CaseLock.NONE
    assert button(page, "加上密码").isEnabled()


def test_without_the_half_that_locks_only_the_password_can_be_chosen(house, at, find):
    house.do(lambda vault: vault.connection.execute("DELETE FROM recovery_half").fetchall())
    go(house, at, ToCaseLock(house.case_id))
    house.qtbot.waitUntil(lambda: bool(buttons(at.page, "加上密码")))
    assert not find(at.page, QRadioButton, WITH_KEY).isEnabled()
    assert find(at.page, QRadioButton, ALONE).isChecked()
    wait_said(house, at, "用恢复密钥打开一次")


def test_a_shut_case_has_no_page_for_its_password_and_a_lost_one_says_so(house, at):
    locked(house)
    go(house, at, ToCaseLock(house.case_id))
    house.qtbot.waitUntil(lambda: at.where() == ToCases(house.case_id))
    wait_said(house, at, "加了密码")


def test_what_could_not_be_cleared_away_is_said(house, at, find, monkeypatch):
    """Another reader, such as a backup that runs, holds the log back."""
    go(house, at, ToCaseLock(house.case_id))
    house.qtbot.waitUntil(lambda: bool(buttons(at.page, "加上密码")))
    house.do(lambda vault: setattr(vault, "forget_deleted", lambda: False))
    for name in ("新密码", "再写一遍"):
        compose(find(at.page, QLineEdit, name), commit=WORD)
    find(at.page, QRadioButton, WITH_KEY).click()
    click(house, at.page, "加上密码")
    wait_said(house, at, "旧的字还没有清干净")
    house.do(lambda vault: delattr(vault, "forget_deleted"))


@pytest.mark.parametrize("place", ["note", "form", "export", "consent"])
def test_a_page_of_a_shut_case_leads_to_its_door_and_on(house, at, find, place):
    """From the day, the trail or the palette: she writes the password, and is where she wanted."""

    def start(vault):
        from app.services import consents  # noqa: PLC0415 - as the others do it

        return consents.start(
            vault, house.tools, house.case_id, house.tools.consent_templates["online.zh"]
        )

    consent = house.do(start).id
    locked(house)
    to = {
        "note": ToNote(house.draft),
        "form": ToCaseForm(house.case_id),
        "export": ToExport(house.case_id),
        "consent": ToConsent(consent),
    }[place]
    at.go(ToToday())
    at.go(to)
    wait_said(house, at, f"№ {house.case_id} 加了密码")
    assert at.where() == ToCases(house.case_id)
    assert "还没有打开" not in said(at), "the door says it"
    secret = find(at.page, QLineEdit, "这个个案的密码")
    house.idle()
    assert secret.hasFocus(), "she came to write the password"
    if place == "consent":
        return  # there is no printer in this house
    field = find(at.page, QLineEdit, "这个个案的密码")
    compose(field, commit=WORD)
    house.qtbot.keyClick(field, Qt.Key.Key_Return)
    house.qtbot.waitUntil(lambda: at.where() == to)
    house.idle()
    if place == "note":
        house.qtbot.waitUntil(lambda: "谈到睡眠。" in at.page.findChild(QTextEdit).toPlainText())


@pytest.mark.promise(5)
def test_after_a_lock_the_note_of_a_shut_case_waits_behind_its_door(house, at):
    locked(house)
    house.do(lambda vault: vault.settings.remember_open_note(house.draft))
    found = house.do(shell._writing)
    assert found == (house.case_id, house.draft)
    house.do(lambda vault: vault.settings.remember_open_note(None))
    assert house.do(shell._writing) is None


def test_nothing_of_it_is_on_a_page_that_was_kept(house, at):
    locked(house, shut=False)
    go(house, at, ToToday())
    today = at.page
    wait_said(house, at, "禾木")
    go(house, at, ToCases(house.case_id))
    wait_said(house, at, "加锁 · 已打开")
    told = []
    at.case_shut.connect(lambda: told.append("clear the clipboard"))
    click(house, at, "合上")
    wait_said(house, at, "加了密码")
    assert told == ["clear the clipboard"]
    go(house, at, ToToday())
    assert at.page is not today
    wait_said(house, at, f"№ {house.case_id} · 已加锁")
    assert "禾木" not in said(at)


def test_another_case_is_chosen_and_what_was_typed_at_the_door_goes(house, at, find):
    locked(house)
    go(house, at, ToCases(house.case_id))
    wait_said(house, at, "加了密码")
    compose(find(at.page, QLineEdit, "这个个案的密码"), commit="半个密")
    go(house, at, ToCases(house.other.id))
    wait_said(house, at, "别人")
    assert at.page.door.password.text() == ""
    at.page.list.choose(house.case_id)
    wait_said(house, at, "加了密码")
    at.page._entered(house.case_id)
    house.qtbot.waitUntil(find(at.page, QLineEdit, "这个个案的密码").hasFocus)


def test_the_search_says_how_many_cases_it_did_not_look_into(house, at):
    go(house, at, ToSearch("雨一直"))
    wait_said(house, at, "找到 1 处")
    assert "没有搜" not in said(at)
    locked(house)
    go(house, at, ToSearch("睡眠"))
    wait_said(house, at, "1 个加锁的个案没有搜")
    wait_said(house, at, "没有找到")
    at.page.line.clear()
    house.qtbot.waitUntil(lambda: "没有搜" not in said(at))


def test_the_calendar_shows_when_and_nothing_else(house, at):
    at_hour = NOW + timedelta(hours=2)
    booking = Booking(house.case_id, at_hour, ServiceMode.ONLINE, place=NASTY, remark=NASTY)
    one = house.do(lambda vault: appointments.book(vault, house.clock, booking))
    locked(house)
    go(house, at, ToCalendar("day", "2026-05-12", which=one.which))
    wait_said(house, at, "打开它以后，才看得到地点和备注")
    wait_said(house, at, f"№ {house.case_id} · 已加锁")
    assert NASTY not in said(at)
    assert not buttons(at, "改预约")
    assert not buttons(at, "取消预约")
    click(house, at, "打开个案")
    wait_said(house, at, "加了密码")
    go(house, at, ToToday())
    wait_said(house, at, "加了密码，打开个案后才看得到其余")
    go(house, at, ToCalendar(case_id=house.case_id))
    house.idle()
    assert at.page.pane.writing()


def test_the_palette_finds_it_by_its_number_and_offers_nothing_to_do_with_it(house, at):
    locked(house)
    go(house, at, ToCases(house.case_id))
    at.open_palette()
    house.idle()
    palette = at.commander.palette
    write(palette.line, f"№ {house.case_id} ")
    titles = [one.title for _, one in palette._ranked(f"№ {house.case_id}")]
    assert titles == [f"№ {house.case_id} · 已加锁"]
    at.commander.close()


def test_every_refusal_of_a_lock_is_said(house, at):
    from app.domain import errors  # noqa: PLC0415 - only here

    unknown = messages.message(errors.Refusal()).what
    for refusal in (
        errors.CaseLocked(1),
        errors.CaseLockMissing(),
        errors.CaseLockedAlready(),
        errors.RecoveryNotChosen(),
        errors.RecoveryUnknown(),
        errors.LeftInLog(),
        errors.WeakPassword("vault"),
        errors.WeakPassword("case"),
    ):
        told = messages.message(refusal)
        assert told.why
        assert told.what != unknown
    assert house.do(lambda vault: called_of(vault, house.case_id)) == "禾木"
    assert at.findChildren(Label)


def called_of(vault, case_id):
    """Return what the day calls the client of a case."""
    from app.services import agenda  # noqa: PLC0415 - only here

    return called(agenda.person(vault, case_id))


def test_a_shut_case_is_destroyed_from_its_door_by_its_number(house, at, find):
    """She forgot the password, and the case has to go."""
    locked(house)
    go(house, at, ToCases(house.case_id))
    wait_said(house, at, f"№ {house.case_id} 加了密码")
    click(house, at, "销毁个案")
    house.qtbot.waitUntil(lambda: at.where() == ToDestroy(house.case_id))
    wait_said(house, at, f"销毁个案：№ {house.case_id}")
    wait_said(house, at, "看不到的，一律当作期限未满。")
    tick(house, at, "来访者要求删除")
    at.page.mark_form.weighed.click()
    click(house, at, "标记为待销毁")
    wait_said(house, at, f"照着写一遍编号：{house.case_id}")
    assert "禾木" not in said(at)
    write(find(at.page, QLineEdit, "照着写一遍编号"), str(house.case_id))
    field = find(at.page, QLineEdit, "保险库密码")
    write(field, PASSWORD)
    house.qtbot.keyClick(field, Qt.Key.Key_Return)
    wait_said(house, at, "个案销毁证明")
    left = house.do(lambda vault: [one.id for one in vault.cases.all()])
    assert left == [house.other.id]


@pytest.mark.promise(10)
def test_the_health_check_names_the_cases_whose_signatures_it_could_not_check(house, at):
    locked(house)
    house.office = replace(house.office, keeper=FolderKeeper)
    page = house.show(HealthScreen(house.office))
    with house.qtbot.waitSignal(page.checked, timeout=20_000):
        page.begin()
    wait_said(house, page, "它们没有坏")
    words = said(page)
    assert "一切都好。" in words
    assert f"个案编号：{house.case_id}。" in words
