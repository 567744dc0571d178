"""The main job from the first start to the second: what one counselor does, in seven chapters.

Every chapter checks what she would look at. `Words` holds whatever is typed, so that the same
story can be told with marked words and looked for afterwards.
"""

from __future__ import annotations

import io
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from app import bootstrap
from storage import keys
from storage.vault import FolderDoor
from tests.journeys.person import CTRL, Person
from ui.office import Office
from ui.shell import Shell
from ui.tasks import Desk
from ui.widgets.chip import ChoiceChip

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PASSWORD = "晴天下的一只旧木箱"
FILE_PASSWORD = "旧木箱里的 lamp 7"
NASTY = "今天😀䶮𬱖ㄅ\u202e说\u202c好\u00a0的 ende\n  下一行\n\n末尾 "

DETAILS = ("姓名：", "家庭背景：", "特殊的成长或创伤经历：", "体貌特征：")
"""How the ticks begin that say which kinds of detail were looked at (clause 157)."""


def look_at_details(person: Person) -> None:
    """Tick the four kinds of detail that a person looks at before a summary leaves."""
    for tick in person.window.findChildren(QCheckBox):
        if tick.text().startswith(DETAILS) and not tick.isChecked():
            person.click(tick.text())


@dataclass
class Words:
    """What is typed: invented people, places and sentences."""

    code: str = "禾木"
    name: str = "林晓禾"
    aliases: str = "晓禾、小禾"
    contact: str = "林晓苗"
    person: str = "陈桂芳"
    employer: str = "青禾面包工坊"
    complaint: str = "林晓禾说：「每次和我妈打完电话，整晚睡不着。」她母亲陈桂芳住在绍兴。"
    topics: str = "睡眠；deadline 的压力"
    state: str = "语速偏快，说到青禾面包工坊时停顿很久。"
    amendment: str = "更正：电话是每周三次。"
    draft: str = NASTY
    one_character: str = "眠"
    latin: str = "deadline"
    folder: str = "督导材料"
    kept: str = "绍兴"
    secret: tuple[str, ...] = ("林晓禾", "晓禾", "陈桂芳", "青禾面包工坊", "林晓苗")
    marks: tuple[str, ...] = field(default=())


class Program:
    """The program as one process has it: built of the real parts, restarted when it locks.

    `restarts` holds the arguments with which it wanted to be started anew.
    """

    def __init__(self) -> None:
        self.restarts: list[list[str]] = []
        self.shell: Shell | None = None
        self._door = FolderDoor(bootstrap.clock(), lambda: keys.FLOOR)

    def start(self, reason: str = "", at: str = "") -> Shell:
        """Start as a fresh process would: nothing is left of the window before."""
        office = Office(
            Desk(),
            lambda: self._door,
            bootstrap.tools,
            bootstrap.preferences(),
            bootstrap.suggested_vault,
            self.restarts.append,
        )
        self.shell = Shell(office, reason, at)
        return self.shell

    def end(self) -> None:
        """End the process that stands at the door, or close the window of an open one."""
        if self.shell is not None:
            self.shell.close()
            self.shell.deleteLater()
            self.shell = None


