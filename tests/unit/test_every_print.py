"""Every paper and file that leaves the program: what may not be empty on it, or why nothing may be.

One table. A function that makes a paper and stands in no row fails here, so that a new printable
form is decided on before it is printed (docs/decisions/empty-places.md).
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from app import bootstrap
from app.domain.case import Case, CaseState, ServiceMode
from app.domain.client import Place, Profile
from app.domain.client_request import RequestAnswer, RequestStanding
from app.domain.consent import owed_places
from app.domain.consent_text import ConsentDraft
from app.domain.ending_paper import closing_sheet
from app.domain.entry import CaseEntry, EntryKind
from app.domain.errors import PaperUnsigned
from app.domain.hour_goals import progress
from app.domain.hours import HourFacts
from app.domain.ids import CaseId, EntryId
from app.domain.letter_sender import SENDER
from app.domain.practice import Practice
from app.domain.practice_paper import SERVICE
from app.domain.record_copy import RECORD_COPY, CopyFacts
from app.domain.request_paper import answer_sheet
from app.domain.safety_plan import PLAN, STEPS
from app.domain.screen import Screen
from app.domain.standing_paper import STANDING
from app.services.disclosures import DisclosurePage, KeptDisclosure
from app.services.hours import HoursPage
from app.services.record_copies import CopyPage
from app.services.screens import ScreenPage
from tests.house.tree import ROOT, name
from tests.unit.domain.test_client_request import ASKED, GIVEN
from tests.unit.domain.test_disclosure import WHOLE as TOLD
from tests.unit.domain.test_ending import TEXTS
from tests.unit.domain.test_ending import WHOLE as ENDED
from tests.unit.domain.test_practice import SHEET
from tests.unit.domain.test_record_copy import LAW
from tests.unit.domain.test_safety_plan import WHOLE as SAFE
from tests.unit.domain.test_standing_paper import KNOWN
from ui import disclosure_words, hours_words, record_copy_words, screen_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

BLANK = " \u3000\u200b"
AT = datetime(2026, 5, 12, 8, 30, tzinfo=UTC)
CASE = Case(CaseId(1), "H-017", ServiceMode.ONLINE, CaseState.OPEN, AT)
HERE = Place("上海", "Asia/Shanghai")
SIGNED = Practice(counselor="沈知远", contact="021-0000 0001", place=HERE)
PROFILE = ("orientation", "fee", "name", "counselor")
PUBLISHED = (
    *("scope", "population", "requirements", "speciality", "arrangement", "hours"),
    "time_limit",
)


@dataclass(frozen=True)
class Form:
    """A printable form: the functions that make it, and what may not be empty.

    `lacks` makes it with one field empty and returns the names it is refused for; with no field it
    makes it whole. Without `fields`, `free` says why nothing can be owed.
    """

    made: tuple[str, ...]
    fields: tuple[str, ...] = ()
    lacks: Callable[[str], Iterable[str]] | None = None
    free: str = ""


def book(rules: Any, whole: Any) -> Callable[[str], Iterable[str]]:
    """Return how a book of rules refuses `whole` with a field left empty."""

    def lacks(field: str) -> Iterator[str]:
        empty = replace(whole, **{field: BLANK}) if field else whole
        return (one.partition(".")[2] for one in rules.lacks(empty))

    return lacks


def service(field: str) -> Iterator[str]:
    own, known = SHEET.practice, {"name": "practice"}
    if field in PROFILE:
        own = replace(own, **{field: BLANK})
    elif field:
        own = replace(own, profile=replace(own.profile, **{field: BLANK}))
    missing = [one.partition(".")[2] for one in SERVICE.lacks(replace(SHEET, practice=own))]
    return (next((key for key, it in known.items() if it == one), one) for one in missing)


def standing(field: str) -> Iterable[str]:
    profile = replace(KNOWN.profile, **{field: BLANK}) if field else KNOWN.profile
    known = replace(KNOWN, practice=replace(KNOWN.practice, profile=profile))
    return [one.partition(".")[2] for one in STANDING.lacks(known)]


def signed(make: Callable[[Practice], object]) -> Callable[[str], Iterable[str]]:
    """Return how a paper is refused that the counselor answers for."""

    def lacks(field: str) -> list[str]:
        try:
            make(replace(SIGNED, counselor=BLANK if field else SIGNED.counselor))
        except PaperUnsigned:
            return ["counselor"]
        return []

    return lacks


def copied(field: str) -> Iterable[str]:
    made = replace(LAW, **{field: BLANK}) if field not in {"", "counselor"} else LAW
    rules = RECORD_COPY.lacks(CopyFacts(made, released=False))
    unsigned = signed(copy_of_record)(field if field == "counselor" else "")
    return [*unsigned, *(one.partition(".")[2] for one in rules)]


def copy_of_record(practice: Practice) -> object:
    page = CopyPage(CASE, HERE, practice, (), 0, (), {}, released=False)
    return record_copy_words.sheet(page, LAW, (), "zh")


def proof(practice: Practice) -> object:
    rules = next(iter(bootstrap.hour_rules()))
    page = HoursPage(
        practice.counselor, (), (), HourFacts(), (rules,), rules.key, date(2026, 5, 12)
    )
    return hours_words.proof(page, 0, "", rules, progress(rules, (), page.today))


def told(practice: Practice) -> object:
    entry = CaseEntry(EntryId(1), CASE.id, EntryKind.DISCLOSURE, AT, {})
    page = DisclosurePage(
        CASE, HERE, AT, practice.counselor, practice.contact, Profile(), (), None, released=False,
        kept=(), unfinished={},
    )  # fmt: skip
    return disclosure_words.letter(page, KeptDisclosure(entry, TOLD, ()), practice.counselor)


def screened(practice: Practice) -> object:
    catalogue = TOOLS().screens["zh"]
    page = ScreenPage(CASE, practice, catalogue, (), {}, AT)
    return screen_words.sheet(page, Screen("online", "1", "zh", ()), AT, catalogue)


def answered(practice: Practice) -> object:
    one = RequestStanding(EntryId(1), AT, ASKED, GIVEN, AT)
    assert isinstance(one.answer, RequestAnswer)
    return answer_sheet(one, TOOLS().keeping_texts["zh"], practice)


def closed(practice: Practice) -> object:
    return closing_sheet(ENDED, CASE.code, None, TEXTS["zh"], practice.counselor)


TOOLS = cache(bootstrap.tools)
SIGNER = ("counselor",)
FORMS = {
    "consent": Form(
        ("app/services/consents:preview",),
        free="test_no_consent_is_printed_while_something_is_owed holds every text against it",
    ),
    "signed consent": Form(
        tuple(
            f"app/services/consents:{one}"
            for one in ("sign_on_screen", "sign_on_paper", "consent_by_mouth")
        ),
        free="signed only when filled: ConsentFormIncomplete",
    ),
    "record of consent": Form(
        ("app/services/consents:record", "app/domain/consent_account:record"),
        free="tells what was done so far; what was not done is no empty place",
    ),
    "service statement": Form(
        ("app/domain/practice_paper:service_sheet", "ui/practice_papers:_show"),
        (*PROFILE, *PUBLISHED),
        service,
    ),
    "standing paper": Form(
        ("app/domain/standing_paper:standing_sheet",),
        ("supervisor", "supervisor_contact", "escalation"),
        standing,
    ),
    "opening words and guide": Form(
        ("app/domain/practice_paper:text_sheet",), free="read aloud; what is not known is left out"
    ),
    "pre-intake form": Form(
        ("ui/intake_paper_page:_show",), free="asks: printed empty on purpose, filled in by pen"
    ),
    "safety plan": Form(
        ("app/domain/safety_plan:client_copy", "ui/safety_page:_offer_copy"),
        STEPS,
        book(PLAN, SAFE),
    ),
    "crisis card, sheet of a crisis": Form(
        (
            *("app/domain/crisis_card:card_sheet", "app/domain/crisis_card:event_sheet"),
            "ui/crisis_log:crisis_paper",
        ),
        free="in a crisis nothing waits: what is not known is said on the card (clause 047)",
    ),
    "directory": Form(
        ("app/domain/directory:resource_sheet",), free="an entry without a number is none"
    ),
    "hours proof": Form(
        (
            *("ui/hours_words:proof", "ui/hours_papers:__init__", "ui/hours_papers:_render"),
            "app/services/hours:render",
        ),
        SIGNER,
        signed(proof),
    ),
    "closing summary": Form(
        ("app/domain/ending_paper:closing_sheet", "ui/ending_page:_offer_paper"),
        SIGNER,
        signed(closed),
    ),
    "referral letter and receipt": Form(
        (
            *("app/domain/ending_paper:letter_sheet", "app/domain/ending_paper:receipt_sheet"),
            "ui/referral_kept:_panel",
        ),
        ("counselor", "contact"),
        book(SENDER, SIGNED),
    ),
    "disclosure letter": Form(
        ("ui/disclosure_words:letter", "ui/disclosure_page:_panel"), SIGNER, signed(told)
    ),
    "answer to a request": Form(
        ("app/domain/request_paper:answer_sheet", "ui/request_page:_paper"),
        SIGNER,
        signed(answered),
    ),
    "copy of the record": Form(
        ("ui/record_copy_words:sheet", "ui/record_copy_page:_entered"),
        ("counselor", "recipient", "purpose", "reference"),
        copied,
    ),
    "suitability screen": Form(
        ("ui/screen_words:sheet", "ui/screen_kept:screen_paper"), SIGNER, signed(screened)
    ),
    "summary (PDF, DOCX)": Form(
        ("app/services/exports:_made",),
        free="the page asks for whom and why before it is made (clause 013)",
    ),
    "scale, measure, chart": Form(
        ("ui/measure_kept:_print", "ui/measure_paper:chart_paper", "ui/measure_paper:_panel"),
        free="a scale asks; a measure is entered whole",
    ),
    "genogram": Form(("ui/genogram_paper:__init__",), free="a drawing: what is unknown is blank"),
    "formulation": Form(
        ("ui/formulation_words:sheet", "ui/formulation_kept:_print"),
        free="for her own file, word for word; a heading without words is left out",
    ),
    "ethical decision": Form(
        ("ui/ethics_words:decision_sheet", "ui/ethics_page:_panel", "ui/practice_decision:panel"),
        free="entered whole (clause 161)",
    ),
    "sample of records": Form(
        ("ui/sample_words:sheet", "ui/sample_page:_card"), free="looked through whole (119)"
    ),
    "completeness, self-audit": Form(
        (
            *("ui/completeness_words:sheet", "ui/completeness_page:_lay_out"),
            *("ui/completeness_page:_render", "ui/self_audit_words:sheet"),
            *("ui/self_audit:__init__", "ui/self_audit:_render"),
        ),
        free="says what is missing: that is its content",
    ),
    "destruction certificate": Form(
        ("ui/destroy_words:certificate_sheet", "ui/destroy_page:_show_certificate"),
        free="made by the program of what it did; the case is gone and nothing can be asked",
    ),
    "succession": Form(
        (
            *("ui/succession_words:list_sheet", "ui/succession_words:key_sheet"),
            *("ui/succession_open:_show", "ui/succession_page:_show_key"),
            "app/cli/succession:_write",
        ),
        free="read when she cannot answer any more: whoever opens it can mend nothing",
    ),
    "recovery key": Form(("ui/recovery_sheet:_render",), free="a key and its day"),
    "year figures": Form(
        (
            *("ui/year_figures_words:sheet", "ui/year_figures_page:_lay_out"),
            *("ui/year_figures_page:_render", "app/services/year_figures:export"),
        ),
        free="counts; none is a count, too",
    ),
    "tables, week, events": Form(
        (
            *("app/services/hours:export", "app/services/calendar_exports:print_week"),
            "app/services/calendar_exports:export_events",
        ),
        free="what is recorded, row for row; a week without appointments is one",
    ),
}
ELSEWHERE = {"app/bootstrap.py", "ui/document_view.py", "ui/theme/icons.py"}
"""The machines themselves, and what draws on the screen."""


def makers(path: Path) -> Iterator[str]:
    """Yield the functions of a module that make a paper or offer one, however deep they lie."""
    text = path.read_text(encoding="utf-8")
    if not any(sign in text for sign in (".render", "Sheet(", "PaperPanel(")):
        return
    for part in ast.parse(text).body:
        inside = part.body if isinstance(part, ast.ClassDef) else [part]
        for one in inside:
            if isinstance(one, ast.FunctionDef) and any(map(_makes, ast.walk(one))):
                yield f"{name(path).removesuffix('.py')}:{one.name}"


def _makes(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr == "render"
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Name) and called.id in {"Sheet", "PaperPanel"}


def test_every_form_that_can_be_printed_stands_in_the_table() -> None:
    paths = [path for room in ("ui", "app") for path in sorted((ROOT / room).rglob("*.py"))]
    found = {
        one
        for path in paths
        if name(path) not in ELSEWHERE and not name(path).startswith("app/bench/")
        for one in makers(path)
    }
    told_of = [one for form in FORMS.values() for one in form.made]
    assert len(told_of) == len(set(told_of))
    assert found == set(told_of), "say in FORMS what may not be empty on it, or why nothing may"
    assert all(bool(form.fields) != bool(form.free) for form in FORMS.values())


@pytest.mark.parametrize(
    ("form", "field"), [(key, one) for key, form in FORMS.items() for one in form.fields]
)
def test_none_is_printed_with_an_empty_field_and_says_which(form: str, field: str) -> None:
    lacks = FORMS[form].lacks
    assert lacks is not None
    assert list(lacks("")) == []
    assert field in list(lacks(field))


@pytest.mark.clause("010")
@pytest.mark.clause("042")
@pytest.mark.parametrize("template", bootstrap.consent_templates().values(), ids=lambda it: it.key)
def test_no_consent_is_printed_while_something_is_owed(template: Any) -> None:
    facts = dict.fromkeys(template.facts, "有")
    scopes = tuple(one.key for one in template.scopes)
    whole = ConsentDraft(
        template.key, template.edition, facts, template.access, scope=scopes, members=("甲", "乙")
    )
    assert owed_places(template, whole) == ()
    for key in facts.keys() - {*template.from_client, *template.defaults}:
        empty = replace(whole, facts={**facts, key: BLANK})
        assert owed_places(template, empty) == (template.facts[key],)
