"""The invented practice: written into a vault of its own as a counselor would have, day by day.

Every time is reckoned from now, so that this week is full and today has something in it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from app.domain.appointment import Booking
from app.domain.case import ServiceMode
from app.domain.client import EmergencyContact, Place, Profile, Relative
from app.domain.consent import ConsentState, Signature, next_states
from app.domain.consent_talk import Discussion
from app.domain.example import PASSWORD
from app.domain.note import NoteBody, NotePart
from app.domain.practice import Practice
from app.domain.practice_profile import PracticeProfile
from app.domain.recurrence import Rule
from app.domain.session import SessionTime
from app.services import (
    agenda,
    appointments,
    cases,
    consent_talks,
    consents,
    example_file,
    example_life,
    notes,
    vaults,
)
from app.services.example_file import Filing
from app.services.example_screens import change_mode, screen_case
from app.services.example_sheet import fill_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from app.domain.case import Case
    from app.domain.consent_text import ConsentTemplate
    from app.domain.ids import CaseId, ConsentId, NoteId
    from app.domain.note import NoteTemplate
    from app.ports import Clock, Door, ExampleFolder, ExampleMark, Opened, OpenVault
    from app.services.tools import Tools

_POINTS: Final = 24
_WRITTEN_AFTER: Final = timedelta(minutes=70)
_SIGNED_AFTER: Final = timedelta(hours=3)


@dataclass
class _Then:
    """A clock that stands at a moment of the past."""

    real: Clock
    moment: datetime

    def now(self) -> datetime:
        """Return that moment, and never one that is still to come."""
        return min(self.moment, self.real.now())

    def since_boot(self) -> tuple[str, float]:
        """Return what the real clock says."""
        return self.real.since_boot()


class _Known:
    """The open vault to whoever has just made it: each signature need not derive the key anew."""

    def __init__(self, vault: OpenVault) -> None:
        self._vault = vault

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - everything else is the vault's own
        return getattr(self._vault, name)

    def check_password(self, password: str) -> None:
        """Raise nothing: the password was set a moment ago."""


class ExampleVault:
    """The `Example`: makes, opens, proves and deletes the vault of the invented practice."""

    def __init__(
        self,
        parts: tuple[Callable[[], Door], Callable[[], Tools]],
        folder: ExampleFolder,
        practice: Callable[[str], Mapping[str, Any]],
    ) -> None:
        """`practice` reads the invented practice in a language."""
        self._door, self._tools = parts
        self._folder, self._practice = folder, practice

    def place(self, language: str) -> Path:
        """Return the folder of the example in a language."""
        return self._folder.place(language)

    def open(self, language: str, told: Callable[[int, int], None]) -> Opened:
        """Open the example; make it first where there is none, telling how far it is.

        Raises what `Door.create` and `Door.open` raise. What fails half-way leaves nothing.
        """
        door, tools, place = self._door(), self._tools(), self.place(language)
        if door.exists(place):
            return vaults.unlock(door, tools.clock, place, PASSWORD)
        raw = self._practice(language)
        told(0, len(raw["cases"]) + 1)
        opened = vaults.create(door, tools.clock, place, PASSWORD, door.new_recovery_key())
        vault = opened.vault
        with vault.transaction():
            self._folder.mark(vault, len(raw["cases"]))
        try:
            fill(vault, tools, raw, (language, told))
        except BaseException:
            mark = self._folder.found(vault)
            vault.close()
            if mark is not None:
                self._folder.remove(mark)
            raise
        return opened

    def found(self, vault: OpenVault) -> ExampleMark | None:
        """Return the proof that an open vault is the example, or None."""
        return self._folder.found(vault)

    def remove(self, mark: ExampleMark) -> bool:
        """Delete the closed example; return False when the proof fails."""
        return self._folder.remove(mark)


def fill(
    vault: OpenVault,
    tools: Tools,
    raw: Mapping[str, Any],
    said: tuple[str, Callable[[int, int], None]],
) -> None:
    """Write the practice `raw` in a language into an empty vault, telling how far it is."""
    language, told = said
    with vault.transaction():
        vault.settings.change_practice(practice(raw["practice"]))
    known: Any = _Known(vault)
    # The list shows the newest case first, and the first one here is the one to look at.
    for number, one in enumerate(reversed(raw["cases"]), start=1):
        told(number, len(raw["cases"]) + 1)
        _Story(known, tools, language, raw["practice"]).tell(one)
    told(len(raw["cases"]) + 1, len(raw["cases"]) + 1)


class _Story:
    """One case of the practice, from its first day until now."""

    def __init__(
        self, vault: OpenVault, tools: Tools, language: str, own: Mapping[str, str]
    ) -> None:
        self._vault, self._own, self._language = vault, own, language
        self._then = _Then(tools.clock, tools.clock.now())
        self._tools = replace(tools, clock=self._then)
        self._zone = ZoneInfo(own["time_zone"])
        self._today = tools.clock.now().astimezone(self._zone).date()

    def tell(self, raw: Mapping[str, Any]) -> None:
        """Open the case, agree on times, write the notes, take the consent as far as it went."""
        begun = self._at(raw, -raw["weeks"])
        self._then.moment = begun - timedelta(days=3)
        mode = ServiceMode(raw["mode"])
        client = profile(raw["client"], self._own)
        client = replace(client, intake=example_life.intake(raw.get("intake", {}), begun))
        first = ServiceMode(raw.get("first_mode", raw["mode"]))
        case = cases.open_case(self._vault, self._then, raw["code"], first, client)
        screen_case(self._vault, self._tools, case, self._language)
        example_life.before(self._vault, self._tools, case, raw)
        self._consent(case, raw, begun)
        if raw.get("agreement"):
            self._then.moment = begun - timedelta(days=1)
            sign_consent(self._vault, self._tools, case.id, f"group.{self._language}")
        if raw.get("weekly", True):
            self._book(replace(case, mode=mode), raw, begun)
        for one in raw.get("notes", ()):
            self._note(case, raw, one)
        if mode is not first:
            change_mode(self._vault, self._tools, case, (mode, raw, self._language))
        self._settle(case, raw)
        example_life.after(self._vault, self._tools, case, (raw, self._language))
        for one in raw.get("file", ()):
            self._file(case, one)

    def _at(self, raw: Mapping[str, Any], week: int) -> datetime:
        """Return when the session of a week was, or is: by the counselor's clock."""
        day = self._today + timedelta(days=raw["day"], weeks=week)
        return datetime.combine(day, time.fromisoformat(raw["at"]), self._zone)

    def _book(self, case: Case, raw: Mapping[str, Any], begun: datetime) -> None:
        """Agree on the same hour every week, or every second one."""
        rule = Rule(interval=raw.get("every", 1), weekdays=(begun.weekday(),))
        booking = Booking(
            case.id, begun, case.mode, raw.get("minutes", 50), self._own["time_zone"], rule
        )
        appointments.book(self._vault, self._then, booking)

    def _note(self, case: Case, raw: Mapping[str, Any], one: Mapping[str, Any]) -> None:
        """Write a note after its session, and sign it in the evening."""
        starts = self._at(raw, one["week"])
        self._then.moment = starts + _WRITTEN_AFTER
        template = self._template(one.get("template", "free"))
        when = SessionTime(starts, raw.get("minutes", 50))
        note = notes.start(self._vault, self._then, case.id, when, template)
        written = one.get("parts", {template.parts[0].key: one.get("text", "")})
        parts = tuple(
            NotePart(part.key, part.title, written.get(part.key, "")) for part in template.parts
        )
        body = NoteBody(template.key, template.edition, parts)
        notes.save_draft(self._vault, self._then, note.id, body)
        notes.leave(self._vault, note.id)
        if one.get("sign", True):
            self._then.moment = starts + _SIGNED_AFTER
            signer = self._own["counselor"]
            sign_note(self._vault, self._tools, note.id, (signer, PASSWORD))

    def _file(self, case: Case, one: Mapping[str, Any]) -> None:
        """Make an entry on its day, so many days ago."""
        day = self._today - timedelta(days=one["ago"])
        self._then.moment = datetime.combine(day, time.fromisoformat(one["at"]), self._zone)
        made = Filing(self._vault, self._tools, case, day, self._language, one)
        example_file.enter(made)

    def _template(self, key: str) -> NoteTemplate:
        """Return a template in the language of the practice, or as it is."""
        found = self._tools.note_templates
        return found.get(f"{key}.{self._language}", found[key])

    def _settle(self, case: Case, raw: Mapping[str, Any]) -> None:
        """Note in which weeks nobody came, and which were called off."""
        for word, settle in (("missed", appointments.miss), ("cancelled", appointments.cancel)):
            for week in raw.get(word, ()):
                starts = self._at(raw, week)
                self._then.moment = starts + timedelta(hours=1)
                found = agenda.appointments_between(
                    self._vault, starts, starts + timedelta(minutes=1)
                )
                for one in [one for one in found if one.case_id == case.id]:
                    settle(self._vault, self._then, one.which)

    def _consent(self, case: Case, raw: Mapping[str, Any], begun: datetime) -> None:
        """Take the consent to where it stands: a step a day before the first session."""
        wanted = raw["consent"]
        key = consent_key(case.mode, self._language)
        if wanted == "draft":
            consents.start(self._vault, self._tools, case.id, self._tools.consent_templates[key])
            return
        self._then.moment = begun - timedelta(days=2)
        stop = ConsentState(wanted) if wanted != "withdrawn" else ConsentState.SIGNED
        made = sign_consent(self._vault, self._tools, case.id, key, stop)
        if wanted == "withdrawn":
            self._then.moment = self._at(raw, raw["withdrawn"]) + timedelta(hours=1)
            consents.step(self._vault, self._tools, made, ConsentState.WITHDRAWN)


