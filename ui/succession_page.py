"""The package for a trusted colleague: who is in it, words to her, the file, the key on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.succession import LONGEST_WORDS, SuccessionPlan
from app.services import succession
from ui import succession_words
from ui.consent_save import SavePanel
from ui.messages import message
from ui.page import Page, PageKey
from ui.paper_panel import PaperPanel
from ui.succession_people import PeopleCard
from ui.theme import look
from ui.widgets.banner import Banner, stand_above
from ui.widgets.button import Button
from ui.widgets.card import Card, bring_into_sight, clear, column, put, row, under_head
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.textbox import TextBox
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.errors import Refusal
    from app.ports import OpenVault
    from app.services.succession import Made, Prospect
    from ui.office import Office
    from ui.page import Destination

_WIDE: Final = 700
_SAVE_AFTER: Final = 1000
_RETRY_MS: Final = 10_000


class SuccessionScreen(Page):
    """Everything she settles on is kept by itself; the file is written when she says so."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self._plan, self._zone = SuccessionPlan(), ""
        self._people: PeopleCard | None = None
        self._dirty, self._sending = False, 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER)
        self._timer.timeout.connect(self.leave)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(_RETRY_MS)
        self._retry.timeout.connect(self.leave)
        self._lay_out()
        tools = office.tools
        office.desk.do(
            self, lambda vault: succession.prospect(vault, tools().clock), self._show, self._refused
        )

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (PageKey("Esc", self.tr("返回")),)

    def escape(self) -> None:
        """Go back: every choice is kept."""
        self.back.emit()

    def leave(self) -> None:
        """Lend what is ticked and written to the desk."""
        self._timer.stop()
        self._retry.stop()
        if self._people is None or not self._dirty:
            return
        self._dirty = False
        self._sending += 1
        people, emergencies = self._people.people(), self._people.emergencies()
        words = self.words.text()
        self.office.desk.do(
            self,
            lambda vault: succession.keep(vault, people, emergencies, words),
            lambda _: self._sent(),
            self._not_kept,
        )

    def resume(self, destination: Destination) -> bool:
        """Go on with the words that the vault has not taken yet."""
        del destination
        return True

    def unsaved(self) -> bool:
        """Return whether a choice is still on its way into the vault."""
        return self._dirty or bool(self._sending)

    def _lay_out(self) -> None:
        self._head = TopBar(self.tr("职业遗嘱"))
        self._head.back.connect(self.back)
        about = Label(
            self.tr(
                "万一您突然生病或离世，来访者需要有人通知。这里做一个密封的文件，交给您信任的同事；"
                "另外打印一把钥匙给他。里面只有姓名、电话、您勾选的紧急联系人和以后三个月的预约，"
                "没有一个字的咨询内容。"
            ),
            "body",
            wrap=True,
        )
        self._banner_room, self._people_room, self._key_room = (column(spacing=8) for _ in range(3))
        self.words = TextBox(
            self.tr("给同事的话"),
            hint=self.tr("例如先联系谁、可以转介给谁。请不要写咨询内容。"),
            limit=LONGEST_WORDS,
            rows=4,
        )
        self.words.changed.connect(lambda _text: self._touched())
        self.setLayout(
            under_head(
                self._head,
                look.px(_WIDE),
                column(
                    self._banner_room,
                    about,
                    24,
                    Label(self.tr("谁在里面"), "strong", tint="soft"),
                    8,
                    self._people_room,
                    24,
                    self.words,
                    24,
                    Label(self.tr("密封文件"), "strong", tint="soft"),
                    8,
                    self._file_card(),
                    24,
                    self._key_room,
                    None,
                ),
            )
        )
        self.begin_at(self.words)

    def _file_card(self) -> Card:
        """Return where the file is made and how old the last one is."""
        card = Card(margins=(18, 14, 18, 16), spacing=10)
        self._state = Label("", "body", wrap=True)
        self.make = Button(self.tr("生成密封文件"), "primary", icon="folder-lock")
        self.make.clicked.connect(self._ask_place)
        self._place = SavePanel(
            label=self.tr("密封文件存到哪里"),
            hint=self.tr("文件是加密的，没有钥匙打不开，可以放在 U 盘上交给同事。"),
        )
        self._place.hide()
        self._place.closed.connect(self._close_place)
        self._place.save.connect(self._make)
        card.body.addWidget(self._state)
        card.body.addWidget(self._place)
        card.body.addLayout(row(self.make, None))
        return card

    def _show(self, seen: Prospect) -> None:
        """Show who can be in it, and what was settled on."""
        self._plan, self._zone = seen.plan, seen.time_zone
        self._people = PeopleCard(seen.people, seen.plan)
        self.words.set_text(seen.plan.words)
        self._dirty = False
        self._people.changed.connect(self._touched)
        put(self._people_room, self._people)
        before: QWidget = self._head.back_button
        for part in (*self._people.stops(), self.words.edit):
            QWidget.setTabOrder(before, part)
            before = part
        if not seen.people:
            self._people_room.addWidget(Label(self.tr("还没有个案。"), "soft"))
            self._people.hide()
        if seen.shut:
            locked = self.tr(
                "有 %n 个个案锁着，这里看不到。先打开它，才能勾选或放进文件。", "", seen.shut
            )
            self._people_room.addWidget(Banner("info", locked, icon="lock"))
        self._show_state(due=seen.plan.due(seen.now))

    def _show_state(self, *, due: bool = False) -> None:
        """Say how old the file is and when to make it anew; show the key once there is one."""
        plan = self._plan
        made, renew = plan.made_at, plan.renew_at
        if made is None or renew is None:
            self._state.setText(self.tr("还没有生成过。"))
        else:
            said = (
                self.tr("上次生成：{0}。已经过了更新的日子，请再生成一份换给同事。")
                if due
                else self.tr("上次生成：{0}。建议在 {1} 前再生成一份，换给同事。")
            )
            self._state.setText(
                said.format(
                    succession_words.day(made, self._zone), succession_words.day(renew, self._zone)
                )
            )
        self._show_key()

    def _show_key(self) -> None:
        """Offer the key on paper."""
        clear(self._key_room)
        groups = succession.key_groups(self._plan)
        if not groups:
            return
        tools, office, zone = self.office.tools, self.office, self._zone

        def render() -> bytes:
            today = succession_words.day(tools().clock.now(), zone)
            return tools().papers.sheet.render(succession_words.key_sheet(groups, today))

        card = Card(margins=(18, 14, 18, 16), spacing=10)
        card.body.addWidget(
            Label(
                self.tr(
                    "把钥匙打印在纸上，当面交给同事，不要和文件放在一起。"
                    "以后再生成文件，还是这把钥匙。"
                ),
                "body",
                wrap=True,
            )
        )
        self.paper = PaperPanel(office, self.tr("职业遗嘱的钥匙"), render)
        change = Button(self.tr("换一把钥匙"), "ghost", icon="refresh-cw")
        change.clicked.connect(lambda: self._warn_of_change(card))
        card.body.addWidget(self.paper)
        card.body.addLayout(row(change, None))
        self._key_room.addWidget(Label(self.tr("钥匙"), "strong", tint="soft"))
        self._key_room.addWidget(card)

    def _warn_of_change(self, card: Card) -> None:
        """Say what a new key means, and do it only then."""
        if card.findChild(Banner) is not None:
            return
        warning = Banner(
            "warning",
            self.tr("换了以后，要重新生成文件，也要给同事一张新纸。"),
            text=self.tr("已经交出去的旧文件，旧纸照样打得开，请收回来。"),
            icon="key-round",
            action=self.tr("换"),
        )
        warning.acted.connect(self._change_key)
        card.body.addWidget(warning)
        bring_into_sight(warning)
        warning.action.setFocus()

    def _change_key(self) -> None:
        office, tools = self.office, self.office.tools
        if office.succession is None:
            return
        sealer = office.succession()
        self.leave()
        office.desk.do(
            self,
            lambda vault: succession.change_key(vault, tools().clock, sealer),
            self._key_changed,
            self._refused,
        )

    def _key_changed(self, plan: SuccessionPlan) -> None:
        self._plan = plan
        self._show_state()
        self.make.setFocus()

    def _ask_place(self) -> None:
        """Ask where the file is to be written."""
        clear(self._banner_room)
        self.make.hide()
        self._place.show()
        self._place.propose(self.tr("职业遗嘱.xinxia"))

    def _close_place(self) -> None:
        self._place.hide()
        self.make.show()
        self.make.setFocus()

    def _make(self, target: Path) -> None:
        """Keep what is ticked, then write the file."""
        office, tools = self.office, self.office.tools
        if office.succession is None:
            return
        sealer = office.succession()
        self._dirty = self._people is not None
        self.leave()

        def work(vault: OpenVault) -> Made:
            return succession.make(vault, tools(), sealer, target)

        office.desk.do(self, work, lambda made: self._made(made, target), self._not_made)

    def _made(self, made: Made, target: Path) -> None:
        """Say what is in the file and where it lies, and whom it lacks."""
        self._plan = made.plan
        self._close_place()
        self._show_state()
        said = self.tr("密封文件已写好，里面有 %n 位来访者。", "", made.clients)
        clear(self._banner_room)
        stand_above(self._banner_room, Banner("done", said, text=str(target)))
        if made.left_out:
            lacking = self.tr(
                "有 %n 个勾选过的个案正锁着，没有放进去。打开它以后请再生成一次。",
                "",
                made.left_out,
            )
            stand_above(self._banner_room, Banner("warning", lacking, icon="lock"))
        bring_into_sight(self._state)
        announce(self, said)

    def _not_made(self, refusal: Refusal) -> None:
        self._place.refuse(message(refusal).line)

    def _touched(self) -> None:
        """Keep it in a second."""
        self._dirty = True
        self._timer.start()

    def _sent(self) -> None:
        self._sending -= 1

    def _not_kept(self, refusal: Refusal) -> None:
        """Try again, also where one went on meanwhile; what is typed stays."""
        self._sending -= 1
        self._dirty = True
        self._retry.start()
        self._refused(refusal)

    def _refused(self, refusal: Refusal) -> None:
        clear(self._banner_room)
        said = message(refusal)
        stand_above(self._banner_room, Banner("refusal", said.what, text=said.why))
