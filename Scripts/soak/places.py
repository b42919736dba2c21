"""Homes that cannot be written, cannot be read, are full, or are taken away while in use."""

import os
import pathlib
import resource
import select
import shutil
import subprocess
import time

from harness import Failed, Home, PracticeDriver, TUTOR, environment, exported, tutor, whole

NOBODY = 65534
SESSION = ["practice", "--plain", "--language", "en"]


class Session:
    """Plain practice that is answered line by line."""

    def __init__(self, home, user=None, **limits):
        def prepare():
            for name, value in limits.items():
                resource.setrlimit(getattr(resource, name), (value, value))
            if user is not None:
                os.setgid(user)
                os.setuid(user)

        self.process = subprocess.Popen(
            [TUTOR, *SESSION, "--home", str(home)], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
            preexec_fn=prepare)
        os.set_blocking(self.process.stdout.fileno(), False)
        self.output = b""
        self.shown = []

    def send(self, line):
        try:
            self.process.stdin.write(line.encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass

    def wait(self, *words, seconds=90):
        """Waits for a new line with one of the words and returns the line, or None at the end."""
        seen = len(self.output)
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if not select.select([self.process.stdout], [], [], 0.2)[0]:
                continue
            data = os.read(self.process.stdout.fileno(), 65536)
            if not data:
                return None
            self.output += data
            for line in self.output[seen:].split(b"\n")[:-1]:
                if any(word in line for word in words):
                    return line
        raise Failed(f"none of {words} within {seconds} s after {self.output[-300:]!r}")

    def answer(self, text):
        """Gives a wrong answer; true where its result was shown, false where it was not saved."""
        self.send(text)
        line = self.wait(b"Result:", b"Type retry")
        if line and b"Result:" in line:
            self.shown.append(text)
            self.send("2")
            following = self.wait(b"Answer", b"Type retry", b"Done")
            return following is not None and b"Type retry" not in following
        return False

    def end(self):
        self.process.stdin.close()
        os.set_blocking(self.process.stdout.fileno(), True)
        self.output += self.process.stdout.read()
        errors = self.process.stderr.read()
        code = self.process.wait()
        if code not in (0, 1, 3, 4):
            raise Failed(f"the session ended with {code}: {errors[-300:]!r}")
        return code, errors


def begun(home, user=None, **limits):
    session = Session(home, user, **limits)
    session.wait(b"Answer")
    for number in range(3):
        session.answer(str(500_001 + number))
    return session


def inputs(home):
    return [attempt["input"] for attempt in exported(home) or []]


def require(home, shown, context):
    """Everything shown is in the record, if need be after the repair that the doctor names."""
    rescued = [pathlib.Path(home.path) / "rescued-answers.jsonl"]
    code = tutor("doctor", home=home)[0]
    if code == 3:
        tutor("doctor", "--repair", "--yes", home=home)
    for file in rescued:
        if file.exists():
            tutor("import", str(file), home=home)
    stored = inputs(home)
    if not set(shown) <= set(stored) or len(stored) != len(set(stored)):
        raise Failed(f"{context}: shown {shown}, stored {stored}")
    whole(home, context)


def taken_away(context, act):
    """Something happens to the files in the middle of a session."""
    with Home() as home:
        session = begun(home.path)
        act(home)
        for number in range(3):
            if not session.answer(str(600_001 + number)):
                break
        session.end()
        require(home, session.shown, context)


def removed(suffix):
    return lambda home: os.unlink(str(home.database) + suffix)


def cut(suffix):
    return lambda home: os.truncate(str(home.database) + suffix, 0)


def replaced(home):
    shutil.copy(home.database, str(home.database) + ".other")
    os.rename(str(home.database) + ".other", home.database)


MIDDLE = {
    "the log deleted": removed("-wal"),
    "the shared memory deleted": removed("-shm"),
    "the database deleted": removed(""),
    "the log cut": cut("-wal"),
    "the database cut": cut(""),
    "the database replaced": replaced,
    "the lock deleted": lambda home: os.unlink(home.path / "learners.lock"),
    "the counter deleted": lambda home: os.unlink(home.path / "learners.count"),
}


def full_disk(size):
    """A disk that fills up, then has room again; the answer that waited is stored once."""
    with Home() as home:
        disk = str(home.path)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", disk],
                              capture_output=True, check=False)
        if done.returncode != 0:
            return 0
        try:
            inside = type("Inside", (), {"path": home.path / "home"})
            inside.database = inside.path / "learners.sqlite"
            session = begun(inside.path)
            with open(home.path / "fill", "wb", buffering=0) as fill:
                try:
                    while True:
                        fill.write(b"x" * 512)
                except OSError:
                    pass
            number = 0
            while number < 40 and session.answer(str(700_001 + number)):
                number += 1
            os.unlink(home.path / "fill")
            if str(700_001 + number) in session.shown:
                session.send("retry")  # The answer was stored; the next problem was not.
                session.wait(b"Answer", b"Type retry")
            elif number < 40:
                session.send("retry")
                if b"Result:" not in (session.wait(b"Result:", b"Type retry") or b""):
                    raise Failed(f"{size} KiB: not saved although there is room again")
                session.shown.append(str(700_001 + number))
                session.send("2")
            session.answer("800001")
            session.end()
            if inputs(inside) != session.shown:
                raise Failed(f"{size} KiB: shown {session.shown}, stored {inputs(inside)}")
            whole(inside, f"{size} KiB")
        finally:
            subprocess.run(["umount", "-l", disk], capture_output=True, check=False)
    return 1