class Story:
    """A counselor with her program and her words; `desk` is a folder outside the vault."""

    def __init__(
        self, wait: Callable[..., None], folder: Path, words: Words, vault_name: str = "林间咨询室"
    ) -> None:
        self.words, self.folder, self.program = words, folder, Program()
        self.vault = folder / vault_name
        self.consent_file = folder / f"同意书{''.join(words.marks)}.pdf"
        self.exports = folder / words.folder
        self.person = Person(wait, self.program.start())
        self.person.sit_down(self.person.window)

    # 1. The first start.

    def first_start(self) -> None:
        """Choose language, place and password; read the recovery key and write it back."""
        person = self.person
        person.click("中文")
        person.click("继续")
        person.write("保险库的文件夹", str(self.vault))
        person.click("继续")
        person.write("密码", PASSWORD)
        assert not person.can_click("继续")
        person.write("再写一遍", PASSWORD)
        person.click("继续")
        groups = self._read_key()
        assert not person.can_click("继续")
        lines = [
            line
            for line in person.window.findChildren(QLineEdit)
            if line.isVisible() and line.accessibleName().startswith("第 ")
        ]
        assert len(lines) == 2
        for line in lines:
            number = int(line.accessibleName().split()[1])
            person.write(line.accessibleName(), groups[number - 1].lower())
        person.click("继续")
        person.wait_for("您的一天会在这里")

    def _read_key(self) -> list[str]:
        """Read the eight groups aloud from the tiles."""
        person = self.person
        tiles = [one for one in person.window.findChildren(QWidget) if _is_key(one)]
        person.wait(lambda: any(one.isVisible() and _groups(one) for one in tiles))
        groups = _groups(next(one for one in tiles if one.isVisible() and _groups(one)))
        assert len(groups) == 8
        return groups

    # 2. A client and a case.

    def open_case(self) -> None:
        """Add a client far away, with both time zones and somebody to call."""
        person, words = self.person, self.words
        person.click("新建第一个个案")
        person.write("代号", words.code)
        person.click("网络")
        for name, text in (
            ("姓名", words.name), ("小名、别名", words.aliases), ("电话", "13900000017"),
            ("微信", "xiaohe_demo"), ("邮箱", "xiaohe@example.com"), ("单位", words.employer),
            ("学校", "伦敦大学学院"), ("来访者所在城市", "伦敦"), ("来访者时区", "Europe/London"),
            ("您所在城市", "杭州"), ("您的时区", "Asia/Shanghai"),
            ("紧急联系人姓名", words.contact), ("与来访者的关系", "妹妹"),
            ("紧急联系人电话", "13900000018"),
        ):  # fmt: skip
            person.write(name, text)
        person.click("需要时填写身份证号、出生日期、住址")
        person.write("身份证号", "11010519491231002X")
        person.write("出生日期", "1999-04-12")
        person.write("住址", f"鲁迅中路 8 号 {''.join(words.marks)}")
        person.click("添加相关的人")
        person.write("相关的人 1：姓名", words.person)
        person.write("相关的人 1：关系", "母亲")
        person.wait_for("来访者当地现在")
        self.grade_and_open()
        self._at_case()

    def grade_and_open(self) -> None:
        """Grade the request, and open the case."""
        self.person.click("一般")
        self.person.write_text("分级的理由", "睡得还好")
        self.person.click("建立个案")

    def _at_case(self) -> None:
        """Wait until the page of the case is there."""
        self.person.wait(lambda: self.person.can_click("写记录"))

    # 3. A screen and a consent.

    def screen_client(self) -> None:
        """Answer every item with no, by the keyboard, and find that it suits."""
        person = self.person
        person.click("更多")
        person.choose("适宜性评估")
        self.answer_screen()
        person.click("回到个案")
        self._at_case()

    def answer_screen(self) -> None:
        """Answer every item of the screen that is shown with no."""
        person = self.person
        person.wait_for("请一项一项问过")
        person.wait(lambda: isinstance(QApplication.focusWidget(), ChoiceChip))
        for _item in bootstrap.screen_catalogues()["zh"].items:
            person.press(Qt.Key.Key_2)
        person.press(Qt.Key.Key_1)
        person.press(Qt.Key.Key_Return, CTRL)
        person.wait_for("评估已记下：适宜。")

    def sign_consent(self) -> None:
        """Fill the online form, walk its steps, sign on both pads, save it as a file."""
        person = self.person
        person.click("知情同意")
        self.walk_consent()
        person.click("打印")
        person.choose("存为 PDF…")
        person.write("存为 PDF", str(self.consent_file))
        person.click("存为文件")
        person.wait_for("已存为")
        self._check_consent()
        person.click("返回")
        self._at_case()

    def walk_consent(self) -> None:
        """Choose the online form in the menu that is open, fill it, walk its steps, sign it."""
        person = self.person
        person.choose(bootstrap.consent_templates()["online.zh"].title)
        self._fill_consent()
        for step in ("已提供", "已阅读", "已讨论", "再次确认"):
            if step == "已讨论":
                self._talk_over()
            person.click(f"记下：{step}")
        person.wait_for("还差签名")
        pads = self._empty_pads()
        assert {"来访者签名", "咨询师签名"} <= set(pads)
        for pad in pads:
            person.draw(pad)
        person.wait_for("签署后同意书不再改动")
        person.click("完成签署")
        person.wait(lambda: person.parts(QAbstractButton, "打开签署的同意书"))

    def _talk_over(self) -> None:
        """Go through every point of the discussion, and write what the client asked and said."""
        person = self.person
        for text in bootstrap.consent_templates()["online.zh"].talk:
            person.click(text.text)
        person.write_text("来访者提的问题", "没有")
        person.write_text("来访者用自己的话复述", "有人有危险时才会告诉别人。")

    def _empty_pads(self) -> list[str]:
        """Return what the pads are called on which nobody has signed yet."""
        return [
            part.accessibleName()
            for part in self.person.window.findChildren(QWidget)
            if part.isVisible() and part.accessibleDescription().startswith("还没有签")
        ]

    def _fill_consent(self) -> None:
        """Fill whatever the form says is still empty, until the preview is there."""
        person = self.person
        # The line above the page is there before the places are.
        person.wait(lambda: any(one.endswith("　待填") for one in person.read()))
        for label in [one for one in person.read() if one.endswith("　待填")]:
            name = label.removesuffix("　待填")
            if person.parts(QLineEdit, name):
                person.write(name, "（示例）")
            else:
                person.write_text(name, "（示例）")
        person.wait(lambda: not any(one.endswith("　待填") for one in person.read()))
        person.wait_for("签署之前，先记下上方的步骤。")
        person.wait_for("已存 ")

    def _check_consent(self) -> None:
        """Read the file as somebody who was handed it."""
        import pypdf  # noqa: PLC0415 - the door of a test does not pay for it

        found = pypdf.PdfReader(io.BytesIO(self.consent_file.read_bytes()))
        text = "".join(page.extract_text() for page in found.pages)
        assert "知情同意" in unicodedata.normalize("NFKC", text)
        assert "伦敦" in text

    # 4. A note: without screen and consent it could not be signed.

    def write_note(self) -> None:
        """Write in three sections, wait until it is kept, sign, add to it."""
        person, words = self.person, self.words
        person.click("写记录")
        person.write_text("主诉", words.complaint)
        person.write_text("问题类型", words.topics)
        person.write_text("情绪状态", words.state)
        person.wait_for("正在存")
        self.fill_sheet()
        person.wait_for("已存 ")
        person.click("签署")
        person.write("签署人", "沈知远")
        person.write("密码", "记错了的密码")
        person.click("签署这篇记录")
        person.wait(lambda: "密码不对" in "".join(person.read()))
        person.write("密码", PASSWORD)
        person.click("签署这篇记录")
        person.wait_for("已签署")
        person.click("写补记")
        person.write_text("写补记", words.amendment)
        person.click("存入补记")
        person.wait(lambda: len(person.parts(QTextEdit, "补记 1")) == 1)
        assert person.find(QTextEdit, "补记 1").toPlainText() == words.amendment
        assert person.find(QTextEdit, "主诉").isReadOnly()

    def fill_sheet(self) -> None:
        """Answer what a session is asked every time: on its sheet, and in the sections for it."""
        person = self.person
        for name in ("风险评估", "干预措施", "转介建议"):
            person.write_text(name, "无")
        person.press(Qt.Key.Key_J, CTRL)
        for word in ("视频面容", "两边都好", "都做了", "低"):
            person.click(word)
        person.wait_for("填好了")
        person.press(Qt.Key.Key_J, CTRL)

    # 5. Search.

    def search(self) -> None:
        """Look for one character and for a Latin word; each time land on the very words."""
        person = self.person
        for word, where in ((self.words.one_character, None), (self.words.latin, "问题类型")):
            person.press(Qt.Key.Key_F, CTRL)
            person.write("查找记录", word)
            person.wait(lambda word=word: any(word in one for one in self._hits()))
            person.enter("找到的地方")
            person.wait(lambda word=word: word in self._marked())
            if where:
                assert person.window.focusWidget().accessibleName() == where
            person.click("返回")  # on a note, Ctrl+F looks in that note

    def _hits(self) -> list[str]:
        parts = self.person.parts(QWidget, "找到的地方")
        return self.person.rows("找到的地方") if parts else []

    def _marked(self) -> list[str]:
        """Return the words that are marked in the texts."""
        return [
            patch.cursor.selectedText()
            for edit in self.person.window.findChildren(QTextEdit)
            if edit.isVisible()
            for patch in edit.extraSelections()
        ]

    # 6. A summary.

    def export(self) -> None:
        """Choose, take one place back, write both files with a password."""
        person, words = self.person, self.words
        self.exports.mkdir()
        person.click("个案")
        person.enter("个案列表")
        self._at_case()
        person.click("督导摘要")
        person.wait_for("已选 1 篇")
        person.click("开始去标识化")
        person.wait_for("隐去 ")
        shown = person.find(QTextEdit, "交出去的样子")
        assert words.kept not in shown.toPlainText()
        rows = person.rows("逐处决定")
        at = next(n for n, row in enumerate(rows) if row.startswith(f"{words.kept} →"))
        person.enter("逐处决定", at)
        person.press(Qt.Key.Key_N)
        person.wait(lambda: words.kept in shown.toPlainText())
        assert not [word for word in words.secret if word in shown.toPlainText()]
        person.click("去写文件")
        look_at_details(person)
        person.write("用途", "个体督导")
        person.write("交给谁", "示例督导师")
        person.click("DOCX，可以批注")
        person.write("文件密码", FILE_PASSWORD)
        person.click("选择文件夹")
        person.answer_file_dialog("放在哪个文件夹", str(self.exports))
        assert person.find(QLineEdit, "放在哪个文件夹").text() == str(self.exports)
        person.click("写出文件")
        person.wait_for("已写出")
        self._check_exports()

    def _check_exports(self) -> None:
        """Open both files with the password and look for everybody who is in the register."""
        for text in (
            read_pdf(self._written(".pdf"), FILE_PASSWORD),
            read_docx(self._written(".docx"), FILE_PASSWORD),
        ):
            assert self.words.kept in text
            assert not [word for word in self.words.secret if word in text]

    def _written(self, ending: str) -> Path:
        (found,) = self.exports.glob(f"*{ending}")
        return found

    # 7. Lock, unlock, quit, come back.

    def _write_another(self) -> None:
        """Write a note of its own, also where the half hour has one: it depends on the clock."""
        person, asked = self.person, "这个时间已经有一篇记录。"
        person.wait(lambda: person.says(asked) or person.says("主诉"))
        if person.says(asked):
            person.click("再写一篇")

    def lock_while_typing(self) -> None:
        """Press Ctrl+L in the middle of another note; start anew; go on writing."""
        person = self.person
        person.click("返回")
        person.click("返回")
        person.click("返回")
        self._at_case()
        person.click("写记录")
        self._write_another()
        person.write_text("主诉", self.words.draft)
        person.press(Qt.Key.Key_L, CTRL)
        ((locked, reason, at),) = self.program.restarts
        assert (locked, reason, len(at)) == ("--locked", "menu", 5)
        self._start_anew(reason, at)
        assert person.says(f"您在 {at} 锁定。\n没写完的记录已加密存好，打开后接着写。")
        self.unlock()
        edit = person.find(QTextEdit, "主诉")
        assert exact(edit) == self.words.draft
        assert not edit.isReadOnly()
        assert person.says("第 2 次咨询")

    def come_back(self) -> None:
        """Close the window, start again, and find everything."""
        person = self.person
        self._start_anew()
        self.unlock()
        assert exact(person.find(QTextEdit, "主诉")) == self.words.draft
        person.click("返回")
        person.enter("个案列表")
        person.wait_for("同意书已签署")
        person.wait_for("2 次咨询")
        person.wait_for(self.words.amendment)
        person.press(Qt.Key.Key_F, CTRL)
        person.write("查找记录", self.words.latin)
        person.wait(lambda: any(self.words.latin in one for one in self._hits()))

    def unlock(self) -> None:
        """Open the door with the password."""
        person = self.person
        person.write("密码", PASSWORD)
        person.press(Qt.Key.Key_Return)
        person.wait(lambda: person.parts(QTextEdit, "主诉"))

    def _start_anew(self, reason: str = "", at: str = "") -> None:
        self.program.end()
        self.person.sit_down(self.program.start(reason, at))

    def end(self) -> None:
        """Close the window."""
        self.program.end()

    def tell(self) -> None:
        """Do it all."""
        self.first_start()
        self.open_case()
        self.screen_client()
        self.sign_consent()
        self.write_note()
        self.search()
        self.export()
        self.lock_while_typing()
        self.come_back()


