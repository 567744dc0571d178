"""Whatever is put in front of the program is taken or refused (promises 21, 39).

Headers, backup files, pictures and PDFs, cases as JSON lines: made up and bent by hypothesis. An
answer is what a sentence stands for, in bounded time and memory; anything else is a failure.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import shutil
import struct
import tarfile
import time
import warnings
import zipfile
import zlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as Xml

import pikepdf
from docx import Document
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from PIL import Image

from app.deid.cases import read_cases
from app.domain.errors import Refusal
from app.domain.note_proposal import proposals
from reports.evidence import clean_picture
from storage import backup_folder, backup_media, database, header, lineage
from storage.answer_file import read_answers
from storage.clock import SystemClock
from storage.keeper import FolderKeeper
from storage.meter import Meter, nobody
from storage.note_file import read_note
from storage.preferences import JsonPreferences
from storage.tries import Tries
from tests.lab import practice
from tests.lab.places import folder
from tests.lab.result import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHORT, LONG = 200, 3000
_MOST_SECONDS = 5.0
_MOST_MIB = 200  # for one attempt; Argon2id at its floor takes 64 of them
_METER = Meter(nobody)
_DEEP = 100_000  # brackets: deeper than Python reads, which is no ValueError to it
# What is looked for. Everything else ends the experiment, which is a failure as well.
_BUGS = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError),
    *(OSError, RuntimeError, SyntaxError, SystemError, TypeError, ValueError),
    *(struct.error, zlib.error, tarfile.TarError, pikepdf.PikepdfError, database.Error),
    *(Image.DecompressionBombError, Warning, zipfile.BadZipFile, csv.Error),
)


def run(*, long: bool) -> Iterator[Result]:
    """Bend everything that comes from outside."""
    count = LONG if long else SHORT
    with folder(in_memory=True) as base:
        place = practice.fresh(base / "vault")
        whole = (place / header.NAME).read_bytes()
        backup = _backup(base, place)
        for promise, name, good, take, loosely in (
            (21, "headers", whole, header.decode, json.loads),
            (18, "backup files", backup, _Restore(base), _unpack_loosely),
            (39, "pictures", _picture(), clean_picture, _open_loosely),
            (39, "PDFs", _pdf(), clean_picture, _open_pdf_loosely),
            (39, "cases as JSON lines", _cases(), _read_cases, json.loads),
            (39, "small files beside a database", _beside(), _Beside(base), json.loads),
            (39, "workbooks of answers", _book(), read_answers, _open_book_loosely),
            (39, "tables of answers", _table(), read_answers, _decode_loosely),
            (39, "documents of old notes", _document(), _take_notes, _open_document_loosely),
        ):
            wrong = _bend(good, take, count)
            seen = len(_bend(good, loosely, SHORT))
            facts = {"wrong": wrong[:5], "without": "a reader that refuses nothing"}
            yield Result(promise, f"fuzzed {name}", count, len(wrong), seen, facts)


def _bend(good: bytes, take: Callable[[bytes], object], count: int) -> list[str]:
    """Give `take` so many things made of `good`; say what was neither taken nor refused."""
    wrong: list[str] = []

    @seed(39)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(_bent(good))
    def one(data: bytes) -> None:
        began, before = time.monotonic(), _peak(anew=True)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                take(data)
        except Refusal:
            pass
        except _BUGS as error:
            wrong.append(f"{type(error).__name__}: {error}"[:120])
        if time.monotonic() - began > _MOST_SECONDS:
            wrong.append(f"{time.monotonic() - began:.0f} s")
        if (grown := _peak() - before) > _MOST_MIB:
            wrong.append(f"{grown:.0f} MiB")

    one()
    return wrong


def _peak(*, anew: bool = False) -> float:
    """Return the most memory this process took, in MiB, counted anew where asked.

    It is counted for each attempt: hypothesis keeps what it made up, some 600 MiB in a long run.
    """
    if anew:
        Path("/proc/self/clear_refs").write_text("5")
    said = Path("/proc/self/status").read_text()
    return int(said.split("VmHWM:")[1].split()[0]) / 1024


def _bent(good: bytes) -> st.SearchStrategy[bytes]:
    """Return what is made of a good file: bytes changed, cut, doubled, put in; or of nothing."""
    places = st.integers(0, max(0, len(good) - 1))
    changes = st.lists(st.tuples(places, st.binary(max_size=8)), min_size=1, max_size=6)
    numbers = st.sampled_from([b"-1", b"0", b"1e400", b"NaN", b"9" * 30, b"null", b"[]", b'"x"'])

    def put(changes: list[tuple[int, bytes]], *, over: bool) -> bytes:
        data = bytearray(good)
        for at, piece in changes:
            data[at : at + len(piece) * over] = piece
        return bytes(data)

    return st.one_of(
        st.binary(max_size=200),
        changes.map(lambda one: put(one, over=True)),
        changes.map(lambda one: put(one, over=False)),
        st.tuples(places, numbers).map(lambda one: good[: one[0]] + one[1] + good[one[0] + 1 :]),
        places.map(lambda at: good[:at]),
        st.tuples(places, places).map(lambda one: good[min(one) : max(one)]),
        places.map(lambda at: good + good[at:]),
        st.sampled_from([b"[" * _DEEP, b'{"a":' * _DEEP]),
        _json_bent(good),
        _heads_bent(good),
    )


def _heads_bent(good: bytes) -> st.SearchStrategy[bytes]:
    """Return archives with a forged head in them, whose sum is right; only for what is one."""
    try:
        with tarfile.open(fileobj=io.BytesIO(good)) as archive:
            places = [one.offset for one in archive.getmembers()]
    except tarfile.TarError:
        return st.binary(max_size=50)
    kinds = st.sampled_from([*b"0123456789LKSxgXV\0"])
    sizes = st.sampled_from([0, 1, 512, 2**20, 2**31, 2**40]) | st.integers(0, 2**33)

    def forged(at: int, kind: int, size: int, *, over: bool) -> bytes:
        entry = tarfile.TarInfo("media/9.db")
        entry.type, entry.size = bytes([kind]), size
        return good[:at] + entry.tobuf(tarfile.GNU_FORMAT) + good[at + 512 * over :]

    return st.builds(forged, st.sampled_from(places), kinds, sizes, over=st.booleans())


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


def _json_bent(good: bytes) -> st.SearchStrategy[bytes]:
    """Return JSON in which one part is another value; only for what is JSON."""
    try:
        whole = json.loads(good)
    except ValueError:
        return st.binary(max_size=50)
    paths = list(_paths(whole))
    return st.tuples(st.sampled_from(paths), _VALUES).map(lambda one: _with(good, *one))


def _paths(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every part of a JSON value."""
    yield before
    items: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    for key, inner in items:
        yield from _paths(inner, (*before, key))


