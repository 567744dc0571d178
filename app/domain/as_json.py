"""A record of plain fields as JSON takes it, and what of such JSON a record of today knows."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from _typeshed import DataclassInstance


def as_json(record: DataclassInstance) -> dict[str, Any]:
    """Return a record with its enums by their values, times in UTC and tuples as lists."""
    raw = _plain(asdict(record))
    assert isinstance(raw, dict)  # noqa: S101 - for mypy: a record is a mapping
    return raw


def known_in(raw: Mapping[str, Any], kind: type[DataclassInstance]) -> dict[str, Any]:
    """Return the values of `raw` whose keys are fields of `kind`; those of others are left out."""
    names = _names(kind)
    return {key: value for key, value in raw.items() if key in names}


@cache
def _names(kind: type[DataclassInstance]) -> frozenset[str]:
    """Return the names of the fields of a record: every profile of a list is read by them."""
    return frozenset(one.name for one in fields(kind))


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
