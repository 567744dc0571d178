"""The form of a case and its client: a page that needs a code name and keeps the rest by itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    QTimeZone,
    Signal,
)
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget

from app.domain.case import ServiceMode
from app.domain.client import EmergencyContact, Place, Profile, Relative
from app.domain.errors import CodeNameMissing, FieldInvalid
from app.domain.prefill import hours_ahead
from app.services import cases
from app.services.changes import Noun
from ui.case_list import clock_time, hours_words, mode_word
from ui.messages import message
from ui.page import Page, ToCases
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button, IconButton
from ui.widgets.card import column, row, rule, scroll
from ui.widgets.chip import Choices
from ui.widgets.field import Field, Line
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.picture import Picture
from ui.widgets.textbox import TextBox
from ui.widgets.tick import Tick
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea

    from app.domain.case import Case
    from app.domain.errors import Refusal
    from app.domain.ids import CaseId
    from app.ports import Clock, OpenVault
    from ui.office import Office

translate = QCoreApplication.translate
_SAVE_AFTER_MS: Final = 1000
_TICK_MS: Final = 20_000
_WIDE: Final = 640
_SEPARATORS: Final = str.maketrans(dict.fromkeys("\u3001\uff0c,", "\n"))
_SENSITIVE: Final = ("id_number", "birth_date", "address")
_PLAIN: Final = ("name", "phone", "wechat", "email", "employer", "school", *_SENSITIVE)
_PLACE_FIELDS: Final = {"place": "zone", "counselor_place": "own_zone"}


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in a line, which commas of either width or enumeration commas separate."""
    return tuple(one.strip() for one in text.translate(_SEPARATORS).split("\n") if one.strip())


def split_lines(text: str) -> tuple[str, ...]:
    """Return the lines that hold something, each as it was typed."""
    return tuple(line for line in text.split("\n") if line.strip())


def common_zones() -> tuple[tuple[str, str], ...]:
    """Return the time zones asked for most, each with the cities that are looked for."""
    return (
        ("Asia/Shanghai", translate("Zones", "北京 上海 广州 深圳 成都")),
        ("Asia/Hong_Kong", translate("Zones", "香港")),
        ("Asia/Macau", translate("Zones", "澳门")),
        ("Asia/Taipei", translate("Zones", "台北")),
        ("Asia/Tokyo", translate("Zones", "东京 大阪")),
        ("Asia/Seoul", translate("Zones", "首尔")),
        ("Asia/Singapore", translate("Zones", "新加坡")),
        ("Asia/Kuala_Lumpur", translate("Zones", "吉隆坡")),
        ("Asia/Bangkok", translate("Zones", "曼谷")),
        ("Asia/Dubai", translate("Zones", "迪拜")),
        ("Europe/London", translate("Zones", "伦敦 爱丁堡 曼彻斯特")),
        ("Europe/Dublin", translate("Zones", "都柏林")),
        ("Europe/Paris", translate("Zones", "巴黎 里昂")),
        ("Europe/Berlin", translate("Zones", "柏林 慕尼黑 法兰克福")),
        ("Europe/Amsterdam", translate("Zones", "阿姆斯特丹")),
        ("Europe/Zurich", translate("Zones", "苏黎世")),
        ("Europe/Madrid", translate("Zones", "马德里 巴塞罗那")),
        ("Europe/Rome", translate("Zones", "罗马 米兰")),
        ("Europe/Stockholm", translate("Zones", "斯德哥尔摩")),
        ("Europe/Moscow", translate("Zones", "莫斯科")),
        ("America/New_York", translate("Zones", "纽约 波士顿 华盛顿 费城")),
        ("America/Chicago", translate("Zones", "芝加哥 休斯敦")),
        ("America/Denver", translate("Zones", "丹佛")),
        ("America/Los_Angeles", translate("Zones", "洛杉矶 旧金山 西雅图")),
        ("America/Toronto", translate("Zones", "多伦多 渥太华 蒙特利尔")),
        ("America/Vancouver", translate("Zones", "温哥华")),
        ("Australia/Sydney", translate("Zones", "悉尼")),
        ("Australia/Melbourne", translate("Zones", "墨尔本")),
        ("Australia/Brisbane", translate("Zones", "布里斯班")),
        ("Australia/Perth", translate("Zones", "珀斯")),
        ("Pacific/Auckland", translate("Zones", "奥克兰")),
        ("Asia/Urumqi", translate("Zones", "乌鲁木齐")),
    )


