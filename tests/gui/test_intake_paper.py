"""预约登记表 in the window: what is asked is switched on, and the paper follows at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app import bootstrap
from app.domain.audit import AuditKind
from app.domain.client import Profile
from app.domain.intake import Intake, IntakeGroup, Medical, Needs
from storage.files import FileShelf
from tests.gui.helpers import button, click, said
from ui.document_view import DocumentView
from ui.intake_paper_page import IntakePaperScreen
from ui.paper_panel import PaperPanel
from ui.widgets.field import Field

pytestmark = pytest.mark.clause("062")
KNOWN = Profile(
    name="韩梅梅", intake=Intake(medical=Medical("三院"), needs=Needs(large_print=True))
)


def opened(house, case_id=None):
    page = house.show(IntakePaperScreen(house.office, case_id))
    house.qtbot.waitUntil(lambda: bool(page.findChildren(DocumentView)))
    house.idle()
    return page


def chip(house, choices, key):
    house.qtbot.mouseClick(choices.chip(key), Qt.MouseButton.LeftButton)
    house.idle()


@pytest.mark.clause("144")
def test_the_empty_form_asks_nothing_that_pries_until_it_is_chosen(house):
    page = opened(house)
    assert not page.groups.keys()
    assert not page.answers.isVisible()
    before = page.findChild(DocumentView)
    chip(house, page.groups, IntakeGroup.MEDICAL.value)
    house.qtbot.waitUntil(lambda: page.findChild(DocumentView) is not before)
    assert page.groups.keys() == [IntakeGroup.MEDICAL.value]


def test_the_form_of_a_case_has_open_what_the_case_has_open(house):
    case = house.case("L-07", KNOWN)
    page = opened(house, case.id)
    assert page.groups.keys() == [IntakeGroup.MEDICAL.value, IntakeGroup.NEEDS.value]
    assert page.letters.keys() == ["large"]
    assert page.of_case
    assert "L-07" in said(page)


def test_what_was_printed_is_in_the_trail_for_a_filled_form_alone(house):
    case = house.case("L-07", KNOWN)
    page = opened(house, case.id)
    page.findChild(PaperPanel).made.emit()
    chip(house, page.answers, "empty")
    page.findChild(PaperPanel).made.emit()
    house.idle()
    lines = house.do(lambda vault: vault.audit.entries())
    assert [one.case_id for one in lines if one.kind is AuditKind.INTAKE_FORM_PRINTED] == [case.id]


def test_of_the_filled_form_it_is_said_that_its_file_is_open(house, tmp_path):
    house.tools = replace(house.tools, papers=bootstrap.papers(), shelf=FileShelf())
    case = house.case("L-07", KNOWN)
    page = opened(house, case.id)
    for filled in (True, False):
        click(house, page, "存为 PDF")
        place = next(one for one in page.findChildren(Field) if one.isVisible())
        place.set_text(str(tmp_path / f"{filled}.pdf"))
        click(house, page, "存为文件")
        house.qtbot.waitUntil(lambda: "已存成" in said(page))
        assert ("没有加密，保险库管不到它" in said(page)) is filled
        chip(house, page.answers, "empty")


def test_a_letter_that_cannot_be_printed_is_said(house):
    case = house.case("L-07", Profile(name="\U0001f331"))
    page = house.show(IntakePaperScreen(house.office, case.id))
    house.qtbot.waitUntil(lambda: page._banner_room.count() > 0)
    assert button(page, "打印").isVisible()


def test_escape_goes_back(house):
    page = opened(house)
    gone = []
    page.back.connect(lambda: gone.append(True))
    page.escape()
    assert gone
