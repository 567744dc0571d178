"""The last page on which a vault is set up: the recovery key, its paper, the proof of the paper."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain import recovery_key
from ui.new_vault_steps import Step
from ui.pick import pick_save
from ui.theme.focus import RING
from ui.unlock import typed_path
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Card, bring_into_sight, column, row
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.painted import announce
from ui.widgets.tiles import KeyTiles

if TYPE_CHECKING:
    from collections.abc import Sequence

_TYPED_BACK: Final = 2
_GROUP: Final = recovery_key.GROUP_LENGTH + 1
_BLANK: Final = ((" ", " "),) * recovery_key.GROUPS
_CAREFUL: Final = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhPreferUppercase
)


class PrintPanel(Card):
    """Offers paper or a PDF of the recovery key; the PDF only after a warning."""

    on_paper = Signal()
    into_file = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("flat", margins=(14, 12, 14, 12), spacing=10, parent=parent)
        self._vault = Path()
        paper = Button(self.tr("用打印机"), "quiet", icon="printer")
        paper.clicked.connect(self.on_paper)
        self._file = Button(self.tr("存成 PDF"), "quiet", icon="file-text")
        self._file.clicked.connect(self._warn)
        self.said = Label("", "soft", wrap=True)
        self.said.hide()
        self.body.addLayout(row(paper, self._file, None, spacing=8))
        self.body.addWidget(self._file_part())
        self.body.addWidget(self.said)

    def start(self, vault: Path) -> None:
        """Show the two ways; what is printed belongs to the vault in `vault`."""
        self._vault = vault
        self._part.hide()
        self.say("")
        self.show()
        bring_into_sight(self)

    def say(self, words: str) -> None:
        """Say what came of it."""
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if words:
            announce(self.said, words)

    def _file_part(self) -> QWidget:
        """Return warning and path; the path begins empty, so that no folder is taken by chance."""
        self.path = Field(
            self.tr("存成哪个文件"), placeholder=self.tr("例如 U 盘上的 恢复密钥.pdf")
        )
        self.path.entered.connect(self._save)
        choose = Button(self.tr("选择位置"), "quiet")
        choose.clicked.connect(self._choose)
        save = Button(self.tr("存下"), "quiet")
        save.clicked.connect(self._save)
        line = column(self.path, 8, row(choose, save, None, spacing=8))
        warning = Banner(
            "warning",
            self.tr("谁拿到这个文件，谁就能打开保险库。"),
            text=self.tr("请存到 U 盘，打印后删掉。不要存进网盘，也不要和保险库放在一起。"),
            icon="triangle-alert",
        )
        self._part = QWidget()
        self._part.setLayout(column(warning, 10, line))
        return self._part

    def _warn(self) -> None:
        self.say("")
        self._part.show()
        self.path.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self)

    def _choose(self) -> None:
        """Ask for a place; the dialog too begins in no folder of the counselor's."""
        dialog = pick_save(
            self,
            self.tr("存成哪个文件"),
            self.tr("恢复密钥.pdf"),
            lambda path: self.path.set_text(str(path)),
        )
        dialog.setDirectory("")

    def _save(self) -> None:
        """Hand the path on, unless the key would lie beside what it opens."""
        path = typed_path(self.path.text())
        if not self.path.text() or not path.is_absolute():
            self.path.set_error(self.tr("请写完整的路径和文件名。"))
        elif path.is_relative_to(self._vault):
            self.path.set_error(self.tr("不要和保险库放在一起，请换一个地方。"))
        else:
            self.path.set_error("")
            self.into_file.emit(path)


