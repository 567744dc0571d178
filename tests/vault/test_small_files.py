"""Whatever stands under the name of a small file beside a vault ends no work (promises 21, 39).

JSON nested a hundred thousand deep is no ValueError to Python, and a pipe never answers: both are
put in the place of each file that is read beside a database, in the vault and on the backup disk.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal

import pytest

from app.domain.audit import AuditKind
from app.domain.errors import VaultBusy
from app.domain.preferences import Preferences
from storage import backup_folder, backup_media, beside, generation, header, lineage, tries
from storage.doorbell import CALL, FolderDoorbell
from storage.holding import HOLDER_NAME, Holding
from storage.keeper import FolderKeeper
from storage.preferences import JsonPreferences
from storage.start_check import DAMAGED
from tests.vault.fixtures import PASSWORD, RECOVERY_TEXT

pytestmark = pytest.mark.promise(39)
DEEP = b"[" * 200_000
TREE = b'{"a":' * 200_000
OTHERS = (b"", b"null", b"[1]", b"{}", b'"\\ud800"', b"1" * 5000, b"-1e400", b"\0" * 99)

NO_TIMES = (
    "2026-03-01T09:00:00",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00",
    "9999-12-31T23:59:59+00:00",
)


@pytest.fixture(autouse=True)
def in_time():
    """End a test that waits for a pipe."""

    def late(*_):
        pytest.fail("it never answered")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def put(path, what):
    """Put something in the place of a file: bytes, a pipe or a folder."""
    path.unlink(missing_ok=True)
    if what is os.mkfifo:
        os.mkfifo(path)
    elif what is os.mkdir:
        path.mkdir()
    else:
        path.write_bytes(what)


def named(value):
    """Name what is put there."""
    return value.__name__ if callable(value) else repr(value[:8])


ANYTHING = (DEEP, TREE, *OTHERS, os.mkfifo)
anything = pytest.mark.parametrize("what", [*ANYTHING, os.mkdir], ids=named)


@anything
def test_a_lineage_that_says_nothing_is_a_new_one(place, what):
    put(place / lineage.NAME, what)
    found = lineage.read(place)
    assert found.ident
    assert found.known == ()


@pytest.mark.parametrize("there", [[], ["/v"], [None], {}])
def test_a_lineage_that_names_half_a_folder_is_that_of_another(place, there):
    said = {"lineage": "cd" * 16, "known": ["ef" * 32], "folder": there}
    put(place / lineage.NAME, json.dumps(said).encode())
    found = lineage.read(place)
    assert found.ident != "cd" * 16
    assert found.known == ()


@anything
def test_a_count_of_tries_that_says_nothing_is_none(place, clock, what):
    put(place / tries.NAME, what)
    assert tries.Tries(place, clock).wait_left() == 0.0


@anything
def test_who_holds_a_vault_without_saying_so_holds_it_all_the_same(place, what):
    held = Holding(place)
    try:
        put(place / HOLDER_NAME, what)
        with pytest.raises(VaultBusy) as said:
            Holding(place)
        assert said.value.args == VaultBusy("").args
    finally:
        held.release()


@anything
def test_a_window_that_nobody_calls_is_taken(place, what):
    put(place / CALL, what)
    first = FolderDoorbell(place)
    assert first.take()
    try:
        assert first.rung() is None
        first.ring("")
        first.answer(shown=True)
    finally:
        first.release()


@anything
def test_choices_that_cannot_be_read_are_the_first_ones(tmp_path, what):
    path = tmp_path / "preferences.json"
    put(path, what)
    assert JsonPreferences(path).load() == Preferences()


def test_choices_behind_a_link_are_read(tmp_path):
    JsonPreferences(tmp_path / "real.json").save(Preferences(language="en"))
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    assert JsonPreferences(tmp_path / "link.json").load().language == "en"


@pytest.mark.promise(21)
@pytest.mark.parametrize("what", [DEEP, TREE, os.mkfifo], ids=named)
@pytest.mark.parametrize("name", [header.NAME, header.COPY, DAMAGED, lineage.NAME, tries.NAME])
def test_a_vault_opens_whatever_lies_in_the_place_of_a_small_file(place, door, name, what):
    put(place / name, what)
    door.open_with_recovery(place, RECOVERY_TEXT).vault.close()
    door.open(place, PASSWORD).vault.close()


@pytest.mark.promise(22)
@pytest.mark.parametrize(
    ("at", "number"),
    [*((at, 1) for at in NO_TIMES), ("2026-03-01T09:00:00+00:00", 10**30)],
)
def test_a_time_or_a_number_that_nothing_takes_keeps_no_vault_shut(place, door, at, number):
    told = {"failures": 2, "boot": "b", "since": 0, "unsaid": 2, "last": at}
    put(place / tries.NAME, json.dumps(told).encode())
    there = list(lineage._place(place))
    said = {"lineage": "cd" * 16, "known": [], "folder": there, "made": [[number, at]]}
    put(place / lineage.NAME, json.dumps(said).encode())
    opened = door.open(place, PASSWORD).vault
    assert not any(one.kind is AuditKind.BACKED_UP for one in opened.audit.entries(20))
    opened.close()


@pytest.mark.parametrize("name", [header.COPY, DAMAGED, lineage.NAME])
def test_a_folder_of_such_a_name_keeps_no_vault_shut(place, door, name):
    put(place / name, os.mkdir)
    for _ in range(2):
        door.open_with_recovery(place, RECOVERY_TEXT).vault.close()


@pytest.fixture
def usb(opened, lease, clock, tmp_path, desk):
    """A backup folder with one generation and one recording."""
    desk.recording(desk.case("A-01"), os.urandom(70_000))
    keeping = FolderKeeper()
    folder = keeping.adopt(lease, tmp_path / "usb")
    keeping.back_up_folder(lease, folder, clock.now(), lambda *_: None)
    return folder


def again(usb, lease, clock):
    """Make another backup into a folder."""
    clock.pass_(86_400)
    return FolderKeeper().back_up_folder(lease, usb, clock.now(), lambda *_: None)


@pytest.mark.parametrize("what", ANYTHING, ids=named)
def test_an_index_that_says_nothing_counts_as_none(usb, lease, clock, what):
    put(usb / backup_media.FOLDER / backup_media.INDEX, what)
    assert again(usb, lease, clock).generation.number == 2


@pytest.mark.parametrize(
    "said",
    [
        {"seen": {"a.db": [1]}, "checked": {}},
        {"seen": {"a.db": [1, 1, "x"]}, "checked": {}},
        {"seen": {"a.db": [1, 1, ["a"] * 64]}, "checked": {}},
        {"seen": {}, "checked": {"../../photo": [1, 1, "2020-01-01T00:00:00+00:00"]}},
        {"seen": {}, "checked": {"a" * 64: [1, 1, "2020-01-01"]}},
        {"seen": {}, "checked": {"a" * 64: ["1", 1, "2020-01-01T00:00:00+00:00"]}},
        {"seen": {}, "checked": {"a" * 64: [1, 1, "9999-12-31T00:00:00+00:00"]}},
        {"seen": [], "checked": []},
    ],
    ids=str,
)
def test_an_index_with_a_right_sum_and_wrong_words_counts_as_none(usb, lease, clock, said):
    """Whoever can write there can make the sum right; no file elsewhere is set aside by it."""
    theirs = usb.parent / "photo.db"
    theirs.write_bytes(b"a picture of hers")
    body = json.dumps(said, sort_keys=True, separators=(",", ":")).encode()
    whole = {**said, "sha256": hashlib.sha256(body).hexdigest()}
    (usb / backup_media.FOLDER / backup_media.INDEX).write_text(json.dumps(whole))
    assert again(usb, lease, clock).generation.number == 2
    assert theirs.read_bytes() == b"a picture of hers"


@anything
def test_a_marker_that_says_nothing_is_made_up_for_by_the_newest_generation(usb, lease, what):
    put(usb / backup_folder.MARKER, what)
    assert backup_folder.owner_of(usb) == lease.vault_id


@anything
def test_a_list_that_says_nothing_is_a_generation_that_is_not_whole(usb, lease, clock, what):
    (listing,) = usb.glob(f"generations/*/{generation.LIST}")
    put(listing, what)
    (seen,) = FolderKeeper().generations(usb)
    assert not seen.whole
    assert again(usb, lease, clock).generation.number == 2


@pytest.mark.parametrize("at", NO_TIMES)
def test_a_list_with_a_right_sum_and_no_time_is_a_generation_that_is_not_whole(
    usb, lease, clock, at
):
    (listing,) = usb.glob(f"generations/*/{generation.LIST}")
    whole = json.loads(listing.read_bytes())
    whole["body"]["made_at"] = at
    del whole["sha256"]
    whole["sha256"] = hashlib.sha256(generation._json(whole)).hexdigest()
    put(listing, generation._json(whole) + b"\n")
    (seen,) = FolderKeeper().generations(usb)
    assert not seen.whole
    assert seen.made_at.tzinfo is not None
    assert again(usb, lease, clock).generation.number == 2


@pytest.mark.parametrize(
    "name",
    [
        "000009-20261399T999999Z",
        "000009-99991231T235959Z",
        "٠٠٠٠٠٩-20260301T090000Z",
        "9" * 30 + "-20260301T090000Z",
    ],
)
def test_a_folder_that_bears_no_time_of_ours_is_no_generation(usb, lease, clock, name):
    (usb / backup_folder.GENERATIONS / name).mkdir()
    assert [one.number for one in FolderKeeper().generations(usb)] == [1]
    assert again(usb, lease, clock).generation.number == 2
    assert (usb / backup_folder.GENERATIONS / name).is_dir(), "nothing of anybody else's goes"


@pytest.mark.parametrize("most", [1, 4])
def test_no_more_is_read_than_was_asked_for(tmp_path, most):
    (tmp_path / "one").write_bytes(b"1234")
    assert beside.bytes_of(tmp_path / "one", most) == b"1234"[:most]
