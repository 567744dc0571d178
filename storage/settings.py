"""Choices kept inside the vault."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from app.domain.as_json import as_json
from app.domain.backup import BackupPlan, Every
from app.domain.caseload import Ceilings
from app.domain.catalogue import edition_of
from app.domain.client import Place
from app.domain.complaint import Complaint, Fault
from app.domain.consent_renewal import MONTHS
from app.domain.consent_template import from_raw, to_raw
from app.domain.differs import Differs
from app.domain.dropped import USUAL_WEEKS
from app.domain.hour_goals import rule_set_of
from app.domain.hours import HourFacts, facts_from_mapping
from app.domain.ids import CaseId, NoteId
from app.domain.imported_note import NoteImport
from app.domain.note import NoteTemplate, TemplatePart
from app.domain.practice import Practice
from app.domain.practice_profile import PracticeProfile
from app.domain.progress_review import EVERY
from app.domain.retention import Keeping, keeping_of
from app.domain.safeguard import Answer, ComputerSafety, Finding, Safeguard
from app.domain.scale import scale_of
from app.domain.succession import SuccessionPlan
from storage import times
from storage.times import from_text, to_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from app.domain.catalogue import CatalogueEdition
    from app.domain.consent_text import ConsentTemplate
    from app.domain.hour_goals import RuleSet
    from app.domain.scale import Scale

_QUESTIONNAIRES: Final = 20


def _mark(heads: Sequence[str]) -> str:
    """Return what tells these heads from all others and says none of them."""
    return hashlib.sha256(json.dumps(list(heads)).encode()).hexdigest()


class SettingRows:
    """The `Settings` of a vault."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401
        self._connection = connection

    def practice(self) -> Practice:
        """Return who the counselor is."""
        raw = self._get("practice")
        if raw is None:
            return Practice()
        profile = PracticeProfile(**raw.get("profile", {}))
        return Practice(**{**raw, "place": Place(**raw["place"]), "profile": profile})

    def change_practice(self, practice: Practice) -> None:
        """Store who the counselor is."""
        self._set("practice", asdict(practice))

    def open_note(self) -> NoteId | None:
        """Return the note that was being written when the vault was locked."""
        raw = self._get("open note")
        return None if raw is None else NoteId(raw)

    def remember_open_note(self, note_id: NoteId | None) -> None:
        """Remember the note that is being written."""
        self._set("open note", note_id)

    def calendar_place(self) -> tuple[str, str, CaseId | None] | None:
        """Return view, day (ISO) and case of the calendar where the vault was locked, or None."""
        raw = self._get("calendar place")
        return None if raw is None else (raw[0], raw[1], raw[2])

    def remember_calendar_place(self, place: tuple[str, str, CaseId | None] | None) -> None:
        """Remember where in the calendar one is, or that one is elsewhere."""
        self._set("calendar place", place)

    def open_page(self) -> tuple[str | int | None, ...] | None:
        """Return the page with something unfinished on which the vault was locked, or None."""
        raw = self._get("open page")
        return None if raw is None else tuple(raw)

    def remember_open_page(self, place: Sequence[str | int | None] | None) -> None:
        """Remember the page on which something is unfinished, or that there is none."""
        self._set("open page", place)

    def practice_drafts(self) -> dict[str, dict[str, str]]:
        """Return the records of the practice that still lack something, as typed, by their key."""
        return dict(self._get("practice drafts") or {})

    def keep_practice_draft(self, key: str, words: Mapping[str, str]) -> None:
        """Keep such a record as typed, in place of the last; no words keep nothing."""
        known = {one: kept for one, kept in self.practice_drafts().items() if one != key}
        self._set("practice drafts", {**known, key: dict(words)} if words else known)

    def answer_columns(self, heads: Sequence[str]) -> tuple[str, ...]:
        """Return what was chosen for the columns under these heads, or nothing."""
        known = self._get("answer columns") or []
        mark = _mark(heads)
        return next((tuple(chosen) for kept, chosen in known if kept == mark), ())

    def remember_answer_columns(self, heads: Sequence[str], chosen: Sequence[str]) -> None:
        """Remember what was chosen, of the questionnaires that were used last.

        Heads are known again by their digest: in a table without any they are somebody's answers.
        """
        mark = _mark(heads)
        known = [one for one in self._get("answer columns") or [] if one[0] != mark]
        self._set("answer columns", [[mark, list(chosen)], *known][:_QUESTIONNAIRES])

    def note_imports(self) -> tuple[NoteImport, ...]:
        """Return the imports of old notes that can be taken back, in their order."""
        return tuple(
            NoteImport(
                raw["number"],
                times.from_text(raw["at"]),
                *(tuple(raw[name]) for name in ("entries", "cases", "marks")),
            )
            for raw in self._get("note imports") or ()
        )

    def change_note_imports(self, imports: Sequence[NoteImport]) -> None:
        """Store the imports that can be taken back."""
        self._set("note imports", [{**asdict(one), "at": times.to_text(one.at)} for one in imports])

    def note_templates(self) -> tuple[NoteTemplate, ...]:
        """Return the templates that the counselor made, in her order."""
        return tuple(
            NoteTemplate(**{**raw, "parts": tuple(TemplatePart(**part) for part in raw["parts"])})
            for raw in self._get("note templates") or ()
        )

    def change_note_templates(self, templates: Sequence[NoteTemplate]) -> None:
        """Store the templates that the counselor made."""
        self._set("note templates", [asdict(one) for one in templates])

    def scales(self) -> tuple[Scale, ...]:
        """Return the scales that the counselor made, every edition, the oldest first."""
        return tuple(scale_of(raw) for raw in self._get("scales") or ())

    def change_scales(self, scales: Sequence[Scale]) -> None:
        """Store the scales that the counselor made."""
        self._set("scales", [as_json(one) for one in scales])

    def catalogues(self) -> tuple[CatalogueEdition, ...]:
        """Return what she worded of lists and texts, every edition, the oldest first."""
        return tuple(edition_of(raw) for raw in self._get("catalogues") or ())

    def change_catalogues(self, editions: Sequence[CatalogueEdition]) -> None:
        """Store what she worded of lists and texts."""
        self._set("catalogues", [as_json(one) for one in editions])

    def catalogues_begun(self) -> tuple[CatalogueEdition, ...]:
        """Return what is typed of lists and texts and not kept yet."""
        return tuple(edition_of(raw) for raw in self._get("catalogues begun") or ())

    def keep_catalogue_begun(self, begun: CatalogueEdition) -> None:
        """Keep what is typed of one, in place of the last; no sections keep nothing."""
        rest = [one for one in self.catalogues_begun() if one.key != begun.key]
        found = [*rest, begun] if begun.sections else rest
        self._set("catalogues begun", [as_json(one) for one in found])

    def hour_facts(self) -> HourFacts:
        """Return how the sessions of every case count unless their case says otherwise."""
        return facts_from_mapping(self._get("hour facts") or {})

    def change_hour_facts(self, facts: HourFacts) -> None:
        """Store how the sessions of every case count."""
        self._set("hour facts", as_json(facts))

    def hour_rules(self) -> tuple[RuleSet, ...]:
        """Return the rule sets that the counselor wrote, every edition, the oldest first."""
        return tuple(rule_set_of(raw) for raw in self._get("hour rules") or ())

    def change_hour_rules(self, rules: Sequence[RuleSet]) -> None:
        """Store the rule sets that the counselor wrote."""
        self._set("hour rules", [as_json(one) for one in rules])

    def hour_rules_begun(self) -> dict[str, dict[str, str]]:
        """Return what is written of rule sets and not kept yet, as typed, by their key."""
        return dict(self._get("hour rules begun") or {})

    def keep_hour_rules_begun(self, key: str, words: Mapping[str, str]) -> None:
        """Keep what is written of a rule set, in place of the last; no words keep nothing."""
        known = {one: kept for one, kept in self.hour_rules_begun().items() if one != key}
        self._set("hour rules begun", {**known, key: dict(words)} if words else known)

    def hour_rules_chosen(self) -> str:
        """Return the key of the rule set that is looked at, or nothing."""
        return str(self._get("hour rules chosen") or "")

    def choose_hour_rules(self, key: str) -> None:
        """Remember which rule set is looked at."""
        self._set("hour rules chosen", key)

    def scales_begun(self) -> dict[str, dict[str, str]]:
        """Return what is written of scales and not kept yet, as typed, by their key."""
        return dict(self._get("scales begun") or {})

    def keep_scale_begun(self, key: str, words: Mapping[str, str]) -> None:
        """Keep what is written of a scale, in place of the last; no words keep nothing."""
        known = {one: kept for one, kept in self.scales_begun().items() if one != key}
        self._set("scales begun", {**known, key: dict(words)} if words else known)

    def consent_texts(self) -> tuple[ConsentTemplate, ...]:
        """Return the consent texts that the counselor made, in her order."""
        return tuple(from_raw(raw) for raw in self._get("consent texts") or ())

    def change_consent_texts(self, texts: Sequence[ConsentTemplate]) -> None:
        """Store the consent texts that the counselor made."""
        self._set("consent texts", [to_raw(one) for one in texts])

    def consent_text_begun(self) -> ConsentTemplate | None:
        """Return the consent text that is not finished, or None."""
        raw = self._get("consent text begun")
        return None if raw is None else from_raw(raw)

    def change_consent_text_begun(self, text: ConsentTemplate | None) -> None:
        """Store the consent text that is not finished, or that there is none."""
        self._set("consent text begun", None if text is None else to_raw(text))

    def renewal_months(self) -> int:
        """Return after how many months a consent is gone through again (clause 159)."""
        raw = self._get("consent renewal")
        return MONTHS if raw is None else int(raw)

    def change_renewal_months(self, months: int) -> None:
        """Store after how many months a consent is gone through again."""
        self._set("consent renewal", months)

    def usual_note_template(self) -> str:
        """Return the key of the template new notes begin in; nothing where none was chosen."""
        raw = self._get("usual note template")
        return raw if isinstance(raw, str) else ""

    def choose_usual_note_template(self, key: str) -> None:
        """Store in which template new notes begin."""
        self._set("usual note template", key)

    def problem_kinds(self) -> tuple[str, ...]:
        """Return the counselor's own list of kinds of problem; none where she made none."""
        return tuple(self._get("problem kinds") or ())

    def change_problem_kinds(self, kinds: Sequence[str]) -> None:
        """Store the counselor's own list of kinds of problem."""
        self._set("problem kinds", list(kinds))

    def review_every(self) -> int:
        """Return after how many sessions a review is due."""
        raw = self._get("review every")
        return raw if isinstance(raw, int) else EVERY

    def choose_review_every(self, sessions: int) -> None:
        """Store after how many sessions a review is due."""
        self._set("review every", sessions)

    def quiet_weeks(self) -> int:
        """Return after how many quiet weeks a client counts as gone; 0: never."""
        raw = self._get("quiet weeks")
        return raw if isinstance(raw, int) else USUAL_WEEKS

    def choose_quiet_weeks(self, weeks: int) -> None:
        """Store after how many quiet weeks a client counts as gone."""
        self._set("quiet weeks", weeks)

    def keeping(self) -> Keeping:
        """Return how long the practice keeps its records."""
        raw = self._get("keeping")
        return Keeping() if raw is None else keeping_of(raw)

    def choose_keeping(self, keeping: Keeping) -> None:
        """Store how long the practice keeps its records."""
        self._set("keeping", asdict(keeping))
        self._set("keeping begun", None)

    def keeping_begun(self) -> dict[str, str]:
        """Return a choice of that which is not made yet, as typed, or nothing."""
        return dict(self._get("keeping begun") or {})

    def keep_keeping(self, words: Mapping[str, str]) -> None:
        """Keep such a choice as typed; no words keep nothing."""
        self._set("keeping begun", dict(words) or None)

    def put_off(self) -> dict[str, str]:
        """Return until which day (ISO) things that wait were put off, by what they are known by."""
        raw = self._get("put off")
        return raw if isinstance(raw, dict) else {}

    def change_put_off(self, until: Mapping[str, str]) -> None:
        """Store what was put off, and until when."""
        self._set("put off", dict(until))

    def ceilings(self) -> Ceilings:
        """Return how many sessions a day and a week are to hold at most."""
        raw = self._get("ceilings")
        return Ceilings(*raw) if isinstance(raw, list) else Ceilings()

    def choose_ceilings(self, ceilings: Ceilings) -> None:
        """Store how many sessions a day and a week are to hold at most."""
        self._set("ceilings", [ceilings.day, ceilings.week])

    def succession_plan(self) -> SuccessionPlan:
        """Return what was settled on for the case of death or illness."""
        raw = self._get("succession")
        if raw is None:
            return SuccessionPlan()
        return SuccessionPlan(
            raw["key"],
            frozenset(CaseId(one) for one in raw["people"]),
            frozenset(CaseId(one) for one in raw["emergencies"]),
            raw["words"],
            None if raw["made_at"] is None else times.from_text(raw["made_at"]),
        )

    def change_succession_plan(self, plan: SuccessionPlan) -> None:
        """Store what was settled on."""
        said = {
            "key": plan.key,
            "people": sorted(plan.people),
            "emergencies": sorted(plan.emergencies),
            "words": plan.words,
            "made_at": None if plan.made_at is None else times.to_text(plan.made_at),
        }
        self._set("succession", said)

    def backup_plan(self) -> BackupPlan:
        """Return where and when backups are made, and how the last one went."""
        raw = self._get("backup plan")
        if raw is None:
            return BackupPlan()
        return BackupPlan(
            raw["folder"],
            Every(raw["every"]),
            raw["remind_days"],
            last=None if raw["last"] is None else from_text(raw["last"]),
            drilled=None if raw["drilled"] is None else from_text(raw["drilled"]),
            parted=None if raw.get("parted") is None else from_text(raw["parted"]),
            differs=tuple(Differs(*one) for one in raw.get("differs", [])),
            elsewhere=None if raw.get("elsewhere") is None else from_text(raw["elsewhere"]),
        )

    def change_backup_plan(self, plan: BackupPlan) -> None:
        """Store where and when backups are made."""
        said = {
            "folder": plan.folder,
            "every": plan.every.value,
            "remind_days": plan.remind_days,
            "last": None if plan.last is None else to_text(plan.last),
            "drilled": None if plan.drilled is None else to_text(plan.drilled),
            "parted": None if plan.parted is None else to_text(plan.parted),
            "differs": [[one.recording, one.gone, one.kept] for one in plan.differs],
            "elsewhere": None if plan.elsewhere is None else to_text(plan.elsewhere),
        }
        self._set("backup plan", said)

    def computer_safety(self) -> ComputerSafety:
        """Return what is known of the computer around the vault."""
        raw = self._get("computer safety")
        if raw is None:
            return ComputerSafety()
        findings = {
            Safeguard(which): Finding(Answer(said), from_text(at), seen=seen)
            for which, (said, at, seen) in raw["findings"].items()
        }
        at = raw["checked_at"]
        return ComputerSafety(findings, None if at is None else from_text(at))

    def keep_computer_safety(self, safety: ComputerSafety) -> None:
        """Store what is known of the computer around the vault."""
        findings = {
            which.value: (one.answer.value, to_text(one.at), one.seen)
            for which, one in safety.findings.items()
        }
        at = safety.checked_at
        said = {"findings": findings, "checked_at": None if at is None else to_text(at)}
        self._set("computer safety", said)

    def example_mark(self) -> tuple[str, int] | None:
        """Return the mark of the example: the id of its vault in hex, and its number of cases."""
        raw = self._get("example")
        return None if raw is None else (raw[0], raw[1])

    def mark_example(self, vault_id: str, cases: int) -> None:
        """Mark this vault as the example, which may be deleted with a click."""
        self._set("example", (vault_id, cases))

    def keyring(self) -> tuple[str, bool]:
        """Return what the system's keyring is to keep, in hex ("" for nothing), and if it may."""
        raw = self._get("keyring")
        return ("", False) if raw is None else (raw[0], raw[1])

    def remember_keyring(self, secret: str, *, out: bool) -> None:
        """Store what the keyring is to keep; `out` says that it may lie there now."""
        self._set("keyring", (secret, out))

    def last_check(self) -> datetime | None:
        """Return when the vault was checked whole for the last time, or None for never."""
        raw = self._get("checked at")
        return None if raw is None else times.from_text(raw)

    def check_findings(self) -> tuple[Complaint, ...]:
        """Return what the last check found wrong that leaves the vault in use."""
        return tuple(
            Complaint(Fault[name], number) for name, number in self._get("check findings") or ()
        )

    def remember_check(self, at: datetime, found: Sequence[Complaint] = ()) -> None:
        """Store that the vault was checked whole, and what was found wrong: kinds and numbers."""
        self._set("checked at", times.to_text(at))
        self._find(found)
        self._set("came hurt", None)

    def came_hurt(self) -> datetime | None:
        """Return when a vault was first opened that came with hurt recordings, till a check."""
        raw = self._get("came hurt")
        return None if raw is None else times.from_text(raw)

    def remember_arrival(self, at: datetime, found: Sequence[Complaint]) -> None:
        """Store what is known wrong, now that a vault was opened that was restored or salvaged."""
        self._find(found)
        self._set("came hurt", times.to_text(at))

    def _find(self, found: Sequence[Complaint]) -> None:
        self._set("check findings", [[one.fault.name, one.number] for one in found])

    def _get(self, key: str) -> Any:  # noqa: ANN401
        """Return the JSON value of a key, or None."""
        row = self._connection.execute(
            "SELECT value FROM settings WHERE key = ?", (key,)
        ).fetchone()
        return json.loads(row[0]) if row else None

    def _set(self, key: str, value: Any) -> None:  # noqa: ANN401
        """Store a JSON value."""
        self._connection.execute(
            "INSERT INTO settings (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, json.dumps(value)),
        )
