#!/usr/bin/env python3
"""Compares the engine with PyTorch: scores, every gradient, ten training steps.

    Benchmarks engine-parity FOLDER && python3 Scripts/parity/parity.py FOLDER

The models are PyTorch's own modules, loaded from the engine's file with strict=True. Where PyTorch is
absent this says so and ends with 0. A virtual environment with it (2.15.0 was used):

    python3 -m venv /tmp/torchenv && /tmp/torchenv/bin/pip install torch numpy
"""
import json
import sys

try:
    import torch
    import torch.nn as nn
    import torch.nn.functional as F
except ImportError:
    print("parity: skipped, PyTorch is not installed (see the head of Scripts/parity/parity.py)")
    sys.exit(0)


def load(path):
    """Reads a .safetensors file without its library."""
    with open(path, "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        body = bytearray(file.read())
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            flat = torch.frombuffer(body[begin:end], dtype=torch.float32) if end > begin else torch.zeros(0)
            tensors[name] = flat.reshape(entry["shape"])
    return tensors


class Classifier(nn.Module):
    def __init__(self, vocabulary, longest, classes, width, heads, layers):
        super().__init__()
        self.tokens = nn.Embedding(vocabulary, width)
        self.positions = nn.Parameter(torch.zeros(longest, width))
        layer = nn.TransformerEncoderLayer(
            width, heads, 4 * width, dropout=0, batch_first=True, norm_first=True,
            activation=lambda x: F.gelu(x, approximate="tanh"))
        self.encoder = nn.TransformerEncoder(layer, layers, nn.LayerNorm(width), enable_nested_tensor=False)
        self.head = nn.Linear(width, classes)


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.classifier = Classifier(50, 12, 5, 32, 4, 3)
        self.gru = nn.GRU(32, 5, batch_first=True)
        self.conv = nn.Conv1d(32, 5, 3, padding="same")

    def forward(self, tokens):
        absent = tokens < 0
        present = (~absent).unsqueeze(-1).float()
        mean = lambda x: (x * present).sum(1) / present.sum(1)
        rows = self.classifier.tokens(tokens.clamp(min=0))
        encoded = self.classifier.encoder(rows + self.classifier.positions, src_key_padding_mask=absent)
        states = self.gru(rows)[0]
        filtered = self.conv((rows * present).transpose(1, 2)).relu().transpose(1, 2)
        return self.classifier.head(mean(encoded)) + mean(states) + mean(filtered)


def difference(found, expected):
    """The largest difference relative to the largest number of the tensor."""
    return ((found - expected).abs().max() / expected.abs().max().clamp(min=1e-6)).item()


def main():
    folder = sys.argv[1]
    model = Model()
    model.load_state_dict(load(folder + "/weights.safetensors"), strict=True)
    results = load(folder + "/results.safetensors")
    tokens, labels = results["tokens"].long(), results["labels"].long()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, eps=1e-6, weight_decay=.01)
    worst = {}
    for step in range(10):
        optimizer.zero_grad()
        scores = model(tokens)
        loss = F.cross_entropy(scores, labels, label_smoothing=.1)
        loss.backward()
        worst["losses"] = max(worst.get("losses", 0), abs(results["losses"][step].item() - loss.item()) / loss.item())
        if step == 0:
            worst["scores"] = difference(results["scores"], scores.detach())
            largest = max(p.grad.abs().max() for p in model.parameters())
            for name, parameter in model.named_parameters():
                found, expected = results["gradient." + name], parameter.grad
                # The keys' biases have no gradient but rounding: judge them by the largest of the model.
                scale = expected.abs().max().clamp(min=1e-3 * largest)
                worst["gradients"] = max(worst.get("gradients", 0), ((found - expected).abs().max() / scale).item())
        nn.utils.clip_grad_norm_(model.parameters(), 1)
        optimizer.step()
    for name, parameter in model.named_parameters():
        found, expected = results["final." + name], parameter.detach()
        if name.endswith("in_proj_bias"):
            third = len(expected) // 3
            keep = [i for i in range(3 * third) if not third <= i < 2 * third]
            found, expected = found[keep], expected[keep]
        worst["weights after ten steps"] = max(worst.get("weights after ten steps", 0), difference(found, expected))
    limits = {"scores": 1e-4, "gradients": 1e-4, "losses": 1e-4, "weights after ten steps": 1e-3}
    for name, value in worst.items():
        print(f"parity: {name}: relative difference {value:.2e} (limit {limits[name]:.0e})")
    sys.exit(any(not value <= limits[name] for name, value in worst.items()))


if __name__ == "__main__":
    main()
