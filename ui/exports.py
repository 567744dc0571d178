"""The summary for supervision: choose notes, decide every place, write the files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.domain.carry import carry
from app.domain.case_report import Paper
from app.domain.errors import SummaryRefused
from app.domain.review import Review
from app.domain.rule import clauses_of
from app.services import exports, reviews
from ui.clause_link import refusal_banner
from ui.entry_words import rule_words
from ui.messages import message
from ui.note_template_menu import window_language
from ui.page import Page, PageKey, ToCases, ToReport
from ui.review_choose import ChoosePage
from ui.review_decide import DecidePage
from ui.review_write import WritePage
from ui.saver import Saver
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import clear
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.progress import Progress
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from app.domain.errors import Refusal
    from app.domain.ids import CaseId, NoteId
    from app.domain.review import Passage
    from app.ports import OpenVault
    from app.services.exports import Choice, Written
    from app.services.reviews import KeptReview
    from ui.office import Office
    from ui.page import Destination
    from ui.widgets.banner import BannerKind

QUIET_MS: Final = 2000
_CHOOSE, _DECIDE, _WRITE = 0, 1, 2

_Work = tuple[Review | None, dict[str, str]]
"""What she made of a review: her decisions, and what she wrote about the files."""


class ReviewScreen(Page):
    """Three steps on one page: choose, decide, write. What is decided keeps itself."""

    def __init__(
        self,
        office: Office,
        case_id: CaseId,
        parent: QWidget | None = None,
        *,
        quiet_ms: int = QUIET_MS,
        paper: str = "",
    ) -> None:
        super().__init__(office, parent)
        self._case_id = case_id
        self._paper = paper  # what was asked for; a review that waits goes on as it is
        self._decided: dict[NoteId | str, Passage] = {}
        self._ready = self._lent = self._written = self._asked_by_button = False
        self._failure: Banner | None = None
        self._unfound = False  # the banner says that nothing was found
        self._bar = TopBar(self.tr("督导摘要"))
        self._bar.back.connect(self._back)
        self._state = Label("", "soft")
        self._next = Button(self.tr("开始去标识化"), "primary")
        self._next.clicked.connect(self._go_on)
        self._bar.add_action(self._state)
        self._bar.add_action(self._next)
        self._choose, self._decide, self._write = ChoosePage(), DecidePage(), WritePage()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            # A button that has the focus is not asked first.
            QShortcut(QKeySequence(keys), self, self._by_keys).setAutoRepeat(False)
        self._lay_out()
        self._saver: Saver[_Work] = Saver(
            office.desk,
            read=lambda: (self._decide.review(), self._words()),
            write=self._keep,
            composing=lambda: False,
            quiet_ms=quiet_ms,
            parent=self,
        )
        self._saver.refused.connect(self._not_kept)
        self._saver.changed.connect(self._is_kept)
        self._choose.chose.connect(self._show_step)
        self._choose.to_report.connect(lambda: self.wanted.emit(ToReport(case_id)))
        self._decide.decided.connect(self._took)
        self._write.edited.connect(self._saver.touch)
        self._write.changed.connect(self._describe_again)
        self._write.entered.connect(self._next.click)
        self._next.setEnabled(False)
        office.desk.do(
            self,
            lambda vault: (
                vault.cases.get(case_id).code,
                exports.choices(vault, case_id),
                frozenset(reviews.report_texts(vault, case_id)),
            ),
            self._offer,
        )
        office.desk.do(
            self,
            lambda vault: reviews.kept(vault, office.tools(), case_id),
            self._resume,
            self._not_resumed,
        )

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the step that is shown; the letters work in the list of places."""
        at, back = self._steps.currentIndex(), PageKey("Esc", self._back_words())
        if at == _CHOOSE:
            first = PageKey("Space", self.tr("带上这一篇，或不带"))
            return (first, PageKey("Ctrl+Enter", self._onward()), back)
        if at == _WRITE:
            return (PageKey("Ctrl+Enter", self.tr("写出文件")), back)
        return (
            PageKey("J K", self.tr("下一处、上一处")),
            PageKey("Y", self.tr("隐去")),
            PageKey("N", self.tr("保留")),
            PageKey("A", self.tr("全文同此")),
            PageKey("E", self.tr("换成别的说法")),
            PageKey("F", self.tr("列出另一类")),
            PageKey("Ctrl+Enter", self.tr("去写文件")),
            back,
        )

    def escape(self) -> None:
        """Go one step back; everything decided is kept."""
        self._back()

    def leave(self) -> None:
        """Lend what is not yet kept to the desk: a lock must not throw decisions away."""
        if self._saver.state == "saved":
            return
        self._saver.now()
        self._saver.last(lambda _vault: None)
        self._lent = True
        self.office.desk.do(self, lambda _vault: None, lambda _: self._landed())

    def unsaved(self) -> bool:
        """Return whether decisions are on their way into the vault, or were refused."""
        return self._lent or self._saver.state != "saved"

    def resume(self, destination: Destination) -> bool:
        """Go on with the decisions that the vault has not taken yet."""
        del destination
        self._saver.go_on()
        return True

    def begun(self) -> bool:
        """Return whether a summary is being decided on."""
        return True

    def _landed(self) -> None:
        """Take note that all that was lent at leaving is answered."""
        self._lent = False

    # Keeping.

    def _keep(self, vault: OpenVault, work: _Work) -> datetime:
        """Keep the review as it is; before there is one there is nothing to keep."""
        review, words = work
        tools = self.office.tools()
        if review is None:
            return tools.clock.now()
        return reviews.keep(vault, tools, self._case_id, review, words)

    def _words(self) -> dict[str, str]:
        """Return what is kept beside the decisions: what the fields say, and which paper it is."""
        return {**self._write.words(), "paper": self._choose.paper().value}

    def _took(self) -> None:
        """Follow a decision."""
        if self._unfound and self._decide.count():
            self._clear_banner()
        self._write.look_again()
        self._remember()
        self._show_step()
        self._saver.touch()

    def _remember(self) -> None:
        """Remember how each note stands, those too that a later choice leaves out."""
        review = self._decide.review()
        if review is not None:
            self._decided.update({one.source: one for one in review.passages})

    def _not_kept(self, refusal: Refusal) -> None:
        """Say that the decisions are not in the vault yet; they are tried again."""
        words = message(refusal)
        title = self.tr("刚才的决定还没有存上，正在重试。")
        failure = Banner("refusal", title, text=words.what)
        self._tell(failure)
        self._failure = failure

    def _is_kept(self) -> None:
        """Take the words about a failure away once all is kept."""
        if self._failure is not None and self._saver.refusal is None:
            self._clear_banner()

    # The first step: which notes.

    def _offer(self, found: tuple[str, list[Choice], frozenset[str]]) -> None:
        """Show the notes and the papers that may be chosen."""
        code, choices, written = found
        self._bar.add_fact(code)
        wording = self.office.tools().summary_wordings[window_language()]
        self._choose.offer(choices, wording, written)
        self._begin_at_notes()
        self._show_step()

    def _begin_at_notes(self) -> None:
        """Let the keyboard begin at the list, so that Space takes a note along or not."""
        first = self._choose.first()
        if first is not None and self._steps.currentIndex() == _CHOOSE:
            self.begin_at(first)

    def _resume(self, kept: KeptReview | None) -> None:
        """Go on with the review that was not finished."""
        self._ready = True
        if kept is None:
            self._choose.begin_with(self._paper)
            self._show_step()
            return
        self._write.set_words(kept.fields)
        sources = [one.source for one in kept.review.passages]
        self._choose.choose(sources, kept.fields.get("paper", ""))
        self._show_review(kept.review)
        if kept.renewed:
            self._say_renewed(kept)
            return
        self._saver.forget()
        self._tell(
            Banner(
                "info",
                self.tr("接着上次没看完的摘要。"),
                text=self.tr("您的决定和标出的词都在。要重新选记录，请返回上一步。"),
            )
        )

    def _say_renewed(self, kept: KeptReview) -> None:
        """Say that the register or a note changed, and what there is to look at again."""
        said = [self.tr("您的决定都带过来了。")]
        if kept.changed:
            said = [self.tr("有 %n 篇记录改过，那里要重新决定。", "", kept.changed)]
        if kept.fresh:
            said.append(self.tr("新认出 %n 处，已先隐去，请再从头看一遍。", "", kept.fresh))
        kind: BannerKind = "warning" if kept.fresh or kept.changed else "info"
        title = self.tr("登记或记录变过，已重新查找。")
        self._tell(Banner(kind, title, text="\n".join(said)))

    def _not_resumed(self, refusal: Refusal) -> None:
        """Say why the kept review cannot be shown; it stays in the vault."""
        self._ready = True
        self._show_step()
        self._refuse(refusal)

    def _is_same_choice(self) -> bool:
        """Return whether the ticked notes are those of the review."""
        review = self._decide.review()
        notes = {one.source for one in review.passages} if review is not None else None
        return notes == set(self._choose.chosen())

    def _prepare(self) -> None:
        """Let the program find what may say who somebody is; what she decided goes along."""
        if self._is_same_choice():
            self._go_to_places()
            return
        chosen, paper = self._choose.chosen(), self._choose.paper()
        case_id, office, language = self._case_id, self.office, window_language()
        decided = Review(tuple(self._decided.values()))
        self._next.setEnabled(False)
        self._tell(Progress(self.tr("正在逐字查找姓名、地点和号码……"), can_cancel=False))

        def work(vault: OpenVault) -> Review:
            tools = office.tools()
            wording = tools.summary_wordings[language]
            keys = [one for one in chosen if isinstance(one, str)]
            notes = [one for one in chosen if not isinstance(one, str)]
            found = (
                reviews.prepare(vault, tools, case_id, notes, wording)
                if paper is Paper.NOTES
                else reviews.prepare_report(vault, tools, case_id, keys, wording)
            )
            return carry(decided, found).review

        office.desk.do(self, work, self._show_review, self._refuse)

    # The second step: decide every place.

    def _show_review(self, review: Review) -> None:
        """Show what was found and go to the second step."""
        self._clear_banner()
        self._decide.show_review(review)
        self._remember()
        self._saver.touch()
        self._go_to_places()
        if not self._decide.count():
            self._tell(
                Banner(
                    "warning",
                    self.tr("没有找到要隐去的地方。"),
                    text=self.tr("程序会有遗漏。请把原文逐字读一遍，要隐去的词写在右下角。"),
                )
            )
            self._unfound = True

    def _go_to_places(self) -> None:
        """Show the places where they were left."""
        self._go_to(_DECIDE)
        self._decide.begin()

    # The third step: write the files.

    def _write_files(self) -> None:
        """Write the files; every field is taken before the work is lent."""
        review, order = self._decide.review(), self._write.order()
        if review is None or order is None:
            return
        case_id, office, language = self._case_id, self.office, window_language()
        paper = self._choose.paper()
        self._asked_by_button = self._next.hasFocus()
        self._next.setEnabled(False)

        def work(vault: OpenVault) -> Written:
            tools = office.tools()
            request = order.request(tools.clock.now().date().isoformat(), paper)
            return exports.finish(
                vault, tools, case_id, review, (tools.summary_wordings[language], request)
            )

        office.desk.do(
            self,
            work,
            lambda written: self._wrote(written, review, bare=order.bare),
            self._not_written,
        )

    def _not_written(self, refusal: Refusal) -> None:
        """Say why nothing was written; who pressed the button can press it again."""
        if isinstance(refusal, SummaryRefused):
            self._show_step()
            said = "\n".join(rule_words(one) for one in refusal.missing)
            self._tell(refusal_banner(refusal, text=said, clauses=clauses_of(refusal.missing)))
        else:
            self._refuse(refusal)
        if self._asked_by_button:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wrote(self, written: Written, review: Review, *, bare: bool) -> None:
        """Say what was written; it need not be kept any more, unless she went on deciding.

        The same files are not written twice by one key more: first something must change.
        """
        self._written = True
        self._show_step()
        if review is self._decide.review():
            self._saver.forget()
            case_id, tools = self._case_id, self.office.tools
            self.office.desk.do(
                self.office.desk, lambda vault: reviews.forget(vault, tools(), case_id)
            )
        self._say_written(written, bare=bare)

    def _say_written(self, written: Written, *, bare: bool) -> None:
        """Say which files were written and offer both ways on, the focus on the first."""
        folder = written.paths[0].parent
        read = (
            self.tr("文件没有密码，拿到的人都能读。导出已记在留痕里。")
            if bare
            else self.tr("密码请另外告诉对方。导出已记在留痕里。")
        )
        done = Banner(
            "done",
            self.tr("已写出 {0}。").format(self.tr("、").join(one.name for one in written.paths)),
            text=read,
            clause=self.tr("打开文件夹"),
            action=self.tr("回到个案"),
        )
        done.acted.connect(lambda: self.wanted.emit(ToCases(self._case_id)))
        done.clause_asked.connect(lambda: self._open(folder))
        self._tell(done)
        # Once it is shown: the button that was pressed has lost the keys meanwhile.
        QTimer.singleShot(
            0, done.action, lambda: done.action.setFocus(Qt.FocusReason.OtherFocusReason)
        )
        announce(self, done.accessibleName())

    def _open(self, folder: Path) -> None:
        """Have the desktop show a folder; where it cannot, say where it lies."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            title = self.tr("这台电脑打不开文件夹的窗口。")
            self._tell(Banner("info", title, text=self.tr("文件在：{0}").format(folder)))

    def _describe_again(self) -> None:
        """Let other files be written once what describes them is another."""
        self._written = False
        self._show_step()

    # Between the steps.

    def _by_keys(self) -> None:
        """Do what the filled button says; a word that is being written is hidden first."""
        if not self._decide.take_word():
            self._next.click()

    def _lay_out(self) -> None:
        """Put the bar above, the banner under it, and one step below."""
        self._banner_room = QVBoxLayout()
        self._steps = QStackedWidget()
        for step in (self._choose, self._decide, self._write):
            self._steps.addWidget(step)
        self._take_room()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addLayout(self._banner_room)
        whole.addWidget(self._steps, 1)

    def _show_step(self) -> None:
        """Say on the bar how this step stands and what comes next."""
        at = self._steps.currentIndex()
        if at == _CHOOSE:
            chosen, notes = len(self._choose.chosen()), self._choose.paper() is Paper.NOTES
            said = self.tr("已选 {0} 篇") if notes else self.tr("带 {0} 节")
            self._state.setText(said.format(chosen))
            self._next.setText(self._onward())
            self._next.setEnabled(self._ready and bool(chosen))
            return
        hidden, count = self._decide.hidden(), self._decide.count()
        self._state.setText(self.tr("隐去 {0} 处，保留 {1} 处").format(hidden, count - hidden))
        self._next.setText(self.tr("去写文件") if at == _DECIDE else self.tr("写出文件"))
        self._next.setEnabled(at == _DECIDE or not self._written)

    def _back_words(self) -> str:
        """Return what Esc does on the step that is shown."""
        return self.tr("返回") if self._steps.currentIndex() == _CHOOSE else self.tr("上一步")

    def _onward(self) -> str:
        """Return what the button of the first step does: begin, go on, or find anew."""
        if self._decide.review() is None:
            return self.tr("开始去标识化")
        if self._is_same_choice():
            return self.tr("接着逐处决定")
        return self.tr("按新的选择重新查找")

    def _go_to(self, step: int) -> None:
        """Show one step."""
        self._written = False
        self._steps.setCurrentIndex(step)
        self._take_room()
        self._show_step()

    def _take_room(self) -> None:
        """Let the step that is shown alone say how wide the page is."""
        for step in (self._choose, self._decide, self._write):
            here = step is self._steps.currentWidget()
            way = QSizePolicy.Policy.Preferred if here else QSizePolicy.Policy.Ignored
            step.setSizePolicy(way, way)

    def _go_on(self) -> None:
        """Do what the one filled button says."""
        at = self._steps.currentIndex()
        if at == _CHOOSE:
            self._prepare()
        elif at == _DECIDE:
            if self._failure is None:
                self._clear_banner()
            self._go_to(_WRITE)
            self._write.begin()
        else:
            self._write_files()

    def _back(self) -> None:
        """Go one step back, or leave the page from the first."""
        at = self._steps.currentIndex()
        self._clear_banner()
        if at == _CHOOSE:
            self.back.emit()
        else:
            self._go_to(at - 1)

    def _refuse(self, refusal: Refusal) -> None:
        """Say a refusal in place; nothing decided is lost."""
        self._show_step()
        self._tell(refusal_banner(refusal))

    def _tell(self, part: QWidget) -> None:
        """Show one banner below the bar."""
        self._clear_banner()
        self._banner_room.setContentsMargins(look.px(24), look.px(12), look.px(24), look.px(4))
        self._banner_room.addWidget(part)

    def _clear_banner(self) -> None:
        """Take the banner away."""
        self._failure, self._unfound = None, False
        self._banner_room.setContentsMargins(0, 0, 0, 0)
        clear(self._banner_room)
