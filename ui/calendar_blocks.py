"""An appointment as the grids paint it, and which lane it takes beside others."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.domain.appointment import AppointmentState, Which
from app.domain.local_time import wall
from ui.calendar_words import SIGNS, away, place_word, state_word, who

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from app.domain.ids import SessionId
    from app.services.agenda import Agenda, Line, LooseSession
    from ui.theme.roles import Tone

DAY_MINUTES: Final = 24 * 60
_LEAST: Final = 25  # a short one is painted, and takes its lane, as if it were this long
translate = QCoreApplication.translate


@dataclass(frozen=True)
class Block:
    """What is painted: wall times without zone, words, and how it stands.

    `there` is the client's local time where it differs, with the city and without. A session
    without an appointment has no `which` but its own number. One of a series has
    its `slot` too, by which it is found again when it got a row of its own, or lost it.
    """

    which: Which | None
    begin: datetime
    end: datetime
    title: str = field(repr=False)
    time: str
    there: tuple[str, str] = field(repr=False)
    state: str
    icon: str
    tone: Tone
    standing: bool
    gone: bool = False
    conflict: bool = False
    loose: bool = False
    slot: Which | None = None
    session_id: SessionId | None = None

    @property
    def names(self) -> frozenset[Which | SessionId]:
        """Everything it may be called by; two blocks that share a name are the same one."""
        return frozenset(one for one in (self.which, self.slot, self.session_id) if one is not None)

    def spoken(self) -> str:
        """Return it as a screen reader should say it."""
        clash = translate("Calendar", "与另一个重叠") if self.conflict else ""
        parts = (self.title, self.time, self.there[0], self.state, clash)
        return translate("Calendar", "，").join(one for one in parts if one)


@dataclass(frozen=True)
class Lane:
    """Where a block stands on its day: minutes of the day, and the `lane`-th of `lanes`."""

    block: Block
    top: int
    bottom: int
    lane: int
    lanes: int


def blocks(agenda: Agenda, zone: str) -> tuple[Block, ...]:
    """Return everything of a range, in order of time; any thread may make them."""
    made = [_block(line, zone) for line in agenda.lines]
    made += [_loose(one, zone) for one in agenda.loose]
    return tuple(sorted(made, key=lambda one: (one.begin, one.title)))


def on_day(all_blocks: Iterable[Block], day: date) -> list[Block]:
    """Return the blocks any of which lies on `day`."""
    begin = datetime.combine(day, datetime.min.time())
    end = begin + timedelta(days=1)
    return [one for one in all_blocks if one.begin < end and one.end > begin]


def lanes(of_day: Sequence[Block], day: date) -> list[Lane]:
    """Return where each block of a day stands; those at the same time stand side by side."""
    begin = datetime.combine(day, datetime.min.time())
    made: list[Lane] = []
    group: list[tuple[Block, int, int, int]] = []
    until = -1
    for block in sorted(of_day, key=lambda one: (one.begin, one.end)):
        top = max(0, _minutes(block.begin - begin))
        bottom = min(DAY_MINUTES, max(_minutes(block.end - begin), top + _LEAST))
        if top >= until:
            made += _settled(group)
            group = []
        taken = {lane for _, _, low, lane in group if low > top}
        lane = next(number for number in range(len(group) + 1) if number not in taken)
        group.append((block, top, bottom, lane))
        until = max(until, bottom)
    return made + _settled(group)


def _settled(group: list[tuple[Block, int, int, int]]) -> list[Lane]:
    """Return the lanes of blocks that hang together."""
    count = max((lane for *_, lane in group), default=0) + 1
    return [Lane(block, top, bottom, lane, count) for block, top, bottom, lane in group]


def _minutes(span_: timedelta) -> int:
    return int(span_.total_seconds() // 60)


def _block(line: Line, zone: str) -> Block:
    one = line.appointment
    icon, tone = SIGNS[one.state]
    begin, end = wall(one.starts_at, zone), wall(one.ends_at, zone)
    there = line.person.there
    short = away(one.starts_at, zone, there, city=False)
    return Block(
        one.which,
        begin.replace(tzinfo=None),
        end.replace(tzinfo=None),
        who(line.person),
        f"{begin:%H:%M}–{end:%H:%M}",
        (f"{place_word(there)} {short}" if short else "", short),
        state_word(one.state),
        icon,
        tone,
        one.state.standing,
        gone=one.state is AppointmentState.CANCELLED,
        conflict=line.conflict,
        slot=Which(None, one.series_id, one.slot) if one.series_id is not None else None,
    )


def _loose(one: LooseSession, zone: str) -> Block:
    session = one.session
    begin = wall(session.starts_at, zone).replace(tzinfo=None)
    end = wall(session.starts_at + timedelta(minutes=session.minutes), zone).replace(tzinfo=None)
    return Block(
        None,
        begin,
        end,
        who(one.person),
        f"{begin:%H:%M}–{end:%H:%M}",
        ("", ""),
        translate("Calendar", "无预约"),
        "circle-alert",
        "mid",
        standing=False,
        loose=True,
        session_id=session.id,
    )
