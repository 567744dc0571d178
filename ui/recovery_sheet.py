"""The paper of a recovery key: made fresh, printed, or written as a PDF after a warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.local_time import wall
from ui import dates

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from app.domain.errors import Refusal
    from ui.new_vault_recovery import RecoveryStep
    from ui.office import Office


class RecoverySheet(QObject):
    """Does what a `RecoveryStep` asks for, and lives as long as it.

    `place` tells in which folder the vault lies, `refused` says why something was not done.
    `printed` is when the key that is shown went onto paper or into a file, for the trail.
    """

    def __init__(
        self,
        office: Office,
        step: RecoveryStep,
        place: Callable[[], Path],
        refused: Callable[[Refusal], None],
    ) -> None:
        super().__init__(step)
        self._office, self._step = office, step
        self._place, self._refused = place, refused
        self.printed: tuple[datetime, ...] = ()
        self._rendered: tuple[str, ...] = ()
        self._zone = ""
        step.renew.connect(self.fresh)
        step.print_button.clicked.connect(self._offer)
        step.panel.on_paper.connect(lambda: self._render(self._print))
        step.panel.into_file.connect(self._write)

    def tell_days_of(self, zone: str) -> None:
        """Write the day as it is where the practice is; before there is a vault, the computer's."""
        self._zone = zone

    def fresh(self) -> None:
        """Show a key that nobody has seen yet."""
        office = self._office
        office.desk.outside(
            self, lambda: office.door().new_recovery_key(), self._show, self._refused
        )

    def _show(self, groups: Sequence[str]) -> None:
        self.printed = ()
        self._step.show_key(groups)

    def _out(self) -> None:
        """Remember that the key went out just now, unless another is shown meanwhile."""
        if self._rendered == self._step.groups:
            self.printed += (self._office.tools().clock.now(),)

    def _offer(self) -> None:
        self._step.panel.start(self._place())

    def _render(self, then: Callable[[bytes], None]) -> None:
        """Make the sheet on the vault's thread."""
        office, groups = self._office, self._step.groups
        name, labels = self._place().name, self._labels()
        self._rendered, zone = groups, self._zone

        def work() -> bytes:
            tools = office.tools()
            made_on = dates.plain_day(wall(tools.clock.now(), zone))
            return tools.papers.recovery.render(groups, name, made_on, labels)

        office.desk.outside(self, work, then, self._refused)

    def _labels(self) -> dict[str, str]:
        """Return the words of the sheet."""
        return {
            "title": self.tr("心匣的恢复密钥"),
            "warning": self.tr("谁拿到这张纸，谁就能打开保险库。"),
            "vault": self.tr("保险库"),
            "made": self.tr("制作日期"),
            "number": self.tr("组"),
            "keep": self.tr(
                "忘记密码时，在锁着的门上点「用恢复密钥打开」，按顺序写下八组，不分大小写，"
                "不用写空格。每组最后一个字符用来查抄写错误。"
                "请和身份证放在一起，不要拍照，不要存进网盘。"
            ),
        }

    def _print(self, pdf: bytes) -> None:
        """Offer the printers of this computer."""
        from ui.printing import ask_printer  # noqa: PLC0415 - only who prints pays for it

        step = self._step
        if not ask_printer(step, self.tr("恢复密钥"), lambda printer: self._paint(pdf, printer)):
            said = self.tr("这台电脑上没有装打印机。抄在纸上一样好用，也可以存成 PDF 拿去打印。")
            step.panel.say(said)

    def _paint(self, pdf: bytes, printer: object) -> None:
        from ui.document_view import print_pages  # noqa: PLC0415 - loads the PDF module

        print_pages(pdf, printer)  # type: ignore[arg-type]
        self._out()
        self._step.panel.say(self.tr("已经送到打印机。请把纸收好。"))

    def _write(self, path: Path) -> None:
        """Render and write in one go; the bytes never come back to the window."""
        office = self._office
        said = self.tr("已存成 {0}").format(path)

        def written(_: None) -> None:
            self._out()
            self._step.panel.say(said)

        def rendered(pdf: bytes) -> None:
            office.desk.outside(
                self, lambda: office.tools().shelf.write(path, pdf), written, self._refused
            )

        self._render(rendered)
