"""kill -9 at random moments: nothing that was acknowledged is lost, nothing is stored twice."""

import signal
import subprocess
import time

from harness import Failed, Home, PracticeDriver, WriterDriver, check, environment, exported, \
    generator, has_practice, whole


def killed_run(driver, home, lines, moment):
    """Starts a session, kills it a moment after some lines and returns what it had printed."""
    process = subprocess.Popen(
        driver.command(home), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, env=environment())
    try:
        process.stdin.write(driver.stdin())
        process.stdin.flush()
    except BrokenPipeError:
        pass
    output = b""
    for _ in range(lines):
        output += process.stdout.readline()
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    output += process.stdout.read()
    process.wait()
    try:
        process.stdin.close()
    except BrokenPipeError:
        pass
    return output


def texts(output):
    """The problems that were printed as a whole."""
    complete = output.rsplit(b"\n", 1)[0] if b"\n" in output else b""
    return [line for line in complete.split(b"\n") if line.startswith(b"Text:")]


def sweep(runs):
    random = generator(7)
    programs = ["writer"] + (["practice"] if has_practice() else [])
    total = {"runs": 0, "acknowledged": 0, "unacknowledged": 0, "resumed": 0}
    longest = {"writer": 20, "practice": 60}
    with Home() as home:
        before, waiting = [], None
        for run in range(runs):
            name = programs[run % len(programs)]
            driver = (WriterDriver(count=100, seed=1000 + run) if name == "writer" else
                      PracticeDriver(count=12, seed=run, first=100_000 + run * 100))
            lines = random.randrange(longest[name])
            output = killed_run(driver, home, lines, random.uniform(0, 0.04))
            acknowledged = driver.acknowledged(output)
            known = driver.stored(before)
            count = check(home, driver, acknowledged, f"run {run} ({name})", known)
            before = exported(home) or []
            if name == "practice" and texts(output):
                if waiting and texts(output)[0] != waiting:
                    raise Failed(f"run {run}: {waiting!r} was on the screen, then "
                                 f"{texts(output)[0]!r}")
                total["resumed"] += waiting is not None
                waiting = texts(output)[-1] if count < len(texts(output)) else None
            total["runs"] += 1
            total["acknowledged"] += len(acknowledged)
            total["unacknowledged"] += count - len(acknowledged)
            if run % 25 == 24:
                whole(home, f"run {run}")
                home.clear()
                before, waiting = [], None
    if total["acknowledged"] == 0:
        raise Failed("no run came as far as an answer; the moments are too early")
    return f"{total['runs']} kills ({', '.join(programs)}), {total['acknowledged']} " \
        f"acknowledged answers, 0 lost, 0 doubled; {total['unacknowledged']} were stored and " \
        f"not yet acknowledged; {total['resumed']} times the same problem came back"
