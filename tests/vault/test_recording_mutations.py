"""Whatever is done to the file of a recording: no wrong byte, no wait, and the vault goes on.

`test_recordings.py` does each thing once and everywhere; here hypothesis does any of them, some at
once, before a reader is opened and under one that reads.
"""

from __future__ import annotations

import re
import signal
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import RecordingDamaged, RecordingMissing
from storage.media import CHUNK_BYTES, PAGE_BYTES
from tests.modes import WINDOWS
from tests.vault.fixtures import PASSWORD
from tests.vault.test_recordings import (
    DATA,
    everything,
    never_wrong,
    path_of,
    sound,
    store,
    stored,
)

__all__ = ["stored"]
LONGEST = 2.0
"""So many seconds may pass until a reader answered, whatever it was given (promise 40)."""
PLAYERS = re.compile(
    r"^\s*(?:from|import)\b.*\b(?:QtMultimedia\w*|av|cv2|pydub|soundfile|wave|pyaudio)\b",
    re.MULTILINE,
)
ROOMS = ("app", "ui", "storage", "reports")
SIZE = (len(DATA) // CHUNK_BYTES + 3) * PAGE_BYTES
PLACES = st.integers(0, SIZE) | st.integers(0, SIZE // PAGE_BYTES).map(lambda n: n * PAGE_BYTES)
LENGTHS = st.integers(1, 200) | st.sampled_from([4096, PAGE_BYTES, 2 * PAGE_BYTES])
FILES = ("-journal", "-wal", "-shm")


@dataclass(frozen=True)
class Mutation:
    """One thing done to a file: `what`, from `at`, as long as `length`, with `other` besides."""

    what: str
    at: int
    length: int
    other: int

    def of(self, data: bytes, stranger: bytes) -> bytes:
        """Return the bytes it makes of `data`; `stranger` is the file of another recording."""
        at, end = self.at, self.at + self.length
        piece = stranger[self.other : self.other + self.length]
        return {
            "flip": data[:at]
            + bytes(one ^ 1 << self.other % 8 for one in data[at : at + 1])
            + data[at + 1 :],
            "zero": data[:at] + bytes(len(data[at:end])) + data[end:],
            "cut": data[:at],
            "lose": data[:at] + data[end:],
            "insert": data[:at] + bytes(self.length) + data[at:],
            "double": data[:end] + data[at:end] + data[end:],
            "splice": data[:at] + piece + data[at + len(piece) :],
            "move": data[:at] + data[self.other : self.other + self.length] + data[end:],
            "more": data + piece,
        }[self.what]


MUTATIONS = st.lists(
    st.builds(
        Mutation,
        st.sampled_from(
            ["flip", "zero", "cut", "lose", "insert", "double", "splice", "move", "more"]
        ),
        PLACES,
        LENGTHS,
        PLACES,
    ),
    min_size=1,
    max_size=4,
)
ANY = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def within(work):
    """Do work; the test fails where it has not come back in time."""

    def ring(*_):
        raise AssertionError("it did not answer")

    if WINDOWS:
        pytest.skip("a program is given no alarm there")
    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        return work()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def mutated(data, stranger, mutations):
    for one in mutations:
        data = one.of(data, stranger)
    return data


@pytest.fixture
def stranger(opened, stored):
    """The file of another recording of the same case."""
    return path_of(opened, store(opened, stored[0].case_id, sound(len(DATA), 8))).read_bytes()


@pytest.mark.promise(40)
@pytest.mark.promise(42)
@ANY
@given(MUTATIONS)
def test_no_mutation_gives_out_a_wrong_byte_or_waits(opened, stored, stranger, mutations):
    recording, path = stored
    good = path.read_bytes()
    bad = mutated(good, stranger, mutations)
    try:
        path.write_bytes(bad)
        refused = within(lambda: never_wrong(opened, recording))
        if bad == good:
            assert refused == 0
            return
        with pytest.raises(RecordingDamaged):
            within(lambda: opened.recordings.verify(recording.id))
    finally:
        path.write_bytes(good)
    assert everything(opened, recording) == DATA  # the vault is open, and reads on


@pytest.mark.promise(40)
@pytest.mark.promise(42)
@ANY
@given(MUTATIONS, st.integers(0, len(DATA)))
def test_neither_does_one_under_a_reader_that_is_open(opened, stored, stranger, mutations, first):
    recording, path = stored
    good = path.read_bytes()
    reader = opened.recordings.reader(recording.id)
    assert reader.read_at(first, 100) == DATA[first : first + 100]
    try:
        path.write_bytes(mutated(good, stranger, mutations))
        for at in range(0, len(DATA), CHUNK_BYTES):
            try:
                heard = within(lambda at=at: reader.read_at(at, CHUNK_BYTES))
            except (RecordingDamaged, RecordingMissing):
                continue
            assert heard == DATA[at : at + CHUNK_BYTES]
        within(reader.close)
    finally:
        path.write_bytes(good)


@pytest.mark.promise(40)
@pytest.mark.promise(42)
@pytest.mark.parametrize("end", FILES)
def test_what_is_put_beside_the_file_is_not_believed(opened, stored, stranger, end):
    """A journal that SQLite takes for its own would be played back into what is read."""
    recording, path = stored
    beside = path.with_name(path.name + end)
    for data in (b"", path.read_bytes(), stranger, bytes(PAGE_BYTES)):
        beside.write_bytes(data)
        assert within(lambda: everything(opened, recording)) == DATA
        assert beside.read_bytes() == data
    opened.recordings.verify(recording.id)


@pytest.mark.promise(40)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0",
        b"RIFF\xff\xff\xff\xffWAVEfmt \xff\xff\xff\xff",
        b"\0\0\0\x08ftyp\0\0\0\0moov" + b"\xff" * 64,
        b"ID3\x04\0\0\x7f\x7f\x7f\x7f",
        b"OggS" + b"\0" * 23 + b"\xff" * 300,
        sound(70_000),
    ],
    ids=["nothing", "one byte", "wav", "mp4", "mp3", "ogg", "noise"],
)
def test_sound_that_no_player_understands_is_kept_as_it_is(opened, desk, data):
    """The store does not look into what it is given: nothing in it can go wrong over it."""
    recording = store(opened, desk.case(), data)
    assert within(lambda: everything(opened, recording)) == data
    opened.recordings.verify(recording.id)


