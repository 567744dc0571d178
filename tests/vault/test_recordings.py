"""The recording store: what is stored comes back exactly, and nothing wrong is ever given out."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import threading
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.audit import AuditKind
from app.domain.complaint import Complaint, Fault
from app.domain.errors import DiskFull, RecordingDamaged, RecordingMissing, Refusal, TooManyTries
from app.domain.recording import NewRecording, RecordingKind
from storage import backup, database, keys, media
from storage.keeper import FolderKeeper
from tests.modes import fork, mode
from tests.vault.fixtures import RECOVERY_TEXT, START, Desk, make_tools
from tests.vault.pages import Pages

SECRET = "斑马 𬱖 recording"
KEEPER = FolderKeeper()
VECTORS = Path(__file__).parent / "vectors"


def sound(size: int, seed: int = 7) -> bytes:
    """Return invented bytes."""
    return random.Random(seed).randbytes(size)


def new(case, title=SECRET) -> NewRecording:
    """Return what is known of a recording."""
    return NewRecording(case, RecordingKind.AUDIO, "audio/wav", START, title)


def store(opened, case, data: bytes, *, piece: int = 100_000):
    """Store bytes as a recording, handed over in pieces."""
    writer = opened.recordings.begin(START)
    for at in range(0, len(data), piece):
        writer.write(data[at : at + piece])
    writer.finish()
    return opened.recordings.keep(writer, new(case), START)


def path_of(opened, recording) -> Path:
    """Return the file of a recording."""
    names = {number: name for name, number in opened.recordings.files().items()}
    return opened.folder / "media" / names[recording.id]


DATA = sound(4 * media.CHUNK_BYTES + 1234)


@pytest.fixture
def stored(desk, opened):
    """A small recording of five chunks, and its file."""
    recording = store(opened, desk.case(), DATA)
    return recording, path_of(opened, recording)


def everything(opened, recording) -> bytes:
    """Return all that can be read; what is damaged raises."""
    reader = opened.recordings.reader(recording.id)
    try:
        return reader.read_at(0, reader.size)
    finally:
        reader.close()


def never_wrong(opened, recording, data: bytes = DATA) -> int:
    """Read chunk by chunk; return how many were refused. A wrong byte fails the test."""
    try:
        reader = opened.recordings.reader(recording.id)
    except (RecordingDamaged, RecordingMissing):
        return len(data) // media.CHUNK_BYTES + 1
    refused = 0
    for at in range(0, len(data), media.CHUNK_BYTES):
        try:
            assert reader.read_at(at, media.CHUNK_BYTES) == data[at : at + media.CHUNK_BYTES]
        except RecordingDamaged:
            refused += 1
    reader.close()
    return refused


def test_a_recording_comes_back_as_it_was(opened, stored, desk):
    recording, path = stored
    assert opened.recordings.of_case(recording.case_id) == [recording]
    assert (recording.title, recording.size, recording.kind) == (
        SECRET,
        len(DATA),
        RecordingKind.AUDIO,
    )
    assert everything(opened, recording) == DATA
    assert mode(path) == 0o600
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert path.stat().st_size == (len(DATA) // media.CHUNK_BYTES + 3) * media.PAGE_BYTES
    opened.recordings.verify(recording.id)
    assert KEEPER.verify(opened) == []
    assert opened.connection.execute("SELECT * FROM loose_media").fetchall() == []
    with pytest.raises(KeyError):
        opened.recordings.get(recording.id + 1)
    empty = store(opened, recording.case_id, b"")
    assert everything(opened, empty) == b""
    opened.recordings.verify(empty.id)


def test_no_word_and_no_time_of_a_client_lies_in_the_name_or_the_file(opened, stored):
    _, path = stored
    assert len(path.stem) == 32
    int(path.stem, 16)
    assert SECRET.encode() not in path.read_bytes()
    assert DATA[:64] not in path.read_bytes()
    held = b"".join(Pages(opened.folder / "vault.db", opened.raw_key()).of_log())
    assert path.stem.encode() in held  # the log is what we think it is
    assert SECRET.encode() not in held
    assert hashlib.sha256(DATA).digest() not in held


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.integers(0, len(DATA) + 9), st.integers(0, 3 * media.CHUNK_BYTES))
def test_any_stretch_is_the_one_that_was_asked_for(opened, stored, offset, size):
    reader = opened.recordings.reader(stored[0].id)
    assert reader.read_at(offset, size) == DATA[offset : offset + size]
    reader.close()


def test_pieces_that_were_flushed_apart_are_read_as_one(opened, desk):
    case = desk.case()
    writer = opened.recordings.begin(START)
    data = sound(400_000, 3)
    chance, at = random.Random(5), 0
    while at < len(data):
        size = chance.randrange(1, 40_000)
        writer.write(data[at : at + size])
        writer.flush()
        at += size
    writer.finish()
    recording = opened.recordings.keep(writer, new(case), START)
    reader = opened.recordings.reader(recording.id)
    for _ in range(200):
        offset, size = chance.randrange(len(data)), chance.randrange(90_000)
        assert reader.read_at(offset, size) == data[offset : offset + size]
    opened.recordings.verify(recording.id)


def test_what_was_flushed_lasts_while_more_is_written(opened, desk, monkeypatch):
    monkeypatch.setattr(media, "COMMIT_BYTES", 2 * media.CHUNK_BYTES)
    writer = opened.recordings.begin(START)
    writer.write(DATA)
    path = opened.folder / "media" / f"{writer.name}.db"
    other = database.connect_large(path, bytes(writer.key), media.PAGE_BYTES, fixed=False)
    assert other.execute("SELECT count(*) FROM chunks").fetchone() == (4,)
    other.close()
    writer.abandon()
    assert not path.exists()


def test_the_threads_of_a_player_share_a_reader(opened, stored):
    reader = opened.recordings.reader(stored[0].id)
    wrong: list[int] = []

    def play(seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(60):
            offset, size = chance.randrange(len(DATA)), chance.randrange(70_000)
            if reader.read_at(offset, size) != DATA[offset : offset + size]:
                wrong.append(offset)

    threads = [threading.Thread(target=play, args=(seed,)) for seed in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert wrong == []
    for place in (-1, 0), (0, -1):
        with pytest.raises(ValueError, match="before"):
            reader.read_at(*place)
    reader.close()
    with pytest.raises(RecordingMissing):
        reader.read_at(0, 1)


@pytest.mark.promise(42)
@pytest.mark.promise(8)
def test_one_flipped_bit_in_every_page_is_noticed(opened, stored):
    recording, path = stored
    good = path.read_bytes()
    chance = random.Random(42)
    for page in range(len(good) // media.PAGE_BYTES):
        bad = bytearray(good)
        bad[page * media.PAGE_BYTES + chance.randrange(media.PAGE_BYTES)] ^= 1 << chance.randrange(
            8
        )
        path.write_bytes(bad)
        assert never_wrong(opened, recording) > 0, page
        with pytest.raises(RecordingDamaged):
            opened.recordings.verify(recording.id)
    path.write_bytes(good)
    assert never_wrong(opened, recording) == 0


@pytest.mark.promise(11)
def test_one_bad_page_costs_its_chunk_and_no_other(opened, stored):
    recording, path = stored
    bad = bytearray(path.read_bytes())
    bad[-1000] ^= 1
    path.write_bytes(bad)
    assert never_wrong(opened, recording) == 1


@pytest.mark.promise(42)
@pytest.mark.promise(9)
def test_every_truncation_is_noticed(opened, stored):
    recording, path = stored
    good = path.read_bytes()
    pages = range(len(good) // media.PAGE_BYTES)
    cuts = [at * media.PAGE_BYTES for at in pages]
    cuts += [at + one for at in cuts for one in (1, 16, 4096, media.PAGE_BYTES - 1)]
    for cut in cuts:
        path.write_bytes(good[:cut])
        assert never_wrong(opened, recording) > 0, cut
        with pytest.raises(RecordingDamaged):
            opened.recordings.verify(recording.id)
    for more in (b"x", bytes(media.PAGE_BYTES), good[-media.PAGE_BYTES :]):
        path.write_bytes(good + more)
        with pytest.raises(RecordingDamaged):
            opened.recordings.reader(recording.id)


@pytest.mark.promise(42)
@pytest.mark.promise(9)
def test_every_swap_of_two_pages_is_noticed(opened, stored):
    recording, path = stored
    good = path.read_bytes()
    size = media.PAGE_BYTES
    pages = [good[at : at + size] for at in range(0, len(good), size)]
    for one, other in combinations(range(len(pages)), 2):
        swapped = list(pages)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        path.write_bytes(b"".join(swapped))
        assert never_wrong(opened, recording) > 0, (one, other)
    for at in range(len(pages)):  # a page in the place of another, which is then there twice
        path.write_bytes(b"".join([*pages[:at], pages[at - 1], *pages[at + 1 :]]))
        assert never_wrong(opened, recording) > 0, at


@pytest.mark.promise(42)
def test_the_file_of_another_recording_is_noticed_of_the_same_case_too(opened, stored, desk):
    recording, path = stored
    good = path.read_bytes()
    for case in (recording.case_id, desk.case("B-02")):
        for data in (DATA, sound(len(DATA), 8)):
            other = store(opened, case, data)
            path.write_bytes(path_of(opened, other).read_bytes())
            with pytest.raises(RecordingDamaged):
                opened.recordings.reader(recording.id)
            pages = [good, path.read_bytes()]
            mixed = pages[0][: 3 * media.PAGE_BYTES] + pages[1][3 * media.PAGE_BYTES :]
            path.write_bytes(mixed)
            assert never_wrong(opened, recording) > 0


@pytest.mark.promise(42)
def test_an_older_copy_of_the_same_file_is_noticed(opened, desk, monkeypatch):
    monkeypatch.setattr(media, "COMMIT_BYTES", media.CHUNK_BYTES)
    case = desk.case()
    writer = opened.recordings.begin(START)
    older = []
    for at in range(0, len(DATA), media.CHUNK_BYTES):
        writer.write(DATA[at : at + media.CHUNK_BYTES])
        path = opened.folder / "media" / f"{writer.name}.db"
        older.append(path.read_bytes())
    writer.finish()
    recording = opened.recordings.keep(writer, new(case), START)
    good = path.read_bytes()
    size = media.PAGE_BYTES
    for one in older:
        path.write_bytes(one)
        with pytest.raises(RecordingDamaged):
            opened.recordings.reader(recording.id)
        for at in range(0, min(len(one), len(good)), size):  # and one old page in the new file
            path.write_bytes(good[:at] + one[at : at + size] + good[at + size :])
            never_wrong(opened, recording)
            if path.read_bytes() != good:
                with pytest.raises(RecordingDamaged):
                    opened.recordings.verify(recording.id)


@pytest.mark.promise(42)
def test_facts_of_the_vault_that_do_not_fit_the_file_are_noticed(opened, stored):
    recording, _ = stored
    opened.connection.execute("DROP TRIGGER recording_is_final")
    row = opened.connection.execute("SELECT size, chunks, digest, file_digest FROM recordings")
    before = row.fetchone()
    for column, value in (
        ("size", before[0] - 1),
        ("chunks", 4),
        ("digest", bytes(32)),
        ("file_digest", bytes(32)),
    ):
        opened.connection.execute(f"UPDATE recordings SET {column} = ?", (value,))
        with pytest.raises(RecordingDamaged):
            opened.recordings.verify(recording.id)
        opened.connection.execute(
            "UPDATE recordings SET size = ?, chunks = ?, digest = ?, file_digest = ?", before
        )
    opened.recordings.verify(recording.id)
    opened.connection.execute("UPDATE recordings SET name = '../../vault'")
    with pytest.raises(RecordingDamaged):
        opened.recordings.reader(recording.id)


def test_rows_that_overlap_or_leave_a_hole_are_refused(opened, stored):
    """Nobody without the key can write these; a bug of ours could."""
    recording, path = stored
    raw = opened.recordings.reader(recording.id)._key
    connection = database.connect_large(path, bytes(raw), media.PAGE_BYTES, fixed=False)
    connection.execute("DELETE FROM chunks WHERE at = ?", (media.CHUNK_BYTES,))
    assert never_wrong(opened, recording) == 1
    connection.execute("INSERT INTO chunks VALUES (?, ?)", (media.CHUNK_BYTES - 10, b"x" * 30))
    connection.close()
    assert never_wrong(opened, recording) >= 1


def test_a_file_that_is_gone_is_reported(opened, stored):
    recording, path = stored
    path.unlink()
    with pytest.raises(RecordingMissing):
        opened.recordings.reader(recording.id)
    assert KEEPER.verify(opened) == [Complaint(Fault.RECORDING_GONE, recording.id)]
    path.write_bytes(b"another")
    assert KEEPER.verify(opened) == [Complaint(Fault.RECORDING, recording.id)]


def test_of_a_case_that_cannot_be_opened_now_the_file_is_compared(opened, stored, monkeypatch):
    recording, path = stored

    def shut(*_: object) -> None:
        raise TooManyTries(1.0)

    monkeypatch.setattr(opened.recordings._keys, "unseal", shut)
    assert KEEPER.verify(opened) == []
    bad = bytearray(path.read_bytes())
    bad[-1] ^= 1
    path.write_bytes(bad)
    assert KEEPER.verify(opened) == [Complaint(Fault.RECORDING, recording.id)]


@pytest.mark.promise(44)
def test_an_erased_recording_leaves_neither_file_nor_key(opened, stored):
    recording, path = stored
    copy = path.read_bytes()
    reader = opened.recordings.reader(recording.id)
    opened.recordings.erase(recording.id)
    with pytest.raises(RecordingMissing):
        reader.read_at(0, 1)
    assert path.exists()
    opened.forget_deleted()
    assert not path.exists()
    assert opened.recordings.of_case(recording.case_id) == []
    assert opened.connection.execute("SELECT * FROM loose_media").fetchall() == []
    path.write_bytes(copy)  # a copy that somebody kept
    with pytest.raises(KeyError):
        opened.recordings.reader(recording.id)
    opened.forget_deleted()
    assert path.exists()  # it is not ours any more


def test_an_unfinished_recording_is_no_recording(opened, desk):
    case = desk.case()
    writer = opened.recordings.begin(START)
    writer.write(DATA)
    with pytest.raises(TypeError):
        opened.recordings.keep(writer, new(case), START)
    opened.forget_deleted()
    assert list((opened.folder / "media").iterdir())  # it is being written
    writer.abandon()
    assert list((opened.folder / "media").iterdir()) == []
    opened.forget_deleted()
    assert opened.connection.execute("SELECT * FROM loose_media").fetchall() == []
    second = opened.recordings.begin(START)
    second.write(DATA)
    second.finish()
    with pytest.raises(KeyError):
        opened.recordings.keep(second, new(case + 1), START)
    assert opened.recordings.of_case(case) == []


def in_a_child(work) -> None:
    """Run `work` in a process of its own that is killed by it or after it."""
    child = fork()
    if not child:
        try:
            work()
        finally:
            os._exit(1)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL


def die() -> None:
    """Be killed, as by the system."""
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.promise(1)
def test_what_a_killed_program_left_is_cleaned_up_and_nothing_else(place, door, clock):
    opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
    case = Desk(opened, clock, make_tools(clock)).case()
    kept = store(opened, case, DATA)
    strangers = [opened.folder / "media" / one for one in (f"{'a' * 32}.db", "Lied.mp3")]
    for one in strangers:
        one.write_bytes(b"not ours")
    opened.close()

    def killed_while_writing() -> None:
        again = door.open_with_recovery(place, RECOVERY_TEXT).vault
        writer = again.recordings.begin(START)
        writer.write(DATA)
        writer.flush()
        writer.write(DATA)
        die()

    def killed_before_the_row() -> None:
        again = door.open_with_recovery(place, RECOVERY_TEXT).vault
        writer = again.recordings.begin(START)
        writer.write(DATA)
        writer.finish()
        die()

    def killed_before_the_file_went() -> None:
        again = door.open_with_recovery(place, RECOVERY_TEXT).vault
        again.recordings.erase(store(again, case, DATA).id)
        die()

    for work in (killed_while_writing, killed_before_the_row, killed_before_the_file_went):
        in_a_child(work)
        assert len(list((place / "media").glob("*.db"))) == 3
        again = door.open_with_recovery(place, RECOVERY_TEXT).vault
        assert again.connection.execute("SELECT * FROM loose_media").fetchall() == []
        assert {one.name for one in (place / "media").iterdir()} == {
            path_of(again, kept).name,
            *(one.name for one in strangers),
        }
        assert everything(again, kept) == DATA
        again.close()


def test_a_file_that_cannot_be_removed_now_is_removed_later(place, door, clock, monkeypatch):
    opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
    desk = Desk(opened, clock, make_tools(clock))
    recording = opened.recordings.get(desk.recording(desk.case(), DATA))
    path = path_of(opened, recording)
    opened.recordings.erase(recording.id)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "in use")

    with monkeypatch.context() as patch:
        patch.setattr(media, "remove", refuse)
        opened.forget_deleted()
        opened.close()
    assert path.exists()
    again = door.open_with_recovery(place, RECOVERY_TEXT).vault
    assert not path.exists()
    again.close()


def test_a_full_disk_while_recording_leaves_the_vault_as_it_was(opened, stored, monkeypatch):
    recording, _ = stored
    writer = opened.recordings.begin(START)

    def full(*_: object, **__: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(database, "connect_large", full)
        with pytest.raises(Refusal):
            writer.write(DATA)
    writer.abandon()
    assert opened.recordings.of_case(recording.case_id) == [recording]


def test_locking_ends_readers_and_writers(place, door, clock):
    opened = door.open_with_recovery(place, RECOVERY_TEXT).vault
    case = Desk(opened, clock, make_tools(clock)).case()
    recording = store(opened, case, DATA)
    reader = opened.recordings.reader(recording.id)
    writer = opened.recordings.begin(START)
    writer.write(DATA)
    opened.close()
    with pytest.raises(RecordingMissing):
        reader.read_at(0, 10)
    assert not any(reader._key)
    assert not any(writer.key)
    assert len(list((place / "media").iterdir())) == 1


@pytest.mark.promise(16)
@pytest.mark.promise(19)
def test_a_backup_holds_the_recordings_and_no_half_one(opened, stored, door, tmp_path):
    recording, _ = stored
    gone = store(opened, recording.case_id, DATA)
    path_of(opened, gone).unlink()
    writer = opened.recordings.begin(START)
    writer.write(DATA)
    writer.flush()
    KEEPER.back_up(opened, tmp_path / "backup.tar")
    KEEPER.restore(tmp_path / "backup.tar", tmp_path / "new")
    again = door.open_with_recovery(tmp_path / "new", RECOVERY_TEXT).vault
    assert everything(again, recording) == DATA
    assert len(list((tmp_path / "new" / "media").iterdir())) == 1
    assert KEEPER.verify(again) == [Complaint(Fault.RECORDING_GONE, gone.id)]
    again.close()


@pytest.mark.promise(27)
def test_the_same_bytes_stored_twice_have_keys_and_bytes_of_their_own(opened, stored, desk):
    recording, path = stored
    other = path_of(opened, store(opened, recording.case_id, DATA))
    size = media.PAGE_BYTES
    pages = [
        one[at : at + size]
        for one in (path.read_bytes(), other.read_bytes())
        for at in range(0, len(one), size)
    ]
    assert len(set(pages)) == len(pages)


@pytest.mark.promise(42)
def test_the_kept_vectors_are_read_by_us_and_by_the_description_alone(tmp_path):
    said = json.loads((VECTORS / "recording-1.json").read_text("utf-8"))
    file = VECTORS / said["file"]
    raw = bytes.fromhex(said["raw_key"])
    plain = bytes.fromhex(said["plain"])
    facts = media.Facts(
        said["size"],
        said["chunks"],
        bytes.fromhex(said["digest"]),
        bytes.fromhex(said["file_sha256"]),
    )
    reader = media.MediaReader(file, raw, facts)
    assert reader.read_at(0, 1000) == plain
    assert reader.digest() == facts.digest == media.keyed(raw, hashlib.sha256(plain).digest())
    reader.close()
    assert media.digest_of_file(file) == facts.file_digest
    clear = b"".join(Pages(file, raw, media.PAGE_BYTES).of_database())
    for start, end in zip(said["rows"], [*said["rows"][1:], len(plain)], strict=True):
        assert plain[start:end] in clear
    assert keys.subkey(raw, "xinxia recording digest 1").hex() == said["digest_key"]


def test_a_recording_cannot_be_changed_by_a_statement(opened, stored):
    with pytest.raises(database.Error, match="a recording is final"):
        opened.connection.execute("UPDATE recordings SET size = 1")
    assert backup.check(opened.folder / "vault.db", opened.raw_key()) == []
    assert AuditKind(opened.audit.entries()[0].kind)
