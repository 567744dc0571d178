"""What Linux shows of the computer around the vault in plain files; nothing is run (clause 049).

The disk: the mount under the vault, and whether the device below it is one of dm-crypt, through as
many layers as there are. The firewall: ufw's own file, or a service that systemd has running or
starts. A lock of the screen and the password of the login stand in no file one can rely on: these
are asked.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.domain.safeguard import Safeguard, Sight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SECRET_KINDS: Final = frozenset({"ecryptfs", "fuse.gocryptfs", "fuse.cryfs", "fuse.encfs"})
_ESCAPED: Final = re.compile(r"\\([0-7]{3})")
_LAYERS: Final = 12
_UFW_ON: Final = re.compile(r"^\s*ENABLED\s*=\s*[\"']?yes", re.MULTILINE | re.IGNORECASE)
_UFW_OFF: Final = re.compile(r"^\s*ENABLED\s*=\s*[\"']?no", re.MULTILINE | re.IGNORECASE)
_REFUSES: Final = re.compile(r"^[^#\n]*\b(?:drop|reject)\b", re.MULTILINE)
_WANTS: Final = ("multi-user.target.wants", "sysinit.target.wants", "basic.target.wants")


class LinuxComputer:
    """The `Computer` of Linux; `root` is where its file system begins."""

    def __init__(self, root: Path = Path("/")) -> None:
        self._root = root

    def look(self, folder: Path) -> Mapping[Safeguard, Sight]:
        """Return what is seen of the disk under `folder`, and of the firewall."""
        return {Safeguard.DISK: self._disk(folder), Safeguard.FIREWALL: self._firewall()}

    # The disk.

    def _disk(self, folder: Path) -> Sight:
        """Return whether the disk under `folder` is encrypted, as far as the kernel shows it."""
        mount = self._mount_of(os.path.realpath(folder))
        if mount is None:
            return Sight.UNSEEN
        number, kind, source = mount
        if kind in _SECRET_KINDS:
            return Sight.ON
        device = self._device(number, source)
        return Sight.UNSEEN if device is None else _of_device(device, _LAYERS)

    def _mount_of(self, folder: str) -> tuple[str, str, str] | None:
        """Return number, kind and source of the mount that `folder` lies on, or None."""
        best: tuple[int, tuple[str, str, str]] | None = None
        for number, point, kind, source in self._mounts():
            inside = point in {"/", folder} or folder.startswith(f"{point}/")
            # A later mount over the same place hides the one before it.
            if inside and (best is None or len(point) >= best[0]):
                best = len(point), (number, kind, source)
        return best[1] if best else None

    def _mounts(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield number, place, kind and source of every mount (proc(5), mountinfo)."""
        for line in self._read("proc/self/mountinfo").splitlines():
            before, dash, after = line.partition(" - ")
            front, back = before.split(), after.split()
            if dash and len(front) > 4 and len(back) > 1:  # noqa: PLR2004 - the columns of proc(5)
                yield front[2], _plain(front[4]), back[0], _plain(back[1])

    def _device(self, number: str, source: str) -> Path | None:
        """Return the folder in /sys of a block device, by its number or else by its name."""
        by_number = self._root / "sys/dev/block" / number
        if by_number.exists():
            return by_number
        # btrfs gives a number of its own to every subvolume.
        if not source.startswith("/dev/"):
            return None
        name = (self._root / source.lstrip("/")).resolve().name
        by_name = self._root / "sys/class/block" / name
        return by_name if by_name.exists() else None

    # The firewall.

    def _firewall(self) -> Sight:
        """Return whether a firewall is on; `OFF` only where ufw itself says so."""
        ufw = self._read("etc/ufw/ufw.conf")
        others = self._runs("firewalld") or (
            self._starts("nftables") and bool(_REFUSES.search(self._read("etc/nftables.conf")))
        )
        if others or _UFW_ON.search(ufw):
            return Sight.ON
        return Sight.OFF if _UFW_OFF.search(ufw) else Sight.UNSEEN

    def _runs(self, service: str) -> bool:
        """Return whether systemd has a service running now."""
        return self._there(f"sys/fs/cgroup/system.slice/{service}.service")

    def _starts(self, service: str) -> bool:
        """Return whether systemd starts a service by itself."""
        return any(self._there(f"etc/systemd/system/{one}/{service}.service") for one in _WANTS)

    def _there(self, place: str) -> bool:
        return os.path.lexists(self._root / place)

    def _read(self, place: str) -> str:
        """Return a file's words, nothing where it cannot be read."""
        return _words(self._root / place)


def _of_device(device: Path, layers: int) -> Sight:
    """Return whether a device is encrypted, or all of what it is made of is (LVM, RAID)."""
    if _words(device / "dm" / "uuid").startswith("CRYPT-"):
        return Sight.ON
    below = _below(device)
    if not below:
        # A loop device or the like: what it lies on is not told here.
        return Sight.UNSEEN if "virtual" in device.resolve().parts else Sight.OFF
    found = {_of_device(one, layers - 1) for one in below} if layers else {Sight.UNSEEN}
    weakest = (one for one in (Sight.OFF, Sight.UNSEEN) if one in found)
    return next(weakest, Sight.ON)


def _below(device: Path) -> list[Path]:
    """Return what a device is made of."""
    try:
        return sorted((device / "slaves").iterdir())
    except OSError:
        return []


def _words(place: Path) -> str:
    try:
        return place.read_text("utf-8", "replace")
    except OSError:
        return ""


def _plain(word: str) -> str:
    """Return a word of mountinfo without its octal escapes."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), word)
