"""Every rule of the domain, in the books that hold them."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import Any

from app import domain
from app.domain.rule import Book, Rule


def books() -> list[Book[Any]]:
    """Return the books of all modules of the domain, by name."""
    found: dict[str, Book[Any]] = {}
    for one in pkgutil.iter_modules(domain.__path__):
        module = import_module(f"app.domain.{one.name}")
        found |= {made.name: made for made in vars(module).values() if isinstance(made, Book)}
    return [found[name] for name in sorted(found)]


def rules() -> dict[str, Rule[Any]]:
    """Return every rule by its name."""
    return {name: rule for book in books() for name, rule in book.rules.items()}