def exact(edit: QTextEdit) -> str:
    """Return what stands in a text, to the character."""
    return edit.document().toRawText().replace("\u2029", "\n")


def read_pdf(path: Path, password: str) -> str:
    """Return the words of a protected PDF; it must not open without the password."""
    import pikepdf  # noqa: PLC0415 - the door of a test does not pay for it
    import pypdf  # noqa: PLC0415

    try:
        pikepdf.open(path).close()
    except pikepdf.PasswordError:
        pass
    else:
        raise AssertionError("the PDF opens without a password")
    with pikepdf.open(path, password=password) as found:
        assert found.encryption.R == 6  # AES-256
        about = [str(value) for value in found.docinfo.values()]
        plain = io.BytesIO()
        found.save(plain)
    pages = [page.extract_text() for page in pypdf.PdfReader(plain).pages]
    return "\n".join([*about, *pages])


def read_docx(path: Path, password: str) -> str:
    """Return the words of a protected DOCX."""
    import docx  # noqa: PLC0415 - the door of a test does not pay for it
    import msoffcrypto  # noqa: PLC0415

    plain = io.BytesIO()
    with path.open("rb") as file:
        found = msoffcrypto.OfficeFile(file)
        assert found.is_encrypted()
        found.load_key(password=password, verify_password=True)
        found.decrypt(plain)
    read = docx.Document(plain)
    tables = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in read.paragraphs), *tables])


def _is_key(part: QWidget) -> bool:
    return part.accessibleName() == "恢复密钥" and ":" in part.accessibleDescription()


def _groups(part: QWidget) -> list[str]:
    """Return the groups as the tiles spell them: "1: A B C D E; 2: …"."""
    spelled = [one.partition(": ")[2].replace(" ", "") for one in
               part.accessibleDescription().split("; ")]  # fmt: skip
    return [one for one in spelled if one]
