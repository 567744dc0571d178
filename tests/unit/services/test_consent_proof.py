"""A signed consent is proved by a keyed digest: whatever is put in, taken out or changed shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.complaint import Complaint, Fault
from app.domain.consent import ConsentState, DocumentKind
from app.domain.errors import ConsentAltered
from app.services import consents, health
from tests.vault.fixtures import FORM, START

S = ConsentState
TRIGGERS = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
pytestmark = pytest.mark.clause("132")


class Pages:
    """A keeper that finds every page readable."""

    def verify(self, _vault):
        return []


def wrong(desk):
    return health.verify(desk.vault, Pages())


@pytest.fixture
def signed(desk):
    """A signed consent in a vault whose triggers somebody took away."""
    made = desk.consent(desk.case(), S.SIGNED)
    for (name,) in desk.vault.connection.execute(TRIGGERS).fetchall():
        desk.vault.connection.execute(f"DROP TRIGGER {name}")
    assert wrong(desk) == []
    return made


def put_in(desk, consent):
    desk.vault.consents.add_document(
        consent, DocumentKind.SIGNED_PDF, consents.PDF, b"%PDF another text", START
    )


def another_fact(desk, consent):
    draft = desk.vault.consents.get(consent).draft
    facts = {**draft.facts, "fee": "八百"}
    rewritten(desk, consent, facts=facts)


def rewritten(desk, consent, **words):
    """Put other words in the sealed row, as somebody with the case's key could."""
    rows = desk.vault.consents
    (sealed,) = desk.vault.connection.execute("SELECT sealed FROM consents").fetchone()
    kept = rows._keys.unseal_json("consents", 1, consent, sealed)
    new = rows._keys.seal_json("consents", 1, consent, {**kept, **words})
    desk.vault.connection.execute("UPDATE consents SET sealed = ?", (new,))


def other(**words):
    return lambda desk, consent: rewritten(desk, consent, **words)


def other_words(desk, consent):
    raw = desk.vault.consents._keys.unseal_json("consents.wording", 1, consent, wording(desk))
    raw["title"] = "另一份同意书"
    new = desk.vault.consents._keys.seal_json("consents.wording", 1, consent, raw)
    desk.vault.connection.execute("UPDATE consents SET wording = ?", (new,))


def wording(desk):
    return desk.vault.connection.execute("SELECT wording FROM consents").fetchone()[0]


def sql(statement):
    return lambda desk, _consent: desk.vault.connection.execute(statement)


def scan_exchanged(desk, _consent):
    new = desk.vault._case_keys.seal("documents", 1, 3, b"%PDF another text")
    desk.vault.connection.execute("UPDATE documents SET sealed = ? WHERE id = 3", (new,))