def zone_of_city(city: str) -> str:
    """Return the time zone of a city that everybody looks for, or nothing."""
    wanted = city.strip()
    return next((zone for zone, names in common_zones() if wanted in names.split()), "")


def is_zone(name: str) -> bool:
    """Return whether a time zone of this name exists."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


@dataclass(frozen=True)
class Kept:
    """What came of saving: the case, the profile as stored, and what was refused."""

    case: Case
    profile: Profile = field(repr=False)
    refusals: tuple[Refusal, ...]
    at: datetime


def keep(
    store: Callable[[str, Profile], Case],
    wanted: tuple[str, Profile],
    before: tuple[str, Profile],
    clock: Clock,
) -> Kept:
    """Store everything that can be stored; a field that is refused keeps what it held `before`.

    One mistyped digit must not hold back the rest of a page.
    """
    code, profile = wanted
    refusals: list[Refusal] = []
    seen: set[str] = set()
    while True:
        try:
            case = store(code, profile)
        except CodeNameMissing as refusal:
            refusals.append(refusal)
            code = before[0]
        except FieldInvalid as refusal:
            source = Profile() if refusal.name in seen else before[1]
            refusals += [] if refusal.name in seen else [refusal]
            seen.add(refusal.name)
            profile = replace(profile, **{refusal.name: getattr(source, refusal.name)})
        else:
            return Kept(case, profile, tuple(refusals), clock.now())


class _ZoneCompleter(QCompleter):
    """Finds a zone by its name or by its cities, and writes the name."""

    def __init__(self, parent: QWidget) -> None:
        model = QStandardItemModel(parent)
        common = common_zones()
        for zone, names in common:
            model.appendRow(self._item(zone, f"{zone}  {names}"))
        first = {zone for zone, _ in common}
        for raw in QTimeZone.availableTimeZoneIds():
            zone = bytes(raw.data()).decode("ascii")
            if "/" in zone and zone not in first and not zone.startswith(("Etc/", "SystemV/")):
                model.appendRow(self._item(zone, zone))
        super().__init__(model, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(9)
        popup = self.popup()
        if popup is not None:
            popup.setProperty("ground", "raised")
            popup.setAccessibleName(translate("Zones", "时区"))

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the zone's own name."""
        return str(index.data(Qt.ItemDataRole.UserRole))

    @staticmethod
    def _item(zone: str, shown: str) -> QStandardItem:
        item = QStandardItem(shown)
        item.setData(zone, Qt.ItemDataRole.UserRole)
        return item


class _ZoneLine(Line):
    """A line for a time zone; the list of all of them is made when it is first entered."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the list at hand."""
        if self.completer() is None:
            self.setCompleter(_ZoneCompleter(self))
        super().focusInEvent(event)


class PersonRow(QWidget):
    """One person: name, what the client calls them, other names. Removing can be taken back."""

    changed = Signal()

    def __init__(self, number: int, person: Relative) -> None:
        super().__init__()
        self._gone = False
        parts = (
            (self.tr("姓名"), person.name),
            (self.tr("关系"), person.relation),
            (self.tr("小名、别名"), self.tr("、").join(person.aliases)),
        )
        self.fields = [self._field(number, label, text) for label, text in parts]
        self._remove = IconButton("x", self.tr("移除相关的人 {0}").format(number))
        self._remove.clicked.connect(lambda: self._take(gone=True))
        self._back = Button(self.tr("撤销"), "link")
        self._back.setAccessibleName(self.tr("撤销移除 {0}").format(number))
        self._back.clicked.connect(lambda: self._take(gone=False))
        self._shown, self._said = QWidget(), QWidget()
        line = row(*self.fields, self._remove, spacing=8)
        for place, share in enumerate((3, 2, 4)):
            line.setStretch(place, share)
        self._shown.setLayout(line)
        self._said.setLayout(row(Label(self.tr("已移除。"), "soft"), self._back, None, spacing=8))
        self._said.hide()
        self.setLayout(column(self._shown, self._said))

    def person(self) -> Relative | None:
        """Return the person, unless removed or empty."""
        name, relation, aliases = (one.text() for one in self.fields)
        if self._gone or not f"{name}{relation}{aliases}".strip():
            return None
        return Relative(name, relation, split_names(aliases))

    def _field(self, number: int, label: str, text: str) -> Field:
        made = Field(
            self.tr("相关的人 {0}：{1}").format(number, label), placeholder=label, show_label=False
        )
        made.set_text(text)
        made.changed.connect(self.changed)
        made.entered.connect(self.focusNextChild)
        return made

    def _take(self, *, gone: bool) -> None:
        """Remove the person, or bring them back."""
        self._gone = gone
        self._shown.setHidden(gone)
        self._said.setVisible(gone)
        (self._back if gone else self.fields[0].line).setFocus()
        self.changed.emit()


