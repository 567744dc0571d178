"""The date-time field takes what people write and says what it understood."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ui import translation
from ui.widgets.when import WhenField

TODAY = date(2026, 5, 12)
BASE = datetime(2026, 5, 13, 9, 30)  # noqa: DTZ001 - a wall time


@pytest.fixture
def field(qtbot, qapp):
    translation.install(qapp, "zh")
    made = WhenField("时间", more=lambda at: f"伦敦 {at.hour - 7:02}:00")
    qtbot.addWidget(made)
    made.start(BASE, TODAY)
    return made


def test_it_begins_with_a_time_that_it_reads_back(field):
    assert field.text() == "2026年5月13日 周三 09:30"
    assert field.moment() == BASE
    assert field.line.accessibleDescription() == "伦敦 02:00"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("明天下午三点", datetime(2026, 5, 13, 15)),  # noqa: DTZ001
        ("12/5 15:00", datetime(2026, 12, 5, 15)),  # noqa: DTZ001
        ("周五", datetime(2026, 5, 15, 9, 30)),  # noqa: DTZ001
        ("16:00", datetime(2026, 5, 13, 16)),  # noqa: DTZ001
    ],
)
def test_what_is_written_is_said_back_in_full(field, typed, meant):
    field.set_text(typed)
    assert field.moment() == meant
    assert field.written(meant) in field.line.accessibleDescription()


def test_what_cannot_be_read_stays_and_is_refused_in_place(field):
    field.set_text("改天\u202e😀")
    assert field.moment() is None
    assert field.line.accessibleDescription() == ""
    field.refuse()
    assert "没有读懂" in field.error()
    field.set_text("明天")
    assert field.error() == ""


def test_in_english_the_day_comes_first(qtbot, qapp):
    translation.install(qapp, "en")
    field = WhenField("When")
    qtbot.addWidget(field)
    field.start(BASE, TODAY)
    field.set_text("12/5 15:00")
    assert field.moment() == datetime(2026, 5, 12, 15)  # noqa: DTZ001
    assert field.moment() == datetime(2026, 5, 12, 15)  # noqa: DTZ001
    field.set_text("next Tue 3pm")
    assert field.moment() == datetime(2026, 5, 19, 15)  # noqa: DTZ001
    translation.install(qapp, "zh")
