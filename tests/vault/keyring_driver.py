"""Runs under `dbus-run-session` with a real gnome-keyring, and prints what it saw as JSON.

`python -m tests.vault.keyring_driver SCENE FOLDER`; the folder holds a closed vault.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import secretstorage

from app.domain.errors import KeyringFailed
from app.domain.proof import Proof
from app.services import keyring, vaults, ways_in
from storage.keychain import SystemKeychain
from storage.vault import FolderDoor
from tests.vault.fixtures import PASSWORD, RECOVERY_TEXT, HandClock, floor

LOGIN = "login password of the computer"
PAPER = Proof(RECOVERY_TEXT, recovery=True)


class Daemon:
    """A gnome-keyring of this session's own."""

    def __init__(self, password: str = LOGIN) -> None:
        self.process = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.process.stdin.write(password.encode())
        self.process.stdin.close()
        wait_for_service()

    def end(self) -> None:
        """End it, as a log-out does."""
        self.process.terminate()
        self.process.wait()


def wait_for_service() -> None:
    """Wait until the session has a keyring."""
    limit = time.monotonic() + 20
    while time.monotonic() < limit:
        with closing(secretstorage.dbus_init()) as bus:
            if secretstorage.check_service_availability(bus):
                return
    raise TimeoutError("no keyring came up")


def lock() -> None:
    """Lock the keyring in mid-session."""
    with closing(secretstorage.dbus_init()) as bus:
        secretstorage.get_default_collection(bus).lock()


def timed(work) -> list:
    """Return what came of it, or the reason of the refusal, and whether that took under 5 s."""
    began = time.monotonic()
    try:
        said = work()
    except KeyringFailed as failed:
        said = failed.reason
    return [said, time.monotonic() - began < 5]


def round_trip(_: Path) -> dict:
    """Keep, look at the disk, come again in a second session with the same password, take."""
    daemon, ring = Daemon(), SystemKeychain()
    secret = "5ec7e7" * 10
    ring.keep("a vault", secret)
    ring.keep("a vault", secret)
    files = [one for one in Path.home().rglob("*.keyring") if one.is_file()]
    clear = [one.name for one in files if secret.encode() in one.read_bytes()]
    daemon.end()
    daemon = Daemon()
    told = {"files": len(files), "clear": clear, "taken": ring.take("a vault")}
    told["again"] = ring.take("a vault")
    daemon.end()
    return told


def story(place: Path) -> dict:
    """Switch on; close; start the computer anew; open; lock; password; change it; switch off."""
    daemon, ring, clock = Daemon(), SystemKeychain(), HandClock()
    door, said = FolderDoor(clock, floor), {}

    def by_keyring():
        return keyring.unlock(door, ring, clock, place).vault

    def attempt():
        return timed(lambda: by_keyring().close())

    said["before"] = attempt()
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    here = keyring.switch_on(one, ring, clock, PAPER)
    said["offered"] = keyring.offered(door, place, here)
    keyring.deposit(one, ring, clock, here)
    vaults.lock(one, clock, None)
    said["same start"] = attempt()  # spent, and taken out with it

    one = vaults.unlock_with_recovery(door, clock, place, RECOVERY_TEXT).vault
    said["settled"] = keyring.settle(one, ring, clock, here)
    keyring.deposit(one, ring, clock, here)
    vaults.lock(one, clock, None)
    clock.boot = "second boot"
    one = by_keyring()
    said["settled by keyring"] = keyring.settle(one, ring, clock, here)
    ways_in.change_password(one, clock, PAPER, "neues langes Wort 7")
    vaults.lock(one, clock, None)  # locked, not closed: no ticket
    clock.boot = "third boot"
    said["after a lock"] = attempt()

    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    keyring.deposit(one, ring, clock, here)
    vaults.lock(one, clock, None)
    clock.boot = "fourth boot"
    one = by_keyring()  # the password was changed in between
    kinds = [line.kind.value for line in one.audit.entries(limit=1)]
    keyring.switch_off(one, clock)
    keyring.deposit(one, ring, clock, here)
    vaults.lock(one, clock, None)
    said["kinds"], said["offered after"] = kinds, keyring.offered(door, place, here)
    said["after off"] = attempt()
    daemon.end()
    return said


def failures(place: Path) -> dict:
    """Each way in which a keyring fails, with the time it took."""
    clock, ring = HandClock(), SystemKeychain()
    door, said = FolderDoor(clock, floor), {}
    daemon = Daemon()
    one = door.open_with_recovery(place, RECOVERY_TEXT).vault
    here = keyring.switch_on(one, ring, clock, PAPER)
    keyring.deposit(one, ring, clock, here)
    one.close()
    clock.boot = "second boot"

    def attempt():
        return timed(lambda: keyring.unlock(door, ring, clock, place))

    lock()
    said["locked"] = attempt()
    os.kill(daemon.process.pid, signal.SIGSTOP)
    said["hanging"] = attempt()
    os.kill(daemon.process.pid, signal.SIGCONT)
    daemon.end()
    daemon = Daemon("another login password")
    said["other login password"] = attempt()
    daemon.end()
    bus = os.environ.pop("DBUS_SESSION_BUS_ADDRESS")
    said["no bus"] = attempt()
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"
    said["dead bus"] = attempt()
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus
    daemon = Daemon()
    for name in ("fail.Keyring", "null.Keyring", "chainer.ChainerBackend"):
        os.environ["PYTHON_KEYRING_BACKEND"] = f"keyring.backends.{name}"
        said[name] = attempt()
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyrings.alt.file.PlaintextKeyring"
    said["plaintext"] = attempt()
    del os.environ["PYTHON_KEYRING_BACKEND"]
    # The ticket lies in a keyring that is locked now: the password opens, and the slot goes.
    lock()
    one = door.open(place, PASSWORD).vault
    said["settled"] = keyring.settle(one, ring, clock, here)
    said["name after"] = one.ways.keyring_name()
    one.close()
    said["after"] = attempt()
    daemon.end()
    return said


if __name__ == "__main__":
    scenes = {"round_trip": round_trip, "story": story, "failures": failures}
    sys.stdout.write(json.dumps(scenes[sys.argv[1]](Path(sys.argv[2]))))
