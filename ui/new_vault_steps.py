"""The first pages on which a vault is set up: language, place, password."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain import password as passwords
from app.domain.errors import NotWritable, PlaceTaken, WeakPassword
from ui.begin import Begins
from ui.messages import message
from ui.pick import pick_folder
from ui.unlock import typed_path
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, column, row
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.password import PasswordField
from ui.widgets.strength import Strength
from ui.widgets.tick import Radio

if TYPE_CHECKING:
    from pathlib import Path


_OWN_FILES: Final = frozenset({".DS_Store", "desktop.ini", "Thumbs.db"})
_SYNCED: Final = (
    ("onedrive", "OneDrive"),
    ("icloud", "iCloud"),
    ("mobile documents", "iCloud"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("nutstore", QT_TRANSLATE_NOOP("Synced", "坚果云")),
    ("baidunetdisk", QT_TRANSLATE_NOOP("Synced", "百度网盘")),
    ("baidusyncdisk", QT_TRANSLATE_NOOP("Synced", "百度网盘")),
    ("baiduyun", QT_TRANSLATE_NOOP("Synced", "百度网盘")),
    ("aliyundrive", QT_TRANSLATE_NOOP("Synced", "阿里云盘")),
    ("weiyun", QT_TRANSLATE_NOOP("Synced", "微云")),
)


def synced_by(path: Path) -> str:
    """Return the name of the service that copies this folder to the net, or nothing."""
    for part in path.parts:
        folded = part.casefold()
        for sign, name in _SYNCED:
            service = str(name)
            if sign in folded or service.casefold() in folded:
                return QCoreApplication.translate("Synced", service)
    return ""


def check_place(place: Path) -> None:
    """Raise `PlaceTaken` or `NotWritable` unless a vault can be made in the folder `place`."""
    try:
        there = place
        while not there.exists() and there != there.parent:
            there = there.parent
        if there == place and _holds_something(place):
            raise PlaceTaken
        if not place.is_absolute() or not there.is_dir() or not os.access(there, os.W_OK):
            raise NotWritable
    except (OSError, ValueError) as error:
        raise NotWritable from error


def _holds_something(place: Path) -> bool:
    """Return whether something of the counselor's is there already."""
    return not place.is_dir() or any(one.name not in _OWN_FILES for one in place.iterdir())


class Step(Begins, QWidget):
    """One page of the setting up. `changed` tells that `reason` may read otherwise."""

    changed = Signal()
    entered = Signal()

    def reason(self) -> str:
        """Return why one cannot go on, or nothing."""
        return ""

    def note(self) -> str:
        """Return what stands below the step's word in the column."""
        return ""

    def wipe(self) -> None:
        """Leave nothing secret on the screen; most steps hold nothing of that kind."""


class LanguageStep(Step):
    """Chinese or English."""

    chosen = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        card = Card(margins=(18, 14, 18, 14), spacing=10)
        self._radios: dict[str, Radio] = {}
        for key, word in (("zh", self.tr("中文")), ("en", "English")):
            radio = Radio(word, card)
            radio.setChecked(key == language)
            radio.toggled.connect(lambda on, key=key: self._toggled(key, on=on))
            self._radios[key] = radio
            card.body.addWidget(radio)
        self.begin_at(self._radios[language])
        title = self.tr("请选语言 · Choose a language")
        words = Label(self.tr("以后在设置里随时能换。"), "soft")
        self.setLayout(column(Label(title, "heading"), 4, words, 16, card))

    def note(self) -> str:
        """Return the language."""
        return self._radios[self.language].text()

    def _toggled(self, key: str, *, on: bool) -> None:
        if on and key != self.language:
            self.language = key
            self.chosen.emit(key)


