"""The locked door: a password, or the recovery key, or another vault.

It is painted before anything heavy is loaded: services, SQLCipher, banners and the two other
forms are imported by the functions that need them.
"""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from app.domain.errors import (
    KeyringFailed,
    NotWritable,
    NoVaultThere,
    RecoveryKeyMistyped,
    Refusal,
    TooManyTries,
    VaultDamaged,
    WrongPassword,
)
from app.domain.lock import WhyLocked
from ui import translation
from ui.begin import Begins
from ui.theme import look, style
from ui.widgets.button import Button, IconButton
from ui.widgets.card import column, row, scroll
from ui.widgets.label import Label
from ui.widgets.painted import announce, elided, hide_unless
from ui.widgets.password import PasswordField
from ui.widgets.picture import Mark, Picture
from ui.widgets.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QScrollArea

    from app.domain.lock import WayChanging
    from app.domain.preferences import Preferences
    from app.ports import Opened
    from ui.office import Office
    from ui.recovery_box import RecoveryBox
    from ui.widgets.banner import Banner
    from ui.widgets.field import Field

Face = Literal["password", "recovery", "elsewhere"]

WIDTH: Final = 344
_WORDS_WIDTH: Final = 560
_SECOND: Final = 1000
_MINUTE: Final = 60


def typed_path(text: str) -> Path:
    """Return the path that is written, `~` standing for the home of a person who has one."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


class DoorScreen(Begins, QWidget):
    """The door of the vault in `place`.

    `reason` is the word of `WhyLocked` for why it was locked, or nothing, `at` the time; `stored`
    is False where the lock could not wait for the last words, `changing` what opens the vault and
    was being changed at the lock: the door says whether it was. `opened` hands over the `Opened`
    vault. `elsewhere` tells that another vault was chosen, `create_new` asks for a new one,
    `salvage` for what can be read of a damaged one, `language` tells that another language was
    saved, `abandoned` that a secret was typed and left to stand; `help` and `restore` ask for
    these, `succession` for the page that opens a colleague's package.
    """

    opened = Signal(object)
    elsewhere = Signal()
    create_new = Signal()
    salvage = Signal(object)
    language = Signal(str)
    help = Signal()
    abandoned = Signal()
    succession = Signal()
    restore = Signal()

    def __init__(  # noqa: PLR0913 - what it stands before, and what it says of the lock
        self,
        office: Office,
        place: Path,
        reason: str = "",
        at: str = "",
        parent: QWidget | None = None,
        *,
        stored: bool = True,
        changing: WayChanging | None = None,
    ) -> None:
        super().__init__(parent)
        self.office = office
        self.place = place
        self._reason, self._at, self._stored = reason, at, stored
        self._changing = changing
        self._face: Face = "password"
        self._busy, self._looked, self._left = False, False, 0.0
        self._says_pause = False
        self._idle = office.preferences.load().idle_seconds()
        self._banner: Banner | None = None
        self._page: QScrollArea | None = None
        self._key: RecoveryBox | None = None
        self._folder: Field | None = None
        self._elsewhere: QWidget | None = None
        self._keyring: Button | None = None
        self._said: Label | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask_wait)
        self._left_alone = QTimer(self)
        self._left_alone.setSingleShot(True)
        self._left_alone.timeout.connect(self._look_for_secret)
        self._make_password()
        self._make_buttons()
        self._lay_out()
        self._turn("password")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the password, F1 to the help."""
        if event.key() == Qt.Key.Key_Escape and self._face != "password":
            self._turn("password")
        elif event.key() == Qt.Key.Key_F1:
            self.help.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first painting, ask whether a pause lasts; that loads what opening needs."""
        super().paintEvent(event)
        if not self._looked:
            self._looked = True
            QTimer.singleShot(0, self, self._look_once)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut a very long vault name to the room there is."""
        super().resizeEvent(event)
        self._show_name()
        self._fit()

    def _count(self) -> None:
        """Begin the minutes anew after which a secret that stands here is left alone."""
        self._left_alone.start(math.ceil(self._idle * _SECOND))

    def _look_for_secret(self) -> None:
        """Tell that nobody is there any more, though a secret is."""
        if self.holds_secret():
            self.abandoned.emit()

    def holds_secret(self) -> bool:
        """Return whether a password or a recovery key was typed, used just now or not yet."""
        key = self._key.text() if self._key is not None else ""
        return self._busy or bool(self.password.text() or key)

    # What stands on the screen.

    def _make_password(self) -> None:
        self.password = PasswordField(self.tr("密码"), sz="l", show_label=False)
        self.password.line.setPlaceholderText(self.tr("密码"))
        self.password.entered.connect(self.submit)
        self.password.line.textEdited.connect(self._count)

    @property
    def key(self) -> RecoveryBox:
        """Where the recovery key is written; made when it is first asked for."""
        if self._key is None:
            from ui.recovery_box import RecoveryBox  # noqa: PLC0415 - see the top of this file

            self._key = RecoveryBox(
                self.tr("恢复密钥"),
                hint=self.tr("八组，每组五个字符。空格、横线和大小写都随意。"),
            )
            self._key.entered.connect(self.submit)
            self._key.changed.connect(self._count)
            self._fields.addWidget(self._key)
        return self._key

    @property
    def folder(self) -> Field:
        """Where another vault is named; made when it is first asked for."""
        if self._folder is None:
            from ui.widgets.field import Field  # noqa: PLC0415 - see the top of this file

            self._folder = Field(
                self.tr("保险库所在的文件夹"), hint=self.tr("里面有一个叫 vault.header 的文件。")
            )
            self._folder.entered.connect(self.submit)
            pick = Button(self.tr("选择文件夹"), "quiet", icon="folder-open")
            pick.clicked.connect(self._pick)
            restore = Button(self.tr("从备份恢复"), "quiet", icon="history")
            restore.clicked.connect(self.restore)
            hide_unless(self.office.keeper, restore)
            self._elsewhere = QWidget()
            self._elsewhere.setLayout(column(self._folder, 8, pick, 8, restore))
            self._fields.addWidget(self._elsewhere)
        return self._folder

    def _make_buttons(self) -> None:
        self.open_button = Button(self.tr("打开"), "primary", sz="l")
        self.open_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.open_button.clicked.connect(self.submit)
        self.left_link, self.right_link = Button("", "link"), Button("", "link")
        self.left_link.clicked.connect(self._left_link)
        self.right_link.clicked.connect(self._right_link)
        self.languages = Segment((("zh", self.tr("中文")), ("en", "English")), name=self.tr("语言"))
        self.languages.choose(translation.chosen(self.office.preferences.load().language))
        self.languages.chosen.connect(self._change_language)

    def _lay_out(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "paper")
        self._below = row(None, None)
        below = QWidget()
        below.setLayout(column(20, self._below, 12, None))
        page = column(self._middle())
        page.insertStretch(0, 2)
        page.addWidget(below, 3)
        self._inside, self._foot = QWidget(), self._made_foot()
        self._inside.setLayout(page)
        self._stack = column(self._inside, self._foot)
        self._stack.setStretch(0, 1)
        self._stack.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(self._stack)

    def _middle(self) -> QWidget:
        """Return mark, reason, vault name and the form."""
        mark, title = Mark(56), Label(self.tr("心匣已锁上"), "door")
        why = self._why()
        # What wraps its words stands between two stretches: of a part that is only aligned Qt asks
        # the height for the width of the window, and a second line of words took the key's.
        said = [row(None, self._reasoned(why), None)] if why else []
        self._name = Label("", "soft")
        self._name_row = QWidget()
        self._name_row.setLayout(
            row(None, Picture("folder-lock", "soft", 15), self._name, None, spacing=7)
        )
        form = QWidget()
        form.setFixedWidth(look.px(WIDTH))
        links = row(self.left_link, None, self.right_link)
        self._fields, self._under = column(self.password), column()
        under = column(14, links, self._under)
        form.setLayout(column(self._name_row, 10, self._fields, 12, self.open_button, under))
        middle = QWidget()
        middle.setLayout(column(mark, 24, title, 6, *said, 34, row(None, form, None)))
        for part in (mark, title):
            middle.layout().setAlignment(  # type: ignore[union-attr]
                part, Qt.AlignmentFlag.AlignHCenter
            )
        return middle

    @staticmethod
    def _reasoned(why: str) -> Label:
        said = Label(why, "soft", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        said.setFixedWidth(look.px(_WORDS_WIDTH))
        return said

    def _made_foot(self) -> QWidget:
        """Return the promise and the choice of language."""
        promise = Label(self.tr("只在这台电脑上。程序里没有联网的代码。"), "meta")
        self.help_button = Button(self.tr("帮助"), "ghost", icon="circle-question-mark", sz="s")
        self.help_button.clicked.connect(self.help)
        name = self.tr("打开职业遗嘱")
        # Where letters are large, the promise beside it needs the room.
        package = (
            IconButton("folder-lock", name)
            if look.large()
            else Button(name, "ghost", icon="folder-lock", sz="s")
        )
        package.clicked.connect(self.succession)
        hide_unless(self.office.succession, package)
        foot = QWidget()
        foot.setLayout(
            row(
                Picture("shield-check", "faint", 15),
                promise,
                None,
                package,
                self.help_button,
                self.languages,
                margins=(32, 0, 32, 24),
                spacing=4 if look.large() else 8,
            )
        )
        return foot

    def _why(self) -> str:
        """Return why the vault was locked, and whether anything written may be lost."""
        first = self._reason_said()
        if first is None:
            return ""
        if self._stored:
            return first + "\n" + self.tr("没写完的记录已加密存好，打开后接着写。")
        return first + "\n" + self.tr("磁盘没有及时存好，最后写的几句可能不在，打开后请看一看。")

    def _reason_said(self) -> str | None:
        """Return the sentence for the reason, with the time where there is one."""
        minutes = round(self._idle / _MINUTE)
        why, at = WhyLocked.of(self._reason), self._time_said()
        said = {
            (WhyLocked.IDLE, True): self.tr("闲置满 {0} 分钟，{1} 自动锁定。").format(minutes, at),
            (WhyLocked.IDLE, False): self.tr("闲置满 {0} 分钟，自动锁定。").format(minutes),
            (WhyLocked.HAND, True): self.tr("您在 {0} 锁定。").format(at),
            (WhyLocked.HAND, False): self.tr("您锁定了它。"),
            (WhyLocked.SCREEN, True): self.tr("电脑锁屏，{0} 一起锁定。").format(at),
            (WhyLocked.SCREEN, False): self.tr("电脑锁屏，一起锁定。"),
            (WhyLocked.SLEEP, True): self.tr("电脑睡眠前，{0} 自动锁定。").format(at),
            (WhyLocked.SLEEP, False): self.tr("电脑睡眠前，自动锁定。"),
            (WhyLocked.SWITCH, True): self.tr("电脑换了用户，{0} 自动锁定。").format(at),
            (WhyLocked.SWITCH, False): self.tr("电脑换了用户，自动锁定。"),
            (WhyLocked.SHUTDOWN, True): self.tr("电脑要关机或注销，{0} 自动锁定。").format(at),
            (WhyLocked.SHUTDOWN, False): self.tr("电脑要关机或注销，自动锁定。"),
        }
        return said.get((why, bool(at))) if why is not None else None

    def _time_said(self) -> str:
        """Return when it was locked, and by whose clock where that is not the computer's."""
        if not self._at:
            return ""
        from ui import clock_words  # noqa: PLC0415 - see the top of this file

        return clock_words.said(self._at)

    def _show_name(self) -> None:
        name = self.place.name or str(self.place)
        self._name.setText(elided(look.font(13), name, look.px(WIDTH - 40)))
        self._name.setAccessibleName(self.tr("保险库：{0}").format(name))
        self._name.setToolTip(str(self.place))

    def _fit(self) -> None:
        """Let the form scroll once it is higher than its room; few doors ever need that."""
        form = self._inside.layout()
        if self._page is not None or form is None:
            return
        tall = form.totalMinimumHeightForWidth(self.width()) + self._foot.sizeHint().height()
        if tall > self.height():
            focus = self.focusWidget()
            self._page = scroll(self._inside, "paper")
            self._stack.insertWidget(0, self._page, 1)
            if focus is not None:
                focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal(self, part: QWidget) -> None:
        """Bring a part into sight, once it has its size."""
        self._fit()
        page = self._page
        if page is not None:
            QTimer.singleShot(0, part, lambda: page.ensureWidgetVisible(part))

    def _turn(self, face: Face) -> None:
        """Show one of the three forms and put the cursor into it."""
        self._face = face
        self._clear_banner()
        first = self._first(face)
        links = {
            "password": (self.tr("用恢复密钥打开"), self.tr("换一个保险库")),
            "recovery": (self.tr("用密码打开"), self.tr("换一个保险库")),
            "elsewhere": (self.tr("返回"), self.tr("新建一个保险库")),
        }[face]
        self._name_row.setVisible(face != "elsewhere")
        self.password.setVisible(face == "password")
        if self._key is not None:
            self._key.setVisible(face == "recovery")
        if self._elsewhere is not None:
            self._elsewhere.setVisible(face == "elsewhere")
        if self._keyring is not None:
            self._keyring.setVisible(face == "password")
        self.left_link.setText(links[0])
        self.right_link.setText(links[1])
        self.begin_at(first)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_name()
        self._show_button()
        self._offer_example()
        self._fit()

    def _offer_example(self) -> None:
        """Before the example, fill its password in and say it: it protects nobody."""
        from app.domain import example  # noqa: PLC0415 - see the top of this file

        here = self._face == "password" and example.named(self.place.name)
        if here and self._said is None:
            self._said = Label("", "meta")
            self._said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._said.setContentsMargins(0, look.px(8), 0, 0)
            self._fields.addWidget(self._said)
        if self._said is not None:
            self._said.setText(
                self.tr("示例 · 虚构的人。密码已经填好：\n{0}").format(example.PASSWORD)
            )
            self._said.setVisible(here)
        if here:
            self.password.line.setText(example.PASSWORD)

    def _first(self, face: Face) -> QWidget:
        """Return where one writes on a form, which is made now if it was never shown."""
        if face == "password":
            return self.password
        return self.key if face == "recovery" else self.folder

    def _show_button(self) -> None:
        """Say on the button what it does, or how long it still waits."""
        waiting = self._left > 0 and self._face != "elsewhere"
        self.open_button.setEnabled(not waiting and not self._busy)
        if self._keyring is not None:
            self._keyring.setEnabled(not waiting and not self._busy)
        if self._busy:
            self.open_button.setText(self.tr("正在打开"))
        elif waiting:
            self.open_button.setText(self._countdown(math.ceil(self._left)))
        elif self._face == "elsewhere":
            self.open_button.setText(self.tr("换到这里"))
        else:
            self.open_button.setText(self.tr("打开"))

    def _countdown(self, seconds: int) -> str:
        if seconds < _MINUTE:
            return self.tr("请等 {0} 秒").format(seconds)
        minutes, rest = divmod(seconds, _MINUTE)
        return self.tr("请等 {0}").format(f"{minutes}:{rest:02}")

    # What can be done.

    def submit(self) -> None:
        """Do what the button says, unless a pause lasts or the vault is being opened."""
        if self._busy or not self.open_button.isEnabled():
            return
        if self._face == "elsewhere":
            self._go_elsewhere()
        elif self._face == "recovery":
            self._open_with_key()
        else:
            self._open_with_password()

    def _open_with_password(self) -> None:
        """Take the password once, empty the field, lend the word to the vault's thread."""
        word = self.password.take()
        if not word:
            return
        office, place = self.office, self.place

        def work() -> Opened:
            from app.services import vaults  # noqa: PLC0415 - see the top of this file

            return vaults.unlock(office.door(), office.tools().clock, place, word)

        self._lend(work)

    def _open_with_key(self) -> None:
        """Lend the recovery key; it stays in its box until the vault is open."""
        typed = self.key.text()
        if not typed:
            return
        office, place = self.office, self.place

        def work() -> Opened:
            from app.services import vaults  # noqa: PLC0415 - see the top of this file

            return vaults.unlock_with_recovery(office.door(), office.tools().clock, place, typed)

        self._lend(work)

    def _ask_keyring(self) -> None:
        """Ask the vault's thread whether this computer's keyring may open this vault.

        After a lock nobody asks: nothing is kept there then, and the password is what counts.
        """
        office, place = self.office, self.place
        here = office.preferences.load().keyring
        if office.keychain is None or not here or self._reason:
            return

        def work() -> bool:
            from app.services import keyring  # noqa: PLC0415 - see the top of this file

            return keyring.offered(office.door(), place, here)

        office.desk.outside(self, work, self._offer_keyring)

    def _offer_keyring(self, offered: bool) -> None:  # noqa: FBT001 - an answer of the desk
        """Show a quiet way in beside the password, or take it away before another vault."""
        if self._keyring is None and offered:
            self._keyring = Button(
                self.tr("用这台电脑的钥匙串打开"), "ghost", icon="key-round", sz="s"
            )
            self._keyring.clicked.connect(self._open_with_keyring)
            self._under.addLayout(column(10, row(None, self._keyring, None)))
            QWidget.setTabOrder(self.right_link, self._keyring)
        if self._keyring is not None:
            self._keyring.setVisible(offered and self._face == "password")
            self._fit()

    def _open_with_keyring(self) -> None:
        """Lend the question to the keyring; the password can be written meanwhile."""
        office, place, keychain = self.office, self.place, self.office.keychain
        if self._busy or keychain is None:
            return

        def work() -> Opened:
            from app.services import keyring  # noqa: PLC0415 - see the top of this file

            return keyring.unlock(office.door(), keychain(), office.tools().clock, place)

        self._lend(work)

    def _lend(self, work: Callable[[], Opened]) -> None:
        self._clear_banner()
        self._busy = True
        self._show_button()
        style.deepen()  # while the vault's thread works on the key, the window has time
        self.office.desk.open(self, work, self._opened, self._refused)

    def _opened(self, opened: Opened) -> None:
        """Forget everything typed, remember the vault, hand it over."""
        self.password.clear()
        if self._key is not None:
            self._key.wipe()
        self._timer.stop()
        office, place = self.office, str(self.place)
        if office.preferences.load().vault != place:
            office.desk.outside(
                office.desk,
                lambda: office.preferences.save(replace(office.preferences.load(), vault=place)),
            )
        self.opened.emit(opened)

    def _refused(self, refusal: Refusal) -> None:
        """Say why the vault stays closed; a pause starts to count down."""
        self._busy = False
        self.say(refusal)
        if isinstance(refusal, WrongPassword | TooManyTries):
            self._wait(refusal.wait_seconds)
        if isinstance(refusal, KeyringFailed):
            self._offer_keyring(offered=False)
        self._show_button()
        focus = self.beginning()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, refusal: Refusal) -> None:
        """Show a refusal under the form, where nothing above it moves."""
        from ui.messages import message  # noqa: PLC0415 - see the top of this file
        from ui.widgets.banner import Banner  # noqa: PLC0415

        words = message(refusal)
        what, why = words.what, words.why
        if isinstance(refusal, RecoveryKeyMistyped):
            self.key.set_error(what)
        if isinstance(refusal, WrongPassword) and self._face == "recovery":
            what = self.tr("这不是这个保险库的恢复密钥。")
            why = self.tr("请核对纸上写的保险库名字，或换另一张纸。")
        self._says_pause = bool(getattr(refusal, "wait_seconds", 0))
        if self._says_pause:
            why = self.tr("等一等再试。正确的密码随后照样能打开，什么都不会删。")
        lost = isinstance(refusal, NoVaultThere) and self._face != "elsewhere"
        damaged = isinstance(refusal, VaultDamaged)
        offer = self.tr("新建一个保险库") if lost else ""
        offer = self.tr("救到新的保险库") if damaged else offer
        banner = Banner("refusal", what, text=why, action=offer)
        banner.acted.connect(
            (lambda: self.salvage.emit(self.place)) if damaged else self.create_new.emit
        )
        self._put_banner(banner)
        announce(banner, f"{what} {why}")

    def _put_banner(self, banner: Banner) -> None:
        """Show a banner under the form."""
        self._clear_banner()
        banner.setFixedWidth(look.px(WIDTH))
        self._below.insertWidget(1, banner)
        self._banner = banner
        QTimer.singleShot(0, banner, lambda: self._reveal(banner))

    def _clear_banner(self) -> None:
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None

    # The pause after wrong passwords.

    def _ask_wait(self) -> None:
        """Ask the vault's thread how long the pause still lasts; a clock of ours could be set."""
        office, place = self.office, self.place
        office.desk.outside(self, lambda: office.door().wait_left(place), self._wait)

    def _look_once(self) -> None:
        """Ask what loads the services: whether a pause lasts, and whether the keyring may open."""
        self._ask_wait()
        self._ask_keyring()
        self._ask_changed()

    def _ask_changed(self) -> None:
        """Ask whether the change that the lock broke into was made: once, here."""
        office, place, changing = self.office, self.place, self._changing
        if changing is None:
            return
        self._changing = None

        def work() -> bool | None:
            now = office.door().way_mark(place, recovery=changing.recovery)
            return now != changing.mark if now and changing.mark else None

        office.desk.outside(self, work, lambda made: self._say_changed(changing, made=made))

    def _say_changed(self, changing: WayChanging, *, made: bool | None) -> None:
        """Say which password, or which recovery key, opens the vault from now on."""
        from ui.door_words import changed  # noqa: PLC0415 - see the top of this file
        from ui.widgets.banner import Banner  # noqa: PLC0415

        kind, what, why = changed(recovery=changing.recovery, made=made)
        banner = Banner(kind, what, text=why)
        self._put_banner(banner)
        announce(banner, f"{what} {why}")

    def _wait(self, left: float) -> None:
        """Count down, once a second, or let the button be pressed again."""
        was, self._left = self._left, left
        if left > 0:
            self._timer.start(min(_SECOND, math.ceil(left * _SECOND)))
        elif was > 0:
            self._timer.stop()
            if self._says_pause:
                self._clear_banner()
            announce(self.open_button, self.tr("现在可以再试。"))
        self._show_button()

    # Another vault, another language.

    def ask_place(self) -> None:
        """Ask which vault to open."""
        self._turn("elsewhere")

    def _left_link(self) -> None:
        self._turn("recovery" if self._face == "password" else "password")

    def _right_link(self) -> None:
        if self._face == "elsewhere":
            self.create_new.emit()
        else:
            self._turn("elsewhere")

    def _pick(self) -> None:
        from ui.pick import pick_folder  # noqa: PLC0415 - see the top of this file

        title = self.tr("保险库所在的文件夹")
        pick_folder(self, title, lambda path: self.folder.set_text(str(path)))

    def _go_elsewhere(self) -> None:
        """Look whether the folder holds a vault before anything is remembered."""
        typed = self.folder.text()
        if not typed:
            return
        office, place = self.office, typed_path(typed)

        def work() -> None:
            if not _holds_vault(office, place):
                raise NoVaultThere
            office.preferences.save(replace(office.preferences.load(), vault=str(place)))

        office.desk.outside(self, work, lambda _: self._arrived(place), self._refused)

    def _arrived(self, place: Path) -> None:
        """Stand before another vault's door."""
        self.place = place
        self._left = 0.0
        self.folder.clear()
        self._turn("password")
        self._offer_keyring(offered=False)
        self._look_once()
        self.elsewhere.emit()

    def _change_language(self, key: str) -> None:
        """Remember the language; the shell starts anew with it."""
        store = self.office.preferences

        def work() -> Preferences:
            store.save(replace(store.load(), language=key))
            return store.load()

        self.office.desk.outside(self, work, lambda _: self.language.emit(key), self._refused)


def _holds_vault(office: Office, place: Path) -> bool:
    """Return whether there is a vault; a folder that may not be looked into is refused."""
    try:
        return office.door().exists(place)
    except OSError as error:
        raise NotWritable from error
