"""A record of plain fields as JSON takes it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def as_json(record: DataclassInstance) -> dict[str, Any]:
    """Return a record with its enums by their values, times in UTC and tuples as lists."""
    raw = _plain(asdict(record))
    assert isinstance(raw, dict)  # noqa: S101 - for mypy: a record is a mapping
    return raw


def _plain(value: object) -> object:
    """Return a value as JSON takes it."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value
