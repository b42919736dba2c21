"""A terminal of 80 by 24 for the full screen under test: a pty and what would be seen on it."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

from harness import Failed, TUTOR, environment

ROWS, COLUMNS = 24, 80
SEQUENCE = re.compile(r"\x1b\[([?>]?)([0-9;]*)([@-~])|\x1b([()][0-9A-B]|[^\[(])|(.)", re.S)


class Screen:
    """What the bytes of a vt100 leave on its screen; styles and character sets do not matter."""

    def __init__(self):
        self.lines = [[" "] * COLUMNS for _ in range(ROWS)]
        self.row = self.column = 0
        self.top, self.bottom = 0, ROWS - 1
        self.rest = b""

    @property
    def text(self):
        return "\n".join("".join(line).rstrip() for line in self.lines)

    def take(self, data):
        """Reads more bytes; a sequence that is cut waits for its other half."""
        data = self.rest + data
        cut = data.rfind(b"\x1b")
        self.rest = b""
        if cut >= 0 and not re.match(rb"\x1b(\[[?>]?[0-9;]*[@-~]|[()].|[^\[(])", data[cut:]):
            data, self.rest = data[:cut], data[cut:]
        for match in SEQUENCE.finditer(data.decode("utf-8", errors="replace")):
            private, numbers, final, escape, plain = match.groups()
            if final and not private:
                self.control([int(n or 0) for n in numbers.split(";")], final)
            elif escape == "M":
                self.reverse()
            elif plain:
                self.write(plain)

    def write(self, character):
        if character == "\r":
            self.column = 0
        elif character == "\n":
            if self.row == self.bottom:
                self.scroll(self.top)
            else:
                self.row = min(self.row + 1, ROWS - 1)
        elif character == "\b":
            self.column = max(0, self.column - 1)
        elif character >= " ":
            if self.column >= COLUMNS:
                self.column = 0
                self.write("\n")
            self.lines[self.row][self.column] = character
            self.column += 1

    def scroll(self, row):
        del self.lines[row]
        self.lines.insert(self.bottom, [" "] * COLUMNS)

    def reverse(self):
        if self.row > self.top:
            self.row -= 1
            return
        del self.lines[self.bottom]
        self.lines.insert(self.top, [" "] * COLUMNS)

    def control(self, numbers, final):
        count = numbers[0] or 1
        if final == "H":
            self.row = min(count, ROWS) - 1
            self.column = min((numbers[1] if len(numbers) > 1 else 1) or 1, COLUMNS) - 1
        elif final in "AB":
            self.row = min(max(self.row + (count if final == "B" else -count), 0), ROWS - 1)
        elif final in "CD":
            moved = self.column + (count if final == "C" else -count)
            self.column = min(max(moved, 0), COLUMNS - 1)
        elif final in "JK":
            self.erase(final, numbers[0])
        elif final == "r":
            self.top = count - 1
            self.bottom = (numbers[1] if len(numbers) > 1 else ROWS) - 1
            self.row = self.column = 0

    def erase(self, final, part):
        line = self.lines[self.row]
        first, last = (0 if part else min(self.column, COLUMNS)), COLUMNS
        if part == 1:
            last = min(self.column + 1, COLUMNS)
        line[first:last] = [" "] * (last - first)
        if final == "J":
            others = range(self.row) if part == 1 else range(self.row + 1, ROWS)
            for row in range(ROWS) if part == 2 else others:
                self.lines[row] = [" "] * COLUMNS


class FullScreen:
    """The tutor on a pty of its own."""

    def __init__(self, home, *options, **extra):
        self.screen = Screen()
        self.code = None
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.execve(TUTOR, [TUTOR, "--home", str(home.path), "--language", "en", *options],
                      environment(TERM="vt100", **extra))
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ,
                    struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def type(self, text):
        try:
            os.write(self.terminal, text.encode())
        except OSError:
            pass

    def read(self, seconds):
        """Takes in what is drawn within some time; false when the program is gone."""
        if not select.select([self.terminal], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self.terminal, 65536)
        except OSError:
            return False
        self.screen.take(data)
        return bool(data)

    def wait(self, *words, seconds=60):
        """Waits until one of the words is on the screen and returns it, or None at the end."""
        deadline = time.monotonic() + seconds
        while True:
            for word in words:
                if word in self.screen.text:
                    return word
            if time.monotonic() > deadline:
                raise Failed(f"{words} did not appear on the screen:\n{self.screen.text}")
            if not self.read(0.05):
                return None

    def kill(self, number=signal.SIGKILL):
        """Sends a signal, reads what was drawn before and returns how the program ended."""
        os.kill(self.process, number)
        return self.end()

    def end(self, seconds=30):
        deadline = time.monotonic() + seconds
        while self.read(0.05) and time.monotonic() < deadline:
            pass
        while True:
            ended, status = os.waitpid(self.process, os.WNOHANG)
            if ended:
                break
            if time.monotonic() > deadline:
                os.kill(self.process, signal.SIGKILL)
                os.waitpid(self.process, 0)
                raise Failed(f"the program did not end:\n{self.screen.text}")
            time.sleep(0.01)
        os.close(self.terminal)
        return os.waitstatus_to_exitcode(status)
