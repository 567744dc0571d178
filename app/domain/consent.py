"""What a client allows, for which purpose, from when until when, and the form that says so."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from app.domain.blank import is_blank
from app.domain.errors import ConsentFormIncomplete, ConsentNotFilled, ConsentStepRefused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.domain.case import ServiceMode
    from app.domain.ids import CaseId, ConsentId, DocumentId


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


class SigningMethod(Enum):
    """How a client signed (clause 042)."""

    ON_SCREEN = "on_screen"
    PAPER_SCAN = "paper_scan"
    PHOTO = "photo"


class DocumentKind(Enum):
    """What an immutable document of a consent is."""

    FORM_PDF = "form_pdf"
    SIGNED_PDF = "signed_pdf"
    SCAN = "scan"
    PHOTO = "photo"
    SIGNATURE = "signature"


@dataclass(frozen=True)
class AccessRow:
    """One row of the access matrix (clauses 010, 043): who may see records, who recordings."""

    role: str
    records: str
    recordings: str


@dataclass(frozen=True)
class TemplateSection:
    """One section of a consent template; `paragraphs` may hold {fact} placeholders."""

    key: str
    heading: str
    paragraphs: tuple[str, ...]
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True)
class ConsentTemplate:
    """An edition of a consent text, read from a data file.

    `facts` maps every placeholder to its label on screen; `defaults` fills some of them, and
    `access` is the matrix as first offered. `remote` says whether it is written for work from
    different places; `from_client` names the facts that a client may write in by pen.
    """

    key: str
    edition: str
    language: str
    title: str
    opening: tuple[str, ...]
    sections: tuple[TemplateSection, ...]
    closing: tuple[str, ...]
    signers: tuple[str, ...]
    facts: Mapping[str, str]
    defaults: Mapping[str, str]
    roles: tuple[str, ...]
    labels: Mapping[str, str]
    access: tuple[AccessRow, ...] = ()
    remote: bool = False
    from_client: tuple[str, ...] = ()

    def fits(self, mode: ServiceMode) -> bool:
        """Whether this text is written for a way of service (clauses 036, 038-041)."""
        return self.remote is mode.remote

    def signature_of(self, signer: str) -> str:
        """Return what a signer's line is called, in the language of the form."""
        return f"{signer}{self.labels.get('signature', '')}"

    @property
    def short_edition(self) -> str:
        """The edition without the sources that stand after it in brackets."""
        return short_edition(self.edition)


def short_edition(edition: str) -> str:
    """Return an edition without what stands after it in brackets, of either width."""
    return edition.partition("（")[0].partition(" (")[0].strip()


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
class ConsentDraft:
    """What was filled into a template: its facts by placeholder, and the access matrix."""

    template: str
    edition: str
    facts: Mapping[str, str] = field(repr=False)
    access: tuple[AccessRow, ...] = field(repr=False)


@dataclass(frozen=True)
class Consent:
    """A consent of one case and how far it has come; `steps` are (state, when) in order."""

    id: ConsentId
    case_id: CaseId
    draft: ConsentDraft
    state: ConsentState
    steps: tuple[tuple[ConsentState, datetime], ...]
    method: SigningMethod | None = None
    archive: str = field(default="", repr=False)
    digest: bytes = field(default=b"", repr=False)

    @property
    def final(self) -> bool:
        """Whether the text of this consent can no longer change."""
        return self.state in (ConsentState.SIGNED, ConsentState.WITHDRAWN, ConsentState.EXPIRED)

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
class ConsentSeal:
    """What makes a consent final: when, how, where the paper is, and the keyed digest of it all."""

    at: datetime
    method: SigningMethod
    archive: str = field(repr=False)
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


def next_states(state: ConsentState) -> tuple[ConsentState, ...]:
    """Return the states that may follow `state` (clause 042)."""
    return _NEXT[state]


def check_step(state: ConsentState, to: ConsentState) -> None:
    """Raise `ConsentStepRefused` (clause 042) unless `to` may follow `state`."""
    if to not in _NEXT[state]:
        raise ConsentStepRefused(state=state.value, to=to.value)


def check_advance(consent: Consent, template: ConsentTemplate, to: ConsentState) -> None:
    """Raise unless a consent may go on to `to` (clause 042).

    `ConsentStepRefused` for a step out of order, `ConsentNotFilled` for one on the way to the
    signature while the form has empty places: what the client is given, reads and discusses is
    the whole form. A withdrawal is never held up.
    """
    check_step(consent.state, to)
    missing = empty_places(template, consent.draft)
    if missing and to in _TOWARDS_SIGNATURE:
        raise ConsentNotFilled(missing=missing)


def empty_places(template: ConsentTemplate, draft: ConsentDraft) -> tuple[str, ...]:
    """Return the labels of empty facts, and the roles without both answers, in their order."""
    labels = [template.facts[key] for key in _empty_facts(template, draft)]
    return (*labels, *_empty_roles(template, draft))


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
    blank = template.labels.get("blank", _BLANK)
    empty = _empty_facts(template, draft)
    values = {**_values(template, draft), **dict.fromkeys(empty, blank)}
    remark, watermark = _marks(template, empty, _empty_roles(template, draft))
    sections = tuple(
        FormSection(
            section.key,
            section.heading,
            tuple(_put(text, values) for text in section.paragraphs),
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


def _put(text: str, values: Mapping[str, str]) -> str:
    """Return `text` with each {fact} replaced once; braces inside a fact stay as they are."""
    parts = text.split("{")
    out = [parts[0]]
    for part in parts[1:]:
        key, _, rest = part.partition("}")
        out.append(values[key] + rest)
    return "".join(out)
