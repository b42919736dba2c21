"""Many processes at once: one writes, the others are told so clearly or wait; nothing is lost."""

import json
import subprocess
import time

from harness import Failed, Home, PracticeDriver, TUTOR, WriterDriver, environment, exported, \
    generator, tutor, whole

RAW = [b"SQLITE", b"database is locked", b"Fatal error", b"DatabaseError"]
SECRET = 987_654_321


class Command:
    """A command that is no session, run beside the sessions."""

    def __init__(self, *arguments, codes=(0,)):
        self.arguments, self.codes = arguments, codes
        self.name = arguments[0]

    def command(self, home):
        return [TUTOR, *self.arguments, "--home", str(home.path)]

    def stdin(self):
        return b""

    def acknowledged(self, output):
        return []


class Other(PracticeDriver):
    """Plain practice of another learner."""

    def command(self, home):
        return [*super().command(home), "--profile", "other"]


def start(driver, home):
    process = subprocess.Popen(
        driver.command(home), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env=environment())
    try:
        process.stdin.write(driver.stdin())
        process.stdin.close()
    except BrokenPipeError:
        pass
    process.stdin = None
    return process


def crowd(number, home, file, random):
    """Two that write, sometimes three, and some that look on, copy, import or erase."""
    writers = [WriterDriver(count=20, seed=number * 2 + 1, pause=number % 8 * 30),
               PracticeDriver(count=3, seed=number, first=200_000),
               Other(count=3, seed=number + 1, first=300_000),
               Command("import", str(file), codes=(0, 1)),
               Command("profiles", "erase", "gone", "--yes", codes=(0, 1))]
    others = [Command("backup"), Command("backup"), Command("export", "--format", "csv"),
              Command("export", "--output", str(home.path / "out.jsonl")), Command("doctor"),
              Command("progress"), Command("profiles")]
    chosen = random.sample(writers, random.choice([2, 2, 3])) + random.sample(others, 3)
    random.shuffle(chosen)
    return chosen


def prepare(base, source):
    """A record with answers of two learners and a copy, and a file to import."""
    session = ["practice", "--plain", "--language", "en", "--count", "1"]
    for learner, answer in (("first", "100000"), ("gone", str(SECRET))):
        tutor(*session, "--profile", learner, home=base, stdin=f"{answer}\n2\n".encode())
    tutor("backup", home=base)
    subprocess.run(WriterDriver(count=25, seed=999).command(source), capture_output=True,
                   env=environment(), check=True)
    file = source.path / "import.jsonl"
    tutor("export", "--output", str(file), home=source)
    return file, {json.loads(line).get("id") for line in file.read_text().splitlines()
                  if '"kind"' not in line}


def judge(driver, process, out, err, context):
    """Whether one of the crowd ended as it may; true where it was refused in plain words."""
    codes = getattr(driver, "codes", (0, 1))
    if process.returncode not in codes:
        raise Failed(f"{context}: {driver.name} ended with {process.returncode}: {err[-300:]!r}")
    if driver.name != "writer":
        if any(raw in err for raw in RAW):
            raise Failed(f"{context}: a raw message of {driver.name}: {err[-200:]!r}")
        if process.returncode == 1 and b"is open in" not in err:
            raise Failed(f"{context}: {driver.name} was refused without a reason: {err[-200:]!r}")
    return process.returncode == 1


def is_erased(home):
    """Whether no file of the home, but an export, has the answer of who was erased."""
    return not any(str(SECRET).encode() in file.read_bytes()
                   for file in home.path.rglob("*") if file.suffix != ".jsonl" and file.is_file())


def race(number, base, file, imported, random):
    """One round; returns how many answers were acknowledged and how many were refused."""
    context, refused, answers = f"round {number}", 0, 0
    with Home() as home:
        home.copy_from(base)
        running = []
        for driver in crowd(number, home, file, random):
            running.append((driver, start(driver, home)))
            time.sleep(random.uniform(0, 0.05))
        done = []
        for driver, process in running:
            out, err = process.communicate(timeout=300)
            refused += judge(driver, process, out, err, context)
            done.append((driver, process.returncode, driver.acknowledged(out)))
        stored = exported(home)
        if stored is None:
            raise Failed(f"{context}: the record is refused")
        for driver, code, acknowledged in done:
            for one in acknowledged:
                if driver.stored(stored).count(one) != 1:
                    raise Failed(f"{context}: {one} is stored "
                                 f"{driver.stored(stored).count(one)} times")
            answers += len(acknowledged)
            present = imported & {attempt["id"] for attempt in stored}
            if driver.name == "import" and (present == imported) != (code == 0):
                raise Failed(f"{context}: import ended with {code}, {len(present)} are there")
            if driver.name == "profiles" and driver.codes != (0,) and \
                    code == 0 and not is_erased(home):
                raise Failed(f"{context}: an answer outlived its erasure")
        if len({attempt["id"] for attempt in stored}) != len(stored):
            raise Failed(f"{context}: an answer is stored twice")
        whole(home, context)
    return answers, refused, len(running)


def sweep(rounds):
    random = generator(5)
    answers = refused = programs = 0
    with Home() as base, Home() as source:
        file, imported = prepare(base, source)
        for number in range(rounds):
            counts = race(number, base, file, imported, random)
            answers, refused, programs = (
                answers + counts[0], refused + counts[1], programs + counts[2])
    if answers == 0 or refused == 0:
        raise Failed("nothing was stored, or nobody met another one")
    return f"{rounds} rounds of 5 or 6 programs at once ({programs}): sessions, import, erasure, " \
        f"backup, export, doctor; {answers} acknowledged answers, 0 lost, 0 doubled, {refused} " \
        "refusals, 0 raw messages"
