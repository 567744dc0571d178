"""Whether counselor and client know each other, and who of her clients is close (005, 006, 032)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QWidget

from app.domain.intake import Tie, Ties
from ui import privacy
from ui.names import as_written
from ui.question import Question
from ui.tab_order import stop_before
from ui.widgets.button import Button, IconButton
from ui.widgets.card import clear, column, row
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.ids import CaseId
    from app.services.intakes import OtherClient

_YES, _NO = "yes", "no"


class TieRow(QWidget):
    """Another client, and what they are to this one."""

    changed = Signal()
    removed = Signal(int)

    def __init__(self, case_id: CaseId, called: str, relation: str) -> None:
        super().__init__()
        self._case_id = case_id
        who = Label(called, "body", wrap=True)
        self.relation = Field(
            self.tr("{0}：是来访者的什么人").format(called),
            placeholder=self.tr("如 母亲、伴侣"),
            show_label=False,
        )
        self.relation.set_text(relation)
        self.relation.changed.connect(self.changed)
        self.drop = IconButton("x", self.tr("移除{0}").format(called))
        self.drop.clicked.connect(lambda: self.removed.emit(int(case_id)))
        line = row(who, self.relation, self.drop, spacing=8)
        for place, share in enumerate((3, 3)):
            line.setStretch(place, share)
        self.setLayout(line)
        privacy.veil(who)

    def tie(self) -> Tie:
        """Return what stands here."""
        return Tie(self._case_id, self.relation.text())


class TiesForm(QWidget):
    """Do the two know each other, how; and the clients who are family or partners.

    Somebody may be close where one is named in the other's case: such a client is offered.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._others: dict[CaseId, str] = {}
        self._near: tuple[CaseId, ...] = ()
        self.rows: list[TieRow] = []
        self.known = Question(
            self.tr("您和来访者是否相识，或有别的来往"),
            ((_NO, self.tr("不相识")), (_YES, self.tr("相识"))),
        )
        self.how = Field(self.tr("怎样认识的"), placeholder=self.tr("如 同事的孩子、同一小区"))
        self.weigh = Button(self.tr("去写"), "link")
        self.weigh.setAccessibleName(self.tr("去写对关系的评估"))
        said = Label(
            self.tr("相识的，要写一份对关系的评估（热线 1.4，网络 1.4）。"), "soft", wrap=True
        )
        self._due = QWidget()
        due = row(Picture("circle-alert", "mid", 15), said, self.weigh, spacing=8)
        due.setStretch(1, 1)
        self._due.setLayout(due)
        self._how = QWidget()
        self._how.setLayout(column(12, self.how, 8, self._due))
        self._weighed = False
        self._take_near: list[Button] = []
        self.other = Field(
            self.tr("在您这里咨询的亲属或伴侣"),
            placeholder=self.tr("输入姓名或代号"),
            hint=self.tr("选一位，再写是什么人。没有就空着。"),
        )
        self.add = Button(self.tr("添加"), sz="m")
        self.add.setAccessibleName(self.tr("添加这位亲属或伴侣"))
        self._lines, self._offers = column(spacing=8), column(spacing=6)
        adding = row(self.other, column(24, self.add, None), spacing=8)
        adding.setStretch(0, 1)
        self.setLayout(
            column(self.known, self._how, 16, self._offers, column(self._lines, adding, spacing=8))
        )
        self.known.chosen.connect(self._chosen)
        self.how.changed.connect(lambda _: self.changed.emit())
        self.add.clicked.connect(self._take)
        self.other.entered.connect(self._take)
        self.other.changed.connect(lambda _: self.other.set_error(""))

    def ties(self) -> Ties:
        """Return what is chosen and written."""
        known = {_YES: True, _NO: False}.get(self.known.key())
        return Ties(known, self.how.text(), tuple(one.tie() for one in self.rows))

    def show_ties(self, ties: Ties, others: Sequence[OtherClient], near: Iterable[CaseId]) -> None:
        """Show what was chosen and written; `near` are offered."""
        self._others = {one.case_id: _called(one) for one in others}
        self._near = tuple(near)
        self.other.complete_from(QStringListModel(list(self._others.values()), self))
        answer = "" if ties.known is None else _YES if ties.known else _NO
        self.known.choose(answer)
        self.how.set_text(ties.how)
        for one in ties.others:
            self._put(one)
        self._show_how()
        self._offer_near()

    def follow(self, *, weighed: bool) -> None:
        """Say beside the choice that the relation is to be weighed, until it was (005, 032)."""
        self._weighed = weighed
        self._show_how()

    def nearest(self) -> QWidget:
        """Return where somebody who may be close is written down, or nobody is offered."""
        return self._take_near[0] if self._take_near else self.other.line

    def _show_how(self) -> None:
        """Ask how they know each other where they do."""
        knows = self.known.key() == _YES
        self._how.setVisible(knows or bool(self.how.text()))
        self._due.setVisible(knows and not self._weighed)

    def _offer_near(self) -> None:
        """Offer who may be close and is not written down so."""
        clear(self._offers)
        self._take_near.clear()
        written = {one.tie().case_id for one in self.rows}
        for case_id in self._near:
            if case_id in self._others and case_id not in written:
                self._offers.addWidget(self._offer(case_id))

    def _offer(self, case_id: CaseId) -> QWidget:
        """Return the line of a client who may be close."""
        called = self._others[case_id]
        said = Label(self.tr("可能是亲属或伴侣：{0}").format(called), "soft", wrap=True)
        take = Button(self.tr("是的，记下"), "link")
        take.setAccessibleName(self.tr("是的，记下{0}").format(called))
        take.clicked.connect(lambda: self._more(case_id))
        self._take_near.append(take)
        made = QWidget()
        line = row(said, take, spacing=8)
        line.setStretch(0, 1)
        made.setLayout(line)
        privacy.veil(said)
        return made

    def _take(self) -> None:
        """Add whoever is written in the line."""
        said = self.other.text().strip()
        found = [case_id for case_id, called in self._others.items() if called == said]
        if not said:
            return
        if not found:
            self.other.set_error(self.tr("没有这位来访者。请从列出的名字里选。"))
            return
        self.other.clear()
        if found[0] not in {one.tie().case_id for one in self.rows}:
            self._more(found[0])

    def _more(self, case_id: CaseId) -> None:
        """Add a row, and go on with what they are to the client."""
        self._put(Tie(case_id)).relation.line.setFocus()
        self._offer_near()
        self.changed.emit()

    def _put(self, tie: Tie) -> TieRow:
        gone = self.tr("个案 № {0}").format(tie.case_id)
        made = TieRow(tie.case_id, self._others.get(tie.case_id, gone), tie.relation)
        before = self.rows[-1].drop if self.rows else stop_before(self.other.line)
        made.changed.connect(self.changed)
        made.removed.connect(self._drop)
        self.rows.append(made)
        self._lines.addWidget(made)
        for stop in (made.relation.line, made.drop):
            if before is not None:
                QWidget.setTabOrder(before, stop)
            before = stop
        return made

    def _drop(self, number: int) -> None:
        """Take a row away."""
        for one in [one for one in self.rows if one.tie().case_id == number]:
            self.rows.remove(one)
            self._lines.removeWidget(one)
            one.deleteLater()
        self.other.line.setFocus()
        self._offer_near()
        self.changed.emit()

    def _chosen(self, key: str) -> None:
        self._show_how()
        if key == _YES:
            self.how.line.setFocus()
        self.changed.emit()


def _called(one: OtherClient) -> str:
    """Return what another client is called in a list: name and code."""
    name = one.name.strip()
    return as_written(f"{name} ({one.code})" if name else one.code)
