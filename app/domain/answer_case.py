"""What the answers of one person become: what is known of the client, and what is kept as it is.

Every cell lands: in a field that takes it, or among the answers of the case (clause 062), but for
the columns that she leaves out (clause 144).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast
from zoneinfo import ZoneInfo

from app.domain.age import born, is_no_day
from app.domain.answer_column import Becomes
from app.domain.blank import is_blank
from app.domain.client import Profile
from app.domain.errors import FieldInvalid
from app.domain.intake import Guardian, IdentityStatus
from app.domain.profile_check import check_profile

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from _typeshed import DataclassInstance

    from app.domain.answer_table import AnswerRow

R = TypeVar("R")
_FIELDS: Final[Mapping[Becomes, tuple[str, ...]]] = {
    Becomes.NAME: ("name",),
    Becomes.PHONE: ("phone",),
    Becomes.WECHAT: ("wechat",),
    Becomes.EMAIL: ("email",),
    Becomes.CITY: ("place", "city"),
    Becomes.BIRTH_DATE: ("birth_date",),
    Becomes.ADDRESS: ("address",),
    Becomes.EMPLOYER: ("employer",),
    Becomes.SCHOOL: ("school",),
    Becomes.ID_NUMBER: ("id_number",),
    Becomes.EMERGENCY_NAME: ("emergency", "name"),
    Becomes.EMERGENCY_RELATION: ("emergency", "relation"),
    Becomes.EMERGENCY_PHONE: ("emergency", "phone"),
    Becomes.SEEKS: ("intake", "request", "seeks"),
    Becomes.EXPECTS: ("intake", "request", "expects"),
    Becomes.SOURCE: ("intake", "request", "source"),
    Becomes.EARLIER: ("intake", "earlier"),
    Becomes.HOSPITAL: ("intake", "medical", "hospital"),
    Becomes.DIAGNOSIS: ("intake", "medical", "diagnosis"),
    Becomes.MEDICATION: ("intake", "medical", "medication"),
    Becomes.LANGUAGE: ("intake", "needs", "language"),
    Becomes.NEEDS: ("intake", "needs", "other"),
    Becomes.CULTURE: ("intake", "culture"),
}
_GUARDIAN: Final = {
    Becomes.GUARDIAN_NAME: "name",
    Becomes.GUARDIAN_RELATION: "relation",
    Becomes.GUARDIAN_PHONE: "phone",
}
_SEVERAL_LINES: Final = frozenset(
    {Becomes.SEEKS, Becomes.EXPECTS, Becomes.EARLIER, Becomes.NEEDS, Becomes.CULTURE}
)
_LONGEST_LINE: Final = 500
_BREAKS: Final = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_LEFT_OUT: Final = frozenset({"(空)", "(跳过)", "（空）", "（跳过）"})
_WHEN: Final = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
    r"(?:[T\s]+(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:\.\d+)?)?)?",
    re.ASCII,
)


class Why(Enum):
    """Why an answer stays among the answers although its column becomes something."""

    UNFIT = "does not fit"
    UNREADABLE = "no day of birth"
    TAKEN = "something else stands there"


@dataclass(frozen=True)
class Filled:
    """What is known of a client with the answers of a row, and the answers that are `kept`.

    `kept` are heads with their answers in the order of the table; `stayed` are those of them that
    were to become something, with why they did not.
    """

    profile: Profile = field(repr=False)
    kept: tuple[tuple[str, str], ...] = field(repr=False)
    stayed: tuple[tuple[str, Why], ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Reading:
    """Where and when answers are read: times are those of `zone`, nobody is born after `today`.

    `zone` is a name of IANA; "" is the zone of this computer.
    """

    zone: str
    today: date


def answered(cell: str) -> bool:
    """Return whether somebody wrote anything: exports mark what was left out in words."""
    return not is_blank(cell) and cell.strip() not in _LEFT_OUT


def fill(
    row: AnswerRow,
    heads: Sequence[str],
    columns: Sequence[Becomes],
    profile: Profile,
    reading: Reading,
) -> Filled:
    """Return a client with the answers of a row; what was known before is written over by nothing.

    When it was sent stands beside the answers, and is not among them. Of its number there, and of
    the columns that are left out, nothing is kept.
    """
    kept, stayed = [], []
    filled = profile
    for head, what, cell in zip(heads, columns, row.cells, strict=True):
        if not answered(cell) or what in (Becomes.SERIAL, Becomes.OUT):
            continue
        after = _with(filled, what, cell, reading, profile)
        if isinstance(after, Profile):
            filled = after
            continue
        if what is Becomes.SUBMITTED and after is Why.TAKEN:
            continue
        kept.append((head, cell))
        if after is not None:
            stayed.append((head, after))
    if filled.name and filled.intake.identity.status is None:
        filled = _put(filled, ("intake", "identity", "status"), IdentityStatus.STATED)
    return Filled(filled, tuple(kept), tuple(stayed))


def own_word(row: AnswerRow, columns: Sequence[Becomes], what: Becomes) -> str:
    """Return what a row says of one thing, without outer white space; "" where it says nothing."""
    found = (cell for one, cell in zip(columns, row.cells, strict=True) if one is what)
    cell = next(found, "")
    return cell.strip() if answered(cell) else ""


def submitted(text: str, zone: str) -> datetime | None:
    """Return the aware time that a program wrote, 2026/11/20 8:01:02 or so; None for none."""
    found = _WHEN.fullmatch(text.strip())
    if found is None:
        return None
    try:
        naive = datetime(*(int(one or 0) for one in found.groups()))  # type: ignore[arg-type] # noqa: DTZ001
        return naive.replace(tzinfo=ZoneInfo(zone)) if zone else naive.astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def mark_of(row: AnswerRow, heads: Sequence[str], columns: Sequence[Becomes]) -> str:
    """Return what tells an answer from every other, so that it is known when it comes again.

    It is when it was sent and its number there; the number alone only under the same heads; all of
    it, where there is neither.
    """
    when = own_word(row, columns, Becomes.SUBMITTED)
    serial = own_word(row, columns, Becomes.SERIAL)
    if when:
        return json.dumps(["sent", when, serial])
    if serial:
        return json.dumps(["number", serial, list(heads)])
    return json.dumps(["all", content_of(row, heads)])


def content_of(row: AnswerRow, heads: Sequence[str]) -> str:
    """Return everything that was answered, to see whether it was changed since."""
    return json.dumps(
        [[head, cell] for head, cell in zip(heads, row.cells, strict=True) if answered(cell)]
    )


def _with(
    profile: Profile, what: Becomes, cell: str, reading: Reading, before: Profile
) -> Profile | Why | None:
    """Return the client with one answer, why it does not fit, or None where it is only kept."""
    if what is Becomes.SUBMITTED:
        at = submitted(cell, reading.zone)
        if at is None:
            return Why.UNFIT
        return _settled(profile, ("intake", "request", "at"), at)
    if what in _GUARDIAN:
        return _with_guardian(profile, _GUARDIAN[what], cell, before)
    if what not in _FIELDS:
        return None
    word = cell if what in _SEVERAL_LINES else cell.strip()
    return _unfit(what, word, reading.today) or _settled(profile, _FIELDS[what], word)


def _unfit(what: Becomes, word: str, today: date) -> Why | None:
    """Return why no field takes a word, whatever stands there; None where one may."""
    if what is Becomes.BIRTH_DATE and (born(word) is None or is_no_day(word, today)):
        return Why.UNREADABLE
    if what not in _SEVERAL_LINES and not _one_line(word):
        return Why.UNFIT
    return None


def _with_guardian(profile: Profile, name: str, cell: str, before: Profile) -> Profile | Why:
    """Return the client with a word about the guardian, unless a guardian was known before."""
    word = cell.strip()
    if not _one_line(word):
        return Why.UNFIT
    if before.intake.guardians:
        return Why.TAKEN
    known = profile.intake.guardians[0] if profile.intake.guardians else Guardian()
    return _put(profile, ("intake", "guardians"), (_put(known, (name,), word),))


def _settled(profile: Profile, path: tuple[str, ...], value: object) -> Profile | Why:
    """Return the client with a value in an empty field that takes it, or why not."""
    there: Any = profile
    for name in path:
        there = getattr(there, name)
    if there not in ("", None):
        return profile if there == value else Why.TAKEN
    made = _put(profile, path, value)
    try:
        check_profile(made)
    except FieldInvalid:
        return Why.UNFIT
    return made


def _put(record: R, path: tuple[str, ...], value: object) -> R:
    """Return a record with a value at the end of a path of names."""
    name, *rest = path
    inner = _put(getattr(record, name), tuple(rest), value) if rest else value
    return cast("R", replace(cast("DataclassInstance", record), **{name: inner}))


def _one_line(word: str) -> bool:
    """Return whether a word fits into a field of one line."""
    return len(word) <= _LONGEST_LINE and _BREAKS.isdisjoint(word)