def _with(good: bytes, path: tuple[Any, ...], value: object) -> bytes:
    """Return JSON with another value at a path."""
    if not path:
        return json.dumps(value).encode()
    whole = json.loads(good)
    owner = whole
    for key in path[:-1]:
        owner = owner[key]
    owner[path[-1]] = value
    if path[0] == "header":  # a forger makes the sum right
        return _summed(whole)
    return json.dumps(whole).encode()


def _summed(whole: dict[str, Any]) -> bytes:
    """Return a header whose checksum is that of what it says."""
    body = json.dumps(whole["header"], sort_keys=True, separators=(",", ":")).encode()
    return json.dumps({**whole, "sha256": hashlib.sha256(body).hexdigest()}).encode()


class _Restore:
    """Restores a backup file and opens what comes of it; nothing may lie outside its folder."""

    def __init__(self, base: Path) -> None:
        self._base = base / "restored"
        self._base.mkdir()

    def __call__(self, data: bytes) -> None:
        """Take the bytes of a backup file."""
        source, place = self._base / "backup.xinxia", self._base / "vault"
        source.write_bytes(data)
        try:
            FolderKeeper().restore(source, place)
            practice.enter(place).close()
        finally:
            shutil.rmtree(place, ignore_errors=True)
        left = {one.name for one in self._base.iterdir()}
        if left != {"backup.xinxia"}:
            raise AssertionError(f"left behind: {left}")


class _Beside:
    """Reads bytes as each small file that lies in a vault, or in a backup folder; none says no."""

    def __init__(self, base: Path) -> None:
        self._folder = base / "beside"
        (self._folder / backup_media.FOLDER).mkdir(parents=True)
        self._clock = SystemClock()

    def __call__(self, data: bytes) -> None:
        """Take the bytes of such a file."""
        folder, now = self._folder, self._clock.now()
        tries, choices = Tries(folder, self._clock), folder / "preferences.json"
        index = folder / backup_media.FOLDER / backup_media.INDEX
        for path, read in (
            (folder / lineage.NAME, lambda: lineage.read(folder)),
            (folder / "vault.tries", tries.wait_left),
            (folder / backup_folder.MARKER, lambda: backup_folder.owner_of(folder)),
            (index, lambda: backup_media.RecordingCopies(folder, now).check_old(_METER)),
            (choices, JsonPreferences(choices).load),
        ):
            path.write_bytes(_sum_of_index(data) if path == index else data)
            read()


