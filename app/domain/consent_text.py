"""A consent text and what is filled into it: the words, before anybody has signed them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from app.domain.blank import is_blank
from app.domain.consent_purpose import Purpose

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.case import ServiceMode
    from app.domain.consent_talk import TalkPoint

MEMBER: Final = "{member}"
"""Among the signers of a text: one line for each member of a group (clause 108)."""
LINES: Final = 5
"""How many lines an empty form leaves for members."""
SCOPE, UNTIL, MEMBERS = "scope", "until", "members"
FILLED_BY_CHOICE: Final = frozenset({SCOPE, UNTIL, MEMBERS})
"""Places of a text that no fact fills: what is chosen on the page stands in them."""


@dataclass(frozen=True)
class AccessRow:
    """One row of the access matrix (clauses 010, 043): who may see records, who recordings."""

    role: str
    records: str
    recordings: str


@dataclass(frozen=True)
class TemplateSection:
    """One section of a consent template; `paragraphs` may hold {fact} placeholders.

    A `required` section may be worded otherwise in a text of one's own, never left out (039).
    """

    key: str
    heading: str
    paragraphs: tuple[str, ...]
    clauses: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True)
class ScopeChoice:
    """One thing that a consent may allow, such as an audience (clause 046)."""

    key: str
    text: str


@dataclass(frozen=True)
class OptionalWords:
    """A paragraph that may be switched on, as the `at`th of a section; `label` is its name.

    A hotline tells of a deadly infectious disease (热线 3.5), which the second edition of the code
    does not list among the exceptions to confidentiality any more.
    """

    key: str
    section: str
    at: int
    text: str
    label: str


@dataclass(frozen=True)
class MinorWords:
    """What differs where the client is a minor: who signs, and under which words (clause 138)."""

    signers: tuple[str, ...]
    closing: tuple[str, ...]
    facts: Mapping[str, str]
    separate_signer: str = ""


@dataclass(frozen=True)
class ConsentTemplate:
    """An edition of a consent text, read from a data file or made by the counselor.

    `facts` maps every placeholder to its label on screen; `defaults` fills some of them, and
    `access` is the matrix as first offered. `remote` says whether it is written for work from
    different places; `from_client` names the facts that a client may write in by pen. `talk` is
    what is discussed before it is signed. `scopes` is what can be allowed, `terms` are the months
    it may hold (0: until withdrawn), the first of them as first offered. A text of the counselor's
    names in `base` the one that it was made from. `options` is what may stand in it besides: a
    draft names those that do in its scope.
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
    purpose: Purpose = Purpose.SERVICE
    talk: tuple[TalkPoint, ...] = ()
    scopes: tuple[ScopeChoice, ...] = ()
    terms: tuple[int, ...] = ()
    minor: MinorWords | None = None
    base: str = ""
    options: tuple[OptionalWords, ...] = ()

    def fits(self, mode: ServiceMode) -> bool:
        """Whether this text is written for a way of service (clauses 036, 038-041)."""
        return self.remote is mode.remote

    def signature_of(self, signer: str) -> str:
        """Return what a signer's line is called, in the language of the form."""
        return f"{signer}{self.labels.get('signature', '')}"

    def label_of(self, place: str) -> str:
        """Return what a place is called on screen: that of a fact, or of a choice."""
        return self.facts.get(place) or self.labels.get(place, place)

    @property
    def for_members(self) -> bool:
        """Whether every member of a group signs it (clause 108)."""
        return MEMBER in self.signers

    @property
    def short_edition(self) -> str:
        """The edition without the sources that stand after it in brackets."""
        return short_edition(self.edition)


