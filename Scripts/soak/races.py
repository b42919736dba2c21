"""Two processes at once: one writes, the other is told so clearly or waits; nothing is lost."""

import subprocess
import time

from harness import Failed, Home, PracticeDriver, WriterDriver, environment, exported, generator, \
    has_practice, tutor, whole

RAW = [b"SQLITE", b"database is locked", b"Fatal error", b"DatabaseError"]


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


def sweep(rounds):
    random = generator(5)
    refused = answers = 0
    practice = has_practice()
    for number in range(rounds):
        with Home() as home:
            pairs = [WriterDriver(count=20, seed=number * 2 + 1, pause=number % 8 * 30)]
            pairs.append(
                PracticeDriver(count=3, seed=number) if practice and number % 2 else
                WriterDriver(count=20, seed=number * 2 + 2))
            processes = []
            for driver in pairs:
                processes.append((driver, start(driver, home)))
                time.sleep(random.uniform(0, 0.05))
            looked = tutor("export", home=home)
            if looked[0] != 0:
                raise Failed(f"round {number}: looking on ended with {looked[0]}: {looked[2]!r}")
            acknowledged = []
            for driver, process in processes:
                out, err = process.communicate(timeout=120)
                if any(raw in err for raw in RAW) and driver.name == "practice":
                    raise Failed(f"round {number}: a raw message: {err[-200:]!r}")
                if process.returncode not in (0, 1):
                    raise Failed(f"round {number}: {driver.name} ended with "
                                 f"{process.returncode}: {err[-200:]!r}")
                refused += process.returncode == 1
                acknowledged += [(driver, one) for one in driver.acknowledged(out)]
            stored = exported(home)
            for driver, one in acknowledged:
                if driver.stored(stored).count(one) != 1:
                    raise Failed(f"round {number}: {one} is stored "
                                 f"{driver.stored(stored).count(one)} times")
            answers += len(acknowledged)
            whole(home, f"round {number}")
    return f"{rounds} rounds, {answers} acknowledged answers, 0 lost, 0 doubled, {refused} " \
        "refusals, 0 raw messages"
