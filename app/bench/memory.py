"""The largest memory that this process has had, on each system as the system tells it."""

from __future__ import annotations

import ctypes
import sys
from typing import Final

_KIB: Final = 1024


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of Windows; its sizes are in bytes."""

    _fields_ = (
        ("cb", ctypes.c_uint32),
        ("page_faults", ctypes.c_uint32),
        *((name, ctypes.c_size_t) for name in ("peak", "working", "a", "b", "c", "d", "e", "f")),
    )


def peak_kib() -> int:
    """Return the largest memory so far, in KiB."""
    if sys.platform == "win32":
        return _windows_peak() // _KIB
    import resource  # noqa: PLC0415 - not there on Windows

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // _KIB if sys.platform == "darwin" else most


def _windows_peak() -> int:
    """Return the peak of the working set in bytes; 0 where Windows does not tell."""
    kernel = ctypes.CDLL("kernel32")
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.K32GetProcessMemoryInfo.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32)
    told = _Counters(cb=ctypes.sizeof(_Counters))
    found = kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), ctypes.byref(told), told.cb)
    return int(told.peak) if found else 0
