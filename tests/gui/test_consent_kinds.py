"""A consent is discussed, proved in every way, asked for apart, renewed and worded, by hand."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QMenu, QScrollArea, QTextEdit

from app import bootstrap
from app.domain.case import ServiceMode
from app.domain.client import Profile
from app.domain.consent import (
    ConsentState,
    DocumentKind,
    Signature,
    SigningMethod,
    next_states,
)
from app.domain.consent_evidence import EVIDENCE, READING
from app.domain.consent_purpose import Purpose
from app.domain.consent_renewal import RENEWAL
from app.domain.consent_talk import CONSENT, Discussion
from app.domain.consent_wording import WORDING
from app.domain.practice import Practice
from app.services import cases, consent_renewals, consent_talks, consent_texts, consents
from storage.files import FileShelf
from tests.gui.helpers import SHANGHAI, buttons, click, said, the_one, write
from ui.cases import CasesScreen
from ui.consent_overview import ConsentsScreen
from ui.consent_rules import rule_words
from ui.consent_texts import ConsentTextsScreen
from ui.consents import ConsentScreen
from ui.page import ToConsent, ToConsents, ToConsentTexts
from ui.widgets.banner import Banner
from ui.widgets.chip import ChoiceChip
from ui.widgets.signature import SignaturePad
from ui.widgets.timeline import TimelineItem

S = ConsentState
ODD = "😀䶮𬱖ㄅ\u202e木"
PRACTICE = Practice(
    "林间咨询室",
    "沈知远",
    "注册心理师 X-19-214",
    "https://example.org/x",
    "整合取向",
    "会议软件",
    "每次 500 元",
    "13800000000",
    SHANGHAI,
)


@pytest.fixture
def at(house):
    """A house with a practice, whose shelf reads real files."""
    house.tools = replace(house.tools, shelf=FileShelf())
    with_practice = PRACTICE

    def settle(vault):
        with vault.transaction():
            vault.settings.change_practice(with_practice)

    house.do(settle)
    return house


def begun(at, case, key="online.zh", until=S.DRAFT, **choices):
    """Start a consent, fill it, and take it as far as `until`; talked about if it needs to be."""

    def work(vault):
        made = consents.start_with(vault, at.tools, case.id, key)
        page = consents.page(vault, at.tools, made.id)
        facts = {one: made.draft.facts.get(one, "有") for one in page.template.facts}
        scope = tuple(one.key for one in page.raw.scopes[:1])
        draft = replace(made.draft, facts={"guardian": "父亲", **facts}, scope=scope, **choices)
        made = consents.change(vault, at.tools, made.id, draft)
        points = tuple(one.key for one in page.template.talk)
        if until in (S.DISCUSSED, S.RECONFIRMED, S.SIGNED):
            consent_talks.keep(vault, made.id, Discussion(points, "没有", "懂了"))
        while made.state is not until:
            to = next_states(made.state, made.purpose)[0]
            if to is not S.SIGNED:
                made = consents.step(vault, at.tools, made.id, to)
                continue
            stroke = ((0.1, 0.2), (0.8, 0.6), (1.4, 0.2))
            names = consents.form(vault, made.id).signers
            now = at.clock.now()
            drawn = tuple(Signature(one, (stroke,), now) for one in names)
            made = consents.sign_on_screen(vault, at.tools, made.id, drawn)
        return made.id

    return at.do(work)


def shown(at, consent_id):
    page = ConsentScreen(at.office, consent_id)
    at.desk.changed.connect(page.reload)
    return at.show(page, 1280, 800)


def kept(at, consent_id):
    return at.do(lambda vault: vault.consents.get(consent_id))


def find(page, kind, name):
    return the_one(
        lambda: [
            one
            for one in page.findChildren(kind)
            if one.isVisible() and name in (one.accessibleName(), getattr(one, "text", str)())
        ]
    )


def press(at, page, name):
    """Click a button by its name, and wait for what follows."""
    click(at, page, name)
    at.idle()


def choose(at, page, text):
    """Choose an entry of the menu that is open, by the keyboard."""

    def menu():
        return next((one for one in page.findChildren(QMenu) if one.isVisible()), None)

    at.qtbot.waitUntil(lambda: menu() is not None)
    open_menu = menu()
    action = next(one for one in open_menu.actions() if one.text() == text)
    open_menu.setActiveAction(action)
    QTest.keyClick(open_menu, Qt.Key.Key_Return)
    at.idle()


@pytest.mark.clause("042", "081", "088", "159")
def test_the_discussion_is_held_by_keyboard_and_the_step_is_refused_until_then(at):
    made = begun(at, at.case(), until=S.READ)
    page = shown(at, made)
    press(at, page, "记下：已讨论")
    words = said(page)
    assert "还不能记为已讨论" in words
    for clause in ("问6(1)", "问7", "持续知情同意"):
        assert clause in words
    assert kept(at, made).state is S.READ
    first = page.focusWidget()
    assert isinstance(first, QCheckBox)  # where it is missing
    for _ in range(9):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget() is find(page, QTextEdit, "来访者提的问题")
    write(page.focusWidget(), f"督导会知道吗？{ODD}")
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    write(page.focusWidget(), f"有危险才说。{ODD}")
    at.qtbot.waitUntil(lambda: "已存" in said(page))
    at.idle()
    talk = kept(at, made).talk
    assert len(talk.points) == 9
    assert talk.questions == f"督导会知道吗？{ODD}"
    press(at, page, "记下：已讨论")
    assert kept(at, made).state is S.DISCUSSED
    assert find(page, QTextEdit, "来访者提的问题").isReadOnly()


@pytest.mark.clause("088")
def test_what_is_written_of_the_discussion_survives_leaving(at):
    made = begun(at, at.case(), until=S.READ)
    page = shown(at, made)
    write(find(page, QTextEdit, "来访者用自己的话复述"), ODD)
    page.leave()
    at.idle()
    assert kept(at, made).talk.own_words == ODD
    again = shown(at, made)
    assert find(again, QTextEdit, "来访者用自己的话复述").toPlainText() == ODD


@pytest.mark.clause("042", "088")
def test_words_that_change_take_the_ticks_away_and_leave_what_is_written(at):
    made = begun(at, at.case(), until=S.DISCUSSED)
    page = shown(at, made)
    press(at, page, "查看与修改填写")
    line = find(page, QLineEdit, "费用与支付")
    line.selectAll()
    line.insert("每次 800 元")
    at.qtbot.waitUntil(lambda: kept(at, made).state is S.DRAFT)
    at.idle()
    at.qtbot.waitUntil(lambda: not [one for one in ticks(page) if one.isChecked()])
    assert find(page, QTextEdit, "来访者用自己的话复述").toPlainText() == "懂了"
    assert kept(at, made).talk.points == ()


def ticks(page):
    return [one for one in page.findChildren(QCheckBox) if one.isVisible()]


@pytest.mark.clause("087")
def test_a_reading_alone_is_recorded_with_its_picture(at, tmp_path):
    made = begun(at, at.case(), until=S.PROVIDED)
    page = shown(at, made)
    press(at, page, "自助已阅…")
    press(at, page, "记下：自助已阅")
    assert "请贴上问卷里的一行，或选一张截图" in said(page)
    assert kept(at, made).state is S.PROVIDED
    shot = tmp_path / "read.png"
    data = io.BytesIO()
    Image.new("RGB", (60, 40), "white").save(data, "PNG")
    shot.write_bytes(data.getvalue())
    find(page, QLineEdit, "或者一张截图").insert(str(shot))
    press(at, page, "记下：自助已阅")
    found = kept(at, made)
    assert found.state is S.READ
    assert found.self_read.at == at.clock.now().replace(second=0, microsecond=0)
    assert not buttons(page, "自助已阅…")
    (document,) = at.do(lambda vault: vault.consents.documents(made))
    assert document.kind is DocumentKind.SELF_READ


@pytest.mark.clause("087")
def test_a_picture_that_is_none_records_nothing(at, tmp_path):
    made = begun(at, at.case(), until=S.PROVIDED)
    page = shown(at, made)
    press(at, page, "自助已阅…")
    find(page, QLineEdit, "或者一张截图").insert(str(tmp_path / "nowhere.png"))
    press(at, page, "记下：自助已阅")
    assert "找不到这个文件" in said(page)
    assert kept(at, made).state is S.PROVIDED
    QTest.keyClick(find(page, QLineEdit, "或者一张截图"), Qt.Key.Key_Escape)
    assert not buttons(page, "记下：自助已阅")


@pytest.mark.clause("012", "089", "090")
def test_a_spoken_consent_is_recorded_with_who_when_and_where(at):
    made = begun(at, at.case(), until=S.RECONFIRMED)
    page = shown(at, made)
    QTest.mouseClick(find(page, ChoiceChip, "口头同意"), Qt.MouseButton.LeftButton)
    press(at, page, "完成签署")
    assert "热线规范 2.5、问7：这一项要写明" in said(page)
    assert kept(at, made).state is S.RECONFIRMED
    find(page, QLineEdit, "谁朗读").insert("来访者本人")
    find(page, QLineEdit, "录音存放在哪里").insert("加密硬盘 䶮")
    process = find(page, QTextEdit, "过程说明")
    assert "再次确认" in process.toPlainText()  # the steps are written already
    process.selectAll()
    write(process, "镜头前读完，逐条谈过。")
    press(at, page, "完成签署")
    found = kept(at, made)
    assert (found.state, found.method) == (S.SIGNED, SigningMethod.ORAL)
    assert found.evidence.oral.recording == "加密硬盘 䶮"
    assert found.evidence.process == "镜头前读完，逐条谈过。"
    assert "录音存放" in said(page)
    press(at, page, "打开知情同意过程记录")
    at.qtbot.waitUntil(lambda: page.view.heading.text() == "知情同意过程记录")
    assert page.view.count() >= 1
    at.qtbot.waitUntil(lambda: not page._pause.isActive())
    at.idle()
    assert page.view.heading.text() == "知情同意过程记录", "what was typed before has its rest"


def test_before_the_first_step_nothing_is_said_of_the_process(at):
    made = begun(at, at.case())
    page = shown(at, made)
    process = find(page, QTextEdit, "过程说明")
    assert process.toPlainText() == ""
    press(at, page, "记下：已提供")
    at.qtbot.waitUntil(lambda: "已提供" in process.toPlainText())
    assert re.fullmatch(
        r"\d{4}年\d+月\d+日（周[一二三四五六日]）\d\d:\d\d 已提供。", process.toPlainText()
    )


@pytest.mark.clause("090")
def test_the_process_is_not_left_empty(at):
    made = begun(at, at.case(), until=S.RECONFIRMED)
    page = shown(at, made)
    QTest.mouseClick(find(page, ChoiceChip, "口头同意"), Qt.MouseButton.LeftButton)
    find(page, QLineEdit, "谁朗读").insert("我")
    find(page, QLineEdit, "录音存放在哪里").insert("硬盘")
    process = find(page, QTextEdit, "过程说明")
    process.selectAll()
    QTest.keyClick(process, Qt.Key.Key_Delete)
    press(at, page, "完成签署")
    assert "没有写知情同意的过程（问7·归档）" in said(page)
    assert kept(at, made).state is S.RECONFIRMED


@pytest.mark.clause("112", "046")
def test_a_recording_is_asked_for_apart_and_signed_on_one_page(at):
    case = at.case()
    page = at.show(ConsentsScreen(at.office, case.id))
    assert page.here() == ToConsents(case.id)
    went = []
    page.wanted.connect(went.append)
    press(at, page, "新建：录音")
    choose(at, page, "录音知情同意书")
    (there,) = went
    made = there.consent_id
    page = shown(at, made)
    assert page.view.count() == 1
    press(at, page, "记下：已提供")
    assert "允许的范围还空着" in said(page)
    QTest.keyClick(find(page, QCheckBox, "个体督导"), Qt.Key.Key_Space)
    QTest.mouseClick(find(page, ChoiceChip, "6 个月"), Qt.MouseButton.LeftButton)
    at.idle()
    press(at, page, "记下：已提供")
    press(at, page, "记下：再次确认")
    assert not [one for one in page.findChildren(ChoiceChip) if one.text() == "口头同意"]
    for name in ("来访者签名", "咨询师签名"):
        pad = find(page, SignaturePad, name)
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(60, 40))
        for step in range(8):
            QTest.mouseMove(pad, QPoint(70 + step * 20, 40 + step % 3 * 15))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(230, 60))
        at.idle()
    press(at, page, "完成签署")
    found = kept(at, made)
    assert (found.state, found.draft.scope, found.draft.months) == (S.SIGNED, ("individual",), 6)
    assert found.ends_at is not None
    assert "有效期至" in said(page)
    overview = at.show(ConsentsScreen(at.office, case.id))
    assert "有效" in said(overview)
    press(at, page, "撤回同意")
    click(at, page.window(), "撤回")
    at.idle()
    now = at.clock
    assert not at.do(lambda vault: consent_renewals.in_force(vault, now, case.id, Purpose.AUDIO))


@pytest.mark.clause("112", "145")
def test_the_list_says_which_consents_are_in_force(at):
    case = at.case()
    begun(at, case, until=S.SIGNED)
    begun(at, case, "release.zh", until=S.SIGNED)
    begun(at, case, "video.zh")
    page = at.show(ConsentsScreen(at.office, case.id))
    words = said(page)
    assert words.count("有效") == 2
    assert words.count("进行中") == 1
    at.clock.time += timedelta(days=200)
    page = at.show(ConsentsScreen(at.office, case.id))
    assert said(page).count("已到期") == 1
    went = []
    page.wanted.connect(went.append)
    press(at, page, "打开信息披露，已到期")
    press(at, page, "同意书文本")
    assert went == [ToConsent(2), ToConsentTexts()]
    page.escape()


def test_the_case_leads_to_all_its_consents(at):
    case = at.case()
    page = at.show(CasesScreen(at.office, case.id))
    went = []
    page.wanted.connect(went.append)
    press(at, page, "知情同意")
    choose(at, page, "所有同意书，包括录音等单独同意…")
    assert went == [ToConsents(case.id)]


def test_a_recording_consent_under_way_is_gone_on_with_and_hands_nothing_on(at):
    case = at.case()
    first = begun(at, case, "audio.zh")
    page = at.show(ConsentsScreen(at.office, case.id))
    went = []
    page.wanted.connect(went.append)
    press(at, page, "新建：录音")
    choose(at, page, f"继续 {case.id:04d}-{first:04d}（等提供给来访者）")
    assert went == [ToConsent(first)]
    assert f"{case.id:04d}-{first:04d}" in said(page)
    press(at, page, "新建：录音")
    choose(at, page, "另做一份：录音知情同意书")
    assert kept(at, went[1].consent_id).draft.scope == ()


@pytest.mark.clause("138")
def test_a_tick_puts_the_guardian_on_the_form(at):
    made = begun(at, at.case())
    page = shown(at, made)
    tick = find(page, QCheckBox, "未满十八岁，监护人也签名")
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    at.qtbot.waitUntil(lambda: kept(at, made).draft.minor)
    at.idle()
    names = ("来访者（本人意愿）", "监护人", "监护人（单独同意）", "咨询师")
    for name in names:
        assert find(page, SignaturePad, f"{name}签名")
    assert tick.hasFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    at.qtbot.waitUntil(lambda: not kept(at, made).draft.minor)
    at.idle()
    assert not [one for one in page.findChildren(SignaturePad) if "监护人" in one.accessibleName()]
    assert "未满十八岁：请勾上" not in said(page), "nothing is known of an age"


@pytest.mark.clause("138", "153")
def test_a_form_without_the_guardian_of_a_minor_says_so(at):
    case = at.case()
    made = begun(at, case)
    born = Profile(name="小禾", birth_date="2015-06-01")
    at.do(lambda vault: cases.change_case(vault, at.clock, case, born))
    page = shown(at, made)
    assert "未满十八岁：请勾上" in said(page)
    tick = find(page, QCheckBox, "未满十八岁，监护人也签名")
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert "未满十八岁：请勾上" not in said(page)


@pytest.mark.clause("042", "087")
def test_the_ways_of_signing_are_in_sight_when_it_is_to_be_signed(at):
    made = begun(at, at.case(), until=S.DISCUSSED)
    page = ConsentScreen(at.office, made)
    at.desk.changed.connect(page.reload)
    at.show(page, 1280, 640)
    press(at, page, "记下：再次确认")

    def seen():
        chip = find(page, ChoiceChip, "口头同意")
        area = next(one for one in page.findChildren(QScrollArea) if one.isAncestorOf(chip))
        return area.viewport().rect().contains(chip.mapTo(area.viewport(), chip.rect().center()))

    at.qtbot.waitUntil(seen)


@pytest.mark.clause("017", "150")
def test_only_a_hotline_offers_to_name_a_deadly_disease(at):
    words = "保密的例外里也写致命的传染病（热线 3.5、第一版守则 2.2；第二版没有列）"
    online = shown(at, begun(at, at.case()))
    assert not [one for one in online.findChildren(QCheckBox) if one.text() == words]
    case = at.case("H-018", mode=ServiceMode.HOTLINE_REGULAR)
    made = begun(at, case)
    page = shown(at, made)
    assert find(page, QCheckBox, words).isChecked() is False
    QTest.keyClick(find(page, QCheckBox, words), Qt.Key.Key_Space)
    at.qtbot.waitUntil(lambda: kept(at, made).draft.scope == ("disease",))


@pytest.mark.clause("108")
def test_members_of_a_group_each_get_a_line_while_they_are_typed(at):
    made = begun(at, at.case(), "group.zh")
    page = shown(at, made)
    box = find(page, QTextEdit, "成员，一行写一位")
    box.setFocus()
    write(box, "禾木")
    QTest.keyClick(box, Qt.Key.Key_Return)
    write(box, f"周予安{ODD}")
    at.qtbot.waitUntil(lambda: len(kept(at, made).draft.members) == 2)
    at.idle()
    for name in ("禾木", f"周予安{ODD}", "咨询师"):
        assert find(page, SignaturePad, f"{name}签名")
    assert box.hasFocus()


@pytest.mark.clause("159")
def test_after_half_a_year_it_is_talked_over_again_on_its_own_page(at):
    made = begun(at, at.case(), until=S.SIGNED)
    at.clock.time += timedelta(days=190)
    page = shown(at, made)
    assert "有几个月没有重温了" in said(page)
    press(at, page, "记下这次重温")
    assert "没有逐项谈完（问7）" in said(page)
    for tick in ticks(page):
        QTest.keyClick(tick, Qt.Key.Key_Space)
    write(find(page, QTextEdit, "来访者提的问题"), "没有")
    write(find(page, QTextEdit, "来访者用自己的话复述"), ODD)
    press(at, page, "记下这次重温")
    at.qtbot.waitUntil(lambda: "有几个月没有重温了" not in said(page))
    words = said(page)
    assert "重温：" in words
    assert f"「{ODD}」" in words


@pytest.mark.clause("042", "159")
def test_a_newer_edition_leads_to_a_new_form(at):
    made = begun(at, at.case(), until=S.SIGNED)
    texts = dict(bootstrap.consent_templates())
    texts["online.zh"] = replace(texts["online.zh"], edition="2027-01 第 2 版")
    at.tools = replace(at.tools, consent_templates=texts)
    page = shown(at, made)
    assert "同意书有了新的版本" in said(page)
    went = []
    page.wanted.connect(went.append)
    press(at, page, "另做一份新的")
    assert went == [ToConsent(made + 1)]
    assert kept(at, made + 1).draft.edition == "2027-01 第 2 版"


@pytest.mark.clause("039")
def test_a_text_is_worded_anew_and_refused_with_its_clause_while_a_section_is_empty(at):
    page = at.show(ConsentTextsScreen(at.office), height=2400)
    press(at, page, "照一份现成的改")
    choose(at, page, "网络心理咨询知情同意书")
    at.qtbot.waitUntil(lambda: page.form is not None)
    form = page.form
    find(page, QLineEdit, "文本名").selectAll()
    find(page, QLineEdit, "文本名").insert(f"林间 {ODD}")
    part = next(one for one in form.parts if one.section().key == "failure")
    held = part.words.text()
    part.words.edit.selectAll()
    QTest.keyClick(part.words.edit, Qt.Key.Key_Delete)
    press(at, page, "存好这份文本")
    words = said(page)
    assert "必须有的一节没有内容（网络 2.3）：七、网络中断时怎么办" in words
    assert at.do(lambda vault: vault.settings.consent_texts()) == ()
    # Whoever goes now loses nothing.
    page.leave()
    at.idle()
    page = at.show(ConsentTextsScreen(at.office), height=2400)
    at.qtbot.waitUntil(lambda: page.form is not None)
    assert page.form.title.text() == f"林间 {ODD}"
    part = next(one for one in page.form.parts if one.section().key == "failure")
    assert part.words.text() == ""
    write(part.words.edit, held)
    removable = len(buttons(page, "去掉这一节"))
    assert removable == 2  # minors and disputes; every other section must be there
    press(at, page, "添加一节")
    write(page.focusWidget(), "二十、宠物")
    write(page.form.parts[-1].words.edit, "可以带狗。")
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    at.idle()
    (kept_text,) = at.do(lambda vault: vault.settings.consent_texts())
    assert (kept_text.title, kept_text.sections[-1].heading) == (f"林间 {ODD}", "二十、宠物")
    assert page.form is None
    press(at, page, f"林间 {ODD}")
    press(at, page, "删除文本")
    assert at.do(lambda vault: vault.settings.consent_texts()) == ()
    press(at, page, "撤销")
    assert len(at.do(lambda vault: vault.settings.consent_texts())) == 1


@pytest.mark.clause("159")
def test_how_often_it_is_gone_through_is_chosen_with_the_texts(at):
    page = at.show(ConsentTextsScreen(at.office))
    assert page.keys()
    QTest.mouseClick(find(page, ChoiceChip, "3 个月"), Qt.MouseButton.LeftButton)
    at.idle()
    assert at.do(lambda vault: vault.settings.renewal_months()) == 3


def test_an_optional_section_is_taken_out(at):
    def keep(vault):
        text = consent_texts.begin(at.tools, "in_person.zh")
        return consent_texts.keep(vault, at.tools, text)

    at.do(keep)
    page = at.show(ConsentTextsScreen(at.office), height=2400)
    press(at, page, "心理咨询知情同意书")
    before = len(page.form.parts)
    QTest.mouseClick(buttons_icon(page, "去掉这一节")[0], Qt.MouseButton.LeftButton)
    press(at, page, "存好这份文本")
    (kept_text,) = at.do(lambda vault: vault.settings.consent_texts())
    assert len(kept_text.sections) == before - 1
    assert kept_text.short_edition == "自订第 2 版"
    page.escape()


def buttons_icon(within, name):
    from ui.widgets.button import IconButton  # noqa: PLC0415 - what the helper does not look for

    return [
        one
        for one in within.findChildren(IconButton)
        if one.isVisible() and one.accessibleName() == name
    ]


@pytest.mark.clause("138")
def test_large_print_and_the_account_are_saved_as_files(at, tmp_path):
    made = begun(at, at.case(), until=S.READ)
    page = shown(at, made)
    sizes = []
    for entry in ("存为 PDF…", "大字版：存为 PDF…", "过程记录：存为 PDF…"):
        press(at, page, "打印")
        choose(at, page, entry)
        file = tmp_path / f"{len(sizes)}.pdf"
        line = find(page, QLineEdit, "存为 PDF")
        line.selectAll()
        line.insert(str(file))
        press(at, page, "存为文件")
        at.qtbot.waitUntil(file.exists)
        sizes.append(file.read_bytes())
    from ui.document_view import Pdf  # noqa: PLC0415 - Qt's PDF module

    form, large, record = (Pdf(one) for one in sizes)
    assert large.pages() > form.pages()
    assert "知情同意过程记录" in record.text(0)


def test_every_rule_of_a_consent_has_a_sentence_of_its_own(qapp):
    books = (CONSENT, EVIDENCE, READING, RENEWAL, WORDING)
    names = [name for book in books for name in book.rules]
    words = [rule_words(name) for name in names]
    assert all(words)
    assert len(set(words)) == len(names) > 15


@pytest.mark.clause("159", "112")
def test_the_case_says_that_consent_is_due_again_and_tells_of_the_talk(at):
    case = at.case()
    begun(at, case, "audio.zh", until=S.SIGNED)
    page = at.show(CasesScreen(at.office, case.id))
    assert "还没有同意书" in said(page)  # one to recording stands for nothing else
    made = begun(at, case, until=S.SIGNED)
    page = at.show(CasesScreen(at.office, case.id))
    assert "同意书已签署" in said(page)
    at.clock.time += timedelta(days=190)
    page = at.show(CasesScreen(at.office, case.id))
    assert "知情同意该再谈了" in said(page)

    def talk(vault):
        points = tuple(one.key for one in vault.consents.wording(made).talk)
        consent_talks.talk_again(vault, at.tools, made, Discussion(points, "没有", "都记得。"))

    at.do(talk)
    page = at.show(CasesScreen(at.office, case.id))
    assert "知情同意该再谈了" not in said(page)
    assert "重温了知情同意" in said(page)
    went = []
    page.wanted.connect(went.append)
    item = next(
        one for one in page.findChildren(TimelineItem) if "重温了知情同意" in one.accessibleName()
    )
    item.setFocus()
    QTest.keyClick(item, Qt.Key.Key_Return)
    assert went == [ToConsent(made)]


def test_the_steps_are_taken_by_the_keyboard_from_one_place(at):
    made = begun(at, at.case(), until=S.PROVIDED)
    page = shown(at, made)
    page.step_button.setFocus()
    step(at, page, "记下：已阅读")
    first = find(page, QCheckBox, "网络咨询怎样进行：平台、专用账号、先试一次设备")
    at.qtbot.waitUntil(first.hasFocus)
    page.step_button.setFocus()
    step(at, page, "记下：已讨论")
    assert "没有逐项谈完（问7）" in said(page)
    assert first.hasFocus()
    assert any(one.isVisible() for one in page.findChildren(Banner))


def test_the_talk_is_ticked_off_and_the_step_taken_without_leaving_it(at):
    made = begun(at, at.case(), until=S.PROVIDED)
    page = shown(at, made)
    page.step_button.setFocus()
    step(at, page, "记下：已阅读")
    ticks = [one for one in page.findChildren(QCheckBox) if one.parent() is page._pane.talk]
    at.qtbot.waitUntil(ticks[0].hasFocus)
    for tick in ticks:
        assert QApplication.focusWidget() is tick
        QTest.keyClick(tick, Qt.Key.Key_Return)
        assert tick.isChecked()
    QTest.keyClick(ticks[0], Qt.Key.Key_Return)
    assert ticks[0].isChecked(), "Enter takes nothing back"
    page._pane.talk.questions.set_text("没有")
    own = page._pane.talk.own_words.edit
    own.setFocus()
    take = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(own, *take)
    at.idle()
    assert at.do(lambda vault: vault.consents.get(made)).state is S.READ, (
        "her own words are missing"
    )
    write(own, "有人有危险时才会告诉别人。")
    page._load()  # what was kept by itself is just being read anew
    QTest.keyClick(own, *take)
    at.idle()
    assert at.do(lambda vault: vault.consents.get(made)).state is S.DISCUSSED
    assert page.step_button.hasFocus()


def test_where_the_last_step_is_taken_the_way_of_signing_comes_next_and_then_the_pads(at):
    made = begun(at, at.case(), until=S.DISCUSSED)
    page = shown(at, made)
    page.step_button.setFocus()
    step(at, page, "记下：再次确认")
    at.qtbot.waitUntil(find(page, ChoiceChip, "屏幕手写").hasFocus)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), SignaturePad)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert find(page, ChoiceChip, "屏幕手写").hasFocus()


def step(at, page, words):
    """Record the step that its button names, with the keys on it."""
    assert page.step_button.text() == words
    QTest.keyClick(page.step_button, Qt.Key.Key_Space)
    at.idle()