ATTACKS = {
    "a fake PDF is put in": put_in,
    "the PDF is exchanged": scan_exchanged,
    "a signature is taken out": sql("DELETE FROM documents WHERE id = 1"),
    "every document is taken out": sql("DELETE FROM documents"),
    "a signature is called a scan": sql("UPDATE documents SET kind = 'scan' WHERE id = 1"),
    "a document gets another time": sql("UPDATE documents SET at = '2020-01-01T00:00:00+00:00'"),
    "a fact is changed": another_fact,
    "the words are exchanged": other_words,
    "another scope is allowed": other(scope=["teaching"]),
    "it holds longer": other(months=24),
    "a guardian is made up": other(minor=True),
    "a member is put in": other(members=["甲", "乙"]),
    "a discussion is made up": other(
        talk={"points": ["benefits"], "questions": "没有", "own_words": "懂了"}
    ),
    "the account is rewritten": other(process="都谈过了"),
    "another archive is named": other(archive="别处"),
    "a reader is made up": other(reader="来访者"),
    "a recording is made up": other(recording="云盘"),
    "a reading alone is made up": other(
        self_read={"at": "2026-03-01T09:30:00+00:00", "row": "已阅"}
    ),
    "another purpose is given": sql("UPDATE consents SET purpose = 'audio'"),
    "another way of service is given": sql("UPDATE consents SET mode = 'face_to_face'"),
    "an end is put off": sql("UPDATE consents SET ends_at = '2030-01-01T00:00:00+00:00'"),
    "the way of signing is changed": sql("UPDATE consents SET method = 'photo'"),
    "a step is put in": sql(
        "INSERT INTO consent_steps (consent_id, state, at)"
        " VALUES (1, 'read', '2026-03-01T09:30:00+00:00')"
    ),
    "a step is taken out": sql("DELETE FROM consent_steps WHERE state = 'discussed'"),
    "a step gets another time": sql(
        "UPDATE consent_steps SET at = '2020-01-01T00:00:00+00:00' WHERE state = 'signed'"
    ),
    "a withdrawal is made up": sql("UPDATE consents SET state = 'withdrawn'"),
    "the digest is exchanged": sql("UPDATE consents SET digest = zeroblob(32)"),
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_what_was_signed_is_checked_at_showing_and_by_verify(desk, signed, attack):
    attack(desk, signed)
    assert wrong(desk) == [Complaint(Fault.CONSENT, 1)]
    with pytest.raises(ConsentAltered) as refused:
        consents.preview(desk.vault, desk.tools, signed)
    assert refused.value.clause == "042"
    for document in desk.vault.consents.documents(signed):
        with pytest.raises(ConsentAltered):
            consents.read_document(desk.vault, desk.tools, document.id)


@pytest.mark.parametrize(
    "statements",
    [
        ("DELETE FROM documents", "DELETE FROM consent_steps", "DELETE FROM consents"),
        ("UPDATE consents SET state = 'reconfirmed', method = NULL, digest = NULL",),
    ],
)
def test_a_signed_consent_that_is_gone_or_a_draft_again_is_missed(desk, signed, statements):
    for statement in statements:
        desk.vault.connection.execute(statement)
    assert wrong(desk) == [Complaint(Fault.CONSENT, 1)]
    assert signed


@pytest.mark.parametrize("end", [S.WITHDRAWN, S.EXPIRED])
def test_a_withdrawal_that_is_taken_back_is_seen(desk, end):
    consent = desk.consent(desk.case(), S.SIGNED)
    consents.step(desk.vault, desk.tools, consent, end)
    assert wrong(desk) == []
    assert consents.preview(desk.vault, desk.tools, consent)
    desk.vault.connection.execute("DROP TRIGGER signed_consent_is_final")
    desk.vault.connection.execute("UPDATE consents SET state = 'signed'")
    assert wrong(desk) == [Complaint(Fault.CONSENT, 1)]


def test_a_broken_row_of_a_consent_is_a_complaint(desk, signed):
    desk.vault.connection.execute("UPDATE documents SET sealed = x'00' WHERE id = 1")
    assert wrong(desk) == [Complaint(Fault.CONSENT, 1)]
    assert signed


def test_a_signature_on_paper_and_a_draft_are_whole_too(desk):
    case = desk.case()
    desk.consent(case, S.READ)
    made = desk.consent(case, S.RECONFIRMED)
    evidence = consents.PaperEvidence(consents.SigningMethod.PHOTO, b"photo", "柜子 3")
    consents.sign_on_paper(desk.vault, desk.tools, made, evidence)
    assert wrong(desk) == []
    scan = desk.vault.consents.documents(made)[1]
    assert consents.read_document(desk.vault, desk.tools, scan.id) == b"photo|cleaned"


@pytest.mark.clause("042")
@pytest.mark.parametrize("edition", ["new", "gone"])
def test_a_consent_keeps_the_words_that_were_read(desk, edition):
    made = desk.consent(desk.case(), S.RECONFIRMED)
    before = consents.form(desk.vault, made)
    newer = replace(FORM, edition="4", opening=("别的话{counselor}",), roles=("督导", "同事"))
    texts = {"new": {FORM.key: newer}, "gone": {}}[edition]
    tools = replace(desk.tools, consent_templates=texts)
    page = consents.page(desk.vault, tools, made)
    assert page.template == FORM
    assert page.newer == ("4" if edition == "new" else "")
    assert consents.form(desk.vault, made) == before
    consents.sign_on_screen(desk.vault, tools, made, desk.signatures())
    assert tools.papers.consent.printed[-1][0] == before
    assert consents.page(desk.vault, tools, made).template == FORM
    assert consents.page(desk.vault, desk.tools, made).newer == ""
