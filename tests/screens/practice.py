"""The invented practice of the example in vaults that are the same every time: clock, key, ids."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import bootstrap
from app.domain.answer_column import guess
from app.domain.answer_table import table_of
from app.domain.case import ServiceMode
from app.domain.consent import ConsentDraft
from app.domain.ids import CaseId, ConsentId, NoteId
from app.domain.note import NoteState
from app.services import (
    case_locks,
    cases,
    consents,
    directory,
    example,
    notes,
    questionnaires,
    reflections,
)
from app.services.questionnaires import Placed
from app.services.reflections import Writing
from storage import keys
from storage.vault import FolderDoor
from tests.admitted import admit
from tests.screens.danger import endanger
from tests.screens.ending import end
from tests.screens.family import understand
from tests.screens.kept import ask, hold
from tests.screens.measured import alarm, measure
from tests.screens.told import supervise, tell
from tests.screens.worked import work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ports import OpenVault
    from app.services.tools import Tools

PASSWORD = "晴天下的一只旧木箱"
CASE_PASSWORD = "河边的第三只石狮子"
NOW = datetime(2026, 3, 24, 11, 57, tzinfo=UTC)  # a Tuesday, 19:57 in Hangzhou
RECOVERY = ("7K3QD", "M2XWA", "9FTRB", "4HNPC", "Q8YVE", "W5JGS", "2DBXK", "R6TMZ")
_OF_A_SESSION = (
    "她停下来的那几秒，我急着接话。是怕冷场，还是怕她难过？\n"
    "下次试着多等一会儿。想在督导里问：怎样分辨沉默是在想，还是在躲。"
)
_OF_THE_CASE = "和她谈完总想多做一点。这份「想救」是谁的？"
_NO_CASE, _NO_NOTE, _NO_CONSENT = CaseId(0), NoteId(0), ConsentId(0)
NAMES = {"full": "林间咨询室", "empty": "空的保险库"}


class StandingClock:
    """A clock that stands: a picture of tomorrow is the picture of today."""

    def now(self) -> datetime:
        """Return the one moment."""
        return NOW

    def since_boot(self) -> tuple[str, float]:
        """Return a computer that was just started."""
        return "this boot", 1000.0


class SteadyDoor(FolderDoor):
    """Makes keys fast, and shows the same recovery key every time."""

    def __init__(self) -> None:
        super().__init__(StandingClock(), lambda: keys.FLOOR)

    def shown_key(self) -> tuple[str, ...]:
        """Return the recovery key that stands in pictures."""
        return RECOVERY


@dataclass(frozen=True)
class Practice:
    """Where the vaults lie, the tools they are used with, and what is in the full one.

    An id of 0 is nobody's: it stands until the full vault is made.
    """

    folder: Path
    door: SteadyDoor
    tools: Tools
    cases: tuple[CaseId, ...] = ()
    locked: CaseId = _NO_CASE
    draft: NoteId = _NO_NOTE
    ready: NoteId = _NO_NOTE
    signed: NoteId = _NO_NOTE
    amended: NoteId = _NO_NOTE
    filling: ConsentId = _NO_CONSENT
    agreed: ConsentId = _NO_CONSENT

    def place(self, which: str) -> Path:
        """Return where the vault lies that is called `full` or `empty`."""
        return self.folder / NAMES[which]

    def copied(self, folder: Path) -> Practice:
        """Return the same practice in another folder, to be changed there."""
        for name in NAMES.values():
            shutil.copytree(self.folder / name, folder / name)
        return replace(self, folder=folder)


def make(folder: Path) -> Practice:
    """Make both vaults in `folder`."""
    door = SteadyDoor()
    tools = replace(bootstrap.tools(), clock=StandingClock())
    made = Practice(folder, door, tools)
    door.create(made.place("empty"), PASSWORD, door.new_recovery_key()).vault.close()
    vault = door.create(made.place("full"), PASSWORD, door.new_recovery_key()).vault
    try:
        return _filled(made, vault)
    finally:
        vault.close()


def _filled(made: Practice, vault: OpenVault) -> Practice:
    """Put everything into the full vault that some screen shows: the example, and two cases more.

    A full Tuesday with an hour still to come, each session once, notes signed and not, consents
    in every state, one case with a password of its own.
    """
    tools = made.tools
    story = dict(bootstrap.example_practice("zh"))
    more = tomllib.loads((Path(__file__).parent / "clients.toml").read_text("utf-8"))["cases"]
    story["cases"] = [*story["cases"], *more]
    example.fill(vault, tools, story, ("zh", lambda _at, _of: None))
    known = {line.case.code: line.case.id for line in cases.list_cases(vault)}
    in_order = [known[one["code"]] for one in story["cases"]]
    first, second = in_order[:2]
    written = vault.notes.of_case(first)
    notes.amend(vault, tools.clock, written[0].id, "补记：来电时间以她的记录本为准。", "沈知远")
    understand(vault, tools, first)
    measure(vault, tools, first)
    alarm(vault, tools, in_order[2])
    endanger(vault, tools, in_order[2])
    ask(vault, tools, in_order[0])
    hold(vault, tools, in_order[3])
    end(vault, tools, in_order[1], in_order[-2])
    directory.adopt(vault, tools, "zh")
    work(vault, tools, second)
    tell(vault, tools, in_order[2])
    supervise(vault, tools, in_order[0])
    locked = next(known[one["code"]] for one in more if one.get("locked"))
    _answered(vault, tools, in_order[2])
    made = replace(
        made,
        cases=tuple(in_order),
        locked=locked,
        draft=written[-1].id,
        ready=_ready(vault, tools, in_order[2:]),
        signed=written[1].id,
        amended=written[0].id,
        agreed=vault.consents.of_case(first)[0].id,
        filling=_half_filled(vault, tools, second),
    )
    _reflected(vault, tools, first)
    case_locks.set_password(vault, tools.clock, locked, CASE_PASSWORD, recovery=True)
    return made


def _ready(vault: OpenVault, tools: Tools, among: Sequence[CaseId]) -> NoteId:
    """Give a note that is not signed what its signature asks for, and return it."""
    notes_there = (note for case_id in among for note in vault.notes.of_case(case_id))
    note_id = next(one.id for one in notes_there if one.state is NoteState.DRAFT)
    admit(vault, tools.clock, note_id)
    return note_id


def _answered(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Take the answers of an online questionnaire into a case."""
    heads = [
        "序号",
        "提交答卷时间",
        "3、目前的困扰",
        "5、一天里什么时候最难熬",
        "6、还想让咨询师知道的",
    ]
    said = [
        "17",
        "2026/3/1 21:08:40",
        "睡不着，半夜醒来",
        "傍晚，天快黑的时候",
        "怕打雷。\n喜欢养花。",
    ]
    table = table_of([heads, said])
    placed = [Placed(table.rows[0], case_id)]
    how = questionnaires.How(guess(heads), ServiceMode.ONLINE)
    questionnaires.take_in(vault, tools.clock, placed, table, how)


def _reflected(vault: OpenVault, tools: Tools, case_id: CaseId) -> None:
    """Write two private reflections: of the first session, and of the case as a whole."""
    first = vault.sessions.of_case(case_id)[0].id
    for session_id, text in ((first, _OF_A_SESSION), (None, _OF_THE_CASE)):
        reflections.keep(vault, tools.clock, Writing(case_id, session_id), text)


def _half_filled(vault: OpenVault, tools: Tools, case_id: CaseId) -> ConsentId:
    """Start a consent in which some places are still empty."""
    template = tools.consent_templates["in_person.zh"]
    consent = consents.start(vault, tools, case_id, template)
    facts = {**template.defaults, **consent.draft.facts}
    draft = ConsentDraft(template.key, template.edition, facts, consent.draft.access)
    consents.change(vault, tools, consent.id, draft)
    return consent.id
