"""The practice, the lock, the look and the language: each choice holds at once."""

from __future__ import annotations

import zoneinfo
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.client import Place
from app.domain.errors import FieldInvalid, Refusal
from app.domain.practice import Practice
from app.domain.preferences import LONGEST_IDLE, SHORTEST_IDLE, Preferences
from app.services.changes import Changes, Noun
from ui import choices, privacy, translation
from ui.messages import message
from ui.page import (
    Page,
    PageKey,
    ToCatalogues,
    ToConsentTexts,
    ToNoteTemplates,
    ToPractice,
    ToSettings,
)
from ui.settings_backup import BackupSettings
from ui.settings_caseload import CaseloadSettings
from ui.settings_health import health_part
from ui.settings_keys import KeysPart
from ui.settings_quiet import QuietSettings
from ui.settings_security import SecurityCard
from ui.settings_succession import SuccessionCard
from ui.settings_term import term_choice
from ui.theme import fonts, look
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, beside, bring_into_sight, clear, column, ground, row, rule, scroll
from ui.widgets.chip import Choices
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.picture import Picture
from ui.widgets.segment import Segment
from ui.widgets.switch import Switch
from ui.widgets.zone import ZoneField, common_zones

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout

    from app.ports import OpenVault
    from ui.office import Office
    from ui.page import Destination

WIDTH: Final = 700
_PANE: Final = 316
_LEAST: Final = 520
_SAVE_AFTER: Final = 1000
_RETRY_AFTER: Final = 10_000
_IDLE: Final = (1, 3, 5, 10, 15)
_REMIND: Final = (0, 5, 15, 30)
_SCALES: Final = (100, 115, 130, 150, 200)
_LONGEST_TEXT: Final = 500
_THEMES: Final = ("system", "light", "dark")
_OWN_ZONE: Final = "Asia/Shanghai"
_WORDS: Final = (
    "name",
    "counselor",
    "credentials",
    "credential_link",
    "orientation",
    "platform",
    "fee",
    "contact",
)


