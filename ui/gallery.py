"""Every part in its states on one page: `python -m app gallery`."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from ui.theme import look, style
from ui.widgets.banner import Banner
from ui.widgets.button import Button, IconButton
from ui.widgets.card import Card, column, row, rule, scroll
from ui.widgets.chip import Choices, StateChip
from ui.widgets.columns import Columns
from ui.widgets.dialog import Dialog
from ui.widgets.empty import Empty
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.keycap import KeyCap
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.meter import Meter
from ui.widgets.password import PasswordField
from ui.widgets.progress import Progress
from ui.widgets.rail import Place, Rail
from ui.widgets.rows import Row, RowList
from ui.widgets.segment import Segment
from ui.widgets.signature import SignaturePad
from ui.widgets.spans import Span, SpanView
from ui.widgets.stepper import StepColumn, Stepper, marked
from ui.widgets.strength import Strength
from ui.widgets.switch import Switch
from ui.widgets.table import Cell, Column, Table
from ui.widgets.textbox import TextBox
from ui.widgets.tick import Radio, Tick
from ui.widgets.tiles import KeyTiles
from ui.widgets.timeline import TimelineItem
from ui.widgets.toast import Toast, Toaster
from ui.widgets.topbar import TopBar
from ui.widgets.when import WhenField
from ui.widgets.writing import WritingSection

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

Parts = list[QWidget | QBoxLayout | int]


def gallery() -> QWidget:
    """Return the page, with the rail at its left and the bar above."""
    style.deepen()
    rail = _rail()
    page = _Page(rail)
    page.setWindowTitle(_tr("部件"))
    room = page.screen().availableSize()
    page.resize(QSize(look.px(1440), look.px(900)).boundedTo(room))
    parts = Columns(*(_stack(part) for part in (_first(page), _second(page), _third())), least=340)
    inside = QWidget()
    inside.setLayout(column(parts, margins=(40, 24, 40, 40)))
    body = QWidget()
    body.setLayout(column(_bar(), inside))
    page.setLayout(row(rail, scroll(body, "paper")))
    return page


class _Page(QWidget):
    """Folds the rail where the window is narrow."""

    def __init__(self, rail: Rail) -> None:
        super().__init__()
        self._rail = rail
        rail.fold(folded=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rail.fold(folded=self.width() < look.px(1300))


def _stack(parts: Parts) -> QWidget:
    made = QWidget()
    made.setLayout(column(*parts, None))
    return made


def _tr(text: str) -> str:
    return QCoreApplication.translate("gallery", text)


def _rail() -> Rail:
    rail = Rail(
        (
            Place("today", "sun", _tr("今日")),
            Place("cases", "users", _tr("个案")),
            Place("days", "calendar", _tr("日程")),
            Place("consent", "file-pen-line", _tr("知情同意")),
            Place("sound", "audio-lines", _tr("录音")),
            Place("supervision", "message-circle-more", _tr("督导")),
            Place("reports", "chart-no-axes-column", _tr("报告")),
            None,
            Place("settings", "sliders-horizontal", _tr("设置")),
        ),
        search=Place("search", "search", _tr("查找或跳转"), "Ctrl K"),
        foot=(
            Place("privacy", "eye-off", _tr("隐私模式")),
            Place("lock", "lock", _tr("锁定"), "Ctrl L"),
        ),
    )
    rail.set_current("today")
    rail.set_count("today", 3)
    rail.set_count("consent", 1)
    rail.went.connect(rail.set_current)
    return rail


def _bar() -> TopBar:
    bar = TopBar(_tr("部件"), _tr("每个一份文件，一个测试"))
    bar.add_fact(StateChip(_tr("督导使用同意书有效"), "low", "check"))
    themes = Segment((("light", _tr("浅色")), ("dark", _tr("深色"))), name=_tr("主题"))
    themes.choose(look.now().roles.name)
    themes.chosen.connect(_repaint)
    bar.add_action(themes)
    bar.add_action(Button(_tr("写记录"), "primary", icon="pen-line"))
    return bar


def _repaint(name: str) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        style.apply(app, name, scale=look.now().scale)


def _group(title: str, *parts: QWidget | QBoxLayout | int) -> QBoxLayout:
    return column(Label(title, "meta"), 8, *parts, 24)


def _flow(*parts: QWidget) -> QWidget:
    made = QWidget()
    flow = Flow(made, gap=8)
    for part in parts:
        flow.addWidget(part)
    return made


def _first(page: QWidget) -> Parts:
    off = Button(_tr("不可用"))
    off.setEnabled(False)
    off_primary = Button(_tr("签署"), "primary", icon="signature")
    off_primary.setEnabled(False)
    asks = Button(_tr("对话框"), "ghost", icon="ellipsis")
    asks.clicked.connect(lambda: _ask(page))
    buttons = _flow(
        Button(_tr("写记录"), "primary", icon="pen-line"),
        Button(_tr("打印"), icon="printer"),
        Button(_tr("销毁"), "danger", icon="trash-2"),
        Button(_tr("看条文"), "ghost"),
        Button(_tr("打开或恢复"), "link"),
        off_primary,
        off,
        Button(_tr("小号"), sz="s"),
        IconButton("plus", _tr("新建")),
        asks,
    )
    return [
        _group(_tr("按钮"), buttons),
        _group(_tr("输入"), *_fields()),
        _group(_tr("选择"), *_choices()),
        _group(_tr("签名板"), SignaturePad(_tr("来访者签名"))),
    ]


def _ask(page: QWidget) -> None:
    asked = Dialog(
        _tr("销毁这段录音？"),
        _tr("来访者已撤回同意。销毁后不能恢复，会留下一份销毁证明。"),
        accept=_tr("销毁"),
        danger=True,
        parent=page,
    )
    asked.finished.connect(asked.deleteLater)
    asked.open()


def _fields() -> Parts:
    name = Field(_tr("称呼"), hint=_tr("屏幕与纸面上都用这个名字"), limit=20)
    name.set_text(_tr("禾木"))
    phone = Field(_tr("紧急联系人电话"))
    phone.set_text("138 0000 01")
    phone.set_error(_tr("少了一位。手机号是 11 位。"))
    word = PasswordField(_tr("密码"), hint=_tr("可以是一句话，任何文字都行"))
    word.set_text("correct horse battery")
    strength = Strength()
    strength.set_level(4, _tr("一台快的电脑要算几百年。"))
    group = Field(_tr("第 3 组"))
    group.set_text("N5HVT")
    group.set_valid(valid=True)
    many = TextBox(_tr("来源"), placeholder=_tr("谁介绍来的，此前是否相识"), limit=200)
    when = WhenField(_tr("时间"))
    when.start(datetime(2026, 5, 13, 9, 30), date(2026, 5, 12))  # noqa: DTZ001 - a wall time
    when.set_text(_tr("明天下午三点"))
    return [name, 12, when, 12, phone, 12, word, 8, strength, 12, group, 12, many]


def _choices() -> Parts:
    how = Choices(
        (("video", _tr("视频")), ("voice", _tr("语音")), ("here", _tr("面询"))), name=_tr("方式")
    )
    how.choose("video")
    alone, calm = Tick(_tr("独处")), Tick(_tr("安静"))
    alone.setChecked(True)
    self_, guardian = Radio(_tr("本人")), Radio(_tr("监护人"))
    self_.setChecked(True)
    follow, mute = Switch(_tr("跟随播放"), worded=True), Switch(_tr("静音"), worded=True)
    follow.setChecked(True)
    span = Segment((("d", _tr("日")), ("w", _tr("周")), ("m", _tr("月"))), name=_tr("时段"))
    span.choose("w")
    return [
        how,
        8,
        row(alone, calm, self_, guardian, None, spacing=16),
        8,
        row(follow, mute, None, span, spacing=16),
        8,
        Tick(_tr("来访者已当面复述保密的例外，并表示明白；来访者承诺不录音录像、不转发。")),
    ]


def _second(page: QWidget) -> Parts:
    chips = _flow(
        StateChip(_tr("高风险"), "high", "triangle-alert"),
        StateChip(_tr("中风险"), "mid", "circle-alert"),
        StateChip(_tr("低风险"), "low", "leaf"),
        StateChip(_tr("已签署"), "low", "check"),
        StateChip(_tr("督导"), "plain", "message-circle-more"),
    )
    toaster = Toaster(page)
    archive = Button(_tr("归档"), icon="archive", sz="s")
    archive.clicked.connect(
        lambda: toaster.say(_tr("已把「第 21 次」移到归档"), undo=toaster.dismiss)
    )
    work = Progress(_tr("正在核对备份，第 37 段录音，共 60 段"))
    work.set_step(37, 60)
    busy = Progress(_tr("正在打开保险库"), can_cancel=False)
    empty = Empty(
        "audio-lines",
        _tr("这里会有您的录音"),
        _tr("先有录音同意书，才能导入或录制。"),
        action=_tr("准备同意书"),
        action_icon="file-pen-line",
    )
    toast = Toast(_tr("已把「第 21 次」移到归档"), action=_tr("撤销"), keys="Ctrl Z")
    return [
        _group(_tr("标签"), chips),
        _group(_tr("提示"), *_banners()),
        _group(_tr("撤销"), toast, 8, archive),
        _group(_tr("进度"), work, 12, busy),
        _group(_tr("空页"), empty),
        _group(_tr("写作"), *_writing()),
        _group(_tr("标出的文字"), _spans()),
    ]


def _banners() -> Parts:
    return [
        Banner("info", _tr("录音同意已满六个月"), text=_tr("今天可以一起再看一遍。")),
        8,
        Banner("warning", _tr("保险库 30 秒后锁定"), text=_tr("草稿已经存好，动一下鼠标就继续。")),
        8,
        Banner(
            "refusal",
            _tr("还不能签署：来访者这次在哪里，还没有记下。"),
            text=_tr("网络伦理规范 2.3(1)：每次知道双方所在地，紧急时才找得到人。"),
            icon="map-pin-off",
            clause=_tr("看条文"),
            action=_tr("填写地点"),
            action_icon="map-pin",
            filled=True,
        ),
        8,
        Banner(
            "blocked",
            _tr("不能播放：来访者已撤回录音同意"),
            text=_tr("依据 伦理守则 2.4。撤回立即生效。"),
            action=_tr("去销毁"),
        ),
        8,
        Banner("done", _tr("备份已核对"), text=_tr("60 段录音、1,204 条记录，逐一比过。")),
    ]


def _writing() -> Parts:
    state = WritingSection(_tr("来访者状态"), hint=_tr("写看到听到的，不写判断"))
    state.set_text(
        _tr(
            "准时上线，坐姿放松，语速较上次慢。说到母亲时停顿两次，眼圈发红，"
            "随后自己说「我想再讲一下」。自评情绪 6 分（上次 4 分）。"
        )
    )
    plan = WritingSection(
        _tr("下次计划"),
        hint=_tr("可以先空着"),
        placeholder=_tr("想回到哪里，留一句给下周的自己。"),
    )
    return [state, plan]


def _spans() -> SpanView:
    view = SpanView(_tr("原文"))
    text = _tr("来访者林晓禾，27 岁，在伦敦大学学院读硕士第二年，课余在一家苏豪区的面包房打工。")
    marks = (
        ("林晓禾", "hidden"),
        ("27 岁", "replaced"),
        ("硕士", "kept"),
        ("苏豪区的面包房", "hidden"),
    )
    spans = [
        Span(text.index(word), text.index(word) + len(word), state)  # type: ignore[arg-type]
        for word, state in marks
        if word in text
    ]
    view.show_text(text, spans)
    view.set_current(len(spans) - 1)
    view.clicked.connect(view.set_current)
    view.setFixedHeight(look.px(110))
    return view


def _third() -> Parts:
    meter = Meter(5, width=168)
    meter.set_level(2, "mid", _tr("有一点可能"))
    keys = row(KeyCap("Y", _tr("隐去")), KeyCap("N", _tr("保留")), KeyCap("F1", _tr("全部按键")),
               None, spacing=12)  # fmt: skip
    return [
        _group(_tr("表格"), _table()),
        _group(_tr("列表"), _list()),
        _group(_tr("时间线"), *_timeline()),
        _group(_tr("资料"), _facts()),
        _group(_tr("步骤"), *_steps()),
        _group(_tr("恢复密钥"), _tiles()),
        _group(_tr("还认得出来吗"), row(meter, Label(_tr("有一点可能"), "strong", tint="mid"), None,
                                    spacing=12), 12, keys),
    ]  # fmt: skip


def _table() -> Table:
    table = Table(
        (
            Column(_tr("记录")),
            Column(_tr("日期")),
            Column(_tr("状态")),
            Column(_tr("分钟"), number=True),
        ),
        name=_tr("记录"),
    )
    signed, waits = (_tr("已签署"), "check", "low"), (_tr("待签署"), "pen-line", "mid")
    rows = []
    for number, day, state, minutes in (
        (24, _tr("5月12日"), waits, 50),
        (23, _tr("5月5日"), signed, 50),
        (22, _tr("4月28日"), signed, 45),
        (21, _tr("4月21日"), signed, 50),
    ):
        rows.append(
            (
                Cell(_tr("第 {} 次").format(number), number, strong=True),
                Cell(day, -number),
                Cell(state[0], icon=state[1], tone=state[2]),  # type: ignore[arg-type]
                Cell(str(minutes), minutes),
            )
        )
    table.set_rows(rows)
    table.fit()
    table.selectRow(1)
    return table


def _list() -> RowList:
    made = RowList(_tr("个案"))
    made.set_rows(
        (
            Row("1", _tr("禾木"), "H-017", _tr("今天 14:00"), _tr("伦敦 07:00"),
                _tr("睡眠好一些了，周末与母亲通了电话"), ("circle-alert", "mid", _tr("中")),
                today=True),
            Row("2", _tr("南星"), "N-021", _tr("今天 16:00"), _tr("墨尔本 18:00"),
                _tr("安全计划已更新，今天需要联系"), ("triangle-alert", "high", _tr("高")),
                today=True),
            Row("3", _tr("小满与云杉"), "C-008", _tr("明天 20:00"), _tr("成都"),
                _tr("伴侣，同意书待双方签署")),
        )
    )  # fmt: skip
    made.choose("1")
    made.setFixedHeight(look.px(84 * 3))
    return made


def _timeline() -> Parts:
    signed = TimelineItem(
        "check",
        _tr("第 23 次咨询"),
        tone="low",
        meta=_tr("5月5日 周二 14:00 · 50 分钟"),
        text=_tr(
            "主动谈到与母亲的通话，语速平稳，说到「挂电话后没有立刻自责」。约定睡前写下三件事。"
        ),
    )
    signed.add_chip(StateChip(_tr("已签署"), "low", "check"))
    signed.set_ends(first=True)
    risk = TimelineItem("circle-alert", _tr("风险由高调为中"), tone="mid", meta=_tr("4月28日"))
    call = TimelineItem("phone", _tr("电话联系"), meta=_tr("5月1日 周五 20:10"))
    call.set_ends(last=True)
    return [signed, risk, call]


def _facts() -> Card:
    card = Card()
    card.body.addWidget(
        KeyValues(
            (
                (_tr("称呼"), _tr("禾木，女，27 岁")),
                (_tr("时区"), _tr("UTC+1，比您晚 7 小时")),
                (_tr("来源"), _tr("朋友介绍，此前不相识；费用每次 500 元，已付至 5月19日")),
            )
        )
    )
    card.body.addWidget(rule())
    card.body.addLayout(
        row(Label(_tr("安全计划 第 2 版"), "soft"), None, Button(_tr("打开"), "link"))
    )
    return card


def _steps() -> Parts:
    top = Stepper(
        marked(
            (
                (_tr("已提供"), _tr("5月2日")),
                (_tr("已阅读"), _tr("5月4日")),
                (_tr("已讨论"), ""),
                (_tr("签署"), ""),
            ),
            2,
        ),
        name=_tr("同意的步骤"),
    )
    side = StepColumn(
        marked(
            (
                (_tr("语言"), _tr("简体中文")),
                (_tr("恢复密钥"), _tr("抄下来，再核对两组")),
                (_tr("开始"), _tr("第一个个案，或打开示例")),
            ),
            1,
        ),
        name=_tr("准备的步骤"),
    )
    return [top, 16, side]


def _tiles() -> KeyTiles:
    return KeyTiles((("7QK4", "M"), ("XR2D", "8"), ("N5HV", "T"), ("P9CW", "3"),
                     ("J6FA", "K"), ("B4YE", "Z"), ("T8LU", "5"), ("G3RM", "W")))  # fmt: skip
