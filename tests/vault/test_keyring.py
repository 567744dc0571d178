"""The system's keyring: a real one, each way in which it fails, and what it may never become."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from types import SimpleNamespace

import pytest
from keyring.util.platform_ import config_root

from app.domain.errors import DiskFull, KeyringFailed, WrongPassword
from app.domain.proof import Proof
from app.services import keyring, vaults
from storage import header, keeper, keychain
from tests.house.tree import ROOT
from tests.vault.fixtures import PASSWORD, RECOVERY_TEXT

pytestmark = [pytest.mark.promise(24), pytest.mark.clause("044")]

PAPER = Proof(RECOVERY_TEXT, recovery=True)
real = pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="needs the Debian packages gnome-keyring and dbus",
)


def played(scene, place):
    """Play a scene of the driver in a session of its own and return what it saw."""
    surroundings = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PYTHON_KEYRING_BACKEND", "DISPLAY", "WAYLAND_DISPLAY"}
    }
    done = subprocess.run(
        [
            "dbus-run-session",
            "--",
            sys.executable,
            "-m",
            "tests.vault.keyring_driver",
            scene,
            place,
        ],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout.splitlines()[-1])


# A real gnome-keyring.


@real
def test_a_real_keyring_keeps_a_secret_encrypted_and_gives_it_out_once(place):
    said = played("round_trip", place)
    assert said["files"] >= 1
    assert said["clear"] == []
    assert said["taken"] == "5ec7e7" * 10
    assert said["again"] is None


@real
@pytest.mark.promise(14)
@pytest.mark.clause("050")
def test_the_keyring_opens_once_after_a_start_and_never_after_a_lock(place):
    assert played("story", place) == {
        "before": ["empty", True],
        "offered": True,
        "same start": ["spent", True],
        "settled": True,
        "settled by keyring": True,
        "after a lock": ["empty", True],
        "kinds": ["unlocked with the keyring"],
        "offered after": False,
        "after off": ["empty", True],
    }


@real
@pytest.mark.promise(19)
def test_every_failure_of_a_keyring_is_over_in_five_seconds_and_the_password_opens(place):
    assert played("failures", place) == {
        "locked": ["locked", True],
        "hanging": ["silent", True],
        "other login password": ["locked", True],
        "no bus": ["absent", True],
        "dead bus": ["absent", True],
        "fail.Keyring": ["absent", True],
        "null.Keyring": ["absent", True],
        "chainer.ChainerBackend": ["absent", True],
        "plaintext": ["absent", True],
        "settled": False,
        "name after": "",
        "after": ["empty", True],
    }


# Without one.


class Ring:
    """A keyring in memory, which can be told to fail."""

    def __init__(self):
        self.kept, self.failing = {}, ""

    def keep(self, name, secret):
        self._fail()
        self.kept[name] = secret

    def take(self, name):
        self._fail()
        return self.kept.pop(name, None)

    def _fail(self):
        if self.failing:
            raise KeyringFailed(self.failing)


@pytest.fixture
def ring():
    return Ring()


def test_a_keyring_that_gives_nothing_back_is_never_switched_on(place, opened, clock):
    class Null(Ring):
        def keep(self, name, secret):
            """Keep nothing, as the null keyring does."""

    before = (place / header.NAME).read_bytes()
    with pytest.raises(KeyringFailed):
        keyring.switch_on(opened, Null(), clock, PAPER)
    assert (place / header.NAME).read_bytes() == before
    assert opened.settings.keyring() == ("", False)


def test_switching_on_needs_her_password(place, opened, clock, ring):
    before = (place / header.NAME).read_bytes()
    with pytest.raises(WrongPassword):
        keyring.switch_on(opened, ring, clock, Proof("nicht dieses Wort"))
    assert (place / header.NAME).read_bytes() == before
    assert ring.kept == {}


def test_a_disk_without_room_leaves_it_off(opened, clock, ring, monkeypatch):
    def full(*_, **__):
        raise DiskFull

    monkeypatch.setattr(opened.settings, "remember_keyring", full)
    with pytest.raises(DiskFull):
        keyring.switch_on(opened, ring, clock, PAPER)
    assert opened.ways.keyring_name() == ""


def test_a_closing_that_fails_to_leave_a_ticket_is_still_one(opened, door, clock, ring):
    here = keyring.switch_on(opened, ring, clock, PAPER)
    ring.failing = "silent"
    keyring.deposit(opened, ring, clock, here)
    opened.close()
    ring.failing = ""
    with pytest.raises(KeyringFailed) as refused:
        keyring.unlock(door, ring, clock, opened.folder)
    assert refused.value.reason == "empty"
    door.open(opened.folder, PASSWORD).vault.close()


@pytest.mark.parametrize("kept", ["", "zweiter start nothex", "other 00", f"other {'0' * 64}"])
def test_a_ticket_that_was_forged_opens_nothing_and_counts_no_try(opened, door, clock, ring, kept):
    here = keyring.switch_on(opened, ring, clock, PAPER)
    opened.close()
    for _ in range(5):
        ring.kept[here] = kept
        with pytest.raises(KeyringFailed) as refused:
            keyring.unlock(door, ring, clock, opened.folder)
        assert refused.value.reason == "changed"
    assert door.wait_left(opened.folder) == 0


@pytest.mark.promise(19)
def test_a_copy_on_another_computer_leaves_nothing_in_its_keyring(
    opened, door, clock, ring, tmp_path
):
    keyring.switch_on(opened, ring, clock, PAPER)
    keeper.FolderKeeper().back_up(opened, tmp_path / "backup")
    keeper.FolderKeeper().restore(tmp_path / "backup", tmp_path / "there")
    there = Ring()
    one = door.open(tmp_path / "there", PASSWORD).vault
    keyring.deposit(one, there, clock, "")
    assert keyring.settle(one, there, clock, "")
    assert not keyring.offered(door, tmp_path / "there", "")
    one.close()
    assert there.kept == {}


@pytest.mark.promise(24)
def test_the_ticket_of_a_vault_does_not_open_its_restored_copy_after_a_lock(
    opened, door, clock, ring, tmp_path
):
    """The copy is of a time when no ticket was out; it has the slot that the ticket opens."""
    here = keyring.switch_on(opened, ring, clock, PAPER)
    keeper.FolderKeeper().back_up(opened, tmp_path / "backup")
    keeper.FolderKeeper().restore(tmp_path / "backup", tmp_path / "copy")
    keyring.deposit(opened, ring, clock, here)
    vaults.lock(opened, clock, None)
    copy = door.open_with_recovery(tmp_path / "copy", RECOVERY_TEXT).vault
    assert keyring.settle(copy, ring, clock, here)
    assert ring.kept == {}
    vaults.lock(copy, clock, None)
    clock.boot = "second boot"
    with pytest.raises(KeyringFailed) as refused:
        keyring.unlock(door, ring, clock, tmp_path / "copy")
    assert refused.value.reason == "empty"


@pytest.mark.parametrize("silent", [False, True])
def test_a_damaged_vault_leaves_no_ticket_either(opened, door, clock, ring, silent):
    here = keyring.switch_on(opened, ring, clock, PAPER)
    keyring.deposit(opened, ring, clock, here)
    opened.close()
    one = door.open(opened.folder, PASSWORD, only_read=True).vault
    ring.failing = "silent" if silent else ""
    assert keyring.settle(one, ring, clock, here) is not silent
    assert not ring.kept or one.ways.keyring_name() == ""
    one.close()


def test_the_secret_is_in_no_file_in_clear(opened, clock, ring):
    here = keyring.switch_on(opened, ring, clock, PAPER)
    secret, out = opened.settings.keyring()
    keyring.deposit(opened, ring, clock, here)
    assert ring.kept[here] == f"{clock.boot} {secret}"
    assert not out
    for path in opened.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert secret.encode() not in data
            assert bytes.fromhex(secret) not in data


def test_a_damaged_header_offers_no_keyring(opened, door, clock, ring):
    here = keyring.switch_on(opened, ring, clock, PAPER)
    opened.close()
    for name in (header.NAME, header.COPY):
        (opened.folder / name).write_bytes(b"x")
    assert not keyring.offered(door, opened.folder, here)


# The adapter, with each system faked.


def ring_class(**methods):
    class Backend:
        priority = 5

        def __init__(self):
            self.kept = {}

        def get_password(self, service, name):
            return self.kept.get((service, name))

        def set_password(self, service, name, secret):
            self.kept[service, name] = secret

        def delete_password(self, service, name):
            del self.kept[service, name]

    for name, method in methods.items():
        setattr(Backend, name, method)
    return Backend


def with_backend(monkeypatch, platform, made):
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    module, _, name = keychain.BACKENDS[platform].rpartition(".")
    asked = []

    def imported(wanted):
        asked.append(wanted)
        return SimpleNamespace(**{name: made})

    monkeypatch.setattr(keychain.importlib, "import_module", imported)
    return asked, module


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_each_system_has_one_keyring_and_no_other_is_asked(monkeypatch, platform):
    one = ring_class()()
    asked, module = with_backend(monkeypatch, platform, type("B", (), {"priority": 5}))
    monkeypatch.setattr(keychain, "backend", lambda _: one)
    chain = keychain.SystemKeychain(platform=platform)
    chain.keep("v", "secret")
    assert one.kept == {("xinxia", "v"): "secret"}
    assert chain.take("v") == "secret"
    assert chain.take("v") is None
    monkeypatch.undo()
    asked, module = with_backend(monkeypatch, platform, ring_class())
    assert keychain.backend(platform)
    assert asked == [module]


@pytest.mark.parametrize("platform", ["freebsd14", "cygwin"])
def test_an_unknown_system_has_none(monkeypatch, platform):
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    with pytest.raises(KeyringFailed) as refused:
        keychain.SystemKeychain(platform=platform).take("v")
    assert refused.value.reason == "absent"


def test_a_keyring_that_says_it_is_none_is_none(monkeypatch):
    with_backend(monkeypatch, "linux", ring_class(priority=0))
    with pytest.raises(KeyringFailed):
        keychain.backend("linux")


@pytest.mark.parametrize(
    ("written", "allowed"),
    [
        ("[backend]\ndefault-keyring=keyring.backends.null.Keyring", False),
        ("[backend]\ndefault-keyring=keyrings.alt.file.PlaintextKeyring", False),
        ("[backend]\ndefault-keyring=keyring.backends.SecretService.Keyring", True),
        ("[backend]\nkeyring-path=/somewhere/of/theirs", True),
        ("not a file of settings", True),
    ],
)
def test_a_choice_in_keyrings_own_settings_is_respected_and_loads_nothing(
    monkeypatch, home, written, allowed
):
    config_root().mkdir(parents=True)
    (config_root() / "keyringrc.cfg").write_text(written)
    asked, module = with_backend(monkeypatch, "linux", ring_class())
    paths = list(sys.path)
    if allowed:
        assert keychain.backend("linux")
    else:
        with pytest.raises(KeyringFailed):
            keychain.backend("linux")
    assert asked == ([module] if allowed else [])
    assert sys.path == paths


def test_a_secret_that_cannot_be_taken_away_is_not_given_out(monkeypatch):
    stuck = ring_class(delete_password=lambda *_: None)()
    stuck.set_password("xinxia", "v", "secret")
    monkeypatch.setattr(keychain, "backend", lambda _: stuck)
    with pytest.raises(KeyringFailed) as refused:
        keychain.SystemKeychain().take("v")
    assert refused.value.reason == "locked"


def test_a_keyring_that_hangs_is_left_behind_and_holds_no_program_up(monkeypatch):
    held = threading.Event()
    hanging = ring_class(get_password=lambda *_: held.wait(60))()
    monkeypatch.setattr(keychain, "backend", lambda _: hanging)
    began = time.monotonic()
    with pytest.raises(KeyringFailed) as refused:
        keychain.SystemKeychain(seconds=0.2).take("v")
    assert refused.value.reason == "silent"
    assert time.monotonic() - began < 2
    left = [one for one in threading.enumerate() if one.name == "keyring"]
    assert left
    assert all(one.daemon for one in left)
    held.set()
    for one in left:
        one.join()


@pytest.mark.parametrize("error", [RuntimeError, KeyError, OSError, ValueError, SystemExit])
def test_whatever_a_keyring_raises_is_one_refusal(monkeypatch, error):
    def raising(*_):
        raise error("anything")

    monkeypatch.setattr(keychain, "backend", lambda _: ring_class(get_password=raising)())
    with pytest.raises(KeyringFailed) as refused:
        keychain.SystemKeychain().take("v")
    assert refused.value.reason == "absent"
