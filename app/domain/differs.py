"""A recording whose file is gone, or not as it was stored: in the vault, or in a backup of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.complaint import Complaint, Fault

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Differs:
    """`gone`: there is no file; else there is one that is not as it was stored.

    `recording` is its number, 0 for a file that belongs to no recording that is known.

    `kept`: the backup has the recording as it was stored, from before: restoring brings it back.
    """

    recording: int
    gone: bool = False
    kept: bool = False

    def complaint(self) -> Complaint:
        """Return it as what a check finds."""
        fault = Fault.RECORDING_GONE if self.gone else Fault.RECORDING
        return Complaint(fault, self.recording)


def lacking(found: Iterable[Differs]) -> tuple[Differs, ...]:
    """Return those that a backup does not hold as they were stored."""
    return tuple(one for one in found if not one.kept)


def together(before: Iterable[Differs], now: Iterable[Differs]) -> tuple[Differs, ...]:
    """Return what differed `before` and what is found besides, each recording once."""
    said = tuple(before)
    known = {one.recording for one in said}
    return said + tuple(one for one in now if not one.recording or one.recording not in known)


def without(before: Iterable[Differs], lost: Iterable[int]) -> tuple[Differs, ...]:
    """Return what differed `before`, now that the copies of these recordings are seen to be gone.

    A 0 among them is a copy of nobody knows which: then none is said to be kept.
    """
    numbers = set(lost)
    return tuple(replace(one, kept=one.kept and not {0, one.recording} & numbers) for one in before)


def since(before: Iterable[Differs], now: Iterable[Differs]) -> tuple[Differs, ...]:
    """Return what differs `now` by a portable file, with what the folder was known to keep."""
    kept = {one.recording for one in before if one.kept}
    return tuple(replace(one, kept=one.kept or one.recording in kept) for one in now)
