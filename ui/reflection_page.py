"""The page 咨询师札记 of a case: what the counselor thinks, apart from the record."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QTextEdit, QWidget

from app.domain.local_time import local
from app.services import reflections
from app.services.reflections import Writing
from ui import dates, privacy
from ui.clause_link import refusal_banner
from ui.names import as_written
from ui.note_head import SavedState
from ui.page import Page, PageKey, ToHold, ToReflections
from ui.reflection_box import ReflectionBox
from ui.tab_order import follow
from ui.theme import look
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import clear, column, put, row, scroll
from ui.widgets.empty import Empty
from ui.widgets.label import Label
from ui.widgets.toast import Toaster
from ui.widgets.topbar import TopBar
from ui.widgets.writing import WIDTH

if TYPE_CHECKING:
    from app.domain.errors import Refusal
    from app.domain.reflection import Reflection
    from app.services.reflections import ReflectionPage
    from ui.office import Office
    from ui.page import Destination

QUIET_MS: Final = 2000
AT_ONCE: Final = 30
_BESIDE: Final = 44  # what deletes a reflection stands beside it


class ReflectionScreen(Page):
    """The reflections of a case, the newest first, each written where it stands.

    In privacy mode none of them is on the screen.
    """

    of_case = True

    def __init__(
        self,
        office: Office,
        wanted: ToReflections,
        parent: QWidget | None = None,
        *,
        quiet_ms: int = QUIET_MS,
    ) -> None:
        super().__init__(office, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._wanted, self._quiet_ms = wanted, quiet_ms
        self._page: ReflectionPage | None = None
        self._further: list[Reflection] = []
        self.boxes: list[ReflectionBox] = []
        self._bar = TopBar(self.tr("咨询师札记"))
        self._bar.back.connect(self.back)
        self._who = Label("", "soft", cut=True)
        self._bar.add_fact(self._who)
        self.state = SavedState()
        self.more = Button(self.tr("写一篇札记"), "quiet", icon="plus")
        self.more.clicked.connect(self._add)
        self._bar.add_action(self.state)
        self._bar.add_action(self.more)
        self._banners, self._room, self._rest = column(), column(spacing=14), column()
        self._held = column()
        self._toaster = Toaster(self)
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+S"), self, self.save_now)
        self.state.hide()
        tools, case_id = office.tools, wanted.case_id
        office.desk.do(
            self,
            lambda vault: reflections.page(vault, tools().clock, case_id),
            self._show,
            self._tell,
        )

    def keys(self) -> tuple[PageKey, ...]:
        """Return the keys of the page."""
        return (
            PageKey("Ctrl+S", self.tr("现在就存（平时自动存）")),
            PageKey("Esc", self.tr("返回")),
        )

    def save_now(self) -> None:
        """Save at once; a word that is being composed is waited for."""
        for one in self.boxes:
            if one.touched:
                one.saver.now()

    def escape(self) -> None:
        """Take a question away, or go back; never in the middle of a word."""
        if any(one.is_composing() for one in self.boxes):
            return
        asking = [one for one in self.boxes if one.asking()]
        if asking:
            asking[0].stay()
        else:
            self.back.emit()

    def leave(self) -> None:
        """Lend what is not yet saved to the desk."""
        if any(one.is_composing() for one in self.boxes):
            QGuiApplication.inputMethod().commit()
        for one in self.boxes:
            one.leave()

    def begun(self) -> bool:
        """Return whether something was written here, so that a lock leads back to it."""
        return any(one.touched and one.section.text() for one in self.boxes)

    def here(self) -> ToReflections:
        """Return these reflections: what was found by searching is not searched for again."""
        return ToReflections(self._wanted.case_id, self._wanted.session_id)

    def unsaved(self) -> bool:
        """Say whether words are on their way, or were refused: then this page must be kept."""
        return any(one.saver.unsaved for one in self.boxes)

    def resume(self, destination: Destination) -> bool:
        """Go on with the words that the vault has not taken yet."""
        del destination
        for one in self.boxes:
            one.saver.go_on()
        return True

    def show_privacy(self) -> None:
        """Take all words off the screen in privacy mode, or show them again."""
        super().show_privacy()
        inside = any(one.section.edit.hasFocus() for one in self.boxes)
        self._stack.setCurrentIndex(1 if privacy.on() else 0)
        self.more.setVisible(not privacy.on())
        if self._page is not None:
            self._who.setText(as_written(privacy.title(self._page.name, self._page.case.code)))
        if inside and privacy.on():
            self._bar.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        """Put the reflections into a column of writing width; what stands in for them beside."""
        told = self.tr(
            "只给您自己看：想法、感受、疑惑、想在督导里问的。不属于记录，不签署；"
            "不会进任何打印、导出、督导摘要和去标识化，查找时也要另外勾选。"
        )
        inside = QWidget()
        inside.setMaximumWidth(look.px(WIDTH + _BESIDE))
        about = Label(told, "soft", wrap=True)
        lines = (self._banners, about, 18, self._held, self._room, self._rest, None)
        inside.setLayout(column(*lines))
        holder = QWidget()
        middle = row(None, inside, None, margins=(24, 24, 24, 48))
        middle.setStretch(1, 100)
        holder.setLayout(middle)
        area = scroll(holder, "paper")
        area.setAccessibleName(self.tr("咨询师札记"))
        hidden = Empty(
            "eye-off",
            self.tr("隐私模式开着，札记不显示"),
            self.tr("要看的时候按 Ctrl+Shift+P 关掉隐私模式。"),
            boxed=False,
        )
        whole = QWidget()
        self._stack = QStackedLayout(whole)
        self._stack.addWidget(area)
        self._stack.addWidget(hidden)
        body = column(self._bar, whole)
        body.setStretch(1, 1)
        self.setLayout(body)

    def _show(self, page: ReflectionPage) -> None:
        """Show what is kept, and where to write on."""
        self._page = page
        fresh = self._fresh(page)
        here = [one for one in page.kept if self._is_wanted(one)]
        first = here[:1] or ([] if fresh is not None else list(page.kept[:1]))
        self._further = list(page.kept)
        if fresh is not None:
            self._put(fresh, "")
        self._show_further(
            len(page.kept) if first and first[0] not in page.kept[:AT_ONCE] else AT_ONCE
        )
        if any(page.frozen(one) for one in page.kept):
            put(self._held, self._hold_notice())
        wanted = {one.id for one in first}
        box = next((one for one in self.boxes if one.reflection_id in wanted), self.boxes[0])
        self.show_privacy()
        if privacy.on():
            self.begin_at(self._bar.back_button)
        else:
            self.begin_at(box.section.edit)
            box.write_on()

    def _hold_notice(self) -> Banner:
        """Say why what was written before a legal hold is only read, and where the hold is."""
        said = Banner(
            "info",
            self.tr("法律保全中：保全开始以前的札记不能改，也不能删（例外 3）。"),
            text=self.tr("想写别的，请另写一篇。"),
            action=self.tr("看法律保全"),
        )
        said.acted.connect(lambda: self.wanted.emit(ToHold(self._wanted.case_id)))
        return said

    def _fresh(self, page: ReflectionPage) -> Writing | None:
        """Return a new reflection where there is none yet of what was asked for."""
        session_id = self._wanted.session_id
        if session_id is not None and not page.of_session(session_id):
            return Writing(page.case.id, session_id)
        return None if page.kept else Writing(page.case.id)

    def _is_wanted(self, one: Reflection) -> bool:
        """Return whether a reflection is the one that was found, or one of the session."""
        if self._wanted.reflection_id is not None:
            return one.id == self._wanted.reflection_id
        return self._wanted.session_id is not None and one.session_id == self._wanted.session_id

    def _show_further(self, most: int) -> None:
        """Show at most so many more, and offer the rest."""
        assert self._page is not None  # noqa: S101 - for mypy: asked once it is shown
        now, self._further = self._further[:most], self._further[most:]
        for one in now:
            writing = Writing(one.case_id, one.session_id, one.id)
            self._put(writing, one.text, self._title(one), frozen=self._page.frozen(one))
        if not self._further:
            put(self._rest, None)
            return
        more = Button(self.tr("更早的 %n 篇", "", len(self._further)), "ghost", icon="chevron-down")
        more.clicked.connect(partial(self._show_further, AT_ONCE))
        put(self._rest, more)

    def _title(self, one: Reflection) -> str:
        """Return what a reflection is about and when it was begun."""
        assert self._page is not None  # noqa: S101 - for mypy: asked once it is shown
        day = dates.plain_day(local(one.created_at, self._page.here).date())
        return self.tr("{0} · {1}").format(self._about(one.session_id), day)

    def _about(self, session_id: int | None) -> str:
        """Return which session it is about, or that it is about the case."""
        sessions = self._page.sessions if self._page is not None else ()
        found = [one.number for one in sessions if one.id == session_id]
        return self.tr("第 {0} 次咨询").format(found[0]) if found else self.tr("整个个案")

    def _put(
        self,
        writing: Writing,
        text: str,
        title: str = "",
        *,
        at: int | None = None,
        frozen: bool = False,
    ) -> ReflectionBox:
        """Put a reflection at the end, or at a place of its own."""
        said = title or self.tr("{0} · 新的一篇").format(self._about(writing.session_id))
        made = ReflectionBox(
            self.office, writing, said, text, quiet_ms=self._quiet_ms, frozen=frozen
        )
        made.changed.connect(partial(self._show_state, made))
        made.saver.refused.connect(self._tell)
        made.gone.connect(partial(self._gone, made))
        where = len(self.boxes) if at is None else at
        self.boxes.insert(where, made)
        self._room.insertWidget(where, made)
        privacy.veil(*made.findChildren(QTextEdit))
        return made

    def _add(self) -> None:
        """Begin another one, of the case as a whole; an empty one is written in first."""
        if self._page is None:
            return
        mine = [one for one in self.boxes if one.session_id is None and not one.frozen]
        empty = [one for one in mine if not one.section.text()]
        box = empty[0] if empty else self._put(Writing(self._page.case.id), "", at=0)
        follow(self.more, box)  # made after those that stand below it
        box.write_on()

    def _gone(self, box: ReflectionBox, emptied: bool) -> None:  # noqa: FBT001 - connected to a signal
        """Take a deleted reflection off the page and say so."""
        at = self.boxes.index(box)
        self.boxes.remove(box)
        self._room.removeWidget(box)
        box.hide()
        box.deleteLater()
        later = self.tr("札记删除了。加密文件里的旧页会在锁定时清掉。")
        self._toaster.say(self.tr("札记删除了。") if emptied else later)
        left = self.boxes[min(at, len(self.boxes) - 1)].section if self.boxes else self.more
        left.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self, box: ReflectionBox) -> None:
        """Say whether what is written is kept."""
        if self._page is None or not box.touched:
            return
        self.state.show()
        state = box.saver.state
        if state == "failed":
            self.state.show_failed()
        elif state == "saving" or box.saver.at is None:
            self.state.show_saving()
        else:
            clear(self._banners)
            self.state.show_saved(f"{local(box.saver.at, self._page.here):%H:%M}")

    def _tell(self, refusal: Refusal) -> None:
        """Say above the page why something could not be read or kept."""
        put(self._banners, refusal_banner(refusal))
