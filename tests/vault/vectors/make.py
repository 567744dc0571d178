"""Makes the kept recording anew: `python -m tests.vault.vectors.make`, only for a new format."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path

from storage import keys, media

HERE = Path(__file__).parent
ROWS = (0, 100, 300)


def main() -> None:
    """Write a recording of three rows and what is known of it."""
    raw, plain = bytes(range(32)), bytes(at * at % 251 for at in range(600))
    with tempfile.TemporaryDirectory() as base:
        writer = media.MediaWriter(Path(base))
        writer.key[:] = raw
        for start, end in zip(ROWS, (*ROWS[1:], len(plain)), strict=True):
            writer.write(plain[start:end])
            writer.flush()
        writer.finish()
        whole = media.file_of(Path(base), writer.name).read_bytes()
    (HERE / "recording-1.db").write_bytes(whole)
    said = {
        "format": "one recording, docs/recording-store.md",
        "file": "recording-1.db",
        "raw_key": raw.hex(),
        "size": len(plain),
        "chunks": len(ROWS),
        "rows": ROWS,
        "plain": plain.hex(),
        "file_sha256": hashlib.sha256(whole).hexdigest(),
        "digest_key": keys.subkey(raw, "xinxia recording digest 1").hex(),
        "digest": media.keyed(raw, hashlib.sha256(plain).digest()).hex(),
    }
    (HERE / "recording-1.json").write_text(json.dumps(said, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
