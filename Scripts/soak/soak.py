#!/usr/bin/env python3
"""Breaks the tutor's record in every way that Documentation/Reliability.md promises to survive.

Usage: soak.py [sweep ...] [--quick]; without a sweep all of them. MATHTUTOR_BUILD names the
folder of the binaries (.build/release by default).
"""

import sys
import time

import backups
import clock
import commands
import imports
import injection
import kill
import memory
import million
import mutations
import places
import powercut
import races
import screen
import signals
from harness import Failed

SWEEPS = {
    "kill": (kill.sweep, 500, 20),
    "screen": (screen.sweep, 500, 8),
    "injection": (injection.sweep, 1000, 3),
    "commands": (commands.sweep, 1000, 1),
    "powercut": (powercut.sweep, 1000, 60),
    "mutations": (mutations.sweep, 2000, 90),
    "races": (races.sweep, 200, 8),
    "places": (places.sweep, 12, 1),
    "backups": (backups.sweep, 1000, 5),
    "memory": (memory.sweep, 20, 12),
    "signals": (signals.sweep, 100, 1),
    "clock": (clock.sweep, 40, 10),
    "imports": (imports.sweep, 500, 20),
    "million": (million.sweep, 1_000_000, 20_000),
}


def main(arguments):
    quick = "--quick" in arguments
    names = [name for name in arguments if name != "--quick"] or list(SWEEPS)
    unknown = [name for name in names if name not in SWEEPS]
    if unknown:
        print(f"there is no sweep {unknown[0]}; there are: {' '.join(SWEEPS)}", file=sys.stderr)
        return 2
    failures = 0
    for name in names:
        function, full, few = SWEEPS[name]
        started = time.monotonic()
        try:
            outcome = function(few if quick else full)
        except Failed as failure:
            failures += 1
            outcome = f"FAILED: {failure}"
        print(f"{name} ({time.monotonic() - started:.0f} s): {outcome}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
