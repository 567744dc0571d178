"""A note of a case of which nothing is known yet: each button leads on, and back to the note."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QTextEdit

from tests.journeys.person import called
from tests.journeys.story import NASTY, PASSWORD, Story, Words, exact

FILLED = (
    ("去填姓名", (("姓名", "林晓禾"), ("电话", "13900000017"))),
    ("去填所在地", (("来访者所在城市", "伦敦"), ("来访者时区", "Europe/London"))),
    ("去填您的所在地", (("您所在城市", "杭州"), ("您的时区", "Asia/Shanghai"))),
    ("去填紧急联系人", (("紧急联系人姓名", "林晓苗"), ("紧急联系人电话", "13900000018"))),
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
        person.wait(person.find(QLineEdit, "代号").isEnabled)
        person.write("代号", "H-017")
        person.click("网络")
        story.grade_and_open()
        person.wait_for("签署记录之前还缺：签好的知情同意书、姓名和联系方式、来访者所在地")
        person.click("写记录")
        person.write_text("主诉", NASTY)
        person.click("签署")
        person.wait_for("签署之前还缺 9 项")
        assert not person.parts(QLineEdit, "密码"), "no password is asked for in vain"
        for clause in (
            "守则 3.1，网络 1.2，热线 2.5",
            "附录 8.3，问 2(3)",
            "网络 2.3(1)，附录 8.3",
        ):
            assert f"看条文：{clause}" in person.read()
        for left, (button, fields) in zip((8, 7, 6, 5), FILLED, strict=True):
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
        person.wait_for("签署之前还缺 4 项")
        person.click("去评估")
        story.answer_screen()
        person.click("返回")
        person.wait_for("签署之前还缺 3 项")
        person.click("先接着写")
        person.write_text("问题类型", "睡眠")
        person.write_text("情绪状态", "疲倦")
        story.fill_sheet()
        person.click("签署")
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