def sign_note(vault: OpenVault, tools: Tools, note_id: NoteId, signed: tuple[str, str]) -> None:
    """Sign a note as this counselor with this password; a session of the example is a formal one.

    What else the gate comes to ask of a session is put on record here, for example and demo alike.
    """
    signer, password = signed
    fill_sheet(vault, tools, note_id)
    notes.sign(vault, tools.clock, note_id, signer, password)


def consent_key(mode: ServiceMode, language: str) -> str:
    """Return the key of the consent text for a way of service."""
    return f"{'online' if mode.remote else 'in_person'}.{language}"


def sign_consent(
    vault: OpenVault,
    tools: Tools,
    case_id: CaseId,
    key: str = "online.zh",
    stop: ConsentState = ConsentState.SIGNED,
) -> ConsentId:
    """Take a consent form through its steps up to `stop`; sign it with drawn signatures."""
    template = tools.consent_templates[key]
    consent = consents.start(vault, tools, case_id, template)
    blank = "（示例）" if template.language == "zh" else "(example)"
    facts = {
        one: consent.draft.facts.get(one) or template.defaults.get(one) or blank
        for one in template.facts
    }
    consents.change(vault, tools, consent.id, replace(consent.draft, facts=facts))
    consent_talks.keep(vault, consent.id, discussed(template))
    while consent.state is not stop:
        state = next_states(consent.state, consent.purpose)[0]
        if state is not ConsentState.SIGNED:
            consent = consents.step(vault, tools, consent.id, state)
            continue
        form, now = consents.form(vault, consent.id), tools.clock.now()
        drawn = tuple(
            Signature(signer, scribble(at), now) for at, signer in enumerate(form.signers)
        )
        consent = consents.sign_on_screen(vault, tools, consent.id, drawn)
    return consent.id


