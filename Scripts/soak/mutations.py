"""The file is damaged in many ways: it is refused untouched or read whole, never begun anew."""

import os
import shutil
import subprocess

from harness import Failed, Home, WriterDriver, environment, exported, generator, tutor

ANSWERS = 60


def flip(data, random, place=None):
    place = random.randrange(len(data)) if place is None else place
    data[place] ^= 1 << random.randrange(8)


def flip_anywhere(data, random):
    flip(data, random)


def flip_in_answer(data, random):
    places = []
    start = data.find(b"A box holds")
    while start >= 0:
        places.append(start)
        start = data.find(b"A box holds", start + 1)
    flip(data, random, random.choice(places) + random.randrange(-60, 130))


def truncate(data, random):
    del data[random.randrange(len(data)):]


def zero_length(data, random):
    data.clear()


def garbage_header(data, random):
    data[:16] = random.randbytes(16)


def swap_pages(data, random):
    pages = len(data) // 4096
    a, b = random.sample(range(pages), 2)
    first, second = data[a * 4096:(a + 1) * 4096], data[b * 4096:(b + 1) * 4096]
    data[a * 4096:(a + 1) * 4096], data[b * 4096:(b + 1) * 4096] = second, first


def overwrite_page(data, random):
    page = random.randrange(len(data) // 4096)
    data[page * 4096:(page + 1) * 4096] = random.randbytes(4096)


def text(data, random):
    data[:] = b"Dear diary, today I learned about fractions.\n" * random.randrange(1, 400)


def foreign(data, random):
    data[68:72] = random.randbytes(4)


KINDS = [flip_anywhere, flip_in_answer, truncate, zero_length, garbage_header, swap_pages,
         overwrite_page, text, foreign]
MUST_NOTICE = {truncate, zero_length, garbage_header, overwrite_page, text, foreign}


def sweep(count):
    random = generator(23)
    seen = {kind: [0, 0, 0] for kind in KINDS}
    with Home() as base, Home() as home:
        driver = WriterDriver(count=ANSWERS)
        subprocess.run(driver.command(base), capture_output=True, env=environment(), check=True)
        shutil.rmtree(base.path / "backups", ignore_errors=True)
        tutor("export", "--output", str(base.path / "small.jsonl"), home=base)
        whole = exported(base)
        original = base.database.read_bytes()
        for number in range(count):
            kind = KINDS[number % len(KINDS)]
            home.copy_from(base)
            data = bytearray(original)
            kind(data, random)
            home.database.write_bytes(data)
            tally = seen[kind]
            tally[0] += 1
            outcome = judge(home, bytes(data), whole, f"mutation {number} ({kind.__name__})")
            tally[1] += outcome == "refused"
            tally[2] += outcome == "unnoticed"
            if outcome == "unnoticed" and kind in MUST_NOTICE and bytes(data) != original:
                raise Failed(f"mutation {number}: {kind.__name__} was not noticed")
        answers = seen[flip_in_answer]
        if answers[2] > answers[0] / 10:
            raise Failed(f"{answers[2]} of {answers[0]} flips in answers were not noticed")
    parts = ", ".join(f"{kind.__name__} {r}/{n}" for kind, (n, r, u) in seen.items())
    hidden = sum(u for _, _, u in seen.values())
    return f"{count} mutations (refused of tried: {parts}); 0 crashes, 0 originals changed, " \
        f"0 silent new learners; {hidden} changed an answer unnoticed"


def judge(home, data, whole, context):
    """Runs a reading and a writing command; both must refuse alike and touch nothing."""
    for arguments in (["export"], ["import", str(home.path / "small.jsonl")]):
        code, out, err = tutor(*arguments, home=home)
        if code not in (0, 3):
            raise Failed(f"{context}: {arguments[0]} ended with {code}: {err[-300:]!r}")
        if code == 3:
            if home.database.read_bytes() != data:
                raise Failed(f"{context}: the damaged original was changed")
            if b"restore" not in err and b"newer" not in err:
                raise Failed(f"{context}: no way out is named: {err!r}")
            return "refused"
    stored = exported(home)
    if stored is None or len(stored) < len(whole):
        raise Failed(f"{context}: {len(stored or [])} of {len(whole)} answers, without a word")
    return "harmless" if stored == whole else "unnoticed"
