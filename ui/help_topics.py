"""The topics of the help, as they stand in resources/help, and the search through them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from app.domain.term import spoken
from resources import resource
from ui import translation
from ui.page import (
    Destination,
    ToAnswers,
    ToBackup,
    ToCalendar,
    ToCaseForm,
    ToCaseKeeping,
    ToCaseLock,
    ToCases,
    ToCatalogues,
    ToCompleteness,
    ToConsent,
    ToConsentBoard,
    ToConsents,
    ToConsentTexts,
    ToContacts,
    ToCourse,
    ToCrisis,
    ToDecline,
    ToDestroy,
    ToDisclosure,
    ToDue,
    ToEnding,
    ToEthics,
    ToExport,
    ToFollowUp,
    ToFormulation,
    ToGenogram,
    ToHealth,
    ToHelp,
    ToHold,
    ToHourRules,
    ToHours,
    ToIntake,
    ToIntakePaper,
    ToKeeping,
    ToMeasures,
    ToModeChange,
    ToNewCase,
    ToNewPassword,
    ToNewRecovery,
    ToNote,
    ToNoteImport,
    ToNoteTemplates,
    ToOldNotes,
    ToPractice,
    ToQuestionnaire,
    ToReadable,
    ToReasons,
    ToRecordCopy,
    ToRecordings,
    ToReferral,
    ToReflections,
    ToReport,
    ToRequests,
    ToRestore,
    ToRisk,
    ToSafetyPlan,
    ToSalvage,
    ToSamples,
    ToScales,
    ToScreen,
    ToSearch,
    ToSecurity,
    ToSettings,
    ToStatistics,
    ToSuccession,
    ToSupervision,
    ToTechSheet,
    ToToday,
    ToTrail,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.term import Term

FIRST: Final = "first-day"
CLAUSES: Final = "clauses"
"""The topic that tells every clause in a sentence."""
MOST: Final = 60
_BEFORE: Final = 18
_ABOUT: Final[dict[type[Destination], str]] = {
    ToToday: "today",
    ToCases: "cases",
    ToNewCase: "cases",
    ToCaseForm: "cases",
    ToCaseLock: "case-password",
    ToScreen: "suitability",
    ToModeChange: "suitability",
    ToQuestionnaire: "questionnaires",
    ToAnswers: "questionnaires",
    ToNoteImport: "old-notes",
    ToOldNotes: "old-notes",
    ToIntakePaper: "questionnaires",
    ToContacts: "between",
    ToReasons: "signing",
    ToIntake: "intake",
    ToDecline: "intake",
    ToReflections: "reflections",
    ToRecordCopy: "record-copy",
    ToCourse: "between",
    ToTechSheet: "suitability",
    ToRisk: "risk",
    ToDisclosure: "disclosure",
    ToEthics: "disclosure",
    ToSafetyPlan: "risk",
    ToCrisis: "crisis",
    ToReferral: "ending",
    ToEnding: "ending",
    ToFollowUp: "ending",
    ToFormulation: "formulation",
    ToReport: "supervision",
    ToSupervision: "supervision",
    ToGenogram: "genogram",
    ToMeasures: "scales",
    ToScales: "scales",
    ToCatalogues: "catalogues",
    ToHours: "hours",
    ToHourRules: "hours",
    ToNote: "notes",
    ToNoteTemplates: "templates",
    ToConsent: "consent",
    ToConsents: "consent",
    ToConsentBoard: "consent",
    ToConsentTexts: "consent-texts",
    ToExport: "supervision",
    ToDestroy: "destroying",
    ToKeeping: "keeping",
    ToCaseKeeping: "keeping",
    ToHold: "keeping",
    ToRecordings: "recordings",
    ToRequests: "requests",
    ToSearch: "search",
    ToCalendar: "calendar",
    ToSettings: "settings",
    ToNewPassword: "password",
    ToNewRecovery: "password",
    ToSuccession: "succession",
    ToHealth: "damage",
    ToSalvage: "damage",
    ToBackup: "backup",
    ToReadable: "backup",
    ToSecurity: "computer",
    ToPractice: "practice",
    ToTrail: "trail",
    ToDue: "overview",
    ToCompleteness: "overview",
    ToSamples: "overview",
    ToStatistics: "overview",
    ToRestore: "backup",
    ToHelp: FIRST,
}
_LINK: Final = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_LEAD: Final = re.compile(r"^(?:#+|[-*]|\d+\.|>)\s+")
_CLAUSE: Final = re.compile(r"(.+?) ?[（(](\d{3})[）)][:：]")
_DRESS: Final = re.compile(r"\*\*|`|\\(?=[*#`\[\]_<>])")


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: its key, its title, and its text in Markdown."""

    key: str
    title: str
    text: str

    def paragraphs(self) -> tuple[str, ...]:
        """Return the text without its dress, a paragraph, heading or list item each."""
        lines = (plain(line) for line in self.text.splitlines())
        return tuple(line for line in lines if line)

    def links(self) -> tuple[str, ...]:
        """Return where its links lead."""
        return tuple(found[2] for found in _LINK.finditer(self.text))


