"""Signals while a problem is on the screen: a clean end, nothing half typed stored, and back again."""

import os
import signal
import termios
import time

from harness import Failed, Home, exported, whole
from places import Session as Plain
from screen import Session

ENDS = {signal.SIGHUP: 129, signal.SIGINT: 130, signal.SIGTERM: 143}


def on_screen(home, number, first):
    """Ends the full screen while an answer is typed; returns how long the end took."""
    session = Session(home, first)
    asked = session.begin()
    terminal = session.terminal
    terminal.type("4242")
    terminal.wait("4242")
    started = time.monotonic()
    code = terminal.kill(number)
    if code != ENDS[number]:
        raise Failed(f"signal {number}: the full screen ended with {code}")
    again = Session(home, first)
    if again.begin() != asked:
        raise Failed(f"signal {number}: another problem came back")
    again.terminal.kill()
    return time.monotonic() - started


def in_lines(home, number, first):
    """Ends plain practice after an answer and with another one half typed."""
    session = Plain(home.path)
    session.wait(b"Answer")
    if not session.answer(str(first)):
        raise Failed(f"signal {number}: the answer was not stored")
    session.process.stdin.write(b"4242")
    session.process.stdin.flush()
    session.process.send_signal(number)
    code = session.process.wait(timeout=30)
    session.process.stdin.close()
    if code not in (ENDS[number], -number):
        raise Failed(f"signal {number}: plain practice ended with {code}")
    return session.shown


def modes_survive(home):
    """The terminal has the modes that it had before, after quitting and after a signal."""
    for end in ("quit", signal.SIGTERM):
        session = Session(home, 0)
        keeper = session.terminal.terminal
        before = termios.tcgetattr(keeper)
        session.terminal.wait("quit")
        if end == "quit":
            session.terminal.type("q")
        else:
            os.kill(session.terminal.process, end)
        while session.terminal.read(0.05):
            pass
        after = termios.tcgetattr(keeper)
        session.terminal.end()
        if before[:4] != after[:4]:
            raise Failed(f"the terminal was left changed after {end}")


def stopped(home, first):
    """Stopped and continued in the middle, and resized all the time: nothing changes."""
    session = Session(home, first)
    asked = session.begin()
    for _ in range(20):
        os.kill(session.terminal.process, signal.SIGWINCH)
    os.kill(session.terminal.process, signal.SIGSTOP)
    os.kill(session.terminal.process, signal.SIGCONT)
    session.answer()
    session.judged()
    session.terminal.kill()
    return asked, session.drawn


def sweep(rounds):
    slowest, ends = 0.0, 0
    with Home() as home:
        known = []
        for turn in range(rounds):
            for number in ENDS:
                first = 1_000_000 + turn * 1000 + number * 10
                slowest = max(slowest, on_screen(home, number, first))
                known += in_lines(home, number, first)
                ends += 2
            known += stopped(home, 2_000_000 + turn)[1]
            stored = [attempt["input"] for attempt in exported(home)]
            if stored != known:
                raise Failed(f"round {turn}: shown {known}, stored {stored}")
        modes_survive(home)
        whole(home, "signals")
    return f"{ends} ends by HUP, INT and TERM with an answer half typed, {rounds} times stopped, " \
        "continued and resized: exit codes right, the problem came back, 0 lost, 0 half answers, " \
        "terminal modes as before"