def discussed(template: ConsentTemplate) -> Discussion:
    """Return an invented discussion of a text, in its language."""
    points = tuple(one.key for one in template.talk)
    if template.language == "zh":
        return Discussion(
            points,
            "问了督导会不会知道自己的名字。",
            "我说的话不会告诉别人，除非我或别人有危险，或者法律要求；那时会先和我商量。",
        )
    return Discussion(
        points,
        "Asked whether the supervisor would learn the client's name.",
        "What I say stays here, unless I or somebody else is in danger, or the law asks for it; "
        "then we talk first.",
    )


def practice(raw: Mapping[str, Any]) -> Practice:
    """Return the invented practice."""
    apart = ("city", "time_zone", "code", "profile")
    kept: dict[str, Any] = {key: text for key, text in raw.items() if key not in apart}
    own = PracticeProfile(code=raw.get("code", ""), **raw.get("profile", {}))
    return Practice(**kept, place=Place(raw["city"], raw["time_zone"]), profile=own)


def profile(raw: Mapping[str, Any], own: Mapping[str, str]) -> Profile:
    """Return an invented client."""
    plain = {
        key: raw.get(key, "")
        for key in (
            "name", "phone", "id_number", "wechat", "email",
            "address", "employer", "school", "birth_date",
        )
    }  # fmt: skip
    people = tuple(
        Relative(one["name"], one["relation"], tuple(one.get("aliases", ())))
        for one in raw.get("people", ())
    )
    return Profile(
        **plain,
        aliases=tuple(raw.get("aliases", ())),
        place=Place(raw["city"], raw["time_zone"]),
        counselor_place=Place(own["city"], own["time_zone"]),
        emergency=EmergencyContact(**raw.get("emergency", {})),
        people=people,
        places=tuple(raw.get("places", ())),
        organisations=tuple(raw.get("organisations", ())),
    )


def scribble(turn: int) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return an invented signature: two waves of a pen in a box 3 wide and 1 high."""
    first = tuple(
        (0.4 + 1.6 * at / _POINTS, 0.5 + 0.28 * math.sin(at * 0.9 + turn)) for at in range(_POINTS)
    )
    second = tuple(
        (1.2 + 1.3 * at / _POINTS, 0.55 + 0.2 * math.cos(at * 0.7 + turn)) for at in range(_POINTS)
    )
    return (first, second)
