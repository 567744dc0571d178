"""Reads a consent text from its data file."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from app.domain.consent import AccessRow, ConsentTemplate, TemplateSection

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def load_template(text: str) -> ConsentTemplate:
    """Return the template that a TOML text describes.

    Raises ValueError when a placeholder has no label, a labelled fact stands nowhere in the text,
    or a fact left to the client is none: each would make a form that cannot be filled rightly.
    """
    template = from_raw(tomllib.loads(text))
    _check(template)
    return template


def from_raw(raw: Mapping[str, Any]) -> ConsentTemplate:
    """Return the template that TOML or JSON values describe."""
    return ConsentTemplate(
        key=raw["key"],
        edition=raw["edition"],
        language=raw["language"],
        title=raw["title"],
        opening=tuple(raw["opening"]),
        sections=tuple(
            TemplateSection(
                one["key"], one["heading"], tuple(one["paragraphs"]), tuple(one["clauses"])
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
    )


def to_raw(template: ConsentTemplate) -> dict[str, Any]:
    """Return a template as values that JSON can hold; `from_raw` makes the same of them again."""
    return asdict(template)


def _check(template: ConsentTemplate) -> None:
    """Raise ValueError unless placeholders and labelled facts are the same."""
    texts = [*template.opening, *template.closing]
    for section in template.sections:
        texts += section.paragraphs
    used = {key for text in texts for key in _PLACEHOLDER.findall(text)}
    if used != set(template.facts):
        raise ValueError(f"placeholders and facts differ: {sorted(used ^ set(template.facts))}")
    strangers = set(template.from_client) - set(template.facts)
    if strangers:
        raise ValueError(f"facts of the client that are no facts: {sorted(strangers)}")
