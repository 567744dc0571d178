"""The package for a colleague: ticked, written, and opened at the door with the paper alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app import bootstrap
from app.domain.client import Profile
from app.services import succession
from storage.files import FileShelf
from storage.succession import SuccessionFile
from tests.gui.helpers import FULL, button, buttons, click, said, the_one, write
from ui import privacy
from ui.new_vault import FirstStart
from ui.page import ToSuccession
from ui.settings import SettingsScreen
from ui.settings_succession import SuccessionCard
from ui.succession_open import SuccessionReader
from ui.succession_page import SuccessionScreen
from ui.succession_people import PersonLine
from ui.unlock import DoorScreen
from ui.widgets.field import Field
from ui.widgets.tick import Tick

RARE = "䶮𬱖ㄅ"


@pytest.fixture
def office(house):
    """An office that seals packages and prints."""
    house.tools = replace(house.tools, papers=bootstrap.papers(), shelf=FileShelf())
    return replace(house.office, succession=SuccessionFile)


@pytest.fixture
def people(house):
    """Two clients."""
    return house.case("H-017", FULL), house.case("B-02", Profile(name=RARE))


def show(house, office):
    screen = house.show(SuccessionScreen(office))
    house.qtbot.waitUntil(lambda: bool(screen.findChildren(Tick)))
    return screen


def tick(screen, name):
    return the_one(lambda: [one for one in screen.findChildren(Tick) if one.text() == name])


def press(house, part):
    part.setFocus()
    house.qtbot.keyClick(part, Qt.Key.Key_Space)


def field(screen, name):
    return the_one(
        lambda: [one for one in screen.findChildren(Field) if one.line.accessibleName() == name]
    )


def make(house, screen, target):
    """Write the file where `target` is."""
    click(house, screen, "生成密封文件")
    field(screen, "密封文件存到哪里").set_text(str(target))
    click(house, screen, "存为文件")
    house.idle()


def test_she_ticks_writes_and_hands_over_what_opens_elsewhere(house, office, people, tmp_path):
    target = tmp_path / "职业遗嘱.xinxia"
    screen = show(house, office)
    assert "还没有生成过" in said(screen)
    lines = {one.case_id: one for one in screen.findChildren(PersonLine)}
    first, second = (lines[case.id] for case in people)
    assert not first.emergency.isEnabled()
    press(house, first.tick)
    press(house, first.emergency)
    press(house, second.tick)
    assert not second.emergency.isEnabled()  # nobody to call
    write(screen.words.edit, f"先打给{RARE}")
    make(house, screen, target)
    house.qtbot.waitUntil(lambda: "里面有 2 位来访者" in said(screen))
    assert "建议在 2026年11月10日 前再生成" in said(screen)
    plan = house.do(lambda vault: vault.settings.succession_plan())
    assert plan.people == {case.id for case in people}
    assert plan.emergencies == {people[0].id}
    reader = house.show(SuccessionReader(office))
    field(reader, "密封文件").set_text(str(target))
    reader.key.set_text(" ".join(succession.key_groups(plan)).lower())
    house.qtbot.keyClick(reader.key.edit, Qt.Key.Key_Return)
    house.qtbot.waitUntil(lambda: "13800005678" in said(reader))
    shown = said(reader)
    for words in ("禾木", "禾苗 妹妹 13900001111", "知道来访者在咨询", "没有放进来", "先打给"):
        assert words in shown
    assert "11010519491231002X" not in shown
    assert reader.key.text() == ""
    click(house, reader, "存为 PDF")
    field(reader, "存为 PDF").set_text(str(tmp_path / "名单.pdf"))
    click(house, reader, "存为文件")
    house.qtbot.waitUntil(lambda: "已存成" in said(reader))
    words = "".join(office.tools().papers.pdf_words((tmp_path / "名单.pdf").read_bytes()))
    assert "13800005678" in words


def test_the_key_goes_on_paper_and_can_be_changed(house, office, people, tmp_path):
    screen = show(house, office)
    press(house, tick(screen, "禾木"))
    make(house, screen, tmp_path / "a")
    house.qtbot.waitUntil(lambda: bool(buttons(screen, "换一把钥匙")))
    before = house.do(lambda vault: vault.settings.succession_plan())
    click(house, screen, "存为 PDF")
    place = the_one(
        lambda: [
            one
            for one in screen.findChildren(Field)
            if one.line.accessibleName() == "存为 PDF" and one.isVisible()
        ]
    )
    assert place.text().endswith("职业遗嘱的钥匙.pdf")
    place.set_text(str(tmp_path / "key.pdf"))
    click(house, screen, "存为文件")
    house.qtbot.waitUntil(lambda: "已存成" in said(screen))
    words = "".join(office.tools().papers.pdf_words((tmp_path / "key.pdf").read_bytes()))
    bare = "".join(words.split())
    for group in succession.key_groups(before):
        assert group in bare
    assert "禾木" not in words
    click(house, screen, "换一把钥匙")
    house.qtbot.waitUntil(lambda: "旧纸照样打得开" in said(screen))
    click(house, screen, "换一把钥匙")  # a second press asks nothing twice
    click(house, screen, "换")
    house.qtbot.waitUntil(lambda: "还没有生成过" in said(screen))
    after = house.do(lambda vault: vault.settings.succession_plan())
    assert after.key not in {"", before.key}


def test_nobody_ticked_and_a_folder_that_is_not_there_are_said_in_place(house, office, people):
    screen = show(house, office)
    make(house, screen, "/nowhere/package")
    house.qtbot.waitUntil(lambda: "还没有勾选" in field(screen, "密封文件存到哪里").error())
    click(house, screen, "取消")
    click(house, screen, "全部勾选")
    make(house, screen, "/nowhere/package")
    place = field(screen, "密封文件存到哪里")
    house.qtbot.waitUntil(lambda: bool(place.error()) and "勾选" not in place.error())
    assert place.text() == "/nowhere/package"


def test_choices_keep_themselves(house, office, people):
    screen = show(house, office)
    press(house, tick(screen, "禾木"))
    write(screen.words.edit, "请先联系督导。")
    assert screen.unsaved()
    screen.leave()
    house.idle()
    assert not screen.unsaved()
    again = show(house, office)
    assert tick(again, "禾木").isChecked()
    assert again.words.text() == "请先联系督导。"
    left = []
    again.back.connect(lambda: left.append(1))
    again.escape()
    assert left == [1]
    (key,) = again.keys()
    assert key.keys == "Esc"


def test_an_empty_practice_says_so_and_privacy_hides_names(house, office):
    screen = house.show(SuccessionScreen(office))
    house.qtbot.waitUntil(lambda: "还没有个案" in said(screen))
    house.case("H-017", FULL)
    privacy.switch(to=True)
    try:
        again = show(house, office)
        assert not [one for one in again.findChildren(Tick) if "禾木" in one.text()]
    finally:
        privacy.switch(to=False)


def test_what_is_late_is_said_in_the_settings_too(house, office, people, tmp_path):
    def work(vault):
        succession.keep(vault, frozenset({people[0].id}), frozenset(), "")
        return succession.make(vault, house.tools, SuccessionFile(), tmp_path / "p")

    house.do(work)
    house.clock.time = house.clock.time.replace(year=2027)
    office = replace(office, preferences=bootstrap.preferences())
    settings = house.show(SettingsScreen(office))
    (card,) = settings.findChildren(SuccessionCard)
    house.qtbot.waitUntil(lambda: "过了更新的日子" in said(card))
    wanted = []
    settings.wanted.connect(wanted.append)
    button(card, "打开职业遗嘱的页面").click()
    assert wanted == [ToSuccession()]
    screen = show(house, office)
    assert "过了更新的日子" in said(screen)


@pytest.mark.parametrize(
    ("words", "where"), [(b"x", "不是职业遗嘱"), (None, "没有这个文件"), (b"", "第 2 组")]
)
def test_why_it_stays_closed_is_said_at_its_field(house, office, tmp_path, words, where):
    groups = list(bootstrap.door().new_recovery_key())
    if words == b"":
        groups[1] = groups[2]
    reader = house.show(SuccessionReader(office))
    target = tmp_path / "p"
    if words is not None:
        target.write_bytes(words)
    click(house, reader, "打开名单")  # nothing is typed yet
    field(reader, "密封文件").set_text(str(target))
    reader.key.set_text("".join(groups))
    click(house, reader, "打开名单")
    house.qtbot.waitUntil(lambda: where in field(reader, "密封文件").error() + reader.key.error())
    assert reader.key.text()
    assert button(reader, "打开名单").isEnabled()


def test_another_key_is_told_from_a_damaged_file(house, office, people, tmp_path):
    screen = show(house, office)
    press(house, tick(screen, "禾木"))
    make(house, screen, tmp_path / "p")
    house.qtbot.waitUntil(lambda: "里面有" in said(screen))
    reader = house.show(SuccessionReader(office))
    field(reader, "密封文件").set_text(str(tmp_path / "p"))
    reader.key.set_text("".join(house.door.new_recovery_key()))
    click(house, reader, "打开名单")
    house.qtbot.waitUntil(lambda: "这把钥匙打不开" in said(reader))
    left = []
    reader.back.connect(lambda: left.append(reader.key.text()))
    reader.escape()
    assert left == [""]


def test_the_door_and_the_first_start_lead_there(house, office, tmp_path):
    office = replace(office, preferences=bootstrap.preferences())
    for screen, word in (
        (DoorScreen(office, tmp_path / "v"), "打开职业遗嘱"),
        (FirstStart(office), "打开同事托付的职业遗嘱"),
    ):
        house.show(screen)
        with house.qtbot.waitSignal(screen.succession):
            buttons(screen, word)[0].click()
    without = DoorScreen(replace(office, succession=None), tmp_path / "v")
    house.show(without)
    assert not buttons(without, "打开职业遗嘱")
