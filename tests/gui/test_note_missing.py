"""Before the password is asked: what a note lacks, and the way to where each is put right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu

from app.domain.case import ServiceMode
from app.domain.client import Place, Profile
from app.domain.consent import ConsentState
from app.domain.gate import GATE
from app.domain.intake import CaseType, Intake, Member
from app.domain.rule import Rule, Step
from app.services import consents
from app.services.example_screens import screen_case
from tests import admitted
from tests.gui.helpers import FULL, PASSWORD, button, buttons, click, said
from ui import gate_words
from ui.cases import CasesScreen
from ui.note_missing import MissingPanel
from ui.note_sign import SignPanel
from ui.notes import NoteScreen
from ui.page import ToCaseForm, ToCases, ToConsent, ToNote, ToScreen
from ui.widgets.plain import PlainEdit


def page_of(house, case):
    """Show a page with a draft of a case, and ask to sign it."""
    screen = house.show(NoteScreen(house.office, house.note(case, "谈到睡眠。").id))
    click(house, screen, "签署")
    house.idle()
    return screen


def password(screen):
    """Return the line for the password."""
    return next(x for x in screen.findChildren(QLineEdit) if x.accessibleName() == "密码")


def panel(screen):
    """Return the panel."""
    return screen.findChild(MissingPanel)


def test_another_way_stands_below_the_words_and_takes_none_of_their_width(house):
    screen = page_of(house, house.case(profile=Profile()))
    other, first = button(screen, "匿名：记下谈过什么"), button(screen, "去填姓名")
    row = first.parentWidget()
    words = max(row.findChildren(QLabel), key=lambda one: len(one.text()))
    assert other.parentWidget() is row
    assert other.geometry().top() >= words.geometry().bottom()
    screen.leave()
    house.idle()


@pytest.mark.clause("030")
def test_no_password_is_asked_while_anything_is_missing_and_esc_goes_back_to_the_words(house):
    screen = page_of(house, house.case())
    assert panel(screen).isVisible()
    assert not password(screen).isVisible()
    assert "还没有适合这种服务方式、签好了的知情同意书。" in said(screen)
    assert "守则 3.1，网络 1.2，热线 2.5" in said(screen)
    assert button(screen, "去签同意书").hasFocus()
    assert isinstance(screen.here(), ToNote)
    assert screen.here().signing
    house.qtbot.keyClick(button(screen, "去签同意书"), Qt.Key.Key_Escape)
    assert not panel(screen).isVisible()
    assert isinstance(screen.focusWidget(), PlainEdit)
    assert screen.here() is None
    screen.leave()
    house.idle()


@pytest.mark.parametrize(
    ("action", "place"),
    [
        ("去填姓名", "name"),
        ("去填所在地", "city"),
        ("去填您的所在地", "own_city"),
        ("去填紧急联系人", "contact_name"),
    ],
)
def test_each_button_leads_to_the_very_field(house, action, place):
    case = house.case(profile=Profile())
    screen = page_of(house, case)
    with house.qtbot.waitSignal(screen.wanted) as went:
        click(house, screen, action)
    assert went.args == [ToCaseForm(case.id, place)]
    screen.leave()
    house.idle()


@pytest.mark.clause("104")
@pytest.mark.parametrize(
    ("profile", "what", "action", "place"),
    [
        (Profile(name="林晓禾"), "还没有填来访者的联系方式", "去填联系方式", "phone"),
        (Profile(phone="13900000017"), "还没有填来访者的姓名。", "去填姓名", "name"),
        (
            Profile(place=Place("伦敦", "")),
            "来访者的城市填了，还没有填那里的时区。", "去填来访者的时区", "zone",
        ),
        (
            Profile(counselor_place=Place("杭州", "")),
            "您的城市填了，还没有填那里的时区。", "去填您的时区", "own_zone",
        ),
    ],
)  # fmt: skip
def test_of_name_and_contact_only_the_empty_one_is_asked_for(house, profile, what, action, place):
    case = house.case(profile=profile)
    screen = page_of(house, case)
    assert what in said(screen)
    with house.qtbot.waitSignal(screen.wanted) as went:
        click(house, screen, action)
    assert went.args == [ToCaseForm(case.id, place)]
    screen.leave()
    house.idle()


def test_what_belongs_to_another_rule_changes_no_sentence():
    whole = gate_words.rule_words("gate.three_fields")
    assert gate_words.rule_words("gate.three_fields", frozenset({"reach", "work"})) == whole


def test_the_consent_under_way_is_gone_on_with_and_a_new_one_begins_where_there_is_none(house):
    case = house.case()
    near = house.tools.consent_templates["in_person.zh"]
    house.do(lambda vault: consents.start(vault, house.tools, case.id, near))
    screen = page_of(house, case)
    with house.qtbot.waitSignal(screen.wanted) as went:
        click(house, screen, "去签同意书")
        house.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        title = house.tools.consent_templates["online.zh"].title
        menu.setActiveAction(next(one for one in menu.actions() if one.text() == title))
        house.qtbot.keyClick(menu, Qt.Key.Key_Return)
    made = house.do(lambda vault: vault.consents.of_case(case.id))[0]
    assert made.draft.template == "online.zh"
    assert went.args == [ToConsent(made.id)]
    with house.qtbot.waitSignal(screen.wanted) as went:
        screen._ask_to_sign()
        house.idle()
        click(house, screen, "去签同意书")
    assert went.args == [ToConsent(made.id)]
    assert len(house.do(lambda vault: vault.consents.of_case(case.id))) == 2
    screen.leave()
    house.idle()


@pytest.mark.clause("030")
def test_what_is_lost_while_the_password_is_typed_still_holds_the_signature(house):
    case = house.case()
    note = house.note(case, "谈到睡眠。")
    house.do(lambda vault: admitted.admit(vault, house.clock, note.id))
    screen = house.show(NoteScreen(house.office, note.id))
    click(house, screen, "签署")
    house.qtbot.waitUntil(lambda: password(screen).isVisible())

    def forget(vault):
        client = vault.clients.of_case(case.id)
        with vault.transaction():
            vault.clients.change(replace(client, profile=Profile(name=FULL.name, phone="1")))

    house.do(forget)
    screen.findChild(SignPanel).signer.set_text("沈知远")
    password(screen).setText(PASSWORD)
    house.qtbot.keyClick(password(screen), Qt.Key.Key_Return)
    house.qtbot.waitUntil(lambda: panel(screen).isVisible())
    assert not password(screen).isVisible()
    assert password(screen).text() == ""
    assert "紧急联系人的姓名和电话还没有填全。" in said(screen)
    assert house.do(lambda vault: vault.notes.get(note.id)).seal is None
    screen.leave()
    house.idle()


def test_a_way_that_leads_to_the_note_itself_stays_there_and_many_do_not_hide_the_words(
    house, monkeypatch
):
    monkeypatch.setattr(GATE, "rules", {})
    for number in range(10):
        name = f"gate.{number}"
        rule = Rule(name, ("030",), Step.NOTE, lambda _: True)
        monkeypatch.setitem(GATE.rules, name, rule)
        words = gate_words.RuleWords(f"缺 {number}。", "", "网络 1.2", f"去写 {number}")
        monkeypatch.setattr(gate_words, "WORDS", {**gate_words.WORDS, name: words})
    screen = page_of(house, house.case())
    assert "签署之前还缺 10 项" in said(screen)
    assert "补好这些以后，还有 2 项。" in said(screen)
    assert buttons(screen, "去写 7")
    assert not buttons(screen, "去写 8")
    with house.qtbot.waitSignal(panel(screen).stay) as stayed:
        click(house, screen, "去写 3")
    assert stayed.args == ["gate.3"]
    assert not panel(screen).isVisible()
    screen.leave()
    house.idle()


@pytest.mark.clause("108")
def test_a_couple_is_led_to_the_agreement_that_both_sign(house):
    couple = Intake(kind=CaseType.COUPLE, members=(Member("陈树"),))
    case = house.case("P-7", replace(FULL, intake=couple), ServiceMode.FACE_TO_FACE)
    screen = page_of(house, case)
    with house.qtbot.waitSignal(screen.wanted) as went:
        click(house, screen, "去签团体保密协议")
    (made,) = house.do(lambda vault: vault.consents.of_case(case.id))
    assert went.args == [ToConsent(made.id)]
    assert made.draft.template == "group.zh"
    assert "隐私权 2.1" in said(screen)
    screen.leave()
    house.idle()


@pytest.mark.clause("030")
def test_the_page_of_a_case_says_in_one_line_what_is_missing_and_leads_there(house):
    case = house.case()
    screen = house.show(CasesScreen(house.office, case.id))
    house.qtbot.waitUntil(lambda: bool(buttons(screen, "去评估")))
    with house.qtbot.waitSignal(screen.wanted) as went:
        click(house, screen, "去评估")
    assert went.args == [ToScreen(case.id)], "nobody signs before it is known that it suits"
    house.do(lambda vault: screen_case(vault, house.tools, case, "zh"))
    screen.revisit(ToCases(case.id))
    house.idle()
    consent = house.do(
        lambda vault: consents.start(
            vault, house.tools, case.id, house.tools.consent_templates["online.zh"]
        )
    )
    screen.revisit(ToCases(case.id))
    house.idle()
    with house.qtbot.waitSignal(screen.wanted) as went:
        click(house, screen, "去签同意书")
    assert went.args == [ToConsent(consent.id)]
    house.do(lambda vault: admitted.agree(vault, house.clock, case.id))
    house.do(lambda vault: vault.consents.of_case(case.id)[0].state is ConsentState.SIGNED)
    poor = house.case("P-1", replace(FULL, emergency=Profile().emergency))
    house.do(lambda vault: screen_case(vault, house.tools, poor, "zh"))
    house.do(lambda vault: admitted.agree(vault, house.clock, poor.id))
    screen.revisit(ToCases(poor.id))
    house.idle()
    with house.qtbot.waitSignal(screen.wanted) as went:
        click(house, screen, "去填紧急联系人")
    assert went.args == [ToCaseForm(poor.id, "contact_name")]
    calm = house.case("C-1", Profile(), ServiceMode.CRISIS)
    screen.revisit(ToCases(calm.id))
    house.idle()
    assert not buttons(screen, "去填紧急联系人")
