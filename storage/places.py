"""Where files live on this computer."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_NAME = "xinxia"


def preferences_file() -> Path:
    """Return the file of choices that are not secret."""
    return Path(platformdirs.user_config_dir(_NAME, appauthor=False)) / "preferences.json"


def log_folder() -> Path:
    """Return the folder of the log, which holds ids only."""
    return Path(platformdirs.user_state_dir(_NAME, appauthor=False))


def suggested_vault() -> Path:
    """Return where a first vault is offered to lie: the documents, never a synced folder."""
    return documents() / "Xinxia"


def documents() -> Path:
    """Return the documents of whoever runs the program."""
    return Path(platformdirs.user_documents_dir())
