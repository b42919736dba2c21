"""Clocks that jump: nothing is refused, the order stays that of the answers, numbers stay finite."""

import json

from harness import Failed, Home, PracticeDriver, exported, generator, has_practice, tutor

CASES = [
    "2026-03-12T10:00:00Z", "2026-03-12T09:00:00Z", "2026-03-11T09:00:00Z",
    "2016-03-12T10:00:00Z", "2036-03-12T10:00:00Z", "2026-03-12T10:05:00Z",
    "2026-03-29T01:59:59+01:00", "2026-03-29T03:00:00+02:00", "2026-10-25T02:59:59+02:00",
    "2026-10-25T02:00:00+01:00", "2026-11-01T01:59:00-04:00", "2026-11-01T01:00:00-05:00",
    "2026-03-13T00:30:00+14:00", "2026-03-12T00:30:00-12:00", "2028-02-29T12:00:00Z",
    "2028-03-01T00:00:00Z", "2038-01-19T03:14:07Z", "2038-01-19T03:14:08Z",
    "2106-02-07T06:28:15Z", "2106-02-07T06:28:16Z", "1970-01-01T00:00:00Z",
    "1969-12-31T23:59:59Z", "1901-12-13T20:45:52Z", "2016-12-31T23:59:59Z",
    "2017-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-03-12T10:06:00Z",
]


def sweep(count):
    if not has_practice():
        return "skipped: plain practice is not in this binary"
    random = generator(13)
    moments = list(CASES[:count])
    while len(moments) < count:
        moments.append(f"{random.randrange(1970, 2200):04}-{random.randrange(1, 13):02}-"
                       f"{random.randrange(1, 29):02}T{random.randrange(24):02}:00:00Z")
    with Home() as home:
        expected = []
        for number, moment in enumerate(moments):
            driver = PracticeDriver(count=1, seed=number, first=200_000 + number)
            code, out, err = tutor(
                *driver.command(home)[1:-4], "--language", "en", home=home,
                stdin=driver.stdin(), MATHTUTOR_NOW=moment)
            if code != 0 or not driver.acknowledged(out):
                raise Failed(f"{moment}: practice ended with {code}: {out[-200:]!r} {err[-300:]!r}")
            expected += driver.acknowledged(out)
            code, out, err = tutor("progress", "--json", home=home, MATHTUTOR_NOW=moment)
            if code != 0 or b"nan" in out.lower() or b"inf" in out.lower():
                raise Failed(f"{moment}: progress ended with {code}: {out!r} {err!r}")
            for skill in json.loads(out)["skills"]:
                if not 0 <= skill["chance"] <= 1 or not 0 <= (skill["memory"] or 0) <= 1:
                    raise Failed(f"{moment}: {skill}")
        stored = exported(home)
        if PracticeDriver.stored(stored) != expected:
            raise Failed("the order is not that of the answers")
        if any(attempt["milliseconds"] < 0 for attempt in stored):
            raise Failed("a negative time")
    return f"{len(moments)} jumps of the clock, {len(expected)} answers in order, 0 negative " \
        "times, every chance within 0 and 1"
