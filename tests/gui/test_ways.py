"""Every way from what is missing lands at the thing: the focus is in its field, and in sight."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea

from app.domain.case import ServiceMode
from app.domain.client import Place, Profile
from app.domain.consent_purpose import Purpose
from app.domain.course import COURSE, Course
from app.domain.gate import GATE
from app.domain.gate_fields import CLIENT_ZONE, NAME, OWN_ZONE, REACH, TALK
from app.domain.gate_sheet import FIELDS
from app.domain.intake import CaseType, Intake, Member, Ties, Triage, Urgency
from app.domain.intake_rules import INTAKE_CARE
from app.domain.risk import RiskLevel
from app.domain.session_sheet import SessionSheet
from app.services import consent_texts, group_agreements
from tests.admitted import filled
from tests.gui.helpers import buttons, click
from ui.case_waits import CaseWaits
from ui.consents import ConsentScreen
from ui.gate_words import rule_words
from ui.intake_page import IntakeScreen
from ui.intake_ways import intake_way
from ui.note_missing import Missing, MissingPanel
from ui.page import ToCases, ToIntake, ToNote
from ui.widgets.button import Button
from ui.workspace import Workspace

COUPLE = Profile(
    name="林晓禾",
    place=Place("伦敦", ""),
    counselor_place=Place("杭州", ""),
    intake=Intake(
        kind=CaseType.COUPLE,
        members=(Member("陈树"),),
        triage=Triage(Urgency.URGENT, "建议停药", RiskLevel.LOW),
        ties=Ties(known=True),
    ),
)
SHEET = replace(
    filled(SessionSheet()),
    third_person=True,
    third_person_who="母亲",
    risk=RiskLevel.HIGH,
    came=("林晓禾",),
    absent=("陈树",),
)
EMPTY = SessionSheet()
# The rule, what is known of it to lack, and what has the focus after its button is pressed.
OF_THE_GATE = [
    ("gate.who", {NAME}, "姓名"),
    ("gate.who", {REACH}, "电话"),
    ("gate.who", {TALK}, "为什么匿名"),
    ("gate.client_place", set(), "来访者所在城市"),
    ("gate.client_place", {CLIENT_ZONE}, "来访者时区"),
    ("gate.counselor_place", set(), "您所在城市"),
    ("gate.counselor_place", {OWN_ZONE}, "您的时区"),
    ("gate.emergency", set(), "紧急联系人"),
    ("gate.screen", set(), "是"),
    ("gate.suitable", set(), "是"),
    ("gate.who_came", set(), "都来了"),
    ("gate.identity_checked", set(), "视频面容"),
    ("gate.third_person", {"third_person_who"}, "第三人在场"),
    ("gate.three_fields", {"mood"}, "平稳"),
    ("gate.three_fields", {"problem"}, "情绪"),
    ("gate.four_answers", {"complaint"}, "主诉"),
    ("gate.four_answers", {"referral"}, "转介建议"),
    ("gate.risk_confirmed", {"client_place"}, "来访者所在城市"),
    ("gate.risk_confirmed", {"confirmed"}, "今天确认过"),
]
OF_A_MENU = {"gate.consent", "gate.consent_anew"}
OF_THE_AGREEMENT = {"gate.group_agreement"}
OF_THE_INTAKE = {
    "intake_care.danger_known": "面询",
    "intake_care.ungraded": "分级的理由",
    "intake_care.unanswered": "首次答复的时间",
    "intake_care.anonymous": "为什么匿名",
    "intake_care.unnamed": "电话",
    "intake_care.relation_unasked": "相识",
    "intake_care.relation": "是怎样的关系",
    "intake_care.family": "在您这里咨询的亲属或伴侣",
    "intake_care.perhaps_family": "在您这里咨询的亲属或伴侣",
    "intake_care.doctors_words": "分级的理由",
    "intake_care.guardian": "监护人 1",
    "intake_care.not_by_voice": "说得最自在的语言或方言",
    "intake_care.members": "添加成员",
    "intake_care.unpublished": "服务范围",
}
OF_THE_COURSE = {"last_agreed": "约定几次", "beyond_agreed": "约定几次", "review_due": "是，仍有效"}
_COURSES = {"last_agreed": (5, 5, 5, 8), "beyond_agreed": (6, 5, 6, 8), "review_due": (9, 0, 0, 8)}


def landed(house, space):
    """Return what has the focus, once it is in sight."""

    def seen():
        part = QApplication.focusWidget()
        named = part is not None and bool(part.accessibleName())
        return named and space.isAncestorOf(part) and in_sight(space, part)

    house.idle()
    house.qtbot.waitUntil(seen)
    return QApplication.focusWidget()


def in_sight(space, part):
    """Return whether a part can be seen whole, in the window and in every area that scrolls."""
    above = part.parentWidget()
    around = [space]
    while above is not None and above is not space:
        if isinstance(above, QScrollArea):
            around.append(above.viewport())
        above = above.parentWidget()
    for one in around:
        top = part.mapTo(one, part.rect().topLeft())
        low = part.mapTo(one, part.rect().bottomRight())
        if not (one.rect().contains(top) and one.rect().contains(low)):
            return False
    return part.isVisible()


@pytest.fixture
def space(house):
    made = house.show(Workspace(house.office), width=1280, height=800)
    yield made
    made.leave()
    house.idle()


def lacking(house, space, rule, lacks=frozenset(), profile=COUPLE):
    """Show a note whose signature waits for one rule."""
    case = house.case(profile=profile)
    note = house.note(case, "谈到睡眠。")

    def sheet(vault):
        session = vault.sessions.get(note.session_id)
        with vault.transaction():
            open_ones = lacks or FIELDS.get(rule, ())
            names = [name for name in open_ones if hasattr(EMPTY, name)]
            less = replace(SHEET, **{name: getattr(EMPTY, name) for name in names})
            vault.entries.save_sheet(session, less, house.clock.now())
        return consent_texts.offers(consent_texts.every(vault, house.tools), ServiceMode.ONLINE)

    offers = house.do(sheet)
    space.go(ToNote(note.id))
    house.idle()
    (panel,) = space.findChildren(MissingPanel)
    one = GATE.rules[rule]
    panel._show(Missing(case.id, ServiceMode.ONLINE, (one,), None, offers, (), frozenset(lacks)))
    return case, rule_words(rule, frozenset(lacks)).action


def test_every_rule_of_the_gate_and_of_what_waits_is_in_these_tables():
    assert {name for name, *_ in OF_THE_GATE} | OF_A_MENU | OF_THE_AGREEMENT == set(GATE.rules)
    assert set(OF_THE_INTAKE) == set(INTAKE_CARE.rules)
    assert {f"course.{name}" for name in OF_THE_COURSE} == set(COURSE.rules)


@pytest.mark.clause("030")
@pytest.mark.parametrize(("rule", "lacks", "field"), OF_THE_GATE)
def test_a_button_of_the_gate_lands_in_the_field_that_is_meant(house, space, rule, lacks, field):
    _, action = lacking(house, space, rule, lacks)
    click(house, space, action)
    assert landed(house, space).accessibleName().startswith(field)


@pytest.mark.clause("030")
@pytest.mark.parametrize("rule", sorted(OF_A_MENU))
def test_the_texts_of_a_consent_are_offered_where_the_button_is(house, space, rule):
    _, action = lacking(house, space, rule)
    (made,) = buttons(space, action)
    house.qtbot.waitUntil(made.hasFocus)
    assert in_sight(space, made)
    click(house, space, action)
    house.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    QApplication.activePopupWidget().close()


@pytest.mark.clause("108")
def test_the_group_agreement_itself_is_opened_and_a_second_time_the_same(house, space):
    case, action = lacking(house, space, "gate.group_agreement")
    click(house, space, action)
    house.idle()
    assert space.findChildren(ConsentScreen)
    landed(house, space)
    (made,) = house.do(lambda vault: vault.consents.of_case(case.id))
    assert made.purpose is Purpose.GROUP
    assert made.draft.members == ("林晓禾", "陈树")
    found = house.do(lambda vault: group_agreements.to_sign(vault, house.tools, case.id, "en"))
    assert found == made.id


def waiting(house, space, case, **waits):
    """Show what waits in a case, and return the one button there."""
    space.go(ToCases(case.id))
    house.idle()
    page = SimpleNamespace(case=case, entries=())
    none: dict[str, object] = dict.fromkeys(
        ("intake", "tech", "duties", "unfinished", "gone", "late"), ()
    )
    known = {**none, "course": None, "page": page, **waits}
    (shown,) = space.findChildren(CaseWaits)
    shown.show_view(SimpleNamespace(**known))
    house.idle()
    (made,) = (one for one in shown.findChildren(Button) if one.isVisible())
    return made


@pytest.mark.parametrize(("rule", "field"), OF_THE_INTAKE.items())
def test_what_waits_of_an_intake_lands_in_the_field_that_is_meant(house, space, rule, field):
    case = house.case(profile=COUPLE)
    made = waiting(house, space, case, intake=(INTAKE_CARE.rules[rule],))
    house.qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert landed(house, space).accessibleName().startswith(field)


@pytest.mark.clause("005", "032")
def test_beside_the_choice_it_is_said_that_the_relation_is_to_be_weighed(house, space):
    case = house.case(profile=COUPLE)
    space.go(ToIntake(case.id, "known"))
    assert landed(house, space).accessibleName() == "相识"
    (made,) = buttons(space, "去写对关系的评估")
    assert in_sight(space, made)
    click(house, space, "去写对关系的评估")
    assert landed(house, space).accessibleName() == OF_THE_INTAKE["intake_care.relation"]


@pytest.mark.parametrize(
    "rule",
    [
        name
        for name in OF_THE_INTAKE
        if isinstance(intake_way(INTAKE_CARE.rules[name], 1), ToIntake)
    ],
)
def test_beside_the_intake_itself_it_leads_there_too(house, space, rule):
    case = house.case(profile=COUPLE)
    space.go(ToIntake(case.id))
    house.idle()
    (page,) = space.findChildren(IntakeScreen)
    one = page._care(INTAKE_CARE.rules[rule])
    page.cares.addWidget(one)
    house.idle()
    (made,) = one.findChildren(Button)
    made.click()
    assert landed(house, space).accessibleName().startswith(OF_THE_INTAKE[rule])


@pytest.mark.parametrize(("rule", "field"), OF_THE_COURSE.items())
def test_what_waits_of_a_course_lands_in_its_own_form(house, space, rule, field):
    case = house.case(profile=COUPLE)
    facts = Course(ServiceMode.ONLINE, *_COURSES[rule])
    made = waiting(house, space, case, course=facts)
    house.qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert landed(house, space).accessibleName().startswith(field)
