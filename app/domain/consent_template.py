"""Reads a consent text from its data file."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from app.domain.consent_purpose import Purpose
from app.domain.consent_talk import TalkPoint
from app.domain.consent_text import (
    FILLED_BY_CHOICE,
    AccessRow,
    ConsentTemplate,
    MinorWords,
    OptionalWords,
    ScopeChoice,
    TemplateSection,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_COMMON = ("edition", "language", "labels", "defaults")


def load_template(text: str) -> ConsentTemplate:
    """Return the template that a TOML text describes.

    Raises ValueError when a placeholder has no label, a labelled fact stands nowhere in the text,
    or a fact left to the client is none: each would make a form that cannot be filled rightly.
    """
    template = from_raw(tomllib.loads(text))
    _check(template)
    return template


def load_separate(text: str) -> tuple[ConsentTemplate, ...]:
    """Return the short forms of separate consents that one TOML text describes.

    They share its edition, language, labels and defaults; each of its `[[forms]]` holds the rest
    and may add labels of its own. Raises ValueError as `load_template` does.
    """
    raw = tomllib.loads(text)
    found = []
    for form in raw["forms"]:
        shared = {key: raw[key] for key in _COMMON}
        labels = {**raw["labels"], **form.get("labels", {})}
        facts = {key: raw["facts"][key] for key in form["facts"]}
        defaults = {
            key: word
            for key, word in {**raw["defaults"], **form.get("defaults", {})}.items()
            if key in facts
        }
        rest = {"remote": False, "from_client": [], "access": [], "roles": [], "closing": []}
        made = from_raw(
            {**rest, **shared, **form, "labels": labels, "facts": facts, "defaults": defaults}
        )
        _check(made)
        found.append(made)
    return tuple(found)


def from_raw(raw: Mapping[str, Any]) -> ConsentTemplate:
    """Return the template that TOML or JSON values describe; what came later may be missing."""
    minor = raw.get("minor")
    return ConsentTemplate(
        key=raw["key"],
        edition=raw["edition"],
        language=raw["language"],
        title=raw["title"],
        opening=tuple(raw["opening"]),
        sections=tuple(
            TemplateSection(
                one["key"],
                one["heading"],
                tuple(one["paragraphs"]),
                tuple(one["clauses"]),
                required=one.get("required", False),
            )
            for one in raw["sections"]
        ),
        closing=tuple(raw["closing"]),
        signers=tuple(raw["signers"]),
        facts=raw["facts"],
        defaults=raw["defaults"],
        roles=tuple(raw["roles"]),
        labels=raw["labels"],
        access=tuple(
            AccessRow(one["role"], one["records"], one["recordings"]) for one in raw["access"]
        ),
        remote=raw["remote"],
        from_client=tuple(raw["from_client"]),
        purpose=Purpose(raw.get("purpose", Purpose.SERVICE.value)),
        talk=tuple(
            TalkPoint(one["key"], one["text"], teaching=one.get("teaching", False))
            for one in raw.get("talk", ())
        ),
        scopes=tuple(ScopeChoice(one["key"], one["text"]) for one in raw.get("scopes", ())),
        terms=tuple(raw.get("terms", ())),
        minor=None if minor is None else _minor(minor),
        base=raw.get("base", ""),
        options=tuple(
            OptionalWords(one["key"], one["section"], one["at"], one["text"], one["label"])
            for one in raw.get("options", ())
        ),
    )


def _minor(raw: Mapping[str, Any]) -> MinorWords:
    """Return what differs where the client is a minor."""
    return MinorWords(
        tuple(raw["signers"]), tuple(raw["closing"]), raw["facts"], raw.get("separate_signer", "")
    )


def to_raw(template: ConsentTemplate) -> dict[str, Any]:
    """Return a template as values that JSON can hold; `from_raw` makes the same of them again.

    A text without options leaves no word of them: what was signed of it reads as it did.
    """
    raw = asdict(template)
    raw["purpose"] = template.purpose.value
    if not template.options:
        del raw["options"]
    return raw


def places_of(texts: Iterable[str]) -> set[str]:
    """Return the places that stand in these texts, by their names."""
    return {key for text in texts for key in _PLACEHOLDER.findall(text)}


def texts_of(template: ConsentTemplate) -> list[str]:
    """Return every text of a template in which places may stand, that of its headings too."""
    texts = [*template.opening, *template.closing]
    for section in template.sections:
        texts += [section.heading, *section.paragraphs]
    return texts


def _check(template: ConsentTemplate) -> None:
    """Raise ValueError unless placeholders and labelled facts are the same."""
    used = places_of(texts_of(template)) - FILLED_BY_CHOICE
    if used != set(template.facts):
        raise ValueError(f"placeholders and facts differ: {sorted(used ^ set(template.facts))}")
    minor = template.minor
    if minor is not None and places_of(minor.closing) - {*template.facts, *minor.facts}:
        raise ValueError("the words for a minor name a place without a label")
    known = {one.key for one in template.sections}
    if any(one.section not in known or places_of([one.text]) for one in template.options):
        raise ValueError("an option has a place, or belongs to no section")
    strangers = set(template.from_client) - set(template.facts) - FILLED_BY_CHOICE
    if strangers:
        raise ValueError(f"facts of the client that are no facts: {sorted(strangers)}")
