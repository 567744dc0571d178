"""Forms and small tools shared by the tests of what leaves on paper."""

from __future__ import annotations

import io
from datetime import datetime, timedelta, timezone

import pikepdf
from pypdf import PdfReader

from app.domain.consent import ConsentDraft, Signature, fill, fill_so_far
from app.domain.consent_template import load_template
from resources import resource

AT = datetime(2026, 5, 12, 10, 34, tzinfo=timezone(timedelta(hours=8)))
FACTS = {
    "counselor": "沈知远",
    "credentials": "注册心理师 X-19-214",
    "orientation": "以人为中心取向",
    "credential_link": "https://example.org/registered/X-19-214",
    "platform": "某会议平台",
    "fee": "每次人民币 500 元",
    "client_name": "许清岚",
    "client_place": "温哥华",
    "counselor_place": "杭州",
    "time_difference": "来访者当地时间比咨询师晚 15 小时",
    "client_contact": "604 555 0142",
    "counselor_contact": "571 0000 0000",
    "emergency_contact": "许䶮（姐姐）604 555 0199",
}


def template(kind="online", language="zh"):
    return load_template(resource(f"templates/consent/{kind}.{language}.toml").read_text("utf-8"))


def filled(kind="online", **facts):
    text = template(kind)
    known = {key: word for key, word in {**FACTS, **facts}.items() if key in text.facts}
    draft = ConsentDraft(text.key, text.edition, known, text.access)
    return fill(text, draft, number="0012-0003", subtitle="林间咨询室 · 沈知远")


def blank(kind="online", language="zh"):
    """Return a form to be filled in by pen: what the counselor answers stands in it."""
    text = template(kind, language)
    hers = text.facts.keys() - text.from_client
    known = {key: FACTS[key] for key in hers if key in FACTS}
    draft = ConsentDraft(text.key, text.edition, known, text.access)
    return fill_so_far(text, draft, number="0012-0003", subtitle="林间咨询室 · 沈知远")


def signed(form, at=AT):
    return tuple(
        Signature(name, (((0.5, 0.5), (1.0 + place / 10, 0.25)), ((2.0, 0.75),)), at)
        for place, name in enumerate(form.signers)
    )


def text_of(data):
    """Return the text of a PDF without spaces and line ends."""
    pages = PdfReader(io.BytesIO(data)).pages
    return squeezed("".join(page.extract_text() for page in pages))


def squeezed(text):
    return "".join(text.split())


def fonts_of(data):
    """Return name, embedded and subset of every font that any page names."""
    found = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for one in page.obj.Resources.Font.values():
                name = str(one.BaseFont)
                found[name] = "/FontDescriptor" in one and "/FontFile2" in one.FontDescriptor
    return found