def limited(limit, value):
    """A session under a limit: it may refuse, it may not lose or double an answer."""
    with Home() as home:
        session = Session(home.path, **{limit: value})
        if session.wait(b"Answer", b"Type retry") and b"Type retry" not in session.output:
            for number in range(40):
                if not session.answer(str(900_001 + number)):
                    break
        session.end()
        if not home.database.exists():
            return
        if inputs(home) != session.shown and inputs(home)[:-1] != session.shown:
            raise Failed(f"{limit} {value}: shown {session.shown}, stored {inputs(home)}")


def refused(context, arrange, expected=4):
    """A home that cannot be used: the exit code, a way out, and nothing made."""
    with Home() as home:
        begun(home.path).end()
        for folder, _, files in os.walk(home.path):
            for name in [folder] + [os.path.join(folder, file) for file in files]:
                os.chown(name, NOBODY, NOBODY)
        target = arrange(home)
        session = Session(target, user=NOBODY)
        session.wait(b"Answer", b"Type retry", b"nothing")
        code, errors = session.end()
        os.chmod(home.path, 0o700)
        os.chmod(home.database, 0o600)
        if code != expected or b"Try:" not in errors or b"Result:" in session.output:
            raise Failed(f"{context}: ended with {code}: {errors!r}")


def mode(name, bits):
    def arrange(home):
        os.chmod(home.path / name if name else home.path, bits)
        return home.path
    return arrange


def other(path):
    return lambda home: path


def odd_path(name):
    """A home whose path is no plain word."""
    with Home() as home:
        inside = type("Inside", (), {"path": home.path / name})
        inside.database = inside.path / "learners.sqlite"
        for number in range(2):
            session = Session(inside.path)
            session.wait(b"Answer")
            session.answer(str(500_001 + number))
            session.end()
        if inputs(inside) != ["500001", "500002"] or tutor("backup", home=inside)[0] != 0:
            raise Failed(f"{name!r}: {inputs(inside)}")
        whole(inside, name)


def sweep(most):
    for context, act in MIDDLE.items():
        taken_away(context, act)
    places = 0
    if os.getuid() == 0:
        for context, arrange in {
                "a folder that is read-only": mode("", 0o500),
                "a database that is read-only": mode("learners.sqlite", 0o400),
                "a database that may not be read": mode("learners.sqlite", 0o000),
                "a folder that may not be entered": mode("", 0o000),
                "a home below a file": other("/etc/passwd/home"),
                "a home below a device": other("/dev/null/home"),
                "a home where no folder may be made": other("/proc/home"),
                "a home that belongs to another": other("/root/home")}.items():
            refused(context, arrange)
            places += 1
    names = ["two words", "한글 집", "%41 #?&", "-dash", "'quotes'\"", "a" * 200]
    for name in names[:most]:
        odd_path(name)
    sizes = [400, 500, 640, 800, 1024, 2048, 4096, 8192][:most]
    disks = sum(full_disk(size) for size in sizes)
    steps = [0, 512, 4096, 16384, 40960, 65536, 81920, 90112, 102400, 131072, 262144, 524288]
    for step in steps[:most]:
        limited("RLIMIT_FSIZE", step)
    for files in list(range(3, 24, 3))[:most]:
        limited("RLIMIT_NOFILE", files)
    return f"{len(MIDDLE)} ways to take files away in a session, {places} places that cannot be " \
        f"used, {len(names[:most])} odd paths, {disks} disks that filled up, " \
        f"{len(steps[:most])} limits of file size, 0 lost, 0 doubled"
