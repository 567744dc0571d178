"""The English consent texts say what the Chinese ones say, item by item, and print it."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime, timedelta, timezone

import pikepdf
import pytest
from pypdf import PdfReader

from app.domain.client import Place, Profile
from app.domain.consent import ConsentDraft, Signature, fill, fill_so_far
from app.domain.practice import Practice
from app.domain.prefill import prefill
from reports.consent import ConsentPaper
from reports.protect import pdf_words
from tests.unit.reports.papers import fonts_of, squeezed, template, text_of

KINDS = pytest.mark.parametrize("kind", ["online", "in_person"])
HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
PAPER = ConsentPaper()
AT = datetime(2026, 5, 12, 10, 34, tzinfo=timezone(timedelta(hours=8)))
FACTS = {
    "counselor": "Shen Zhiyuan",
    "credentials": "Registered Psychologist X-19-214",
    "orientation": "person-centred",
    "credential_link": "https://example.org/registered/X-19-214",
    "platform": "a video meeting service",
    "fee": "CNY 500 a session, paid the same day",
    "client_name": "Xu Qinglan",
    "client_place": "Vancouver",
    "counselor_place": "Hangzhou",
    "time_difference": "the client's local time is 15 hours behind the counselor's",
    "client_contact": "604 555 0142",
    "counselor_contact": "571 0000 0000",
    "emergency_contact": "Xu Jianguo (father) 604 555 0199",
}
# What each clause asks a client to be told, in the words of the English text.
TOLD = {
    "036": ["choose online counseling, counseling in person, or no counseling", "Limits:"],
    "037": ["{credentials}", "{credential_link}", "make sure that it works"],
    "038": ["{client_place}", "{counselor_place}", "{time_difference}", "{client_contact}"],
    "039": ["Benefits:", "Limits:", "Risks:", "suicide"],
    "040": ["{reconnect_minutes}", "{fallback_channel}", "made up or moved"],
    "041": ["{hotlines}", "emergency department", "{emergency_contact}", "{reply_time}"],
    "042": ["{signing_method}", "{archive_method}", "provided, read, discussed, confirmed again"],
    "043": ["No communication over a network is completely secure", "table below", "passwords"],
    "045": ["{storage}", "{retention}", "Records are used"],
    "046": ["The client promises", "not to forward or publish"],
    "152": ["serious danger", "sexually assaulted or abused", "the law requires disclosure"],
    "153": ["minor", "harm yourself or others", "only the minimum"],
}


def english(kind="online"):
    return template(kind, "en")


def filled(kind="online", **facts):
    text = english(kind)
    known = {key: word for key, word in {**FACTS, **facts}.items() if key in text.facts}
    draft = ConsentDraft(text.key, text.edition, known, text.access)
    return fill(text, draft, number="0012-0003", subtitle="Woodland Practice · Shen Zhiyuan")


def places(texts):
    return sorted(re.findall(r"\{([a-z_]+)\}", "".join(texts)))


@KINDS
def test_both_languages_have_the_same_sections_clauses_and_places(kind):
    chinese, other = template(kind), english(kind)
    assert [(one.key, one.clauses) for one in other.sections] == [
        (one.key, one.clauses) for one in chinese.sections
    ]
    for mine, theirs in zip(other.sections, chinese.sections, strict=True):
        assert len(mine.paragraphs) == len(theirs.paragraphs), mine.key
        for said, meant in zip(mine.paragraphs, theirs.paragraphs, strict=True):
            assert places([said]) == places([meant]), said
    assert len(other.opening) == len(chinese.opening)
    assert len(other.closing) == len(chinese.closing)


@KINDS
def test_both_languages_have_the_same_form_around_the_text(kind):
    chinese, other = template(kind), english(kind)
    assert list(other.facts) == list(chinese.facts)
    assert list(other.defaults) == list(chinese.defaults)
    assert set(other.labels) == set(chinese.labels)
    assert (other.from_client, other.remote) == (chinese.from_client, chinese.remote)
    assert len(other.signers) == len(chinese.signers)
    assert other.labels["separate_signer"] == other.signers[1]
    mine = [answer.split("|") for answer in (other.labels["choices"], chinese.labels["choices"])]
    assert len(mine[0]) == len(mine[1])
    for row, meant in zip(other.access, chinese.access, strict=True):
        assert mine[0].index(row.records) == mine[1].index(meant.records)
        assert mine[0].index(row.recordings) == mine[1].index(meant.recordings)
    assert tuple(row.role for row in other.access) == other.roles


@KINDS
def test_no_chinese_stands_in_the_english_text(kind):
    text = english(kind)
    words = [text.title, text.edition, *text.opening, *text.closing, *text.signers, *text.roles]
    words += [*text.facts.values(), *text.defaults.values(), *text.labels.values()]
    for section in text.sections:
        words += [section.heading, *section.paragraphs]
    assert not [word for word in words if HAN.search(word) or "!" in word]
    assert text.language == "en"
    assert text.short_edition == "Edition 1, November 2026"


@KINDS
def test_headings_are_numbered_and_the_sections_named_are_the_ones_meant(kind):
    text = english(kind)
    numbers = {}
    for number, section in enumerate(text.sections, start=1):
        assert section.heading.startswith(f"{number}. ")
        numbers[str(number)] = section.key
    pipl = next(one for one in text.sections if one.key == "pipl")
    (records,) = re.findall(r"section (\d+)", "".join(pipl.paragraphs))
    (pledge,) = re.findall(r"section (\d+)", text.closing[0])
    assert (numbers[records], numbers[pledge]) == ("records", "pledge")


@pytest.mark.clause("036", "037", "038", "039", "040", "041", "042", "043", "045", "046")
@pytest.mark.clause("152", "153")
@pytest.mark.parametrize("clause", TOLD)
def test_each_clause_is_told_in_english(clause):
    found = [one for one in english().sections if clause in one.clauses]
    words = "".join(one.heading + "".join(one.paragraphs) for one in found)
    for told in TOLD[clause]:
        assert told in words


@KINDS
@pytest.mark.clause("042")
def test_every_word_stands_on_the_english_paper(kind):
    form = filled(kind)
    words = text_of(PAPER.render(form))
    texts = [form.title, form.subtitle, *form.opening, *form.closing, form.edition]
    for section in form.sections:
        texts += [section.heading, *section.paragraphs]
    whole = squeezed(max(pdf_words(PAPER.render(form)), key=len))
    for text in texts:
        assert squeezed(text) in whole, text
    assert "WhomayhaveaccessRecordsRecordings" in whole
    assert "SupervisorOncede-identifiedWithseparateconsent" in whole
    assert not HAN.search(words)


def test_labels_dates_and_language_of_the_english_paper():
    form = filled()
    drawn = tuple(Signature(name, (((0.5, 0.5), (1.0, 0.2)),), AT) for name in form.signers)
    data = PAPER.render(form, drawn)
    words = " ".join(
        " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split()
    )
    assert "Client signature:" in words
    assert "Counselor signature:" in words
    assert words.count("Date: 12 May 2026 10:34 (UTC+8)") == 3
    assert "No. 0012-0003" in words
    assert f"Page 1 of {len(PdfReader(io.BytesIO(data)).pages)}" in words
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert str(pdf.trailer.Info.Title) == "Informed consent for online counseling"
    assert all(fonts_of(data).values())


@KINDS
@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_unfinished_form_has_lines_and_says_so_on_every_page(kind, language):
    text = template(kind, language)
    facts = {key: FACTS.get(key, "x") for key in text.facts if key not in text.from_client}
    draft = ConsentDraft(text.key, text.edition, facts, text.access)

    def pages(draft):
        form = fill_so_far(text, draft, number="1", subtitle="")
        found = PdfReader(io.BytesIO(PAPER.render(form))).pages
        return [squeezed(page.extract_text()) for page in found]

    by_pen, drafts = pages(draft), pages(ConsentDraft(text.key, text.edition, {}, ()))
    blank = text.labels["blank"]
    for page in by_pen:
        assert squeezed(text.labels["by_pen"]) in page
        assert squeezed(text.labels["draft"]) not in page
    for page in drafts:
        assert squeezed(text.labels["draft_remark"]) in page
        assert page.count(squeezed(text.labels["draft"])) >= 1
    used = sum("".join(one.paragraphs).count(f"{{{key}}}") for key in text.from_client
               for one in text.sections)  # fmt: skip
    assert "".join(by_pen).count(blank[:8]) >= used
    assert not any(squeezed(text.labels["by_pen"]) in page for page in drafts)


def test_the_time_difference_is_told_in_english():
    profile = Profile(name="Xu", place=Place("Vancouver", "America/Vancouver"))
    practice = Practice(place=Place("Hangzhou", "Asia/Shanghai"))
    known = prefill(english(), practice, profile, datetime(2026, 5, 12, 2, 34, tzinfo=UTC))
    assert known["time_difference"] == FACTS["time_difference"]
