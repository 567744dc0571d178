"""What a client allows, for which purpose, from when until when, and the form that says so."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from app.domain.blank import is_blank
from app.domain.consent_evidence import Evidence, SelfRead, SigningMethod
from app.domain.consent_purpose import Purpose
from app.domain.consent_talk import Discussion, check_talk
from app.domain.consent_text import (
    AccessRow,
    ConsentDraft,
    ConsentTemplate,
    TemplateSection,
    boxes,
    chosen_words,
    empty_choices,
    short_edition,
    worn,
)
from app.domain.errors import ConsentFormIncomplete, ConsentNotFilled, ConsentStepRefused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.case import ServiceMode
    from app.domain.ids import CaseId, ConsentId, DocumentId

__all__ = [
    "AccessRow",
    "ConsentDraft",
    "ConsentTemplate",
    "Purpose",
    "SigningMethod",
    "TemplateSection",
    "short_edition",
]


class ConsentState(Enum):
    """The states of a consent, in the order of clause 042 (网络 2.4)."""

    DRAFT = "draft"
    PROVIDED = "provided"
    READ = "read"
    DISCUSSED = "discussed"
    RECONFIRMED = "reconfirmed"
    SIGNED = "signed"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"

    @property
    def final(self) -> bool:
        """Whether the text of a consent that has come so far can no longer change."""
        return self in (ConsentState.SIGNED, ConsentState.WITHDRAWN, ConsentState.EXPIRED)


class DocumentKind(Enum):
    """What an immutable document of a consent is."""

    FORM_PDF = "form_pdf"
    SIGNED_PDF = "signed_pdf"
    SCAN = "scan"
    PHOTO = "photo"
    SIGNATURE = "signature"
    SELF_READ = "self_read"


@dataclass(frozen=True)
class FormSection:
    """One section of a filled form, ready for paper."""

    key: str
    heading: str
    paragraphs: tuple[str, ...] = field(repr=False)
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True)
class ConsentForm:
    """A filled consent form: every word that will stand on the paper.

    A form with empty places says so: `remark` stands on every page, `watermark` across a draft.
    `large` asks for large letters (clause 138).
    """

    template: str
    edition: str
    language: str
    number: str
    title: str
    subtitle: str = field(repr=False)
    opening: tuple[str, ...] = field(repr=False)
    sections: tuple[FormSection, ...] = field(repr=False)
    access: tuple[AccessRow, ...] = field(repr=False)
    closing: tuple[str, ...] = field(repr=False)
    signers: tuple[str, ...] = field(repr=False)
    labels: Mapping[str, str] = field(repr=False)
    remark: str = ""
    watermark: str = ""
    large: bool = False


@dataclass(frozen=True)
class Signature:
    """A signature drawn on screen.

    `strokes` are polylines in a box of width 3 and height 1, origin top left. `signer` is the
    label of the line it belongs to, `at` an aware date and time.
    """

    signer: str
    strokes: tuple[tuple[tuple[float, float], ...], ...] = field(repr=False)
    at: datetime


@dataclass(frozen=True)
class ConsentDocument:
    """A scan, signature or PDF that belongs to a consent; its bytes never change."""

    id: DocumentId
    consent_id: ConsentId
    kind: DocumentKind
    media_type: str
    size: int
    at: datetime


@dataclass(frozen=True)
class Consent:
    """A consent of one case and how far it has come; `steps` are (state, when) in order.

    `mode` is the way of service it was signed for, `ends_at` when it ends, None where it does not.
    """

    id: ConsentId
    case_id: CaseId
    draft: ConsentDraft
    state: ConsentState
    steps: tuple[tuple[ConsentState, datetime], ...]
    method: SigningMethod | None = None
    archive: str = field(default="", repr=False)
    digest: bytes = field(default=b"", repr=False)
    purpose: Purpose = Purpose.SERVICE
    talk: Discussion = field(default_factory=Discussion, repr=False)
    evidence: Evidence | None = field(default=None, repr=False)
    self_read: SelfRead | None = field(default=None, repr=False)
    mode: ServiceMode | None = None
    ends_at: datetime | None = None

    def in_force(self, now: datetime) -> bool:
        """Whether it allows anything now: signed, not withdrawn, its time not over (112, 145)."""
        return self.state is ConsentState.SIGNED and not self.over(now)

    def over(self, now: datetime) -> bool:
        """Whether the time for which it was given is past."""
        return self.ends_at is not None and now >= self.ends_at

    @property
    def final(self) -> bool:
        """Whether the text of this consent can no longer change."""
        return self.state.final

    @property
    def standing(self) -> tuple[tuple[ConsentState, datetime], ...]:
        """The steps that still hold: those since its words last became a draft (clause 042)."""
        drafts = [n for n, (state, _) in enumerate(self.steps) if state is ConsentState.DRAFT]
        return self.steps[drafts[-1] + 1 :] if drafts else self.steps

    @property
    def returned(self) -> bool:
        """Whether its words changed after a step, and were not provided again since."""
        return self.state is ConsentState.DRAFT and len(self.steps) > 1


@dataclass(frozen=True)
class SignedConsent:
    """What is known of a signed consent without opening its case."""

    case_id: CaseId
    id: ConsentId
    template: str
    edition: str
    at: datetime
    mode: ServiceMode | None = None
    ends_at: datetime | None = None


@dataclass(frozen=True)
class ConsentSeal:
    """What makes a consent final: when, what proves it, for which service, and the keyed digest."""

    at: datetime
    evidence: Evidence = field(repr=False)
    mode: ServiceMode
    ends_at: datetime | None
    digest: bytes = field(repr=False)


_NEXT: Mapping[ConsentState, tuple[ConsentState, ...]] = {
    ConsentState.DRAFT: (ConsentState.PROVIDED,),
    ConsentState.PROVIDED: (ConsentState.READ,),
    ConsentState.READ: (ConsentState.DISCUSSED,),
    ConsentState.DISCUSSED: (ConsentState.RECONFIRMED,),
    ConsentState.RECONFIRMED: (ConsentState.SIGNED,),
    ConsentState.SIGNED: (ConsentState.WITHDRAWN, ConsentState.EXPIRED),
    ConsentState.WITHDRAWN: (),
    ConsentState.EXPIRED: (),
}
_NEXT_OF_SEPARATE: Mapping[ConsentState, tuple[ConsentState, ...]] = {
    **_NEXT,
    ConsentState.PROVIDED: (ConsentState.RECONFIRMED,),
    ConsentState.READ: (),
    ConsentState.DISCUSSED: (),
}
"""A page that is read and talked about in one go: given, confirmed, signed."""

_TOWARDS_SIGNATURE = frozenset(
    {
        ConsentState.PROVIDED,
        ConsentState.READ,
        ConsentState.DISCUSSED,
        ConsentState.RECONFIRMED,
        ConsentState.SIGNED,
    }
)
_BLANK = "________"
_SCOPE = "{scope}"


def next_states(
    state: ConsentState, purpose: Purpose = Purpose.SERVICE
) -> tuple[ConsentState, ...]:
    """Return the states that may follow `state` (clause 042)."""
    return (_NEXT_OF_SEPARATE if purpose.separate else _NEXT)[state]


def check_step(state: ConsentState, to: ConsentState, purpose: Purpose = Purpose.SERVICE) -> None:
    """Raise `ConsentStepRefused` (clause 042) unless `to` may follow `state`."""
    if to not in next_states(state, purpose):
        raise ConsentStepRefused(state=state.value, to=to.value)


def check_advance(consent: Consent, template: ConsentTemplate, to: ConsentState) -> None:
    """Raise unless a consent may go on to `to` (clause 042).

    `ConsentStepRefused` for a step out of order, `ConsentNotFilled` for one on the way to the
    signature while the form has empty places: what the client is given, reads and discusses is
    the whole form. `ConsentNotDiscussed` (088, 159) while the discussion is not whole. A withdrawal
    is never held up.
    """
    check_step(consent.state, to, consent.purpose)
    missing = empty_places(template, consent.draft)
    if missing and to in _TOWARDS_SIGNATURE:
        raise ConsentNotFilled(missing=missing)
    if to is ConsentState.DISCUSSED:
        check_talk(template.talk, consent.talk)


def empty_places(template: ConsentTemplate, draft: ConsentDraft) -> tuple[str, ...]:
    """Return the labels of empty facts and choices, and the roles without both answers."""
    chosen = empty_choices(template, draft)
    template = worn(template, draft)
    labels = [template.label_of(key) for key in (*_empty_facts(template, draft), *chosen)]
    return (*labels, *_empty_roles(template, draft))


def owed_places(template: ConsentTemplate, draft: ConsentDraft) -> tuple[str, ...]:
    """Return the labels of empty places that are the counselor's to fill, in their order.

    What only the client knows may be filled in by pen; nobody can consent to a fee left blank.
    """
    theirs = {template.label_of(key) for key in template.from_client}
    return tuple(one for one in empty_places(template, draft) if one not in theirs)


def same_paper(template: ConsentTemplate, one: ConsentDraft, other: ConsentDraft) -> bool:
    """Return whether two drafts of a form print the same words."""
    first, second = (fill_so_far(template, draft, number="", subtitle="") for draft in (one, other))
    return first == second


def fill(
    template: ConsentTemplate,
    draft: ConsentDraft,
    *,
    number: str,
    subtitle: str,
) -> ConsentForm:
    """Return the form with every placeholder filled.

    Raises `ConsentFormIncomplete` naming the labels of empty facts and the roles without an
    answer in the access matrix (clauses 010, 042, 043): a form is never signed with blanks.
    """
    missing = empty_places(template, draft)
    if missing:
        raise ConsentFormIncomplete(missing=missing)
    return fill_so_far(template, draft, number=number, subtitle=subtitle)


def fill_so_far(
    template: ConsentTemplate,
    draft: ConsentDraft,
    *,
    number: str,
    subtitle: str,
) -> ConsentForm:
    """Return the form as it would print now, with a line to write on for every empty place.

    Where only the client's own facts are empty, it is a form to be filled in by pen. Where the
    counselor owes an answer too, it is a draft: nobody can consent to a fee left blank.
    """
    chosen = empty_choices(template, draft)
    template = worn(template, draft)
    blank = template.labels.get("blank", _BLANK)
    empty = _empty_facts(template, draft)
    values = {
        **_values(template, draft),
        **dict.fromkeys(empty, blank),
        **chosen_words(template, draft),
    }
    remark, watermark = _marks(template, [*empty, *chosen], _empty_roles(template, draft))
    sections = tuple(
        FormSection(
            section.key,
            section.heading,
            _paragraphs(section, values, boxes(template, draft)),
            section.clauses,
        )
        for section in template.sections
    )
    return ConsentForm(
        template=template.key,
        edition=template.edition,
        language=template.language,
        number=number,
        title=template.title,
        subtitle=subtitle,
        opening=tuple(_put(text, values) for text in template.opening),
        sections=sections,
        access=_answers(template, draft, blank),
        closing=tuple(_put(text, values) for text in template.closing),
        signers=template.signers,
        labels=template.labels,
        remark=remark,
        watermark=watermark,
    )


def _values(template: ConsentTemplate, draft: ConsentDraft) -> dict[str, str]:
    """Return what stands in every place: what was filled in, else the default."""
    return {
        **template.defaults,
        **{key: text for key, text in draft.facts.items() if not is_blank(text)},
    }


def _empty_facts(template: ConsentTemplate, draft: ConsentDraft) -> list[str]:
    """Return the placeholders that nothing fills."""
    values = _values(template, draft)
    return [key for key in template.facts if is_blank(values.get(key, ""))]


def _empty_roles(template: ConsentTemplate, draft: ConsentDraft) -> list[str]:
    """Return the roles of which the matrix does not say both records and recordings."""
    answered = {
        row.role for row in draft.access if not (is_blank(row.records) or is_blank(row.recordings))
    }
    return [role for role in template.roles if role not in answered]


def _marks(template: ConsentTemplate, facts: list[str], roles: list[str]) -> tuple[str, str]:
    """Return remark and watermark of a form with these empty places."""
    if roles or not set(facts) <= set(template.from_client):
        return template.labels.get("draft_remark", ""), template.labels.get("draft", "")
    return template.labels.get("by_pen", "") if facts else "", ""


def _answers(template: ConsentTemplate, draft: ConsentDraft, blank: str) -> tuple[AccessRow, ...]:
    """Return the matrix of every role, with a line to write on for every missing answer."""
    given = {row.role: row for row in draft.access}
    if not _empty_roles(template, draft):
        return draft.access
    rows = [given.get(role, AccessRow(role, "", "")) for role in template.roles]
    return tuple(
        AccessRow(
            row.role,
            blank if is_blank(row.records) else row.records,
            blank if is_blank(row.recordings) else row.recordings,
        )
        for row in rows
    )


def _paragraphs(
    section: TemplateSection, values: Mapping[str, str], choices: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the paragraphs of a section as they print; one that is {scope} becomes its choices."""
    found: list[str] = []
    for text in section.paragraphs:
        found += choices if text == _SCOPE else [_put(text, values)]
    return tuple(found)


def _put(text: str, values: Mapping[str, str]) -> str:
    """Return `text` with each {fact} replaced once; braces inside a fact stay as they are."""
    parts = text.split("{")
    out = [parts[0]]
    for part in parts[1:]:
        key, _, rest = part.partition("}")
        out.append(values[key] + rest)
    return "".join(out)
