"""A consent on the pages of a readable export: what was filled in, said by the words of its text.

A text calls its places and points by keys. Whoever reads the page reads the labels in their stead,
and of the text what was printed; the keys and the rest of it stand in the data files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_PRINTED: Final = ("title", "edition", "opening", "sections", "closing", "signers", "minor")


def in_words(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of the consents with labels for keys; what has none stays as it is."""
    text, content = row.get("wording"), row.get("content")
    if not isinstance(text, dict) or not isinstance(content, dict):
        return dict(row)
    facts, talk = content.get("facts", {}), content.get("talk", {})
    points = {one["key"]: one["text"] for one in text.get("talk", ())}
    options = {one["key"]: one["label"] for one in text.get("options", ())}
    options |= {one["key"]: one["text"] for one in text.get("scopes", ())}
    labels = {**text.get("facts", {}), **((text.get("minor") or {}).get("facts", {}))}
    said = {
        **content,
        "facts": {labels.get(key, key): value for key, value in facts.items()},
        "talk": {**talk, "points": [points.get(one, one) for one in talk.get("points", ())]},
        "scope": [options.get(one, one) for one in content.get("scope", ())],
    }
    return {**row, "wording": _printed(text), "content": said}


def _printed(text: Mapping[str, Any]) -> dict[str, Any]:
    """Return of a text what stands on its paper."""
    kept = {name: text[name] for name in _PRINTED if text.get(name)}
    kept["sections"] = [[one["heading"], one["paragraphs"]] for one in text.get("sections", ())]
    if isinstance(text.get("minor"), dict):
        kept["minor"] = {key: value for key, value in text["minor"].items() if key != "facts"}
    return kept
