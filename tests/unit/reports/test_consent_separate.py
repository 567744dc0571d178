"""Separate consents on paper: one page each, what is allowed in boxes; and large print."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime

import pypdf
import pytest

from app import bootstrap
from app.domain.consent import Signature, fill, fill_so_far
from app.domain.consent_text import ConsentDraft
from reports.consent import ConsentPaper

TEXTS = bootstrap.consent_templates()
SEPARATE = [key for key, one in TEXTS.items() if one.purpose.separate]
AT = datetime(2026, 5, 12, 6, 57, tzinfo=UTC)


def drafted(text, **more):
    facts = {key: text.defaults.get(key, "许清岚") for key in text.facts}
    scope = tuple(one.key for one in text.scopes[:1])
    members = ("甲", "乙", "丙") if text.for_members else ()
    months = text.terms[0] if text.terms else 0
    draft = ConsentDraft(text.key, text.edition, facts, text.access, scope, months)
    return replace(draft, members=members, **more)


def read(data):
    return pypdf.PdfReader(io.BytesIO(data))


def words(data):
    said = "".join(page.extract_text() for page in read(data).pages)
    return unicodedata.normalize("NFKC", said)


@pytest.mark.clause("018", "112", "115", "133", "145")
@pytest.mark.parametrize("key", SEPARATE)
def test_a_separate_consent_is_one_page_signed_and_says_its_scope_and_term(key):
    text = TEXTS[key]
    form = fill(text, drafted(text), number="0001-0007", subtitle="林间咨询室")
    stroke = ((0.4, 0.7), (1.5, 0.3))
    drawn = tuple(Signature(one, (stroke,), AT) for one in form.signers)
    data = ConsentPaper().render(form, drawn)
    assert len(read(data).pages) == 1
    said = words(data)
    for one in form.signers:
        assert one.replace(" ", "") in said.replace(" ", "").replace("\n", "")
    if text.scopes:
        assert said.count("■") >= 1
        assert said.count("□") == len(text.scopes) - 1
    assert "{" not in said


@pytest.mark.clause("138")
@pytest.mark.parametrize("key", ["audio.zh", "online.zh", "online.en"])
def test_large_print_has_larger_letters_and_every_word(key):
    text = TEXTS[key]
    form = fill_so_far(text, drafted(text), number="1", subtitle="")
    small, large = (ConsentPaper().render(replace(form, large=one)) for one in (False, True))
    assert len(read(large).pages) > len(read(small).pages)
    paragraph = unicodedata.normalize("NFKC", form.sections[0].paragraphs[0]).replace(" ", "")
    assert paragraph[:12] in words(large).replace("\n", "").replace(" ", "")


@pytest.mark.clause("138")
def test_the_lines_of_a_minor_and_a_guardian_stand_on_the_paper():
    text = TEXTS["online.zh"]
    draft = drafted(text, minor=True)
    draft = replace(draft, facts={**draft.facts, "guardian": "许建国 父亲"})
    said = words(ConsentPaper().render(fill(text, draft, number="1", subtitle="")))
    for one in ("来访者(本人意愿)", "监护人(单独同意)", "许建国"):
        assert one in said
    assert "未成年时" not in said
