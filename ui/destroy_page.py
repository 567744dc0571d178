"""Destroys a case in two steps: what goes, what stays, the confirmation, the certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.errors import (
    CodeNotRepeated,
    ProposalIncomplete,
    TooManyTries,
    WrongPassword,
)
from app.services import destruction
from app.services.changes import Noun
from ui import destroy_words, privacy
from ui.destroy_mark import MarkForm
from ui.messages import message
from ui.names import as_written
from ui.page import Page, PageKey, ToCases, ToHold
from ui.paper_panel import PaperPanel
from ui.theme import look
from ui.widgets.banner import Banner, stand_above
from ui.widgets.button import Button
from ui.widgets.card import Card, bring_into_sight, clear, column, row, under_head
from ui.widgets.field import Field
from ui.widgets.keyvalue import KeyValues
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.password import PasswordField
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.destruction import Certificate, Marked, Proposal
    from app.domain.errors import Refusal
    from app.domain.ids import CaseId
    from app.ports import OpenVault
    from app.services.changes import Changes
    from app.services.destruction import Prospect
    from ui.office import Office

_WIDE: Final = 700
_KEY: Final = 190
_ALL: Final = (Noun.CASES, Noun.NOTES, Noun.CONSENTS, Noun.APPOINTMENTS)


class ConfirmCard(Card):
    """The second step: the code name copied, the password, the red button.

    Of a case that is `shut` it is the number: nobody can read its code name.
    """

    def __init__(self, code: str, parent: QWidget | None = None, *, shut: bool = False) -> None:
        super().__init__("high", margins=(20, 18, 20, 18), spacing=14, parent=parent)
        asked = self.tr("照着写一遍编号") if shut else self.tr("照着写一遍代号")
        label = self.tr("照着写一遍编号：{0}") if shut else self.tr("照着写一遍代号：{0}")
        self.code = Field(label.format(code), hint=self.tr("免得手滑，毁错了个案。"))
        self.code.line.setAccessibleName(asked)
        self.password = PasswordField(self.tr("保险库密码"))
        self.act = Button(self.tr("永久销毁"), "danger", icon="trash-2")
        self.code.entered.connect(self.password.setFocus)
        self.password.entered.connect(self.act.click)
        self.body.addWidget(Label(self.tr("第二步：确认销毁"), "strong"))
        warning = self.tr("销毁以后谁也找不回来，我们也不能。这一步没有撤销。")
        self.body.addWidget(Label(warning, "body", wrap=True))
        self.body.addWidget(self.code)
        self.body.addWidget(self.password)
        self.body.addLayout(row(None, self.act))

    def refuse(self, refusal: Refusal) -> bool:
        """Say a refusal at the field that it is about; return whether there is one."""
        said = message(refusal).line
        if isinstance(refusal, CodeNotRepeated):
            self.code.set_error(said)
            self.code.setFocus()
        elif isinstance(refusal, WrongPassword | TooManyTries):
            self.password.set_error(said)
            self.password.setFocus()
        else:
            return False
        return True


class DestroyScreen(Page):
    """What goes, what stays, the two steps; afterwards the certificate."""

    def __init__(self, office: Office, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self._case_id, self._zone = case_id, ""
        self._done = False
        self.confirm: ConfirmCard | None = None
        self.mark_form: MarkForm | None = None
        self._lay_out()
        self._ask()

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page."""
        return (PageKey("Esc", self.tr("返回，什么都不销毁")),)

    def here(self) -> ToCases | None:
        """Return where one is: once the case is gone, as good as in the list."""
        return ToCases() if self._done else None

    def escape(self) -> None:
        """Go back, or to the cases once there is nothing to go back to."""
        self._leave()

    def reload(self, changes: Changes) -> None:
        """Count again what the case holds, while it is there and nothing is typed."""
        typed = self.confirm is not None and self.confirm.code.text()
        if not self._done and not typed and changes.nouns & set(_ALL):
            self._ask()

    def _lay_out(self) -> None:
        self._head = TopBar(self.tr("销毁个案"))
        self._head.back.connect(self._leave)
        self._banner_room, self._room = column(spacing=8), column(spacing=0)
        self.setLayout(
            under_head(self._head, look.px(_WIDE), column(self._banner_room, self._room, None))
        )

    def _leave(self) -> None:
        if self._done:
            self.wanted.emit(ToCases())
        else:
            self.back.emit()

    def _ask(self) -> None:
        case_id, tools = self._case_id, self.office.tools

        def work(vault: OpenVault) -> tuple[Prospect, str] | None:
            try:
                seen = destruction.prospect(vault, tools().clock, case_id)
            except KeyError:
                return None
            return seen, vault.settings.practice().place.time_zone

        self.office.desk.do(self, work, self._show, self._refused)

    def _show(self, found: tuple[Prospect, str] | None) -> None:
        """Show what would go; a case that was removed meanwhile has no such page."""
        if self._done:
            return
        if found is None:
            self.wanted.emit(ToCases())
            return
        seen, self._zone = found
        clear(self._room)
        self.confirm = None
        self._head.title.setText(
            self.tr("销毁个案：{0}").format(privacy.title(seen.name, seen.case.code))
        )
        self._add_lists(seen)
        self._room.addSpacing(look.px(24))
        if seen.marked is None:
            self._offer_mark(seen)
        else:
            self._offer_destroy(seen, seen.marked)

    def _add_lists(self, seen: Prospect) -> None:
        """Say what goes, what stays, and which copies hold it."""
        self._section(
            self.tr("会销毁的"),
            KeyValues(destroy_words.counted(seen.held), key_width=_KEY),
        )
        self._section(
            self.tr("会留下的"),
            self._paragraph(
                self.tr(
                    "留痕里这个个案的编号（{0}）、每件事发生的时间和销毁的时间，没有一个字的内容。"
                ).format(seen.case.id)
            ),
        )
        backups = destroy_words.backup_lines(seen.backups, self._zone)
        exports = destroy_words.export_lines(seen.exports, self._zone)
        known = [*(backups or [destroy_words.none_known()]), *exports]
        lines = [*known, destroy_words.if_restored()]
        self._section(
            self.tr("还会有这个个案的备份"),
            *(self._paragraph(one) for one in (*lines, destroy_words.nobody_knows())),
        )
        if packages := destroy_words.package_lines(seen.packages, self._zone):
            self._section(
                self.tr("还会有这位来访者的职业遗嘱"), *(self._paragraph(one) for one in packages)
            )

    def _section(self, title: str, *parts: QWidget) -> None:
        card = Card(margins=(18, 14, 18, 16), spacing=8)
        for part in parts:
            card.body.addWidget(part)
        if self._room.count():
            self._room.addSpacing(look.px(20))
        self._room.addWidget(Label(title, "strong", tint="soft"))
        self._room.addSpacing(look.px(8))
        self._room.addWidget(card)

    @staticmethod
    def _paragraph(text: str) -> Label:
        return Label(text, "body", wrap=True)

    def _offer_mark(self, seen: Prospect) -> None:
        """Offer the first step."""
        self.mark_form = MarkForm(seen)
        self.mark_form.proposed.connect(self._mark)
        self.mark_form.asked_holds.connect(lambda: self.wanted.emit(ToHold(self._case_id)))
        self._room.addWidget(self.mark_form)
        self._give_focus(self.mark_form)

    def _offer_destroy(self, seen: Prospect, mark: Marked) -> None:
        """Offer the second step, and the way back from the first."""
        since = destroy_words.moment(mark.at, self._zone)
        why = destroy_words.ground_word(mark.ground) if mark.ground is not None else ""
        marked = Banner(
            "warning",
            self.tr("已标记为待销毁：{0}").format(since),
            text="\n".join(one for one in (why, self.tr("还什么都没有动。")) if one),
            icon="trash-2",
            action=self.tr("取消标记"),
        )
        marked.acted.connect(self._unmark)
        self._room.addWidget(marked)
        self._room.addSpacing(look.px(16))
        self.confirm = ConfirmCard(as_written(destruction.to_copy(seen.case)), shut=seen.case.shut)
        self.confirm.act.clicked.connect(self._destroy)
        self._room.addWidget(self.confirm)
        self._give_focus(self.confirm.code)
        bring_into_sight(self.confirm)

    def _give_focus(self, part: QWidget) -> None:
        """Begin at `part`, and go there at once where the focus is on this page."""
        held = self.hasFocus() or any(one.hasFocus() for one in self.findChildren(QWidget))
        self.begin_at(part)
        if held:
            part.setFocus()

    def _mark(self, made: Proposal) -> None:
        case_id, tools = self._case_id, self.office.tools
        self._step(lambda vault: destruction.mark(vault, tools().clock, case_id, made))

    def _unmark(self) -> None:
        case_id, tools = self._case_id, self.office.tools
        self._step(lambda vault: destruction.unmark(vault, tools().clock, case_id))

    def _step(self, work: Callable[[OpenVault], None]) -> None:
        clear(self._banner_room)
        self.office.desk.do(self, work, lambda _: self._ask(), self._refused)

    def _destroy(self) -> None:
        """Take the second step; the password leaves its field at once."""
        if self.confirm is None:
            return
        clear(self._banner_room)
        said = (self.confirm.password.take(), self.confirm.code.text())
        case_id, tools = self._case_id, self.office.tools
        self.confirm.act.setEnabled(False)
        self.office.desk.do(
            self,
            lambda vault: destruction.destroy(vault, tools().clock, case_id, said),
            self._destroyed,
            self._refused,
            _ALL,
        )

    def _destroyed(self, made: Certificate) -> None:
        """Show the certificate; there is no way back to what is gone."""
        self._done = True
        self.confirm = None
        clear(self._room)
        self._head.title.setText(self.tr("销毁个案"))
        self.gone.emit(self._case_id)
        done = Banner(
            "done",
            self.tr("个案已销毁。"),
            text=self.tr("留痕里的编号是 {0}。").format(made.destruction.case_id),
            action=self.tr("回到个案列表"),
        )
        done.acted.connect(self._leave)
        self._room.addWidget(done)
        if not made.finished:
            self._room.addSpacing(look.px(8))
            self._room.addWidget(Banner("warning", destroy_words.unfinished()))
        self._room.addSpacing(look.px(16))
        self._show_certificate(made)
        bring_into_sight(done)
        announce(self, self.tr("个案已销毁。"))

    def _show_certificate(self, made: Certificate) -> None:
        """Show the certificate as it will be printed, and offer to take it along."""
        tools, sheet = self.office.tools, destroy_words.certificate_sheet(made, self._zone)
        panel = PaperPanel(self.office, sheet.title, lambda: tools().papers.sheet.render(sheet))
        self._room.addWidget(panel)
        for part in sheet.parts:
            facts: Sequence[QWidget] = (
                [KeyValues([(one[0], one[1]) for one in part.rows], key_width=_KEY)]
                if part.rows
                else []
            )
            self._section(
                part.heading or sheet.title, *facts, *(self._paragraph(one) for one in part.lines)
            )
        self.begin_at(panel.paper)
        if self.isVisible():  # what held the focus is gone with the case; it is shown in a moment
            QTimer.singleShot(0, panel.paper, panel.paper.setFocus)

    def _refused(self, refusal: Refusal) -> None:
        """Say why nothing was destroyed, where it belongs; what was typed stays."""
        if isinstance(refusal, ProposalIncomplete) and self.mark_form is not None:
            self.mark_form.refuse(refusal.missing)
            return
        if self.confirm is not None:
            self.confirm.act.setEnabled(True)
            if self.confirm.refuse(refusal):
                return
        clear(self._banner_room)
        said = message(refusal)
        stand_above(self._banner_room, Banner("refusal", said.what, text=said.why))
