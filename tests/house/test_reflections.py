"""Nobody reads the private reflections but the page that shows them, and who keeps them whole.

A paper, an export or a de-identification that asked for them would have to stand on this list.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.house.tree import ROOT, modules, name, tree

if TYPE_CHECKING:
    from pathlib import Path

MAY = {
    "app/domain/reflection.py": "what one is",
    "app/ports.py": "what the services ask of the store",
    "app/services/example_life.py": "writes the invented ones of the example",
    "app/services/reflections.py": "reads and writes them",
    "storage/readable_out.py": "exports them to herself, under a password, where she ticks that",
    "storage/reflections.py": "the rows",
    "storage/vault.py": "hands them out",
    "ui/reflection_box.py": "shows one",
    "ui/reflection_page.py": "shows those of a case",
    "ui/search.py": "finds them when somebody ticks that",
}
ROOMS = {"app.domain.reflection", "app.services.reflections", "storage.reflections"}


def asks(path: Path) -> bool:
    """Return whether a module imports a room of the reflections, or takes them from a vault."""
    for one in ast.walk(tree(path)):
        if isinstance(one, ast.ImportFrom):
            whole = {one.module, *(f"{one.module}.{part.name}" for part in one.names)}
            if whole & ROOMS:
                return True
        if isinstance(one, ast.Attribute) and one.attr == "reflections":
            owner = one.value
            if not isinstance(owner, ast.Name) or owner.id not in {"self", "head"}:
                return True
    return False


def test_only_those_on_the_list_ask_for_reflections() -> None:
    asking = {name(path) for path in modules("app", "ui", "storage", "reports") if asks(path)}
    assert asking - {*MAY} == set()


def test_no_sql_but_that_of_their_rows_names_their_table() -> None:
    files = [
        path
        for path in (ROOT / "storage").rglob("*.py")
        if "reflections" in path.read_text("utf-8")
    ]
    readable = {"readable_out.py", "readable_tables.py"}  # out only where she ticks it
    own = {"reflections.py", "vault.py", "destruction.py"}
    assert {path.name for path in files} == own | readable
