"""Names and codes that hold signs of direction: they turn neither themselves nor what is beside."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLineEdit

from app.domain.appointment import Booking
from app.domain.client import Profile, Relative
from app.services import appointments
from ui.calendar_page import CalendarScreen
from ui.case_head import CaseHead
from ui.case_list import CaseList
from ui.cases import CasesScreen
from ui.names import as_written
from ui.theme import look
from ui.widgets.label import Label
from ui.widgets.painted import words
from ui.widgets.rows import RowList

PDI = "\u2069"
TURNED = "安\u202e木禾"  # drawn as it is, it reads 安禾木
SIGNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def drawn(text):
    """Return the picture of a line of text as the lists and heads draw it."""
    image = QImage(480, 32, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    words(painter, QRectF(0, 0, 480, 32), text, (look.font(14), "ink"))
    painter.end()
    return image


def test_the_eye_of_these_tests_sees_what_is_turned(qapp):
    assert drawn(TURNED) == drawn("安禾木") != drawn("安木禾")
    assert drawn(f"{TURNED} H-017") != drawn("安木禾 H-017")


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("closed", ["", "\u202c", PDI])
def test_no_sign_turns_a_name_or_what_stands_beside_it(qapp, sign, closed):
    for name in (f"安{sign}木禾", f"{PDI}{sign}安木禾{closed}", f"安木禾{sign}"):
        assert drawn(f"{as_written(name)} H-017, 3") == drawn("安木禾 H-017, 3")


def test_a_name_from_right_to_left_keeps_to_itself(qapp):
    mark = "\u200e"
    apart = drawn(f"{mark}שרה{mark} 12")
    assert drawn(f"{as_written('שרה')} 12") == apart != drawn("שרה 12")


def test_a_name_without_such_signs_is_left_alone_and_one_of_signs_alone_is_none():
    for name in ("", "林晓禾", "Anna-Lena O’Neill", "😀䶮𬱖ㄅ"):
        assert as_written(name) == name
    assert as_written("\u202e\u2069") == ""


def test_the_list_the_head_and_the_pane_of_a_case_show_it_as_it_is_written(house):
    people = (Relative(TURNED, "伴侣", ()),)
    case = house.case("H-\u202e017", Profile(name=TURNED, aliases=(TURNED,), people=people))
    screen = house.show(CasesScreen(house.office, case.id))
    head = screen.findChild(CaseHead)
    house.qtbot.waitUntil(lambda: bool(head._name._text))
    rows = screen.findChild(CaseList).findChild(RowList).model().rows()
    assert drawn(f"{rows[0].title}, {rows[0].code}") == drawn("安木禾, H-017")
    assert drawn(f"{head._name._text}, {head._code._text}") == drawn("安木禾, H-017")
    named = [one.text() for one in screen.pane.findChildren(Label) if "木" in one.text()]
    assert len(named) == 3
    assert all(drawn(one) == drawn("安木禾") for one in named)
    kept = house.do(lambda vault: vault.clients.of_case(case.id).profile)
    assert (kept.name, kept.aliases, kept.people) == (TURNED, (TURNED,), people)


def test_the_calendar_shows_it_as_it_is_written_and_still_finds_its_case(house, find):
    case = house.case("H-017", Profile(name=TURNED))
    at = datetime(2026, 5, 13, 2, tzinfo=UTC)
    wanted = Booking(case.id, at, case.mode, 50, "Asia/Shanghai")
    which = house.do(lambda vault: appointments.book(vault, house.clock, wanted).which)
    screen = house.show(CalendarScreen(house.office))
    house.qtbot.waitUntil(lambda: bool(screen.grid.blocks))
    (block,) = screen.grid.blocks
    assert drawn(block.title) == drawn("安木禾")
    screen.grid.picked = block
    screen._ask_detail(which)
    house.qtbot.waitUntil(screen.pane.reading)
    assert any(drawn(one.text()) == drawn("安木禾") for one in screen.pane.findChildren(Label))
    screen._act("change")
    house.qtbot.waitUntil(screen.pane.writing)
    assert drawn(find(screen, QLineEdit, "个案").text()) == drawn("安木禾  H-017")
    assert screen.pane.form.person().case_id == case.id
