import Glibc

/// How commands without a screen meet signals; the full screen sets its own.
enum ProcessSignals {
    /// HUP, INT and TERM end the process with 129, 130 and 143; a closed pipe ends it silently.
    static func install() {
        // A shell lets background jobs ignore INT; who sends it to one by name means it. HUP is
        // ignored by the wish of `nohup`.
        for number in [SIGHUP, SIGINT, SIGTERM] where number != SIGHUP || !isIgnored(number) {
            signal(number) { _exit(128 + $0) }
        }
        signal(SIGPIPE, SIG_DFL)
        unblock([SIGHUP, SIGINT, SIGTERM, SIGPIPE])
        // A file that grows past `ulimit -f` is an error to report, not a reason to die.
        signal(SIGXFSZ, SIG_IGN)
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// A parent with threads may have started the program with signals blocked.
    private static func unblock(_ numbers: [Int32]) {
        var set = sigset_t()
        sigemptyset(&set)
        for number in numbers { sigaddset(&set, number) }
        sigprocmask(SIG_UNBLOCK, &set, nil)
    }
}
