"""What macOS says of whoever sits in front of it: that the screen is locked or covered.

These are notifications between programs, read through Core Foundation, which needs no other
package. Sleep and another user's turn come with them where macOS asks for the password then; where
it does not, the idle clock locks. Written after Apple's documentation and tested with the platform
faked; not run on macOS.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, Final

from app.domain.lock import WhyLocked

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES: Final = ("com.apple.screenIsLocked", "com.apple.screensaver.didstart")
_LIBRARY: Final = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
_UTF_8: Final = 0x08000100  # kCFStringEncodingUTF8
_AT_ONCE: Final = 4  # CFNotificationSuspensionBehaviorDeliverImmediately
CALLBACK: Final = ctypes.CFUNCTYPE(None, *(ctypes.c_void_p,) * 5)


class MacSigns:
    """Hears notifications on the run loop that Qt's window runs on; implements `SystemSigns`."""

    def __init__(self, system: Any = None) -> None:  # noqa: ANN401 - a library of C
        """`system` is Core Foundation, for a test; else the one of this computer."""
        self._system = system
        self._told: Callable[[WhyLocked], None] | None = None
        self._callback = CALLBACK(self._heard)  # held: the system keeps only its address

    def listen(self, told: Callable[[WhyLocked], None]) -> None:
        """Listen from now on; a second call changes only who is told."""
        listening, self._told = self._told is not None, told
        if listening:
            return
        system = self._system or ctypes.CDLL(_LIBRARY)
        system.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
        system.CFStringCreateWithCString.restype = ctypes.c_void_p
        center = ctypes.c_void_p(system.CFNotificationCenterGetDistributedCenter())
        for name in NAMES:
            made = system.CFStringCreateWithCString(None, name.encode(), _UTF_8)
            system.CFNotificationCenterAddObserver(
                center, None, self._callback, ctypes.c_void_p(made), None, _AT_ONCE
            )

    def delay_sleep(self) -> None:
        """Nothing: macOS is not asked to wait."""

    def _heard(self, *_told: object) -> None:
        if self._told is not None:
            self._told(WhyLocked.SCREEN)
