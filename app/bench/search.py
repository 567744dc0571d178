"""Search over 100,000 notes of 1,500 characters, complete, beside plain FTS5."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from app.bench import corpus, timing
from app.services import search
from storage import database
from storage.words import expression, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from storage.vault import Vault

NOTES = 100_000
LENGTH = 1500
QUERIES = (
    "焦虑", "失眠", "檐角", "说", "的", "胸口发紧", "母亲第一次谈到旧照片", "睡前 葬礼",
    "没有这个词组", "深呼吸三次", "药量", "论文，", "她梦见雨声",
)  # fmt: skip
ROUNDS = 20
_PAGE = 50
_FTS = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT 50"


def lines(arguments: list[str]) -> Iterator[dict[str, Any]]:
    """Yield a line on speed and one on completeness; the first argument is the number of notes."""
    count = int(arguments[0]) if arguments else NOTES
    with tempfile.TemporaryDirectory() as base:
        _, vault = corpus.vault(Path(base) / "vault", count, LENGTH)
        plain = _plain(Path(base) / "plain.db", count)
        yield {"notes": count, **_first_pages(vault)}
        yield {"notes": count, **_beside_plain(vault.connection, plain)}
        yield {"notes": count, **_completeness(vault, count)}
        plain.close()
        vault.close()


def _plain(path: Path, count: int) -> Any:  # noqa: ANN401 - sqlcipher3 has no types
    """Return an unencrypted database with the same index of the same texts."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA cache_size = -{database.CACHE_KIB}")
    connection.execute(
        "CREATE VIRTUAL TABLE words USING fts5"
        " (body, content = '', columnsize = 0, tokenize = 'ascii')"
    )
    # Settings as in the vault: only the encryption differs.
    connection.execute("INSERT INTO words (words, rank) VALUES ('secure-delete', 1)")
    connection.execute("INSERT INTO words (words, rank) VALUES ('pgsz', 3900)")
    source = corpus.texts(count, LENGTH)
    for start in range(1, count + 1, 500):
        connection.execute("BEGIN")
        for number, words in zip(range(start, start + 500), source, strict=False):
            connection.execute(
                "INSERT INTO words (rowid, body) VALUES (?, ?)", (number, spread(words))
            )
        connection.execute("COMMIT")
    return connection


def _first_pages(vault: Vault) -> dict[str, Any]:
    """Time the first page as the screen asks for it: hits, passages, snippets, code names."""
    times: list[float] = []
    slowest = {}
    for query in QUERIES:
        one = [_timed(vault, query) for _ in range(ROUNDS)]
        slowest[query] = timing.milliseconds(timing.percentile(one, 0.95))
        times += one
    return {
        "first page p50 ms": timing.milliseconds(timing.percentile(times, 0.5)),
        "first page p95 ms": timing.milliseconds(timing.percentile(times, 0.95)),
        "p95 by query ms": slowest,
    }


def _timed(vault: Vault, query: str) -> float:
    """Return how long one first page takes."""
    return timing.seconds(lambda: search.find(vault, query, _PAGE))


def _beside_plain(ours: Any, plain: Any) -> dict[str, Any]:  # noqa: ANN401
    """Time the same FTS5 query on both databases, warm, interleaved."""
    ratios = {}
    total = [0.0, 0.0]
    for query in QUERIES:
        wanted = expression(query)
        pair = timing.paired(_asking(ours, wanted), _asking(plain, wanted), rounds=ROUNDS)
        ratios[query] = round(pair[0] / pair[1], 2)
        total = [total[0] + pair[0], total[1] + pair[1]]
    return {
        "fts5 encrypted ms": timing.milliseconds(total[0]),
        "fts5 plain ms": timing.milliseconds(total[1]),
        "ratio": round(total[0] / total[1], 3),
        "ratio by query": ratios,
    }


def _asking(connection: Any, wanted: str) -> Callable[[], object]:  # noqa: ANN401
    """Return a function that runs one query to its end."""
    return lambda: connection.execute(_FTS, (wanted,)).fetchall()


def _completeness(vault: Vault, count: int) -> dict[str, Any]:
    """Compare all hits with a scan of every text for each part of the query."""
    wrong = {}
    found: dict[str, int] = {}
    texts = list(corpus.texts(count, LENGTH))
    for query in QUERIES:
        parts = query.split()
        truth = sum(all(part in words for part in parts) for words in texts)
        found[query] = len(vault.search.find(query, limit=count).hits)
        if found[query] != truth:
            wrong[query] = [found[query], truth]
    return {"queries": len(QUERIES), "hits": found, "differ from a full scan": wrong}