class PeopleRows(QWidget):
    """The people of the client's life, a row each."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[PersonRow] = []
        self._lines = column(spacing=8)
        self.add = Button(self.tr("添加相关的人"), icon="user-plus", sz="s")
        self.add.clicked.connect(self._more)
        self.setLayout(column(self._lines, 8, row(self.add, None)))

    def people(self) -> tuple[Relative, ...]:
        """Return everybody that is written down."""
        return tuple(person for one in self._rows if (person := one.person()) is not None)

    def show_people(self, people: Iterable[Relative]) -> None:
        """Show a row for each."""
        for person in people:
            self._put(person)

    def _more(self) -> None:
        self._put(Relative("")).fields[0].line.setFocus()

    def _put(self, person: Relative) -> PersonRow:
        made = PersonRow(len(self._rows) + 1, person)
        before = self._rows[-1].fields[-1].line if self._rows else None
        made.changed.connect(self.changed)
        self._rows.append(made)
        self._lines.addWidget(made)
        if before is not None:
            QWidget.setTabOrder(before, made.fields[0].line)
        return made


class ProfileForm(QWidget):
    """Every field of a case and its client, in sections."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = self._make_fields()
        self.modes = Choices(
            [(mode.value, mode_word(mode)) for mode in ServiceMode], name=self.tr("服务方式")
        )
        self.modes.choose(ServiceMode.FACE_TO_FACE.value)
        self.may_know = Tick(self.tr("可以让这位联系人知道正在做咨询"))
        self.people = PeopleRows()
        self.places = TextBox(self.tr("相关的地点"), hint=self.tr("一行一个。"), rows=2)
        self.houses = TextBox(self.tr("相关的机构"), hint=self.tr("一行一个。"), rows=2)
        self.here_and_there = Label("", "soft", wrap=True)
        self.unfold = Button(self.tr("需要时填写"), icon="chevron-down", sz="s")
        self.unfold.setAccessibleName(self.tr("需要时填写身份证号、出生日期、住址"))
        self._sensitive, self._remote = QWidget(), QWidget()
        self._lay_out()
        self._connect()

    def code(self) -> str:
        """Return the code name as typed."""
        return self.fields["code"].text()

    def mode(self) -> ServiceMode:
        """Return the way of service."""
        return ServiceMode(self.modes.keys()[0])

    def profile(self) -> Profile:
        """Return what the form says of the client, every word as typed."""
        text = {name: one.text() for name, one in self.fields.items()}
        return Profile(
            **{name: text[name] for name in _PLAIN},
            aliases=split_names(text["aliases"]),
            place=Place(text["city"], text["zone"].strip()),
            counselor_place=Place(text["own_city"], text["own_zone"].strip()),
            emergency=EmergencyContact(
                text["contact_name"],
                text["contact_relation"],
                text["contact_phone"],
                self.may_know.isChecked(),
            ),
            people=self.people.people(),
            places=split_lines(self.places.text()),
            organisations=split_lines(self.houses.text()),
        )

    def show_case(self, case: Case, profile: Profile) -> None:
        """Fill the form; nothing is emitted."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        for name, text in _texts(case, profile, self.tr("、")).items():
            self.fields[name].set_text(text)
        self.modes.choose(case.mode.value)
        self.may_know.setChecked(profile.emergency.may_know)
        self.people.show_people(profile.people)
        self.places.set_text("\n".join(profile.places))
        self.houses.set_text("\n".join(profile.organisations))
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.fold()

    def fold(self) -> None:
        """Show what this case needs: both places for remote work, the sensitive when filled."""
        profile = self.profile()
        places = (profile.place, profile.counselor_place)
        known = any(place.city or place.time_zone for place in places)
        self._remote.setVisible(self.mode().remote or known)
        if any(getattr(profile, name) for name in _SENSITIVE):
            self.open_sensitive()

    def open_sensitive(self) -> None:
        """Show the fields that are seldom needed."""
        self._sensitive.show()
        self.unfold.hide()

    def mark(self, refusal: Refusal) -> Field | None:
        """Mark the field that a refusal is about, and return it."""
        name = "code" if isinstance(refusal, CodeNameMissing) else ""
        if isinstance(refusal, FieldInvalid):
            name = _PLACE_FIELDS.get(refusal.name, refusal.name)
        found = self.fields.get(name)
        if found is not None:
            said = message(refusal)
            found.set_error(said.line)
            if name in _SENSITIVE:
                self.open_sensitive()
        return found

    def _make_fields(self) -> dict[str, Field]:
        """Return the fields that are one line, by name."""
        code_hint = self.tr(
            "列表和摘要里用它。写一个只有您认得的，不用真名：别人看到屏幕，也不知道是谁。"
        )
        zone = self.tr("如 Europe/London，也可输入城市")
        return {
            "code": Field(self.tr("代号"), hint=code_hint, placeholder=self.tr("如 H-017 或 禾木")),
            "name": Field(self.tr("姓名")),
            "aliases": Field(self.tr("小名、别名"), placeholder=self.tr("几个之间用顿号或逗号")),
            "phone": Field(self.tr("电话")),
            "wechat": Field(self.tr("微信")),
            "email": Field(self.tr("邮箱")),
            "employer": Field(self.tr("单位")),
            "school": Field(self.tr("学校")),
            "id_number": Field(self.tr("身份证号")),
            "birth_date": Field(self.tr("出生日期"), placeholder=self.tr("如 1998-05-12")),
            "address": Field(self.tr("住址")),
            "city": Field(self.tr("来访者所在城市")),
            "zone": Field(self.tr("来访者时区"), placeholder=zone, line=_ZoneLine()),
            "own_city": Field(self.tr("您所在城市")),
            "own_zone": Field(self.tr("您的时区"), placeholder=zone, line=_ZoneLine()),
            "contact_name": Field(self.tr("紧急联系人姓名")),
            "contact_relation": Field(self.tr("与来访者的关系")),
            "contact_phone": Field(self.tr("紧急联系人电话")),
        }

    def _lay_out(self) -> None:
        """Put the sections under each other."""
        of = self.fields
        mode = column(Label(self.tr("服务方式"), "strong"), self.modes, spacing=8)
        where = column(
            _pair(of["city"], of["zone"]),
            _pair(of["own_city"], of["own_zone"]),
            self.here_and_there,
            spacing=16,
        )
        self._remote.setLayout(column(*_section(self.tr("两地"), where)))
        self._remote.hide()
        emergency = column(
            _pair(of["contact_name"], of["contact_relation"]),
            _pair(of["contact_phone"]),
            self.may_know,
            spacing=16,
        )
        around = column(self.places, self.houses, spacing=16)
        self.setLayout(
            column(
                *_section(self.tr("个案"), column(of["code"], mode, spacing=16), first=True),
                *_section(self.tr("来访者"), self._who()),
                self._remote,
                *_section(self.tr("紧急联系人"), emergency),
                *_section(self.tr("相关的人"), self.people),
                *_section(self.tr("相关的地点和机构"), around),
            )
        )

    def _who(self) -> QLayout:
        """Return the section of the client, its sensitive part folded."""
        of = self.fields
        said = self.tr("写在这里的名字，写督导摘要时会被认出并隐去。除了代号，都可以空着。")
        sign = column(2, Picture("shield-check", "accent", 16), None)
        why = row(sign, Label(said, "soft", wrap=True), spacing=8)
        why.setStretch(1, 1)
        self._sensitive.setLayout(
            column(_pair(of["id_number"], of["birth_date"]), of["address"], spacing=16)
        )
        self._sensitive.hide()
        seldom = self.tr("身份证号、出生日期、住址：与咨询无关就不问，也不记。")
        fold = row(Label(seldom, "soft", wrap=True), self.unfold, spacing=12)
        fold.setStretch(0, 1)
        return column(
            why,
            _pair(of["name"], of["aliases"]),
            _pair(of["phone"], of["wechat"]),
            _pair(of["email"], of["employer"]),
            _pair(of["school"]),
            fold,
            self._sensitive,
            spacing=16,
        )

    def _connect(self) -> None:
        """Tell of every change; a changed field is no longer in error."""
        for name, one in self.fields.items():
            one.changed.connect(partial(self._touched, one))
            one.entered.connect(self.focusNextChild)
            if name in {"city", "own_city"}:
                one.line.editingFinished.connect(partial(self._suggest, name))
        self.modes.chosen.connect(self._mode_chosen)
        self.may_know.toggled.connect(self.changed)
        self.unfold.clicked.connect(self._unfolded)
        self.people.changed.connect(self.changed)
        self.places.changed.connect(self.changed)
        self.houses.changed.connect(self.changed)

    def _touched(self, one: Field, _text: str) -> None:
        if one.error():
            one.set_error("")
        self.changed.emit()

    def _mode_chosen(self) -> None:
        self.fold()
        self.changed.emit()

    def _unfolded(self) -> None:
        """Open the sensitive fields and go into the first."""
        self.open_sensitive()
        self.fields["id_number"].line.setFocus()

    def _suggest(self, city: str) -> None:
        """Fill an empty time zone from a city that is well known."""
        zone = self.fields[city.replace("city", "zone")]
        if not zone.text():
            zone.set_text(zone_of_city(self.fields[city].text()))


def _texts(case: Case, profile: Profile, comma: str) -> dict[str, str]:
    """Return what stands in every line, by the field's name."""
    return {
        **{name: getattr(profile, name) for name in _PLAIN},
        "code": case.code,
        "aliases": comma.join(profile.aliases),
        "city": profile.place.city,
        "zone": profile.place.time_zone,
        "own_city": profile.counselor_place.city,
        "own_zone": profile.counselor_place.time_zone,
        "contact_name": profile.emergency.name,
        "contact_relation": profile.emergency.relation,
        "contact_phone": profile.emergency.phone,
    }


