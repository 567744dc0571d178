"""Signing by hand, and reading marked spans."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEventPoint, QPointingDevice, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QApplication

from ui.theme import look, style
from ui.widgets.signature import SignaturePad
from ui.widgets.spans import Span, SpanView

LEFT = Qt.MouseButton.LeftButton
TEXT = "来访者林晓禾，27 岁，在伦敦读硕士。\n主诉：失眠。" + "很长的一段话。" * 12


def pad(qtbot):
    made = SignaturePad("来访者签名")
    qtbot.addWidget(made)
    made.resize(354, 118)
    made.show()
    return made


def draw(qtbot, made, *points):
    first, *rest = (QPoint(*point) for point in points)
    qtbot.mousePress(made, LEFT, pos=first)
    for point in rest:
        qtbot.mouseMove(made, point)
    qtbot.mouseRelease(made, LEFT, pos=rest[-1] if rest else first)


def test_the_mouse_signs_in_a_box_three_by_one(qtbot):
    made = pad(qtbot)
    with qtbot.waitSignal(made.changed):
        draw(qtbot, made, (1, 1), (177, 59), (353, 117))
    (stroke,) = made.strokes()
    assert stroke[0][0] < 0.02
    assert all(0 <= x <= 3 and 0 <= y <= 1 for x, y in stroke)
    assert stroke[-1][0] > 2.9


def test_a_point_outside_is_drawn_at_the_edge(qtbot):
    made = pad(qtbot)
    draw(qtbot, made, (10, 10), (900, -50))
    assert made.strokes()[0][-1] == (3.0, 0.0)


def test_a_signature_keeps_its_shape_at_another_size(qtbot):
    made = pad(qtbot)
    draw(qtbot, made, (50, 20), (120, 70))
    kept = made.strokes()
    made.resize(600, 118)
    assert made.strokes() == kept
    other = pad(qtbot)
    other.set_strokes(kept)
    assert other.strokes() == kept
    assert not other.grab().isNull()


def test_delete_clears(qtbot):
    made = pad(qtbot)
    draw(qtbot, made, (50, 20), (120, 70))
    assert "已签" in made.accessibleDescription()
    with qtbot.waitSignal(made.changed):
        qtbot.keyClick(made, Qt.Key.Key_Delete)
    assert made.is_empty()
    assert "还没有签" in made.accessibleDescription()


def test_who_cannot_draw_asks_for_another_way(qtbot):
    made = pad(qtbot)
    with qtbot.waitSignal(made.another_way):
        qtbot.keyClick(made, Qt.Key.Key_Return)


@pytest.mark.qt_log_ignore("not accepted by receiving widget")
def test_a_disabled_pad_takes_no_ink(qtbot):
    made = pad(qtbot)
    made.setEnabled(False)
    draw(qtbot, made, (50, 20), (120, 70))
    assert made.is_empty()


def test_a_pen_signs(qtbot):
    made = pad(qtbot)
    device = QPointingDevice.primaryPointingDevice()
    for kind, where in (
        (QEvent.Type.TabletPress, QPointF(10, 10)),
        (QEvent.Type.TabletMove, QPointF(90, 60)),
        (QEvent.Type.TabletRelease, QPointF(90, 60)),
    ):
        event = QTabletEvent(
            kind,
            device,
            where,
            where,
            0.5,
            0,
            0,
            0,
            0,
            0,
            Qt.KeyboardModifier.NoModifier,
            LEFT,
            LEFT,
        )
        QApplication.sendEvent(made, event)
    assert len(made.strokes()[0]) == 2


def test_a_finger_signs(qtbot):
    made = pad(qtbot)
    device = QPointingDevice.primaryPointingDevice()
    for kind, state, where in (
        (QEvent.Type.TouchBegin, QEventPoint.State.Pressed, QPointF(10, 10)),
        (QEvent.Type.TouchUpdate, QEventPoint.State.Updated, QPointF(90, 60)),
        (QEvent.Type.TouchEnd, QEventPoint.State.Released, QPointF(90, 60)),
    ):
        point = QEventPoint(1, state, where, where)
        event = QTouchEvent(kind, device, Qt.KeyboardModifier.NoModifier, [point])
        QApplication.sendEvent(made, event)
    assert len(made.strokes()) == 1


def view(qtbot):
    made = SpanView("原文")
    qtbot.addWidget(made)
    made.resize(360, 200)
    place = TEXT.index
    made.show_text(
        TEXT,
        (
            Span(place("林晓禾"), place("林晓禾") + 3),
            Span(place("27 岁"), place("27 岁") + 4, "replaced"),
            Span(place("硕士"), place("硕士") + 2, "kept"),
            Span(place("失眠"), len(TEXT)),
        ),
    )
    made.show()
    return made


def test_a_span_has_one_patch_a_line(qtbot):
    made = view(qtbot)
    (patch,) = made.patches(made.spans()[0])
    assert patch.height() == 22
    assert 3 * 15 <= patch.width() <= 3 * 15 + 6
    assert len(made.patches(made.spans()[3])) > 2


def test_a_click_tells_the_span(qtbot):
    made = view(qtbot)
    where = made.patches(made.spans()[1])[0].center().toPoint()
    with qtbot.waitSignal(made.clicked) as heard:
        qtbot.mouseClick(made.viewport(), LEFT, pos=where)
    assert heard.args == [1]
    with qtbot.assertNotEmitted(made.clicked):
        qtbot.mouseClick(made.viewport(), LEFT, pos=QPoint(2, 190))


def test_the_pointer_becomes_a_hand(qtbot):
    made = view(qtbot)
    qtbot.mouseMove(made.viewport(), made.patches(made.spans()[0])[0].center().toPoint())
    qtbot.waitUntil(lambda: made.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor)


def test_enter_takes_the_current_span(qtbot):
    made = view(qtbot)
    made.set_current(2)
    with qtbot.waitSignal(made.clicked) as heard:
        qtbot.keyClick(made, Qt.Key.Key_Return)
    assert heard.args == [2]
    made.set_current(99)
    assert made.current() == -1


def test_the_current_span_comes_into_sight(qtbot):
    made = view(qtbot)
    made.resize(200, 60)
    made.set_current(3)
    assert made.verticalScrollBar().value() > 0


def test_patches_are_painted_under_the_words(qtbot):
    made = view(qtbot)
    patch = made.patches(made.spans()[0])[0]
    drawn = made.viewport().grab().toImage()
    corner = drawn.pixelColor(int(patch.left()) + 3, int(patch.center().y()))
    assert abs(corner.red() - look.colour("mark").red()) < 60


def test_replaced_words_change_colour_with_the_theme(qtbot, qapp):
    made = view(qtbot)
    style.apply(qapp, "dark", scale=1)
    cursor = made.textCursor()
    cursor.setPosition(made.spans()[1].start + 1)
    assert cursor.charFormat().foreground().color() == look.colour("accent")
    made.set_spans(())
    assert made.spans() == ()