@pytest.mark.promise(40)
def test_a_lock_does_not_wait_for_what_is_damaged(opened, stored, door):
    recording, path = stored
    readers = [opened.recordings.reader(recording.id) for _ in range(4)]
    bad = bytearray(path.read_bytes())
    for page in range(len(bad) // PAGE_BYTES):
        bad[page * PAGE_BYTES + 30_000] ^= 1
    path.write_bytes(bad)
    stop = threading.Event()

    def play(reader):
        while not stop.is_set():
            try:
                reader.read_at(0, len(DATA))
            except RecordingDamaged:
                continue
            except RecordingMissing:
                return

    threads = [threading.Thread(target=play, args=(one,), daemon=True) for one in readers]
    for one in threads:
        one.start()
    place = opened.folder
    within_main = threading.Timer(LONGEST * 5, stop.set)  # no test run hangs over it
    within_main.start()
    opened.close()
    for one in threads:
        one.join(LONGEST)
    within_main.cancel()
    assert not stop.is_set()
    assert not any(one.is_alive() for one in threads)
    again = door.open(place, PASSWORD).vault
    assert again.recordings.of_case(recording.case_id) == [recording]
    again.close()


@pytest.mark.promise(40)
def test_one_room_decodes_sound_and_it_is_tried_on_bent_files():
    """`tests/gui/test_recordings.py` plays bent files in it; another place would need the same."""
    root = Path(__file__).parents[2]
    found = [
        path.relative_to(root).as_posix()
        for room in ROOMS
        for path in (root / room).rglob("*.py")
        if PLAYERS.search(path.read_text("utf-8"))
    ]
    assert found == ["ui/player.py"]
    assert PLAYERS.search("from PySide6.QtMultimedia import QMediaPlayer")
    assert PLAYERS.search("    import av\n")
