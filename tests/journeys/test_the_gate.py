"""A note of a case of which nothing is known yet: each button leads on, and back to the note."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QTextEdit

from tests.journeys.person import called
from tests.journeys.story import NASTY, PASSWORD, Story, Words, exact

FILLED = (
    ("去填姓名", (("姓名", "林晓禾"), ("电话", "13900000017")), 4),
    ("去填所在地", (("来访者所在城市", "伦敦"), ("来访者时区", "Europe/London")), 3),
    ("去填您的所在地", (("您所在城市", "杭州"), ("您的时区", "Asia/Shanghai")), 2),
    ("去填紧急联系人", (("紧急联系人姓名", "林晓苗"), ("紧急联系人电话", "13900000018")), 1),
)


def held(person):
    """Return what the line is called in which one would write now."""
    line = person.window.focusWidget()
    return called(line) if isinstance(line, QLineEdit) else ""


@pytest.mark.clause("030", "038", "066", "104", "152")
def test_what_is_missing_is_put_right_button_by_button_and_then_one_signs(qtbot, tmp_path):
    story = Story(qtbot.waitUntil, tmp_path, Words())
    person = story.person
    try:
        story.first_start()
        person.click("新建第一个个案")
        person.write("代号", "H-017")
        person.click("网络")
        person.click("建立个案")
        person.wait_for("签署记录之前还缺：知情同意书、姓名和联系方式、来访者所在地")
        person.click("写记录")
        person.write_text("主诉", NASTY)
        for name in ("问题类型", "情绪状态"):
            person.write_text(name, "无")
        story.fill_sheet()
        person.click("签署")
        person.wait_for("签署之前还缺 5 项")
        assert not person.parts(QLineEdit, "密码"), "no password is asked for in vain"
        for clause in (
            "守则 3.1，网络 1.2，热线 2.5",
            "附录 8.3，问 2(3)",
            "网络 2.3(1)，附录 8.3",
        ):
            assert clause in person.read()
        for button, fields, left in FILLED:
            person.click(button)
            person.wait(lambda name=fields[0][0]: held(person) == name)
            for name, text in fields:
                person.write(name, text)
            person.click("返回")
            person.wait_for(f"签署之前还缺 {left} 项")
            assert exact(person.find(QTextEdit, "主诉")) == NASTY
        person.click("去签同意书")
        story.walk_consent()
        person.click("返回")
        person.find(QLineEdit, "密码")
        assert not person.says("签署之前还缺")
        person.write("签署人", "沈知远")
        person.write("密码", PASSWORD)
        person.click("签署这篇记录")
        person.wait_for("已签署")
        assert exact(person.find(QTextEdit, "主诉")) == NASTY
        assert person.find(QTextEdit, "主诉").isReadOnly()
        person.click("返回")
        person.wait(lambda: person.can_click("写记录"))
        person.wait(lambda: not person.says("签署记录之前还缺"))
    finally:
        story.end()
