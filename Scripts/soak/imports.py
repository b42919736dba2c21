"""Hostile files to import: all or nothing, nothing twice, never a crash."""

import os
import subprocess

from harness import Failed, Home, WriterDriver, environment, exported, generator, tutor


def damaged(text, random):
    """One hostile variant of an export."""
    lines = text.split(b"\n")
    style = random.randrange(9)
    if style == 0:
        data = bytearray(text)
        for _ in range(random.randrange(1, 8)):
            data[random.randrange(len(data))] = random.randrange(256)
        return bytes(data)
    if style == 1:
        return text[:random.randrange(len(text))]
    if style == 2:
        random.shuffle(lines)
        return b"\n".join(lines)
    if style == 3:
        return b"\n".join(lines + lines)
    if style == 4:
        return text.replace(b'"measured"', b'"x\'); DROP TABLE attempts; --"')
    if style == 5:
        return text.replace(b'"level":', b'"level":-9', 1)
    if style == 6:
        return text + b"[" * random.randrange(1, 200_000)
    if style == 7:
        return text.replace(b"pencils", bytes([0xC3, 0x28]), 1)
    return text.replace(b'"input":"', b'"input":"\\u001b]0;x\\u0007', 3)


def sweep(count):
    random = generator(17)
    refused = taken = 0
    with Home() as source, Home() as target:
        driver = WriterDriver(count=30)
        subprocess.run(driver.command(source), capture_output=True, env=environment(), check=True)
        text = tutor("export", home=source)[1]
        file = source.path / "hostile.jsonl"
        tutor("profiles", home=target)
        for number in range(count):
            before = exported(target)
            file.write_bytes(damaged(text, random))
            code, out, err = tutor("import", str(file), home=target)
            after = exported(target)
            if code not in (0, 1):
                raise Failed(f"file {number}: import ended with {code}: {err[-300:]!r}")
            if code == 1 and after != before:
                raise Failed(f"file {number}: refused, and yet something was stored")
            if code == 0:
                tutor("import", str(file), home=target)
                if exported(target) != after:
                    raise Failed(f"file {number}: a second import changed something")
            refused, taken = refused + (code == 1), taken + (code == 0)
        large = source.path / "large.jsonl"
        with open(large, "wb") as sparse:
            sparse.write(text)
            sparse.truncate(1 << 30)
        before = exported(target)
        code, _, err = tutor("import", str(large), home=target, timeout=600)
        if code != 1 or exported(target) != before:
            raise Failed(f"a gibibyte in one line ended with {code}: {err[-200:]!r}")
        os.unlink(large)
    return f"{count} hostile files: {refused} refused whole, {taken} taken whole and nothing " \
        "twice, 0 crashes; one of 1 GiB refused"
