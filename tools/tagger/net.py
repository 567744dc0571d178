"""The tagger's network in PyTorch: LAC's encoder without its words, and a head over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

if TYPE_CHECKING:
    from pathlib import Path

HIDDEN, TAGS, CLASSES = 128, 59, 7
_SQUEEZED, _HEAD, _LAST = 48, 96, 64
_DROP = 0.25


class Net(nn.Module):
    """Characters' rows and their clues to seven logits a character."""

    def __init__(self, characters: int, clues: int) -> None:
        super().__init__()
        self.embed = nn.Embedding(characters, HIDDEN)
        self.first = nn.GRU(HIDDEN, HIDDEN, batch_first=True, bidirectional=True)
        self.second = nn.GRU(2 * HIDDEN, HIDDEN, batch_first=True, bidirectional=True)
        self.tags = nn.Linear(2 * HIDDEN, TAGS)
        self.squeeze = nn.Linear(HIDDEN, _SQUEEZED)
        wide = 2 * HIDDEN + TAGS + _SQUEEZED + clues
        self.head = nn.GRU(wide, _HEAD, batch_first=True, bidirectional=True)
        self.narrow = nn.Linear(2 * _HEAD, _LAST)
        self.out = nn.Linear(_LAST, CLASSES)
        self.drop = nn.Dropout(_DROP)

    def forward(self, ids: torch.Tensor, clues: torch.Tensor) -> torch.Tensor:
        """Return the logits."""
        embedded = self.embed(ids)
        hidden = self.second(self.first(embedded)[0])[0]
        tags = torch.softmax(self.tags(hidden), dim=-1)
        wide = torch.cat([hidden, tags, self.squeeze(embedded), clues], dim=-1)
        headed = self.head(self.drop(wide))[0]
        logits: torch.Tensor = self.out(self.drop(torch.relu(self.narrow(headed))))
        return logits

    def lac(self) -> list[nn.Parameter]:
        """Return the parameters that came from LAC."""
        parts = (self.embed, self.first, self.second, self.tags)
        return [parameter for part in parts for parameter in part.parameters()]

    def own(self) -> list[nn.Parameter]:
        """Return the parameters of the head."""
        parts = (self.squeeze, self.head, self.narrow, self.out)
        return [parameter for part in parts for parameter in part.parameters()]


def _turned(gates: Any) -> Any:  # noqa: ANN401 - numpy or torch
    """Exchange the first two of three gates: ONNX has z, r, h, PyTorch r, z, n."""
    z, r, h = np.split(np.asarray(gates), 3)
    return np.concatenate([r, z, h])


def load_lac(net: Net, encoder: Path, rows: list[int]) -> None:
    """Fill the encoder's parameters from LAC's model; `rows` are the embedding's rows to keep."""
    held = {
        one.name: numpy_helper.to_array(one) for one in onnx.load(str(encoder)).graph.initializer
    }
    with torch.no_grad():
        net.embed.weight.copy_(torch.tensor(held["embedding_0.w_0"][rows]))
        names = (("helper.concat.5", "helper.concat.6", "helper.concat.9"),)
        names += (("helper.concat.14", "helper.concat.15", "helper.concat.18"),)
        for gru, (wide, back, bias) in zip((net.first, net.second), names, strict=True):
            for way, end in enumerate(("", "_reverse")):
                both = np.split(held[bias][way], 2)
                for name, value in (
                    ("weight_ih_l0", held[wide][way]),
                    ("weight_hh_l0", held[back][way]),
                    ("bias_ih_l0", both[0]),
                    ("bias_hh_l0", both[1]),
                ):
                    getattr(gru, name + end).copy_(torch.tensor(_turned(value)))
        net.tags.weight.copy_(torch.tensor(held["linear_0.w_0"].T.copy()))
        net.tags.bias.copy_(torch.tensor(held["linear_0.b_0"]))


def save(net: Net, path: Path) -> None:
    """Write the network as ONNX: `ids` and `clues` in, seven probabilities a character out."""
    made = _Graph(net)
    embedded = made.node("Gather", "embed.weight", "ids")
    hidden = made.gru("second", made.gru("first", embedded))
    tags = made.node("Softmax", made.linear("tags", hidden), axis=-1)
    wide = made.node("Concat", hidden, tags, made.linear("squeeze", embedded), "clues", axis=-1)
    narrow = made.node("Relu", made.linear("narrow", made.gru("head", wide)))
    made.node("Softmax", made.linear("out", narrow), axis=-1, out="probabilities")
    clues = net.head.input_size - 2 * HIDDEN - TAGS - _SQUEEZED
    graph = helper.make_graph(
        made.nodes,
        "names",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, ["batch", "length"]),
            helper.make_tensor_value_info("clues", TensorProto.FLOAT, ["batch", "length", clues]),
        ],
        [
            helper.make_tensor_value_info(
                "probabilities", TensorProto.FLOAT, ["batch", "length", CLASSES]
            )
        ],
        made.held,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


class _Graph:
    """Nodes and constants of an ONNX graph, made from the parameters of a network."""

    def __init__(self, net: Net) -> None:
        self.nodes: list[Any] = []
        self.held: list[Any] = []
        self._values = {name: value.detach().numpy() for name, value in net.state_dict().items()}
        self._keep("embed.weight", self._values["embed.weight"])
        self._keep("merged", np.array([0, 0, -1], dtype=np.int64))

    def _keep(self, name: str, value: Any) -> str:  # noqa: ANN401 - numpy
        self.held.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, *inputs: str, out: str = "", **settings: Any) -> str:  # noqa: ANN401
        name = out or f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **settings))
        return name

    def linear(self, part: str, inner: str) -> str:
        weight = self._keep(f"{part}.w", self._values[f"{part}.weight"].T)
        bias = self._keep(f"{part}.b", self._values[f"{part}.bias"])
        return self.node("Add", self.node("MatMul", inner, weight), bias)

    def gru(self, part: str, inner: str) -> str:
        """Add a GRU in both directions; time first, as ONNX has it."""

        def both(name: str) -> Any:  # noqa: ANN401 - numpy
            ends = ("", "_reverse")
            return np.stack([_turned(self._values[f"{part}.{name}_l0{end}"]) for end in ends])

        wide = self._keep(f"{part}.wide", both("weight_ih"))
        back = self._keep(f"{part}.back", both("weight_hh"))
        biases = np.concatenate([both("bias_ih"), both("bias_hh")], axis=1)
        bias = self._keep(f"{part}.bias", biases)
        size = int(back and self._values[f"{part}.weight_hh_l0"].shape[1])
        turned = self.node("Transpose", inner, perm=[1, 0, 2])
        ran = self.node(
            "GRU",
            turned,
            wide,
            back,
            bias,
            hidden_size=size,
            direction="bidirectional",
            linear_before_reset=1,
        )
        # length, direction, batch, hidden → batch, length, direction and hidden as one
        return self.node("Reshape", self.node("Transpose", ran, perm=[2, 0, 1, 3]), "merged")