class KeyCover(Card):
    """What lies over the key while two of its groups are typed back from paper."""

    lifted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", margins=(16, 10, 16, 10), spacing=2, parent=parent)
        self.look = Button(self.tr("再看一眼"), "link", icon="eye")
        self.look.clicked.connect(self.lifted)
        words = Label(self.words(), "soft", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addLayout(column(None, words, row(None, self.look, None), None, spacing=4))

    def words(self) -> str:
        """Return what the cover says."""
        return self.tr("已遮住，照您写下的纸来填")


class RecoveryStep(Step):
    """The recovery key, shown once, and two of its groups typed back.

    The key is covered as soon as she begins to type, so that what is typed comes from paper.
    Whoever looks again is asked for two groups drawn anew.
    """

    renew = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups: tuple[str, ...] = ()
        self._asked: tuple[int, ...] = tuple(range(_TYPED_BACK))
        self.tiles = KeyTiles(_BLANK)
        self.tiles.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tiles.setProperty(RING, True)  # noqa: FBT003 - Qt's own signature
        self.cover = KeyCover()
        self.cover.hide()
        self.cover.lifted.connect(self._look_again)
        self.print_button = Button(self.tr("打印"), "ghost", icon="printer")
        again = Button(self.tr("换一组"), "ghost", icon="refresh-cw")
        again.clicked.connect(self.renew)
        self.panel = PrintPanel()
        self.panel.hide()
        self.fields = tuple(self._field() for _ in range(_TYPED_BACK))
        self.fields[0].set_hint(self.tr("不分大小写，不用写短横。"))
        self.fields[0].entered.connect(self.fields[1].setFocus)
        self.fields[1].entered.connect(self.entered)
        self._lay_out(again)
        self.begin_at(self.tiles)

    def show_key(self, groups: Sequence[str]) -> None:
        """Show a fresh key and ask for two groups of it, chosen by chance."""
        self.groups = tuple(groups)
        self._uncover()
        self.panel.hide()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the key when a group is about to be typed."""
        if event.type() == QEvent.Type.FocusIn:
            self._cover()
        return super().eventFilter(watched, event)

    def reason(self) -> str:
        """Say that both groups must be right."""
        if not self.groups:
            return self.tr("正在准备恢复密钥")
        right = all(self._right(at) for at in range(_TYPED_BACK))
        return "" if right else self.tr("两组都对上后就可以继续")

    def note(self) -> str:
        """Say what to do here."""
        return self.tr("抄下来，再核对两组")

    def wipe(self) -> None:
        """Forget the key and what was typed of it."""
        self.groups = ()
        self.tiles.set_groups(_BLANK)
        for field in self.fields:
            field.clear()

    def _cover(self) -> None:
        """Take the key out of sight, for eyes and screen readers alike."""
        if not self.groups or not self.cover.isHidden():
            return
        self.cover.setMinimumHeight(self.tiles.heightForWidth(max(1, self.tiles.width())))
        self.tiles.hide()
        self.tiles.set_groups(_BLANK)
        self.cover.show()
        self.begin_at(self.fields[0])
        announce(self, self.cover.words())

    def _uncover(self) -> None:
        """Show the key, forget what was typed of it, and ask for other groups."""
        drawn = secrets.SystemRandom().sample(range(len(self.groups)), _TYPED_BACK)
        self._asked = tuple(sorted(drawn))
        for field, number in zip(self.fields, self._asked, strict=True):
            name = self.tr("第 {0} 组").format(number + 1)
            field.label.setText(name)
            field.line.setAccessibleName(name)
            field.clear()
        self.tiles.set_groups([(group[:-1], group[-1]) for group in self.groups])
        self.tiles.show()
        self.begin_at(self.tiles)
        if self.cover.look.hasFocus():  # else it would fall to a field, which covers the key
            self.tiles.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cover.hide()

    def _look_again(self) -> None:
        self._uncover()
        self.changed.emit()

    def _field(self) -> Field:
        field = Field("")
        field.line.installEventFilter(self)
        field.line.setInputMethodHints(_CAREFUL)
        field.line.setProperty("mono", "yes")
        field.changed.connect(self._typed)
        return field

    def _right(self, at: int) -> bool:
        typed = recovery_key.clean(self.fields[at].text())
        return bool(self.groups) and typed == self.groups[self._asked[at]]

    def _typed(self) -> None:
        """Tick a group that is right; say of a finished one that it is not."""
        if any(field.text() for field in self.fields):
            self._cover()
        for at, field in enumerate(self.fields):
            right = self._right(at)
            wrong = not right and len(recovery_key.clean(field.text())) >= _GROUP
            error = self.tr("对不上，请看看纸上是不是抄错了。") if wrong else ""
            if field.error() != error:
                field.set_error(error)
            field.set_valid(right)
        self.changed.emit()

    def _lay_out(self, again: Button) -> None:
        head = row(Label(self.tr("恢复密钥"), "heading"), None, self.print_button, again)
        about = self.tr("忘记密码时用它打开。八组，每组末尾的绿色字符用来查抄写错误。")
        warning = Banner(
            "warning",
            self.tr("密码和恢复密钥都丢了，谁也打不开，我们也不能。"),
            text=self.tr("请抄在纸上，和身份证放在一起，不要拍照，不要存进网盘。"),
            icon="key-round",
        )
        pair = row(*self.fields, spacing=16)
        for at, field in enumerate(self.fields):
            pair.setStretch(at, 1)
            pair.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        self.setLayout(
            column(
                head,
                4,
                Label(about, "soft", wrap=True),
                12,
                self.tiles,
                self.cover,
                16,
                self.panel,
                8,
                warning,
                24,
                Label(self.tr("请照着纸写回两组，确认抄对了。"), "strong"),
                10,
                pair,
            )
        )
