"""The unfinished form of a new case, and removing a case that was opened by mistake."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from app.domain.audit import AuditKind
from app.domain.case import ServiceMode
from app.domain.case_form import CaseForm
from app.domain.client import Place, Profile
from app.domain.consent import ConsentState
from app.domain.errors import (
    CaseNotEmpty,
    CodeNameMissing,
    FieldInvalid,
    IntakeIncomplete,
    VaultDamaged,
)
from app.domain.intake import Intake, Request, Triage, Urgency
from app.domain.practice import Practice
from app.domain.risk import RiskLevel
from app.services import case_forms, case_removal, cases
from storage import database

FORM = CaseForm("A", ServiceMode.CRISIS, Profile(name="禾木", email="half typed"))
NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)
GRADED = Intake(triage=Triage(Urgency.COMPLEX, "几件事一起"))


def test_a_form_is_kept_unchecked_and_replaced(desk):
    assert case_forms.unfinished(desk.vault) is None
    assert case_forms.keep(desk.vault, desk.clock, FORM) == desk.clock.at
    assert case_forms.unfinished(desk.vault) == FORM
    other = replace(FORM, code="")
    case_forms.keep(desk.vault, desk.clock, other)
    assert case_forms.unfinished(desk.vault) == other
    case_forms.keep(desk.vault, desk.clock, CaseForm(" ", ServiceMode.CRISIS))
    assert case_forms.unfinished(desk.vault) is None
    assert desk.vault.audit.entries() == []


def test_a_form_is_put_away(desk):
    case_forms.keep(desk.vault, desk.clock, FORM)
    case_forms.discard(desk.vault)
    assert case_forms.unfinished(desk.vault) is None


@pytest.mark.promise(26)
def test_a_kept_form_is_sealed_and_a_changed_one_is_said_to_be_damaged(desk, opened):
    case_forms.keep(opened, desk.clock, FORM)
    columns = opened.connection.execute("SELECT * FROM case_form").fetchone()
    assert not any(FORM.profile.name.encode() in one for one in columns if isinstance(one, bytes))
    opened.connection.execute("UPDATE case_form SET sealed = zeroblob(64)")
    with pytest.raises(VaultDamaged):
        case_forms.unfinished(opened)


@pytest.mark.clause("073", "097")
def test_a_form_becomes_a_case_or_stays(desk):
    known = Profile(name="禾木")
    answered = replace(GRADED, request=Request(NOW, NOW - timedelta(hours=1)))
    danger = replace(GRADED, triage=replace(GRADED.triage, risk=RiskLevel.HIGH))
    for bad, refusal in (
        (FORM, FieldInvalid),
        (replace(FORM, code=" "), CodeNameMissing),
        (replace(FORM, profile=known), IntakeIncomplete),
        (replace(FORM, profile=replace(known, intake=answered)), FieldInvalid),
        (replace(FORM, profile=replace(known, intake=danger)), IntakeIncomplete),
    ):
        with pytest.raises(refusal):
            case_forms.submit(desk.vault, desk.clock, bad)
        assert case_forms.unfinished(desk.vault) == bad
        assert cases.list_cases(desk.vault) == []
    good = replace(FORM, profile=replace(known, intake=GRADED))
    case = case_forms.submit(desk.vault, desk.clock, good)
    assert (case.code, case.mode) == ("A", ServiceMode.CRISIS)
    assert desk.vault.clients.of_case(case.id).profile == good.profile
    assert case_forms.unfinished(desk.vault) is None


def test_the_first_appointment_is_booked_with_the_case_or_neither_is(desk):
    known = Profile(name="禾木", intake=GRADED)
    good = replace(FORM, profile=known, first="明天下午三点")
    first = desk.clock.at + timedelta(days=1)
    with pytest.raises(FieldInvalid):
        case_forms.submit(desk.vault, desk.clock, good, first.replace(tzinfo=None))
    assert cases.list_cases(desk.vault) == []
    assert case_forms.unfinished(desk.vault) == good
    case = case_forms.submit(desk.vault, desk.clock, good, first)
    (made,) = desk.vault.appointments.of_case(case.id)
    assert (made.starts_at, made.minutes, made.mode) == (first, 50, ServiceMode.CRISIS)
    newest = desk.vault.audit.entries()[0]
    assert (newest.kind, newest.case_id) == (AuditKind.APPOINTMENT_BOOKED, case.id)


@pytest.mark.clause("132")
def test_an_empty_case_is_removed_and_brought_back(desk):
    profile = Profile(name="禾木")
    case = desk.vault.cases.get(desk.case("A", profile))
    assert cases.case_page(desk.vault, desk.clock, case.id).only_form
    removed = case_removal.remove(desk.vault, desk.clock, case.id)
    assert cases.list_cases(desk.vault) == []
    with pytest.raises(KeyError):
        desk.vault.clients.of_case(case.id)
    again = case_removal.bring_back(desk.vault, desk.clock, removed)
    assert again.id != case.id
    assert replace(again, id=case.id) == case
    assert desk.vault.clients.of_case(again.id).profile == profile
    kinds = [(one.kind, one.case_id) for one in reversed(desk.vault.audit.entries())]
    assert kinds == [
        (AuditKind.CASE_OPENED, case.id),
        (AuditKind.NOTE_READ, case.id),
        (AuditKind.CASE_REMOVED, case.id),
        (AuditKind.CASE_OPENED, again.id),
    ]
    assert desk.vault.audit.intact()


@pytest.mark.clause("132")
@pytest.mark.parametrize(
    "fill",
    [
        lambda desk, case: desk.draft(case, ""),
        lambda desk, case: desk.signed(case, "x"),
        lambda desk, case: desk.consent(case),
        lambda desk, case: desk.consent(case, ConsentState.SIGNED),
        lambda desk, case: desk.vault.cases.keep_draft(case, "review", {"a": 1}, desk.clock.at),
    ],
    ids=["draft", "signed note", "consent", "signed consent", "review"],
)
def test_a_case_that_holds_anything_stays(desk, fill):
    case, other = desk.case("A"), desk.case("B")
    fill(desk, case)
    page = cases.case_page(desk.vault, desk.clock, case)
    before = desk.vault.audit.entries()
    assert not page.only_form
    with pytest.raises(CaseNotEmpty):
        case_removal.remove(desk.vault, desk.clock, case)
    assert cases.case_page(desk.vault, desk.clock, case) == page
    assert AuditKind.CASE_REMOVED not in {one.kind for one in before}
    assert desk.vault.cases.only_form(other)


def test_every_table_of_a_case_says_so_in_the_schema(desk):
    """What makes a case hold something is read from the foreign keys: none may lack its own."""
    rows = desk.vault.connection.execute(
        "SELECT one.name FROM sqlite_schema AS one, pragma_table_info(one.name) AS part"
        " WHERE one.type = 'table' AND part.name = 'case_id' AND one.name NOT IN"
        " (SELECT two.name FROM sqlite_schema AS two, pragma_foreign_key_list(two.name) AS key"
        "  WHERE key.\"table\" = 'cases')"
    ).fetchall()
    # The trail and the records of destructions outlive a case, and name it by its number alone;
    # the copies go along by triggers.
    copies = {"case_key_copies", "case_lock_copies"}
    assert {row[0] for row in rows} - copies == {"audit", "destruction", "destructions"}


@pytest.mark.promise(43)
def test_nothing_of_a_removed_case_or_a_discarded_form_stays_in_the_vault(desk, opened):
    """Every page, deleted ones too, is read with the database's key; the wrapped keys are gone."""
    case = desk.case("A", Profile(name="禾木"))
    case_forms.keep(opened, desk.clock, FORM)
    wrapped = [
        bytes(opened.connection.execute(sql).fetchone()[0])
        for sql in ("SELECT wrapped_key FROM cases", "SELECT wrapped_key FROM case_form")
    ]
    opened.forget_deleted()
    assert all(one in plain_pages(opened) for one in wrapped), "the reader does not read"
    log = opened.folder / "vault.db-wal"
    for act, key in (
        (lambda: case_removal.remove(opened, desk.clock, case), wrapped[0]),
        (lambda: case_forms.discard(opened), wrapped[1]),
    ):
        act()
        assert log.stat().st_size == 0
        assert key not in plain_pages(opened)


def plain_pages(opened):
    """Return every page of the database in clear, free ones too: AES-256-CBC, 80 bytes reserved."""
    raw, clear = (opened.folder / "vault.db").read_bytes(), b""
    size, reserve, salt = database.PAGE_BYTES, 80, 16
    for start in range(0, len(raw), size):
        page = raw[start : start + size]
        begin = 0 if start else salt
        vector = page[size - reserve : size - reserve + 16]
        reader = Cipher(algorithms.AES(opened.raw_key()), modes.CBC(vector)).decryptor()
        clear += reader.update(page[begin : size - reserve]) + reader.finalize()
    return clear


@pytest.mark.clause("132")
def test_times_are_said_by_the_clock_of_the_case_else_of_the_practice(desk):
    vault = desk.vault
    vault.settings.change_practice(Practice(place=Place("上海", "Asia/Shanghai")))
    desk.case("A")
    desk.case("B", Profile(counselor_place=Place("纽约", "America/New_York")))
    desk.case("C", Profile(counselor_place=Place("杭州")))
    assert [line.here for line in cases.list_cases(vault)] == [
        Place("上海", "Asia/Shanghai"),
        Place("纽约", "America/New_York"),
        Place("杭州", "Asia/Shanghai"),
    ]
