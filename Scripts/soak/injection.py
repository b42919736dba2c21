"""A kill, a full disk or a failing disk at every nth system call that changes something."""

import os
import re
import shutil
import subprocess
import tempfile

from harness import Failed, Home, PracticeDriver, WriterDriver, check, environment, exported, \
    has_practice, whole

CALLS = ["pwrite64", "write", "fdatasync", "fsync", "ftruncate", "rename", "unlink", "openat"]


def has_strace():
    """Whether strace is there and may trace."""
    if not shutil.which("strace"):
        return False
    done = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return done.returncode == 0


def traced(command, stdin, call, action, home):
    """Runs a command with one fault and returns (exit code, output, errors)."""
    options = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", action]
    done = subprocess.run(
        [*options, *command], input=stdin, capture_output=True, timeout=120, env=environment(),
        check=False)
    return done.returncode, done.stdout, done.stderr


def count_calls(command, stdin, call):
    """How often the busiest thread makes a call when nothing goes wrong."""
    with tempfile.NamedTemporaryFile() as log:
        subprocess.run(
            ["strace", "-f", "-qq", "-o", log.name, "-e", f"trace={call}", *command], input=stdin,
            capture_output=True, timeout=120, env=environment(), check=False)
        threads = {}
        for line in log.read().decode(errors="replace").splitlines():
            match = re.match(rf"(\d+) +{call}\(", line)
            if match:
                threads[match.group(1)] = threads.get(match.group(1), 0) + 1
        return max(threads.values(), default=0)


def faults(most):
    """The faults of the sweep: (call, what strace is told, whether it is a kill)."""
    for call in CALLS:
        yield call, "signal=KILL", most
    for call in ["pwrite64", "ftruncate", "openat"]:
        yield call, "error=ENOSPC", most
    for call in ["fdatasync", "fsync", "pwrite64", "pread64"]:
        yield call, "error=EIO", most


def points(count, most):
    step = max(1, -(-count // most))
    return range(1, count + 1, step)


def sweep(most):
    if not has_strace():
        return "skipped: strace is not installed or may not trace here"
    results = []
    programs = [lambda: WriterDriver(count=8)]
    if has_practice():
        programs.append(lambda: PracticeDriver(count=3))
    for make in programs:
        tally = {}
        for call, fault, limit in faults(most):
            driver = make()
            with Home() as probe:
                count = count_calls(driver.command(probe), driver.stdin(), call)
            for point in points(count, limit):
                one(driver, call, fault, point)
                tally[fault] = tally.get(fault, 0) + 1
        text = ", ".join(f"{fault} at {count} points" for fault, count in tally.items())
        results.append(f"{make().name}: {text}")
    return "; ".join(results) + "; 0 lost, 0 doubled, 0 damaged"


def one(driver, call, fault, point):
    context = f"{driver.name}: {fault} at {call} {point}"
    with Home() as home:
        code, out, err = traced(
            driver.command(home), driver.stdin(), call, f"inject={call}:{fault}:when={point}",
            home)
        if code == 127 and b"shared libraries" in err:
            return  # The fault met the loader, before the program began.
        # Where even the list of its arguments cannot be opened, it is called without any.
        usage = (2,) if call == "openat" else ()
        if "KILL" not in fault and code not in (0, 1, 3, 4, *usage):
            raise Failed(f"{context}: ended with {code}: {err[-300:]!r}")
        check_answers(home, driver, driver.acknowledged(out), context)
        whole(home, context)


def check_answers(home, driver, acknowledged, context):
    """As `check`; with a fault that passes, later answers may follow a refused one."""
    if isinstance(driver, WriterDriver):
        stored = driver.stored(exported(home) or [])
        if not set(acknowledged) <= set(stored):
            raise Failed(f"{context}: lost {set(acknowledged) - set(stored)}")
        if len(stored) != len(set(stored)) or len(stored) > len(acknowledged) + 1:
            raise Failed(f"{context}: {len(stored)} stored, {len(acknowledged)} acknowledged")
        return
    check(home, driver, acknowledged, context)
