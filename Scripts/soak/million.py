"""A million answers: the time to the first problem, to the next one, and of other commands."""

import subprocess
import time

from harness import Failed, Home, PracticeDriver, WRITER, environment, has_practice, tutor


def until(process, word):
    """Seconds until a line with a word appears."""
    started = time.monotonic()
    while True:
        line = process.stdout.readline()
        if not line:
            raise Failed(f"the session ended before {word!r}")
        if word in line:
            return time.monotonic() - started


def session(home, problems):
    """The times of one session: to the first problem, then from each answer to the next one."""
    driver = PracticeDriver(count=problems)
    process = subprocess.Popen(
        driver.command(home), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, env=environment())
    first = until(process, b"Text:")
    following = []
    for answer in driver.inputs()[:-1]:
        process.stdin.write(f"{answer}\n2\n".encode())
        process.stdin.flush()
        following.append(until(process, b"Text:"))
    process.kill()
    process.wait()
    return first, following


def sweep(count):
    if not has_practice():
        return "skipped: plain practice is not in this binary"
    with Home() as home:
        subprocess.run([WRITER, "store", "million", "--home", str(home.path), "--count",
                        str(count)], capture_output=True, env=environment(), check=True)
        size = home.database.stat().st_size >> 20
        replay, _ = session(home, 2)
        starts, following = [], []
        for _ in range(5):
            first, rest = session(home, 9)
            starts.append(first)
            following += rest
        with Home() as small:
            session(small, 2)
            empty = min(session(small, 2)[0] for _ in range(5))
        started = time.monotonic()
        code, _, err = tutor("progress", "--json", home=home)
        progress = time.monotonic() - started
        if code != 0:
            raise Failed(f"progress ended with {code}: {err!r}")
    following.sort()
    return f"{count} answers ({size} MiB): first start with no kept state {replay:.2f} s, then " \
        f"{min(starts):.2f} s (an empty record: {empty:.2f} s); from an answer to the next " \
        f"problem median {following[len(following) // 2] * 1000:.0f} ms, fastest " \
        f"{following[0] * 1000:.0f} ms; progress {progress:.2f} s"