@dataclass(frozen=True, slots=True)
class HelpHit:
    """A paragraph of a topic with a preview of it, in which `start` to `end` is what was sought."""

    topic: Topic
    paragraph: str
    preview: str
    start: int
    end: int

    def spoken(self) -> str:
        """Return the hit as a screen reader should say it."""
        return f"{self.topic.title}: {self.preview}"


def plain(line: str) -> str:
    """Return a line of Markdown as it is read."""
    bare = _LEAD.sub("", line.strip())
    return _DRESS.sub("", _LINK.sub(r"\1", bare)).strip()


def topics(language: str) -> tuple[Topic, ...]:
    """Return the topics in `language` ("zh" or "en"), in their order.

    They call the person who comes as she chose; the clauses speak the words of the guidance.
    """
    return _topics(language, translation.term())


@cache
def _topics(language: str, term: Term) -> tuple[Topic, ...]:
    files = sorted(resource(f"help/{language}").glob("*.md"), key=lambda one: one.name)
    told = ((one.stem.partition("-")[2], one.read_text("utf-8")) for one in files)
    return tuple(_topic(key, text if key == CLAUSES else spoken(text, term)) for key, text in told)


@dataclass(frozen=True, slots=True)
class ToldClause:
    """A clause as the help tells it: what the guidance calls it, and its whole paragraph."""

    name: str
    paragraph: str


def clause(language: str, number: str) -> ToldClause:
    """Return a clause by its number of three digits; KeyError for one that is not told."""
    return _told(language)[number]


@cache
def _told(language: str) -> dict[str, ToldClause]:
    """Return the clauses of the topic about them, by number."""
    topic = next(one for one in topics(language) if one.key == CLAUSES)
    found = ((_CLAUSE.match(one), one) for one in topic.paragraphs())
    return {at[2]: ToldClause(at[1], one) for at, one in found if at is not None}


def topic_of(destination: Destination | None) -> str:
    """Return the key of the topic that is about a page; the first one for a page without any."""
    return _ABOUT.get(type(destination), FIRST) if destination is not None else FIRST


def words_of(typed: str) -> tuple[str, ...]:
    """Return the words that are sought, folded."""
    return tuple(dict.fromkeys(typed.lower().split()))


def find(language: str, typed: str) -> tuple[HelpHit, ...]:
    """Return the paragraphs that hold what was typed, those with the most words first.

    Every word must stand somewhere in the topic; one Chinese character is a word.
    """
    sought = words_of(typed)
    found = [
        (-count, number, hit)
        for number, (count, hit) in enumerate(_hits(language, sought) if sought else ())
    ]
    return tuple(hit for _, _, hit in sorted(found, key=lambda one: one[:2]))[:MOST]


def _topic(key: str, text: str) -> Topic:
    return Topic(key, plain(text.splitlines()[0]), text)


def _hits(language: str, sought: tuple[str, ...]) -> Iterator[tuple[int, HelpHit]]:
    for topic in topics(language):
        paragraphs = topic.paragraphs()
        whole = "\n".join(paragraphs).lower()
        if not all(word in whole for word in sought):
            continue
        for paragraph in paragraphs:
            held = [word for word in sought if word in paragraph.lower()]
            if held:
                yield len(held), _hit(topic, paragraph, held[0])


def _hit(topic: Topic, paragraph: str, word: str) -> HelpHit:
    at = paragraph.lower().index(word)
    begin = max(0, at - _BEFORE)
    lead = "…" if begin else ""
    start = len(lead) + at - begin
    return HelpHit(topic, paragraph, lead + paragraph[begin:], start, start + len(word))
