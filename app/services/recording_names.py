"""Of which case a recording is, and when it was made: its number alone tells nobody anything."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.errors import CaseLocked, VaultDamaged
from app.domain.ids import RecordingId
from app.domain.practice import Practice
from app.services.beside import readable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from app.ports import OpenVault


@dataclass(frozen=True)
class RecordingName:
    """What a recording is called by: the code of its case, when it was made, by which clock."""

    code: str = field(repr=False)
    made_at: datetime
    zone: str


def named(vault: OpenVault, numbers: Iterable[int]) -> dict[int, RecordingName]:
    """Return what these recordings are called by.

    One of a case that is shut has its number alone, and so has one that damage hides.
    """
    zone = readable(vault.settings.practice, Practice()).place.time_zone
    found = {number: _name(vault, number, zone) for number in numbers}
    return {number: one for number, one in found.items() if one is not None}


def _name(vault: OpenVault, number: int, zone: str) -> RecordingName | None:
    try:
        recording = vault.recordings.get(RecordingId(number))
        case = vault.cases.get(recording.case_id)
    except (KeyError, CaseLocked, VaultDamaged):
        return None
    return None if case.shut else RecordingName(case.code, recording.made_at, zone)
