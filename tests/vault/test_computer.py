"""What each system shows of the computer around the vault, on file systems made for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import bootstrap
from app.domain.safeguard import Safeguard, Sight
from storage.computer_linux import LinuxComputer
from storage.computer_macos import MacComputer
from storage.computer_windows import WindowsComputer
from tests.modes import WINDOWS

LINE = "36 35 {0} / {1} rw,relatime shared:1 - {2} {3} rw\n"
pytestmark = [pytest.mark.clause("049"), pytest.mark.clause("135")]


class Fake:
    """A file system of Linux with only what is looked at."""

    def __init__(self, root):
        self.root = root

    def put(self, place, words=""):
        file = self.root / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, "utf-8")

    def mount(self, point, number="253:0", kind="ext4", source="/dev/mapper/vault"):
        place = self.root / "proc/self/mountinfo"
        before = place.read_text("utf-8") if place.exists() else "not a line of it\n"
        self.put("proc/self/mountinfo", before + LINE.format(number, point, kind, source))

    def device(self, number, uuid="", slaves=(), *, where="pci0"):
        folder = self.root / "sys/devices" / where / number
        folder.mkdir(parents=True)
        if uuid:
            self.put(folder.relative_to(self.root) / "dm/uuid", f"{uuid}\n")
        for one in slaves:
            (folder / "slaves").mkdir(exist_ok=True)
            (folder / "slaves" / one).symlink_to(self.root / "sys/dev/block" / one)
        by_number = self.root / "sys/dev/block" / number
        by_number.parent.mkdir(parents=True, exist_ok=True)
        by_number.symlink_to(folder)

    def look(self, folder="/home/shen/vault"):
        return LinuxComputer(self.root).look(Path(folder))

    def disk(self, folder="/home/shen/vault"):
        return self.look(folder)[Safeguard.DISK]

    def firewall(self):
        return self.look()[Safeguard.FIREWALL]


@pytest.fixture
def fake(tmp_path):
    if WINDOWS:
        pytest.skip("the files of Linux, with colons in their names")
    return Fake(tmp_path)


def test_nothing_is_seen_where_nothing_can_be_read(fake):
    assert fake.look() == {Safeguard.DISK: Sight.UNSEEN, Safeguard.FIREWALL: Sight.UNSEEN}


def test_the_disk_under_the_vault_counts_and_no_other(fake):
    fake.mount("/", "8:1")
    fake.mount("/home", "253:0")
    fake.mount("/home/shen/vault-of-another", "8:1")
    fake.device("8:1")
    fake.device("253:0", "CRYPT-LUKS2-6f2a")
    assert fake.disk() is Sight.ON
    assert fake.disk("/srv/vault") is Sight.OFF
    fake.mount("/home", "8:1")  # mounted over it
    assert fake.disk() is Sight.OFF


def test_a_volume_on_an_encrypted_disk_is_encrypted_and_half_of_one_is_not(fake):
    fake.device("8:2")
    fake.device("253:0", "CRYPT-LUKS2-6f2a", ["8:2"])
    fake.device("253:1", "LVM-a1", ["253:0"])
    fake.device("253:2", "LVM-a2", ["253:0", "8:2"])
    fake.device("7:0", where="virtual/block")
    fake.device("253:3", "LVM-a3", ["253:0", "7:0"])
    fake.mount("/whole", "253:1")
    fake.mount("/half", "253:2")
    fake.mount("/loop", "7:0")
    fake.mount("/partly", "253:3")
    assert fake.disk("/whole/vault") is Sight.ON
    assert fake.disk("/half/vault") is Sight.OFF
    assert fake.disk("/loop/vault") is Sight.UNSEEN
    assert fake.disk("/partly/vault") is Sight.UNSEEN


def test_a_ring_of_devices_comes_to_an_end(fake):
    fake.device("253:0", "LVM-a", ["253:0"])
    fake.mount("/", "253:0")
    assert fake.disk() is Sight.UNSEEN


def test_a_disk_is_found_by_its_name_where_its_number_is_none_of_a_device(fake):
    fake.put("sys/class/block/sda2/dm/uuid", "CRYPT-LUKS2-6f2a")
    fake.mount("/", "0:31", "btrfs", "/dev/sda2")
    fake.mount("/srv", "0:40", "btrfs", "/dev/gone")
    fake.mount("/net", "0:41", "nfs", "server:/home")
    assert fake.disk() is Sight.ON
    assert fake.disk("/srv/vault") is Sight.UNSEEN
    assert fake.disk("/net/vault") is Sight.UNSEEN


def test_a_folder_that_is_encrypted_by_itself_and_one_with_a_space(fake):
    fake.mount("/home/shen/my\\040vault", "0:50", "fuse.gocryptfs", "/home/shen/cipher")
    assert fake.disk("/home/shen/my vault") is Sight.ON


@pytest.mark.parametrize(
    ("files", "seen"),
    [
        ({"etc/ufw/ufw.conf": "# ENABLED=yes\nENABLED=yes\nLOGLEVEL=low\n"}, Sight.ON),
        ({"etc/ufw/ufw.conf": "# ENABLED=yes\nENABLED=no\n"}, Sight.OFF),
        ({"etc/ufw/ufw.conf": "LOGLEVEL=low\n"}, Sight.UNSEEN),
        ({"sys/fs/cgroup/system.slice/firewalld.service/cgroup.procs": "12"}, Sight.ON),
        (
            {
                "etc/ufw/ufw.conf": "ENABLED=no\n",
                "etc/systemd/system/sysinit.target.wants/nftables.service": "",
                "etc/nftables.conf": "table inet filter { chain input { policy drop; } }",
            },
            Sight.ON,
        ),
        (
            {
                "etc/systemd/system/sysinit.target.wants/nftables.service": "",
                "etc/nftables.conf": "# policy drop\nchain input { policy accept; }",
            },
            Sight.UNSEEN,
        ),
        ({"etc/nftables.conf": "policy drop;"}, Sight.UNSEEN),
    ],
)
def test_a_firewall_is_seen_in_its_files(fake, files, seen):
    for place, words in files.items():
        fake.put(place, words)
    assert fake.firewall() is seen


@pytest.mark.parametrize(
    ("platform", "kind"),
    [("win32", WindowsComputer), ("darwin", MacComputer), ("linux", LinuxComputer)],
)
def test_every_system_has_one_and_elsewhere_everything_is_asked(
    tmp_path, monkeypatch, platform, kind
):
    bootstrap.computer.cache_clear()
    monkeypatch.setattr("sys.platform", platform)
    computer = bootstrap.computer()
    bootstrap.computer.cache_clear()
    assert isinstance(computer, kind)
    if platform != "linux":
        assert computer.look(tmp_path) == {}


def test_this_computer_can_be_looked_at(tmp_path):
    found = LinuxComputer().look(tmp_path)
    assert set(found) == {Safeguard.DISK, Safeguard.FIREWALL}
    assert set(found.values()) <= set(Sight)
