"""Limits of memory: the program runs, or ends soon with a plain message; nothing is lost."""

import resource
import subprocess

from harness import Failed, Home, PracticeDriver, environment, exported, whole

SPREAD = [60, 90, 110, 125, 140, 150, 160, 180, 200, 256, 320, 400, 480, 511, 512, 513, 600, 800,
          1024, 2048]


def limited(driver, home, mebibytes):
    """A session under `ulimit -v`; returns (exit code, output, errors)."""
    size = mebibytes << 20

    def prepare():
        resource.setrlimit(resource.RLIMIT_AS, (size, size))

    try:
        done = subprocess.run(
            driver.command(home), input=driver.stdin(), capture_output=True, timeout=120,
            env=environment(), preexec_fn=prepare, check=False)
    except subprocess.TimeoutExpired:
        raise Failed(f"{mebibytes} MiB: the program did not end") from None
    return done.returncode, done.stdout, done.stderr


def sweep(count):
    known, refused, unloaded = [], 0, 0
    with Home() as home:
        for number in range(count):
            mebibytes = SPREAD[number % len(SPREAD)]
            driver = PracticeDriver(count=2, seed=number, first=400_000 + number * 10)
            code, output, errors = limited(driver, home, mebibytes)
            known += driver.acknowledged(output)
            stored = [attempt["input"] for attempt in exported(home)]
            if stored != known:
                raise Failed(f"{mebibytes} MiB: shown {known}, stored {stored}")
            if code == 127 and b"shared libraries" in errors or \
                    code == -2 and b"pthread_create failed" in errors:
                unloaded += 1  # The loader, or a library before the program's first instruction.
            elif code == 1 and b"MiB" in errors:
                refused += 1
            elif code != 0:
                raise Failed(f"{mebibytes} MiB: ended with {code}: {errors[-300:]!r}")
        whole(home, "memory")
    return f"{count} limits from {SPREAD[0]} to {SPREAD[-1]} MiB: {unloaded} times the system " \
        f"could not load it, {refused} times it said so and ended, " \
        f"{count - refused - unloaded} times it ran; {len(known)} answers, 0 lost"