@dataclass(frozen=True)
class ConsentDraft:
    """What was filled into a template: its facts by placeholder, and the access matrix.

    `scope` are the keys of what is allowed and of the options of the text that are on, `months` how
    long it holds (0: until withdrawn),
    `minor` whether a guardian signs too, `members` who belong to a group.
    """

    template: str
    edition: str
    facts: Mapping[str, str] = field(repr=False)
    access: tuple[AccessRow, ...] = field(repr=False)
    scope: tuple[str, ...] = ()
    months: int = 0
    minor: bool = False
    members: tuple[str, ...] = field(default=(), repr=False)


def short_edition(edition: str) -> str:
    """Return an edition without what stands after it in brackets, of either width."""
    return edition.partition("（")[0].partition(" (")[0].strip()


def worn(template: ConsentTemplate, draft: ConsentDraft) -> ConsentTemplate:
    """Return a text as it is for those who sign it: a minor and a guardian, or a group's members.

    The same text may be worn twice; it is the same then.
    """
    if draft.minor and template.minor is not None:
        words = template.minor
        labels = {**template.labels, "guardian": ""}
        if words.separate_signer:
            labels["separate_signer"] = words.separate_signer
        template = replace(
            template,
            signers=words.signers,
            closing=words.closing,
            facts={**template.facts, **words.facts},
            from_client=tuple(dict.fromkeys([*template.from_client, *words.facts])),
            labels=labels,
        )
    for one in template.options:
        if one.key in draft.scope:
            template = replace(template, sections=_with(one, template.sections))
    if template.for_members:
        lines = [one for one in template.signers if one != MEMBER]
        template = replace(template, signers=(*_lines(template, draft), *lines))
    return template


def _with(
    option: OptionalWords, sections: Sequence[TemplateSection]
) -> tuple[TemplateSection, ...]:
    """Return sections with a paragraph more in its own, where it does not stand there yet."""
    return tuple(
        replace(
            one,
            paragraphs=(*one.paragraphs[: option.at], option.text, *one.paragraphs[option.at :]),
        )
        if one.key == option.section and option.text not in one.paragraphs
        else one
        for one in sections
    )


def named_members(draft: ConsentDraft) -> tuple[str, ...]:
    """Return the members of a group, each once; two of the same name are told apart by a number."""
    found: list[str] = []
    for name in (one.strip() for one in draft.members if not is_blank(one)):
        same = sum(one == name or one.startswith(f"{name}（") for one in found)
        found.append(f"{name}（{same + 1}）" if same else name)
    return tuple(found)


def chosen_words(template: ConsentTemplate, draft: ConsentDraft) -> dict[str, str]:
    """Return what stands in the places that choices fill: the term, and the members by name."""
    label = "term_months" if draft.months else "term_open"
    until = template.labels.get(label, "").replace("{months}", str(draft.months))
    between = template.labels.get("between", "、")
    blank = template.labels.get("blank", "________")
    return {
        SCOPE: "",
        UNTIL: until,
        MEMBERS: between.join(named_members(draft)) or blank,
    }


def boxes(template: ConsentTemplate, draft: ConsentDraft) -> tuple[str, ...]:
    """Return every choice of the scope on a line, with a box that is full where it is allowed.

    So an empty form can be ticked by pen, and a filled one shows what was not allowed.
    """
    return tuple(f"{'■' if one.key in draft.scope else '□'}　{one.text}" for one in template.scopes)


def empty_choices(template: ConsentTemplate, draft: ConsentDraft) -> list[str]:
    """Return the choices that nobody made: what is allowed, who the members are."""
    found = []
    known = {one.key for one in template.scopes}
    if template.scopes and not known & set(draft.scope):
        found.append(SCOPE)
    if template.for_members and len(named_members(draft)) < _PAIR:
        found.append(MEMBERS)
    return found


_PAIR: Final = 2  # fewer are no group


def _lines(template: ConsentTemplate, draft: ConsentDraft) -> tuple[str, ...]:
    """Return one signer a member; numbered lines while nobody is named."""
    named = named_members(draft)
    if named:
        return named
    word = template.labels.get("member", "")
    return tuple(f"{word} {number}" for number in range(1, LINES + 1))
