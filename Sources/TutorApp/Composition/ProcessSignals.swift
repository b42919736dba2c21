import Glibc

/// How commands without a screen meet signals; the full screen sets its own.
enum ProcessSignals {
    /// HUP, INT and TERM end the process with 129, 130 and 143; a closed pipe ends it silently.
    static func install() {
        for number in [SIGHUP, SIGINT, SIGTERM] where !isIgnored(number) {
            signal(number) { _exit(128 + $0) }
        }
        signal(SIGPIPE, SIG_DFL)
        // A file that grows past `ulimit -f` is an error to report, not a reason to die.
        signal(SIGXFSZ, SIG_IGN)
    }

    /// `nohup` and background jobs of a shell ask for a signal to be ignored.
    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
