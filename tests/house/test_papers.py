"""Rules for what lies beside the code: papers, licences, migrations and the changelog."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import ROOT, name, project_files, texts

MIGRATIONS = sorted((ROOT / "storage" / "migrations").glob("*.sql"))
KEPT = ROOT / "tests" / "vault" / "migrations.sha256"
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
GLOSSARY = ROOT / "docs" / "glossary.md"
DRAWN = {".ttf", ".otf", ".ttc", ".woff2", ".svg", ".onnx"}

# Words that may not stand in the tree are put together here, so that this file may.
UNFINISHED = re.compile(r"\b(?:" + "TO" + "DO|FIX" + r"ME|XX" + r"X)\b")
MACHINE = re.compile(r"(?<![\w.~-])/(?:wo" + "rk|ro" + r"ot)/")
HOSTS = re.compile(
    "|".join(
        re.escape(host)
        for host in (
            *("pythonhosted" + ".org", "pypi" + ".org", "pypi" + ".tuna", "tuna.tsinghua" + ".edu"),
            *("mirrors" + ".aliyun", "mirrors" + ".cloud.tencent", "registry.npmjs" + ".org"),
            *("deb.debian" + ".org", "snapshot.debian" + ".org", "proxy.golang" + ".org"),
        )
    )
)


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Every line of the tree that a pattern fits."""
    return [
        f"{name(path)}:{number}"
        for path in texts()
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1
        )
        if pattern.search(line)
    ]


def kept_hashes() -> dict[str, str]:
    """The list of migrations as shipped: `HASH  NAME`, a line each."""
    if not KEPT.exists():
        return {}
    lines = (line.split() for line in KEPT.read_text(encoding="utf-8").splitlines() if line)
    return {Path(words[-1]).name: words[0] for words in lines}


def test_nothing_is_left_for_later_in_the_code() -> None:
    assert not lines_with(UNFINISHED)


def test_no_path_of_one_machine() -> None:
    assert not lines_with(MACHINE)


def test_no_name_of_a_registry() -> None:
    assert not lines_with(HOSTS)


@pytest.mark.parametrize("path", MIGRATIONS, ids=name)
def test_a_shipped_migration_never_changes(path: Path) -> None:
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    assert kept_hashes().get(path.name) == found, f"list a new one in {name(KEPT)}; edit none"


def test_no_shipped_migration_is_gone() -> None:
    assert set(kept_hashes()) <= {path.name for path in MIGRATIONS}


def test_migrations_are_numbered_without_a_gap() -> None:
    numbers = [int(path.name[:4]) for path in MIGRATIONS]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("path", DECISIONS, ids=name)
def test_a_decision_has_its_four_parts(path: Path) -> None:
    headings = re.findall(r"^## (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert [part for part in headings if part in {"Context", "Decision"}] == ["Context", "Decision"]
    assert {"Consequences", "Alternatives"} <= set(headings)


def test_what_others_drew_lies_beside_its_licence() -> None:
    drawn = {path.parent for path in project_files() if path.suffix in DRAWN}
    bare = [
        name(folder)
        for folder in sorted(drawn)
        if name(folder).startswith("resources/")
        and not any(
            re.match(r"(?i)(licen[cs]e|ofl|copying)", path.name)
            for place in (folder, folder.parent)
            if place != ROOT / "resources"
            for path in place.iterdir()
        )
    ]
    assert not bare, "a LICENSE or OFL file in the folder or the one above"


def test_the_changelog_speaks_of_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = ROOT / "CHANGELOG.md"
    assert changelog.exists(), "CHANGELOG.md: a line per visible change"
    headings = re.findall(r"^## (.+)$", changelog.read_text(encoding="utf-8"), re.MULTILINE)
    assert any("Unreleased" in line or version["version"] in line for line in headings)


@pytest.mark.parametrize("column", [0, 1, 2], ids=["zh", "en", "code"])
def test_a_term_of_the_glossary_means_one_thing(column: int) -> None:
    rows = [
        [cell.strip() for cell in line.strip("|\n").split("|")]
        for line in GLOSSARY.read_text(encoding="utf-8").splitlines()
        if line.startswith("|") and not line.startswith("|--") and not line.startswith("| ---")
    ]
    terms = [row[column] for row in rows[1:] if row[column]]
    assert sorted(terms) == sorted(set(terms))


def test_the_lock_names_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    names = {re.split(r"[<>=!~; \[]", line)[0].lower().replace("_", "-") for line in wanted}
    assert not names - locked, "make the lock anew: docs/decisions/lock-file.md"


def test_the_lock_has_a_hash_for_everything() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    pinned = [line for line in lock.splitlines() if line and not line.lstrip().startswith("#")]
    assert pinned
    assert all("==" in line and "--hash=sha256:" in line for line in pinned)
