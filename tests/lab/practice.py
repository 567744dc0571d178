"""What a counselor does, step by step, and what must be in her vault after each step.

A step is made of its number alone, so that "the first 217 steps were said to be done" is all that
has to be remembered of a program that was killed: the model says what the vault must then hold, and
a look into the vault through the same services says what it does hold.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.case import ServiceMode
from app.domain.case_form import CaseForm
from app.domain.client import Profile
from app.domain.ids import CaseId, NoteId
from app.domain.session import SessionTime
from app.services import case_forms, case_removal, cases, health, notes
from storage.keeper import FolderKeeper
from storage.vault import FolderDoor, Vault
from tests import admitted
from tests.vault.fixtures import (
    PASSWORD,
    RECOVERY,
    RECOVERY_TEXT,
    TEMPLATE,
    HandClock,
    body,
    floor,
)

if TYPE_CHECKING:
    from pathlib import Path

SIGNER = "陈咨询师"
_FIRST, _LAST = 0x4E00, 0x9FA5
_LONGEST = 3000
_RECENT = 40


@dataclass
class Written:
    """A note as it must stand in the vault."""

    case: int
    text: str = ""
    signed: bool = False
    amendments: list[str] = field(default_factory=list)
    amending: str = ""


@dataclass
class Model:
    """What a vault must hold: codes of cases, notes, the half-filled form of a case."""

    cases: dict[int, str] = field(default_factory=dict)
    notes: dict[int, Written] = field(default_factory=dict)
    form: str = ""
    last_case: int = 0

    def empty_cases(self) -> list[int]:
        """Return the cases without a note."""
        used = {one.case for one in self.notes.values()}
        return [one for one in self.cases if one not in used]


@dataclass(frozen=True)
class Step:
    """One thing that she does: what, to which case or note, with which words."""

    kind: str
    target: int = 0
    text: str = ""


def mark(number: int) -> str:
    """Return a word that only the text of this step holds."""
    return f"canary{number}x"


def words(number: int) -> str:
    """Return the text of a step: its mark, and up to 3,000 characters."""
    chance = random.Random(number * 7919 + 13)
    length = chance.randrange(_LONGEST)
    return f"{mark(number)} " + "".join(chr(chance.randrange(_FIRST, _LAST)) for _ in range(length))


def step(number: int, model: Model) -> Step:
    """Return what is done as step `number` by somebody whose vault holds `model`."""
    chance = random.Random(number)
    if not model.cases:
        return Step("open", text=f"{mark(number)}号")
    drafts = [one for one, note in model.notes.items() if not note.signed]
    signed = [one for one, note in model.notes.items() if note.signed]
    possible = [("open", 1, list(model.cases)), ("form", 2, list(model.cases))]
    possible += [("begin", 3, list(model.cases)), ("remove", 1, model.empty_cases())]
    full = [one for one in drafts if model.notes[one].text]
    possible += [("save", 12, drafts), ("leave", 4, drafts), ("sign", 3, full)]
    possible += [("amend", 2, signed), ("amending", 2, signed)]
    able = [one for one in possible if one[2]]
    kind, _, targets = chance.choices(able, weights=[weight for _, weight, _ in able])[0]
    target = chance.choice(targets[-6:])
    if kind == "open":
        return Step(kind, text=f"{mark(number)}号")
    return Step(kind, target, words(number))


def apply(done: Step, model: Model) -> None:
    """Bring the model to where the vault must be after a step."""
    _CHANGES[done.kind](done, model)


def _open(done: Step, model: Model) -> None:
    model.last_case += 1
    model.cases[model.last_case] = done.text


def _begin(done: Step, model: Model) -> None:
    model.notes[len(model.notes) + 1] = Written(done.target)


def _save(done: Step, model: Model) -> None:
    model.notes[done.target].text = done.text


def _sign(done: Step, model: Model) -> None:
    model.notes[done.target].signed = True


def _amend(done: Step, model: Model) -> None:
    model.notes[done.target].amendments.append(done.text)
    model.notes[done.target].amending = ""


def _amending(done: Step, model: Model) -> None:
    model.notes[done.target].amending = done.text


def _form(done: Step, model: Model) -> None:
    model.form = done.text


def _remove(done: Step, model: Model) -> None:
    del model.cases[done.target]


_CHANGES = {
    "open": _open,
    "begin": _begin,
    "save": _save,
    "leave": lambda _done, _model: None,
    "sign": _sign,
    "amend": _amend,
    "amending": _amending,
    "form": _form,
    "remove": _remove,
}


def perform(vault: Vault, clock: HandClock, one: Step) -> None:
    """Do a step through the services, as a screen does it."""
    clock.pass_(1)
    if one.kind in ("open", "begin", "form", "remove"):
        _perform_on_case(vault, clock, one)
    else:
        _perform_on_note(vault, clock, one)


def _perform_on_case(vault: Vault, clock: HandClock, one: Step) -> None:
    case = CaseId(one.target)
    match one.kind:
        case "open":
            cases.open_case(vault, clock, one.text, ServiceMode.ONLINE, Profile())
        case "begin":
            notes.start(vault, clock, case, SessionTime(clock.now()), TEMPLATE)
        case "form":
            case_forms.keep(vault, clock, CaseForm(code=one.text))
        case _:
            case_removal.remove(vault, clock, case)


def _perform_on_note(vault: Vault, clock: HandClock, one: Step) -> None:
    note = NoteId(one.target)
    match one.kind:
        case "save":
            notes.save_draft(vault, clock, note, body(one.text))
        case "leave":
            notes.leave(vault, note)
        case "sign":
            admitted.sign(vault, clock, note, SIGNER, "")
        case "amend":
            notes.amend(vault, clock, note, one.text, SIGNER)
        case _:
            notes.save_amendment_draft(vault, clock, note, one.text)


def after(count: int) -> Model:
    """Return what the vault must hold after the first `count` steps."""
    model = Model()
    for number in range(1, count + 1):
        apply(step(number, model), model)
    return model


def _unasked(password: str) -> None:
    """Take the place of the question for the password at a signature."""


def enter(place: Path) -> Vault:
    """Open a vault of the laboratory; Argon2id is no part of these experiments."""
    vault = FolderDoor(HandClock(), floor).open_with_recovery(place, RECOVERY_TEXT).vault
    assert isinstance(vault, Vault)
    vault.check_password = _unasked  # type: ignore[method-assign]
    return vault


def begun(place: Path, steps: int) -> tuple[Vault, HandClock]:
    """Do the first steps in a vault without a case; return it open, and the clock at its end."""
    vault, clock, model = enter(place), HandClock(), Model()
    for number in range(1, steps + 1):
        one = step(number, model)
        perform(vault, clock, one)
        apply(one, model)
    return vault, clock


def held(vault: Vault) -> Model:
    """Return what a vault holds, read through its own rows."""
    found = Model({one.id: one.code for one in vault.cases.all()})
    for case in found.cases:
        for fact in vault.notes.facts_of_case(CaseId(case)):
            note = vault.notes.get(fact.id)
            added = [one.text for one in vault.notes.amendments(fact.id)]
            text = "\n".join(part.text for part in note.body.parts)
            drafted = vault.notes.amendment_draft(fact.id)
            found.notes[fact.id] = Written(case, text, note.seal is not None, added, drafted)
    form = vault.case_form.get()
    found.form = form.code if form else ""
    return found


def differences(found: Model, wanted: Model) -> list[str]:
    """Say where two models are not the same, without their words."""
    said = []
    if found.cases != wanted.cases:
        said.append(f"cases {sorted(found.cases)} instead of {sorted(wanted.cases)}")
    if found.form != wanted.form:
        said.append("the form of a new case is another")
    if set(found.notes) != set(wanted.notes):
        said.append(f"notes {sorted(found.notes)} instead of {sorted(wanted.notes)}")
    said += [
        f"note {one} is another"
        for one in set(found.notes) & set(wanted.notes)
        if found.notes[one] != wanted.notes[one]
    ]
    return said


def unsound(vault: Vault, model: Model, *, pages: bool = True) -> list[str]:
    """Say what does not agree inside a vault: pages, chain, signatures, index, counters."""
    said = [str(one.fault) for one in health.verify(vault, FolderKeeper())] if pages else []
    rows = vault.connection.execute
    rows("INSERT INTO words (words) VALUES ('integrity-check')")
    counts = {case: one.notes for case, one in vault.notes.counts().items()}
    true: dict[int, int] = {}
    for note in model.notes.values():
        true[note.case] = true.get(note.case, 0) + 1
    if counts != true:
        said.append("the counts of notes are others")
    return said + _astray(vault, model)


def _astray(vault: Vault, model: Model) -> list[str]:
    """Say which words the search does not find once, and which it finds that are gone."""
    present = {
        text.split()[0]
        for note in model.notes.values()
        for text in [note.text, *note.amendments, note.amending]
        if text
    }
    said = [f"{one} is not found once" for one in present if vault.search.count(one) != 1]
    last = max((int(one[len("canary") : -1]) for one in present), default=0)
    gone = {mark(one) for one in range(max(1, last - _RECENT), last)} - present
    return said + [f"{one} is found and gone" for one in gone if vault.search.count(one)]


def reached(place: Path, said: int, *, pages: bool = True) -> tuple[int, list[str]]:
    """Open a vault of which `said` steps were acknowledged; return the steps it holds and faults.

    The step that was under way may be done or not, but never half.
    """
    vault = enter(place)
    try:
        found = held(vault)
        for count in (said, said + 1):
            model = after(count)
            wrong = differences(found, model)
            if not wrong:
                return count, unsound(vault, model, pages=pages)
        return said, [f"after step {said}: {one}" for one in differences(found, after(said))]
    finally:
        vault.close()


def fresh(place: Path) -> Path:
    """Make a closed vault without a case."""
    FolderDoor(HandClock(), floor).create(place, PASSWORD, RECOVERY).vault.close()
    return place
