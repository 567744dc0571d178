"""The sections of the form of a case: who the client is, where, with whom, whom to call."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget

from app.domain.case import ServiceMode
from app.domain.case_form import CaseForm
from app.domain.client import EmergencyContact, Place, Profile
from app.domain.errors import CodeNameMissing, FieldInvalid
from app.domain.hours import HourFacts
from app.domain.intake import Intake
from ui.case_list import mode_word
from ui.messages import message
from ui.people_rows import PeopleRows, split_names
from ui.tab_order import follow
from ui.triage_form import RequestForm
from ui.widgets.button import Button
from ui.widgets.card import column, row, rule
from ui.widgets.chip import Choices
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.picture import Picture
from ui.widgets.textbox import TextBox
from ui.widgets.zone import ZoneLine, zone_meant, zone_of_city

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QHBoxLayout, QLayout

    from app.domain.errors import Refusal

_SENSITIVE: Final = ("id_number", "birth_date", "address")
_PLAIN: Final = ("name", "phone", "wechat", "email", "employer", "school", *_SENSITIVE)
_MAY_KNOW: Final = {"": None, "yes": True, "no": False}
_PLACE_FIELDS: Final = {"place": "zone", "counselor_place": "own_zone"}


def split_lines(text: str) -> tuple[str, ...]:
    """Return the lines that hold something, each as it was typed."""
    return tuple(line for line in text.split("\n") if line.strip())


class ProfileForm(QWidget):
    """Every field of a case and its client, in sections.

    `agreed` is room for what else is agreed on when a case is opened.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intake, self._hours = Intake(), HourFacts()
        self.request: RequestForm | None = None
        self.fields = self._make_fields()
        self.modes = Choices(
            [(mode.value, mode_word(mode)) for mode in ServiceMode], name=self.tr("服务方式")
        )
        self.modes.choose(ServiceMode.FACE_TO_FACE.value)
        self.change_mode = Button(self.tr("改变服务方式"), "link")
        self.change_mode.hide()
        self.may_know = Choices(
            [
                ("", self.tr("还没问")),
                ("yes", self.tr("可以让对方知道")),
                ("no", self.tr("不可以让对方知道")),
            ],
            name=self.tr("可以让这位联系人知道正在做咨询"),
        )
        self.may_know.choose("")
        self.people = PeopleRows()
        self.places = TextBox(self.tr("相关的地点"), hint=self.tr("一行一个。"), rows=2)
        self.houses = TextBox(self.tr("相关的机构"), hint=self.tr("一行一个。"), rows=2)
        self.here_and_there = Label("", "soft", wrap=True)
        self.unfold = Button(self.tr("需要时填写"), icon="chevron-down", sz="s")
        self.unfold.setAccessibleName(self.tr("需要时填写身份证号、出生日期、住址"))
        self._sensitive, self._remote = QWidget(), QWidget()
        self.agreed, self._asked = column(), column()
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
            **dict[str, Any]({name: text[name] for name in _PLAIN}),
            aliases=split_names(text["aliases"]),
            place=Place(text["city"], zone_meant(text["zone"])),
            counselor_place=Place(text["own_city"], zone_meant(text["own_zone"])),
            emergency=EmergencyContact(
                text["contact_name"],
                text["contact_relation"],
                text["contact_phone"],
                _MAY_KNOW[self.may_know.keys()[0]],
            ),
            people=self.people.people(),
            places=split_lines(self.places.text()),
            organisations=split_lines(self.houses.text()),
            intake=self.intake(),
            hours=self._hours,
        )

    def intake(self) -> Intake:
        """Return what was asked at intake; only a new case asks for any of it here."""
        return self._intake if self.request is None else self.request.put_into(self._intake)

    def ask_request(self) -> None:
        """Ask how the request is graded (clause 073), right after the way of service."""
        self.request = made = RequestForm(self)
        self._asked.addLayout(column(*_section(self.tr("请求"), made)))
        follow(self.change_mode, made)
        made.changed.connect(self.changed)
        made.triage.crisis.connect(self._to_crisis)

    def beginnings(self) -> list[QWidget]:
        """Return where each section that is shown begins, from the top."""
        of = self.fields
        request: list[QWidget] = [] if self.request is None else [self.request.kind]
        lines = (of[one].line for one in ("name", "city", "contact_name"))
        every = (of["code"].line, *request, *lines, self.people.add, self.places.edit)
        return [one for one in every if one.isVisible()]

    def mark_request(self, missing: Iterable[str]) -> QWidget | None:
        """Say what of the request stops the case, and return the first part."""
        return None if self.request is None else self.request.triage.mark(missing)

    def written(self) -> CaseForm:
        """Return all that the form says."""
        return CaseForm(self.code(), self.mode(), self.profile())

    def show_form(self, form: CaseForm) -> None:
        """Fill the form, which was empty; nothing is emitted."""
        profile = form.profile
        self._intake, self._hours = profile.intake, profile.hours
        if self.request is not None:
            self.request.show_intake(profile.intake)
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        for name, text in _texts(form, self.tr("、")).items():
            self.fields[name].set_text(text)
        self.modes.choose(form.mode.value)
        told = profile.emergency.may_know
        self.may_know.choose("" if told is None else "yes" if told else "no")
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
        if self.request is not None:
            self.request.triage.follow(self.mode())
        if any(getattr(profile, name) for name in _SENSITIVE):
            self.open_sensitive()

    def fix_mode(self) -> None:
        """Let the mode be changed by a record alone: the work has begun (clause 071)."""
        self.modes.setEnabled(False)
        self.change_mode.show()

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
            "打印的日程、导出和隐私模式里用它。写一个只有您认得的，不用真名：别人看到也不知道是谁。"
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
            "zone": Field(self.tr("来访者时区"), placeholder=zone, line=ZoneLine()),
            "own_city": Field(self.tr("您所在城市")),
            "own_zone": Field(self.tr("您的时区"), placeholder=zone, line=ZoneLine()),
            "contact_name": Field(self.tr("紧急联系人姓名")),
            "contact_relation": Field(self.tr("与来访者的关系")),
            "contact_phone": Field(self.tr("紧急联系人电话")),
        }

    def _lay_out(self) -> None:
        """Put the sections under each other."""
        of = self.fields
        fixed = row(self.change_mode, None)
        mode = column(Label(self.tr("服务方式"), "strong"), self.modes, fixed, spacing=8)
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
            column(
                Label(self.tr("可以让这位联系人知道正在做咨询"), "strong"), self.may_know, spacing=6
            ),
            spacing=16,
        )
        around = column(self.places, self.houses, spacing=16)
        self.setLayout(
            column(
                *_section(
                    self.tr("个案"), column(of["code"], mode, self.agreed, spacing=16), first=True
                ),
                self._asked,
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
        said = self.tr(
            "写在这里的名字，写督导摘要时会被认出并隐去。这一节都可以先空着；"
            "远程咨询的联系方式、两地和紧急联系人，签署同意书和记录之前会问到。"
        )
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
        self.may_know.chosen.connect(lambda _: self.changed.emit())
        self.unfold.clicked.connect(self._unfolded)
        self.people.changed.connect(self.changed)
        self.places.changed.connect(self.changed)
        self.houses.changed.connect(self.changed)

    def _touched(self, one: Field, _text: str) -> None:
        if one.error():
            one.set_error("")
        self.changed.emit()

    def _to_crisis(self) -> None:
        """Take the way of service of an emergency, and go on with where it is led on to."""
        self.modes.choose(ServiceMode.CRISIS.value)
        self._mode_chosen()
        if self.request is not None:
            self.request.triage.referral.line.setFocus()

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


def _texts(form: CaseForm, comma: str) -> dict[str, str]:
    """Return what stands in every line, by the field's name."""
    profile = form.profile
    return {
        **{name: getattr(profile, name) for name in _PLAIN},
        "code": form.code,
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
