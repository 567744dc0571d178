"""A computer in one time zone, a practice in another: one clock is told, and whose it is."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from app.domain.audit import AuditKind
from app.domain.client import Place
from tests.gui import test_shell
from tests.gui.helpers import SHANGHAI
from ui import clock_words
from ui.page import ToHealth, ToSettings

furnished, house = test_shell.furnished, test_shell.house


@pytest.fixture
def auckland(monkeypatch):
    """A computer that goes by the clock of Auckland, where it is 18:57 at 14:57 in China."""
    yield _zone(monkeypatch, "Pacific/Auckland")
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def beijing(monkeypatch):
    """A computer that goes by the clock of the practice."""
    yield _zone(monkeypatch, "Asia/Shanghai")
    monkeypatch.undo()
    time.tzset()


def _zone(monkeypatch, name):
    monkeypatch.setenv("TZ", name)
    time.tzset()
    return name


def settle_down(vault, place=SHANGHAI):
    """Say where the practice is."""
    with vault.transaction():
        vault.settings.change_practice(replace(vault.settings.practice(), place=place))


def lock_by_hand(house, person):
    """Lock, and sit down before the door of the process that follows."""
    person.window.lock("menu")
    ((_, reason, at, *_),) = house.restarts
    house.end(person.window)
    return house.start(reason, at)


def test_the_door_tells_the_time_of_the_practice_and_says_so(house, auckland):
    house.look(settle_down)
    person = house.start()
    house.unlock(person)
    person = lock_by_hand(house, person)
    assert house.restarts[0][2] == "14:57@Asia/Shanghai"
    assert person.says("您在 北京时间 14:57 锁定。\n没写完的记录已加密存好，打开后接着写。")


def test_where_both_clocks_agree_nothing_is_added(house, beijing):
    house.look(settle_down)
    person = house.start()
    house.unlock(person)
    person = lock_by_hand(house, person)
    assert house.restarts[0][2] == "14:57"
    assert person.says("您在 14:57 锁定。\n没写完的记录已加密存好，打开后接着写。")


def test_a_practice_that_says_no_zone_goes_by_the_computer(house, auckland):
    house.look(lambda vault: settle_down(vault, Place()))
    person = house.start()
    house.unlock(person)
    lock_by_hand(house, person)
    assert house.restarts[0][2] == "18:57"


def test_a_zone_that_is_given_while_the_vault_is_open_holds_at_the_lock(house, auckland):
    house.look(lambda vault: settle_down(vault, Place()))
    person = house.at(ToSettings())
    person.write("时区", "Asia/Shanghai")
    house.settle(person)
    person.window.workspace.page.leave()
    house.settle(person)
    person = lock_by_hand(house, person)
    assert house.restarts[0][2] == "14:57@Asia/Shanghai"


def test_the_health_page_goes_by_the_practice(house, auckland):
    def made(vault):
        settle_down(vault)
        with vault.transaction():
            vault.settings.remember_check(house.clock.now())

    house.look(made)
    person = house.at(ToHealth())
    wanted = "上次：北京时间 2026年5月12日（周二）14:57。每个月会自己做一次。"
    person.wait_for(wanted)


def test_a_day_is_the_day_of_the_practice(house, auckland):
    house.look(settle_down)
    evening = house.clock.now().replace(hour=15)  # the 13th has begun in Auckland
    house.look(lambda vault: vault.audit.record(AuditKind.PASSWORD_CHANGED, evening))
    person = house.at(ToSettings())
    person.wait_for("2026年5月12日 起没有换过。")


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("14:57@Asia/Shanghai", "北京时间 14:57"),
        ("14:57@America/New_York", "纽约时间 14:57"),
        ("14:57@America/Argentina/Buenos_Aires", "Buenos Aires时间 14:57"),
        ("14:57", "14:57"),
        ("", ""),
    ],
)
def test_a_zone_is_called_by_its_city(word, words):
    assert clock_words.said(word) == words


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        (
            "Asia/Shanghai",
            "从此时间都按北京时间显示，和这台电脑的钟不同。已经约好的，请看一眼对不对。",
        ),
        ("Pacific/Auckland", ""),
        ("", ""),
    ],
)
def test_a_clock_that_a_consent_settled_is_told_where_it_is_another(house, auckland, zone, told):
    assert clock_words.settled(house.clock.now(), zone) == told
