"""Backing up and restoring, beside a plain copy of the same bytes with fsync.

`bench backup [DATABASE_MB RECORDINGS_MB]` measures one vault of these sizes; without sizes, 100 MB
beside 900 MB of recordings, then a database of 1,000 MB alone. Each round makes a first backup into
an empty folder, verification included, a backup of one MB more, and restores; before each of these
a plain copy is made and synced.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import bootstrap
from app.bench import corpus, timing
from storage.meter import nobody

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.ports import Lease
    from storage.vault import Vault

SIZES = ((100, 900), (1000, 0))
ROUNDS = 5
_MB = 1_000_000
_RECORDING_MB = 45
_SCAN = 400_000
_NOTES = 2_000
_LENGTH = 1_500


def lines(arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield a line a size; the arguments are megabytes of database and of recordings."""
    sizes = [(int(arguments[0]), int(arguments[1]))] if arguments else SIZES
    for database, recordings in sizes:
        with tempfile.TemporaryDirectory() as base:
            yield _measured(Path(base), database, recordings)


def _measured(base: Path, database: int, recordings: int) -> dict[str, Any]:
    """Return the medians of all rounds for a vault of two sizes."""
    _, vault = corpus.vault(base / "vault", _NOTES, _LENGTH)
    _fill(vault, database * _MB, recordings)
    keeper = bootstrap.keeper()
    lease = keeper.lease(vault)
    times: dict[str, list[float]] = {}
    for number in range(ROUNDS + 1):
        for name, work in _works(base, vault, lease, number).items():
            plain = partial(_plain, vault.folder, base / "plain")
            for what, done in (("plain copy", plain), (name, work)):
                _lend(base / "lent", 2 * (database + recordings) * _MB)
                taken = timing.seconds(done)
                if number:  # the first round warms up
                    times.setdefault(what, []).append(taken)
                for left in ("plain", "round/restored", "round/restored2"):
                    shutil.rmtree(base / left, ignore_errors=True)
        shutil.rmtree(base / "round")
    lease.end()
    vault.close()
    size = sum(one.stat().st_size for one in (base / "vault").rglob("*.db"))
    return {"database MB": database, "recordings MB": recordings, **_told(times), "bytes": size}


def _works(base: Path, vault: Vault, lease: Lease, number: int) -> dict[str, Callable[[], object]]:
    """Return what is done in a round, in order."""
    keeper, clock, work = bootstrap.keeper(), bootstrap.clock(), base / "round"
    work.mkdir()
    folder = keeper.adopt(lease, work / "folder")
    rng = random.Random(number)  # noqa: S311 - bytes that cannot be squeezed, no secret

    def back_up() -> None:
        keeper.back_up_folder(lease, folder, clock.now(), nobody)

    def more() -> None:
        vault.connection.execute(
            "INSERT INTO case_drafts (case_id, kind, updated_at, sealed) VALUES (1, ?, '', ?)",
            (f"bench {number}", rng.randbytes(_MB)),
        )
        back_up()

    return {
        "first backup": back_up,
        "backup of 1 MB more": more,
        "restore": lambda: keeper.restore_from(folder, work / "restored", nobody),
        "portable backup": lambda: keeper.back_up_file(lease, work / "one.backup", nobody),
        "portable restore": lambda: keeper.restore_from(
            work / "one.backup", work / "restored2", nobody
        ),
    }


def _told(times: dict[str, list[float]]) -> dict[str, Any]:
    """Return medians in seconds, and how many plain copies each of them is."""
    middle = {name: statistics.median(values) for name, values in times.items()}
    plain = statistics.median(times["plain copy"])
    said: dict[str, Any] = {"plain copy with fsync s": round(plain, 3)}
    for name, value in middle.items():
        if name != "plain copy":
            said |= {f"{name} s": round(value, 3), f"{name} x": round(value / plain, 2)}
    return said


def _lend(path: Path, size: int) -> None:
    """Have the system take memory for what is written, and take it back.

    On a virtual machine the first use of a page of memory is slow, for whoever comes first; here
    neither the plain copy nor the work is.
    """
    block = bytes(_MB)
    with path.open("wb") as file:
        for _ in range(size // _MB):
            file.write(block)
    path.unlink()


def _plain(folder: Path, target: Path) -> None:
    """Copy the database and the recordings, and sync each."""
    for source in folder.rglob("*.db"):
        copy = target / source.relative_to(folder)
        copy.parent.mkdir(parents=True, exist_ok=True)
        with source.open("rb") as file, copy.open("wb") as out:
            shutil.copyfileobj(file, out, 1024 * 1024)
            out.flush()
            os.fsync(out.fileno())


def _fill(vault: Vault, size: int, recordings: int) -> None:
    """Add scans until the database has its size, then recordings."""
    rng = random.Random(13)  # noqa: S311 - bytes that cannot be squeezed, no secret
    vault.connection.execute(
        "INSERT INTO consents (case_id, template, edition, state, wording, sealed)"
        " VALUES (1, 'bench', '1', 'draft', x'', x'')"
    )
    path = vault.folder / "vault.db"
    while path.stat().st_size < size:
        with vault.transaction():
            for _ in range(10):
                vault.connection.execute(
                    "INSERT INTO documents (case_id, consent_id, kind, media_type, size, at,"
                    " sealed) VALUES (1, 1, 'scan', 'image/png', ?, '', ?)",
                    (_SCAN, rng.randbytes(_SCAN)),
                )
        vault.forget_deleted()
    for number in range(recordings // _RECORDING_MB):
        (vault.folder / "media" / f"{number}.db").write_bytes(rng.randbytes(_RECORDING_MB * _MB))
