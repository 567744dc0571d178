"""Windows and macOS behind the same port, with the platform faked: neither was run."""

from __future__ import annotations

import ctypes
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.lock import WhyLocked
from ui.signs_macos import CALLBACK, NAMES, MacSigns
from ui.signs_windows import Message, WindowsSigns

GENERIC = b"windows_generic_MSG"


class WindowsLibrary:
    """Stands for wtsapi32."""

    def __init__(self):
        self.asked = []

    def WTSRegisterSessionNotification(self, window, which):
        self.asked.append((window.value, which))
        return 1


@pytest.fixture
def windows(qtbot):
    """The adapter with a window, what it told, and what it asked of Windows."""
    window, library, told = QWidget(), WindowsLibrary(), []
    qtbot.addWidget(window)
    signs = WindowsSigns(window, library)
    signs.listen(told.append)
    yield SimpleNamespace(signs=signs, window=window, library=library, told=told)
    QCoreApplication.instance().removeNativeEventFilter(signs)


def message(kind, word):
    return Message(None, kind, word)


@pytest.mark.promise(37)
@pytest.mark.parametrize(
    ("kind", "word", "why"),
    [
        (0x02B1, 7, WhyLocked.SCREEN),
        (0x02B1, 2, WhyLocked.SWITCH),
        (0x02B1, 4, WhyLocked.SWITCH),
        (0x02B1, 6, WhyLocked.SHUTDOWN),
        (0x0218, 4, WhyLocked.SLEEP),
    ],
)
def test_windows_tells_its_signs(windows, kind, word, why):
    sent = message(kind, word)
    passed_on = windows.signs.nativeEventFilter(GENERIC, ctypes.addressof(sent))
    assert passed_on == (False, 0)
    assert windows.told == [why]


@pytest.mark.promise(37)
@pytest.mark.parametrize(
    ("name", "kind", "word"),
    [
        (GENERIC, 0x02B1, 8),  # the session was unlocked
        (GENERIC, 0x0218, 7),  # the computer woke up
        (GENERIC, 0x0100, 7),  # a key
        (b"xcb_generic_event_t", 0x02B1, 7),
    ],
)
def test_windows_is_silent_otherwise(windows, name, kind, word):
    sent = message(kind, word)
    assert windows.signs.nativeEventFilter(name, ctypes.addressof(sent)) == (False, 0)
    assert windows.told == []


def test_windows_is_asked_once_for_this_session_alone(windows):
    later = []
    windows.signs.listen(later.append)
    windows.signs.delay_sleep()
    assert windows.library.asked == [(int(windows.window.winId()), 0)]
    sent = message(0x02B1, 7)
    windows.signs.nativeEventFilter(GENERIC, ctypes.addressof(sent))
    assert (windows.told, later) == ([], [WhyLocked.SCREEN])


class MacLibrary:
    """Stands for Core Foundation: text is a number, and what was observed is kept."""

    def __init__(self):
        self.texts, self.observed = {}, []
        self.CFNotificationCenterGetDistributedCenter = self._function(lambda: 11)
        self.CFStringCreateWithCString = self._function(self._text)
        self.CFNotificationCenterAddObserver = self._function(self._observe)

    @staticmethod
    def _function(act):
        class Function:
            restype = None

            def __call__(self, *words):
                return act(*words)

        return Function()

    def _text(self, _allocator, raw, _encoding):
        self.texts[len(self.texts) + 1] = raw.decode()
        return len(self.texts)

    def _observe(self, center, _who, callback, name, _object, _when):
        self.observed.append((center.value, self.texts[name.value], callback))


@pytest.mark.promise(37)
def test_macos_tells_that_the_screen_is_locked_or_covered():
    library, told, later = MacLibrary(), [], []
    signs = MacSigns(library)
    signs.listen(told.append)
    assert [(center, name) for center, name, _ in library.observed] == [(11, one) for one in NAMES]
    for _, _, callback in library.observed:
        assert isinstance(callback, CALLBACK)
        callback(None, None, None, None, None)
    assert told == [WhyLocked.SCREEN] * 2
    signs.delay_sleep()
    signs.listen(later.append)
    assert len(library.observed) == len(NAMES)
    library.observed[0][2](None, None, None, None, None)
    assert (len(told), later) == (2, [WhyLocked.SCREEN])


def test_macos_is_silent_until_somebody_listens():
    signs = MacSigns(MacLibrary())
    signs._heard()