def _pair(left: QWidget, right: QWidget | None = None) -> QHBoxLayout:
    """Return two fields of the same width side by side."""
    line = row(left, right or QWidget(), spacing=16)
    for place in (0, 1):
        line.setStretch(place, 1)
    line.setAlignment(left, Qt.AlignmentFlag.AlignTop)
    if right is not None:
        line.setAlignment(right, Qt.AlignmentFlag.AlignTop)
    return line


def _section(
    title: str, inside: QLayout | QWidget, *, first: bool = False
) -> list[QWidget | QLayout | int | None]:
    """Return a section: a line above it, its title, its parts."""
    above: list[QWidget | QLayout | int | None] = [] if first else [28, rule(), 24]
    return [*above, Label(title, "name"), 16, inside]


@dataclass(frozen=True)
class _Found:
    """What the form is opened with."""

    practice: Place = field(repr=False)
    clock: Clock
    case: Case | None
    profile: Profile = field(repr=False)


class CaseForm(Page):
    """A new case, or the record of one; the record saves itself."""

    def __init__(
        self, office: Office, case_id: CaseId | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, parent)
        self._case_id = case_id
        self._case: Case | None = None
        self._kept: tuple[str, ServiceMode, Profile] | None = None
        self._practice = Place()
        self._clock: Clock | None = None
        self._done = False
        self.form = ProfileForm()
        self._banners = column()
        self._state = Label("", "soft")
        self._tick = Picture("check", "low", 14)
        self._create = Button(self.tr("建立个案"), "primary")
        self._drop = Button(self.tr("不建立"), "ghost")
        self._saving, self._minute = QTimer(self), QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_AFTER_MS)
        self._minute.setInterval(_TICK_MS)
        self._lay_out()
        self._connect()
        self._ask()

    def leave(self) -> None:
        """Lend what was typed and not yet saved to the desk; what is refused is said there."""
        self._saving.stop()
        if self._case_id is not None:
            self._save(leaving=True)
        elif not self._done and self._typed():
            self._keep_new()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc; what was typed is kept as at every leaving."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        """Put the bar above, and under it the form in a column of reading width."""
        new = self._case_id is None
        self._bar = TopBar(self.tr("新个案") if new else self.tr("编辑资料"))
        self._tick.hide()
        for part in (self._tick, self._state, self._drop, self._create):
            self._bar.add_action(part)
        self._drop.setVisible(new)
        self._create.setVisible(new)
        self._create.setToolTip(self.tr("Ctrl+Enter"))
        self._state.setText(
            self.tr("离开时也会替您存好") if new else self.tr("写好就存，不用按保存")
        )
        self.form.setMaximumWidth(look.px(_WIDE))
        inside = QWidget()
        middle = row(None, self.form, None, margins=(32, 28, 32, 48))
        middle.setStretch(1, 100)
        inside.setLayout(column(middle, None))
        self._area: QScrollArea = scroll(inside, "paper")
        holder = column(self._banners, margins=(0, 0, 0, 0))
        lines = column(self._bar, holder, self._area)
        lines.setStretch(2, 1)
        self.setLayout(lines)
        self.form.setEnabled(new)
        self.setFocusProxy(self.form.fields["code"] if new else self.form.fields["name"])

    def _connect(self) -> None:
        """Save after a pause, create with Ctrl+Enter, tell the time over there."""
        self._bar.back.connect(self.back)
        self._create.clicked.connect(self._submit)
        self._drop.clicked.connect(self._give_up)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._submit)
        self.form.changed.connect(self._changed)
        self._saving.timeout.connect(self._save)
        self._minute.timeout.connect(self._show_times)

    def _ask(self) -> None:
        """Have read what the form begins with."""
        case_id, tools = self._case_id, self.office.tools

        def work(vault: OpenVault) -> _Found:
            practice, clock = vault.settings.practice().place, tools().clock
            if case_id is None:
                return _Found(practice, clock, None, Profile())
            profile = vault.clients.of_case(case_id).profile
            return _Found(practice, clock, vault.cases.get(case_id), profile)

        self.office.desk.do(self, work, self._show)

    def _show(self, found: _Found) -> None:
        """Fill the form."""
        self._practice, self._clock, self._case = found.practice, found.clock, found.case
        if found.case is not None:
            self.form.show_case(found.case, found.profile)
            self.form.setEnabled(True)
            self._kept = self._written()
            self._bar.add_fact(found.case.code)
            self.form.fields["name"].line.setFocus()
        self._show_times()
        self._minute.start()

    def _written(self) -> tuple[str, ServiceMode, Profile]:
        """Return all that the form says."""
        return self.form.code(), self.form.mode(), self.form.profile()

    def _typed(self) -> bool:
        """Return whether anything was typed into a new form."""
        return bool(self.form.code().strip()) or self.form.profile() != Profile()

    def _changed(self) -> None:
        """Tell the time over there, and save after a pause."""
        self._show_times()
        if self._case is not None:
            self._tick.hide()
            self._state.setText(self.tr("正在写"))
            self._saving.start()

    def _show_times(self) -> None:
        """Say what time it is over there."""
        theirs = Place("", self.form.fields["zone"].text().strip())
        if self._clock is None or not theirs.time_zone or not is_zone(theirs.time_zone):
            self.form.here_and_there.setText("")
            return
        now = self._clock.now()
        there = f"{now.astimezone(ZoneInfo(theirs.time_zone)):%H:%M}"
        said = [self.tr("来访者当地现在 {0}").format(there)]
        mine = self._own_zone()
        if is_zone(mine):
            said.append(hours_words(hours_ahead(Place("", mine), theirs, now)))
        self.form.here_and_there.setText(self.tr("，").join(said) + self.tr("。"))

    def _own_zone(self) -> str:
        """Return the counselor's zone: as written here, as of the practice, as of this computer."""
        typed = self.form.fields["own_zone"].text().strip()
        system = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
        return typed or self._practice.time_zone or system

    def _submit(self) -> None:
        """Open the case; a record that exists is saved at once."""
        if self._case_id is not None:
            self._saving.stop()
            self._save()
            return
        if self._done:
            return
        self._done = True
        self._create.setEnabled(False)
        code, mode, profile = self._written()
        tools = self.office.tools
        self.office.desk.do(
            self,
            lambda vault: cases.open_case(vault, tools().clock, code, mode, profile),
            lambda case: self.wanted.emit(ToCases(case.id)),
            self._refused_new,
            (Noun.CASES,),
        )

    def _refused_new(self, refusal: Refusal) -> None:
        """Say why there is no case yet, at the very field."""
        self._done = False
        self._create.setEnabled(True)
        self._explain([refusal])
        found = self.form.mark(refusal)
        if found is not None:
            found.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(found, 0, look.px(48))

    def _give_up(self) -> None:
        """Go back and keep nothing of a case that was not opened."""
        self._done = True
        self.back.emit()

    def _keep_new(self) -> None:
        """Open the case with whatever can be stored: nothing typed is lost by leaving."""
        self._done = True
        code, mode, profile = self._written()
        tools, unnamed = self.office.tools, self.tr("未命名")

        def work(vault: OpenVault) -> None:
            clock = tools().clock

            def store(code: str, profile: Profile) -> Case:
                return cases.open_case(vault, clock, code, mode, profile)

            kept = keep(store, (code.strip() or unnamed, profile), (unnamed, Profile()), clock)
            if kept.refusals:
                raise kept.refusals[0]

        self.office.desk.do(self.office.desk, work, changes=(Noun.CASES,))

    def _save(self, *, leaving: bool = False) -> None:
        """Store what changed; a refused field keeps what it held, the others are stored."""
        written = self._written()
        if self._case is None or self._kept is None or written == self._kept:
            return
        case = replace(self._case, mode=written[1])
        tools, before = self.office.tools, (self._kept[0], self._kept[2])

        def work(vault: OpenVault) -> Kept:
            clock = tools().clock

            def store(code: str, profile: Profile) -> Case:
                return cases.change_case(vault, clock, replace(case, code=code), profile)

            kept = keep(store, (written[0], written[2]), before, clock)
            if leaving and kept.refusals:
                raise kept.refusals[0]
            return kept

        if leaving:
            self._kept = written
            self.office.desk.do(self.office.desk, work, changes=(Noun.CASES,))
        else:
            self.office.desk.do(self, work, self._saved, self._not_saved, (Noun.CASES,))

    def _saved(self, kept: Kept) -> None:
        """Say that it is stored, or which field is not."""
        self._case = kept.case
        self._kept = (kept.case.code, kept.case.mode, kept.profile)
        self._explain([one for one in kept.refusals if self.form.mark(one) is None])
        self._tick.setVisible(not kept.refusals)
        said = self.tr("已存 {0}").format(clock_time(kept.at))
        if kept.refusals:
            said = self.tr("有一格还没有存，其余已存 {0}").format(clock_time(kept.at))
        if not self._saving.isActive():
            self._state.setText(said)
            announce(self._state, said)

    def _not_saved(self, refusal: Refusal) -> None:
        """Say that nothing could be stored, and offer to try again."""
        self._state.setText(self.tr("还没有存上"))
        self._explain([refusal])

    def _explain(self, refusals: list[Refusal]) -> None:
        """Show refusals that belong to no field above the form."""
        while item := self._banners.takeAt(0):
            if old := item.widget():
                old.deleteLater()
        for refusal in refusals:
            if isinstance(refusal, (CodeNameMissing, FieldInvalid)):
                continue
            said = message(refusal)
            banner = Banner("refusal", said.what, text=said.why, action=self.tr("重试"))
            banner.acted.connect(self._submit)
            self._banners.addWidget(banner)
