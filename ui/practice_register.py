"""The records of one kind: what they come to, a table of them, and the form of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import PracticeRecordIncomplete
from app.domain.practice_record import PracticeDecision, PracticeKind
from app.services import directory, practice
from app.services.changes import Noun
from ui.begin import Begins
from ui.clause_link import refusal_banner
from ui.document_view import DocumentView
from ui.messages import message
from ui.note_template_menu import window_language
from ui.practice_decision import panel
from ui.practice_form import RecordForm
from ui.practice_rows import cells, columns, total
from ui.practice_scans import Scans
from ui.tab_order import as_laid_out
from ui.theme import look
from ui.theme.focus import RING
from ui.widgets.banner import Banner, stand_above
from ui.widgets.button import Button
from ui.widgets.card import bring_into_sight, clear, column, put, row
from ui.widgets.empty import Empty
from ui.widgets.label import Label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.domain.errors import Refusal
    from app.domain.ids import PracticeEntryId
    from app.domain.practice_record import PracticeDocument, PracticeEntry
    from app.ports import RemovedPracticeEntry
    from app.services.practice import PracticePage
    from ui.office import Office
    from ui.practice_drafts import PracticeDrafts

_WITH_SCANS = frozenset(
    {
        PracticeKind.CREDENTIAL,
        PracticeKind.TRAINING,
        PracticeKind.SUPERVISION,
        PracticeKind.COLLEAGUE,
        PracticeKind.POLICY,
        PracticeKind.HOURS,
        PracticeKind.ETHICS,
    }
)
_VIEW_HEIGHT = 520
_PICTURES = {
    PracticeKind.SELF_CHECK: "heart-handshake",
    PracticeKind.RESOURCE: "phone",
    PracticeKind.COLLEAGUE: "users",
    PracticeKind.ETHICS: "scale",
}


class Register(Begins, QWidget):
    """One kind of records. `undoable` says what was done with a function that takes it back."""

    undoable = Signal(str, object)

    def __init__(
        self,
        office: Office,
        kind: PracticeKind,
        page: PracticePage,
        drafts: PracticeDrafts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._office, self.kind, self._page = office, kind, page
        self.form: RecordForm | None = None
        self._open_id: PracticeEntryId | None = None
        self._typed = False
        self._rows: tuple[PracticeEntry, ...] = ()
        self.add = Button(self._add_words(), "primary", icon="plus")
        self.add.clicked.connect(lambda: self._open(None))
        self._total = Label("", "strong")
        self._offer, self._list, self._form_room = column(), column(), column()
        self.setLayout(
            column(
                Label(self._about(), "soft", wrap=True),
                12,
                row(self._total, None, self.add, spacing=12),
                12,
                self._offer,
                self._list,
                16,
                self._form_room,
            )
        )
        self.begin_at(self.add)
        self._fill()

    def show_page(self, page: PracticePage) -> None:
        """Show the records as they are kept now; an open form stays.

        What is typed in it is kept again and again, and of that nothing stands in the table.
        """
        before, self._page = self._page, page
        if _shown(before) != _shown(page):
            self._fill()

    def _fill(self) -> None:
        page = self._page
        self._rows = tuple(one for one in page.entries if one.kind is self.kind)
        self._total.setText(total(self.kind, [one.record for one in self._rows]))
        put(self._list, self._table() if self._rows else self._nothing())
        offered = self._offered()
        clear(self._offer)
        if offered is not None:
            stand_above(self._offer, offered)
        if self.form is not None and self._open_id is not None:
            put(self.form.room, self._below(self._open_id))

    def leave(self) -> None:
        """Keep what is typed: as a record where it is whole, else to be gone on with."""
        form = self.form
        self._drafts.rest()
        if form is not None and form.dirty:
            form.dirty = False
            self._drafts.keep_or_wait((self.kind, self._open_id), form.read(), form.words())

    def come_back(self) -> bool:
        """Go on with the open record that the vault refused when one left; False: it cannot be."""
        if self.form is None or not self._drafts.give_back():
            return False
        self.form.dirty = True
        return True

    def begun(self) -> bool:
        """Return whether a record is open in which something is typed."""
        return self.form is not None and self._typed

    def resume(self) -> None:
        """Open the record that was left unfinished, if there is one."""
        waiting = [one for one in (None, *self._rows) if self._key(one) in self._drafts.known]
        for entry in waiting[:1]:
            self._open(entry)

    def put_away(self) -> bool:
        """Put an open form away, and keep what is typed in it; False where none is open."""
        if self.form is not None and self.form.dirty:
            self._keep_typed()
        return self.close_form()

    def _give_up(self) -> None:
        """Put the open form away, and what is typed in it as well."""
        key = practice.draft_key(self.kind, self._open_id)
        self.close_form()
        if key in self._drafts.known:
            self._drafts.keep(key, {})

    def _key(self, entry: PracticeEntry | None) -> str:
        return practice.draft_key(self.kind, None if entry is None else entry.id)

    def _keep_typed(self) -> None:
        if self.form is not None:
            key = practice.draft_key(self.kind, self._open_id)
            self._drafts.keep(key, self.form.words())

    def _touched(self) -> None:
        self._typed = True
        self._drafts.touched(self._keep_typed)

    def close_form(self) -> bool:
        """Put an open form away; False where none is open."""
        if self.form is None:
            return False
        self._drafts.rest()
        self.form, self._open_id, self._typed = None, None, False
        put(self._form_room, None)
        self.add.setFocus()
        return True

    def keep(self) -> None:
        """Store what is written in the open form, if one is."""
        if self.form is not None:
            self._keep(lambda _: self._stored())

    def _stored(self) -> None:
        self._drafts.known.pop(practice.draft_key(self.kind, self._open_id), None)
        self.close_form()

    def _about(self) -> str:
        return {
            PracticeKind.CREDENTIAL: self.tr(
                "同意书和《服务说明》印这里登记的资质（网络 2.2）。"
                "程序不联网，链接请您自己打开看过，再写核验日。"
            ),
            PracticeKind.TRAINING: self.tr(
                "危机干预、网络咨询、伦理、医学知识分开计（热线 4.1，网络 4.1）。"
            ),
            PracticeKind.SUPERVISION: self.tr("个体、团体、同辈分开计（规范一(三)）。"),
            PracticeKind.COLLEAGUE: self.tr(
                "督导师、同辈和团队成员：督导协议，以及各自哪一天承诺保密。"
                "个案材料交给团队成员，只给登记在这里、承诺过保密的人（3.7）。"
            ),
            PracticeKind.PLATFORM: self.tr("使用合同须写明保密责任（问 1·2）。"),
            PracticeKind.ACCOUNT: self.tr(
                "登记您私人的号码和账号；在来访者的联系里写到它们时，会提醒您（问 5(1)）。"
            ),
            PracticeKind.RESOURCE: self.tr(
                "危机和转介时打给谁、去哪里。危机卡上用的就是这一张；每 180 天核对一次"
                "（热线 5.6，规范二(三)d）。"
            ),
            PracticeKind.POLICY: self.tr(
                "管理制度、督导制度、危机流程这些不属于某位来访者的文件（热线 5.3）。"
            ),
            PracticeKind.HOURS: self.tr(
                "会谈、督导和培训记过的会自己计入「时数」；"
                "这里补记别处没有的：用心匣以前的累计、别的机构、施督、个人体验。"
            ),
            PracticeKind.ETHICS: self.tr(
                "不属于哪位来访者的：收费、宣传、双重关系、和同行的事（义务不明时）。"
                "不写来访者的名字；是某位来访者的，请写在那个个案里。"
            ),
            PracticeKind.SELF_CHECK: self.tr(
                "只给您自己看的：身心状态、动机、工作与生活（热线 4.3）。"
                "写不写都行；哪一份打印、导出和个案里都没有它。"
            ),
        }[self.kind]

    def _add_words(self) -> str:
        return {
            PracticeKind.CREDENTIAL: self.tr("登记资质"),
            PracticeKind.TRAINING: self.tr("记一次培训"),
            PracticeKind.SUPERVISION: self.tr("记一次督导"),
            PracticeKind.COLLEAGUE: self.tr("登记一位"),
            PracticeKind.PLATFORM: self.tr("登记平台"),
            PracticeKind.ACCOUNT: self.tr("登记私人账号"),
            PracticeKind.POLICY: self.tr("添加文件"),
            PracticeKind.SELF_CHECK: self.tr("写一次"),
            PracticeKind.ETHICS: self.tr("记一次决定"),
            PracticeKind.HOURS: self.tr("补记时数"),
            PracticeKind.RESOURCE: self.tr("添加一条"),
        }[self.kind]

    def _nothing(self) -> Empty:
        picture = _PICTURES.get(self.kind, "graduation-cap")
        return Empty(picture, self.tr("这里还没有"), self.tr("第一条记下以后，会列在这里。"))

    def _offered(self) -> Banner | None:
        """Offer what the program knows and is not in the list yet."""
        found = self._page.offered if self.kind is PracticeKind.RESOURCE else ()
        if not found:
            return None
        named = self.tr("、").join(f"{one.called} {one.phone}" for one in found)
        made = Banner(
            "info",
            self.tr("程序带来的几条，还没有放进您的目录"),
            text=named,
            action=self.tr("放进目录"),
        )
        made.acted.connect(self._adopt)
        return made

    def _adopt(self) -> None:
        """Take over what the program knows; each is then checked and changed as any other."""
        tools, language = self._office.tools, window_language()
        self._office.desk.do(
            self,
            lambda vault: directory.adopt(vault, tools(), language),
            lambda _none: self.add.setFocus(),
            self._not_adopted,
            (Noun.PRACTICE,),
        )

    def _not_adopted(self, refusal: Refusal) -> None:
        """Say why it was not done, and offer it again."""
        banner = refusal_banner(refusal, action=self.tr("放进目录"))
        banner.acted.connect(self._adopt)
        put(self._offer, banner)

    def _table(self) -> Table:
        made = Table(columns(self.kind), name=self.tr("已记下的，按回车打开"))
        made.setProperty(RING, True)  # noqa: FBT003 - Qt's own signature
        made.set_rows([cells(one.record, self._page.today) for one in self._rows])
        made.opened.connect(lambda at: self._open(self._rows[at]))
        made.clicked.connect(lambda _: self._open(self._rows[made.current()]))
        made.fit()
        return made

    def _open(self, entry: PracticeEntry | None) -> None:
        """Show a record to change it, or a new one; what was typed before is kept where whole."""
        self.leave()
        record = None if entry is None else entry.record
        form = RecordForm(self.kind, self._page.today, record)
        form.kept.connect(self.keep)
        form.closed.connect(self._give_up)
        self._open_id = None if entry is None else entry.id
        form.gone.connect(self._remove)
        self.form, self._typed = form, False
        words = self._drafts.known.get(self._key(entry))
        if words is not None:
            form.show_words(words)
            form.tell(self.tr("上次没写完，接着写就好。"))
            self._typed = True
        form.typed.connect(self._touched)
        put(self._form_room, form)
        form.show()  # what is hidden takes no focus
        if self.kind in _WITH_SCANS:
            put(form.room, self._below(self._open_id))
            as_laid_out(form)
        form.setFocus()
        bring_into_sight(form)

    def _below(self, entry_id: PracticeEntryId | None) -> QWidget | None:
        """Return what stands under the open record: its scans, and a decision on paper."""
        scans = self._scans(entry_id)
        kept = [one.record for one in self._rows if one.id == entry_id]
        papers = [panel(self._office, one) for one in kept if isinstance(one, PracticeDecision)]
        if not papers:
            return scans
        holder = QWidget()
        holder.setLayout(column(*papers, 8, scans))
        return holder

    def _scans(self, entry_id: PracticeEntryId | None) -> Scans | None:
        """Return the scans of the open record, for the kinds that have any."""
        if self.kind not in _WITH_SCANS:
            return None
        found = [one for one in self._page.documents if one.entry_id == entry_id]
        made = Scans(found, self._page.practice.place)
        made.wanted.connect(self._attach)
        made.opened.connect(self._read)
        made.removed.connect(self._detach)
        return made

    # What is kept.

    def _keep(self, then: Callable[[PracticeEntry], None]) -> None:
        form = self.form
        self._drafts.rest()
        written = form.written() if form is not None else None
        if written is None:
            return
        tools, entry_id = self._office.tools, self._open_id
        self._office.desk.do(
            self,
            lambda vault: practice.keep(vault, tools(), written, entry_id),
            then,
            lambda refusal: self._refused(refusal) if self.form is form else None,
            (Noun.PRACTICE,),
        )

    def _refused(self, refusal: Refusal) -> None:
        """Say in the open form why it was not done."""
        if self.form is None:
            return
        if isinstance(refusal, PracticeRecordIncomplete):
            self.form.mark(refusal.missing)
        else:
            self.form.refuse(message(refusal).line)

    def _remove(self) -> None:
        tools, entry_id = self._office.tools, self._open_id
        if entry_id is None:
            return
        self._office.desk.do(
            self,
            lambda vault: practice.remove(vault, tools(), entry_id),
            self._removed,
            self._refused,
            (Noun.PRACTICE,),
        )

    def _removed(self, gone: RemovedPracticeEntry) -> None:
        self._drafts.known.pop(self._key(gone.entry), None)
        self.close_form()
        desk, tools = self._office.desk, self._office.tools

        def bring_back() -> None:
            desk.do(
                desk,
                lambda vault: practice.restore(vault, tools(), gone),
                changes=(Noun.PRACTICE,),
            )

        self.undoable.emit(self.tr("移除了一条。"), bring_back)

    # Scans.

    def _attach(self, path: Path) -> None:
        """Store a scan of the open record; a new record is kept first."""
        if self._open_id is None:
            self._keep(lambda entry: self._attach_to(entry.id, path))
        else:
            self._attach_to(self._open_id, path)

    def _attach_to(self, entry_id: PracticeEntryId, path: Path) -> None:
        tools = self._office.tools
        self._drafts.known.pop(practice.draft_key(self.kind, self._open_id), None)
        self._open_id = entry_id
        if self.form is not None:
            self.form.remove.setVisible(True)
        self._office.desk.do(
            self,
            lambda vault: practice.attach(vault, tools(), entry_id, path),
            lambda _: None,
            self._refused,
            (Noun.PRACTICE,),
        )

    def _read(self, document: PracticeDocument) -> None:
        tools = self._office.tools
        self._office.desk.do(
            self,
            lambda vault: practice.read_document(vault, tools(), document),
            lambda data: self._show_scan(document, data),
            self._refused,
        )

    def _show_scan(self, document: PracticeDocument, data: bytes) -> None:
        """Show a scan under the form; it is never written anywhere."""
        if self.form is None:
            return
        view = DocumentView()
        view.setFixedHeight(look.px(_VIEW_HEIGHT))
        if document.media_type == "application/pdf":
            view.show_pdf(data)
        else:
            view.show_picture(data)
        while self._form_room.count() > 1:
            last = self._form_room.takeAt(self._form_room.count() - 1)
            old = last.widget() if last is not None else None
            if old is not None:
                old.deleteLater()
        self._form_room.addWidget(view)
        bring_into_sight(view)

    def _detach(self, document: PracticeDocument) -> None:
        desk, tools = self._office.desk, self._office.tools

        def gone(data: bytes) -> None:
            def bring_back() -> None:
                desk.do(
                    desk,
                    lambda vault: practice.reattach(vault, tools(), document, data),
                    changes=(Noun.PRACTICE,),
                )

            self.undoable.emit(self.tr("移除了一份文件。"), bring_back)

        desk.do(
            self,
            lambda vault: practice.detach(vault, tools(), document),
            gone,
            self._refused,
            (Noun.PRACTICE,),
        )


def _shown(page: PracticePage) -> tuple[object, ...]:
    """Return what of a page the records and their scans are shown by."""
    return page.entries, page.documents, page.today, page.practice.place
