"""Labels, banners, toasts, empty pages, progress, dialogs: what is said and offered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from tests.gui.helpers import the_one
from ui.theme import style
from ui.widgets import toast as toasts
from ui.widgets.banner import Banner
from ui.widgets.bullet import bulleted
from ui.widgets.button import Button
from ui.widgets.card import Card, column, ground, row, rule
from ui.widgets.columns import Columns
from ui.widgets.dialog import Dialog
from ui.widgets.empty import Empty
from ui.widgets.keycap import KeyCap
from ui.widgets.keyvalue import KeyValues, level
from ui.widgets.label import Label
from ui.widgets.meter import Meter
from ui.widgets.painted import Dressed
from ui.widgets.picture import Mark, Picture
from ui.widgets.plain import PlainEdit
from ui.widgets.progress import Progress
from ui.widgets.toast import Toaster
from ui.widgets.topbar import TopBar

LEFT = Qt.MouseButton.LeftButton
LIST = "来访者说：\n- 睡得好些，又在写信，一封写给妹妹\n  2. 一起看了闹钟的记录，约好再试两周\n完"
MARKUP = "<img src='x'><b>禾木</b>"


@pytest.mark.parametrize("wrap", [False, True])
def test_markup_in_words_is_shown_not_obeyed(qtbot, wrap):
    label = Label(MARKUP, wrap=wrap)
    qtbot.addWidget(label)
    assert label.text() == label.accessibleName() == MARKUP
    label.resize(400, 60)
    assert not label.grab().isNull()
    plain = Label("禾木", wrap=wrap)
    qtbot.addWidget(plain)
    assert label.sizeHint().width() > 3 * plain.sizeHint().width()


def test_a_paragraph_has_chinese_leading(qtbot):
    one, two = Label("一", wrap=True), Label("一\n二", wrap=True)
    for label in (one, two):
        qtbot.addWidget(label)
    assert two.heightForWidth(200) - one.heightForWidth(200) == 21


def test_a_list_that_is_read_hangs_from_its_marks(qtbot):
    edit = PlainEdit(marks=True)
    qtbot.addWidget(edit)
    edit.setReadOnly(True)
    edit.hide_marks()
    edit.set_text(LIST)
    edit.resize(150, 300)
    edit.show()
    shapes, block = [], edit.document().firstBlock()
    while block.isValid():
        shapes.append(block.blockFormat())
        if shapes[-1].leftMargin():
            lines = [block.layout().lineAt(n).naturalTextRect().left() for n in range(2)]
            mark = QFontMetricsF(edit.document().defaultFont()).horizontalAdvance(
                "- " if len(shapes) == 2 else "  2. "
            )
            assert lines[1] - lines[0] == pytest.approx(mark, abs=1.5)
        block = block.next()
    assert [bool(one.leftMargin()) for one in shapes] == [False, True, True, False]
    assert edit.text() == LIST


def test_a_list_that_is_written_is_left_alone(qtbot):
    edit = PlainEdit(marks=True)
    qtbot.addWidget(edit)
    edit.set_text(LIST)
    assert not edit.document().findBlockByNumber(1).blockFormat().leftMargin()


def test_a_point_of_a_list_begins_no_line_below_its_dot(qtbot):
    point = bulleted("探索个人成长、自我完善的人，住得偏远的人")
    qtbot.addWidget(point)
    point.resize(120, 200)
    point.show()
    dot, words = point.findChildren(Label)
    assert words.x() >= dot.geometry().right()
    assert words.height() > dot.height()


def test_a_cut_label_ends_with_an_ellipsis(qtbot):
    label = Label("网络心理咨询知情同意书", cut=True)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.toolTip() == label.text() == "网络心理咨询知情同意书"
    label.resize(400, 20)
    assert label.toolTip() == ""
    label.set_tint("accent")
    assert label.minimumSizeHint().width() < label.sizeHint().width()


def test_a_refusal_leads_to_clause_and_next_step(qtbot, find):
    banner = Banner(
        "refusal", "还不能签署", text="网络伦理规范 2.3(1)", clause="看条文", action="填写地点"
    )
    qtbot.addWidget(banner)
    banner.resize(700, 70)
    banner.show()
    assert banner.accessibleName() == "还不能签署"
    with qtbot.waitSignal(banner.clause_asked):
        qtbot.mouseClick(_button(banner, "看条文"), LEFT)
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(_button(banner, "填写地点"), LEFT)


def _button(within, text):
    return the_one(
        lambda: [button for button in within.findChildren(Button) if button.text() == text]
    )


def test_a_narrow_banner_puts_its_buttons_below(qtbot):
    banner = Banner("blocked", "不能播放", text="已撤回", clause="看条文", action="去销毁")
    qtbot.addWidget(banner)
    banner.resize(800, 80)
    banner.show()
    assert banner.action.y() < 40
    banner.resize(300, 160)
    qtbot.waitUntil(lambda: banner.action.y() > 40)


@pytest.mark.parametrize("kind", ["info", "warning", "refusal", "blocked", "done"])
def test_a_banner_can_say_something_else(qtbot, kind):
    banner = Banner(kind, "一")
    qtbot.addWidget(banner)
    banner.say("二", "因为")
    assert (banner.accessibleName(), banner.accessibleDescription()) == ("二", "因为")
    assert not banner.action.isVisibleTo(banner)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def test_a_toast_can_be_undone(qtbot, window):
    undone = []
    toaster = Toaster(window)
    toast = toaster.say("已移到归档", undo=lambda: undone.append(1))
    assert toast.accessibleName() == "已移到归档"
    assert window.rect().contains(toast.geometry())
    qtbot.mouseClick(toast.action, LEFT)
    assert undone == [1]
    assert toaster.current() is None


def test_a_toast_goes_by_itself(qtbot, window, monkeypatch):
    monkeypatch.setattr(toasts, "STAY_MS", 1)
    toaster = Toaster(window)
    toaster.say("已存")
    qtbot.waitUntil(lambda: toaster.current() is None)


def test_a_toast_stays_at_the_foot(qtbot, window):
    toast = Toaster(window).say("已存")
    window.resize(500, 400)
    qtbot.waitUntil(lambda: toast.geometry().bottom() < 400)
    assert abs(toast.geometry().center().x() - 250) <= 1


def test_an_empty_page_offers_the_first_step(qtbot):
    page = Empty("audio-lines", "这里会有您的录音", "先有录音同意书。", action="准备同意书")
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.acted):
        qtbot.mouseClick(page.action, LEFT)
    bare = Empty("users", "还没有个案", boxed=False)
    qtbot.addWidget(bare)
    assert bare.accessibleName() == "还没有个案"


def test_work_can_be_cancelled_once(qtbot):
    work = Progress("正在核对备份")
    qtbot.addWidget(work)
    work.show()
    work.set_step(37, 60, "第 37 段")
    assert work.bar.accessibleName() == "第 37 段"
    assert not work.grab().isNull()
    with qtbot.waitSignal(work.cancelled):
        qtbot.mouseClick(work.cancel, LEFT)
    assert not work.cancel.isEnabled()


def test_work_without_an_end_wanders(qtbot):
    work = Progress("正在打开", can_cancel=False)
    qtbot.addWidget(work)
    work.resize(300, 40)
    work.show()
    before = work.bar.grab().toImage()
    qtbot.waitUntil(lambda: work.bar.grab().toImage() != before)
    work.hide()


def test_a_dialog_is_answered(qtbot):
    asked = Dialog("销毁这段录音？", "不能恢复。", accept="销毁", danger=True)
    qtbot.addWidget(asked)
    asked.add(Label("x"))
    asked.open()
    assert asked.accessibleDescription() == "不能恢复。"
    with qtbot.waitSignal(asked.accepted):
        qtbot.mouseClick(asked.accept_button, LEFT)


def test_escape_refuses(qtbot):
    asked = Dialog("继续？", accept="继续", reject="不了")
    qtbot.addWidget(asked)
    asked.open()
    with qtbot.waitSignal(asked.rejected):
        qtbot.keyClick(asked, Qt.Key.Key_Escape)


def test_the_top_bar_goes_back(qtbot):
    bar = TopBar("禾木", "第 24 次咨询")
    qtbot.addWidget(bar)
    bar.add_action(Button("签署", "primary"))
    bar.show()
    assert bar.height() == 60
    with qtbot.waitSignal(bar.back):
        qtbot.mouseClick(bar.back_button, LEFT)


def test_facts_can_be_read_aloud(qtbot, find):
    facts = KeyValues((("时区", "UTC+1"),))
    qtbot.addWidget(facts)
    assert find(facts, Label, "时区: UTC+1").text() == "UTC+1"
    button = facts.add("电话", Button("显示"))
    assert isinstance(button, Button)


def test_small_parts_are_named_and_drawn(qtbot):
    meter = Meter(5, width=168)
    meter.set_level(9, "mid", "有一点可能")
    assert meter.level() == 5
    picture = Picture("check", "low", spoken="已完成")
    picture.show_icon("x", "high")
    for part, name in (
        (meter, "有一点可能"),
        (picture, "已完成"),
        (Mark(), "心匣"),
        (KeyCap("Y", "隐去"), "Y 隐去"),
    ):
        qtbot.addWidget(part)
        part.adjustSize()
        assert part.accessibleName() == name
        assert not part.grab().isNull()


def test_surfaces(qtbot):
    card = Card("raised")
    qtbot.addWidget(card)
    card.set_surface("wash")
    card.body.addWidget(rule())
    card.body.addWidget(rule(upright=True))
    card.body.addWidget(ground("sunken"))
    card.body.addLayout(row(Label("a"), 8, None, column(Label("b"))))
    assert card.property("card") == "wash"
    assert not card.grab().isNull()


def test_columns_fold(qtbot):
    columns = Columns(Label("a"), Label("b"), Label("c"), least=200, gap=20)
    qtbot.addWidget(columns)
    columns.show()
    for width, across in ((700, 3), (450, 2), (250, 1)):
        columns.resize(width, 300)
        assert columns.across() == across


def test_a_part_without_a_qt_base_is_refused():
    with pytest.raises(TypeError, match="Painted"):
        type("Part", (Dressed,), {})


@pytest.mark.parametrize("scale", [1, 2])
def test_key_and_value_stand_on_one_line(qtbot, qapp, scale):
    style.apply(qapp, "light", scale=scale)
    facts = KeyValues([("口", "口")], key_width=60)
    qtbot.addWidget(facts)
    facts.resize(400, 200)
    facts.show()
    picture = facts.grab().toImage()
    key, value = facts.findChildren(Label)

    def rows(label):
        places = range(label.x(), label.x() + label.width())
        dark = [
            y for y in range(200) if any(picture.pixelColor(x, y).lightness() < 190 for x in places)
        ]
        return dark[0], dark[-1]

    assert rows(key) == rows(value)


def test_values_of_several_groups_begin_below_each_other(qtbot):
    groups = [
        KeyValues((("名", "甲"),)),
        KeyValues((("紧急联系人", "乙"), ("关系", "妹妹"))),
        KeyValues((("大学四年同住一间宿舍的朋友的表姐", "丙"),)),
    ]
    holder = QWidget()
    holder.setLayout(column(*groups))
    qtbot.addWidget(holder)
    holder.resize(600, 300)

    def starts():
        shown = [one for one in holder.findChildren(Label) if one.accessibleName()]
        return [one.mapTo(holder, one.rect().topLeft()).x() for one in shown if ": " in
                one.accessibleName()]  # fmt: skip

    with qtbot.waitExposed(holder):
        holder.show()
    assert len(set(starts())) > 2, "each group for itself"
    level(groups)
    qtbot.waitUntil(lambda: len(set(starts()[:3])) == 1)
    assert starts()[3] > starts()[0], "a very long key moves no other"


def test_the_icon_of_one_line_stands_in_its_middle(qtbot):
    banner = Banner("info", "只有一行", clause="看条文", action="去办")
    qtbot.addWidget(banner)
    banner.resize(900, banner.sizeHint().height())
    with qtbot.waitExposed(banner):
        banner.show()
    (sign,) = banner.findChildren(Picture)
    line = the_one(lambda: [one for one in banner.findChildren(Label) if one.text() == "只有一行"])
    assert abs(sign.geometry().center().y() - line.geometry().center().y()) <= 2
