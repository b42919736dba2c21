"""Power cuts, simulated from a log of every write and synchronisation.

strace records what the program did to its files. A cut is a moment in that log: what was
synchronised before it stays; of what was written after the last synchronisation of a file, any
part may be there or not, whole or torn. The same sweep is run with `synchronous` lowered, where
it has to find losses: else it could not see them.
"""

import os
import pathlib
import re
import subprocess

from harness import Failed, Home, PracticeDriver, WriterDriver, environment, generator, \
    has_practice, tutor
from injection import has_strace

CALLS = "pwrite64,write,fdatasync,fsync,ftruncate,rename,link,unlink,openat"
LINE = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)")
STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


def unescape(text):
    return bytes.fromhex(text.replace("\\x", ""))


def events(log, root):
    """The log as (what, path, …) in the order in which the calls ended."""
    waiting = {}
    for line in log.splitlines():
        if line.endswith("<unfinished ...>"):
            thread, start = line.split(" ", 1)
            waiting[thread] = start.strip().removesuffix("<unfinished ...>").rstrip()
            continue
        resumed = re.match(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$", line)
        if resumed:
            start = waiting.pop(resumed.group(1), "")
            line = f"{resumed.group(1)} {start}{resumed.group(2)}"
        match = LINE.match(line)
        if not match or int(match.group(4)) < 0:
            continue
        event = parse(match.group(2), match.group(3), int(match.group(4)), root)
        if event:
            yield event


def inside(path, root):
    return path == root or path.startswith(root + "/")


def parse(call, arguments, result, root):
    strings = [unescape(text) for text, _ in STRING.findall(arguments)]
    if call in ("rename", "link"):
        names = [name.decode() for name in strings[:2]]
        return (call, *names) if all(inside(name, root) for name in names) else None
    if call == "unlink":
        name = strings[0].decode()
        return (call, name) if inside(name, root) else None
    if call == "openat":
        name = strings[0].decode()
        if not inside(name, root) or "O_CREAT" not in arguments:
            return None
        return ("create", name)
    descriptor = re.match(r"(\d+)<([^>]*)>", arguments)
    if not descriptor:
        return None
    number, shown = int(descriptor.group(1)), descriptor.group(2)
    if number == 1 and call == "write":
        return ("say", strings[0])
    path = unescape(shown).decode() if shown.startswith("\\x") else shown
    path = path.removesuffix("(deleted)").rstrip()
    if not inside(path, root):
        return None
    if call in ("fdatasync", "fsync"):
        return ("sync", path)
    if call == "ftruncate":
        return ("truncate", path, int(arguments.rsplit(",", 1)[1]))
    if call == "pwrite64":
        return ("write", path, strings[0], int(arguments.rsplit(",", 1)[1]))
    return ("append", path, strings[0])


class Disk:
    """Files as the log made them: what is safe, and what is only on its way."""

    def __init__(self):
        self.names = {}
        self.safe = {}
        self.pending = {}
        self.next = 0

    def file(self, path):
        if path not in self.names:
            self.names[path] = self.next
            self.safe[self.next] = b""
            self.pending[self.next] = []
            self.next += 1
        return self.names[path]

    def apply(self, event):
        what = event[0]
        if what == "create":
            self.file(event[1])
        elif what in ("write", "truncate", "append"):
            self.pending[self.file(event[1])].append(event)
        elif what == "sync":
            if event[1] in self.names:
                number = self.names[event[1]]
                self.safe[number] = done(self.safe[number], self.pending[number])
                self.pending[number] = []
        elif what == "rename" and event[1] in self.names:
            self.names[event[2]] = self.names.pop(event[1])
        elif what == "link" and event[1] in self.names:
            self.names[event[2]] = self.names[event[1]]
        elif what == "unlink":
            self.names.pop(event[1], None)

    def after_cut(self, random):
        """One state in which the files may be found."""
        style = random.randrange(4)
        found = {}
        for path, number in self.names.items():
            kept = []
            for event in self.pending[number]:
                if style == 0 or (style >= 2 and random.random() < 0.5):
                    continue
                if style == 3 and event[0] == "write" and len(event[2]) > 512:
                    cut = 512 * random.randrange(1, len(event[2]) // 512 + 1)
                    event = ("write", event[1], event[2][:cut], event[3])
                kept.append(event)
            found[path] = done(self.safe[number], kept)
        return found


def done(content, changes):
    data = bytearray(content)
    for change in changes:
        if change[0] == "truncate":
            size = change[2]
            data = data[:size] + bytes(max(0, size - len(data)))
        else:
            place = change[3] if change[0] == "write" else len(data)
            if place > len(data):
                data += bytes(place - len(data))
            data[place:place + len(change[2])] = change[2]
    return bytes(data)


def record(driver, home):
    log = home.path.with_suffix(".strace")
    try:
        subprocess.run(
            ["strace", "-f", "-qq", "-y", "-xx", "-s", "2000000", "-o", str(log), "-e",
             f"trace={CALLS}", *driver.command(home)],
            input=driver.stdin(), capture_output=True, timeout=300, env=environment(), check=True)
        return list(events(log.read_text(errors="replace"), str(home.path)))
    finally:
        log.unlink(missing_ok=True)


def cuts(make, count, random):
    """Tries cuts all along one session; returns (cuts, cuts at which something was lost)."""
    with Home() as home:
        driver = make()
        log = record(driver, home)
    lost = []
    moments = sorted(random.choices(range(1, len(log) + 1), k=count))
    disk, position, said = Disk(), 0, b""
    for moment in moments:
        while position < moment:
            event = log[position]
            position += 1
            if event[0] == "say":
                said += event[1]
            else:
                disk.apply(event)
        found = disk.after_cut(random)
        with Home() as after:
            for path, data in found.items():
                target = after.path / pathlib.Path(path).relative_to(home.path)
                target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                target.write_bytes(data)
            problem = judge(after, driver, driver.acknowledged(said))
            if problem:
                lost.append(f"cut {moment} of {len(log)}: {problem}")
    return len(moments), lost


def judge(home, driver, acknowledged):
    code, out, err = tutor("export", home=home)
    if code != 0:
        return f"refused after {len(acknowledged)} answers: {err[:160]!r}"
    import json
    lines = [json.loads(line) for line in out.splitlines()]
    stored = driver.stored([line for line in lines if "kind" not in line])
    missing = [one for one in acknowledged if one not in stored]
    return f"{len(missing)} of {len(acknowledged)} answers lost" if missing else None


def sweep(count):
    if not has_strace():
        return "skipped: strace is not installed or may not trace here"
    random = generator(41)
    makers = [("writer", lambda: WriterDriver(count=12))]
    if has_practice():
        makers.append(("practice", lambda: PracticeDriver(count=5)))
    parts = []
    for name, make in makers:
        tried, lost = cuts(make, count // len(makers), random)
        if lost:
            raise Failed(f"{name}: {len(lost)} of {tried} cuts lost something; {lost[0]}")
        parts.append(f"{name}: {tried} cuts, 0 lost")
    for level in ("normal", "off"):
        tried, lost = cuts(
            lambda: WriterDriver(count=12, synchronous=level), max(40, count // 10), random)
        if not lost:
            raise Failed(f"the harness sees no loss at synchronous={level}: it cannot see any")
        parts.append(f"the same with synchronous={level}: {len(lost)} of {tried} cuts lost answers")
    return "; ".join(parts)
