"""A kill, a full disk or a failing disk at every nth call of the commands that change files."""

import subprocess

from harness import Failed, Home, TUTOR, WriterDriver, environment, exported, tutor, whole
from injection import count_calls, has_strace, points, traced
from kill import killed_run

CALLS = ["pwrite64", "write", "fdatasync", "fsync", "ftruncate", "rename", "link", "unlink"]
FAULTS = [(call, "signal=KILL") for call in CALLS] + \
    [(call, "error=ENOSPC") for call in ("pwrite64", "write", "ftruncate", "link")] + \
    [(call, "error=EIO") for call in ("pwrite64", "fdatasync", "fsync", "pread64")]


def identifiers(home):
    stored = exported(home)
    return None if stored is None else [attempt["id"] for attempt in stored]


class Base:
    """A record with a copy, answers that only its log holds, a learner to erase, more to import."""

    def __init__(self, home):
        self.home = home
        run = {"capture_output": True, "env": environment(), "check": True}
        tutor("practice", "--plain", "--language", "en", "--count", "1", "--profile", "gone",
              home=home, stdin=b"987654321\n2\n")
        subprocess.run(WriterDriver(count=30, seed=5).command(home), **run)
        tutor("backup", home=home)
        self.copied = identifiers(home)
        self.copy = sorted((home.path / "backups").glob("learners-*"))[-1].name
        with Home() as other:
            subprocess.run(WriterDriver(count=12, seed=7).command(other), **run)
            self.more = identifiers(other)
            tutor("export", "--output", str(home.path / "more.jsonl"), home=other)
        killed_run(WriterDriver(count=100, seed=6, pause=20), home, 10, 0.01)
        with Home() as look:
            look.copy_from(home)
            self.all = identifiers(look)
            tutor("export", "--output", str(look.path / "all.jsonl"), home=look)
            self.text = (look.path / "all.jsonl").read_bytes()


def left(home, expected, context):
    """The answers are those of one of some states, and the record is whole."""
    found = identifiers(home)
    if found not in expected:
        raise Failed(f"{context}: {found and len(found)} answers are left")
    whole(home, context)


class Backup:
    def arguments(self, home):
        return ["backup"]

    def judge(self, base, home, code, context):
        left(home, [base.all], context)


class Export(Backup):
    def arguments(self, home):
        return ["export", "--output", str(home.path / "all.jsonl")]

    def judge(self, base, home, code, context):
        super().judge(base, home, code, context)
        file = home.path / "all.jsonl"
        if file.exists() and file.read_bytes() != base.text or code == 0 and not file.exists():
            raise Failed(f"{context}: half an export, or none")


class Import(Backup):
    def arguments(self, home):
        return ["import", str(home.path / "more.jsonl")]

    def judge(self, base, home, code, context):
        both = base.all + base.more
        left(home, [both] if code == 0 else [base.all, both], context)


class Restore(Backup):
    def arguments(self, home):
        return ["restore", str(home.path / "backups" / self.copy)]

    def judge(self, base, home, code, context):
        left(home, [base.copied] if code == 0 else [base.all, base.copied], context)


class Erase(Backup):
    def arguments(self, home):
        return ["profiles", "erase", "gone", "--yes"]

    def judge(self, base, home, code, context):
        others = base.all[1:]
        left(home, [others] if code == 0 else [base.all, others], context)
        for _ in range(2):
            tutor(*self.arguments(home), home=home)
        left(home, [others], context)
        if any(b"987654321" in file.read_bytes()
               for file in home.path.rglob("*") if file.is_file()):
            raise Failed(f"{context}: an answer outlived its erasure")


class Repair(Backup):
    """The record is cut in its middle; until it is repaired it stays as it is."""

    def arguments(self, home):
        return ["doctor", "--repair", "--yes"]

    def spoil(self, home):
        data = bytearray(home.database.read_bytes())
        place = data.find(b"A box holds")
        data[place] ^= 1
        home.database.write_bytes(data)
        self.damaged = bytes(data)

    def judge(self, base, home, code, context):
        found = identifiers(home)
        if found is None:
            if home.database.read_bytes() != self.damaged:
                raise Failed(f"{context}: the damaged record was changed")
            tutor(*self.arguments(home), home=home)
            found = identifiers(home)
        if found is None or set(found) != set(base.all):
            raise Failed(f"{context}: {found and len(found)} of {len(base.all)} after the repair")
        whole(home, context)


def one(command, base, call, fault, point):
    name = " ".join(command.arguments(base.home)[:2]).split("/")[0].strip()
    context = f"{name}: {fault} at {call} {point}"
    with Home() as home:
        home.copy_from(base.home)
        if isinstance(command, Repair):
            command.spoil(home)
        code, _, err = traced([TUTOR, *command.arguments(home), "--home", str(home.path)], b"",
                              call, f"inject={call}:{fault}:when={point}", home)
        if code == 127 and b"shared libraries" in err:
            return  # The fault met the loader, before the program began.
        if "KILL" not in fault and code not in (0, 1, 3, 4):
            raise Failed(f"{context}: ended with {code}: {err[-300:]!r}")
        command.judge(base, home, code, context)


def sweep(most):
    if not has_strace():
        return "skipped: strace is not installed or may not trace here"
    tally = {}
    with Home() as home:
        base = Base(home)
        for command in (Backup(), Export(), Import(), Restore(), Erase(), Repair()):
            command.copy = base.copy
            for call, fault in FAULTS:
                with Home() as probe:
                    probe.copy_from(home)
                    if isinstance(command, Repair):
                        command.spoil(probe)
                    count = count_calls([TUTOR, *command.arguments(probe), "--home",
                                         str(probe.path)], b"", call)
                for point in points(count, most):
                    one(command, base, call, fault, point)
                    tally[fault] = tally.get(fault, 0) + 1
    text = ", ".join(f"{fault} at {count}" for fault, count in tally.items())
    return f"backup, export, import, restore, erasure, repair: {text} points; 0 lost, 0 doubled, " \
        "0 damaged, 0 half files, nothing outlived its erasure"
