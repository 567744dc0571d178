"""Brings the files of recordings into a salvaged vault, and names those that are not whole."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from app.domain.complaint import Fault
from app.domain.differs import Differs
from storage import files, media, recording_copy, recording_list, regular
from storage.meter import Meter, nobody

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.domain.complaint import Complaint
    from storage.recording_list import Listed

_TABLE: Final = "recordings"


def copy(connection: Any, folder: Path, half: Path) -> list[Complaint]:  # noqa: ANN401
    """Copy every recording that can be read; return which are gone or not as they were stored.

    `connection` is that of the new database: its rows say what there was. One that is damaged comes
    over as far as it can be read. Files that no row names come over, too: their row may be lost.
    Raises OSError of the disk that is written to.
    """
    old, new = folder / media.FOLDER, half / media.FOLDER
    files.make_private_folder(new)
    listed = recording_list.read(connection)
    found = [said for one in listed for said in _bring(one, old, new)]
    named = {one.name for one in listed}
    for path in media.files_in(old):
        if path.name not in named:
            with suppress(regular.Unread):
                recording_copy.copy(path, new / path.name, Meter(nobody))
    return found


def differing(found: Iterable[Complaint]) -> list[Differs]:
    """Return what `copy` found wrong, as the new vault is told of it."""
    return [Differs(one.number or 0, gone=one.fault is Fault.RECORDING_GONE) for one in found]


def _bring(one: Listed, old: Path, new: Path) -> list[Complaint]:
    """Copy one recording; return what is wrong with it."""
    try:
        made = recording_copy.copy(one.source(old), new / one.name, Meter(nobody))
    except regular.Unread as error:
        return [replace(recording_list.complaint(one, gone=error.gone), detail=_TABLE)]
    if made.digest == one.digest:
        return []
    return [replace(recording_list.complaint(one, gone=False), detail=_TABLE)]
