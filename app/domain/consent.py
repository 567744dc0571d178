"""What a client allows, for which purpose, from when until when, and the form that says so."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from app.domain.errors import ConsentFormIncomplete, ConsentStepRefused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

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
    `access` is the matrix as first offered.
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


@dataclass(frozen=True)
class FormSection:
    """One section of a filled form, ready for paper."""

    key: str
    heading: str
    paragraphs: tuple[str, ...] = field(repr=False)
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True)
class ConsentForm:
    """A filled consent form: every word that will stand on the paper."""

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

    @property
    def final(self) -> bool:
        """Whether the text of this consent can no longer change."""
        return self.state in (ConsentState.SIGNED, ConsentState.WITHDRAWN, ConsentState.EXPIRED)


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


def next_states(state: ConsentState) -> tuple[ConsentState, ...]:
    """Return the states that may follow `state` (clause 042)."""
    return _NEXT[state]


def check_step(state: ConsentState, to: ConsentState) -> None:
    """Raise `ConsentStepRefused` (clause 042) unless `to` may follow `state`."""
    if to not in _NEXT[state]:
        raise ConsentStepRefused(state=state.value, to=to.value)


def fill(
    template: ConsentTemplate,
    draft: ConsentDraft,
    *,
    number: str,
    subtitle: str,
) -> ConsentForm:
    """Return the form with every placeholder filled.

    Raises `ConsentFormIncomplete` naming the labels of empty facts and the roles without an
    answer in the access matrix (clauses 010, 042, 043): a form is never printed with blanks.
    """
    values = {
        **template.defaults,
        **{key: text for key, text in draft.facts.items() if text.strip()},
    }
    missing = [label for key, label in template.facts.items() if not values.get(key, "").strip()]
    answered = {row.role for row in draft.access if row.records.strip() and row.recordings.strip()}
    missing += [role for role in template.roles if role not in answered]
    if missing:
        raise ConsentFormIncomplete(missing=tuple(missing))
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
        access=draft.access,
        closing=tuple(_put(text, values) for text in template.closing),
        signers=template.signers,
        labels=template.labels,
    )


def _put(text: str, values: Mapping[str, str]) -> str:
    """Return `text` with each {fact} replaced once; braces inside a fact stay as they are."""
    parts = text.split("{")
    out = [parts[0]]
    for part in parts[1:]:
        key, _, rest = part.partition("}")
        out.append(values[key] + rest)
    return "".join(out)
