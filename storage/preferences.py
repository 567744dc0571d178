"""Loads and saves preferences as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from app.domain.preferences import Preferences
from storage import beside

if TYPE_CHECKING:
    from pathlib import Path


class JsonPreferences:
    """The `PreferenceStore` of the real disk."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Preferences:
        """Return the choices; a damaged file or a value of the wrong kind counts as none."""
        try:
            raw = beside.json_of(self._path)
        except beside.UNSAID:
            return Preferences()
        if not isinstance(raw, dict):
            return Preferences()
        default = Preferences()
        kept = {
            field.name: raw[field.name]
            for field in fields(Preferences)
            if type(raw.get(field.name)) is type(getattr(default, field.name))
        }
        return Preferences(**kept)

    def save(self, preferences: Preferences) -> None:
        """Keep the choices."""
        from storage import files  # noqa: PLC0415 - the door only loads

        files.make_private_folder(self._path.parent)
        files.write_private(self._path, json.dumps(asdict(preferences)).encode())