class SettingsScreen(Page):
    """The settings; `preferences_changed` follows each choice outside the vault that was saved.

    `language` and `privacy` ask for what the whole window does.
    """

    preferences_changed = Signal()
    language = Signal(str)
    privacy = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self._practice = Practice()
        self._loaded, self._dirty, self._left = False, False, False
        self._sending, self._touched = 0, set[str]()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._save)
        self._banner_room = column()
        self._lay_out(office.preferences.load())
        office.desk.do(self, lambda vault: vault.settings.practice(), self._show)
        office.desk.outside(self, lambda: sorted(zoneinfo.available_timezones()), self.zone.offer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where letters are very large, what always holds stands below instead of beside."""
        super().resizeEvent(event)
        wide = self.width() >= look.px(_PANE + _LEAST)
        self._always_beside.setVisible(wide)
        self._always_below.setVisible(not wide)
        self.layout().activate()  # type: ignore[union-attr] # what is hidden keeps no room

    def revisit(self, destination: Destination) -> bool:
        """Show the choices and the practice as they are now, from the top; not over typed words."""
        if not isinstance(destination, ToSettings) or self.unsaved() or self.zone.error():
            return False
        self._left = False
        self._touched.clear()
        self._saved.setText("")
        self._saved_sign.hide()
        self._clear_banner()
        self._area.verticalScrollBar().setValue(0)
        self.ways.revisit()
        self.show_choices()
        self.office.desk.do(self, lambda vault: vault.settings.practice(), self._show)
        return True

    def held(self) -> str:
        """Return which choice of the looks has the keys, or nothing."""
        return next((name for name, one in self._looks().items() if one.holds()), "")

    def hold(self, name: str) -> None:
        """Give the keys to a choice of the looks: it is made anew by what was chosen in it."""
        part = self._looks()[name].part()
        self.begin_at(part)
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(part)

    def _looks(self) -> dict[str, Segment]:
        return {
            "theme": self.theme,
            "languages": self.languages,
            "terms": self.terms,
            "scales": self.scales,
        }

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the settings."""
        return (PageKey("Esc", self.tr("返回")),)

    def escape(self) -> None:
        """Go back: every choice is kept."""
        self.back.emit()

    def leave(self) -> None:
        """Lend what is typed and not saved to the desk."""
        self._left = True
        self.ways.wipe()
        self._save()

    def unsaved(self) -> bool:
        """Say whether typed words are still on their way, or found the disk full."""
        return self._dirty or bool(self._sending)

    def reload(self, changes: Changes) -> None:
        """Show the practice again when somebody else changed it, never over what is typed."""
        if Noun.PRACTICE in changes.nouns and not self._dirty:
            self.office.desk.do(self, lambda vault: vault.settings.practice(), self._show)

    def show_privacy(self) -> None:
        """Show whether privacy mode is on, after it was switched elsewhere."""
        self.private.setChecked(privacy.on())

    # What stands on the screen.

    def _lay_out(self, chosen: Preferences) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._always_below, self._always_beside = QWidget(), self._pane()
        self._always_below.setLayout(column(28, self._always()))
        inside = QWidget()
        self._area = scroll(inside, "paper")
        self.setLayout(row(self._area, self._always_beside))
        self.layout().setStretch(0, 1)  # type: ignore[union-attr]
        # Filled where it stays: whatever is put into another part is styled anew with all in it.
        middle = QWidget(inside)
        middle.setMaximumWidth(look.px(WIDTH))
        inside.setLayout(row(middle, margins=(40, 36, 40, 40)))
        middle.setLayout(
            column(
                Label(self.tr("设置"), "title"),
                4,
                Label(self.tr("每一项改了就存好，不用按保存。"), "soft"),
                self._banner_room,
                *_group(
                    self.tr("日常"),
                    self._look(),
                    self._remind(chosen),
                    CaseloadSettings(self),
                    QuietSettings(self),
                    self._notes(),
                    self._consents(),
                    self._catalogues(),
                ),
                *self._practice_part(),
                *_group(self.tr("锁定与隐私"), self._lock(chosen), self._private()),
                self._keys_part(),
                *_group(
                    self.tr("保险库与备份"),
                    self._vault(chosen),
                    self._backups(),
                    health_part(self),
                    SecurityCard(self),
                ),
                *(() if self.office.succession is None else (SuccessionCard(self),)),
                self._always_below,
                None,
            )
        )
        self._show_choices(chosen)

    def show_choices(self) -> None:
        """Show the choices as they are now, after one was made elsewhere."""
        self._show_choices(self.office.preferences.load())

    def _show_choices(self, chosen: Preferences) -> None:
        """Show what is chosen now; some of it can be chosen elsewhere, too."""
        self.idle.choose(str(_idle_of(chosen)))
        self.remind.choose(str(max(0, chosen.remind_minutes)))
        self.theme.choose(chosen.theme if chosen.theme in _THEMES else "system")
        self.begin_at(self.theme.part())  # the first of the page: it opens at its top
        # What is spoken now: the choice itself may still be on its way to the disk.
        self.languages.choose(translation.chosen(translation.locale().name()[:2]))
        self.terms.choose(translation.term().value)
        self.scales.choose(str(min(_SCALES, key=lambda one: abs(one - chosen.font_percent))))
        self.show_privacy()

    def _practice_part(self) -> tuple[QWidget | int, ...]:
        """Return who the counselor is, as printed on consent forms."""
        self._saved = Label("", "meta", tint="low")
        self._saved_sign = Picture("check", "low", 13)
        self._saved_sign.hide()
        head = QWidget()
        head.setLayout(
            row(
                Label(self.tr("咨询室"), "strong", tint="soft"),
                None,
                self._saved_sign,
                self._saved,
                spacing=4,
            )
        )
        card = Card(margins=(18, 16, 18, 18), spacing=0)
        about = Label(self.tr("同意书会印上这些。先空着也行，印的时候会提醒。"), "soft", wrap=True)
        card.body.addWidget(about)
        card.body.addSpacing(look.px(14))
        card.body.addLayout(self._grid())
        card.body.addSpacing(look.px(14))
        card.body.addWidget(rule())
        card.body.addSpacing(look.px(13))
        card.body.addLayout(self._records())
        return 28, head, 8, card

    def _grid(self) -> QGridLayout:
        self._fields = {
            "name": self._field(self.tr("咨询室或机构名")),
            "counselor": self._field(self.tr("咨询师姓名")),
            "credentials": self._field(
                self.tr("资质与编号"), self.tr("例如 中国心理学会注册心理师 X-23-188")
            ),
            "credential_link": self._field(
                self.tr("资质查询链接"), self.tr("来访者可以到哪里核实，例如学会的公示页")
            ),
            "orientation": self._field(self.tr("取向")),
            "platform": self._field(self.tr("网络咨询用的平台")),
            "fee": self._field(self.tr("收费"), self.tr("例如 每次 50 分钟 500 元")),
            "contact": self._field(self.tr("联系方式")),
            "city": self._field(self.tr("所在城市")),
        }
        self.zone = ZoneField(self.tr("时区"), self._known_zones())
        self.zone.changed.connect(self._typed)
        places = {
            "name": (0, 0, 1),
            "counselor": (0, 1, 1),
            "credentials": (1, 0, 2),
            "credential_link": (2, 0, 2),
            "orientation": (3, 0, 1),
            "platform": (3, 1, 1),
            "fee": (4, 0, 1),
            "contact": (4, 1, 1),
            "city": (5, 0, 1),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(14))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for name, (line, side, wide) in places.items():
            grid.addWidget(self._fields[name], line, side, 1, wide, top)
        grid.addWidget(self.zone, 5, 1, 1, 1, top)
        return grid

    def _field(self, label: str, example: str = "") -> Field:
        field = Field(label, placeholder=example)
        field.line.setMaxLength(_LONGEST_TEXT)
        field.changed.connect(self._typed)
        return field

    def _lock(self, chosen: Preferences) -> QVBoxLayout:
        """Return the minutes until the lock."""
        minutes = sorted({*_IDLE, _idle_of(chosen)})
        self.idle = Choices(
            [(str(one), self.tr("{0} 分钟").format(one)) for one in minutes],
            name=self.tr("闲置几分钟后锁定"),
        )
        self.idle.chosen.connect(self._choose_idle)
        words = _said(self.tr("闲置后锁定"), self.tr("最长 15 分钟，合盖睡眠的时间也算在内。"))
        return column(words, 10, self.idle)

    def _remind(self, chosen: Preferences) -> QVBoxLayout:
        """Return the minutes before an appointment at which the window says so."""
        minutes = sorted({*_REMIND, max(0, chosen.remind_minutes)})
        self.remind = Choices(
            [
                (str(one), self.tr("{0} 分钟前").format(one) if one else self.tr("不提醒"))
                for one in minutes
            ],
            name=self.tr("预约前多久提醒"),
        )
        self.remind.chosen.connect(self._choose_remind)
        words = _said(
            self.tr("预约前提醒"),
            self.tr("只在窗口里，只说代号；不用系统的通知，也不出声。"),
        )
        return column(words, 10, self.remind)

    def _look(self) -> QVBoxLayout:
        """Return theme, language, the word for the person who comes, and the size of letters."""
        themes = (
            ("system", self.tr("跟随系统")),
            ("light", self.tr("浅色")),
            ("dark", self.tr("深色")),
        )
        self.theme = Segment(themes, name=self.tr("外观"))
        self.theme.chosen.connect(self._choose_theme)
        self.languages = Segment((("zh", self.tr("中文")), ("en", "English")), name=self.tr("语言"))
        self.languages.chosen.connect(self._choose_language)
        look_words = _said(self.tr("外观"), self.tr("选了立刻换过来。"))
        words = _said(self.tr("语言"), self.tr("选了立刻换过来，页面还在原处。"))
        called = _said(
            self.tr("称呼"),
            self.tr("窗口、文书和打印里怎样称呼来谈的人。已经写下的和签过的不变。"),
        )
        self.terms = term_choice(self.tr("称呼"))
        self.terms.chosen.connect(self._choose_term)
        large = _said(self.tr("字号"), self.tr("在系统的字号上再放大。"))
        return column(
            beside(look_words, self.theme), 13, rule(), 13,
            beside(words, self.languages), 13, rule(), 13,
            beside(called, self.terms), 13, rule(), 13,
            beside(large, self._scales()),
        )  # fmt: skip

    def _scales(self) -> Segment:
        """Return how large letters are, in hundredths of the system's own size."""
        self.scales = Segment([(str(one), f"{one}%") for one in _SCALES], name=self.tr("字号"))
        self.scales.chosen.connect(self._choose_scale)
        return self.scales

    def _private(self) -> QHBoxLayout:
        """Return the switch of privacy mode."""
        self.private = Switch(self.tr("隐私模式"))
        self.private.clicked.connect(lambda _on: self.privacy.emit())
        more = self.tr("姓名换成代号，记录看时才清楚。锁定后仍然开着。随时可按 Ctrl+Shift+P。")
        return beside(_said(self.tr("隐私模式"), more), self.private)

    def _notes(self) -> QHBoxLayout:
        """Return the way to the templates of notes."""
        self.templates = Button(self.tr("记录模板"), "quiet")
        self.templates.clicked.connect(lambda: self.wanted.emit(ToNoteTemplates()))
        more = self.tr("SOAP、DAP、BIRP 和您自己的：换新记录常用的一个，或者自己做一个。")
        return beside(_said(self.tr("记录的模板"), more), self.templates)

    def _catalogues(self) -> QHBoxLayout:
        """Return the way to the lists and texts that she words."""
        self.catalogues = Button(self.tr("清单与用语"), "quiet")
        self.catalogues.clicked.connect(lambda: self.wanted.emit(ToCatalogues()))
        more = self.tr("会谈单上的词、预约登记表、个案概念化的栏目、危机用纸和执业文件的用语。")
        return beside(_said(self.tr("自己的清单与用语"), more), self.catalogues)

    def _consents(self) -> QHBoxLayout:
        """Return the way to the texts of consents."""
        self.consent_texts = Button(self.tr("同意书文本"), "quiet")
        self.consent_texts.clicked.connect(lambda: self.wanted.emit(ToConsentTexts()))
        more = self.tr("照现成的改成自己的说法；多久和来访者重温一次。")
        return beside(_said(self.tr("知情同意的文本"), more), self.consent_texts)

    def _records(self) -> QHBoxLayout:
        """Return the way to what the practice records of itself."""
        self.records = Button(self.tr("打开"), "quiet", icon="graduation-cap")
        self.records.setAccessibleName(self.tr("打开执业资料"))
        self.records.clicked.connect(lambda: self.wanted.emit(ToPractice()))
        more = self.tr("服务说明、资质、培训、督导、平台。登记过的资质，同意书印登记的。")
        return beside(_said(self.tr("执业资料"), more), self.records)

    def _backups(self) -> QWidget:
        """Return how backups stand."""
        made = BackupSettings(self.office)
        made.wanted.connect(self.wanted)
        return made

    def _vault(self, chosen: Preferences) -> QVBoxLayout:
        """Return where the vault lies."""
        return _said(
            chosen.vault or self.tr("还没有记下位置"),
            self.tr("记录和同意书都在这个文件夹里，全部加密。要换一个，请先锁定。"),
        )

    def _keys_part(self) -> QWidget:
        """Return what opens the vault."""
        self.ways = KeysPart(self.office)
        self.ways.wanted.connect(self.wanted)
        self.ways.revisit()
        return self.ways

    def _pane(self) -> QWidget:
        """Return the pane with what always holds."""
        pane = ground("raised")
        pane.setProperty("pane", "right")
        pane.setFixedWidth(look.px(_PANE))
        inside = QWidget()
        inside.setLayout(column(self._always(), None, margins=(24, 40, 24, 24)))
        pane.setLayout(column(scroll(inside, "raised"), margins=(1, 0, 0, 0)))
        return pane

    def _always(self) -> QWidget:
        """Return what always holds: words, for there is nothing to switch off."""
        always = (
            self.tr("锁定会结束程序进程，内存里不留密码和记录。"),
            self.tr("锁定从不询问：没写完的字先加密存好，打开后接着写。"),
            self.tr("密码输错，等的时间越来越久；正确的密码随后照样能打开，什么都不会删。"),
            self.tr("只有密码和恢复密钥能打开，除非您自己开了系统钥匙串。没有后门，我们也打不开。"),
            self.tr("程序里没有联网的代码，什么都不会自己离开这台电脑。"),
        )
        title = Label(self.tr("一直成立的"), "name")
        more = Label(self.tr("这几项没有开关，不用您费心。"), "meta", wrap=True)
        part = QWidget()
        part.setLayout(column(title, 4, more, 14, *(self._fact(words) for words in always)))
        return part

    def _fact(self, words: str) -> QWidget:
        said = Label(words, "body", wrap=True)
        line = row(column(2, Picture("circle-check", "low", 16), None), said, spacing=9)
        line.setStretch(1, 1)
        fact = QWidget()
        fact.setLayout(column(line, 10))
        return fact

    def _known_zones(self) -> tuple[tuple[str, str], ...]:
        """Return the zones asked for most, each under the names people use; ours comes first."""
        return (
            (self.tr("北京时间"), _OWN_ZONE),
            *((names, zone) for zone, names in common_zones() if zone != _OWN_ZONE),
        )

    # The practice.

    def _show(self, practice: Practice) -> None:
        """Show who the counselor is; that is not yet typing."""
        self._practice = practice
        if self._dirty:
            return
        for name in _WORDS:
            self._put(self._fields[name], getattr(practice, name))
        self._put(self._fields["city"], practice.place.city)
        if self.zone.zone() != practice.place.time_zone:
            self.zone.show_zone(practice.place.time_zone)
        self._loaded, self._dirty = True, False
        self._timer.stop()

    def _put(self, field: Field, words: str) -> None:
        """Write what differs; the cursor of what does not stays where it is."""
        if field.text() != words:
            field.set_text(words)

    def _typed(self) -> None:
        """Save a second after the last key."""
        if not self._loaded:
            return
        self._dirty = True
        self._saved.setText("")
        self._saved_sign.hide()
        self._timer.start(_SAVE_AFTER)

    def _save(self) -> None:
        """Lend the practice to the vault; an unknown zone waits for a better word."""
        self._timer.stop()
        if not self._dirty:
            return
        practice = self._written()
        self._dirty = False
        self._touched |= _different(practice, self._practice)
        self._practice = practice
        if not self._touched:
            self._show_saved()
            return
        self._sending += 1
        self.office.desk.do(
            self,
            _storing(practice, frozenset(self._touched)),
            then=lambda _: self._kept(),
            refused=self._not_kept,
            changes=(Noun.PRACTICE,),
        )

    def _written(self) -> Practice:
        """Return what is typed."""
        words: dict[str, Any] = {name: self._fields[name].text() for name in _WORDS}
        zone = self.zone.zone()
        wrong = message(FieldInvalid("counselor_place"))
        self.zone.set_error("" if zone is not None else wrong.line)
        kept = self._practice.place.time_zone if zone is None else zone
        place = Place(self._fields["city"].text(), kept)
        return replace(self._practice, **words, place=place)

    def _show_saved(self) -> None:
        if self._dirty or self.zone.error():
            return
        self._saved.setText(self.tr("已存"))
        self._saved_sign.show()
        announce(self._saved, self.tr("已存"))

    def _kept(self) -> None:
        self._sending -= 1
        if not (self._sending or self._dirty):
            self._touched.clear()
        self._clear_banner()
        self._show_saved()

    def _not_kept(self, refusal: Refusal) -> None:
        """Say why; the words stay, and are lent again with the next key, or until they are kept.

        Once the page is left nobody sees it any more: the workspace then says that it tries.
        """
        self._sending -= 1
        self._dirty = True
        if self._left:
            self._timer.start(_RETRY_AFTER)
        else:
            self._refused(refusal)

    # The choices outside the vault.

    def _choose_idle(self, keys: list[str]) -> None:
        minutes = int(keys[0])
        self._keep(lambda chosen: replace(chosen, idle_minutes=minutes))

    def _choose_remind(self, keys: list[str]) -> None:
        minutes = int(keys[0])
        self._keep(lambda chosen: replace(chosen, remind_minutes=minutes))

    def _choose_theme(self, theme: str) -> None:
        """Dress the whole program at once."""
        choices.dress(theme, self.office.preferences.load().language)
        self._keep(lambda chosen: replace(chosen, theme=theme))

    def _choose_language(self, language: str) -> None:
        self._keep(lambda chosen: replace(chosen, language=language))
        self.language.emit(language)

    def _choose_term(self, word: str) -> None:
        """Call the person who comes otherwise at once: every word is said anew."""
        translation.call(word)
        self._keep(lambda before: replace(before, term=word))
        self.language.emit(translation.chosen(translation.locale().name()[:2]))

    def _choose_scale(self, percent: str) -> None:
        """Make all letters larger or smaller at once."""
        chosen = self.office.preferences.load()
        scale = fonts.system_scale() * int(percent) / 100
        choices.dress(chosen.theme, chosen.language, scale)
        self._keep(lambda before: replace(before, font_percent=int(percent)))
        # Measures taken when the page was built are taken anew with it.
        self.language.emit(translation.chosen(chosen.language))

    def _keep(self, changed: Callable[[Preferences], Preferences]) -> None:
        choices.keep(self.office, self, changed, self.preferences_changed.emit, self._refused)

    def _refused(self, refusal: Refusal) -> None:
        """Say why a choice was not kept."""
        self._clear_banner()
        words = message(refusal)
        self._banner_room.addSpacing(look.px(16))
        self._banner_room.addWidget(Banner("refusal", words.what, text=words.why))
        announce(self, f"{words.what} {words.why}")

    def _clear_banner(self) -> None:
        clear(self._banner_room)


def _idle_of(chosen: Preferences) -> int:
    """Return the minutes until the lock, within what is allowed."""
    return min(LONGEST_IDLE, max(SHORTEST_IDLE, chosen.idle_minutes))


def _different(one: Practice, other: Practice) -> set[str]:
    """Return the names of the fields in which two practices differ."""
    names = (field.name for field in fields(Practice))
    return {name for name in names if getattr(one, name) != getattr(other, name)}


def _storing(practice: Practice, touched: frozenset[str]) -> Callable[[OpenVault], None]:
    """Return the work that stores what was written here, and over nothing else."""

    def work(vault: OpenVault) -> None:
        written = {name: getattr(practice, name) for name in touched}
        with vault.transaction():
            vault.settings.change_practice(replace(vault.settings.practice(), **written))

    return work


def _group(title: str, *parts: QWidget | QLayout) -> tuple[QWidget | int, ...]:
    """Return a heading and one card, a line between each two of its parts."""
    card = Card(margins=(18, 14, 18, 14), spacing=13)
    for number, part in enumerate(parts):
        if number:
            card.body.addWidget(rule())
        if isinstance(part, QWidget):
            card.body.addWidget(part)
        else:
            card.body.addLayout(part)
    return 28, Label(title, "strong", tint="soft"), 8, card


def _said(what: str, more: str) -> QVBoxLayout:
    """Return a choice in words: what it is, and what it means."""
    return column(Label(what, "read", wrap=True), Label(more, "soft", wrap=True))
