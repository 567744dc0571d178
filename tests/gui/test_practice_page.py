"""The page 执业资料 as a person fills it in: profile, records with undo, scans, papers."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from app.domain.audit import AuditKind
from app.domain.practice import Practice
from app.domain.practice_record import PracticeKind
from app.services import consents, practice
from storage.files import FileShelf
from tests.gui.helpers import NASTY, SHANGHAI, click, said, the_one
from tests.gui.test_entry_pages import part, put, tick
from tests.unit.domain.test_practice import ACCOUNT, CREDENTIAL, CRISIS, ONLINE, PROFILE, PUBLISHED
from ui.consents import ConsentScreen
from ui.contact_page import ContactScreen
from ui.page import ToPractice
from ui.paper_panel import PaperPanel
from ui.practice_page import PracticeScreen
from ui.widgets.table import Table


@pytest.fixture
def clinic(house):
    """A house whose tools know the papers, and whose practice is in Shanghai."""
    house.tools = replace(house.tools, shelf=FileShelf())
    house.do(lambda vault: practice.change(vault, lambda _: Practice(place=SHANGHAI)))
    return house


def show(house, where="", width=1280):
    page = PracticeScreen(house.office, where)
    house.desk.changed.connect(page.reload)
    page.done, page.went = [], []
    page.undoable.connect(lambda words, undo: page.done.append((words, undo)))
    page.back.connect(lambda: page.went.append("back"))
    house.show(page, width)
    house.idle()
    return page


def kept(house):
    return house.do(lambda vault: vault.practice.all())


def record(house, one):
    return house.do(lambda vault: practice.keep(vault, house.tools, one))


def open_row(house, page, number=0):
    (table,) = page.findChildren(Table)
    table.selectRow(number)
    table.setFocus()
    house.qtbot.keyClick(table, Qt.Key.Key_Return)
    house.idle()


def pushes(page, name):
    found = page.findChildren(QPushButton)
    return [one for one in found if one.accessibleName() == name and one.isVisible()]


@pytest.mark.clause("061")
@pytest.mark.clause("022")
@pytest.mark.clause("058")
def test_the_profile_is_kept_as_it_is_typed(clinic):
    page = show(clinic)
    put(page, "服务范围", NASTY)
    put(page, "督导师", "林老师")
    put(page, "收费", "500 元")
    put(page, "紧急个案先找谁、什么时候找", "先找督导师")
    assert page.unsaved()
    page.leave()
    clinic.idle()
    assert not page.unsaved()
    known = clinic.do(lambda vault: vault.settings.practice())
    assert (known.profile.scope, known.profile.supervisor) == (NASTY, "林老师")
    assert (known.fee, known.profile.escalation) == ("500 元", "先找督导师")
    assert known.place == SHANGHAI
    clinic.qtbot.waitUntil(lambda: "还没有写下谁在督导您" not in said(page))
    again = show(clinic)
    assert part(again, "收费").text() == "500 元"


@pytest.mark.clause("068")
@pytest.mark.clause("037")
@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_Return])
def test_a_credential_is_recorded_changed_removed_and_brought_back(clinic, key):
    page = show(clinic, "credential")
    assert "这里还没有" in said(page)
    click(clinic, page, "登记资质")
    click(clinic, page, "存好")
    clinic.idle()
    assert "请选是七类资质中的哪一类（问 3·1）。" in said(page)
    assert not kept(clinic)
    tick(clinic, page, "已取得人社部二级、三级心理咨询师资格证")
    put(page, "资质名称", NASTY)
    put(page, "查询链接", "https://example.invalid")
    put(page, "有效期至（长期的空着）", "哪天呢")
    click(clinic, page, "存好")
    assert "没有读懂这一天。可以写 5月20日，或 下周二。" in said(page)
    put(page, "有效期至（长期的空着）", "2001-01-01")
    put(page, "链接最后核验日", "今天")
    page.focusNextChild()
    clinic.qtbot.keyClick(QApplication.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)
    clinic.idle()
    clinic.qtbot.waitUntil(lambda: page.part.form is None)
    (one,) = kept(clinic)
    assert (one.record.title, one.record.valid_until) == (NASTY, "2001-01-01")
    assert one.record.verified_on == "2026-05-12"
    assert "有资质过了有效期，不会再印在同意书上（网络 2.2）。" in said(page)
    open_row(clinic, page)
    put(page, "有效期至（长期的空着）", "")
    click(clinic, page, "存好")
    clinic.idle()
    (changed,) = kept(clinic)
    assert (changed.id, changed.record.valid_until) == (one.id, "")
    assert "有资质过了有效期" not in said(page)
    open_row(clinic, page)
    click(clinic, page, "移除")
    clinic.idle()
    assert not kept(clinic)
    ((words, undo),) = page.done
    assert words == "移除了一条。"
    undo()
    clinic.idle()
    assert kept(clinic) == [changed]
    clinic.qtbot.waitUntil(lambda: len(page.findChildren(Table)) == 1)


def test_what_waits_is_said_where_one_begins_and_in_its_own_part(clinic):
    clinic.case()
    page = show(clinic)
    words = {
        "training": ("危机干预的培训", "网络咨询的培训"),
        "supervision": ("还没有写下谁在督导您",),
        PracticeKind.ACCOUNT.value: (),
        "papers": (),
        "profile": ("危机干预的培训", "网络咨询的培训", "还没有写下谁在督导您"),
    }
    every = words["profile"]
    for where, waiting in words.items():
        page.open_part(where)
        clinic.idle()
        heard = said(page)
        assert [one for one in every if one in heard] == list(waiting), where


@pytest.mark.clause("161")
def test_a_decision_that_belongs_to_no_case_is_weighed_and_kept(clinic):
    page = show(clinic, PracticeKind.ETHICS.value)
    click(clinic, page, "记一次决定")
    put(page, "什么事", "同行请我接她的家人")
    click(clinic, page, "存好")
    clinic.idle()
    assert "请写下事实（义务不明时）。" in said(page)
    words = {"事实": NASTY, "相关的人": "同行", "条款和法律": "1.5", "选项": "接或不接"}
    for name, text in {**words, "咨询了谁": "无", "决定": "不接，转给别人"}.items():
        put(page, name, text)
    click(clinic, page, "存好")
    clinic.idle()
    (one,) = kept(clinic)
    assert (one.record.day, one.record.facts, one.record.review) == ("2026-05-12", NASTY, "")
    (table,) = page.findChildren(Table)
    table.opened.emit(0)
    from ui.practice_decision import sheet  # noqa: PLC0415 - what the panel prints

    (panel,) = page.findChildren(PaperPanel)
    assert panel.secret is not None, "what was weighed leaves under a password"
    paper = sheet(one.record)
    assert (paper.title, paper.subtitle) == (panel._name, "同行请我接她的家人 · 2026年5月12日")
    named = [part.heading for part in paper.parts]
    assert named == [*words, "咨询了谁", "决定"], "what is empty is not printed"
    assert "不接，转给别人" in paper.words()


@pytest.mark.clause("118")
@pytest.mark.clause("056")
def test_supervision_is_counted_by_its_form(clinic):
    page = show(clinic, "supervision")
    for form, minutes in (("个体", "90"), ("同辈", "60")):
        click(clinic, page, "记一次督导")
        tick(clinic, page, form)
        tick(clinic, page, "视频")
        put(page, "哪一天", "今天")
        put(page, "分钟", "一小时")
        put(page, "督导师或同辈", "林老师")
        click(clinic, page, "存好")
        assert "请写一个数，例如 6 或 1.5。" in said(page)
        put(page, "分钟", minutes)
        click(clinic, page, "存好")
        clinic.idle()
    assert "个体 1.5 小时 · 团体 0 小时 · 同辈 1 小时" in said(page)


def test_escape_puts_the_form_away_then_goes_back_and_leaving_keeps_what_is_whole(clinic):
    page = show(clinic, "private account")
    click(clinic, page, "登记私人账号")
    page.escape()
    assert (page.part.form, page.went) == (None, [])
    click(clinic, page, "登记私人账号")
    put(page, "号码或账号", "shenzhiyuan")
    tick(clinic, page, "平台")
    clinic.idle()
    assert [one.record.channel for one in kept(clinic)] == ["shenzhiyuan"]
    page.escape()
    assert page.went == ["back"]
    assert page.here() == ToPractice("platform")


@pytest.mark.clause("024")
@pytest.mark.clause("068")
def test_a_scan_is_attached_looked_at_and_taken_out(clinic, tmp_path):
    target = io.BytesIO()
    Image.new("RGB", (30, 20), "white").save(target, "PNG")
    (tmp_path / "scan.png").write_bytes(target.getvalue())
    page = show(clinic, "policy")
    click(clinic, page, "添加文件")
    put(page, "文件名称", "档案制度")
    page.part._attach(tmp_path / "scan.png")
    clinic.idle()
    clinic.qtbot.waitUntil(lambda: len(pushes(page, "看文件 1 · 2026年5月12日")) == 1)
    assert len(kept(clinic)) == 1
    pushes(page, "看文件 1 · 2026年5月12日")[0].click()
    clinic.idle()
    kinds = clinic.do(lambda vault: [one.kind for one in vault.audit.entries(3)])
    assert AuditKind.PRACTICE_DOCUMENT_READ in kinds
    pushes(page, "移除文件 1 · 2026年5月12日")[0].click()
    clinic.idle()
    assert not clinic.do(lambda vault: vault.practice.documents())
    page.done[-1][1]()
    clinic.idle()
    assert len(clinic.do(lambda vault: vault.practice.documents())) == 1
    (tmp_path / "no.png").write_bytes(b"words")
    page.part._attach(tmp_path / "no.png")
    clinic.idle()
    assert page.part.form.said.isVisible()


@pytest.mark.clause("008")
@pytest.mark.clause("061")
@pytest.mark.clause("005")
@pytest.mark.clause("078")
@pytest.mark.clause("093")
def test_a_paper_is_refused_by_name_then_shown_and_the_hotline_asks_for_a_number(clinic):
    page = show(clinic, "papers")
    clinic.qtbot.waitUntil(lambda: "《服务说明》还不能印。" in said(page))
    words = said(page)
    for lacking in ("收费（热线 2.1，问 1·3）", "服务范围（热线 2.1，问 1·3）", "取向（问 1·3）"):
        assert lacking in words
    click(clinic, page, "去补上")
    clinic.idle()
    assert part(page, "咨询室或机构名").hasFocus()
    assert "要印的纸上得有这一项。" in said(page)
    known = replace(PUBLISHED, profile=replace(PROFILE, code=""))
    clinic.do(lambda vault: practice.change(vault, lambda _: known))
    page.open_part("papers")
    clinic.qtbot.waitUntil(lambda: "资质（热线 2.1，问 1·3，网络 2.2）" in said(page))
    click(clinic, page, "去补上")
    assert page.here() == ToPractice("credential")
    record(clinic, CREDENTIAL)
    page.open_part("papers")
    clinic.qtbot.waitUntil(lambda: bool(pushes(page, "存为 PDF")))
    tick(clinic, page, "热线：用工号")
    clinic.qtbot.waitUntil(lambda: "咨询师工号（热线 1.4）" in said(page))
    for paper in ("给来访者的指引", "开场白"):
        tick(clinic, page, paper)
        clinic.qtbot.waitUntil(lambda: bool(pushes(page, "存为 PDF")))


@pytest.mark.clause("076")
def test_a_private_account_is_noticed_where_a_contact_is_logged(clinic):
    record(clinic, ACCOUNT)
    page = clinic.show(ContactScreen(clinic.office, clinic.case().id))
    clinic.idle()
    put(page, "用哪种方式", "微信 13800001111")
    clinic.qtbot.waitUntil(lambda: "这是您登记过的私人账号" in said(page))
    put(page, "用哪种方式", "专用微信")
    assert "这是您登记过的私人账号" not in said(page)


@pytest.mark.clause("058")
def test_the_paper_on_supervision_leads_to_what_it_lacks_and_is_shown(clinic):
    lone = replace(PUBLISHED, profile=replace(PROFILE, escalation="", supervisor_contact="0571"))
    clinic.do(lambda vault: practice.change(vault, lambda _: lone))
    page = show(clinic, "papers")
    tick(clinic, page, "督导与紧急上报")
    clinic.qtbot.waitUntil(lambda: "《督导、记录保管与紧急上报》还不能印。" in said(page))
    assert "紧急个案先找谁（问 1）" in said(page)
    click(clinic, page, "去补上")
    clinic.idle()
    assert part(page, "紧急个案先找谁、什么时候找").hasFocus()
    put(page, "紧急个案先找谁、什么时候找", "先找督导师")
    clinic.idle()
    page.open_part("papers")
    tick(clinic, page, "督导与紧急上报")
    clinic.qtbot.waitUntil(lambda: bool(pushes(page, "存为 PDF")))


@pytest.mark.clause("076")
def test_a_private_account_is_noticed_where_the_practice_publishes_it(clinic):
    record(clinic, ACCOUNT)
    page = show(clinic, "profile")
    put(page, "咨询专用的联系方式", "13800001111")
    clinic.qtbot.waitUntil(lambda: "这是您登记过的私人账号" in said(page))
    clinic.idle()
    page.leave()
    clinic.idle()
    assert clinic.do(lambda vault: vault.settings.practice()).contact == "13800001111"
    again = show(clinic, "profile")
    clinic.qtbot.waitUntil(lambda: "这是您登记过的私人账号" in said(again))
    put(again, "咨询专用的联系方式", "0571-0000 0000")
    assert "这是您登记过的私人账号" not in said(again)


@pytest.mark.clause("076")
def test_a_private_account_is_noticed_in_a_consent_before_it_is_given_to_anybody(clinic):
    record(clinic, ACCOUNT)
    case = clinic.case()
    online = clinic.tools.consent_templates["online.zh"]
    made = clinic.do(lambda vault: consents.start(vault, clinic.tools, case.id, online))
    page = clinic.show(ConsentScreen(clinic.office, made.id))
    clinic.idle()
    page._pane._open(shown=True)
    label = online.label_of("counselor_contact")
    put(page, label, "电话 13800001111")
    assert "这是您登记过的私人账号" in said(page)
    put(page, label, "0571-0000 0000")
    assert "这是您登记过的私人账号" not in said(page)
    put(page, label, "13800001111")
    page.leave()
    clinic.idle()
    again = clinic.show(ConsentScreen(clinic.office, made.id))
    clinic.idle()
    assert "这是您登记过的私人账号" in said(again), "the places are open where one gives it"


def test_every_kind_shows_what_is_kept(clinic):
    for one in (CREDENTIAL, CRISIS, ONLINE, ACCOUNT):
        record(clinic, one)
    page = show(clinic, "training")
    assert "危机干预 16 学时 · 网络咨询 8.5 学时" in said(page)
    for key in ("credential", "supervision", "platform", "private account", "policy", "profile"):
        page.open_part(key)
        clinic.idle()
        assert page.here() == ToPractice(key)


def test_keeping_what_is_typed_leaves_the_focus_where_it_went_meanwhile(clinic):
    record(clinic, CREDENTIAL)
    page = show(clinic, "credential")
    open_row(clinic, page)
    put(page, "资质名称", NASTY)
    attach = the_one(
        lambda: [one for one in page.findChildren(QPushButton) if one.text().startswith("附上")]
    )
    attach.setFocus()
    clinic.qtbot.waitUntil(
        lambda: bool(clinic.do(lambda vault: vault.settings.practice_drafts())), timeout=5000
    )
    clinic.idle()
    assert attach.hasFocus()
