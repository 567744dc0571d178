"""What logind and the screen saver say is heard, over a real bus and a real mock on it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest

from app.domain.lock import WhyLocked
from tests.journeys.desktop import desktop

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus of Linux")

if sys.platform.startswith("linux"):
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    from ui.signs_linux import SAVERS, LinuxSigns


@pytest.fixture(scope="module")
def table():
    """A desktop for all tests here; its path is short, as that of a socket must be."""
    with tempfile.TemporaryDirectory(prefix="bus") as name, desktop(Path(name)) as made:
        yield made


@pytest.fixture
def listening(qtbot, qapp, table):
    """The adapter on that desktop, what it told, and how to wait until it hears."""
    made = []

    def listen(buses=None):
        signs, told = LinuxSigns(qapp, buses or (table.address, table.address)), []
        made.append(signs)
        signs.listen(told.append)
        return signs, told

    yield listen
    for signs in made:
        signs.deleteLater()
    for name in ("xinxia system", "xinxia session"):
        QDBusConnection.disconnectFromBus(name)


@pytest.mark.promise(37)
@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["sleep"], WhyLocked.SLEEP),
        (["shutdown"], WhyLocked.SHUTDOWN),
        (["lock"], WhyLocked.SCREEN),
        (["hint"], WhyLocked.SCREEN),
        (["switch"], WhyLocked.SWITCH),
        *((["saver", saver.split(".")[1]], WhyLocked.SCREEN) for saver in SAVERS),
    ],
)
def test_every_sign_is_told_with_its_reason(qtbot, listening, table, words, why):
    signs, told = listening()
    settled(qtbot, signs)
    table.send(*words)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [why]


@pytest.mark.promise(37)
def test_what_ends_is_no_sign_and_neither_is_what_others_do(qtbot, listening, table):
    """Waking up, coming back, the lock of somebody else's session: nothing locks."""
    signs, told = listening()
    settled(qtbot, signs)
    for words in ("wake", "back", "saver-off", "lock-other", "switch-other", "odd", "sleep"):
        table.send(words)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [WhyLocked.SLEEP]


@pytest.mark.promise(37)
def test_the_computer_waits_with_sleeping_until_the_program_lets_go(qtbot, listening, table):
    signs, told = listening()
    settled(qtbot, signs)
    before = len(table.heard())
    signs.delay_sleep()
    signs.delay_sleep()
    qtbot.waitUntil(lambda: signs.delayed)
    asked = [line for line in table.heard()[before:] if "Inhibit" in line]
    assert asked == ["ASKED Inhibit sleep:shutdown Xinxia Lock the vault delay"]
    assert "RELEASED" not in table.heard()[before:]
    signs.let_go()
    qtbot.waitUntil(lambda: "RELEASED" in table.heard()[before:])
    assert told == []


@pytest.mark.promise(37)
def test_a_computer_without_a_bus_says_nothing_and_nothing_fails(qtbot, listening, tmp_path):
    nowhere = f"unix:path={tmp_path / 'no bus'}"
    signs, told = listening((nowhere, nowhere))
    signs.delay_sleep()
    assert (signs.session, told) == (None, [])


@pytest.mark.promise(37)
def test_where_no_session_is_known_every_lock_counts(qtbot, listening, monkeypatch):
    """Better a lock too many: a desktop that logind knows nothing of locks by itself seldom."""
    monkeypatch.setenv("XDG_SESSION_ID", "c7")
    with tempfile.TemporaryDirectory(prefix="bus") as name, desktop(Path(name), "x") as other:
        signs, told = listening((other.address, other.address))
        settled(qtbot, signs)
        assert signs.session == ""
        assert [line for line in other.heard() if "GetSession" in line] == [
            "ASKED GetSession c7",
            "ASKED GetSession auto",
        ]
        other.send("lock-other")
        qtbot.waitUntil(lambda: bool(told))
        assert told == [WhyLocked.SCREEN]


def test_only_who_listens_last_is_told(qtbot, listening, table):
    signs, first = listening()
    second = []
    signs.listen(second.append)
    settled(qtbot, signs)
    table.send("sleep")
    qtbot.waitUntil(lambda: bool(second))
    assert first == []


def settled(qtbot, signs):
    """Wait until the session is known and the bus has heard what is wanted of it."""
    qtbot.waitUntil(lambda: signs.session is not None)
    name = "org.freedesktop.DBus"
    for bus in ("xinxia system", "xinxia session"):
        ask = QDBusMessage.createMethodCall(name, "/org/freedesktop/DBus", name, "GetId")
        assert QDBusConnection(bus).call(ask).signature() == "s"
