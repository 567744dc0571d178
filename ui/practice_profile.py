"""What is published of the practice, and who stands behind it; kept as it is typed."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.practice_profile import PracticeProfile
from app.services import practice
from app.services.changes import Noun
from ui.begin import Begins
from ui.entry_page import pair
from ui.messages import message
from ui.private_channel import private_words
from ui.widgets.card import Card, bring_into_sight, column
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.domain.errors import Refusal
    from app.domain.practice import Practice
    from app.ports import OpenVault
    from ui.office import Office

_SAVE_AFTER: Final = 1000
_RETRY_AFTER: Final = 10_000
_ABOUT: Final = frozenset(one.name for one in fields(PracticeProfile))


class ProfileForm(Begins, QWidget):
    """The fields of the service sheet, and the people behind the practice."""

    def __init__(self, office: Office, known: Practice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._left = False
        self._touched: dict[str, str] = {}
        self._private: tuple[str, ...] = ()
        self._sending = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.save)
        self.fields = self._made()
        self._saved = Label("", "meta", wrap=True)
        self.setLayout(self._lay_out())
        self.show_practice(known)
        for name, field in self.fields.items():
            field.changed.connect(lambda text, name=name: self._typed(name, text))
        self.begin_at(self.fields["name"])

    def show_practice(self, known: Practice) -> None:
        """Show what is kept, never over what is being typed."""
        for name, field in self.fields.items():
            said = getattr(known.profile if name in _ABOUT else known, name)
            if name not in self._touched and field.text() != said:
                field.blockSignals(True)  # noqa: FBT003 - Qt's own signature
                field.set_text(said)
                field.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._office.desk.do(self, practice.private_channels, self._know)

    def unsaved(self) -> bool:
        """Return whether typed words are still on their way, or found the disk full."""
        return bool(self._touched or self._sending)

    def leave(self) -> None:
        """Lend what is typed and not kept to the desk."""
        self._left = True
        self.save()

    def come_back(self) -> None:
        """Go on with what the vault has not taken yet: a refusal is said here again."""
        self._left = False

    def mark(self, missing: Iterable[str]) -> None:
        """Go to the first field that is missing, and say in each that it is."""
        lacking = [one.partition(".")[2] for one in missing]
        found = ["name" if one == "practice" else one for one in lacking]
        wanted = [name for name in self.fields if name in found]
        for name in wanted:
            self.fields[name].set_error(self.tr("要印的纸上得有这一项。"))
        if wanted:
            self.go_to(wanted[0])

    def go_to(self, name: str) -> None:
        """Set the keyboard into a field, and bring it into sight."""
        self.fields[name].setFocus()
        bring_into_sight(self.fields[name])

    def save(self) -> None:
        """Keep what was typed, over nothing else."""
        self._timer.stop()
        sent, self._touched = self._touched, {}
        if not sent:
            return
        self._sending += 1
        self._office.desk.do(
            self,
            _storing(sent),
            lambda _: self._kept(),
            lambda refusal: self._not_kept(sent, refusal),
            (Noun.PRACTICE,),
        )

    def _made(self) -> dict[str, Field | TextBox]:
        return {
            "name": Field(self.tr("咨询室或机构名")),
            "affiliation": Field(self.tr("依托机构（没有就空着）")),
            "counselor": Field(self.tr("咨询师姓名")),
            "code": Field(self.tr("工号"), hint=self.tr("热线的纸上印工号，不印姓名和联系方式。")),
            "orientation": Field(self.tr("理论与技术取向")),
            "speciality": Field(self.tr("专业擅长")),
            "scope": TextBox(self.tr("服务范围"), rows=2),
            "population": TextBox(self.tr("服务对象"), rows=2),
            "requirements": TextBox(
                self.tr("对来访者身份的要求"),
                rows=2,
                placeholder=self.tr("例如 年满 18 岁；未成年人由监护人一起来"),
            ),
            "arrangement": Field(
                self.tr("单次或连续"), placeholder=self.tr("例如 连续咨询，每周一次")
            ),
            "hours": Field(
                self.tr("服务时间"), placeholder=self.tr("例如 周一到周五 9:00 到 18:00")
            ),
            "time_limit": Field(self.tr("每次时限"), placeholder=self.tr("例如 每次 50 分钟")),
            "fee": Field(self.tr("收费"), placeholder=self.tr("免费也请写明")),
            "contact": Field(
                self.tr("咨询专用的联系方式"), hint=self.tr("不用私人的（问 5(1)）。")
            ),
            "competence": TextBox(
                self.tr("胜任的议题和人群"),
                hint=self.tr(
                    "用顿号隔开，如 情绪、人际、青少年。"
                    "签署记录时，问题类型不在里面会提醒一句（热线 4.1）。"
                ),
                rows=2,
            ),
            "supervisor": Field(self.tr("督导师")),
            "supervisor_contact": Field(self.tr("督导师的联系方式")),
            "escalation": TextBox(
                self.tr("紧急个案先找谁、什么时候找"),
                rows=3,
                placeholder=self.tr("例如 先联系督导师；有生命危险时报警并通知紧急联系人"),
            ),
        }

    def _lay_out(self) -> Any:  # noqa: ANN401 - a layout
        one = self.fields
        public, behind = (Card(margins=(20, 18, 20, 18), spacing=14) for _ in range(2))
        for left, right in (
            ("name", "affiliation"),
            ("counselor", "code"),
            ("orientation", "speciality"),
        ):
            public.body.addLayout(pair(one[left], one[right]))
        for name in ("scope", "population", "requirements"):
            public.body.addWidget(one[name])
        for left, right in (("arrangement", "hours"), ("time_limit", "fee")):
            public.body.addLayout(pair(one[left], one[right]))
        public.body.addWidget(one["contact"])
        behind.body.addWidget(one["competence"])
        behind.body.addLayout(pair(one["supervisor"], one["supervisor_contact"]))
        behind.body.addWidget(one["escalation"])
        return column(
            Label(self.tr("公布给来访者的（热线 2.1，问 1·3）"), "strong", tint="soft"),
            8,
            public,
            24,
            Label(self.tr("您背后的支持（热线 4.1、5.1，问 1）"), "strong", tint="soft"),
            8,
            behind,
            8,
            self._saved,
        )

    def _typed(self, name: str, text: str) -> None:
        self._touched[name] = text
        self.fields[name].set_error("")
        if name == "contact":
            self._warn_of_private()
        self._timer.start(_SAVE_AFTER)

    def _know(self, private: tuple[str, ...]) -> None:
        """Take in which numbers and accounts are her own."""
        self._private = private
        self._warn_of_private()

    def _warn_of_private(self) -> None:
        """Say where the contact of the practice is a private one (076); it is kept all the same."""
        self.fields["contact"].set_error(
            private_words(self.fields["contact"].text(), self._private)
        )

    def _kept(self) -> None:
        self._sending -= 1
        if not self.unsaved():
            self._saved.setText(self.tr("已存"))
            announce(self._saved, self.tr("已存"))

    def _not_kept(self, sent: dict[str, str], refusal: Refusal) -> None:
        """Say why; the words stay, and are lent again with the next key or after a while."""
        self._sending -= 1
        self._touched = sent | self._touched
        self._timer.start(_RETRY_AFTER)
        if not self._left:
            self._saved.setText(message(refusal).line)


def _storing(sent: dict[str, str]) -> Callable[[OpenVault], None]:
    """Return the work that stores these fields and no others."""

    def changed(known: Practice) -> Practice:
        about = {name: text for name, text in sent.items() if name in _ABOUT}
        other: dict[str, Any] = {name: text for name, text in sent.items() if name not in _ABOUT}
        return replace(known, profile=replace(known.profile, **about), **other)

    return lambda vault: practice.change(vault, changed)
