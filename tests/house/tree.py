"""Looks at the tree: which files are the project's, and what their code says."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("app", "ui", "storage", "reports", "resources")
NOT_OURS = {".git", ".venv", "build", "dist", "__pycache__"}
TEXT = {".py", ".md", ".toml", ".sql", ".lock", ".spec", ".qss", ".svg", ".ts", ".sha256", ""}


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that git knows or would take; outside a clone, every file that is not made."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout.decode()
        return tuple(
            ROOT / name for name in sorted(set(listed.split("\0"))) if (ROOT / name).is_file()
        )
    return tuple(
        path
        for path in sorted(ROOT.rglob("*"))
        if path.is_file()
        and path.relative_to(ROOT).parts[0] not in NOT_OURS
        and not any(
            part == "__pycache__" or part.endswith("_cache")
            for part in path.relative_to(ROOT).parts
        )
    )


def name(path: Path) -> str:
    """Return a file's name from the root on."""
    return path.relative_to(ROOT).as_posix()


def texts() -> list[Path]:
    """Return the files that a person writes and reads."""
    return [path for path in project_files() if path.suffix in TEXT]


def modules(*rooms: str) -> list[Path]:
    """Return the Python files of some rooms."""
    return [
        path
        for path in project_files()
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in rooms
    ]


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return every node of the syntax tree of a file, walked once for all rules."""
    return tuple(ast.walk(tree(path)))


def forget() -> None:
    """Let go of the trees: a million nodes that every later sweep would look through."""
    nodes.cache_clear()
    tree.cache_clear()


def called(node: ast.Call) -> str:
    """Return the last name of what a call calls: `setText` of `self.label.setText(…)`."""
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def dotted(node: ast.expr) -> str:
    """Return `a.b.c` of a name or an attribute, or nothing."""
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return node.id if isinstance(node, ast.Name) else ""


def where(path: Path, node: ast.AST) -> str:
    """Return file and line, as a terminal links them."""
    return f"{name(path)}:{getattr(node, 'lineno', 1)}"
