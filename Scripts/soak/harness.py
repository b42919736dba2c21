"""What every sweep needs: the programs under test, homes, and what must be true afterwards."""

import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("MATHTUTOR_BUILD", ROOT / ".build" / "release"))
TUTOR = str(BUILD / "mathtutor")
WRITER = str(BUILD / "Benchmarks")
UUID = re.compile(rb"[0-9a-f]{8}-[0-9a-f-]{27}")


class Failed(Exception):
    """A promise was broken; the message says which, and the home is kept."""


class Home:
    """A home in a temporary folder, kept only where a promise was broken."""

    def __init__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="mathtutor-soak-"))
        self.database = self.path / "learners.sqlite"

    def __enter__(self):
        return self

    def clear(self):
        """Begins anew with an empty home."""
        shutil.rmtree(self.path)
        self.path.mkdir(mode=0o700)

    def __exit__(self, kind, error, trace):
        if kind is None:
            shutil.rmtree(self.path, ignore_errors=True)
        else:
            print(f"  the home is kept: {self.path}")

    def copy_from(self, other):
        shutil.rmtree(self.path, ignore_errors=True)
        shutil.copytree(other.path, self.path)


def environment(**extra):
    kept = {k: v for k, v in os.environ.items()
            if not k.startswith("MATHTUTOR_") or k == "MATHTUTOR_DATA"}
    return {**kept, "LANG": "C.UTF-8", **extra}


def tutor(*arguments, home, stdin=b"", timeout=120, **extra):
    """Runs the tutor to its end and returns (exit code, standard output, standard error)."""
    done = subprocess.run(
        [TUTOR, *arguments, "--home", str(home.path)], input=stdin, capture_output=True,
        timeout=timeout, env=environment(**extra), check=False)
    return done.returncode, done.stdout, done.stderr


def exported(home):
    """The stored answers, or None where the record is refused as damaged."""
    code, out, err = tutor("export", "--format", "jsonl", home=home)
    if code == 3:
        return None
    if code != 0:
        raise Failed(f"export ended with {code}: {err.decode(errors='replace')}")
    lines = [json.loads(line) for line in out.splitlines()]
    return [line for line in lines if "kind" not in line]


class WriterDriver:
    """The store's own writer: one line `stored ID` after each commit."""

    name = "writer"

    def __init__(self, count=20, synchronous="full", seed=1, pause=0):
        self.options = ["--count", str(count), "--synchronous", synchronous,
                        "--seed", str(seed), "--pause", str(pause)]

    def command(self, home):
        return [WRITER, "store", "writer", "--home", str(home.path), *self.options]

    def stdin(self):
        return b""

    @staticmethod
    def acknowledged(output):
        """What was said to be stored, in order."""
        lines = output.split(b"\n")[:-1]
        return [line[7:].decode() for line in lines if line.startswith(b"stored ")]

    @staticmethod
    def stored(attempts):
        return [attempt["id"] for attempt in attempts]


class PracticeDriver:
    """Plain practice: every line that begins `Result:` stands for a stored answer."""

    name = "practice"

    def __init__(self, count=6, seed=1, first=100_000):
        self.count, self.seed, self.first = count, seed, first

    def command(self, home):
        return [TUTOR, "practice", "--plain", "--count", str(self.count), "--seed",
                str(self.seed), "--home", str(home.path), "--language", "en"]

    def inputs(self):
        """Answers that are certainly wrong, each one different, and 2 for the next problem."""
        return [str(self.first + number) for number in range(self.count)]

    def stdin(self):
        return "".join(f"{answer}\n2\n" for answer in self.inputs()).encode()

    def acknowledged(self, output):
        complete = output.rsplit(b"\n", 1)[0] if b"\n" in output else b""
        count = sum(line.startswith(b"Result:") or b" Result:" in line
                    for line in complete.split(b"\n"))
        return self.inputs()[:count]

    @staticmethod
    def stored(attempts):
        return [attempt["input"] for attempt in attempts]


def check(home, driver, acknowledged, context, before=()):
    """Every acknowledged answer is there exactly once, and nothing but the next one besides."""
    attempts = exported(home)
    if attempts is None:
        if not acknowledged and not before and not home.database.exists():
            return 0
        raise Failed(f"{context}: the record is refused after {len(acknowledged)} answers")
    stored = driver.stored(attempts)[len(before):]
    if stored[:len(acknowledged)] != list(acknowledged):
        lost = [one for one in acknowledged if one not in stored]
        raise Failed(f"{context}: lost {lost or 'the order of'} of {len(acknowledged)} answers")
    identifiers = [attempt["id"] for attempt in attempts]
    if len(set(identifiers)) != len(identifiers) or len(set(stored)) != len(stored):
        raise Failed(f"{context}: an answer is stored twice")
    if len(stored) > len(acknowledged) + 1:
        raise Failed(f"{context}: {len(stored)} stored, {len(acknowledged)} acknowledged")
    return len(stored)


def whole(home, context):
    """The doctor finds nothing wrong with the record itself."""
    code, out, err = tutor("doctor", "--json", home=home)
    if code != 0:
        raise Failed(f"{context}: doctor ended with {code}: {out[:400]!r} {err[:200]!r}")


def has_practice():
    """Whether plain practice is built into the binary under test."""
    with Home() as home:
        driver = PracticeDriver(count=1)
        done = subprocess.run(driver.command(home), input=driver.stdin(), capture_output=True,
                              timeout=120, env=environment(), check=False)
        return b"Result:" in done.stdout


def drivers(**options):
    """The drivers for a sweep: the writer, and practice where it is there."""
    return [WriterDriver] + ([PracticeDriver] if has_practice() else [])


def generator(seed):
    return random.Random(seed)