class PlaceStep(Step):
    """The folder of the vault."""

    def __init__(self, place: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = Field(
            self.tr("保险库的文件夹"),
            hint=self.tr("会新建这个文件夹，它的名字就是保险库的名字。"),
            sz="l",
        )
        self.field.set_text(str(place))
        self.field.changed.connect(self._typed)
        self.field.entered.connect(self.entered)
        pick = Button(self.tr("选择文件夹"), "quiet", icon="folder-open")
        pick.clicked.connect(self._pick)
        self.warning = Banner("warning", "", icon="triangle-alert")
        self.begin_at(self.field)
        about = self.tr("记录、同意书都放在这一个文件夹里，全部加密。只在这台电脑上。")
        self.setLayout(
            column(
                Label(self.tr("放在哪里"), "heading"),
                4,
                Label(about, "soft", wrap=True),
                16,
                self.field,
                8,
                pick,
                16,
                self.warning,
            )
        )
        self._typed()

    def refuse(self, said: str) -> None:
        """Say why it cannot be this folder, where it was said that it will be made."""
        self.field.set_error(said)

    def place(self) -> Path:
        """Return the folder as written."""
        return typed_path(self.field.text())

    def reason(self) -> str:
        """Ask for a whole path."""
        if self.field.text() and self.place().is_absolute():
            return ""
        return self.tr("请写一个完整的文件夹路径")

    def note(self) -> str:
        """Return the folder and the one it lies in."""
        return " / ".join(self.place().parts[-2:])

    def _pick(self) -> None:
        """Take a folder; an occupied one gets a folder of the suggested name inside."""
        name = self.place().name
        pick_folder(
            self, self.tr("保险库放在哪里"), lambda path: self.field.set_text(str(path / name))
        )

    def _typed(self) -> None:
        """Warn of folders that others copy away; a refusal was of another folder."""
        if self.field.error():
            self.field.set_error("")
        service = synced_by(self.place())
        self.warning.setVisible(bool(service))
        if service:
            said = self.tr("这个文件夹由 {0} 同步，会传到别人的服务器上。")
            more = self.tr("内容是加密的，但同步到一半的文件可能打不开。建议换一个地方。")
            self.warning.say(said.format(service), more)
        self.changed.emit()


class PasswordStep(Step):
    """The password, written twice, with its strength; `called` is what it is called."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        """`name` is what the password is called where it is not the first one."""
        super().__init__(parent)
        called = name or self.tr("密码")
        self.first, self.second = PasswordField(called), PasswordField(self.tr("再写一遍"))
        self.strength = Strength()
        for field in (self.first, self.second):
            field.changed.connect(self._typed)
        self.first.entered.connect(self.second.setFocus)
        self.second.entered.connect(self.entered)
        self.begin_at(self.first)
        head = row(
            Label(called, "heading"),
            None,
            Label(self.tr("至少 8 个字符，可以是一句话，任何文字都行"), "meta"),
        )
        pair = row(self.first, self.second, spacing=16)
        pair.setStretch(0, 1)
        pair.setStretch(1, 1)
        pair.setAlignment(self.first, Qt.AlignmentFlag.AlignTop)
        pair.setAlignment(self.second, Qt.AlignmentFlag.AlignTop)
        tip = self.tr(
            "不要求大小写和符号，长一些比花哨更管用。写中文时，先点眼睛图标，输入法才会出来。"
        )
        self.setLayout(column(head, 12, pair, 12, self.strength, 16, Label(tip, "soft", wrap=True)))

    def reason(self) -> str:
        """Say what the pair still lacks."""
        first = self.first.text()
        if not first:
            return self.tr("写好密码就可以继续")
        try:
            passwords.check(first)
        except WeakPassword as refusal:
            return message(refusal).what
        if not self._same():
            return self.tr("两遍写得一样就可以继续")
        return ""

    def note(self) -> str:
        """Say that it is set."""
        return self.tr("已设好") if not self.reason() else ""

    def wipe(self) -> None:
        """Empty both fields."""
        self.first.clear()
        self.second.clear()

    def _same(self) -> bool:
        """Compare as the key derivation will: by normal form."""
        first, second = self.first.text(), self.second.text()
        return passwords.normalise(first) == passwords.normalise(second)

    def _typed(self) -> None:
        """Show strength, a tick when both are the same, an error once they cannot become so."""
        first, second = self.first.text(), self.second.text()
        self._show_strength(first)
        off = bool(second) and not first.startswith(second) and not self._same()
        error = self.tr("两遍写得不一样。") if off else ""
        if self.second.error() != error:
            self.second.set_error(error)
        self.second.set_valid(bool(second) and not self.reason())
        self.changed.emit()

    def _show_strength(self, word: str) -> None:
        level = passwords.estimate(word).level
        try:
            passwords.check(word)
        except WeakPassword as refusal:
            short = refusal.reason == "short"
            self.strength.set_level(0 if short else 1, "" if short else message(refusal).why)
            return
        reasons = (
            self.tr("再长一些会好得多。"),
            self.tr("再加一两个不相干的词更稳妥。"),
            self.tr("一台快的电脑要算几百年。"),
            self.tr("再快的电脑也算不过来。"),
        )
        self.strength.set_level(level, reasons[level - 1])
