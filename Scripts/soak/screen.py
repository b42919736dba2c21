"""kill -9 while the full screen is used on a pty: every verdict that was drawn is stored once."""

import time

from harness import Failed, Home, exported, generator, whole
from terminal import FullScreen


def problem(screen):
    """The text of the problem in the upper box, or None where another screen is shown."""
    if "Your answer" not in screen.text:
        return None
    rows = screen.text.split("\n")
    edges = [number for number, row in enumerate(rows) if row.startswith("+-")]
    return " ".join(" ".join(rows[edges[0] + 1:edges[1]]).replace("|", " ").split())


class Session:
    """One session up to its kill: what was typed, what was drawn, what was asked last."""

    def __init__(self, home, first):
        self.terminal = FullScreen(home)
        self.first = first
        self.typed, self.drawn = [], []
        self.asked, self.is_open = None, False

    def begin(self):
        self.terminal.wait("quit")
        self.terminal.type("1")
        return self.pose()

    def pose(self):
        self.terminal.wait("Your answer")
        self.terminal.read(0.05)
        self.asked, self.is_open = problem(self.terminal.screen), True
        return self.asked

    def answer(self):
        """Types a wrong answer that no other answer equals."""
        self.typed.append(str(self.first + len(self.typed)))
        self.is_open = False
        self.terminal.type(self.typed[-1] + "\r")

    def judged(self):
        if not self.terminal.wait("You wrote " + self.typed[-1]):
            raise Failed("the session ended before a verdict")
        self.drawn.append(self.typed[-1])

    def next(self):
        """Leaves the verdict for the next problem; the count of those done tells that it is there."""
        self.terminal.type("2")
        self.terminal.wait(f"  {len(self.typed)} done ")
        return self.pose()

    def kill(self):
        """Kills it and counts a verdict that was drawn in the last moment."""
        self.terminal.kill()
        if len(self.drawn) < len(self.typed) and \
                "You wrote " + self.typed[-1] + "." in self.terminal.screen.text:
            self.drawn.append(self.typed[-1])


def until_killed(session, random):
    """Answers some problems, then kills at a random moment of the next one."""
    first = session.begin()
    for _ in range(random.randrange(4)):
        session.answer()
        session.judged()
        session.next()
    if random.randrange(4):
        session.answer()
    time.sleep(random.uniform(0, 0.06))
    session.kill()
    return first


def sweep(runs):
    random = generator(23)
    drawn = unseen = resumed = 0
    with Home() as home:
        known, waiting = [], None
        for run in range(runs):
            session = Session(home, 300_000 + run * 100)
            first = until_killed(session, random)
            context = f"run {run}"
            if waiting is not None:
                if first != waiting:
                    raise Failed(f"{context}: not the problem that was on the screen: {waiting!r}, "
                                 f"but {first!r}")
                resumed += 1
            stored = [attempt["input"] for attempt in exported(home) or []][len(known):]
            if stored not in (session.drawn, session.typed):
                raise Failed(f"{context}: drawn {session.drawn}, stored {stored}")
            drawn += len(session.drawn)
            unseen += len(stored) - len(session.drawn)
            known += stored
            is_unanswered = session.is_open or len(stored) < len(session.typed)
            waiting = session.asked if is_unanswered else None
            if run % 25 == 24:
                whole(home, context)
                home.clear()
                known, waiting = [], None
    if drawn == 0 or resumed == 0:
        raise Failed("no run came as far as a verdict")
    return f"{runs} kills of the full screen on a pty, {drawn} verdicts drawn, 0 lost, 0 doubled; " \
        f"{unseen} were stored and not yet drawn; {resumed} times the problem came back"
