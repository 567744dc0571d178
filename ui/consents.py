"""The page of a consent: fill it, walk its steps, sign it, print it, withdraw it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QTextEdit, QVBoxLayout, QWidget

from app.domain import errors
from app.domain.consent import (
    ConsentDocument,
    ConsentState,
    DocumentKind,
    short_edition,
)
from app.domain.consent_progress import number
from app.domain.learned import filled
from app.domain.local_time import counselor_place, local
from app.services import consent_talks, consents
from app.services import practice as practices
from app.services.changes import Noun
from ui import clock_words, privacy
from ui.clause_link import refusal_banner
from ui.consent_blanks import Blanks
from ui.consent_learned import clocks, learned_words
from ui.consent_notices import EditionNotice, VoidNotice
from ui.consent_pane import DraftPane, FinalPane, Pane
from ui.consent_read import SelfReadPart
from ui.consent_room import ConsentRoom
from ui.consent_save import SavePanel
from ui.consent_steps import StepStrip
from ui.document_view import DocumentView, print_pages
from ui.messages import message
from ui.names import as_written
from ui.page import Page, PageKey, ToConsent
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import clear, column
from ui.widgets.dialog import Dialog
from ui.widgets.label import Label
from ui.widgets.menu import Menu
from ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from app.domain.client import Place
    from app.domain.consent import Consent
    from app.domain.ids import CaseId, ConsentId
    from app.ports import OpenVault
    from app.services.changes import Changes
    from app.services.consents import ConsentPage
    from app.services.tools import Tools
    from ui.consent_talk import TalkPanel
    from ui.office import Office
    from ui.page import Destination

PAUSE_MS: Final = 400  # after the last key: then it is kept, and the preview drawn anew
RETRY_MS: Final = 10_000  # after a refusal
LIMIT: Final = 40 * 1024 * 1024
_PAPER: Final = (
    errors.NotAnImage,
    errors.PictureTooLarge,
    errors.NotWritable,
    errors.DiskFailed,
)


class Paper(Enum):
    """What can be printed of a consent."""

    FORM = "form"
    LARGE = "large"
    RECORD = "record"


@dataclass(frozen=True)
class Shown:
    """What the page shows, with both places and the present moment."""

    page: ConsentPage
    mine: Place
    theirs: Place
    now: datetime
    name: str = field(repr=False)


class ConsentScreen(Page):
    """One consent, from the first word to the signature, and what came after."""

    _learned: tuple[str, ...] = ()  # what the signature filled in of the record
    _clock = ""  # by which times are told since the signature, "" where by the same as before

    _held: QWidget | None = None  # the button with the keys, while its step is on its way
    _stepping = False  # a step is on its way

    def __init__(
        self, office: Office, consent_id: ConsentId, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, parent)
        self._id = consent_id
        self._shown: Shown | None = None
        self._pane: Pane | None = None
        self._printing = Paper.FORM
        self._dirty = self._unsaved = self._about_blanks = False
        self._lent = 0  # saves on their way
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._settle)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._save)
        self.bar = TopBar("")
        self.bar.setObjectName("bar")  # the line belongs below the steps
        self.bar.back.connect(self.back)
        self._about = Label("", "soft")
        self.bar.add_fact(self._about)
        self.print_button = Button(self.tr("打印"), "ghost", icon="printer")
        self.print_button.clicked.connect(self._offer_print)
        self.bar.add_action(self.print_button)
        self._menu = self._print_menu()
        self.strip = StepStrip()
        self.steps, self.step_button = self.strip.steps, self.strip.button
        self.strip.recorded.connect(self._step)
        self.strip.alone.connect(self._show_self_read)
        self.read_part = SelfReadPart()
        self.read_part.setVisible(False)
        self.read_part.recorded.connect(self._read_alone)
        self.read_part.closed.connect(lambda: self.read_part.setVisible(False))
        self.void = VoidNotice(self)
        self.edition = EditionNotice(self)
        self.view = DocumentView()
        self.view.fill.connect(self._go_to_missing)
        self.blanks = Blanks(self)
        self.blanks.hide()
        self.blanks.fill.connect(self._go_to_missing)
        self._to_form = Button(self.tr("回到同意书"), "link")
        self._to_form.setVisible(False)
        self._to_form.clicked.connect(self._preview)
        self.save_panel = SavePanel()
        self.save_panel.setVisible(False)
        self.save_panel.save.connect(self._save_pdf)
        self.save_panel.closed.connect(self._close_panel)
        self._banner_room = QVBoxLayout()
        self._lay_out()
        self._load()
        self._preview()

    # The page and its changes

    def case_in_hand(self) -> CaseId | None:
        """Return the case that is written of, once it is known."""
        return self._shown.page.case.id if self._shown is not None else None

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of this page: fewer once it is signed."""
        back = PageKey("Esc", self.tr("返回，写的字会存好"))
        paper = PageKey("Ctrl+P", self.tr("打印"))
        if isinstance(self._pane, FinalPane):
            return (paper, PageKey("Esc", self.tr("返回")))
        return (
            PageKey("Ctrl+Enter", self.tr("在讨论和签署里：记下这一步，到最后完成签署")),
            PageKey("Enter", self.tr("谁可以接触：在一格上选怎么答；讨论的要点：谈过了，到下一条")),
            PageKey("Delete", self.tr("在签名板上：擦掉重写")),
            paper,
            back,
        )

    def _onward(self) -> None:
        """Record the step that is next; the last of them is the signature."""
        pane = self._pane
        if isinstance(pane, DraftPane):
            act = pane.button if self.step_button.isHidden() else self.step_button
            act.setFocus(Qt.FocusReason.OtherFocusReason)
            act.click()

    def escape(self) -> None:
        """Close what is open above the document, else go back.

        A signature that somebody drew lies nowhere else yet: no key throws it away.
        """
        if not self.save_panel.isHidden():
            self._close_panel()
        elif not self.read_part.isHidden():
            self.read_part.setVisible(False)
        elif isinstance(self._pane, DraftPane) and self._pane.signing.drawings():
            self._say(
                Banner(
                    "info",
                    self.tr("签名还没有存下。"),
                    text=self.tr("点「完成签署」就存好了；点「稍后再签」会离开，签名要重新写。"),
                )
            )
        else:
            self.back.emit()

    def show_privacy(self) -> None:
        """Call the client by name or by code; blur the form, or let it be read."""
        super().show_privacy()
        if self._shown is not None:
            self._show_head(self._shown)

    def leave(self) -> None:
        """Lend what is typed and not yet kept."""
        self._pause.stop()
        self._save()

    def unsaved(self) -> bool:
        """Say whether what is filled in is on its way into the vault, or was refused by it."""
        return isinstance(self._pane, DraftPane) and (self._dirty or self._lent > 0)

    def resume(self, destination: Destination) -> bool:
        """Go on with what is filled in and the vault has not taken yet."""
        del destination
        return True

    def begun(self) -> bool:
        """Return whether a consent is being filled in."""
        return isinstance(self._pane, DraftPane)

    def reload(self, changes: Changes) -> None:
        """Show again how far this consent is; nothing that is typed is touched."""
        if changes.nouns & {Noun.CONSENTS, Noun.CASES, Noun.PRACTICE}:
            self._load()
        if changes.nouns & {Noun.CASES, Noun.PRACTICE}:
            self._preview()

    def _load(self) -> None:
        consent_id, tools, again = self._id, self.office.tools, self._shown is not None
        self.office.desk.do(
            self,
            lambda vault: _fetch(vault, tools(), consent_id, again=again),
            self._show,
            self._refuse,
        )

    def _show(self, shown: Shown) -> None:
        before, self._shown = self._shown, shown
        consent = shown.page.consent
        self.read_part.start(local(shown.now, shown.mine), shown.mine.time_zone)
        if consent.state is not ConsentState.PROVIDED:
            self.read_part.setVisible(False)
        self._show_head(shown)
        self.strip.show_consent(consent, shown.mine, shown.now)
        self.void.setVisible(consent.returned)
        self.edition.show_editions(consent.draft.edition, shown.page.newer)
        if self._pane is None or before is None or before.page.consent.final != consent.final:
            self._set_pane(self._made_pane(shown))
            if before is None:
                self._begin()
            else:
                self._preview()
        elif before.page.consent.state != consent.state and consent.final:
            self._set_pane(self._made_pane(shown))
        elif isinstance(self._pane, DraftPane):
            self._pane.show_state(shown.page)
            self._pane.facts.suggest(shown.page.suggested)
        self._go_on()
        self._show_blanks()

    def _begin(self) -> None:
        """Let the keyboard begin where something is to be done: at the first empty place."""
        empty = self._pane.facts.first_missing() if isinstance(self._pane, DraftPane) else None
        following = self.step_button if not self.step_button.isHidden() else self.print_button
        self.begin_at(empty or following)

    def _go_on(self) -> None:
        """Put the keys on what comes next, where the button that had them is gone."""
        if self._stepping:  # words kept meanwhile are shown before the step is: wait for that
            return
        held, self._held = self._held, None
        if held is None:
            return
        if held is self.step_button and not held.isHidden():
            self._go_to_talk()
        elif isinstance(self._pane, DraftPane):
            self._pane.signing.begin()
        else:
            self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_talk(self) -> None:
        """Put the keys on the first point that is to be talked about, once the form was read."""
        read = self._shown is not None and self._shown.page.consent.state is ConsentState.READ
        if read and isinstance(self._pane, DraftPane):
            self._pane.talk.go_to_open()

    def _show_blanks(self) -> None:
        """Say what is empty, as it is typed."""
        if self._shown is None:
            return
        missing = self._pane.missing() if isinstance(self._pane, DraftPane) else []
        template = self._shown.page.template
        if self._about_blanks and not missing:
            self._clear_banner()
        mine = [template.label_of(key) for key in template.from_client]
        self.blanks.show_missing(missing, mine)

    def _show_head(self, shown: Shown) -> None:
        page = shown.page
        self.bar.title.setText(page.template.title)
        edition = page.consent.draft.edition
        brief = short_edition(edition)
        who = as_written(privacy.title(shown.name, page.case.code))
        self._about.setText(f"{who} · {brief} · {number(page.consent)}")
        self._about.setToolTip(edition)

    def _made_pane(self, shown: Shown) -> Pane:
        if shown.page.consent.final:
            final = FinalPane(shown.page, shown.mine)
            final.opened.connect(self._open_document)
            final.withdraw.connect(self._ask_withdraw)
            final.record.connect(self._open_record)
            final.renew.connect(self._renew)
            final.again.connect(self._talk_again)
            return final
        draft = DraftPane(shown.page)
        draft.edited.connect(self._edited)
        draft.sign.connect(self._sign)
        draft.later.connect(self.back)
        draft.drawn.connect(self._note_time)
        draft.talked.connect(self._talked)
        draft.onward.connect(self._onward)
        draft.resized.connect(lambda: self._dress(draft))
        self._dress(draft)
        return draft

    def _dress(self, draft: DraftPane) -> None:
        """Veil what came new into the pane, and let a spoken consent begin at the present hour."""
        _veil(draft)
        if self._shown is not None:
            mine = self._shown.mine
            draft.signing.oral.start(local(self._shown.now, mine), mine.time_zone)

    def _set_pane(self, pane: Pane) -> None:
        self._pause.stop()  # else the form would be shown again over what she opens meanwhile
        _veil(pane)
        self._pane = pane
        self._room.set_form(pane)
        self._room.show_form()

    # Filling in

    def _edited(self) -> None:
        self._dirty = True
        self._show_blanks()
        self._pause.start()

    def _talked(self) -> None:
        self._dirty = True
        self._pause.start()

    def _settle(self) -> None:
        self._save()
        self._preview()

    def _save(self) -> None:
        if not self._dirty or not isinstance(self._pane, DraftPane):
            return
        self._retry.stop()
        self._dirty = False
        self._lent += 1
        consent_id, draft, tools = self._id, self._pane.draft(), self.office.tools
        talk = self._pane.said()

        def work(vault: OpenVault) -> datetime:
            consents.keep(vault, tools(), consent_id, draft, talk)
            return tools().clock.now()

        self.office.desk.do(self, work, self._saved, self._not_saved, (Noun.CONSENTS,))

    def _saved(self, at: datetime) -> None:
        self._lent -= 1
        if self._unsaved:
            self._unsaved = False
            self._clear_banner()
            if self.isVisible():
                self._preview()
        if isinstance(self._pane, DraftPane) and self._shown is not None and not self._dirty:
            self._pane.tell_saved(local(at, self._shown.mine))

    def _not_saved(self, refusal: errors.Refusal) -> None:
        self._lent -= 1
        self._dirty = self._unsaved = True
        self._retry.start()
        self._refuse(refusal, self.tr("重试"), self._settle)

    def _go_to_missing(self) -> None:
        if isinstance(self._pane, DraftPane):
            self._room.show_form()
            self._pane.go_to_missing()

    # The document

    def _preview(self) -> None:
        consent_id, tools = self._id, self.office.tools
        self.office.desk.do(
            self,
            lambda vault: consents.preview(vault, tools(), consent_id),
            self._previewed,
            self._no_preview,
        )

    def _previewed(self, data: bytes) -> None:
        self._printing = Paper.FORM
        self.view.heading.setText(self.tr("文件预览"))
        self._to_form.setVisible(False)
        self.view.show_pdf(data)

    def _no_preview(self, refusal: errors.Refusal) -> None:
        words = message(refusal)
        way = self.tr("去填写") if isinstance(self._pane, DraftPane) else ""
        self.view.set_nothing(words.what, words.why, way)
        self.view.clear()

    def _open_record(self) -> None:
        """Show the account of how consent came about."""
        consent_id, tools = self._id, self.office.tools
        self.office.desk.do(
            self,
            lambda vault: consents.record(vault, tools(), consent_id),
            self._show_record,
            self._refuse,
        )

    def _show_record(self, data: bytes) -> None:
        self._printing = Paper.RECORD
        self._room.show_document()
        self.view.heading.setText(self.tr("知情同意过程记录"))
        self._to_form.setVisible(True)
        self.view.show_pdf(data)

    def _open_document(self, document: ConsentDocument) -> None:
        document_id, tools = document.id, self.office.tools
        self.office.desk.do(
            self,
            lambda vault: consents.read_document(vault, tools(), document_id),
            lambda data: self._show_document(document, data),
            self._refuse,
        )

    def _show_document(self, document: ConsentDocument, data: bytes) -> None:
        if not isinstance(self._pane, FinalPane):
            return
        if document.kind is DocumentKind.SIGNATURE:
            self._pane.show_signature(document, data)
            return
        self._room.show_document()
        self.view.heading.setText(self._pane.name_of(document)[0])
        self._to_form.setVisible(True)
        if document.media_type == consents.PDF:
            self.view.show_pdf(data)
        else:
            self.view.show_picture(data)

    # Printing

    def _print_menu(self) -> Menu:
        menu = Menu(self)
        menu.setAccessibleName(self.tr("打印"))
        self._fill_print_menu(menu)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_button.click)
        return menu

    def _fill_print_menu(self, menu: Menu) -> None:
        """Offer the form, in large letters too while it can still be laid out; and the account."""
        menu.clear()
        final = isinstance(self._pane, FinalPane)
        for paper, printer, file in (
            (Paper.FORM, self.tr("打印机…"), self.tr("存为 PDF…")),
            (Paper.LARGE, self.tr("大字版：打印机…"), self.tr("大字版：存为 PDF…")),
            (Paper.RECORD, self.tr("过程记录：打印机…"), self.tr("过程记录：存为 PDF…")),
        ):
            if final and paper is Paper.LARGE:
                continue
            if not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(printer, partial(self._print, paper))
            menu.addAction(file, partial(self._ask_where, paper))

    def _offer_print(self) -> None:
        self._fill_print_menu(self._menu)
        # Right edge under right edge: the button stands at the end of the bar.
        corner = self.print_button.mapToGlobal(self.print_button.rect().bottomRight())
        self._menu.popup(corner - QPoint(self._menu.sizeHint().width() - 1, -look.px(4)))
        self._menu.setActiveAction(self._menu.actions()[0])

    def _ask_where(self, paper: Paper | None = None) -> None:
        self._printing = paper or self._printing
        if self._shown is not None:
            self.save_panel.setVisible(True)
            draft = isinstance(self._pane, DraftPane) and self._pane.missing()
            form = self.tr("同意书草稿-{0}.pdf") if draft else self.tr("同意书-{0}.pdf")
            if self._printing is Paper.RECORD:
                form = self.tr("同意过程-{0}.pdf")
            self.save_panel.propose(form.format(number(self._shown.page.consent)))

    def _close_panel(self) -> None:
        self.save_panel.setVisible(False)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_pdf(self, path: Path) -> None:
        self._save()
        consent_id, tools, paper = self._id, self.office.tools, self._printing

        def work(vault: OpenVault) -> Path:
            data = _paper(vault, tools(), consent_id, paper)
            tools().shelf.write(path, data)
            consents.printed(vault, tools(), consent_id)
            return path

        self.office.desk.do(self, work, self._written, self._not_written)

    def _written(self, path: Path) -> None:
        self._close_panel()
        self._say(
            Banner(
                "done",
                self.tr("已存为 {0}").format(path),
                text=self.tr("这份文件没有加密，保险库管不到它。"),
            )
        )

    def _not_written(self, refusal: errors.Refusal) -> None:
        if isinstance(refusal, errors.GlyphsMissing | errors.ConsentFormIncomplete):
            self.save_panel.setVisible(False)
            self._refuse(refusal)
            return
        words = message(refusal)
        self.save_panel.refuse(words.line)

    def _print(self, paper: Paper) -> None:
        self._save()
        self._printing = paper
        consent_id, tools = self._id, self.office.tools
        self.office.desk.do(
            self,
            lambda vault: _paper(vault, tools(), consent_id, paper),
            self._ask_printer,
            self._refuse,
        )

    def _ask_printer(self, data: bytes) -> None:
        from ui.printing import ask_printer  # noqa: PLC0415 - loads the system's printers

        if self._shown is None:
            return
        name = self.tr("同意书-{0}").format(number(self._shown.page.consent))
        if not ask_printer(self, name, lambda printer: self._print_on(data, printer)):
            banner = Banner(
                "info",
                self.tr("这台电脑上没有装打印机。"),
                text=self.tr("可以存成 PDF，拿到别的电脑上打印。"),
                action=self.tr("存为 PDF…"),
            )
            banner.acted.connect(self._ask_where)
            self._say(banner)

    def _print_on(self, data: bytes, printer: QPrinter) -> None:
        print_pages(data, printer)
        consent_id, tools = self._id, self.office.tools
        self.office.desk.do(self, lambda vault: consents.printed(vault, tools(), consent_id))

    # The steps and the signature

    def _step(self, to: ConsentState) -> None:
        self._save()
        consent_id, tools = self._id, self.office.tools
        self._do_as_shown(lambda vault: consents.step(vault, tools(), consent_id, to))

    def _note_time(self, signer: str) -> None:
        """Ask the clock when this was signed."""
        tools = self.office.tools
        self.office.desk.do(
            self, lambda _vault: tools().clock.now(), lambda at: self._show_time(signer, at)
        )

    def _show_time(self, signer: str, at: datetime) -> None:
        if isinstance(self._pane, DraftPane) and self._shown is not None:
            self._pane.signing.set_time(signer, at, self._shown.mine, self._shown.theirs)

    def _sign(self) -> None:
        if not isinstance(self._pane, DraftPane):
            return
        self._save()
        if self._pane.signing.on_screen():
            self._sign_on_screen(self._pane)
        elif self._pane.signing.spoken():
            self._consent_by_mouth(self._pane)
        else:
            self._sign_on_paper(self._pane)

    def _sign_on_screen(self, pane: DraftPane) -> None:
        consent_id, tools, drawings = self._id, self.office.tools, pane.signing.drawings()
        process = pane.signing.process.text()

        def work(vault: OpenVault) -> Consent:
            now = tools().clock.now()
            signatures = tuple(one.signature(now) for one in drawings)
            return consents.sign_on_screen(vault, tools(), consent_id, signatures, process)

        self._sign_as_shown(work)

    def _consent_by_mouth(self, pane: DraftPane) -> None:
        empty = pane.signing.oral.first_missing()
        if empty is not None:
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        consent_id, tools, oral = self._id, self.office.tools, pane.signing.oral.oral()
        process = pane.signing.process.text()
        self._sign_as_shown(
            lambda vault: consents.consent_by_mouth(vault, tools(), consent_id, oral, process)
        )

    def _sign_on_paper(self, pane: DraftPane) -> None:
        paper = pane.signing.paper
        empty = paper.first_missing()
        if empty is not None:
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        consent_id, tools, method = self._id, self.office.tools, pane.signing.method()
        path, archive = paper.file(), paper.archive.text()
        process = pane.signing.process.text()

        def work(vault: OpenVault) -> Consent:
            data = tools().shelf.read(path, LIMIT)
            evidence = consents.PaperEvidence(method, data, archive, process)
            return consents.sign_on_paper(vault, tools(), consent_id, evidence)

        self._sign_as_shown(work)

    def _show_self_read(self) -> None:
        self.read_part.setVisible(True)
        self.read_part.when.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_alone(self) -> None:
        """Record that the client read the form alone (087)."""
        read, path = self.read_part.read(), self.read_part.file()
        if read is None:
            return
        consent_id, tools = self._id, self.office.tools

        def work(vault: OpenVault) -> Consent:
            picture = None if path is None else tools().shelf.read(path, LIMIT)
            return consent_talks.read_alone(vault, tools(), consent_id, read, picture)

        self._do_as_shown(work)

    def _talk_again(self) -> None:
        """Record that this consent was talked over again (159)."""
        if not isinstance(self._pane, FinalPane):
            return
        pane, consent_id, tools = self._pane, self._id, self.office.tools
        talk = pane.talk.talk()
        self.office.desk.do(
            self,
            lambda vault: consent_talks.talk_again(vault, tools(), consent_id, talk),
            lambda _: self._talked_again(),
            lambda refusal: self._not_discussed(refusal, pane.talk),
            (Noun.CONSENTS,),
        )

    def _talked_again(self) -> None:
        self._pane = None
        self._load()

    def _renew(self) -> None:
        """Begin a new consent in the newest words of the same text, or in one that fits."""
        if self._shown is None:
            return
        case_id, tools = self._shown.page.case.id, self.office.tools
        consent_id = self._id
        self.office.desk.do(
            self,
            lambda vault: consents.renew(vault, tools(), case_id, consent_id),
            lambda consent: self.wanted.emit(ToConsent(consent.id)),
            self._refuse,
            (Noun.CONSENTS,),
        )

    def _ask_withdraw(self) -> None:
        dialog = Dialog(
            self.tr("撤回这份同意？"),
            self.tr(
                "从现在起，不能再依据它做记录、录音或交给别人看。签署的文件照原样存档，"
                "撤回的时间会记下。撤回不能取消；要重新同意，请另做一份新的。"
            ),
            accept=self.tr("撤回"),
            danger=True,
            parent=self,
        )
        dialog.accepted.connect(self._withdraw)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _withdraw(self) -> None:
        consent_id, tools = self._id, self.office.tools
        self._do(lambda vault: consents.step(vault, tools(), consent_id, ConsentState.WITHDRAWN))

    def _do_as_shown(self, work: Callable[[OpenVault], Consent]) -> None:
        """Lend a step of the words on the screen: when they cannot be kept, it is not taken."""
        if not isinstance(self._pane, DraftPane):
            return
        consent_id, tools, draft = self._id, self.office.tools, self._pane.draft()
        talk = self._pane.said()

        def kept_first(vault: OpenVault) -> Consent:
            consents.keep(vault, tools(), consent_id, draft, talk)
            return work(vault)

        self._do(kept_first)

    def _sign_as_shown(self, work: Callable[[OpenVault], Consent]) -> None:
        """Lend the signature; what the record did not know is then filled in, and said."""
        if not isinstance(self._pane, DraftPane) or self._shown is None:
            return
        case_id, tools = self._shown.page.case.id, self.office.tools
        zones = clocks(self._pane.draft().facts)

        def signed(vault: OpenVault) -> Consent:
            before, zone = vault.clients.of_case(case_id).profile, practices.zone(vault)
            with vault.transaction():  # signed and learnt together, or neither
                consent = work(vault)
                consents.learn_clocks(vault, tools(), case_id, zones)
            self._learned = filled(before, vault.clients.of_case(case_id).profile)
            now = practices.zone(vault)
            self._clock = now if now != zone else ""
            return consent

        self._do_as_shown(signed)

    def _do(self, work: Callable[[OpenVault], Consent]) -> None:
        """Lend a step; its button waits until the answer is there."""
        self._wait(waiting=True)
        changes = (Noun.CONSENTS, Noun.CASES)  # a signature tells of the client too
        self.office.desk.do(self, work, self._done, self._step_refused, changes)

    def _done(self, _consent: Consent) -> None:
        self._wait(waiting=False)
        self._clear_banner()
        self._load()
        learned, self._learned = learned_words(self._learned), ()
        if learned:
            clock = clock_words.settled(self.office.tools().clock.now(), self._clock)
            self._say(Banner("done", learned, text=clock))

    def _step_refused(self, refusal: errors.Refusal) -> None:
        self._wait(waiting=False)
        if isinstance(refusal, errors.ConsentNotDiscussed) and isinstance(self._pane, DraftPane):
            self._not_discussed(refusal, self._pane.talk)
        elif isinstance(refusal, _PAPER) and not self.read_part.isHidden():
            self.read_part.path.set_error(self._about_file(refusal))
        elif isinstance(refusal, _PAPER) and isinstance(self._pane, DraftPane):
            self._pane.signing.paper.path.set_error(self._about_file(refusal))
            self._pane.signing.paper.path.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._refuse(refusal)

    def _not_discussed(self, refusal: errors.Refusal, talk: TalkPanel) -> None:
        """Say what was not talked about where it is in sight, and go to the first of it."""
        self._room.show_form()
        self._refuse(refusal)
        talk.go_to_open()

    def _about_file(self, refusal: errors.Refusal) -> str:
        if isinstance(refusal, errors.NotWritable | errors.DiskFailed):
            return self.tr("找不到这个文件，或读不了它。没有存入任何内容。")
        words = message(refusal)
        return words.line

    def _wait(self, *, waiting: bool) -> None:
        """Let no step be taken twice; whoever took it by the keyboard takes the next one there."""
        pane, self._stepping = self._pane, waiting
        buttons = [self.step_button, *([pane.button] if isinstance(pane, DraftPane) else [])]
        if waiting:
            self._held = next((one for one in buttons if one.hasFocus()), None)
        for one in buttons:
            one.setEnabled(not waiting)
        if self._held in buttons and not waiting:
            self._held.setFocus(Qt.FocusReason.OtherFocusReason)

    # Refusals

    def _refuse(
        self, refusal: errors.Refusal, action: str = "", then: Callable[[], object] | None = None
    ) -> None:
        """Say a refusal above the page, with the way to what is missing."""
        if then is None:
            action, then = self._way_out(refusal)
        banner = refusal_banner(refusal, action=action)
        if then is not None:
            banner.acted.connect(then)
        self._say(banner)
        self._about_blanks = isinstance(refusal, errors.ConsentFormIncomplete)

    def _way_out(self, refusal: errors.Refusal) -> tuple[str, Callable[[], object] | None]:
        if isinstance(refusal, errors.ConsentFormIncomplete):
            return self.tr("去填写"), self._go_to_missing
        if isinstance(refusal, errors.ConsentStepRefused):
            return self.tr("去记下步骤"), self._go_to_step
        if isinstance(refusal, errors.SignatureMissing) and isinstance(self._pane, DraftPane):
            return self.tr("去签名"), self._go_to_unsigned
        return "", None

    def _go_to_step(self) -> None:
        self._room.show_form()
        self.step_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_unsigned(self) -> None:
        if isinstance(self._pane, DraftPane):
            self._room.show_form()
            self._pane.signing.go_to_first_unsigned()

    def _say(self, banner: Banner) -> None:
        self._clear_banner()
        self._banner_room.addWidget(banner)

    def _clear_banner(self) -> None:
        self._about_blanks = False
        clear(self._banner_room)

    def _lay_out(self) -> None:
        self._banner_room.setContentsMargins(0, 0, 0, 0)
        privacy.veil(self.view, around=self.view.findChildren(QWidget))
        notices = (self._banner_room, self.void, self.edition)
        said = (self.save_panel, self.read_part, self._to_form, self.blanks)
        above = column(*notices, *said, spacing=10)
        self._room = ConsentRoom(above, self.view)
        self._room.reading.connect(self.strip.setHidden)
        self.bar.add_action(self._room.turn)
        stack = column(self.bar, self.strip, self._room)
        stack.setStretch(2, 1)
        self.setLayout(stack)


def _fetch(vault: OpenVault, tools: Tools, consent_id: ConsentId, *, again: bool) -> Shown:
    """Return what the page shows; it is read once, however often it is shown `again`."""
    page = consents.page(vault, tools, consent_id, again=again)
    profile = vault.clients.of_case(page.consent.case_id).profile
    mine = counselor_place(profile, vault.settings.practice().place)
    return Shown(page, mine, profile.place, tools.clock.now(), profile.name)


def _paper(vault: OpenVault, tools: Tools, consent_id: ConsentId, paper: Paper) -> bytes:
    """Return what is to be printed."""
    if paper is Paper.RECORD:
        return consents.record(vault, tools, consent_id)
    return consents.paper(vault, tools, consent_id, large=paper is Paper.LARGE)


def _veil(within: QWidget) -> None:
    """Let privacy mode blur what is written in a part of the page."""
    privacy.veil(*within.findChildren(QLineEdit), *within.findChildren(QTextEdit))
