"""The clock of this computer."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """Tells wall time in UTC, and time since boot that nobody can set."""

    def now(self) -> datetime:
        """Return the current time, aware, in UTC."""
        return datetime.fromtimestamp(time.time(), UTC)

    def since_boot(self) -> tuple[str, float]:
        """Return an identity of this boot and seconds that count sleep where the system can.

        Where no boot identity exists, wall time less uptime stands in for it: a changed clock then
        looks like another boot, which starts a pause anew rather than ending it.
        """
        if hasattr(time, "CLOCK_BOOTTIME") and _BOOT_ID.exists():
            return _BOOT_ID.read_text("ascii").strip(), time.clock_gettime(time.CLOCK_BOOTTIME)
        running = time.monotonic()
        return f"since {round((time.time() - running) / 60)}", running
