#!/usr/bin/env python3
"""Runs the engine and PyTorch in turn on the same workload and prints the ratios of their medians.

    make bench-torch                                  S, M, L; training at 2 and 1 threads; inference
    TORCH_PYTHON=/tmp/torchenv/bin/python make bench-torch CONFIGS=S BUDGET=3 ROUNDS=3

Every round runs each program once, so that a busy moment hits both. PyTorch counts with the better of its
two settings for training: the default, or fused AdamW with erf GELU. Where PyTorch is absent this says so
and ends with 0:  python3 -m venv /tmp/torchenv && /tmp/torchenv/bin/pip install torch numpy
Inference is compared with ONNX Runtime too, where that is there:
                  /tmp/torchenv/bin/pip install onnxruntime onnx
"""
import json
import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = os.environ.get("TORCH_PYTHON", sys.executable)
ENGINE = os.environ.get("ENGINE", os.path.join(HERE, "../../.build/release/Benchmarks"))
BUDGET = os.environ.get("BUDGET", "3")
ONNX = False
ROUNDS = int(os.environ.get("ROUNDS", "3"))
TARGETS = {("train", 2): dict(S=2.0, M=1.5, L=1.35), ("train", 1): dict(S=1.7, M=1.4, L=1.2),
           ("infer", 1): dict(S=3.0, M=1.7, L=1.3)}


def run(command):
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(output.strip().splitlines()[-1])


def has(module):
    return subprocess.run([PYTHON, "-c", f"import {module}"], capture_output=True).returncode == 0


def programs(config, mode, threads):
    options = ["--config", config, "--mode", mode, "--threads", str(threads), "--budget", BUDGET]
    torch = [PYTHON, os.path.join(HERE, "bench_torch.py")] + options
    found = {"engine": [ENGINE, "engine", "--json"] + options, "torch": torch}
    if mode == "train":
        found["torch fused"] = torch + ["--opt", "fused", "--gelu", "erf"]
    elif ONNX:
        found["onnx"] = [PYTHON, os.path.join(HERE, "bench_onnx.py")] + options
    return found


def main():
    if not has("torch"):
        print("bench-torch: skipped, PyTorch is not installed (see the head of Scripts/benchmarks/compare.py)")
        return
    global ONNX
    ONNX = has("onnxruntime") and has("onnx")
    wanted = os.environ.get("CONFIGS", "S M L").split()
    print(f"{'':16}{'engine ms':>22}{'PyTorch ms':>22}{'ratio':>8}{'target':>8}{'cpu ratio':>11}{'memory':>16}")
    for (mode, threads), targets in TARGETS.items():
        for config in wanted:
            results = {name: [] for name in programs(config, mode, threads)}
            for _ in range(ROUNDS):
                for name, command in programs(config, mode, threads).items():
                    results[name].append(run(command))
            middle = lambda name, key: statistics.median(r[key] for r in results[name])
            other = min((n for n in results if "torch" in n), key=lambda n: middle(n, "ms_median"))
            busy = min((n for n in results if "torch" in n), key=lambda n: middle(n, "cpu_ms"))
            ratio = middle(other, "ms_median") / middle("engine", "ms_median")
            cpu = middle(busy, "cpu_ms") / middle("engine", "cpu_ms")
            show = lambda n: f"{middle(n, 'ms_median'):.4g} [{min(r['ms_min'] for r in results[n]):.4g}]"
            memory = f"{middle('engine', 'peak_rss_mb'):.0f} : {middle(other, 'peak_rss_mb'):.0f} MB"
            print(f"{mode} {config} {threads} thr".ljust(16) + f"{show('engine'):>22}{show(other):>22}"
                  f"{ratio:>8.2f}{targets[config]:>8.2f}{cpu:>11.2f}{memory:>16}", flush=True)
            if "onnx" in results:
                ratio = middle("onnx", "ms_median") / middle("engine", "ms_median")
                cpu = middle("onnx", "cpu_ms") / middle("engine", "cpu_ms")
                target = f"{1:.2f}" if config == "S" else ""
                print("  ONNX Runtime".ljust(38) + f"{show('onnx'):>22}{ratio:>8.2f}{target:>8}{cpu:>11.2f}", flush=True)


if __name__ == "__main__":
    main()