def _beside() -> bytes:
    """Return every word of these files, whole."""
    said: dict[str, Any] = {"format": "xinxia-backup-folder", "version": 1, "vault": "ab" * 16}
    said |= {"lineage": "cd" * 16, "known": ["ef" * 32], "accepted": "", "folder": ["/v", 1, 2]}
    said |= {"failures": 2, "boot": "b", "since": 5.0, "unsaid": 1, "last": "2026-03-01T09:30:00Z"}
    said |= {"language": "zh", "vault": "/v", "theme": "light"}
    said |= {"seen": {"a.db": [1, 2, "ab" * 32]}}
    said |= {"checked": {"ab" * 32: [1, 2, "2026-03-01T09:30:00+00:00"]}}
    return json.dumps(said).encode()


def _sum_of_index(data: bytes) -> bytes:
    """Return an index with the sum of what it says, as a forger makes it right."""
    try:
        whole = json.loads(data)
        said = {"seen": whole["seen"], "checked": whole["checked"]}
    except (ValueError, LookupError, TypeError, RecursionError):
        return data
    body = json.dumps(said, sort_keys=True, separators=(",", ":")).encode()
    return json.dumps({**said, "sha256": hashlib.sha256(body).hexdigest()}).encode()


def _backup(base: Path, place: Path) -> bytes:
    opened = practice.enter(place)
    try:
        FolderKeeper().back_up(opened, base / "good.xinxia")
    finally:
        opened.close()
    return (base / "good.xinxia").read_bytes()


def _unpack_loosely(data: bytes) -> None:
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        archive.getmembers()


def _picture() -> bytes:
    out = io.BytesIO()
    Image.frombytes("RGB", (16, 16), os.urandom(768)).save(out, "JPEG", exif=b"Exif\0\0canary")
    return out.getvalue()


def _pdf() -> bytes:
    out = io.BytesIO()
    Image.frombytes("RGB", (16, 16), os.urandom(768)).save(out, "PDF", title="canary")
    return out.getvalue()


def _open_loosely(data: bytes) -> None:
    Image.open(io.BytesIO(data)).load()


def _open_pdf_loosely(data: bytes) -> None:
    pikepdf.open(io.BytesIO(data)).close()


def _document() -> bytes:
    """Return a document with two days of notes, as a word processor writes it."""
    made, out = Document(), io.BytesIO()
    for line in ("2024年3月5日 第1次", "谈到搬家。", "2024年3月12日 第2次", "好些了。"):
        made.add_paragraph(line)
    made.save(out)
    return out.getvalue()


def _take_notes(data: bytes) -> None:
    """Read a document, and the same bytes as text; see what notes they hold."""
    for ending in (".docx", ".txt"):
        proposals(read_note("旧", ending, data, "小林"), date(2026, 1, 1))


def _open_document_loosely(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        Xml.fromstring(archive.read("word/document.xml"))


def _book() -> bytes:
    out, made = io.BytesIO(), Workbook()
    made.active.append(["序号", "姓名", "困扰"])
    made.active.append([1, "林晓禾", "=1+1"])
    made.save(out)
    return out.getvalue()


def _open_book_loosely(data: bytes) -> None:
    load_workbook(io.BytesIO(data), read_only=True).close()


def _table() -> bytes:
    return '序号,姓名,困扰\r\n1,林晓禾,"睡不着，\n半夜醒来"\r\n'.encode("gb18030")


def _decode_loosely(data: bytes) -> None:
    list(csv.reader(data.decode("gb18030").splitlines(), strict=True))


def _cases() -> bytes:
    profile = {"client": {"name": "林晓禾", "aliases": ["小禾"], "birth_date": "1990-01-02"},
               "people": [{"name": "陈桂芳", "relation": "母亲", "aliases": []}],
               "places": ["绍兴"], "organisations": []}  # fmt: skip
    return json.dumps({"id": "1", "text": "林晓禾说", "profile": profile}).encode()


def _read_cases(data: bytes) -> None:
    read_cases(data.decode("utf-8", "replace"))
