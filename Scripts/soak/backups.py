"""Random schedules of copies with a clock that jumps: the newest and the fullest always stay."""

import json
import subprocess
import time

from harness import Failed, Home, TUTOR, WriterDriver, environment, generator, tutor


def names(home):
    return {file.name for file in (home.path / "backups").glob("learners-*")}


def newest(listed):
    return max(listed, key=lambda name: name.split("-")[1], default=None)


def fullest(listed):
    return max(listed, key=lambda name: int(name.split("-")[2].split(".")[0]), default=None)


def moment(year, random):
    return f"{year:04}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}T" \
        f"{random.randrange(24):02}:{random.randrange(60):02}:{random.randrange(60):02}Z"


def killed_backup(home, now, random):
    process = subprocess.Popen([TUTOR, "backup", "--home", str(home.path)],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               env=environment(MATHTUTOR_NOW=now))
    time.sleep(random.uniform(0, 0.06))
    process.kill()
    process.wait()


def full_backup(home, now):
    """A copy on a disk that has no room for it: the limit of a file's size stands for the disk."""
    done = subprocess.run(
        ["sh", "-c", 'ulimit -f 40; exec "$@"', "sh", TUTOR, "backup", "--home", str(home.path)],
        capture_output=True, env=environment(MATHTUTOR_NOW=now), check=False)
    if done.returncode != 4:
        raise Failed(f"a copy without room ended with {done.returncode}: {done.stderr!r}")


def step(home, number, now, random):
    """One thing of a schedule; returns whether it must have made a copy."""
    kind = random.randrange(8)
    if kind == 0:
        writer = WriterDriver(count=3, seed=10_000 + number)
        subprocess.run(writer.command(home), capture_output=True, env=environment(), check=True)
    elif kind == 1:
        killed_backup(home, now, random)
    elif kind == 2:
        full_backup(home, now)
    else:
        code, _, err = tutor("backup", home=home, MATHTUTOR_NOW=now)
        if code != 0:
            raise Failed(f"backup ended with {code}: {err[-200:]!r}")
        return True
    return False


def are_whole(home, context):
    """The doctor verifies every copy and finds none damaged."""
    code, out, _ = tutor("doctor", "--json", home=home)
    states = [check["state"] for check in json.loads(out)["checks"]
              if check["check"] in ("record", "backups")]
    if code != 0 or states != ["ok", "ok"]:
        raise Failed(f"{context}: {out[:600]!r}")


def sweep(schedules):
    random = generator(31)
    most = made = 0
    with Home() as home:
        for number in range(schedules):
            context = f"schedule {number}"
            if number % 40 == 0:
                home.clear()
                subprocess.run(WriterDriver(count=40, seed=1).command(home), capture_output=True,
                               env=environment(), check=True)
            year = 2026
            for _ in range(random.randrange(2, 6)):
                year = random.choice([year, year, 2026, 2016, 2036, 1999, 2106])
                before = names(home)
                now = moment(year, random)
                made += step(home, number * 10 + random.randrange(10), now, random)
                after = names(home)
                if not {newest(before), fullest(before)} - {None} <= after | {None} and \
                        not is_better(before, after):
                    raise Failed(f"{context}: {sorted(before)} became {sorted(after)} at {now}")
                if before and not after:
                    raise Failed(f"{context}: no copy is left")
                most = max(most, len(after))
            if number % 20 == 19:
                are_whole(home, context)
    return f"{schedules} schedules with jumps of the clock, kills and full disks, {made} copies " \
        f"made, at most {most} at a time; the newest and the fullest always stayed, all whole"


def is_better(before, after):
    """Whether what went had a newer one and a fuller one in its place."""
    answers = int(fullest(before).split("-")[2].split(".")[0])
    return newest(after).split("-")[1] >= newest(before).split("-")[1] and \
        int(fullest(after).split("-")[2].split(".")[0]) >= answers
