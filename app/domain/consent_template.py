"""Reads a consent text from its data file."""

from __future__ import annotations

import re
import tomllib

from app.domain.consent import AccessRow, ConsentTemplate, TemplateSection

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def load_template(text: str) -> ConsentTemplate:
    """Return the template that a TOML text describes.

    Raises ValueError when a placeholder has no label, a labelled fact stands nowhere in the text,
    or a fact left to the client is none: each would make a form that cannot be filled rightly.
    """
    raw = tomllib.loads(text)
    template = ConsentTemplate(
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
    _check(template)
    return template


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
