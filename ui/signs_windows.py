"""What Windows says of whoever sits in front of it: the messages of its sessions and its power.

Written after the documentation of Win32 and tested with the platform faked; not run on Windows.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

from app.domain.lock import WhyLocked

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_SESSION_CHANGE: Final = 0x02B1  # WM_WTSSESSION_CHANGE
_POWER: Final = 0x0218  # WM_POWERBROADCAST
_THIS_SESSION: Final = 0  # NOTIFY_FOR_THIS_SESSION
SIGNS: Final = {
    (_SESSION_CHANGE, 0x2): WhyLocked.SWITCH,  # WTS_CONSOLE_DISCONNECT
    (_SESSION_CHANGE, 0x4): WhyLocked.SWITCH,  # WTS_REMOTE_DISCONNECT
    (_SESSION_CHANGE, 0x6): WhyLocked.SHUTDOWN,  # WTS_SESSION_LOGOFF
    (_SESSION_CHANGE, 0x7): WhyLocked.SCREEN,  # WTS_SESSION_LOCK
    (_POWER, 0x4): WhyLocked.SLEEP,  # PBT_APMSUSPEND
}


class Message(ctypes.Structure):
    """The beginning of `MSG` of Win32; what follows is not read."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("kind", ctypes.c_uint),
        ("word", ctypes.c_size_t),
    )


class WindowsSigns(QAbstractNativeEventFilter):
    """Reads the messages that Windows sends the window; implements `SystemSigns`.

    Windows waits about two seconds for an answer to the message that it is about to sleep, which
    is why nothing has to be asked for to delay it.
    """

    def __init__(self, window: QWidget, system: ctypes.CDLL | None = None) -> None:
        """`system` is the library `wtsapi32`, for a test; else the one of this computer."""
        super().__init__()
        self._window, self._system = window, system
        self._told: Callable[[WhyLocked], None] | None = None

    def listen(self, told: Callable[[WhyLocked], None]) -> None:
        """Listen from now on; a second call changes only who is told."""
        listening, self._told = self._told is not None, told
        application = QCoreApplication.instance()
        if listening or application is None:
            return
        system = self._system or ctypes.CDLL("wtsapi32")
        handle = ctypes.c_void_p(int(self._window.winId()))
        system.WTSRegisterSessionNotification(handle, _THIS_SESSION)
        application.installNativeEventFilter(self)

    def delay_sleep(self) -> None:
        """Nothing: see above."""

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Tell a sign; pass every message on."""
        if QByteArray(kind) == b"windows_generic_MSG" and self._told is not None:
            found = Message.from_address(int(message))
            why = SIGNS.get((found.kind, found.word))
            if why is not None:
                self._told(why)
        return False, 0
